"""Tables with no line above them, like one before that has its year in a line of its own."""

from collections.abc import Iterable, Iterator

from offences.returns.sheet import Problem, ReadTable, Table
from offences.returns.tables.line_years import year_of_line
from offences.returns.tables.lines_above import TableLines


def undated_tables(
    tables: Iterable[tuple[Table, TableLines]], read: Iterable[ReadTable]
) -> Iterator[Problem]:
    """Ask for the year of a table whose only year is the line over another with its headings.

    A line with more than a year is rather the sheet's title, and so is one merged over both.
    """
    years = {(t.sheet, t.range): {o.year for o in t.observations} for t in read}
    before: list[tuple[Table, str, str]] = []  # with the line of its year, and the year
    for table, lines in tables:
        line = lines.texts[-1] if lines.rows else ""
        year = year_of_line(line) if line else None
        if year and year.label and not (year.rest or year.part or year.several):
            before.append((table, line, year.label))
        elif not (lines.rows or lines.is_missing or table.sheet.in_page):
            own = years.get((table.sheet.name, table.range()), set())
            dated = (each for each in before if own == {each[2]})
            alike = (line for other, line, _ in dated if _share_headings(other, table))
            if line := next(alike, ""):
                place = table.range().partition(":")[0]
                why = (
                    f"“{line[:60]}” is above another table with these headings, and no line above "
                    "this one says its year. Is it of that year, too?"
                )
                yield Problem(table.sheet.name, place, why, stops=True, needs="year")


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
