"""Lines of a letter whose parts stand below each other at tabs: the rows of a table."""

from collections.abc import Sequence

from offences.returns.labels.years import parse_day, parse_year
from offences.returns.tables.cell_kinds import is_value, parse_number

_FEWEST = 2  # rows with a number


def rows_at_tabs(lines: Sequence[str]) -> list[list[str]]:
    """The parts of lines that are a table by their form; none where they are no table.

    Each has as many parts, of which the first alone may be empty, and a year is among them. So it
    is not with “Our ref:” and “Date:” at the head of a letter.
    """
    rows = [[" ".join(part.split()) for part in line.split("\t")] for line in lines]
    if len({*map(len, rows)}) != 1 or any("" in row[1:] for row in rows):
        return []
    numbered = [row for row in rows if any(parse_number(part) is not None for part in row[1:])]
    counted = [row for row in numbered if all(map(is_value, row[1:]))]
    is_dated = any(_names_year(part) for row in rows for part in row)
    return rows if len(counted) >= _FEWEST and is_dated else []


def _names_year(text: str) -> bool:
    year = parse_year(text)
    return bool(year and year.label) and parse_day(text) is None
