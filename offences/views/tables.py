"""Tables that several pages show: coverage by year, breakdowns, published totals."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from offences import trends
from offences.claims.totals import OwnSum, Total, newest_total, sum_of
from offences.english import number
from offences.exports import SplitTable, split_table
from offences.models import (
    FigureKind,
    Force,
    ForceKind,
    Release,
    ReleasedCategory,
    ReleasedFigure,
    ReleasedResponse,
)
from offences.statistics.years import Year
from offences.trends import Trend
from offences.words import national
from offences.words.cells import round_in_words
from offences.words.panels import coverage_text, reach, reach_by_year
from offences.words.round import Whom, counted_by_charity, who_reported, why_numbers_differ


def coverage_by_year(
    years: Iterable[Year],
    figures: Sequence[ReleasedFigure],
    responses: Sequence[ReleasedResponse],
    totals: tuple[Total, ...] = (),
) -> list[dict]:
    """The number of forces with a figure, newest year first, and how many the charity counted."""
    with_figure = Counter(
        f.year
        for f in figures
        if f.figure_kind == "count" and f.category == "total" and f.state != "missing"
    )
    found = []
    for year in sorted(years, reverse=True):
        total, reported = newest_total(totals, year), ""
        if total and total.with_figures and total.with_figures != with_figure[year.start]:
            reported = counted_by_charity(total)
        text = coverage_text(
            with_figure[year.start], len(trends.asked_by_name(year, responses)) or None
        )
        found.append({"year": year, "text": text, "reported": reported})
    return found


def rounds_of(answers: Sequence[ReleasedResponse]) -> list[tuple[str, str]]:
    """The rounds of a release, newest first: address and words."""
    newest_first = sorted(answers, key=lambda answer: -answer.round_number)
    return list({each.round: round_in_words(each.round_name) for each in newest_first}.items())


def numbers_differ(responses: Sequence[ReleasedResponse], forces: Sequence[Force]) -> str:
    """Why pages count different numbers of forces; nothing where no round is known by name."""
    by_round: dict[int, list[ReleasedResponse]] = defaultdict(list)
    for response in responses:
        by_round[response.round_number].append(response)
    asked = [
        Whom(round_in_words(of[0].round_name), frozenset(r.force for r in of))
        for _, of in sorted(by_round.items())
        if of[0].round_asked == len({r.force for r in of})
    ]
    names = {force.slug: force.in_sentence for force in forces}
    territorial = {f.slug: f.nation for f in forces if f.kind == ForceKind.TERRITORIAL}
    return why_numbers_differ(asked, names, territorial)


# ---- breakdowns


def splits_of_force(trend: Trend) -> list[SplitTable]:
    """The breakdowns that a release has of one force."""
    release, slug = trend.release, trend.force.slug
    figures = trends.splits_of(release, "force", slug)
    totals = {point.year: point.cell for point in trend.points}
    return [
        split_table(
            split,
            totals,
            release.disclosure,
            release.measure.phrase,
            of_one_force=True,
            breaks=trend.series.breaks,
        )
        for split in trends.released_splits(_categories(release, figures), figures, slug, "force")
    ]


def splits_of_all(release: Release, wholes: Sequence[ReleasedFigure]) -> list[SplitTable]:
    """The breakdowns of all forces together. `wholes` are the release's figures, undivided."""
    figures = trends.splits_of(release, "total")
    categories = _categories(release, figures)
    sums = [f for f in wholes if f.figure_kind == FigureKind.SUM and f.body_kind == "total"]
    return [
        split_table(
            split,
            {Year(f.year): trends.released_cell(f) for f in sums if f.body == body},
            release.disclosure,
            release.measure.phrase,
            of_one_force=False,
            forces={Year(f.year): f.with_figures for f in sums if f.body == body},
            breaks=trends.breaks_of(release),
        )
        for body in dict.fromkeys(f.body for f in figures)
        for split in trends.released_splits(categories, figures, body, "total")
    ]


def _categories(release: Release, figures: list[ReleasedFigure]) -> list[ReleasedCategory]:
    return trends.categories_in(release) if figures else []


# ---- published totals


@dataclass(frozen=True)
class TotalGroup:
    """The totals published in one month for one area."""

    vintage: str
    area: str
    totals: list[dict] = field(default_factory=list)
    sources: dict[tuple[str, str], None] = field(default_factory=dict)  # name and address, once


type Step = tuple[TotalGroup, str, list[list[dict]]]


@dataclass(frozen=True)
class Stairs:
    """Published totals as a staircase: publications down, the years they count across."""

    years: list[Year]
    steps: list[Step]  # with whose figures; a cell a year
    MOST: ClassVar = 3  # publications that a page opens with

    @property
    def newest(self) -> list[Step]:
        return self.steps[: self.MOST]

    @property
    def older(self) -> list[Step]:
        return self.steps[self.MOST :]


def stairs_of(groups: Sequence[TotalGroup]) -> Stairs:
    """The totals of each publication under their years; nothing where it has none."""
    years = sorted({total["year"] for group in groups for total in group.totals})
    return Stairs(
        years,
        [
            (
                group,
                _reach_of(group),
                [[t for t in group.totals if t["year"] == year] for year in years],
            )
            for group in groups
        ],
    )


def _reach_of(group: TotalGroup) -> str:
    """On whose figures a publication's totals rest: said once where it is the same of all."""
    years: dict[str, list[Year]] = defaultdict(list)
    for total in reversed(group.totals):
        years[total["reach"]].append(total["year"])
    return reach_by_year(years)


def groups_of(totals: Sequence[Total]) -> list[TotalGroup]:
    """The totals by publication, newest first, with each one's share of the page's largest."""
    shown = [t for t in totals if t.claim == "total" and t.kind == "total"]
    most = max((t.value for t in shown), default=0)
    groups: dict[tuple[str, str], TotalGroup] = {}
    for total in shown:
        key = (total.vintage, total.area)
        group = groups.setdefault(key, TotalGroup(*key))
        share = round(total.value * 100 / most, 2) if most else 0
        more = {"share": share, "pixels": max(1, round(share)), "reach": reach(total)}
        group.totals.append(vars(total) | more)
        if total.source:
            group.sources[total.source, total.source_url] = None
    return list(groups.values())


# ---- the newest figure of all forces together


@dataclass(frozen=True)
class Newest:
    """A national figure: our own sum, or a total as published."""

    shown: str
    year: Year
    says: list[str]
    is_sum: bool = False
    vintage: str = ""
    source: str = ""
    source_url: str = ""


def newest_of(totals: tuple[Total, ...], sums: tuple[OwnSum, ...]) -> Newest | None:
    """The figure of all forces together for the newest year that has one."""
    years = sorted({t.year for t in totals} | {each.year for each in sums}, reverse=True)
    return next((found for year in years if (found := _of_year(year, totals, sums))), None)


def _of_year(year: Year, totals: tuple[Total, ...], sums: tuple[OwnSum, ...]) -> Newest | None:
    if own := sum_of(sums, year):
        return Newest(national.shown(own), year, [national.how_added(own)], is_sum=True)
    total = newest_total(totals, year)
    if total is None:
        return None
    return Newest(
        number(total.value),
        year,
        [who_reported(total)] if total.with_figures else [],
        vintage=total.vintage,
        source=total.source,
        source_url=total.source_url,
    )
