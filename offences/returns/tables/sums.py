"""Lines of cells that are the sum of others, as the file writes them."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from offences.returns.labels.cell_counts import parse_count
from offences.returns.labels.label_words import clean_label, is_total
from offences.returns.sheet import SheetRow, Table
from offences.returns.tables.columns import TableColumns

type CellTexts = list[str | None]  # of one row or column; None where it is empty


def is_sum(line: CellTexts, parts: Sequence[CellTexts], least: int = 2) -> bool:
    """Whether every cell of a line is the sum of the cells of at least so many parts.

    Where one of them has a marker, nobody knows; that may be so of less than half of the cells.
    """
    if len(parts) < least:
        return False
    filled = [at for at, text in enumerate(line) if text is not None]
    known = 0
    for at in filled:
        values = [value_or_none(part[at]) for part in parts]
        if None in values:
            continue
        if value_or_none(line[at]) != sum(filter(None, values)):
            return False
        known += 1
    return known * 2 > len(filled)


def value_or_none(text: str | None) -> int | None:
    """A count; an empty cell adds nothing, and a marker has no known number."""
    count = parse_count(text) if text is not None else None
    return 0 if text is None else count.value if count else None


def limits_of(text: str | None) -> tuple[int, int | None]:
    """The least and the most that a cell may hold; None where nobody knows."""
    count = parse_count(text) if text is not None else None
    if text is None or count is None:
        return 0, 0 if text is None else None
    if count.value is not None:
        return count.value, count.value
    return (0, 0) if count.marker == "blank" else (count.low or 0, count.high)


def is_mostly_sum(rows: Sequence[SheetRow], column: int, parts: Sequence[int]) -> bool:
    """Whether in most rows one column is the sum of two or more others."""
    lines = ([value_or_none(row.cells.get(c)) for c in (column, *parts)] for row in rows)
    known = [line for line in lines if None not in line]
    fits = sum(line[0] == sum(filter(None, line[1:])) for line in known)
    return len(parts) > 1 and fits > 1 and fits * 4 >= len(rows) * 3


class RunningSum:
    """The sum of rows, column by column; None in a column with a marker."""

    def __init__(self) -> None:
        self.values: dict[int, int | None] = {}

    def add(self, row: SheetRow, columns: Sequence[int]) -> None:
        for column in columns:
            value, before = value_or_none(row.cells.get(column)), self.values.get(column, 0)
            self.values[column] = None if value is None or before is None else before + value

    def is_of(self, row: SheetRow, columns: Sequence[int]) -> bool:
        """Whether a row states this sum in its cells, of which most are known."""
        filled = [column for column in columns if column in row.cells]
        stated = [(self.values.get(column), value_or_none(row.cells[column])) for column in filled]
        known = [(value, own) for value, own in stated if value is not None]
        return len(known) * 2 > len(filled) and all(value == own for value, own in known)


_GRAND = ("grand total", "overall", "all forces")


def is_grand_total(label: str) -> bool:
    """Whether a total says that it is of everything: “Grand total”."""
    return clean_label(label).casefold().startswith(_GRAND)


def totals_of_all(table: Table, columns: TableColumns) -> set[int]:
    """The rows of totals that are of all sections of a table, rather than of their own.

    The sums say so; where they say nothing, the words do, unless it is the first of its section.
    """
    if not table.sections or not columns.labels:
        return set()
    first, data, found = min(columns.labels), columns.data, set()
    whole, sums = RunningSum(), defaultdict[int, RunningSum](RunningSum)
    section = 0
    for row in table.body:
        section = row.number if row.number in table.sections else section
        if not is_total(row.cells.get(first, "")):
            whole.add(row, data)
            sums[section].add(row, data)
    ended = False  # whether this section has had its total
    for row in table.body:
        if row.number in table.sections:
            section, own, ended = row.number, RunningSum(), False
        elif row is table.body[0]:
            section, own = 0, RunningSum()
        label = row.cells.get(first, "")
        if not is_total(label):
            own.add(row, data)
            continue
        if not (own.is_of(row, data) or (section and sums[section].is_of(row, data))):
            grand = ended or (is_grand_total(label) and own.values)
            found |= {row.number} if grand or whole.is_of(row, data) else set()
        ended = True
    return found


def leading_totals(table: Table, columns: TableColumns) -> dict[int, int]:
    """The rows of totals that are the first of their group, each with the column of “Total”.

    The group's label is beside the total alone, and the numbers do not say that it ends there.
    Rows before the first label belong to a group that is named in its last row.
    """
    found: dict[int, int] = {}
    rows = table.body
    for outer in columns.labels[:-1]:
        own = [at for at, row in enumerate(rows) if outer in row.cells]
        plain = [row for row in rows if not is_total(row.cells.get(outer, ""))]
        named_first = bool(plain) and outer in plain[0].cells and outer not in plain[-1].cells
        for start, end in pairwise([*own, len(rows)] if own else []):
            of_total = _column_of_total(rows[start], columns, outer)
            members = [row for row in rows[start + 1 : end] if of_total in row.cells]
            if not of_total or not members or is_total(members[0].cells[of_total]):
                continue
            before = rows[max((at for at in own if at < start), default=0) : start]
            if _adds_up(rows[start], members, columns) or (
                named_first and not _adds_up(rows[start], before, columns)
            ):
                found[rows[start].number] = of_total
    return found


def _column_of_total(row: SheetRow, columns: TableColumns, outer: int) -> int:
    """The column in which a row says “Total” behind a label of its own; 0 where there is none."""
    if is_total(row.cells[outer]):
        return 0
    inner = (c for c in columns.labels if c > outer and is_total(row.cells.get(c, "")))
    return next(inner, 0)


def _adds_up(total: SheetRow, rows: Sequence[SheetRow], columns: TableColumns) -> bool:
    line, *parts = ([row.cells.get(c) for c in columns.data] for row in (total, *rows))
    return is_sum(line, parts)


_MOST_MEMBERS = 60


def sums_of_followers(rows: list[SheetRow], label: int, columns: Sequence[int]) -> dict[int, int]:
    """For each row, the one above that it is a part of: sums are above what they add up.

    Rows are named by their place. Only if all rows that are no sums are parts of as many.
    """
    values = [[value_or_none(row.cells.get(c)) for c in columns] for row in rows]
    names = [clean_label(row.cells[label]) for row in rows]
    often = Counter(names)
    above: dict[int, int] = {}
    top: list[int] = []  # the rows below, without those that are parts of one of them
    for i in reversed(range(len(rows))):
        size = _size_of_sum(values[i], [values[at] for at in top[-_MOST_MEMBERS:][::-1]])
        own = {names[at] for at in top[len(top) - size :]}
        while size and len(top) > size:  # a row of zeros, as other groups have one
            name = names[top[-size - 1]]
            if any(values[top[-size - 1]]) or name in own or often[name] < 2:
                break
            size += 1
            own.add(name)
        above |= {top.pop(): i for _ in range(size)}
        top.append(i)
    depths: list[int] = []
    for i in range(len(rows)):
        depths.append(depths[above[i]] + 1 if i in above else 0)
    sums = {*above.values()}
    leaves = {depth for i, depth in enumerate(depths) if i not in sums}
    return above if len(leaves) == 1 and len(sums) > 1 else {}


def _size_of_sum(line: list[int | None], below: Sequence[list[int | None]]) -> int:
    """How many of the lines below a line add up to it; 0 if none do.

    They do so in every column, but for a few with a marker in a number's place.
    """
    left = {at: value for at, value in enumerate(line) if value is not None}
    for size, other in enumerate(below, 1):
        values = ((at, value, other[at]) for at, value in left.items())
        left = {at: value - part for at, value, part in values if part is not None}
        if len(left) * 2 <= len(line) or min(left.values()) < 0:
            return 0
        if size > 1 and not any(left.values()):
            return size if any(line[at] for at in left) else 0
    return 0
