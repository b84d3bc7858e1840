"""How far a round is: every submission's stage, one square a force."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from django.contrib.auth.models import User
from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from offences.models import AnnualCount, Document, FoiRound, FoiSubmission
from offences.staff.today.words import list_of

CAME = (FoiSubmission.Outcome.ANSWERED, FoiSubmission.Outcome.PART)
CLOSED = (FoiSubmission.Outcome.REFUSED, FoiSubmission.Outcome.NO_RESPONSE)


class Stage(Enum):
    """How far one force's return has come: a shape of its own each, and words."""

    CHECKED = "checked"
    TO_CHECK = "to check"
    TO_ENTER = "to enter"
    AWAITED = "not in yet"
    CLOSED = "no answer or refused"

    @property
    def key(self) -> str:
        return self.name.lower().replace("_", "-")


def in_words(stage: Stage, round_: FoiRound) -> str:
    """Nothing is awaited of a past round known from print: what was not printed is not known."""
    if stage is Stage.AWAITED and not round_.complete:
        return "not in print"
    return stage.value


IN = (Stage.CHECKED, Stage.TO_CHECK, Stage.TO_ENTER)
# Of two requests to one force, the one that somebody has to do something about.
FIRST = (Stage.TO_CHECK, Stage.TO_ENTER, Stage.CHECKED, Stage.AWAITED, Stage.CLOSED)


@dataclass(frozen=True)
class Square:
    stage: Stage
    force: str
    state: str
    x: int
    y: int


@dataclass(frozen=True)
class Key:
    stage: Stage
    number: int
    state: str
    url: str

    @property
    def words(self) -> str:
        return f"{self.number} {self.state}"


ACROSS, PITCH = 22, 22


@dataclass(frozen=True)
class Progress:
    """The returns of one round, one square a force."""

    round: FoiRound
    squares: Sequence[Square]
    keys: Sequence[Key]

    @property
    def released(self) -> bool:
        """A release of this round's figures is prepared or approved; as the first page asked."""
        return getattr(self.round, "released", False)

    @property
    def came(self) -> int:
        return sum(map(self.number, IN))

    @property
    def printed(self) -> int:
        """Of a round known from print: forces of which figures are in the records."""
        return self.number(Stage.CHECKED) + self.number(Stage.TO_CHECK)

    @property
    def height(self) -> int:
        return PITCH * -(-len(self.squares) // ACROSS)

    @property
    def words(self) -> str:
        return ", ".join(key.words for key in self.keys)

    def number(self, stage: Stage) -> int:
        return sum(key.number for key in self.keys if key.stage is stage)


def submissions_of(round_: FoiRound | None, user: User) -> QuerySet[FoiSubmission]:
    """Those of a round, and those of every round that wait to be entered or checked.

    Of a past round known from print alone nothing is left to enter.
    """
    own = AnnualCount.objects.current().filter(submission=OuterRef("pk"), recorded_by=user)
    papers = Document.objects.filter(submissions=OuterRef("pk")).order_by()
    number = papers.values("submissions").annotate(n=Count("pk")).values("n")
    to_enter = Q(outcome__in=CAME, entered_at__isnull=True, round__complete=True)
    to_check = Q(entered_at__isnull=False, checked_at__isnull=True)
    return (
        FoiSubmission.objects.filter(Q(round=round_) | to_enter | to_check)
        .select_related("force", "round", "entered_by")
        .annotate(
            own=Exists(own),
            papers=Coalesce(Subquery(number, output_field=IntegerField()), 0),
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
    return Stage.TO_ENTER if submission.outcome in CAME else Stage.AWAITED


FILTERS: dict[Stage, dict[str, str]] = {
    Stage.CHECKED: {"state": "checked"},
    Stage.TO_CHECK: {"state": "entered"},
    Stage.TO_ENTER: {"state": "none", "outcome__in": ",".join(CAME)},
    Stage.AWAITED: {"state": "none", "outcome__in": "awaited,unknown"},
    Stage.CLOSED: {"state": "none", "outcome__in": ",".join(CLOSED)},
}


def progress_of(round_: FoiRound, submissions: Iterable[FoiSubmission]) -> Progress:
    """One square a force, in the order in which the work goes on."""
    stages: dict[str, Stage] = {}
    for submission in submissions:
        name, stage = submission.force.area, stage_of(submission)
        stages[name] = min(stages.get(name, stage), stage, key=FIRST.index)
    order = [*Stage]
    forces = sorted(stages, key=lambda name: (order.index(stages[name]), name))
    squares = [
        Square(
            stages[name],
            name,
            in_words(stages[name], round_),
            PITCH * (i % ACROSS),
            PITCH * (i // ACROSS),
        )
        for i, name in enumerate(forces)
    ]
    numbers = Counter(stages.values())
    keys = [
        Key(
            stage,
            numbers[stage],
            in_words(stage, round_),
            list_of("foisubmission", round__id__exact=round_.pk, **FILTERS[stage]),
        )
        for stage in Stage
        if numbers[stage]
    ]
    return Progress(round_, squares, keys)
