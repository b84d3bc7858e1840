"""The breakdowns of a release: each force's parts, and those of all forces and nations together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from offences.english import NATIONS, area
from offences.models import (
    Breakdown,
    Category,
    DisclosureRule,
    FigureKind,
    Force,
    Release,
    ReleasedCategory,
    ReleasedFigure,
    ReleasedResponse,
)
from offences.statistics.cells import Range, State
from offences.statistics.years import Year
from offences.trends import CurrentFigure, Part, Split, asked_by_name, current_parts

type OfForces = dict[str, Split]
"""Force → its split, for one breakdown and year."""


@dataclass(frozen=True)
class Place:
    """Where a part belongs: a force, a nation or all forces; a year; a category of a breakdown."""

    kind: str
    body: str
    year: int
    breakdown: str = ""
    category: str = "total"

    def __str__(self) -> str:
        """As the reason says it why a number of this place is not safe."""
        part = f", {self.breakdown} {self.category}" if self.breakdown else ""
        return f"{self.body.replace('-', ' ').title()}, {Year(self.year)}{part}"

    @classmethod
    def of(cls, figure: ReleasedFigure) -> "Place":
        return cls(figure.body_kind, figure.body, figure.year, figure.breakdown, figure.category)


@dataclass(frozen=True)
class Together:
    """A sum of one category over forces, and whose parts are in it."""

    figure: ReleasedFigure
    forces: tuple[str, ...]


@dataclass(frozen=True)
class Parts:
    """Everything of the breakdowns that a release could tell, before anything is hidden."""

    rule: DisclosureRule | None = None
    breakdowns: tuple[Breakdown, ...] = ()
    figures: tuple[ReleasedFigure, ...] = ()  # of single forces
    sums: tuple[Together, ...] = ()
    categories: Mapping[Place, Category] = field(default_factory=dict)  # of each force's figure

    def category_of(self, place: Place) -> Category:
        """The category of a part, of whichever body."""
        return self._by_slug[place.breakdown, place.category]

    @cached_property
    def _by_slug(self) -> dict[tuple[str, str], Category]:
        return {(b.slug, c.slug): c for b in self.breakdowns for c in b.categories.all()}

    @property
    def all_figures(self) -> tuple[ReleasedFigure, ...]:
        return (*self.figures, *(each.figure for each in self.sums))


def parts_of(
    release: Release,
    standing: Mapping[tuple[str, Year], CurrentFigure],
    responses: Sequence[ReleasedResponse],
) -> Parts:
    """The breakdowns that the measure's disclosure rule lets out; nothing without a rule."""
    rule = DisclosureRule.of(release.measure)
    if rule is None:
        return Parts()
    breakdowns = tuple(
        rule.breakdowns.exclude(kind="total").prefetch_related("categories__members", "parts")
    )
    told = {
        key: splits
        for key, splits in current_parts(standing, breakdowns).items()
        if key[1].start <= release.year
    }
    figures, categories = [], {}
    for (slug, year), splits in sorted(told.items()):
        for breakdown, split in splits.items():
            for part in split.values():
                figure = _figure(release, slug, year, breakdown, part, standing[slug, year])
                figures.append(figure)
                categories[Place.of(figure)] = part.category
    sums = tuple(parts_together(release, told, standing, responses))
    return Parts(rule, breakdowns, tuple(figures), sums, categories)


def _figure(
    release: Release, slug: str, year: Year, breakdown: Breakdown, part: Part, held: CurrentFigure
) -> ReleasedFigure:
    cell, count = part.cell, part.count
    figure = ReleasedFigure(
        release=release,
        claim=FigureKind.COUNT,
        body_kind="force",
        body=slug,
        year=year.start,
        breakdown=breakdown.slug,
        category=part.category.slug,
        state=cell.state,
        why=cell.why or "",
        low=cell.low,
        high=cell.high,
        months=cell.months or 12,
        provisional=cell.provisional,
        estimated=cell.estimated,
        doubt=cell.doubt,
        round=held.submission.round.slug if held.submission else "",
    )
    if count is not None:
        figure.section, figure.note, figure.as_written = count.section, count.note, count.as_written
        figure.period_start, figure.period_end = count.period_start, count.period_end
        figure.sheet, figure.cell = count.sheet, count.cell
        if count.document:
            figure.source, figure.source_kind = count.document.title, count.document.kind
    return figure


def parts_together(
    release: Release,
    told: Mapping[tuple[str, Year], Mapping[Breakdown, Split]],
    standing: Mapping[tuple[str, Year], CurrentFigure],
    responses: Sequence[ReleasedResponse],
) -> Iterator[Together]:
    """Each category added up over the forces that gave the whole of its breakdown.

    Over the same forces for every category of it, so that the parts can be set against each
    other; at least two, asked by the widest round of which all are known by name, and with no
    newer answer that is still open. A total of the breakdown, or a “not known”, that some of
    them leave out is of those that give it. Of how many forces, and of how many asked, is told.
    """
    nation_of = dict(Force.objects.values_list("slug", "nation"))
    for year in sorted({year for _, year in told}):
        asked = {s for s in asked_by_name(year, responses) if nation_of[s] in NATIONS}
        by_breakdown: dict[Breakdown, OfForces] = {}
        for (slug, of_year), splits in told.items():
            if of_year == year and slug in asked and not standing[slug, year].pending:
                for breakdown, split in splits.items():
                    if _is_whole(split):
                        by_breakdown.setdefault(breakdown, {})[slug] = split
        nations = {nation_of[slug] for slug in asked}
        for breakdown, whole in by_breakdown.items():
            yield from _added(release, year, ("total", area(nations)), breakdown, whole, asked)
            for nation in sorted(nations) if len(nations) > 1 else ():
                inside = {slug for slug in asked if nation_of[slug] == nation}
                own = {slug: split for slug, split in whole.items() if slug in inside}
                yield from _added(release, year, ("nation", nation), breakdown, own, inside)


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
    place: tuple[str, str],
    breakdown: Breakdown,
    of_forces: OfForces,
    asked: set[str],
) -> Iterator[Together]:
    for category in breakdown.categories.all():
        given = {slug: split[category].cell for slug, split in of_forces.items()}
        forces = tuple(sorted(slug for slug, cell in given.items() if cell.is_comparable))
        if len(forces) < 2:
            continue
        cells = [given[slug] for slug in forces]
        # A number that a force withheld may be nought as well, for all that a sum may tell.
        total = Range.sum(
            Range(cell.low or 0, cell.high) if cell.is_exact else Range(0, cell.high)
            for cell in cells
        )
        yield Together(
            ReleasedFigure(
                release=release,
                claim=FigureKind.SUM,
                body_kind=place[0],
                body=place[1],
                year=year.start,
                breakdown=breakdown.slug,
                category=category.slug,
                state=State.VALUE if total.is_exact else State.SUPPRESSED,
                low=total.low,
                high=total.high,
                with_figures=len(forces),
                asked=len(asked),
                provisional=any(cell.provisional for cell in cells),
                estimated=any(cell.estimated for cell in cells),
                derived=True,
            ),
            forces,
        )


def rule_in_release(rule: DisclosureRule | None) -> dict[str, object]:
    """The rule as a release keeps it."""
    if rule is None:
        return {}
    return {
        "threshold": rule.threshold,
        "national_under": rule.national_under,
        "totals_public": rule.totals_public,
        "reason": rule.reason,
    }


def categories_of(release: Release, breakdowns: Iterable[Breakdown]) -> list[ReleasedCategory]:
    """The categories of these breakdowns as they are named now."""
    return [
        ReleasedCategory(
            release=release,
            breakdown=breakdown.slug,
            breakdown_name=breakdown.name,
            breakdown_position=breakdown.position,
            kind=breakdown.kind,
            complete=breakdown.complete,
            category=each.slug,
            name=each.name,
            position=each.position,
            is_total=each.is_total,
            is_unknown=each.is_unknown,
            age_from=each.age_from,
            age_to=each.age_to,
        )
        for breakdown in breakdowns
        for each in breakdown.categories.all()
    ]
