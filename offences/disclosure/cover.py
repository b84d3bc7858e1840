"""Secondary cells: hidden so that each cell that must be safe has moves to other numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from offences.disclosure.moves import HIDDEN_ANYWAY, Move, Moves
from offences.disclosure.ranges import Ranges, SafetyRule
from offences.disclosure.system import Component, Flags, Floats, Ints, components

FEW = 12
"""Up to this many candidates, 4,096 sets, the cheapest set is searched for exactly."""

TRIALS = 150
"""So many sets of a piece are held against the rows at most."""

ALL_TRIALS = 2000
"""And so many of a table: one of very many small pieces is not kept waiting."""


@dataclass(frozen=True)
class Need:
    """What each cell must be able to be: as low as `low`, as high as `high`, or `width` apart.

    A small cell has both ends, any other only a width. None of them asks for more than the cell
    could be with everything hidden that may be.
    """

    small: Flags
    low: Floats
    high: Floats
    width: Floats
    movable: Flags

    @classmethod
    def of(cls, low: Floats, high: Floats, asked: Flags, small: Flags, threshold: int) -> Need:
        """From the ends of the asked cells with everything hidden that may be; others have none."""
        low, high = np.where(asked, low, 0), np.where(asked, high, np.inf)
        width = high - low
        return cls(
            small=small,
            low=low,
            high=np.minimum(high, low + threshold - 1),
            width=np.minimum(width, threshold - 1),
            movable=width > 0,
        )


class Cover:
    """The hidden cells of a piece, and for each the moves that make it safe."""

    def __init__(
        self, moves: Moves, need: Need, primary: Flags, usable: Flags, prices: Floats
    ) -> None:
        self.moves, self.need, self.prices = moves, need, prices
        self.primary, self.usable = primary, usable
        self.hidden = primary.copy()
        self.table = moves.table
        self.seen_low, self.seen_high = self.table.copy(), self.table.copy()
        self.hidden_for: dict[int, int] = {}
        self.lowest: dict[int, Move] = {}
        self.highest: dict[int, Move] = {}

    def seen(self, low: Floats, high: Floats) -> None:
        self.seen_low = np.where(self.primary, low, self.table)
        self.seen_high = np.where(self.primary, high, self.table)

    def protect(self, cells: list[int]) -> list[int]:
        """Hide more until these cells are safe; return those for which there is no way."""
        self.moves.allow(self.usable)
        waiting, failed = list(cells), []
        while waiting:
            cell = waiting.pop(0)
            self._price()
            before = self.hidden.copy()
            if not self._make_safe(cell):
                failed.append(cell)
            more = np.flatnonzero(self.hidden & ~before).tolist()
            self.hidden_for.update(dict.fromkeys(more, cell))
            waiting += more
        return failed

    def reveal_needless(self) -> None:
        """Show each secondary cell that is not needed, the largest first."""
        self._price()
        secondary = np.flatnonzero(self.hidden & ~self.primary)
        order = np.lexsort((secondary, -self.prices[secondary]))
        for cell in secondary[order].tolist():
            self._try_without(cell)

    def reached(self) -> tuple[Floats, Floats]:
        cells = range(len(self.table))
        return np.array([self.low(c) for c in cells]), np.array([self.high(c) for c in cells])

    def _price(self) -> None:
        self.moves.price(np.where(self.hidden, HIDDEN_ANYWAY, self.prices))

    def low(self, cell: int) -> float:
        move = self.lowest.get(cell)
        moved = self.table[cell] + move.change[cell] if move else np.inf
        return float(min(self.seen_low[cell], moved))

    def high(self, cell: int) -> float:
        move = self.highest.get(cell)
        moved = self.table[cell] + move.change[cell] if move else -np.inf
        return float(max(self.seen_high[cell], moved))

    def _make_safe(self, cell: int) -> bool:
        """Find the moves the cell lacks, hiding what they use; False if there are none."""
        if self.need.small[cell]:
            low, high = self.need.low[cell], self.need.high[cell]
            down = self.low(cell) <= low or self._step(cell, [low - self.table[cell]])
            return (self.high(cell) >= high or self._step(cell, [high - self.table[cell]])) and down
        lacking = self.need.width[cell] - (self.high(cell) - self.low(cell))
        if lacking <= 0:
            return True
        up = self.high(cell) - self.table[cell] + lacking
        down = self.table[cell] - self.low(cell) + lacking
        if self._step(cell, [up, -down]):
            return True
        return self._both_ways(cell)

    def _both_ways(self, cell: int) -> bool:
        """Where neither way is far enough: every split of the width, in turn."""
        width = int(self.need.width[cell])
        for up in range(width - 1, 0, -1):
            if self._step(cell, [up]) and self._step(cell, [up - width]):
                return True
        return False

    def _step(self, cell: int, steps: list[float]) -> bool:
        """The cheapest of these moves of the cell; False if it cannot make any."""
        possible = []
        for step in steps:
            found = self.moves.cheapest(cell, int(step))
            if found:
                possible.append(found)
                if self.hidden[list(found[1].uses)].all():
                    break  # nothing is cheaper than what hides nothing more
        if not possible:
            return False
        self._take(min(possible, key=lambda priced: priced[0])[1])
        return True

    def _take(self, move: Move) -> None:
        for cell in move.uses:
            self.hidden[cell] = True
            change = self.table[cell] + move.change[cell]
            if change < self.low(cell):
                self.lowest[cell] = move
            if change > self.high(cell):
                self.highest[cell] = move

    def _try_without(self, cell: int) -> None:
        """Show the cell if all others stay safe."""
        saved = self.hidden.copy(), dict(self.lowest), dict(self.highest)
        self.hidden[cell] = False
        self.moves.allow(self.hidden)
        touched = set()
        for reached_ends in (self.lowest, self.highest):
            for other, move in list(reached_ends.items()):
                if cell in move.uses:
                    del reached_ends[other]
                    touched.add(other)
        touched.discard(cell)
        # The one it was hidden for is the likeliest to need it.
        first = self.hidden_for.get(cell)
        if not all(
            map(self._make_safe, sorted(touched, key=lambda other: (other != first, other)))
        ):
            self.hidden, self.lowest, self.highest = saved


@dataclass
class Exact:
    """The cheapest set of secondary cells of a small piece, exactly.

    Sets are tried from the cheapest on. One that fails tells of others that must fail too: if a
    cell is not safe although every cell of a set is hidden, it is not safe with fewer. So each
    failure is first made as large as it can be, and then strikes out every set within it.
    """

    piece: Component
    table: Floats
    shown: tuple[Floats, Floats]  # what is public of a cell that is not hidden
    need: Need  # asked of all cells
    threshold: int
    trials: int = 0

    def cheapest(
        self, primary: Flags, candidates: Ints, prices: Floats, below: float, trials: int
    ) -> Flags | None:
        """The cells to hide, if they cost less than `below`; None if no set does."""
        bits = 1 << np.arange(len(candidates))
        sets = np.arange(1 << len(candidates))
        price = ((sets[:, None] & bits) > 0) @ prices[candidates]
        alive = price < below - 1e-9
        order = np.argsort(price, kind="stable")
        sets, alive = sets[order], alive[order]
        while alive.any() and self.trials < trials:
            chosen = int(sets[np.argmax(alive)])
            hidden = primary.copy()
            hidden[candidates[(chosen & bits) > 0]] = True
            failing = next(self._failing(hidden, None), None)
            if failing is None:
                return hidden
            for more in candidates[(chosen & bits) == 0].tolist():
                hidden[more] = True
                hidden[more] = failing in self._failing(hidden, failing)
            within = (sets & int(bits[~hidden[candidates]].sum())) == 0
            if not primary[failing]:
                within &= (sets & int(bits[candidates == failing].sum())) > 0
            alive &= ~within
        return None

    def _failing(self, hidden: Flags, only: int | None) -> Iterator[int]:
        """The hidden cells that are not as safe as they could be; or whether only this one is."""
        self.trials += 1
        asked = hidden if only is None else np.arange(len(hidden)) == only
        low = np.where(hidden, self.piece.low, self.shown[0])
        high = np.where(hidden, self.piece.high, self.shown[1])
        for part in components(self.piece.rows, low, high):
            cells = part.cells
            if asked[cells].any():
                ranges = Ranges(part, self.table[cells])
                small = self.need.small[cells]
                SafetyRule(hidden[cells], asked[cells], small, self.threshold).settle(ranges)
                yield from cells[asked[cells] & self._falls_short(ranges, cells)].tolist()

    def _falls_short(self, ranges: Ranges, cells: Ints) -> Flags:
        need = self.need
        ends = (ranges.seen_low > need.low[cells]) | (ranges.seen_high < need.high[cells])
        narrow = ranges.seen_high - ranges.seen_low < need.width[cells]
        return np.where(need.small[cells], ends, narrow).astype(bool)
