"""A text in runs, some of them raised or struck out: what it says without those."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from offences.returns.formats.cell_looks import PARTLY_STRUCK, STRUCK, TINY


class TextRun(NamedTuple):
    """A part of a text, all of which looks alike."""

    text: str
    is_raised: bool = False  # or lowered: the mark of a note, and no digit
    is_struck: bool = False
    size: float = 0  # in points; 0 where it is that of its cell


RAISE = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FROM, _TO = "\ue000", "\ue001"  # around what is raised
_PART = rf"{_FROM}([^{_TO}]*){_TO}"
_OUTER = re.compile(rf"^(?:\s*{_PART})+|(?:{_PART}\s*)+$")
_FIGURES = re.compile(r"\d{1,2}\s*")
_SMALLER = 0.85  # of the size of what they are behind
_USUAL = 10  # points, where no size is given
_ORDINAL = re.compile(r"\s*(?:st|nd|rd|th)\s*", re.IGNORECASE)


def read_runs(runs: Iterable[TextRun], usual: float = _USUAL) -> tuple[str, str]:
    """The text without what is struck out, or raised; and whether some or all is struck out.

    What is raised at either end of a line is the mark of a note: “12²”. Where nothing else is left,
    all of it is the text.
    """
    own = with_small_marks(runs, usual)
    struck = any(run.is_struck and run.text.strip() for run in own)
    kept = [run for run in own if not run.is_struck]
    if any(run.text.strip() for run in kept if not run.is_raised):
        texts = (f"{_FROM}{r.text}{_TO}" if r.is_raised else r.text for r in kept)
        return "\n".join(map(_with_marks, "".join(texts).split("\n"))), (
            PARTLY_STRUCK if struck else ""
        )
    return "".join(run.text for run in own), STRUCK if struck else ""


def with_small_marks(runs: Iterable[TextRun], usual: float = _USUAL) -> list[TextRun]:
    """The same runs, of which figures in smaller letters than those before them are raised.

    `usual` is the size of a run that gives none, as the first of a cell does not.
    """
    found: list[TextRun] = []
    before = TextRun("")  # the last run that is no mark
    for run in runs:
        smaller = TINY < run.size < _SMALLER * (before.size or usual)
        if smaller and before.text[-1:].isalnum() and _FIGURES.fullmatch(run.text):
            found.append(run._replace(is_raised=True))
            continue
        found.append(run)
        before = run if run.text else before
    return found


def _with_marks(line: str) -> str:
    """A line with what is raised at its ends as marks, and without what is raised within it."""
    if _FROM not in line:
        return line
    marked = _OUTER.sub(lambda found: re.sub(_PART, _mark, found[0]), line)
    return re.sub(_PART, "", marked)


def _mark(found: re.Match[str]) -> str:
    """The mark that a raised text is; “th” behind a day is none."""
    text = found[1].strip()
    if _ORDINAL.fullmatch(text):
        return ""
    return f"({text})" if text.isalpha() else text.translate(RAISE)
