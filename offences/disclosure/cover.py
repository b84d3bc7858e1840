"""Secondary cells: hidden so that each cell that must be safe has moves to other numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from offences.disclosure.moves import HIDDEN_ANYWAY, Move, Moves
from offences.disclosure.system import Flags, Floats


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
        """From how low and how high the asked cells are with everything hidden that may be.

        What was not asked about is taken to have no such limit.
        """
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
        """What cells can be without any secondary cell."""
        self.seen_low = np.where(self.primary, low, self.table)
        self.seen_high = np.where(self.primary, high, self.table)

    def protect(self, cells: list[int]) -> list[int]:
        """Hide more until these cells are safe, and those that are hidden for them.

        The cells for which there is no way are returned.
        """
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
        """How low and how high each cell has been."""
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
