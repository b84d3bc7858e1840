"""Returns that are not settled: entered and unchecked, or checked with a question open."""

from collections.abc import Iterable
from itertools import groupby

from django.db.models import Q

from offences.english import sentence
from offences.models import FoiQuery, FoiSubmission
from offences.releases.screening.finding import Finding, FindingItem, ScreenedRelease, error


def unchecked(subject: ScreenedRelease) -> Iterable[Finding]:
    release = subject.release
    waiting = (
        FoiSubmission.objects.to_check()
        .filter(round__number__lte=release.last_round.number, round__measures=release.measure_id)
        .select_related("round", "force")
        .order_by("-round__number", "force__area", "number")
    )
    for round_, group in groupby(waiting, key=lambda each: each.round):
        returns = list(group)
        yield error(
            "unchecked return",
            f"{sentence(str(round_))}: {_returns(len(returns))} entered and nobody has checked "
            "them, so that none of their figures is in the release. Have them checked, or say why "
            "the release goes without them.",
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
    for round_, group in groupby(asked, key=lambda each: each.submission.round):
        queries = list(group)
        number = "a question is" if len(queries) == 1 else f"{len(queries)} questions are"
        yield error(
            "queried return",
            f"{sentence(str(round_))}: {number} open with a force whose return is checked. Write "
            "down the answer, or say why the figures can be released before it.",
            [
                FindingItem(f"{_name(each.submission)}: {each.what}", "foiquery", "change", each.pk)
                for each in queries
            ],
        )


def _returns(number: int) -> str:
    return "one return is" if number == 1 else f"{number} returns are"


def _name(submission: FoiSubmission) -> str:
    later = f", request {submission.number}" if submission.number > 1 else ""
    return f"{submission.force.area}{later}"
