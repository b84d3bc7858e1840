"""Months in an order that is not that of their year, and titles over none of their years."""

import pytest

from offences.returns import read_file
from tests.returns.every_format import FORMATS, messages_of
from tests.returns.grids import Rows, problems, read

pytestmark = pytest.mark.usefixtures("read_here")

OF_CALENDAR = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
OF_FINANCIAL = [*OF_CALENDAR[3:], *OF_CALENDAR[:3]]


def asked(rows: Rows, words: str) -> list[str | None]:
    return [each.cell for each in problems(rows) if each.stops and words in each.message]


def _down(months: list[str], *years: str) -> Rows:
    return [["Month", *years], *([m, *(n + 9 for _ in years)] for n, m in enumerate(months))]


def _across(months: list[str]) -> Rows:
    return [["Offence", "2018/19"], ["", *months], ["Rape", *range(5, 5 + len(months))]]


@pytest.mark.parametrize("name", FORMATS)
def test_months_that_go_on_past_the_end_of_their_year_are_asked_about(name):
    found = read_file(FORMATS[name](_down(OF_CALENDAR, "2017/18", "2018/19"), []), name)
    cells = [each.cell for each in found.problems if "order of January to" in each.message]
    assert cells == [None, None]  # each year is asked about, as a whole


@pytest.mark.parametrize(
    "rows",
    [
        _across(OF_CALENDAR),
        _across(["Jan-Mar", "Apr-Jun", "Jul-Sep", "Oct-Dec"]),
        _down(OF_FINANCIAL, "2018"),
        [["Year", "Month", "Offence", "Number"]]
        + [["2018/19", month, "Rape", n + 9] for n, month in enumerate(OF_CALENDAR)],
    ],
)
def test_months_of_another_year_are_asked_about_in_every_layout(rows):
    assert len(asked(rows, "in the order of")) == 1


@pytest.mark.parametrize(
    "rows",
    [
        _across(OF_FINANCIAL),
        _across([*reversed(OF_FINANCIAL)]),
        _across(sorted(OF_CALENDAR)),
        _down(OF_CALENDAR, "2018", "2019"),
        _down([f"{month}-18" for month in OF_FINANCIAL[:9]], "2018/19"),
        _across(["Q1", "Q2", "Q3", "Q4"]),
        _across(["Apr", "May", "Jun"]),
    ],
)
def test_months_in_the_order_of_their_year_ask_nothing(rows):
    assert not asked(rows, "in the order of")


OTHER_QUARTER = "is no such part of 2018/19. Of which year are its counts?"


@pytest.mark.parametrize("name", ["a.csv", *FORMATS])
@pytest.mark.parametrize(
    "part", ["Q1 (Jan-Mar)", "Qtr 3: Jul-Sept", "Oct-Dec (Q4)", "H1 (Jan to Jun)", "Q2 Apr to Jun"]
)
def test_a_quarter_with_the_months_of_another_is_asked_about(name, part):
    rows: Rows = [["Offence", part], ["Rape", 31], ["Threats", 12]]
    found = messages_of(name, [["Offences 2018/19", ""], *rows])
    assert f"“{part}” {OTHER_QUARTER}" in found


@pytest.mark.parametrize("name", ["a.csv", *FORMATS])
@pytest.mark.parametrize("more", [[], [["Grooming", 15, 16, 17, 18], ["Abuse", 5, 6, 7, 8]]])
def test_each_count_of_such_quarters_is_asked_about_or_of_many_all(name, more):
    parts = ["Q1 (Jan-Mar)", "Q2 (Apr-Jun)", "Q3 (Jul-Sep)", "Q4 (Oct-Dec)"]
    rows: Rows = [["Offence", *parts], ["Rape", 31, 32, 33, 34], ["Threats", 12, 13, 14, 22]]
    found = messages_of(name, [["Offences 2018/19", *[""] * 4], *rows, *more])
    asked = [text for text in found if OTHER_QUARTER in text]
    assert len(asked) == (4 if more else 8)
    assert len({*asked}) == 4


@pytest.mark.parametrize("name", ["a.csv", *FORMATS])
@pytest.mark.parametrize(
    ("year", "part"),
    [
        ("2018/19", "Q1 (Apr-Jun)"),
        ("2018/19", "Q2 July to Sept"),
        ("2018/19", "Quarter 4: Jan-Mar"),
        ("2018/19", "H1 (Apr to Sep)"),
        ("2018", "Q1 (Jan-Mar)"),
    ],
)
def test_a_quarter_with_its_own_months_is_a_part_of_its_year(name, year, part):
    rows: Rows = [["Offence", part], ["Rape", 31], ["Threats", 12]]
    found = messages_of(name, [[f"Offences {year}", ""], *rows])
    assert not any("is no such part" in text for text in found)
    assert all(each.months for each in read([[f"Offences {year}", ""], *rows]).values())


def _titled(title: str) -> Rows:
    return [[title], ["Offence", "2018/19", "2019/20"], ["Rape", 31, 42], ["Grooming", 18, 27]]


@pytest.mark.parametrize("name", FORMATS)
def test_years_of_a_title_that_none_of_its_table_has_are_asked_about(name):
    title = "Online sexual offences against children 2016/17 to 2017/18"
    found = read_file(FORMATS[name](_titled(title), []), name)
    assert sum("names other years" in each.message for each in found.problems) == 1


@pytest.mark.parametrize(
    "title",
    [
        "Online sexual offences against children, 2014/15 - 2016/17",
        "Online sexual offences against children April 2015 to March 2017",
        "Online sexual offences against children, 2015, 2016 and 2017",
        "Sexual offences against children 2020/21 and 2021/22",
    ],
)
def test_other_years_of_a_title_are_asked_about_however_they_are_written(title):
    assert len(asked(_titled(title), "names other years")) == 1


@pytest.mark.parametrize(
    "title",
    [
        "Online sexual offences against children 2018/19 to 2019/20",
        "Online sexual offences against children, 2014/15 - 2019/20",
        "Online sexual offences against children 2018 to 2020",
        "Online sexual offences against children April 2018 to March 2020",
        "Offences under the Sexual Offences Act 2003 and 2008",
    ],
)
def test_a_title_of_years_that_its_table_has_asks_nothing(title):
    assert not asked(_titled(title), "names other years")
