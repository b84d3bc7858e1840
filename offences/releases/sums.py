"""What forces recorded together, all or those of a nation, where every one's answer is known."""

from collections.abc import Mapping, Sequence

from offences.claims.wording import NATIONS, area
from offences.models import Force, Release, ReleasedFigure, ReleasedResponse
from offences.statistics.cells import Missing, State
from offences.statistics.panels import Panel
from offences.statistics.series import Series
from offences.statistics.years import Year
from offences.trends import asked_by_name, released_cell

# Of a force with one of these, whether it has a figure is not known, so nothing is added up.
OPEN = {Missing.NOT_IN_RECORDS, Missing.NOT_CHECKED, Missing.UNCONFIRMED_ZERO}


def sums_of(
    release: Release,
    counts: Sequence[ReleasedFigure],
    responses: Sequence[ReleasedResponse],
) -> list[ReleasedFigure]:
    """For each year the sum of the forces’ figures, with the number of forces behind it.

    The forces are those asked about the year by the newest round of which all are known by name:
    all of them, and those of each nation where it asked in several. A year has a sum only where
    what each of them answered is known. A force that refused or was silent adds nothing,
    and the number of forces says so. Over a single force, or with a figure in doubt or not checked,
    there is no sum.
    """
    by_year: dict[int, dict[str, ReleasedFigure]] = {}
    for figure in counts:
        by_year.setdefault(figure.year, {})[figure.body] = figure
    nation_of = dict(Force.objects.values_list("slug", "nation"))
    found = []
    for year, figures in sorted(by_year.items()):
        asked = asked_by_name(Year(year), responses)
        nations = {nation_of[slug] for slug in asked} & NATIONS
        found.append(_sum(release, year, "total", area(nations), asked, figures))
        for nation in sorted(nations) if len(nations) > 1 else ():
            own = {slug for slug in asked if nation_of[slug] == nation}
            found.append(_sum(release, year, "nation", nation, own, figures))
    return [each for each in found if each]


def _is_open(figure: ReleasedFigure) -> bool:
    return figure.why in OPEN or bool(figure.doubt)


def _sum(
    release: Release,
    year: int,
    kind: str,
    place: str,
    asked: set[str],
    figures: Mapping[str, ReleasedFigure],
) -> ReleasedFigure | None:
    """The sum over these forces; None where it is none."""
    told = [figures[slug] for slug in asked if slug in figures]
    if len(asked) < 2 or len(told) < len(asked) or not place or any(map(_is_open, told)):
        return None
    series = {f.body: Series({Year(year): released_cell(f)}) for f in told}
    panel = Panel(series, len(told))
    total, covered = panel.total(Year(year)), panel.coverage(Year(year))
    if total is None:
        return None
    # A part of a year stands for a year that is larger: the sum has no upper limit then.
    high = None if any(f.state == State.PART_YEAR for f in told) else total.high
    return ReleasedFigure(
        release=release,
        claim=ReleasedFigure.Claim.SUM,
        body_kind=kind,
        body=place,
        year=year,
        state=State.VALUE if high == total.low else State.SUPPRESSED,
        low=total.low,
        high=high,
        with_figures=covered.with_figures,
        asked=covered.asked,
        provisional=any(f.provisional for f in told),
        estimated=any(f.estimated for f in told),
        derived=True,
    )
