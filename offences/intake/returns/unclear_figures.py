"""Cells that give no figure, and the question about each, or about many of one kind."""

from collections.abc import Sequence

from offences.english import and_list
from offences.intake.returns.cells import CountCell, Obstacle


class UnclearFigure(Exception):
    """Cells that give no figure: the message says why, `cells` are the reason."""

    def __init__(self, why: str, *cells: CountCell) -> None:
        super().__init__(why)
        self.cells = cells


class UnclearMonths(UnclearFigure):
    """A part of a year whose months nobody knows; it is asked about once for all of its kind."""

    def __init__(self, cell: CountCell, why: str) -> None:
        super().__init__(f"{cell} is for a part of {why}", cell)
        self.cell, self.kind = cell, (cell.table, cell.observation.part_words, why)

    @staticmethod
    def of_all(same: "Sequence[UnclearMonths]") -> Obstacle:
        """One question about all cells under the same words for a part of a year."""
        first, *others = same
        more = ""
        if others:
            cells = [each.cell.cell or "" for each in others]
            named = cells if len(cells) <= 4 else [*cells[:3], f"{len(cells) - 3} more"]
            under = f" under “{first.cell.observation.part_words[:60]}”" * bool(first.kind[1])
            more = f" So it is with the other counts{under}: {and_list(named)}."
        keys = tuple(each.cell.key for each in others)
        return Obstacle(*first.cell.address, f"{first}{more}", count=first.cell.key, also=keys)
