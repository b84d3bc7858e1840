"""Breakdowns as pages show them: one force's, or those of all forces together."""

from collections.abc import Sequence

from offences.exports import SplitTable, split_table
from offences.models import FigureKind, Release, ReleasedCategory, ReleasedFigure
from offences.statistics.years import Year
from offences.trends import Trend, categories_in, released_cell, released_splits, splits_of


def of_force(trend: Trend) -> list[SplitTable]:
    """The breakdowns that a release has of one force."""
    release, slug = trend.release, trend.force.slug
    figures = splits_of(release, "force", slug)
    totals = {point.year: point.cell for point in trend.points}
    return [
        split_table(split, totals, release.disclosure, release.measure.phrase, of_one_force=True)
        for split in released_splits(_categories(release, figures), figures, slug, "force")
    ]


def of_all(release: Release, wholes: Sequence[ReleasedFigure]) -> list[SplitTable]:
    """The breakdowns of all forces together. `wholes` are the release's figures, undivided."""
    figures = splits_of(release, "total")
    categories = _categories(release, figures)
    sums = [f for f in wholes if f.claim == FigureKind.SUM and f.body_kind == "total"]
    return [
        split_table(
            split,
            {Year(f.year): released_cell(f) for f in sums if f.body == body},
            release.disclosure,
            release.measure.phrase,
            of_one_force=False,
            forces={Year(f.year): f.with_figures for f in sums if f.body == body},
        )
        for body in dict.fromkeys(f.body for f in figures)
        for split in released_splits(categories, figures, body, "total")
    ]


def _categories(release: Release, figures: list[ReleasedFigure]) -> list[ReleasedCategory]:
    return categories_in(release) if figures else []
