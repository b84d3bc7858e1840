"""Counts of which the labels beside them and the headings over them name two years."""

from collections.abc import Iterator, Mapping

from offences.returns.sheet import Position, Table
from offences.returns.tables.label_levels import LabelMeaning

type Meanings = Mapping[int, LabelMeaning]


def count_of_two_years(
    table: Table, by_row: Meanings, by_column: Meanings
) -> Iterator[tuple[Position, str]]:
    """Ask about the first count that has two years: when it was recorded, and when committed."""
    for row in table.body:
        for column, own in by_column.items():
            meaning = own.and_then(by_row[row.number])
            if column in row.cells and meaning.two_years and not meaning.excluded:
                one, other = meaning.two_years
                why = f"Two years are named for this count, {one} and {other}. Which is it of?"
                yield (row.number, column), why
                return
