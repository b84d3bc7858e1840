"""The clock of submissions, read from their stored events and the stored bank holidays."""

import datetime as dt

from offences.foi_clock import ClockReading, Event, Holiday, WorkingDays, read_clock
from offences.models import BankHoliday, FoiStep, FoiSubmission

NATIONS = {
    "england_and_wales": "England and Wales",
    "scotland": "Scotland",
    "northern_ireland": "Northern Ireland",
}


def working_days() -> WorkingDays:
    """Working days by the bank holidays that are stored; one query."""
    return WorkingDays({row.date: holiday_of(row) for row in BankHoliday.objects.all()})


def holiday_of(row: BankHoliday) -> Holiday:
    """A stored bank holiday, with the nations that have it."""
    return Holiday(row.title, tuple(name for key, name in NATIONS.items() if getattr(row, key)))


def events_of(submission: FoiSubmission) -> list[Event]:
    """The events of a submission, as they are stored.

    A letter that nobody has said was received counts as received on the day it was sent, as an
    e-mail is; one that was sent with all others of its round, on the round's day.
    """
    stored = list(submission.events.all())
    events = [Event(e.kind, e.on, e.section, e.until, e.partial) for e in stored]
    kinds = {each.kind for each in events}
    if FoiStep.RECEIVED in kinds:
        return events
    sent = sent_on(submission)
    return [Event(FoiStep.RECEIVED, sent), *events] if sent else events


def sent_on(submission: FoiSubmission) -> dt.date | None:
    """The day on which a request was sent, alone or with all others of its round."""
    events = submission.events.all()
    sent = next((each.on for each in events if each.kind == FoiStep.SENT), None)
    if sent is None and submission.number == 1 and submission.round.sent_precision == "day":
        sent = submission.round.sent_on
    return sent


def clock_of(submission: FoiSubmission, today: dt.date, days: WorkingDays) -> ClockReading:
    """The clock of a submission on a day."""
    return read_clock(events_of(submission), today, days)
