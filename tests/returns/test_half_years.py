"""“Half-year ended 31 March 2019” is half of its year, in a heading, a title or a sentence."""

import pytest

from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

HALVES = ["Half-year ended {}", "Half year ended {}", "Half-year ending {}", "Half year to {}"]
ENDS = [("31 March 2019", (10, 3)), ("March 2019", (10, 3)), ("30 September 2018", (4, 9))]


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv", "a.docx"])
@pytest.mark.parametrize(("end", "months"), ENDS)
@pytest.mark.parametrize("half", HALVES)
def test_it_is_a_part_in_a_heading_a_row_and_a_title(half, end, months, name):
    text = half.format(end)
    across: Rows = [["Offence", text, "2019/20"], ["Stalking", 31, 44], ["Threats", 12, 8]]
    down: Rows = [["Year", "Girls", "Boys"], [text, 31, 12], ["2019/20", 44, 8]]
    below: Rows = [[text], ["Offence", "Count"], ["Stalking", 31], ["Threats", 12]]
    for rows in (across, down, below):
        found = observations(read_as(rows, [], name))
        own = [each for each in found if each.value in (31, 12)]
        assert {(each.year, each.months) for each in own} == {("2018/19", months)}
        assert {each.months for each in found if each.value in (44, 8)} <= {None}


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    ("line", "months"),
    [
        ("Half-year ended 31 March", (10, 3)),
        ("Half-year to 30 September", (4, 9)),
        ("Figures are for the half-year ended March", (10, 3)),
    ],
)
def test_over_or_below_years_it_is_of_each_of_them(line, months, name):
    table: Rows = [["Offence", "2018/19", "2019/20"], ["Stalking", 31, 44], ["Threats", 12, 8]]
    for rows in ([[line, "", ""], *table], [*table, ["", "", ""], [line, "", ""]]):
        found = observations(read_as(rows, [], name))
        assert {each.months for each in found} == {months}


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("text", ["YE {}", "Year to {}", "12m to {}"])
def test_a_year_so_written_is_whole(text, name):
    heads = [text.format(f"Mar {year}") for year in (2019, 2020)]
    rows: Rows = [["Offence", *heads], ["Stalking", 31, 44], ["Threats", 12, 8]]
    found = observations(read_as(rows, [], name))
    assert {(each.year, each.months) for each in found} == {("2018/19", None), ("2019/20", None)}


@pytest.mark.parametrize("line", ["Years ended 31 March", "Each year ends on 31 March"])
def test_a_line_that_says_when_years_end_asks_nothing(line):
    rows: Rows = [[line], ["Offence", "2018/19", "2019/20"], ["Stalking", 31, 44]]
    assert not [each.message for each in read_as(rows, [], "a.xlsx").problems if each.stops]
