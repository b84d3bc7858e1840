"""The years that a text names, by a date or in words: its own year, or one to compare with."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from offences.statistics.years import Year
from offences.tracing.binding.dated_years import COMPARES, YearsNamed, dated
from offences.tracing.binding.earlier_ends import earlier_ends
from offences.tracing.binding.landmarks import Landmarks
from offences.tracing.binding.mentions import Mention
from offences.tracing.binding.time_words import (
    AGO,
    IN_A_YEAR,
    IN_SO_MANY,
    IN_YEARS,
    LATEST,
    PREVIOUS,
    is_of_a_base,
    number_of_years,
)
from offences.tracing.binding.years_one_by_one import FromTheOneBefore
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.spans import is_taken
from offences.tracing.finding.vocabulary import compiled

# "It was 126 in 2018/19, so the rise is one of 20% in a year"
_SINCE_THEN = compiled(r"(?:\bso\b|;)[^.]*\Z")
_LATEST_ONES = compiled(r"\byear[’']s\Z")
_WITHIN = compiled(r"\b(?:in|over|during|within)\s+(?:just\s+)?$")


def years_in(passage: Passage, latest: Year, landmarks: Landmarks) -> list[Mention[YearsNamed]]:
    """Every expression of a year, in the order of the text."""
    ends = [*_ends_before(passage, landmarks)]
    # "The highest number before 2019/20 was 110" is of another year than it names.
    taken = [*ends, *(m for m in dated(passage) if not is_taken((m.start, m.end), ends))]
    # One after the other: "the year before that" is told from those that are known by then.
    by_distance = _ByDistance(passage, latest, taken).each()
    pointed = list(_pointed_to(passage, landmarks))
    one_by_one = FromTheOneBefore(passage, latest, taken, pointed).each()
    between = _between(passage, latest, taken)
    # First: "the last of those years" is one that the text names, and may not be the latest.
    by_order = (*_last_of_those(passage, latest), *_of_two(passage, latest))
    for each in chain(by_order, by_distance, one_by_one, pointed, between):
        if not is_taken((each.start, each.end), taken):
            taken.append(each)
    return sorted(taken, key=lambda each: each.start)


def _ends_before(passage: Passage, landmarks: Landmarks) -> Iterator[Mention[YearsNamed]]:
    for (start, end), years in earlier_ends(passage, landmarks.local):
        is_base = bool(COMPARES.search(passage.before(start)))
        yield Mention(start, end, YearsNamed(years, is_base))


@dataclass(frozen=True)
class _ByDistance:
    """Finds years by how far they are from another: "In a year", "last year", "two years ago".

    `named` grows with each that is found: the next may be counted from it.
    """

    passage: Passage
    latest: Year
    named: Sequence[Mention[YearsNamed]]

    def each(self) -> Iterator[Mention[YearsNamed]]:
        yield from self._within_one_year()
        yield from self._latest_years()
        yield from self._previous_years()
        yield from self._within_so_many()
        yield from self._so_long_ago()
        yield from self._a_year_before_that()

    def _within_one_year(self) -> Iterator[Mention[YearsNamed]]:
        for match in IN_A_YEAR.finditer(self.passage.text):
            start, _ = self.passage.sentence_bounds(match.start())
            since_then = _SINCE_THEN.search(self.passage.text, start, match.start())
            is_of_latest = "alone" in match[0] or since_then or _LATEST_ONES.search(match[0])
            base = self.latest if is_of_latest else self._last_named(match.start())
            before = frozenset({base.previous})
            place = match.span("tail" if match["tail"] else 0)
            yield Mention(*place, YearsNamed(before, True, is_distance=True, is_one_year=True))

    def _latest_years(self) -> Iterator[Mention[YearsNamed]]:
        for match in LATEST.finditer(self.passage.text):
            lead = self.passage.before(match.start())
            yield Mention(*match.span(), self._of_latest(match, lead))

    def _of_latest(self, match: re.Match[str], lead: str) -> YearsNamed:
        """What words for the latest year mean: the one before it, where they compare with it."""
        before = frozenset({self.latest.previous})
        sentence = self.passage.sentence(match.start())
        if _LAST_YEAR.match(match[0]) and _THIS_YEAR.search(sentence):
            # "This year it is 298; last year it was 233"
            return YearsNamed(before, bool(COMPARES.search(lead)), is_distance=True)
        if COMPARES.search(lead):
            # "On last year" compares: this year's figures are meant to be newer.
            return YearsNamed(before, True)
        return YearsNamed(frozenset({self.latest}), is_time=bool(_WITHIN.search(lead)))

    def _previous_years(self) -> Iterator[Mention[YearsNamed]]:
        for match in PREVIOUS.finditer(self.passage.text):
            if _explains_a_label(self.passage, match, self.latest):
                continue
            names = ("count", "asked", "met", "before", "last", "was")
            of = next((name for name in names if match[name]), 0)
            start, end = match.span(of)
            if _THAT.match(self.passage.text, match.end()) and _A_YEAR_BEFORE.fullmatch(match[0]):
                continue
            first, _ = self.passage.sentence_bounds(match.start())
            if match["time"] and self.passage.labels_between(first, match.start()):
                continue  # "150 in 2017/18 and 198 last time": the latest
            is_ago = _AGO.search(match[0])
            # "It was 233 when we last met" is of then; "since we last met" compares with it.
            lead = self.passage.before(match.start() if of == "asked" else start)
            is_own = of in (0, "was", "met") or match[0][:4].casefold() == "when"
            is_base = bool(not is_own or COMPARES.search(lead))
            year = self.latest if is_ago else self._last_named(start, is_base=is_base)
            named = YearsNamed(frozenset({year.previous}), is_base, is_distance=True)
            yield Mention(start, end, named)

    def _within_so_many(self) -> Iterator[Mention[YearsNamed]]:
        for match in IN_SO_MANY.finditer(self.passage.text):
            start, _ = self.passage.sentence_bounds(match.start())
            many = number_of_years(f"{match['n']} years")
            if many and IN_YEARS.search(self.passage.text, start, match.start()):
                before = frozenset({Year(self.latest.start - many)})
                yield Mention(*match.span(), YearsNamed(before, True, is_distance=True))

    def _so_long_ago(self) -> Iterator[Mention[YearsNamed]]:
        for match in AGO.finditer(self.passage.text):
            if back := number_of_years(next(filter(None, match.groups()))):
                lead = self.passage.before(match.start())
                is_of_latest = not match["n"] or _AGO.search(match[0])
                base = self.latest if is_of_latest else self._last_named(match.start())
                base = self._named_before(match) or base
                is_base = not (match["n"] or match["back"]) or bool(COMPARES.search(lead))
                years = frozenset({Year(base.start - back)})
                yield Mention(*match.span(), YearsNamed(years, is_base, is_distance=True))

    def _a_year_before_that(self) -> Iterator[Mention[YearsNamed]]:
        for match in _A_YEAR_BEFORE.finditer(self.passage.text):
            if _THAT.match(self.passage.text, match.end()):
                base = self._named_before(match) or self._last_named(match.start(), is_base=False)
                years = frozenset({base.previous})
                yield Mention(*match.span(), YearsNamed(years, is_distance=True))

    def _named_before(self, match: re.Match[str]) -> Year | None:
        """The year that "that" is: "Two years ago it was 36. Two years before that, 23"."""
        if not _THAT.match(self.passage.text, match.end()):
            return None
        first, _ = self.passage.with_sentence_before(match.start())
        told = [m for m in self.named if first <= m.start < match.start() and m.slot.is_distance]
        last = max(told, key=lambda m: m.start, default=None)
        return min(last.slot.years) if last and last.slot.years else None

    def _last_named(self, start: int, *, is_base: bool | None = None) -> Year:
        """The year that a distance at a place is counted from; `is_base`: it is compared with."""
        first, _ = self.passage.sentence_bounds(start)
        before = [m for m in self.named if first <= m.start and m.end <= start and m.slot.years]
        own = [m for m in before if self._is_spoken_of(m, start, is_base=bool(is_base))]
        if not own and is_base is False and _OPENS.fullmatch(self.passage.text, first, start):
            own = _named_before(self.passage, self.latest, self.named, first)
        return max(own[-1].slot.years) if own else self.latest

    def _is_spoken_of(self, year: Mention[YearsNamed], start: int, *, is_base: bool) -> bool:
        """Whether a year is one spoken of: "Compared with 2016/17" names one to compare with."""
        if (year.slot.is_base or year.slot.is_distance) and not year.slot.first:
            return False
        lead, between = self.passage.before(year.start), self.passage.text[year.end : start]
        return not is_of_a_base(lead, between, is_base=is_base)


_LAST_YEAR, _THIS_YEAR = (
    compiled(r"last\s"),
    compiled(
        r"\bthis\s+year(?:[’']s)?\b[^.;:,\d]{0,30}?\s\d[\d,]*\b(?!%)|\b\d[\d,]*\s+this\s+year\b"
    ),
)
_OPENS = compiled(r"\W*(?:(?:in|for|and|but|during)\s+)*")


def _named_before(
    passage: Passage, latest: Year, named: Sequence[Mention[YearsNamed]], start: int
) -> list[Mention[YearsNamed]]:
    """The earlier year that the sentence before is of: "2017/18: 95. The year before, 77"."""
    first = max(passage.line_start(start), passage.with_sentence_before(start)[0])
    before = [m for m in named if m.start in range(first, start)]
    if len(before) != 1 or is_of_a_base(passage.before(before[0].start), "", is_base=True):
        return []
    said = before[0].slot
    is_own = len(said.years) == 1 and not said.is_base
    return before if is_own and latest not in said.years else []


_YEAR_BETWEEN = compiled(
    r"\b(?:the\s+(?:year\s+(?:in\s+)?between|intervening\s+year)|in\s+between)\b(?!\s+(?:the|\d))"
)


def _between(
    passage: Passage, latest: Year, named: list[Mention[YearsNamed]]
) -> Iterator[Mention[YearsNamed]]:
    """The year between the two that are named last, or between one and the latest.

    "41 in 2019/20, 29 in 2021/22, 33 between", "14 two years ago. The year in between: 19".
    """
    for match in _YEAR_BETWEEN.finditer(passage.text):
        start, _ = passage.with_sentence_before(match.start())
        before = [m for m in named if start <= m.start and m.end <= match.start()]
        before = sorted(before, key=lambda m: m.start)
        ends = [min(m.slot.years).start for m in before if len(m.slot.years) == 1][-2:]
        ends = ends if len(ends) == 2 else [*ends, latest.start]
        if len(ends) == 2 and abs(ends[0] - ends[1]) == 2:
            yield Mention(*match.span(), YearsNamed(frozenset({Year(min(ends) + 1)})))


# "In the later year", "in the second of those years": of two that the sentence names before
_OF_TWO = compiled(
    r"\bthe\s+(?:(?P<later>later|latter)|earlier|former)\s+(?:year\b|one\b|of\s+(?:the\s+two|th[eo]se|them)\b)"
    r"(?:\s+(?:two\s+)?years\b)?"
    r"|\bthe\s+(?:(?P<newer>later|latter)|(?P<older>earlier|former))\s+(?:sum|total|figure|number|count|tally)(?=\s+(?:was|is|being|of|came|stood)\b|,|:)"
    r"|\bthe\s+(?:(?P<second>second)|first)\s+(?:(?:year|one)\s+)?of\s+(?:the\s+two|th[eo]se|them)\b(?:\s+(?:two\s+)?years\b)?"
)
_POINTS_BACK = compiled(r"\bof\s+(?:the\s+two|th[eo]se|them)\b")


def _of_two(passage: Passage, latest: Year) -> Iterator[Mention[YearsNamed]]:
    """The earlier or the later of the two years that a sentence, or the one before, has named."""
    for match in _OF_TWO.finditer(passage.text):
        start, _ = passage.sentence_bounds(match.start())
        labels = sorted({each.first for each in passage.labels_between(start, match.start())})
        if not labels and _POINTS_BACK.search(match[0]):
            start, _ = passage.with_sentence_before(match.start())
            labels = sorted({each.first for each in passage.labels_between(start, match.start())})
        if len(labels) == 1 and labels[0] < latest.start and (match["newer"] or match["older"]):
            labels = [labels[0], latest.start]  # "They gave 2019/20 too; the earlier sum was 95"
        is_nth = match[0].casefold().startswith(("the first", "the second"))
        if len(labels) == 2 or (is_nth and len(labels) > 2):
            year = Year(labels[1 if match["later"] or match["newer"] or match["second"] else 0])
            is_base = bool(COMPARES.search(passage.before(match.start())))
            yield Mention(*match.span(), YearsNamed(frozenset({year}), is_base))


# "In the last of those years", "in the final one of them": of several named before, or of so many
_LAST_OF = compiled(
    r"\b(?:in|for|over|during)\s+(?P<year>the\s+(?:very\s+)?(?:last|latest|final|most\s+recent)\s+(?:(?:year|one)\s+)?of\s+"
    rf"(?:(?:the|these|those|its)\s+(?:(?:{NUMBER}|few|several)\s+)?years|(?:them|these|those)(?=\s*(?:[.,;:!?)]|\Z)|\s+(?:it|the|there|and|was|is|came)\b))"
    r"|the\s+(?:very\s+)?(?:last|latest|final|most\s+recent)\s+one(?=\s*(?:[.,;:!?)]|\Z)))(?!\s+(?:of|in|for|to|since|that)\b)"
)
_SO_MANY_YEARS = compiled(
    rf"\b(?:in|over|within|across|for)\s+(?:[a-z]+\s+){{0,2}}?{NUMBER}\s+years\b"
)
_TO_YEAR = compiled(
    r"\b(?:to|until|till|ending|ended)\s+(?:in\s+)?(?:(?:\d\d?\s+)?[A-Z][a-z]+\s+)?\Z"
)


def _last_of_those(passage: Passage, latest: Year) -> Iterator[Mention[YearsNamed]]:
    """The last of the years that this sentence or the one before names, or counts up to now."""
    for match in _LAST_OF.finditer(passage.text):
        own, _ = passage.sentence_bounds(match.start())
        before = passage.bounds_before(own)[0] if own else own
        for start in (own, before):
            labels = passage.labels_between(start, match.start())
            years = {each.first for each in labels}
            is_counted = _SO_MANY_YEARS.search(passage.text, start, match.start())
            ends = [e for e in labels if _TO_YEAR.search(passage.before(e.start))]
            if len(years) > 1 or len(ends) == 1:
                last = Year(max(years))
            elif is_counted:
                last = latest
            else:
                continue
            # A change in the latest year is one on the year before, not one of all those years.
            yield Mention(
                *match.span("year"), YearsNamed(frozenset({last}), is_time=last == latest)
            )
            break


_A_YEAR_BEFORE = compiled(r"\b(?:a|one)\s+year\s+(?:before|earlier)")
_THAT = compiled(r"\s+that(?=\s*[,.;:)–—-]|\s+(?:it|there|the\s+(?:number|figure|total))\b)")
_AGO = compiled(r"\bago\Z")  # from today, whatever year was named before


def _pointed_to(passage: Passage, landmarks: Landmarks) -> Iterator[Mention[YearsNamed]]:
    """The years that words point to through the facts: "Below its peak", "the first count"."""
    for match, years in landmarks.whole_time(passage.text):
        is_at = match[0][:3].casefold() == "at "  # "184 at the start"
        lead = passage.before(match.start())
        is_compared = not is_at or COMPARES.search(lead)
        yield Mention(*match.span(), YearsNamed(years, bool(is_compared)))
    for match, years in landmarks.ends_until(passage.text):
        if years:
            yield Mention(*match.span("end"), YearsNamed(years))
    for match, years in landmarks.named(passage):
        before = passage.before(match.start())
        is_base = COMPARES.search(before) or _TIMES.search(before)
        yield Mention(*match.span(), YearsNamed(years, bool(is_base)))


_TIMES = compiled(r"\b(?:double|twice|treble|triple|times)\s+\Z")
_COMMA = compiled(r",\s+(?:(?:just|only|or|which\s+is|that\s+is)\s+)?")


def _explains_a_label(passage: Passage, distance: re.Match[str], latest: Year) -> bool:
    """Whether words explain a label: "The total for 2021/22, just a year earlier, was 204"."""
    text = passage.text
    return text.startswith(",", distance.end()) and any(
        label.first < latest.start and _COMMA.fullmatch(text, label.end, distance.start())
        for label in passage.labels
    )
