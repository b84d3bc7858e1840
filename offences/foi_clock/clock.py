"""The statutory clock of a Freedom of Information request: events → dates and a state.

Sections 1(3), 10, 12 and 17 of the Freedom of Information Act 2000, as the Information Commissioner
reads them. Nothing is stored: a date follows from the events and the bank holidays that are known
today, so that a holiday proclaimed late moves every date that it should.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from offences.foi_clock.working_days import SkippedDay, WorkingDays

ANSWER_WITHIN = 20  # working days, section 10(1)
EXTENDED_WITHIN = 40  # working days in all: the Commissioner's guide for a public interest test
REVIEW_WITHIN = 20  # working days: the aim
REVIEW_AT_MOST = 40  # working days
ASK_REVIEW_WITHIN = 40  # working days after the answer
COMPLAIN_WITHIN = 42  # calendar days after the last answer
# Sections that are absolute, or no exemption at all: no public interest test, so no more time.
NO_MORE_TIME = frozenset({12, 14, 21, 23, 32, 34, 40, 41, 44})
CLARIFICATION = "1(3)"
REFUSED = "refused"
NEW_REQUEST = ("sent", "received", "clarification_sent")  # if it comes after a refusal


@dataclass(frozen=True)
class Event:
    """One dated step of a request; `kind` is one of `EFFECTS`."""

    kind: str
    on: dt.date
    section: str = ""  # of the Act: “31”, “1(3)”; of a refusal all of them: “12|40(2)”
    until: dt.date | None = None  # of an extension: the force's own estimate
    partial: bool = False


@dataclass(frozen=True)
class LegalMistake:
    """A step that the Act does not allow, or that has a consequence that staff have to know of."""

    code: str
    on: dt.date
    due: dt.date | None = None  # the date in force then
    since: dt.date | None = None  # the day of the step before, that it belongs to
    section: str = ""
    working_days: int = 0


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
    mistakes: tuple[LegalMistake, ...]


@dataclass
class _Request:
    """What the events so far have made of a request."""

    days: WorkingDays
    started: dt.date | None = None
    due: dt.date | None = None
    asked_us: dt.date | None = None  # it is with us since then
    advised: dt.date | None = None  # asked to change the request, which stops no clock
    extended: bool = False
    notice: frozenset[int] = frozenset()  # the sections that a claim of more time named
    ended: dt.date | None = None
    end: str = ""  # “answered” or “refused”
    review_asked: dt.date | None = None
    review_answered: dt.date | None = None
    ico: str = ""
    warnings: list[str] = field(default_factory=list)

    mistakes: list[LegalMistake] = field(default_factory=list)

    def warn(self, code: str, event: "Event | None" = None) -> None:
        """Note a warning, and of a mistake its event, each once."""
        if code not in self.warnings:
            self.warnings.append(code)
        if event:
            self.add_mistake(code, event.on, section=event.section)

    def add_mistake(
        self,
        code: str,
        on: dt.date,
        *,
        section: str = "",
        due: dt.date | None = None,
        since: dt.date | None = None,
        working_days: int = 0,
    ) -> None:
        if code not in {each.code for each in self.mistakes}:
            due = due or self.due
            self.mistakes.append(LegalMistake(code, on, due, since, section, working_days))

    def is_after_due(self, day: dt.date) -> bool:
        return self.due is not None and day > self.due

    def start(self, day: dt.date) -> None:
        self.started, self.due = day, self.days.after(day, ANSWER_WITHIN)
        self.asked_us, self.extended = None, False


def _received(request: _Request, event: Event) -> None:
    if request.started and not request.ended:
        request.warn("duplicate_received", event)
        return
    if request.ended:  # a new request; of the old one only what it taught is kept
        kept = {"warnings": request.warnings, "mistakes": request.mistakes}
        vars(request).update(vars(_Request(request.days)) | kept)
    request.start(event.on)


def _nothing(request: _Request, event: Event) -> None:
    """An acknowledgement, and the sending itself, change no date."""


def _clarification_asked(request: _Request, event: Event) -> None:
    if (bare_section(event.section) or CLARIFICATION) != CLARIFICATION:
        request.advised = event.on
        return  # advice under section 16 stops no clock
    if request.asked_us:
        return
    if request.is_after_due(event.on):
        request.warn("clarification_after_due", event)
        return
    request.asked_us, request.due = event.on, None


def _clarification_sent(request: _Request, event: Event) -> None:
    asked = request.asked_us
    if asked is None:
        request.warn("clarification_not_asked", None if request.advised else event)
        if request.advised:  # what the request is changed to is another request
            request.add_mistake("narrowed_request", event.on, since=request.advised)
        return
    _note_slow_reply(request, asked, event.on, "clarification_late")
    request.start(event.on)


def _note_slow_reply(request: _Request, asked: dt.date, on: dt.date, code: str) -> None:
    """Note that we took longer over a question than the Act gives the force for its answer."""
    taken = request.days.between(asked, on)
    if taken > ANSWER_WITHIN:
        request.add_mistake(code, on, since=asked, working_days=taken)


def bare_section(section: str) -> str:
    """A section as the Act numbers it: “40(2)” of “s.40 (2)”."""
    return re.sub(r"^s(?:ec(?:tion)?)?\.?|\s", "", section.strip(), flags=re.IGNORECASE)


def section_numbers(sections: str) -> frozenset[int]:
    """The numbers of several sections: 12 and 40 of “12|40(2)”."""
    found = map(section_number, sections.split("|"))
    return frozenset(number for number in found if number is not None)


def section_number(section: str) -> int | None:
    """The number of a section: 40 of “40(2)” and of “s.40”."""
    found = re.match(r"\d+", bare_section(section))
    return int(found[0]) if found else None


def _extension_claimed(request: _Request, event: Event) -> None:
    if section_number(event.section) in NO_MORE_TIME:
        request.warn("extension_not_allowed", event)
        return
    if request.asked_us or request.due is None or request.started is None:
        request.warn("extension_while_with_us", event)
        return
    if request.is_after_due(event.on):
        request.warn("extension_late", event)
        return
    guide = request.days.after(request.started, EXTENDED_WITHIN)
    if event.until and event.until > guide:
        request.warn("extension_over_40", event)
    if request.extended:
        request.warn("extension_again", event)
    named = section_numbers(event.section)
    if not named:
        request.add_mistake("extension_without_section", event.on)
    if event.on <= request.days.after(request.started, ANSWER_WITHIN):
        request.notice |= named
    request.due, request.extended = max(request.due, event.until or guide), True


def _responded(request: _Request, event: Event) -> None:
    if event.kind == REFUSED:
        _check_notice(request, event)
    if event.partial:
        request.warn("part_answered")
        return
    request.ended, request.end = event.on, event.kind


def _check_notice(request: _Request, event: Event) -> None:
    """Note a refusal notice that came late, or names no section: section 17 asks for both.

    A claim of more time is the notice of the sections that it names; of others it was still due
    on day 20.
    """
    named = section_numbers(event.section)
    if not named:
        request.add_mistake("notice_without_section", event.on)
    if request.started is None or request.due is None:
        return
    day_20 = min(request.due, request.days.after(request.started, ANSWER_WITHIN))
    if event.on > request.due or (event.on > day_20 and named - request.notice):
        request.add_mistake("notice_late", event.on, section=event.section, due=day_20)


def _review_asked(request: _Request, event: Event) -> None:
    if request.ended is None and not request.is_after_due(event.on):
        request.warn("review_too_early", event)
        return
    if request.ended and event.on > request.days.after(request.ended, ASK_REVIEW_WITHIN):
        request.warn("review_asked_late", event)
    request.review_asked = event.on


def _review_answered(request: _Request, event: Event) -> None:
    if request.review_asked is None:
        request.warn("review_not_asked", event)
        return
    request.review_answered = event.on


def _with_commissioner(request: _Request, event: Event) -> None:
    if request.ico != "ico_decided":
        request.ico = event.kind


def _after_the_end(request: _Request, event: Event) -> None:
    """Note a request that was changed after its refusal: it is a new one, whatever it is called."""
    if request.end == REFUSED and event.kind in NEW_REQUEST:
        request.add_mistake("narrowed_request", event.on, since=request.ended)


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
        if request.ended:
            _after_the_end(request, event)
        if request.started is None and event.kind not in ("received", "sent"):
            request.warn("before_receipt", event)
        elif effect := EFFECTS.get(event.kind):
            effect(request, event)
        elif request.ended is None:
            BEFORE_THE_END[event.kind](request, event)
    return request


def read_clock(events: Iterable[Event], today: dt.date, days: WorkingDays) -> ClockReading:
    """The state and dates of a request on a day; what is dated after it has not happened yet."""
    past = sorted((each for each in events if each.on <= today), key=lambda each: each.on)
    request = _after(past, days)
    if request.asked_us and request.ended is None:
        _note_slow_reply(request, request.asked_us, today, "clarification_waits")
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
        mistakes=tuple(request.mistakes),
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
