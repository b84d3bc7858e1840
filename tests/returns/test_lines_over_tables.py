"""A word and a number over a table, as a pivot has its filters: of these alone are its counts."""

import pytest

from offences.returns.formats.files import FileContents
from offences.returns.reader import read_sheets
from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows, sheet_of
from tests.returns.test_causes import observations, read_as

SHEETS = ["a.xlsx", "a.ods", "a.csv"]
GAP = ["", "", ""]
BY_SEX: Rows = [["Sex", "2017/18", "2018/19"], ["Girls", 80, 91], ["Boys", 44, 51]]
BY_OFFENCE: Rows = [["Offence", "2017/18", "2018/19"], ["Sexual assault", 80, 91]]
BY_YEAR: Rows = [["Year", "Offences", ""], ["2017/18", 130, ""], ["2018/19", 147, ""]]


def asked(found) -> bool:
    stops = [*found.problems, *found.conflicts, *found.not_taken]
    return any(each.stops for each in stops)


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("over", ["Age", "Victim age", "Age of victim:", "Aged"])
@pytest.mark.parametrize("table", [BY_SEX, BY_OFFENCE])
@pytest.mark.parametrize("gaps", [1, 2])
def test_an_age_over_a_table_is_that_of_all_its_counts(name, over, table, gaps):
    found = read_as([[over, 16, ""], *[GAP] * gaps, *table], [], name)
    assert {each.labels.get("age") for each in observations(found)} == {"Age 16"}
    assert not asked(found)


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize(
    "line",
    [
        ["Maximum age", 15],
        ["Over age", 15],
        ["HO code", 71],
        ["Crime code", 71],
        ["Weeks", 26],
        ["Number of months", 9],
        ["Division", 3],
    ],
)
@pytest.mark.parametrize("table", [BY_SEX, BY_OFFENCE, BY_YEAR])
def test_what_may_be_of_some_of_them_alone_is_asked_about(name, line, table):
    assert asked(read_as([[*line, ""], GAP, *table], [], name))


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("line", [["FOI ref", 1234], ["Weeks", 52]])
@pytest.mark.parametrize("table", [BY_SEX, BY_OFFENCE])
def test_a_reference_and_a_whole_year_are_no_question(name, line, table):
    assert not asked(read_as([[*line, ""], GAP, *table], [], name))


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_an_age_that_begins_a_row_of_the_table_is_of_that_row(name):
    rows: Rows = [["Victim age", "2017/18", "2018/19"], ["15", 80, 91], ["16", 44, 51]]
    found = read_as(rows, [], name)
    assert {each.labels.get("age") for each in observations(found)} == {"15", "16"}


@pytest.mark.parametrize("name", ["16", "10"])
def test_a_sheet_named_by_an_age_is_asked_about_and_one_named_by_a_question_is_not(name):
    rows = [[str(text) for text in row] for row in BY_SEX]
    files = [FileContents([sheet_of(rows, each)]) for each in (name, "1")]
    asked_of = [str(read_sheets("a.xlsx", each).problems) for each in files]
    assert [f"“{name}”" in each for each in asked_of] == [True, False]
