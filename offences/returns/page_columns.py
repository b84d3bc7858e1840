"""The columns of a table without lines: stretches of the page with gutters between."""

from __future__ import annotations

from dataclasses import dataclass

from offences.returns.page_lines import Line, Piece, joined, piece_of
from offences.returns.rows import is_value

_SPACE = 0.35  # of a line's height: more than an ordinary space


@dataclass(frozen=True)
class Columns:
    """Where each column begins and ends, from the left; `labels` of them stand before figures."""

    edges: tuple[tuple[float, float], ...]
    labels: int

    def is_label(self, piece: Piece) -> bool:
        """Whether a piece stands in the columns of labels alone, from where those begin."""
        begins, ends = self.edges[0][0], self.edges[self.labels][0]
        return piece.x0 > begins - 3 and piece.x1 < ends

    def is_beyond_labels(self, piece: Piece) -> bool:
        return piece.x0 > self.edges[self.labels - 1][1] - 1 and piece.x0 > self.edges[0][0] + 20

    def at(self, piece: Piece) -> int:
        """The column that a piece stands in most of, or nearest to."""
        shared = [min(piece.x1, x1) - max(piece.x0, x0) for x0, x1 in self.edges]
        return max(range(len(shared)), key=lambda column: shared[column])

    def cells(self, lines: list[Line]) -> list[str]:
        """The lines of one row as its cells."""
        row = [""] * len(self.edges)
        for line in lines:
            for piece in self.parted(line):
                column = self.at(piece)
                row[column] = joined(row[column], piece.text)
        return row

    def parted(self, line: Line) -> tuple[Piece, ...]:
        """The pieces of a line; one that runs over several columns in a row of its own pieces."""
        return tuple(part for piece in line.pieces for part in self._parted(piece))

    def _parted(self, piece: Piece) -> list[Piece]:
        parts: list[list[Piece]] = []
        for word in piece.words:
            last = parts[-1][-1] if parts else None
            gap = (word.x0 - last.x1) / max(word.height, 1) if last else 1
            if last is None or (gap > _SPACE and self.at(word) != self.at(last)):
                parts.append([word])
            else:
                parts[-1].append(word)
        return [piece_of(words) for words in parts] or [piece]

    def headings(self, line: Line) -> list[str]:
        """A line of headings; one in the middle over several columns stands over each of them."""
        row = self._over_groups(line)
        if row:
            return row
        return self.cells([line])

    def _over_groups(self, line: Line) -> list[str]:
        pieces = self.parted(line)
        first = [piece for piece in pieces if self.is_label(piece)]
        over = pieces[len(first) :]
        figures = self.edges[self.labels :]
        if not 1 <= len(over) < len(figures) or len(first) > 1:
            return []
        size, rest = divmod(len(figures), len(over))
        if rest:
            return []
        for number, piece in enumerate(over):
            group = figures[number * size : (number + 1) * size]
            middle = (group[0][0] + group[-1][1]) / 2
            width = group[-1][1] - group[0][0]
            if abs((piece.x0 + piece.x1) / 2 - middle) > 0.25 * width:
                return []
        before = [first[0].text if first else "", *[""] * (self.labels - 1)]
        return [*before, *(piece.text for piece in over for _ in range(size))]


def columns_of(lines: list[Line]) -> Columns | None:
    """The columns of lines with figures and what stands between; None where there are not two."""
    wide = [line for line in lines if len(line.pieces) > 1]
    edges = _gutters([piece for line in wide for piece in line.pieces])
    if len(edges) < max(len(line.pieces) for line in wide):
        # A piece runs over a gutter somewhere: the fullest lines show the columns.
        most = max(len(line.pieces) for line in wide)
        edges = _gutters([p for line in wide if len(line.pieces) == most for p in line.pieces])
        if len(edges) < most:
            return None
    labels = _labels(wide, edges)
    return Columns(tuple(edges), labels) if len(edges) > 1 and labels < len(edges) else None


def _gutters(pieces: list[Piece]) -> list[tuple[float, float]]:
    edges: list[tuple[float, float]] = []
    for piece in sorted(pieces, key=lambda p: p.x0):
        if edges and piece.x0 < edges[-1][1] + 1:
            edges[-1] = (edges[-1][0], max(edges[-1][1], piece.x1))
        else:
            edges.append((piece.x0, piece.x1))
    return edges


def _labels(lines: list[Line], edges: list[tuple[float, float]]) -> int:
    """How many columns stand before the first of figures; the first never is one."""
    for column, (x0, x1) in enumerate(edges[1:], 1):
        texts = [p.text for line in lines for p in line.pieces if p.over(x0, x1)]
        if sum(map(is_value, texts)) * 2 > len(texts):
            return column
    return len(edges)
