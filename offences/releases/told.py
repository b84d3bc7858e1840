"""What a release says of each force, year by year, as the force is told it."""

from collections.abc import Iterable

from offences.models import FigureKind, ReleasedFigure
from offences.releases.words import QUIET, said
from offences.statistics.cells import OPEN
from offences.statistics.years import Year

Told = dict[str, str]
"""Year → the figure as published, or the reason why there is none; newest year first."""


def told_by_force(figures: Iterable[ReleasedFigure]) -> dict[str, Told]:
    """Force → its figures and its own reasons; what only we have not settled is no word of its."""
    found: dict[str, Told] = {}
    for figure in sorted(figures, key=lambda f: -f.year):
        of_force = (figure.claim, figure.body_kind) == (FigureKind.COUNT, "force")
        if of_force and figure.category == "total" and figure.why not in QUIET | OPEN:
            label = Year(figure.year).label
            found.setdefault(figure.body, {})[label] = said(figure, note=False)
    return found
