"""Summary of what a release publishes, for the people who approve it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from offences import releases
from offences.english import and_list, quantity
from offences.exports import OUR_OWN
from offences.models import (
    FigureBody,
    FigureKind,
    FigureState,
    FoiSubmission,
    Release,
    ReleasedFigure,
    ReleasedResponse,
)
from offences.staff.names import area_names, subject_of, year_of
from offences.statistics.cells import Range
from offences.statistics.dates import in_words
from offences.statistics.years import Year
from offences.trends import categories_in, splits_of

Outcome = FoiSubmission.Outcome
OTHER_OUTCOMES = (Outcome.REFUSED, Outcome.NO_RESPONSE, Outcome.AWAITED, Outcome.UNKNOWN)


def summary_of(release: Release, snapshot: releases.Snapshot | None) -> dict[str, object]:
    """Summarise a release for its page: as it would be now, or as it was approved."""
    earlier = releases.before(release)
    is_readable = snapshot is not None or release.approved_at is not None
    figures = list(snapshot.figures if snapshot else release.figures.filter(breakdown=""))
    responses = list(snapshot.responses if snapshot else release.responses.all())
    return {
        "earlier": earlier,
        "coverage": coverage(figures),
        "parts": parts(release, snapshot),
        "revised": releases.revisions(release, snapshot) if is_readable else [],
        "checked": checked(release, snapshot) if is_readable else [],
        "recorded": carried(figures),
        "answered": answered(responses),
        "outcomes": outcomes(responses, earlier),
        "broken": broken(snapshot.breaks if snapshot else release.breaks),
        "unchecked": [] if release.approved_at else unchecked(release),
    }


def checked(release: Release, snapshot: releases.Snapshot | None) -> list[tuple[str, int]]:
    """Number of forces in each state of their own check, the most frequent first."""
    return Counter(each.state for each in releases.states_of(release, snapshot)).most_common()


def parts(release: Release, snapshot: releases.Snapshot | None) -> str:
    """Name the breakdowns that it publishes, with how many counts are hidden; "" without any."""
    if snapshot:
        figures, categories = list(snapshot.parts), list(snapshot.categories)
    else:
        figures, categories = splits_of(release), categories_in(release)
    if not figures:
        return ""
    hidden = sum(f.state == FigureState.SUPPRESSED and f.high is None for f in figures)
    names = and_list(list(dict.fromkeys(c.breakdown_name for c in categories)))
    return f"{names}: {len(figures):,} counts, {hidden:,} of them hidden"


def coverage(figures: Iterable[ReleasedFigure]) -> list[tuple[str, int, int, str]]:
    """For each year: forces with a figure, forces in the release, and the sum over those asked."""
    by_year: dict[int, list[bool]] = {}
    sums: dict[int, str] = {}
    for figure in figures:
        of_all = figure.claim == FigureKind.SUM and figure.body_kind == "total"
        if of_all and figure.low is not None:
            total = quantity(Range(figure.low, figure.high))
            of = f"{figure.with_figures} of {figure.asked} forces asked"
            sums[figure.year] = f"{total}, from {of}"
        if figure.claim == FigureKind.COUNT:
            has = figure.state != FigureState.MISSING
            by_year.setdefault(figure.year, []).append(has)
    return [
        (str(Year(year)), sum(has), len(has), sums.get(year, ""))
        for year, has in sorted(by_year.items(), reverse=True)
    ]


@dataclass(frozen=True)
class CarriedFigure:
    """A published figure that a release carries, in readers' words."""

    figure: ReleasedFigure
    body: str
    when: str
    what: str


def carried(figures: Iterable[ReleasedFigure]) -> list[CarriedFigure]:
    """The published figures, each with its area, its year or period, and what it counts."""
    names = area_names()
    found = []
    for figure in figures:
        if figure.claim in OUR_OWN:
            continue
        force = figure.body_kind == FigureBody.FORCE
        body = names.get(figure.body, figure.body) if force else figure.body
        found.append(CarriedFigure(figure, body, year_of(figure), subject_of(figure)))
    return found


def answered(responses: Iterable[ReleasedResponse]) -> list[tuple[str, int, int, str]]:
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


@dataclass(frozen=True)
class OutcomeChange:
    """One force's answer as a release would publish it, and as the one before did."""

    force: str
    round: str
    before: str
    after: str


def outcomes(responses: Sequence[ReleasedResponse], earlier: Release | None) -> list[OutcomeChange]:
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
            force = names.get(row.force, row.force)
            later = f", request {row.number}" if row.number > 1 else ""
            changes.append(OutcomeChange(f"{force}{later}", row.round_name, before, after))
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


def broken(breaks: Iterable[Mapping[str, object]]) -> list[tuple[str, str, object]]:
    """Changes in how figures are counted: whose, since which year, and why, in readers' words."""
    names = area_names()
    return [
        (names.get(str(b.get("force", "")), "All forces"), str(Year(int(str(b["year"])))), b["why"])
        for b in breaks
    ]


def unchecked(release: Release) -> list[tuple[str, list[str]]]:
    """For each round: forces whose counts are left out because nobody has checked them."""
    unchecked_forces: dict[str, list[str]] = {}
    for submission in (
        FoiSubmission.objects.to_check()
        .filter(
            round__number__lte=release.last_round.number,
            counts__measure=release.measure_id,
            counts__retired_at__isnull=True,
        )
        .select_related("round", "force")
        .order_by("-round__number", "force__area", "number")
        .distinct()
    ):
        unchecked_forces.setdefault(submission.round.name, []).append(submission.force.area)
    return list(unchecked_forces.items())
