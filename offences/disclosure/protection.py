"""Which counts to hide besides the small ones, so that those cannot be worked out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from offences.disclosure.attacks import Disclosed, Seen, found_unsafe, searches, small_cells
from offences.disclosure.cover import Cover, Need
from offences.disclosure.exact import ALL_WORK, MANY, MANY_CELLS, WORK, Exact
from offences.disclosure.linear import true_table
from offences.disclosure.moves import Moves
from offences.disclosure.ranges import Ranges, SafetyRule
from offences.disclosure.system import Component, Flags, Floats, Ints, System, narrowed
from offences.disclosure.tables import THRESHOLD, CountKey, CountTable, all_sizes, size
from offences.disclosure.ways import Ways


@dataclass(frozen=True)
class Protected:
    """What to hide, primary and secondary; and what that cannot protect.

    `seen` is as much of the range of each hidden count as the search saw. It is not stored.
    """

    hidden: frozenset[CountKey]
    open: tuple[Disclosed, ...]
    seen: Seen = field(default_factory=dict, compare=False, repr=False)


type Report = Callable[[int, int], None]


def protect(
    table: CountTable, threshold: int = THRESHOLD, report: Report = lambda done, of: None
) -> Protected:
    """Hide what must be hidden, and the fewest and smallest others that make it safe.

    What *safe* means is said at `disclosed`, what is lost at `cost`. A count that must be hidden is
    left open only where the figures shown in any case make it zero: there is nothing to hide.
    `report` gets how many cells are done, and of how many: each is looked at three times.
    """
    search = _Search(table, threshold, report)
    found = search.protected()
    within = frozenset(
        key
        for keys in search.keys_of_pieces()
        if keys & {d.key for d in found.open}
        for key in keys
    )
    if not any(table.items[key].kept for key in within & table.items.keys()):
        return found
    # What an earlier release hid may be just what cannot be made safe now.
    anew = _Search(_part(table, within), threshold, report).protected()
    left = tuple(d for d in found.open if d.key not in within)
    return Protected(found.hidden - within | anew.hidden, left + anew.open)


def _part(table: CountTable, keys: frozenset[CountKey]) -> CountTable:
    """These counts with all that is known of them, and none to be hidden because it was."""
    sums = tuple(s for s in table.sums if not keys.isdisjoint((s.whole, *s.parts)))
    known = tuple(k for k in table.known if not keys.isdisjoint((*k.parts, *k.less)))
    changes = tuple(c for c in table.changes if not keys.isdisjoint((c, c.before, c.after)))
    mentioned = {key for s in sums for key in (s.whole, *s.parts)}
    mentioned |= {key for k in known for key in (*k.parts, *k.less)}
    mentioned |= {key for c in changes for key in (c.before, c.after)} | keys
    items = {key: replace(i, kept=False) for key, i in table.items.items() if key in mentioned}
    return CountTable(items, sums, known, changes)


class _Search:
    def __init__(self, table: CountTable, threshold: int, report: Report) -> None:
        self.system = System(table)
        self.true = true_table(self.system)
        self.threshold, self.work = threshold, ALL_WORK
        self.may_be_small = small_cells(self.system, threshold)
        self.small = self.may_be_small.copy()  # without the changes that are certainly large
        sizes = np.array([size(item) for item in self.system.items])
        self.prices = 1 + sizes / all_sizes(table)
        self.primary = self.system.must_hide.copy()
        self.seen_low, self.seen_high = self.true.copy(), self.true.copy()
        self.report, self.done = report, 0
        self.covers: dict[int, Cover] = {}  # of the large pieces, by their first cell
        self.pieces = list(searches(self.system, ~self.system.must_show, self.true))
        self.ways: dict[int, Ways] = {}  # through the large pieces
        for piece, _ in self.pieces:
            if self._are_many(piece.cells):
                self.primary[piece.cells] |= self.system.kept[piece.cells]
                self.ways[piece.cells[0]] = Ways(piece, self.true[piece.cells])
        self.hidden = self.primary.copy()

    def _are_many(self, cells: Ints) -> bool:
        """Whether there is too much to choose from for the cheapest set to be searched for."""
        candidates = ~(self.system.must_show | self.system.must_hide)[cells]
        return len(cells) > MANY_CELLS or bool(np.count_nonzero(candidates) > MANY)

    def keys_of_pieces(self) -> Iterator[frozenset[CountKey]]:
        for piece, _ in self.pieces:
            yield frozenset(self.system.keys[cell] for cell in piece.cells.tolist())

    def protected(self) -> Protected:
        system, unsafe = self.system, self.unsafe_with_primary()
        late = unsafe
        while True:
            self.cover(unsafe, late)
            unsafe_cells = self.unsafe_cells()
            # A number that was certainly the same as before may have become a narrow one by what
            # is hidden now.
            found = np.isin(np.arange(len(unsafe)), [system.number[d.key] for d in unsafe_cells])
            # So may a change that was certainly large have become one that may be none.
            no_longer_large = found & self.may_be_small & ~self.small
            self.small |= no_longer_large
            late, unsafe = found & ~unsafe | no_longer_large, found | unsafe
            if not late.any():
                break
        self.report(1, 1)
        hidden = np.flatnonzero(self.hidden & ~system.past)
        keys = frozenset(system.keys[n] for n in hidden.tolist())
        # What is pinned to one number and need not be hidden tells nobody more when it is shown.
        free = {
            key for key, item in system.table.items.items() if not (item.must_hide or item.past)
        }
        idle = {d.key for d in unsafe_cells if d.range.is_exact} & free
        ends = self.seen_low[hidden].tolist(), self.seen_high[hidden].tolist()
        seen = dict(
            zip((system.keys[n] for n in hidden.tolist()), zip(*ends, strict=True), strict=True)
        )
        return Protected(keys - idle, tuple(d for d in unsafe_cells if d.key not in idle), seen)

    def cover(self, unsafe: Flags, late: Flags) -> None:
        """Hide what makes these cells safe, in the pieces in which there are late ones."""
        for piece, widest in self.pieces:
            if late[piece.cells].any():
                flags = unsafe[piece.cells], late[piece.cells]
                self.hidden[piece.cells] = self._covered(piece, widest, *flags)
            self._progress(2 * len(piece.cells))

    def _progress(self, cells: int) -> None:
        of = 3 * len(self.true)
        self.done = min(self.done + cells, of)
        self.report(self.done, of)

    def unsafe_cells(self) -> tuple[Disclosed, ...]:
        seen = self.seen_low, self.seen_high
        return found_unsafe(self.system, self.hidden, self.true, self.threshold, seen, self.pieces)

    def unsafe_with_primary(self) -> Flags:
        """The cells that hiding them alone does not protect; what is seen of all is kept."""
        unsafe = np.zeros(len(self.true), dtype=bool)
        asked = self.system.asked(self.primary)
        rule = self._rule(self.primary, asked)
        large = [piece for piece, _ in self.pieces if piece.cells[0] in self.ways]
        whole = np.full(len(unsafe), -1)  # cell → the large piece it is in
        for n, piece in enumerate(large):
            whole[piece.cells] = n
            self._allow_hidden(piece)
        for piece, ranges in searches(self.system, self.primary, self.true):
            own, n = rule.of(piece.cells), whole[piece.cells[0]]
            # Whether another cell has a way will be asked when the cheapest is looked for.
            if n >= 0:
                ranges.take(self.ways[large[n].cells[0]], large[n].cells)
            own.settle(ranges, None if n < 0 else own.may_be_certain)
            unsafe[piece.cells] = own.unsafe(ranges)
            self.small[piece.cells] &= ~own.is_large(ranges)
            self.seen_low[piece.cells] = ranges.seen_low
            self.seen_high[piece.cells] = ranges.seen_high
            self._progress(len(piece.cells))
        self.first_seen = self.seen_low.copy(), self.seen_high.copy()
        return unsafe

    def _allow_hidden(self, piece: Component) -> None:
        hidden, true = self.primary[piece.cells], self.true[piece.cells]
        low, high = np.where(hidden, piece.low, true), np.where(hidden, piece.high, true)
        self.ways[piece.cells[0]].allow(hidden, *narrowed(piece.rows, low, high))

    def _covered(self, piece: Component, widest: Ranges, unsafe: Flags, late: Flags) -> Flags:
        """The cells to hide in this piece: not those that are zero whatever is hidden.

        How wide a cell can be at most is asked of the unsafe ones, and of those secondary ones that
        turn out to be hard to make safe: what is one number whatever is hidden hides nothing else.
        """
        cells, asked = piece.cells, unsafe.copy()
        may_hide, primary = ~self.system.must_show[cells], self.primary[cells]
        prices = self.prices[cells]
        many = self._are_many(cells)
        asked |= may_hide & (not many)
        first_seen = self.first_seen[0][cells], self.first_seen[1][cells]
        widest.remember(*first_seen)
        ways = self.ways.get(cells[0])
        if ways:
            widest.take(ways, cells)
        shown = self._shown(cells)
        cover = self.covers.pop(cells[0], None)  # what it found before still stands
        if cover is None:
            moves = Moves(piece, self.true[cells], *shown, ways.joined if ways else None)
            cover, late = Cover(moves, primary, prices, ways), unsafe
            cover.seen(*first_seen)
        waiting, is_covered = np.flatnonzero(late).tolist(), True
        while waiting:
            rule, need = self._needed(cells, widest, asked, may_hide)
            usable = may_hide & (primary | need.movable)
            failed = cover.protect(waiting, need, usable)
            is_covered &= not asked[failed].any()
            waiting = [cell for cell in failed if not asked[cell]]
            asked[waiting] = True
        cover.reveal_needless()
        hidden, cheaper = cover.hidden, None
        self.seen_low[cells], self.seen_high[cells] = first_seen
        if many:
            self.covers[cells[0]] = cover
        else:
            exact = Exact(piece, self.true[cells], shown, need, rule, first_seen)
            others = np.flatnonzero(usable & ~primary)
            below = prices[hidden & ~primary].sum() if is_covered else np.inf
            cheaper = exact.cheapest(primary, others, prices, below, min(WORK, self.work))
            self.work -= exact.work
        if cheaper is None:
            self.seen_low[cells], self.seen_high[cells] = cover.reached()
        else:
            hidden = cheaper
        return hidden & (~asked | (widest.seen_high > 0) | widest.unsettled)

    def _needed(
        self, cells: Ints, widest: Ranges, asked: Flags, may_hide: Flags
    ) -> tuple[SafetyRule, Need]:
        """What would make the cells that are asked about safe, if all that may be were hidden."""
        rule = replace(self._rule(self.primary, self.primary).of(cells), hidden=may_hide)
        rule = replace(rule, asked=asked)
        if ways := self.ways.get(cells[0]):
            ways.allow(np.ones(len(cells), dtype=bool), widest.low, widest.high)
        rule.settle(widest)
        known = replace(rule, asked=asked & ~widest.unsettled)
        return rule, Need.of((widest.seen_low, widest.seen_high), known)

    def _rule(self, hidden: Flags, asked: Flags) -> SafetyRule:
        more = self.system.zero, self.system.after, self.system.by_itself
        return SafetyRule(hidden, asked, self.small, *more, self.threshold)

    def _shown(self, cells: Ints) -> tuple[Floats, Floats]:
        """What is public of each cell while it is not hidden; a primary one always is."""
        primary, true = self.primary[cells], self.true[cells]
        low, high = self.system.low[cells], self.system.high[cells]
        return np.where(primary, true, low), np.where(primary, true, high)
