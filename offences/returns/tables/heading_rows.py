"""Rows of headings over one another: which heading is over which column."""

from bisect import bisect_right
from collections.abc import Iterable

from offences.returns.labels.label_words import heading_role
from offences.returns.sheet import SheetRow
from offences.returns.tables.cell_kinds import axis_role, names_year, parse_number


def starts_above(heading: SheetRow, columns: Iterable[int]) -> dict[int, int]:
    """Where the heading of each column is: there, or to its left where it may be over it too."""
    starts = [*heading.cells]  # from the left
    return {column: starts[max(bisect_right(starts, column) - 1, 0)] for column in columns}


def headings_above(heading: SheetRow, columns: Iterable[int]) -> dict[int, str]:
    return {c: heading.cells[start] for c, start in starts_above(heading, columns).items()}


def is_heading_level(above: SheetRow, row: SheetRow, first: int) -> bool:
    """Whether a second row of words is another level of headings, not a list's first row."""
    if set(row.cells) - set(above.cells) or first not in row.cells:
        return True
    years = sum(map(names_year, row.cells.values()))
    same = set(row.cells) == set(above.cells)
    return same and years >= 2 and not heading_role(above.cells.get(first, ""))


def has_own_headings(row: SheetRow, above: list[SheetRow], first: int) -> bool:
    """Whether each number of a row has another heading right over it, and none names their axis."""
    beyond = {column: text for column, text in row.cells.items() if column != first}
    over = [each.cells[column] for each in above for column in beyond if column in each.cells]
    numbers = sum(parse_number(text) is not None for text in beyond.values())
    named = any(heading_role(text) in ("age", "year") for text in over)
    return numbers == len(beyond) == len({*over}) > 1 and not named


def heads_no_numbers(row: SheetRow, first: int) -> bool:
    """Whether a first row has an axis in its corner and no number: “Offence”, “Under 18”."""
    beyond = [text for column, text in row.cells.items() if column != first]
    named = bool(axis_role(row.cells.get(first, ""))) and bool(beyond)
    return named and all(parse_number(text) is None for text in beyond)
