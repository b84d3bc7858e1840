"""Rows of counts whose label is the name of an axis: “Year” beside <5, 6 and 7."""

import re
from collections.abc import Iterator

from offences.returns.labels.label_words import clean_label
from offences.returns.sheet import Problem, ReadTable, Table, parse_address
from offences.returns.tables.cell_kinds import names_year

_AXIS = re.compile(
    r"(?:(?:the|by|financial|fiscal|calendar|police|school|recorded|reported|offence) )*"
    r"(?:years?|yrs?|f\.?/?y\.?|months?|quarters?|qtrs?|periods?|dates?)"
    r"(?: (?:of|recorded|reported|offences?|crimes?|recording|groups?|numbers?|nos?\.?))*",
    re.IGNORECASE,
)


def rows_of_axes(read: ReadTable, table: Table) -> Iterator[Problem]:
    """Ask of a row whose only label is a word for a time, which may head what is below it."""
    counted = {
        parse_address(each.cell)[0] for each in read.observations if each.cell and not each.total
    }
    for row in table.body:
        labels = [at for at in row.cells if table.roles.get((row.number, at)) in ("label", "total")]
        named = [at for at in labels if _AXIS.fullmatch(_words(row.cells[at]))]
        if row.number in counted and named and not any(names_year(row.cells[at]) for at in labels):
            text = row.cells[named[0]][:60]
            why = f"“{text}” is beside these numbers. Are they counts, and of what?"
            place = table.sheet.address(row.number, named[0])
            yield Problem(read.sheet, place, why, stops=True)


def _words(text: str) -> str:
    return clean_label(text).strip(" :")
