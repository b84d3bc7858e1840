"""Dates that are known to the day, to the month or only to the year."""

import datetime as dt
from enum import StrEnum


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


def in_words(on: dt.date | None, precision: str) -> str:
    """The date with no more than is known of it: “25 June 2019”, “June 2019”, “2019”.

    An unknown date is an empty text: the caller says *not known* in its own sentence.
    """
    if on is None:
        return ""
    if precision == Precision.YEAR:
        return str(on.year)
    if precision == Precision.MONTH:
        return f"{on:%B} {on.year}"
    return f"{on.day} {on:%B} {on.year}"


def iso(on: dt.date | None, precision: str) -> str:
    """The same for programs: “2019-06-25”, “2019-06”, “2019”."""
    if on is None:
        return ""
    return on.isoformat()[: {Precision.YEAR: 4, Precision.MONTH: 7}.get(Precision(precision), 10)]
