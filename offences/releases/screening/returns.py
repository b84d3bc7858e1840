"""Returns not settled, unchecked or with a question open, and parts above the stated total."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby

from django.db.models import Exists, OuterRef, Q

from offences.english import and_list, number, quantity, sentence
from offences.models import (
    AnnualCount,
    Breakdown,
    BreakdownKind,
    FoiQuery,
    FoiSubmission,
    ReleasedResponse,
    SendBack,
)
from offences.releases.screening.finding import (
    Finding,
    FindingItem,
    ScreenedRelease,
    error,
    warning,
)
from offences.statistics.years import Year
from offences.trends import cell_of

GAVE_FIGURES = (FoiSubmission.Outcome.ANSWERED, FoiSubmission.Outcome.PART)
GRID = ("foisubmission", "grid")  # the staff page with a return’s counts


def unchecked(subject: ScreenedRelease) -> Iterable[Finding]:
    release = subject.release
    waiting = (
        FoiSubmission.objects.to_check()
        .annotate(is_back=Exists(SendBack.objects.unsettled().filter(submission=OuterRef("pk"))))
        .filter(round__number__lte=release.last_round.number, round__measures=release.measure_id)
        .select_related("round", "force")
        .order_by("-round__number", "force__area", "number")
    )
    for round_, group in groupby(waiting, key=lambda each: each.round):
        returns = list(group)
        number_of = "one return is" if len(returns) == 1 else f"{len(returns)} returns are"
        back = sum(each.is_back for each in returns)
        sent_back = f" ({number(len(returns) - back)} to check, {number(back)} sent back)"
        yield error(
            "unchecked return",
            f"{sentence(str(round_))}: {number_of} entered and nobody has checked "
            f"them{sent_back if back else ''}, so that none of their figures is in the release. "
            "Have them checked, or say why the release goes without them.",
            [FindingItem(_name(each), "foisubmission", "check", each.pk) for each in returns],
        )


def queried(subject: ScreenedRelease) -> Iterable[Finding]:
    release = subject.release
    asked = (
        FoiQuery.objects.unanswered()
        .filter(
            Q(measure=None) | Q(measure=release.measure_id),
            submission__checked_at__isnull=False,
            submission__round__number__lte=release.last_round.number,
            submission__round__measures=release.measure_id,
        )
        .select_related("submission__round", "submission__force")
        .order_by("-submission__round__number", "submission__force__area", "pk")
    )
    if release.corrects_force_id:
        asked = asked.filter(submission__force=release.corrects_force_id)
    for round_, group in groupby(asked, key=lambda each: each.submission.round):
        queries = list(group)
        asked_of = "a question is" if len(queries) == 1 else f"{len(queries)} questions are"
        yield error(
            "queried return",
            f"{sentence(str(round_))}: {asked_of} open with a force whose return is checked. Write "
            "down the answer, or say why the figures can be released before it.",
            [
                FindingItem(f"{_name(each.submission)}: {each.what}", "foiquery", "change", each.pk)
                for each in queries
            ],
        )


@warning(
    "answer without its day",
    "{} not recorded, and readers see that it is not known. Write it on the request, or say why "
    "nobody knows it.",
    *("The day of one answer is", "days of answers are"),
)
def undated(subject: ScreenedRelease) -> Iterable[FindingItem]:
    """New answers that came as files, on a day that nobody recorded."""
    known = {_request(each) for each in subject.earlier.responses.all()} if subject.earlier else ()
    new = {
        _request(each)
        for each in subject.snapshot.responses
        if each.has_file and each.outcome in GAVE_FIGURES and each.outcome_on is None
    }.difference(known)
    rows = FoiSubmission.objects.filter(round__slug__in={round_ for round_, *_ in new})
    for each in rows.select_related("round", "force").order_by("-round__number", "force__area"):
        if (each.round.slug, each.force.slug, each.number) in new:
            yield FindingItem(str(each), "foisubmission", "change", each.pk)


def _request(response: ReleasedResponse) -> tuple[str, str, int]:
    return response.round, response.force, response.number


def _name(submission: FoiSubmission) -> str:
    later = f", request {submission.number}" if submission.number > 1 else ""
    return f"{submission.force.area}{later}"


def above_total(subject: ScreenedRelease) -> Iterable[Finding]:
    """Find parts above their total even at the low ends of withheld counts."""
    returns: dict[tuple[int, int], list[AnnualCount]] = defaultdict(list)
    for count in subject.checked:
        if not count.doubt:
            returns[count.submission_id, count.year].append(count)
    for counts in returns.values():
        yield from _of_return(counts)


def _of_return(counts: Sequence[AnnualCount]) -> Iterable[Finding]:
    whole, split = list[AnnualCount](), defaultdict[Breakdown, list[AnnualCount]](list)
    for count in counts:
        breakdown = count.category.breakdown
        of = whole if breakdown.kind == BreakdownKind.TOTAL else split[breakdown]
        of.append(count)
    for breakdown, rows in split.items():
        stated = [row for row in rows if row.category.is_total]
        parts = at_least(breakdown, [row for row in rows if not row.category.is_total])
        own = max([parts, *(row.low or row.value or 0 for row in stated)])
        against = [
            *(f"its stated total is {words}" for words in _below(stated, parts)),
            *(f"the total is {words}" for words in _below(whole, own)),
        ]
        if against:
            first = counts[0]
            place = f"{first.submission}, {Year(first.year)}"
            come = "come to" if parts >= own else "and their total come to"
            yield error(
                "breakdown above its total",
                f"{place}: the parts of “{breakdown.name}” {come} at least {number(own)}, and "
                f"{and_list(against)}. Correct the wrong count in the grid, or ask the force.",
                [FindingItem("The grid of this return", *GRID, first.submission_id)],
            )


def _below(totals: Iterable[AnnualCount], parts: int) -> list[str]:
    """The totals that are certainly below the sum of their parts, in words."""
    cells = [cell_of(total) for total in totals]
    return [
        quantity(cell.range)
        for cell in cells
        if cell.is_comparable and cell.range and cell.range.is_below(parts)
    ]


def at_least(breakdown: Breakdown, rows: Sequence[AnnualCount]) -> int:
    """The least that the parts of a breakdown add up to, each crime counted once.

    Bands of ages may overlap, a class includes its sub-codes, and one crime may be on two
    platforms: only parts that do not overlap are added, else the largest part counts.
    """
    lows = {row.category_id: _low(row) for row in rows}
    if not lows:
        return 0
    if breakdown.kind == BreakdownKind.AGE:
        return _ages(rows)
    if breakdown.kind == BreakdownKind.OFFENCE:
        codes = [row.category.offence for row in rows if row.category.offence]
        classes = {each.class_code for each in codes if each.level == "class"}
        inside = {
            row.category_id
            for row in rows
            if (code := row.category.offence)
            and code.level != "class"
            and code.class_code in classes
        }
        return sum(low for category, low in lows.items() if category not in inside)
    if breakdown.kind == BreakdownKind.SEX or (
        breakdown.complete and breakdown.kind != BreakdownKind.CROSSING
    ):
        return sum(lows.values())
    return max(lows.values())


def _low(row: AnnualCount) -> int:
    return row.low or row.value or 0


def _ages(rows: Sequence[AnnualCount]) -> int:
    """The most that bands which do not overlap come to, and those of no known age."""
    unknown = sum(_low(row) for row in rows if row.category.is_unknown)
    bands = sorted(
        (row.category.age_to, row.category.age_from, _low(row))
        for row in rows
        if row.category.age_from is not None and row.category.age_to is not None
    )
    best: list[tuple[int, int]] = [(-1, 0)]  # up to this age, at least so many
    for to, start, low in bands:
        apart = max(sum_ for age, sum_ in best if age < start)
        best.append((to, max(apart + low, best[-1][1])))
    return unknown + best[-1][1]
