"""Notes below a table, whose numbers may be in a column of their own, and the marks of them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from offences.returns.labels.cell_counts import RAISED, SURE_MARKS, plain_text
from offences.returns.labels.label_words import content_role
from offences.returns.labels.note_marks import without_mark
from offences.returns.sheet import Position, Sheet, SheetRow, Table
from offences.returns.tables.cell_kinds import is_value

_FEWEST = 3  # words of a note
_NOTE = re.compile(  # “(1) Counts…”, “Note 1: counts…”, “1. Counts…”, “1 = counts…”
    r"(?:[(\[](?:notes? )?(\d{1,2})[)\]]|notes? (\d{1,2})\b|(\d{1,2}) ?[=.:)](?! ?\d))[^\w?]*"
    r"(?!(?:jan|feb|mar|apr|may|june?|july?|aug|sep|sept|oct|nov|dec)\b"
    r"|(?:january|february|march|april|august|september|october|november|december)\b"
    r"|(?:year|month|week|day|record)s?\b)([^\W\d][^?]*)",
    re.IGNORECASE,
)
_AGES = range(4, 18)
_MARKED = re.compile(rf"([{RAISED}]+|[{SURE_MARKS}]+) *([^\W\d].*)")


def without_marks(sheet: Sheet, tables: Sequence[Table], *, alone: bool) -> Sheet:
    """A sheet without the numbers behind labels of counts that notes below explain: “Girls 1”.

    The notes are numbered from 1 and below all its tables; what is no label of a row or column
    with counts is left, for there a number may be a count. So is an age of children. `alone`: no
    other sheet is in the file, so that the lines below this one head no other table.
    """
    marks = _marks_of_notes(sheet, tables, alone=alone)
    if not marks:
        return sheet
    texts = dict.fromkeys(sheet.cells.values())
    places = {at for table in tables for at in _labels_of_counts(table)}
    marked = {at: without_mark(sheet.cells[at], texts, marks) for at in places if at in sheet.cells}
    cells = {at: marked.get(at, text) for at, text in sheet.cells.items()}
    return replace(sheet, cells=cells) if cells != sheet.cells else sheet


def _marks_of_notes(sheet: Sheet, tables: Sequence[Table], *, alone: bool) -> set[str]:
    """The numbers of the notes below all tables, if these are from 1 on; no age of children."""
    notes = {row.number for table in tables for row in numbered_notes(table)}
    own = (row.number for table in tables for row in (*table.header, *table.body))
    last = max((number for number in own if number not in notes), default=0)
    rows: dict[int, list[str]] = defaultdict(list)
    for (row, _), text in sorted(sheet.cells.items()):
        if row > last > 0:
            rows[row].append(text)
    lines = [" = ".join(texts) for texts in rows.values() if len(texts) < 3]
    lines += sheet.lines_below if alone else ()
    found = [note for line in lines if (note := _NOTE.fullmatch(plain_text(line)))]
    found = [note for note in found if note[4].count(" ") >= _FEWEST - 1]
    numbers = [int(note[1] or note[2] or note[3]) for note in found]
    if numbers != [*range(1, len(numbers) + 1)]:
        return set()
    return {str(number) for number in numbers if number not in _AGES}


def _labels_of_counts(table: Table) -> Iterator[Position]:
    """The headings with a count below them, and what has a count to its right."""
    columns = {c for row in table.body for c, text in row.cells.items() if is_value(text)}
    yield from ((row.number, c) for row in table.header for c in row.cells if c in columns)
    for row in table.body:
        last = max((c for c, text in row.cells.items() if is_value(text)), default=0)
        yield from ((row.number, c) for c in row.cells if c < last)


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


def marked_notes(table: Table) -> list[SheetRow]:
    """The last rows of a table, if each holds several notes with their marks: “² Revised”."""
    of_notes = takewhile(_are_notes, reversed(table.body))
    return [*of_notes][: len(table.body) - 1]


def _are_notes(row: SheetRow) -> bool:
    """Whether each cell is words behind a mark of its own; a star alone is a withheld count."""
    found = [_MARKED.fullmatch(text) for text in row.cells.values()]
    marks = {each[1]: each[2] for each in found if each}
    is_count = any(is_value(words) or content_role(words) for words in marks.values())
    return len(marks) == len(found) > 1 and not is_count


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
