"""A text with its long runs of blanks cut short, and where a place of it was before.

Each pattern that may begin with a blank is tried at every one of a run: 10,000 took a minute.
"""

import re
from bisect import bisect_right
from collections.abc import Callable

_RUN = re.compile(r"[^\S\t]{20,}")
"""Of tabs each may part an empty cell."""


def without_blank_runs(text: str) -> tuple[str, Callable[[int], int]]:
    """The text with each long run of blanks cut to what it means, and where a place of it was."""
    parts, starts, shifts, last, length = list[str](), [0], [0], 0, 0
    for match in _RUN.finditer(text):
        parts += [text[last : match.start()], _short(match[0])]
        length += match.start() - last + len(parts[-1])
        last = match.end()
        starts.append(length)
        shifts.append(last - length)
    short = "".join((*parts, text[last:]))
    return short, lambda at: at + shifts[bisect_right(starts, at) - 1]


def _short(run: str) -> str:
    """An empty line, an end of a line or a gap between two columns."""
    return "\n" * min(2, run.count("\n")) or "   "
