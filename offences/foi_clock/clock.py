"""The statutory clock of a Freedom of Information request: events → dates and a state.

Sections 1(3), 10, 12 and 17 of the Freedom of Information Act 2000, as the Information Commissioner
reads them; what another law sets otherwise is in `laws.py`. Nothing is stored: a date follows from
the events and the bank holidays that are known today, so that a holiday proclaimed late moves every
date that it should.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from offences.foi_clock.laws import ACT_OF_2000, FoiLaw
from offences.foi_clock.working_days import SkippedDay, WorkingDays

ANSWER_WITHIN, EXTENDED_WITHIN = 20, 40  # working days by which a round is planned
COMPLAIN_WITHIN = 42  # calendar days after the last answer
# Sections that are absolute, or no exemption at all: no public interest test, so no more time.
SECTIONS_WITHOUT_EXTENSION = frozenset({12, 14, 21, 23, 32, 34, 40, 41, 44})
CLARIFICATION = "1(3)"
REFUSED = "refused"
NEW_REQUEST = ("sent", "received", "clarification_sent")  # if it comes after a refusal


@dataclass(frozen=True)
class Event:
    """One dated step of a request; `kind` is a key of `EFFECTS` or of `EFFECTS_BEFORE_THE_END`."""

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
    ico_by: dt.date | None  # for a complaint to the Commissioner of the law
    warnings: tuple[str, ...]
    mistakes: tuple[LegalMistake, ...]
    law: FoiLaw = ACT_OF_2000


@dataclass
class _Request:
    """The state of a request after the events so far."""

    days: WorkingDays
    law: FoiLaw = ACT_OF_2000
    started: dt.date | None = None
    due: dt.date | None = None
    waiting_for_us_since: dt.date | None = None
    asked_late: dt.date | None = None  # after the due date, which stops no clock
    advised: dt.date | None = None  # asked to change the request, which stops no clock
    extended: bool = False
    notice: frozenset[int] = frozenset()  # the sections that a claim of more time named
    ended: dt.date | None = None
    end: str = ""  # “answered” or “refused”
    review_asked: dt.date | None = None
    review_answered: dt.date | None = None
    complaint: str = ""  # “ico_complained” or “ico_decided”, of whichever Commissioner
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
        self.started, self.due = day, self.working_days_after(day, self.law.answer_within)
        self.waiting_for_us_since, self.extended = None, False

    def working_days_after(self, day: dt.date | None, number: int | None) -> dt.date | None:
        """The day that many working days after another; None if either is not known."""
        return self.days.after(day, number) if day and number else None


def _received(request: _Request, event: Event) -> None:
    if request.started and not request.ended:
        request.warn("duplicate_received", event)
        return
    if request.ended:  # a new request: only warnings and mistakes of the old one stay
        kept = {"warnings": request.warnings, "mistakes": request.mistakes}
        vars(request).update(vars(_Request(request.days, request.law)) | kept)
    request.start(event.on)


def _nothing(request: _Request, event: Event) -> None:
    """An acknowledgement, and the sending itself, change no date."""


def _clarification_asked(request: _Request, event: Event) -> None:
    if (bare_section(event.section) or CLARIFICATION) != CLARIFICATION:
        request.advised = event.on
        return  # advice under section 16 stops no clock
    if request.waiting_for_us_since:
        return
    if request.is_after_due(event.on):
        request.warn("clarification_after_due", event)
        request.asked_late = event.on
        return
    request.waiting_for_us_since, request.due = event.on, None


def _clarification_sent(request: _Request, event: Event) -> None:
    asked = request.waiting_for_us_since
    if asked is None:
        was_asked = request.advised or request.asked_late
        request.warn("clarification_not_asked", None if was_asked else event)
        if request.asked_late:
            request.mistakes = [
                each for each in request.mistakes if each.code != "clarification_after_due"
            ]
            request.add_mistake("late_question_answered", event.on, since=request.asked_late)
            request.asked_late = None
        if request.advised:  # what the request is changed to is another request
            request.add_mistake("narrowed_request", event.on, since=request.advised)
        return
    _note_slow_reply(request, asked, event.on, "clarification_late")
    request.start(event.on)


def _note_slow_reply(request: _Request, asked: dt.date, on: dt.date, code: str) -> None:
    """Note that we took longer over a question than the Act gives the force for its answer."""
    taken = request.days.between(asked, on)
    if taken > (request.law.answer_within or taken):
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
    guide = request.working_days_after(request.started, request.law.extended_within)
    if (
        not request.law.extended_within
        or section_number(event.section) in SECTIONS_WITHOUT_EXTENSION
    ):
        request.warn("extension_not_allowed", event)
        return
    if request.waiting_for_us_since or request.due is None or guide is None:
        request.warn("extension_while_with_us", event)
        return
    if request.is_after_due(event.on):
        request.warn("extension_late", event)
        return
    if event.until and event.until > guide:
        request.warn("extension_over_40", event)
    if request.extended:
        request.warn("extension_again", event)
    named = section_numbers(event.section)
    if not named:
        request.add_mistake("extension_without_section", event.on)
    if event.on <= _day_20(request):
        request.notice |= named
    request.due, request.extended = max(request.due, event.until or guide), True


def _day_20(request: _Request) -> dt.date:
    """The day on which an answer is due without more time; the clock runs."""
    day = request.working_days_after(request.started, request.law.answer_within)
    assert day
    return day


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
    if request.due is None:
        return
    day_20 = min(request.due, _day_20(request))
    if event.on > request.due or (event.on > day_20 and named - request.notice):
        request.add_mistake("notice_late", event.on, section=event.section, due=day_20)


def _review_asked(request: _Request, event: Event) -> None:
    law, last = request.law, _ask_review_by(request)
    if request.ended is None and law.answer_within and not request.is_after_due(event.on):
        request.warn("review_too_early", event)
        return
    if last and event.on > last:
        request.warn("review_asked_late", event)
    request.review_asked = event.on


def _ask_review_by(request: _Request) -> dt.date | None:
    return ask_review_by(request.ended, request.due, request.days, request.law)


def ask_review_by(
    ended: dt.date | None, due: dt.date | None, days: WorkingDays, law: FoiLaw
) -> dt.date | None:
    """The last day on which a review can be asked for; None before there is an answer."""
    if ended is None or law.ask_review_within is None:
        return None
    return days.after(
        max(ended, due or ended) if law.review_from_due else ended, law.ask_review_within
    )


def _review_answered(request: _Request, event: Event) -> None:
    if request.review_asked is None:
        request.warn("review_not_asked", event)
        return
    request.review_answered = event.on


def _with_commissioner(request: _Request, event: Event) -> None:
    if request.complaint != "ico_decided":
        request.complaint = event.kind


def _note_new_request(request: _Request, event: Event) -> None:
    """Note a request that was changed after its refusal: it is a new one, whatever it is called."""
    if request.end == REFUSED and event.kind in NEW_REQUEST:
        request.add_mistake("narrowed_request", event.on, since=request.ended)


# Every kind of event, and what it does. Once the request has ended, only these do anything.
EFFECTS: dict[str, Callable[[_Request, Event], None]] = {
    "sent": _nothing,
    "received": _received,
    "acknowledged": _nothing,
    "review_asked": _review_asked,
    "review_answered": _review_answered,
    "ico_complained": _with_commissioner,
    "ico_decided": _with_commissioner,
}
EFFECTS_BEFORE_THE_END: dict[str, Callable[[_Request, Event], None]] = {
    "clarification_asked": _clarification_asked,
    "clarification_sent": _clarification_sent,
    "extension_claimed": _extension_claimed,
    "answered": _responded,
    "refused": _responded,
}


def _apply_events(events: Iterable[Event], days: WorkingDays, law: FoiLaw) -> _Request:
    """Return the request after these events, in their order."""
    request = _Request(days, law)
    for event in events:
        if request.ended:
            _note_new_request(request, event)
        if request.started is None and event.kind not in ("received", "sent"):
            request.warn("before_receipt", event)
        elif effect := EFFECTS.get(event.kind):
            effect(request, event)
        elif request.ended is None:
            EFFECTS_BEFORE_THE_END[event.kind](request, event)
    return request


def read_clock(
    events: Iterable[Event], today: dt.date, days: WorkingDays, law: FoiLaw = ACT_OF_2000
) -> ClockReading:
    """The state and dates of a request on a day; what is dated after it has not happened yet."""
    past = sorted((each for each in events if each.on <= today), key=lambda each: each.on)
    days = days.of(law.nation)
    request = _apply_events(past, days, law)
    if request.waiting_for_us_since and request.ended is None:
        _note_slow_reply(request, request.waiting_for_us_since, today, "clarification_waits")
    started, due, ended = request.started, request.due, request.ended
    end = ended or today
    # While it is with us the days stand still; an answer then is never late.
    used_to = ended or request.waiting_for_us_since or today
    pending = request.review_asked if request.review_answered is None else None
    is_known = law.answer_within is not None  # else no step of it can be called a mistake
    return ClockReading(
        state=_state(request, today),
        due_on=due,
        clock_started=started,
        working_days_used=days.between(started, used_to) if started and is_known else 0,
        working_days_late=days.between(due, end) if due else 0,
        skipped=days.skipped(started, due) if started and due else (),
        review_ask_by=None if request.review_asked else _ask_review_by(request),
        review_by=request.working_days_after(pending, law.review_within),
        review_latest=request.working_days_after(pending, law.review_at_most),
        ico_by=_complain_by(request, today),
        warnings=tuple(request.warnings) if is_known else (),
        mistakes=tuple(request.mistakes) if is_known else (),
        law=law,
    )


def _complain_by(request: _Request, today: dt.date) -> dt.date | None:
    """The last day for a complaint to the Commissioner; None while none is possible."""
    law, answered = request.law, request.review_answered
    pending = request.review_asked if answered is None else None
    if request.complaint or law.answer_within is None:
        return None
    if law.complain_months:  # without a review there is none; one that is late counts as answered
        latest = request.working_days_after(pending, law.review_at_most)
        since = answered or (latest if latest and today > latest else None)
        return _months_after(since, law.complain_months) if since else None
    last = max(filter(None, (request.ended, answered)), default=None)
    return last + dt.timedelta(days=COMPLAIN_WITHIN) if last and not pending else None


def _months_after(day: dt.date, months: int) -> dt.date:
    """The same day of a later month, or its last."""
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return dt.date(day.year + years, month + 1, min(day.day, last))


def _state(request: _Request, today: dt.date) -> str:
    """The first of the states that fits, from the last stage to the first."""
    if request.complaint:
        return "ico_decided" if request.complaint == "ico_decided" else "with_ico"
    if request.review_answered:
        return "review_answered"
    if request.review_asked:
        latest = request.working_days_after(request.review_asked, request.law.review_at_most)
        return "review_overdue" if latest and today > latest else "in_review"
    if request.ended:
        return f"{request.end}_late" if request.is_after_due(request.ended) else request.end
    if request.started is None:
        return "not_sent"
    if request.waiting_for_us_since:
        return "with_us"
    if request.is_after_due(today):
        return "overdue"
    return "extended" if request.extended else "awaiting"
