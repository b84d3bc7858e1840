"""The clock of submissions, read from their stored events and the stored bank holidays."""

import datetime as dt
from dataclasses import replace

from offences.foi_clock import (
    ClockReading,
    Event,
    Holiday,
    LegalMistake,
    WorkingDays,
    law_of,
    read_clock,
)
from offences.models import BankHoliday, FoiStep, FoiSubmission
from offences.statistics.dates import Precision

ENDS = (FoiStep.ANSWERED, FoiStep.REFUSED)
HOLIDAY_DIVISIONS = {
    "england_and_wales": "England and Wales",
    "scotland": "Scotland",
    "northern_ireland": "Northern Ireland",
}


def working_days() -> WorkingDays:
    """Working days by the bank holidays that are stored; one query."""
    return WorkingDays({row.date: holiday_of(row) for row in BankHoliday.objects.all()})


def holidays_end(days: WorkingDays, today: dt.date) -> dt.date | None:
    """The day on which the stored bank holidays end, if that is within a year; or today."""
    ends = days.ends_on() or today
    return ends if ends < today + dt.timedelta(days=365) else None


def holiday_of(row: BankHoliday) -> Holiday:
    """A stored bank holiday, with the nations that have it."""
    return Holiday(
        row.title, tuple(name for key, name in HOLIDAY_DIVISIONS.items() if getattr(row, key))
    )


def events_of(submission: FoiSubmission, claimed: str = "") -> list[Event]:
    """The events of a submission whose day is known, as they are stored.

    A letter that nobody has said was received counts as received on the day it was sent, as an
    e-mail is; one that was sent with all others of its round, on the round's day. An outcome that
    is recorded with its day, and has no event of its own, counts as one. `claimed` are the sections
    of a refusal, as its exemptions have them (“12|40(2)”): the clock reads them for its mistakes.
    An answer in part is a whole one once the rest is refused: on the later of the two days.
    """
    sections: dict[str, str] = {FoiStep.REFUSED: claimed}
    events = [
        Event(each.kind, each.on, sections.get(each.kind, each.section), each.until, each.partial)
        for each in submission.events.all()
        if each.on_precision == Precision.DAY
    ]
    parts = [n for n, each in enumerate(events) if each.partial and each.kind in ENDS]
    found = {events[n].kind for n in parts} | ({FoiStep.REFUSED} if claimed else set())
    if parts and found == {*ENDS}:
        last = max(parts, key=lambda n: events[n].on)
        events[last] = replace(events[last], kind=FoiStep.ANSWERED, partial=False)
    kinds = {each.kind for each in events}
    if FoiStep.RECEIVED not in kinds and (sent := sent_on(submission)):
        events.insert(0, Event(FoiStep.RECEIVED, sent))
    outcome, on = submission.outcome, submission.outcome_on
    is_known = submission.outcome_precision == Precision.DAY
    if on and is_known and outcome in ENDS and kinds.isdisjoint(ENDS):
        events.append(Event(outcome, on, sections.get(outcome, "")))
    return events


def sent_on(submission: FoiSubmission) -> dt.date | None:
    """The day on which a request was sent, alone or with all others of its round."""
    events = submission.events.all()
    own = (e.on for e in events if e.kind == FoiStep.SENT and e.on_precision == Precision.DAY)
    sent = next(own, None)
    if sent is None and submission.number == 1:
        round_ = submission.round
        sent = round_.sent_on if round_.sent_precision == Precision.DAY else None
    return sent


def clock_of(
    submission: FoiSubmission, today: dt.date, days: WorkingDays, claimed: str = ""
) -> ClockReading:
    """The clock of a submission on a day."""
    law = law_of(submission.force.nation)
    return read_clock(events_of(submission, claimed), today, days, law)


def mistakes_of(submission: FoiSubmission, clock: ClockReading) -> list[LegalMistake]:
    """The mistakes that its clock shows; of a past round whose records have gaps none is sure."""
    return [*clock.mistakes] if submission.round.complete else []


def time_taken(submission: FoiSubmission, days: WorkingDays) -> tuple[int, int] | None:
    """The working days to the answer or refusal, and how many were late; None if not known."""
    law = law_of(submission.force.nation)
    events = events_of(submission)
    is_over = any(each.kind in ENDS and not each.partial for each in events)
    if not is_over or law.answer_within is None:
        return None
    read = read_clock(events, max(each.on for each in events), days, law)
    return (read.working_days_used, read.working_days_late) if read.clock_started else None
