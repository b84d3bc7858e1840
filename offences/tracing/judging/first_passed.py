"""The year in which a number was first passed: "topped 300 for the first time in 2016/17"."""

import re
from collections.abc import Mapping
from dataclasses import replace

from offences.english import number
from offences.statistics.years import Year
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import any_of, compiled
from offences.tracing.judging.judgement import Judgement
from offences.words import verdicts

_ABOVE = any_of(
    *("pass(?:ed|es|ing)", "topp(?:ed|ing)", "tops", "exceed(?:ed|s|ing)", "cross(?:ed|es|ing)"),
    *("(?P<reached>reach(?:ed|es|ing)|hit(?:s|ting)?)", "broke(?:\\s+through)?"),
    "surpass(?:ed|es|ing)",
    r"(?:went|gone|rose|risen|climbed|goes|rising|was|stood|were|been|go)\s+(?:above|over|past|to\s+more\s+than|more\s+than)",
)
_BELOW = (
    r"(?:fell|dropped|dipped|went|sank|fallen|dropping|falling|was|stood|were|been|fall|drop)"
    r"\s+(?:below|under|to\s+(?:less|fewer)\s+than|less\s+than|fewer\s+than)"
)
PASSED = (
    rf"(?:(?P<above>{_ABOVE})|(?P<below>{_BELOW}))\s+(?:the\s+)?(?P<n>{NUMBER})(?!\s*(?:%|per\b|p\.?c\b|year|force))"
    r"(?:[\s-]+(?:mark|barrier|threshold|(?:(?:online|sexual|sex|child|grooming|abuse|recorded|such)\s+){0,3}(?:offences|crimes|cases)(?:\s+against\s+children)?))?"
    r"(?:\s+in\s+(?:a|any|one)\s+(?:single\s+)?year)?"
)
FOR_THE_FIRST_TIME = r"for\s+the\s+(?:very\s+)?first\s+time"
_BEFORE = (
    compiled(rf"\b{PASSED},?\s+{FOR_THE_FIRST_TIME}(?:\s+ever)?,?\s+(?:back\s+)?in\s+\Z"),
    compiled(rf"\bfirst\s+{PASSED},?\s+(?:back\s+)?in\s+\Z"),
)
_AFTER = (
    compiled(
        rf"(?:(?!\b(?:from|now|has|have)\b)[^.;\d])*?\b{PASSED}\b[^.;\d]{{0,20}}?\b{FOR_THE_FIRST_TIME}\b"
    ),
    compiled(
        rf"(?:(?!\b(?:from|now|has|have)\b)[^.;\d])*?\b{FOR_THE_FIRST_TIME}\b[^.;\d]{{0,50}}?\b{PASSED}"
    ),
    # "It was in 2016/17 that the number first went past 100"
    compiled(rf"\s+(?:that|when)\b[^.;\d]*?\bfirst\s+{PASSED}"),
    compiled(
        rf",?\s+(?:was|is|became|marked)\s+the\s+first\s+year\s+(?:in\s+which|that|when|where)\b[^.;\d]*?\b{PASSED}"
    ),
)


def years_first_passed(statement: Statement, values: Mapping[Year, int]) -> list[Year] | None:
    """The years in which the number that is named beside a year was first passed, or None.

    None where no such thing is said, or where the `values` of the years begin beyond that number:
    it may have been passed in a year that they do not hold.
    """
    said, _ = _limit_of_year(statement.passage, statement.figure.start, statement.figure.end)
    if said is None:
        return None
    known = sorted(values.items())
    passed = [y for y, n in known if is_passed(said, n)]
    if not known or (passed and passed[0] == known[0][0]):
        return None
    return passed[:1]


def limit_first_passed(statement: Statement, evidence: Evidence) -> Judgement | None:
    """The verdict on a number, if it was first passed in the year that is named with it."""
    figure, passage = statement.figure, statement.passage
    if figure.kind != "count" or statement.categories or statement.role:
        return None
    for label in passage.labels_between(*passage.sentence_bounds(figure.start)):
        said, at = _limit_of_year(passage, label.start, label.end)
        if said is None or at + said.start("n") != figure.start:
            continue
        place = replace(figure, kind="year", start=label.start, end=label.end)
        if years_first_passed(replace(statement, figure=place), evidence.values) == [
            Year(label.first)
        ]:
            return Judgement("traced", verdicts.fact("limit", n=number(int(figure.value))))
    return None


def _limit_of_year(passage: Passage, start: int, end: int) -> tuple[re.Match[str] | None, int]:
    """What is said to have been passed first in the year here, and where the words begin."""
    before, after = passage.before(start, 160), passage.after(end)
    if said := next(filter(None, (each.search(before) for each in _BEFORE)), None):
        return said, start - len(before)
    return next(filter(None, (each.match(after) for each in _AFTER)), None), end


def is_passed(said: re.Match[str], n: int) -> bool:
    """Whether a number is past the one that is named: 300 has reached 300, and is not above it."""
    limit = numbers_in(said["n"])[0].value
    if said["reached"]:
        return n >= limit
    return n > limit if said["above"] else n < limit
