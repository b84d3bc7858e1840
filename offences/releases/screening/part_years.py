"""Numbers for a whole year that something says are for a part of it."""

import calendar
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from offences.models import AnnualCount, CountState, Document, DocumentKind
from offences.releases.screening.finding import Finding, FindingItem, ScreenedRelease, error
from offences.statistics.dates import Precision, in_words
from offences.statistics.years import Year

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = "(" + "|".join(MONTHS) + r")[a-z]*\.?"
_NUMBER = "[1-9]|1[01]|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
_PART = re.compile(
    rf"\b(?:{_NUMBER})[ -]months?\b|\bto date\b|\bpart[ -]year\b|\bhalf[ -]year\b|\bytd\b"
    r"|\b(?:first|second) half\b",
    re.I,
)
_SPAN = re.compile(rf"\b{_MONTH}[ ’']*\d*\s*(?:-|–|to|until)\s*(?:\d+ )?{_MONTH}", re.I)
_QUARTERS = re.compile(r"\bq([1-4])(?:\s*(?:-|–|to)\s*q?([1-4]))?\b", re.I)


@lru_cache(maxsize=10_000)  # the same few names and remarks come with every count
def part_in_words(text: str) -> str:
    """The words that say a part of a year: “six months”, “Apr–Sep”, “Q1–Q3”; none if nothing."""
    # April to March, a whole year of any kind and the four quarters together are no part.
    if found := _PART.search(text):
        return found[0]
    for span in _SPAN.finditer(text):
        first, last = (MONTHS.index(span[i].lower()) for i in (1, 2))
        if (last - first) % 12 != 11:
            return span[0]
    for quarters in _QUARTERS.finditer(text):
        if (quarters[1], quarters[2]) != ("1", "4"):
            return quarters[0]
    return ""


def unmarked(subject: ScreenedRelease) -> Iterable[Finding]:
    """Unmarked parts of a year, which read as a fall and are the base of a false rise."""
    returns = defaultdict[int, list[AnnualCount]](list)
    for count in subject.checked:
        returns[count.submission_id].append(count)
    for counts in returns.values():
        in_order = sorted(counts, key=lambda each: each.year)
        newest = {(each.document_id, each.sheet): each.year for each in in_order}
        found = {
            f"{count.category}, {Year(count.year)}: {why}": None
            for count in counts
            if count.state == CountState.VALUE
            and count.period_start is None
            and (why := _why(count, newest[count.document_id, count.sheet] == count.year))
        }
        if found:
            submission = counts[0].submission
            yield error(
                "part of a year unmarked",
                f"{submission}: a number given for a whole year may be for a part of it. Give "
                "its months in the grid, or say how you know that the year is whole.",
                [FindingItem(words, "foisubmission", "grid", submission.pk) for words in found],
            )


def _why(count: AnnualCount, is_newest: bool) -> str:
    """Why a count may be of a part: it came too early, or its words or its paper say so."""
    year, document = Year(count.year), count.document
    for of, text in (("written as", count.as_written), ("its remark says", count.note)):
        if part := part_in_words(text):
            return f"{of} “{part}”"
    # A name over several years is about the last of them.
    title = document.title if document else ""
    for of, text in (("its sheet", count.sheet), ("its document", title)):
        if is_newest and (part := part_in_words(text)):
            return f"{of} is named “{part}”"
    came, in_its_words = _answer_day(count, document)
    if came and came < year.ends_on:
        return f"the answer is of {in_its_words}, before the year ended"
    return ""


def _answer_day(count: AnnualCount, document: Document | None) -> tuple[dt.date | None, str]:
    """The last day on which the answer can have come, and that day as it is known."""
    submission = count.submission
    known = [(submission.outcome_on, submission.outcome_precision)]
    if document and document.kind == DocumentKind.PUBLICATION:
        known.append((document.published_on, document.published_precision))
    for on, precision in known:
        if on:
            return _last_of(on, precision), in_words(on, precision)
    return None, ""


def _last_of(on: dt.date, precision: str) -> dt.date:
    if precision == Precision.YEAR:
        return dt.date(on.year, 12, 31)
    if precision == Precision.MONTH:
        return on.replace(day=calendar.monthrange(on.year, on.month)[1])
    return on
