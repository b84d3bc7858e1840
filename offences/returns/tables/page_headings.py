"""The headings of a table on a page without ruled lines, also those over groups of columns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from offences.returns.labels.label_words import content_role, heading_role, is_total
from offences.returns.tables.cell_kinds import names_year
from offences.returns.tables.page_columns import PageColumns
from offences.returns.tables.page_lines import (
    Columns,
    LinePiece,
    PageLine,
    is_complete,
    is_unfinished,
    joined,
)

type TextRows = list[list[str]]
type Groups = list[tuple[int, int]]  # the first column of each and the one behind its last

_ALIGNED = 4  # points by which a heading may begin or end beside its column
_BESIDE = 0.25  # of the width of a group: how far from its middle its heading may be


def heading_rows(lines: list[PageLine], columns: PageColumns) -> TextRows:
    """Lines of headings as rows; the lines of one heading are joined."""
    rows: TextRows = []
    before: PageLine | None = None
    wide = False  # whether the row before heads groups of columns
    for at, line in enumerate(lines):
        below = lines[at + 1] if at + 1 < len(lines) else None
        groups = _group_headings(line, _with_lines(columns, lines[at + 1 :]), columns)
        if groups and below and line.is_close_above(below):
            groups = groups if _are_levels(groups, columns.cells([below])) else []
        row = groups or columns.headings(line)
        label = line.first.text if columns.is_label(line.first) else ""
        ends = not label or not (label[0].islower() or (before and is_unfinished(before.text)))
        if before and columns.is_label_line(before) and ends:
            rows.append(row)  # below a line over the table
        elif before and wide == bool(groups) and _same_headings(before, line, rows[-1], row):
            rows[-1] = [joined(a, b) for a, b in zip(rows[-1], row, strict=True)]
        else:
            rows.append(row)
        before, wide = line, bool(groups)
    return rows


def _with_lines(columns: PageColumns, lines: list[PageLine]) -> Columns:
    """Where the columns of figures begin and end, with the headings right over them."""
    edges = [*columns.edges]
    for line in lines:
        for piece, at in columns.under(line):
            if sum(piece.overlaps(*edge) for edge in columns.edges) < 2:
                edges[at] = min(edges[at][0], piece.x0), max(edges[at][1], piece.x1)
    return tuple(edges[columns.labels :])


def _group_headings(line: PageLine, figures: Columns, columns: PageColumns) -> list[str]:
    """The headings of groups of columns, one for each column; else nothing."""
    pieces = columns.parted(line)
    first = [piece for piece in pieces if columns.is_label(piece)]
    upper = pieces[len(first) :]
    if not 1 <= len(upper) < len(figures) or len(first) > 1:
        return []
    groups = [] if _are_single(upper, figures) else _centred_groups(upper, figures)
    if not groups:
        return []
    row = [""] * len(columns.edges)
    row[0] = first[0].text if first else ""
    for piece, (begin, end) in zip(upper, groups, strict=True):
        row[columns.labels + begin : columns.labels + end] = [piece.text] * (end - begin)
    return row


def _are_single(pieces: tuple[LinePiece, ...], figures: Columns) -> bool:
    """Whether each heading begins or ends where a column does, from the first column on.

    Or whether there are nearly as many headings, and each has the middle of a column.
    """
    many = len(pieces) * 2 > len(figures)
    if not many and not _is_at(pieces[0], *figures[0]):
        return False
    return all(any(_is_at(piece, *edge, middle=many) for edge in figures) for piece in pieces)


def _is_at(piece: LinePiece, x0: float, x1: float, *, middle: bool = False) -> bool:
    beside = abs(piece.x0 - x0) < _ALIGNED or abs(piece.x1 - x1) < _ALIGNED
    return beside or (middle and abs(piece.x0 + piece.x1 - x0 - x1) < 2 * _ALIGNED)


def _centred_groups(pieces: tuple[LinePiece, ...], figures: Columns) -> Groups:
    """The groups of columns whose middles the headings are above; some may have none.

    Nothing, where each heading is over one column.
    """
    if len(figures) < 2:
        return []
    cells = [*_possible_cells(figures)]
    for equal in _equal_groups(pieces, len(figures)):
        if any(_can_head(pieces, equal, own) for own in cells):
            return equal
    many = len(pieces) * 2 > len(figures)
    if len(pieces) == 1 or (many and any(_can_head_columns(pieces, own) for own in cells)):
        return []
    nearest = filter(None, (_nearest(pieces, own) for own in cells))
    groups = min(nearest, default=(0, []))[1]
    return groups if any(end - begin > 1 for begin, end in groups) else []


def _equal_groups(pieces: tuple[LinePiece, ...], columns: int) -> Iterator[Groups]:
    """Groups of as many columns each; behind them may be a total, or a column without a heading."""
    last = len(pieces) > 1 and is_total(pieces[-1].text)
    for total, without in ((0, 0), (1, 0), (0, 1))[: 3 if len(pieces) > 1 else 1]:
        size, rest = divmod(columns - total - without, max(len(pieces) - total, 1))
        if rest or size < 2 or total > last:
            continue
        end = size * (len(pieces) - total)
        groups = [(at, at + size) for at in range(0, end, size)]
        yield groups + [(columns - 1, columns)] * total


def _can_head(pieces: tuple[LinePiece, ...], groups: Groups, cells: Columns) -> bool:
    """Whether each heading can be over its group."""
    pairs = zip(pieces, groups, strict=False)
    return all(_distance(piece, cells[begin:end]) is not None for piece, (begin, end) in pairs)


def _can_head_columns(pieces: tuple[LinePiece, ...], cells: Columns) -> bool:
    """Whether each heading can be over a column of its own."""
    among = iter(cells)
    return all(any(_distance(piece, (cell,)) == 0 for cell in among) for piece in pieces)


def _possible_cells(figures: Columns) -> Iterator[Columns]:
    """Where the cells around the words may be, which begin at the left of them, or the right."""
    lefts, rights = zip(*figures, strict=True)
    yield figures
    last = max(rights[-1], lefts[-1] + lefts[-1] - lefts[-2])
    yield tuple(pairwise([*lefts, last]))
    first = min(lefts[0], rights[0] - rights[1] + rights[0])
    yield tuple(pairwise([first, *rights]))


def _nearest(pieces: tuple[LinePiece, ...], cells: Columns) -> tuple[float, Groups] | None:
    """The groups of columns whose middles are nearest to the headings, and how far they are."""

    # A column without a heading is as bad as a heading that is half a column away.
    without = (cells[-1][1] - cells[0][0]) / len(cells) / 2

    @cache
    def best(number: int, begin: int) -> tuple[float, Groups] | None:
        """The same for the headings from one on, over the columns from one on."""
        if number == len(pieces):
            return without * (len(cells) - begin), []
        if begin == len(cells):
            return None
        chosen = best(number, begin + 1)  # this column has no heading over it
        found = [(chosen[0] + without, chosen[1])] if chosen else []
        for end in range(begin + 1, len(cells) + 1):
            apart = _distance(pieces[number], cells[begin:end])
            rest = best(number + 1, end) if apart is not None else None
            if rest and apart is not None:
                found.append((rest[0] + apart, [(begin, end), *rest[1]]))
        return min(found, default=None)

    return best(0, 0)


def _distance(piece: LinePiece, group: Columns) -> float | None:
    """How far a heading is from the middle of its group; None if it cannot be over it."""
    x0, x1 = group[0][0], group[-1][1]
    if len(group) == 1:
        shared = min(piece.x1, x1) - max(piece.x0, x0)
        inside = x0 - 1 < piece.x0 and piece.x1 < x1 + 1
        return 0 if inside or shared * 2 > min(piece.x1 - piece.x0, x1 - x0) else None
    apart = abs(piece.x0 + piece.x1 - x0 - x1) / 2
    return apart if apart < max(_BESIDE * (x1 - x0), _ALIGNED) else None


def _are_levels(upper: list[str], lower: list[str]) -> bool:
    """Whether headings of groups are years, or are above a line of whole headings."""
    if all(names_year(text) or heading_role(text) == "year" for text in upper[1:] if text):
        return True
    return len(lower) > 1 and all(is_complete(text) for text in lower[1:] if text)


def _same_headings(above: PageLine, below: PageLine, upper: list[str], lower: list[str]) -> bool:
    """Whether two lines are of the same headings, not headings of two levels."""
    if not above.is_close_above(below):
        return False
    if any(content_role(a) and heading_role(b) for a, b in zip(upper, lower, strict=True)):
        return False  # an offence over the name of an axis: a line over the table
    first, second = filter(None, upper[1:]), [*filter(None, lower[1:])]
    return not (second and all(map(is_complete, second)) and all(map(is_complete, first)))
