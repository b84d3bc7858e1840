"""Charts by themselves: pictures with an address each, and pages that others may frame."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from offences import trends
from offences.charts import Chart, chart_of
from offences.charts.card import SHAPES, Card, card_svg, picture_of
from offences.english import sentence
from offences.models import Force, Release
from offences.press import briefing_of
from offences.public_answers import may_be_framed, open_to_all
from offences.statistics.cells import Cell
from offences.statistics.years import Year
from offences.trends import Trend
from offences.views.areas import all_forces, area_at, summed_area
from offences.views.chart_addresses import ALL, AREA, FORCE
from offences.views.moment import preview_of, public_state, released
from offences.views.releases import public_release
from offences.views.remarks import remarks_of
from offences.words import card as words
from offences.words import site
from offences.words.areas import ALL_FORCES, AreaBriefing
from offences.words.page import Briefing
from offences.words.reasons import WE, release_voice

PICTURES = {f"{shape}.{kind}": (shape, kind) for shape in SHAPES for kind in ("svg", "png")}


@dataclass(frozen=True)
class ShownChart:
    """One place's chart of one measure, with the sentences that belong to it."""

    trend: Trend
    briefing: Briefing | AreaBriefing
    chart: Chart | None
    page: str  # the address of the page that has it
    remarks: tuple[str, ...] = ()  # of the force, on its figures
    newer: Trend | None = None  # of a pinned one, in the newest release

    @property
    def says(self) -> tuple[str, ...]:
        asof = (self.briefing.asof,) if self.briefing.asof else ()
        return (*(self.briefing.absent or self.briefing.says), *asof)

    @property
    def counted(self) -> str:
        return words.counted(self.trend.measure.phrase, self.briefing.by)

    @property
    def coverage(self) -> str:
        trend, newest = self.trend, self.trend.newest
        if newest is None or self.briefing.absent:
            return ""
        return words.coverage(newest.year, trend.totals, trend.sums)

    @property
    def sources(self) -> str:
        return words.sources(
            (point.source for point in reversed(self.trend.points)), self.briefing.source
        )

    @property
    def release(self) -> str:
        return words.release(self.trend.release.number, self.trend.release.public_in_words)


def force_at(request: HttpRequest, slug: str) -> Force:
    force = public_state(request).force(slug)
    if force is None:
        raise Http404("There is no force at this address.")
    return force


def place_at(request: HttpRequest, kind: str, slug: str) -> str:
    """The name of the place of a chart."""
    if kind == ALL:
        return ALL_FORCES
    return force_at(request, slug).area if kind == FORCE else area_at(request, slug).name


def chart_at(
    request: HttpRequest, kind: str, slug: str, measure: str = "", pinned: Release | None = None
) -> ShownChart | None:
    """The chart of a place, as its page has it; None where nothing has been published at all."""
    if kind == FORCE:
        return _chart_of_force(request, slug, measure, pinned)
    newest = next((r for r in released(request) if r.measure.slug == measure), None)
    release = pinned or newest
    if release is None:
        raise Http404("Nothing is public of this measure.")
    newer = newest if newest and pinned and _is_newer(newest, pinned) else None
    both = [release, newer] if newer else [release]
    rows = trends.figures_of(both), trends.responses_of(both)

    def summed(of: Release) -> tuple[AreaBriefing, Trend]:
        if kind == ALL:
            return all_forces(of, *rows)
        return summed_area(area_at(request, slug), of, *rows)

    briefing, trend = summed(release)
    is_first = release is released(request)[0]
    name, args = ("measure", [measure]) if kind == ALL else ("area_measure", [slug, measure])
    if pinned:
        name, args = "release", [measure, str(pinned.number)]
    elif kind == AREA and is_first:
        name, args = "area", [slug]
    return ShownChart(
        trend=trend,
        briefing=briefing,
        chart=None if briefing.absent else chart_of(trend, f"chart-{measure}"),
        page=request.build_absolute_uri(reverse(name, args=args)),
        newer=summed(newer)[1] if newer else None,
    )


def _chart_of_force(
    request: HttpRequest, slug: str, measure: str, pinned: Release | None
) -> ShownChart | None:
    force, public = force_at(request, slug), public_state(request)
    releases = [pinned] if pinned else released(request)
    newest = [r for r in released(request) if pinned and _is_newer(r, pinned)]
    of_force = trends.released_trends(force, [*releases, *newest])
    newer = of_force.pop() if newest else None
    first = [t for t in of_force if t.points or pinned or t.measure.position == 1][:1]
    chosen = [t for t in of_force if t.measure.slug == measure] if measure else first
    if measure and not chosen:
        raise Http404("We count nothing under that name.")
    if not chosen:
        return None
    trend = chosen[0]
    office = tuple(f.area for f in public.forces if f.foi_office == force.foi_office)
    voice = release_voice(pinned.number) if pinned else WE
    briefing = briefing_of(trend, office, of_force, voice)
    name = f"chart-{trend.measure.slug}"
    chart = None if briefing.absent else chart_of(trend, name, briefing.change)
    remarks = remarks_of(force, [trend.release], public).get(trend.release.pk, [])
    return ShownChart(
        trend=trend,
        briefing=briefing,
        chart=chart,
        remarks=tuple(remark.text for remark in remarks),
        page=_page_of(request, trend, is_first=trend in first, pinned=pinned),
        newer=newer,
    )


def _is_newer(release: Release, than: Release) -> bool:
    return release.measure_id == than.measure_id and release.number > than.number


def _page_of(request: HttpRequest, trend: Trend, *, is_first: bool, pinned: Release | None) -> str:
    slug, measure = trend.force.slug, trend.measure.slug
    name, args = ("force", [slug]) if is_first else ("force_measure", [slug, measure])
    if pinned:
        name, args = "pinned_force", [measure, str(pinned.number), slug]
    return request.build_absolute_uri(reverse(name, args=args))


@open_to_all
def picture(
    request: HttpRequest,
    kind: str,
    measure: str,
    file: str,
    slug: str = "",
    number: int | None = None,
) -> HttpResponse:
    """A chart as the newest release has it, or as one release had it."""
    release = None if number is None else public_release(request, measure, number)
    name = "-".join(filter(None, (slug or "all-forces", measure, str(number or ""))))
    if release and release.withdrawn_at:
        card = Card(
            area=place_at(request, kind, slug),
            counted=sentence(release.measure.phrase),
            says=(words.WITHDRAWN, sentence(release.withdrawn_reason), words.GONE),
            foot=(words.release(release.number, release.public_in_words), words.NOT_OFFICIAL),
            banner=_banner(request),
        )
        return _picture(request, file, card, name, status=410)
    shown = chart_at(request, kind, slug, measure, release)
    assert shown is not None  # of a named measure there is a chart, or no such page
    return _picture(request, file, _card_of(request, shown), name)


def _card_of(request: HttpRequest, shown: ShownChart) -> Card:
    address = shown.page.partition("://")[2].rstrip("/")
    release = shown.trend.release
    foot = (shown.coverage, shown.sources, shown.release, words.NOT_OFFICIAL, release.note, address)
    absent = bool(shown.briefing.absent)
    return Card(
        area=shown.trend.force.area,
        counted=shown.counted,
        figure="" if absent else shown.briefing.figure,
        when=shown.briefing.figure_year,
        says=shown.says,
        remarks=shown.remarks,
        chart=shown.chart,
        foot=foot,
        banner=_banner(request),
    )


def _banner(request: HttpRequest) -> str:
    """What a picture says of itself in a preview, or where everything is made up."""
    preview = preview_of(request)
    says = [words.preview(preview.name, preview.until)] if preview else []
    return " ".join([*says, site.PRACTICE] if public_state(request).is_made_up else says)


def _picture(
    request: HttpRequest, file: str, card: Card, name: str, status: int = 200
) -> HttpResponse:
    if file not in PICTURES:
        raise Http404("There is no picture of that name.")
    shape, kind = PICTURES[file]
    svg = card_svg(card, shape)
    response = (
        HttpResponse(picture_of(svg), content_type="image/png", status=status)
        if kind == "png"
        else HttpResponse(svg, content_type="image/svg+xml; charset=utf-8", status=status)
    )
    end = f"{shape.removeprefix('chart')}.{kind}"
    response["Content-Disposition"] = f'inline; filename="{name}{end}"'
    return response


@may_be_framed
def embed(
    request: HttpRequest, kind: str, slug: str = "", measure: str = "", number: int | None = None
) -> HttpResponse:
    """A chart to frame: the newest release's figures, or for ever one's and what became of them."""
    release = None if number is None else public_release(request, measure, number)
    context: dict[str, object] = {
        "place": place_at(request, kind, slug),
        "cautions": words.cautions(),
        "release": release,
    }
    if release and release.withdrawn_at:
        name, args = ("measure", [measure]) if kind == ALL else (kind, [slug])
        context["page"] = request.build_absolute_uri(reverse(name, args=args))
        return render(request, "embed.html", context, status=410)
    shown = chart_at(request, kind, slug, measure, release)
    force = request.build_absolute_uri(reverse("force", args=[slug])) if shown is None else ""
    context |= {"shown": shown, "page": shown.page if shown else force}
    if shown and release and shown.newer:
        context["changed"] = words.changes(_cells(shown.trend), _cells(shown.newer))
    elif shown and not release:
        context["corrected"] = words.corrections((p.year, p.cell) for p in shown.trend.points)
    return render(request, "embed.html", context)


def _cells(trend: Trend) -> dict[Year, Cell]:
    return {point.year: point.cell for point in trend.points}
