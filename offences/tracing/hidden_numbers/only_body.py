"""A number of a sentence that names one body alone, and not the one that the text is about."""

from collections.abc import Iterable
from fractions import Fraction

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import VALUES, Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.hidden import Forces, names_own


def is_fact(statement: Statement, documents: Iterable[Evidence]) -> bool:
    """Whether a number is that of its part in some released facts, whatever its unit."""
    said = statement.figure.value, statement.categories
    return any((c.value, c.categories) == said for each in documents for c in each.counts)


def is_of_the_only_body(statement: Statement, scene: Scene, forces: Forces) -> bool:
    """Whether it is the number that this body has of the part: "13 girls and 24 boys in Wales"."""
    passage, figure = scene.passage, statement.figure
    bounds = passage.sentence_bounds(figure.start)
    named = {mention.slot for mention in within(scene.bodies, bounds)}
    asked = None if named else passage.question(bounds[0])
    if asked:  # "How many in Wales were on Kik? It was 13"
        named = {mention.slot for mention in within(scene.bodies, asked)}
    of_us = quantities.OURS.search(passage.text, *bounds)
    if of_us or len(named) != 1 or names_own((body.name for body in named), forces):
        return False
    evidence = [body.evidence for body in named if body.evidence]
    if not asked:
        return bool(statement.categories) and is_fact(statement, evidence)
    said = {m.slot for m in (*within(scene.categories, asked), *within(scene.categories, bounds))}
    counts = [c for each in evidence for c in each.counts]
    own = {c.value for c in counts if c.categories and c.categories <= said}
    if figure.kind == "percent":  # "or just under four per cent"
        wholes = {c.value for c in counts if not c.categories and c.value}
        shares = (Fraction(100 * n, whole) for n in own for whole in wholes)
        return any(abs(share - figure.value) < Fraction(1, 2) for share in shares)
    return figure.kind in (*VALUES, "maybe_coverage", "exempt") and figure.value in own
