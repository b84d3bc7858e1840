"""Tables on a page without ruled lines: words that stand in columns, with wide gaps between.

A line with a figure beside something else is a row, or a part of one. The columns are the stretches
of the page over which pieces of such lines stand. The lines between are headings, further lines of a
label, or rows of their own: `page_rows` decides which.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from offences.returns.page_columns import Columns, columns_of
from offences.returns.page_lines import Box, Line, joined, lines_of
from offences.returns.page_rows import Doubt, rows_of
from offences.returns.rows import is_value, names_year
from offences.returns.words import content_role, heading_role

if TYPE_CHECKING:
    from pdfplumber.page import Page

type Rows = list[list[str]]

_FAR = 5  # heights of a line: rows further apart are of two tables
_NEAR = 3  # so far above its rows a line of headings stands


@dataclass(frozen=True)
class Aligned:
    """A table: where it begins and ends, its rows, and what could be read in two ways."""

    box: Box
    rows: Rows
    doubts: list[Doubt]


def aligned(page: Page, taken: list[Box]) -> list[Aligned]:
    """Every table without lines; what lies in a box of `taken` is not read."""
    lines = lines_of(page, taken)
    found = []
    end = 0
    for first, last in _stretches(lines):
        columns = columns_of(lines[first : last + 1])
        if columns is None:
            continue
        top = _first_heading(lines, max(end, 0), first, columns)
        end = _last_line(lines, last, columns) + 1
        found.append(_table(lines[top:first], lines[first:end], columns))
    return found


def has_figures(line: Line) -> bool:
    return len(line.pieces) > 1 and any(is_value(piece.text) for piece in line.pieces[1:])


def _stretches(lines: list[Line]) -> list[tuple[int, int]]:
    """First and last line with figures of each table; prose across the columns parts two."""
    found: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        if not has_figures(line):
            continue
        if found and _belongs(lines, found[-1], at):
            found[-1] = (found[-1][0], at)
        else:
            found.append((at, at))
    return [(first, last) for first, last in found if last > first or _is_headed(lines, first)]


def _belongs(lines: list[Line], stretch: tuple[int, int], at: int) -> bool:
    before = lines[stretch[1]]
    if lines[at].top - before.bottom > _FAR * before.height + _between(lines, stretch[1], at):
        return False
    figures = [p for line in (before, lines[at]) for p in line.pieces[1:] if is_value(p.text)]
    left = min(piece.x0 for piece in figures)
    return not any(
        len(line.pieces) == 1 and line.first.x1 > left and line.first.x0 < left - 2
        for line in lines[stretch[1] + 1 : at]
    )


def _between(lines: list[Line], above: int, below: int) -> float:
    return sum(line.height for line in lines[above + 1 : below])


def _is_headed(lines: list[Line], at: int) -> bool:
    """One line of figures is a table where a line of headings stands over it."""
    above = lines[at - 1] if at else None
    return (
        above is not None
        and len(above.pieces) > 1
        and lines[at].top - above.bottom < _NEAR * above.height
    )


def _first_heading(lines: list[Line], end: int, first: int, columns: Columns) -> int:
    """The first line over the rows that stands in their columns."""
    top = first
    headed = False
    for at in range(first - 1, end - 1, -1):
        line, below = lines[at], lines[at + 1]
        gap = below.top - line.bottom
        in_columns = len(line.pieces) > 1 or columns.is_beyond_labels(line.first)
        tight = gap < 0.6 * line.height
        if gap > _NEAR * line.height or has_figures(line):
            break
        if in_columns:
            top, headed = at, True
        elif not (tight and columns.is_label(line.first)):
            break
        elif not headed and at < first - 4:
            break  # a label of more than five lines is prose
    # Lines of a label or of a heading of labels, right over what was taken.
    while top > end and not headed and _is_tight_label(lines[top - 1], lines[top], columns):
        top -= 1
    while headed and top > end and _is_tight_label(lines[top - 1], lines[top], columns):
        top -= 1
        if len(lines[top].first.text) > 40:
            return top + 1
    return top


def _is_tight_label(line: Line, below: Line, columns: Columns) -> bool:
    near = below.top - line.bottom < 0.6 * line.height
    return near and len(line.pieces) == 1 and columns.is_label(line.first)


def _last_line(lines: list[Line], last: int, columns: Columns) -> int:
    """The last further line of the last row's label."""
    while last + 1 < len(lines):
        line, above = lines[last + 1], lines[last]
        near = line.top - above.bottom < 0.6 * above.height
        if not (near and len(line.pieces) == 1 and columns.is_label(line.first)):
            break
        last += 1
    return last


def _table(heads: list[Line], body: list[Line], columns: Columns) -> Aligned:
    rows = rows_of(heads, body, columns)
    texts = [*_headings(rows.heads, columns)]
    first = len(texts) + 1
    for row in rows.rows:
        texts.append(columns.cells(row))
    top = (heads or body)[0].top
    doubts = [Doubt(first + doubt.row, doubt.message) for doubt in rows.doubts]
    return Aligned((top, body[-1].bottom), texts, doubts)


def _headings(lines: list[Line], columns: Columns) -> Rows:
    """Lines of headings as rows; the lines of one heading are joined."""
    rows: Rows = []
    before: Line | None = None
    for line in lines:
        row = columns.headings(line)
        if rows and before and _goes_on(before, line, rows[-1], row):
            rows[-1] = [joined(a, b) for a, b in zip(rows[-1], row, strict=True)]
        else:
            rows.append(row)
        before = line
    return rows


def _goes_on(above: Line, below: Line, upper: list[str], lower: list[str]) -> bool:
    """Whether two lines are of the same headings, not a heading over several and those."""
    if below.top - above.bottom > 0.6 * above.height:
        return False
    if not any(a and b for a, b in zip(upper[1:], lower[1:], strict=True)):
        return True
    return not (_all_known(upper[1:]) and _all_known(lower[1:]))


def _all_known(texts: list[str]) -> bool:
    said = [text for text in texts if text]
    return bool(said) and all(
        names_year(text) or content_role(text) or heading_role(text) for text in said
    )
