"""Numbers on a page without rules of which it is not clear in which column they are."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from offences.returns.tables.cell_kinds import is_value
from offences.returns.tables.page_columns import PageColumns, find_columns
from offences.returns.tables.page_lines import LinePiece, PageLine
from offences.returns.tables.page_rows import RowDoubt

_NUMBER = re.compile(r"\d|\*$")


def doubts_of_columns(
    heads: list[PageLine], rows: Sequence[list[PageLine]], columns: PageColumns
) -> list[RowDoubt]:
    """A question about the first row with each such number, and how many more there are."""
    between = (
        (row, f"“{piece.text[:40]}” stands between two columns")
        for row, piece in _between(heads, rows, columns)
    )
    behind = (
        (row, f"“{number}” at the end of “{label[-40:]}” may be the number of the column behind it")
        for row, label, number in _label_ends(heads, rows, columns)
    )
    return [doubt for found in (between, behind) for doubt in _doubts([*found])]


def _doubts(found: Sequence[tuple[int, str]]) -> Iterator[RowDoubt]:
    for row, why in found[:1]:
        others = len(found) - 1
        so = "is" if others == 1 else "are"
        more = f" So {so} {others} more." if others else ""
        yield RowDoubt(row, f"{why}: check the page.{more}", stops=True)


def _label_ends(
    heads: list[PageLine], rows: Sequence[list[PageLine]], columns: PageColumns
) -> Iterator[tuple[int, str, str]]:
    """Each row with a number no more than a space behind other words, where its column is empty.

    Or where that is no column at all, but a heading is over it. It may be the end of a label that
    is longer than its column, such as “under 16”.
    """
    lowest = [p for line in heads[-1:] for p in columns.parted(line)]
    pairs = ((a, b) for a, b in pairwise(lowest) if columns.at(a) == 0 == columns.at(b))
    extra = [(heading.x0, heading.x1) for _, heading in pairs]
    figures = [*enumerate(columns.edges)][columns.labels :]
    for number, row in enumerate(rows):
        pieces = [piece for line in row for piece in columns.parted(line)]
        filled = {columns.at(piece) for piece in pieces}
        for piece in pieces:
            last = piece.words[-1] if piece.words else piece
            edges = [edge for at, edge in figures if at not in filled] + extra
            is_empty = any(last.overlaps(*edge) for edge in edges)
            if is_empty and (is_value(last.text) or _NUMBER.search(last.text)):
                yield number, piece.text, last.text


def _between(
    heads: list[PageLine], rows: Sequence[list[PageLine]], columns: PageColumns
) -> Iterator[tuple[int, LinePiece]]:
    """Each number of a row with gaps that is below no heading of its column, nor its numbers.

    A full row says by its order which number is of which column. Where all the numbers stand in
    as many places as there are columns, the order of these does. A heading at the left of numbers
    at the right has none of them below it: there it may be over words such as “<5”.
    """
    apart = find_columns([line for row in rows for line in row])
    if apart is None or _are_one_each(apart, columns):
        return
    filled = [[p for line in row for p in columns.parted(line)] for row in rows]
    filled = [[p for p in row if columns.at(p) >= columns.labels] for row in filled]
    full = len(columns.edges) - columns.labels
    sure = [p for row in filled if len(row) == full for p in row]
    heads_of = [p for line in heads[-1:] for p in columns.parted(line)]
    over = [p for p in heads_of if not sure or any(p.overlaps(e.x0, e.x1) for e in sure)]
    for number, row in enumerate(filled):
        for piece in row if len(row) < full else ():
            known = [*sure, *(over if piece.text.isdecimal() else heads_of)]
            own = [p for p in known if columns.at(p) == columns.at(piece)]
            half = (piece.x1 - piece.x0) / 2
            if not any(min(p.x1, piece.x1) - max(p.x0, piece.x0) >= half for p in own):
                yield number, piece


def _are_one_each(apart: PageColumns, columns: PageColumns) -> bool:
    """Whether each column has all of its numbers in one place."""
    pairs = zip(apart.edges, columns.edges, strict=False)
    within = all(left <= x0 and x1 <= right for (x0, x1), (left, right) in pairs)
    return len(apart.edges) == len(columns.edges) and within
