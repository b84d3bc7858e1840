"""Years that are to come, or far from those beside them."""

from datetime import date

import pytest

from offences.returns.checks import years_out_of_line
from tests.returns.grids import Rows
from tests.returns.test_causes import read_as

ASKED = "is read as the year of these counts"
FORMATS = ["a.xlsx", "a.csv", "a.docx"]


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(years_out_of_line, "today", lambda: date(2021, 5, 4))


def asked(rows: Rows, name: str) -> list[str]:
    found = [each for each in read_as(rows, [], name).problems if ASKED in each.message]
    assert all(each.stops for each in found)
    return [each.message for each in found]


def down(years: list[str]) -> Rows:
    return [["Year", "Girls", "Boys"], *([y, 31 + n, 8 + n] for n, y in enumerate(years))]


def across(years: list[str]) -> Rows:
    size = len(years)
    return [["Offence", *years], ["Stalking", *range(31, 31 + size)],
            ["Threats", *range(8, 8 + size)]]  # fmt: skip


DOUBTFUL = [
    (["2018/19", "2019/20", "2029/30"], "2029/30", "has not begun"),
    (["2029/30", "2030/31"], "2029/30", "has not begun"),
    (["2018", "2019", "2020", "2028"], "2028", "has not begun"),
    (["2018/19", "2009/10", "2020/21"], "2009/10", "years apart"),
    (["2009/10", "2019/20", "2020/21"], "2009/10", "years apart"),
    (["2016/17", "2017/18", "2015/16", "2019/20"], "2015/16", "stands between 2017/18 and"),
]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(("years", "year", "why"), DOUBTFUL)
@pytest.mark.parametrize("rows_of", [down, across])
def test_a_year_that_may_be_mistyped_is_asked_about(rows_of, years, year, why, name):
    found = asked(rows_of(years), name)
    assert found[0].startswith(year) and why in found[0]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "years",
    [
        ["2017/18", "2018/19", "2019/20"],
        ["2019/20", "2018/19", "2017/18"],
        ["2017/18", "2018/19", "2020/21"],  # one year is missing
        ["2009/10", "2014/15", "2019/20"],  # each fifth year
        ["2009/10", "2019/20"],
        ["2018", "2019"],
        ["2019/20"],
    ],
)
@pytest.mark.parametrize("rows_of", [down, across])
def test_years_in_order_are_no_question(rows_of, years, name):
    assert not asked(rows_of(years), name)
