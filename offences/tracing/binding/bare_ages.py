"""Bare numbers that are ages, where the words around them speak of ages: "13, with 25".

A number is one by its place alone: behind "those of", before its own number, or beside another age.
"""

from collections.abc import Iterator, Sequence

from offences.tracing.binding.loose_ages import OLDEST_CHILD, SPEAKS_OF_AGE, WHO, M, N
from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory, age_category
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled

_YOUNGEST = 4
_ENDS = r"\s*(?:[.,;:!?)]|$)|\s+[–—-]\s"
_ITS_NUMBER = (
    rf"(?:(?:just|only|some|about)\s+)?{NUMBER}(?!\s?%|\s+per\s?cent)"
    r"(?:\s+(?:offences|crimes|cases|of\s+(?:them|these|those|the\s+\w+)))?"
    r"(?=\s*(?:[.,;:!?)]|$)|\s+(?:and|in|here|nationally|locally)\b)"
)
_WITH = (
    r"(?:,?\s+(?:with|on)\s+|,\s+at\s+|\s*\(|\s+(?:account(?:s|ed)\s+for|ha[sd]|ma[dk]es?\s+up|c[ao]mes?\s+up\s+in"
    r"|appear(?:s|ed)\s+in|c[ao]mes?\s+(?:next|second|third),?\s+(?:with|on|at)"
    r"|(?:is|was)\s+(?:next|second|third),?\s+(?:with|on|at)|follow(?:s|ed),?\s+(?:with|on|at))\s+)"
)
# "Those of 14 for 27", "followed by those of 13 (25)", "one of nine, the victim in six"
_OF_THOSE = compiled(
    rf"\b(?:{WHO}|ones?|that)\s+(?P<own>of\s+{N})(?={_ENDS}"
    rf"|\s*\(|\s+(?:for|with|on|at|in|who|whose|and|or|is|are|was|were|account\w*|made|make)\b)"
)
# "Then 13, with 25"; "13 (25), 14 (27)"; "and 14 accounts for 27"
_WITH_ITS_NUMBER = compiled(
    rf"(?:^|[.!?;:–—]\s+|[,)]\s+|\b(?:and|then|next|by|while|but)\s+)(?P<own>{N})(?={_WITH}{_ITS_NUMBER})"
)
# "20 for 12, 25 at 13"
_SO_MANY_FOR = compiled(
    rf"\b{NUMBER}\s+(?:at|for)\s+(?:(?:just|only)\s+)?(?P<own>{N})(?=\s*(?:[.,;)]|$)|\s+and\b)"
)
# "13 and 14 together make up 52", "thirteen and fourteen, and those two birthdays make up 52"
_TWO = compiled(
    rf"\b(?P<own>{N}\s+and\s+{M})(?=,?\s+(?:(?:and|which)\s+)?(?:(?:those|these|the)\s+two|together|between\s+them"
    r"|combined|taken\s+together)\b)"
)
# "Eight offences on ten-year-olds. Ten."
_AGAIN = compiled(rf"(?<=[.!?]\s)(?:(?:Just|Only|Aged)\s+)?(?P<own>{NUMBER})(?=\s*[.!?])")
_PATTERNS = (_OF_THOSE, _WITH_ITS_NUMBER, _SO_MANY_FOR, _TWO)
_FAR = 240
_AGE_BEFORE = compiled(r"[\s:–—-]*\Z")


def bare_ages(
    text: str, named: Sequence[Mention[NamedCategory]]
) -> Iterator[Mention[NamedCategory]]:
    """The bare numbers of a text that are ages by their place, once its words speak of ages."""
    ages = [m for m in named if m.slot.kind == "age"]
    if not (ages or SPEAKS_OF_AGE.search(text)):
        return
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            numbers = numbers_in(match["own"])
            low, high = int(numbers[0].value), int(numbers[-1].value)
            is_age = all(n.is_whole for n in numbers) and _YOUNGEST <= low <= high <= OLDEST_CHILD
            is_pair = pattern is not _TWO or high == low + 1
            if is_age and is_pair and _speaks_of_age(text, named, match.start("own")):
                yield Mention(*match.span("own"), age_category(low, high))
    for match in _AGAIN.finditer(text):
        age = age_category(int(numbers_in(match["own"])[0].value))
        near = (m for m in ages if match.start() - _FAR < m.start < match.start())
        last = max(near, key=lambda m: m.start, default=None)
        if last and last.slot == age:
            yield Mention(*match.span("own"), age)


def _speaks_of_age(text: str, named: Sequence[Mention[NamedCategory]], at: int) -> bool:
    """Whether the paragraph up to a place speaks of ages, and no age stands right before it."""
    start = max(at - _FAR, text.rfind("\n\n", 0, at) + 1)
    if any(m.end <= at and _AGE_BEFORE.fullmatch(text, m.end, at) for m in named):
        return False  # "Snapchat: 13 (25)"
    ages = (m for m in named if m.slot.kind == "age" and start <= m.start < at)
    return bool(SPEAKS_OF_AGE.search(text, start, at) or next(ages, None))
