"""Tables whose words say that they count suspects, arrests or inhabitants, not victims."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from offences.returns.labels.accused_words import (
    counts_accused,
    is_offence_of_accused,
    line_of_accused,
    names_accused,
    names_victims,
)
from offences.returns.labels.label_words import clean_label, content_role, heading_role
from offences.returns.labels.no_counts import may_be_population
from offences.returns.sheet import Position, Problem, ReadTable, SheetRow, Table

MOST = 5  # labels of one table


def of_accused(table: Table, lines: Sequence[SheetRow]) -> Iterator[Problem]:
    """Ask about each heading and label of a table, the lines above it and its sheet's name."""
    sheet, start = table.sheet, table.range().partition(":")[0]
    found = _headings_of_accused(table)
    for (row, at), role in sorted(table.roles.items()):
        text = sheet.cells.get((row, at), "")
        of_offence = is_offence_of_accused(text) and _has_offences(table, at)
        is_asked = (counts_accused(text) and not of_offence) or may_be_population(text)
        if role in ("label", "total") and text not in found and is_asked:
            found[text] = (row, at)
    found = {**_lines_of_accused(table, lines), **found}
    for text, place in sorted(found.items(), key=lambda each: each[1])[:MOST]:
        cell = sheet.address(*place) if place[0] > 0 else start
        yield Problem(sheet.name, cell, _question(text), stops=True)


def with_accused(read: ReadTable, table: Table, lines: Sequence[SheetRow]) -> ReadTable:
    """A table whose counts have the lines, or the heading of its labels, that name the accused.

    An answer to the question then needs a name for the label, too. “Offenders” beside “Victims” is
    of its own column alone.
    """
    rows = {row.number for row in table.body}
    beside = {at for (row, at), role in table.roles.items() if role == "label" and row in rows}
    over = (text for text, (_, at) in _headings_of_accused(table).items() if at in beside)
    named = [clean_label(text) for text in (*_lines_of_accused(table, lines), *over)]
    given = [replace(o, other=tuple(dict.fromkeys([*o.other, *named]))) for o in read.observations]
    return replace(read, observations=tuple(given)) if named else read


def _headings_of_accused(table: Table) -> dict[str, Position]:
    left = {at for at in table.exclusions() if table.roles.get(at) != "label"}
    return {
        text: (row.number, at)
        for row in reversed(table.header)
        for at, text in sorted(row.cells.items(), reverse=True)
        if (row.number, at) not in left and _is_heading_of_accused(text)
    }


def _lines_of_accused(table: Table, lines: Sequence[SheetRow]) -> dict[str, Position]:
    """The lines over a table that may say that all its counts are of the accused."""
    headings = [text for row in table.header for text in row.cells.values()]
    if any(names_accused(text) or names_victims(text) for text in headings):
        return {}
    named = [(line.text, (line.number, min(line.cells))) for line in lines]
    every = [*named, (table.sheet.name, (0, 0))]
    return {text: place for text, place in reversed(every) if line_of_accused(text)}


def _has_offences(table: Table, column: int) -> bool:
    """Whether a column is of offences, and not of the accused by their ages alone."""
    others = (text for text in table.texts(column) if not is_offence_of_accused(text))
    named = any(content_role(text) == "offence" for text in others)
    return named and heading_role(table.heading(column)) == "offence"


def _is_heading_of_accused(text: str) -> bool:
    return (heading_role(text) in ("sex", "age") and names_accused(text)) or counts_accused(text)


def _question(text: str) -> str:
    if may_be_population(text):
        return f"“{text[:60]}” may be a population. Are these counts what was asked for?"
    if names_victims(text) and not counts_accused(text):
        return f"“{text[:60]}” may be of suspects too. Are these counts what was asked for?"
    return f"“{text[:60]}” is not of victims. Are these counts what was asked for?"
