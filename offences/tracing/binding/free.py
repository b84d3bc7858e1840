"""Other readings of a number: by what its sentence names and no other figure has."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.binding.statement import Statement


def readings(
    statement: Statement, statements: Sequence[Statement], scene: Scene
) -> Iterator[Statement]:
    """A number of which no category or year is said, read with one that is free.

    "Over a thousand, 1,010 in all, involved children aged 13 to 15": the words between do not
    matter where only one figure can have it.
    """
    if statement.figure.kind != "count" or statement.role:
        return
    bounds = start, end = statement.passage.sentence_bounds(statement.figure.start)
    others = [s for s in statements if s is not statement and start <= s.figure.start < end]
    if not statement.categories:
        had = {category for each in others for category in each.categories}
        for named in within(scene.categories, bounds):
            if named.slot not in had:
                yield replace(statement, categories=frozenset({named.slot}))
    if statement.years is None and not statement.is_base:
        years = {year for s in others for year in (*(s.years or ()), *(s.bases or ()))}
        for mention in within(scene.years, bounds):
            said = mention.slot
            is_compared = said.is_base or said.is_distance or said.first
            if said.years and not (is_compared or said.years & years):
                yield replace(statement, years=said.years)
