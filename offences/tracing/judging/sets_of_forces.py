"""Numbers of all forces that replied, and of those alone that can be compared: never mixed."""

from collections.abc import Sequence
from fractions import Fraction

from offences.tracing.binding.statement import KNOWN, UNKNOWN, Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.sayable import SayableCount
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.judging.judgement import Judgement

_FROM = compiled(
    r"\b(?:(?:up|down|increase|rise|growth|jump|fall|drop|decrease)\s+(?:from|on)|compared\s+(?:with|to))"
    r"\s+(?:the\s+)?$"
)

# "Rose by 3,128 in a year to 25,327"
_BY_SO_MANY = compiled(
    rf"\bby\s+(?P<by>{NUMBER})(?:\s+(?:offences|crimes|cases))?"
    r"(?:\s+(?:in|over|within)\s+(?:a|one|the|just\s+a)\s+(?:\w+\s+)?year)?,?\s+to\s+$"
)


def of_another_set(
    statement: Statement, evidence: Evidence, same: Sequence[SayableCount]
) -> Judgement | None:
    """ "12,205, up from 9,884" where the base is of 37 forces and the new number of all 38."""
    if statement.categories or evidence.facts.panel is None or statement.forces:
        return None
    passage, figure = statement.passage, statement.figure
    if by := _BY_SO_MANY.search(passage.before(figure.start)):
        return _not_of_the_rise(by["by"], figure.value, evidence, same)
    start, _ = passage.sentence_bounds(figure.start)
    is_base = _FROM.search(passage.before(figure.start))
    if not (is_base and all(each.forces for each in same)):
        return None
    before = {n.value for n in passage.numbers_between(start, figure.start)}
    sets = {f.forces for f in _totals(evidence) if f.value in before - _ends(evidence, before)}
    return (
        None
        if not sets or sets & {f.forces for f in same}
        else Judgement("mismatch", same[0].words)
    )


def _totals(evidence: Evidence) -> list[SayableCount]:
    """The numbers of all offences in the latest year; those with a known age or site are not."""
    of_year = (f for f in evidence.counts if f.year == evidence.facts.latest)
    return [f for f in of_year if not f.categories and f.role not in (KNOWN, UNKNOWN)]


def _ends(evidence: Evidence, given: set[Fraction]) -> set[Fraction]:
    """ "Between 3 and 6": of these numbers, the ends of a range, which are no totals."""
    latest = (r for r in evidence.ranges if r.year == evidence.facts.latest)
    ends = ({Fraction(r.low), Fraction(r.high)} for r in latest if r.high is not None)
    return {end for each in ends if each <= given for end in each}


def _not_of_the_rise(
    written: str, end: Fraction, evidence: Evidence, same: Sequence[SayableCount]
) -> Judgement | None:
    """A sum of some forces where the rise beside it, right by itself, is one of others."""
    by = numbers_in(written)[0].value
    ends = {new for old, new in _exact(evidence) if abs(new - old) == by}
    is_of_some = all(each.forces for each in same)
    return Judgement("mismatch", same[0].words) if ends and is_of_some and end not in ends else None


def _exact(evidence: Evidence) -> list[tuple[int, int]]:
    return [(p.old.low, p.new.low) for p in evidence.pairs_of_forces if p.is_exact]
