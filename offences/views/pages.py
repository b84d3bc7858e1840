"""The public pages of figures. They read releases and reference tables only."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from offences import trends
from offences.charts import chart_of
from offences.charts.pairs import pair_charts
from offences.exports import markers_of, other_publications, rows_of
from offences.models import CampaignEvent, Force, Release
from offences.press import briefing_of
from offences.releases.public_state import PublicState
from offences.statistics.notation import published
from offences.statistics.years import Year
from offences.trends import Trend
from offences.views import tables
from offences.views.areas import areas_around, summed_areas
from offences.views.chart_addresses import ALL, FORCE, chart_addresses
from offences.views.forces import alias_redirect
from offences.views.moment import cached_for, page, public_state, released, trends_of
from offences.views.releases import public_release, unshown_corrections
from offences.views.remarks import cells_of, changed_figures_in_words, remarks_of
from offences.words.cells import round_in_words
from offences.words.other_figures import revisions
from offences.words.panels import like_for_like
from offences.words.reasons import WE, release_voice
from offences.words.round import how_many_answered


def force(request: HttpRequest, slug: str) -> HttpResponse:
    """A force's page; abbreviations and capitals (“/forces/Met/”) lead to it."""
    if public_state(request).force(slug) is None and (moved := alias_redirect(request, slug)):
        return moved
    return _force_page(request, slug, released(request))


def force_measure(request: HttpRequest, slug: str, measure: str) -> HttpResponse:
    """One of a force's other measures; the first has the force's own address."""
    return _force_page(request, slug, released(request), measure)


def pinned_force(request: HttpRequest, measure: str, number: int, slug: str) -> HttpResponse:
    """The page as one release had it, for ever: the address that a quotation gives."""
    release = public_release(request, measure, number)
    if release.withdrawn_at:
        found, why = _force_or_404(request, slug), release.withdrawn_reason
        context = {"force": found, "pinned": True, "release": release, "withdrawn_reason": why}
        return render(request, "force.html", context, status=410)
    return _force_page(request, slug, [release], pinned=True)


def _force_or_404(request: HttpRequest, slug: str) -> Force:
    force = public_state(request).force(slug)
    if force is None:
        raise Http404("There is no force at this address.")
    return force


def _last_event(public: PublicState, force: Force) -> CampaignEvent | None:
    """The event at which this force was last mentioned."""
    text = next((text for text in public.texts if text.body == force.slug), None)
    return next((each for each in public.events if text and each.pk == text.event), None)


def _force_page(
    request: HttpRequest,
    slug: str,
    releases: Sequence[Release],
    measure: str = "",
    *,
    pinned: bool = False,
) -> HttpResponse:
    public, found = public_state(request), _force_or_404(request, slug)
    of_force, newest = _trends_and_newest(request, found, releases, pinned=pinned)
    shown = [t for t in of_force if t.points or pinned or t.measure.position == 1]
    candidates = of_force if measure else shown
    trend = next((t for t in candidates if measure in ("", t.measure.slug)), None)
    if measure and trend is None:
        raise Http404("We count nothing under that name.")
    if measure and trend in shown[:1]:
        return redirect("force", slug)
    office = tuple(f.area for f in public.forces if f.foi_office == found.foi_office)
    section = _section(request, trend, office, of_force, newest, pinned=pinned) if trend else None
    if section and trend:
        section["remarks"] = remarks_of(found, releases, public).get(trend.release.pk, [])
    choices = [_choice(each, each is trend, each is shown[0]) for each in shown]
    return page(
        request,
        "force.html",
        releases,
        force=found,
        section=section,
        choices=choices if len(choices) > 1 else [],
        others=[choice for choice in choices if not choice.is_current],
        areas=areas_around(found.slug, public.forces),
        event=_last_event(public, found),
        # What was published under a count that has no page of this force is on its first page.
        also=[r for t in of_force if t is trend or t not in shown for r in other_publications(t)],
        pinned=pinned,
        release=trend.release if trend else None,
        round=_round_of(trend) if trend else None,
        canonical=request.build_absolute_uri(
            reverse("force_measure", args=[slug, measure])
            if measure
            else reverse("force", args=[slug])
        ),
    )


def _trends_and_newest(
    request: HttpRequest, force: Force, releases: Sequence[Release], *, pinned: bool
) -> tuple[list[Trend], Trend | None]:
    """The trends in these releases and, for a pinned page, that in a newer one of its measure.

    All by the same questions: the newer one says what still stands of the pinned figures.
    """
    later = [r for r in released(request) if pinned and r.number > releases[0].number]
    newer = next((r for r in later if r.measure_id == releases[0].measure_id), None)
    of_force = trends_of(request, force, [*releases, newer] if newer else releases)
    newest = of_force.pop() if newer else None
    return of_force, newest


@dataclass(frozen=True)
class MeasureChoice:
    """One of the counts that a force's page has, with its newest figure."""

    name: str
    short: str
    url: str
    is_current: bool
    figure: str = ""
    figure_year: str = ""


def _choice(trend: Trend, is_current: bool, is_first: bool) -> MeasureChoice:
    slug, measure, newest = trend.force.slug, trend.measure, trend.newest
    return MeasureChoice(
        name=measure.name,
        short=measure.in_short,
        url=reverse("force", args=[slug])
        if is_first
        else reverse("force_measure", args=[slug, measure.slug]),
        is_current=is_current,
        figure=published(newest.cell) if newest else "",
        figure_year=newest.year.label if newest else "",
    )


def _section(
    request: HttpRequest,
    trend: Trend,
    office: tuple[str, ...],
    of_force: Sequence[Trend],
    newest: Trend | None,
    *,
    pinned: bool,
) -> dict:
    """One measure on a force's page; on a pinned one with what became of its figures since."""
    rows, release, measure = rows_of(trend), trend.release, trend.measure.slug
    in_release = [measure, release.number, trend.force.slug]
    file = ("pinned_csv", in_release) if pinned else ("force_csv", [trend.force.slug, measure])
    voice = release_voice(release.number) if pinned else WE
    briefing = cached_for(
        request,
        ("briefing", release.pk, office, pinned),
        trend.force,
        [each.release for each in of_force],
        lambda: briefing_of(trend, office, of_force, voice),
    )
    return {
        "id": measure,
        "trend": trend,
        "briefing": briefing,
        "chart": chart_of(trend, f"chart-{measure}", briefing.change),
        "rows": rows,
        # A row without a figure has its reason beside the code.
        "markers": [each for each in markers_of(rows) if each[0] != "x"],
        "changes": revisions(
            ((p.year, p.cell, p.revised_why) for p in reversed(trend.points)),
            unshown_corrections(public_state(request).releases, release, trend.force.slug),
        ),
        "csv_url": reverse(file[0], args=file[1]),
        **chart_addresses(request, FORCE, trend.force.slug, measure, release.number, pinned=pinned),
        "pinned_url": request.build_absolute_uri(reverse("pinned_force", args=in_release)),
        "pinned_label": f"Release {release.number}, {release.public_in_words}",
        "splits": tables.splits_of_force(trend),
        "since": changed_figures_in_words(cells_of(trend), cells_of(newest), newest.release.number)
        if newest
        else "",
    }


def _round_of(trend: Trend) -> dict[str, str] | None:
    """The round that the headline figure came in; without one, the newest that asked."""
    given = [r for r in trend.responses if trend.newest and r.round == trend.newest.round]
    answer = next(iter(given or trend.responses), None)
    if answer is None:
        return None
    totals = [
        t
        for t in trend.totals
        if (t.claim, t.kind, t.year.start) == ("total", "total", answer.round_last_year)
        if t.with_figures and t.asked and t.asked == answer.round_asked
    ]
    detail = how_many_answered(totals[0] if totals else None)
    return {"slug": answer.round, "name": round_in_words(answer.round_name), "detail": detail}


def measure(request: HttpRequest, slug: str) -> HttpResponse:
    releases = released(request)
    release = next((r for r in releases if r.measure.slug == slug), None)
    found = next((each for each in public_state(request).measures if each.slug == slug), None)
    if found is None:
        raise Http404("Nothing is counted under this address.")
    counted = [found, *(r.measure for r in releases if r.measure.slug != found.slug)]
    choices = [
        MeasureChoice(m.name, m.in_short, reverse("measure", args=[m.slug]), m is found)
        for m in sorted(counted, key=lambda each: each.position)
    ]
    none: dict = {"breaks": (), "splits": (), "first_year": None}
    return page(
        request,
        "measure.html",
        [release] if release else releases,
        measure=found,
        release=release,
        choices=choices if len(choices) > 1 else [],
        take=_chart_of_all(request, release) if release else None,
        **(_national_context(release, public_state(request).forces) if release else none),
    )


def _chart_of_all(request: HttpRequest, release: Release) -> dict[str, str]:
    measure, number = release.measure.slug, release.number
    file = reverse("release_csv", args=[measure, number])
    return {"csv_url": file, **chart_addresses(request, ALL, "", measure, number)}


def _national_context(release: Release, all_forces: Sequence[Force]) -> dict:
    """The national figures of a release: as printed, like for like, and of whole places."""
    figures, responses = trends.figures_of([release]), trends.responses_of([release])
    totals = trends.totals_of(release, figures)
    panel = trends.panel_of(release, figures, responses)
    sums = trends.sums_of(release, figures)
    groups, compared = tables.groups_of(totals), like_for_like(panel)
    drawn = pair_charts([each.pair for each in compared if each.pair], panel.asked)
    areas = summed_areas(release, figures, responses, totals, all_forces)
    return {
        "newest": tables.newest_of(totals, sums),
        "groups": groups,
        "stairs": tables.stairs_of(groups),
        "sums": sums,
        "compared": list(zip(compared, drawn, strict=True)),
        "places": [each for each in areas if each.briefing.figure],
        "other_places": [each for each in areas if not each.briefing.figure],
        "splits": tables.splits_of_all(release, figures),
        "held": tables.coverage_by_year(panel.years, figures, responses, totals),
        "numbers_differ": tables.numbers_differ(responses, all_forces),
        "breaks": trends.breaks_of(release),
        "first_year": Year(release.measure.first_year),
        "forces": [force for force in all_forces if force.slug in panel.series],
        "rounds": tables.rounds_of(responses)[:1],
    }
