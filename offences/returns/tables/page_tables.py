"""Tables on a page without ruled lines: words in columns, with wide gaps between."""

from __future__ import annotations

from dataclasses import dataclass, replace

from offences.returns.labels.label_words import is_note
from offences.returns.tables.between_columns import doubts_of_columns
from offences.returns.tables.cell_kinds import is_value
from offences.returns.tables.open_numbers import NEAR, is_near
from offences.returns.tables.page_columns import PageColumns, find_columns
from offences.returns.tables.page_headings import TextRows, heading_rows
from offences.returns.tables.page_lines import (
    TIGHT,
    Box,
    Columns,
    Drawn,
    PageLine,
    ends_headings,
    find_lines,
)
from offences.returns.tables.page_lists import is_row, read_list, read_rows
from offences.returns.tables.page_rows import RowDoubt, RowGrouping
from offences.returns.tables.page_sides import side_by_side

type Merged = tuple[int, int, int, int]  # first row and column, last row and column, from 1

_MOST_GAP = 5  # heights of a line: rows further apart are of two tables


@dataclass(frozen=True)
class PageTable:
    """A table: where it begins and ends, its rows, and what could be read in two ways."""

    box: Box
    rows: TextRows
    doubts: list[RowDoubt]
    columns: Columns
    is_list: bool = False  # of one row per crime
    merged: tuple[Merged, ...] = ()  # cells over several rows or columns, by their rules

    @property
    def sides(self) -> Box:
        """Where it begins and ends, from the left."""
        return self.columns[0][0], self.columns[-1][1]

    def holds(self, drawn: Drawn) -> bool:
        """Whether the middle of a word or letter is in it."""
        places = (
            ((drawn["top"], drawn["bottom"]), self.box),
            ((drawn["x0"], drawn["x1"]), self.sides),
        )
        return all(first <= sum(ends) / 2 <= last for ends, (first, last) in places)


def find_page_tables(
    words: list[Drawn], taken: list[Box], before: PageTable | None
) -> tuple[list[PageTable], list[str]]:
    """Every table without rules, and the lines of figures that are in none.

    What is in a box of `taken` is not read. `before` is the last table of the page before, which
    may go on here.
    """
    lines = find_lines(words, taken)
    found, lines = _lists(lines, before)
    # A row behind the end of its list, which something else ended.
    rows = (line for line in lines for each in found if is_row(line, each.columns))
    unread = [line.text for line in rows][:1]
    boxes = [*taken, *(each.box for each in found)]
    end = 0
    for first, last in _stretches(lines):
        columns = find_columns(lines[first : last + 1]) if _is_table(lines, first, last) else None
        if columns is not None and before and not boxes and not end:
            columns = _same_columns(lines[: last + 1], columns, before)
        if columns is not None:
            top = _first_heading(lines, end, first, columns)
            columns = _with_headings(lines[top:first], lines[first : last + 1], columns)
            end = _last_line(lines, last, columns) + 1
            found += _tables(lines[top:first], lines[first:end], columns)
        elif before and not boxes and not end and first == last and _fits(lines[first], before):
            end = first + 1
            found.append(_row(lines[first], before))
        elif last > first or is_near(lines[first], boxes + [each.box for each in found]):
            unread.append(lines[first].text)
    return found, unread


def _lists(
    lines: list[PageLine], before: PageTable | None
) -> tuple[list[PageTable], list[PageLine]]:
    """The lists of crimes on a page, and the lines that are in none."""
    found: list[PageTable] = []
    left: list[PageLine] = []
    at = 0
    while at < len(lines):
        rows, end, columns = read_list(lines, at)
        is_unfinished = before and before.is_list and not (found or rows)
        if before and is_unfinished and is_row(lines[at], before.columns):
            columns = before.columns
            rows, end = read_rows(lines, at, columns)
        if rows:
            box = lines[at].top, lines[end - 1].bottom
            found.append(PageTable(box, rows, [], columns, is_list=True))
            at = end
        else:
            left.append(lines[at])
            at += 1
    return found, left


def _same_columns(lines: list[PageLine], own: PageColumns, before: PageTable) -> PageColumns:
    """The columns of a table before, where all lines of this one are in them."""
    more = len(before.columns) - len(own.edges)
    if more > 0 and all(_fits(line, before) for line in lines if len(line.pieces) > 1):
        return PageColumns(before.columns, own.labels + more)
    return own


def _fits(line: PageLine, before: PageTable) -> bool:
    """Whether each piece of a line is in a column of its own of a table before."""
    columns = [
        [at for at, edge in enumerate(before.columns) if piece.overlaps(*edge)]
        for piece in line.pieces
    ]
    single = [at[0] for at in columns if len(at) == 1]
    return len(single) == len(columns) > 1 and sorted(set(single)) == single


def _row(line: PageLine, before: PageTable) -> PageTable:
    cells = PageColumns(before.columns, 1).cells([line])
    return PageTable((line.top, line.bottom), [cells], [], before.columns)


def _is_table(lines: list[PageLine], first: int, last: int) -> bool:
    return last > first or _is_headed(lines, first)


def _stretches(lines: list[PageLine]) -> list[tuple[int, int]]:
    """First and last line with figures of each table."""
    found: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        if not line.has_figures() or (at and ends_headings(line, lines[at - 1])):
            continue
        if found and _belongs(lines, found[-1][1], at):
            found[-1] = (found[-1][0], at)
        else:
            found.append((at, at))
    return found


def _belongs(lines: list[PageLine], before: int, at: int) -> bool:
    """Whether a line continues a table: close below it, with no headings or prose between."""
    between = lines[before + 1 : at]
    reach = _MOST_GAP * lines[before].height + sum(line.height for line in between)
    if lines[at].top - lines[before].bottom > reach:
        return False
    figures = [p for line in (lines[before], lines[at]) for p in line.pieces[1:]]
    left = min(piece.x0 for piece in figures if is_value(piece.text))
    alone = all(len(line.pieces) == 1 or _continues_labels(line, lines[before]) for line in between)
    return alone and all(p.first.x1 <= left or p.first.x0 >= left - 2 for p in between)


def _continues_labels(line: PageLine, above: PageLine) -> bool:
    """Whether a line is the second of labels alone, in tables beside each other."""
    labels = [piece for piece in above.pieces if not is_value(piece.text)]
    below = (any(piece.overlaps(own.x0, own.x1) for own in labels) for piece in line.pieces)
    return above.is_close_above(line) and all(below)


def _is_headed(lines: list[PageLine], at: int) -> bool:
    """Whether a line of headings is above a single line of figures, which makes it a table."""
    above = lines[max(at - 1, 0)]
    near = lines[at].top - above.bottom < NEAR * above.height
    return at > 0 and len(above.pieces) > 1 and near


def _first_heading(lines: list[PageLine], end: int, first: int, columns: PageColumns) -> int:
    """The first line above the rows that is in their columns."""
    top = first
    for at in range(first - 1, end - 1, -1):
        line, below = lines[at], lines[at + 1]
        note = len(line.pieces) == 1 and is_note(line.text)
        if note or below.top - line.bottom > NEAR * line.height:
            break
        if line.has_figures() and not (at and ends_headings(line, lines[at - 1])):
            break
        if len(line.pieces) > 1 or columns.is_beyond_labels(line.first):
            top = at
        elif not columns.is_label(line.first) or at < top - 5:
            break
    # The first lines of a label, or of a heading over labels.
    while top > end and lines[top - 1].is_close_above(lines[top]):
        if not columns.is_label_line(lines[top - 1]) or _is_prose(lines, top - 1, end):
            break
        top -= 1
    return top


def _is_prose(lines: list[PageLine], at: int, end: int) -> bool:
    """The last line of a paragraph, which is short, too."""
    above, line = lines[max(at - 1, 0)], lines[at]
    return at > end and above.is_close_above(line) and above.first.x1 > line.first.x1 + 100


def _last_line(lines: list[PageLine], last: int, columns: PageColumns) -> int:
    """The last further line of the last row's label."""
    for at in range(last + 1, len(lines)):
        further = columns.is_label_line(lines[at]) or columns.is_bare_figure(lines[at])
        if not further or not lines[at - 1].is_close_above(lines[at]):
            return at - 1
    return len(lines) - 1


def _with_headings(
    heads: list[PageLine], body: list[PageLine], columns: PageColumns
) -> PageColumns:
    return columns.without_halves(body, heads).with_headings(heads).with_widths_of(heads)


def _tables(heads: list[PageLine], body: list[PageLine], columns: PageColumns) -> list[PageTable]:
    """One table, or those beside each other, each in its own columns."""
    parts = side_by_side(heads, body, columns)
    own = [find_columns(rows) if len(parts) > 1 else None for _, rows in parts]
    if None in own:
        return [_table(heads, body, columns)]
    return [
        _table(above, rows, _with_headings(above, rows, each))
        for (above, rows), each in zip(parts, own, strict=True)
        if each
    ]


def _table(heads: list[PageLine], body: list[PageLine], columns: PageColumns) -> PageTable:
    lines = _with_centred_lines([*heads, *body], columns)
    body = _with_long_labels(lines[len(heads) :], columns)
    rows = RowGrouping(lines[: len(heads)], body, columns).rows()
    texts = heading_rows(rows.heads, columns)
    first = len(texts) + 1
    texts += [columns.cells(row) for row in rows.rows]
    doubts = [*rows.doubts, *doubts_of_columns(rows.heads, rows.rows, columns)]
    doubts = [replace(doubt, row=first + doubt.row) for doubt in doubts]
    for piece in columns.beyond_all(rows.heads)[:1]:
        why = f"Over which column “{piece.text[:40]}” is, is not clear: check the page."
        doubts.append(RowDoubt(1, why, stops=True))
    box = lines[0].top, lines[-1].bottom
    return PageTable(box, texts, doubts, columns.edges)


def _with_long_labels(lines: list[PageLine], columns: PageColumns) -> list[PageLine]:
    """The lines of a table; a label beside several rows is on the line of the first of them."""
    found: list[PageLine] = []
    last: dict[int, int] = {}  # the line with the last label of each column
    for at, line in enumerate(lines):
        column = columns.at(line.first)
        above = last.get(column, -1)
        if above >= 0 and columns.labels > 1 and columns.is_label_line(line):
            upper = next(p for p in found[above].pieces if columns.at(p) == column)
            below = next((each for each in lines[at + 1 :] if len(each.pieces) > 1), None)
            beside = below is not None and all(columns.at(p) != column for p in below.pieces)
            close = line.top - upper.bottom < TIGHT * line.height
            if close and (beside or len(found) > above + 1):
                found[above] = found[above].with_piece_below(upper, line.first)
                continue
        last |= {columns.at(piece): len(found) for piece in line.pieces}
        found.append(line)
    return found


def _with_centred_lines(lines: list[PageLine], columns: PageColumns) -> list[PageLine]:
    """The lines of a table; a line centred over all of its columns begins where labels do."""
    left = min(line.first.x0 for line in lines)
    right = max(line.pieces[-1].x1 for line in lines)
    found: list[PageLine] = []
    for at, line in enumerate(lines):
        piece = line.first
        close = at > 0 and lines[at - 1].is_close_above(line)
        middle = abs(piece.x0 + piece.x1 - left - right) < 0.1 * (right - left)
        alone = len(line.pieces) == 1 and not columns.is_label(piece) and not is_value(piece.text)
        if middle and alone and not close:
            at_left = replace(piece, x0=left, x1=left + 1, words=())
            line = replace(line, pieces=(at_left,))
        found.append(line)
    return found
