"""Years that start in another month than April, as a charity can choose."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offences.counts.saving import period_dates
from offences.returns.labels.months import parse_months
from offences.returns.labels.year_kinds import is_other_kind
from offences.returns.labels.years import parse_year
from offences.statistics.notation import NotACount, months_in, read_entry
from offences.statistics.years import Year, kind_of_years, remembered_by_month, starting_in
from offences.words.years import in_our_years

months = st.integers(1, 12)
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.fixture
def january() -> Iterator[None]:
    with starting_in(1):
        yield


@pytest.fixture
def july() -> Iterator[None]:
    with starting_in(7):
        yield


@given(months, days)
def test_every_day_is_in_the_year_that_contains_it_and_its_label_reads_back(month, day):
    with starting_in(month):
        year = Year.containing(day)
        assert year.starts_on <= day <= year.ends_on
        assert year.ends_on + timedelta(days=1) == year.next.starts_on
        assert Year.parse(year.label) == year == Year.of_month(day.month, day.year)
        assert year.calendar_year_of(day.month) == day.year


@given(months, months, months)
def test_a_part_of_a_year_lies_inside_it(start, first, last):
    with starting_in(start):
        year = Year(2018)
        if months_in(first, last) is None:
            return
        begins, ends = period_dates((first, last), year)
        assert year.starts_on <= begins < ends <= year.ends_on


@pytest.mark.usefixtures("january")
def test_a_charity_may_count_by_calendar_years():
    year = Year(2020)
    assert (year.label, year.days) == ("2020", 366)
    assert (year.starts_on, year.ends_on) == (date(2020, 1, 1), date(2020, 12, 31))
    with pytest.raises(ValueError, match="“2018/19” is not a calendar year"):
        Year.parse("2018/19")
    assert (
        in_our_years("1 April to 31 March, like 2018/19") == "1 January to 31 December, like 2018"
    )
    assert read_entry("19 Jan-Dec") == read_entry("19")
    assert read_entry("19 Feb-Nov 2018", Year(2018)).period == (2, 11)
    with pytest.raises(NotACount, match="inside one January to December, like Jan-Jun"):
        read_entry("19 Oct-Mar")


@pytest.mark.usefixtures("july")
def test_a_year_from_july_to_june():
    assert [Year(start).days for start in (2018, 2019)] == [365, 366]
    assert Year.parse("2018/19").ends_on == date(2019, 6, 30)
    assert in_our_years("financial year, April to March") == (
        "year from July to June, July to June"
    )
    assert kind_of_years() == "years from July to June"
    with pytest.raises(ValueError, match="not one year: a year from July to June ends"):
        Year.parse("2018/20")
    assert read_entry("19 Jan-Jun 2019", Year(2018)).period == (1, 6)


@pytest.mark.parametrize(
    "text", ["2018", "Jan 18 - Dec 18", "year ending December 2018", "1/1/2018 to 31/12/2018"]
)
@pytest.mark.usefixtures("january")
def test_a_return_in_calendar_years_is_read_as_the_charity_asked(text):
    found = parse_year(text)
    assert (found.label, is_other_kind(found.kind), found.part) == ("2018", False, "")


@pytest.mark.parametrize(
    "text", ["2018/19", "Apr 18 - Mar 19", "year ending March 2019", "FY 2018-19"]
)
@pytest.mark.usefixtures("january")
def test_a_return_in_financial_years_is_asked_about(text):
    found = parse_year(text)
    assert (found.label, is_other_kind(found.kind)) == ("2018/19", True)


@pytest.mark.usefixtures("january")
def test_a_quarter_is_of_the_calendar_year():
    found = parse_year("2018 Q1")
    assert (found.label, parse_months(found.part, found.kind)) == ("2018", (1, 3))
    assert parse_year("Apr-18").label == "2018"


@pytest.mark.parametrize(
    ("text", "is_other"),
    [
        *(("2018/19", False), ("Jul 18 - Jun 19", False), ("year to 30 June 2019", False)),
        *(("Financial year 2018/19", True), ("Apr 18 - Mar 19", True), ("2018", True)),
    ],
)
@pytest.mark.usefixtures("july")
def test_years_from_july_are_told_from_financial_and_calendar_ones(text, is_other):
    found = parse_year(text)
    assert (is_other_kind(found.kind), found.part) == (is_other, "")


def test_what_is_kept_of_one_start_is_not_given_for_another():
    @remembered_by_month(10)
    def label(start: int) -> str:
        return Year(start).label

    assert label(2018) == "2018/19"
    with starting_in(1):
        assert label(2018) == "2018"
    assert label(2018) == "2018/19"
