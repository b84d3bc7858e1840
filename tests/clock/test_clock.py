"""The clock of a request, event by event."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offences.foi_clock import KINDS, BadEvents, Event, WorkingDays, answer, read_clock
from offences.management.holidays import shipped_holidays

UK = WorkingDays(shipped_holidays())
RECEIVED = dt.date(2024, 9, 6)  # a Friday; due on 4 October
DUE = dt.date(2024, 10, 4)


def day(number: int) -> dt.date:
    """So many calendar days after receipt."""
    return RECEIVED + dt.timedelta(days=number)


def on(today: int, *events: tuple[int, str, dict] | tuple[int, str]):
    """The reading on a day, of a request that was received, and these events after it."""
    made = [Event("received", RECEIVED)]
    for number, kind, *more in events:
        made.append(Event(kind, day(number), **(more[0] if more else {})))
    return read_clock(made, day(today), UK)


def test_an_extension_after_a_clarification_is_the_first_of_its_clock():
    read = on(
        30,
        (5, "extension_claimed", {"section": "31"}),
        (7, "clarification_asked"),
        (10, "clarification_sent"),
        (20, "extension_claimed", {"section": "31"}),
    )
    assert read.warnings == ()
    assert read.due_on == UK.after(day(10), 40)


def test_a_second_extension_is_told():
    read = on(
        40,
        (5, "extension_claimed", {"section": "31"}),
        (20, "extension_claimed", {"section": "43(2)", "until": dt.date(2024, 11, 20)}),
    )
    assert read.warnings == ("extension_over_40", "extension_again")
    assert (read.state, read.due_on) == ("extended", dt.date(2024, 11, 20))


ABSOLUTE = ["40(2)", "s.40(2)", "S40", "section 12", "sec. 12", "12", "23(5)"]


@pytest.mark.parametrize("section", ABSOLUTE)
def test_no_time_is_added_where_no_public_interest_is_weighed(section):
    read = on(20, (5, "extension_claimed", {"section": section}))
    assert (read.warnings, read.due_on) == (("extension_not_allowed",), DUE)


@pytest.mark.parametrize("section", ["31", "30(1)(a)", "s.43(2)", "38", ""])
def test_time_is_added_where_it_is(section):
    assert on(20, (5, "extension_claimed", {"section": section})).state == "extended"


def test_what_a_force_does_while_the_request_is_with_us_is_never_late():
    read = on(60, (5, "clarification_asked"), (50, "refused", {"section": "14"}))
    assert (read.state, read.due_on, read.working_days_late) == ("refused", None, 0)
    assert read.ico_by == day(50 + 42)


def test_after_the_end_nothing_moves_the_clock():
    ended = on(20, (10, "answered"))
    more = on(
        20,
        (10, "answered"),
        (11, "clarification_asked"),
        (12, "clarification_sent"),
        (13, "extension_claimed", {"section": "31"}),
        (14, "refused"),
    )
    assert more == ended


def test_a_new_request_forgets_the_old_one_but_for_its_warnings():
    read = on(
        40,
        (3, "received"),
        (10, "refused", {"section": "12"}),
        (12, "review_asked"),
        (13, "ico_complained"),
        (30, "received"),
    )
    assert (read.state, read.clock_started, read.warnings) == (
        "awaiting",
        day(30),
        ("duplicate_received",),
    )
    assert read.review_by is None


def test_a_review_of_an_open_request_can_be_asked_for_once_it_is_late():
    early, late = on(40, (20, "review_asked")), on(40, (30, "review_asked"))
    assert (early.state, early.warnings) == ("overdue", ("review_too_early",))
    assert (late.state, late.warnings, late.ico_by) == ("in_review", (), None)


def test_a_review_asked_for_on_the_weekend_after_the_last_day_is_late():
    response = dt.date(2024, 9, 13)
    events = [Event("received", RECEIVED), Event("answered", response)]
    for on, warnings in (
        (dt.date(2024, 11, 8), ()),
        (dt.date(2024, 11, 9), ("review_asked_late",)),
    ):
        asked = read_clock([*events, Event("review_asked", on)], on, UK)
        assert (asked.state, asked.warnings) == ("in_review", warnings)


events = st.builds(
    Event,
    st.sampled_from(KINDS),
    st.dates(dt.date(2024, 1, 1), dt.date(2025, 3, 1)),
    st.sampled_from(["", "12", "31", "40(2)", "1(3)", "16"]),
    st.one_of(st.none(), st.dates(dt.date(2024, 1, 1), dt.date(2025, 6, 1))),
    st.booleans(),
)
todays = st.dates(dt.date(2024, 1, 1), dt.date(2025, 3, 1))


@given(st.lists(events, max_size=12), todays)
def test_what_is_dated_after_today_has_not_happened(history, today):
    past = [each for each in history if each.on <= today]
    assert read_clock(history, today, UK) == read_clock(past, today, UK)


@given(st.lists(events, max_size=12, unique_by=lambda each: each.on), todays, st.randoms())
def test_the_order_in_which_events_are_listed_is_no_matter(history, today, random):
    other = random.sample(history, len(history))
    assert read_clock(other, today, UK) == read_clock(history, today, UK)


@given(st.lists(events, max_size=12), todays)
def test_dates_and_state_agree(history, today):
    read = read_clock(history, today, UK)
    assert (read.due_on is None) >= (read.state in ("not_sent", "with_us"))
    assert read.working_days_late == 0 or read.working_days_used > read.working_days_late
    if read.state == "overdue":
        assert today > read.due_on
    if read.state in ("awaiting", "extended"):
        assert today <= read.due_on
    if read.clock_started and read.due_on:
        assert read.due_on >= UK.after(read.clock_started, 20)
    assert (read.review_by is None) == (read.review_latest is None)
    assert not (read.review_by and read.ico_by)


BAD = [
    (3, "A history is an object"),
    ({"events": []}, "“today” is missing. Write it as 2024-07-02"),
    ({"today": "2024-02-30"}, "“today” is '2024-02-30'"),
    ({"today": "2024-07-02", "events": {}}, "“events” is a list"),
    ({"today": "2024-07-02", "events": [{"kind": "posted"}]}, "“kind” has to be one of"),
    ({"today": "2024-07-02", "events": ["received"]}, "is no event"),
    ({"today": "2024-07-02", "events": [{"kind": "received"}]}, "“on” is missing"),
    (
        {"today": "2024-07-02", "events": [{"kind": "received", "on": "2024-07-02T10:00"}]},
        "needs its offset",
    ),
    (
        {
            "today": "2024-07-02",
            "events": [{"kind": "refused", "on": "2024-07-02", "section": [12]}],
        },
        "“section” is [12]",
    ),
    ({"today": "2024-07-02", "holidays_added": "2024-07-03"}, "“holidays_added” is a list"),
]


@pytest.mark.parametrize(("document", "sentence"), BAD)
def test_what_is_no_history_is_refused_with_a_sentence(document, sentence):
    with pytest.raises(BadEvents) as error:
        answer(document, {})
    assert sentence in str(error.value) and str(error.value).endswith(".")


def test_a_moment_is_of_its_day_in_london():
    late = {"today": "2024-07-03", "events": [{"kind": "received", "on": "2024-07-02T23:30:00Z"}]}
    winter = {"today": "2024-01-03", "events": [{"kind": "received", "on": "2024-01-02T23:30:00Z"}]}
    first, second = answer([late, winter], {})
    assert (first["clock_started"], second["clock_started"]) == ("2024-07-03", "2024-01-02")
