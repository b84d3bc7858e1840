"""How low and how high each cell of a piece can be, proven from both sides; which are safe."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from offences.disclosure.linear import NEAR, Linear, Unsettled, whole
from offences.disclosure.moves import Moves
from offences.disclosure.system import Component, Flags, Floats, Ints, SumRows, narrowed
from offences.disclosure.ways import Ways

SEED = 20180401
WORTH = 4
"""Asking for many cells at once takes the time of asking for about four one by one."""

WAYS_WORTH = 200
"""Or of about two hundred, where short ways are found without a solver."""

WAYS_AT_ONCE = 8
"""So many short ways are taken before it is asked again which ends are open."""

MISSES = 5
FEW_MISSES = 1
"""So often in a row it may find less than that; where there are short ways, less often."""

ANEW = 300
"""Where more ends are open, an answer is found in a third of the time without the last one."""

MOST_TIMES = 1000
DRAWS = 2
"""That cells are certain is proven by so many sums in which each is counted up to so often."""

type Reach = tuple[Floats, Floats]
type OpenEnds = Callable[[Ranges], tuple[Flags, Flags]]
type Alone = Callable[[Ranges], Flags]


class Ranges:
    """The ranges of all cells of a piece, between what is proven and what has been seen.

    `low` and `high` are proven limits: no table of whole numbers that fits goes beyond them.
    `seen_low` and `seen_high` were the value of the cell in some such table, found and checked in
    exact arithmetic. Where the two meet, the range is exact.
    """

    def __init__(self, piece: Component, table: Floats) -> None:
        """`table` holds a value for each cell, which together fit the rows."""
        self.piece, self.table = piece, table
        self.rows: SumRows = piece.rows
        self.low, self.high = narrowed(piece.rows, piece.low, piece.high)
        self.seen_low, self.seen_high = table.copy(), table.copy()
        self.ways: Ways | None = None  # short ones, which no solver is needed for
        self.in_ways: Ints = np.arange(len(table))  # their cells that these are
        self.unsettled: Flags = np.zeros(len(table), dtype=bool)  # it may be wider than was seen
        if self.rows.is_forest:
            self.seen_low, self.seen_high = self.low.copy(), self.high.copy()
        elif np.isinf(self.high).any():
            self._find_endless()

    @cached_property
    def linear(self) -> Linear:
        return Linear(self.rows.sparse or self.rows, self.low, self.high)

    @cached_property
    def moves(self) -> Moves:
        """The cheapest ways from the table to others."""
        steps = self.ways.joined.among(self.in_ways) if self.ways else None
        return Moves(self.piece, self.table, self.table, self.table, steps)

    def take(self, ways: Ways, cells: Ints) -> None:
        """Let these cells be looked at by ways through a piece of `cells`, which they are in."""
        self.ways, self.in_ways = ways, np.searchsorted(cells, self.piece.cells)

    def remember(self, seen_low: Floats, seen_high: Floats) -> None:
        np.minimum(self.seen_low, seen_low, out=self.seen_low)
        np.maximum(self.seen_high, seen_high, out=self.seen_high)

    def draw_in(self, low: Floats, high: Floats) -> None:
        """Take limits into account that are proven otherwise."""
        np.maximum(self.low, low, out=self.low)
        np.minimum(self.high, high, out=self.high)

    def settle(
        self, open_ends: OpenEnds, reach: Reach | None = None, alone: Alone | None = None
    ) -> None:
        """Search until no end is open.

        `open_ends` says of which cells the low end, and of which the high end, still matters; it
        must let go of an end that is exact. `reach` is how low is low enough, and how high.
        `alone` says which cells are asked one by one, after all were asked together.
        """
        if alone is None:
            self._take_short_ways(open_ends, reach)
            self._prove_still(open_ends)
        if reach is None:
            self._shift_several(open_ends, self._towards_maximum)
        else:
            low_enough = np.maximum(self.low, np.minimum(reach[0], self.table))
            enough = np.minimum(self.high, np.maximum(reach[1], self.table))
            self.linear.set_limits(self.linear.all, low_enough, enough)
            worth = WORTH if alone is None else WAYS_WORTH
            misses = MISSES if self.ways is None else FEW_MISSES
            self._shift_several(open_ends, self._near, worth, misses)
            self.linear.set_limits(self.linear.all, self.low, self.high)
        if alone is not None:  # one that sees many cells comes before a way for each
            self._take_short_ways(open_ends, reach)
            self._prove_still(open_ends, alone(self))
        cells = None if alone is None else alone(self)
        for is_high in (False, True):
            ends = open_ends(self)[is_high]
            for cell in np.flatnonzero(ends if cells is None else ends & cells).tolist():
                if open_ends(self)[is_high][cell]:
                    self._one(cell, is_high, open_ends, reach)

    def exactly(self) -> None:
        self.settle(lambda ranges: (ranges.seen_low > ranges.low, ranges.seen_high < ranges.high))

    def see(self, table: Floats) -> bool:
        """Take a table into account, if it is one; whether it widened anything."""
        table = np.round(table)
        if np.any(table < self.low) or np.any(table > self.high) or not self.rows.hold(table):
            return False
        wider = np.any(table < self.seen_low) or np.any(table > self.seen_high)
        self.remember(table, table)
        return bool(wider)

    def _take_short_ways(self, open_ends: OpenEnds, reach: Reach | None) -> None:
        if self.ways is None or reach is None:
            return
        for is_high in (False, True):
            still, found = open_ends(self)[is_high], 0
            for cell in np.flatnonzero(still).tolist():
                if not still[cell]:
                    continue
                by = self.distance(cell, is_high, reach)
                way = self.ways.find(int(self.in_ways[cell]), by)
                if way:
                    table = self.table + way.change[self.in_ways]
                    self.remember(table, table)
                    still[cell] = False
                    found += 1
                    if found % WAYS_AT_ONCE == 0:  # each lets other cells go
                        still = open_ends(self)[is_high]

    def _shift_several(
        self,
        open_ends: OpenEnds,
        costs: Callable[[np.random.Generator, Flags, Flags], Floats],
        worth: int = WORTH,
        most_misses: int = MISSES,
    ) -> None:
        """Let many cells rise and fall together, while that finds more than asking one by one."""
        random, misses = np.random.default_rng(SEED), 0
        low, high = open_ends(self)
        while (left := low.sum() + high.sum()) > worth and misses < most_misses:
            # All at once can end in broken numbers; half of them, another half each time, need not.
            some = (random.random(len(low)) < 0.5) | (misses == 0)
            self.linear.set_costs(costs(random, low & some, high & some))
            if left > ANEW:
                self.linear.forget()
            try:
                _, values = self.linear.solve()
            except Unsettled:
                return  # they are asked one by one
            self.see(values)
            low, high = open_ends(self)
            misses = misses + 1 if left - low.sum() - high.sum() < worth else 0

    def _towards_maximum(self, random: np.random.Generator, low: Flags, high: Flags) -> Floats:
        """As high as can be: one cell in each row, and the others low."""
        cost = low.astype(float)
        cost[self._independent(random.permutation(np.flatnonzero(high)).tolist())] = -10
        return cost

    def _near(self, random: np.random.Generator, low: Flags, high: Flags) -> Floats:
        """High enough, which several cells of a row can be at once; each low one to zero."""
        up = high & (~low | (random.random(len(low)) < 0.5))
        return np.where(up, -1.0, low).astype(float)

    def _prove_still(self, open_ends: OpenEnds, among: Flags | None = None) -> None:
        """Ask of all cells together of which one number alone was seen whether that is certain.

        If it is, every sum of them is one number, however often each is counted in it. If it is
        not of one of them, such a sum is one number by chance: less than once in `MOST_TIMES`
        sums.
        """
        low, high = open_ends(self)
        still = (low | high) & (self.seen_low == self.seen_high)
        if among is not None:
            still &= among
        random, certain = np.random.default_rng(SEED), 0
        while np.count_nonzero(still) > WORTH and certain < DRAWS:
            times = random.integers(1, MOST_TIMES + 1, len(still))
            costs: Floats = np.where(still, times * random.choice([-1.0, 1.0], len(still)), 0.0)
            fall, rise = self._differences(costs), self._differences(-costs)
            if fall is None or rise is None:
                return  # they are asked one by one
            moved = fall | rise
            certain = 0 if moved.any() else certain + 1
            still &= ~moved
        if certain == DRAWS:
            self.low[still] = self.high[still] = self.table[still]

    def _differences(self, costs: Floats) -> Flags | None:
        """The cells that differ if any whole numbers can cost less; None if that is not known."""
        self.linear.set_costs(costs)
        try:
            _, values = self.linear.solve()
        except Unsettled:
            return None
        if whole(values):
            self.see(values)
        if costs @ (values - self.table) > NEAR - 1:
            return np.zeros(len(costs), dtype=bool)
        return np.abs(values - self.table) > NEAR

    def _independent(self, cells: list[int]) -> list[int]:
        """The cells, in this order, that share no row with one already taken."""
        rows_of, taken, chosen = self.rows.rows_of, set[int](), []
        for cell in cells:
            if taken.isdisjoint(rows_of[cell]):
                chosen.append(cell)
                taken.update(rows_of[cell])
        return chosen

    def _one(self, cell: int, is_high: bool, open_ends: OpenEnds, reach: Reach | None) -> None:
        """One end: in broken numbers, by a move, and last in whole numbers."""
        cost = np.zeros(self.rows.cells)
        cost[cell] = -1 if is_high else 1
        self.linear.set_costs(cost)
        try:
            least, values = self.linear.solve()
        except Unsettled:
            self.unsettled[cell] = True
            return
        self._prove(cell, is_high, np.ceil(least - NEAR))
        if whole(values):
            self.see(values)
        if not open_ends(self)[is_high][cell]:
            return
        near = self.moves.cheapest(cell, self.distance(cell, is_high, reach), 0)
        if near:
            self.see(self.table + near[1].change)
        if not open_ends(self)[is_high][cell]:
            return
        found = self.linear.whole()
        if found is None:
            self.unsettled[cell] = True
            return
        self._prove(cell, is_high, np.round(found[0]))
        self.see(found[1])

    def distance(self, cell: int, is_high: bool, reach: Reach | None) -> int:
        """How far the cell would have to move to be as low or high as can be, or is enough."""
        there = self.high[cell] if is_high else self.low[cell]
        if reach is not None:
            enough, beyond = reach[is_high][cell], self.table[cell] + (1 if is_high else -1)
            there = min(there, max(enough, beyond)) if is_high else max(there, min(enough, beyond))
        return int(there - self.table[cell])

    def _prove(self, cell: int, is_high: bool, least: float) -> None:
        if is_high:
            self.high[cell] = min(self.high[cell], -least)
        else:
            self.low[cell] = max(self.low[cell], least)

    def _find_endless(self) -> None:
        """Cells that can grow without end: those that some growth of cells, balanced in each row,
        makes grow. What can grow in broken numbers can in whole ones, being multiplied.
        """
        rows, endless = self.rows, np.isinf(self.high)
        n = rows.cells
        # A growth of each cell, and how much of it, up to 1, is counted: counted <= growth.
        growth = SumRows(
            cells=2 * n,
            at_row=np.concatenate([rows.at_row, np.tile(np.arange(n) + rows.count, 2)]),
            at_cell=np.concatenate([rows.at_cell, np.arange(2 * n)]),
            sign=np.concatenate([rows.sign, np.ones(n), -np.ones(n)]),
            lows=np.concatenate([np.where(np.isinf(rows.lows), -np.inf, 0), np.zeros(n)]),
            highs=np.concatenate([np.where(np.isinf(rows.highs), np.inf, 0), np.full(n, np.inf)]),
        )
        upper = np.concatenate([np.where(endless, np.inf, 0), np.ones(n)])
        linear = Linear(growth, np.zeros(2 * n), upper)
        linear.set_costs(np.concatenate([np.zeros(n), -np.ones(n)]))
        try:
            _, values = linear.solve()
        except Unsettled:
            self.unsettled |= endless
            return
        self.seen_high[values[n:] > 0.5] = np.inf


@dataclass(frozen=True)
class SafetyRule:
    """Cells by what they need, as `attacks.disclosed` defines it."""

    hidden: Flags
    asked: Flags
    small: Flags
    zero: Floats  # of a count 0; of a change the number that stands for none
    after: Ints  # of a change its later count, of a count itself; -1 if it is in no such piece
    by_itself: Flags
    threshold: int

    def of(self, cells: Ints) -> SafetyRule:
        at = np.minimum(np.searchsorted(cells, self.after[cells]), len(cells) - 1)
        after = np.where(cells[at] == self.after[cells], at, -1)
        flags = self.hidden[cells], self.asked[cells], self.small[cells]
        by_itself = self.by_itself[cells]
        return SafetyRule(*flags, self.zero[cells], after, by_itself, self.threshold)

    def unsafe(self, ranges: Ranges) -> Flags:
        """Too narrow, or without the zero that was possible."""
        narrow = ranges.seen_high - ranges.seen_low < self.threshold - 1
        beside = (ranges.seen_low > self.zero) | (ranges.seen_high < self.zero)
        small = self.small & ~self.is_large(ranges)
        return self.asked & ~self._is_unchanged(ranges) & (narrow | small & beside)

    def _is_unchanged(self, ranges: Ranges) -> Flags:
        """Changes that are none for certain, and their later counts: they are the earlier ones.

        Not those counts that this release would give away by itself.
        """
        none = (ranges.low == self.zero) & (ranges.high == self.zero) & (self.zero > 0)
        same: Flags = none.copy()
        same[self.after[none & (self.after >= 0)]] = True
        return same & ~self.by_itself

    def may_be_certain(self, ranges: Ranges) -> Flags:
        """Changes that may be certainly none, or large, as far as has been seen."""
        up, down = self.zero + self.threshold, self.zero - self.threshold
        none = (ranges.seen_low == self.zero) & (ranges.seen_high == self.zero)
        return (self.zero > 0) & (none | (ranges.seen_low >= up) | (ranges.seen_high <= down))

    def is_large(self, ranges: Ranges) -> Flags:
        """Changes that are certainly so large that zero does not matter."""
        up, down = self.zero + self.threshold, self.zero - self.threshold
        return (self.zero > 0) & ((ranges.low >= up) | (ranges.high <= down))

    @property
    def reach(self) -> Reach:
        return self.zero - (self.threshold - 1), self.zero + (self.threshold - 1)

    def settle(self, ranges: Ranges, alone: Alone | None = None) -> None:
        """Search until each asked cell is known to be safe, or its range is exact."""
        ranges.settle(self.open_ends, self.reach, alone)

    def open_ends(self, ranges: Ranges) -> tuple[Flags, Flags]:
        unsafe = self.unsafe(ranges)
        return unsafe & (ranges.seen_low > ranges.low), unsafe & (ranges.seen_high < ranges.high)
