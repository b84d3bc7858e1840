"""Totals beside groups of columns whose heading does not reach them, or reaches too far.

“Total” behind the last column of “Male” is of males alone, or of everyone: the numbers say which.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from offences.returns.labels.label_words import heading_role, is_generic, is_total
from offences.returns.sheet import LABEL_KINDS, Position, Table
from offences.returns.tables.cell_kinds import is_year_number, names_year
from offences.returns.tables.sums import is_grand_total, limits_of, value_or_none

type Starts = Mapping[int, int]  # column → the column in which the heading over it is written

_UNCLEAR = "“{}” is beside the columns of “{}”. Is it the total of those alone, or of all?"
_MOST_MEMBERS = 200  # columns of a group


class GroupTotals:
    """The totals in and beside the groups that one row of headings makes."""

    def __init__(
        self, table: Table, data: Sequence[int], number: int, levels: Sequence[Starts]
    ) -> None:
        self.table, self.row, self.starts = table, table.header[number], levels[number]
        self.upper = {c: tuple(level.get(c, 0) for level in levels[:number]) for c in data}
        below = table.header[number + 1 :]
        lowest = {c: next((r.cells[c] for r in below[::-1] if c in r.cells), "") for c in data}
        self.totals = [c for c in data if c not in self.row.cells and is_total(lowest[c])]
        self.lowest, self.plain = lowest, [c for c in data if not is_total(lowest[c])]
        self.owners: dict[int, int] = {}  # total → the column of its heading; 0: it is of all
        self.unclear: dict[int, int] = {}  # total → the heading that it may be of
        for column in self.totals if self._may_have_groups else ():
            self._judge(column)

    @property
    def questions(self) -> Iterator[tuple[Position, str]]:
        """What to ask about totals that may be of one group or of all."""
        for column, start in self.unclear.items():
            row = max(r.number for r in self.table.header if column in r.cells)
            texts = self.lowest[column][:60], self.row.cells[start][:60]
            yield (row, column), _UNCLEAR.format(*texts)

    @property
    def _may_have_groups(self) -> bool:
        return sum(map(_names_group, self.row.cells.values())) > 1

    @cached_property
    def groups(self) -> dict[int, list[int]]:
        """The columns that are no totals, by the heading over them."""
        found: dict[int, list[int]] = {}
        for column in self.plain:
            if column in self.starts and _names_group(self.row.cells[self.starts[column]]):
                found.setdefault(self.starts[column], []).append(column)
        return found

    def _judge(self, column: int) -> None:
        beside = {s: own for s, own in self.groups.items() if self._is_of(own[0], column)}
        every = [c for c in self.plain if self._is_of(c, column)]
        start = self._nearest(column, beside)
        if len(beside) < 2 or start is None or max(map(len, beside.values())) > _MOST_MEMBERS:
            return
        rows = [row.cells for row in self.table.body if value_or_none(row.cells.get(column))]
        fitting = [s for s, own in beside.items() if _fits(rows, column, own)]
        of_all, is_covered = _fits(rows, column, every), column in self.starts
        is_merged = is_covered and (self.row.number, start) in self.table.sheet.spans
        if fitting == [start] and not of_all:
            if is_grand_total(self.lowest[column]):
                self.unclear[column] = start
            else:
                self.owners[column] = start
        elif of_all and start not in fitting:
            if is_merged:
                self.unclear[column] = start
            else:
                self.owners[column] = 0
        elif not is_covered and self._breaks_order(column, start, every):
            nothing = all(limits_of(row.get(c)) == (0, 0) for row in rows for c in every)
            same = bool(rows) and of_all and self._are_exact(rows, every)
            if not (nothing or same):
                self.unclear[column] = start

    def _is_of(self, column: int, total: int) -> bool:
        """Whether a column is under the same upper headings as a total."""
        return self.upper[column] == self.upper[total]

    def _nearest(self, column: int, beside: Mapping[int, list[int]]) -> int | None:
        """The heading over a total, or else of the group before it, or right behind it."""
        if column in self.starts:
            start = self.starts[column]
            return start if start in beside else None
        before = [start for start, own in beside.items() if own[0] < column]
        behind = [start for start, own in beside.items() if own[0] > column]
        return max(before) if before else min(behind, default=None)

    def _breaks_order(self, column: int, start: int, every: Sequence[int]) -> bool:
        """Whether a total is among groups, or other groups have one of their own, as it may be."""
        own = {self.starts[c] for c in self.totals if c in self.starts}
        among = every[0] < column < every[-1]
        return start not in own and (among or bool(own & self.groups.keys()))

    def _are_exact(self, rows: Sequence[Mapping[int, str]], columns: Sequence[int]) -> bool:
        """Whether no number is hidden, so that nothing but zeros makes both sums the same."""
        return all(value_or_none(row.get(c)) is not None for row in rows for c in columns)


def _names_group(text: str) -> bool:
    """Whether a heading names a group by itself: no axis of what is below, no year, no total."""
    names_axis = heading_role(text) in (*LABEL_KINDS, "year", "part") and not is_generic(text)
    return not (names_axis or is_total(text) or names_year(text) or is_year_number(text))


def _fits(rows: Sequence[Mapping[int, str]], column: int, parts: Sequence[int]) -> bool:
    """Whether a column may be the sum of others in most rows, where it has a number."""
    fitting = 0
    for row in rows:
        limits = [limits_of(row.get(c)) for c in parts]
        low, highs = sum(low for low, _ in limits), [high for _, high in limits]
        most = None if None in highs else sum(filter(None, highs))
        stated = value_or_none(row.get(column)) or 0
        fitting += low <= stated and (most is None or stated <= most)
    return fitting > 0 and fitting * 4 >= len(rows) * 3
