"""Who answered in a round, how, and what came of it. Released rows only."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from offences.claims.totals import Total, newest_total
from offences.english import number, on_or_in, sentence
from offences.models import FoiSubmission, Force, Release, ReleasedResponse
from offences.statistics.dates import in_words
from offences.statistics.years import Year
from offences.trends import (
    recorded_of,
)
from offences.views.coverage import counted_in
from offences.views.moment import moment
from offences.views.next_links import to_release
from offences.views.pages import notice_of
from offences.words.answers import GAVE_FIGURES
from offences.words.figure import round_in_words
from offences.words.panels import forces


@dataclass(frozen=True)
class AnsweredForce:
    """One force in a list of those that ended alike."""

    slug: str
    name: str
    detail: str
    source: str = ""
    source_url: str = ""


@dataclass(frozen=True)
class Ending:
    """The forces whose answer ended in one way."""

    title: str
    lead: str
    forces: list[AnsweredForce]

    @property
    def has_details(self) -> bool:
        return any(each.detail or each.source for each in self.forces)


_ENDINGS = (
    (GAVE_FIGURES, "Gave figures", "These forces answered with figures."),
    ({"refused"}, "Refused", "A force may refuse under the law, and says which part of it."),
    ({"no_response"}, "Did not answer", "No answer is in our records. That does not mean zero."),
    ({"awaited"}, "Not answered yet", "These forces had not answered when this was published."),
    (
        {"unknown"},
        "Not known",
        "Whether these forces answered is not in our records. It is neither zero nor a refusal.",
    ),
)


def responses(request: HttpRequest, round: str) -> HttpResponse:
    now = moment(request)
    release = (
        Release.objects.public(now)
        .filter(responses__round=round)
        .select_related("measure")
        .order_by("-public_at", "-number")
        .first()
    )
    if release is None:
        raise Http404("Nothing is published of a round at this address.")
    rows = list(release.responses.filter(round=round).order_by("force", "number"))
    totals = recorded_of(release)
    names = dict(Force.objects.values_list("slug", "area"))
    first = rows[0]
    by_force: dict[str, list[ReleasedResponse]] = defaultdict(list)
    for row in rows:
        by_force[row.force].append(row)
    endings = _endings(by_force, names)
    whom, not_known = _asked(first, len(by_force))
    context = {
        "round": round_in_words(first.round_name),
        "measure": release.measure,
        "first_year": Year(first.round_first_year),
        "last_year": Year(first.round_last_year),
        "whom": whom,
        "not_known": not_known,
        "endings": endings,
        "in_short": _in_short(endings, first, totals),
        "onward": [
            (
                reverse("measure", args=[release.measure.slug]),
                release.measure.name,
                "What the police recorded, all forces together",
            ),
            to_release(release),
            (reverse("forces"), "Find a force", "All of them, A to Z and on a map"),
        ],
        "demonstration_notice": notice_of([release]),
        "canonical": request.build_absolute_uri(reverse("responses", args=[round])),
    }
    return render(request, "responses.html", context)


def _asked(row: ReleasedResponse, named: int) -> tuple[str, str]:
    """Whom the charity asked, in the middle of a sentence; and what is not known of it."""
    if row.round_asked is None:
        verb = "was" if named == 1 else "were"
        return "police forces", (
            "How many it asked was not printed. "
            f"We know by name of {forces(named)} that {verb} asked."
        )
    known = f"We know {forces(named)} of them by name." if named < row.round_asked else ""
    return forces(row.round_asked), known


def _endings(by_force: dict[str, list[ReleasedResponse]], names: dict[str, str]) -> list[Ending]:
    """The forces by how the last request to them ended."""
    found = []
    for outcomes, title, lead in _ENDINGS:
        ended = [
            AnsweredForce(
                slug, names.get(slug, slug), _detail(rows), rows[-1].source, rows[-1].source_url
            )
            for slug, rows in by_force.items()
            if rows[-1].outcome in outcomes
        ]
        if ended:
            found.append(Ending(title, lead, sorted(ended, key=lambda each: each.name)))
    return found


def _detail(rows: Sequence[ReleasedResponse]) -> str:
    """What is known of one answer: when, what was refused and why, under which reference."""
    last, said = rows[-1], []
    when = in_words(last.outcome_on, last.outcome_precision)
    if last.outcome == "part_answered":
        said.append("Answered in part")
    if when:
        said.append(sentence(on_or_in(when)))
    if last.reason:
        said.append(f"The reason given: {last.reason.rstrip('.')}")
    elif last.outcome in {"refused", "no_response"}:
        said.append("The reason is not known")
    if last.reference:
        said.append(f"Reference {last.reference}")
    if len(rows) > 1:
        first = FoiSubmission.Outcome(rows[0].outcome).label
        said.append(f"This was a second request; the first: {first}")
    return "".join(f"{each}. " for each in said).strip()


def _in_short(
    endings: Sequence[Ending], row: ReleasedResponse, totals: tuple[Total, ...]
) -> list[tuple[str, str]]:
    """Each ending with its number of forces, and beside it what the charity reported."""
    ended = {each.title: sentence(forces(len(each.forces))) for each in endings}
    lines = [
        (title, ended.get(title, "None that we know of"))
        for outcomes, title, _ in _ENDINGS
        if title in ended or "refused" in outcomes
    ]
    year = Year(row.round_last_year)
    total = newest_total(totals, year)
    if total and total.with_figures and total.asked and total.asked == row.round_asked:
        held = sum(len(e.forces) for e in endings if e.title == _ENDINGS[0][1])
        who = (
            f"all {number(total.asked)} forces asked"
            if total.is_of_all
            else f"{counted_in(total)} forces asked"
        )
        reported = f"Figures for {year} from {who}, by its own count of {total.vintage}."
        if held < total.with_figures:
            reported += (
                f" By name we know {held or 'none'} of the {total.with_figures}; "
                "which of the other forces they were was not printed."
            )
        lines.append(("The charity reported", reported))
    return lines
