"""Notes below a table, whose numbers may be in a column of their own, and the marks of them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from offences.returns.labels.note_marks import without_mark
from offences.returns.sheet import Sheet, SheetRow, Table
from offences.returns.tables.cell_kinds import is_value

_FEWEST = 3  # words of a note
_BEGINS = re.compile(r"\W*(?:notes? ?)?\d{1,2}\W* [^\W\d]", re.IGNORECASE)


def numbered_texts(sheets: Sequence[Sheet]) -> list[str]:
    """The texts of all sheets that begin with a number, as notes do; two cells as one."""
    rows: dict[tuple[str, int], list[str]] = defaultdict(list)
    for sheet in sheets:
        for (row, _), text in sorted(sheet.cells.items()):
            rows[sheet.name, row].append(text)
    lines = (text for sheet in sheets for text in (*sheet.lines_above, *sheet.lines_below))
    texts = [*(" ".join(each) for each in rows.values() if len(each) < 3), *lines]
    return [text for text in dict.fromkeys(texts) if _BEGINS.match(text)]


def without_marks(sheet: Sheet, notes: Sequence[str]) -> Sheet:
    """A sheet without the numbers behind its labels that `notes` explain: “Girls 1”."""
    if not notes:
        return sheet
    texts = dict.fromkeys(text for text in sheet.cells.values() if text not in notes)
    marked = {text: label for text in texts if (label := without_mark(text, texts, notes)) != text}
    cells = {at: marked.get(text, text) for at, text in sheet.cells.items()}
    return replace(sheet, cells=cells) if cells != sheet.cells else sheet


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
