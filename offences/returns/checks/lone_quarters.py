"""“Q1” with whole years and no other quarter: it may be the number of a question."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from offences.returns.sheet import Observation, Problem, ReadTable

_QUARTER = re.compile(r"\W*q ?[1-4]\W*", re.IGNORECASE)
_WHY = (
    "“{}” may be a quarter or the number of a question, and no other quarter is in this file. Type "
    "each count with its months: “31 Apr-Jun”, or “31 Apr-Mar” for a whole year."
)


def with_lone_quarters(tables: Sequence[ReadTable]) -> tuple[list[ReadTable], list[Problem]]:
    """The tables without the months of a quarter that is alone in its file, and what to ask."""
    words = {each.part_words for table in tables for each in table.observations} - {""}
    if len(words) != 1 or not all(map(_QUARTER.fullmatch, words)):
        return [*tables], []
    asked = [problem for table in tables for problem in _asked(table)]
    return [replace(each, observations=tuple(_without_months(each))) for each in tables], asked


def _without_months(table: ReadTable) -> Iterator[Observation]:
    for each in table.observations:
        yield replace(each, months=None) if each.part_words else each


def _asked(table: ReadTable) -> Iterator[Problem]:
    """One question about all counts of the quarter."""
    own = [each for each in table.observations if each.part_words]
    cells = [each.cell for each in own if each.cell]
    if own:
        why = _WHY.format(own[0].part_words)
        first, also = (cells[0], tuple(cells[1:])) if cells else (None, ())
        yield Problem(table.sheet, first, why, stops=True, also=also)
