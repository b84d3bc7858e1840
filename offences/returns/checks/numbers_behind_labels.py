"""Numbers behind or within labels, as in “Girls 1” or “Kik (4 boys)”: ages, marks or counts."""

import re
from collections.abc import Iterable, Iterator, Sequence

from offences.returns.labels.counts_in_labels import has_count_within
from offences.returns.labels.joined_labels import joined_parts
from offences.returns.labels.label_words import content_role
from offences.returns.labels.note_marks import are_ages, number_behind
from offences.returns.sheet import Position, Problem, SheetRow, Table
from offences.returns.tables.cell_kinds import names_year
from offences.returns.tables.columns import TableColumns

_AGES = re.compile(r"\b(?:ages?|aged|years? old|year-olds?|yrs?)\b", re.IGNORECASE)
_OLDEST = 100
_READ = (
    "was read with an age. If its number is the mark of a note or a count, name what its row or "
    "column is of."
)
_MOST = 5  # labels of one table
_WITHIN = (
    "has a number within its words that was not read. Is it a count? If so, say whether the "
    "figures beside it include it."
)
_NOT_READ = "has a number that was not read. Is it an age, the mark of a note or a count?"


def numbers_behind_labels(
    table: Table, columns: TableColumns, above: Sequence[SheetRow]
) -> Iterator[Problem]:
    """Ask about the first such number of the headings, of the rows and of the lines above.

    It is an age for sure where other labels of its kind have ages beside the same words; or behind
    a sex or an app, where a word says so and no other labels of the table are ages.
    """
    sections = [row for rows in table.sections.values() for row in rows]
    of_labels = [(row, columns.labels) for row in table.body]
    rows = [*_texts(of_labels), *_texts((row, row.cells) for row in sections)]
    heads = [*_texts((row, columns.data) for row in table.header)]
    lines = [*_texts((row, row.cells) for row in above if row.number)]
    said = [text for row in (*above, *table.header) for text in row.cells.values()]
    said = [text for text in said if _AGES.search(text)]
    for own, others in ((heads, rows), (rows, heads), (lines, [])):
        named = bool(said) and own is not lines and not any(_has_age(text) for _, text in others)
        if place := _doubtful(own, named=named):
            is_read = own is not lines and not names_year(place[1])
            yield _problem(table, *place, _READ if is_read else _NOT_READ)


def counts_in_labels(table: Table, columns: TableColumns) -> Iterator[Problem]:
    """Ask about each label of a row or column that has a count within its words."""
    sections = [row for rows in table.sections.values() for row in rows]
    left = table.exclusions()
    rows = [*_texts((row, columns.labels) for row in table.body)]
    rows += _texts((row, row.cells) for row in sections)
    heads = [*_texts((row, columns.data) for row in table.header)]
    found: dict[str, Position] = {}
    for own in (heads, rows) if columns.data else ():
        among = [text for _, text in own]
        for place, text in own:
            # What is behind a label is asked about above.
            if place not in left and has_count_within(text, among) and not number_behind(text):
                found.setdefault(text, place)
    for text, place in [*found.items()][:_MOST]:
        yield _problem(table, place, text, _WITHIN)


def _texts(rows: Iterable[tuple[SheetRow, Iterable[int]]]) -> Iterator[tuple[Position, str]]:
    for row, columns in rows:
        yield from (((row.number, c), row.cells[c]) for c in columns if c in row.cells)


def _has_age(text: str) -> bool:
    return content_role(text) == "age" or "age" in dict(joined_parts(text))


def _doubtful(texts: Sequence[tuple[Position, str]], *, named: bool) -> tuple[Position, str] | None:
    """The first number that may be no age; where one of a sex or an app is, all of them are."""
    among = [text for _, text in texts]
    found = {place: number for place, text in texts if (number := number_behind(text))}
    sure = {place for place, number in found.items() if are_ages(*number, among)}
    named = named or any(not names_year(text) for place, text in texts if place in sure)
    for place, text in texts:
        if place in found and place not in sure:
            is_age = named and int(found[place][1]) < _OLDEST and not names_year(text)
            if not is_age:
                return place, text
    return None


def _problem(table: Table, place: Position, text: str, why: str) -> Problem:
    address = table.sheet.address(*place)
    return Problem(table.sheet.name, address, f"“{text[:60]}” {why}", stops=True, needs="label")
