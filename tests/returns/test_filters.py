"""What is said in two cells of a workbook: the filters of a pivot, from when to when."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows

ROWS: Rows = [["Offence", "2018/19", "2019/20"], ["Rape", 31, 27], ["Grooming", 12, 14]]


def asked(rows: Rows, name: str = "a.xlsx") -> str:
    found = read_sheets(name, open_file(FORMATS[name](rows, []), name))
    return " ".join(each.message for each in found.problems)


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
@pytest.mark.parametrize("every", ["(All)", "All"])
@pytest.mark.parametrize("filtered", ["Online flag", "Victim age", "Cyber enabled"])
def test_a_filter_that_lets_all_crimes_through_is_asked_about(filtered, every, name):
    assert f"“{filtered}: {every}”" in asked([[filtered, every], [], *ROWS], name)


@pytest.mark.parametrize("line", ["Online flag: (All)", "Flag = All", "Victim: all"])
def test_so_is_one_in_a_single_cell(line):
    assert line in asked([[line], [], *ROWS])


@pytest.mark.parametrize(
    ("filtered", "by"),
    [("Offence", "(All)"), ("Sex", "(All)"), ("Online flag", "Y"), ("Year", "All")],
)
def test_other_filters_are_not(filtered, by):
    assert not asked([[filtered, by], [], *ROWS])


@pytest.mark.parametrize(
    ("name", "day", "year"),
    [
        ("Start date", "1 July 2018", "2018/19"),
        ("End date", "31 December 2019", "2019/20"),
        ("Extract date", "31/12/2019", "2019/20"),
    ],
)
def test_a_day_that_cuts_a_year_short_is_asked_about(name, day, year):
    assert f"Is this count of the whole of {year}?" in asked([*ROWS, [], [name, day]])


@pytest.mark.parametrize("day", ["31/05/2020", "1 April 2020"])
def test_a_later_day_is_not(day):
    assert not asked([["Extract date", day], [], *ROWS])


def test_a_quarter_in_a_filter_is_asked_about():
    assert "Quarter: Q1" in asked([["Quarter", "Q1"], [], *ROWS])
