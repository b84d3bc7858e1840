"""Changes told in turn, of years that no word says: "by 13, then 24, then 36"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from offences.statistics.years import Year
from offences.tracing.binding.change_rows import IN_LAST_YEARS, YEARS_BEFORE, change_row
from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate, Kind
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import FALL, RISE, compiled

_WAYS = compiled(rf"\b(?:(?P<rise>{RISE})|(?P<fall>{FALL}))\b")
_LAST_YEARS = compiled(rf"\s+in\s+the\s+(?:last|past|latest)\s+{NUMBER}\s+years\b")


def as_changes(statement: Statement, documents: Documents, scene: Scene) -> Iterator[Statement]:
    """A change of two or more in a row, of its year: "after rises of 26 and 16 in two years".

    Only where the body has these changes in this order once. Of two, the words behind them must
    tell in which years they were.
    """
    figure, own = statement.figure, statement.own_facts(documents)
    row = change_row(scene, figure)
    if own is None or len(row) < 2 or statement.categories:
        return
    text, (start, _) = scene.passage.text, scene.passage.sentence_bounds(figure.start)
    if any(m.slot.years != {scene.latest} for m in within(scene.years, (start, row[-1].end))):
        return
    is_before = YEARS_BEFORE.match(text, row[-1].end)
    is_last = _LAST_YEARS.match(text, row[-1].end) or IN_LAST_YEARS.search(
        text[start : row[0].start]
    )
    if len(row) == 2 and not (is_before or is_last):
        return
    ways = _ways(scene, row)
    found = [y for y in own.all_years if _are_from(y, row, ways, own)]
    ends = {Year(y.start + len(row) - 1) for y in found}
    latest = own.facts.latest
    if (
        len(found) != 1
        or (is_before and ends != {latest.previous})
        or (is_last and ends != {latest})
    ):
        return
    at = row.index(figure)
    way, to = ways[at], Year(found[0].start + at)
    kind: Kind = "percent" if figure.kind == "percent" else "difference"
    change = replace(figure, kind=kind, way=way)
    of_two = replace(statement, years=frozenset({to}), bases=frozenset({to.previous}))
    yield replace(of_two, figure=change, way=way, is_base=False)


def _ways(scene: Scene, row: Sequence[Candidate]) -> list[str]:
    """The direction of each change: by the word before it, else that of the one before."""
    text, ways = scene.passage.text, [row[0].way or scene.passage.last_direction(row[0].start)]
    for last, each in pairwise(row):
        said = _WAYS.search(text, last.end, each.start)
        ways.append(ways[-1] if not said else "rise" if said["rise"] else "fall")
    return ways


def _are_from(first: Year, row: Sequence[Candidate], ways: Sequence[str], own: Evidence) -> bool:
    """Whether the changes of a body from a year on are those of a row."""
    for n, (each, way) in enumerate(zip(row, ways, strict=True)):
        year = Year(first.start + n)
        if not any(_is_it(c.exact, each, way) for c in own.change_since(year.previous, year)):
            return False
    return True


def _is_it(ends: tuple[int, int] | None, figure: Candidate, way: str) -> bool:
    if ends is None or (ends[1] > ends[0]) != (way == "rise") or not ends[0]:
        return False
    gap = abs(ends[1] - ends[0])
    if figure.kind != "percent":
        return figure.value == gap
    return abs(figure.value - Fraction(100 * gap, ends[0])) <= Fraction(1, 2)
