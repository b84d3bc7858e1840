"""The plan of a round as a line from its sending to the embargo, with today on it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from offences.english import counted
from offences.foi_clock import ANSWER_WITHIN, WorkingDays
from offences.models import FoiRound
from offences.rounds.plan import plan_of
from offences.staff.rounds.plan_check import STEPS
from offences.statistics.dates import in_words


@dataclass(frozen=True)
class LineStep:
    """One date of the plan; `reached` is how much of the way to the next is gone, in %."""

    name: str
    on: dt.date
    words: str
    is_past: bool
    reached: int | None  # today is between this date and the next; None elsewhere


def plan_line(
    round_: FoiRound, sent_on: dt.date | None, days: WorkingDays, today: dt.date
) -> Sequence[LineStep]:
    """The dates that a round has, in their order; none if there is nothing but the sending.

    Letters that were not sent on their planned day are sent today at the earliest.
    """
    plan = plan_of(round_)
    sent = sent_on or (max(plan.send_on, today) if plan.send_on else None)
    late = "" if sent_on or not plan.send_on else postponed(plan.send_on, today)
    dates = {name: getattr(plan, name, None) for name in STEPS}
    dates |= {"send_on": sent, "due_on": days.after(sent, ANSWER_WITHIN) if sent else None}
    found = sorted(
        ((on, name) for name, on in dates.items() if on),
        key=lambda each: (each[0], [*STEPS].index(each[1])),
    )
    if len(found) < 3:
        return ()
    ends = [after[0] for _, after in pairwise(found)]
    return [
        LineStep(
            name="sent" if name == "send_on" and sent_on else STEPS[name],
            on=on,
            words=late if name == "send_on" and late else _words(on, days, today),
            is_past=on <= today,
            reached=_reached(on, end, today),
        )
        for (on, name), end in zip(found, [*ends, None], strict=True)
    ]


def postponed(planned: dt.date, today: dt.date) -> str:
    """What became of a planned day on which no letter was sent; empty unless it has passed."""
    return f"today at the earliest: was planned for {in_words(planned, 'day')}" * (planned < today)


def _reached(on: dt.date, end: dt.date | None, today: dt.date) -> int | None:
    """How far today is from one date to the next, in tens of %; 0 at the last date."""
    if today < on or (end and today >= end):
        return None
    if end is None:
        return 0
    return 10 * (10 * (today - on).days // (end - on).days)


def _words(on: dt.date, days: WorkingDays, today: dt.date) -> str:
    if on == today:
        return "today"
    if on < today:
        return f"{counted(days.between(on, today), 'working days')} ago"
    return f"{counted(days.between(today, on), 'working days')} left"
