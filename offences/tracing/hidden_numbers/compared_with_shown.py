"""Another body's number of a hidden part, said to be that of a shown one of the force.

"In England 42 offences were on Kik, as many as Kent recorded on Snapchat". The number is England's,
and what it is compared with is released: of the force's own Kik the sentence says nothing.
"""

import re

from offences.tracing.binding.mentions import within
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.gated import GatedText
from offences.tracing.hidden_numbers.hidden import Forces, Hiding, names_own


def is_compared_with_shown(gated: GatedText, at: int, forces: Forces) -> bool:
    """Whether a sentence does no more than give such a number and the released one that it is."""
    passage, scene = gated.passage, gated.binder.scene
    start, end = bounds = passage.sentence_bounds(at)
    equal = _EQUAL.search(passage.text, start, end)
    own = next((each for *_, each, is_own in forces if is_own), None)
    if equal is None or own is None or _NARROWED.search(passage.text, start, equal.start()):
        return False
    if _GOES_ON.search(passage.text, equal.end(), end):
        return False
    first = within(scene.bodies, (start, equal.start()))
    last = [m.slot.name for m in within(scene.bodies, (equal.end(), end))]
    are_two = len(last) == 1 and names_own(last, forces)
    if not (first and are_two) or names_own((m.slot.name for m in first), forces):
        return False
    number = _only_number(gated, bounds, equal)
    if number is None or not gated.is_of_another_body(gated.bound(number), forces):
        return False
    named = within(scene.categories, (start, equal.start()))
    parts = {m.slot for m in within(scene.categories, (equal.end(), end))}
    return number.value in _shown(gated, own, parts, passage.text[equal.end() : end]) and bool(
        named
    )


def _only_number(
    gated: GatedText, bounds: tuple[int, int], equal: re.Match[str]
) -> Candidate | None:
    """The one number of a sentence, before the words that compare it; none of several."""
    inside = [c for c in gated.candidates if c.start in range(*bounds)]
    numbers = [c for c in inside if c.start not in range(*equal.span())]
    is_first = len(numbers) == 1 and numbers[0].start < equal.start() and numbers[0].value
    return numbers[0] if is_first else None


def _shown(gated: GatedText, own: Hiding, parts: set[NamedCategory], rest: str) -> set[int]:
    """The released numbers of the force that the words behind a comparison may be of."""
    local = gated.documents.local
    if parts:
        return set(own.shown.get(frozenset(parts), ()))
    is_of_all = _OF_ALL.search(rest) is not None
    return {c.value for c in local.totals if c.year == local.facts.latest} if is_of_all else set()


_EQUAL = compiled(
    r"\b(?:(?:exactly|just)\s+)?as\s+many\s+as\b|\b(?:exactly\s+|just\s+|precisely\s+)?the\s+(?:very\s+)?same\s+(?:number\s+|figure\s+|total\s+|count\s+)?(?:as|that)\b"
    r"|\bthe\s+very\s+(?:number|figure|total|count)\s+(?:that\b)?|\b(?:which\s+)?(?:happens?\s+to\s+)?(?:match(?:es)?|equals?)\b"
)
_GOES_ON = compiled(
    r"[,;:(–—]|\b(?:it|its|they|their|them|these|those|this|both|either|neither|none|no|not|also|too|and|or|but|while|where|except|hid\w*|with\w*|left|rest|others?|than|too)\b"
)
"""What may go on to the force's own number of the hidden part."""
_NARROWED = compiled(
    r"\b(?:elsewhere|outside|others?|rest|beyond|remaining|except\w*|exclud\w*|includ\w*|apart|where)\b"
)
"""What may leave the force out of the country, whose number tells the force’s own then."""
_OF_ALL = compiled(
    r"\b(?:all\s+(?:of\s+)?(?:its|the|\w+)|every\s+(?:kind|type|sort|app|platform|age)|in\s+all|altogether|overall|total|as\s+a\s+whole)\b"
)
