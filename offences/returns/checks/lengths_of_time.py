"""Counts beside which it says that they were kept for less than a year: “Months: 9”."""

from collections import defaultdict
from collections.abc import Iterator

from offences.returns.checks.part_year_notes import Place, ask_of_cells
from offences.returns.labels.lengths_of_time import units_of_year
from offences.returns.sheet import Problem, ReadTable, Table, parse_address
from offences.returns.tables.cell_kinds import parse_number


def of_shorter_times(read: ReadTable, table: Table) -> Iterator[Problem]:
    """Ask whether counts are of a whole year, where a column or row has shorter lengths of time."""
    rows: dict[int, list[Place]] = defaultdict(list)
    columns: dict[int, list[Place]] = defaultdict(list)
    for each in read.observations:
        if each.cell and each.year and not each.part_words:
            row, column = parse_address(each.cell)
            rows[row].append((read.sheet, each.cell))
            columns[column].append((read.sheet, each.cell))
    shorter: dict[tuple[str, int], list[Place]] = defaultdict(list)
    for column in table.excluded:
        named = table.heading(column)
        for line in table.body:
            if length := _shorter(named, line.cells.get(column, "")):
                shorter[named, length] += rows[line.number]
    for line in table.body:
        named = next(filter(units_of_year, line.cells.values()), "")
        for column, text in line.cells.items():
            if length := _shorter(named, text):
                own = (place for place in columns[column] if place not in rows[line.number])
                shorter[named, length] += own
    for (named, length), places in shorter.items():
        why = f"“{named[:60]}” is {length} for this count."
        yield from ask_of_cells(places, why, "Is it of a whole year?")


def _shorter(named: str, text: str) -> int | None:
    """A length of time that is shorter than a year; None where it is not, or is none."""
    whole = units_of_year(named)
    length = parse_number(text) if whole else None
    return length if length is not None and length < (whole or 0) else None
