"""Clocks under Scotland's Act of 2002, from its sections, and under laws that we do not know."""

import datetime as dt

import pytest

from offences.foi_clock import ACT_OF_2000, Event, Holiday, WorkingDays, law_of, read_clock

SCOTLAND, JERSEY = law_of("Scotland"), law_of("Jersey")
RECEIVED = dt.date(2024, 9, 6)  # a Friday; day 20 is 4 October
DAYS = WorkingDays(
    {
        dt.date(2024, 12, 2): Holiday("St Andrew’s Day", ("Scotland",)),
        dt.date(2024, 9, 16): Holiday("A day elsewhere", ("England and Wales",)),
        dt.date(2024, 12, 25): Holiday("Christmas Day", ("England and Wales", "Scotland")),
    }
)


def read(today, *events, law=SCOTLAND):
    """The clock of a request received on 6 September 2024, with these steps after it."""
    made = [Event("received", RECEIVED)]
    made += [Event(kind, day(on), *more) for kind, on, *more in events]
    return read_clock(made, day(today), DAYS, law)


def day(text):
    return dt.date.fromisoformat(f"2024-{text}" if len(text) == 5 else text)


@pytest.mark.parametrize("nation", ["England", "Wales", "Northern Ireland", "UK-wide", "Halmerra"])
def test_every_other_nation_has_the_act_of_2000(nation):
    assert law_of(nation) is ACT_OF_2000


def test_an_answer_is_due_on_the_twentieth_scottish_working_day():
    """Sections 10(1) and 73: only bank holidays in Scotland are left out."""
    assert read("09-10").due_on == day("10-04")
    assert read("09-10", law=ACT_OF_2000).due_on == day("10-07")
    assert [each.date for each in read("09-10").skipped] == []


def test_no_claim_of_more_time_moves_the_date():
    clock = read("10-20", ("extension_claimed", "09-20", "30", day("10-31")))
    assert (clock.due_on, clock.state) == (day("10-04"), "overdue")
    assert [each.code for each in clock.mistakes] == ["extension_not_allowed"]


def test_a_question_starts_the_days_afresh_once_it_is_answered():
    """Sections 1(3) and 10(1)(b)."""
    asked = ("clarification_asked", "09-12")
    assert read("09-20", asked).state == "with_us"
    assert read("09-30", asked, ("clarification_sent", "09-23")).due_on == day("10-21")


def test_a_review_is_asked_for_within_forty_days_of_the_due_date_or_of_a_late_answer():
    """Section 20(5)."""
    in_time = read("10-01", ("answered", "09-20"))
    assert in_time.review_ask_by == DAYS.of("Scotland").after(day("10-04"), 40)
    late = read("10-20", ("refused", "10-18", "33"))
    assert late.review_ask_by == DAYS.of("Scotland").after(day("10-18"), 40) == day("12-16")
    asked = ("review_asked", "11-29")  # 40 days after the due date, 50 after the answer
    assert read("12-01", ("answered", "09-20"), asked).mistakes == ()
    codes = [
        each.code
        for each in read("12-03", ("answered", "09-20"), ("review_asked", "12-03")).mistakes
    ]
    assert codes == ["review_asked_late"]


def test_a_review_is_answered_within_twenty_days():
    """Section 21(1)."""
    steps = (("answered", "09-20"), ("review_asked", "09-23"))
    clock = read("10-21", *steps)
    assert (clock.review_by, clock.review_latest) == (day("10-21"), day("10-21"))
    assert clock.state == "in_review"
    assert read("10-22", *steps).state == "review_overdue"
    assert read("10-22", *steps, law=ACT_OF_2000).state == "in_review"


def test_the_commissioner_is_asked_within_six_months_of_the_review_and_never_without_one():
    """Section 47(4)."""
    answered, asked = ("answered", "09-20"), ("review_asked", "09-23")
    assert read("09-22", answered).ico_by is None
    assert read("10-21", answered, asked).ico_by is None
    assert read("10-22", answered, asked).ico_by == day("2025-04-21")  # none came in time
    done = ("review_answered", "10-31")
    assert read("11-05", answered, asked, done).ico_by == day("2025-04-30")
    complained = ("ico_complained", "11-04")
    assert read("11-05", answered, asked, done, complained).ico_by is None


def test_under_a_law_that_we_do_not_know_there_are_steps_and_no_dates():
    asked = ("clarification_asked", "09-12")
    assert read("09-20", asked, law=JERSEY).state == "with_us"
    steps = (asked, ("clarification_sent", "12-01"), ("extension_claimed", "12-02", "40"))
    for more, state in (
        ((), "awaiting"),
        ((("refused", "12-10"),), "refused"),
        ((("refused", "12-10"), ("review_asked", "12-11")), "in_review"),
    ):
        clock = read("2026-01-01", *steps, *more, law=JERSEY)
        assert clock.state == state
        assert {clock.due_on, clock.review_ask_by, clock.review_by, clock.ico_by} == {None}
        assert (clock.working_days_late, clock.mistakes, clock.warnings) == (0, (), ())
