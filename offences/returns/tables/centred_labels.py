"""Labels on a line of their own in the middle of the rows that they cover."""

from collections.abc import Iterator
from itertools import pairwise

from offences.returns.labels.label_words import content_role, heading_role, is_total
from offences.returns.sheet import Position, SheetRow, Table
from offences.returns.tables.cell_kinds import is_year_number, names_year
from offences.returns.tables.centred_headings import INSIDE
from offences.returns.tables.columns import TableColumns
from offences.returns.tables.row_meanings import carried_labels

type Key = tuple[str | None, ...]  # the labels of a row

_CUT = ("year", "age", "sex")  # of which no line cuts a list in two halves


def lines_inside_groups(table: Table, columns: TableColumns) -> Iterator[tuple[Position, str]]:
    """Ask about the first line that has rows of its own group above it, for all anyone knows.

    A cell merged over an even number of rows prints its word between two of them. A heading is
    over all of its rows: over the first of the table, or of a group like the one above it.
    """
    lines = _Lines(table, columns)
    found = lines.behind_another_label() or lines.inside()
    if found:
        yield (found.number, min(found.cells)), INSIDE.format(found.text[:60], "rows")


class _Lines:
    """The lines between the rows of a table, and the groups that the labels of these make."""

    def __init__(self, table: Table, columns: TableColumns) -> None:
        self.table, self.columns = table, columns
        self.carried = carried_labels(table, columns)
        self.at = {row.number: at for at, row in enumerate(table.body)}
        self.lines = [
            (self.at[number], line)
            for number, lines in sorted(table.sections.items())
            for line in lines
            if not _names_axis(line.text)
        ]

    def behind_another_label(self) -> SheetRow | None:
        """The first line in a column whose label above it was read as that of the row below it."""
        for at, line in self.lines:
            column, row = min(line.cells), self.table.body[at]
            if column in self.carried[row.number] and column not in row.cells:
                return line
        return None

    def inside(self) -> SheetRow | None:
        """The first line in the middle of a group of rows, where no line is over the first row."""
        first = {_kind(line.text) for at, line in self.lines if at == 0}
        inner = [(at, line) for at, line in self.lines if _kind(line.text) not in first]
        if not inner:
            return None
        keys = self._keys()
        starts = _starts_of_groups(keys)
        inside = [line for at, line in inner if at not in starts]
        ends = [*dict.fromkeys(at for at, _ in inner), len(keys)]
        parts = [keys[: ends[0]], *(keys[a:b] for a, b in pairwise(ends))]
        if not inside or (len(parts) > 2 and len({*map(tuple, parts[1:])}) == 1):
            return None
        if all(is_total(key[-1] or "") for key in parts[0]) and not _are_equal(keys, starts):
            return None
        column = min(inner[0][1].cells)
        own = column < min(self.columns.labels, default=0) and bool(self.table.heading(column))
        sure = own or len(starts) > 1 or self._are_halves(inner, parts)
        return inside[0] if sure else None

    def _keys(self) -> list[Key]:
        labels = self.columns.labels
        return [tuple(self.carried[row.number].get(c) for c in labels) for row in self.table.body]

    def _are_halves(self, lines: list[tuple[int, SheetRow]], parts: list[list[Key]]) -> bool:
        """Whether one line of another kind cuts a list of years, ages or sexes in two halves."""
        kinds = {_kind(key[-1] or "") for part in parts for key in part}
        kind = kinds.pop() if len(kinds) == 1 else ""
        own = _kind(lines[0][1].text)
        return len(parts) == 2 and len(parts[0]) == len(parts[1]) and kind in _CUT and own != kind


def _starts_of_groups(keys: list[Key]) -> list[int]:
    """Where a group begins: with the labels of the first row, or with some that it has already."""
    starts: list[int] = []
    group: set[Key] = set()
    for at, key in enumerate(keys):
        if key == keys[0] or key in group:
            starts.append(at)
            group = set()
        group.add(key)
    return starts


def _are_equal(keys: list[Key], starts: list[int]) -> bool:
    """Whether there are several groups, all of them with the same labels."""
    groups = {tuple(keys[a:b]) for a, b in zip(starts, [*starts[1:], len(keys)], strict=True)}
    return len(starts) > 1 and len(groups) == 1


def _kind(text: str) -> str:
    return "year" if names_year(text) or is_year_number(text) else content_role(text)


def _names_axis(text: str) -> bool:
    """Whether a line says what the rows below it are split by, and is no label of theirs."""
    return bool(heading_role(text)) and not _kind(text)
