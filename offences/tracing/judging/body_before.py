"""A figure of no named body is of the body of the figure before it, where it continues that."""

import re
from collections.abc import Callable, Sequence

from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.judging.judgement import Judgement
from offences.tracing.judging.slots import in_slots, suggested

Judge = Callable[[Statement, Sequence[Evidence]], Judgement]

_RIGHT = ("traced", "rounded")
_OF_ANY_BODY = ("year", "since", "from_year", "exempt", "months", "data_years", "span")
_THAT_IS = compiled(
    r"\W*(?:that|this|it)(?:\s+(?:is|was|means|represents|equals|makes|works\s+out\s+at"
    r"|amounts\s+to)|[’']s)\s+(?:\w+\s+){0,5}"
)
_NEW_ITEM = re.compile(r"[^\n]*\n[ \t]*(?:[-•●▪◦‣■*>–]|\(?\d{1,2}[.)])[ \t][^\n]*")
_IN_ITEM = re.compile(r"[ \t]*(?:[-•●▪◦‣■*>–]|\(?\d{1,2}[.)])[ \t]")


def of_another_body(
    place: int,
    statements: Sequence[Statement],
    judged: Sequence[Judgement],
    documents: Sequence[Evidence],
    judge: Judge,
) -> str | None:
    """What should stand where a right number is of another body than the one before; or None.

    "Boys in 13 of the 54. Girls in 79%", "… recorded 131 offences. That is an average of ten a
    day", and the lines of one list: each is of the force, or each of all forces.
    """
    statement = statements[place]
    if not place or judged[place].verdict not in _RIGHT or statement.bodies:
        return None
    numbers = (n for n in range(place - 1, -1, -1) if _is_of_a_body(statements[n]))
    last = next(numbers, None)
    if last is None or judged[last].verdict not in _RIGHT:
        return None
    before = statements[last]
    if not _continues(before, statement):
        return None
    of_it = [each for each in documents if judge(statement, [each]).verdict in _RIGHT]
    if len(of_it) == len(documents):
        return None
    named = [each for body in before.bodies for each in body.documents]
    of_before = named or [e for e in documents if judge(before, [e]).verdict in _RIGHT]
    if len(of_before) != 1 or not of_it or of_before[0] in of_it:
        return None
    facts = in_slots(statement, of_before[0], of_before[0].counts)
    return suggested(facts) if statement.figure.kind == "count" else ""


def _is_of_a_body(statement: Statement) -> bool:
    return statement.figure.kind not in _OF_ANY_BODY


def _continues(before: Statement, statement: Statement) -> bool:
    """Whether a figure goes on with what the one before it is of."""
    text = statement.passage.text
    between = text[before.figure.end : statement.figure.start]
    start, _ = statement.passage.sentence_bounds(statement.figure.start)
    if start >= before.figure.end and _THAT_IS.fullmatch(text, start, statement.figure.start):
        return statement.passage.bounds_before(start)[0] <= before.figure.start
    is_near = "\n" not in between and between.count(". ") < 2
    if before.bodies:
        return is_near
    line = text.rfind("\n", 0, before.figure.start) + 1
    if _NEW_ITEM.fullmatch(between) and _IN_ITEM.match(text, line):
        return True
    if is_near and statement.figure.kind == "record":
        return statement.passage.sentence_bounds(before.figure.start)[0] == start
    of = _breakdown(statement)
    return is_near and bool(of) and of == _breakdown(before)


def _breakdown(statement: Statement) -> str:
    """What a number is a part of: the ages, the sexes, the platforms; empty if of no part."""
    if statement.figure.kind in ("mode", "youngest"):
        return "age"
    kinds = {each.kind for each in statement.categories} or {statement.known_of}
    return min(kinds) if len(kinds) == 1 else ""
