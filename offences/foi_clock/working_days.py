"""Working days: Monday to Friday, but for bank holidays in any part of the UK."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Holiday:
    """A bank holiday: what it is called, and in which parts of the UK."""

    title: str
    nations: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.title} ({', '.join(self.nations)})" if self.nations else self.title


@dataclass(frozen=True)
class SkippedDay:
    """A weekday that is not counted, and why."""

    date: dt.date
    why: str


@dataclass(frozen=True)
class WorkingDays:
    """Monday to Friday, but for bank holidays in any part of the UK."""

    holidays: Mapping[dt.date, Holiday]

    def of(self, nation: str) -> "WorkingDays":
        """The working days by the bank holidays of one nation alone; the same if none is named."""
        if not nation:
            return self
        own = {d: h for d, h in self.holidays.items() if not h.nations or nation in h.nations}
        return WorkingDays(own)

    def is_working_day(self, day: dt.date) -> bool:
        return day.weekday() < 5 and day not in self.holidays

    def after(self, start: dt.date, number: int) -> dt.date:
        """The day this many working days after another, which counts as day 0."""
        day = start
        while number:
            day += dt.timedelta(days=1)
            number -= self.is_working_day(day)
        return day

    def before(self, end: dt.date, number: int) -> dt.date:
        """The working day this many working days before a day: the inverse of `after`."""
        day = end
        while number or not self.is_working_day(day):
            number -= self.is_working_day(day)
            day -= dt.timedelta(days=1)
        return day

    def between(self, start: dt.date, end: dt.date) -> int:
        """The number of working days after one day, up to and including another."""
        return sum(map(self.is_working_day, _days(start, end)))

    def skipped(self, start: dt.date, end: dt.date) -> tuple[SkippedDay, ...]:
        """The bank holidays on weekdays after one day, up to and including another."""
        days = (day for day in _days(start, end) if day.weekday() < 5 and day in self.holidays)
        return tuple(SkippedDay(day, str(self.holidays[day])) for day in days)

    def ends_on(self) -> dt.date | None:
        """The last day of the last year of which any holiday is known."""
        return dt.date(max(self.holidays).year, 12, 31) if self.holidays else None


def _days(start: dt.date, end: dt.date) -> Iterator[dt.date]:
    return (start + dt.timedelta(days=n) for n in range(1, (end - start).days + 1))
