"""Headings in the middle of the columns that they are over, in cells that are not merged."""

from collections import Counter
from collections.abc import Iterator

from offences.returns.labels.label_words import content_role, is_generic, is_total, is_unknown
from offences.returns.labels.some_ages import is_of_all_ages
from offences.returns.sheet import Position, Table
from offences.returns.tables.cell_kinds import is_year_number, names_year
from offences.returns.tables.columns import TableColumns
from offences.returns.tables.meanings import heading_levels

type Key = tuple[str, ...]  # the headings of a column below one row of them

INSIDE = "“{}” begins within a group of {}. Which of them does it cover?"
_BEFORE = "“{}” has no heading above it, and “{}” begins to the right of it. Is it over both?"


def place_headings(table: Table, columns: TableColumns) -> Iterator[tuple[Position, str]]:
    """Put each heading over the first column of its group, where every group has one.

    So it is with years or sexes in the middle of “2021/22, 2022/23, 2023/24”, which come again for
    each. Where they are further right, or only some are in the middle, it is asked about, once.
    """
    for number in range(len(table.header) - 2, -1, -1):
        yield from _Headings(table, columns, number).place()


class _Headings:
    """One row of headings that has others below it, and the groups that those make."""

    def __init__(self, table: Table, columns: TableColumns, number: int) -> None:
        self.table, self.row, self.data = table, table.header[number], columns.data
        levels = heading_levels(table, columns)[number + 1 :]
        lower = zip(table.header[number + 1 :], levels, strict=True)
        below = [{c: row.cells[start] for c, start in level.items()} for row, level in lower]
        self.keys: dict[int, Key] = {c: tuple(b.get(c, "") for b in below) for c in self.data}
        self.own = [c for c in self.data if c in self.row.cells]
        self.groups = self._groups()

    def _groups(self) -> list[list[int]]:
        """The columns from each with the same headings as the first to the next such one."""
        again = Counter(key for key in self.keys.values() if any(key))
        first = next((c for c in self.data if again[self.keys[c]] > 1), 0)
        found: list[list[int]] = []
        for column in (c for c in self.data if first and c >= first):
            if self.keys[column] == self.keys[first]:
                found.append([])
            found[-1].append(column)
        kinds = {self.keys[c] for group in found[:1] for c in group}
        while found and self.keys[found[-1][-1]] not in kinds:  # a total of all groups
            found[-1].pop()
        sound = all(len({self.keys[c] for c in group}) == len(group) > 1 for group in found)
        return found if len(found) > 1 and sound else []

    def place(self) -> Iterator[tuple[Position, str]]:
        cells, spans, at = self.row.cells, self.table.sheet.spans, self.row.number
        if len(self.own) in (0, len(self.data)):
            return
        inside = [] if any((at, c) in spans for c in self.own) else self._inside()
        if not inside:
            yield from self._left_out()
        elif self._has_one_in_each():
            places = [next(i for i, c in enumerate(g) if c in cells) for g in self.groups]
            text, first = cells[inside[0]], inside[0]
            for group, place in zip(self.groups, places, strict=True):
                dated = names_year(cells[group[place]])
                self.table.roles[at, group[place]] = "year" if dated else "label"
                cells[group[0]] = cells.pop(group[place])
            self.row.cells = dict(sorted(cells.items()))
            if not all(map(_is_middle, places, map(len, self.groups))):
                yield (at, first), INSIDE.format(text[:60], "columns")
        elif not any(map(_is_dated, (cells[c] for c in self.own))):  # asked about with the years
            yield (at, inside[0]), INSIDE.format(cells[inside[0]][:60], "columns")

    def _inside(self) -> list[int]:
        """The headings within groups, unless each group has the same in the same places.

        Ages that are not the same below each sex make no groups, where all columns have a heading
        above them and none comes again below it.
        """
        starts = [group[0] for group in self.groups]
        last = self.groups[-1][-1] if starts else 0
        found = [c for c in self.own if starts and starts[0] < c <= last and c not in starts]
        texts = {tuple(self.row.cells.get(c) for c in group) for group in self.groups}
        runs = [*self._runs().values()]
        whole = self.own[0] <= starts[0] if starts else True
        apart = all(len({*map(self.keys.get, run)}) == len(run) for run in runs)
        upper = self.table.header[: self.table.header.index(self.row)]
        again = len(texts) == 1 and any(len(row.cells) > 1 for row in upper)  # below each sex
        return [] if again or (whole and apart) else found

    def _runs(self) -> dict[int, list[int]]:
        """The columns from each heading to the next, as a heading at the left has them."""
        ends = zip(self.own, [*self.own[1:], self.data[-1] + 1], strict=True)
        return {a: [c for c in self.data if a <= c < b] for a, b in ends}

    def _has_one_in_each(self) -> bool:
        """Whether each group has one heading, no two of them alike but for known labels."""
        cells = self.row.cells
        over = [[cells[c] for c in group if c in cells] for group in self.groups]
        texts = [text for each in over for text in each]
        known = all(map(_is_label, texts))
        one_each = all(len(each) == 1 for each in over)
        before = any(c < self.groups[0][0] for c in self.own)
        return one_each and not before and (known or len({*texts}) == len(texts))

    def _left_out(self) -> Iterator[tuple[Position, str]]:
        """Ask about columns that no heading is over, though they are like those behind them.

        A group of all children before that of girls has each of the years of girls.
        """
        cells, keys = self.row.cells, self.keys
        labels = [c for c in self.own if _is_label(cells[c]) and not is_total(cells[c])]
        for at, run in self._runs().items():
            before = self._uncovered(at) if at in labels and len(labels) > 1 else []
            kinds = {_kind(self.table.heading(c)) for c in (*before, at)}
            own, others = {*map(keys.get, run)}, {*map(keys.get, before)}
            alike = bool(before) and len(kinds) == 1 and kinds != {""} and not own <= others
            if alike and keys[before[0]] != keys[at]:
                first = self.table.heading(before[-1])
                yield (self.row.number, at), _BEFORE.format(first[:60], cells[at][:60])

    def _uncovered(self, at: int) -> list[int]:
        """The columns left of a heading in one cell that neither it nor a merged one is over."""
        spans, row = self.table.sheet.spans, self.row.number
        left = max((c for c in self.own if c < at), default=0)
        end = spans.get((row, left), (0, 0))[1]
        if (row, at) in spans or (left and not end):
            return []
        return [c for c in self.data if end < c < at]


def _is_middle(place: int, size: int) -> bool:
    return 0 < place <= size / 2 and place < size - 1


def _is_dated(text: str) -> bool:
    return names_year(text) or is_year_number(text)


def _is_label(text: str) -> bool:
    return _is_dated(text) or is_total(text) or is_unknown(text) or bool(content_role(text))


def _kind(text: str) -> str:
    """What a heading is of: a time, a known kind of label; empty where it may be of all."""
    if is_total(text) or is_unknown(text) or is_generic(text) or is_of_all_ages(text):
        return ""
    return "year" if _is_dated(text) else content_role(text)
