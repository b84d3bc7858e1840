"""The columns of a table on a page without ruled lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from offences.returns.tables.cell_kinds import is_value
from offences.returns.tables.page_lines import (
    Columns,
    LinePiece,
    PageLine,
    is_count,
    joined,
    piece_of,
)

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
        if self._are_labels_of_two(body, heads):
            whole = self.edges[0][0], self.edges[1][1]
            return PageColumns((whole, *self.edges[2:]), 1).without_halves(body, heads)
        every = {*range(len(self.edges))}
        nearest, halves = self._nearest_columns(body, heads), self._right_halves(body)
        for columns in (self, self._joined(body, every, nearest, halves)):
            if columns.with_widths_of(heads) is not columns:
                return columns
        over = {self.at(piece) for line in heads for piece in self.parted(line)}
        return self._joined([*body, *heads], over, nearest, halves)

    def _nearest_columns(self, body: list[PageLine], heads: list[PageLine]) -> list[int]:
        """For each of these columns, the one that it is in or nearest to, as full lines show them.

        Where no line is full, or each has other headings than columns, the heading nearest to it.
        """
        lowest = self.parted(heads[-1]) if heads else ()
        beyond = [(p.x0, p.x1) for p in lowest if self.is_beyond_labels(p)]
        lines = [self.parted(line) for line in body]
        most = max(map(len, lines), default=0)
        full = [line for line in lines if len(line) == most]
        # Numbers at the right and “<5” at the left of one column have a gutter between them.
        whole = [
            (min(p.x0 for p in own), max(p.x1 for p in own)) for own in zip(*full, strict=True)
        ]
        apart = all(left[1] < right[0] for left, right in pairwise(whole))
        if apart and most == self.labels + len(beyond):
            pairs = zip(whole[self.labels :], beyond, strict=True)
            around = [(min(a[0], b[0]), max(a[1], b[1])) for a, b in pairs]
        else:
            around = beyond
        return [
            min(range(len(around)), key=lambda n: _distance_between(around[n], edge), default=-1)
            for edge in self.edges
        ]

    def _are_labels_of_two(self, body: list[PageLine], heads: list[PageLine]) -> bool:
        """Whether labels are at the left and at the right of one column: a total below ages."""
        if self.labels != 1 or len(self.edges) < 3:
            return False
        first, second = self.edges[:2]
        filled = ({self.at(piece) for piece in self.parted(line)} for line in body)
        pieces = (piece for line in heads for piece in line.pieces)
        over = any(piece.overlaps(*first) and piece.overlaps(*second) for piece in pieces)
        return over and not any({0, 1} <= own for own in filled)

    def _right_halves(self, body: list[PageLine]) -> set[int]:
        """The columns of numbers alone at the right of words alone: “<5” at the left of its own."""
        pieces = [piece for line in body for piece in self.parted(line)]
        beyond = range(self.labels, len(self.edges))
        kinds = [{p.text[:1].isdigit() for p in pieces if self.at(p) == at} for at in beyond]
        found = enumerate(pairwise(kinds), self.labels + 1)
        return {at for at, (before, own) in found if (before, own) == ({False}, {True})}

    def _joined(
        self, lines: list[PageLine], over: set[int], nearest: list[int], halves: set[int]
    ) -> PageColumns:
        filled = [{self.at(piece) for piece in self.parted(line)} for line in lines]
        edges = [*self.edges[: self.labels]]
        first = self.labels  # of the columns that are one
        for at in range(self.labels, len(self.edges)):
            both = at > first and any(at in own and own & {*range(first, at)} for own in filled)
            # Below the heading of the column behind it, with which no line has something in both.
            right = at > first and at + 1 < len(nearest) and nearest[at] == nearest[at + 1]
            right = right and nearest[at] != nearest[at - 1]
            right = right and not (at in halves or any({at, at + 1} <= own for own in filled))
            if at == first or both or right or not over & {*range(first, at + 1)}:
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
            if self._are_cells(last, word):
                parts.append([])
            parts[-1].append(word)
        return [piece_of(words) for words in parts] or [piece]

    def _are_cells(self, last: LinePiece, word: LinePiece) -> bool:
        """Whether two words, close to each other, are of two columns.

        With no more than a space between, numbers that are each within its own; with more, those
        nearest to two, or a number within one that a label does not reach.
        """
        gap = (word.x0 - last.x1) / max(word.bottom - word.top, 1)
        apart = self.at(word) != self.at(last)
        within = self.within(word)
        if gap > _SPACE:
            is_figure = within >= self.labels and is_value(word.text)
            return apart or (is_figure and not last.overlaps(*self.edges[within]))
        numbers = is_value(last.text) and is_value(word.text)
        return apart and numbers and min(within, self.within(last)) >= self.labels

    def within(self, piece: LinePiece) -> int:
        """The column that any part of a piece is in, -1 if none."""
        column = self.at(piece)
        return column if piece.overlaps(*self.edges[column]) else -1


def _distance_between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """How far two stretches are from each other; below 0 where they overlap."""
    return max(one[0] - other[1], other[0] - one[1])


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


def find_columns(lines: list[PageLine]) -> PageColumns | None:
    """The columns of lines with figures and of those between; None if there are not two."""
    wide = [line for line in lines if len(line.pieces) > 1]
    if not wide:
        return None
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
