"""Which counts to withhold besides the small ones, so that those cannot be worked out."""

from dataclasses import dataclass, replace

import numpy as np

from offences.disclosure.attacks import Disclosed, found_unsafe, searches, small_cells
from offences.disclosure.cover import ALL_TRIALS, FEW, TRIALS, Cover, Exact, Need
from offences.disclosure.linear import true_table
from offences.disclosure.moves import Moves
from offences.disclosure.ranges import Ranges, SafetyRule
from offences.disclosure.system import Component, Flags, Floats, Ints, System
from offences.disclosure.tables import THRESHOLD, CountKey, CountTable, all_sizes, size


@dataclass(frozen=True)
class Protected:
    """What to hide, primary and secondary; and what that cannot protect."""

    hidden: frozenset[CountKey]
    open: tuple[Disclosed, ...]


def protect(table: CountTable, threshold: int = THRESHOLD) -> Protected:
    """Hide what must be hidden, and the fewest and smallest others that make it safe.

    What *safe* means is said at `disclosed`, what is lost at `cost`. A count that must be hidden is
    left open only where the figures shown in any case make it zero: there is nothing to hide.
    """
    search = _Search(table, threshold)
    system, extra = search.system, search.primary & False
    while True:
        hidden = search.found(extra)
        seen = search.seen_low, search.seen_high
        left = found_unsafe(system, hidden, search.true, threshold, seen)
        # A number that was certainly the same as before may have become a narrow one by what is
        # hidden now.
        late = np.isin(np.arange(len(extra)), [system.number[d.key] for d in left])
        if not (late & ~extra & ~search.unsafe).any():
            break
        extra |= late
    keys = frozenset(system.keys[n] for n in np.flatnonzero(hidden & ~system.past).tolist())
    # What is pinned to one number and need not be hidden tells nobody more when it is shown.
    free = {key for key, item in table.items.items() if not (item.must_hide or item.past)}
    idle = {d.key for d in left if d.range.is_exact} & free
    return Protected(keys - idle, tuple(d for d in left if d.key not in idle))


class _Search:
    def __init__(self, table: CountTable, threshold: int) -> None:
        self.system = System(table)
        self.true = true_table(self.system)
        self.threshold, self.trials = threshold, ALL_TRIALS
        self.small = small_cells(self.system, threshold)
        sizes = np.array([size(item) for item in self.system.items])
        self.prices = 1 + sizes / all_sizes(table)
        self.primary = self.system.must_hide

    def found(self, extra: Flags) -> Flags:
        """The cells to hide, so that all that must be safe is, and these cells too."""
        hidden = self.primary.copy()
        self.seen_low, self.seen_high = self.true.copy(), self.true.copy()
        self.unsafe = self._unsafe_with_primary()
        unsafe = self.unsafe | extra
        for piece, widest in searches(self.system, ~self.system.must_show, self.true):
            cells = piece.cells
            if unsafe[cells].any():
                hidden[cells] = self._covered(piece, widest, unsafe[cells])
        return hidden

    def _unsafe_with_primary(self) -> Flags:
        """The cells that hiding them alone does not protect; what is seen of all is kept."""
        unsafe = np.zeros(len(self.true), dtype=bool)
        rule = self._rule(self.primary, self.system.asked(self.primary))
        for piece, ranges in searches(self.system, self.primary, self.true):
            own = rule.of(piece.cells)
            own.settle(ranges)
            unsafe[piece.cells] = own.unsafe(ranges)
            self.small[piece.cells] &= ~own.is_large(ranges)
            self.seen_low[piece.cells] = ranges.seen_low
            self.seen_high[piece.cells] = ranges.seen_high
        return unsafe

    def _covered(self, piece: Component, widest: Ranges, unsafe: Flags) -> Flags:
        """The cells to hide in this piece: not those that are zero whatever is hidden.

        How wide a cell can be at most is asked of the unsafe ones, and of those secondary ones that
        turn out to be hard to make safe: what is one number whatever is hidden hides nothing else.
        """
        cells, asked = piece.cells, unsafe.copy()
        may_hide, primary = ~self.system.must_show[cells], self.primary[cells]
        prices = self.prices[cells]
        few = np.count_nonzero(may_hide & ~primary) <= FEW
        asked |= may_hide & few
        widest.remember(self.seen_low[cells], self.seen_high[cells])
        shown = self._shown(cells)
        moves = Moves(piece, self.true[cells], *shown)
        while True:
            rule = replace(self._rule(self.primary, self.primary).of(cells), hidden=may_hide)
            rule = replace(rule, asked=asked)
            rule.settle(widest)
            need = Need.of((widest.seen_low, widest.seen_high), rule)
            usable = may_hide & (primary | need.movable)
            cover = Cover(moves, need, primary, usable, prices)
            cover.seen(self.seen_low[cells], self.seen_high[cells])
            failed = cover.protect(np.flatnonzero(unsafe).tolist())
            if asked[failed].all():
                break
            asked[failed] = True
        cover.reveal_needless()
        hidden, cheaper = cover.hidden, None
        if few and not failed:
            exact = Exact(piece, self.true[cells], shown, need, rule)
            below = prices[hidden & ~primary].sum()
            others, trials = np.flatnonzero(usable & ~primary), min(TRIALS, self.trials)
            cheaper = exact.cheapest(primary, others, prices, below, trials)
            self.trials -= exact.trials
        if cheaper is None:
            self.seen_low[cells], self.seen_high[cells] = cover.reached()
        else:
            hidden = cheaper
        return hidden & (~asked | (widest.seen_high > 0))

    def _rule(self, hidden: Flags, asked: Flags) -> SafetyRule:
        zero, after = self.system.zero, self.system.after
        return SafetyRule(hidden, asked, self.small, zero, after, self.threshold)

    def _shown(self, cells: Ints) -> tuple[Floats, Floats]:
        """What is public of each cell while it is not hidden; a primary one always is."""
        primary, true = self.primary[cells], self.true[cells]
        low, high = self.system.low[cells], self.system.high[cells]
        return np.where(primary, true, low), np.where(primary, true, high)
