"""One sheet's tables → observations and problems, with the words around each table."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from offences.returns.checks.ages_that_overlap import ages_that_overlap
from offences.returns.checks.column_words import column_words, maybe_codes, maybe_work
from offences.returns.checks.counted_units import of_other_units
from offences.returns.checks.crime_stages import of_crime_stages
from offences.returns.checks.cut_labels import cut_labels
from offences.returns.checks.lengths_of_time import of_shorter_times
from offences.returns.checks.lone_ends import with_lone_ends
from offences.returns.checks.lone_numbers import lone_numbers
from offences.returns.checks.marked_cells import marked_cells
from offences.returns.checks.notes_on_figures import notes_on_figures
from offences.returns.checks.numbers_behind_labels import counts_in_labels, numbers_behind_labels
from offences.returns.checks.other_counts import of_other_counts
from offences.returns.checks.other_totals import of_other_totals
from offences.returns.checks.other_versions import of_other_versions
from offences.returns.checks.other_years import of_other_years
from offences.returns.checks.part_year_notes import (
    marked_counts,
    marked_years,
    marks_of_counts,
    marks_of_years,
    part_year_notes,
)
from offences.returns.checks.parts_of_one_row import parts_of_one_row
from offences.returns.checks.ragged_rows import ragged_rows
from offences.returns.checks.rest_of_cells import rest_of_cells
from offences.returns.checks.rows_of_axes import labels_of_other_axes, rows_of_axes, two_sexes
from offences.returns.checks.tables_of_accused import of_accused, with_accused
from offences.returns.checks.totals_with_adults import totals_with_adults
from offences.returns.checks.unmarked_shares import unmarked_shares
from offences.returns.checks.year_parts import of_table_before, with_noted_parts, with_parts
from offences.returns.checks.years_of_lists import years_of_lists
from offences.returns.found_tables import FoundTables, find_all
from offences.returns.observations import NO_COUNT, TableReader
from offences.returns.sheet import NotTaken, Position, Problem, ReadTable, Sheet, SheetRow, Table
from offences.returns.tables.ages_or_counts import ages_or_counts
from offences.returns.tables.columns import TableColumns, classify_columns
from offences.returns.tables.corners import lines_and_corner, roles_of_corners, with_corner
from offences.returns.tables.doubtful_axes import counts_of_two_years
from offences.returns.tables.label_levels import LabelMeaning
from offences.returns.tables.labels_behind import labels_between_counts
from offences.returns.tables.lines_above import TableLines, label_in_name, lines_of_all
from offences.returns.tables.listings import is_listing, read_listing, unread_list
from offences.returns.tables.not_taken import answers_in_words, not_taken
from offences.returns.tables.passing_words import take_tables_back
from offences.returns.tables.periods import join_periods
from offences.returns.tables.prose_numbers import (
    has_count_in_words,
    is_row,
    not_read,
    prose_problems,
)
from offences.returns.tables.two_numbers import cells_of_two_numbers

_LABELS = ("label", "year", "total")
_IN_LIST = "in a column that is not needed to count the rows"


class ReadSheet(NamedTuple):
    """The contents read from one sheet."""

    tables: list[ReadTable]
    problems: list[Problem]
    roles: dict[Position, str]  # what each cell was taken for
    not_taken: list[NotTaken]


class _Around(NamedTuple):
    """The words around one table: its own lines, those of its sheet, and what they mean."""

    own: TableLines
    title: list[str]  # lines of the sheet that are over this table, too
    lines: list[str]  # those, and the document's and those beside the table
    context: LabelMeaning


def read_sheet(sheet: Sheet) -> ReadSheet:
    """Read a sheet by itself."""
    return read_tables(*find_all([sheet]))


def read_tables(on: FoundTables) -> ReadSheet:
    """Read the tables found on a sheet, each beside the words around it."""
    reading = _SheetReading(on)
    reading.read_each()
    reading.read_notes()
    reading.report_cells()
    reading.report_prose()
    return ReadSheet(reading.found, reading.problems, on.outside, reading.not_taken())


class _SheetReading:
    """Reads the tables of one sheet in their order, then the words that are in none of them."""

    def __init__(self, on: FoundTables) -> None:
        self.on, self.sheet, self.roles = on, on.sheet, on.outside
        self.found: list[ReadTable] = []
        self.problems: list[Problem] = []
        self.taken: set[str | None] = set()  # the cells of tables before
        self.over_columns: set[str] = set()  # words that were asked about there
        self.excluded = {**on.numbers_of_notes}

    def read_each(self) -> None:
        """Read each table: its counts, and what the words around it ask of them."""
        columns = [*map(classify_columns, self.on.tables)]
        around = self._around(columns)
        contexts = [each.context for each in around]
        self.problems += take_tables_back(self.on.tables, columns, contexts)
        for table, its_columns, words, context in zip(
            self.on.tables, columns, around, contexts, strict=True
        ):
            if words.own.is_missing:
                self.problems.append(_no_line(table, words.own))
            read, reported = _read_table(table, its_columns, context)
            self.problems += reported
            self.excluded |= table.exclusions()
            if read:
                self._take(read, table, its_columns, words, reported)

    def _around(self, columns: Sequence[TableColumns]) -> list[_Around]:
        """The words around each table; the sheet's title may be of the first alone."""
        on, found = self.on, []
        of_all = lines_of_all(on.title, on.lines[1:])
        for number, table in enumerate(on.tables):
            own = with_corner(on.lines[number], table, columns[number])
            title = of_all if number else on.title
            lines = [*on.document, *self.sheet.lines_above, *title, *on.near[number]]
            found.append(_Around(own, title, lines, own.meaning(lines, self.sheet.name)))
        return found

    def _take(
        self,
        read: ReadTable,
        table: Table,
        columns: TableColumns,
        words: _Around,
        reported: list[Problem],
    ) -> None:
        """Take a table that was read, and ask what the words around it make doubtful."""
        own, sheet = words.own, self.sheet
        self.problems += _left_out(sheet, own)
        read, twice = _without_shared_cells(read, self.taken)
        self.problems += [*twice, *ragged_rows(table), *rows_of_axes(read, table)]
        self.problems += [*cut_labels(table), *two_sexes(read)]
        self.problems += [*ages_that_overlap(read), *labels_of_other_axes(read)]
        self.problems += parts_of_one_row(read, table)
        self.problems += lone_numbers(read, table)
        above = own.rows_with(words.title)
        lines = [*words.lines, *own.texts, sheet.name]
        read, of_parts, over_columns = with_parts(read, table, lines, above)
        read, of_ends = with_lone_ends(read, table, columns, lines)
        self.problems += [*of_parts, *of_ends]
        self.over_columns |= over_columns
        self.problems += [*totals_with_adults(read), *unmarked_shares(read, table)]
        self.problems += column_words(table, columns, own.rows)
        self.problems += maybe_codes(table, columns)
        self.problems += maybe_work(table, columns)
        over = lines_and_corner(own, table, columns)
        self.problems += of_other_years(read, over)
        self.problems += years_of_lists(read, table, [*words.title, *over])
        self.problems += of_shorter_times(read, table)
        self.problems += of_table_before(self.found[-1], own.texts) if self.found else ()
        self.problems += numbers_behind_labels(table, columns, above)
        self.problems += counts_in_labels(table, columns)
        read = with_accused(_named_by_sheet(read, sheet), table, above)
        titles = tuple(dict.fromkeys([*self.on.title, *own.texts]))
        key = tuple((row.number, min(row.cells)) for row in table.key)
        self.found.append(replace(read, titles=titles, key=key))
        self.roles |= table.roles | own.roles()
        self.roles |= roles_of_corners(table, columns, own.roles())
        asked = _what_is_counted(self.on, table, own, above, reported)
        self.problems += (each for each in asked if each not in self.problems)
        self.problems += of_other_versions(read, table, own.rows, self.problems)

    def read_notes(self) -> None:
        """Read what the notes say of the years: of all of them, or of those with a mark."""
        by_year = marks_of_years(self.sheet, self.roles)
        by_count = marks_of_counts(self.sheet, self.roles, self.found)
        notes = [text for text in self.on.notes(self.roles) if not marked_years(text, by_year)]
        notes = [text for text in notes if not marked_counts(text, by_count)]
        self.found, of_notes = with_noted_parts(self.found, notes)
        of_years = part_year_notes(self.sheet, self.roles, self.found, self.over_columns)
        self.problems += [*of_notes, *of_years]

    def report_cells(self) -> None:
        """Ask about notes on the figures, and about cells that look or say more than was read."""
        self.problems += notes_on_figures(self.sheet, self.on.seen_notes, self.found)
        self.problems += marked_cells(self.sheet, self.roles)
        self.problems += rest_of_cells(self.sheet, self.roles, self.on.numbers_of_notes)

    def report_prose(self) -> None:
        """Ask about numbers within sentences."""
        on, texts = self.on, sorted(self.sheet.cells.items())
        of_lines = {(row.number, at) for own in on.lines for row in own.rows for at in row.cells}
        words = [t for at, t in texts if self.roles.get(at) not in _LABELS or at in of_lines]
        over = (text for own in on.lines if not own.is_of_form for text in own.texts)
        self.problems += prose_problems(self.sheet.name, words, over)
        if not self.found and not self.sheet.in_page:
            left = (text for text in words if has_count_in_words(text) and not is_row(text))
            self.problems += not_read(self.sheet.name, left)

    def not_taken(self) -> list[NotTaken]:
        """The numbers that became no count, and answers in words where there is no table."""
        counts = [each for table in self.found for each in table.observations]
        years, totals = {o.year for o in counts}, {o.value for o in counts if o.total}
        left = [*not_taken(self.sheet, self.roles, self.taken, self.excluded, years, totals)]
        if not self.found and not self.sheet.in_page:
            known = {each.cell for each in left}
            left += [each for each in answers_in_words(self.sheet) if each.cell not in known]
        return left


def _what_is_counted(
    on: FoundTables, table: Table, own: TableLines, lines: Sequence[SheetRow], known: list[Problem]
) -> Iterator[Problem]:
    """Questions about a table that may count suspects, victims or rates in place of offences."""
    asked = [*of_accused(table, lines)]
    if not (asked or own.is_of_form):
        over = [*lines, *(SheetRow(0, {1: text}) for text in on.document)]
        asked += [*of_other_units(table, over)] or of_other_totals(table, over)
    yield from (*asked, *of_other_counts(table, own.rows, known), *of_crime_stages(table))


def _named_by_sheet(read: ReadTable, sheet: Sheet) -> ReadTable:
    """A table with the label that its sheet's name has, if it says nothing of that kind itself."""
    named = None if sheet.in_page else label_in_name(sheet.name)
    if named is None or any(named[0] in each.labels for each in read.observations):
        return read
    given = [replace(o, labels=o.labels | dict([named])) for o in read.observations]
    return replace(read, observations=tuple(given))


def _no_line(table: Table, own: TableLines) -> Problem:
    why = "No line above this table says what it counts, though others of its kind have one"
    why += f": “{own.texts[-1][:60]}” is no known label." if own.texts else "."
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
        table.excluded |= dict.fromkeys(table.columns(), _IN_LIST)
        return ReadTable(table.sheet.name, table.range(), tuple(counted)), [*asked, *problems]
    if not columns.data:
        return None, [*asked, *unread_list(table, columns)]
    for place, why in join_periods(table, columns):
        address = table.sheet.address(*place)
        asked.append(Problem(table.sheet.name, address, why, stops=True, needs="year"))
    reader = TableReader(table, context, columns)
    found = reader.observations()
    asked += cells_of_two_numbers(table, columns)
    asked += counts_of_two_years(table, reader.by_row, reader.by_column)
    if not found:
        return None, [*asked, *reader.problems]
    reader.report_undated()
    asked += labels_between_counts(table, columns)
    return reader.table_read(found), [*asked, *reader.problems]
