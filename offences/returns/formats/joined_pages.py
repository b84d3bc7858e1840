"""The tables of a document's pages; one that goes on overleaf is joined before it is read."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from itertools import dropwhile, islice, pairwise, takewhile

from offences.returns.formats.lines_of_pages import (
    PageContents,
    line_above_columns,
    lines_above,
    lines_alone,
    lines_below,
    titles_at_end,
    words_by_column,
)
from offences.returns.labels.addresses import without_addresses
from offences.returns.labels.label_words import content_role, heading_role, is_note
from offences.returns.sheet import Problem, Sheet, SheetRow
from offences.returns.tables.cell_kinds import is_heading, names_year
from offences.returns.tables.open_numbers import (
    is_inside,
    is_page_number,
    open_lines,
    open_numbers,
    short_answer,
    unread_problem,
)
from offences.returns.tables.page_lines import Columns, PageLine, joined
from offences.returns.tables.page_tables import Merged, PageTable
from offences.returns.tables.prose_numbers import lines_left, not_read, prose_problems

type RowCells = dict[int, str]  # column → text

NOT_READ_TO_END = (
    "This table may go on after the last page that was read, so nothing of it was taken. Save its "
    "pages as a file of their own."
)
_BEGUN = (
    "The headings of this table are on the page before, with lines below them that may be part of "
    "its first rows: check both pages."
)
_BETWEEN = (
    "“{}” is between this table and that of the page before. Whether it is over all of these rows, "
    "or is one of several lines between them, is not clear: check both pages."
)
_MOST_HEADS = 4  # rows of headings; if more rows read like headings, all are a table of words
_SAME_HEIGHT = 3  # points
_SHOWN = 60  # characters of a sentence
_NO_WORDS = re.compile(  # that end a table: the number of a page, or that something is continued
    r"(?:page |p\.? ?)?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?|-+ ?\d{1,3} ?-+"
    r"|.{0,60}\b(?:continue[sd]|cont|cont[’']d)\b.{0,20}",
    re.IGNORECASE,
)

_PAGE_NUMBER = re.compile(r"\b(?:page|p\.|pg\.?) ?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?\b", re.I)


@dataclass
class _Joined:
    """A table of one page, or of several."""

    name: str
    columns: Columns
    above: tuple[str, ...]
    headings: list[RowCells] = field(default_factory=list)  # taken from the table before
    rows: list[RowCells] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    below: tuple[str, ...] = ()
    over: RowCells = field(default_factory=dict)  # words right above it, each over one column
    page: int = 0  # the last that it is on
    bottom: float = 0

    def heads(self) -> list[RowCells]:
        """Its rows of headings."""
        found = [*takewhile(_is_heading, self._first_rows())]
        return found[:1] if self.is_of_words() else found

    def _first_rows(self) -> list[RowCells]:
        """The first rows, without lines over all of them."""
        rows = [*self.headings, *self.rows]
        return [*dropwhile(lambda row: len(row) < 2, rows[: _MOST_HEADS + 2])]

    def repeated(self, rows: list[RowCells]) -> int:
        """How many of the rows at the top of a page repeat its headings."""
        every, heads = [*self.headings, *self.rows], self.heads()
        if rows[: len(every)] == every:
            return len(every)  # only headings were left on the page before
        return len(heads) if rows[: len(heads)] == heads else 0

    def is_of_words(self) -> bool:
        """Whether every row reads like a heading, so that only the first can be one."""
        return all(map(_is_heading, self._first_rows()))

    def is_headed(self, first: RowCells) -> bool:
        """Whether a row of the same columns is of headings: those of another table."""
        if not self.is_of_words():
            return _is_heading(first)
        roles = sum(bool(heading_role(text)) for text in first.values())
        named = (names_year(t) and content_role(t) != "age" for t in first.values())
        return roles * 2 >= len(first) or sum(named) > 1

    @property
    def lines(self) -> list[RowCells]:
        """The lines between its rows."""
        below = dropwhile(lambda row: len(row) < 2, self.rows)
        return [row for row in below if [*row] == [1]]

    def is_same_kind(self, lines: list[RowCells]) -> bool:
        """Whether lines are of the kind of those over it."""
        over = [*takewhile(lambda row: len(row) < 2, self.rows), *({1: t} for t in self.above)]
        return _roles(lines) <= _roles(over)

    def take_headings(self, before: "_Joined") -> None:
        """Take the headings of a table before, in rows above the first."""
        self.headings = before.heads()
        up = max(len(self.headings) - len(before.headings), 0)
        self.merged = [
            (r1 - up, c1, r2 - up, c2) for r1, c1, r2, c2 in before.merged if r1 - up < 1
        ]

    def add(
        self, rows: list[RowCells], table: PageTable, page: int, columns: list[int] | None = None
    ) -> None:
        """Add rows of a page, which end with the last of that page's table.

        `columns` are those that each of its columns is below.
        """
        offset = len(self.rows) + len(rows) - len(table.rows)
        to = columns or [*range(1, len(table.columns) + 1)]
        self.merged += [
            (r1 + offset, to[c1 - 1], r2 + offset, to[c2 - 1])
            for r1, c1, r2, c2 in table.merged
            if r1 + offset > len(self.rows)
        ]
        for doubt in table.doubts:
            place = f"R{max(offset + doubt.row, 1)}C1"
            self.problems.append(Problem(self.name, place, doubt.message, doubt.stops))
        self.rows += rows
        self.page, self.bottom = page, table.box[1]

    def sheet(self) -> Sheet:
        above = [self.over, *self.headings]
        numbered = [*enumerate(above, 1 - len(above)), *enumerate(self.rows, 1)]
        cells = {(row, c): text for row, texts in numbered for c, text in texts.items()}
        merged = tuple(self.merged)
        return Sheet(
            self.name, cells, merged, in_page=True, lines_above=self.above, lines_below=self.below
        )


def _roles(lines: list[RowCells]) -> set[str]:
    return {content_role(text) for line in lines for text in line.values()}


def _is_heading(row: RowCells) -> bool:
    return is_heading(SheetRow(1, row), 1, at_start=True)


def join_pages(pages: list[PageContents], is_whole: bool) -> tuple[list[Sheet], list[Problem]]:
    """Every table as a sheet; where pages were not read, without the table that they may end."""
    found = _Joining(pages).found
    problems: list[Problem] = []
    if not is_whole and found and found[-1].page == pages[-1].number:
        problems.append(Problem("", None, f"“{found.pop().name}”: {NOT_READ_TO_END}", stops=True))
    problems += [problem for each in found for problem in each.problems]
    problems += _unread_lines(pages)
    return [each.sheet() for each in found], problems


def _unread_lines(pages: list[PageContents]) -> Iterator[Problem]:
    """A question about the lines of each page that may hold counts, and are in no table."""
    outside: list[str] = []
    sentences: list[str] = []
    has_tables = any(page.tables for page in pages)
    numbers = open_numbers([p.text for p in line.pieces] for page in pages for line in page.lines)
    for page in pages:
        own = [*islice(numbers, len(page.lines))]
        boxes = [table.box for table in page.tables]
        cells = (text for table in page.tables for row in table.rows for text in _whole_cells(row))
        found = [
            text
            for line, text in open_lines(page.lines, own, cells, boxes)
            if not is_page_number(line, boxes, page.number, page.size[1])
        ]
        if not has_tables:
            rows, left = lines_left(_lines_of_letter(page), [*page.unread, *found])
            found, sentences = [*found, *rows], [*sentences, *left]
        if page.unread or found:
            yield unread_problem(f"Page {page.number}", [*page.unread, *found])
        outside.append(" ".join(line.text for line in page.lines if not is_inside(line, boxes)))
    asked = [*prose_problems("", outside)]
    shown = " ".join(each.message for each in asked)
    yield from asked
    yield from not_read("", (each for each in sentences if each[:_SHOWN] not in shown))


def _lines_of_letter(page: PageContents) -> list[str]:
    lines = [t for t in page.lines if not is_page_number(t, [], page.number, page.size[1])]
    return without_addresses(lines_alone(page, lines))


def _whole_cells(row: list[str]) -> list[str]:
    """The cells of a row, without a label whose last word is a number where a cell is empty."""
    labels = [text for text, right in pairwise(row) if not right and short_answer(text)]
    return [text for text in row if text not in labels[:1]]


class _Joining:
    """Goes through the tables in their order."""

    def __init__(self, pages: list[PageContents]) -> None:
        self.found: list[_Joined] = []
        self.pages = {page.number: page for page in pages}
        self.heights: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for page in pages:
            for line in page.lines:
                self.heights[_unnumbered(line.text)].append((page.number, line.top))
        for page in pages:
            for count, table in enumerate(page.tables, 1):
                before = self._lines_before(page) if count == 1 else []
                repeated = {line.text for line in page.lines if len(line.pieces) > 1}
                heads = [line for line in before if line.text in repeated]
                above = before[: before.index(heads[0])] if heads else before
                texts = [line.text for line in above]
                titles = self._titles_before(page) if count == 1 else []
                texts = without_addresses([*titles, *texts, *lines_above(table, page)])
                self._place(table, page, count, tuple(texts))
                if heads and self.found and heads[0] is not before[-1]:
                    own = self.found[-1]
                    own.problems.append(Problem(own.name, None, _BEGUN, stops=True))
        alone = [text for page in pages for text in self._lines_alone(page)]
        for each in self.found:
            below = lines_below(each.bottom, self.pages[each.page])
            each.below = tuple(dict.fromkeys([*without_addresses(below), *alone]))

    def _titles_before(self, page: PageContents) -> list[str]:
        """The titles that end the page before, if it has no table that they could be of."""
        before = self.pages.get(page.number - 1)
        if not before or before.tables or not page.tables:
            return []
        own = [line for line in before.lines if not self._is_running(before.number, line)]
        return titles_at_end(lines_alone(before, own))

    def _lines_alone(self, page: PageContents) -> list[str]:
        """The lines of a page that holds no table, but for titles of a table overleaf."""
        if page.tables:
            return []
        over = self.pages.get(page.number + 1)
        titles = self._titles_before(over) if over else []
        own = without_addresses(lines_alone(page, page.lines))
        return [text for text in own if text not in titles]

    def _lines_before(self, page: PageContents) -> list[PageLine]:
        """The lines below the last table of the page before, which may be over what follows."""
        before = self.found[-1] if self.found else None
        if not before or before.page != page.number - 1:
            return []
        last = self.pages[before.page]
        below = [line for line in last.lines if line.top >= before.bottom - 1]
        return [line for line in below if not self._is_running(last.number, line)]

    def _place(
        self, table: PageTable, page: PageContents, count: int, above: tuple[str, ...]
    ) -> None:
        rows = [*map(_cells, table.rows)]
        first = next(filter(None, rows), None)
        if first is None:
            return
        first = next((row for row in rows if len(row) > 1), first)  # below lines over it
        own = _Joined(f"page {page.number} table {count}", table.columns, above)
        if line := line_above_columns(table, page):
            own.over = {at + 1: text for at, text in words_by_column(line, table).items()}
        before = self.found[-1] if self.found else None
        columns = _same_columns(before.columns, table.columns) if before else None
        if before and columns:
            moved = [{columns[c - 1]: text for c, text in row.items()} for row in rows]
            first = {columns[c - 1]: text for c, text in first.items()}
            repeats = before.repeated(moved)
            headed = not repeats and before.is_headed(first)
            again = repeats and before.page == page.number and not above
            lines = [] if again else self._between(before, table, page, count)
            is_unfinished = lines is not None and not headed and self._are_inner(lines, before)
            if again or is_unfinished:
                before.add([*(lines or ()), *moved[repeats:]], table, page.number, columns)
                return
            if headed or repeats:
                columns = None
            else:
                own.columns, rows = before.columns, moved
                own.over = {columns[at - 1]: text for at, text in own.over.items()}
                own.take_headings(before)
            subjects = [line for line in lines or () if not is_note(line[1])]
            if not headed and before.lines and not before.is_same_kind(subjects):
                why = _BETWEEN.format(subjects[0][1][:60])
                own.problems.append(Problem(own.name, None, why, stops=True))
        own.add(rows, table, page.number, columns)
        self.found.append(own)

    def _between(
        self, before: _Joined, table: PageTable, page: PageContents, count: int
    ) -> list[RowCells] | None:
        """The lines between the table before and the first of the next page; None if others."""
        if count > 1 or before.page != page.number - 1:
            return None
        above = [line for line in page.lines if line.top < table.box[0] - 1]
        own = [line for line in above if not self._is_running(page.number, line)]
        lines = [*self._lines_before(page), *own]
        alone = all(len(line.pieces) == 1 for line in lines)
        return [{1: line.text} for line in lines] if alone else None

    def _are_inner(self, lines: list[RowCells], before: _Joined) -> bool:
        """Whether lines are of the kind of those between the rows of a table, or again such."""
        known = [line for each in self.found for line in each.lines]
        new = [line for line in lines if line not in known]
        return _roles(new) <= _roles(before.lines) - {""} and bool(before.lines or not lines)

    def _is_running(self, page: int, line: PageLine) -> bool:
        """A line that is on another page at the same height, or the number of a page."""
        if _NO_WORDS.fullmatch(line.text):
            return True
        same = self.heights[_unnumbered(line.text)]
        others = (height for number, height in same if number != page)
        return any(abs(height - line.top) < _SAME_HEIGHT for height in others)


def _unnumbered(text: str) -> str:
    """A line without the number of its page, in which alone the feet of two pages differ."""
    return _PAGE_NUMBER.sub("#", text)


def _cells(row: list[str]) -> RowCells:
    texts = ((at, text.split("\n")) for at, text in enumerate(row, 1) if text and text.strip())
    return {at: " ".join(reduce(joined, lines).split()) for at, lines in texts}


def _same_columns(before: Columns, here: Columns) -> list[int] | None:
    """The column of a table before that each column here is below; None if they are others."""
    found: list[int] = []
    for x0, x1 in here:
        shared = [min(x1, right) - max(x0, left) for left, right in before]
        best = max(range(len(shared)), key=lambda column: shared[column])
        if shared[best] <= 0 or (found and best + 1 <= found[-1]):
            # Of another width, but as many.
            return [*range(1, len(here) + 1)] if len(before) == len(here) else None
        found.append(best + 1)
    return found
