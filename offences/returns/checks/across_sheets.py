"""What lines on any sheet of a file may say of the figures on all of them."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from offences.returns.checks.part_year_notes import part_year_notes
from offences.returns.checks.scope_notes import ASKED, scope_notes
from offences.returns.checks.year_parts import of_notes_elsewhere
from offences.returns.labels.file_names import file_name_may_change_counts
from offences.returns.sheet import Position, Problem, ReadTable, Sheet


def of_sheets_of_notes(
    sheets: Sequence[Sheet],
    roles: Mapping[str, Mapping[Position, str]],
    tables: Sequence[ReadTable],
) -> Iterator[Problem]:
    """Questions about the years of all tables, from what sheets without a table say of them."""
    with_table = {table.sheet for table in tables}
    found: dict[Problem, None] = {}
    for sheet in sheets:
        if sheet.name not in with_table and not sheet.in_page:
            own = roles[sheet.name]
            notes = (t for at, t in sorted(sheet.cells.items()) if own.get(at, "note") == "note")
            found |= dict.fromkeys(of_notes_elsewhere(tables, notes))
            found |= dict.fromkeys(part_year_notes(sheet, own, tables))
    yield from found


def lines_to_see(
    sheets: Sequence[Sheet],
    roles: Mapping[str, Mapping[Position, str]],
    tables: Sequence[ReadTable],
    asked: Sequence[Problem],
) -> Iterator[Problem]:
    """Lines of any sheet that may change what the numbers are, each shown once."""
    seen: set[str] = set()
    kinds = {o.year_kind for table in tables for o in table.observations} - {None}
    several = len({table.sheet for table in tables}) > 1
    for sheet in sheets:
        own = [table for table in tables if table.sheet == sheet.name]
        cells = roles[sheet.name]
        yield from scope_notes(sheet, cells, own, asked, seen, kinds, beside_others=several)


def names_to_see(name: str, title: str) -> Iterator[Problem]:
    """A question about the name of a file, or its title, that says its counts may be others."""
    stem = PurePath(name).stem
    for what, text in (("The file’s name", stem), ("The document’s title", title)):
        if file_name_may_change_counts(text):
            why = f"{what} may change what the numbers are: “{text[:120]}”."
            yield Problem("", None, f"{why} {ASKED}")
