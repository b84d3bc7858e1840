"""The years everything is counted in."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache, wraps

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
JANUARY, APRIL = 1, 4
_LABEL = re.compile(r"([0-9]{4})/([0-9]{2})")
_CALENDAR = re.compile(r"[0-9]{4}")

# ---- the month in which years start: the charity’s, and set where its words are ----------------

_remembered = APRIL
_previewed: ContextVar[int | None] = ContextVar("years_previewed", default=None)


def first_month() -> int:
    """The month in which the charity’s years start; within a preview, in which they would."""
    return _previewed.get() or _remembered


def remember_first_month(month: int) -> None:
    """Keep the month of the charity as it was read."""
    global _remembered
    _remembered = month


@contextmanager
def starting_in(month: int) -> Iterator[None]:
    """Have years start in a month within this block."""
    token = _previewed.set(month)
    try:
        yield
    finally:
        _previewed.reset(token)


def remembered_by_month[T](most: int) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """Keep the results of a function for years that start in one month, and in another."""

    def keeping(function: Callable[..., T]) -> Callable[..., T]:
        @lru_cache(maxsize=most)
        def found(month: int, *given: Hashable) -> T:
            return function(*given)

        @wraps(function)
        def asked(*given: Hashable) -> T:
            return found(_previewed.get() or _remembered, *given)  # first_month, asked very often

        return asked

    return keeping


def last_month() -> int:
    return (first_month() - 2) % 12 + 1


def position_in_year(month: int) -> int:
    """How many months of the year are over when this one starts: April’s is 0, March’s 11."""
    return (month - first_month()) % 12


def month_of_year(number: int) -> int:
    """The month after so many others of the year."""
    return (first_month() - 1 + number) % 12 + 1


def months_of_year() -> str:
    """The first month of a year and its last: "April to March"."""
    return f"{MONTHS[first_month() - 1]} to {MONTHS[last_month() - 1]}"


def days_of_year() -> str:
    """The first day of a year and its last: "1 April to 31 March"."""
    days = Year(2018).starts_on, Year(2018).ends_on
    return " to ".join(f"{day.day} {MONTHS[day.month - 1]}" for day in days)


def half_a_year() -> str:
    """The first half of a year, as a part is typed: "Apr-Sep"."""
    return "-".join(MONTHS[month_of_year(n) - 1][:3] for n in (0, 5))


def kind_of_year() -> str:
    """What a year is called: “financial year”, “calendar year”, “year from July to June”."""
    plain = {JANUARY: "calendar year", APRIL: "financial year"}
    return plain.get(first_month()) or f"year from {months_of_year()}"


def kind_of_years() -> str:
    """The kind of its years, in the middle of a sentence: "financial years"."""
    return kind_of_year().replace("year", "years", 1)


# ---- a year -------------------------------------------------------------------------------------


@dataclass(frozen=True, order=True)
class Year:
    """A financial year: 1 April to 31 March.

    It is labelled by both calendar years, "2018/19", and starts in the first of them. The leap
    day falls in the year that *ends* that March: 2015/16, 2019/20, 2023/24 and 2027/28 have
    366 days, all years between them 365.
    """

    # So it is unless the charity's years start in another month: in January, "2018".

    start: int

    def __post_init__(self) -> None:
        if not 1000 <= self.start <= 9998:
            kind = kind_of_year()
            raise ValueError(f"A {kind} starts between 1000 and 9998, not in {self.start}.")

    @classmethod
    def parse(cls, text: str) -> Year:
        """The year with this label; 2018/20 is refused, as is any label but the standard one."""
        is_calendar = first_month() == JANUARY
        found = (_CALENDAR if is_calendar else _LABEL).fullmatch(text.strip())
        if not found:
            like = Year(2018).label
            raise ValueError(f"“{text}” is not a {kind_of_year()}. Write it like {like}.")
        if is_calendar:
            return cls(int(found[0]))
        start = int(found[1])
        if int(found[2]) != (start + 1) % 100:
            raise ValueError(
                f"“{text}” is not one year: a {kind_of_year()} ends in the calendar year after the"
                f" one it starts in, so {start} makes {two_years(start)}."
            )
        return cls(start)

    @classmethod
    def containing(cls, day: date) -> Year:
        """The year in which a date falls: 31 March 2019 is in the financial year 2018/19."""
        return cls(day.year if day.month >= first_month() else day.year - 1)

    @classmethod
    def of_month(cls, month: int, calendar: int) -> Year:
        return cls(calendar - (month < first_month()))

    def calendar_year_of(self, month: int) -> int:
        """The calendar year in which a month of this year falls."""
        return self.start + (month < first_month())

    @property
    def label(self) -> str:
        return f"{self.start:04d}" if first_month() == JANUARY else two_years(self.start)

    @property
    def starts_on(self) -> date:
        return date(self.start, first_month(), 1)

    @property
    def ends_on(self) -> date:
        return date(self.start + 1, first_month(), 1) - timedelta(days=1)

    @property
    def days(self) -> int:
        """365, or 366 where the February inside the year has 29 days."""
        return (self.ends_on - self.starts_on).days + 1

    @property
    def next(self) -> Year:
        return Year(self.start + 1)

    @property
    def previous(self) -> Year:
        return Year(self.start - 1)

    def __str__(self) -> str:
        return self.label


def two_years(start: int) -> str:
    """The calendar years in which a year starts and ends: "2018/19"."""
    return f"{start:04d}/{(start + 1) % 100:02d}"


def years_between(first: Year, last: Year) -> tuple[Year, ...]:
    """Every year from the first to the last, both included; none if they are upside down."""
    return tuple(Year(start) for start in range(first.start, last.start + 1))
