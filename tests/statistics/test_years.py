from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offences.statistics.years import Year, years_between

years = st.builds(Year, st.integers(1900, 2199))


def test_a_year_is_labelled_by_both_calendar_years():
    assert str(Year(2018)) == Year(2018).label == "2018/19"
    assert Year(1999).label == "1999/00"
    assert Year(2009).label == "2009/10"


@pytest.mark.parametrize("start", [2011, 2015, 2019, 2023, 2027, 1999])
def test_the_leap_day_falls_in_the_year_that_ends_that_march(start):
    assert Year(start).days == 366
    assert Year(start).next.days == Year(start).previous.days == 365


def test_the_year_before_a_century_that_is_no_leap_year_has_365_days():
    assert Year(2099).days == 365


@given(years)
def test_a_label_reads_back_as_its_year(year):
    assert Year.parse(year.label) == year


@pytest.mark.parametrize("text", ["2018/20", "2018/18", "2018-19", "18/19", "2018", "", "٢٠١٨/١٩"])
def test_what_is_not_one_financial_year_is_refused_with_a_sentence(text):
    with pytest.raises(ValueError, match="year") as error:
        Year.parse(text)
    assert str(error.value).endswith(".")
    assert text in str(error.value)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_in_exactly_the_year_that_contains_it(day):
    year = Year.containing(day)
    assert year.starts_on <= day <= year.ends_on
    assert year.ends_on + timedelta(days=1) == year.next.starts_on


@given(years, st.integers(0, 40))
def test_years_between_counts_both_ends(first, span):
    found = years_between(first, Year(first.start + span))
    assert len(found) == span + 1
    assert found[0] == first
    assert list(found) == sorted(found)


def test_no_years_lie_between_a_later_and_an_earlier_one():
    assert years_between(Year(2019), Year(2018)) == ()


def test_a_year_outside_the_calendar_is_refused():
    with pytest.raises(ValueError, match="9999"):
        Year(9999)
    with pytest.raises(ValueError, match="between 1000 and 9998, not in 999"):
        Year(999)
    assert Year(1000).label == "1000/01"
    assert Year(9998).label == "9998/99"


@pytest.mark.parametrize(
    ("text", "right"), [("2018/20", "2018/19"), ("2009/09", "2009/10"), ("1999/01", "1999/00")]
)
def test_a_label_of_two_years_is_answered_with_that_of_one(text, right):
    with pytest.raises(ValueError) as error:
        Year.parse(text)
    assert str(error.value) == (
        f"“{text}” is not one year: a financial year ends in the calendar year after the one it"
        f" starts in, so {right[:4]} makes {right}."
    )
