"""What lines on any sheet of a file may say of the figures on all of them."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from offences.returns.checks.part_year_notes import part_year_notes
from offences.returns.checks.scope_notes import ASKED, scope_notes
from offences.returns.checks.scope_rules import years_of
from offences.returns.checks.year_parts import of_notes_elsewhere
from offences.returns.labels.counted_units import names_offences
from offences.returns.labels.file_names import file_name_may_change_counts
from offences.returns.labels.label_words import clean_label
from offences.returns.labels.page_numbers import page_of
from offences.returns.sheet import Position, Problem, ReadTable, Sheet
from offences.returns.tables.line_years import year_of_line


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
    seen = set(_headings_of_tables(sheets, tables))
    years = years_of(tables)
    several = len({table.sheet for table in tables}) > 1
    labelled = any("offence" in each.labels for table in tables for each in table.observations)
    of_offences = labelled or any(names_offences(t) for table in tables for t in table.titles)
    for sheet in sheets:
        own = [table for table in tables if table.sheet == sheet.name]
        cells = roles[sheet.name]
        yield from scope_notes(
            sheet, cells, own, asked, seen, years, beside_others=several, of_offences=of_offences
        )
    yield from _pages_to_see(sheets)


def _headings_of_tables(sheets: Sequence[Sheet], tables: Sequence[ReadTable]) -> Iterator[str]:
    """The years and labels over a table of a page or letter that has them, and below another."""
    for sheet in sheets:
        own = [o for t in tables for o in t.observations if t.sheet == sheet.name]
        for line in sheet.lines_above if sheet.in_page and own else ():
            year, label = year_of_line(line), clean_label(line)
            is_year = year and not (year.rest or year.part or year.several)
            of_year = is_year and year and year.label in {o.year for o in own}
            if of_year or all(label in o.labels.values() for o in own):
                yield line


def _pages_to_see(sheets: Sequence[Sheet]) -> Iterator[Problem]:
    """A question about a workbook whose cells number its pages, where one of them is not there."""
    found: dict[int, set[int]] = {}
    first: dict[int, tuple[Sheet, str]] = {}
    for sheet in sheets:
        for text in (*sheet.cells.values(), *sheet.lines_below) if not sheet.in_page else ():
            if page := page_of(text):
                own, most = page
                found.setdefault(most, set()).add(own)
                first.setdefault(most, (sheet, text))
    for most, seen in found.items():
        if not {*range(1, most + 1)} <= seen:
            sheet, text = first[most]
            why = (
                f"“{text[:60]}” is on this sheet, and another page is not in the file. Are all the "
                "counts that were asked for here?"
            )
            yield Problem(sheet.name, None, why)


def names_to_see(name: str, properties: Sequence[str]) -> Iterator[Problem]:
    """Questions about the name of a file, and its properties, that say its counts may be others."""
    stem = PurePath(name).stem
    named = [("The file’s name", stem)]
    named += [("One of the document’s properties", text) for text in properties]
    for what, text in named:
        if file_name_may_change_counts(text):
            why = f"{what} may change what the numbers are: “{text[:120]}”."
            yield Problem("", None, f"{why} {ASKED}")
