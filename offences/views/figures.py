"""All forces together: one measure. Released rows only."""

from collections import defaultdict
from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse

from offences.claims.totals import Total, area_in_words
from offences.models import Force, ForceKind, Measure, Release, ReleasedFigure, ReleasedResponse
from offences.statistics.years import Year
from offences.trends import breaks_of, figures_of, panel_of, responses_of, sums_of, totals_of
from offences.views.moment import page, released
from offences.views.tables import coverage_by_year, groups_of, rounds_of, splits_of_all
from offences.words.panels import Place, like_for_like, whole_place


def measure(request: HttpRequest, slug: str) -> HttpResponse:
    releases = released(request)
    release = next((r for r in releases if r.measure.slug == slug), None)
    found = release.measure if release else Measure.objects.filter(slug=slug).first()
    if found is None:
        raise Http404("Nothing is counted under this address.")
    others = [r.measure for r in releases if r.measure.slug != found.slug]
    none: dict = {"breaks": (), "splits": (), "first_year": None}
    return page(
        request,
        "measure.html",
        [release] if release else releases,
        measure=found,
        release=release,
        other_measures=others,
        **(_national_context(release) if release else none),
    )


def _national_context(release: Release) -> dict:
    """The national figures of a release: as printed, like for like, and of whole places."""
    figures, responses = figures_of([release]), responses_of([release])
    totals = totals_of(release, figures)
    panel = panel_of(release, figures, responses)
    all_forces = list(Force.objects.order_by("area"))
    return {
        "groups": groups_of(totals),
        "sums": sums_of(release, figures),
        "compared": like_for_like(panel),
        "places": _places(release, figures, responses, totals, all_forces),
        "splits": splits_of_all(release, figures),
        "held": coverage_by_year(panel.years, figures, responses, totals),
        "breaks": breaks_of(release),
        "first_year": Year(release.measure.first_year),
        "forces": [force for force in all_forces if force.slug in panel.series],
        "rounds": rounds_of(responses)[:1],
    }


def _places(
    release: Release,
    figures: Sequence[ReleasedFigure],
    responses: Sequence[ReleasedResponse],
    totals: tuple[Total, ...],
    all_forces: Sequence[Force],
) -> list[Place]:
    """The nations and regions, A to Z, of which some year holds a figure of every force."""
    members: dict[str, dict[str, str]] = defaultdict(dict)
    for force in all_forces:
        if force.kind == ForceKind.TERRITORIAL:
            for name in {force.nation, force.region} - {""}:
                members[name][force.slug] = force.area
    return [
        place
        for name, names in sorted(members.items())
        if (
            place := whole_place(
                name,
                names,
                panel_of(release, figures, responses, names),
                [t for t in totals if t.kind != "total" and t.area == area_in_words(name)],
            )
        )
    ]
