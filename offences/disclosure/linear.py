"""A HiGHS model in memory, solved many times; and the one table that fits all we know."""

import highspy
import numpy as np

from offences.disclosure.system import (
    Component,
    Floats,
    Ints,
    SumRows,
    System,
    components,
    narrowed,
)
from offences.disclosure.tables import CountKey

NEAR = 1e-6
"""HiGHS keeps rows and cells within a ten-millionth; a whole number is that near to itself."""

WHOLE_NODES = 5000
"""So many branches of one question in whole numbers are looked at, however busy the machine is."""

FUSE = 60.0
"""Seconds after which it is given up whatever it looked at; none of the bench takes one second."""


class Contradiction(ValueError):
    """No table fits: the sums that cannot all be right, and the counts in them."""

    def __init__(self, message: str, keys: frozenset[CountKey] = frozenset()) -> None:
        super().__init__(message)
        self.keys = keys


class Infeasible(Exception):
    """No values fit."""


class Unsettled(Exception):
    """The solver ended without an answer: what it was asked may be so or not.

    The width of a range is then as much as has been seen of it, and never more.
    """


class Linear:
    """The least of a sum of costs over all values that satisfy rows and limits."""

    def __init__(self, rows: SumRows, lower: Floats, upper: Floats) -> None:
        self.rows = rows
        self.cost = np.zeros(rows.cells)
        self.lower, self.upper = lower.copy(), upper.copy()
        self.lows, self.highs = rows.lows.copy(), rows.highs.copy()
        order = np.lexsort((rows.at_row, rows.at_cell))
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = rows.cells, rows.count
        program.col_cost_ = self.cost
        program.col_lower_, program.col_upper_ = lower, upper
        program.row_lower_, program.row_upper_ = rows.lows, rows.highs
        program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        counts = np.bincount(rows.at_cell, minlength=rows.cells)
        program.a_matrix_.start_ = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
        program.a_matrix_.index_ = rows.at_row[order].astype(np.int32)
        program.a_matrix_.value_ = rows.sign[order]
        self.solver = new_solver()
        self.solver.passModel(program)
        self.all: Ints = np.arange(rows.cells)
        self._indices = self.all.astype(np.int32)

    def set_costs(self, cost: Floats) -> None:
        changed = np.flatnonzero(cost != self.cost)
        self.cost = cost
        self.solver.changeColsCost(len(changed), changed.astype(np.int32), cost[changed])

    def set_limits(self, cells: Ints, lower: Floats, upper: Floats) -> None:
        changed = (lower != self.lower[cells]) | (upper != self.upper[cells])
        cells, lower, upper = cells[changed], lower[changed], upper[changed]
        self.lower[cells], self.upper[cells] = lower, upper
        self.solver.changeColsBounds(len(cells), cells.astype(np.int32), lower, upper)

    def set_row_limits(self, rows: Ints, lows: Floats, highs: Floats) -> None:
        changed = (lows != self.lows[rows]) | (highs != self.highs[rows])
        rows, lows, highs = rows[changed], lows[changed], highs[changed]
        self.lows[rows], self.highs[rows] = lows, highs
        for row, low, high in zip(rows.tolist(), lows.tolist(), highs.tolist(), strict=True):
            self.solver.changeRowBounds(row, low, high)

    def forget(self) -> None:
        """Start the next solution from all values at rest, not from the last one."""
        self.solver.clearSolver()

    def solve(self, *, sure: bool = True) -> tuple[float, Floats]:
        """The least cost and its values. That there are none is not `sure` at the first try."""
        self.solver.run()
        status = self.solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible and not sure:
            raise Infeasible
        if status != highspy.HighsModelStatus.kOptimal:
            # A warm start can lose its way; a cold one decides.
            self.forget()
            self.solver.run()
            status = self.solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            raise Infeasible
        if status != highspy.HighsModelStatus.kOptimal:
            raise Unsettled(f"HiGHS ended with {self.solver.modelStatusToString(status)}.")
        values = self.solver.getSolution().col_value
        return self.solver.getObjectiveValue(), np.fromiter(values, float, len(values))

    def cell_prices(self) -> Floats:
        """What a little more room for each cell would have changed of the last least cost."""
        return np.array(self.solver.getSolution().col_dual)

    def whole(
        self, nodes: int = WHOLE_NODES, enough: float = -np.inf, *, to_the_end: bool = True
    ) -> tuple[float, Floats] | None:
        """The least cost and values in whole numbers; None if that was not sure in so many nodes.

        With `enough`, the first that cost less than that, whether or not there are cheaper ones.
        """
        solver = new_solver()
        solver.setOptionValue("presolve", "choose")
        solver.setOptionValue("mip_max_nodes", nodes)
        solver.setOptionValue("time_limit", FUSE)
        solver.setOptionValue("mip_rel_gap", 0.0)
        # A tenth of the time where a whole table is near a broken one.
        solver.setOptionValue("mip_heuristic_run_shifting", True)
        solver.passModel(self.solver.getLp())
        kinds = np.full(len(self.all), highspy.HighsVarType.kInteger)
        solver.changeColsIntegrality(len(self.all), self._indices, kinds)
        if np.isfinite(enough):
            solver.setOptionValue("objective_target", enough)
        if not to_the_end:
            solver.setOptionValue("mip_max_improving_sols", 1)
        solver.run()
        status = solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            raise Infeasible
        reached = highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kObjectiveTarget
        is_table = (
            solver.getInfo().primal_solution_status
            == highspy.SolutionStatus.kSolutionStatusFeasible
        )
        if status in reached or (is_table and not to_the_end):
            values = np.array(solver.getSolution().col_value)
            return solver.getObjectiveValue(), np.round(values)
        return None


class Quiet(highspy.Highs):
    """HiGHS that does not print its banner, as it does when its callbacks are made ready."""

    def enableCallbacks(self) -> None:
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()


def new_solver() -> highspy.Highs:
    """HiGHS as it is set for small programs, solved many times, each time alike."""
    solver = Quiet()
    solver.setOptionValue("presolve", "off")
    # Primal or dual as the warm start asks: a sixth of the time of dual alone.
    solver.setOptionValue("simplex_strategy", 0)
    # Each number of the rows is 1 or -1, and steps so cheap that exact prices of them cost more.
    solver.setOptionValue("simplex_scale_strategy", 0)
    solver.setOptionValue("simplex_dual_edge_weight_strategy", 1)
    # Row by row: which way is quicker for a step is asked in more time than it saves.
    solver.setOptionValue("simplex_price_strategy", 1)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("parallel", "off")
    solver.setOptionValue("random_seed", 0)
    return solver


def whole(values: Floats) -> bool:
    return bool(np.all(np.abs(values - np.round(values)) < NEAR))


def true_table(system: System) -> Floats:
    """The table, or where counts are ranges a possible one; a Contradiction if none is."""
    table = system.low.copy()
    for piece in components(system.rows, system.low, system.high):
        table[piece.cells] = _possible(system, piece)
    wrong = np.flatnonzero(~system.rows.satisfied(table))
    if len(wrong):
        raise _contradiction(system, wrong)
    return table


def _possible(system: System, piece: Component) -> Floats:
    low, high = narrowed(piece.rows, piece.low, piece.high)
    if np.any(low > high):
        raise _impossible(system, piece)
    if piece.rows.hold(low):
        return low
    linear = Linear(piece.rows, low, high)
    try:
        _, values = linear.solve()
        if whole(values):
            return np.round(values)
        found = linear.whole(to_the_end=False)
    except Infeasible:
        raise _impossible(system, piece) from None
    if found is None:
        raise Unsettled("It was not settled in time whether the numbers of the table agree.")
    return found[1]


def _impossible(system: System, piece: Component) -> Contradiction:
    """Name the sums that give way when rows may be broken at a price."""
    rows, n, m = piece.rows, piece.rows.cells, piece.rows.count
    loose = SumRows(
        cells=n + 2 * m,
        at_row=np.concatenate([rows.at_row, np.tile(np.arange(m), 2)]),
        at_cell=np.concatenate([rows.at_cell, n + np.arange(2 * m)]),
        sign=np.concatenate([rows.sign, np.ones(m), -np.ones(m)]),
        lows=rows.lows,
        highs=rows.highs,
    )
    none, endless = np.zeros(2 * m), np.full(2 * m, np.inf)
    linear = Linear(loose, np.concatenate([piece.low, none]), np.concatenate([piece.high, endless]))
    linear.set_costs(np.concatenate([np.zeros(n), np.ones(2 * m)]))
    _, values = linear.solve()
    broken = np.flatnonzero((values[n : n + m] > NEAR) | (values[n + m :] > NEAR))
    return _contradiction(system, piece.row_numbers[broken])


def _contradiction(system: System, rows: Ints) -> Contradiction:
    names = [system.name(row) for row in rows.tolist()]
    if not names:
        return Contradiction("The numbers of the table contradict each other.")
    more = f" (and {len(names) - 3} more)" if len(names) > 3 else ""
    cells = np.unique(system.rows.at_cell[np.isin(system.rows.at_row, rows)])
    return Contradiction(
        f"The numbers of the table contradict each other at the sum of "
        f"{' and of '.join(names[:3])}{more}.",
        frozenset(system.keys[cell] for cell in cells.tolist()),
    )
