"""Requests without an answer: a queue for each stage of the board of each running round."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from django.contrib.auth.models import User

from offences.english import counted, sentence
from offences.models import FoiRound, LetterKind
from offences.rounds.board import RUNNING, BoardRow, BoardState, Stage
from offences.staff.names import force_of
from offences.staff.rounds.board import step_page
from offences.staff.rounds.letters import letters_page
from offences.staff.rounds.next_steps import WORDS, WRITE_TO_IT, next_step
from offences.staff.today.queues import LinkRow, Queue, page_of, queue_of
from offences.staff.today.round_progress import (
    STILL_TO_COME,
    board_page,
    requests_page,
    rows_by_round,
)


def answer_queues(user: User, today: dt.date, rows: Sequence[BoardRow]) -> list[Queue]:
    """Requests without an answer, a queue for each stage of the board of each running round."""
    rounds = rows_by_round(rows)
    found = [_unanswered(user, today, each) for each in rounds.values()]
    if len(rounds) > 1:
        found = [
            [_named(queue, round_) for queue in queues]
            for round_, queues in zip(rounds, found, strict=True)
        ]
    return [queue for of_stage in zip(*found, strict=True) for queue in of_stage]


def _named(queue: Queue, round_: FoiRound) -> Queue:
    """A queue with the name of its round in its title, where several run."""
    return replace(queue, title=f"{queue.title}, {round_}")


def _unanswered(user: User, today: dt.date, rows: Sequence[BoardRow]) -> list[Queue]:
    round_ = rows[0].submission.round
    found: dict[Stage, list[LinkRow]] = {s: [] for s in (*STILL_TO_COME, Stage.REFUSED)}
    first_steps: dict[Stage, str] = {}
    counted_in = defaultdict[Stage, set[int]](set)
    for row in sorted(rows, key=lambda row: row.urgency) if round_.complete else ():
        last_day = row.clock.review_ask_by if row.stage is Stage.REFUSED else None
        if row.stage in STILL_TO_COME or (last_day and today <= last_day):
            page = step_page(row) if next_step(row) else page_of(row.submission)
            name = force_of(row.submission.force.area, row.submission.number)
            first_steps.setdefault(row.stage, next_step(row))
            counted_in[row.stage].add(row.submission.pk)
            found[row.stage].append(LinkRow(name, page, _last_step(row), _days(row, today)))
        if asked := row.also_asks:
            page = letters_page(round_, LetterKind.ANSWER, chosen=row.submission.pk)
            about = f"It asked on {asked.on.day} {asked.on:%B}. Its question is not answered."
            name = force_of(row.submission.force.area, row.submission.number)
            counted_in[Stage.ASKED_US].add(row.submission.pk)
            found[Stage.ASKED_US].append(LinkRow(name, page, about, WORDS[row.state][0]))
    letters = {Stage.OVERDUE: LetterKind.CHASE, Stage.NOT_SENT: LetterKind.SENT}
    queues = []
    for stage, links in found.items():
        kind = letters.get(stage)
        page = letters_page(round_, kind) if kind else board_page(round_, stage)
        shown = requests_page(counted_in[stage], rows)  # for those too who may not write letters
        queue = replace(queue_of(user, stage, page, links), colleagues_url=shown)
        if first_steps.get(stage) == WRITE_TO_IT:
            queue = replace(queue, action="Write to the first")
        queues.append(queue)
    return queues


def _last_step(row: BoardRow) -> str:
    """When an answer is due, and what happened last: “Due 13 May. Acknowledged on 16 April.”"""
    due, last, said = row.clock.due_on, row.last_event, []
    if row.state == BoardState.REVIEW_OVERDUE:
        due = row.clock.review_by
    if due and row.state in (*RUNNING, BoardState.REVIEW_OVERDUE):
        said.append(f"{'Review due' if due != row.clock.due_on else 'Due'} {due.day} {due:%B}.")
    if last:
        said.append(f"{sentence(last.get_kind_display())} on {last.on.day} {last.on:%B}.")
    if next_step(row) == WRITE_TO_IT:
        said.append(f"{WRITE_TO_IT} about the time that it claimed.")
    return " ".join(said) or ("Not sent yet." if row.state == BoardState.NOT_SENT else "Sent.")


def _days(row: BoardRow, today: dt.date) -> str:
    """The working days that a force has left, or is late by."""
    late, left = row.clock.working_days_late, row.days_left
    if row.state is BoardState.REFUSED:
        by = row.clock.review_ask_by
        return f"ask for a review by {by.day} {by:%B}" if by else ""
    if row.state is BoardState.IN_REVIEW and (by := row.clock.review_by):
        return f"review due {by.day} {by:%B}"
    if row.stage in (Stage.OVERDUE, Stage.REVIEW_OVERDUE) or late:
        return f"{counted(late, 'working days')} late" if late else "late"
    if row.stage is Stage.ASKED_US:
        return "its days are not counted"
    if left is None:
        return ""
    if row.clock.due_on == today:
        return "due today"
    return f"{counted(left, 'working days')} left" if left else "no working day left"
