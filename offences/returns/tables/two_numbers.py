"""Cells with two numbers, such as 41 (12), of which either may be the count."""

import re
from collections.abc import Iterable, Iterator

from offences.returns.sheet import Position, Problem, Table
from offences.returns.tables.columns import TableColumns

_TWICE = re.compile(r"\d[\d,]*\s?[(\[](\d[\d,]*)[)\]]")  # 41 (12), of which one may be a footnote
_NOTE = re.compile(r"[\[(]?(?:note )?(\d{1,2})[\]).:]+ ?[A-Za-z]", re.IGNORECASE)
_BARE_NOTE = re.compile(r"(\d{1,2}) [A-Z][a-z]+ [\w ,'’/-]+\.")  # “1 Up to May.”


def cells_of_two_numbers(table: Table, columns: TableColumns) -> Iterator[Problem]:
    """A question about each column or row in which most cells have two numbers.

    A row is left out where its cells are in such a column.
    """
    data, cells = columns.data, table.sheet.cells
    lines = [[(row.number, c) for row in table.body if c in row.cells] for c in data]
    rows = [[(row.number, c) for c in data if c in row.cells] for row in table.body]
    notes, asked = _numbers_of_notes(cells.values()), set[Position]()
    for places in [*lines, *rows]:
        texts = {place: cells.get(place, "") for place in places}
        twice = {at: found for at, text in texts.items() if (found := _TWICE.fullmatch(text))}
        several = len({found[1] for found in twice.values()}) > 1
        if several and places in rows and {found[1] for found in twice.values()} <= notes:
            continue
        if len(twice) * 2 > len(texts) and several and not asked & twice.keys():
            asked |= twice.keys()
            line, first = "column" if places in lines else "row", next(iter(twice.values()))[0]
            why = f"“{first}”: this {line} has two numbers in a cell. The first was read."
            place, *also = (table.sheet.address(*at) for at in twice)
            yield Problem(table.sheet.name, place, why, stops=True, also=tuple(also))


def _numbers_of_notes(texts: Iterable[str]) -> set[str]:
    """The numbers of the notes on a sheet: “(1) Figures are provisional”."""
    every = [*texts]
    bare = {each[1] for each in map(_BARE_NOTE.fullmatch, every) if each}
    in_order = bare == {str(number) for number in range(1, len(bare) + 1)}
    return {each[1] for each in map(_NOTE.match, every) if each} | (bare if in_order else set())
