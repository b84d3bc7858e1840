"""Which way a number is said to go, against the facts of the years that are compared."""

import re
from collections.abc import Iterator

from offences.english import number
from offences.statistics.years import Year
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.time_words import number_of_years
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.sayable import SayableCount
from offences.tracing.finding.candidates import split_modifier
from offences.tracing.finding.clauses import year_of
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import (
    FALL,
    FELL_IN_NEWS,
    RISE,
    ROSE_IN_NEWS,
    YEAR,
    any_of,
    compiled,
)
from offences.tracing.judging.judgement import Judgement
from offences.tracing.judging.slots import years_of
from offences.words import verdicts

_RISE = any_of(RISE, ROSE_IN_NEWS, "leap(?:s|ed|t|ing)?", "shot", "swell(?:s|ed)?", "rocketed")
_FALL = any_of(FALL, FELL_IN_NEWS)
_WAY = rf"\b(?:(?P<rise>{_RISE})|(?P<fall>{_FALL}))\b"
_OF = (
    r"(?:(?:the|just|only|some|a\s+total\s+of|between|at\s+least|(?:fewer|no\s+more)\s+than|those"
    rf"|(?:previous|earlier|last)\s+(?:figure|total|number|year[’']s)(?:\s+of)?|{YEAR}[’']s)\s+)*$"
)
_FROM = compiled(
    rf"{_WAY}(?:\s+(?:\w+ly|again|back|yet|slightly|a\s+little|in\s+\w+)){{0,2}}(?:,?\s+from|\s+(?:on"
    rf"|(?<!more )(?<!fewer )than|than(?=\s+(?:the\b|{YEAR}[’']s))))\s+{_OF}"
    r"|(?<!\bjust )(?:\b(?P<above>above)|\b(?P<below>below))\s+the\s+$"
)
_NEAR = r"(?:(?!\b(?:from|to)\b)[^.;:\d])"
# In "fell by more than half from 60 to 20" it is "fell" that says which way.
_ROSE_TO = compiled(
    rf"(?!\b(?:more|fewer)\s+than\b){_WAY}{_NEAR}{{0,50}}?(?:\bfrom\s+(?P<old>{NUMBER})(?:(?!\b(?:{_RISE}"
    rf"|{_FALL})\b)[^.;:]){{0,40}}?)?"
    r"\bto\s+(?:just\s+|only\s+|some\s+|a\s+(?:total|record)\s+(?:of\s+)?)?$"
)
_YEAR_BESIDE = compiled(
    rf"(?:\s+(?:offences|crimes|cases))?\s+\(?(?:(?:in|for|during)\s+)?(?P<year>{YEAR})"
)
# "Went up by nine per cent, to 121": the change is a figure, and is judged by its way itself.
_BY_SO_MANY = compiled(
    rf"\b\w+\s+(?:of|(?:[^.;:\d]{{1,40}}\s)?by)\b[^.,;:\d]{{0,25}}?\s"
    rf"(?:{NUMBER}|(?:half|thirds?|quarters?|fifths?|tenths?)\b)"
)
_ADDS = compiled(r"\badd(?:s|ed|ing)?\s+\Z")  # "They add up to 545"
_THEN_TO = compiled(rf"[^.;]{{0,60}}?\bto\s+(?:\w+\s+){{0,3}}?{NUMBER}")
_IN_ITS_YEAR = compiled(rf"(?:\s+(?:offences|crimes|cases))?,?\s+in\s+{YEAR}")
_SINCE = compiled(
    rf"\bsince\s+(?P<year>{YEAR})|\b(?:in|over|within|during)\s+(?:the\s+)?(?:last\s+|past\s+)?"
    rf"(?P<many>{NUMBER}\s+years)\b"
)
_THAT = compiled(r"\W*(?:that(?!\s+(?:the|its?|there|an?)\b)|this|it|which|they)\b")


def reversed_to(statement: Statement, evidence: Evidence, fact: SayableCount) -> Judgement | None:
    """The verdict on a number that is reached the other way: "fell to 310", up from 290."""
    before, _ = split_modifier(statement.passage.before(statement.figure.start))
    match = _last(_ROSE_TO, before)
    if not match or _ADDS.search(before, 0, match.start()):
        return None
    if _BY_SO_MANY.match(before, match.start()):
        return None
    if match.groupdict().get("old"):
        olds = _total_of_its_year(match, before, evidence)
        olds = olds or {int(numbers_in(match["old"])[0].value)}
        same = [c for c in evidence.changes if c.pair.is_exact and c.pair.old.low in olds]
        is_new = all(each.pair.new.low != fact.value for each in same)
        is_one_pair = statement.forces is None or statement.forces.is_compared
        is_mixed = evidence.facts.panel and is_one_pair and not fact.categories
        if is_mixed and same and is_new:
            # The old sum is of the forces with both figures; the new one is of others, too.
            return Judgement("mismatch", same[0].words, number(same[0].pair.new.low))
    elif fact.categories or fact.role:
        return None
    elif named := _last_named(statement, evidence, fact):
        olds = {named}
        if _IN_ITS_YEAR.match(statement.passage.after(statement.figure.end)):
            # "There were 96. A dip to 152 in 2020/21 …": from the year before it as well
            olds |= {c.value for c in evidence.totals if c.year == fact.year.previous}
    elif since := _since_named(statement, evidence, fact):
        olds = since
    else:
        changes = evidence.change_since(fact.year.previous, fact.year)
        changes = changes or (evidence.changes if fact.year == evidence.facts.latest else [])
        olds = {each.exact[0] for each in changes if each.exact}
    said = "rise" if match["rise"] else "fall"
    ways = {"rise" if fact.value > old else "fall" if fact.value < old else "" for old in olds}
    if not olds or said in ways or "" in ways:
        return None
    return Judgement("mismatch", verdicts.fact("not_way", way=said, n=fact.value))


def _total_of_its_year(match: re.Match[str], before: str, evidence: Evidence) -> set[int]:
    """The total of the year that is said with the start of a change: "from 322 in 2021/22 to"."""
    label = _YEAR_BESIDE.match(before, match.end("old"))
    year = year_of(label["year"]) if label else None
    return {c.value for c in evidence.totals if c.year == year and not c.forces}


def _last(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    """The match that begins last: "After three years of growth it fell back to 310"."""
    found, match = None, pattern.search(before)
    while match:
        found, match = match, pattern.search(before, match.start() + 1)
    return found


def _since_named(statement: Statement, evidence: Evidence, fact: SayableCount) -> set[int]:
    """The totals of the year a change is said to run from: "Since 2014/15", "in five years"."""
    found = _SINCE.search(statement.passage.sentence(statement.figure.start))
    if found is None:
        return set()
    if found["year"]:
        firsts = {year_of(found["year"])}
    else:
        first = fact.year.start - number_of_years(found["many"])
        firsts = {Year(first), Year(first + 1)}
    return {c.value for c in evidence.totals if c.year in firsts}


def _last_named(statement: Statement, evidence: Evidence, fact: SayableCount) -> int | None:
    """The total of an earlier year that the text gave last: "There were 27. It fell to 31"."""
    at = statement.figure.start
    first, _ = statement.passage.with_sentence_before(at)
    totals = {
        c.value for c in evidence.counts if c.year < fact.year and not (c.categories or c.forces)
    }
    before = statement.passage.numbers_between(first, at)
    return int(before[-1].value) if before and before[-1].value in totals else None


def unless_reversed(
    statement: Statement, evidence: Evidence, fact: str, ends: tuple[int, int | None]
) -> Judgement:
    """Right, unless it is said to have risen from it and every change from it is a fall."""
    passage, figure = statement.passage, statement.figure
    before = passage.before(figure.start)
    match = _FROM.search(before)
    if not match or _THEN_TO.match(passage.after(figure.end)):
        return Judgement("traced", fact)
    stated = "rise" if match["rise"] or match["above"] else "fall"
    low, high = ends
    ways = set(_ways_from(statement, evidence, low, high))
    if not ways or "" in ways or stated in ways:
        return Judgement("traced", fact)
    other = "down" if stated == "rise" else "up"
    return Judgement("mismatch", fact, f"{other} from {fact}")


def _ways_from(
    statement: Statement, evidence: Evidence, low: int, high: int | None
) -> Iterator[str]:
    """The changes from a number: to the total or year that the text gave last, or the latest."""
    if high is not None and (new := _given_before(statement, evidence, low)) is not None:
        yield "rise" if new > high else "fall" if new < low else ""
        return
    named = _year_before(statement)
    for year in sorted(years_of(statement, evidence)):
        to = {named if named and year < named else evidence.facts.latest}
        if _THEN_OTHERWISE.match(statement.passage.after(statement.figure.end)):
            to = {Year(year.start + 1)}
        for change in (each for end in sorted(to) for each in evidence.change_since(year, end)):
            if change.pair.old.high == high:
                yield change.way


# "It dipped from 160 in 2019/20 before the leap of 2021/22"
_THEN_OTHERWISE = compiled(
    rf"(?:\s+(?:offences|crimes|cases))?\s+in\s+{YEAR},?\s+(?:before|until|(?:and|but)\s+then)\b"
)
# Not "14 more than the 19", "12 forces"; but "226 is lower"
_OF_NO_TOTAL = compiled(
    r"\s+(?:(?!(?:is|was|are|were|remains?)\b)\w+\s+)?(?:(?:forces|constabularies|areas|years|months)|(?:more|fewer|extra|higher|lower)"
    r"|(?:above|below|up\s+on|down\s+on))\b"
)


# "Nearly double the 54 of 2017/18, and higher than the 96 of 2020/21": no total that it is now
_IS_BASE = compiled(
    rf"\b(?:than|from|above|below|over|under|on|against|with|after|doubl(?:e|ed|ing)|trebl(?:e|ed|ing)|tripl(?:e|ed|ing)|twice|half|times)"
    rf"\s+(?:(?:the|just|only|some|last\s+year[’']s|its|{YEAR}[’']s)\s+)*\Z"
)
# "65 more than in the previous year, when 233 were recorded, and 77 more than the 221 of 2018/19"
_WHEN_IT_WAS = compiled(r",\s+when\s[^.;:,\d]*\Z")


def _given_before(statement: Statement, evidence: Evidence, own: int) -> int | None:
    """The total that this sentence, or the last, gave: "There were 380, down from 412"."""
    passage, at = statement.passage, statement.figure.start
    start, _ = passage.sentence_bounds(at)
    if start and _THAT.match(passage.text, start):
        start, _ = passage.sentence_bounds(start - 1)
    totals = {c.value for c in evidence.totals} - {own}
    given = [
        int(n.value)
        for n in passage.numbers_between(start, at)
        if n.value in totals
        and not _OF_NO_TOTAL.match(passage.text, n.end)
        and not _WHEN_IT_WAS.search(passage.text[start : n.start])
        and not _IS_BASE.search(passage.before(n.start))
    ]
    return given[-1] if given else None


def _year_before(statement: Statement) -> Year | None:
    """The year named before a number: "In 2016/17 it had fallen from 412"."""
    passage, at = statement.passage, statement.figure.start
    start, _ = passage.sentence_bounds(at)
    named = passage.labels_between(start, at)
    return Year(named[-1].first) if named else None
