"""The statutory clock of a Freedom of Information request: events → dates and a state.

Sections 1(3), 10, 12 and 17 of the Freedom of Information Act 2000, as the Information Commissioner
reads them. Nothing is stored: a date follows from the events and the bank holidays that are known
today, so that a holiday proclaimed late moves every date that it should.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
ANSWER_WITHIN = 20  # working days, section 10(1)
EXTENDED_WITHIN = 40  # working days in all: the Commissioner's guide for a public interest test
REVIEW_WITHIN = 20  # working days: the aim
REVIEW_AT_MOST = 40  # working days
ASK_REVIEW_WITHIN = 40  # working days after the answer
COMPLAIN_WITHIN = 42  # calendar days after the last answer
# Sections that are absolute, or no exemption at all: no public interest test, so no more time.
NO_MORE_TIME = frozenset({12, 14, 21, 23, 32, 34, 40, 41, 44})
CLARIFICATION = "1(3)"


class BadEvents(ValueError):
    """A history that cannot be read; the message says what is wrong with it."""


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

    def is_working_day(self, day: dt.date) -> bool:
        return day.weekday() < 5 and day not in self.holidays

    def after(self, start: dt.date, number: int) -> dt.date:
        """The day that is so many working days after another, which is day 0 itself."""
        day = start
        while number:
            day += dt.timedelta(days=1)
            number -= self.is_working_day(day)
        return day

    def before(self, end: dt.date, number: int) -> dt.date:
        """The working day that is so many working days before a day: the way back of `after`."""
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


@dataclass(frozen=True)
class Event:
    """One dated step of a request; `kind` is one of `EFFECTS`."""

    kind: str
    on: dt.date
    section: str = ""  # of the Act: “31”, “1(3)”
    until: dt.date | None = None  # of an extension: the force's own estimate
    partial: bool = False


@dataclass(frozen=True)
class ClockReading:
    """The state of a request on one day, and its dates; None where a date does not apply."""

    state: str
    due_on: dt.date | None
    clock_started: dt.date | None
    working_days_used: int
    working_days_late: int
    skipped: tuple[SkippedDay, ...]
    review_ask_by: dt.date | None
    review_by: dt.date | None
    review_latest: dt.date | None
    ico_by: dt.date | None
    warnings: tuple[str, ...]


@dataclass
class _Request:
    """What the events so far have made of a request."""

    days: WorkingDays
    started: dt.date | None = None
    due: dt.date | None = None
    asked_us: dt.date | None = None  # it is with us since then
    extended: bool = False
    ended: dt.date | None = None
    end: str = ""  # “answered” or “refused”
    review_asked: dt.date | None = None
    review_answered: dt.date | None = None
    ico: str = ""
    warnings: list[str] = field(default_factory=list)

    def warn(self, code: str) -> None:
        if code not in self.warnings:
            self.warnings.append(code)

    def is_after_due(self, day: dt.date) -> bool:
        return self.due is not None and day > self.due

    def start(self, day: dt.date) -> None:
        self.started, self.due = day, self.days.after(day, ANSWER_WITHIN)
        self.asked_us, self.extended = None, False


def _received(request: _Request, event: Event) -> None:
    if request.started and not request.ended:
        request.warn("duplicate_received")
        return
    if request.ended:  # a new request; of the old one only what it taught is kept
        vars(request).update(vars(_Request(request.days, warnings=request.warnings)))
    request.start(event.on)


def _nothing(request: _Request, event: Event) -> None:
    """An acknowledgement, and the sending itself, change no date."""


def _clarification_asked(request: _Request, event: Event) -> None:
    if (_bare(event.section) or CLARIFICATION) != CLARIFICATION or request.asked_us:
        return  # advice under section 16 stops no clock
    if request.is_after_due(event.on):
        request.warn("clarification_after_due")
        return
    request.asked_us, request.due = event.on, None


def _clarification_sent(request: _Request, event: Event) -> None:
    if request.asked_us is None:
        request.warn("clarification_not_asked")
        return
    request.start(event.on)


def _bare(section: str) -> str:
    """A section as the Act numbers it: “40(2)” of “s.40 (2)”."""
    return re.sub(r"^s(?:ec(?:tion)?)?\.?|\s", "", section.strip(), flags=re.IGNORECASE)


def section_number(section: str) -> int | None:
    """The number of a section: 40 of “40(2)” and of “s.40”."""
    found = re.match(r"\d+", _bare(section))
    return int(found[0]) if found else None


def _extension_claimed(request: _Request, event: Event) -> None:
    if section_number(event.section) in NO_MORE_TIME:
        request.warn("extension_not_allowed")
        return
    if request.asked_us or request.due is None or request.started is None:
        request.warn("extension_while_with_us")
        return
    if request.is_after_due(event.on):
        request.warn("extension_late")
        return
    guide = request.days.after(request.started, EXTENDED_WITHIN)
    if event.until and event.until > guide:
        request.warn("extension_over_40")
    if request.extended:
        request.warn("extension_again")
    request.due, request.extended = max(request.due, event.until or guide), True


def _responded(request: _Request, event: Event) -> None:
    if event.partial:
        request.warn("part_answered")
        return
    request.ended, request.end = event.on, event.kind


def _review_asked(request: _Request, event: Event) -> None:
    if request.ended is None and not request.is_after_due(event.on):
        request.warn("review_too_early")
        return
    if request.ended and event.on > request.days.after(request.ended, ASK_REVIEW_WITHIN):
        request.warn("review_asked_late")
    request.review_asked = event.on


def _review_answered(request: _Request, event: Event) -> None:
    if request.review_asked is None:
        request.warn("review_not_asked")
        return
    request.review_answered = event.on


def _with_commissioner(request: _Request, event: Event) -> None:
    if request.ico != "ico_decided":
        request.ico = event.kind


# Every kind of event, and what it does; those of the second group do nothing after the end.
EFFECTS: dict[str, Callable[[_Request, Event], None]] = {
    "sent": _nothing,
    "received": _received,
    "acknowledged": _nothing,
    "review_asked": _review_asked,
    "review_answered": _review_answered,
    "ico_complained": _with_commissioner,
    "ico_decided": _with_commissioner,
}
BEFORE_THE_END: dict[str, Callable[[_Request, Event], None]] = {
    "clarification_asked": _clarification_asked,
    "clarification_sent": _clarification_sent,
    "extension_claimed": _extension_claimed,
    "answered": _responded,
    "refused": _responded,
}


def _after(events: Iterable[Event], days: WorkingDays) -> _Request:
    """The request after these events, in their order."""
    request = _Request(days)
    for event in events:
        if request.started is None and event.kind not in ("received", "sent"):
            request.warn("before_receipt")
        elif effect := EFFECTS.get(event.kind):
            effect(request, event)
        elif request.ended is None:
            BEFORE_THE_END[event.kind](request, event)
    return request


def read_clock(events: Iterable[Event], today: dt.date, days: WorkingDays) -> ClockReading:
    """The state and dates of a request on a day; what is dated after it has not happened yet."""
    past = sorted((each for each in events if each.on <= today), key=lambda each: each.on)
    request = _after(past, days)
    started, due, ended = request.started, request.due, request.ended
    end = ended or today
    # While it is with us the days stand still; an answer then is never late.
    used_to = ended or request.asked_us or today
    pending = request.review_asked if request.review_answered is None else None
    return ClockReading(
        state=_state(request, today),
        due_on=due,
        clock_started=started,
        working_days_used=days.between(started, used_to) if started else 0,
        working_days_late=days.between(due, end) if due else 0,
        skipped=days.skipped(started, due) if started and due else (),
        review_ask_by=days.after(ended, ASK_REVIEW_WITHIN)
        if ended and request.review_asked is None
        else None,
        review_by=days.after(pending, REVIEW_WITHIN) if pending else None,
        review_latest=days.after(pending, REVIEW_AT_MOST) if pending else None,
        ico_by=None if pending or request.ico else _complain_by(request),
        warnings=tuple(request.warnings),
    )


def _complain_by(request: _Request) -> dt.date | None:
    last = max(filter(None, (request.ended, request.review_answered)), default=None)
    return last + dt.timedelta(days=COMPLAIN_WITHIN) if last else None


def _state(request: _Request, today: dt.date) -> str:
    """The first of the states that fits, from the last stage to the first."""
    if request.ico:
        return "ico_decided" if request.ico == "ico_decided" else "with_ico"
    if request.review_answered:
        return "review_answered"
    if request.review_asked:
        latest = request.days.after(request.review_asked, REVIEW_AT_MOST)
        return "in_review" if today <= latest else "review_overdue"
    if request.ended:
        return f"{request.end}_late" if request.is_after_due(request.ended) else request.end
    if request.started is None:
        return "not_sent"
    if request.asked_us:
        return "with_us"
    if request.is_after_due(today):
        return "overdue"
    return "extended" if request.extended else "awaiting"


# ---- JSON in and out ----------------------------------------------------------------------------


def answer(document: Any, holidays: Mapping[dt.date, Holiday]) -> Any:
    """The reading of one history in plain values, or of each in a list; BadEvents if it is none."""
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
        return {name: _plain(each) for name, each in vars(value).items()}
    return value


def _dates(document: Mapping[str, Any], name: str) -> Sequence[dt.date]:
    given = document.get(name) or []
    if not isinstance(given, list):
        raise BadEvents(f"“{name}” is a list of dates.")
    return [_date(each, name) for each in given]


def _date(text: Any, name: str) -> dt.date:
    """A day, or the day in London of a moment that has its offset."""
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
    if not isinstance(given, dict) or given.get("kind") not in EFFECTS | BEFORE_THE_END:
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


KINDS = (*EFFECTS, *BEFORE_THE_END)
