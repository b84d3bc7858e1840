"""Numbers below or behind the counts that may be of no one column or row: “Duplicates”."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from offences.returns.labels.label_words import content_role, is_total, is_unknown
from offences.returns.sheet import LABEL_KINDS, Position, Problem, ReadTable, Table, parse_address
from offences.returns.tables.cell_kinds import is_year_number
from offences.returns.tables.sums import value_or_none

_TIME = re.compile(r"\b(?:years?|dates?|months?|periods?|when)\b", re.IGNORECASE)
_FULL = 10  # of so many cells above, one may be empty
_LARGE = 1000
_LONE = (
    "“{}” is the only number beside “{}”, where the others have one in each {}. Is it a count of "
    "“{}” alone?"
)
_YEARS = "The numbers beside “{}” may be years. Are they counts?"


class _Line(NamedTuple):
    """A row or column of a table, with its label and the texts of its counts."""

    label: str
    texts: Mapping[int, str]  # by their column, or row


def lone_numbers(read: ReadTable, table: Table) -> Iterator[Problem]:
    """Ask about numbers that were put under one column for their place, and about years."""
    counts: dict[Position, str] = {}
    for each in read.observations:
        if each.cell and (at := parse_address(each.cell)) in table.sheet.cells:
            counts[at] = table.sheet.cells[at]
    rows, columns = sorted({row for row, _ in counts}), sorted({column for _, column in counts})
    labels, heads = _labels(table), {column: table.heading(column) for column in columns}
    by_row: dict[int, dict[int, str]] = {number: {} for number in rows}
    by_column: dict[int, dict[int, str]] = {number: {} for number in columns}
    for (row, column), text in sorted(counts.items()):
        by_row[row][column] = by_column[column][row] = text
    down = [_Line(labels.get(number, ""), texts) for number, texts in by_row.items()]
    across = [_Line(heads[number], texts) for number, texts in by_column.items()]
    labels = {number: labels.get(number, "") for number in rows}
    for number, why in _questions(down, heads, "column"):
        place = next(iter(down[number].texts))
        yield _problem(read, table, (rows[number], place), why)
    for number, why in _questions(across, labels, "row"):
        place = next(iter(across[number].texts))
        yield _problem(read, table, (place, columns[number]), why)


def _problem(read: ReadTable, table: Table, at: Position, why: str) -> Problem:
    return Problem(read.sheet, table.sheet.address(*at), why, stops=True)


def _labels(table: Table) -> dict[int, str]:
    """The first label of each row."""
    found: dict[int, str] = {}
    for row in table.body:
        roles = ((at, table.roles.get((row.number, at))) for at in row.cells)
        named = [at for at, role in roles if role in ("label", "total")]
        found[row.number] = row.cells[named[0]] if named else ""
    return found


def _questions(
    lines: Sequence[_Line], heads: Mapping[int, str], what: str
) -> Iterator[tuple[int, str]]:
    """What to ask about each line, by its place among them."""
    first, end = min(heads, default=0), len(lines)
    while end and [*lines[end - 1].texts] == [first]:
        end -= 1
    above = lines[:end]
    filled, possible = sum(len(line.texts) for line in above), len(above) * len(heads)
    least = 2 if what == "row" else 1  # of two rows, one may have a blank at its end
    if len(heads) > least and end > 1 and (possible - filled) * _FULL <= possible:
        for number, line in enumerate(lines[end:], end):
            text = line.texts[first]
            if line.label and value_or_none(text) and not _is_of_first(line, text, above, first):
                yield number, _LONE.format(text[:20], line.label[:60], what, heads[first][:60])
    for number in _lines_of_years(lines):
        yield number, _YEARS.format(lines[number].label[:60])


def _lines_of_years(lines: Sequence[_Line]) -> list[int]:
    """The lines of nothing but numbers that may be years, where the others have small ones."""
    found = [
        number
        for number, line in enumerate(lines)
        if len(line.texts) > 1 and line.label and not is_total(line.label)
        if all(map(is_year_number, line.texts.values()))
    ]
    others = (line for number, line in enumerate(lines) if number not in {*found}) if found else ()
    numbers = [value_or_none(text) or 0 for line in others for text in line.texts.values()]
    return found if numbers and max(numbers) < _LARGE else []


def _is_of_first(line: _Line, text: str, above: Sequence[_Line], first: int) -> bool:
    """Whether a lone number is one more of its kind, or the sum of those above it."""
    if is_total(line.label):
        own = [each.texts.get(first) for each in above if not is_total(each.label)]
        return value_or_none(text) == sum(value_or_none(each) or 0 for each in own)
    role = content_role(line.label)
    same = role in LABEL_KINDS and any(content_role(each.label) == role for each in above)
    return same or (is_unknown(line.label) and not _TIME.search(line.label))
