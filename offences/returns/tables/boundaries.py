"""The rows of a block → its tables: lines above, headings, body, lines between."""

from offences.returns.labels.label_words import content_role, heading_role, is_note, is_region
from offences.returns.sheet import Sheet, SheetRow, Table
from offences.returns.tables.blocks import SheetBlock
from offences.returns.tables.row_kinds import (
    is_axis_row,
    is_figure,
    is_heading,
    is_line,
    is_value,
    names_year,
)


def find_tables(sheet: Sheet, block: SheetBlock) -> list[Table]:
    """Every table of a block that has figures, or rows of words under headings."""
    reader = _Reader(sheet, min(block.columns))
    for row in block.rows:
        reader.read(row)
    tables = [table for table in reader.tables if table.body]
    for table in tables:
        _take_blank_rows(table, reader.waiting if table is reader.table else [])
    return tables


def _take_blank_rows(table: Table, behind: list[SheetRow]) -> None:
    """Find lines that are rows with blank figures, rather than lines above what follows.

    Such a line is of the kind of the labels around it (an offence among offences), is between
    them without a gap, and they do not come again below it, as the members of groups do.
    `behind` are the lines after the last row.
    """
    first = min(min(row.cells) for row in table.body)
    labels = [row.cells[first] for row in table.body if first in row.cells]
    kinds = [content_role(text) for text in labels]
    kind = max(set(kinds), key=kinds.count, default="")
    if not kind or kinds.count(kind) * 2 <= len(kinds) or len(set(labels)) < len(labels):
        return
    numbers = {row.number for row in table.body}
    lines = [line for lines in table.sections.values() for line in lines]
    lines += [line for line in behind if not line.after_gap]
    blank = [
        line
        for line in lines
        if content_role(line.text) == kind
        and not is_region(line.text)
        and line.text not in labels
        and min(line.cells) == first
        and {line.number - 1, line.number + (line not in behind)} & numbers
        and not line.after_gap
    ]
    # Groups begin with a line over the first of them.
    if len(blank) >= len(labels) or any(line.number < min(numbers) for line in blank):
        return
    table.left_blank = {line.number for line in blank}
    table.body = sorted([*table.body, *blank], key=lambda row: row.number)
    for number, above in list(table.sections.items()):
        if rest := [line for line in above if line.number not in table.left_blank]:
            table.sections[number] = rest
        else:
            del table.sections[number]


class _Reader:
    """Reads a block from the top; what a row is depends on what stood above it."""

    def __init__(self, sheet: Sheet, first_column: int) -> None:
        self.sheet = sheet
        self.first = first_column
        self.tables: list[Table] = []
        self.waiting: list[SheetRow] = []  # lines whose use is known when the next row is

    @property
    def table(self) -> Table | None:
        return self.tables[-1] if self.tables else None

    def read(self, row: SheetRow) -> None:
        if is_line(row):
            self.waiting.append(row)
            return
        table = self.table
        fresh = table is None or not table.body
        apart = self._is_repeat(row) or self._is_apart(row)
        if is_heading(row, self.first, at_start=fresh or apart):
            self._read_heading(row, table)
        elif table is None:
            self._begin().body.append(row)
        else:
            self._add_body(table, row)

    def _read_heading(self, row: SheetRow, table: Table | None) -> None:
        if table is None or (table.body and self._begins_table(table, row)):
            self._begin().header.append(row)
        elif table.body:
            self._add_body(table, row)
        elif self.waiting and not _goes_on(table.header[-1], row, self.first):
            self._begin().header.append(row)
        elif _goes_on(table.header[-1], row, self.first):
            table.above += self._lines()
            table.header.append(row)
        else:
            self._add_body(table, row)

    def _is_repeat(self, row: SheetRow) -> bool:
        table = self.table
        return bool(table and any(row.cells == h.cells for h in table.header))

    def _is_apart(self, row: SheetRow) -> bool:
        """A row behind a line or a gap that begins with the name of an axis."""
        named = bool(heading_role(row.cells.get(self.first, "")))
        return named and (bool(self.waiting) or row.after_gap)

    def _begins_table(self, table: Table, row: SheetRow) -> bool:
        if self._is_repeat(row):
            return True
        first = row.cells.get(self.first, "")
        named = not first or bool(heading_role(first))
        if figures := _figure_columns(table):
            if any(c in row.cells and is_figure(row.cells[c]) for c in figures):
                return named and bool(first) and self._is_apart(row)
            return bool(self.waiting) or (named and is_axis_row(row))
        years = sum(map(names_year, row.cells.values()))
        wider = len(row.cells) > max(len(each.cells) for each in table.body)
        return is_axis_row(row) and named and (years >= 2 or wider or row.after_gap)

    def _begin(self) -> Table:
        table = Table(self.sheet, above=self._lines())
        self.tables.append(table)
        return table

    def _lines(self) -> list[str]:
        return [row.text for row in self._waiting()]

    def _waiting(self) -> list[SheetRow]:
        waiting, self.waiting = self.waiting, []
        return waiting

    def _add_body(self, table: Table, row: SheetRow) -> None:
        lines = [line for line in self._waiting() if not is_note(line.text)]
        if lines:
            table.sections[row.number] = lines
        table.body.append(row)


def _figure_columns(table: Table) -> list[int]:
    """The columns in which most rows so far have figures."""
    counts: dict[int, int] = {}
    some = table.body[:50]
    for row in some:
        for column, text in row.cells.items():
            counts[column] = counts.get(column, 0) + is_value(text)
    return [column for column, n in counts.items() if n * 2 > len(some)]


def _goes_on(above: SheetRow, row: SheetRow, first: int) -> bool:
    """Whether a second row of words is another level of headings, not a list's first row."""
    if set(row.cells) - set(above.cells):
        return True
    if first not in row.cells:
        return True
    if set(row.cells) == set(above.cells):
        years = sum(map(names_year, row.cells.values()))
        return years >= 2 and not heading_role(above.cells.get(first, ""))
    return False
