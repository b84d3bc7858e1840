"""A number of a sentence that names one body alone, and not the one that the text is about."""

from collections.abc import Iterable

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
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
    bounds = scene.passage.sentence_bounds(statement.figure.start)
    named = {mention.slot for mention in within(scene.bodies, bounds)}
    of_us = quantities.OURS.search(scene.passage.text, *bounds)
    if of_us or len(named) != 1 or names_own((body.name for body in named), forces):
        return False
    evidence = [body.evidence for body in named if body.evidence]
    return bool(statement.categories) and is_fact(statement, evidence)
