"""The board of a round: the state of each request on one day, the most urgent first."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.db.models import (
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    StringAgg,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Coalesce, Concat

from offences.clocks import clock_of, holidays_end, mistakes_of, sent_on, working_days
from offences.foi_clock import ClockReading, LegalMistake, WorkingDays
from offences.models import (
    AnnualCount,
    Category,
    Exemption,
    FoiEvent,
    FoiQuery,
    FoiRound,
    FoiSubmission,
    LetterKind,
    Reading,
    SendBack,
    SentLetter,
)
from offences.models.reading import MISSING_COUNTS
from offences.words import text_table
from offences.words.legal_mistakes import is_for_letter


class BoardState(StrEnum):
    """The state of a request as the board shows it, the most urgent first."""

    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    WITH_US = "with_us"
    REVIEW_OVERDUE = "review_overdue"
    TO_STORE = "to_store"
    PART_ANSWERED = "part_answered"
    SENT_BACK = "sent_back"
    TO_CHECK = "to_check"
    REFUSED = "refused"
    NOT_SENT = "not_sent"
    WAITING = "waiting"
    ACKNOWLEDGED = "acknowledged"
    EXTENDED = "extended"
    IN_REVIEW = "in_review"
    WITH_ICO = "with_ico"
    NO_RESPONSE = "no_response"
    CHECKED = "checked"
    UNKNOWN = "unknown"


_STAGES = text_table("stages")


class Stage(StrEnum):
    """What is next for a request, on every page; in the order of the work."""

    CHECKED = "checked"
    TO_CHECK = "to-check"
    TO_ENTER = "to-enter"
    AWAITED = "awaited"
    ASKED_US = "asked-us"
    OVERDUE = "overdue"
    REVIEW_OVERDUE = "review-overdue"
    NOT_SENT = "not-sent"
    REFUSED = "refused"
    NO_ANSWER = "no-answer"
    UNKNOWN = "unknown"

    @property
    def words(self) -> str:
        return _STAGES[self.value]

    @property
    def states(self) -> list[BoardState]:
        """The states of the board in this stage, the most urgent first."""
        return [state for state in BoardState if STAGES.get(state, Stage.AWAITED) is self]


STAGES: Mapping[BoardState, Stage] = {
    BoardState.OVERDUE: Stage.OVERDUE,
    BoardState.WITH_US: Stage.ASKED_US,
    BoardState.REVIEW_OVERDUE: Stage.REVIEW_OVERDUE,
    **dict.fromkeys(
        (BoardState.TO_STORE, BoardState.PART_ANSWERED, BoardState.SENT_BACK), Stage.TO_ENTER
    ),
    BoardState.TO_CHECK: Stage.TO_CHECK,
    BoardState.REFUSED: Stage.REFUSED,
    BoardState.NOT_SENT: Stage.NOT_SENT,
    BoardState.NO_RESPONSE: Stage.NO_ANSWER,
    BoardState.CHECKED: Stage.CHECKED,
    BoardState.UNKNOWN: Stage.UNKNOWN,
}
"""In every other state a force is waited for."""

RECEIVED = (Stage.CHECKED, Stage.TO_CHECK, Stage.TO_ENTER)  # an answer with figures, or a part
WITHOUT_FIGURES = (Stage.REFUSED, Stage.NO_ANSWER, Stage.UNKNOWN)  # and none will come
ENDED = (Stage.CHECKED, Stage.NO_ANSWER, Stage.UNKNOWN)


def count_stages(stages: Iterable[Stage]) -> dict[Stage, int]:
    """The number of requests in each stage that occurs: what the board and *Today* both show."""
    found = Counter(stages)
    return {stage: found[stage] for stage in Stage if stage in found}


# In these the clock of the force runs.
RUNNING = frozenset(
    {
        *(BoardState.OVERDUE, BoardState.DUE_TODAY, BoardState.PART_ANSWERED),
        *(BoardState.WAITING, BoardState.ACKNOWLEDGED, BoardState.EXTENDED),
    }
)
OF_REVIEW = {
    "in_review": BoardState.IN_REVIEW,
    "review_overdue": BoardState.REVIEW_OVERDUE,
    "review_answered": BoardState.REFUSED,
    "with_ico": BoardState.WITH_ICO,
    "ico_decided": BoardState.WITH_ICO,
}
_OF_CLOCK = {
    "not_sent": BoardState.NOT_SENT,
    "with_us": BoardState.WITH_US,
    "overdue": BoardState.OVERDUE,
    "extended": BoardState.EXTENDED,
}


@dataclass(frozen=True)
class BoardRow:
    """One request on the board."""

    submission: Any  # a FoiSubmission with ANNOTATIONS
    clock: ClockReading
    state: BoardState
    days_left: int | None  # working days up to the due date; negative: late by so many
    last_event: FoiEvent | None
    asked: int = 0  # cells, as are the next two
    filled: int = 0
    checked: int = 0
    mistakes: Sequence[LegalMistake] = ()
    sections: Sequence[str] = ()  # under which the force refuses: 12, 40(2)

    @property
    def missing(self) -> int:
        return max(0, self.asked - self.filled)

    @property
    def also_asks(self) -> FoiEvent | None:
        """The force’s open question, where the state is another; a later answer settles it."""
        asked = open_question(self.submission)
        if asked is None or self.state is BoardState.WITH_US:
            return None
        answers = (e.on for e in self.submission.events.all() if e.kind == "answered")
        return None if any(on > asked.on for on in answers) else asked

    @property
    def stage(self) -> Stage:
        return STAGES.get(self.state, Stage.AWAITED)

    @property
    def urgency(self) -> tuple[int, int, str]:
        days = 0 if self.days_left is None else self.days_left
        return [*BoardState].index(self.state), days, self.submission.force.area


@dataclass(frozen=True)
class Board:
    """All requests of a round on one day."""

    round: FoiRound
    today: dt.date
    days: WorkingDays
    rows: Sequence[BoardRow]

    @cached_property
    def counts(self) -> dict[BoardState, int]:
        """The number of requests in each state that occurs, the most urgent first."""
        found = Counter(row.state for row in self.rows)
        return {state: found[state] for state in BoardState if state in found}

    @cached_property
    def stages(self) -> dict[Stage, int]:
        return count_stages(row.stage for row in self.rows)

    @property
    def sent_on(self) -> dt.date | None:
        """The day on which the first of the requests was sent."""
        started = (sent_on(row.submission) for row in self.rows)
        return min(filter(None, started), default=None)

    @property
    def holidays_end(self) -> dt.date | None:
        return holidays_end(self.days, self.today)


def _claimed() -> Coalesce:
    """The sections that a submission's exemptions claim: “12|40(2)”."""
    rows = Exemption.objects.filter(submission=OuterRef("pk")).order_by().values("submission")
    name = Concat("section", "subsection", output_field=TextField())
    joined = rows.annotate(names=StringAgg(name, Value("|"), order_by=F("pk"))).values("names")
    return Coalesce(Subquery(joined), Value(""), output_field=TextField())


SHUT = Q(document__cleared_at=None, document__cleared_why__gt="")
"""Of a document that the data lead keeps shut."""
_UNSTORED = Reading.objects.filter(submission=OuterRef("pk"), stored_at__isnull=True)
_LETTERS = SentLetter.objects.filter(submission=OuterRef("pk"))
_UNANSWERED = FoiQuery.objects.unanswered().with_letters()
_UNSENT = _UNANSWERED.filter(letter_at=None, submission=OuterRef("pk"))
ANNOTATIONS = {
    "file_to_store": Subquery(_UNSTORED.filter(~SHUT).order_by("-pk").values("pk")[:1]),
    "is_sent_back": Exists(SendBack.objects.unsettled().filter(submission=OuterRef("pk"))),
    "claimed": _claimed(),
    "is_shut": Exists(_UNSTORED.filter(SHUT)),
    "asks_for_file": Exists(_UNSENT.filter(SHUT)),
    "is_rest_asked": Exists(
        FoiQuery.objects.filter(submission=OuterRef("pk"), what__endswith=MISSING_COUNTS)
    )
    | Exists(_LETTERS.filter(kind=LetterKind.CHASE, reserved_at__date__gte=OuterRef("outcome_on"))),
    "has_letter": Exists(_LETTERS.filter(kind=LetterKind.MORE_TIME)),
}
"""What a row needs of other tables: a file to be stored or kept shut, a checker's note, letters."""

OPEN = ("awaiting", "extended", "overdue", "with_us")  # nothing is answered yet


def mistakes_for_letter(
    mistakes: Iterable[LegalMistake], clock: ClockReading
) -> list[LegalMistake]:
    """The mistakes to write to the force about, while it still has to answer."""
    return [each for each in mistakes if clock.state in OPEN and is_for_letter(each)]


def open_question(submission: FoiSubmission) -> FoiEvent | None:
    """The force's last question to us, if we have not answered it."""
    of_question = ("clarification_asked", "clarification_sent")
    last = [each for each in submission.events.all() if each.kind in of_question][-1:]
    return last[0] if last and last[0].kind == "clarification_asked" else None


def _number(rows: QuerySet, by: str = "submission", of: str = "pk") -> Coalesce:
    """How many of these rows a submission has."""
    counted = rows.filter(**{by: OuterRef(of)}).order_by()
    number = counted.values(by).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(number, output_field=IntegerField()), 0)


def cell_numbers() -> dict[str, Coalesce]:
    """How many cells a submission was asked for in each year, and how many have a count."""
    ticked = FoiRound.breakdowns.through.objects.filter(foiround=OuterRef(OuterRef("round")))
    is_ticked = Exists(ticked.filter(breakdown=OuterRef("breakdown")))
    first, last = OuterRef("round__first_year"), OuterRef("round__last_year")
    filled = AnnualCount.objects.current().filter(year__gte=first, year__lte=last)
    return {
        "categories": _number(
            Category.objects.filter(is_ticked | ~Exists(ticked)),
            "breakdown__measure__rounds",
            "round",
        ),
        "cells_filled": _number(filled),
    }


def board_of(round_: FoiRound, today: dt.date) -> Board:
    """The board of a round; the same number of queries however many forces there are."""
    submissions = (
        FoiSubmission.objects.filter(round=round_)
        .select_related("force")
        .prefetch_related("events")
        .annotate(**cell_numbers(), **ANNOTATIONS)
    )
    days, rows = working_days(), []
    for submission in submissions:
        submission.round = round_
        rows.append(with_cells(row_of(submission, today, days)))
    return Board(round_, today, days, sorted(rows, key=lambda row: row.urgency))


def with_cells(row: BoardRow) -> BoardRow:
    """A row with its cells, of a submission with `cell_numbers`."""
    of = row.submission
    asked = of.categories * (of.round.last_year - of.round.first_year + 1)
    checked = of.cells_filled if of.checked_at else 0
    return replace(row, asked=asked, filled=of.cells_filled, checked=checked)


def row_of(submission: Any, today: dt.date, days: WorkingDays) -> BoardRow:
    """The row of a submission with ANNOTATIONS and its events, without its cells."""
    clock = clock_of(submission, today, days, submission.claimed)
    state, left = _state(submission, clock, today), None
    if state in RUNNING and clock.due_on:
        left = -clock.working_days_late or days.of(clock.law.nation).between(today, clock.due_on)
    past = [each for each in submission.events.all() if each.on <= today]
    return BoardRow(
        submission,
        clock,
        state,
        left,
        past[-1] if past else None,
        mistakes=mistakes_of(submission, clock),
        sections=[each for each in submission.claimed.split("|") if each],
    )


def _state(submission: Any, clock: ClockReading, today: dt.date) -> BoardState:
    """The state: a stored answer comes before the clock, a review before both."""
    outcome, outcomes = submission.outcome, FoiSubmission.Outcome
    if state := OF_REVIEW.get(clock.state):
        return state
    if submission.checked_at:
        return BoardState.CHECKED
    if submission.entered_at:
        return BoardState.SENT_BACK if submission.is_sent_back else BoardState.TO_CHECK
    if outcome == outcomes.UNKNOWN:  # of a past round, known from what was published
        return BoardState.UNKNOWN
    if submission.file_to_store or submission.is_shut or outcome == outcomes.ANSWERED:
        return BoardState.TO_STORE
    if outcome == outcomes.PART:
        is_over = clock.state in ("answered", "answered_late")  # the rest is refused
        return BoardState.TO_STORE if is_over else BoardState.PART_ANSWERED
    if outcome == outcomes.REFUSED or clock.state in ("refused", "refused_late"):
        return BoardState.REFUSED
    if outcome == outcomes.NO_RESPONSE:
        return BoardState.NO_RESPONSE
    if clock.state in ("answered", "answered_late"):
        return BoardState.TO_STORE
    if clock.due_on == today:
        return BoardState.DUE_TODAY
    if clock.state == "overdue" and open_question(submission):
        return BoardState.WITH_US  # it asked when its time was over: we answer, it is late
    if state := _OF_CLOCK.get(clock.state):
        return state
    is_acknowledged = any(each.kind == "acknowledged" for each in submission.events.all())
    return BoardState.ACKNOWLEDGED if is_acknowledged else BoardState.WAITING
