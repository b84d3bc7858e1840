"""What a force answered before, as a letter or a form shows it."""

from collections.abc import Iterable
from dataclasses import dataclass

from offences.models import Measure
from offences.statistics.cells import Cell, State
from offences.statistics.years import Year
from offences.trends import current_figures
from offences.words.return_form import part_year


@dataclass(frozen=True)
class EarlierFigure:
    """The newest figure that we have of one force and measure."""

    measure: Measure
    year: Year
    written: str


class EarlierFigures:
    """The newest figure of each force, from the checked returns up to a round."""

    def __init__(self, measures: Iterable[Measure], last_round: int) -> None:
        self._newest: dict[str, dict[int, EarlierFigure]] = {}
        for measure in measures:
            for (force, year), found in current_figures(measure, last_round).items():
                of_force = self._newest.setdefault(force, {})
                before = of_force.get(measure.pk)
                if not found.cell.is_missing and (before is None or before.year < year):
                    figure = EarlierFigure(measure, year, str(as_written(found.cell)))
                    of_force[measure.pk] = figure

    def of(self, force: str) -> tuple[EarlierFigure, ...]:
        """The newest figure of each measure that this force gave, by the force's slug."""
        return tuple(self._newest.get(force, {}).values())


def as_written(cell: Cell) -> str | int:
    """A figure as a reader of the form would write it."""
    if cell.state is State.PART_YEAR:
        return part_year(cell.low, cell.months)
    if cell.low == cell.high:
        return cell.low or 0
    return f"{cell.low} or more" if cell.high is None else f"{cell.low} to {cell.high}"
