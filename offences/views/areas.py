"""A nation’s or region’s page, of sums that compare and no other."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import slugify

from offences import trends
from offences.charts import chart_of
from offences.claims.totals import Total, area_in_words
from offences.models import Force, ForceKind, Release
from offences.statistics.cells import Cell, Missing
from offences.statistics.series import Series
from offences.trends import Figures, Point, Responses, Trend
from offences.views.moment import page, public_state, released
from offences.words.areas import NOT_ALL, AreaBriefing, brief_area
from offences.words.panels import WholeYear


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
        return {force.slug: force.area for force in self.forces}


def areas_of(forces: Sequence[Force]) -> list[Area]:
    """The nations and regions of more than one territorial force, A to Z."""
    members: dict[str, list[Force]] = defaultdict(list)
    for force in forces:
        if force.kind == ForceKind.TERRITORIAL:
            for name in {force.nation, force.region} - {""}:
                members[name].append(force)
    in_order = ((name, sorted(own, key=lambda f: f.area)) for name, own in sorted(members.items()))
    return [Area(name, tuple(own)) for name, own in in_order if len(own) > 1]


def briefing_of_area(
    area: Area, release: Release, figures: Figures, responses: Responses, totals: Sequence[Total]
) -> AreaBriefing:
    """What one release has of a nation or region."""
    panel = trends.panel_of(release, figures, responses, area.names)
    name = area_in_words(area.name)
    printed = [t for t in totals if t.kind != "total" and t.area == name]
    return brief_area(area.name, area.names, panel, release.measure.phrase, printed)


@dataclass(frozen=True)
class SummedArea:
    """A nation or region in a list of them."""

    name: str
    url: str
    briefing: AreaBriefing


def summed_areas(
    release: Release,
    figures: Figures,
    responses: Responses,
    totals: Sequence[Total],
    forces: Sequence[Force],
) -> list[SummedArea]:
    """Every nation and region, A to Z, with what one release has of it."""
    return [
        SummedArea(
            each.name,
            reverse("area_measure", args=[each.slug, release.measure.slug]),
            briefing_of_area(each, release, figures, responses, totals),
        )
        for each in areas_of(forces)
    ]


def area(request: HttpRequest, slug: str, measure: str = "") -> HttpResponse:
    """A nation or region, in the form of a force’s page."""
    found = next((a for a in areas_of(public_state(request).forces) if a.slug == slug), None)
    releases = released(request)
    release = next((r for r in releases if measure in ("", r.measure.slug)), None)
    if found is None or (measure and release is None):
        raise Http404("There is no nation or region at this address.")
    if measure and release is releases[0]:
        return redirect("area", slug)
    shown: dict[str, object] = {}
    if release:
        figures, responses = trends.figures_of([release]), trends.responses_of([release])
        totals = trends.totals_of(release, figures)
        briefing = briefing_of_area(found, release, figures, responses, totals)
        chart = chart_of(
            trend_of_area(found, release, briefing.years), f"chart-{release.measure.slug}"
        )
        shown = {"briefing": briefing, "chart": chart, "measure": release.measure}
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


def trend_of_area(area: Area, release: Release, years: Sequence[WholeYear]) -> Trend:
    """The sums as a chart takes them: a year in which a force lacks a figure is a gap."""
    cells = {each.year: _cell(each) for each in reversed(years)}
    return Trend(
        measure=release.measure,
        force=Force(slug=area.slug, name=area.name, area=area.name),
        release=release,
        points=tuple(
            Point(y, cell, NOT_ALL if cell.is_missing else "") for y, cell in cells.items()
        ),
        series=Series(cells, trends.breaks_of(release)),
        later=(),
        responses=(),
    )


def _cell(year: WholeYear) -> Cell:
    if year.total is None:
        return Cell.missing(Missing.NOT_IN_RECORDS)
    low, high = year.total.low, year.total.high
    return Cell.count(low) if low == high else Cell.suppressed(low, high)
