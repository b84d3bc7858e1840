"""A most common age that is said of a force and of all: "14, as it was nationally"."""

from collections.abc import Iterator

from offences.tracing.binding.bind import Binder
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.spans import Span
from offences.tracing.finding.vocabulary import compiled

_WIDER = (
    r"(?:nationally|(?:across|throughout|in)\s+(?:the\s+(?:country|nation|UK)"
    r"|England(?:\s+and\s+Wales)?|Wales|(?:Great\s+)?Britain))"
)
_BOTH = compiled(
    rf"\b(?:just\s+)?as\s+(?:(?:it|they|was\s+the\s+case)\s+)?(?:(?:is|was|are|were|has\s+been)\s+)?(?:also\s+)?{_WIDER}"
    rf"|\b(?:both\s+)?(?:here|locally|in\s+(?-i:[A-Z])[\w’'-]+)\s+and\s+(?:also\s+)?{_WIDER}"
)
_APART = compiled(r"\b(?:not|unlike|rather|whereas|while|but|against|compared|\w+n[’']t)\b")


def modes_of_both(binder: Binder, documents: Documents) -> Iterator[Span]:
    """The places of words for one most common age of two bodies that do not share it."""
    passage = binder.scene.passage
    both = (documents.local, documents.national)
    held = [claim for each in both if (claim := each.claim("most_common_age"))]
    if documents.local is documents.national or len(held) < 2:
        return
    for end, age in binder.scene.modes.items():
        words = _BOTH.search(passage.text, *passage.sentence_bounds(end - 1))
        is_one = age.low == age.high and not _APART.search(passage.sentence(end - 1))
        if words and is_one and not all(age.low in claim.figures["ages"] for claim in held):
            yield words.span()
