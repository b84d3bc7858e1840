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
