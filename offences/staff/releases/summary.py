"""What a release publishes and what it hides, in summary, for the people who approve it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse

from offences import releases
from offences.english import and_list, quantity
from offences.exports import OUR_OWN
from offences.models import (
    DisclosureRule,
    FigureKind,
    FigureState,
    FoiSubmission,
    Release,
    ReleasedFigure,
    ReleasedResponse,
)
from offences.releases.parts import FigureKey
from offences.staff.names import area_names, force_of, subject_of, year_of
from offences.staff.pages import staff_page
from offences.staff.releases.frame import release_or_404, show_release
from offences.statistics.cells import Range
from offences.statistics.dates import in_words
from offences.statistics.years import Year
from offences.trends import categories_in, splits_of
from offences.words.charity import charity

Outcome = FoiSubmission.Outcome
OTHER_OUTCOMES = (Outcome.REFUSED, Outcome.NO_RESPONSE, Outcome.AWAITED, Outcome.UNKNOWN)


def summary_of(release: Release, snapshot: releases.Snapshot | None) -> dict[str, object]:
    """Summarise a release for its page: as it would be now, or as it was approved."""
    earlier = releases.release_before(release)
    is_readable = snapshot is not None or release.approved_at is not None
    figures = list(snapshot.figures if snapshot else release.figures.filter(breakdown=""))
    responses = list(snapshot.responses if snapshot else release.responses.all())
    states = releases.states_of(release, snapshot) if is_readable else []
    return {
        "earlier": earlier,
        "coverage": _coverage(figures),
        "parts": _parts(release, snapshot),
        "revised": releases.revisions(release, snapshot) if is_readable else [],
        "checked": Counter(each.state for each in states).most_common(),
        "recorded": _carried(figures),
        "answered": _answered(responses),
        "outcomes": _outcomes(responses, earlier),
        "broken": _broken(snapshot.breaks if snapshot else release.breaks),
        "unshown": _unshown((snapshot or release).unshown_corrections),
        "unchecked": [] if release.approved_at else _unchecked(release),
    }


def _parts(release: Release, snapshot: releases.Snapshot | None) -> str:
    """Name the breakdowns that it publishes, with how many counts are hidden; "" without any."""
    figures = list(snapshot.parts) if snapshot else splits_of(release)
    categories = list(snapshot.categories) if snapshot else categories_in(release)
    if not figures:
        return ""
    hidden = sum(figure.is_hidden for figure in figures)
    names = and_list(list(dict.fromkeys(c.breakdown_name for c in categories)))
    return f"{names}: {len(figures):,} counts, {hidden:,} of them hidden"


def _coverage(figures: Iterable[ReleasedFigure]) -> list[tuple[str, int, int, str]]:
    """For each year: forces with a figure, forces in the release, and the sum over those asked."""
    by_year: dict[int, list[bool]] = {}
    sums: dict[int, str] = {}
    for figure in figures:
        of_all = figure.figure_kind == FigureKind.SUM and figure.body_kind == "total"
        if of_all and figure.low is not None:
            of = f"{figure.with_figures} of {figure.asked} forces asked"
            sums[figure.year] = f"{quantity(Range(figure.low, figure.high))}, from {of}"
        if figure.figure_kind == FigureKind.COUNT:
            by_year.setdefault(figure.year, []).append(figure.state != FigureState.MISSING)
    return [
        (str(Year(year)), sum(has), len(has), sums.get(year, ""))
        for year, has in sorted(by_year.items(), reverse=True)
    ]


def _carried(figures: Iterable[ReleasedFigure]) -> list[tuple[ReleasedFigure, str, str, str]]:
    """The published figures, each with its area, its year or period, and what it counts."""
    names = area_names()
    return [
        (
            f,
            names.get(f.body, f.body) if f.body_kind == "force" else f.body,
            year_of(f),
            subject_of(f),
        )
        for f in figures
        if f.figure_kind not in OUR_OWN
    ]


def _answered(responses: Iterable[ReleasedResponse]) -> list[tuple[str, int, int, str]]:
    """For each round: forces that answered in whole or part, forces asked, and other outcomes."""
    rounds: dict[str, Counter[str]] = {}
    for response in responses:
        rounds.setdefault(response.round_name, Counter())[response.outcome] += 1
    rows = []
    for name, number in rounds.items():
        others = [f"{number[o.value]} {o.label}" for o in OTHER_OUTCOMES if number[o.value]]
        answering = number[Outcome.ANSWERED] + number[Outcome.PART]
        rows.append((name, answering, number.total(), ", ".join(others)))
    return rows


class OutcomeChange(NamedTuple):
    """One force's answer as a release would publish it, and as the one before did."""

    force: str
    round: str
    before: str
    after: str


def _outcomes(
    responses: Sequence[ReleasedResponse], earlier: Release | None
) -> list[OutcomeChange]:
    """Answers that differ from the release before; none without one, for all are new."""
    if earlier is None:
        return []

    def by_key(rows: Iterable[ReleasedResponse]) -> dict[tuple, ReleasedResponse]:
        return {(-r.round_number, r.force, r.number): r for r in rows}

    names = area_names()
    old, new = by_key(earlier.responses.all()), by_key(responses)
    changes = []
    for key in sorted(old.keys() | new.keys()):
        before, after = _outcome(old.get(key)), _outcome(new.get(key))
        if before != after:
            row = new.get(key) or old[key]
            force = force_of(names.get(row.force, row.force), row.number)
            changes.append(OutcomeChange(force, row.round_name, before, after))
    return changes


def _outcome(response: ReleasedResponse | None) -> str:
    """Everything that is published about an answer, in one line."""
    if response is None:
        return "not in it"
    parts = [
        Outcome(response.outcome).label,
        in_words(response.outcome_on, response.outcome_precision),
        f"reference {response.reference}" if response.reference else "",
        f"“{response.reason}”" if response.reason else "",
        f"source: {response.source}" if response.source else "",
        "its file is stored" if response.has_file else "",
    ]
    return ", ".join(filter(None, parts))


def _broken(breaks: Iterable[Mapping[str, object]]) -> list[tuple[str, str, object]]:
    """Changes in how figures are counted: whose, since which year, and why, in readers' words."""
    names = area_names()
    return [
        (names.get(str(b.get("force", "")), "All forces"), str(Year(int(str(b["year"])))), b["why"])
        for b in breaks
    ]


def _unshown(corrected: Iterable[Mapping[str, object]]) -> list[str]:
    """The answers that were corrected in numbers that are not shown: “Kent, 2018/19”."""
    names = area_names()
    return [
        f"{names.get(str(c['force']), c['force'])}, {Year(int(str(c['year'])))}" for c in corrected
    ]


def _unchecked(release: Release) -> list[tuple[str, list[str]]]:
    """For each round: forces whose counts are left out because nobody has checked them."""
    forces: dict[str, list[str]] = {}
    its = {"counts__measure": release.measure_id, "counts__retired_at__isnull": True}
    waiting = (
        FoiSubmission.objects.to_check()
        .filter(round__number__lte=release.last_round.number, **its)
        .select_related("round", "force")
        .order_by("-round__number", "force__area", "number")
        .distinct()
    )
    for submission in waiting:
        forces.setdefault(submission.round.name, []).append(submission.force.area)
    return list(forces.items())


# What it hides


@staff_page("hidden", Release, "view_release")
def list_hidden(request: HttpRequest, object_id: int) -> HttpResponse:
    """Each number that the release would hide, and the range that published data leave for it."""
    release = release_or_404(object_id)
    if release.approved_at:
        raise Http404("What an approved release hides is not in it.")
    snapshot = releases.snapshot(release)
    hidden, rule = snapshot.hidden, DisclosureRule.of(release.measure)
    shown: dict[str, Any] = {"measure_rule": rule, "rule": snapshot.disclosure}
    shown |= {"forces": sorted(_hidden_by_force(snapshot).items()), "open": hidden.open}
    shown |= {"small": len(hidden.small), "others": len(hidden.places - hidden.small)}
    shown |= {"parts": len(snapshot.parts)}
    shown |= {"what_helps": releases.WHAT_HELPS if hidden.differs_from_earlier else ""}
    return show_release(request, "hidden", release, title=f"What it hides: {release}", **shown)


def _hidden_by_force(snapshot: releases.Snapshot) -> dict[str, list[dict[str, str]]]:
    hidden, areas = snapshot.hidden, area_names()
    ranges, items = hidden.ranges(), hidden.table.items if hidden.table else {}
    names = {
        (each.breakdown, each.category): f"{each.breakdown_name}: {each.name}"
        for each in snapshot.categories
    }
    position = {key: at for at, key in enumerate(names)}
    rows: dict[str, list[dict[str, str]]] = {}

    def in_order(place: FigureKey) -> tuple[str, int, int]:
        part = (place.breakdown, place.category)
        return place.body, -place.year, position.get(part, -1)

    for place in sorted(hidden.places, key=in_order):
        why = (
            f"small, or a young {charity().person}"
            if place in hidden.small
            else "to protect small ones"
        )
        item, left = items[place], ranges[place]
        row = {"year": str(Year(place.year)), "why": why, "range": _number(left.low, left.high)}
        row |= {"category": names.get((place.breakdown, place.category), "Total")}
        row |= {"number": _number(item.low, item.high)}  # for staff only
        rows.setdefault(areas.get(place.body, place.body), []).append(row)
    return rows


def _number(low: int, high: int | None) -> str:
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"
