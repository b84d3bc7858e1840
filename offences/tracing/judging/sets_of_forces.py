"""Numbers of all forces that replied, and of those alone that can be compared: never mixed."""

from collections.abc import Sequence

from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.sayable import SayableCount
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.judging.judgement import Judgement
from offences.tracing.judging.slots import suggested


def of_another_set(
    statement: Statement, evidence: Evidence, same: Sequence[SayableCount]
) -> Judgement | None:
    """A right number that stands with those of another set of forces."""
    if statement.categories or evidence.facts.panel is None:
        return None
    return _of_all(statement, evidence, same) or _of_those_compared(statement, evidence, same)


# "Among the 28 forces with figures for both years the number rose … to 8,860"
_OF_BOTH_YEARS = compiled(
    r"\bforces\b[^.;:]{0,40}\b(?:both|the\s+two|each\s+of\s+the\s+two)\s+years\b(?![^.;]*\b(?:forces|all)\b)"
)


def _of_all(
    statement: Statement, evidence: Evidence, same: Sequence[SayableCount]
) -> Judgement | None:
    """The number of all forces that replied, said of those alone that have both years."""
    if any(each.forces for each in same):
        return None
    own = [f for f in evidence.counts if f.forces and f.year == same[0].year]
    if not (own and _OF_BOTH_YEARS.search(statement.passage.before(statement.figure.start, 240))):
        return None
    return Judgement("mismatch", same[0].words, suggested(own))


_FROM = compiled(
    r"\b(?:(?:up|down|increase|rise|growth|jump|fall|drop|decrease)\s+(?:from|on)|compared\s+(?:with|to))"
    r"\s+(?:the\s+)?$"
)
_SAYS_WHICH = compiled(
    r"\b(?:both|like[\s-]for[\s-]like|comparable|be\s+compared|(?:the\s+)?same\s+forces|two\s+years)\b"
)


def _of_those_compared(
    statement: Statement, evidence: Evidence, same: Sequence[SayableCount]
) -> Judgement | None:
    """ "12,205, up from 9,884" where the base is of 37 forces and the new number of all 38."""
    passage, figure = statement.passage, statement.figure
    start, end = passage.sentence_bounds(figure.start)
    is_base = _FROM.search(passage.before(figure.start))
    if not (is_base and all(each.forces for each in same)):
        return None
    if _SAYS_WHICH.search(passage.text, start, end):
        return None
    before = {n.value for n in passage.numbers if start <= n.start < figure.start}
    latest = [f for f in evidence.counts if f.year == evidence.facts.latest and not f.categories]
    sets = {f.forces for f in latest if f.value in before}
    return (
        None
        if not sets or sets & {f.forces for f in same}
        else Judgement("mismatch", same[0].words)
    )
