"""Periods and ages in two cells: the first day or age under “From”, the last under “To”."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from offences.returns.labels.age_spans import is_last_of_ages
from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.years import find_dates, names_month
from offences.returns.sheet import Position, SheetRow, Table
from offences.returns.tables.cell_kinds import parse_number
from offences.returns.tables.columns import TableColumns

_FIRST = re.compile(
    r"\b(?:from|start\w*|begin\w*|between|first|since|commenc\w*|earliest)\b", re.IGNORECASE
)
_LAST = re.compile(
    r"\b(?:to|end\w*|until|till|and|last|up to|finish\w*|latest|through)\b", re.IGNORECASE
)
_YOUNGEST = re.compile(r"\b(?:from|min\w*|low\w*|start\w*|youngest)\b", re.IGNORECASE)
_OLDEST = re.compile(r"\b(?:to|max\w*|upp\w*|high\w*|end\w*|oldest)\b", re.IGNORECASE)
_AGE = re.compile(r"\bages?\b", re.IGNORECASE)
_WHY = (
    "“{}” is one end of a period, and the other is not beside it. Of which period are its counts?"
)


def join_periods(table: Table, columns: TableColumns) -> list[tuple[Position, str]]:
    """Put both ends of each period into the cell of the last one; questions about lone ends."""
    asked: list[tuple[Position, str]] = []
    for first, last in pairwise(columns.labels):
        heads = table.heading(first), table.heading(last)
        if _are_ends(*heads):
            asked += _join(table, [((row, first), (row, last)) for row in table.body])
        if _are_of_ages(*heads):
            _join_ages(table, first, last)
    _take_last_days(table, columns)
    for upper, lower in pairwise(table.header):
        if _are_ends(_label(upper, columns), _label(lower, columns)):
            asked += _join(table, [((upper, c), (lower, c)) for c in columns.data])
    return asked


def _take_last_days(table: Table, columns: TableColumns) -> None:
    """Take a first row of nothing but days, “End date”, for headings as the row above it is."""
    rows = [*table.header[-1:], *table.body[:1]]
    heads = [_label(row, columns) for row in rows]
    texts = [row.cells.get(column, "") for row in rows for column in columns.data]
    if len(table.body) > 1 and len(rows) > 1 and _are_ends(*heads) and all(map(names_month, texts)):
        table.header.append(table.body.pop(0))


def _label(row: SheetRow, columns: TableColumns) -> str:
    return next((row.cells[c] for c in columns.labels if c in row.cells), "")


def _are_ends(first: str, last: str) -> bool:
    """Whether headings are of the two ends of a period, or one is over both."""
    return bool(_FIRST.search(first) and _LAST.search(last)) or not (first and last)


def _are_of_ages(first: str, last: str) -> bool:
    named = _AGE.search(first) and _YOUNGEST.search(first) and _OLDEST.search(last)
    return bool(named) or is_last_of_ages(first, last)


def _join_ages(table: Table, first: int, last: int) -> None:
    """Write “0-10” for 0 and 10, in every row that has both; an age alone is left to be asked."""
    for row in table.body:
        youngest, oldest = (parse_number(row.cells.get(column, "")) for column in (first, last))
        if youngest is not None and oldest is not None and youngest <= oldest:
            row.cells[last] = f"{youngest}-{oldest}" if youngest < oldest else f"{oldest}"
            table.roles[row.number, first] = "label"
            del row.cells[first]
        elif youngest is oldest is None and first in row.cells and last not in row.cells:
            _move(table, row, first, last)


type _Cell = tuple[SheetRow, int]


def _join(table: Table, ends: Sequence[tuple[_Cell, _Cell]]) -> Iterator[tuple[Position, str]]:
    texts = [(row.cells.get(c, ""), below.cells.get(d, "")) for (row, c), (below, d) in ends]
    if not any(_is_period(*each) for each in texts):
        return
    for ((row, column), (below, under)), (first, last) in zip(ends, texts, strict=True):
        if _is_period(first, last):
            below.cells[under] = f"{first} to {last}"
            table.roles[row.number, column] = "year"
            del row.cells[column]
        elif first and not last and row is below and not names_month(first):
            _move(table, row, column, under)  # “Total”
        elif names_month(first) or names_month(last):
            place = (row.number, column) if first else (below.number, under)
            yield place, _WHY.format(first or last)


def _move(table: Table, row: SheetRow, column: int, to: int) -> None:
    """Put a label that is in the first of two columns beside those that are joined."""
    table.roles[row.number, column] = "label"
    row.cells[to] = row.cells.pop(column)


def _is_period(first: str, last: str) -> bool:
    if _is_month_alone(first) and _is_month_alone(last):
        return True  # of a year in another cell
    if not (names_month(first) and names_month(last)):
        return False
    return _day(first) <= _day(last)


def _is_month_alone(text: str) -> bool:
    found = find_dates(plain_text(text))
    return len(found) == 1 and not found[0].year and found[0].end == len(plain_text(text))


def _day(text: str) -> tuple[int, int, int]:
    (found,) = find_dates(plain_text(text))
    return found.year or 0, found.month, found.day or 0
