"""A text without runs of blanks and names of speakers, and where a place of it was.

Each pattern that may begin with a blank is tried at every one of a run: 10,000 took a minute. Who
speaks is no part of what is said, and would stand between a question and its answer.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise

from offences.unseen import without

_RUN = re.compile(r"[^\S\t]{20,}")
"""Of tabs each may part an empty cell."""
_SPEAKER = re.compile(
    r"(?:^|(?<=\n)|(?<=[.?!…\"”’] ))(?P<name>[A-Z][\w.’-]*(?: [A-Z][\w.’-]*){0,3}):[ \n]+"
    r"(?=[\"“‘–£\d]|[A-Z])"
)
_DASH = re.compile(r"(?:^|(?<=\n))[–—-][ ]+(?=[\"“‘]?[A-Z])")
_ASKED = re.compile(r"\?[\"”’]?(?:\s|$)")
_A_PART = re.compile(
    r"\d|\b(?:girls?|boys?|males?|females?|ages?|sex|platforms?|apps?|totals?|years?)\b",
    re.IGNORECASE,
)


def shortened(text: str, names: Iterable[str]) -> tuple[str, Callable[[int], int]]:
    """The text with each run of blanks cut to what it means, and where a place of it was.

    And without those who speak, where somebody asks: not the `names` of parts, which head numbers.
    """
    cuts = {m.span(): _short(m[0]) for m in _RUN.finditer(text)}
    if _ASKED.search(text):
        cuts |= dict.fromkeys(_speakers(text, {name.casefold() for name in names}), "")
    return without(text, cuts)


def _speakers(text: str, names: set[str]) -> list[tuple[int, int]]:
    """Where a name stands before what is said, or a dash before each line.

    One that comes twice, or two of which one asks and the other answers.
    """
    named = [
        m
        for m in _SPEAKER.finditer(text)
        if m["name"].casefold() not in names and not _A_PART.search(m["name"])
    ]
    many = Counter(m["name"] for m in named)
    for asks, answers in pairwise(named):
        is_one = min(len(asks["name"]), len(answers["name"])) > 1  # "Q: How many? A: Two."
        if is_one and _ASKED.search(text, answers.start() - 3, answers.start()):
            many.update((asks["name"], answers["name"]))
    dashes = [m.span() for m in _DASH.finditer(text)]
    return [m.span() for m in named if many[m["name"]] > 1] + (dashes if len(dashes) > 1 else [])


def _short(run: str) -> str:
    """An empty line, an end of a line or a gap between two columns."""
    return "\n" * min(2, run.count("\n")) or "   "
