"""Rows of a csv file or a letter with more or fewer cells than their heading has."""

from collections import Counter
from collections.abc import Iterator, Mapping
from operator import eq

from offences.english import and_list
from offences.returns.sheet import Problem, SheetRow, Table
from offences.returns.tables.cell_kinds import is_value, is_year_number, names_year

_MOST = 5  # rows that are named
_COUNTS = ("value", "total", "marker")


def ragged_rows(table: Table) -> Iterator[Problem]:
    """Ask about the rows with a number that may be under the wrong heading.

    Empty fields at the end of a row of a csv file move nothing: a row may have them or not.
    """
    fields = table.sheet.fields
    if not fields:
        return
    yield from _of_other_separator(table)
    heading = table.header[-1] if table.header else None
    usual = Counter(_widths(row, fields) for row in table.body).most_common(1)
    whole = _widths(heading, fields) if heading else usual[0][0] if usual else (0, 0)
    is_list = not table.columns_of_counts()
    ragged = [
        row.number
        for row in table.body
        if _has_count(row, table, is_list=is_list) and not any(map(eq, _widths(row, fields), whole))
    ]
    if ragged:
        rows = and_list([*map(str, ragged[:_MOST]), *_more(len(ragged) - _MOST)])
        rows, verb = (f"Rows {rows}", "have") if len(ragged) > 1 else (f"Row {rows}", "has")
        others = f"the headings in row {heading.number}" if heading else "the other rows"
        what = "cells" if table.sheet.in_page else "fields"
        why = (
            f"{rows} {verb} more or fewer {what} than {others}, so that a number may be under the "
            "wrong heading. Is each where it belongs?"
        )
        place = table.sheet.address(ragged[0], 1)
        yield Problem(table.sheet.name, place, why, stops=True)


def _of_other_separator(table: Table) -> Iterator[Problem]:
    """Ask about “Stalking,41,42” in or right below a table whose cells are separated by “;”.

    A title may have commas in it, but no numbers between all of them.
    """
    fields, cells = table.sheet.fields, table.sheet.cells
    number, last, width = table.range_start - 1, table.range_end, len(table.columns())
    while number <= last or fields.get(number) == 1:
        text = cells.get((number, 1), "") if fields.get(number) == 1 else ""
        for sign in ",;\t|" if not table.sheet.in_page else ():
            others = [part.strip() for part in text.split(sign)[1:]]
            if len(others) + 1 == width > 1 and all(map(_is_head_or_count, others)):
                why = (
                    f"“{text[:60]}” has “{sign}” between its cells, and the rows beside it have "
                    "another sign. It was not read: write it as the others."
                )
                yield Problem(table.sheet.name, table.sheet.address(number, 1), why, stops=True)
        number += 1


def _is_head_or_count(text: str) -> bool:
    return is_value(text) or names_year(text) or is_year_number(text)


def _widths(row: SheetRow, fields: Mapping[int, int]) -> tuple[int, int]:
    """How many fields a row has, and how many up to its last that is filled."""
    filled = max(row.cells, default=0)
    return fields.get(row.number, filled), filled


def _has_count(row: SheetRow, table: Table, *, is_list: bool) -> bool:
    """Whether a row has a number that belongs to a heading, or is one of a list of crimes."""
    roles = (table.roles.get((row.number, column)) for column in row.cells)
    return (is_list and len(row.cells) > 1) or any(role in _COUNTS for role in roles)


def _more(count: int) -> list[str]:
    return [f"{count} more"] if count > 0 else []
