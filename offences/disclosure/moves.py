"""The cheapest way to let one cell be another number: which other cells must move with it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from offences.disclosure.linear import Infeasible, Linear, Unsettled, whole
from offences.disclosure.system import Component, Flags, Floats, SumRows, narrowed

HIDDEN_ANYWAY = 1e-3
"""What it costs to move a cell that is hidden already: little, but short ways are wanted."""

SEED = 20180401
CORNERS = 4
"""So often the prices are changed where the cheapest move is in broken numbers."""

HIDES_NOTHING_MORE = 0.9
"""A move that costs less uses cells alone that are hidden already."""


@dataclass(frozen=True)
class Move:
    """A change to another table that fits all rows; `uses` are the cells hidden for it."""

    change: Floats
    uses: frozenset[int]


class Moves:
    """The moves of a piece: for each cell a step up and a step down, at the cell's price."""

    def __init__(
        self, piece: Component, table: Floats, shown_low: Floats, shown_high: Floats
    ) -> None:
        """`shown_low` and `shown_high` are between what a cell moves for nothing, being a range."""
        rows, n = piece.rows, piece.rows.cells
        self.n, self.table, self.rows = n, table, rows
        self.low, self.high, self.shown = piece.low, piece.high, (shown_low, shown_high)
        self.free = np.flatnonzero(shown_low < shown_high)
        column_of = {cell: 2 * n + k for k, cell in enumerate(self.free.tolist())}
        short = rows.sparse or rows
        again = np.isin(short.at_cell, self.free)
        freely = np.array([column_of[cell] for cell in short.at_cell[again].tolist()], dtype=int)
        sums = short.sums(table)
        self.steps = SumRows(
            cells=2 * n + len(self.free),
            at_row=np.concatenate([short.at_row, short.at_row, short.at_row[again]]),
            at_cell=np.concatenate([short.at_cell, n + short.at_cell, freely]),
            sign=np.concatenate([short.sign, -short.sign, short.sign[again]]),
            lows=short.lows - sums,
            highs=short.highs - sums,
        )
        self.lower = np.concatenate([np.zeros(2 * n), (shown_low - table)[self.free]])
        self.upper = np.concatenate([np.zeros(2 * n), (shown_high - table)[self.free]])
        self.costs = np.zeros(2 * n + len(self.free))
        self.broken = 0  # so often the cheapest move was in broken numbers
        self.price(np.ones(n), np.ones(n, dtype=bool))
        self.allow(np.ones(n, dtype=bool))

    @cached_property
    def linear(self) -> Linear:
        return Linear(self.steps, self.lower, self.upper)

    def allow(self, cells: Flags) -> None:
        """Only these cells may move beyond what is shown of them, as far as the rows let them."""
        low = np.where(cells, self.low, self.shown[0])
        low, high = narrowed(self.rows, low, np.where(cells, self.high, self.shown[1]))
        self.within = low, high
        self.upper[: self.n] = np.where(cells, high - self.table, 0)
        self.upper[self.n : 2 * self.n] = np.where(cells, self.table - low, 0)

    def price(self, prices: Floats, hidden: Flags) -> None:
        """What it costs to move each cell; those that are hidden already cost next to nothing."""
        prices = np.where(hidden, HIDDEN_ANYWAY, prices)
        self.costs[: 2 * self.n] = np.tile(prices, 2)

    def cheapest(self, cell: int, step: int, nodes: int) -> tuple[float, Move] | None:
        """The cheapest move of the cell by `step`, looking at so many nodes for whole numbers."""
        there = np.array([cell, self.n + cell])
        size = float(abs(step))
        wanted = np.array([size, 0.0] if step > 0 else [0.0, size])
        if np.any(wanted > self.upper[there]):
            return None
        lower, upper = self.lower.copy(), self.upper.copy()
        lower[there] = upper[there] = wanted
        self.linear.set_costs(self.costs.copy())
        self.linear.set_limits(self.linear.all, lower, upper)
        if not self.rows.compares.any():
            self.linear.forget()  # a move is short: it is nearer to none than to the last one
        try:
            _, values = self.linear.solve(sure=False)
            if not whole(values):
                values = self._other_corner(values)
            if not whole(values):
                self.broken += 1
                found = self.linear.whole(nodes, HIDES_NOTHING_MORE) if nodes else None
                if found is None:
                    return None
                _, values = found
        except (Infeasible, Unsettled):
            return None
        move = self._move(np.round(values))
        return (float(self.costs @ np.abs(values)), move) if move else None

    def _other_corner(self, values: Floats) -> Floats:
        """A move in whole numbers that costs nearly as little, if other prices lead to one."""
        random = np.random.default_rng(SEED)
        for _ in range(CORNERS):
            self.linear.set_costs(self.costs * (1 + random.random(len(self.costs))))
            _, values = self.linear.solve(sure=False)
            if whole(values):
                break
        return values

    def _move(self, values: Floats) -> Move | None:
        """The move these steps make, held against the rows in whole numbers."""
        own = values[: self.n] - values[self.n : 2 * self.n]
        change = own.copy()
        change[self.free] += values[2 * self.n :]
        if not self.rows.hold(self.table + change):
            return None
        return Move(change, frozenset(np.flatnonzero(own).tolist()))
