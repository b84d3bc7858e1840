"""Numbers on a page without rules that may be of the column on either side of them."""

from collections.abc import Iterator, Sequence

from offences.returns.tables.page_columns import PageColumns, find_columns
from offences.returns.tables.page_lines import LinePiece, PageLine
from offences.returns.tables.page_rows import RowDoubt


def doubts_of_columns(
    heads: list[PageLine], rows: Sequence[list[PageLine]], columns: PageColumns
) -> list[RowDoubt]:
    """A question about the first row with such a number, and how many more there are."""
    found = [*_between(heads, rows, columns)]
    for row, piece in found[:1]:
        others = len(found) - 1
        so = "is" if others == 1 else "are"
        more = f" So {so} {others} more." if others else ""
        why = f"“{piece.text[:40]}” stands between two columns: check the page.{more}"
        return [RowDoubt(row, why, stops=True)]
    return []


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
