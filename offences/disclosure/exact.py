"""The cheapest set of secondary cells of a small piece, exactly.

Sets are tried from the cheapest on. One that fails tells of others that must fail too: if a cell is
not safe although every cell of a set is hidden, it is not safe with fewer. So each failure is first
made as large as it can be, and then strikes out every set within it.
"""

from collections.abc import Iterator

import numpy as np

from offences.disclosure.cover import Need
from offences.disclosure.ranges import Ranges, SafetyRule
from offences.disclosure.system import Component, Flags, Floats, Ints, components

FEW = 12
"""Up to this many candidates, 4,096 sets, the cheapest set is searched for exactly."""

TRIALS = 150
"""So many sets of a piece are held against the rows at most."""

ALL_TRIALS = 2000
"""And so many of a table: one of very many small pieces is not kept waiting."""


class Exact:
    def __init__(
        self,
        piece: Component,
        table: Floats,
        shown: tuple[Floats, Floats],
        need: Need,
        threshold: int,
    ) -> None:
        """`shown` is what is public of a cell that is not hidden; `need` was asked of all cells."""
        self.piece, self.table, self.shown = piece, table, shown
        self.need, self.threshold = need, threshold
        self.trials = 0

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
