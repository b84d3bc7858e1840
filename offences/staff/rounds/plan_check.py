"""Whether the plan of a round still fits, in words for the people who run it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from offences.english import counted
from offences.foi_clock import ANSWER_WITHIN, EXTENDED_WITHIN, WorkingDays
from offences.rounds.plan import RoundPlan

STEPS = {
    "send_on": "sending",
    "due_on": "due date",
    "freeze_on": "freeze",
    "confirm_on": "confirmation",
    "sign_off_on": "sign-off",
    "embargo_on": "embargo",
}


@dataclass(frozen=True)
class PlannedStep:
    """One step of a plan, and the working days from the one before it in time."""

    name: str
    on: dt.date
    working_days: int | None


@dataclass(frozen=True)
class PlanCheck:
    """A plan on one day: its steps, what does not fit, and what is worth knowing."""

    steps: tuple[PlannedStep, ...]
    faults: tuple[str, ...]
    remarks: tuple[str, ...]


def check_plan(plan: RoundPlan, days: WorkingDays, today: dt.date) -> PlanCheck:
    """Whether the letters can still go out in time, if they have not gone out yet.

    Letters that were not sent on their planned day are sent today at the earliest.
    """
    sent = max(plan.send_on, today) if plan.send_on else None
    due = days.after(sent, ANSWER_WITHIN) if sent else None
    dates = {name: getattr(plan, name, due) for name in STEPS} | {"send_on": sent}
    in_turn = [(on, STEPS[name]) for name, on in dates.items() if on]
    steps: list[PlannedStep] = []
    for on, name in sorted(in_turn, key=lambda step: step[0]):
        gap = days.between(steps[-1].on, on) if steps else None
        steps.append(PlannedStep(name, on, gap))
    faults = tuple(_faults(plan, due, in_turn, today))
    return PlanCheck(tuple(steps), faults, tuple(_remarks(plan, sent, days)))


def _faults(
    plan: RoundPlan, due: dt.date | None, steps: list[tuple[dt.date, str]], today: dt.date
) -> Iterator[str]:
    if plan.send_on and plan.send_on < today and due:
        yield (
            f"The day planned for sending, {_day(plan.send_on)}, has passed: letters sent today "
            f"are due on {_day(due)}."
        )
    for (before, earlier), (after, later) in pairwise(steps):
        if before > after:
            remedy = "Choose a later event."
            if later != STEPS["embargo_on"]:
                remedy = f"Choose a later day for the {later}, or a later event."
            if plan.send_on and plan.send_on > today:
                remedy = f"Send earlier. {remedy}"
            yield f"The {earlier} on {_day(before)} is after the {later} on {_day(after)}. {remedy}"


def _remarks(plan: RoundPlan, sent: dt.date | None, days: WorkingDays) -> Iterator[str]:
    if not sent:
        return
    if not days.is_working_day(sent):
        yield f"{_day(sent)} is not a working day: a force’s days begin with the next."
    if plan.freeze_on:
        latest = days.after(sent, EXTENDED_WITHIN)
        late = days.between(plan.freeze_on, latest)
        when = f"{counted(late, 'working days')} after the freeze" if late else "before the freeze"
        yield (
            f"A force that claims {EXTENDED_WITHIN} working days answers by {_day(latest)}, {when}."
        )
    ends = days.ends_on()
    last = max(day for day in (sent, plan.embargo_on, plan.freeze_on) if day)
    if ends is None or last > ends:
        yield "The table of bank holidays ends before this plan does: add the newer ones first."


def _day(day: dt.date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"
