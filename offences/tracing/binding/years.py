"""The years that a text names, by a label or in words: its own year, or one to compare with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from offences.statistics.years import (
    JANUARY,
    MONTHS,
    Year,
    first_month,
    last_month,
    remembered_by_month,
)
from offences.tracing.binding.landmarks import Landmarks
from offences.tracing.binding.mentions import Mention
from offences.tracing.binding.months import is_month_of_count
from offences.tracing.binding.time_words import (
    AGO,
    BEFORE_THAT,
    IN_A_YEAR,
    LATEST,
    NEXT,
    ON_THAT,
    PREVIOUS,
    THEN,
    is_of_a_base,
    number_of_years,
)
from offences.tracing.finding.clauses import Passage, year_of
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.spans import is_taken
from offences.tracing.finding.vocabulary import FALL, MONTH, RISE, YEAR, compiled


@dataclass(frozen=True)
class YearsNamed:
    """The financial years that one expression may mean, most often one.

    `is_base`: they are named to compare with ("since 2015/16"). `is_distance`: they are so many
    years before another ("in three years", "the year before"). `first` is where a range begins
    ("from 2015/16 to 2018/19"). `is_time`: a change is said to be within them ("in the past year");
    `is_one_year`: it takes one year.
    """

    years: frozenset[Year]
    is_base: bool = False
    is_distance: bool = False
    first: frozenset[Year] = frozenset()
    is_time: bool = False
    is_one_year: bool = False


_COMPARES = compiled(
    r"\b(?:since|(?<!dates\s)(?<!dating\s)from|on|above|below|than(?:\s+in)?|compared\s+(?:with|to)|comparison\s+(?:with"
    r"|to)|against"
    r"|versus|(?<!recently\s)(?<!late\s)(?<!back\s)(?<!early\s)as(?:\s+in)?|with|to\s+that\s+(?:of|in)|(?:records|counting|collection"
    r"|figures)\s+(?:began|begin|started|start)"
    r"(?:\s+in)?|(?<!^)(?<!^\s)(?<!you\s)(?<!we\s)(?<!I\s)(?<!yet\s)(?<!but\s)(?<!and\s)(?<!so\s)(?:go(?:es|ing)?|reach(?:es|ing)?|dat(?:e|es|ing))\s+back\s+to"
    r"|(?:start|begin)(?:s|ning|ing)?\s+(?:in|with)|\bsince\s[^.,;:\d]{3,60}?\s(?:in|for|with|from))\s+"
    r"(?:(?:early|late|mid|the|its|their|our|that|those|of|in|for|at|back\s+in|the\s+year|(?:financial|reporting)\s+year"
    r"|(?:the|its|their|an?)\s+(?:[\w-]+\s+)?(?:figure|total|number|level|count|tally|peak|high|low|point|mark)s?"
    r"|recorded|logged|seen|registered|reported|reached|what|where|it|they|police|officers"
    r"|(?:the|those|these)\s+(?:same\s+)?(?:force|forces|county)|was|were|had|been|stood|dealt\s+with)\s+)*$"
)


@remembered_by_month(1)
def _ending() -> re.Pattern[str]:
    """The pattern of a year by its last day: "The year to 31 March 2019"."""
    return compiled(
        r"\b(?:the\s+)?(?:financial\s+|reporting\s+)?(?:year|(?:12"
        r"|twelve)[-\s]+months?(?:\s+period)?)\s+"
        r"(?:up\s+)?(?:to|ending|ended|which\s+ended)\s+(?:in\s+|on\s+)?(?:the\s+end\s+of\s+)?"
        rf"(?:{_last_day()}\s+)?(?P<month>{MONTH})\s+(?P<year>(?:19|20)\d\d)\b"
    )


def _last_day() -> str:
    return rf"{Year(2018).ends_on.day}(?:st|th)?"


@remembered_by_month(1)
def _from_first_to_last_month() -> re.Pattern[str]:
    """The pattern of a year by its first and last day: "1 April 2018 to 31 March 2019"."""
    first, last = MONTHS[first_month() - 1], MONTHS[last_month() - 1]
    return compiled(
        rf"\b(?:1(?:st)?\s+)?{first}\s+(?P<first>(?:19|20)\d\d)\s*(?:to|and|until|[-–])\s*"
        rf"(?:(?:the\s+)?end\s+of\s+)?(?:{_last_day()}\s+)?{last}\s+"
        r"(?P<last>(?:19|20)\d\d)\b"
    )


# "In the five years to 2018/19", "in the two years to March 2019"
_YEARS_TO = compiled(
    rf"\b(?:in|over|during|within|across)\s+(?:just\s+|only\s+)?(?:the\s+)?(?P<n>{NUMBER})\s+years\s+"
    r"(?:up\s+)?(?:to|ending(?:\s+in)?|ended)\s+(?:the\s+end\s+of\s+)?(?:\d\d(?:st|th)?\s+)?"
    rf"(?:(?P<month>{MONTH})\s+)?(?P<year>{YEAR})"
)
_CHANGED = compiled(rf"\b(?:{RISE}|{FALL}|change[ds]?)\b")
_YEAR_TO_YEAR = compiled(
    r"\bin\s+(?P<label>(?P<first>(?:19|20)\d\d)\s+to\s+(?P<last>(?:19|20)\d\d))\b"
)
_BARE = compiled(
    r"(?:\b(?P<lead>in|during|for|since|from|on|than|with|to|between|and|until|of|by|throughout"
    r"|over|against"
    rf"|early|late|mid|the\s+year|(?P<month>{MONTH}))|\bthe)\s+(?P<year>(?:19|20)\d\d)\b"
    r"(?![/–-]\d|,\d|\s+(?:Act|Order|Bill|Regulations)\b)"
)
_OPENING = compiled(r"^\W*(?P<year>(?:19|20)\d\d)\b(?=,|\s+(?:saw|was|had|brought)\b)")
_OF_ITS_YEAR = compiled(rf"\b(?:in|for|of)\s+{YEAR}\b[^.;:\d]{{0,40}}\Z")
_WITHIN = compiled(r"\b(?:in|over|during|within)\s+(?:just\s+)?$")
_ON = compiled(r"\b(?:on|than|with)\s+\Z")
_SAME_YEAR = compiled(
    r"\b(?:in\s+)?(?:(?:the\s+same|that(?:\s+first)?)\s+year\b|the\s+year(?=[’']s\b))"
)
_SAME_TIME = compiled(
    r"\b(?:the\s+(?:same\s+(?!year\b)|(?:\w+\s+)?period\b)|(?:start|beginning)\s+of\s+th(?:at|e)\b"
    r"|(?:those|these)\s+(?:same\s+(?:\w+\s+)?)?years\b|that\s+(?:\w+\s+)?(?:stretch|period|time|span)\b)"
)
_LONGER = compiled(r"\bthat\b|\byears\b")  # than the one year since the year before
_SINCE_THEN = compiled(r"(?:\bso\b|;)[^.]*\Z")
_THAN_IT_WAS = compiled(r"\b(?:than|as|what)\s+(?:it|they|there)\s+(?:was|were|had\s+been)\s+\Z")
_RANGE = compiled(r"\b(?P<how>from|between)\s+(?:the\s+year\s+|April\s+)?$")
_RANGE_JOIN = compiled(r"\s+(?P<join>to|and|until)\s+(?:April\s+|March\s+)?|\s?[-–]\s?")


def years_in(passage: Passage, latest: Year, landmarks: Landmarks) -> list[Mention[YearsNamed]]:
    """Every expression of a year, in the order of the text."""
    taken: list[Mention[YearsNamed]] = []
    for each in _absolute(passage):
        if not is_taken((each.start, each.end), taken):
            taken.append(each)
    taken = _joined(passage.text, sorted(taken, key=lambda each: each.start))
    # One after the other: "the year before that" is told from those that are known by then.
    relative = _relative(passage, latest, taken)
    between = _between(passage, latest, taken)
    for each in chain(relative, _pointed_to(passage, landmarks), between):
        if not is_taken((each.start, each.end), taken):
            taken.append(each)
    return sorted(taken, key=lambda each: each.start)


def _absolute(passage: Passage) -> Iterator[Mention[YearsNamed]]:
    text = passage.text

    def named(start: int, end: int, *years: Year) -> Mention[YearsNamed]:
        is_base = bool(_COMPARES.search(passage.before(start)))
        return Mention(start, end, YearsNamed(frozenset(years), is_base))

    for match in _ending().finditer(text):
        year = Year.of_month(last_month(), int(match["year"]))
        ends = _month(match["month"]) == last_month()
        yield named(*match.span(), *([year] if ends else []))
    for match in _from_first_to_last_month().finditer(text):
        first = Year(int(match["first"]))
        last = Year.of_month(last_month(), int(match["last"]))
        if first < last:
            to = YearsNamed(frozenset({last}), is_base=True, first=frozenset({first}))
            yield Mention(*match.span(), to)
        else:
            yield named(*match.span(), *([first] if first == last else []))
    yield from _years_to(passage)
    for label in passage.labels:
        if label.is_possible:
            yield named(label.start, label.end, Year(label.first))
    for match in _YEAR_TO_YEAR.finditer(text):
        if int(match["last"]) == int(match["first"]) + 1 and first_month() != JANUARY:
            yield named(*match.span("label"), Year(int(match["first"])))
    for match in (*_BARE.finditer(text), *_OPENING.finditer(text)):
        start, end = match.span("year")
        calendar = int(match["year"])
        month = (match.groupdict().get("month") or "").casefold()
        # To compare with, a bare year is the one that begins in it; else either.
        is_base = bool(_COMPARES.search(passage.before(start)))
        is_exact = is_base or first_month() == JANUARY
        years = [Year(calendar)] if is_exact else [Year(calendar - 1), Year(calendar)]
        if month:
            # "Since April 2015"; a month of its own is no year of the figures.
            if not _COMPARES.search(passage.before(match.start())):
                if is_month_of_count(passage, match.start(), end):
                    yield Mention(match.start(), end, YearsNamed(frozenset()))
                continue
            years = [Year.of_month(_month(month), calendar)]
            start = match.start()
        yield named(start, end, *years)


def _years_to(passage: Passage) -> Iterator[Mention[YearsNamed]]:
    """Each time of a change over so many years: "In the five years to March 2022 it rose"."""
    for match in _YEARS_TO.finditer(passage.text):
        last, n = _end_of_years(match), number_of_years(f"{match['n']} years")
        if last and n and _CHANGED.search(passage.sentence(match.start())):
            first = frozenset({Year(last.start - n)})
            yield Mention(*match.span(), YearsNamed(frozenset({last}), is_base=True, first=first))


def _end_of_years(match: re.Match[str]) -> Year | None:
    """The last of the years up to a time; None where that is in the middle of one."""
    if not match["month"]:
        return year_of(match["year"]) if len(match["year"]) > 4 else None
    is_end = _month(match["month"]) == last_month() and len(match["year"]) == 4
    return Year.of_month(last_month(), int(match["year"])) if is_end else None


def _month(name: str) -> int:
    return MONTHS.index(name.capitalize()) + 1


def _joined(text: str, found: list[Mention[YearsNamed]]) -> list[Mention[YearsNamed]]:
    """The years, two of one expression as one: "From 2015/16 to 2018/19"."""
    joined: list[Mention[YearsNamed]] = []
    for each in found:
        if joined and (link := _RANGE_JOIN.fullmatch(text, joined[-1].end, each.start)):
            first = joined[-1]
            how = _RANGE.search(text, 0, first.start)
            if how and (how["how"].casefold() == "between") == (link["join"] == "and"):
                whole = YearsNamed(each.slot.years, is_base=True, first=first.slot.years)
                joined[-1] = Mention(first.start, each.end, whole)
                continue
        joined.append(each)
    return joined


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
        if _COMPARES.search(lead) and not _THAN_IT_WAS.search(lead):
            # "On last year" compares: this year's figures are meant to be newer.
            yield Mention(*match.span(), YearsNamed(frozenset({latest.previous}), True))
        else:
            is_time = bool(_WITHIN.search(passage.before(match.start())))
            yield Mention(*match.span(), YearsNamed(frozenset({latest}), is_time=is_time))
    for match in PREVIOUS.finditer(text):
        if _explains_a_label(passage, match, latest):
            continue
        of = next((name for name in ("count", "asked", "before", "last", "was") if match[name]), 0)
        start, end = match.span(of)
        is_base = bool(of not in (0, "was") or _COMPARES.search(passage.before(start)))
        years = frozenset({last_named(start, is_base=is_base).previous})
        yield Mention(start, end, YearsNamed(years, is_base, is_distance=True))
    for match in AGO.finditer(text):
        if back := number_of_years(match["n"] or match["m"] or match["k"] or match["back"]):
            is_of_latest = _NOW_THEN.search(passage.before(match.start()))
            from_year = last_named(match.start()) if match["n"] and not is_of_latest else latest
            is_base = not (match["n"] or match["back"]) or bool(
                _COMPARES.search(passage.before(match.start()))
            )
            years = frozenset({Year(from_year.start - back)})
            yield Mention(*match.span(), YearsNamed(years, is_base, is_distance=True))
    yield from _from_the_one_before(passage, named, latest)


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
    is_own = len(said.years) == 1 and not (said.is_base or said.is_distance)
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
_THAN_AT = compiled(r"\bthan\s+at\s+\Z")


def _pointed_to(passage: Passage, landmarks: Landmarks) -> Iterator[Mention[YearsNamed]]:
    """The years that words point to through the facts: "Below its peak", "the first count"."""
    for match, years in landmarks.whole_time(passage.text):
        is_at = match[0][:3].casefold() == "at "  # "184 at the start"
        lead = passage.before(match.start())
        is_compared = not is_at or _COMPARES.search(lead) or _THAN_IT_WAS.search(lead)
        yield Mention(*match.span(), YearsNamed(years, bool(is_compared)))
    for match, years in landmarks.named(passage):
        before = passage.before(match.start())
        is_base = _COMPARES.search(before) or _UNDER.search(before) or _THAN_AT.search(before)
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
    passage: Passage, named: list[Mention[YearsNamed]], latest: Year
) -> Iterator[Mention[YearsNamed]]:
    """Years from the one named last: "The year after", "two years later"."""
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
        is_same = is_same_time or is_then or match[0].casefold().endswith("that year")
        # "The same period" is one that was named, "that year" any year.
        of = [m for m in named if m.slot.is_base] if is_same_time else named
        if is_then or (is_same_time and _LONGER.search(match[0])):
            of = [m for m in named if not {latest, latest.previous} & m.slot.years]
        of = of if any(m.end <= match.start() for m in of) else named
        while is_same and start and not any(start <= m.start < match.start() for m in of):
            if text[start - 1] == "\n" and not (is_same_time or is_then):
                break
            start, _ = passage.sentence_bounds(start - 1)
        before = [m for m in named if start <= m.start and m.end <= match.start() and m.slot.years]
        if not before and way == 1 and "followed" in match[0]:
            first, _ = passage.sentence_bounds(max(0, start - 1))
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
            is_base = way == 0 and not is_year
            if match[0][:3].casefold() == "at " or is_then:
                # "77 at the start of the period", "62% more than it was back then"
                lead = passage.before(match.start())
                is_base = bool(_COMPARES.search(lead) or _THAN_IT_WAS.search(lead))
            mention = Mention(*match.span(), YearsNamed(years, is_base))
            named.append(mention)
            yield mention
