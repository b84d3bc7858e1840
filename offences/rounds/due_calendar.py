"""The calendar that explains a due date: each working day numbered, each skipped day named."""

import datetime as dt
from dataclasses import dataclass

from offences.foi_clock import WorkingDays

WEEK = 7


@dataclass(frozen=True)
class CalendarDay:
    """One day of the calendar; `number` is the working day that it is, 0 the day of receipt."""

    date: dt.date
    kind: str  # “start”, “working”, “due”, “holiday”, “weekend” or “outside”
    number: int | None = None
    why: str = ""  # of a holiday: its name and where it is one


def due_calendar(start: dt.date, due: dt.date, days: WorkingDays) -> list[list[CalendarDay]]:
    """The weeks of a clock, from Monday to Sunday."""
    first = start - dt.timedelta(days=start.weekday())
    number, made = 0, []
    for n in range((due - first).days + WEEK - due.weekday()):
        day = first + dt.timedelta(days=n)
        inside = start < day <= due
        number += inside and days.is_working_day(day)
        made.append(_day(day, start, due, number, days))
    return [made[i : i + WEEK] for i in range(0, len(made), WEEK)]


def _day(day: dt.date, start: dt.date, due: dt.date, number: int, days: WorkingDays) -> CalendarDay:
    if day == start:
        return CalendarDay(day, "start", 0)
    if not start < day <= due:
        return CalendarDay(day, "outside")
    if day == due:  # a force's own estimate may end on any day
        return CalendarDay(day, "due", number if days.is_working_day(day) else None)
    if day.weekday() >= 5:
        return CalendarDay(day, "weekend")
    if holiday := days.holidays.get(day):
        return CalendarDay(day, "holiday", None, str(holiday))
    return CalendarDay(day, "working", number)
