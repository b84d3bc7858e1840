"""The breakdowns of a release: the parts of each force, of nations and of all forces."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from offences.models import (
    Breakdown,
    Category,
    DisclosureRule,
    Release,
    ReleasedFigure,
    ReleasedResponse,
)
from offences.releases.copies import copy_count, copy_sum
from offences.releases.national_sums import nations_by_force, places_asked
from offences.statistics.cells import Range
from offences.statistics.years import Year
from offences.trends import CurrentFigure, Split, current_parts

type OfForces = dict[str, Split]
"""Force → its split, for one breakdown and year."""


@dataclass(frozen=True)
class FigureKey:
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
    def of(cls, figure: ReleasedFigure) -> "FigureKey":
        return cls(figure.body_kind, figure.body, figure.year, figure.breakdown, figure.category)


@dataclass(frozen=True)
class ForceSum:
    """A sum of one category over forces, and which forces are in it."""

    figure: ReleasedFigure
    forces: tuple[str, ...]


@dataclass(frozen=True)
class Parts:
    """All breakdowns that a release could publish, before anything is hidden."""

    rule: DisclosureRule | None = None
    breakdowns: tuple[Breakdown, ...] = ()
    figures: tuple[ReleasedFigure, ...] = ()  # of single forces
    sums: tuple[ForceSum, ...] = ()
    categories: Mapping[FigureKey, Category] = field(default_factory=dict)  # of each force's figure

    def category_of(self, place: FigureKey) -> Category:
        """The category of a figure."""
        return self._by_slug[place.breakdown, place.category]

    @cached_property
    def _by_slug(self) -> dict[tuple[str, str], Category]:
        return {(b.slug, c.slug): c for b in self.breakdowns for c in b.categories.all()}

    @property
    def all_figures(self) -> tuple[ReleasedFigure, ...]:
        return (*self.figures, *(each.figure for each in self.sums))


def parts_of(
    release: Release,
    current: Mapping[tuple[str, Year], CurrentFigure],
    responses: Sequence[ReleasedResponse],
) -> Parts:
    """The breakdowns that the measure's disclosure rule allows; none without a rule."""
    rule = DisclosureRule.of(release.measure)
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
    release: Release,
    splits_of: Mapping[tuple[str, Year], Mapping[Breakdown, Split]],
    current: Mapping[tuple[str, Year], CurrentFigure],
    responses: Sequence[ReleasedResponse],
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
        by_breakdown: dict[Breakdown, OfForces] = {}
        for (slug, of_year), splits in splits_of.items():
            if of_year == year and slug in places[0][2] and not current[slug, year].pending:
                for breakdown, split in splits.items():
                    if _is_whole(split):
                        by_breakdown.setdefault(breakdown, {})[slug] = split
        for breakdown, whole in by_breakdown.items():
            for place in places:
                yield from _added(release, year, place, breakdown, whole)


def _is_whole(split: Split) -> bool:
    """Every part that a return can be expected to give is there, and can be added up."""
    return all(
        part.cell.is_comparable
        for category, part in split.items()
        if not (category.is_total or category.is_unknown)
    )


def _added(
    release: Release,
    year: Year,
    place: tuple[str, str, set[str]],
    breakdown: Breakdown,
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
