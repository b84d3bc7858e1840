"""Figures that releases have changed by so much that little can rest on them."""

from collections.abc import Iterable
from fractions import Fraction

from offences.statistics.cells import Cell


def is_revised_by(percent: int, cells: Iterable[Cell]) -> bool:
    """Whether releases revised these figures, taken together, by this percentage or more.

    Each figure counts with the number furthest from it of those published before.
    """
    change = base = 0
    for cell in cells:
        if cell.low is not None:
            was = max([n for _, n in cell.history] or [cell.low], key=lambda n: _share(cell, n))
            change, base = change + cell.distance(was), base + was
    return change > 0 and 100 * change >= percent * base


def _share(cell: Cell, n: int) -> Fraction:
    return Fraction(cell.distance(n), n or 1)
