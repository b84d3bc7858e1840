"""Another body's total set against ours: "Corveley's 163 was twice the number in Dunmarsh"."""

from collections.abc import Iterator
from fractions import Fraction

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.vocabulary import compiled


def totals_compared(
    scene: Scene, figure: Candidate, own: Evidence
) -> Iterator[tuple[Fraction, Fraction]]:
    """The larger and the smaller of each two latest totals that a multiple is said of.

    Its sentence names no part, other year or number; the other body's total stands before it.
    """
    text, bounds = scene.passage.text, scene.passage.sentence_bounds(figure.start)
    bodies = within(scene.bodies, bounds)
    ours = next((m for m in bodies if m.slot.evidence is own and m.start > figure.start), None)
    if ours is None or within(scene.categories, bounds):
        return
    is_led = _THE_NUMBER_IN.fullmatch(text, figure.end, ours.start)
    years = {y for m in within(scene.years, bounds) for y in m.slot.years}
    if not (is_led and _ITS_TOTAL.match(text, ours.end)) or years - {scene.latest}:
        return
    known = [m.slot.evidence for m in bodies if m.slot.evidence and m.end < figure.start]
    written = {n.value for n in scene.passage.numbers_between(bounds[0], figure.start)}
    is_of_some = _SOME_OF_THEM.search(text, bounds[0], figure.start)
    if len(written) != 1 or is_of_some:
        return  # "163 offences, four of them filmed, twice the number in Dunmarsh"
    totals = {c.value for c in own.totals if c.year == own.facts.latest}
    others = {c.value for of in known for c in of.totals if c.year == of.facts.latest}
    for other in others & written - totals:
        for total in totals:
            yield Fraction(max(other, total)), Fraction(min(other, total))


_SOME_OF_THEM = compiled(
    r"\b(?:of|among)\s+(?:them|these|those|which|whom)\b|\ba\s+(?:pair|couple|handful|few)\b"
)
_THE_NUMBER_IN = compiled(
    r"(?:\s+(?:of|the|that|number|figure|total|count|tally|as\s+many\s+as|recorded|logged|in|for|at|by|from)\b)*\s+(?:of\s+)?"
)
_ITS_TOTAL = compiled(
    r"(?:[’']s)?(?:\s+(?:number|figure|total|count|tally))?(?=[”\"’]?\s*[.,;!?)]|\s+(?:last\s+year|that\s+year)\b|\s*\Z)"
)
"""What stands between a multiple and the force that it is of, and behind the force."""
