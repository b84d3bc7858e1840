"""The sums of a release over all forces or those of a nation, and its breakdowns."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from offences import models as db
from offences.claims.thresholds import Thresholds
from offences.english import NATIONS, and_list, area
from offences.releases.copies import copy_count, copy_sum
from offences.statistics.cells import OPEN, Range, State
from offences.statistics.panels import Panel
from offences.statistics.revised import is_revised_by
from offences.statistics.series import Series
from offences.statistics.years import Year
from offences.trends import (
    CurrentFigures,
    Figures,
    Responses,
    Split,
    asked_by_name,
    current_parts,
    released_cell,
)

type OfForces = dict[str, Split]
"""Force → its split, for one breakdown and year."""


class FigureKey(NamedTuple):
    """The key of a figure: force, nation or all; year; category of a breakdown."""

    kind: str
    body: str
    year: int
    breakdown: str = ""
    category: str = "total"

    def __str__(self) -> str:
        """The figure in the reason why a number is not safe."""
        part = f", {self.breakdown} {self.category}" if self.breakdown else ""
        return f"{self.body.replace('-', ' ').title()}, {Year(self.year)}{part}"

    @classmethod
    def of(cls, figure: db.ReleasedFigure) -> "FigureKey":
        return cls(figure.body_kind, figure.body, figure.year, figure.breakdown, figure.category)


@dataclass(frozen=True)
class ForceSum:
    """A sum of one category over forces, and which forces are in it."""

    figure: db.ReleasedFigure
    forces: tuple[str, ...]


@dataclass(frozen=True)
class Parts:
    """All breakdowns that a release could publish, before anything is hidden."""

    rule: db.DisclosureRule | None = None
    breakdowns: tuple[db.Breakdown, ...] = ()
    figures: tuple[db.ReleasedFigure, ...] = ()  # of single forces
    sums: tuple[ForceSum, ...] = ()
    categories: Mapping[FigureKey, db.Category] = field(
        default_factory=dict
    )  # of each force's figure

    @cached_property
    def by_slug(self) -> dict[tuple[str, str], db.Category]:
        return {(b.slug, c.slug): c for b in self.breakdowns for c in b.categories.all()}

    @property
    def all_figures(self) -> tuple[db.ReleasedFigure, ...]:
        return (*self.figures, *(each.figure for each in self.sums))


def parts_of(release: db.Release, current: CurrentFigures, responses: Responses) -> Parts:
    """The breakdowns that the measure's disclosure rule allows; none without a rule."""
    rule = db.DisclosureRule.of(release.measure)
    if rule is None:
        return Parts()
    breakdowns = tuple(
        rule.breakdowns.exclude(kind="total").prefetch_related("categories__members", "parts")
    )
    splits_of = {
        key: splits
        for key, splits in current_parts(current, breakdowns).items()
        if key[1].start <= release.year
    }
    figures, categories = [], {}
    for (slug, year), splits in sorted(splits_of.items()):
        own = current[slug, year].submission
        for part in (part for split in splits.values() for part in split.values()):
            counts = [part.count] if part.count else []
            figure = copy_count(release, slug, year, part.cell, own, counts, category=part.category)
            figures.append(figure)
            categories[FigureKey.of(figure)] = part.category
    sums = tuple(sums_of_parts(release, splits_of, current, responses))
    return Parts(rule, breakdowns, tuple(figures), sums, categories)


def sums_of_parts(
    release: db.Release,
    splits_of: Mapping[tuple[str, Year], Mapping[db.Breakdown, Split]],
    current: CurrentFigures,
    responses: Responses,
) -> Iterator[ForceSum]:
    """Each category added up over the forces that gave the whole of its breakdown.

    Over the same forces for every category of it, so that the parts can be set against each
    other; at least two, asked by the widest round whose forces are all known by name, and with no
    newer answer that is still open. A total of the breakdown, or a “not known”, that some of them
    omit covers those that give it. Each sum states its number of forces, and how many were asked.
    """
    nation_of = nations_by_force()
    for year in sorted({year for _, year in splits_of}):
        places = list(places_asked(year, responses, nation_of))
        by_breakdown: dict[db.Breakdown, OfForces] = {}
        for (slug, of_year), splits in splits_of.items():
            if of_year == year and slug in places[0][2] and not current[slug, year].pending:
                for breakdown, split in splits.items():
                    if is_whole(split):
                        by_breakdown.setdefault(breakdown, {})[slug] = split
        for breakdown, whole in by_breakdown.items():
            for place in places:
                yield from _added(release, year, place, breakdown, whole)


def is_whole(split: Split) -> bool:
    """Every part that a return can be expected to give is there, and can be added up."""
    return all(
        part.cell.is_comparable
        for category, part in split.items()
        if not (category.is_total or category.is_unknown)
    )


def _added(
    release: db.Release,
    year: Year,
    place: tuple[str, str, set[str]],
    breakdown: db.Breakdown,
    of_forces: OfForces,
) -> Iterator[ForceSum]:
    kind, body, asked = place
    for category in breakdown.categories.all():
        given = {slug: each[category].cell for slug, each in of_forces.items() if slug in asked}
        forces = tuple(sorted(slug for slug, cell in given.items() if cell.is_comparable))
        if len(forces) < 2:
            continue
        cells = [given[slug] for slug in forces]
        # A number that a force withheld may be zero too, so the sum discloses nothing about it.
        total = Range.sum(
            Range(cell.low or 0, cell.high) if cell.is_exact else Range(0, cell.high)
            for cell in cells
        )
        figure = copy_sum(
            *(release, kind, body, year.start, total),
            of=cells,
            asked=len(asked),
            with_figures=len(forces),
            category=category,
        )
        yield ForceSum(figure, forces)


FEW = 6  # up to so many forces are named, more are counted


def sums_of(
    release: db.Release,
    counts: Figures,
    responses: Responses,
    pending: Collection[tuple[str, int]] = (),
) -> list[db.ReleasedFigure]:
    """For each year the sum of the forces’ figures, with the number of forces behind it.

    The forces are those asked about the year by the widest round whose forces are all known by
    name: all of them, and those of each nation where it asked in several. A force that belongs to
    no single nation, such as the railway police, is excluded. A year has a sum only where what each
    force answered is known, checked and settled, its newest answer included. A force that refused
    or did not answer adds nothing, and the number of forces says so. One force’s figure alone makes
    no sum, nor does a sum include a figure in doubt; that of a nation includes none revised by
    much.
    """
    nation_of, found = nations_by_force(), []
    for year, figures in _by_year(counts):
        closed = {s: f for s, f in figures.items() if (s, year) not in pending and not _is_open(f)}
        for kind, place, asked in places_asked(Year(year), responses, nation_of):
            found.append(_sum(release, year, kind, place, asked, closed))
    return [each for each in found if each]


def nations_by_force() -> dict[str, str]:
    return dict(db.Force.objects.filter(nation__in=NATIONS).values_list("slug", "nation"))


def places_asked(
    year: Year, responses: Responses, nation_of: Mapping[str, str]
) -> Iterator[tuple[str, str, set[str]]]:
    """All forces asked about a year, then those of each nation where several were asked."""
    asked = asked_by_name(year, responses) & nation_of.keys()
    nations = {nation_of[slug] for slug in asked}
    yield "total", area(nations), asked
    for nation in sorted(nations) if len(nations) > 1 else ():
        yield "nation", nation, {slug for slug in asked if nation_of[slug] == nation}


def _by_year(counts: Figures) -> Iterator[tuple[int, dict[str, db.ReleasedFigure]]]:
    for year, figures in groupby(sorted(counts, key=lambda f: f.year), lambda f: f.year):
        yield year, {figure.body: figure for figure in figures}


def forces_behind(
    sums: Figures, counts: Figures, responses: Responses, nation_of: Mapping[str, str] | None = None
) -> list[tuple[db.ReleasedFigure, tuple[str, ...]]]:
    """Each sum with the forces whose figures are in it."""
    nation_of = nations_by_force() if nation_of is None else nation_of
    having = defaultdict(set)
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
    counts: Figures, figures: Figures, responses: Responses, names: Mapping[str, str]
) -> list[tuple[int, str]]:
    """The years that have figures and no sum over all forces asked, each with the reason."""
    of_all = (db.FigureKind.SUM, "total", "total")
    summed = {f.year for f in figures if (f.figure_kind, f.body_kind, f.category) == of_all}
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
            why = f"what {few} answered is neither checked, refused nor closed"
        else:
            why = "fewer than two forces have a figure, or a newer answer is not checked"
        reasons.append((year, why))
    return reasons


def _is_open(figure: db.ReleasedFigure) -> bool:
    return figure.why in OPEN or bool(figure.doubt)


def _sum(
    release: db.Release,
    year: int,
    kind: str,
    place: str,
    asked: set[str],
    closed: Mapping[str, db.ReleasedFigure],
) -> db.ReleasedFigure | None:
    """The sum over these forces; None if an answer is not known or there is one figure."""
    figures = [closed[slug] for slug in asked if slug in closed]
    if len(figures) < len(asked):
        return None
    cells = {f.body: released_cell(f) for f in figures}
    much = Thresholds().revised_pct
    if kind == "nation" and any(is_revised_by(much, [cell]) for cell in cells.values()):
        return None
    series = {body: Series({Year(year): cell}) for body, cell in cells.items()}
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
