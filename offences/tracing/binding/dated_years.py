"""The years that a text names by a label, a date or a month, perhaps to compare with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from offences.statistics.years import (
    JANUARY,
    MONTHS,
    Year,
    first_month,
    last_month,
    remembered_by_month,
)
from offences.tracing.binding.mentions import Mention
from offences.tracing.binding.months import is_month_of_count
from offences.tracing.binding.time_words import number_of_years
from offences.tracing.finding.clauses import Passage, year_of
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.spans import is_taken
from offences.tracing.finding.vocabulary import (
    CHANGE_NOUN,
    FALL,
    FALL_NOUN,
    MONTH,
    RISE,
    RISE_NOUN,
    YEAR,
    compiled,
)


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


COMPARES = compiled(
    r"\b(?:since|(?<!dates\s)(?<!dating\s)from|on|above|below|than(?:\s+in)?|compared\s+(?:with|to)|comparison\s+(?:with"
    r"|to)|against|beside|alongside|next\s+to"
    r"|versus|(?<!recently\s)(?<!late\s)(?<!back\s)(?<!early\s)as(?:\s+in|\s+there\s+were\s+in)?"
    r"|(?<!deal\s)(?<!deals\s)(?<!dealt\s)(?<!dealing\s)(?<!coped\s)(?<!charged\s)with|to\s+that\s+(?:of|in)|(?:records|counting|collection"
    r"|figures)\s+(?:began|begin|started|start)"
    r"(?:\s+in)?|(?<!^)(?<!^\s)(?<!you\s)(?<!we\s)(?<!I\s)(?<!yet\s)(?<!but\s)(?<!and\s)(?<!so\s)(?:go(?:es|ing)?|reach(?:es|ing)?|dat(?:e|es|ing))\s+back\s+to"
    r"|(?:start|begin)(?:s|ning|ing)?\s+(?:in|with)|\bsince\s[^.,;:\d]{3,60}?\s(?:in|for|with|from))\s+"
    r"(?:(?:early|late|mid|the|its|their|our|that|those|of|in|for|at|back\s+in|the\s+year|(?:financial|reporting)\s+year"
    r"|(?:the|its|their|an?)\s+(?:[\w-]+\s+)?(?:figure|total|number|level|count|tally|peak|high|low|point|mark)s?"
    r"|the\s+one(?=\s+(?:for|of|in|from|recorded|logged)\b)"
    r"|recorded|logged|seen|registered|reported|reached|what|where|it|they|we|police|officers"
    r"|(?<=than\s)(?-i:[A-Z])[\w’'-]+(?:\s+(?-i:[A-Z])[\w’'-]+){0,2}(?=\s+(?:recorded|logged|had|registered)\b)"
    r"|(?:the|those|these)\s+(?:same\s+)?(?:force|forces|county)|was|were|did|had|been|stood|dealt\s+with)\s+)*$"
)


# "Double the 2017/18 figure"
_TIMES_THE, _ITS_FIGURE = (
    compiled(
        r"\b(?:doubl|tripl|trebl|quadrupl|halv)\w+\s+(?:(?:the|its|their)\s+)?\Z"
        r"|\b(?:twice|thrice|times|half)\s+(?:(?:the|its|their)\s+)?\Z"
    ),
    compiled(r"(?:[’']s)?\s+(?:figure|total|number|count|level|tally)\b"),
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
# "In the year before 2020/21", "two years after 2018/19", "a year on from the 208 of 2019/20"
_APART = compiled(
    rf"\b(?:(?:an?|one|the)\s+year|(?<!the\s)(?<!those\s)(?<!last\s)(?<!past\s)(?P<n>{NUMBER})\s+years)\s+"
    r"(?:(?P<earlier>before|prior\s+to|earlier\s+than)|after|on\s+from|later\s+than|following)\s+"
    rf"(?:(?:that|the\s+(?:{NUMBER}|figure|total|number|count))\s+(?:of|for|in)\s+)?(?P<year>\d{{4}}[/–-]\d\d)\b"
)
# "More than it was before the fall in 2019/20"
_BEFORE_A_CHANGE = compiled(
    rf"\bbefore\s+(?:the|its|that)\s+(?:[\w-]+\s+)?(?:{RISE_NOUN}|{FALL_NOUN})\s+(?:in|of)\s+"
    r"(?P<year>\d{4}[/–-]\d\d)\b"
)
_CHANGED = compiled(rf"\b(?:{RISE}|{FALL}|change[ds]?)\b")
_BARE = compiled(
    r"(?:\b(?P<lead>in|during|for|since|from|on|than|with|to|between|and|until|of|by|throughout"
    r"|over|against"
    rf"|early|late|mid|the\s+year|(?P<month>{MONTH}))|\bthe)\s+(?P<year>(?:19|20)\d\d)\b"
    r"(?![/–-]\d|,\d|\s+(?:Act|Order|Bill|Regulations)\b)"
)
_OPENING = compiled(r"^\W*(?P<year>(?:19|20)\d\d)\b(?=,|\s+(?:saw|was|had|brought)\b)")
# "From 2018/19 to 2019/20", "in the space of a year, 2018/19 to 2019/20", "over the longer period,"
_RANGE = compiled(
    r"\b(?:(?P<how>from|between)\s+(?:the\s+year\s+|April\s+)?"
    r"|(?:(?:a|one)\s+year|years|period|stretch|span|interval|gap)(?:,\s+|\s[–—]\s|\s\())$"
)
# "2018/19 to 2019/20: from 110 offences to 149"
_IT_CHANGED = compiled(
    rf"(?::|\s[–—-]|,)\s+(?:from|up|down|an?\s+(?:[\w-]+\s+)?{CHANGE_NOUN}|{RISE}|{FALL})\b"
)
_RANGE_JOIN = compiled(r"\s+(?P<join>to|and|until)\s+(?:April\s+|March\s+)?|\s?[-–]\s?")


def dated(passage: Passage) -> list[Mention[YearsNamed]]:
    """Every year that a text names by a label or a date, in its order."""
    taken: list[Mention[YearsNamed]] = []
    for each in _absolute(passage):
        if not is_taken((each.start, each.end), taken):
            taken.append(each)
    return _joined(passage.text, sorted(taken, key=lambda each: each.start))


def _absolute(passage: Passage) -> Iterator[Mention[YearsNamed]]:
    """Each year that a text names by a label or a date; of two that overlap, the first counts."""
    yield from _from_a_label(passage)
    yield from _by_first_or_last_day(passage)
    yield from _years_to(passage)
    for label in passage.labels:
        if label.is_possible:
            yield _named(passage, label.start, label.end, Year(label.first))
    yield from _bare(passage)


def _named(passage: Passage, start: int, end: int, *years: Year) -> Mention[YearsNamed]:
    """The years that the words at a place may mean, to compare with if the words before do so."""
    lead = passage.before(start)
    is_base = COMPARES.search(lead) or (
        _TIMES_THE.search(lead) and _ITS_FIGURE.match(passage.text, end)
    )
    return Mention(start, end, YearsNamed(frozenset(years), bool(is_base)))


def _from_a_label(passage: Passage) -> Iterator[Mention[YearsNamed]]:
    """Each year that is so far from the one of a label: "two years after 2018/19"."""
    for match in _APART.finditer(passage.text):
        apart = number_of_years(f"{match['n']} years") if match["n"] else 1
        if of := year_of(match["year"]):
            way = -1 if match["earlier"] else 1
            yield _named(passage, *match.span(), Year(of.start + way * apart))
    for match in _BEFORE_A_CHANGE.finditer(passage.text):
        if of := year_of(match["year"]):
            yield _named(passage, *match.span(), of.previous)


def _by_first_or_last_day(passage: Passage) -> Iterator[Mention[YearsNamed]]:
    """Each year by its ends; none is meant where those of the figures have other ends."""
    for match in _ending().finditer(passage.text):
        year = Year.of_month(last_month(), int(match["year"]))
        ends = _month(match["month"]) == last_month()
        yield _named(passage, *match.span(), *([year] if ends else []))
    for match in _from_first_to_last_month().finditer(passage.text):
        first = Year(int(match["first"]))
        last = Year.of_month(last_month(), int(match["last"]))
        if first < last:
            to = YearsNamed(frozenset({last}), is_base=True, first=frozenset({first}))
            yield Mention(*match.span(), to)
        else:
            yield _named(passage, *match.span(), *([first] if first == last else []))


def _bare(passage: Passage) -> Iterator[Mention[YearsNamed]]:
    """Each year by four digits, perhaps with its month: "in 2018", "since April 2015"."""
    for match in (*_BARE.finditer(passage.text), *_OPENING.finditer(passage.text)):
        start, end = match.span("year")
        calendar = int(match["year"])
        month = (match.groupdict().get("month") or "").casefold()
        # To compare with, a bare year is the one that begins in it; else either.
        is_base = bool(COMPARES.search(passage.before(start)))
        is_exact = is_base or first_month() == JANUARY
        years = [Year(calendar)] if is_exact else [Year(calendar - 1), Year(calendar)]
        if month:
            # "Since April 2015"; a month of its own is no year of the figures.
            if not COMPARES.search(passage.before(match.start())):
                if is_month_of_count(passage, match.start(), end):
                    yield Mention(match.start(), end, YearsNamed(frozenset()))
                continue
            years = [Year.of_month(_month(month), calendar)]
            start = match.start()
        yield _named(passage, start, end, *years)


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
        return year_of(match["year"])
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
            is_between = how is not None and (how["how"] or "").casefold() == "between"
            is_and = (link["join"] or "").casefold() == "and"
            is_headed = not is_and and _IT_CHANGED.match(text, each.end)
            if is_headed or (how and is_between == is_and):
                whole = YearsNamed(each.slot.years, is_base=True, first=first.slot.years)
                joined[-1] = Mention(first.start, each.end, whole)
                continue
        joined.append(each)
    return joined
