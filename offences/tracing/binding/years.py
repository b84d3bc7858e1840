"""The years that a text names, by a date or in words: its own year, or one to compare with."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from offences.statistics.years import Year
from offences.tracing.binding.dated_years import COMPARES, YearsNamed, dated
from offences.tracing.binding.landmarks import Landmarks
from offences.tracing.binding.mentions import Mention
from offences.tracing.binding.time_words import (
    AGO,
    BEFORE_THAT,
    IN_A_YEAR,
    IN_SO_MANY,
    IN_YEARS,
    LATEST,
    NEXT,
    ON_THAT,
    PREVIOUS,
    THEN,
    is_of_a_base,
    number_of_years,
)
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import numbers_in
from offences.tracing.finding.spans import is_taken
from offences.tracing.finding.vocabulary import FALL, RISE, YEAR, compiled

_OF_ITS_YEAR = compiled(rf"\b(?:in|for|of)\s+{YEAR}\b[^.;:\d]{{0,40}}\Z")
_WITHIN = compiled(r"\b(?:in|over|during|within)\s+(?:just\s+)?$")
_ON = compiled(r"\b(?:on|than|with)\s+\Z")
_SAME_YEAR = compiled(
    r"\b(?:in\s+)?(?:(?:the\s+same|that(?:\s+(?:first|earlier|very|particular|previous))?)\s+year\b|the\s+year(?=[’']s\b))"
)
_THAT_YEAR = compiled(r"\bthat\s+(?:\w+\s+)?year\Z")
_SAME_TIME = compiled(
    r"\b(?:the\s+(?:same\s+(?!year\b)|(?:\w+\s+)?period\b)|(?:start|beginning)\s+of\s+th(?:at|e)\b"
    r"|(?:those|these)\s+(?:same\s+(?:\w+\s+)?)?years\b|that\s+(?:\w+\s+)?(?:stretch|period|time|span)\b)"
)
_LONGER = compiled(r"\bthat\b|\byears\b")  # than the one year since the year before
_SINCE_THEN = compiled(r"(?:\bso\b|;)[^.]*\Z")
_THAN_IT_WAS = compiled(r"\b(?:than|as|what)\s+(?:it|they|there)\s+(?:was|were|had\s+been)\s+\Z")


def years_in(passage: Passage, latest: Year, landmarks: Landmarks) -> list[Mention[YearsNamed]]:
    """Every expression of a year, in the order of the text."""
    taken = dated(passage)
    # One after the other: "the year before that" is told from those that are known by then.
    relative = _relative(passage, latest, taken)
    pointed = list(_pointed_to(passage, landmarks))
    one_by_one = _from_the_one_before(passage, taken, latest, pointed)
    between = _between(passage, latest, taken)
    for each in chain(relative, one_by_one, pointed, between):
        if not is_taken((each.start, each.end), taken):
            taken.append(each)
    return sorted(taken, key=lambda each: each.start)


def _relative(
    passage: Passage, latest: Year, named: list[Mention[YearsNamed]]
) -> Iterator[Mention[YearsNamed]]:
    text = passage.text

    def last_named(start: int, *, is_base: bool | None = None) -> Year:
        bounds = passage.sentence_bounds(start)
        before = [m for m in named if bounds[0] <= m.start and m.end <= start and m.slot.years]
        # "Compared with 2016/17" names a year to compare with, not the one spoken of.
        own = [m for m in before if not (m.slot.is_base or m.slot.is_distance) or m.slot.first]
        own = [
            m
            for m in own
            if not is_of_a_base(passage.before(m.start), text[m.end : start], is_base=bool(is_base))
        ]
        if not own and is_base is False and _OPENS.fullmatch(text, bounds[0], start):
            own = _named_before(passage, latest, named, bounds[0])
        return max(own[-1].slot.years) if own else latest

    for match in IN_A_YEAR.finditer(text):
        start, _ = passage.sentence_bounds(match.start())
        is_new = "alone" in match[0] or _SINCE_THEN.search(text, start, match.start())
        base = latest if is_new else last_named(match.start())
        before = frozenset({base.previous})
        place = match.span("tail" if match["tail"] else 0)
        yield Mention(*place, YearsNamed(before, True, is_distance=True, is_one_year=True))
    for match in LATEST.finditer(text):
        if match[0].casefold() == "now" and _OF_ITS_YEAR.search(passage.before(match.start())):
            continue  # "The figure for 2021/22 now stands at 611"
        lead = passage.before(match.start())
        if _LAST_YEAR.match(match[0]) and _THIS_YEAR.search(passage.sentence(match.start())):
            # "This year it is 298; last year it was 233"
            before = frozenset({latest.previous})
            yield Mention(*match.span(), YearsNamed(before, bool(COMPARES.search(lead)), True))
        elif COMPARES.search(lead) and not _THAN_IT_WAS.search(lead):
            # "On last year" compares: this year's figures are meant to be newer.
            yield Mention(*match.span(), YearsNamed(frozenset({latest.previous}), True))
        else:
            is_time = bool(_WITHIN.search(passage.before(match.start())))
            yield Mention(*match.span(), YearsNamed(frozenset({latest}), is_time=is_time))
    for match in PREVIOUS.finditer(text):
        if _explains_a_label(passage, match, latest):
            continue
        names = ("count", "asked", "met", "before", "last", "was")
        of = next((name for name in names if match[name]), 0)
        start, end = match.span(of)
        # "It was 233 when we last met" is a number of then; "since we last met" compares with it.
        lead = passage.before(match.start() if of == "asked" else start)
        is_own = of in (0, "was", "met") or match[0][:4].casefold() == "when"
        is_base = bool(not is_own or COMPARES.search(lead))
        years = frozenset({last_named(start, is_base=is_base).previous})
        yield Mention(start, end, YearsNamed(years, is_base, is_distance=True))
    for match in IN_SO_MANY.finditer(text):
        start, _ = passage.sentence_bounds(match.start())
        many = number_of_years(f"{match['n']} years")
        if many and IN_YEARS.search(text, start, match.start()):
            before = frozenset({Year(latest.start - many)})
            yield Mention(*match.span(), YearsNamed(before, True, is_distance=True))
    for match in AGO.finditer(text):
        if back := number_of_years(next(filter(None, match.groups()), "")):
            is_of_latest = _NOW_THEN.search(passage.before(match.start()))
            from_year = last_named(match.start()) if match["n"] and not is_of_latest else latest
            is_base = not (match["n"] or match["back"]) or bool(
                COMPARES.search(passage.before(match.start()))
            )
            years = frozenset({Year(from_year.start - back)})
            yield Mention(*match.span(), YearsNamed(years, is_base, is_distance=True))


_LAST_YEAR, _THIS_YEAR = (
    compiled(r"last\s"),
    compiled(
        r"\bthis\s+year(?:[’']s)?\b[^.;:,\d]{0,30}?\s\d[\d,]*\b(?!%)|\b\d[\d,]*\s+this\s+year\b"
    ),
)
_OPENS = compiled(r"\W*(?:(?:in|for|and|but|during)\s+)*")


def _named_before(
    passage: Passage, latest: Year, named: list[Mention[YearsNamed]], start: int
) -> list[Mention[YearsNamed]]:
    """The earlier year that the sentence before is of: "2017/18: 95. The year before, 77"."""
    first = max(passage.line_start(start), passage.with_sentence_before(start)[0])
    before = [m for m in named if first <= m.start < start]
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


# "There were 311 in 2018/19: the latest total was 65 lower than three years earlier"
_NOW_THEN = compiled(
    r"\b(?:the\s+(?:latest|most\s+recent)\s+(?:total|figure|number|count)|now|today)\b[^.;:]{0,40}\bthan\s+\Z"
)
_UNDER = compiled(r"\b(?:under|after|off|between)\s+\Z")


def _pointed_to(passage: Passage, landmarks: Landmarks) -> Iterator[Mention[YearsNamed]]:
    """The years that words point to through the facts: "Below its peak", "the first count"."""
    for match, years in landmarks.whole_time(passage.text):
        is_at = match[0][:3].casefold() == "at "  # "184 at the start"
        lead = passage.before(match.start())
        is_compared = not is_at or COMPARES.search(lead) or _THAN_IT_WAS.search(lead)
        yield Mention(*match.span(), YearsNamed(years, bool(is_compared)))
    for match, years in landmarks.ends_until(passage.text):
        if years:
            yield Mention(*match.span("end"), YearsNamed(years))
    for match, years in landmarks.named(passage):
        before = passage.before(match.start())
        is_base = COMPARES.search(before) or _UNDER.search(before)
        yield Mention(*match.span(), YearsNamed(years, bool(is_base)))


_COMMA = compiled(r",\s+(?:(?:just|only|or|which\s+is|that\s+is)\s+)?")


def _explains_a_label(passage: Passage, distance: re.Match[str], latest: Year) -> bool:
    """Whether words explain a label: "The total for 2021/22, just a year earlier, was 204"."""
    text = passage.text
    return text.startswith(",", distance.end()) and any(
        label.first < latest.start and _COMMA.fullmatch(text, label.end, distance.start())
        for label in passage.labels
    )


def _from_the_one_before(
    passage: Passage,
    named: list[Mention[YearsNamed]],
    latest: Year,
    pointed: Sequence[Mention[YearsNamed]],
) -> Iterator[Mention[YearsNamed]]:
    """Years from the one named last: "The year after", "two years later".

    `pointed`: those that words point to, after which there may be a next: "152 in the first year of
    the pandemic, but 203 in the next".
    """
    text = passage.text
    found = [(m, 1) for m in NEXT.finditer(text)] + [(m, -1) for m in BEFORE_THAT.finditer(text)]
    found += [(m, 0) for pattern in (ON_THAT, _SAME_YEAR, THEN) for m in pattern.finditer(text)]
    then = {m.start() for m in THEN.finditer(text)}
    for match, way in sorted(found, key=lambda each: each[0].start()):
        start, _ = passage.sentence_bounds(match.start())
        if start:
            start, _ = passage.sentence_bounds(start - 1)
        is_same_time = bool(_SAME_TIME.search(match[0]))
        is_then = match.start() in then
        is_same = is_same_time or is_then or bool(_THAT_YEAR.search(match[0]))
        # "The same period" is one that was named, "that year" any year.
        of = [m for m in named if m.slot.is_base] if is_same_time else named
        if is_then or (is_same_time and _LONGER.search(match[0])):
            of = [m for m in named if not {latest, latest.previous} & m.slot.years]
        of = of if any(m.end <= match.start() for m in of) else named
        while is_same and start and not any(start <= m.start < match.start() for m in of):
            if text[start - 1] == "\n" and not (is_same_time or is_then):
                break
            start, _ = passage.sentence_bounds(start - 1)
        of_next = (*named, *pointed) if way == 1 else named
        before = [
            m for m in of_next if start <= m.start and m.end <= match.start() and m.slot.years
        ]
        if not before and way == 1 and "followed" in match[0]:
            first, _ = passage.sentence_bounds(max(0, start - 1))
            before = [m for m in named if first <= m.start < start and m.slot.years]
        elif not before and way == 1 and not passage.numbers_between(start, match.start()):
            # "… of 2018/19. A blip, they said. The following year it was 126"
            first = max(passage.line_start(start), passage.bounds_before(start)[0])
            before = [m for m in named if first <= m.start < start and m.slot.years]
        older = [m for m in before if latest not in m.slot.years]
        if is_then or is_same_time:
            before = [m for m in before if m in of and latest not in m.slot.years] or older
        elif way == 0 and ("same" in (said := match[0].casefold()) or said == "the year"):
            # "7,493, 13% more than a year earlier. In the same year …": not the year earlier.
            before = [m for m in before if not m.slot.is_base]
        number = numbers_in(match["n"] or "") if way == 1 else []
        if before or (way == -1 and match[0][:3].casefold() == "the"):
            from_year = max(max(before, key=lambda m: m.start).slot.years) if before else latest
            apart = int(number[0].value) if number else 1
            years = frozenset({Year(from_year.start + way * apart)})
            is_year = match[0].endswith("year") and not _ON.search(text, 0, match.start())
            is_year = is_year or (is_same_time and _is_of_a_change(passage, before, match.start()))
            is_base = way == 0 and not is_year
            if match[0][:3].casefold() == "at " or is_then:
                # "77 at the start of the period", "62% more than it was back then"
                lead = passage.before(match.start())
                is_base = bool(COMPARES.search(lead) or _THAN_IT_WAS.search(lead))
            mention = Mention(*match.span(), YearsNamed(years, is_base))
            named.append(mention)
            yield mention


_MOVED_BY = compiled(
    rf"(?<!\bhas\s)(?<!\bhave\s)\b(?:{RISE}|{FALL})(?:\s+\w+ly)?(?:\s+(?:by|of))?\s+(?:(?:just|only)\s+)?\Z"
)


def _is_of_a_change(passage: Passage, named: Sequence[Mention[YearsNamed]], at: int) -> bool:
    """Whether all that the sentence of a year has up to a place is one change within that year.

    "In 2020/21 our count fell by seven, and over the same period the national count rose": the
    same period is the year, and not the time since it.
    """
    last = max(named, key=lambda m: m.start, default=None)
    if last is None or last.slot.is_base or last.slot.is_distance:
        return False
    start, _ = passage.sentence_bounds(last.start)
    numbers = passage.numbers_between(start, at)
    return len(numbers) == 1 and bool(_MOVED_BY.search(passage.text[start : numbers[0].start]))
