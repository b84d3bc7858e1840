"""Headings that mention an age or a month without naming the labels below them: counts."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.returns.grids import Rows, listed, read, values
from tests.returns.three_formats import FORMATS

HEADINGS = [
    "Age known",
    "With age given",
    "All ages",
    "Past 12 months",
    "Last month",
    "Same quarter",
]


def layouts(heading: str) -> list[Rows]:
    """Three sheets with the counts 12, 14 and 15 under a heading."""
    beside: Rows = [["Offence", "2018/19", heading], ["Stalking", 31, 12], ["Threats", 48, 14],
                    ["Blackmail", 27, 15]]  # fmt: skip
    down: Rows = [["Year", "Offences", heading], ["2018/19", 31, 12], ["2019/20", 48, 14],
                  ["2020/21", 27, 15]]  # fmt: skip
    titled: Rows = [["Offences 2018/19"], [], ["Sex", "Number", heading], ["Girls", 31, 12],
                    ["Boys", 48, 14], ["Not known", 27, 15]]  # fmt: skip
    return [beside, down, titled]


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("layout", range(3))
@pytest.mark.parametrize("name", FORMATS)
def test_numbers_below_more_than_the_name_of_an_axis_are_counts(heading, layout, name):
    rows = layouts(heading)[layout]
    square = [[*row, *[""] * (3 - len(row))] for row in rows]
    file = read_sheets(name, open_file(FORMATS[name](square, []), name))
    found = [each for table in file.tables for each in table.observations]
    assert {each.value for each in found} >= {12, 14, 15, 27, 31, 48}
    assert not {"12", "14", "15"} & {text for each in found for text in each.labels.values()}


@pytest.mark.parametrize("heading", ["Victim age", "Age last birthday", "Age at offence"])
def test_numbers_below_the_name_of_an_axis_are_its_labels(heading):
    rows: Rows = [[heading, "2018/19"], [12, 31], [14, 48], [15, 27]]
    assert {each.labels["age"] for each in read(rows).values()} == {"12", "14", "15"}
    crimes: Rows = [["Date recorded", "Offence", heading], ["03/05/2018", "Stalking", 12],
                    ["09/06/2018", "Threats", 14]]  # fmt: skip
    assert {each.labels["age"] for each in listed(crimes)} == {"12", "14"}


def test_months_may_have_numbers():
    rows: Rows = [["Offences 2018/19"], ["Month recorded", "Number"], [4, 31], [5, 48], [6, 27]]
    assert values(read(rows)) == {"B3": 31, "B4": 48, "B5": 27}
