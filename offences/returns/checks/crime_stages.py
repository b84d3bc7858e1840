"""Rows and columns of crimes that were cancelled, or of those that led to a charge."""

from collections.abc import Iterator

from offences.returns.labels.crime_stages import (
    names_axis_of_stages,
    names_cancelled,
    names_stage,
    names_whole,
)
from offences.returns.labels.label_words import is_total, is_unknown
from offences.returns.sheet import Position, Problem, Table

_MOST = 5  # of one table


def of_crime_stages(table: Table) -> Iterator[Problem]:
    """Ask about labels and headings such as “Cancelled” and “Number charged”, each once.

    Under “Outcome” they divide all crimes, but for those that are none any more, and unless
    “Recorded” is one of them.
    """
    sheet, left = table.sheet, table.exclusions()
    found: dict[str, Position] = {}
    for at, role in sorted(table.roles.items()):
        text = sheet.cells.get(at, "")
        if role not in ("label", "total", "year") or at in left or not names_stage(text):
            continue
        if text not in found and (names_cancelled(text) or not _is_divided(table, at)):
            found[text] = at
    for text, at in [*found.items()][:_MOST]:
        why = f"“{text[:60]}” may be a part of the other crimes, or none of them."
        ask = "Are these counts what was asked for?"
        yield Problem(sheet.name, sheet.address(*at), f"{why} {ask}", stops=True)


def _is_divided(table: Table, at: Position) -> bool:
    """Whether a label or heading is one of those below or beside “Outcome”, or is that itself."""
    row, column = at
    heads = {each.number: each.cells for each in table.header}
    if row not in heads:
        axis = any(names_axis_of_stages(cells.get(column, "")) for cells in heads.values())
        return axis and not any(map(names_whole, table.texts(column)))
    counted = table.columns_of_counts()
    if column not in counted:
        return True
    over = (
        text for n, cells in heads.items() if n < row for c, text in cells.items() if c <= column
    )
    named = any(map(names_axis_of_stages, (*over, *table.over)))
    beside = (text for c, text in heads[row].items() if c in counted)
    return named and all(names_stage(t) or is_total(t) or is_unknown(t) for t in beside)
