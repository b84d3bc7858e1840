"""One part of a figure that is corrected, beside the other parts and the total that stay."""

from collections.abc import Iterable, Sequence
from typing import Any

from offences import models as db
from offences.refused import Refused
from offences.releases.parts import FigureKey
from offences.statistics.cells import Range, State
from offences.trends import Figures

WHOLE = ("", "total")


def figure_fields(force: db.Force, year: int, part: tuple[str, str]) -> dict[str, Any]:
    """The fields of a release that name the figure which it corrects."""
    one = {"corrects_force": force, "corrects_year": year, "corrects_breakdown": part[0]}
    return {**one, "corrects_category": part[1] if part[0] else ""}


def require_sum(
    key: FigureKey, breakdowns: Sequence[db.Breakdown], before: Figures, after: Figures
) -> None:
    """Refuse a part with which its breakdown is above its total, or no longer adds up to it."""
    breakdown = next(each for each in breakdowns if each.slug == key.breakdown)
    of = {each.slug for each in breakdown.categories.all() if not each.is_total}
    own = (key.body, key.year, key.breakdown)

    def parts(figures: Figures) -> Range:
        inside = [f for f in figures if (f.body, f.year, f.breakdown) == own and f.category in of]
        return _added(inside)

    whole = next(f for f in before if FigureKey.of(f) == FigureKey("force", key.body, key.year))
    then, now = parts(before), parts(after)
    is_over = whole.high is not None and now.low > whole.high
    added_up = breakdown.complete and then == Range(whole.low or 0, whole.high)
    if is_over or (added_up and now != then):
        raise Refused(
            f"{breakdown.name}: the parts would add up to {now.low}, and the whole figure is "
            f"{whole.low}. Correct the whole figure."
        )


def _added(figures: Iterable[db.ReleasedFigure]) -> Range:
    return Range.sum(Range(f.low or 0, f.high) for f in figures if is_number(f))


def is_number(figure: db.ReleasedFigure | None) -> bool:
    return figure is not None and figure.state in (State.VALUE, State.SUPPRESSED)
