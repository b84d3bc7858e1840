"""One table of whole numbers that fits all that we know; or which sum does not fit."""

import numpy as np

from offences.disclosure.linear import NEAR, Infeasible, Linear, whole
from offences.disclosure.system import (
    Component,
    Floats,
    Ints,
    SumRows,
    System,
    components,
    narrowed,
)


def true_table(system: System) -> Floats:
    """The table itself where every count is plain; where some are ranges, one that is possible.

    Raises a ValueError that names the sums if no table is.
    """
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
        raise ValueError("It was not settled in time whether the numbers of the table agree.")
    return found[1]


def _impossible(system: System, piece: Component) -> ValueError:
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


def _contradiction(system: System, rows: Ints) -> ValueError:
    names = [system.names[row] for row in rows.tolist()]
    if not names:
        return ValueError("The numbers of the table contradict each other.")
    more = f" (and {len(names) - 3} more)" if len(names) > 3 else ""
    return ValueError(
        f"The numbers of the table contradict each other at the sum of "
        f"{' and of '.join(names[:3])}{more}."
    )
