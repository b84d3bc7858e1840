"""A sheet as it can be seen, and what was found on it."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

type Position = tuple[int, int]  # row, column, from 1

_IN_PAGE = re.compile(r"R(-?\d+)C(\d+)")
LABEL_KINDS = ("force", "offence", "age", "sex", "platform")  # what a label names, if it is known


def column_letters(column: int) -> str:
    """3 → “C”, 28 → “AB”."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def parse_address(address: str) -> Position:
    """The row and column of a cell: (7, 3) for “C7” and for “R7C3”."""
    if address[:1] == "R" and (found := _IN_PAGE.fullmatch(address)):
        return int(found[1]), int(found[2])
    name = address.rstrip("0123456789")
    column = 0
    for letter in name:
        column = column * 26 + ord(letter) - 64
    return int(address[len(name) :]), column


@dataclass(frozen=True)
class Sheet:
    """The visible cells of a sheet as text; rows and columns are counted from 1."""

    name: str
    cells: dict[Position, str]
    merged: tuple[tuple[int, int, int, int], ...] = ()  # first row and column, last row and column
    faults: dict[Position, str] = field(default_factory=dict)  # cells without a value, and why
    hidden: tuple[str, ...] = ()  # “C”, “14” or “C14”
    marks: dict[Position, str] = field(default_factory=dict)  # cells struck out, with a comment…
    indents: dict[Position, int] = field(default_factory=dict)  # how far from the left edge
    in_page: bool = False  # a table of a page or letter: R3C2
    lines_above: tuple[str, ...] = ()  # of the page or letter
    lines_below: tuple[str, ...] = ()
    fields: dict[int, int] = field(default_factory=dict)  # of each row of a csv file or a letter

    def address(self, row: int, column: int) -> str:
        return f"R{row}C{column}" if self.in_page else f"{column_letters(column)}{row}"

    @cached_property
    def spans(self) -> dict[Position, Position]:
        """The last row and column of each merged cell, by its first."""
        return {(r1, c1): (r2, c2) for r1, c1, r2, c2 in self.merged}


@dataclass(frozen=True)
class Problem:
    """Something for a person to look at; nothing is stored before one that stops is settled."""

    sheet: str
    cell: str | None
    message: str
    stops: bool = False
    # What settles it, where that is known: year, meaning (of a table), label, total, calendar.
    needs: str = ""
    also: tuple[str, ...] = ()  # other cells that it is about, beside its own


@dataclass(frozen=True)
class NotTaken:
    """A number, or a marker in its place, that became no observation, and why."""

    sheet: str
    cell: str
    text: str
    why: str
    stops: bool  # nobody knows why: a person has to say that it is no count


@dataclass
class SheetRow:
    """One row of a block, with the cells that have anything in them."""

    number: int
    cells: dict[int, str]
    after_gap: bool = False  # below an empty row

    @property
    def text(self) -> str:
        """The first cell, which is all of a line."""
        return next(iter(self.cells.values()))


@dataclass
class Table:
    """The rows of one table, before they are understood."""

    sheet: Sheet
    above: list[SheetRow] = field(default_factory=list)  # lines
    key: list[SheetRow] = field(default_factory=list)  # lines of two cells: “Status | Cancelled”
    over: list[str] = field(default_factory=list)  # the texts of these, and of its page
    header: list[SheetRow] = field(default_factory=list)
    body: list[SheetRow] = field(default_factory=list)  # data rows
    sections: dict[int, list[SheetRow]] = field(default_factory=dict)  # the lines above each row
    # Rows with nothing but a label; True, where it may as well head the rows below.
    left_blank: dict[int, bool] = field(default_factory=dict)
    lines_alone: list[SheetRow] = field(default_factory=list)  # of their kind: rows, or over others
    roles: dict[Position, str] = field(default_factory=dict)  # what each cell was taken for
    doubts: set[Position] = field(default_factory=set)  # labels that may be years or ages
    excluded: dict[int, str] = field(default_factory=dict)  # columns without counts, and why
    excluded_rows: dict[int, str] = field(default_factory=dict)  # rows, too
    figures: Counter[int] = field(default_factory=Counter)  # of each column, in its first rows
    rows_counted: int = 0  # of these
    _columns: tuple[int, list[int]] = (0, [])

    def heading(self, column: int) -> str:
        """The lowest heading in a column itself."""
        return next((h.cells[column] for h in reversed(self.header) if column in h.cells), "")

    def texts(self, column: int) -> list[str]:
        return [row.cells[column] for row in self.body if column in row.cells]

    def columns(self) -> list[int]:
        rows = len(self.header) + len(self.body)
        if self._columns[0] != rows:  # asked for every column of a wide table
            used = {c for row in (*self.header, *self.body) for c in row.cells}
            self._columns = (rows, sorted(used))
        return self._columns[1]

    def exclusions(self) -> dict[Position, str]:
        """The cells that hold no counts, and why."""
        return {
            (row.number, column): why
            for row in (*self.header, *self.body)
            for column in row.cells
            if (why := self.excluded.get(column) or self.excluded_rows.get(row.number))
        }

    def columns_of_counts(self) -> set[int]:
        """Every column that has a number or a marker taken for a count."""
        counts = ("value", "total", "marker")
        return {column for (_, column), role in self.roles.items() if role in counts}

    @property
    def range_start(self) -> int:
        return min(row.number for row in (*self.header, *self.body))

    @property
    def range_end(self) -> int:
        return max(row.number for row in (*self.header, *self.body))

    def range(self) -> str:
        # Headings taken from the page before, and words over it, have no row on this one.
        rows = [row.number for row in (*self.header, *self.body) if row.number > 0] or [1]
        columns = self.columns() or [1]
        first = self.sheet.address(min(rows), columns[0])
        return f"{first}:{self.sheet.address(max(rows), columns[-1])}"


@dataclass(frozen=True, slots=True)
class Observation:
    """The content of one cell. A count of the rows of a list has no cell."""

    cell: str | None
    year: str | None
    year_kind: str | None
    labels: dict[str, str]  # by what they name: force, offence, age, sex or platform
    other: tuple[str, ...] = ()  # labels of no such kind
    value: int | None = None
    marker: str | None = None
    low: int | None = None
    high: int | None = None
    total: bool = False
    months: tuple[int, int] | None = None  # first and last, where it is a part of its year
    part_words: str = ""  # the words that make it a part


@dataclass(frozen=True)
class ReadTable:
    """The contents read from one table."""

    sheet: str
    range: str
    observations: tuple[Observation, ...]
    titles: tuple[str, ...] = ()  # and other lines above it
    total_rows: frozenset[int] = frozenset()
    total_columns: frozenset[int] = frozenset()
    key: tuple[Position, ...] = ()  # the first cells of lines of two above it, which label nothing


def is_list(table: ReadTable) -> bool:
    """Whether a table is a list of crimes, whose words are about single crimes."""
    return not any(each.cell for each in table.observations)


def rows_of(table: ReadTable) -> range:
    first, last = (parse_address(place)[0] for place in table.range.split(":"))
    return range(first, last + 1)
