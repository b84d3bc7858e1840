"""Notes that say a year is not a whole one, beside counts that were read as of all of it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.months import parse_months
from offences.returns.labels.years import DateMention, find_dates, parse_day, parse_year
from offences.returns.sheet import Position, Problem, ReadTable, Sheet
from offences.statistics.years import Year

_UNTIL = re.compile(  # what the last day of the figures comes right behind
    r"\b(?:to|until|till|through|ending|as (?:at|of|on)|correct (?:at|as at|on|to)"
    r"|(?:extract(?:ed)?|run|produced|printed|downloaded|refreshed|snapshot)(?: taken)?"
    r"(?: on| at| date| of)?)(?: the)?(?: end)?(?: of)?[ :-]*$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:part(?:ial)?[ -]?years?|part(?:ial)? data|incomplete|not (?:yet )?(?:a )?(?:full|whole"
    r"|complete)|(?:year )?to date|ytd|so far|(?:first|last|only) (?:\w+ )?(?:months?|quarters?"
    r"|half)|q[1-4]|(?:months?|quarters?) only|\d{1,2} months)\b",
    re.IGNORECASE,
)
_INCOMPLETE = re.compile(  # “so 2021/22 is incomplete”
    r"\b((?:19|20)\d\d(?:[/-](?:\d\d){1,2})?)(?: (?!not\b)[\w’'-]+){0,5} (?:incomplete"
    r"|partial|partly|not (?:yet )?(?:a )?(?:full|whole|complete))\b",
    re.IGNORECASE,
)
_SIGN = r"([*†‡§^#]+)|[(\[]?(?:note )?(\d{1,2}|[a-z])[)\].:]"
_BEHIND = re.compile(rf"(?:{_SIGN})$", re.IGNORECASE)
_BEFORE = re.compile(rf"(?:{_SIGN}) ?(?=\S)", re.IGNORECASE)


def part_year_notes(
    sheet: Sheet, roles: Mapping[Position, str], tables: Iterable[ReadTable]
) -> Iterator[Problem]:
    """Years that a line beside the table says are not whole: “1 April to 30 November 2020”."""
    whole: dict[str | None, str | None] = {}
    for table in tables:
        for each in table.observations:
            if each.cell and each.value is not None and not each.part_words:
                whole.setdefault(each.year, each.cell)
    in_row = Counter(row for row, _ in sheet.cells)
    lines = {
        t: roles.get(at, "note") for at, t in sorted(sheet.cells.items()) if in_row[at[0]] == 1
    }
    notes = {t: "note" for at, t in sheet.cells.items() if roles.get(at, "note") == "note"}
    marks = marks_of_years(sheet, roles)
    beside = dict.fromkeys([*sheet.lines_above, *sheet.lines_below], "note")
    for text, role in (lines | notes | beside).items():
        asked = {*_years_cut_short(text)}
        if role == "note":
            asked |= {_year_of_part(text), marked_year(text, marks), *_incomplete_years(text)}
        for year in sorted(asked & {each for each in whole if each}):
            why = f"A note says “{text[:100]}”. Is this count of the whole of {year}?"
            yield Problem(sheet.name, whole[year], why, stops=True)


def _incomplete_years(text: str) -> Iterator[str]:
    """The years that a sentence calls incomplete."""
    for found in _INCOMPLETE.finditer(plain_text(text)):
        year = parse_year(found[1])
        yield year.label if year else ""


def _year_of_part(text: str) -> str:
    """The year of which a note names a part, and nothing else."""
    year = parse_year(text)
    if not (year and year.label and year.part) or year.rest or parse_day(text):
        return ""
    months = parse_months(year.part, year.kind)
    return year.label if not months or (months[1] - months[0]) % 12 < 11 else ""


def _years_cut_short(text: str) -> Iterator[str]:
    """The years that were not over on the last day of the figures: “to 30 September 2023”."""
    phrase = plain_text(text)
    for moment in find_dates(phrase):
        if moment.year and _UNTIL.search(phrase[: moment.start]):
            year = Year.containing(date(moment.year, moment.month, min(moment.day or 1, 28)))
            if not _is_end(moment, year.ends_on):
                yield year.label
            if not _is_end(moment, date(moment.year, 12, 31)):
                yield str(moment.year)


def _is_end(moment: DateMention, day: date) -> bool:
    """Whether a day or month is the last of a year, or all but."""
    return moment.month == day.month and (moment.day or day.day) >= day.day - 1


def marks_of_years(sheet: Sheet, roles: Mapping[Position, str]) -> dict[str, str]:
    """The years by the footnote mark behind them: “2023/24*”."""
    found: dict[str, str] = {}
    for at in sorted(at for at, role in roles.items() if role == "year"):
        text = plain_text(sheet.cells.get(at, ""))
        year, mark = parse_year(text), _BEHIND.search(text)
        if mark and year and year.label:
            found[_sign(mark)] = year.label
    return found


def marked_year(note: str, marks: Mapping[str, str]) -> str:
    """The year that a note with its mark says to be a part, if one of `marks` is its own."""
    phrase = plain_text(note)
    mark = _BEFORE.match(phrase)
    if not mark or _sign(mark) not in marks:
        return ""
    said = phrase[mark.end() :]
    year = parse_year(said)
    if year and year.label and not year.part:
        return ""
    limited = bool(find_dates(said)) and re.search(r"\b(?:to|until|only)\b", said, re.IGNORECASE)
    return marks[_sign(mark)] if limited or _PART.search(said) else ""


def _sign(mark: re.Match[str]) -> str:
    return (mark[1] or mark[2]).casefold()
