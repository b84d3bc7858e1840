"""Tables beside each other on a page without ruled lines, cut into each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from offences.returns.tables.cell_kinds import is_value
from offences.returns.tables.labels_behind import LabelsBehind
from offences.returns.tables.page_columns import PageColumns
from offences.returns.tables.page_lines import PageLine

type Lines = list[PageLine]


def side_by_side(heads: Lines, body: Lines, columns: PageColumns) -> list[tuple[Lines, Lines]]:
    """The headings and rows of each table, from the left; most often there is one.

    Headings over several tables, such as a title over all, are of none.
    """
    cuts = [*_cuts(heads, body, columns)]
    if not cuts or any(_crosses(line, cuts) for line in body):
        return [(heads, body)]
    own = [line for line in heads if not _crosses(line, cuts)]
    bounds = zip([-float("inf"), *cuts], [*cuts, float("inf")], strict=True)
    return [(_between(own, *each), _between(body, *each)) for each in bounds]


def _cuts(heads: Lines, body: Lines, columns: PageColumns) -> Iterator[float]:
    """The places where further tables begin: there the first heading, or labels, return.

    What is below is no count: a label, or a code before one.
    """
    headings = [""] * len(columns.edges)
    written = [columns.cells([line]) for line in heads]
    for cells in written:
        headings = [cell or above for cell, above in zip(cells, headings, strict=True)]
    rows = [columns.cells([line]) for line in body]
    cells_of = [dict(enumerate(row)) for row in (*written, *rows)]
    behind, first = LabelsBehind(cells_of, range(len(headings))), 0
    texts = [[row[at] for row in rows if row[at]] for at in range(len(headings))]
    for at in range(columns.labels + 1, len(headings)):
        again = bool(headings[0]) and headings[at] == headings[0]
        same = columns.labels == 1 and texts[at] == texts[0]
        label = at + columns.labels - 1  # of the labels beside its figures, the last
        repeated = (again or same) and label < len(texts) - 1 and not _are_values(texts[label])
        if repeated or behind.begins_table(at, first):
            first = at
            yield (columns.edges[at - 1][1] + columns.edges[at][0]) / 2


def _are_values(texts: list[str]) -> bool:
    return sum(map(is_value, texts)) * 2 > len(texts)


def _crosses(line: PageLine, cuts: list[float]) -> bool:
    return any(piece.x0 < cut < piece.x1 for piece in line.pieces for cut in cuts)


def _between(lines: Lines, left: float, right: float) -> Lines:
    """What lines have between two cuts."""
    parts = ([p for p in line.pieces if left < p.x0 < right] for line in lines)
    return [
        replace(line, pieces=tuple(part)) for line, part in zip(lines, parts, strict=True) if part
    ]
