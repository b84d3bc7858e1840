"""A table as rows of whole-number arithmetic: each gives the limits of a sum of cells."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from offences.disclosure.tables import (
    CountChange,
    CountGroup,
    CountKey,
    CountTable,
    TableCount,
    all_sizes,
    in_words,
)

type Floats = NDArray[np.float64]
type Ints = NDArray[np.int64]
type Flags = NDArray[np.bool_]

MANY_PASSES = 200


@dataclass(frozen=True)
class SumRows:
    """Rows over cells: lows[r] <= the sum of sign x cell over the entries of row r <= highs[r].

    An entry is (at_row, at_cell, sign); each sign is 1 or -1. Numbers are whole numbers kept as
    floats, exact up to 2^53, so that "no limit" can be infinity.
    """

    cells: int
    at_row: Ints
    at_cell: Ints
    sign: Floats
    lows: Floats
    highs: Floats

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

    @cached_property
    def rows_of(self) -> list[list[int]]:
        """Cell → the rows it is in."""
        found: list[list[int]] = [[] for _ in range(self.cells)]
        for row, cell in zip(self.at_row.tolist(), self.at_cell.tolist(), strict=True):
            found[cell].append(row)
        return found

    @cached_property
    def is_forest(self) -> bool:
        """Whether a connected piece has no circle, so that narrowing finds each range exactly."""
        return len(self.at_row) == self.cells + self.count - 1


class System:
    """All cells and rows of a table, in an order that does not depend on how it was written."""

    def __init__(self, table: CountTable) -> None:
        self.table = table
        changes = sorted(table.changes, key=repr)
        self.keys: list[CountKey] = [*sorted(table.items, key=repr), *changes]
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
        written = sorted(set(self._written()), key=lambda row: (row[:3], row[3]))
        self.names = [row[3] for row in written]
        lengths = [len(row[0]) for row in written]
        self.rows = SumRows(
            cells=len(items),
            at_row=np.repeat(np.arange(len(written)), lengths),
            at_cell=np.array([cell for row in written for cell, _ in row[0]], int),
            sign=np.array([sign for row in written for _, sign in row[0]], float),
            lows=np.array([row[1] for row in written], float),
            highs=np.array([row[2] for row in written], float),
        )

    def _written(self) -> Iterator[tuple[tuple[tuple[int, int], ...], float, float, str]]:
        """Each row as its entries, its limits and its name in words."""
        for sum_ in self.table.sums:
            self.table.require([sum_.whole, *sum_.parts])
            if max(Counter([sum_.whole, *sum_.parts]).values()) > 1:
                raise ValueError(f"A count is twice in the sum of {in_words(sum_.whole)}.")
            parts = [(self.number[part], -1) for part in sum_.parts]
            entries = sorted([(self.number[sum_.whole], 1), *parts])
            yield tuple(entries), 0, np.inf if sum_.rest else 0, in_words(sum_.whole)
        for known in self.table.known:
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
            yield tuple(entries), known.low + shift, high + shift, _listed(keys)
        for each in self.table.changes:
            self.table.require([each.before, each.after])
            three = ((each.after, 1), (each.before, -1), (each, -1))
            entries = sorted((self.number[key], sign) for key, sign in three)
            yield tuple(entries), -self.span, -self.span, in_words(each)

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
    certain = ~unknown[rows.at_cell]
    given = np.bincount(
        rows.at_row[certain], rows.sign[certain] * low[rows.at_cell[certain]], minlength=rows.count
    )
    at_row, at_cell, sign = rows.at_row[~certain], rows.at_cell[~certain], rows.sign[~certain]
    piece_of = _labels(len(low), at_row, at_cell)
    order = np.argsort(piece_of[at_cell], kind="stable")
    at_row, at_cell, sign = at_row[order], at_cell[order], sign[order]
    numbers: Ints = np.flatnonzero(unknown)
    numbers = numbers[np.argsort(piece_of[numbers], kind="stable")]
    labels, starts = np.unique(piece_of[numbers], return_index=True)
    ends = np.append(starts[1:], len(numbers))
    entry_from = np.searchsorted(piece_of[at_cell], labels, side="left")
    entry_to = np.searchsorted(piece_of[at_cell], labels, side="right")
    found = []
    for start, end, first, last in zip(starts, ends, entry_from, entry_to, strict=True):
        cells: Ints = numbers[start:end]
        here, local_row = np.unique(at_row[first:last], return_inverse=True)
        own = SumRows(
            cells=len(cells),
            at_row=local_row,
            at_cell=np.searchsorted(cells, at_cell[first:last]),
            sign=sign[first:last],
            lows=rows.lows[here] - given[here],
            highs=rows.highs[here] - given[here],
        )
        found.append(Component(cells, own, low[cells], high[cells], here))
    return found


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
