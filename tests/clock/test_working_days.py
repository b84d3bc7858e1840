"""Working days: whole days in London that are no weekend and no bank holiday anywhere in the UK."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from offences.foi_clock import Holiday, WorkingDays
from offences.management.holidays import shipped_holidays

UK = WorkingDays(shipped_holidays())
days = st.dates(dt.date(2015, 1, 1), dt.date(2028, 6, 30))
holidays = st.sets(st.dates(dt.date(2024, 1, 1), dt.date(2024, 12, 31)), max_size=40)
in_2024 = st.dates(dt.date(2024, 1, 1), dt.date(2024, 10, 31))


def by_hand(start, number, closed):
    """The list of working days, one by one, as on a wall calendar."""
    open_days = []
    day = start
    while len(open_days) < number:
        day += dt.timedelta(days=1)
        if day.strftime("%a") not in ("Sat", "Sun") and day not in closed:
            open_days.append(day)
    return open_days[-1] if open_days else start


@given(in_2024, st.integers(0, 45), holidays)
def test_a_date_is_what_counting_on_a_wall_calendar_gives(start, number, closed):
    working = WorkingDays(dict.fromkeys(closed, Holiday("A holiday")))
    assert working.after(start, number) == by_hand(start, number, closed)


@given(days, st.integers(0, 60))
def test_so_many_working_days_after_a_day_are_so_many_working_days_between(start, number):
    end = UK.after(start, number)
    assert UK.between(start, end) == number
    assert number == 0 or UK.is_working_day(end)


@given(days, days)
def test_what_is_skipped_are_the_weekdays_that_are_not_counted(start, end):
    weekdays = sum(
        (start + dt.timedelta(days=n)).weekday() < 5 for n in range(1, (end - start).days + 1)
    )
    assert UK.between(start, end) + len(UK.skipped(start, end)) == weekdays


@given(in_2024, st.integers(1, 40), holidays, st.dates(dt.date(2024, 1, 1), dt.date(2024, 12, 31)))
def test_one_more_holiday_moves_no_date_forward(start, number, closed, proclaimed):
    before = WorkingDays(dict.fromkeys(closed, Holiday("A holiday")))
    after = WorkingDays(dict.fromkeys(closed | {proclaimed}, Holiday("A holiday")))
    old, new = before.after(start, number), after.after(start, number)
    is_inside = start < proclaimed <= old and before.is_working_day(proclaimed)
    assert (new > old) == is_inside


def test_a_skipped_day_says_what_it_is_and_whose():
    (scotland,) = UK.skipped(dt.date(2026, 6, 1), dt.date(2026, 6, 30))
    assert scotland.date == dt.date(2026, 6, 15)
    assert scotland.why.endswith("(Scotland)")
    assert not UK.is_working_day(dt.date(2022, 9, 19))


def test_the_table_ends_with_the_last_year_that_has_a_holiday():
    assert UK.ends_on() == dt.date(2028, 12, 31)
    assert WorkingDays({}).ends_on() is None
