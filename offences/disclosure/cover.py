"""Secondary cells: hidden so that each cell that must be safe has moves to other numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from offences.disclosure.moves import Move, Moves
from offences.disclosure.ranges import SafetyRule
from offences.disclosure.system import Flags, Floats, Ints
from offences.disclosure.ways import Ways

MOVE_NODES = 500
"""So many branches are looked at for a move in whole numbers if the cheapest is in broken ones."""


@dataclass(frozen=True)
class Need:
    """What each cell must be able to be: numbers `width` apart, and a small one `zero` too.

    None of them asks for more than the cell could be with everything hidden that may be.
    """

    small: Flags
    zero: Floats
    width: Floats
    movable: Flags
    after: Ints

    @classmethod
    def of(cls, ends: tuple[Floats, Floats], rule: SafetyRule) -> Need:
        """Make it from the ends of the asked cells while all that may be hidden is hidden."""
        low, high = np.where(rule.asked, ends[0], 0), np.where(rule.asked, ends[1], np.inf)
        width = high - low
        return cls(
            small=rule.small,
            zero=np.clip(rule.zero, low, high),
            width=np.minimum(width, rule.threshold - 1),
            movable=width > 0,
            after=rule.after,
        )

    def unmet(self, low: Floats, high: Floats, cells: Ints) -> Flags:
        """Which of these cells, being from `low` to `high`, do not have what they need."""
        beside = (low > self.zero[cells]) | (high < self.zero[cells])
        return (high - low < self.width[cells]) | self.small[cells] & beside


class Cover:
    """The hidden cells of a piece, and for each the moves that make it safe."""

    def __init__(
        self, moves: Moves, primary: Flags, prices: Floats, ways: Ways | None = None
    ) -> None:
        self.moves, self.primary, self.prices, self.ways = moves, primary, prices, ways
        self.hidden = primary.copy()
        self.table = moves.table
        self.seen_low, self.seen_high = self.table.copy(), self.table.copy()
        self.hidden_for: dict[int, int] = {}
        self.is_revealing = False  # then no more cells are hidden
        self.lowest: dict[int, Move] = {}
        self.highest: dict[int, Move] = {}

    def seen(self, low: Floats, high: Floats) -> None:
        self.seen_low = np.where(self.primary, low, self.table)
        self.seen_high = np.where(self.primary, high, self.table)

    def protect(self, cells: list[int], need: Need, usable: Flags) -> list[int]:
        """Hide more until these cells are safe; return those for which there is no way."""
        self.need, self.after = need, need.after
        self.moves.allow(usable)
        waiting, failed = list(cells), []
        while waiting:
            cell = waiting.pop(0)
            self._price()
            before = self.hidden.copy()
            if not self._make_safe(cell):
                failed.append(cell)
            more = self.hidden & ~before
            self.hidden_for.update(dict.fromkeys(np.flatnonzero(more).tolist(), cell))
            changes = (self.after >= 0) & more[self.after]
            waiting += np.flatnonzero(more | changes).tolist()
        return failed

    def reveal_needless(self) -> None:
        """Show each secondary cell that is not needed, the largest first."""
        self._price()
        secondary = np.flatnonzero(self.hidden & ~self.primary)
        order = np.lexsort((secondary, -self.prices[secondary]))
        self.is_revealing = True
        for cell in secondary[order].tolist():
            self._try_without(cell)
        self.is_revealing = False

    def reached(self) -> tuple[Floats, Floats]:
        cells = range(len(self.table))
        return np.array([self.low(c) for c in cells]), np.array([self.high(c) for c in cells])

    def _price(self) -> None:
        self.moves.price(self.prices, self.hidden)

    def low(self, cell: int) -> float:
        move = self.lowest.get(cell)
        moved = self.table[cell] + move.change[cell] if move else np.inf
        return float(min(self.seen_low[cell], moved))

    def high(self, cell: int) -> float:
        move = self.highest.get(cell)
        moved = self.table[cell] + move.change[cell] if move else -np.inf
        return float(max(self.seen_high[cell], moved))

    def _make_safe(self, cell: int, *, quick: bool = False) -> bool:
        """Find the moves the cell lacks, hiding what they use; False if there are none."""
        broken = self.moves.broken
        if self._find_moves(cell, 0):
            return True
        return not quick and self.moves.broken > broken and self._find_moves(cell, MOVE_NODES)

    def _find_moves(self, cell: int, nodes: int) -> bool:
        zero = self.need.zero[cell]
        has_zero = (
            not self.need.small[cell]
            or self.low(cell) <= zero <= self.high(cell)
            or self._step(cell, [zero - self.table[cell]], nodes)
        )
        lacking = self.need.width[cell] - (self.high(cell) - self.low(cell))
        if lacking <= 0:
            return has_zero
        up = self.high(cell) - self.table[cell] + lacking
        down = self.table[cell] - self.low(cell) + lacking
        return (self._step(cell, [up, -down], nodes) or self._every_split(cell, nodes)) and has_zero

    def _every_split(self, cell: int, nodes: int) -> bool:
        """Try every split of the width in turn, where neither end alone is enough."""
        width = int(self.need.width[cell])
        if self.is_revealing and not all(self._step(cell, [by], nodes) for by in (1, -1)):
            return False  # each split has both
        for up in range(width - 1, 0, -1):
            if self._step(cell, [up], nodes) and self._step(cell, [up - width], nodes):
                return True
        return False

    def _step(self, cell: int, steps: list[float], nodes: int) -> bool:
        """The cheapest of these moves of the cell; False if it cannot make any."""
        if self.is_revealing and not self.moves.can_move(cell):
            return False
        if self._step_among_hidden(cell, steps):
            return True
        if self.is_revealing and self.ways and self.ways.finds_all and not len(self.moves.free):
            return False
        possible = []
        for step in steps:
            found = self.moves.cheapest(cell, int(step), nodes)
            if found:
                possible.append(found)
                if self.hidden[list(found[1].uses)].all():
                    break  # nothing is cheaper than what hides nothing more
        if not possible:
            return False
        self._take(min(possible, key=lambda priced: priced[0])[1])
        return True

    def _step_among_hidden(self, cell: int, steps: list[float]) -> bool:
        """A move of cells that are hidden already costs nothing; a short one is found at once."""
        if self.ways is None:
            return False
        self.ways.allow(self.hidden, *self.moves.within)
        found = next(filter(None, (self.ways.find(cell, int(step)) for step in steps)), None)
        if found:
            self._take(found)
        return found is not None

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
        self.moves.allow_only(self.hidden)
        touched = set()
        for reached_ends in (self.lowest, self.highest):
            for other, move in list(reached_ends.items()):
                if cell in move.uses:
                    del reached_ends[other]
                    touched.add(other)
        asked = (self.after >= 0) & self.hidden & self.hidden[self.after]
        touched = {other for other in touched if asked[other]}
        # The one it was hidden for is the likeliest to need it.
        first = self.hidden_for.get(cell)
        in_order = sorted(touched, key=lambda other: (other != first, other))
        if not all(self._make_safe(other, quick=True) for other in in_order):
            self.hidden, self.lowest, self.highest = saved
