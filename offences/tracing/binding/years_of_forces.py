"""Two years that tell which forces are meant: "forces with figures for both"."""

from dataclasses import replace

from offences.tracing.binding.dated_years import YearsNamed
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.scene import CHANGES, Scene
from offences.tracing.binding.set_slot import ONE_TIME
from offences.tracing.binding.statement import Statement
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled

_FOR_TWO_YEARS = compiled(
    rf"(?:\bforces|\bconstabularies|\b(?:{NUMBER})\s+(?:with|that|which))\b[^.;:,\d]{{0,60}}"
    r"\b(?:(?:figures|data|numbers|totals|answers)\s+(?:for|in|from|covering)"
    r"|(?:answered|replied|responded|reported)\s+(?:for|in))\s+(?:(?:both|each\s+of)\s+)?"
    rf"{ONE_TIME},?\s+(?:and|as\s+well\s+as|plus)\s+(?:also\s+)?(?:for\s+|in\s+)?{ONE_TIME}"
)


def years_of_forces(scene: Scene) -> list[list[Mention[YearsNamed]]]:
    """The years of each such pair: they tell which forces are meant, and not when."""
    spans = (m.span() for m in _FOR_TWO_YEARS.finditer(scene.passage.text))
    return [within(scene.years, span) for span in spans]


def between_years_of_forces(scene: Scene, statement: Statement) -> Statement | None:
    """A change between the two years that the forces of its sentence have figures for."""
    figure = statement.figure
    if figure.kind not in CHANGES or not (statement.way or figure.way or figure.word):
        return None
    start, end = scene.passage.sentence_bounds(figure.start)
    for pair in years_of_forces(scene):
        years = sorted({year for m in pair for year in m.slot.years})
        if len(years) == 2 and start <= pair[0].start < end:
            old, new = years
            return replace(statement, bases=frozenset({old}), years=frozenset({new}))
    return None
