"""Histories of events as plain values, for `manage.py foi_clock`: JSON in and out."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from offences.foi_clock.clock import (
    EFFECTS,
    EFFECTS_BEFORE_THE_END,
    ClockReading,
    Event,
    read_clock,
)
from offences.foi_clock.working_days import Holiday, SkippedDay, WorkingDays

LONDON = ZoneInfo("Europe/London")
KINDS = (*EFFECTS, *EFFECTS_BEFORE_THE_END)
NOT_READ = {"mistakes", "law"}  # for staff


class BadEvents(ValueError):
    """A history that cannot be read; the message says what is wrong with it."""


def answer(document: Any, holidays: Mapping[dt.date, Holiday]) -> Any:
    """The reading of one history in plain values, or of each in a list; BadEvents if not one."""
    if isinstance(document, list):
        return [answer(each, holidays) for each in document]
    if not isinstance(document, dict):
        raise BadEvents("A history is an object with “today” and “events”.")
    added = {day: Holiday("added by hand") for day in _dates(document, "holidays_added")}
    removed = _dates(document, "holidays_removed")
    known = added | dict(holidays)
    known = {day: holiday for day, holiday in known.items() if day not in removed}
    events = document.get("events", [])
    if not isinstance(events, list):
        raise BadEvents("“events” is a list.")
    today = _date(document.get("today"), "today")
    return _plain(read_clock(map(_event, events), today, WorkingDays(known)))


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, ClockReading | SkippedDay):
        return {name: _plain(each) for name, each in vars(value).items() if name not in NOT_READ}
    return value


def _dates(document: Mapping[str, Any], name: str) -> Sequence[dt.date]:
    given = document.get(name) or []
    if not isinstance(given, list):
        raise BadEvents(f"“{name}” is a list of dates.")
    return [_date(each, name) for each in given]


def _date(text: Any, name: str) -> dt.date:
    """A day, or the day in London of a moment that has its offset."""
    if text is None:
        raise BadEvents(f"“{name}” is missing. Write it as 2024-07-02.")
    try:
        if len(text) == 10:
            return dt.date.fromisoformat(text)
        moment = dt.datetime.fromisoformat(text.upper())
    except (AttributeError, TypeError, ValueError) as error:
        raise BadEvents(f"“{name}” is {text!r}. Write it as 2024-07-02.") from error
    if moment.tzinfo is None:
        raise BadEvents(f"“{name}” is {text!r}: a time needs its offset, such as Z or +01:00.")
    return moment.astimezone(LONDON).date()


def _event(given: Any) -> Event:
    if not isinstance(given, dict) or given.get("kind") not in EFFECTS | EFFECTS_BEFORE_THE_END:
        raise BadEvents(f"{given!r} is no event: its “kind” has to be one of {', '.join(KINDS)}.")
    until, section = given.get("until"), given.get("section") or ""
    if not isinstance(section, str | int):
        raise BadEvents(f"“section” is {section!r}. Write it as text: “31”.")
    return Event(
        given["kind"],
        _date(given.get("on"), "on"),
        str(section),
        _date(until, "until") if until else None,
        bool(given.get("partial")),
    )
