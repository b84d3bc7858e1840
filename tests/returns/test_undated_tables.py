"""A table like one before it, but without a line of its year, is asked about."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.returns.grids import Rows
from tests.returns.three_formats import FORMATS, Merged

HEAD: list[object] = ["Offence", "Number"]
FIRST: Rows = [HEAD, ["Rape", 31], ["Incest", 12]]
SECOND: Rows = [HEAD, ["Stalking", 9], ["Threats", 8]]


def asked(rows: Rows, name: str = "a.xlsx", merged: Merged | None = None) -> list[str | None]:
    found = read_sheets(name, open_file(FORMATS[name](rows, merged or []), name))
    return [each.cell for each in found.problems if "no line above this one" in each.message]


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_a_table_below_the_one_with_the_year_is_asked_about(name):
    assert asked([["2018/19"], *FIRST, [], *SECOND], name) == ["A6"]


def test_a_table_beside_the_one_with_the_year_is_asked_about():
    beside: Rows = [[*one, "", *two] for one, two in zip(FIRST, SECOND, strict=True)]
    assert asked([["2018/19"], *beside]) == ["D2"]
    assert asked([["2018/19", "", "", "2019/20"], *beside]) == []
    assert asked([["2018/19"], *beside], merged=[(1, 1, 1, 5)]) == []


@pytest.mark.parametrize("line", ["2019/20", "Girls", "Online offences, 2019/20"])
def test_a_table_with_a_line_of_its_own_is_not(line):
    assert asked([["2018/19"], *FIRST, [], [line], *SECOND]) == []


def test_a_table_by_another_thing_is_not():
    by_sex: Rows = [["Sex", "Number"], ["Female", 31], ["Male", 12]]
    assert asked([["2018/19"], *FIRST, [], *by_sex]) == []


def test_a_table_whose_headings_are_years_is_not():
    rows: Rows = [["Offence", "2018/19", "2019/20"], ["Rape", 31, 32], ["Incest", 12, 13]]
    assert asked([*rows, [], rows[0], ["Stalking", 9, 8]]) == []
