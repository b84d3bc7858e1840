"""Tables whose words say that they count suspects, arrests or inhabitants, not victims."""

from collections.abc import Iterable, Iterator

from offences.returns.labels.accused_words import (
    counts_accused,
    is_offence_of_accused,
    line_of_accused,
    names_accused,
    names_victims,
)
from offences.returns.labels.label_words import content_role, heading_role
from offences.returns.labels.no_counts import may_be_population
from offences.returns.sheet import Problem, SheetRow, Table

MOST = 5  # labels of one table


def of_accused(table: Table, lines: Iterable[SheetRow]) -> Iterator[Problem]:
    """Ask about each heading and label of a table, the lines above it and its sheet's name."""
    sheet = table.sheet
    headings = [
        (row.number, at, text) for row in table.header for at, text in sorted(row.cells.items())
    ]
    left = {at for at in table.exclusions() if table.roles.get(at) != "label"}
    found = {
        text: (row, at)
        for row, at, text in reversed(headings)
        if (row, at) not in left and _is_heading_of_accused(text)
    }
    for (row, at), role in sorted(table.roles.items()):
        text = sheet.cells.get((row, at), "")
        of_offence = is_offence_of_accused(text) and _has_offences(table, at)
        is_asked = (counts_accused(text) and not of_offence) or may_be_population(text)
        if role in ("label", "total") and text not in found and is_asked:
            found[text] = (row, at)
    if not any(names_accused(text) or names_victims(text) for _, _, text in headings):
        for line in lines:
            if line_of_accused(line.text):
                found.setdefault(line.text, (line.number, min(line.cells)))
        if line_of_accused(sheet.name):
            found.setdefault(sheet.name, (0, 0))
    start = table.range().partition(":")[0]
    for text, place in sorted(found.items(), key=lambda each: each[1])[:MOST]:
        cell = sheet.address(*place) if place[0] > 0 else start
        yield Problem(sheet.name, cell, _question(text), stops=True)


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
