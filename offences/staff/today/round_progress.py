"""Progress of a round: each submission's stage, one square a force."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from offences.models import AnnualCount, Document, FoiRound, FoiSubmission
from offences.staff.today.queues import list_of

ANSWERED = (FoiSubmission.Outcome.ANSWERED, FoiSubmission.Outcome.PART)
CLOSED = (FoiSubmission.Outcome.REFUSED, FoiSubmission.Outcome.NO_RESPONSE)
ACROSS, PITCH = 22, 22  # squares in a line, and from one to the next


class Stage(Enum):
    """The stage of one force's return; each has a shape of its own."""

    CHECKED = "checked"
    TO_CHECK = "to check"
    TO_ENTER = "to enter"
    AWAITED = "not in yet"
    CLOSED = "no answer or refused"

    @property
    def key(self) -> str:
        return self.name.lower().replace("_", "-")


RECEIVED = (Stage.CHECKED, Stage.TO_CHECK, Stage.TO_ENTER)
# Of two requests to one force, the one that somebody has to do something about.
URGENCY = (Stage.TO_CHECK, Stage.TO_ENTER, Stage.CHECKED, Stage.AWAITED, Stage.CLOSED)


@dataclass(frozen=True)
class StageCount:
    """Number of forces in one stage, with the list of their submissions."""

    stage: Stage
    number: int
    state: str
    url: str

    @property
    def words(self) -> str:
        return f"{self.number} {self.state}"


@dataclass(frozen=True)
class RoundProgress:
    """The returns of one round, one square a force."""

    round: FoiRound
    squares: Sequence[dict[str, Any]]  # its stage, force, state and place
    counts: Sequence[StageCount]
    released: bool  # a release of this round's figures is prepared or approved

    @property
    def received(self) -> int:
        return sum(map(self.number, RECEIVED))

    @property
    def with_figures(self) -> int:
        """Forces with figures, in a round known from publications alone."""
        return self.number(Stage.CHECKED) + self.number(Stage.TO_CHECK)

    @property
    def height(self) -> int:
        return PITCH * -(-len(self.squares) // ACROSS)

    @property
    def words(self) -> str:
        return ", ".join(count.words for count in self.counts)

    def number(self, stage: Stage) -> int:
        return sum(count.number for count in self.counts if count.stage is stage)


def submissions_of(round_: FoiRound | None, user: User) -> QuerySet[FoiSubmission]:
    """Submissions of a round, and those of every round that wait to be entered or checked.

    Nothing is left to enter of a past round known from publications alone.
    """
    own = AnnualCount.objects.current().filter(submission=OuterRef("pk"), recorded_by=user)
    papers = Document.objects.filter(submissions=OuterRef("pk")).order_by()
    number = papers.values("submissions").annotate(n=Count("pk")).values("n")
    to_enter = Q(outcome__in=ANSWERED, entered_at__isnull=True, round__complete=True)
    to_check = Q(entered_at__isnull=False, checked_at__isnull=True)
    return (
        FoiSubmission.objects.filter(Q(round=round_) | to_enter | to_check)
        .select_related("force", "round", "entered_by")
        .annotate(
            own=Exists(own), papers=Coalesce(Subquery(number, output_field=IntegerField()), 0)
        )
        .order_by("-round__number", "force__area", "number")
    )


def stage_of(submission: FoiSubmission) -> Stage:
    if submission.checked_at:
        return Stage.CHECKED
    if submission.entered_at:
        return Stage.TO_CHECK
    if submission.outcome in CLOSED:
        return Stage.CLOSED
    return Stage.TO_ENTER if submission.outcome in ANSWERED else Stage.AWAITED


FILTERS: dict[Stage, dict[str, str]] = {
    Stage.CHECKED: {"state": "checked"},
    Stage.TO_CHECK: {"state": "entered"},
    Stage.TO_ENTER: {"state": "none", "outcome__in": ",".join(ANSWERED)},
    Stage.AWAITED: {"state": "none", "outcome__in": "awaited,unknown"},
    Stage.CLOSED: {"state": "none", "outcome__in": ",".join(CLOSED)},
}


def progress_of(
    round_: FoiRound, submissions: Iterable[FoiSubmission], *, released: bool
) -> RoundProgress:
    """One square a force, in the order of the work."""
    stages: dict[str, Stage] = {}
    for submission in submissions:
        name, stage = submission.force.area, stage_of(submission)
        stages[name] = min(stages.get(name, stage), stage, key=URGENCY.index)
    order = [*Stage]
    # Nothing is awaited of a past round that is known from publications.
    words = {stage: stage.value for stage in order}
    if not round_.complete:
        words[Stage.AWAITED] = "not published"
    squares = []
    for i, name in enumerate(sorted(stages, key=lambda name: (order.index(stages[name]), name))):
        place = {"x": PITCH * (i % ACROSS), "y": PITCH * (i // ACROSS)}
        stage = stages[name]
        squares.append({"stage": stage, "force": name, "state": words[stage], **place})
    numbers, page = Counter(stages.values()), {"round__id__exact": round_.pk}
    counts = [
        StageCount(stage, number, words[stage], list_of("foisubmission", **page, **FILTERS[stage]))
        for stage in order
        if (number := numbers[stage])
    ]
    return RoundProgress(round_, squares, counts, released)
