"""Which counts to withhold besides the small ones, so that those cannot be worked out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from offences.statistics.disclosure.attacks import Disclosed, disclosed
from offences.statistics.disclosure.cover import Cover, Need
from offences.statistics.disclosure.moves import Moves
from offences.statistics.disclosure.ranges import Ranges
from offences.statistics.disclosure.safety import open_ends
from offences.statistics.disclosure.system import Flags, Floats, Piece, System, pieces
from offences.statistics.disclosure.tables import THRESHOLD, Key, Table, all_sizes, size
from offences.statistics.disclosure.truth import true_table


@dataclass(frozen=True)
class Protected:
    """What to hide, primary and secondary; and what that cannot protect."""

    hidden: frozenset[Key]
    open: tuple[Disclosed, ...]


def protect(table: Table, threshold: int = THRESHOLD) -> Protected:
    """Hide what must be hidden, and the fewest and smallest others that make it safe.

    What *safe* means is said at `disclosed`, what is lost at `cost`. A count that must be hidden is
    left open only where the figures shown in any case make it nought: there is nothing to hide.
    """
    search = _Search(table, threshold)
    hidden = search.found()
    keys = frozenset(search.system.keys[n] for n in np.flatnonzero(hidden).tolist())
    left = disclosed(table, keys, threshold)
    # What is pinned to one number and need not be hidden tells nobody more when it is shown.
    idle = {d.key for d in left if d.range.is_exact and not table.items[d.key].must_hide}
    return Protected(keys - idle, tuple(d for d in left if d.key not in idle))


class _Search:
    def __init__(self, table: Table, threshold: int) -> None:
        self.table, self.threshold = table, threshold
        self.system = System(table)
        self.true = true_table(self.system)
        items = [table.items[key] for key in self.system.keys]
        self.small = np.array([item.may_be_small(threshold) for item in items], dtype=bool)
        self.prices = 1 + np.array([size(item) for item in items]) / all_sizes(table)
        self.primary = self.system.must_hide
        self.seen_low, self.seen_high = self.true.copy(), self.true.copy()

    def found(self) -> Flags:
        """The cells to hide."""
        system, hidden = self.system, self.primary.copy()
        unsafe = self._unsafe_with_primary()
        low, high = system.public(~system.must_show)
        for piece in pieces(system.rows, low, high):
            if unsafe[piece.cells].any():
                hidden[piece.cells] = self._covered(piece, unsafe[piece.cells])
        return hidden

    def _unsafe_with_primary(self) -> Flags:
        """The cells that hiding them alone does not protect; what is seen of all is kept."""
        unsafe = np.zeros(len(self.true), dtype=bool)
        low, high = self.system.public(self.primary)
        for piece, ranges in self._ranges(low, high):
            cells = piece.cells
            primary, small = self.primary[cells], self.small[cells]
            ranges.settle(lambda r, p=primary, s=small: open_ends(r, p, s, self.threshold))
            self.seen_low[cells], self.seen_high[cells] = ranges.seen_low, ranges.seen_high
            width = ranges.seen_high - ranges.seen_low
            short = (width < self.threshold - 1) | (small & (ranges.seen_low > 0))
            unsafe[cells] = primary & short
        return unsafe

    def _ranges(self, low: Floats, high: Floats) -> Iterator[tuple[Piece, Ranges]]:
        for piece in pieces(self.system.rows, low, high):
            yield piece, Ranges(piece, self.seen_low[piece.cells], self.seen_high[piece.cells])

    def _covered(self, piece: Piece, unsafe: Flags) -> Flags:
        """The cells to hide in this piece: not those that are nought whatever is hidden."""
        cells, system = piece.cells, self.system
        most = Ranges(piece, self.seen_low[cells], self.seen_high[cells])
        small, may_hide = self.small[cells], ~system.must_show[cells]
        most.settle(lambda r: open_ends(r, may_hide, small, self.threshold))
        need = Need.of(most.seen_low, most.seen_high, small, self.threshold)
        ranged = ~self.primary[cells]
        shown = (
            np.where(ranged, system.low[cells], self.true[cells]),
            np.where(ranged, system.high[cells], self.true[cells]),
        )
        moves = Moves(piece, self.true[cells], *shown)
        usable = may_hide & (self.primary[cells] | need.can_be_met)
        cover = Cover(moves, need, self.primary[cells], usable, self.prices[cells])
        cover.seen(self.seen_low[cells], self.seen_high[cells])
        cover.protect(np.flatnonzero(unsafe).tolist())
        cover.show_again()
        return cover.hidden & (most.seen_high > 0)
