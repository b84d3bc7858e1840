"""The years everything is counted in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_LABEL = re.compile(r"([0-9]{4})/([0-9]{2})")


@dataclass(frozen=True, order=True)
class Year:
    """A financial year: 1 April to 31 March.

    It is labelled by both calendar years, "2018/19", and starts in the first of them. The leap
    day falls in the year that *ends* that March: 2015/16, 2019/20, 2023/24 and 2027/28 have
    366 days, all years between them 365.
    """

    start: int

    def __post_init__(self) -> None:
        if not 1000 <= self.start <= 9998:
            raise ValueError(f"A financial year starts between 1000 and 9998, not in {self.start}.")

    @classmethod
    def parse(cls, text: str) -> Year:
        """The year with this label; 2018/20 is refused, as is any label but the standard one."""
        found = _LABEL.fullmatch(text.strip())
        if not found:
            raise ValueError(f"“{text}” is not a financial year. Write it like 2018/19.")
        start = int(found[1])
        if int(found[2]) != (start + 1) % 100:
            raise ValueError(
                f"“{text}” is not one year: a financial year ends in the calendar year after the"
                f" one it starts in, so {start} makes {start}/{(start + 1) % 100:02d}."
            )
        return cls(start)

    @classmethod
    def containing(cls, day: date) -> Year:
        """The financial year in which a date falls: 31 March 2019 is in 2018/19."""
        return cls(day.year if day.month >= 4 else day.year - 1)

    @property
    def label(self) -> str:
        return f"{self.start:04d}/{(self.start + 1) % 100:02d}"

    @property
    def starts_on(self) -> date:
        return date(self.start, 4, 1)

    @property
    def ends_on(self) -> date:
        return date(self.start + 1, 3, 31)

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


def years_between(first: Year, last: Year) -> tuple[Year, ...]:
    """Every year from the first to the last, both included; none if they are upside down."""
    return tuple(Year(start) for start in range(first.start, last.start + 1))
