"""Every release, pinned, and what changed in it. Released rows only."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from offences.exports import recorded_rows
from offences.models import FigureKind, Force, Release, ReleasedFigure
from offences.releases import count_new_parts, key_of, public_difference
from offences.statistics.cells import Cell
from offences.statistics.years import Year
from offences.trends import breaks_of, figures_of, released_cell, responses_of, sums_of
from offences.views.coverage import coverage_by_year, rounds_of
from offences.views.dataset import dataset_of
from offences.views.moment import moment
from offences.views.pages import notice_of
from offences.views.remarks import Remark, remarks_of, remarks_query, since
from offences.views.splits import of_all
from offences.words import site


def release_index(request: HttpRequest) -> HttpResponse:
    public = list(
        Release.objects.published(moment(request))
        .select_related("measure")
        .order_by("measure__position", "measure__slug", "-number")
    )
    by_measure: dict[str, list[Release]] = defaultdict(list)
    for each in public:
        by_measure[each.measure.name].append(each)
    context = {
        "by_measure": list(by_measure.items()),
        "demonstration_notice": notice_of([r for r in public if not r.withdrawn_at]),
        "canonical": request.build_absolute_uri(reverse("releases")),
    }
    return render(request, "release_index.html", context)


def public_release(measure: str, number: int, now: dt.datetime) -> Release:
    """A release that was opened by now; a withdrawn one too, for its address answers."""
    release = (
        Release.objects.published(now)
        .filter(measure__slug=measure, number=number)
        .select_related("measure")
        .first()
    )
    if release is None:
        raise Http404("No release of that number is public.")
    return release


def gone(request: HttpRequest, release: Release) -> HttpResponse:
    """The page of a withdrawn release: that it was withdrawn, and why."""
    return render(request, "release_withdrawn.html", {"release": release}, status=410)


def release(request: HttpRequest, measure: str, number: int) -> HttpResponse:
    now = moment(request)
    found = public_release(measure, number, now)
    if found.withdrawn_at:
        return gone(request, found)
    near = _near(found, now)
    newer = near[0]
    # What still stands in the newest release is asked together with what this one says.
    of_both, answers = figures_of([found, newer] if newer else [found]), responses_of([found])
    figures = [f for f in of_both if f.release_id == found.pk]
    remaining = [f for f in of_both if f.release_id != found.pk]
    with_figures = {f.body for f in figures if f.claim == "count" and f.state != "missing"}
    without = {f.body for f in figures if f.claim == "count"} - with_figures
    forces = list(
        Force.objects.annotate(stored_remarks=remarks_query([found], now)).order_by("area")
    )
    years = {Year(f.year) for f in figures if f.claim == "count"}
    context = {
        "release": found,
        "measure": found.measure,
        "newer": newer,
        "since": since(_cells(figures), _cells(remaining), newer.number) if newer else "",
        "remarks": _remarks_by_force(found, forces),
        "earlier": near[1],
        "held": coverage_by_year(years, figures, answers),
        "breaks": breaks_of(found),
        "sums": sums_of(found, figures),
        "splits": of_all(found, figures),
        "recorded": recorded_rows(figures, {force.slug: force.area for force in forces}),
        "with_figure": [force for force in forces if force.slug in with_figures],
        "without_figure": [force for force in forces if force.slug in without],
        "rounds": rounds_of(answers),
        "demonstration_notice": notice_of([found]),
        "canonical": request.build_absolute_uri(reverse("release", args=[measure, number])),
        "dataset": dataset_of(request, found),
    }
    return render(request, "release.html", context)


def _cells(figures: Iterable[ReleasedFigure]) -> dict[object, Cell]:
    """The figures of single forces, each under its key."""
    return {key_of(f): released_cell(f) for f in figures if f.claim == FigureKind.COUNT}


def _remarks_by_force(release: Release, forces: Iterable[Any]) -> list[tuple[Force, list[Remark]]]:
    """The forces that said something of their figures, or of which something was decided."""
    with_remarks = (
        (force, remarks_of(force, force.stored_remarks).get(release.pk, [])) for force in forces
    )
    return [(force, remarks) for force, remarks in with_remarks if remarks]


def _near(release: Release, now: dt.datetime) -> tuple[Release | None, Release | None]:
    """The newest public release of the measure if it is newer, and the one before this."""
    public = list(Release.objects.public(now).filter(measure=release.measure).order_by("-number"))
    newer = next((r for r in public if r.number > release.number), None)
    return newer, next((r for r in public if r.number < release.number), None)


def release_changes(request: HttpRequest, measure: str, number: int) -> HttpResponse:
    now = moment(request)
    found = public_release(measure, number, now)
    if found.withdrawn_at:
        return gone(request, found)
    _, earlier = _near(found, now)
    changes = public_difference(found, earlier) if earlier else []
    sets = [
        (site.CHANGED_FIGURES, [c for c in changes if c.had and c.has]),
        (site.NEW_FIGURES, [c for c in changes if c.has and not c.had]),
        (site.LOST_FIGURES, [c for c in changes if c.had and not c.has]),
        (site.OTHER_REASONS, [c for c in changes if not (c.had or c.has)]),
    ]
    context = {
        "release": found,
        "measure": found.measure,
        "earlier": earlier,
        "new_parts": count_new_parts(found, earlier) if earlier else 0,
        "sets": [(title, changed) for title, changed in sets if changed],
        "demonstration_notice": notice_of([found]),
        "canonical": request.build_absolute_uri(reverse("release_changes", args=[measure, number])),
    }
    return render(request, "release_changes.html", context)
