"""The words of a page as lines, and the columns of a table without ruled lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from offences.returns.labels.cell_counts import parse_count
from offences.returns.labels.label_words import content_role, heading_role, is_total, is_unknown
from offences.returns.sheet import LABEL_KINDS
from offences.returns.tables.cell_kinds import is_value, is_year_number, names_year

WIDE = 0.42  # of a line's height: a space is 0.25 to 0.3 of it
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})*")
_FRAGMENT = re.compile(r"[a-zA-Z]{2,}(?: [a-zA-Z]+){0,2}")  # of “No information / held”
TIGHT = 0.6  # of a line's height: two lines of one cell are no further apart

# A text that ends like this needs another word, so the line below continues it.
GOES_ON = re.compile(
    r"(?:\w ?[-–/,&]|\b(?:a|an|the|of|or|and|to|in|on|by|with|for|under|over|from|through))$",
    re.IGNORECASE,
)

type Drawn = dict[str, Any]  # a letter, a word or a rule, as pdfplumber describes them
type Box = tuple[float, float]  # top and bottom, in points from the top of the page
type Columns = tuple[tuple[float, float], ...]  # where each begins and ends, from the left


@dataclass(frozen=True)
class LinePiece:
    """Words close to each other; where they begin and end, in points."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    words: tuple[LinePiece, ...] = ()  # where there is more than one

    def overlaps(self, x0: float, x1: float) -> bool:
        return self.x0 < x1 and self.x1 > x0


@dataclass(frozen=True)
class PageLine:
    """Pieces from the left, at least one; or several such lines that are of one row."""

    pieces: tuple[LinePiece, ...]
    begins: float  # where the letters of its first line begin
    bottom: float  # and those of its last
    height: float

    @property
    def top(self) -> float:
        return self.begins - self.height

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)

    @property
    def first(self) -> LinePiece:
        return self.pieces[0]

    def is_close_above(self, below: PageLine) -> bool:
        return below.top - self.bottom < TIGHT * self.height

    def with_piece_below(self, upper: LinePiece, lower: LinePiece) -> PageLine:
        """This line, one piece of which has another line."""
        both = _under(upper, lower)
        return replace(self, pieces=tuple(both if p is upper else p for p in self.pieces))

    def has_figures(self) -> bool:
        """Whether a figure is beside something else, not just a number that ends a heading."""
        beyond = [is_count(piece.text) for piece in self.pieces[1:]]
        some = any(is_count(piece.text) and not is_unknown(piece.text) for piece in self.pieces[1:])
        if not (some or all(beyond)):
            return False  # “Not known”, behind other headings
        most = sum(beyond) * 2 >= len(beyond) or len(beyond) < 3
        last = beyond[-1:] == [True] and any(map(str.isdigit, self.pieces[-1].text))
        figures = any(beyond) and (most or (last and sum(beyond) == 1))
        return figures and not self._heads_years()

    def _heads_years(self) -> bool:
        """Whether the line has calendar years, which look like counts, alone or by their axis."""
        if all(is_year_number(piece.text) for piece in self.pieces):
            return True  # nothing is beside them
        numbers = [piece.text for piece in self.pieces[1:] if is_count(piece.text)]
        named = heading_role(self.first.text) in (*LABEL_KINDS, "year")
        return named and len(numbers) > 1 and all(map(is_year_number, numbers))


def is_count(text: str) -> bool:
    """Whether a text is a count; “under 13” is a heading that looks like one."""
    return is_value(text) and not (text[:1].isalpha() and content_role(text) == "age")


def piece_of(words: list[LinePiece]) -> LinePiece:
    """Words from the left as one piece."""
    text, x1 = " ".join(word.text for word in words), max(word.x1 for word in words)
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    return LinePiece(text, words[0].x0, x1, top, bottom, tuple(words) if len(words) > 1 else ())


def plain_lines(words: list[Drawn], taken: list[Box] | None = None) -> list[PageLine]:
    """The lines of a page from the top; what lies in a box of `taken` is left out."""
    lines: list[list[LinePiece]] = []
    for word in sorted(words, key=lambda w: (round(w["bottom"]), w["x0"])):
        piece = LinePiece(word["text"], word["x0"], word["x1"], word["top"], word["bottom"])
        middle = (piece.top + piece.bottom) / 2
        if any(top <= middle <= bottom for top, bottom in taken or ()):
            continue
        if not lines or abs(lines[-1][-1].bottom - piece.bottom) > 3:
            lines.append([])
        lines[-1].append(piece)
    return [_line(sorted(line, key=lambda p: p.x0)) for line in lines]


def find_lines(words: list[Drawn], taken: list[Box]) -> list[PageLine]:
    """The lines of a page; those that share a marker written over several are one."""
    return _merge_markers(plain_lines(words, taken))


def is_unfinished(text: str) -> bool:
    """Whether a text asks for another word, in the line below it."""
    return bool(GOES_ON.search(text)) and not is_value(text)


def ends_headings(line: PageLine, above: PageLine) -> bool:
    """Whether numbers are the ends of headings: “16” under “Rape of a female child under”."""
    if not above.is_close_above(line):
        return False
    counts = [piece for piece in line.pieces[1:] if is_count(piece.text)]
    open_above = [upper for upper in above.pieces if is_unfinished(upper.text)]
    return any(upper.overlaps(piece.x0, piece.x1) for piece in counts for upper in open_above)


def _line(words: list[LinePiece]) -> PageLine:
    bottom = max(word.bottom for word in words)  # a raised figure is higher
    return PageLine(_pieces(words), bottom, bottom, max(word.bottom - word.top for word in words))


def _pieces(words: list[LinePiece]) -> tuple[LinePiece, ...]:
    """Split where a gap is wider than a space; in lines that fill their width, much wider."""
    gaps = [(b.x0 - a.x1) / max(a.bottom - a.top, 1) for a, b in pairwise(words)]
    pairs = zip(gaps, pairwise(words), strict=True)
    space = min((gap for gap, (a, b) in pairs if (a.text + b.text).isalpha()), default=0)
    wide = max(WIDE, 1.6 * space if space < 0.6 else 0)
    pieces = [[words[0]]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap >= wide:
            pieces.append([])
        pieces[-1].append(word)
    return tuple(map(piece_of, pieces))


def _merge_markers(lines: list[PageLine]) -> list[PageLine]:
    """Lines that share a marker written over several (“Not” over “recorded”) as one line."""
    last = list(range(len(lines)))
    for at, line in enumerate(lines):
        for piece in line.pieces:
            if _FRAGMENT.fullmatch(piece.text):
                last[at] = max(last[at], _end_of_marker(lines, at, piece))
    found: list[PageLine] = []
    at = 0
    while at < len(lines):
        end = last[at]
        while (reach := max(last[at : end + 1])) > end:
            end = reach
        found.append(_merge(lines[at : end + 1]))
        at = end + 1
    return found


def _end_of_marker(lines: list[PageLine], at: int, piece: LinePiece) -> int:
    """The line with the last word of a marker that begins with this piece; else its own."""
    phrase, above, end = piece.text, piece, at
    for below in range(at + 1, min(at + 6, len(lines))):
        under = next((p for p in lines[below].pieces if p.overlaps(above.x0, above.x1)), None)
        if under is None:
            continue
        if under.top - above.bottom > TIGHT * lines[at].height or under.x1 - under.x0 > 120:
            break
        if is_value(phrase) and is_value(under.text):
            break
        if not (_FRAGMENT.fullmatch(under.text) or re.fullmatch(r"\d{1,2}", under.text)):
            break
        phrase, above = f"{phrase} {under.text}", under
        count = parse_count(phrase)
        if count is not None and count.marker:
            end = below
    return end


def _merge(lines: list[PageLine]) -> PageLine:
    if len(lines) == 1:
        return lines[0]
    pieces: list[LinePiece] = []
    for line in lines:
        for piece in line.pieces:
            above = next((i for i, p in enumerate(pieces) if p.overlaps(piece.x0, piece.x1)), None)
            if above is None:
                pieces.append(piece)
            else:
                pieces[above] = _under(pieces[above], piece)
    ordered = tuple(sorted(pieces, key=lambda p: p.x0))
    height = max(line.height for line in lines)
    return PageLine(ordered, lines[0].begins, lines[-1].bottom, height)


def _under(upper: LinePiece, lower: LinePiece) -> LinePiece:
    x0, x1 = min(upper.x0, lower.x0), max(upper.x1, lower.x1)
    return LinePiece(joined(upper.text, lower.text), x0, x1, upper.top, lower.bottom)


def joined(first: str, second: str) -> str:
    """Two lines of one cell; a line broken behind its dash goes on without a space.

    Two numbers, one below the other, stay two.
    """
    if _NUMBER.fullmatch(first) and _NUMBER.fullmatch(second):
        return f"{first} | {second}"
    between = "" if re.search(r"\w[-–]$", first) and second else " "
    return f"{first}{between}{second}".strip()


def is_complete(text: str) -> bool:
    """Whether a heading needs no further word: a year, a sex, an age band, a total."""
    if names_year(text) or is_year_number(text) or is_total(text) or heading_role(text) == "year":
        return True
    is_age = content_role(text) == "age" and not text[:1].islower() and not text.isdigit()
    return is_age or content_role(text) == "sex"
