"""Tables that count victims, children or reports, and say nothing of offences."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from offences.returns.labels.counted_units import (
    OFFENCES,
    counted_things,
    counted_unit,
    is_bare_unit,
    names_offences,
)
from offences.returns.labels.label_words import is_generic, is_total
from offences.returns.sheet import Position, Problem, SheetRow, Table

_NUMBER = re.compile(r"\W*(?:table|figure|tab|sheet) ?\w{1,3}[ :.)–-]+", re.IGNORECASE)
_SHOWN = 100


def of_other_units(table: Table, lines: Sequence[SheetRow]) -> Iterator[Problem]:
    """Ask once of a table whether what its headings, or the lines over it, count are offences."""
    sheet = table.sheet
    body = {row.number for row in table.body}
    beside = {at for at, role in table.roles.items() if role == "label" and at[0] in body}
    columns = {at for _, at in beside}
    labels = {
        at: sheet.cells.get(at, "") for at in table.roles if at[1] in columns and at[0] in body
    }
    sections = (row for rows in table.sections.values() for row in rows)
    labels |= {(row.number, min(row.cells)): row.text for row in sections}
    over = _lowest_headings(table, columns)
    above = [((row.number, min(row.cells)), row.text) for row in lines]
    headings = [
        ((row.number, at), text) for row in table.header for at, text in sorted(row.cells.items())
    ]
    every = [*above, *headings, *sorted(labels.items()), ((0, 0), sheet.name)]
    named = _bare_units([*above, *labels.items()])
    groups = _bare_units(each for each in headings if each[0][1] not in columns)
    is_mixed = any(counted_unit(text) == OFFENCES for _, text in groups)
    if not is_mixed or len(table.header) > 1:  # “Crimes” over a year, “Victims” over another
        named += groups if is_mixed else _bare_units(over.items())
    else:  # victims beside offences are asked about where they are stored
        named += (each for each in groups if not is_generic(each[1]))
    # “All victims” may be the total of a table of offences.
    found = _first_other(each for each in named if not is_total(_NUMBER.sub("", each[1])))
    if found is None and not any(names_offences(text) for _, text in every):
        # “Images” beside “Grooming” is an offence.
        of_all = over.items() if all(map(counted_things, over.values())) else ()
        things = ((at, text) for at, text in (*above, *of_all) if counted_things(text))
        found = _first_other(every) or next(things, None)
    if found:
        yield _question(table, *found)


def _bare_units(texts: Iterable[tuple[Position, str]]) -> list[tuple[Position, str]]:
    return [each for each in texts if is_bare_unit(each[1])]


def _lowest_headings(table: Table, labels: Collection[int]) -> dict[Position, str]:
    """The lowest heading over each column of counts."""
    counted = table.columns_of_counts() - {*labels}
    lowest = {at: row.number for row in table.header for at in row.cells if at in counted}
    return {(row, at): table.sheet.cells.get((row, at), "") for at, row in lowest.items()}


def _first_other(texts: Iterable[tuple[Position, str]]) -> tuple[Position, str] | None:
    others = ((at, text) for at, text in texts if counted_unit(text) not in ("", OFFENCES))
    return next(others, None)


def _question(table: Table, at: Position, text: str) -> Problem:
    start = table.range().partition(":")[0]
    cell = table.sheet.address(*at) if at[0] > 0 else start
    what = counted_unit(text) or counted_things(text)
    why = f"“{text[:_SHOWN]}”: this table counts {what}. Are these offences?"
    return Problem(table.sheet.name, cell, why, stops=True)
