"""A bound behind a part is how many it had, and no age: "Thirteen-year-old boys: under ten"."""

import re
from collections.abc import Mapping, Sequence

from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled

type Named = Mention[NamedCategory]
_NEAR = 240
"""How far before a bound its part may stand."""


def is_of_a_part(
    text: str, bound: Named, every: Sequence[Named], hidden: Mapping[str, Sequence[NamedCategory]]
) -> bool:
    """Whether a bound that looks like ages is said of another age, or of a hidden part."""
    before = [m for m in every if bound.start - _NEAR < m.start and m.end <= bound.start]
    if _A_SHARE_TOO.search(text, max(0, bound.start - _NEAR), bound.start):
        return _ENDS.match(text, bound.end) is not None
    if not before or _GOES_ON.match(text, bound.end):
        return False
    last = max(before, key=lambda mention: mention.end)
    if last.slot in hidden.get(last.slot.kind, ()) and _HEADS.fullmatch(
        text, last.end, bound.start
    ):
        return True
    ages = (m for m in before if m.slot.kind == "age")
    return any(_IS_SAID.fullmatch(text, each.end, bound.start) for each in ages)


BOUND = compiled(
    rf"(?:(?:is|was|are|were)\s+)?(?:under|below|over|above|fewer\s+than|less\s+than|more\s+than|up\s+to)\s+{NUMBER}"
    rf"|{NUMBER}\s+(?:or|and)\s+(?:under|below|fewer|less|lower|over|above|more)"
)
_BETWEEN = (
    r"(?:(?:in|for|the|is|was|were|are|has|had|have|number|count|figure|total|tally|at|stands|stood|just|well"
    r"|of|boys|girls|children|victims|pupils|[A-Z](?:\w|[’'-](?=\w))*+|s)(?:\W+|\Z))*"
)
_HEADS = re.compile(rf"[^\w.;\n]*(?:{_BETWEEN})?(?<=[:–—?(|\s-])")
_IS_SAID = re.compile(rf"[^\w.;\n]+{_BETWEEN}")
_A_SHARE_TOO = compiled(
    r"(?:%|\bper\s+cent\b)[^.;\d]*\b(?:and|against|but|while|with)\b[^.;\d]*\b(?:for|to|at|by|in|was|had)\s+(?:just\s+|well\s+)?\Z"
)
_ENDS = compiled(r"\s*(?:[.,;)]|\Z)")
"""A second share without its words: "accounted for 14 per cent and Kik for just under nine"."""
_GOES_ON = compiled(r"\s*[:=|(–—]|[-‐‑\s](?:years?|olds?|child\w*|girls?|boys?|victims?|age|s)\b")
