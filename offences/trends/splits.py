"""The breakdowns of a release, for one force, one nation or all forces together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from offences.models import Release, ReleasedCategory, ReleasedFigure
from offences.statistics.cells import Cell, Missing
from offences.statistics.years import Year
from offences.trends.file_rows import Figures
from offences.trends.released import released_cell


@dataclass(frozen=True)
class SplitPoint:
    """One category in one year: its cell, how many forces are in it, where it is from."""

    cell: Cell
    figure: ReleasedFigure | None = None


@dataclass(frozen=True)
class SplitRow:
    """One category over the years, newest first; a year without a figure is missing."""

    category: ReleasedCategory
    points: Mapping[Year, SplitPoint]

    def cell(self, year: Year) -> Cell:
        point = self.points.get(year)
        return point.cell if point else Cell.missing(Missing.NOT_AVAILABLE)


@dataclass(frozen=True)
class ReleasedSplit:
    """One breakdown of a body, as one release has it."""

    slug: str
    name: str
    kind: str
    complete: bool
    years: tuple[Year, ...]  # newest first: those with any figure of it in the release
    rows: tuple[SplitRow, ...]  # the parts, without stated total and “not known”
    unknown: SplitRow | None = None
    total: SplitRow | None = None

    @property
    def all_rows(self) -> tuple[SplitRow, ...]:
        return (*self.rows, *(row for row in (self.unknown, self.total) if row))


def splits_of(release: Release, kind: str = "", body: str = "") -> list[ReleasedFigure]:
    """The figures of a release's breakdowns, or of one kind of area or one area only."""
    if not release.disclosure:  # it publishes no breakdown: nothing to ask for
        return []
    asked = {name: value for name, value in (("body_kind", kind), ("body", body)) if value}
    return list(ReleasedFigure.objects.filter(release=release, **asked).exclude(breakdown=""))


def categories_in(release: Release) -> list[ReleasedCategory]:
    return list(release.categories.all()) if release.disclosure else []


def released_splits(
    categories: Sequence[ReleasedCategory], figures: Figures, body: str, kind: str
) -> list[ReleasedSplit]:
    """The breakdowns that a release has of one body, out of rows already read."""
    points: dict[tuple[str, str], dict[Year, SplitPoint]] = {}
    for f in figures:
        if (f.body_kind, f.body) == (kind, body) and f.breakdown:
            of_category = points.setdefault((f.breakdown, f.category), {})
            of_category[Year(f.year)] = SplitPoint(released_cell(f), f)
    by_breakdown: dict[str, list[SplitRow]] = {}
    for each in categories:
        row = SplitRow(each, points.get((each.breakdown, each.category), {}))
        by_breakdown.setdefault(each.breakdown, []).append(row)
    return [_split(rows) for rows in by_breakdown.values() if any(row.points for row in rows)]


def _split(rows: Sequence[SplitRow]) -> ReleasedSplit:
    first = rows[0].category
    return ReleasedSplit(
        slug=first.breakdown,
        name=first.breakdown_name,
        kind=first.kind,
        complete=first.complete,
        years=tuple(sorted({year for row in rows for year in row.points}, reverse=True)),
        rows=tuple(r for r in rows if not (r.category.is_total or r.category.is_unknown)),
        unknown=next((r for r in rows if r.category.is_unknown), None),
        total=next((r for r in rows if r.category.is_total), None),
    )
