"""The plan of a round: from an event's embargo back to the day on which its letters go out."""

import datetime as dt
from dataclasses import dataclass

from django.utils.timezone import localdate

from offences.foi_clock import ANSWER_WITHIN, WorkingDays
from offences.models import CampaignEvent, FoiRound

# Working days that a step is given before the next, unless somebody chooses its date.
GIVEN = {
    "sign_off_on": 4,  # to send the texts after it
    "confirm_on": 5,  # to screen and approve
    "freeze_on": 5,  # for the forces to confirm
    "due_on": 21,  # for answers that come late
    "send_on": ANSWER_WITHIN,
}
CHOSEN = ("send_on", "freeze_on", "confirm_on", "sign_off_on")


@dataclass(frozen=True)
class RoundPlan:
    """The days of a round; None where none is planned."""

    send_on: dt.date | None = None
    freeze_on: dt.date | None = None
    confirm_on: dt.date | None = None
    sign_off_on: dt.date | None = None
    embargo_on: dt.date | None = None


def embargo_day(event: CampaignEvent | None) -> dt.date | None:
    return localdate(event.embargo_at) if event else None


def plan_of(round_: FoiRound) -> RoundPlan:
    """The plan that is stored of a round."""
    chosen = {name: getattr(round_, name) for name in CHOSEN}
    return RoundPlan(**chosen, embargo_on=embargo_day(round_.event))


def plan_back(plan: RoundPlan, days: WorkingDays) -> RoundPlan:
    """The plan with each missing date set from the one that follows it."""
    found: dict[str, dt.date | None] = {}
    after = plan.embargo_on
    for name, number in GIVEN.items():
        chosen = getattr(plan, name, None)
        after = found[name] = chosen or (days.before(after, number) if after else None)
    return RoundPlan(**{name: found[name] for name in CHOSEN}, embargo_on=plan.embargo_on)
