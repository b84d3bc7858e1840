"""The words of a page as lines, and the columns of a table without ruled lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from offences.returns.labels.cell_counts import parse_count
from offences.returns.labels.label_words import content_role, heading_role, is_total
from offences.returns.tables.kinds import is_value, is_year_number, names_year

WIDE = 0.42  # of a line's height: a space is 0.25 to 0.3 of it
_FRAGMENT = re.compile(r"[a-zA-Z]{2,}(?: [a-zA-Z]+){0,2}")  # of “No information / held”
TIGHT = 0.6  # of a line's height: two lines of one cell are no further apart

# A text that asks for another word: the line below goes on with it.
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
        """A figure beside something else; not one number in the last words of headings."""
        beyond = [is_count(piece.text) for piece in self.pieces[1:]]
        most = sum(beyond) * 2 >= len(beyond) or len(beyond) < 3
        last = beyond[-1:] == [True] and any(map(str.isdigit, self.pieces[-1].text))
        return any(beyond) and (most or (last and sum(beyond) == 1))


def is_count(text: str) -> bool:
    """Whether it is in a figure's place; “under 13” is a heading that reads like one."""
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


def goes_on(text: str) -> bool:
    """Whether a text asks for another word, in the line below it."""
    return bool(GOES_ON.search(text)) and not is_value(text)


def ends_headings(line: PageLine, above: PageLine) -> bool:
    """“16” under “Rape of a female child under”: the last words of headings, no figures."""
    if not above.is_close_above(line):
        return False
    counts = [piece for piece in line.pieces[1:] if is_count(piece.text)]
    open_above = [upper for upper in above.pieces if goes_on(upper.text)]
    return any(upper.overlaps(piece.x0, piece.x1) for piece in counts for upper in open_above)


def _line(words: list[LinePiece]) -> PageLine:
    bottom = max(word.bottom for word in words)  # a raised figure is higher
    return PageLine(_pieces(words), bottom, bottom, max(word.bottom - word.top for word in words))


def _pieces(words: list[LinePiece]) -> tuple[LinePiece, ...]:
    """Parted where a gap is wider than a space; of lines that fill their width, much wider."""
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
    """Two lines of one cell; a line broken behind its dash goes on without a space."""
    between = "" if re.search(r"\w[-–]$", first) and second else " "
    return f"{first}{between}{second}".strip()


_SPACE = 0.35  # of a line's height: more than an ordinary space


@dataclass(frozen=True)
class PageColumns:
    """The bounds of each column, from the left; the first `labels` come before figures."""

    edges: Columns
    labels: int

    def is_label(self, piece: LinePiece) -> bool:
        """Whether a piece is in the columns of labels alone, from where those begin."""
        begins, ends = self.edges[0][0], self.edges[self.labels][0]
        return piece.x0 > begins - 3 and piece.x1 < ends

    def is_label_line(self, line: PageLine) -> bool:
        return len(line.pieces) == 1 and self.is_label(line.first)

    def has_figures(self, line: PageLine) -> bool:
        """Whether a line has figures, or words in several columns, which are no label either."""
        beyond = [p for p in line.pieces if self.at(p) >= self.labels]
        return any(is_value(p.text) for p in beyond) or len(beyond) > 1

    def is_heading(self, line: PageLine) -> bool:
        """Whether a line has words where others have figures."""
        beyond = [p for p in line.pieces if self.at(p) >= self.labels]
        return sum(is_count(p.text) for p in beyond) * 2 <= len(beyond) > 0

    def is_bare_figure(self, line: PageLine) -> bool:
        """Whether a line is one figure alone, in the middle of a label of two lines."""
        piece = line.first
        within = any(piece.overlaps(*edge) for edge in self.edges[self.labels :])
        return len(line.pieces) == 1 and within and is_count(piece.text)

    def without_halves(self, body: list[PageLine], heads: list[PageLine]) -> PageColumns:
        """These columns, those joined that are one: numbers at the right, markers at the left.

        No line has something in both; and one heading is over each, or no headings over both.
        """
        every = {*range(len(self.edges))}
        for columns in (self, self._joined(body, every)):
            if columns.with_widths_of(heads) is not columns:
                return columns
        over = {self.at(piece) for line in heads for piece in self.parted(line)}
        return self._joined([*body, *heads], over)

    def _joined(self, lines: list[PageLine], over: set[int]) -> PageColumns:
        filled = [{self.at(piece) for piece in self.parted(line)} for line in lines]
        edges = [*self.edges[: self.labels]]
        first = self.labels  # of the columns that are one
        for at in range(self.labels, len(self.edges)):
            both = at > first and any(at in own and own & {*range(first, at)} for own in filled)
            if at == first or both or not over & {*range(first, at + 1)}:
                first = at
                edges.append(self.edges[at])
            else:
                edges[-1] = edges[-1][0], self.edges[at][1]
        return PageColumns(tuple(edges), self.labels)

    def with_headings(self, lines: list[PageLine]) -> PageColumns:
        """These columns and one for each heading without figures: a year left blank."""
        for line in reversed(lines):
            pieces = self.parted(line)
            apart = [p for p in pieces if not any(p.overlaps(*edge) for edge in self.edges)]
            beyond = [p for p in apart if p.x0 > self.edges[self.labels - 1][1]]
            figures = self.edges[self.labels :]
            if beyond and all(any(p.overlaps(*edge) for p in pieces) for edge in figures):
                edges = sorted([*self.edges, *((p.x0, p.x1) for p in beyond)])
                return PageColumns(tuple(edges), self.labels)
        return self

    def with_widths_of(self, heads: list[PageLine]) -> PageColumns:
        """These columns, as wide as their headings: words at the left, over numbers at the right.

        The lines of headings show it, where each column has one, or each column of figures.
        """
        for pieces in _lowest_headings(heads):
            for first in (0, self.labels):
                own = self.edges[first:]
                if len(pieces) == len(own) and self._match_columns(pieces, first):
                    pairs = zip(pieces, own, strict=True)
                    wide = [(min(p.x0, x0), max(p.x1, x1)) for p, (x0, x1) in pairs]
                    return PageColumns((*self.edges[:first], *wide), self.labels)
        return self

    def _match_columns(self, pieces: list[LinePiece], first: int) -> bool:
        """Whether each piece begins before its column ends, and is apart from those beside it."""
        far = float("inf")
        edges = [(-far, -far), *self.edges, (far, far)]
        around = zip(pieces, edges[first:], edges[first + 1 :], edges[first + 2 :], strict=False)
        return all(
            left[1] - 1 < piece.x0 < own[1] and piece.x1 < right[0] + 1
            for piece, left, own, right in around
        )

    def is_beyond_labels(self, piece: LinePiece) -> bool:
        return piece.x0 > self.edges[self.labels - 1][1] - 1 and piece.x0 > self.edges[0][0] + 20

    def at(self, piece: LinePiece) -> int:
        """The column that a piece is in, or nearest to."""
        shared = [min(piece.x1, x1) - max(piece.x0, x0) for x0, x1 in self.edges]
        return max(range(len(shared)), key=lambda column: shared[column])

    def cells(self, lines: list[PageLine]) -> list[str]:
        """The lines of one row as its cells."""
        row = [""] * len(self.edges)
        for line in lines:
            for piece in self.parted(line):
                column = self.at(piece)
                row[column] = joined(row[column], piece.text)
        return row

    def headings(self, line: PageLine) -> list[str]:
        """A line of headings as cells."""
        row = [""] * len(self.edges)
        for piece, column in self.under(line):
            row[column] = joined(row[column], piece.text)
        return row

    def under(self, line: PageLine) -> list[tuple[LinePiece, int]]:
        """The column under each heading: one beside it, if none is below, is to its right."""
        pieces = self.parted(line)
        below = {p: self.at(p) for p in pieces if any(p.overlaps(*edge) for edge in self.edges)}
        found = []
        for piece in pieces:
            right = next((at for at, edge in enumerate(self.edges) if edge[1] > piece.x0), -1)
            free = right >= self.labels and right not in below.values()
            found.append((piece, below.get(piece, right if free else self.at(piece))))
        return found

    def beyond_all(self, heads: list[PageLine]) -> list[LinePiece]:
        """The headings to the right of all figures: they may be those of any column without one."""
        return [p for line in heads for p in line.pieces if p.x0 > self.edges[-1][1]]

    def parted(self, line: PageLine) -> tuple[LinePiece, ...]:
        """The pieces of a line; one that spans several columns is split."""
        return tuple(part for piece in line.pieces for part in self._parted(piece))

    def _parted(self, piece: LinePiece) -> list[LinePiece]:
        parts: list[list[LinePiece]] = [[*piece.words[:1]]] if piece.words else []
        for last, word in pairwise(piece.words):
            gap = (word.x0 - last.x1) / max(word.bottom - word.top, 1)
            if gap > _SPACE and self.at(word) != self.at(last):
                parts.append([])
            parts[-1].append(word)
        return [piece_of(words) for words in parts] or [piece]


def _lowest_headings(heads: list[PageLine]) -> Iterator[list[LinePiece]]:
    """The headings of the lowest line, with more and more of those above that are over no other.

    First those at the ends, such as a total over no group; then all, where others take two lines.
    """
    for at_ends in (True, False):
        found: list[LinePiece] = []
        for line in reversed(heads):
            free = [p for p in line.pieces if not any(p.overlaps(f.x0, f.x1) for f in found)]
            if found and at_ends:
                free = [p for p in free if p.x1 < found[0].x0 or p.x0 > found[-1].x1]
            found = sorted([*found, *free], key=lambda piece: piece.x0)
            yield found


def is_complete(text: str) -> bool:
    """A heading that asks for no further word: a year, a sex, an age band, a total."""
    if names_year(text) or is_year_number(text) or is_total(text) or heading_role(text) == "year":
        return True
    is_age = content_role(text) == "age" and not text[:1].islower() and not text.isdigit()
    return is_age or content_role(text) == "sex"


def find_columns(lines: list[PageLine]) -> PageColumns | None:
    """The columns of lines with figures and of those between; None if there are not two."""
    wide = [line for line in lines if len(line.pieces) > 1]
    pieces = [piece for line in wide for piece in line.pieces]
    edges = _gutters(pieces)
    # Labels may be on lines of their own, above and below the line of their figures; not lines
    # that are centred over all columns.
    ends = edges[min(_labels(wide, edges), len(edges) - 1)][0]
    alone = [line.first for line in lines if len(line.pieces) == 1]
    beside = (p for p in alone if p.x0 < ends and sum(p.overlaps(*edge) for edge in edges) < 2)
    edges = _gutters([*pieces, *beside])
    most = max(len(line.pieces) for line in wide)
    if len(edges) < most:
        # A piece runs over a gutter somewhere: the fullest lines show the columns.
        edges = _gutters([p for line in wide if len(line.pieces) == most for p in line.pieces])
        if len(edges) < most:
            return None
    labels = _labels(wide, edges)
    return PageColumns(tuple(edges), labels) if len(edges) > 1 and labels < len(edges) else None


def _gutters(pieces: list[LinePiece]) -> list[tuple[float, float]]:
    edges: list[tuple[float, float]] = []
    for piece in sorted(pieces, key=lambda p: p.x0):
        if edges and piece.x0 < edges[-1][1] + 1:
            edges[-1] = (edges[-1][0], max(edges[-1][1], piece.x1))
        else:
            edges.append((piece.x0, piece.x1))
    return edges


def _labels(lines: list[PageLine], edges: list[tuple[float, float]]) -> int:
    """The number of columns before the first of figures, which is never the first of all."""
    for column, (x0, x1) in enumerate(edges[1:], 1):
        texts = [p.text for line in lines for p in line.pieces if p.overlaps(x0, x1)]
        if sum(map(is_value, texts)) * 2 > len(texts):
            return column
    return len(edges)
