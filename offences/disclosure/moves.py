"""The cheapest way to let one cell be another number: which other cells must move with it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from offences.disclosure.joint_steps import Steps
from offences.disclosure.linear import Infeasible, Linear, Unsettled, whole
from offences.disclosure.system import Component, Flags, Floats, SumRows, narrowed

HIDDEN_ANYWAY = 1e-3
"""What it costs to move a cell that is hidden already: little, but short ways are wanted."""

SEED = 20180401
CORNERS = 4
"""So often the prices are changed where the cheapest move is in broken numbers."""

HIDES_NOTHING_MORE = 0.9
"""A move that costs less uses cells alone that are hidden already."""

type Limits = tuple[Floats, Floats, Floats, Floats, Floats]
"""Of columns from below and above, of the rows of cells from below and above, and the costs."""


@dataclass(frozen=True)
class Move:
    """A change to another table that fits all rows; `uses` are the cells hidden for it."""

    change: Floats
    uses: frozenset[int]


class Moves:
    """The moves of a piece: steps up and down, each at the price of the cells that it moves.

    A cell that one step moves limits that step. What several steps move by is a row of its own,
    with its limits, and where it has to be hidden for that with columns up and down at its price.
    """

    def __init__(
        self,
        piece: Component,
        table: Floats,
        shown_low: Floats,
        shown_high: Floats,
        joined: Steps | None = None,
    ) -> None:
        """`shown_low` and `shown_high` are between what a cell moves for nothing, being a range."""
        rows = piece.rows
        self.n, self.table, self.rows = rows.cells, table, rows
        self.low, self.high, self.shown = piece.low, piece.high, (shown_low, shown_high)
        self.free = np.flatnonzero(shown_low < shown_high)
        if len(self.free):
            self.steps = Steps.single(rows, table)
        else:
            self.steps = joined or Steps.joined(rows, table)
        self._read_steps()
        self.prices, self.hidden = np.ones(self.n), np.ones(self.n, dtype=bool)
        self.broken = 0  # so often the cheapest move was in broken numbers
        self.allow(self.hidden)

    def _read_steps(self) -> None:
        steps, count = self.steps, self.steps.count
        times = np.bincount(steps.at_cell, np.abs(steps.sign), minlength=self.n)
        several = np.flatnonzero(times > 1)  # steps move these cells
        self.several, self.is_still = several, times == 0
        self.alone: Flags = times[steps.at_cell] == 1  # entries
        self.step_of = np.zeros(self.n, int)
        self.step_of[steps.at_cell] = steps.at_step
        self.sign_of = np.zeros(self.n)
        self.sign_of[steps.at_cell] = steps.sign
        # Columns: steps up and down, cells of several steps up and down, what moves for nothing.
        self.up, self.down = np.arange(count), count + np.arange(count)
        self.cells_up = 2 * count + np.arange(len(several))
        self.cells_down = self.cells_up + len(several)
        self.freely = 2 * (count + len(several)) + np.arange(len(self.free))
        self.columns = 2 * (count + len(several)) + len(self.free)
        self.row_of = np.full(self.n, -1)
        self.row_of[several] = steps.rows.count + np.arange(len(several))

    @cached_property
    def linear(self) -> Linear:
        return Linear(self._program(), np.zeros(self.columns), np.zeros(self.columns))

    def _program(self) -> SumRows:
        steps, count, of = self.steps, self.steps.count, self.steps.rows
        more = ~self.alone
        at_row = np.concatenate([of.at_row, self.row_of[steps.at_cell[more]]])
        at_step = np.concatenate([of.at_cell, steps.at_step[more]])
        sign = np.concatenate([of.sign, steps.sign[more]])
        column_of = np.full(self.n, -1)
        column_of[self.free] = self.freely
        again = column_of[of.at_cell] >= 0 if len(self.free) else np.zeros(len(of.at_cell), bool)
        own, ones = self.row_of[self.several], np.ones(len(self.several))
        none = np.zeros(len(self.several))
        return SumRows(
            cells=self.columns,
            at_row=np.concatenate([at_row, at_row, own, own, of.at_row[again]]),
            at_cell=np.concatenate(
                [
                    at_step,
                    count + at_step,
                    self.cells_up,
                    self.cells_down,
                    column_of[of.at_cell[again]],
                ]
            ),
            sign=np.concatenate([sign, -sign, -ones, ones, of.sign[again]]),
            lows=np.concatenate([of.lows, none]),
            highs=np.concatenate([of.highs, none]),
        )

    def allow(self, cells: Flags) -> None:
        """Only these cells may move beyond what is shown of them, as far as the rows let them."""
        low = np.where(cells, self.low, self.shown[0])
        low, high = narrowed(self.rows, low, np.where(cells, self.high, self.shown[1]))
        self.drawn = low, high  # with these cells and with fewer
        self._let(cells, low, high)

    def allow_only(self, cells: Flags) -> None:
        """Of the cells that were allowed, only these: the limits of all of them still hold."""
        low = np.where(cells, self.drawn[0], self.shown[0])
        self._let(cells, low, np.where(cells, self.drawn[1], self.shown[1]))

    def _let(self, cells: Flags, low: Floats, high: Floats) -> None:
        self.within = low, high
        self.room = np.where(cells, high - self.table, 0), np.where(cells, self.table - low, 0)
        self.limits: Limits | None = None
        self._can_move: Flags | None = None

    def can_move(self, cell: int) -> bool:
        """False if a row, or one after another, leaves no cell that could move with this one."""
        if self._can_move is None:
            self._can_move = self._movable()
        return bool(self._can_move[cell])

    def _movable(self) -> Flags:
        """The cells that may move, without those that do so alone in a row that has no room."""
        rows = self.rows.sparse or self.rows
        found = (self.room[0] > 0) | (self.room[1] > 0)
        found[self.free] = True
        exact = rows.lows == rows.highs
        while True:
            here = found[rows.at_cell]
            alone = exact & (np.bincount(rows.at_row[here], minlength=rows.count) == 1)
            stuck = rows.at_cell[here & alone[rows.at_row]]
            if not len(stuck):
                return found
            found[stuck] = False

    def price(self, prices: Floats, hidden: Flags) -> None:
        """What it costs to move each cell; those that are hidden already cost next to nothing."""
        self.prices, self.hidden = prices, hidden.copy()
        self.limits = None

    def _limits(self) -> Limits:
        steps, (up, down), several = self.steps, self.room, self.several
        prices = np.where(self.hidden, HIDDEN_ANYWAY, self.prices)
        lower, upper = np.zeros(self.columns), np.full(self.columns, np.inf)
        costs = np.zeros(self.columns)
        step, cell = steps.at_step[self.alone], steps.at_cell[self.alone]
        rises = steps.sign[self.alone] > 0
        np.minimum.at(upper, self.up[step], np.where(rises, up[cell], down[cell]))
        np.minimum.at(upper, self.down[step], np.where(rises, down[cell], up[cell]))
        cost = np.bincount(step, prices[cell], minlength=steps.count)
        costs[self.up], costs[self.down] = cost, cost
        is_hidden = self.hidden[several]
        upper[self.cells_up] = np.where(is_hidden, 0, up[several])
        upper[self.cells_down] = np.where(is_hidden, 0, down[several])
        costs[self.cells_up] = costs[self.cells_down] = prices[several]
        lower[self.freely] = (self.shown[0] - self.table)[self.free]
        upper[self.freely] = (self.shown[1] - self.table)[self.free]
        lows, highs = np.where(is_hidden, -down[several], 0), np.where(is_hidden, up[several], 0)
        return lower, upper, lows, highs, costs

    def cheapest(self, cell: int, step: int, nodes: int) -> tuple[float, Move] | None:
        """The cheapest move of the cell by `step`, looking at so many nodes for whole numbers."""
        if not -self.room[1][cell] <= step <= self.room[0][cell] or self.is_still[cell]:
            return None
        if self.limits is None:
            self.limits = self._limits()
        lower, upper, lows, highs, self.costs = (each.copy() for each in self.limits)
        of, sign = self.step_of[cell], self.sign_of[cell]
        if self.row_of[cell] >= 0:
            at = self.row_of[cell] - self.steps.rows.count
            lows[at] = highs[at] = step
            upper[[self.cells_up[at], self.cells_down[at]]] = 0
        else:
            there = self.up[of] if step * sign > 0 else self.down[of]
            if abs(step) > upper[there]:
                return None
            upper[[self.up[of], self.down[of]]] = 0
            lower[there] = upper[there] = abs(step)
        self.linear.set_costs(self.costs)
        self.linear.set_limits(self.linear.all, lower, upper)
        self.linear.set_row_limits(self.row_of[self.several], lows, highs)
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
        """The move these steps make, held against the rows and limits in whole numbers."""
        by = (values[self.up] - values[self.down])[self.steps.at_step]
        own = np.bincount(self.steps.at_cell, self.steps.sign * by, minlength=self.n)
        change = own.copy()
        change[self.free] += values[self.freely]
        table = self.table + change
        if np.any(table < self.within[0]) or np.any(table > self.within[1]):
            return None
        if not self.rows.hold(table):
            return None
        return Move(change, frozenset(np.flatnonzero(own).tolist()))
