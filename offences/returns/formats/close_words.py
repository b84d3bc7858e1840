"""Words of a PDF so close to each other, with no space drawn, that they are taken for one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from offences.returns.formats.pdf_raised import is_raised, is_smaller

if TYPE_CHECKING:
    from offences.returns.tables.page_lines import Drawn

_GAP = 0.08  # of a letter's size: more than figures of one number are apart
_SIGNS = "<>≤≥*[("  # that numbers begin with, or stand in their place


def split_numbers(words: Iterable[Drawn]) -> Iterator[Drawn]:
    """The words of a page, each number that is drawn behind a gap as a word of its own.

    A program sets each cell of a table at its own place: “16-17” and “31”, two points on. Words
    of letters may be set wide, and the mark of a note stays with what it is behind.
    """
    from pdfplumber.utils.text import extract_words

    for word in words:
        letters = word["chars"]
        cuts = [at for at, pair in enumerate(pairwise(letters), 1) if _begins_number(*pair)]
        if not cuts:
            yield word
            continue
        for first, last in pairwise([0, *cuts, len(letters)]):
            yield from extract_words(letters[first:last], return_chars=True)


def _begins_number(before: Drawn, letter: Drawn) -> bool:
    """Whether a letter begins another number, or another word behind one."""
    size = before["size"]
    is_mark = is_smaller(letter, size) or is_raised(letter, size, before["foot"])
    if is_mark or letter["x0"] - before["x1"] <= _GAP * size:
        return False
    texts = before["text"], letter["text"]
    return any(map(str.isdecimal, texts)) or letter["text"] in _SIGNS
