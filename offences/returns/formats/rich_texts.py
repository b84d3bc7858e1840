"""A text in runs, some of them raised or struck out: what it says without those."""

from collections.abc import Iterable
from typing import NamedTuple

from offences.returns.formats.cell_looks import PARTLY_STRUCK, STRUCK


class TextRun(NamedTuple):
    """A part of a text, all of which looks alike."""

    text: str
    is_raised: bool = False  # or lowered: the mark of a note, and no digit
    is_struck: bool = False


def read_runs(runs: Iterable[TextRun]) -> tuple[str, str]:
    """The text without what is raised or struck out; and whether some or all is struck out.

    Where nothing else is left, all of it is the text.
    """
    own = [*runs]
    struck = any(run.is_struck and run.text.strip() for run in own)
    left = "".join(run.text for run in own if not (run.is_raised or run.is_struck))
    if left.strip():
        return left, PARTLY_STRUCK if struck else ""
    return "".join(run.text for run in own), STRUCK if struck else ""
