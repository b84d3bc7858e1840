"""Numbers of a list of forces: how many more than those named, or a half of their ranking."""

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.vocabulary import compiled


def is_of_a_list_of_forces(scene: Scene, figure: Candidate, named: int, asked: int | None) -> bool:
    """Whether it is of all forces but those `named`, or a half of their list, and of no part.

    "Kent refused. The other ten answered", where 11 were asked; "which puts it in the lower half".
    """
    passage, start = scene.passage, figure.start
    first, last = passage.with_sentence_before(start)[0], passage.sentence_bounds(start)[1]
    if within(scene.categories, (first, last)):
        return False
    if _HALF_OF_A_LIST.search(passage.text, first, figure.end):
        return _LIST_ENDS.match(passage.text, figure.end) is not None
    if _OF_THOSE_THAT_REPLIED.match(passage.text, figure.end):
        return True  # "Five of the others that replied had more"
    is_led = _THE_OTHER.search(passage.text, first, start)
    return is_led is not None and figure.value + named == asked


_HALF_OF_A_LIST = compiled(r"\b(?:in(?:to)?|for)\s+(?:the\s+)?(?:top|bottom|upper|lower)\s+half\Z")
_LIST_ENDS = compiled(
    r"\s*(?:[.,;!?)]|\Z)|\s+of\s+(?:the|our|its)\s+(?:\w+\s+)?(?:forces|list|table|ranking)\b"
)
_OF_THOSE_THAT_REPLIED = compiled(
    r"\s+of\s+the\s+(?:other(?:s|\s+forces)|forces|rest)\s+(?:that|which|to\s+have)\s+(?:replied|answered|responded)\b"
)
_THE_OTHER = compiled(
    r"(?:\A|[.!?;:,–—\n(]\s*|\b(?:and|but|while|from|by|of|for)\s+)"
    r"(?:the|all|all\s+the)\s+(?:other|remaining)\s+\Z"
)
"""Where a clause starts, or behind a preposition: not "It had the other three"."""
