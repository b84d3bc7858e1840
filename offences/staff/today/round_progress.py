"""Progress of the rounds that are running: the stage of each request, one square each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from offences.models import AnnualCount, Document, FoiRound, FoiSubmission, Reading, Release
from offences.rounds.board import ANNOTATIONS, RECEIVED, BoardRow, Stage, cell_numbers, count_stages
from offences.rounds.running import running_first
from offences.staff.names import force_of
from offences.staff.today.queues import list_of

ANSWERED = (FoiSubmission.Outcome.ANSWERED, FoiSubmission.Outcome.PART)
ACROSS, PITCH = 22, 22  # squares in a line, and from one to the next


STILL_TO_COME = (
    *(Stage.OVERDUE, Stage.REVIEW_OVERDUE, Stage.ASKED_US, Stage.NOT_SENT, Stage.AWAITED),
)


@dataclass(frozen=True)
class StageCount:
    """Number of requests in one stage, with the board of them."""

    stage: Stage
    number: int
    url: str

    @property
    def words(self) -> str:
        return f"{self.number} {self.stage.words}"


@dataclass(frozen=True)
class RoundProgress:
    """The requests of one round, one square each."""

    round: Any
    squares: Sequence[dict[str, Any]]  # its stage, force and place
    counts: Sequence[StageCount]
    is_released: bool  # a release of this round's figures is prepared or approved

    @property
    def received(self) -> int:
        return self.number(*RECEIVED)

    @property
    def with_figures(self) -> int:
        """Forces with figures, in a round known from publications alone."""
        return self.number(Stage.CHECKED, Stage.TO_CHECK)

    @property
    def height(self) -> int:
        return PITCH * -(-len(self.squares) // ACROSS)

    @property
    def words(self) -> str:
        return ", ".join(count.words for count in self.counts)

    @property
    def board(self) -> str:
        return board_page(self.round)

    def number(self, *stages: Stage) -> int:
        return sum(count.number for count in self.counts if count.stage in stages)


def submissions_of(user: User) -> QuerySet[FoiSubmission]:
    """Submissions of the running rounds, and those of every round to be entered or checked.

    Nothing is left to enter of a past round known from publications alone.
    """
    own = AnnualCount.objects.current().filter(submission=OuterRef("pk"), recorded_by=user)
    papers = Document.objects.filter(submissions=OuterRef("pk")).order_by()
    number = papers.values("submissions").annotate(n=Count("pk")).values("n")
    has_file = Exists(Reading.objects.filter(submission=OuterRef("pk"), stored_at=None))
    is_answered = Q(outcome__in=ANSWERED) | Q(has_file)
    to_enter = Q(is_answered, entered_at__isnull=True, round__complete=True)
    to_check = Q(entered_at__isnull=False, checked_at__isnull=True)
    released = Release.objects.filter(last_round=OuterRef("round"))
    is_of_running = Q(round__in=running_first().filter(is_running=True).values("pk"))
    is_of_first = Q(round=Subquery(running_first().values("pk")[:1]))
    return (
        FoiSubmission.objects.filter(is_of_running | is_of_first | to_enter | to_check)
        .select_related("force", "round__event", "entered_by")
        .prefetch_related("events")
        .annotate(
            own=Exists(own),
            papers=Coalesce(Subquery(number, output_field=IntegerField()), 0),
            is_of_running=is_of_running | is_of_first,
            is_of_first=is_of_first,
            is_released=Exists(released),
            **cell_numbers(),
            **ANNOTATIONS,
        )
        .order_by("-round__number", "force__area", "number")
    )


def rows_by_round(rows: Iterable[BoardRow]) -> dict[Any, list[BoardRow]]:
    """Rows by their round, in the order in which the rounds come."""
    found: dict[Any, list[BoardRow]] = {}
    for row in rows:
        found.setdefault(row.submission.round, []).append(row)
    return found


def progress_of(round_: Any, rows: Iterable[BoardRow], *, is_released: bool) -> RoundProgress:
    """One square a request, in the order of the work."""
    order = [*Stage]
    found = []
    for row in rows:
        stage = row.stage
        if not round_.complete and stage in STILL_TO_COME:
            stage = Stage.UNKNOWN  # nothing is awaited of a round known from publications
        of = row.submission
        found.append((order.index(stage), force_of(of.force.area, of.number), stage))
    squares = []
    for i, (_, name, stage) in enumerate(sorted(found, key=lambda one: one[:2])):
        place = {"x": PITCH * (i % ACROSS), "y": PITCH * (i // ACROSS)}
        squares.append({"stage": stage, "force": name, **place})
    counts = [
        StageCount(stage, number, board_page(round_, stage))
        for stage, number in count_stages(stage for *_, stage in found).items()
    ]
    return RoundProgress(round_, squares, counts, is_released)


def prepare_page(round_: FoiRound | None) -> str:
    """The page on which a release is prepared from a round and those before it."""
    address = reverse("admin:offences_release_add")
    return f"{address}?round={round_.pk}" if round_ else address


def requests_page(wanted: set[int], rows: Iterable[BoardRow]) -> str:
    """The board of these requests’ states; a list of these where the board would show more.

    `rows` are all requests of the rounds that are in these states.
    """
    all_rows = list(rows)
    found = [row for row in all_rows if row.submission.pk in wanted]
    if len(found) == len(wanted) and len({row.submission.round_id for row in found}) == 1:
        round_, states = found[0].submission.round, {row.state for row in found}
        alike = {
            row.submission.pk
            for row in all_rows
            if row.submission.round_id == round_.pk and row.state in states
        }
        if round_.complete and alike == wanted:
            board = reverse("admin:offences_foiround_board", args=[round_.pk])
            return f"{board}?{urlencode({'state': sorted(states)}, doseq=True)}"
    if not wanted:
        return list_of("foisubmission")
    return list_of("foisubmission", id__in=",".join(map(str, sorted(wanted))))


def board_page(round_: FoiRound, *stages: Stage) -> str:
    """The board of a round, with the requests in these stages alone; all if none is named."""
    address = reverse("admin:offences_foiround_board", args=[round_.pk])
    if not round_.complete:
        return list_of("foisubmission", round__id__exact=round_.pk)
    states = [state.value for stage in stages for state in stage.states]
    return f"{address}?{urlencode({'state': states}, doseq=True)}" if states else address
