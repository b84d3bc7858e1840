"""The tables found on a file's sheets, each with the lines above it, before they are read."""

from bisect import bisect_left
from collections.abc import Mapping
from operator import attrgetter

from offences.returns.labels.letter_heads import is_of_letter
from offences.returns.sheet import Position, Sheet, SheetRow, Table
from offences.returns.tables.blocks import SheetBlock, find_blocks, find_tables
from offences.returns.tables.cell_kinds import is_line
from offences.returns.tables.line_of_all import read_line_of_all
from offences.returns.tables.lines_above import (
    TableLines,
    label_in_name,
    lines_of_all,
    read_siblings,
)
from offences.returns.tables.numbered_notes import marked_notes, numbered_notes, without_marks
from offences.returns.tables.prose_numbers import is_answer_in_words
from offences.returns.tables.questions_before import (
    mark_sheets_before,
    read_questions_before,
    without_numbers_of_questions,
)
from offences.returns.tables.split_headings import join_split_headings
from offences.returns.tables.years_below import take_years_below


class FoundTables:
    """The tables of one sheet, with the lines above each, before they are understood."""

    def __init__(self, sheet: Sheet, seen_notes: set[str], *, alone: bool = True) -> None:
        written, sheet = sheet.cells.keys(), join_split_headings(sheet)
        blocks, lines, tables = _blocks_of(sheet)
        marked = without_marks(sheet, tables, alone=alone)
        if marked is not sheet:
            blocks, lines, tables = _blocks_of(marked)
        self.sheet = sheet = marked
        self.seen_notes = seen_notes  # those asked about, on any sheet of the file
        self.document: list[str] = []  # the lines above the first table of all
        moved = dict.fromkeys(written - sheet.cells.keys(), "label")  # to the cell below each
        self.outside = _outside(blocks, lines) | moved
        self.tables = tables
        self.numbers_of_notes: dict[Position, str] = {}
        for table in self.tables:
            _leave_answers(table)
            self._leave_numbered_notes(table)
        self.tables = [table for table in self.tables if table.body or table.header]
        first = min((t.range_start for t in self.tables), default=0)
        title = [row.text for row in lines if row.number < first]
        self.title = title + [line.text for t in self.tables[:1] for line in t.above]
        ends = sorted(table.range_end for table in self.tables)
        above = [_lines_above(table, ends, lines) for table in self.tables]
        self.near = [near for _, near in above]
        self.lines = [
            TableLines([row for row in (*own, *t.above) if not is_of_letter(row.text)])
            for t, (own, _) in zip(self.tables, above, strict=True)
        ]
        for each in self.lines[:1]:
            page = [SheetRow(0, {0: text}) for text in sheet.lines_above[-3:]]
            each.rows = [*page, *each.rows]
        read_line_of_all(self.tables, self.lines)
        for table, each in zip(self.tables, self.lines, strict=True):
            table.over = each.texts

    def notes(self, roles: Mapping[Position, str]) -> list[str]:
        """The notes that are above no table."""
        above = {text for each in self.lines for text in each.texts} | {*self.title}
        texts = [t for at, t in sorted(self.sheet.cells.items()) if roles.get(at) == "note"]
        return [text for text in (*texts, *self.sheet.lines_below) if text not in above]

    def _leave_numbered_notes(self, table: Table) -> None:
        """Take the notes below a table, each with its number or mark, for no rows of it."""
        for row in numbered_notes(table):
            (table.body if row in table.body else table.header).remove(row)
            number, text = row.cells
            self.numbers_of_notes[row.number, number] = "the number of a note"
            self.outside[row.number, text] = "note"
        for row in marked_notes(table):
            table.body.remove(row)
            self.outside |= {(row.number, at): "note" for at in row.cells}


def find_all(sheets: list[Sheet]) -> list[FoundTables]:
    """The tables of each sheet, whose lines are read beside those of its siblings.

    The tables of a page or letter are all siblings, though each is a sheet of its own.
    """
    seen_notes: set[str] = set()
    sheets = without_numbers_of_questions(sheets)
    found = [FoundTables(sheet, seen_notes, alone=len(sheets) == 1) for sheet in sheets]
    for each in found:
        if not each.sheet.in_page:
            read_siblings(each.tables, each.lines)
    pages = [each for each in found if each.sheet.in_page]
    others = [lines for each in pages[1:] for lines in each.lines]
    for each in pages[1:]:
        first = [*pages[0].sheet.lines_above, *pages[0].title]
        each.document = lines_of_all(first, others)
    tables = [table for each in pages for table in each.tables]
    of_pages = [lines for each in pages for lines in each.lines]
    read_siblings(tables, of_pages)
    on_sheets = [each for each in found if not each.sheet.in_page]
    for group in (pages, *([each] for each in on_sheets)):
        take_years_below([x for on in group for x in zip(on.tables, on.lines, strict=True)])
    for lines in [of_pages, *(each.lines for each in on_sheets)]:
        read_questions_before(lines)
    mark_sheets_before([(each.lines, bool(label_in_name(each.sheet.name))) for each in on_sheets])
    return found


def _blocks_of(sheet: Sheet) -> tuple[list[SheetBlock], list[SheetRow], list[Table]]:
    """The blocks of a sheet, the lines outside them, and the tables in them."""
    blocks, lines = find_blocks(sheet)
    return blocks, lines, [table for block in blocks for table in find_tables(sheet, block)]


def _outside(blocks: list[SheetBlock], lines: list[SheetRow]) -> dict[Position, str]:
    """The role of each cell outside all tables: a line of words, or ignored."""
    rows = [(row, "note") for row in lines]
    rows += [(row, "note" if is_line(row) else "ignored") for b in blocks for row in b.rows]
    return {(row.number, column): role for row, role in rows for column in row.cells}


def _leave_answers(table: Table) -> None:
    """Take answers in words, above a table's own headings, for no headings of it."""
    *upper, lowest = table.header or [SheetRow(0, {})]
    answers = [row for row in upper if any(map(is_answer_in_words, row.cells.values()))]
    if answers:
        last = answers[-1].number
        table.header = [*(row for row in upper if row.number > last), lowest]
        table.above = [row for row in table.above if row.number > last]


def _lines_above(
    table: Table, ends: list[int], lines: list[SheetRow]
) -> tuple[list[SheetRow], list[str]]:
    """The lines of words above this table, as far as the last one: in its columns, and beside.

    `ends` are the last rows of all tables, from the top, as the lines are.
    """
    start = table.range_start
    before = bisect_left(ends, start)
    first, last = (ends[before - 1] + 1 if before else 1), start
    number = attrgetter("number")
    begin, end = (bisect_left(lines, at, key=number) for at in (first, last))
    between = lines[begin:end]
    columns = table.columns()
    own = [row for row in between if columns[0] <= min(row.cells) <= columns[-1]]
    return own, [row.text for row in between if row not in own]
