"""Tables on a page without ruled lines: words in columns, with wide gaps between.

A line with a figure beside something else is a row, or a part of one. The columns are the stretches
of the page that pieces of such lines cover. The lines between are headings, further lines of
a label, or rows of their own: `page_rows` decides which.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from offences.returns.labels.label_words import heading_role
from offences.returns.tables.page_columns import PageColumns, find_columns, is_complete
from offences.returns.tables.page_lines import Box, PageLine, ends_headings, find_lines, joined
from offences.returns.tables.page_rows import RowDoubt, group_rows
from offences.returns.tables.row_kinds import is_value, names_year

if TYPE_CHECKING:
    from pdfplumber.page import Page

type TextRows = list[list[str]]

_MOST_GAP = 5  # heights of a line: rows further apart are of two tables
_NEAR = 3  # how far above its rows a line of headings may be


@dataclass(frozen=True)
class PageTable:
    """A table: where it begins and ends, its rows, and what could be read in two ways."""

    box: Box
    rows: TextRows
    doubts: list[RowDoubt]


def find_page_tables(page: Page, taken: list[Box]) -> list[PageTable]:
    """Every table without lines; what lies in a box of `taken` is not read."""
    lines = find_lines(page, taken)
    found = []
    end = 0
    for first, last in _stretches(lines):
        columns = find_columns(lines[first : last + 1])
        if columns is None:
            continue
        top = _first_heading(lines, end, first, columns)
        columns = columns.with_headings(lines[top:first])
        end = _last_line(lines, last, columns) + 1
        found.append(_table(lines[top:first], lines[first:end], columns))
    return found


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
    return [(first, last) for first, last in found if last > first or _is_headed(lines, first)]


def _belongs(lines: list[PageLine], before: int, at: int) -> bool:
    """Whether a line goes on with a table: no headings and no prose between, and not far."""
    between = lines[before + 1 : at]
    reach = _MOST_GAP * lines[before].height + sum(line.height for line in between)
    if lines[at].top - lines[before].bottom > reach:
        return False
    figures = [p for line in (lines[before], lines[at]) for p in line.pieces[1:]]
    left = min(piece.x0 for piece in figures if is_value(piece.text))
    return not any(
        len(line.pieces) > 1 or (line.first.x1 > left and line.first.x0 < left - 2)
        for line in between
    )


def _is_headed(lines: list[PageLine], at: int) -> bool:
    """Whether a line of headings is above a single line of figures, which makes it a table."""
    above = lines[at - 1] if at else None
    return (
        above is not None
        and len(above.pieces) > 1
        and lines[at].top - above.bottom < _NEAR * above.height
    )


def _first_heading(lines: list[PageLine], end: int, first: int, columns: PageColumns) -> int:
    """The first line above the rows that is in their columns."""
    top = first
    for at in range(first - 1, end - 1, -1):
        line, below = lines[at], lines[at + 1]
        if below.top - line.bottom > _NEAR * line.height:
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
    above = lines[at - 1] if at > end else None
    return (
        above is not None
        and above.is_close_above(lines[at])
        and above.first.x1 > lines[at].first.x1 + 100
    )


def _last_line(lines: list[PageLine], last: int, columns: PageColumns) -> int:
    """The last further line of the last row's label."""
    while last + 1 < len(lines) and lines[last].is_close_above(lines[last + 1]):
        if not columns.is_label_line(lines[last + 1]) and not columns.is_bare_figure(
            lines[last + 1]
        ):
            break
        last += 1
    return last


def _table(heads: list[PageLine], body: list[PageLine], columns: PageColumns) -> PageTable:
    rows = group_rows(heads, body, columns)
    texts = _headings(rows.heads, columns)
    first = len(texts) + 1
    texts += [columns.cells(row) for row in rows.rows]
    doubts = [RowDoubt(first + doubt.row, doubt.message) for doubt in rows.doubts]
    return PageTable(((heads or body)[0].top, body[-1].bottom), texts, doubts)


def _headings(lines: list[PageLine], columns: PageColumns) -> TextRows:
    """Lines of headings as rows; the lines of one heading are joined."""
    rows: TextRows = []
    before: PageLine | None = None
    wide = False  # whether the row before heads groups of columns
    for line, below in zip(lines, [*lines[1:], None], strict=False):
        groups = columns.group_headings(line)
        if groups and not _are_levels(groups, columns.cells([below]) if below else []):
            groups = []
        row = groups or columns.cells([line])
        if before and wide == bool(groups) and _goes_on(before, line, rows[-1], row):
            rows[-1] = [joined(a, b) for a, b in zip(rows[-1], row, strict=True)]
        else:
            rows.append(row)
        before, wide = line, bool(groups)
    return rows


def _are_levels(upper: list[str], lower: list[str]) -> bool:
    """Whether headings of groups are years, or are above a line of whole headings."""
    if all(names_year(text) or heading_role(text) == "year" for text in upper[1:] if text):
        return True
    return len(lower) > 1 and all(map(is_complete, lower[1:]))


def _goes_on(above: PageLine, below: PageLine, upper: list[str], lower: list[str]) -> bool:
    """Whether two lines are of the same headings, not headings of two levels."""
    if not above.is_close_above(below):
        return False
    second = [text for text in lower[1:] if text]
    return not (second and all(map(is_complete, second)) and _are_whole(upper[1:]))


def _are_whole(texts: list[str]) -> bool:
    """Whether headings are complete: Rape, 2018/19, not “Financial” or “Under”."""
    return all(is_complete(text) for text in texts if text)
