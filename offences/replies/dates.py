"""Days in a text and in the head of a message, as British letters write them."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORDS = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]({'|'.join(_MONTHS)})[a-z]*\.?,?[ -](\d{{4}})\b",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b({'|'.join(_MONTHS)})[a-z]*\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.IGNORECASE
)
_DIGITS = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")


def dates_in(text: str) -> list[dt.date]:
    """Every whole date in a text, in order; 09/06/2026 is 9 June."""
    found: list[tuple[int, dt.date]] = []
    for each in _WORDS.finditer(text):
        found += _at(each.start(), each[3], _month(each[2]), each[1])
    for each in _MONTH_FIRST.finditer(text):
        found += _at(each.start(), each[3], _month(each[1]), each[2])
    for each in _DIGITS.finditer(text):
        found += _at(each.start(), each[3], each[2], each[1])
    for each in _ISO.finditer(text):
        found += _at(each.start(), each[1], each[2], each[3])
    return [day for _, day in sorted(found)]


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _at(at: int, year: str | int, month: str | int, day: str | int) -> list[tuple[int, dt.date]]:
    try:
        return [(at, dt.date(int(year), int(month), int(day)))]
    except ValueError:
        return []


def moment_of(head: str) -> tuple[dt.date | None, str]:
    """The day in London that a “Date” means, and its time of day if it says one."""
    try:
        moment = parsedate_to_datetime(head)
    except (ValueError, TypeError, OverflowError, IndexError):
        days = dates_in(head)
        time = re.search(r"\b([01]?\d|2[0-3]):[0-5]\d\b", head)
        return (days[0] if days else None), (time[0] if days and time else "")
    if moment.tzinfo is not None:
        try:
            moment = moment.astimezone(LONDON)
        except (OverflowError, ValueError):
            return None, ""
    return moment.date(), f"{moment:%H:%M}"
