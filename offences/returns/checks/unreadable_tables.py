"""Tables of which no cell was read as a count: their counts may be elsewhere."""

from collections.abc import Iterable, Iterator

from offences.returns.sheet import Problem, ReadTable

_UNREAD = ("unreadable", "blank")


def unreadable_tables(tables: Iterable[ReadTable]) -> Iterator[Problem]:
    """Ask once of each table in which dates or words alone stand where counts should be."""
    for table in tables:
        unread = [o for o in table.observations if o.value is None and o.marker in _UNREAD]
        first = next((each for each in unread if each.marker == "unreadable"), None)
        if first and len(unread) == len(table.observations):
            why = "No cell of this table could be read as a count. Which of them are the counts?"
            yield Problem(table.sheet, first.cell, why, stops=True)
