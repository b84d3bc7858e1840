"""Sheets → tables → observations and problems."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from offences.returns.checks import personal_data
from offences.returns.checks.across_sheets import lines_to_see, names_to_see, of_sheets_of_notes
from offences.returns.checks.conflicts import find_conflicts
from offences.returns.checks.counted_units import of_other_units
from offences.returns.checks.legends import with_legends
from offences.returns.checks.lengths_of_time import of_shorter_times
from offences.returns.checks.marked_cells import marked_cells, marks_without_note
from offences.returns.checks.named_forces import named_forces
from offences.returns.checks.notes_on_figures import notes_on_figures
from offences.returns.checks.online_or_all import tables_of_all
from offences.returns.checks.other_counts import of_other_counts
from offences.returns.checks.other_totals import of_other_totals
from offences.returns.checks.other_years import of_other_years
from offences.returns.checks.part_year_notes import (
    marked_counts,
    marked_year,
    marks_of_counts,
    marks_of_years,
    part_year_notes,
)
from offences.returns.checks.ragged_rows import ragged_rows
from offences.returns.checks.refusals_in_words import refusals_in_words
from offences.returns.checks.rest_of_cells import rest_of_cells
from offences.returns.checks.tables_of_accused import of_accused, with_accused
from offences.returns.checks.undated_tables import undated_tables
from offences.returns.checks.year_parts import of_table_before, with_noted_parts, with_parts
from offences.returns.formats.files import FileContents
from offences.returns.labels.letter_heads import is_of_letter
from offences.returns.observations import NO_COUNT, TableReader
from offences.returns.own_form import counted_sheets, read_form, unread_entries
from offences.returns.result import ReadFile, SheetPicture
from offences.returns.sheet import NotTaken, Position, Problem, ReadTable, Sheet, SheetRow, Table
from offences.returns.tables.ages_or_counts import ages_or_counts
from offences.returns.tables.blocks import SheetBlock, find_blocks, find_tables
from offences.returns.tables.cell_kinds import is_line
from offences.returns.tables.columns import TableColumns, classify_columns
from offences.returns.tables.contents_lists import is_of_contents
from offences.returns.tables.corners import lines_and_corner, roles_of_corners, with_corner
from offences.returns.tables.label_levels import LabelMeaning
from offences.returns.tables.lines_above import (
    TableLines,
    label_in_name,
    lines_of_all,
    read_siblings,
)
from offences.returns.tables.listings import is_listing, read_listing, unread_list
from offences.returns.tables.not_taken import answers_in_words, not_taken
from offences.returns.tables.numbered_notes import numbered_notes
from offences.returns.tables.passing_words import take_tables_back
from offences.returns.tables.prose_numbers import is_answer_in_words, prose_problems
from offences.returns.tables.questions_before import mark_sheets_before, read_questions_before
from offences.returns.tables.split_headings import join_split_headings

LABELS = ("label", "year", "total")
UNOPENED = "Nobody could look into it."
IN_LIST = "in a column that is not needed to count the rows"


class ReadSheet(NamedTuple):
    """The contents read from one sheet."""

    tables: list[ReadTable]
    problems: list[Problem]
    roles: dict[Position, str]  # what each cell was taken for
    not_taken: list[NotTaken]


class FoundTables:
    """The tables of one sheet, with the lines above each, before they are understood."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet = join_split_headings(sheet)
        self.document: list[str] = []  # the lines above the first table of all
        blocks, lines = find_blocks(sheet)
        self.outside = _outside(blocks, lines)
        self.tables = [table for block in blocks for table in find_tables(sheet, block)]
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

    def notes(self, roles: Mapping[Position, str]) -> list[str]:
        """The notes that are above no table."""
        above = {text for each in self.lines for text in each.texts} | {*self.title}
        texts = [t for at, t in sorted(self.sheet.cells.items()) if roles.get(at) == "note"]
        return [text for text in (*texts, *self.sheet.lines_below) if text not in above]

    def _leave_numbered_notes(self, table: Table) -> None:
        """Take the notes below a table, each beside its number, for no rows of it."""
        for row in numbered_notes(table):
            (table.body if row in table.body else table.header).remove(row)
            number, text = row.cells
            self.numbers_of_notes[row.number, number] = "the number of a note"
            self.outside[row.number, text] = "note"


def find_all(sheets: list[Sheet]) -> list[FoundTables]:
    """The tables of each sheet, whose lines are read beside those of its siblings.

    The tables of a page or letter are all siblings, though each is a sheet of its own.
    """
    found = [FoundTables(sheet) for sheet in sheets]
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
    for lines in [of_pages, *(each.lines for each in on_sheets)]:
        read_questions_before(lines)
    mark_sheets_before([(each.lines, bool(label_in_name(each.sheet.name))) for each in on_sheets])
    return found


def read_sheet(sheet: Sheet) -> ReadSheet:
    """Read a sheet by itself."""
    return read_tables(*find_all([sheet]))


def read_tables(on: FoundTables) -> ReadSheet:
    sheet, roles = on.sheet, on.outside
    found: list[ReadTable] = []
    problems: list[Problem] = []
    taken: set[str | None] = set()
    excluded = {**on.numbers_of_notes}
    of_all = lines_of_all(on.title, on.lines[1:])
    titles = [of_all if number else on.title for number in range(len(on.tables))]
    columns = [*map(classify_columns, on.tables)]
    lines_of = [*map(with_corner, on.lines, on.tables, columns)]
    around = [
        [*on.document, *sheet.lines_above, *title, *near]
        for title, near in zip(titles, on.near, strict=True)
    ]
    contexts = [own.meaning(lines, sheet.name) for own, lines in zip(lines_of, around, strict=True)]
    problems += take_tables_back(on.tables, columns, contexts)
    for number, table in enumerate(on.tables):
        title, lines, own = titles[number], around[number], lines_of[number]
        if own.is_missing:
            problems.append(_no_line(table))
        read, reported = _read_table(table, columns[number], contexts[number])
        problems += reported
        excluded |= table.exclusions()
        if read:
            problems += _left_out(sheet, own)
            read, twice = _without_shared_cells(read, taken)
            problems += [*twice, *ragged_rows(table)]
            read, of_parts = with_parts(read, table, [*lines, *own.texts, sheet.name])
            problems += of_parts
            problems += of_other_years(read, lines_and_corner(own, table, columns[number]))
            problems += of_shorter_times(read, table)
            problems += of_table_before(found[-1], own.texts) if found else ()
            above = own.rows_with(title)
            read = with_accused(_named_by_sheet(read, sheet), table, above)
            found.append(replace(read, titles=tuple(dict.fromkeys([*on.title, *own.texts]))))
            roles |= table.roles | own.roles()
            roles |= roles_of_corners(table, columns[number], own.roles())
            asked = _what_is_counted(on, table, own, above, reported)
            problems += (each for each in asked if each not in problems)
    years_by_mark = marks_of_years(sheet, roles)
    counts_by_mark = marks_of_counts(sheet, roles, found)
    notes = [text for text in on.notes(roles) if not marked_year(text, years_by_mark)]
    notes = [text for text in notes if not marked_counts(text, counts_by_mark)]
    found, of_notes = with_noted_parts(found, notes)
    problems += [*of_notes, *part_year_notes(sheet, roles, found)]
    problems += [*notes_on_figures(sheet), *marked_cells(sheet, roles)]
    problems += rest_of_cells(sheet, roles, on.numbers_of_notes)
    of_lines = {(row.number, at) for own in on.lines for row in own.rows for at in row.cells}
    texts = sorted(sheet.cells.items())
    words = (text for at, text in texts if roles.get(at) not in LABELS or at in of_lines)
    over = (text for own in on.lines if not own.is_of_form for text in own.texts)
    problems += prose_problems(sheet.name, words, over)
    years = {each.year for table in found for each in table.observations}
    totals = {each.value for table in found for each in table.observations if each.total}
    left = list(not_taken(sheet, roles, taken, excluded, years, totals))
    if not found and not sheet.in_page:
        known = {each.cell for each in left}
        left += [each for each in answers_in_words(sheet) if each.cell not in known]
    return ReadSheet(found, problems, roles, left)


def _what_is_counted(
    on: FoundTables, table: Table, own: TableLines, lines: Sequence[SheetRow], known: list[Problem]
) -> Iterator[Problem]:
    """Questions about a table that may count suspects, victims or rates in place of offences."""
    asked = [*of_accused(table, lines)]
    if not (asked or own.is_of_form):
        over = [*lines, *(SheetRow(0, {1: text}) for text in on.document)]
        asked += [*of_other_units(table, over)] or of_other_totals(table, over)
    yield from (*asked, *of_other_counts(table, own.rows, known))


def _named_by_sheet(read: ReadTable, sheet: Sheet) -> ReadTable:
    """A table with the label that its sheet's name has, if it says nothing of that kind itself."""
    named = None if sheet.in_page else label_in_name(sheet.name)
    if named is None or any(named[0] in each.labels for each in read.observations):
        return read
    given = [replace(o, labels=o.labels | dict([named])) for o in read.observations]
    return replace(read, observations=tuple(given))


def _no_line(table: Table) -> Problem:
    why = "No line above this table says what it counts, though others of its kind have one."
    place = table.range().partition(":")[0]
    return Problem(table.sheet.name, place, why, stops=True, needs="label")


def _left_out(sheet: Sheet, lines: TableLines) -> Iterator[Problem]:
    for row in lines.opposites():
        place = sheet.address(row.number, min(row.cells)) if row.number else None
        why = f"“{row.text[:100]}” is over this table. Are these the counts that were asked for?"
        yield Problem(sheet.name, place, why, stops=True)


def _without_shared_cells(
    read: ReadTable, taken: set[str | None]
) -> tuple[ReadTable, list[Problem]]:
    """A table without the cells of an earlier one: where two meet, neither is certain."""
    own = tuple(each for each in read.observations if not each.cell or each.cell not in taken)
    taken |= {each.cell for each in own}
    if len(own) == len(read.observations):
        return read, []
    kept = {id(each) for each in own}
    twice = next(each.cell for each in read.observations if id(each) not in kept)
    why = (
        "This cell seems to belong to two tables. It was read with the first: check which is meant."
    )
    return replace(read, observations=own), [Problem(read.sheet, twice, why)]


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


def _read_table(
    table: Table, columns: TableColumns, context: LabelMeaning
) -> tuple[ReadTable | None, list[Problem]]:
    if context.excluded:
        rows = (row.number for row in (*table.header, *table.body))
        table.excluded_rows = dict.fromkeys(rows, NO_COUNT) | table.excluded_rows
        return None, []
    asked = [*ages_or_counts(table, columns.asked)]
    if not columns.data and is_listing(table, columns, context):
        counted, problems = read_listing(table, columns, context)
        table.excluded |= dict.fromkeys(table.columns(), IN_LIST)
        return ReadTable(table.sheet.name, table.range(), tuple(counted)), [*asked, *problems]
    if not columns.data:
        return None, [*asked, *unread_list(table, columns)]
    reader = TableReader(table, context, columns)
    found = reader.observations()
    if not found:
        return None, [*asked, *reader.problems]
    reader.report_undated()
    return reader.table_read(found), [*asked, *reader.problems]


def read_sheets(name: str, file: FileContents) -> ReadFile:
    """Read the sheets of a file."""
    form = read_form(file.sheets)
    tables: list[ReadTable] = []
    problems = file.problems + [Problem("", None, each) for each in (form.problems if form else ())]
    left: list[NotTaken] = []
    roles: dict[str, dict[Position, str]] = {}
    pictures: list[SheetPicture] = []
    personal: list[personal_data.PersonalColumn] = []
    counted = counted_sheets(file.sheets, form)
    counts = {sheet.name for sheet in counted if not is_of_contents(sheet, file.sheets)}
    found = {on.sheet.name: on for on in find_all([s for s in file.sheets if s.name in counts])}
    for sheet in file.sheets:
        # A list of contents is all notes, and a sheet of our form that says it has no counts.
        notes = ReadSheet([], [], dict.fromkeys(sheet.cells, "note"), [])
        read = read_tables(found[sheet.name]) if sheet.name in found else notes
        tables += read.tables
        roles[sheet.name] = read.roles
        problems += read.problems
        left += read.not_taken
        pictures.append(_picture(sheet, read.roles))
        personal += personal_data.personal_columns(sheet, read.roles)
    problems += refusals_in_words(file.sheets, {table.sheet for table in tables})
    if form is None:
        tables, of_legends = with_legends(file.sheets, roles, tables)
        problems += of_legends
    cells = {(table.sheet, each.cell) for table in tables for each in table.observations}
    problems += unread_entries(file.sheets, form, cells)
    if tables and form is None:
        pairs = [pair for on in found.values() for pair in zip(on.tables, on.lines, strict=True)]
        problems += [*tables_of_all(pairs, tables), *undated_tables(pairs, tables)]
        problems += of_sheets_of_notes(file.sheets, roles, tables)
        problems += marks_without_note(file.sheets, roles)
        problems += lines_to_see(file.sheets, roles, tables, problems)
        problems += names_to_see(name, file.properties)
    if not tables and not any(each.stops for each in problems):
        problems.append(Problem("", None, "No table of figures was found in this file."))
    return ReadFile(
        name,
        tuple(tables),
        tuple(problems),
        tuple(find_conflicts(tables)),
        tuple(left),
        tuple(file.hidden),
        form,
        tuple(pictures),
        tuple(personal_data.held_back_reasons(file.sheets, file.hidden, file.embedded, personal)),
        tuple(each.column for each in personal),
        named_forces=tuple(named_forces(name, file, roles, tables)) if form is None else (),
    )


def held_back_reasons(file: FileContents) -> list[str]:
    """Why a file must be held back, without a reading of its figures."""
    personal = [each for sheet in file.sheets for each in personal_data.personal_columns(sheet, {})]
    return personal_data.held_back_reasons(file.sheets, file.hidden, file.embedded, personal)


def unread_file(name: str, why: str, *, shows_all: bool = False) -> ReadFile:
    """The answer for a file that nothing could read: held back, unless its kind hides nothing."""
    reasons = () if shows_all else (UNOPENED,)
    problem = Problem("", None, why)
    return ReadFile(name, problems=(problem,), held_back=reasons, unopened=not shows_all)


def _picture(sheet: Sheet, roles: dict[Position, str]) -> SheetPicture:
    """One sheet for the screen; `roles` are those that the reader gave while it read."""
    return SheetPicture(
        sheet.name,
        _shown_rows(sheet),
        {sheet.address(r, c): role for (r, c), role in sorted(roles.items()) if r > 0},
        sheet.hidden,
        {sheet.address(r, c): fault for (r, c), fault in sorted(sheet.faults.items())},
        sheet.merged,
        sheet.in_page,
    )


def _shown_rows(sheet: Sheet) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The rows with anything in them, from column 1; an error is its own text."""
    faults = {at: why.rpartition(" ")[2] if "#" in why else "" for at, why in sheet.faults.items()}
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), text in (faults | sheet.cells).items():
        by_row.setdefault(row, {})[column] = text
    rows = ((row, cells) for row, cells in sorted(by_row.items()) if row > 0)
    return tuple((r, tuple(c.get(at, "") for at in range(1, max(c) + 1))) for r, c in rows)
