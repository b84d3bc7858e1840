"""A nation’s or region’s page, which shows only sums that compare."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import slugify

from offences import trends
from offences.charts import chart_of
from offences.claims.totals import Total, area_in_words
from offences.exports import broken_in
from offences.models import Force, ForceKind, Release
from offences.statistics.cells import Cell, Missing, Range
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from offences.trends import Figures, Point, Responses, Trend
from offences.views.chart_addresses import AREA, chart_addresses
from offences.views.moment import page, public_state, released
from offences.words.areas import (
    ALL_FORCES,
    NOT_ALL,
    AreaBriefing,
    brief_all,
    brief_area,
    every_force,
    who_is_compared,
)
from offences.words.panels import WholeYear, newest_compared


@dataclass(frozen=True)
class Area:
    """A nation or region with its forces, A to Z."""

    name: str
    forces: tuple[Force, ...]

    @property
    def slug(self) -> str:
        return slugify(self.name)

    @property
    def names(self) -> dict[str, str]:
        """Its forces: by their areas, but by their own names where the area is named alike."""
        return {f.slug: f.name if f.area == self.name else f.area for f in self.forces}


def areas_of(forces: Sequence[Force]) -> list[Area]:
    """The nations and regions of more than one territorial force, A to Z."""
    members: dict[str, list[Force]] = defaultdict(list)
    for force in forces:
        if force.kind == ForceKind.TERRITORIAL:
            for name in {force.nation, force.region} - {""}:
                members[name].append(force)
    in_order = ((name, sorted(own, key=lambda f: f.area)) for name, own in sorted(members.items()))
    return [Area(name, tuple(own)) for name, own in in_order if len(own) > 1]


def areas_around(slug: str, forces: Sequence[Force]) -> list[Area]:
    """The nation and the region of a force, the wider first."""
    around = (area for area in areas_of(forces) if slug in area.names)
    return sorted(around, key=lambda area: len(area.names), reverse=True)


def briefing_of_area(
    area: Area, release: Release, figures: Figures, responses: Responses, totals: Sequence[Total]
) -> AreaBriefing:
    """What one release says of a nation or region."""
    panel = trends.panel_of(release, figures, responses, area.names)
    name = area_in_words(area.name)
    printed = [t for t in totals if t.kind != "total" and t.area == name]
    return brief_area(area.name, area.names, panel, release.measure.phrase, printed)


@dataclass(frozen=True)
class SummedArea:
    """A nation or region in a list of them."""

    name: str
    url: str
    forces: str  # “all four forces”
    briefing: AreaBriefing


def summed_areas(
    release: Release,
    figures: Figures,
    responses: Responses,
    totals: Sequence[Total],
    forces: Sequence[Force],
) -> list[SummedArea]:
    """Every nation and region, A to Z, with what one release says of it."""
    return [
        SummedArea(
            each.name,
            reverse("area_measure", args=[each.slug, release.measure.slug]),
            every_force(len(each.forces)),
            briefing_of_area(each, release, figures, responses, totals),
        )
        for each in areas_of(forces)
    ]


def area_at(request: HttpRequest, slug: str) -> Area:
    found = next((a for a in areas_of(public_state(request).forces) if a.slug == slug), None)
    if found is None:
        raise Http404("There is no nation or region at this address.")
    return found


def area(request: HttpRequest, slug: str, measure: str = "") -> HttpResponse:
    """A nation or region, in the form of a force’s page."""
    found = area_at(request, slug)
    releases = released(request)
    release = next((r for r in releases if measure in ("", r.measure.slug)), None)
    if measure and release is None:
        raise Http404("We count nothing under that name.")
    if measure and release is releases[0]:
        return redirect("area", slug)
    shown: dict[str, object] = {}
    if release:
        rows = trends.figures_of([release]), trends.responses_of([release])
        briefing, trend = summed_area(found, release, *rows)
        measure = release.measure.slug
        take = chart_addresses(request, AREA, slug, measure, release.number)
        broken = broken_in(trend.series.breaks)
        shown = {
            "briefing": briefing,
            "years": [(each, broken.get(each.year, "")) for each in briefing.years],
            "chart": chart_of(trend, f"chart-{measure}"),
            "take": take,
            "breaks": trend.series.breaks,
            "measure": release.measure,
        }
    return page(
        request,
        "area.html",
        [release] if release else releases,
        area=found,
        choices=_choices(found, releases, release),
        release=release,
        **shown,
    )


def _choices(area: Area, releases: Sequence[Release], current: Release | None) -> list[dict]:
    """The switch between counts, if there is more than one."""
    choices = [
        {
            "short": release.measure.in_short,
            "url": reverse("area_measure", args=[area.slug, release.measure.slug])
            if n
            else reverse("area", args=[area.slug]),
            "is_current": release is current,
        }
        for n, release in enumerate(releases)
    ]
    return choices if len(choices) > 1 else []


def summed_area(
    area: Area, release: Release, figures: Figures, responses: Responses
) -> tuple[AreaBriefing, Trend]:
    """What one release has of a nation or region, in words and for a chart."""
    totals = trends.totals_of(release, figures)
    briefing = briefing_of_area(area, release, figures, responses, totals)
    return briefing, trend_of_area(area, release, briefing.years)


def all_forces(
    release: Release, figures: Figures, responses: Responses
) -> tuple[AreaBriefing, Trend]:
    """The same of all forces: the newest year beside an earlier one, like for like."""
    panel = trends.panel_of(release, figures, responses)
    compared = newest_compared(panel)
    pair = compared.pair if compared else None
    sums = [(pair.old_year, pair.old), *((y, None) for y in pair.skipped)] if pair else []
    sums += [(pair.facts.latest, pair.new)] if pair else []
    briefing = brief_all(compared, panel, release.measure.phrase)
    name = who_is_compared(pair, panel) if pair else ALL_FORCES
    return briefing, _trend_of_sums("", name, release, dict(sums), trends.breaks_of(release))


def trend_of_area(area: Area, release: Release, years: Sequence[WholeYear]) -> Trend:
    """The sums as a chart takes them: a year in which a force lacks a figure is a gap."""
    sums = {each.year: each.total for each in reversed(years)}
    breaks = trends.breaks_among(release, area.names)
    return _trend_of_sums(area.slug, area.name, release, sums, breaks)


def _trend_of_sums(
    slug: str,
    name: str,
    release: Release,
    sums: Mapping[Year, Range | None],
    breaks: tuple[Break, ...],
) -> Trend:
    cells = {year: _cell(total) for year, total in sums.items()}
    return Trend(
        measure=release.measure,
        force=Force(slug=slug, name=name, area=name),
        release=release,
        points=tuple(
            Point(y, cell, NOT_ALL if cell.is_missing else "") for y, cell in cells.items()
        ),
        series=Series(cells, breaks),
        later=(),
        responses=(),
    )


def _cell(total: Range | None) -> Cell:
    missing = Cell.missing(Missing.NOT_IN_RECORDS)
    return Cell.suppressed(total.low, total.high) if total else missing
