"""The board of a round: its requests, their clocks, and one step taken for many of them."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offences.clocks import sent_on
from offences.english import and_list, counted, sentence
from offences.models import FoiRound, FoiStep, LetterKind
from offences.rounds.board import ENDED, RUNNING, Board, BoardRow, BoardState, Stage, board_of
from offences.rounds.due_calendar import CalendarDay, due_calendar
from offences.rounds.shared_steps import record_step
from offences.staff.pages import (
    ENTER,
    by_and_now,
    log_change,
    may,
    posted,
    require,
    show_page,
    staff_page,
)
from offences.staff.rounds.exemptions import mistakes_in_words
from offences.staff.rounds.letters import SENDS, letters_page
from offences.staff.rounds.next_steps import (
    ANSWER_IT,
    PAGES,
    PARTS,
    REMIND_OF_REST,
    REQUEST_FILE,
    REQUEST_REST,
    WORDS,
    WRITE_TO_IT,
    lacks_rest,
    needs_letter,
    next_step,
)
from offences.staff.rounds.plan_line import plan_line
from offences.words import text_table
from offences.words.round import SECTION_NAMED, sections_in_words

CHANGE_STEPS = "change_foisubmission"

MEANINGS = text_table("board_states")
# What is to be done in a stage, where its name does not say it.
ACTS = {
    Stage.ASKED_US: "answer",
    Stage.OVERDUE: "remind",
    Stage.REVIEW_OVERDUE: "complain",
    Stage.NOT_SENT: "send the letter",
    Stage.REFUSED: "challenge",
}
# The letter that is the next step.
LETTERS = {BoardState.NOT_SENT: LetterKind.SENT, BoardState.OVERDUE: LetterKind.CHASE}


@dataclass(frozen=True)
class BoardFilter:
    """A link to the requests in some states, with how many they are."""

    words: str
    number: int
    states: Sequence[BoardState]
    chosen: Sequence[str]
    act: str = ""
    parts: Sequence["BoardFilter"] = ()  # by state, where it has several

    @property
    def query(self) -> str:
        return urlencode({"state": self.states}, doseq=True)

    @property
    def is_current(self) -> bool:
        return set(self.states) == set(self.chosen)


@dataclass(frozen=True)
class ShownRow:
    """A row of the board as the page draws it."""

    row: BoardRow
    state: str
    step: str
    url: str  # of the next step
    calendar: Sequence[Sequence[CalendarDay]]
    mistakes: Sequence[str]
    sections: Sequence[tuple[str, str]]  # all that its state names, each with its meaning
    letter: str  # the page of the letter about its mistakes, until one is sent

    @property
    def has_clock(self) -> bool:
        return self.row.days_left is not None

    @property
    def is_due_off(self) -> bool:
        """Whether it is due on a day that is no working day: one that the force named."""
        return any(day.kind == "due" and not day.number for week in self.calendar for day in week)


class StepForm(forms.Form):
    """One step that is recorded for several requests of a round."""

    step = forms.ChoiceField(
        choices=[
            (FoiStep.ACKNOWLEDGED, "acknowledgements"),
            (FoiStep.SENT, "as sent"),
            (FoiStep.CLARIFICATION_SENT, "our answers to their questions"),
            (FoiStep.REVIEW_ASKED, "reviews asked for"),
        ]
    )
    on = forms.DateField(
        label="Date", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    chosen = forms.MultipleChoiceField(
        error_messages={"required": "Choose the forces in the table first."}
    )

    def __init__(self, board: Board, data: QueryDict | None = None, **more: Any) -> None:
        super().__init__(data, **more)
        self.today = board.today
        self.by_pk = {str(row.submission.pk): row for row in board.rows}
        chosen = self.fields["chosen"]
        assert isinstance(chosen, forms.MultipleChoiceField)
        chosen.choices = [(pk, pk) for pk in self.by_pk]

    def clean_on(self) -> dt.date:
        on: dt.date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError("This day has not come yet.")
        return on


@staff_page("board", FoiRound, "view_foisubmission")
@require_http_methods(["GET", "HEAD", "POST"])
def round_board(request: HttpRequest, object_id: int) -> HttpResponse:
    """The state of every request of a round, the most urgent first."""
    rounds, today = FoiRound.objects.select_related("event"), timezone.localdate()
    round_ = get_object_or_404(rounds, pk=object_id)
    board = board_of(round_, today)
    form = StepForm(board, posted(request), initial={"on": today})
    if request.method == "POST":
        require(request, CHANGE_STEPS)
        if form.is_valid():
            _record(request, round_, form)
            return redirect(request.get_full_path())
    states, sought = request.GET.getlist("state"), request.GET.get("q", "").strip()
    shown = [
        row
        for row in map(_shown(board, request.user), board.rows)
        if (not states or row.row.state in states)
        and sought.casefold() in row.row.submission.force.area.casefold()
    ]
    return show_page(
        request,
        "rounds/board",
        title=f"Board of {round_.name}",
        subject=round_,
        board=board,
        plan=plan_line(round_, board.sent_on, board.days, today),
        rows=shown,
        filters=_filters(board, states),
        meanings=[(WORDS[state][0], MEANINGS[state]) for state in board.counts],
        states=states,
        sought=sought,
        form=form,
    )


def _filters(board: Board, chosen: Sequence[str]) -> list[tuple[str, list[BoardFilter]]]:
    """Links to the work by kind, then to the requests that we wait for, then to the closed ones."""
    groups: dict[str, list[BoardFilter]] = {"To do": [], "Waiting for a force": [], "Closed": []}
    urgent = sorted(board.stages, key=lambda stage: [*BoardState].index(stage.states[0]))
    for stage in urgent:
        parts = [
            BoardFilter(WORDS[state][0], board.counts[state], [state], chosen)
            for state in stage.states
            if state in board.counts
        ]
        # Of one that is not known somebody may still find out what came.
        name = "Closed" if stage in ENDED and stage is not Stage.UNKNOWN else "To do"
        if stage is Stage.AWAITED:
            name = "Waiting for a force"
        of_stage = BoardFilter(
            sentence(stage.words),
            board.stages[stage],
            stage.states,
            chosen,
            ACTS.get(stage, ""),
            parts if len(stage.states) > 1 else (),
        )
        groups[name].append(of_stage)
    return [(name, filters) for name, filters in groups.items() if filters]


def _shown(board: Board, user: Any) -> Callable[[BoardRow], ShownRow]:
    may_check, may_send = may(user, "check_foisubmission"), may(user, *SENDS)

    def shown(row: BoardRow) -> ShownRow:
        clock = row.clock
        calendar: Sequence[Sequence[CalendarDay]] = ()
        if row.state in RUNNING and clock.clock_started and clock.due_on:
            calendar = due_calendar(
                clock.clock_started, clock.due_on, board.days.of(clock.law.nation)
            )
        mistakes = mistakes_in_words(row.mistakes, clock)
        named = SECTION_NAMED.findall(" ".join(mistakes))
        sections = sections_in_words([*row.sections, *named])
        step, page = next_step(row), step_page(row)
        if row.state is BoardState.TO_CHECK and not may_check:
            step = ""  # a checker's, but for what an officer has to ask for
            if lacks_rest(row) and may(user, *ENTER):
                step = REQUEST_REST
                page = reverse("admin:offences_foisubmission_grid", args=[row.submission.pk])
        if _is_letter(row) and not may_send:
            step = ""  # its page would refuse them
        letter = ""
        if needs_letter(row):
            letter = letters_page(board.round, LetterKind.MORE_TIME, chosen=row.submission.pk)
        return ShownRow(row, WORDS[row.state][0], step, page, calendar, mistakes, sections, letter)

    return shown


LETTER_STEPS = {
    ANSWER_IT: LetterKind.ANSWER,
    WRITE_TO_IT: LetterKind.MORE_TIME,
    REQUEST_FILE: LetterKind.QUERY,
    REQUEST_REST: LetterKind.CHASE,
    REMIND_OF_REST: LetterKind.CHASE,
}


def _is_letter(row: BoardRow) -> bool:
    """Whether the next step is to write to the force."""
    return next_step(row) in LETTER_STEPS or row.state in LETTERS


def step_page(row: BoardRow) -> str:
    """The page on which the next step is taken."""
    if kind := LETTER_STEPS.get(next_step(row)):
        return letters_page(row.submission.round, kind, chosen=row.submission.pk)
    if kind := LETTERS.get(row.state):
        return letters_page(row.submission.round, kind)
    if row.state == BoardState.TO_STORE and (file := row.submission.file_to_store):
        return reverse("admin:offences_foisubmission_reading", args=[row.submission.pk, file])
    page = PAGES.get(row.state, "change")
    address = reverse(f"admin:offences_foisubmission_{page}", args=[row.submission.pk])
    return address + PARTS.get(row.state, "")


def _is_before_sending(row: BoardRow, on: dt.date) -> bool:
    """Whether a day is before the request was sent, or it was not sent at all."""
    sent = sent_on(row.submission)
    return row.state is BoardState.NOT_SENT or (sent is not None and on < sent)


def _record(request: HttpRequest, round_: FoiRound, form: StepForm) -> None:
    """Record the step for the chosen requests; one that has it on that day keeps it once."""
    step, on = FoiStep(form.cleaned_data["step"]), form.cleaned_data["on"]
    rows = [form.by_pk[pk] for pk in form.cleaned_data["chosen"]]
    if early := [row for row in rows if step != FoiStep.SENT and _is_before_sending(row, on)]:
        names = and_list([row.submission.force.area for row in early])
        messages.error(
            request,
            f"Not recorded for {names}: our letter was not sent by {on.day} {on:%B %Y}. If it was, "
            "record it as sent first.",
        )
    rows = [row for row in rows if row not in early]
    chosen = [row.submission.pk for row in rows]
    new = record_step(round_, chosen, step, on, **by_and_now(request))
    if new:
        words = f"Recorded for {counted(len(new), 'forces')}: {step.label} on {on.day} {on:%B %Y}."
        log_change(request, round_, words)
        messages.success(request, words)
    before = [row.submission.force.area for row in rows if row.submission.pk not in new]
    if before:
        names = and_list(before)
        messages.warning(request, f"Recorded before, and not again: {names}.")
