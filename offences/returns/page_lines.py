"""The words of a page as lines, and each line as pieces with wide gaps between."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pdfplumber.page import Page

WIDE = 0.42  # of a line's height: a space is 0.25 to 0.3 of it

type Box = tuple[float, float]  # top and bottom, in points from the top of the page


@dataclass(frozen=True)
class Piece:
    """Words that stand close together; where they begin and end, in points."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    words: tuple[Piece, ...] = ()  # where there is more than one

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def over(self, x0: float, x1: float) -> bool:
        return self.x0 < x1 and self.x1 > x0


def piece_of(words: list[Piece]) -> Piece:
    """Words from the left as one piece."""
    return Piece(
        " ".join(word.text for word in words),
        words[0].x0,
        max(word.x1 for word in words),
        min(word.top for word in words),
        max(word.bottom for word in words),
        tuple(words) if len(words) > 1 else (),
    )


@dataclass(frozen=True)
class Line:
    pieces: tuple[Piece, ...]  # from the left; at least one

    @property
    def top(self) -> float:
        return min(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        """Where the letters stand; those of a raised figure stand higher."""
        return max(piece.bottom for piece in self.pieces)

    @property
    def height(self) -> float:
        return max(piece.height for piece in self.pieces)

    @property
    def first(self) -> Piece:
        return self.pieces[0]


def lines_of(page: Page, taken: list[Box]) -> list[Line]:
    """The lines of a page from the top; what lies in a box of `taken` is left out."""
    lines: list[list[Piece]] = []
    for word in sorted(page.extract_words(), key=lambda w: (round(w["bottom"]), w["x0"])):
        piece = Piece(word["text"], word["x0"], word["x1"], word["top"], word["bottom"])
        middle = (piece.top + piece.bottom) / 2
        if any(top <= middle <= bottom for top, bottom in taken):
            continue
        if lines and abs(lines[-1][-1].bottom - piece.bottom) <= 3:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [Line(_pieces(sorted(line, key=lambda p: p.x0))) for line in lines]


def _pieces(words: list[Piece]) -> tuple[Piece, ...]:
    """Parted where a gap is wider than a space; of lines that fill their width, much wider."""
    gaps = [(b.x0 - a.x1) / max(a.height, b.height, 1) for a, b in pairwise(words)]
    plain = [gap for gap, a, b in zip(gaps, words, words[1:], strict=False) if _are_words(a, b)]
    space = min(plain, default=0)
    wide = max(WIDE, 1.6 * space if space < 0.6 else 0)
    pieces = [[words[0]]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap < wide:
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return tuple(map(piece_of, pieces))


def _are_words(one: Piece, other: Piece) -> bool:
    return one.text.isalpha() and other.text.isalpha()


def joined(first: str, second: str) -> str:
    """Two lines of one cell; a line broken behind its dash goes on without a space."""
    between = "" if re.search(r"\w[-–]$", first) and second else " "
    return f"{first}{between}{second}".strip()
