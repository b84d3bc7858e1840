"""The tables of a document's pages; one that goes on overleaf is joined before it is read."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import reduce
from itertools import takewhile

from offences.returns.labels.label_words import heading_role
from offences.returns.sheet import Problem, Sheet, SheetRow
from offences.returns.tables.kinds import is_heading, names_year
from offences.returns.tables.page_lines import Columns, joined
from offences.returns.tables.page_tables import PageTable

type RowCells = dict[int, str]  # column → text
type TextLine = tuple[float, str]  # where it begins, from the top of the page

NOT_READ_TO_END = (
    "This table may go on after the last page that was read, so nothing of it was taken. Save its "
    "pages as a file of their own."
)
UNREAD = "Page {}: “{}” looks like a row of a table, but was not read with one: check the page."
_MOST_HEADS = 4  # rows of headings; if more rows read like headings, all are a table of words
_SAME_HEIGHT = 3  # points
_NO_WORDS = re.compile(  # that end a table: the number of a page, or that something is continued
    r"(?:page |p\.? ?)?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?|-+ ?\d{1,3} ?-+"
    r"|.{0,60}\b(?:continue[sd]|cont|cont[’']d)\b.{0,20}",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PageContents:
    """The tables and the lines of words of one page, from the top."""

    number: int
    tables: list[PageTable]
    lines: list[TextLine]
    paragraphs: list[TextLine]
    unread: list[str] = field(default_factory=list)  # lines that look like rows


@dataclass
class _Joined:
    """A table of one page, or of several."""

    name: str
    columns: Columns
    above: tuple[str, ...]
    headings: list[RowCells] = field(default_factory=list)  # taken from the table before
    rows: list[RowCells] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    page: int = 0  # the last that it is on
    bottom: float = 0

    def heads(self) -> list[RowCells]:
        """Its rows of headings."""
        rows = [*self.headings, *self.rows[: _MOST_HEADS + 1]]
        found = [*takewhile(_is_heading, rows)]
        return found[:1] if self.is_of_words() else found

    def is_of_words(self) -> bool:
        """Whether every row reads like a heading, so that only the first can be one."""
        rows = [*self.headings, *self.rows[: _MOST_HEADS + 1]]
        return all(map(_is_heading, rows))

    def is_headed(self, first: RowCells) -> bool:
        """Whether a row of the same columns is of headings: those of another table."""
        if not self.is_of_words():
            return _is_heading(first)
        roles = sum(bool(heading_role(text)) for text in first.values())
        return roles * 2 >= len(first) or sum(map(names_year, first.values())) > 1

    def add(self, rows: list[RowCells], table: PageTable, page: int) -> None:
        """Add rows of a page, which end with the last of that page's table."""
        offset = len(self.rows) + len(rows) - len(table.rows)
        for doubt in table.doubts:
            place = f"R{max(offset + doubt.row, 1)}C1"
            self.problems.append(Problem(self.name, place, doubt.message, doubt.stops))
        self.rows += rows
        self.page, self.bottom = page, table.box[1]

    def sheet(self) -> Sheet:
        numbered = [*enumerate(self.headings, 1 - len(self.headings)), *enumerate(self.rows, 1)]
        cells = {(row, c): text for row, texts in numbered for c, text in texts.items()}
        return Sheet(self.name, cells, in_page=True, lines_above=self.above)


def _is_heading(row: RowCells) -> bool:
    return is_heading(SheetRow(1, row), 1, at_start=True)


def join_pages(pages: list[PageContents], is_whole: bool) -> tuple[list[Sheet], list[Problem]]:
    """Every table as a sheet; where pages were not read, without the table that they may end."""
    found = _Joining(pages).found
    problems: list[Problem] = []
    if not is_whole and found and found[-1].page == pages[-1].number:
        problems.append(Problem("", None, f"“{found.pop().name}”: {NOT_READ_TO_END}", stops=True))
    problems += [problem for each in found for problem in each.problems]
    unread = ((page.number, text[:60]) for page in pages for text in page.unread)
    problems += [Problem("", None, UNREAD.format(*line), stops=True) for line in unread]
    return [each.sheet() for each in found], problems


class _Joining:
    """Goes through the tables in their order."""

    def __init__(self, pages: list[PageContents]) -> None:
        self.found: list[_Joined] = []
        self.pages = {page.number: page for page in pages}
        self.heights: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for page in pages:
            for at, text in page.lines:
                self.heights[text].append((page.number, at))
        for page in pages:
            top = 0.0
            for count, table in enumerate(page.tables, 1):
                above = tuple(text for at, text in page.paragraphs if top <= at < table.box[0])
                self._place(table, page, count, above)
                top = table.box[1]

    def _place(
        self, table: PageTable, page: PageContents, count: int, above: tuple[str, ...]
    ) -> None:
        rows = [*map(_cells, table.rows)]
        first = next(filter(None, rows), None)
        if first is None:
            return
        own = _Joined(f"page {page.number} table {count}", table.columns, above)
        before = self.found[-1] if self.found else None
        columns = _same_columns(before.columns, table.columns) if before else None
        if before and columns:
            moved = [{columns[c - 1]: text for c, text in row.items()} for row in rows]
            heads, first = before.heads(), {columns[c - 1]: text for c, text in first.items()}
            repeats = bool(heads) and moved[: len(heads)] == heads
            headed = not repeats and before.is_headed(first)
            if not headed and self._follows(before, table, page, count):
                before.add(moved[len(heads) if repeats else 0 :], table, page.number)
                return
            if not (headed or repeats):
                own, rows = _Joined(own.name, before.columns, above, headings=heads), moved
        own.add(rows, table, page.number)
        self.found.append(own)

    def _follows(self, before: _Joined, table: PageTable, page: PageContents, count: int) -> bool:
        """Whether a table is the first of its page, and nothing is between it and that before."""
        if count > 1 or before.page != page.number - 1:
            return False
        last = self.pages[before.page]
        below = [(last.number, at, text) for at, text in last.lines if at >= before.bottom - 1]
        above = [(page.number, at, text) for at, text in page.lines if at < table.box[0] - 1]
        return all(self._is_running(*line) for line in (*below, *above))

    def _is_running(self, page: int, at: float, text: str) -> bool:
        """A line that is on another page at the same height, or the number of a page."""
        if _NO_WORDS.fullmatch(text.strip()):
            return True
        others = (height for number, height in self.heights[text] if number != page)
        return any(abs(height - at) < _SAME_HEIGHT for height in others)


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
