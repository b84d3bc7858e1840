"""The days of a practice year: all of them follow from today."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from offences.foi_clock import WorkingDays
from offences.statistics.years import Year

EVENT_IN = 12  # days
SENT_BEFORE = 48  # working days: a review that was asked for early is overdue by now
SENT_LATE_BEFORE = 12  # working days, to the forces whose address was wrong at first


@dataclass(frozen=True)
class PracticeDates:
    """Today, and how far back everything else happened."""

    today: dt.date
    days: WorkingDays

    def back(self, number: int) -> dt.date:
        """The day so many working days before today."""
        day = self.today
        while number:
            day -= dt.timedelta(days=1)
            number -= self.days.is_working_day(day)
        return day

    @cached_property
    def sent(self) -> dt.date:
        """The day on which the letters of the running round went out."""
        return self.back(SENT_BEFORE)

    @cached_property
    def sent_late(self) -> dt.date:
        return self.back(SENT_LATE_BEFORE)

    @cached_property
    def event(self) -> dt.date:
        return self.today + dt.timedelta(days=EVENT_IN)

    @property
    def newest_year(self) -> Year:
        """The last year that had ended when the letters went out."""
        return Year.containing(self.sent).previous

    def anniversary(self, day: dt.date, years_ago: int) -> dt.date:
        """The same day of an earlier year, or the next working day after it."""
        leap = (day.month, day.day) == (2, 29)
        found = day.replace(year=day.year - years_ago, day=28 if leap else day.day)
        while not self.days.is_working_day(found):
            found += dt.timedelta(days=1)
        return found


def at(day: dt.date, hour: int = 10, minute: int = 0) -> dt.datetime:
    """A moment of a day, London time."""
    return dt.datetime.combine(day, dt.time(hour, minute), timezone.get_default_timezone())
