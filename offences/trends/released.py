"""Releases: what the public pages and the drafts read."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import QuerySet

from offences.claims.totals import OwnSum, Total, area_in_words
from offences.models import (
    FigureBody,
    FigureKind,
    Force,
    Measure,
    Release,
    ReleasedFigure,
    ReleasedResponse,
)
from offences.statistics.cells import Cell, Flags, Missing, Range, State
from offences.statistics.dates import in_words, iso
from offences.statistics.panels import Panel
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from offences.trends.file_rows import Figures, rows_of, values_of
from offences.trends.sql_written_once import ask
from offences.words import reasons

type Responses = Collection[ReleasedResponse]
type National = tuple[tuple[Total, ...], tuple[OwnSum, ...]]
"""Recorded totals and our own sums of one release, newest year first."""

# Their own order within a release: the rows of a release come without its table and its measure's.
FIGURES_IN_ORDER = ("body_kind", "body", "-year", "figure_kind")
RESPONSES_IN_ORDER = ("-round_number", "force", "number")
ANSWER = [field.attname for field in ReleasedResponse._meta.concrete_fields]
OF_SEVERAL = [kind for kind in FigureBody if kind != FigureBody.FORCE]


@dataclass(frozen=True)
class Point:
    """One year of a trend: its cell, and all that leads back to where it came from."""

    year: Year
    cell: Cell
    reason: str = ""  # in words, where there is no figure: “not in our records”
    vintage: str = ""  # when it was published: “June 2019”
    published_on: str = ""  # the same for programs: “2019-06”
    restated: bool = True  # given in the round of the newest figure; if not, an outline
    source: str = ""
    source_url: str = ""
    source_kind: str = ""
    sheet: str = ""
    cell_address: str = ""
    note: str = ""
    derived: bool = False
    revised_why: str = ""  # why it changed since the release before
    round: str = ""


@dataclass(frozen=True)
class Trend:
    """One force's figures for one measure, as one release has them, oldest year first."""

    measure: Measure
    force: Force
    release: Release
    points: tuple[Point, ...]  # no year after the last one with anything known
    series: Series  # of every year that the release has, the later ones too
    later: tuple[Year, ...]  # years of the release after those points: of which nothing is known
    responses: tuple[ReleasedResponse, ...]  # newest round first
    totals: tuple[Total, ...] = field(default=())  # recorded totals, newest year first
    sums: tuple[OwnSum, ...] = field(default=())  # of all forces asked, newest year first
    recorded: tuple[ReleasedFigure, ...] = field(default=())  # published of it, no count of a year

    @property
    def newest(self) -> Point | None:
        return next((p for p in reversed(self.points) if not p.cell.is_missing), None)

    @property
    def figures(self) -> int:
        return sum(not p.cell.is_missing for p in self.points)


def newest_of(releases: Iterable[Release]) -> list[Release]:
    """The first of these releases for each measure; they come newest first."""
    newest: dict[int, Release] = {}
    for release in releases:
        newest.setdefault(release.measure_id, release)
    return list(newest.values())


def figures_of(releases: Sequence[Release]) -> list[ReleasedFigure]:
    """The undivided figures of some releases."""
    figures = ReleasedFigure.objects.filter(release__in=releases, breakdown="")
    return list(figures.order_by(*FIGURES_IN_ORDER))


def years_with_figures(
    releases: Sequence[Release], forces: Sequence[str]
) -> list[tuple[str, int, int]]:
    """The years in which these forces have a figure of their own: force, release, year."""
    figures = ReleasedFigure.objects.filter(
        release__in=releases, breakdown="", body_kind="force", body__in=forces
    ).filter(figure_kind=FigureKind.COUNT, category="total")
    some = figures.exclude(state=State.MISSING)
    return list(some.values_list("body", "release_id", "year"))


def asked_by_name(year: Year, responses: Responses) -> set[str]:
    """The forces asked about a year by the widest round of which all of them are known by name.

    A newer round to a few forces, or one known in part, does not count for all.
    """
    rounds: dict[int, list[ReleasedResponse]] = {}
    for r in responses:
        if r.round_first_year <= year.start <= r.round_last_year:
            rounds.setdefault(r.round_number, []).append(r)
    by_name = [
        (len(forces), number, forces)
        for number, of_round in rounds.items()
        if of_round[0].round_asked == len(forces := {r.force for r in of_round})
    ]
    return max(by_name, key=lambda known: known[:2], default=(0, 0, set()))[2]


def sums_of(release: Release, figures: Figures, kind: str = "total") -> tuple[OwnSum, ...]:
    """The sums of a release, newest year first: of all forces asked, or of those of nations."""
    wanted = (release.pk, FigureKind.SUM, kind)
    rows = [f for f in figures if (f.release_id, f.figure_kind, f.body_kind) == wanted]
    rows = sorted((f for f in rows if f.low is not None), key=lambda f: f.year, reverse=True)
    return tuple(
        OwnSum(
            year=Year(f.year),
            total=Range(f.low or 0, f.high),
            area=f.body,
            with_figures=f.with_figures or 0,
            asked=f.asked or 0,
            estimated=f.estimated,
            provisional=f.provisional,
        )
        for f in rows
    )


def recorded_of(release: Release) -> tuple[Total, ...]:
    return national_of(release)[0]


def national_of(release: Release) -> National:
    return nationals_of([release])[0]


def nationals_of(releases: Sequence[Release]) -> list[National]:
    """What each of some releases has of several forces together: one query."""
    rows = values_of(ask(_of_several, releases))
    return [(totals_of(release, rows), sums_of(release, rows)) for release in releases]


def _of_several(releases: Sequence[int], _body: str) -> QuerySet:
    wanted = {"release__in": releases, "body_kind__in": OF_SEVERAL, "breakdown": ""}
    return rows_of(ReleasedFigure.objects.filter(**wanted).order_by(*FIGURES_IN_ORDER))


def _of_force(releases: Sequence[int], force: str) -> QuerySet:
    wanted = {"release__in": releases, "body_kind": "force", "body": force, "breakdown": ""}
    return rows_of(ReleasedFigure.objects.filter(**wanted).order_by(*FIGURES_IN_ORDER))


def responses_of(releases: Sequence[Release]) -> list[ReleasedResponse]:
    of_releases = ReleasedResponse.objects.filter(release__in=releases)
    return list(of_releases.order_by(*RESPONSES_IN_ORDER))


def _answers_of_force(releases: Sequence[int], force: str) -> QuerySet:
    answers = ReleasedResponse.objects.filter(release__in=releases, force=force)
    return answers.order_by(*RESPONSES_IN_ORDER).values_list(*ANSWER)


def released_trends(
    force: Force, releases: Sequence[Release], nationals: Sequence[National] = ()
) -> list[Trend]:
    """One force's trend in each of some releases: three queries, whatever their number.

    Two where the caller has what the releases say of several forces.
    """
    figures = values_of(ask(_of_force, releases, force.slug))
    responses = [
        ReleasedResponse.from_db("default", ANSWER, row)
        for row in ask(_answers_of_force, releases, force.slug)
    ]
    return [
        trend_of(force, release, figures, responses, national)
        for release, national in zip(releases, nationals or nationals_of(releases), strict=True)
    ]


def trend_of(
    force: Force,
    release: Release,
    figures: Figures,
    responses: Responses,
    national: National | None = None,
) -> Trend:
    totals, sums = national or (totals_of(release, figures), sums_of(release, figures))
    own = [f for f in figures if f.body == force.slug and _is_total_of_force(f, release)]
    own.sort(key=lambda f: f.year)
    known = [f for f in own if f.why != Missing.NOT_IN_RECORDS]
    last = known[-1].year if known else 0
    newest_round = next((f.round for f in reversed(known) if f.state != State.MISSING), "")
    points = tuple(point_of(f, restated=f.round == newest_round) for f in own if f.year <= last)
    return Trend(
        measure=release.measure,
        force=force,
        release=release,
        points=points,
        series=Series(
            {Year(f.year): released_cell(f) for f in own}, breaks_for(release, force.slug)
        ),
        later=tuple(Year(f.year) for f in own if f.year > last),
        responses=tuple(
            r for r in responses if (r.release_id, r.force) == (release.pk, force.slug)
        ),
        totals=totals,
        sums=sums,
        recorded=tuple(
            f
            for f in figures
            if (f.release_id, f.body_kind, f.body) == (release.pk, "force", force.slug)
            if f.figure_kind not in {FigureKind.COUNT, FigureKind.SUM}
        ),
    )


def _is_total_of_force(f: ReleasedFigure, release: Release) -> bool:
    is_total = (f.figure_kind, f.body_kind, f.category) == (FigureKind.COUNT, "force", "total")
    return is_total and f.release_id == release.pk


def panel_of(
    release: Release, figures: Figures, responses: Responses, members: Collection[str] | None = None
) -> Panel:
    """The forces of a release as one panel: all of them, or these members and no other."""
    cells: dict[str, dict[Year, Cell]] = {slug: {} for slug in members or ()}
    for f in figures:
        if _is_total_of_force(f, release) and (members is None or f.body in members):
            cells.setdefault(f.body, {})[Year(f.year)] = released_cell(f)
    own = {slug: breaks_for(release, slug) for slug in cells}
    asked = [r.round_asked for r in responses if r.release_id == release.pk and r.round_asked]
    return Panel(
        {slug: Series(years, own[slug]) for slug, years in cells.items()},
        max([len(cells), *(asked if members is None else ())]),
        breaks_of(release),
    )


def breaks_of(release: Release) -> tuple[Break, ...]:
    return tuple(Break(Year(b["year"]), b["why"]) for b in release.breaks if not b.get("force"))


def breaks_for(release: Release, force: str) -> tuple[Break, ...]:
    """Breaks in one force's figures: the definition changed, or the force counts differently."""
    return _with_own(release, [b for b in release.breaks if b.get("force") == force])


def breaks_among(release: Release, names: Mapping[str, str]) -> tuple[Break, ...]:
    """Breaks in a sum of these forces: of all, or of one alone, which is named."""
    own = [b for b in release.breaks if b.get("force") in names]
    named = [b | {"why": f"{b['why'].rstrip('.')} ({names[b['force']]} alone)."} for b in own]
    return _with_own(release, named)


def _with_own(release: Release, own: Iterable[dict]) -> tuple[Break, ...]:
    found = {each.year: each for each in breaks_of(release)}
    for b in own:
        year, why = Year(b["year"]), b["why"]
        both = found.get(year)
        words = "; ".join(filter(None, (both.why.rstrip("."), why))) if both else why
        found[year] = Break(year, words, own=both.own if both else True)
    return tuple(found[year] for year in sorted(found))


def released_cell(figure: ReleasedFigure) -> Cell:
    if figure.state == State.MISSING:
        return Cell.missing(figure.why)
    assert figure.low is not None
    flags: Flags = {
        "provisional": figure.provisional,
        "estimated": figure.estimated,
        "previously": figure.previously,
        "history": tuple((release, n) for release, n in figure.history),
        "doubt": figure.doubt,
    }
    if figure.state == State.SUPPRESSED:
        return Cell.suppressed(figure.low, figure.high, **flags)
    return Cell.part_year(figure.low, figure.months, **flags)


OF_POINT = (
    *("source", "source_url", "source_kind", "sheet", "note", "derived"),
    *("revised_why", "round"),
)
OF_TOTAL = (
    *("with_figures", "asked", "in_records", "source", "source_url", "category"),
    *("note", "doubt"),
)
"""What a point and a total have as the released figure has it."""


def point_of(figure: ReleasedFigure, *, restated: bool = True) -> Point:
    cell = released_cell(figure)
    return Point(
        year=Year(figure.year),
        cell=cell,
        reason=reasons.short(cell.why, figure.section) if cell.why else "",
        vintage=figure.published_in_words,
        published_on=iso(figure.published_on, figure.published_precision),
        restated=restated,
        cell_address=figure.cell,
        **{name: getattr(figure, name) for name in OF_POINT},
    )


def totals_of(release: Release, figures: Figures) -> tuple[Total, ...]:
    """The recorded figures of a release for several forces, newest year and vintage first."""
    rows = [
        f
        for f in figures
        if f.release_id == release.pk and f.body_kind != "force" and f.year and f.low is not None
        if f.figure_kind != FigureKind.SUM
    ]
    rows.sort(key=lambda f: (f.year, f.published_on or dt.date.min, f.asked or 0), reverse=True)
    return tuple(
        Total(
            year=Year(f.year),
            value=f.low or 0,
            area=area_in_words(f.body),
            vintage=in_words(f.published_on, f.published_precision),
            kind=f.body_kind,
            claim=f.figure_kind,
            **{name: getattr(f, name) for name in OF_TOTAL},
        )
        for f in rows
    )


def late_of(responses: Iterable[ReleasedResponse]) -> tuple[int, int]:
    """The number of answers that were late, and of those whose dates are known."""
    late = [bool(each.working_days_late) for each in responses if each.working_days is not None]
    return sum(late), len(late)
