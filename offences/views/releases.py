"""Every release, pinned, and what changed in it. Released rows only."""

from collections import defaultdict
from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from offences.english import ended
from offences.exports import recorded_rows
from offences.models import FigureKind, Force, Release, ReleasedFigure
from offences.releases import count_new_parts, key_of, public_difference
from offences.releases.public_state import PublicState
from offences.statistics.cells import Cell
from offences.statistics.years import Year
from offences.trends import breaks_of, figures_of, released_cell, responses_of, sums_of
from offences.views.linked_data import dataset_of
from offences.views.moment import page, public_state
from offences.views.remarks import Remark, changed_figures_in_words, remarks_of
from offences.views.tables import coverage_by_year, numbers_differ, rounds_of, splits_of_all
from offences.words import downloads, site
from offences.words.chart import key_of_break


def release_index(request: HttpRequest) -> HttpResponse:
    public = public_state(request)
    by_measure: dict[str, list[Release]] = defaultdict(list)
    for each in public.published:
        by_measure[each.measure.name].append(each)
    return page(request, "release_index.html", public.releases, by_measure=list(by_measure.items()))


def public_release(request: HttpRequest, measure: str, number: int) -> Release:
    """A release that has opened; a withdrawn one too, because its address still answers."""
    release = public_state(request).release(measure, number)
    if release is None:
        raise Http404("No release of that number is public.")
    return release


def withdrawn_page(request: HttpRequest, release: Release) -> HttpResponse:
    """The page of a withdrawn release: that it was withdrawn, and why."""
    return render(request, "release_withdrawn.html", {"release": release}, status=410)


def release(request: HttpRequest, measure: str, number: int) -> HttpResponse:
    public = public_state(request)
    found = public_release(request, measure, number)
    if found.withdrawn_at:
        return withdrawn_page(request, found)
    newer, earlier = _newest_and_previous(found, public.releases)
    # What still stands in the newest release is asked together with what this one says.
    of_both, answers = figures_of([found, newer] if newer else [found]), responses_of([found])
    figures = [f for f in of_both if f.release_id == found.pk]
    remaining = [f for f in of_both if f.release_id != found.pk]
    with_figures = {f.body for f in figures if f.figure_kind == "count" and f.state != "missing"}
    without = {f.body for f in figures if f.figure_kind == "count"} - with_figures
    years = {Year(f.year) for f in figures if f.figure_kind == "count"}
    return page(
        request,
        "release.html",
        [found],
        release=found,
        measure=found.measure,
        newer=newer,
        since=changed_figures_in_words(_cells(figures), _cells(remaining), newer.number)
        if newer
        else "",
        remarks=_remarks_by_force(found, public),
        earlier=earlier,
        held=coverage_by_year(years, figures, answers),
        numbers_differ=numbers_differ(answers, public.forces),
        breaks=breaks_of(found),
        sums=sums_of(found, figures),
        splits=splits_of_all(found, figures),
        recorded=recorded_rows(found, figures, {force.slug: force for force in public.forces}),
        with_figure=[force for force in public.forces if force.slug in with_figures],
        without_figure=[force for force in public.forces if force.slug in without],
        rounds=rounds_of(answers),
        dataset=dataset_of(request, found),
        formats=downloads.FORMATS,
    )


def _cells(figures: Iterable[ReleasedFigure]) -> dict[object, Cell]:
    """The figures of single forces, each under its key."""
    return {key_of(f): released_cell(f) for f in figures if f.figure_kind == FigureKind.COUNT}


def _remarks_by_force(release: Release, public: PublicState) -> list[tuple[Force, list[Remark]]]:
    """The forces that said something of their figures, or of which something was decided."""
    all_remarks = ((force, remarks_of(force, [release], public)) for force in public.forces)
    return [(force, of[release.pk]) for force, of in all_remarks if of.get(release.pk)]


def _newest_and_previous(
    release: Release, public: Iterable[Release]
) -> tuple[Release | None, Release | None]:
    """The newest public release of the measure if it is newer, and the one before this."""
    of_measure = [each for each in public if each.measure_id == release.measure_id]
    newer = next((r for r in of_measure if r.number > release.number), None)
    return newer, next((r for r in of_measure if r.number < release.number), None)


def unshown_corrections(
    releases: Iterable[Release], newest: Release, force: str
) -> list[tuple[Year, int]]:
    """The years of a force that releases corrected in numbers not shown, newest release first."""
    own = (e for e in releases if e.measure_id == newest.measure_id and e.number <= newest.number)
    return [
        (year, release.number)
        for release in sorted(own, key=lambda e: -e.number)
        for year in release.years_corrected_unshown(force)
    ]


def release_changes(request: HttpRequest, measure: str, number: int) -> HttpResponse:
    found = public_release(request, measure, number)
    if found.withdrawn_at:
        return withdrawn_page(request, found)
    _, earlier = _newest_and_previous(found, public_state(request).releases)
    changes = public_difference(found, earlier) if earlier else []
    areas = {force.slug: force.area for force in public_state(request).forces}
    new_breaks = [b for b in found.breaks if earlier and b not in earlier.breaks]
    sets = [
        (site.CHANGED_FIGURES, [c for c in changes if c.had and c.has]),
        (site.NEW_FIGURES, [c for c in changes if c.has and not c.had]),
        (site.LOST_FIGURES, [c for c in changes if c.had and not c.has]),
        (site.OTHER_REASONS, [c for c in changes if not (c.had or c.has)]),
    ]
    return page(
        request,
        "release_changes.html",
        [found],
        release=found,
        measure=found.measure,
        earlier=earlier,
        new_breaks=[
            (areas.get(b.get("force")), ended(key_of_break(Year(b["year"]), b["why"])))
            for b in new_breaks
        ],
        new_parts=count_new_parts(found, earlier) if earlier else 0,
        unshown=[
            (areas.get(e["force"], e["force"]), e["force"], Year(e["year"]))
            for e in found.unshown_corrections
        ],
        sets=[(title, changed) for title, changed in sets if changed],
    )
