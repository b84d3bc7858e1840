"""Bare numbers that are ages, where the words around them speak of ages: "13, with 25".

A number is one by its place alone: behind "those of", before its own number, or beside another age.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from offences.tracing.binding.loose_ages import OLDEST_CHILD, SPEAKS_OF_AGE, SPELT, WHO, M, N
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
    rf"\b(?:{WHO}|ones?|that)\s+(?P<own>(?:of|just|only)\s+{N})(?={_ENDS}"
    rf"|\s*\(|\s+(?:for|with|on|at|in|who|whose|and|or|is|are|was|were|account\w*|made|make)\b)"
)
# "Then 13, with 25"; "13 (25), 14 (27)"; "and 14 accounts for 27"
_WITH_ITS_NUMBER = compiled(
    rf"(?:^|[.!?;:–—]\s+|[,)]\s+|\b(?:and|then|next|by|while|but)\s+|(?<!it\s)(?<!there\s)(?<!that\s)(?<!total\s)(?<!number\s)(?<!figure\s)\b(?:is|was)\s+)(?P<own>{N})(?={_WITH}{_ITS_NUMBER})"
)
# "20 for 12, 25 at 13"
_SO_MANY_FOR = compiled(
    rf"(?<!\bof )(?<!\baged )(?<!\bage )\b{NUMBER}\s+(?:at|for)\s+(?:(?:just|only)\s+)?"
    rf"(?P<own>{N})(?=\s*(?:[.,;)]|$)|\s+and\b)"
)
# "At twelve it's 20, at thirteen it's 25", "the children were 13 in 25 of them, and 14 in 27"
_AT = compiled(
    rf"(?:^|[.;,]\s+|\band\s+)at\s+(?:(?:just|only)\s+)?(?P<own>{N})(?=,?\s+(?:(?:it[’']s|(?:it|there)\s+(?:is|was|were|are))\s+)?{NUMBER}\b(?!\s?%|\s+to\b))"
)
# "The 12s (20)"
_PLURAL = compiled(rf"\bthe\s+(?P<own>(?:\d\d?|{SPELT})(?<!i)(?:e?s))\b")
# "13 and 14 together make up 52", "thirteen and fourteen, and those two birthdays make up 52"
_TWO = compiled(
    rf"\b(?P<own>{N}\s+and\s+{M})(?=,?\s+(?:(?:and|which)\s+)?(?:(?:those|these|the)\s+two|together|between\s+them"
    r"|combined|taken\s+together)\b)"
)
# "Eight offences on ten-year-olds. Ten."
_AGAIN = compiled(rf"(?<=[.!?]\s)(?:(?:Just|Only|Aged)\s+)?(?P<own>{NUMBER})(?=\s*[.!?])")
# "Ages: 12 - 20, 13 - 25, 14 - 27"
_PAIR = compiled(r"\b(?P<own>\d\d?)\s?[-–—=]\s?(?P<n>\d+)(?=\s*(?:[;,.\n]|\Z))")
_PAIRS = compiled(
    r"\bages?\b[^.\n\d]{0,60}[:,]\s+(?P<pairs>\d\d?\s?[-–—=]\s?\d+(?:[;,]\s+\d\d?\s?[-–—=]\s?\d+)+)"
)
_PATTERNS = (_OF_THOSE, _WITH_ITS_NUMBER, _SO_MANY_FOR, _TWO, _PLURAL)
_FAR = 240
_ONES = compiled(r"(?<=\d)s\b|(?<=[nrt])s\b|(?<=x)es\b|(?<=ve)s\b")  # "the 12s", "the tens"
_AGE_BEFORE, _STOPS = compiled(r"[\s:–—-]*\Z"), compiled(r"[.!?]\s|\n")


def ages_by_place(
    text: str, named: Sequence[Mention[NamedCategory]]
) -> Iterator[Mention[NamedCategory]]:
    """The bare numbers of a text that are ages by their place, once its words speak of ages."""
    yield from _by_their_words(text, named)
    ages = [m for m in named if m.slot.kind == "age"]
    if not (ages or SPEAKS_OF_AGE.search(text)):
        return
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if _speaks_of_age(text, named, match.start("own")):
                yield from _ages_of(match, is_pair=pattern is _TWO)
    for match in _AGAIN.finditer(text):
        near = (m for m in ages if match.start() - _FAR < m.start < match.start())
        last = max(near, key=lambda m: m.start, default=None)
        if last and last.slot == _age(match["own"]):
            yield Mention(*match.span("own"), last.slot)


def _by_their_words(
    text: str, named: Sequence[Mention[NamedCategory]]
) -> Iterator[Mention[NamedCategory]]:
    """The ages that no word of age needs to lead to: "at 12, 20; at 13, 25", or one: "12-20"."""
    for row in _PAIRS.finditer(text):
        line = max(text.rfind(each, 0, row.start()) for each in "\n.") + 1
        if any(m.slot.kind != "age" and line <= m.start < row.start("pairs") for m in named):
            continue  # "Girls by age: 12 - 20": no age of all
        pairs = [*_PAIR.finditer(text, *row.span("pairs"))]
        if not _are_bands([(int(m["own"]), int(m["n"])) for m in pairs]):
            for pair in pairs:
                yield from _ages_of(pair)
    at = [*_AT.finditer(text)]
    joined = [(a, b) for a, b in pairwise(at) if not _STOPS.search(text, a.end(), b.start())]
    for match in dict.fromkeys(each for two in joined for each in two):
        yield from _ages_of(match)


def _are_bands(pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether pairs of numbers are ages from one to another: "10-12, 13-15"."""
    ends = [end for pair in pairs for end in pair]
    return all(low < high <= OLDEST_CHILD + 1 for low, high in pairs) and ends == sorted({*ends})


def _ages_of(match: re.Match[str], *, is_pair: bool = False) -> Iterator[Mention[NamedCategory]]:
    """The ages that a pattern has found; `is_pair`: two in turn, which are one and the next."""
    for name in ("own", "next"):
        written = match.groupdict().get(name)
        age = _age(written) if written else None
        if age and (not is_pair or age.high == age.low + 1):
            yield Mention(*match.span(name), age)


def _age(written: str) -> NamedCategory | None:
    """The age, or the ages from one to another, that a number may be; None if it is none."""
    numbers = numbers_in(_ONES.sub("", written))
    low, high = numbers[0].value, numbers[-1].value
    is_age = all(n.is_whole for n in numbers) and _YOUNGEST <= low <= high <= OLDEST_CHILD
    return age_category(int(low), int(high)) if is_age else None


def _speaks_of_age(text: str, named: Sequence[Mention[NamedCategory]], at: int) -> bool:
    """Whether the paragraph up to a place speaks of ages, and no age stands right before it."""
    start = max(at - _FAR, text.rfind("\n\n", 0, at) + 1)
    if any(m.end <= at and _AGE_BEFORE.fullmatch(text, m.end, at) for m in named):
        return False  # "Snapchat: 13 (25)"
    ages = (m for m in named if m.slot.kind == "age" and start <= m.start < at)
    return bool(SPEAKS_OF_AGE.search(text, start, at) or next(ages, None))
