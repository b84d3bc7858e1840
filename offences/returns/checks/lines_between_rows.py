"""Lines between the rows of a table, over those below alone: “Online”, halfway down."""

from collections.abc import Iterable, Iterator, Sequence

from offences.returns.labels.label_words import clean_label
from offences.returns.sheet import Problem, ReadTable, SheetRow, Table

_ASKED = "Are the counts above it of the same?"


def lines_between_rows(
    tables: Iterable[Table], read: Iterable[ReadTable], known: Sequence[Problem]
) -> Iterator[Problem]:
    """Ask about the first lines between rows, where the rows above them have none over them.

    Lines of a year, a force or another detail are not asked about: rows without one are of all, or
    are asked about elsewhere. Any other may well be of the rows above, too: “Online”.
    """
    labels = {(each.sheet, each.range): _labels_of_some(each) for each in read}
    asked = {(each.sheet, each.cell) for each in known}
    texts = [each.message for each in known]
    for table in tables:
        words = labels.get((table.sheet.name, table.range()), set())
        for line in _first_lines(table) if words else ():
            place = (table.sheet.name, table.sheet.address(line.number, min(line.cells)))
            is_new = place not in asked and not any(f"“{line.text}" in each for each in texts)
            if is_new and clean_label(line.text) in words:
                why = f"“{line.text[:60]}” is over the rows below it, not over those above."
                yield Problem(*place, f"{why} {_ASKED}", stops=True)


def _labels_of_some(read: ReadTable) -> set[str]:
    """The labels of no known kind that some counts of a table have, and others do not."""
    found = [{*each.other} for each in read.observations]
    return set[str]().union(*found) - set[str].intersection(*found) if found else set()


def _first_lines(table: Table) -> list[SheetRow]:
    """The first lines between rows, if none is over the rows above them."""
    first = min(table.sections, default=0)
    return table.sections[first] if first > min(row.number for row in table.body) else []
