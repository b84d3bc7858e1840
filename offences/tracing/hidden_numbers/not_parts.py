"""What looks like a part of the figures and is none: a club's own server."""

import re

from offences.tracing.finding.numbers import numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.bounds import Named
from offences.tracing.hidden_numbers.nouns import is_ours
from offences.tracing.hidden_numbers.phrases import words_led
from offences.tracing.hidden_numbers.scenes import is_of_ours

_FAR = 240


def sentence_near(text: str, mention: Named) -> tuple[int, int]:
    """The near part of the sentence around a mention."""
    first, last = max(0, mention.start - _FAR), mention.end + _FAR
    cuts = [m.end() for m in _END.finditer(text, first, mention.start)]
    end = _END.search(text, mention.end, last)
    return max(cuts, default=first), end.start() if end else last


def is_a_place_to_meet(text: str, mention: Named) -> bool:
    """Whether an app is where a club or parents talk: "our Discord server has 31 members"."""
    if mention.slot.kind != "part" or not _PLACE_TO_MEET.match(text, mention.end):
        return False
    first, last = sentence_near(text, mention)
    if not _OWNERS.search(text, first, last) or is_of_ours(text[first:last]):
        return False
    led = (words_led(text, first + n.end) for n in numbers_in(text[first:last]))
    return all(words and not any(map(is_ours, words)) for words in led)


_END = re.compile(r"[.!?\n]")
_PLACE_TO_MEET = compiled(r"\s+(?:\w+\s+)?(?:groups?|servers?|channels?|evenings?)\b")
_OWNERS = compiled(
    r"\b(?:our|my|parents|mums|dads|families|committee|council|school|primary|club|class|PTA|members)\b"
)
