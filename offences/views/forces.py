"""The list of all forces, and the answer to a search for one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from offences import trends
from offences.english import without_victims
from offences.finder import LONGEST, Kind, find_forces, forces_named
from offences.models import Force, Release
from offences.press import briefing_of
from offences.statistics.years import Year
from offences.views import tables
from offences.views.areas import areas_of
from offences.views.moment import page, public_state, released, trends_of
from offences.words import finder as words


def forces(request: HttpRequest) -> HttpResponse:
    q = " ".join(request.GET.get("q", "").replace("\0", "").split())
    return _search_answer(request, q) if q else _all_forces(request)


def _all_forces(request: HttpRequest) -> HttpResponse:
    everyone = public_state(request).forces
    groups: dict[str, list[Force]] = defaultdict(list)
    for each in everyone:
        groups[each.region or each.nation].append(each)
    releases = released(request)
    return page(
        request,
        "forces.html",
        releases,
        numbers_differ=tables.numbers_differ(trends.responses_of(releases[:1]), everyone),
        groups=sorted(groups.items()),
        areas=areas_of(everyone),
    )


def _search_answer(request: HttpRequest, q: str) -> HttpResponse:
    public = public_state(request)
    everyone = {force.slug: force for force in public.forces}
    answer = find_forces(q, public.force_names)
    found = [everyone[slug] for slug in answer.forces]
    areas = {force.slug: words.area_named(force.area) for force in everyone.values()}
    releases = released(request)
    only = found[0] if len(found) == 1 else None
    briefing = _briefing(request, only, releases) if only and answer.kind == Kind.FOUND else None
    figures = [] if briefing else trends.years_with_figures(releases, answer.forces)
    lines = [[] if briefing else _lines(releases, force.slug, figures) for force in found]
    return page(
        request,
        "found.html",
        releases,
        q=q[:LONGEST],
        heading=words.heading(answer, only.at_start if only else "", areas),
        lead=words.lead(answer, q),
        further=words.further(answer, areas),
        choices=[
            {
                "force": force,
                "title": words.title(force.area, force.name),
                "why": words.why(choice, answer.name),
                "figures": of_force,
            }
            for force, choice, of_force in zip(found, answer.choices, lines, strict=True)
        ],
        is_compared=answer.kind == Kind.COMPARED,
        is_short_of_figures=any(map(words.lacks_figures, lines)),
        briefing=briefing,
        wants_list=answer.kind in words.TO_THE_LIST,
    )


def alias_redirect(request: HttpRequest, name: str) -> HttpResponse | None:
    """Redirect to the page of the one force with this name, abbreviation or spelling."""
    named = forces_named(name, public_state(request).force_names)
    return redirect("force", *named, permanent=True) if len(named) == 1 else None


def _lines(
    releases: Sequence[Release], slug: str, figures: Iterable[tuple[str, int, int]]
) -> list[str]:
    """The years for which a force has a figure, by measure."""
    return [
        words.figures_line(
            without_victims(release.measure.phrase),
            sorted(Year(year) for force, pk, year in figures if (force, pk) == (slug, release.pk)),
        )
        for release in releases
    ]


def _briefing(request: HttpRequest, force: Force, releases: Sequence[Release]) -> object:
    """What is said of the first measure of which this force has a figure."""
    of_force = trends_of(request, force, releases)
    first = next((trend for trend in of_force if trend.figures), None)
    return briefing_of(first, others=of_force) if first else None
