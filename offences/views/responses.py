"""Who answered in a round, how, and what came of it. Released rows only."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.http import Http404, HttpRequest, HttpResponse

from offences.claims.totals import Total, newest_total
from offences.english import sentence
from offences.models import FoiSubmission, ReleasedResponse
from offences.statistics.dates import in_words
from offences.statistics.years import Year
from offences.trends import late_of, recorded_of
from offences.views.moment import page, public_state
from offences.views.tables import numbers_differ
from offences.words.cells import round_in_words
from offences.words.challenges import is_under_act
from offences.words.panels import forces
from offences.words.round import (
    ENDINGS,
    FIGURES,
    NONE_KNOWN,
    answer_detail,
    how_often_late,
    reported,
    sections_in_words,
    time_in_words,
    times_in_short,
    who_was_asked,
)


def responses(request: HttpRequest, round: str) -> HttpResponse:
    public = public_state(request)
    of_round = ReleasedResponse.objects.filter(release__in=public.releases, round=round)
    having = {*of_round.order_by().values_list("release", flat=True).distinct()}
    releases = [release for release in public.releases if release.pk in having]
    if not releases:
        raise Http404("Nothing is published of a round at this address.")
    release = max(releases, key=lambda each: (each.public_at, each.number))
    of_release = list(release.responses.order_by("force", "number"))
    rows = [row for row in of_release if row.round == round]
    everyone = public.forces
    names = {force.slug: force.area for force in everyone}
    first = rows[0]
    by_force: dict[str, list[ReleasedResponse]] = defaultdict(list)
    for row in rows:
        by_force[row.force].append(row)
    endings = _endings(by_force, names, _lateness(of_release))
    under_act = {force.slug for force in everyone if is_under_act(force.nation)}
    of_act = (row.sections.split("|") for row in rows if row.force in under_act)
    sections = [each for row in of_act for each in row if each]
    whom, not_known = who_was_asked(first.round_asked, len(by_force))
    return page(
        request,
        "responses.html",
        [release],
        round=round_in_words(first.round_name),
        measure=release.measure,
        first_year=Year(first.round_first_year),
        last_year=Year(first.round_last_year),
        whom=whom,
        not_known=not_known,
        numbers_differ=numbers_differ(of_release, everyone) if first.round_asked else "",
        endings=endings,
        in_short=[*_in_short(endings, first, recorded_of(release)), *_times(rows)],
        sections=sections_in_words(sections),
        release=release,
    )


def _lateness(rows: Iterable[ReleasedResponse]) -> dict[str, str]:
    """How often each force was late, in all rounds up to this release."""
    by_force: dict[str, list[ReleasedResponse]] = defaultdict(list)
    for row in rows:
        by_force[row.force].append(row)
    return {force: how_often_late(*late_of(own)) for force, own in by_force.items()}


def _times(rows: Sequence[ReleasedResponse]) -> list[tuple[str, str]]:
    late, known = late_of(rows)
    return [("Time taken", times_in_short(late, known))] if known else []


def _endings(
    by_force: dict[str, list[ReleasedResponse]], names: dict[str, str], lateness: dict[str, str]
) -> list[dict]:
    """The forces by how the last request to them ended, each with what is known of it."""
    found = []
    for ending in ENDINGS:
        ended = [slug for slug, rows in by_force.items() if rows[-1].outcome in ending.outcomes]
        forces: list[dict] = [
            {
                "slug": slug,
                "name": name,
                "detail": _detail(rows, lateness.get(slug, "")),
                "last": rows[-1],
            }
            for name, slug in sorted((names.get(slug, slug), slug) for slug in ended)
            for rows in [by_force[slug]]
        ]
        if forces:
            has_details = any(force["detail"] or force["last"].source for force in forces)
            found.append({"ending": ending, "forces": forces, "has_details": has_details})
    return found


def _detail(rows: Sequence[ReleasedResponse], before: str) -> str:
    last = rows[-1]
    took = time_in_words(last.working_days, last.working_days_late)
    return answer_detail(
        last.outcome,
        in_words(last.outcome_on, last.outcome_precision),
        last.reason,
        last.reference,
        FoiSubmission.Outcome(rows[0].outcome).label if len(rows) > 1 else "",
        (took, before) if took else (),
        [each for each in last.sections.split("|") if each],
    )


def _in_short(
    endings: list[dict], row: ReleasedResponse, totals: tuple[Total, ...]
) -> list[tuple[str, str]]:
    """Each ending with its number of forces, and beside it what the charity reported."""
    number_of = {each["ending"]: len(each["forces"]) for each in endings}
    lines = [
        (each.title, sentence(forces(number_of[each])) if each in number_of else NONE_KNOWN)
        for each in ENDINGS
        if each in number_of or "refused" in each.outcomes
    ]
    year = Year(row.round_last_year)
    total = newest_total(totals, year)
    if total and total.with_figures and total.asked and total.asked == row.round_asked:
        lines.append(("The charity reported", reported(total, year, number_of.get(FIGURES, 0))))
    return lines
