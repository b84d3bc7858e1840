"""A table as rows of whole-number arithmetic: each gives the limits of a sum of cells."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from offences.disclosure.tables import (
    CountChange,
    CountGroup,
    CountKey,
    CountTable,
    PublicBound,
    TableCount,
    all_sizes,
    in_words,
)

type Floats = NDArray[np.float64]
type Ints = NDArray[np.int64]
type Flags = NDArray[np.bool_]

type Row = tuple[tuple[tuple[int, int], ...], float, float, tuple[int, ...]]
"""A row as its entries, its limits and the cells that it is named after."""

PLAIN, FOLLOWS, COMPARES = range(3)
"""The kinds of rows, as `SumRows` has them."""

MANY_PASSES = 200


@dataclass(frozen=True)
class SumRows:
    """Rows over cells: lows[r] <= the sum of sign x cell over the entries of row r <= highs[r].

    An entry is (at_row, at_cell, sign); each sign is 1 or -1. Numbers are whole numbers kept as
    floats, exact up to 2^53, so that "no limit" can be infinity.

    A row that `follows` from others is there because narrowing finds more by it. One that
    `compares` says what a count changed by, which is its last cell.
    """

    cells: int
    at_row: Ints
    at_cell: Ints
    sign: Floats
    lows: Floats
    highs: Floats
    follows: Flags = field(default_factory=lambda: np.zeros(0, dtype=bool))  # of each row
    compares: Flags = field(default_factory=lambda: np.zeros(0, dtype=bool))  # of each row
    sparse: "SumRows | None" = None  # the same said in fewer entries, for a solver

    @property
    def count(self) -> int:
        return len(self.lows)

    def sums(self, values: Floats) -> Floats:
        return np.bincount(self.at_row, self.sign * values[self.at_cell], minlength=self.count)

    def satisfied(self, values: Floats) -> Flags:
        sums = self.sums(values)
        return (self.lows <= sums) & (sums <= self.highs)

    def hold(self, values: Floats) -> bool:
        return bool(self.satisfied(values).all())

    def less(self, values: Floats) -> "SumRows":
        """The same rows of what cells differ by from these values."""
        sums = self.sums(values)
        return replace(self, lows=self.lows - sums, highs=self.highs - sums)

    @cached_property
    def rows_of(self) -> list[list[int]]:
        """Cell → the rows it is in."""
        found: list[list[int]] = [[] for _ in range(self.cells)]
        for row, cell in zip(self.at_row.tolist(), self.at_cell.tolist(), strict=True):
            found[cell].append(row)
        return found

    @cached_property
    def is_forest(self) -> bool:
        """Whether there is no circle, so that narrowing finds each range exactly."""
        pieces = len(np.unique(_labels(self.cells, self.at_row, self.at_cell)))
        return len(self.at_row) == self.cells + self.count - pieces


class System:
    """All cells and rows of a table, in an order that does not depend on how it was written."""

    def __init__(self, table: CountTable) -> None:
        self.table = table
        changes = sorted(table.changes, key=table.names.__getitem__)
        self.keys: list[CountKey] = [*sorted(table.items, key=table.names.__getitem__), *changes]
        self.number = {key: n for n, key in enumerate(self.keys)}
        # A change is a cell too: the later count less the earlier one, and `span` more, so that
        # it is not below zero.
        self.span = 100 + 2 * all_sizes(table)
        change = TableCount(0, 4 * self.span, must_hide=True, past=True)
        self.items = [table.items.get(key, change) for key in self.keys]
        self.is_change = np.arange(len(self.keys)) >= len(table.items)
        self.zero = np.where(self.is_change, float(self.span), 0.0)
        self.after = np.arange(len(self.keys))
        self.after[self.is_change] = [self.number[each.after] for each in changes]
        items = self.items
        highs = [np.inf if item.high is None else item.high for item in items]
        self.low, self.high = np.array([item.low for item in items], float), np.array(highs, float)
        self.must_show = np.array([item.must_show for item in items], bool)
        self.must_hide = np.array([item.must_hide or item.past for item in items], bool)
        self.is_group = np.array([isinstance(key, CountGroup) for key in self.keys], bool)
        self.after[self.is_group] = -1
        self.past = np.array([item.past for item in items], bool)
        self.kept = np.array([item.kept for item in items], bool)
        self.by_itself = np.array([item.by_itself for item in items], bool)
        known = [(each, self._bound(each)) for each in table.known]
        kinds = dict.fromkeys([*self._sums(), *(row for _, row in known)], PLAIN)
        kinds |= dict.fromkeys((row for each, row in known if each.follows), FOLLOWS)
        kinds |= dict.fromkeys(self._changes(), COMPARES)
        written = sorted(kinds)
        kind = np.array([kinds[row] for row in written])
        self._named_after = [row[3] for row in written]
        lengths = [len(row[0]) for row in written]
        rows = SumRows(
            cells=len(items),
            at_row=np.repeat(np.arange(len(written)), lengths),
            at_cell=np.array([cell for row in written for cell, _ in row[0]], int),
            sign=np.array([sign for row in written for _, sign in row[0]], float),
            lows=np.array([row[1] for row in written], float),
            highs=np.array([row[2] for row in written], float),
            follows=kind == FOLLOWS,
            compares=kind == COMPARES,
        )
        self.rows = replace(rows, sparse=sparser(rows))

    def _sums(self) -> Iterator[Row]:
        for sum_ in self.table.sums:
            if len(self.table.require([sum_.whole, *sum_.parts])) <= len(sum_.parts):
                raise ValueError(f"A count is twice in the sum of {in_words(sum_.whole)}.")
            parts = [(self.number[part], -1) for part in sum_.parts]
            entries = sorted([(self.number[sum_.whole], 1), *parts])
            yield tuple(entries), 0, np.inf if sum_.rest else 0, (self.number[sum_.whole],)

    def _bound(self, known: PublicBound) -> Row:
        keys = [*known.parts, *known.less]
        self.table.require(key for key in keys if not isinstance(key, CountChange))
        if len(set(keys)) < len(keys):
            raise ValueError(f"A count is twice in what is known of {_listed(keys)}.")
        high = np.inf if known.high is None else known.high
        if known.low > high or (known.low < 0 and not known.less):
            raise ValueError(
                f"What is known of {_listed(keys)} is no range: {known.low} to {known.high}."
            )
        signs = [*((key, 1) for key in known.parts), *((key, -1) for key in known.less)]
        entries = sorted((self.number[key], sign) for key, sign in signs)
        shift = sum(sign * int(self.zero[cell]) for cell, sign in entries)
        named_after = tuple(self.number[key] for key in keys)
        return tuple(entries), known.low + shift, high + shift, named_after

    def _changes(self) -> Iterator[Row]:
        for each in self.table.changes:
            self.table.require([each.before, each.after])
            three = ((each.after, 1), (each.before, -1), (each, -1))
            entries = sorted((self.number[key], sign) for key, sign in three)
            yield tuple(entries), -self.span, -self.span, (self.number[each],)

    def name(self, row: int) -> str:
        """A row in words."""
        return _listed(self.keys[cell] for cell in self._named_after[row])

    def numbers(self, keys: Iterable[CountKey]) -> Flags:
        """Which cells are hidden if these are: with them those of earlier releases, and changes."""
        found = self.past.copy()
        found[[self.number[key] for key in self.table.require(keys)]] = True
        return found

    def asked(self, hidden: Flags) -> Flags:
        """Which cells must be safe: of the changes those whose later count is hidden."""
        return hidden & hidden[self.after] & ~self.is_group

    def public(self, hidden: Flags) -> tuple[Floats, Floats]:
        """The public limits of each cell by itself: a hidden one is at least not negative."""
        return np.where(hidden, 0, self.low), np.where(hidden, np.inf, self.high)


def _listed(keys: Iterable[CountKey]) -> str:
    return "; ".join(map(in_words, keys))


@dataclass(frozen=True)
class Component:
    """Cells that some row connects, and nothing else connects them to any other unknown cell."""

    cells: Ints  # their numbers in the system; what is certain of others is inside the limits
    rows: SumRows
    low: Floats
    high: Floats
    row_numbers: Ints


def components(rows: SumRows, low: Floats, high: Floats) -> list[Component]:
    """The cells that are not certain, in connected pieces; each can be looked at alone."""
    unknown = low < high
    if not unknown.any():
        return []
    kinds = [rows, rows.sparse] if rows.sparse else [rows]
    open_ = [unknown[each.at_cell] for each in kinds]
    at_row = [each.at_row[here] for each, here in zip(kinds, open_, strict=True)]
    at_row[-1] = at_row[-1] + rows.count * (len(kinds) - 1)
    at_cell = [each.at_cell[here] for each, here in zip(kinds, open_, strict=True)]
    piece_of = _labels(len(low), np.concatenate(at_row), np.concatenate(at_cell))
    numbers: Ints = np.flatnonzero(unknown)
    numbers = numbers[np.argsort(piece_of[numbers], kind="stable")]
    starts = np.unique(piece_of[numbers], return_index=True)[1]
    pieces = np.split(numbers, starts[1:])
    parts = [_sliced(each, np.where(unknown, np.nan, low), piece_of, pieces) for each in kinds]
    return [
        Component(
            cells,
            replace(of[0][0], sparse=of[1][0] if len(of) > 1 else None),
            low[cells],
            high[cells],
            of[0][1],
        )
        for cells, *of in zip(pieces, *parts, strict=True)
    ]


def _sliced(
    rows: SumRows, certain: Floats, piece_of: Ints, pieces: list[Ints]
) -> Iterator[tuple[SumRows, Ints]]:
    """The rows of each piece, less what is certain, with their numbers."""
    is_open = np.isnan(certain[rows.at_cell])
    there = ~is_open
    given = np.bincount(
        rows.at_row[there], rows.sign[there] * certain[rows.at_cell[there]], minlength=rows.count
    )
    at_row, at_cell, sign = rows.at_row[is_open], rows.at_cell[is_open], rows.sign[is_open]
    order = np.argsort(piece_of[at_cell], kind="stable")
    at_row, at_cell, sign = at_row[order], at_cell[order], sign[order]
    labels = [piece_of[cells[0]] for cells in pieces]
    entry_from = np.searchsorted(piece_of[at_cell], labels, side="left")
    entry_to = np.searchsorted(piece_of[at_cell], labels, side="right")
    for cells, first, last in zip(pieces, entry_from, entry_to, strict=True):
        here, local_row = np.unique(at_row[first:last], return_inverse=True)
        yield (
            SumRows(
                cells=len(cells),
                at_row=local_row,
                at_cell=np.searchsorted(cells, at_cell[first:last]),
                sign=sign[first:last],
                lows=rows.lows[here] - given[here],
                highs=rows.highs[here] - given[here],
                follows=rows.follows[here],
                compares=rows.compares[here],
            ),
            here,
        )


def _labels(cells: int, at_row: Ints, at_cell: Ints) -> Ints:
    """Cell → the lowest cell that rows connect it to."""
    label = np.arange(cells)
    rows = int(at_row.max()) + 1 if len(at_row) else 0
    while True:
        lowest = np.full(rows, cells)
        np.minimum.at(lowest, at_row, label[at_cell])
        new = label.copy()
        np.minimum.at(new, at_cell, lowest[at_row])
        new = new[new]
        if np.array_equal(new, label):
            return label
        label = new


def narrowed(rows: SumRows, low: Floats, high: Floats) -> tuple[Floats, Floats]:
    """Each cell's limits drawn in by each row alone, again and again until nothing moves.

    What a row leaves for one cell is its limits less the least and the most of its other cells.
    These limits are certainly true; a circle of rows may narrow further than this finds. A low end
    above its high end says that no table fits.
    """
    low, high = low.copy(), high.copy()
    at_row, at_cell, up = rows.at_row, rows.at_cell, rows.sign > 0
    for _ in range(max(MANY_PASSES, rows.cells + rows.count)):
        least = np.where(up, low[at_cell], -high[at_cell])
        most = np.where(up, high[at_cell], -low[at_cell])
        floor = rows.lows[at_row] - _rest_of_row(at_row, most, rows.count)
        ceiling = rows.highs[at_row] - _rest_of_row(at_row, least, rows.count)
        new_low, new_high = low.copy(), high.copy()
        np.maximum.at(new_low, at_cell, np.where(up, floor, -ceiling))
        np.minimum.at(new_high, at_cell, np.where(up, ceiling, -floor))
        if np.array_equal(new_low, low) and np.array_equal(new_high, high):
            break
        low, high = new_low, new_high
        if np.any(low > high):
            break
    return low, high


def _rest_of_row(at_row: Ints, values: Floats, rows: int) -> Any:
    """For each entry the sum of the other entries of its row; infinite if one of those is."""
    endless = np.isinf(values)
    finite = np.where(endless, 0, values)
    total = np.bincount(at_row, finite, minlength=rows)[at_row] - finite
    infinite = np.bincount(at_row, endless, minlength=rows)[at_row] - endless
    sign = 1.0 if not endless.any() else np.sign(values[endless][0])
    return np.where(infinite > 0, sign * np.inf, total)


type Signs = dict[int, int]
"""Cells with their signs in a row."""


def sparser(rows: SumRows) -> SumRows:
    """Rows that say the same, each less others that it mostly repeats.

    All forces are the sum of nations that are sums of forces: the nations' sums are enough. And of
    the same sum in a later release, what it differs by.
    """
    entries: list[Signs] = [{} for _ in range(rows.count)]
    triples = zip(rows.at_row.tolist(), rows.at_cell.tolist(), rows.sign.tolist(), strict=True)
    for row, cell, sign in triples:
        entries[row][cell] = int(sign)
    lows, highs = rows.lows.tolist(), rows.highs.tolist()
    kept: list[tuple[Signs, float, float]] = []
    inside = defaultdict[int, list[int]](list)
    for n in sorted(range(rows.count), key=lambda n: (len(entries[n]), n)):
        if rows.follows[n]:
            continue
        row, low, high = entries[n], lows[n], highs[n]
        while low == high and (found := _largest_overlap(row, inside, kept)):
            other, sign = found
            row = _less(row, kept[other][0], sign)
            low = high = low - sign * kept[other][1]
        if not row:
            continue
        if low == high:
            for cell in row:
                inside[cell].append(len(kept))
        kept.append((row, low, high))
    lengths = [len(row) for row, _, _ in kept]
    return SumRows(
        cells=rows.cells,
        at_row=np.repeat(np.arange(len(kept)), lengths),
        at_cell=np.array([cell for row, _, _ in kept for cell in row], int),
        sign=np.array([sign for row, _, _ in kept for sign in row.values()], float),
        lows=np.array([low for _, low, _ in kept], float),
        highs=np.array([high for _, _, high in kept], float),
        follows=np.zeros(len(kept), dtype=bool),
        compares=np.zeros(len(kept), dtype=bool),
    )


def _largest_overlap(
    row: Signs, inside: dict[int, list[int]], kept: list[tuple[Signs, float, float]]
) -> tuple[int, int] | None:
    """The row to subtract, and its sign, that leaves the fewest cells; None if all leave more."""
    shared = Counter(chain.from_iterable([inside[cell] for cell in row]))
    best, least = None, len(row)
    for other, cells in shared.items():
        if 2 * cells <= len(kept[other][0]):
            continue
        entries = kept[other][0]
        signs = {row[cell] * sign for cell, sign in entries.items() if cell in row}
        left = len(row) + len(entries) - 2 * cells
        if len(signs) == 1 and left < least:
            best, least = (other, signs.pop()), left
    return best


def _less(row: Signs, other: Signs, sign: int) -> Signs:
    found = dict(row)
    for cell, own in other.items():
        if cell in found:
            del found[cell]
        else:
            found[cell] = -sign * own
    return found
