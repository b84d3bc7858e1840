"""Sums over all forces or those of a nation, if every one's answer is known."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from offences.english import NATIONS, and_list, area
from offences.models import FigureKind, Force, Release, ReleasedFigure, ReleasedResponse
from offences.releases.copies import copy_sum
from offences.statistics.cells import OPEN, Range, State
from offences.statistics.panels import Panel
from offences.statistics.series import Series
from offences.statistics.years import Year
from offences.trends import asked_by_name, released_cell

FEW = 6  # up to so many forces are named, more are counted


def sums_of(
    release: Release,
    counts: Sequence[ReleasedFigure],
    responses: Sequence[ReleasedResponse],
    pending: Collection[tuple[str, int]] = (),
) -> list[ReleasedFigure]:
    """For each year the sum of the forces’ figures, with the number of forces behind it.

    The forces are those asked about the year by the widest round whose forces are all known by
    name: all of them, and those of each nation where it asked in several. A force that is of no one
    nation, such as a railway police, is excluded. A year has a sum only where what each force
    answered is known, checked and settled, its newest answer included. A force that refused or
    was silent adds nothing, and the number of forces says so. Over one force’s figure alone, or
    with one in doubt, there is no sum.
    """
    nation_of, found = nations_by_force(), []
    for year, figures in _by_year(counts):
        closed = {s: f for s, f in figures.items() if (s, year) not in pending and not _is_open(f)}
        for kind, place, asked in places_asked(Year(year), responses, nation_of):
            found.append(_sum(release, year, kind, place, asked, closed))
    return [each for each in found if each]


def nations_by_force() -> dict[str, str]:
    return dict(Force.objects.filter(nation__in=NATIONS).values_list("slug", "nation"))


def places_asked(
    year: Year, responses: Sequence[ReleasedResponse], nation_of: Mapping[str, str]
) -> Iterator[tuple[str, str, set[str]]]:
    """All forces asked about a year, then those of each nation where several were asked."""
    asked = asked_by_name(year, responses) & nation_of.keys()
    nations = {nation_of[slug] for slug in asked}
    yield "total", area(nations), asked
    for nation in sorted(nations) if len(nations) > 1 else ():
        yield "nation", nation, {slug for slug in asked if nation_of[slug] == nation}


def _by_year(counts: Iterable[ReleasedFigure]) -> Iterator[tuple[int, dict[str, ReleasedFigure]]]:
    for year, figures in groupby(sorted(counts, key=lambda f: f.year), lambda f: f.year):
        yield year, {figure.body: figure for figure in figures}


def forces_behind(
    sums: Sequence[ReleasedFigure],
    counts: Sequence[ReleasedFigure],
    responses: Sequence[ReleasedResponse],
) -> list[tuple[ReleasedFigure, tuple[str, ...]]]:
    """Each sum with the forces whose figures are in it."""
    nation_of, having = nations_by_force(), defaultdict(set)
    for figure in counts:
        if figure.low is not None:
            having[figure.year].add(figure.body)
    found = []
    for each in sums:
        inside = asked_by_name(Year(each.year), responses) & having[each.year] & nation_of.keys()
        if each.body_kind == "nation":
            inside = {s for s in inside if nation_of[s] == each.body}
        found.append((each, tuple(sorted(inside))))
    return found


def why_not_summed(
    counts: Sequence[ReleasedFigure],
    figures: Sequence[ReleasedFigure],
    responses: Sequence[ReleasedResponse],
    names: Mapping[str, str],
) -> list[tuple[int, str]]:
    """The years that have figures and no sum over all forces asked, each with the reason."""
    summed = {
        f.year
        for f in figures
        if f.claim == FigureKind.SUM and f.body_kind == "total" and f.category == "total"
    }
    nation_of, reasons = nations_by_force(), []
    for year, of_year in _by_year(counts):
        if year in summed or all(f.state == State.MISSING for f in of_year.values()):
            continue
        asked = asked_by_name(Year(year), responses) & nation_of.keys()
        open_ = [s for s in asked if s not in of_year or _is_open(of_year[s])]
        if len(asked) < 2:
            why = "no round asked about it whose forces are all known by name"
        elif open_:
            named = sorted(names.get(slug, slug) for slug in open_)
            few = and_list(named) if len(named) <= FEW else f"{len(named)} forces"
            why = f"it is not settled what {few} answered"
        else:
            why = "fewer than two forces have a figure, or a newer answer is not settled"
        reasons.append((year, why))
    return reasons


def _is_open(figure: ReleasedFigure) -> bool:
    return figure.why in OPEN or bool(figure.doubt)


def _sum(
    release: Release,
    year: int,
    kind: str,
    place: str,
    asked: set[str],
    closed: Mapping[str, ReleasedFigure],
) -> ReleasedFigure | None:
    """The sum over these forces; None if an answer is not known or there is one figure."""
    figures = [closed[slug] for slug in asked if slug in closed]
    if len(figures) < len(asked):
        return None
    series = {f.body: Series({Year(year): released_cell(f)}) for f in figures}
    panel = Panel(series, len(figures))
    total, covered = panel.total(Year(year)), panel.coverage(Year(year))
    if total is None or covered.with_figures < 2:
        return None
    # The count of a whole year is larger than that of its part: the sum has no upper limit then.
    high = None if any(f.state == State.PART_YEAR for f in figures) else total.high
    return copy_sum(
        release,
        kind,
        place,
        year,
        Range(total.low, high),
        of=figures,
        asked=covered.asked,
        with_figures=covered.with_figures,
    )
