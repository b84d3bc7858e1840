"""The columns of a table without lines: stretches of the page with gutters between."""

from __future__ import annotations

from dataclasses import dataclass

from offences.returns.labels.label_words import content_role, heading_role, is_total
from offences.returns.tables.page_lines import LinePiece, PageLine, is_count, joined, piece_of
from offences.returns.tables.row_kinds import is_value, names_year

_SPACE = 0.35  # of a line's height: more than an ordinary space


@dataclass(frozen=True)
class PageColumns:
    """The bounds of each column, from the left; the first `labels` come before figures."""

    edges: tuple[tuple[float, float], ...]
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

    def with_headings(self, lines: list[PageLine]) -> PageColumns:
        """These columns and one for each heading without figures: a year left blank."""
        for line in reversed(lines):
            pieces = self.parted(line)
            apart = [p for p in pieces if not any(p.overlaps(*edge) for edge in self.edges)]
            beyond = [p for p in apart if p.x0 > self.edges[self.labels - 1][1]]
            if beyond and len(pieces) - len(apart) == len(self.edges) - (
                not self.is_label(pieces[0])
            ):
                edges = sorted([*self.edges, *((p.x0, p.x1) for p in beyond)])
                return PageColumns(tuple(edges), self.labels)
        return self

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

    def parted(self, line: PageLine) -> tuple[LinePiece, ...]:
        """The pieces of a line; one that spans several columns is split."""
        return tuple(part for piece in line.pieces for part in self._parted(piece))

    def _parted(self, piece: LinePiece) -> list[LinePiece]:
        parts: list[list[LinePiece]] = []
        for word in piece.words:
            last = parts[-1][-1] if parts else None
            gap = (word.x0 - last.x1) / max(word.bottom - word.top, 1) if last else 1
            if last is None or (gap > _SPACE and self.at(word) != self.at(last)):
                parts.append([word])
            else:
                parts[-1].append(word)
        return [piece_of(words) for words in parts] or [piece]

    def group_headings(self, line: PageLine) -> list[str]:
        """The headings of groups of columns, one for each column; else nothing."""
        pieces = self.parted(line)
        first = [piece for piece in pieces if self.is_label(piece)]
        upper = pieces[len(first) :]
        figures = self.edges[self.labels :]
        if not 1 <= len(upper) < len(figures) or len(first) > 1:
            return []
        size, rest = divmod(len(figures), len(upper))
        if rest:
            return []
        for number, piece in enumerate(upper):
            group = figures[number * size : (number + 1) * size]
            under = [edge for edge in figures if piece.overlaps(*edge)]
            covers_all = under == list(group)
            if size < 2 or not (covers_all or _is_above_group(piece, group[0][0], group[-1][1])):
                return []
        before = [first[0].text if first else "", *[""] * (self.labels - 1)]
        return [*before, *(piece.text for piece in upper for _ in range(size))]


def _is_above_group(piece: LinePiece, x0: float, x1: float) -> bool:
    """Whether a heading is centred above a group of columns, or complete and at its left."""
    if is_complete(piece.text) and abs(piece.x0 - x0) < 3:
        return True
    return abs((piece.x0 + piece.x1) / 2 - (x0 + x1) / 2) <= 0.15 * (x1 - x0)


def is_complete(text: str) -> bool:
    """A heading that asks for no further word: a year, a sex, an age band, a total."""
    if names_year(text) or is_total(text) or content_role(text) == "sex":
        return True
    if heading_role(text) == "year":
        return True
    return content_role(text) == "age" and not text[:1].islower() and not text.isdigit()


def find_columns(lines: list[PageLine]) -> PageColumns | None:
    """The columns of lines with figures and of those between; None if there are not two."""
    wide = [line for line in lines if len(line.pieces) > 1]
    pieces = [piece for line in wide for piece in line.pieces]
    edges = _gutters(pieces)
    # Labels may be on lines of their own, above and below the line of their figures.
    alone = [line.first for line in lines if len(line.pieces) == 1]
    edges = _gutters([*pieces, *(p for p in alone if sum(p.overlaps(*edge) for edge in edges) < 2)])
    if len(edges) < max(len(line.pieces) for line in wide):
        # A piece runs over a gutter somewhere: the fullest lines show the columns.
        most = max(len(line.pieces) for line in wide)
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
