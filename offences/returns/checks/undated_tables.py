"""Tables whose year may be that of another, as the line of one is above the other."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from offences.returns.checks.captions_below import captions_below
from offences.returns.sheet import Problem, ReadTable, Table
from offences.returns.tables.line_years import year_of_line
from offences.returns.tables.lines_above import TableLines
from offences.returns.tables.years_below import years_of_either, years_of_rows_above


def undated_tables(
    tables: Sequence[tuple[Table, TableLines]], read: Sequence[ReadTable]
) -> Iterator[Problem]:
    """Ask for the years of tables without a line of one, and of those below such a table."""
    yield from _with_line_elsewhere(tables, read)
    years = _years_of(read)
    stacks = groupby(tables, lambda each: "" if each[0].sheet.in_page else each[0].sheet.name)
    for stack in [[*group] for _, group in stacks]:
        yield from captions_below(stack)
        if any(years.get(_place(stack[0][0]), {None})):
            continue  # the first has a year
        for table, line in years_of_either(stack):
            why = f"“{line[:60]}” is between two tables, and the first of all has no year above it."
            place = table.range().partition(":")[0]
            ask = f"{why} Is this table of that year, or of the one named below it?"
            yield Problem(table.sheet.name, place, ask, stops=True, needs="year")
    for table, _ in tables:
        row = years_of_rows_above(table)
        if row:
            place = table.sheet.address(row.number, min(row.cells))
            why = f"“{row.text[:60]}” is between rows, and no year is above the first of them."
            ask = f"{why} Is it of the rows above it, or of those below?"
            yield Problem(table.sheet.name, place, ask, stops=True)


def _with_line_elsewhere(
    tables: Sequence[tuple[Table, TableLines]], read: Sequence[ReadTable]
) -> Iterator[Problem]:
    """Ask for the year of a table whose only year is the line over another with its headings.

    A line with more than a year is rather the sheet's title, and so is one merged over both.
    """
    years = _years_of(read)
    before: list[tuple[Table, str, str]] = []  # with the line of its year, and the year
    for table, lines in tables:
        line = lines.texts[-1] if lines.rows else ""
        year = year_of_line(line) if line else None
        if year and year.label and not (year.rest or year.part or year.several):
            before.append((table, line, year.label))
        elif not (lines.rows or lines.is_missing or table.sheet.in_page):
            own = years.get(_place(table), set())
            dated = (each for each in before if own == {each[2]})
            alike = (line for other, line, _ in dated if _share_headings(other, table))
            if line := next(alike, ""):
                place = table.range().partition(":")[0]
                why = (
                    f"“{line[:60]}” is above another table with these headings, and no line above "
                    "this one says its year. Is it of that year, too?"
                )
                yield Problem(table.sheet.name, place, why, stops=True, needs="year")


def _years_of(read: Sequence[ReadTable]) -> dict[tuple[str, str], set[str | None]]:
    return {(t.sheet, t.range): {o.year for o in t.observations} for t in read}


def _place(table: Table) -> tuple[str, str]:
    return table.sheet.name, table.range()


def _share_headings(one: Table, other: Table) -> bool:
    """Whether two tables of a sheet have the same headings, and no line is merged over both."""
    last = other.columns()[-1]
    merged = (
        span[1] >= last and at[0] < min(one.range_start, other.range_start)
        for at, span in one.sheet.spans.items()
    )
    return one.sheet is other.sheet and _headings(one) == _headings(other) and not any(merged)


def _headings(table: Table) -> list[list[str]]:
    return [[text.casefold() for _, text in sorted(row.cells.items())] for row in table.header]
