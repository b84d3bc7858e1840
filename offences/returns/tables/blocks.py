"""A sheet → blocks of columns and rows that belong to one another → its tables."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from offences.returns.labels.label_words import content_role, heading_role, is_note
from offences.returns.sheet import LABEL_KINDS, Sheet, SheetRow, Table
from offences.returns.tables import keys
from offences.returns.tables.blank_rows import take_blank_rows
from offences.returns.tables.cell_kinds import (
    axis_role,
    is_axis_row,
    is_figure,
    is_heading,
    is_line,
    is_value,
    is_year_number,
    names_year,
    parse_number,
)
from offences.returns.tables.heading_rows import (
    figure_columns,
    has_own_headings,
    has_withheld_counts,
    headings_above,
    heads_counts,
    heads_no_numbers,
    is_heading_level,
    is_of_ages,
    starts_above,
)
from offences.returns.tables.side_tables import bands_of


@dataclass
class SheetBlock:
    """The rows of some columns, from the top."""

    columns: set[int]
    rows: list[SheetRow] = field(default_factory=list)


def find_blocks(sheet: Sheet) -> tuple[list[SheetBlock], list[SheetRow]]:
    """The blocks of a sheet, and the lines of words outside all of them."""
    open_blocks: list[SheetBlock] = []
    closed: list[SheetBlock] = []
    lines: list[SheetRow] = []
    for group in _groups(_rows(sheet)):
        bands = bands_of(group)
        if not bands:
            for row in group:
                _place_line(row, open_blocks, lines)
            continue
        chosen, gone = _attach(_split(bands, group, open_blocks), open_blocks)
        closed += gone
        open_blocks = [b for b in open_blocks if b not in gone]
        open_blocks += [b for b in chosen if b not in open_blocks]
        for row in group:
            _share(row, chosen)
    return sorted(closed + open_blocks, key=lambda b: (b.rows[0].number, min(b.columns))), lines


def _rows(sheet: Sheet) -> list[SheetRow]:
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), text in sorted(sheet.cells.items()):
        by_row.setdefault(row, {})[column] = text
    for place in sheet.faults:
        by_row.setdefault(place[0], {}).setdefault(place[1], "#")
    rows = [SheetRow(row, dict(sorted(cells.items()))) for row, cells in sorted(by_row.items())]
    hidden = {int(name) for name in sheet.hidden if name.isdigit()}
    for above, below in pairwise(rows):
        near = below.number - above.number < 1000
        between = set(range(above.number + 1, below.number)) if near else {0}
        below.after_gap = bool(between - hidden)
    return rows


def _groups(rows: list[SheetRow]) -> list[list[SheetRow]]:
    """Rows with no empty one between them; headings alone are joined to what they head."""
    groups: list[list[SheetRow]] = []
    for row in rows:
        if not groups or row.after_gap:
            groups.append([])
        groups[-1].append(row)
    joined: list[list[SheetRow]] = []
    for group in groups:
        if joined and _only_headings(joined[-1]) and any(len(row.cells) > 1 for row in group):
            joined[-1] += group
        else:
            joined.append(group)
    return joined


def _only_headings(group: list[SheetRow]) -> bool:
    wide = [row for row in group if len(row.cells) > 1]
    heads = (is_heading(row, min(row.cells), at_start=True) for row in wide)
    return bool(wide) and len(group) <= 6 and all(heads)


def _split(
    bands: list[set[int]], group: list[SheetRow], open_blocks: list[SheetBlock]
) -> list[set[int]]:
    """The bands of rows without headings, cut where the blocks above them are apart."""
    wide = [row for row in group if len(row.cells) > 1]
    if any(is_heading(row, min(row.cells), at_start=True) for row in wide[:6]):
        return bands
    starts = sorted(min(block.columns) for block in open_blocks)
    parts = [
        {c for c in band if bisect_right(starts, c) == n}
        for band in bands
        for n in range(len(starts) + 1)
    ]
    return [part for part in parts if part]


def _attach(
    bands: list[set[int]], open_blocks: list[SheetBlock]
) -> tuple[list[SheetBlock], list[SheetBlock]]:
    """The block that each band continues, or a new one; and the blocks that end here."""
    chosen: list[SheetBlock] = []
    gone: list[SheetBlock] = []
    for band in bands:
        span = range(min(band), max(band) + 1)
        spans = ((block, min(block.columns), max(block.columns)) for block in open_blocks)
        overlapping = [block for block, a, b in spans if a <= span[-1] and b >= span[0]]
        if len(overlapping) == 1 and not any(overlapping[0] is b for b in chosen):
            overlapping[0].columns |= band
            chosen.append(overlapping[0])
        else:
            gone += [b for b in overlapping if b not in gone and b not in chosen]
            chosen.append(SheetBlock(set(band)))
    return chosen, gone


def _share(row: SheetRow, blocks: list[SheetBlock]) -> None:
    """Give a row's cells to the blocks in whose columns they are."""
    for i, block in enumerate(blocks):
        start = min(block.columns) if i else 0
        end = min(blocks[i + 1].columns) if i + 1 < len(blocks) else 1 << 20
        cells = {c: text for c, text in row.cells.items() if start <= c < end}
        if cells:
            block.rows.append(SheetRow(row.number, cells, row.after_gap))


def _place_line(row: SheetRow, open_blocks: list[SheetBlock], lines: list[SheetRow]) -> None:
    column = min(row.cells)
    for block in open_blocks:
        if min(block.columns) <= column <= max(block.columns):
            block.rows.append(row)
            return
    lines.append(row)


def find_tables(sheet: Sheet, block: SheetBlock) -> list[Table]:
    """Every table of a block that has figures, or rows of words under headings."""
    reader = _Reader(sheet, min(block.columns))
    wide: SheetRow | None = None
    below: list[SheetRow | None] = []  # for each row, the next that is no line
    for row in reversed(block.rows):
        below.append(wide)
        wide = row if len(row.cells) > 1 else wide
    for row, under in zip(block.rows, reversed(below), strict=True):
        reader.read(row, under)
    tables = [table for table in reader.tables if table.body]
    for table in tables:
        take_blank_rows(table, reader.waiting if table is reader.table else [])
    return tables


def _is_year(text: str) -> bool:
    return names_year(text) or is_year_number(text)


def _are_headings_of(heading: SheetRow, cells: Sequence[tuple[int, str]]) -> bool:
    """Whether each of some cells has the text of the heading over it."""
    texts = {*heading.cells.values()}
    return all(text in texts for _, text in cells) and headings_above(
        heading, [column for column, _ in cells]
    ) == dict(cells)


def _heads_labels(above: SheetRow, row: SheetRow, under: SheetRow | None) -> bool:
    """Whether a label alone below “Offence” is over those below it: “Rape”, behind codes."""
    ((column, text), *others) = row.cells.items()
    below = under.cells.get(column, "") if under else ""
    role = heading_role(above.cells.get(column, ""))
    is_label = bool(content_role(text)) and not heading_role(text)
    return not others and is_label and role in LABEL_KINDS and bool(below) and not is_value(below)


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

    def read(self, row: SheetRow, under: SheetRow | None) -> None:
        if keys.is_running_line(row):
            return
        table = self.table
        fresh = table is None or not table.body
        if fresh and table and self._ends_heading(table, row):
            if _heads_labels(table.header[-1], row, under):
                self.waiting.append(row)
            else:
                table.header.append(row)
            return
        if table and self._repeats_headings(table, row):
            table.roles |= {(row.number, column): "label" for column in row.cells}
            return
        repeat = self._is_repeat(row) or heads_counts(row, under, self.first)
        if is_line(row) and not repeat and not (table and self._is_count(table, row)):
            self.waiting.append(row)
            return
        near = not (row.after_gap or self.waiting)
        if (
            table
            and table.body
            and not repeat
            and has_withheld_counts(table, row, self.first, near=near)
        ):
            self._add_body(table, row)
            return
        apart = repeat or self._starts_new_block(row)
        named = fresh and not (table and self.first in table.header[-1].cells)
        heads = is_heading(row, self.first, at_start=apart or (fresh and self._may_head(row)))
        ages = fresh and is_of_ages(row, self.first)
        heads = heads or bool(table and keys.ends_words(table, row))
        if heads or ages or (named and heads_no_numbers(row, self.first)):
            self._read_heading(row, table)
        elif table is None:
            self._begin().body.append(row)
        else:
            self._add_body(table, row)

    def _may_head(self, row: SheetRow) -> bool:
        """Whether numbers in a row may be headings: not beside a label of counts.

        Nor right below headings of which each has one column: there they are counts.
        """
        corner = row.cells.get(self.first, "")
        if axis_role(corner):
            return True
        if self.table and has_own_headings(row, self.table.header[-1:], self.first):
            return False
        numbers = [text for text in row.cells.values() if parse_number(text) is not None]
        if not corner or (len(numbers) > 1 and all(map(is_year_number, numbers))):
            return True
        return self.table is None and content_role(corner) in ("", "age")

    def _ends_heading(self, table: Table, row: SheetRow) -> bool:
        """Whether a row only adds to the headings right above it: “Total” below “Grand”, ages.

        Numbers are headings where the heading above them names their axis; beside a label, where
        it does so over several columns.
        """
        above, corner = table.header[-1], row.cells.get(self.first, "")
        if row.after_gap or self.waiting or (corner and is_value(corner)):
            return False
        beyond = {column: text for column, text in row.cells.items() if column != self.first}
        if not corner and len(beyond) == 1 and not beyond.keys() & above.cells.keys():
            return False
        starts = starts_above(above, beyond)
        wide = Counter(starts.values())
        numbers = [c for c, text in beyond.items() if parse_number(text) is not None]
        named = [c for c in numbers if heading_role(above.cells[starts[c]]) in ("age", "year")]
        if corner:
            named = [c for c in named if wide[starts[c]] > 1]
        others = [text for column, text in beyond.items() if column not in named]
        if any(map(is_figure, others)) or len(named) < len(numbers):
            return False
        return bool(numbers) if corner else len(beyond) > 1 or not any(map(is_value, others))

    def _is_count(self, table: Table, row: SheetRow) -> bool:
        """Whether the one number of a row is in a column of counts: it is no line, then."""
        ((column, text),) = row.cells.items()
        if column <= self.first or not is_value(text):
            return False
        return any(column in each.cells for each in (*table.header, *table.body))

    def _read_heading(self, row: SheetRow, table: Table | None) -> None:
        if table is not None and keys.ends_key(table, row):
            self.waiting = [*self.tables.pop().above, *keys.lines_of_key(table), *self.waiting]
            self._begin().header.append(row)
            self.tables[-1].roles |= table.roles | keys.roles_of_key(table)
            self.tables[-1].key = keys.rest_of_key(table)
        elif table is None or (table.body and self._begins_table(table, row)):
            self._begin().header.append(row)
        elif not table.body and is_heading_level(table.header[-1], row, self.first):
            table.above += self._lines()
            table.header.append(row)
        elif not table.body and self.waiting:
            self._begin().header.append(row)
        else:
            self._add_body(table, row)

    def _repeats_headings(self, table: Table, row: SheetRow) -> bool:
        """Whether headings come again within a table, as on the top of a page."""
        if self.waiting or row.after_gap or not table.body or len(row.cells) < 2:
            return False
        return any(row.cells == each.cells for each in table.header)

    def _is_repeat(self, row: SheetRow) -> bool:
        """Whether the headings come again, with another name in the corner or none."""
        corner = row.cells.get(self.first, "")
        header = self.table.header if self.table else []
        beyond = [each for each in row.cells.items() if each[0] != self.first]
        if not (beyond and any(_are_headings_of(each, beyond) for each in header)):
            return False  # as nearly all rows
        corners = {"", *(each.cells.get(self.first, "") for each in header)}
        # Each year’s table has it in its corner.
        dated = _is_year(corner) and any(map(_is_year, corners))
        # Whatever is in the corner, a row of the years that are over it holds no counts.
        years = all(_is_year(text) for _, text in beyond)
        if not (corner in corners or axis_role(corner) or years or dated):
            return False
        is_count = len(beyond) == 1 and is_value(beyond[0][1])
        return not is_count or (years and row.after_gap)

    def _starts_new_block(self, row: SheetRow) -> bool:
        """A row behind a line or a gap that begins with the name of an axis."""
        corner = row.cells.get(self.first, "")
        named = bool(axis_role(corner))
        return (named and row.after_gap) or (bool(self.waiting) and (named or not corner))

    def _begins_table(self, table: Table, row: SheetRow) -> bool:
        if self._is_repeat(row):
            return True
        first = row.cells.get(self.first, "")
        named = not first or bool(axis_role(first))
        if figures := figure_columns(table):
            if any(c in row.cells and is_figure(row.cells[c]) for c in figures):
                return named and bool(first) and self._starts_new_block(row)
            return bool(self.waiting) or (named and is_axis_row(row))
        years = sum(map(names_year, row.cells.values()))
        if not (named and is_axis_row(row)):
            return False
        # A row as wide is found soon, because in a long list all rows are.
        wider = all(len(each.cells) < len(row.cells) for each in table.body)
        return years >= 2 or wider or row.after_gap

    def _begin(self) -> Table:
        self.tables.append(Table(self.sheet, above=self._lines()))
        return self.tables[-1]

    def _lines(self) -> list[SheetRow]:
        """Take the waiting lines."""
        waiting, self.waiting = self.waiting, []
        return waiting

    def _add_body(self, table: Table, row: SheetRow) -> None:
        if lines := [line for line in self._lines() if not is_note(line.text)]:
            table.sections[row.number] = lines
        table.body.append(row)
