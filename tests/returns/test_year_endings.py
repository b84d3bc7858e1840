"""Months under “Year ending”: each is the end of a year, and not a month of its own."""

import pytest

from offences.returns.checks.conflicts import find_conflicts
from offences.returns.sheet_reader import read_sheet
from tests.returns.grids import read, sheet_of, years

DOWN = [["Year ending", "Offences"], ["March 2019", 210], ["March 2020", 230]]
ACROSS = [
    ["Offence", "12 months to", ""],
    ["", "Mar 2019", "Mar 2020"],
    ["Stalking", 210, 230],
    ["Threats", 31, 34],
]
LINE = [["Years ending"], ["Offence", "March 2019", "March 2020"], ["Stalking", 210, 230]]
DAYS = [["Financial year ended", "Offences"], ["2019-03-01", 210], ["2020-03-01", 230]]


@pytest.mark.parametrize("rows", [DOWN, ACROSS, LINE, DAYS])
def test_a_month_under_year_ending_is_the_end_of_a_whole_year(rows):
    found = read(rows)
    assert {each.value: each.year for each in found.values()}.items() >= {
        210: "2018/19",
        230: "2019/20",
    }.items()
    assert not any(each.part_words for each in found.values())


@pytest.mark.parametrize("rows", [DOWN, ACROSS, LINE, DAYS])
def test_such_a_year_is_asked_nothing(rows):
    sheet = read_sheet(sheet_of(rows))
    assert not [*sheet.problems, *find_conflicts(sheet.tables)]


def test_a_month_under_quarter_ending_is_the_end_of_three():
    found = read([["Quarter ending", "Offences"], ["June 2018", 21], ["March 2019", 23]])
    assert years(found) == {"B2": "2018/19", "B3": "2018/19"}
    assert [each.months for each in found.values()] == [(4, 6), (1, 3)]


def test_a_month_without_such_a_heading_stays_a_month():
    found = read([["Month", "Offences"], ["March 2019", 21], ["April 2019", 23]])
    assert [each.months for each in found.values()] == [(3, 3), (4, 4)]
