"""A file's sheets → tables, problems and pictures, checked over all sheets together."""

from collections.abc import Iterable, Mapping, Sequence

from offences.returns.checks import personal_data
from offences.returns.checks.across_sheets import lines_to_see, names_to_see, of_sheets_of_notes
from offences.returns.checks.conflicts import find_conflicts
from offences.returns.checks.legends import with_legends
from offences.returns.checks.lines_between_rows import lines_between_rows
from offences.returns.checks.lists_of_crimes import crimes_in_two_lists
from offences.returns.checks.marked_cells import marks_without_note
from offences.returns.checks.named_forces import named_forces
from offences.returns.checks.numbers_as_marks import numbers_as_marks
from offences.returns.checks.numbers_left import NumbersLeft
from offences.returns.checks.online_or_all import tables_of_all
from offences.returns.checks.online_years import years_not_online
from offences.returns.checks.other_versions import sums_among_parts
from offences.returns.checks.plain_quarters import plain_quarters
from offences.returns.checks.quarter_sheets import quarter_lines, quarter_sheets
from offences.returns.checks.quarters_or_questions import with_quarters_or_questions
from offences.returns.checks.refusals_in_words import refusals_in_words
from offences.returns.checks.same_counts import (
    repeats_in_totals,
    same_between_tables,
    same_in_tables,
)
from offences.returns.checks.undated_tables import undated_tables
from offences.returns.checks.unreadable_tables import unreadable_tables
from offences.returns.checks.words_for_adults import words_for_adults
from offences.returns.checks.years_out_of_line import years_out_of_line
from offences.returns.formats.files import FileContents
from offences.returns.found_tables import FoundTables, find_all
from offences.returns.own_form import counted_sheets, read_form, unread_entries
from offences.returns.result import ReadFile, SheetPicture
from offences.returns.sheet import NotTaken, Position, Problem, ReadTable, Sheet
from offences.returns.sheet_reader import ReadSheet, read_tables
from offences.returns.tables.contents_lists import is_of_contents

UNOPENED = "Nobody could look into it."


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
        problems += [*years_not_online(pairs, tables, problems)]
        problems += of_sheets_of_notes(file.sheets, roles, tables)
        problems += quarter_sheets(file.sheets, tables)
        problems += quarter_lines(file.sheets, tables, problems)
        problems += plain_quarters(file.sheets, tables)
        tables, of_quarters = with_quarters_or_questions(file.sheets, tables)
        problems += of_quarters
        problems += [*years_out_of_line(tables), *words_for_adults(tables)]
        problems += marks_without_note(file.sheets, roles)
        problems += [each for table in tables for each in same_in_tables(table, problems)]
        problems += [each for table in tables for each in repeats_in_totals(table)]
        problems += same_between_tables(tables, {sheet.name: sheet for sheet in file.sheets})
        problems += crimes_in_two_lists(tables)
        problems += [*sums_among_parts(tables, problems), *unreadable_tables(tables)]
        problems += lines_to_see(file.sheets, roles, tables, problems)
        problems += numbers_as_marks(file.sheets, roles, tables, problems)
        problems += lines_between_rows((table for table, _ in pairs), tables, problems)
        unread, of_words = _numbers_left(found, roles, tables, problems, left)
        left, problems = [*left, *unread], [*problems, *of_words]
        problems += names_to_see(name, file.properties)
    if not tables and not any(each.stops for each in problems):
        # Numbers that were set aside without a question may be its counts, if there are no others.
        why = "No table of figures was found in this file."
        problems.append(Problem("", None, why, stops=bool(left)))
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


def _numbers_left(
    found: Mapping[str, FoundTables],
    roles: Mapping[str, Mapping[Position, str]],
    tables: Sequence[ReadTable],
    problems: Sequence[Problem],
    listed: Iterable[NotTaken],
) -> tuple[list[NotTaken], list[Problem]]:
    """Each number that is in no count, no question and no list yet: in cells, and in words."""
    sheets = [on.sheet for on in found.values()]
    texts = {t for s in sheets for t in (*s.cells.values(), *s.lines_above, *s.lines_below)}
    cells = {(each.sheet, each.cell) for each in listed}
    numbers = NumbersLeft(roles, tables, problems, cells, texts)
    seen: set[str] = set()
    in_cells, in_words = list[NotTaken](), list[Problem]()
    for on in found.values():
        excluded = {at: why for table in on.tables for at, why in table.exclusions().items()}
        open_cells = [*numbers.open_cells(on.sheet, excluded)]
        in_cells += numbers.in_cells(on.sheet, open_cells)
        in_words += numbers.in_words(on.sheet, open_cells, seen)
    return in_cells, in_words


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
