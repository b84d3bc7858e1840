"""The cheapest way to let one cell be another number: which other cells must move with it."""

from dataclasses import dataclass

import numpy as np

from offences.disclosure.linear import Infeasible, Linear, Unsettled, whole
from offences.disclosure.system import Component, Flags, Floats, SumRows, narrowed

HIDDEN_ANYWAY = 1e-3
"""What it costs to move a cell that is hidden already: little, but short ways are wanted."""

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
        again = np.isin(rows.at_cell, self.free)
        freely = np.array([column_of[cell] for cell in rows.at_cell[again].tolist()], dtype=int)
        sums = rows.sums(table)
        steps = SumRows(
            cells=2 * n + len(self.free),
            at_row=np.concatenate([rows.at_row, rows.at_row, rows.at_row[again]]),
            at_cell=np.concatenate([rows.at_cell, n + rows.at_cell, freely]),
            sign=np.concatenate([rows.sign, -rows.sign, rows.sign[again]]),
            lows=rows.lows - sums,
            highs=rows.highs - sums,
        )
        self.lower = np.concatenate([np.zeros(2 * n), (shown_low - table)[self.free]])
        self.upper = np.concatenate([np.zeros(2 * n), (shown_high - table)[self.free]])
        self.linear = Linear(steps, self.lower, self.upper)
        self.broken = 0  # so often the cheapest move was in broken numbers
        self.allow(np.ones(n, dtype=bool))

    def allow(self, cells: Flags) -> None:
        """Only these cells may move beyond what is shown of them, as far as the rows let them."""
        low = np.where(cells, self.low, self.shown[0])
        low, high = narrowed(self.rows, low, np.where(cells, self.high, self.shown[1]))
        self.upper[: self.n] = np.where(cells, high - self.table, 0)
        self.upper[self.n : 2 * self.n] = np.where(cells, self.table - low, 0)
        self.linear.set_limits(self.linear.all, self.lower, self.upper)

    def price(self, prices: Floats) -> None:
        free = np.zeros(len(self.free))
        self.linear.set_costs(np.concatenate([prices, prices, free]))

    def cheapest(self, cell: int, step: int, seconds: float) -> tuple[float, Move] | None:
        """The cheapest move of the cell by `step`, with these seconds to make it whole numbers."""
        there = np.array([cell, self.n + cell])
        size = float(abs(step))
        wanted = np.array([size, 0.0] if step > 0 else [0.0, size])
        if np.any(wanted > self.upper[there]):
            return None
        self.linear.set_limits(there, wanted, wanted)
        try:
            price, values = self.linear.solve(sure=False)
            if not whole(values):
                self.broken += 1
                found = self.linear.whole(seconds, HIDES_NOTHING_MORE) if seconds else None
                if found is None:
                    return None
                price, values = found
        except (Infeasible, Unsettled):
            return None
        finally:
            self.linear.set_limits(there, self.lower[there], self.upper[there])
        move = self._move(np.round(values))
        return (price, move) if move else None

    def _move(self, values: Floats) -> Move | None:
        """The move these steps make, held against the rows in whole numbers."""
        own = values[: self.n] - values[self.n : 2 * self.n]
        change = own.copy()
        change[self.free] += values[2 * self.n :]
        if not self.rows.hold(self.table + change):
            return None
        return Move(change, frozenset(np.flatnonzero(own).tolist()))
