"""The cheapest secondary cells of a piece, found by what each set that fails lacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import highspy
import numpy as np

from offences.disclosure.cover import Need
from offences.disclosure.linear import Linear, Unsettled, new_solver
from offences.disclosure.ranges import Ranges, SafetyRule
from offences.disclosure.system import Component, Flags, Floats, Ints, components

MANY = 120
"""The most candidates of a piece of which the cheapest set is searched for."""

MANY_CELLS = 800
"""The most cells of such a piece."""

WORK = 300_000
"""The most work for one piece: the cells that are looked at, over all sets that are tried."""

A_TRIAL = 200
"""The work of trying one set, in cells that are looked at in the same time."""

ALL_WORK = 1_000_000
"""The most work for a table of many pieces."""

CHOICE_NODES = 5_000
"""The most branches that are looked at for the cheapest set that has one of each of several."""


@dataclass
class Exact:
    """The cheapest set of secondary cells of a piece.

    A set that fails leaves a cell unsafe, and tells of others that must fail too: if the cell is
    not safe although more is hidden, it is not safe with less. So each failure is first made as
    large as it can be: of what it lacks even then, something must be hidden. Tried next is the
    cheapest set that has something of all that was lacking. The first that is safe is the
    cheapest.
    """

    piece: Component
    table: Floats
    shown: tuple[Floats, Floats]  # what is public of a cell that is not hidden
    need: Need  # asked of all cells
    rule: SafetyRule
    seen: tuple[Floats, Floats]  # how low and how high each can be with the primary cells alone
    work: int = 0

    def cheapest(
        self, primary: Flags, candidates: Ints, prices: Floats, below: float, work: int
    ) -> Flags | None:
        """The cells to hide, if they cost less than `below`; None if no set is found that does."""
        choice = _Choice(candidates, prices)
        while self.work < work:
            chosen = choice.cheapest()
            if chosen is None or prices[chosen].sum() >= below - 1e-9:
                return None
            hidden = primary.copy()
            hidden[chosen] = True
            failing = dict.fromkeys(self._failing(hidden, None))
            if not failing:
                return hidden
            lacking = {cell: self._lacking(cell, hidden, candidates, work) for cell in failing}
            for cell, cells in lacking.items():
                owner = int(self.rule.after[cell])
                choice.require(cells, None if primary[owner] else owner)
        return None

    def _lacking(self, cell: int, hidden: Flags, candidates: Ints, work: int) -> Ints:
        """The candidates of which one must be hidden for this cell to be safe: not many.

        A cell that does not limit this one in broken numbers is hidden at once, the others one by
        one.
        """
        shown = candidates[~hidden[candidates]]
        most = hidden.copy()
        most[shown] = ~self._limiting(cell, hidden)[shown]
        if cell not in self._failing(most, cell):
            most = hidden.copy()
        rest = shown[~most[shown]]
        for more in rest.tolist():
            if self.work < work:
                most[more] = True
                most[more] = cell in self._failing(most, cell)
        lacking: Ints = rest[~most[rest]]
        return lacking

    def _limiting(self, cell: int, hidden: Flags) -> Flags:
        """The cells that have a price while this one is as low or as high as can be."""
        self.work += A_TRIAL + len(hidden)
        found: Flags = np.zeros(len(hidden), dtype=bool)
        self._linear.set_limits(self._linear.all, *self._limits(hidden))
        for sign in (1.0, -1.0):
            cost = np.zeros(len(hidden))
            cost[cell] = sign
            self._linear.set_costs(cost)
            try:
                self._linear.solve()
            except Unsettled:  # there is no end to it
                continue
            found |= np.abs(self._linear.cell_prices()) > 1e-7
        return found

    @cached_property
    def _linear(self) -> Linear:
        return Linear(self.piece.rows.sparse or self.piece.rows, self.piece.low, self.piece.high)

    def _limits(self, hidden: Flags) -> tuple[Floats, Floats]:
        low = np.where(hidden, self.piece.low, self.shown[0])
        return low, np.where(hidden, self.piece.high, self.shown[1])

    def _failing(self, hidden: Flags, only: int | None) -> Iterator[int]:
        """The hidden cells that are not as safe as they could be; or whether only this one is."""
        self.work += A_TRIAL + len(hidden)
        after = self.rule.after
        asked = hidden & (after >= 0) & hidden[after]
        if only is not None:
            asked = np.arange(len(hidden)) == only
        for part in components(self.piece.rows, *self._limits(hidden)):
            cells = part.cells
            if asked[cells].any():
                ranges = Ranges(part, self.table[cells])
                ranges.remember(self.seen[0][cells], self.seen[1][cells])
                rule = replace(self.rule, hidden=hidden, asked=asked).of(cells)
                rule.settle(ranges)
                unmet = self.need.unmet(ranges.seen_low, ranges.seen_high, cells)
                yield from cells[rule.unsafe(ranges) & unmet].tolist()


class _Choice:
    """The cheapest cells that have something of each of several sets."""

    def __init__(self, candidates: Ints, prices: Floats) -> None:
        self.candidates = candidates
        self.column = {cell: n for n, cell in enumerate(candidates.tolist())}
        self.solver = new_solver()
        self.solver.setOptionValue("presolve", "choose")
        self.solver.setOptionValue("mip_rel_gap", 0.0)
        self.solver.setOptionValue("mip_max_nodes", CHOICE_NODES)
        for price in prices[candidates].tolist():
            self.solver.addBinary(obj=price)

    def require(self, cells: Ints, if_hidden: int | None) -> None:
        """Something of these; if another cell is named, only if that is hidden.

        If these are none, no choice will do, or none that hides the other cell.
        """
        entries = dict.fromkeys((self.column[cell] for cell in cells.tolist()), 1.0)
        least = 1.0
        if if_hidden is not None:
            column = self.column[if_hidden]
            if column not in entries:
                entries[column], least = -1.0, 0.0
        columns, signs = np.array([*entries], np.int32), np.array([*entries.values()], float)
        self.solver.addRow(least, highspy.kHighsInf, len(columns), columns, signs)

    def cheapest(self) -> Ints | None:
        """The cells; None if there are none, or it was not settled which."""
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        chosen = np.array(self.solver.getSolution().col_value) > 0.5
        found: Ints = self.candidates[chosen[: len(self.candidates)]]
        return found
