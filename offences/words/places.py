"""Places in the table of a page or a letter in words: “row 5 of column C” for R5C3."""

import re

from offences.english import sentence
from offences.returns.sheet import column_letters

_IN_PAGE = re.compile(
    r"(?P<after>(?<=\d) )?\b(?:(?P<cell>[Cc])ell )?"
    r"R(?P<top>-?\d+)C(?P<left>\d+)(?::R(?P<bottom>-?\d+)C(?P<right>\d+))?\b"
)


def places_in_words(text: str) -> str:
    """A text with each such place as the picture of the page names it; other cells as they are."""
    return _IN_PAGE.sub(_in_words, text)


def _in_words(found: re.Match[str]) -> str:
    top, left, bottom, right = found.group("top", "left", "bottom", "right")
    row, column = f"row {top}", f"column {column_letters(int(left))}"
    if bottom and bottom != top:
        row = f"rows {max(int(top), 1)} to {bottom}"
    if right and right != left:
        column = f"columns {column_letters(int(left))} to {column_letters(int(right))}"
    # Words over a table, and the headings that it has from the page before, are in no row of it.
    words = f"{row} of {column}" if int(bottom or top) > 0 else f"the line over {column}"
    words = sentence(words) if found["cell"] == "C" else words
    return f", {words}" if found["after"] else words  # of “page 1 table 1”
