"""Notes below a table, whose numbers are in a column of their own."""

import re

from offences.returns.sheet import SheetRow, Table
from offences.returns.tables.cell_kinds import is_value

_FEWEST = 3  # words of a note


def numbered_notes(table: Table) -> list[SheetRow]:
    """The last rows of a table, if each is a number, from 1 on, and words beside it alone.

    All rows, headings too, if each is a sentence as well: a sheet of notes.
    """
    every = [*table.header, *table.body]
    if [*map(_number, every)] == [*range(1, len(every) + 1)] and all(map(_is_sentence, every)):
        return every
    first = len(table.body)
    while first > 1 and _number(table.body[first - 1]):
        first -= 1
    notes = table.body[first:]
    numbers = [_number(row) for row in notes]
    return notes if numbers == [*range(1, len(notes) + 1)] else []


def _is_sentence(row: SheetRow) -> bool:
    return [*row.cells.values()][-1].endswith(".")


def _number(row: SheetRow) -> int:
    """The number before the words of a note, or 0."""
    if len(row.cells) != 2:
        return 0
    number, text = row.cells.values()
    found = re.fullmatch(r"[(\[]?(\d{1,2})[)\].]?", number)
    # “45 online offences” may be an answer; prose_numbers shows the numbers of longer words.
    fewest = _FEWEST + text[0].isdigit()
    is_note = text.count(" ") >= fewest - 1 and not is_value(text)
    return int(found[1]) if found and is_note else 0
