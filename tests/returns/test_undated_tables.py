"""A table like one before it, but without a line of its year, is asked about."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.returns.every_format import EVERY_FORMAT, FORMATS, Merged
from tests.returns.grids import Rows

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


def years_and_stops(rows: Rows, name: str) -> tuple[list[str | None], int]:
    found = read_sheets(name, open_file(EVERY_FORMAT[name](rows, []), name))
    years = [o.year for table in found.tables for o in table.observations]
    return years, len([each for each in found.problems if each.stops])


GIRLS: Rows = [["Offence", "Girls", "Boys"], ["Stalking", 31, 12], ["Threats", 8, 6]]
BOYS: Rows = [GIRLS[0], ["Stalking", 33, 14], ["Threats", 9, 7]]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "line", ["2018/19", "FYE Mar 19", "Period: 2018/19", "(2018/19)", "Data of 2018/19"]
)
def test_a_year_alone_below_the_only_table_is_its_year(line, name):
    for gap in ([], [[]]):
        assert years_and_stops([*GIRLS, *gap, [line]], name) == (["2018/19"] * 4, 0)


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "below",
    [
        [["Published in 2018/19"]],
        [["2019"]],  # of an edition, or a page
        [["Q1 2018/19"]],
        [["2018/19"], ["2019/20"]],
        [["2018/19"], ["No offences were recorded"]],
        [["2018/19"], ["To follow when our system is repaired"]],
        [["2018/19"], ["Sent apart"]],
        [["Period: 2018/19"], [], ["Not held centrally"]],
    ],
)
def test_another_line_below_a_table_gives_it_no_year(below, name):
    years, stops = years_and_stops([*GIRLS, [], *below], name)
    assert stops
    assert set(years) == {None}


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv", "a.docx"])
def test_a_year_below_one_column_is_not_of_all(name):
    assert years_and_stops([*GIRLS, [], ["", "2018/19"]], name)[1]


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_a_year_below_a_table_with_one_of_its_own_changes_nothing(name):
    assert years_and_stops([["2018/19"], [], *GIRLS, [], ["2019/20"]], name)[0] == ["2018/19"] * 4
    dated: Rows = [["Offence", "2018/19"], ["Stalking", 31], ["Threats", 8]]
    assert years_and_stops([*dated, [], ["2020/21"]], name)[0] == ["2018/19"] * 2


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv"])
def test_years_right_below_each_of_several_tables_are_of_those_above(name):
    rows: Rows = [*GIRLS, ["2018/19"], [], *BOYS, ["2019/20"]]
    assert years_and_stops(rows, name) == ([*["2018/19"] * 4, *["2019/20"] * 4], 0)
    rows = [*GIRLS, ["2018/19"], [], *BOYS[1:], ["2019/20"]]
    assert years_and_stops(rows, name) == ([*["2018/19"] * 4, *["2019/20"] * 4], 0)


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_years_that_may_be_of_the_table_above_or_below_are_asked_about(name):
    for second in (BOYS, BOYS[1:]):
        rows: Rows = [*GIRLS, [], ["2018/19"], [], *second, [], ["2019/20"]]
        found = read_sheets(name, open_file(EVERY_FORMAT[name](rows, []), name))
        asked = [each.message for each in found.problems if each.stops]
        assert any("“2018/19” is between" in each for each in asked)
    rows = [["2018/19"], *GIRLS, [], ["2019/20"], *BOYS, [], ["2020/21"]]
    assert years_and_stops(rows, name) == ([*["2018/19"] * 4, *["2019/20"] * 4], 0)


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv"])
def test_a_year_beside_a_table_with_a_column_between_is_its_year(name):
    def beside(*texts: str) -> Rows:
        return [[*GIRLS[0], *texts], *GIRLS[1:]]

    assert years_and_stops(beside("", "2018/19"), name) == (["2018/19"] * 4, 0)
    assert years_and_stops(beside("2018/19"), name)[1]  # a column that is still blank?
    assert years_and_stops([["Recorded in 2019/20"], [], *beside("", "2018/19")], name)[1]
