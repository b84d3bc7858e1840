"""Tables on a page without ruled lines: words in columns, with wide gaps between."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Protocol

from offences.returns.labels.label_words import content_role, heading_role, is_note
from offences.returns.tables.kinds import is_value, names_year
from offences.returns.tables.page_lines import (
    TIGHT,
    Box,
    Columns,
    Drawn,
    PageColumns,
    PageLine,
    ends_headings,
    find_columns,
    find_lines,
    goes_on,
    is_complete,
)
from offences.returns.tables.page_headings import TextRows, heading_rows
from offences.returns.tables.page_lists import is_row, read_list, read_rows
from offences.returns.tables.unread_lines import NEAR, is_lost, lone_numbers


class PageWords(Protocol):
    """The words of a page."""

    number: int

    @property
    def words(self) -> list[Drawn]: ...


_LAST_WORDS = ("Constabulary", "Police", "Service")  # of a force's name
_SAME = 0.3  # points: distances that differ by less are the same


@dataclass(frozen=True)
class RowDoubt:
    row: int  # counted from 0, of the rows given back
    message: str
    stops: bool = False


@dataclass
class PageRows:
    heads: list[PageLine]
    rows: list[list[PageLine]] = field(default_factory=list)
    doubts: list[RowDoubt] = field(default_factory=list)


class _Grouping:
    """Lines on a page → the rows of a table, where a label may take several lines.

    A row has one line with figures, at the top, in the middle or at the foot of its label. To which
    row a line between belongs follows from the distances: lines of one label are closer than rows.
    Where all are alike, a label goes on with a small letter or behind a word that asks for another,
    and all hang the same way from their figures; where these do not agree, a doubt is reported.
    """

    def __init__(self, heads: list[PageLine], body: list[PageLine], columns: PageColumns) -> None:
        self.lines = [*heads, *body]
        self.columns = columns
        self.first = 1 + max((i for i in range(len(heads)) if self._is_heading(i)), default=-1)
        figures = [columns.has_figures(line) for line in self.lines]
        self.anchors = [i for i in range(self.first, len(self.lines)) if figures[i]]
        # Between two lines of figures a row begins, where the distance is widest.
        widest = (max(map(self._gap, range(a + 1, b + 1))) for a, b in pairwise(self.anchors))
        self.row_gap = min(widest, default=None)
        self.flat = self._is_flat()
        self.hangs = self._hangs()
        self.found = PageRows([])

    def _is_heading(self, at: int) -> bool:
        line = self.lines[at]
        last_words = at > 0 and ends_headings(line, self.lines[at - 1])
        return last_words or self.columns.is_heading(line)

    def _is_flat(self) -> bool:
        """Whether the lines of a label are as far apart as rows, so that gaps mean nothing."""
        gaps = [self._gap(at) for at in range(self.first + 1, len(self.lines))]
        if not gaps or max(gaps) - min(gaps) < _SAME:
            return True
        if self.row_gap is None or len(self.anchors) >= len(self.lines) - self.first:
            return False  # no label is on a line of its own
        # The label above and below figures on a line of their own.
        gaps = self._around_bare() or gaps
        return self.row_gap - min(gaps) < _SAME

    def _around_bare(self) -> list[float]:
        inner = [at for at in self.anchors if self.first < at < len(self.lines) - 1]
        bare = [at for at in inner if not self.columns.is_label(self.lines[at].first)]
        return [self._gap(at) + self._gap(at + 1) for at in bare]

    def _gap(self, at: int) -> float:
        """The gap from the letters of the line before to those of this one."""
        return self.lines[at].begins - self.lines[at - 1].bottom

    def _hangs(self) -> str:
        """The direction of a label's lines from its figures: down, up, both; empty if unknown."""
        before = bool(self.anchors) and self.anchors[0] > self.first
        after = bool(self.anchors) and self.anchors[-1] < len(self.lines) - 1
        return ("both" if after else "up") if before else ("down" if after else "")

    def rows(self) -> PageRows:
        if not self.anchors:
            return PageRows(self.lines[: self.first], [[line] for line in self.lines[self.first :]])
        start = self._before_first(self.anchors[0])
        for anchor, following in pairwise([*self.anchors, len(self.lines)]):
            if following == len(self.lines):
                # A line that is a row's distance below the last row is a note.
                ends = [*self._breaks(anchor + 1, following - 1), following][:1]
            else:
                ends = self._parts(anchor, following, anchor - start)
            self._take(range(start, ends[0]))
            for begin, end in pairwise(ends):
                self._take(range(begin, end))
            start = ends[-1]
        self._doubt_halves()
        return self.found

    def _doubt_halves(self) -> None:
        """A row of a label alone that begins or ends in the middle of one."""
        rows = self.found.rows
        for number, (row, after) in enumerate(pairwise([*rows, []])):
            label, below = row[0].first.text, after[0].first.text if after else ""
            alone = all(self.columns.is_label_line(line) for line in row)
            middle = _is_middle(below) and row[-1].is_close_above(after[0])
            if alone and (_is_middle(label) or middle or goes_on(label)):
                self._doubt(label, number)

    def _take(self, lines: range) -> None:
        self.found.rows.append([self.lines[at] for at in lines])

    def _before_first(self, anchor: int) -> int:
        """Lines between the headings and the first figures: where the first row begins."""
        begins = self.first
        breaks = self._breaks(self.first or 1, anchor)
        if breaks and breaks[0] > self.first and self.first:
            begins = breaks[0]  # the last lines of a heading
        self.found.heads = self.lines[:begins]
        own = [at for at in breaks if at > begins]
        if self.flat and anchor > begins and not own:
            own = self._by_words(begins, anchor)
            self._doubt(self.lines[begins].first.text, len(self.found.rows))
        for begin, end in pairwise([begins, *own]):
            self._take(range(begin, end))
        return own[-1] if own else begins

    def _breaks(self, first: int, last: int) -> list[int]:
        """The lines that begin something new: as far from the line before as rows are.

        Where all are alike, those that are too far from it for two lines of one cell.
        """
        lines, among = self.lines, range(first, last + 1)
        if self.flat or self.row_gap is None:
            return [at for at in among if not lines[at - 1].is_close_above(lines[at])]
        return [at for at in among if self._gap(at) > self.row_gap - _SAME]

    def _parts(self, anchor: int, following: int, heads: int) -> list[int]:
        """The end of a row and of each row without figures after it; the last begins the next."""
        if following == anchor + 1:
            return [following]
        if breaks := self._breaks(anchor + 1, following):
            return breaks
        between = range(anchor + 1, following + 1)
        gaps = sorted(((self._gap(at), at) for at in between), reverse=True)
        if not self.flat and gaps[0][0] - gaps[1][0] > _SAME:
            return [gaps[0][1]]
        ends = self._by_words(anchor, following) or [following]
        if self.hangs == "both" and ends == [anchor + 1 + heads]:
            return ends
        if ends != {"down": [following], "up": [anchor + 1]}.get(self.hangs):
            self._doubt(self.lines[anchor + 1].first.text, len(self.found.rows))
        return ends

    def _doubt(self, words: str, row: int) -> None:
        if is_complete(words) or (" " in words and content_role(words) == "force"):
            return  # a line over what follows
        if not any(doubt.row == row for doubt in self.found.doubts):
            message = f"To which row “{words[:40]}” belongs is not clear: check the page."
            self.found.doubts.append(RowDoubt(row, message))

    def _by_words(self, before: int, last: int) -> list[int]:
        """The lines that begin a label.

        A label continues with a small letter, or behind a word that asks for another.
        """
        ends = []
        for at in range(before + 1, last + 1):
            above = self.lines[at - 1].first.text if at > self.first else ""
            here = self.lines[at].first
            continues = here.text[:1].islower() or goes_on(above) or here.text in _LAST_WORDS
            if self.columns.is_label(here) and not continues:
                ends.append(at)
        return ends


def _is_middle(label: str) -> bool:
    return label[:1].islower() or label.isdigit()


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


def find_page_tables(
    page: PageWords, taken: list[Box], before: PageTable | None
) -> tuple[list[PageTable], list[str]]:
    """Every table without rules, and the lines of figures that are in none.

    What is in a box of `taken` is not read. `before` is the last table of the page before, which
    may go on here.
    """
    lines = find_lines(page.words, taken)
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
            columns = columns.without_halves(lines[first : last + 1], lines[top:first])
            columns = columns.with_headings(lines[top:first])
            end = _last_line(lines, last, columns) + 1
            found.append(_table(lines[top:first], lines[first:end], columns))
        elif before and not boxes and not end and first == last and _fits(lines[first], before):
            end = first + 1
            found.append(_row(lines[first], before))
        elif last > first or is_lost(lines[first], boxes + [each.box for each in found]):
            unread.append(lines[first].text)
    boxes += [each.box for each in found]
    return found, [*unread, *lone_numbers(lines, boxes, page.number)]


def _lists(
    lines: list[PageLine], before: PageTable | None
) -> tuple[list[PageTable], list[PageLine]]:
    """The lists of crimes on a page, and the lines that are in none."""
    found: list[PageTable] = []
    left: list[PageLine] = []
    at = 0
    while at < len(lines):
        rows, end, columns = read_list(lines, at)
        goes_on = before and before.is_list and not (found or rows)
        if before and goes_on and is_row(lines[at], before.columns):
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
    """Whether a line goes on with a table: no headings and no prose between, and not far."""
    between = lines[before + 1 : at]
    reach = _MOST_GAP * lines[before].height + sum(line.height for line in between)
    if lines[at].top - lines[before].bottom > reach:
        return False
    figures = [p for line in (lines[before], lines[at]) for p in line.pieces[1:]]
    left = min(piece.x0 for piece in figures if is_value(piece.text))
    alone = all(len(line.pieces) == 1 for line in between)
    return alone and all(p.first.x1 <= left or p.first.x0 >= left - 2 for p in between)


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


def _table(heads: list[PageLine], body: list[PageLine], columns: PageColumns) -> PageTable:
    lines = _with_lines_over([*heads, *body], columns)
    body = _with_long_labels(lines[len(heads) :], columns)
    rows = _Grouping(lines[: len(heads)], body, columns).rows()
    texts = heading_rows(rows.heads, columns)
    first = len(texts) + 1
    texts += [columns.cells(row) for row in rows.rows]
    doubts = [RowDoubt(first + doubt.row, doubt.message) for doubt in rows.doubts]
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


def _with_lines_over(lines: list[PageLine], columns: PageColumns) -> list[PageLine]:
    """The lines of a table; a line centred over all of its columns begins where labels do."""
    left = min(line.first.x0 for line in lines)
    right = max(line.pieces[-1].x1 for line in lines)
    found: list[PageLine] = []
    for above, line in pairwise([None, *lines]):
        piece = line.first
        middle = abs(piece.x0 + piece.x1 - left - right) < 0.1 * (right - left)
        alone = len(line.pieces) == 1 and not columns.is_label(piece) and not is_value(piece.text)
        if middle and alone and not (above and above.is_close_above(line)):
            at_left = replace(piece, x0=left, x1=left + 1, words=())
            line = replace(line, pieces=(at_left,))
        found.append(line)
    return found
