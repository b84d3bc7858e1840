"""The next dates of the running rounds: due dates, plans, holidays, countdowns."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.urls import reverse
from django.utils import timezone

from offences.english import and_list
from offences.foi_clock import WorkingDays
from offences.models import CampaignEvent
from offences.rounds.board import RUNNING, BoardRow, BoardState
from offences.rounds.plan import embargo_day
from offences.staff.today.queues import LinkRow, page_of, plural

SHOWN = 8  # days
NAMED = 3  # forces of one day
PLAN = {
    "send_on": "Letters go out",
    "freeze_on": "Freeze",
    "confirm_on": "Forces confirm their figures",
    "sign_off_on": "Sign-off",
}


@dataclass(frozen=True)
class NextDate:
    """One day and what happens on it; a `key` day is one that the round is planned by."""

    day: str
    links: Sequence[LinkRow]
    is_key: bool
    note: str = ""


@dataclass(frozen=True)
class Countdown:
    """The working days that are left to a day."""

    number: int
    words: str  # “working days to the freeze”
    day: str


def next_dates(
    rounds: Sequence[Any],
    rows: Sequence[BoardRow],
    event: CampaignEvent | None,
    today: dt.date,
    days: WorkingDays,
) -> list[NextDate]:
    """The next days on which something is due, is planned, or is no working day."""
    due: dict[dt.date, list[tuple[str, BoardRow]]] = defaultdict(list)
    for day, what, row in _due(rows):
        due[day].append((what, row))
    plan = {day: words for day, words in _plan(rounds, event) if day >= today}
    wanted = sorted({day for day in due if day >= today} | {*plan})[:SHOWN]
    holidays = {
        day: f"{days.holidays[day]}: not a working day"
        for day in days.holidays
        if wanted and today <= day <= wanted[-1] and day.weekday() < 5
    }
    found = []
    for day in sorted({*wanted, *holidays}):
        links = [LinkRow(words, page_of(row.submission)) for words, row in due[day][:NAMED]]
        if more := due[day][NAMED:]:
            round_ = more[0][1].submission.round
            board = reverse("admin:offences_foiround_board", args=[round_.pk])
            links.append(LinkRow(f"{len(more)} more", board))
        if day in plan:
            links += plan[day]
        found.append(NextDate(_named(day, today), links, day in plan, holidays.get(day, "")))
    return found


def _due(rows: Sequence[BoardRow]) -> Iterator[tuple[dt.date, str, BoardRow]]:
    for row in rows:
        name = row.submission.force.area
        if row.state in RUNNING and row.clock.due_on:
            extended = ", extended" if row.state == BoardState.EXTENDED else ""
            yield row.clock.due_on, f"{name} due{extended}", row
        elif row.state == BoardState.IN_REVIEW and row.clock.review_by:
            yield row.clock.review_by, f"{name}’s review due", row
        elif row.state == BoardState.REFUSED and row.clock.review_ask_by:
            yield row.clock.review_ask_by, f"{name}: last day to ask for a review", row


def _plan(
    rounds: Sequence[Any], event: CampaignEvent | None
) -> Iterator[tuple[dt.date, list[LinkRow]]]:
    found: dict[dt.date, list[LinkRow]] = defaultdict(list)
    for round_, (name, words) in product(rounds, PLAN.items()):
        if day := getattr(round_, name):
            found[day].append(LinkRow(words + of_round(round_, rounds), page_of(round_)))
    if event and event.embargo_precision == "day":
        at = timezone.localtime(event.embargo_at)
        words = f"{event.name}: embargo lifts, {at:%H:%M}"
        found[at.date()].append(LinkRow(words, page_of(event)))
    yield from found.items()


def of_round(round_: Any, rounds: Sequence[Any]) -> str:
    """The round behind its event, where several run: “, Round 2026”."""
    return f", {round_}" if len(rounds) > 1 else ""


def countdowns(
    rounds: Sequence[Any], event: CampaignEvent | None, today: dt.date, days: WorkingDays
) -> list[Countdown]:
    """The working days to the freeze of each round and to the next event, where they are ahead."""
    ends = [(f"freeze{of_round(each, rounds)}", each.freeze_on) for each in rounds]
    if event and event.embargo_precision == "day":
        ends.append(("event", embargo_day(event)))
    return [
        Countdown(
            number,
            f"working day{'' if number == 1 else 's'} to the {what}",
            f"{day:%A} {day.day} {day:%B}",
        )
        for what, day in ends
        if day and day >= today
        for number in [days.between(today, day)]
    ]


def after_freeze(round_: Any, rows: Sequence[BoardRow]) -> str:
    """Which lawful answers come after the freeze; empty if none does."""
    freeze = round_.freeze_on
    own = [row for row in rows if row.submission.round_id == round_.pk and row.state in RUNNING]
    late = sorted(
        (row.clock.due_on, row.submission.force.area)
        for row in own
        if freeze and row.clock.due_on and row.clock.due_on > freeze
    )
    if not late:
        return ""
    named = [f"{area} ({day.day} {day:%B})" for day, area in late[:NAMED]]
    if len(late) > NAMED:
        named.append(plural(len(late) - NAMED, "other"))
    return f"{and_list(named)} {'is' if len(late) == 1 else 'are'} due after the freeze."


def _named(day: dt.date, today: dt.date) -> str:
    return "Today" if day == today else f"{day:%a} {day.day} {day:%B}"
