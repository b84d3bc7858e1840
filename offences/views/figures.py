"""All forces together: a measure, who answered, and the releases. Released rows only."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from offences.claims.answers import GAVE_FIGURES
from offences.claims.panel_words import (
    Place,
    forces,
    held_of,
    like_for_like,
    round_in_words,
    whole_place,
)
from offences.claims.totals import Total, area_in_words, newest_total
from offences.claims.wording import number, on_or_in, sentence
from offences.exports import recorded_rows
from offences.models import FoiSubmission, Force, Measure, Release, ReleasedFigure, ReleasedResponse
from offences.releases import public_difference
from offences.statistics.dates import in_words
from offences.statistics.years import Year
from offences.trends import (
    asked_by_name,
    breaks_of,
    figures_of,
    panel_of,
    recorded_of,
    responses_of,
    sums_of,
    totals_of,
)
from offences.views.dataset import dataset_of
from offences.views.pages import notice_of
from offences.views.released import released
from offences.views.totals import groups_of

Links = list[tuple[str, str, str]]
"""Address, title and a detail of each page that a reader may want next."""


# ---- a measure ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Held:
    """Of how many forces a figure for a year is in the records, and what the charity counted."""

    year: Year
    text: str
    reported: str = ""


def measure(request: HttpRequest, slug: str) -> HttpResponse:
    releases = released(request)
    release = next((r for r in releases if r.measure.slug == slug), None)
    found = release.measure if release else Measure.objects.filter(slug=slug).first()
    if found is None:
        raise Http404("Nothing is counted under this address.")
    context = {
        "measure": found,
        "release": release,
        "breaks": (),
        "first_year": None,
        "onward": _beside_measure(found, release, releases),
        "demonstration_notice": notice_of([release] if release else releases),
        "canonical": request.build_absolute_uri(reverse("measure", args=[slug])),
    }
    return render(request, "measure.html", context | (_together(release) if release else {}))


def _together(release: Release) -> dict:
    """The national figures of a release: as printed, like for like, and of whole places."""
    figures, responses = figures_of([release]), responses_of([release])
    totals = totals_of(release, figures)
    panel = panel_of(release, figures, responses)
    known = list(Force.objects.order_by("area"))
    return {
        "groups": groups_of(totals),
        "sums": sums_of(release, figures),
        "compared": like_for_like(panel),
        "places": _places(release, figures, responses, totals, known),
        "held": _held(panel.years, figures, responses, totals),
        "breaks": breaks_of(release),
        "first_year": Year(release.measure.first_year),
        "forces": [force for force in known if force.slug in panel.series],
        "rounds": _rounds(responses)[:1],
    }


def _held(
    years: Iterable[Year],
    figures: Sequence[ReleasedFigure],
    responses: Sequence[ReleasedResponse],
    totals: tuple[Total, ...] = (),
) -> list[Held]:
    """Coverage of each year, newest first."""
    with_figure: dict[int, int] = defaultdict(int)
    for figure in figures:
        if figure.claim == "count" and figure.category == "total" and figure.state != "missing":
            with_figure[figure.year] += 1
    found = []
    for year in sorted(years, reverse=True):
        total, reported = newest_total(totals, year), ""
        if total and total.with_figures and total.with_figures != with_figure[year.start]:
            reported = f"The charity’s total of {total.vintage} counts {_counted(total)}."
        text = held_of(with_figure[year.start], len(asked_by_name(year, responses)) or None)
        found.append(Held(year, text, reported))
    return found


def _counted(total: Total) -> str:
    """How many forces a total counts: “40 of the 44”, “all 46”, “39”."""
    if total.is_of_all:
        return f"all {number(total.asked or 0)}"
    of = f" of the {number(total.asked)}" if total.asked else ""
    return f"{number(total.with_figures or 0)}{of}"


def _places(
    release: Release,
    figures: Sequence[ReleasedFigure],
    responses: Sequence[ReleasedResponse],
    totals: tuple[Total, ...],
    known: Sequence[Force],
) -> list[Place]:
    """The nations and regions, A to Z, of which some year holds a figure of every force."""
    members: dict[str, dict[str, str]] = defaultdict(dict)
    for force in known:
        if force.kind == Force.Kind.TERRITORIAL:
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


def _beside_measure(
    measure: Measure, release: Release | None, releases: Sequence[Release]
) -> Links:
    links = []
    if release:
        links.append(_to_release(release))
    links += [
        (
            reverse("measure", args=[other.measure.slug]),
            other.measure.name,
            "Another count. The two overlap and are never added",
        )
        for other in releases
        if other.measure.slug != measure.slug
    ]
    links.append((reverse("data"), "Download the figures", "As a spreadsheet or a plain file"))
    return links


# ---- who answered ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Answered:
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
    forces: list[Answered]

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
    now = timezone.now()
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
            _to_release(release),
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
            Answered(
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
            else f"{_counted(total)} forces asked"
        )
        reported = f"Figures for {year} from {who}, by its own count of {total.vintage}."
        if held < total.with_figures:
            reported += (
                f" By name we know {held or 'none'} of the {total.with_figures}; "
                "which of the other forces they were was not printed."
            )
        lines.append(("The charity reported", reported))
    return lines


# ---- releases ----------------------------------------------------------------------------------


def release_index(request: HttpRequest) -> HttpResponse:
    opened = list(
        Release.objects.opened(timezone.now())
        .select_related("measure")
        .order_by("measure__position", "measure__slug", "-number")
    )
    by_measure: dict[str, list[Release]] = defaultdict(list)
    for each in opened:
        by_measure[each.measure.name].append(each)
    context = {
        "by_measure": list(by_measure.items()),
        "demonstration_notice": notice_of([r for r in opened if not r.withdrawn_at]),
        "canonical": request.build_absolute_uri(reverse("releases")),
    }
    return render(request, "release_index.html", context)


def opened_release(measure: str, number: int, now: dt.datetime) -> Release:
    """A release that was opened by now; a withdrawn one too, for its address answers."""
    release = (
        Release.objects.opened(now)
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
    now = timezone.now()
    found = opened_release(measure, number, now)
    if found.withdrawn_at:
        return gone(request, found)
    figures, answers = figures_of([found]), responses_of([found])
    near = _near(found, now)
    held = {f.body for f in figures if f.claim == "count" and f.state != "missing"}
    without = {f.body for f in figures if f.claim == "count"} - held
    known = list(Force.objects.order_by("area"))
    years = {Year(f.year) for f in figures if f.claim == "count"}
    context = {
        "release": found,
        "measure": found.measure,
        "newer": near[0],
        "earlier": near[1],
        "held": _held(years, figures, answers),
        "breaks": breaks_of(found),
        "sums": sums_of(found, figures),
        "recorded": recorded_rows(figures, {force.slug: force.area for force in known}),
        "with_figure": [force for force in known if force.slug in held],
        "without_figure": [force for force in known if force.slug in without],
        "rounds": _rounds(answers),
        "onward": [
            (
                reverse("measure", args=[measure]),
                found.measure.name,
                "What is counted, and the newest figures of all forces together",
            ),
            (reverse("releases"), "All releases", "Every one is kept"),
        ],
        "demonstration_notice": notice_of([found]),
        "canonical": request.build_absolute_uri(reverse("release", args=[measure, number])),
        "dataset": dataset_of(request, found),
    }
    return render(request, "release.html", context)


def _near(release: Release, now: dt.datetime) -> tuple[Release | None, Release | None]:
    """The newest public release of the measure if it is newer, and the one before this."""
    public = list(Release.objects.public(now).filter(measure=release.measure).order_by("-number"))
    newer = next((r for r in public if r.number > release.number), None)
    return newer, next((r for r in public if r.number < release.number), None)


def _rounds(answers: Sequence[ReleasedResponse]) -> list[tuple[str, str]]:
    """The rounds of a release, newest first: address and words."""
    found: dict[str, ReleasedResponse] = {}
    for each in sorted(answers, key=lambda r: -r.round_number):
        found.setdefault(each.round, each)
    return [(slug, round_in_words(each.round_name)) for slug, each in found.items()]


def release_changes(request: HttpRequest, measure: str, number: int) -> HttpResponse:
    now = timezone.now()
    found = opened_release(measure, number, now)
    if found.withdrawn_at:
        return gone(request, found)
    _, earlier = _near(found, now)
    changes = public_difference(found, earlier) if earlier else []
    sets = [
        ("Figures that changed", [c for c in changes if c.had and c.has]),
        ("New figures", [c for c in changes if c.has and not c.had]),
        ("No longer given", [c for c in changes if c.had and not c.has]),
        ("Still no figure, for another reason", [c for c in changes if not (c.had or c.has)]),
    ]
    context = {
        "release": found,
        "measure": found.measure,
        "earlier": earlier,
        "sets": [(title, changed) for title, changed in sets if changed],
        "onward": [_to_release(found), (reverse("releases"), "All releases", "Every one is kept")],
        "demonstration_notice": notice_of([found]),
        "canonical": request.build_absolute_uri(reverse("release_changes", args=[measure, number])),
    }
    return render(request, "release_changes.html", context)


def _to_release(release: Release) -> tuple[str, str, str]:
    return (
        reverse("release", args=[release.measure.slug, release.number]),
        f"Release {release.number}, {release.public_in_words}",
        "Everything it holds, with every source, and its downloads",
    )
