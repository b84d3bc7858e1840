"""Columns without a year of their own take that of the year's column beside them, or are asked."""

import pytest

from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, read
from tests.returns.test_causes import observations, read_as

QUARTERS: Rows = [["Offence", "Q1", "Q2", "Q3", "Q4", "2018/19"], ["Stalking", 3, 4, 5, 9, 21],
                  ["Threats", 6, 7, 8, 10, 31]]  # fmt: skip
BEFORE: Rows = [["Sex", "2018/19", "Q1", "Q2", "Q3", "Q4"], ["Girls", 21, 3, 4, 5, 9],
                ["Boys", 31, 6, 7, 8, 10]]  # fmt: skip
WORDS: Rows = [["Age", "First quarter", "Second quarter", "Third quarter", "Fourth quarter",
                "FY 2018/19"], ["0-12", 3, 4, 5, 9, 21], ["13-17", 6, 7, 8, 10, 31]]  # fmt: skip
MONTHS = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"]
BY_MONTH: Rows = [["Offence", *MONTHS, "2018/19"], ["Stalking", *range(1, 13), 78],
                  ["Threats", *range(2, 14), 90]]  # fmt: skip
YEAR = "This column has no single year"


def years_and_stops(rows: Rows, name: str) -> tuple[set[str | None], list[str]]:
    read = read_as(rows, [], name)
    stops = [each.message for each in read.problems if each.stops]
    return {each.year for each in observations(read)}, stops


@pytest.mark.parametrize("rows", [QUARTERS, BEFORE, WORDS])
@pytest.mark.parametrize("name", FORMATS)
def test_quarters_that_add_up_to_the_only_year_are_of_it(rows, name):
    if rows is WORDS and name == "a.pdf":
        rows = [["Age", "Qtr 1", "Qtr 2", "Qtr 3", "Qtr 4", "FY 2018/19"], *rows[1:]]
    assert years_and_stops(rows, name) == ({"2018/19"}, [])


def test_months_that_add_up_to_the_only_year_are_of_it():
    assert years_and_stops(BY_MONTH, "a.xlsx") == ({"2018/19"}, [])


@pytest.mark.parametrize("rows", [QUARTERS, BEFORE])
@pytest.mark.parametrize("name", FORMATS)
def test_quarters_that_do_not_add_up_are_asked_about(rows, name):
    wrong = [[*row[:2], 99, *row[3:]] if n else row for n, row in enumerate(rows)]
    years, stops = years_and_stops(wrong, name)
    assert years == {None, "2018/19"}
    assert all(each.startswith(YEAR) for each in stops)
    assert len(stops) == 4


@pytest.mark.parametrize(
    "rows",
    [
        [["Offence", "2018/19", "Of which girls"], ["Stalking", 31, 27], ["Threats", 8, 6]],
        [["Sex", "2018/19", "of which: rape", "2019/20", "of which: rape"], ["Girls", 31, 2, 4, 1],
         ["Boys", 12, 3, 8, 6]],
        [["Age", "All in 2018/19", "of these, girls"], ["0-12", 31, 27], ["13-17", 8, 6]],
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", FORMATS)
def test_a_part_of_the_count_before_it_is_of_the_same_year(rows, name):
    years, stops = years_and_stops(rows, name)
    assert None not in years
    assert stops == []


@pytest.mark.parametrize("heading", ["As at", "Snapshot date", "Position as at"])
@pytest.mark.parametrize("name", FORMATS)
def test_days_on_which_something_was_counted_are_asked_about(heading, name):
    rows: Rows = [[heading, "Number"], ["31/03/2019", 31], ["31/03/2020", 27]]
    _, stops = years_and_stops(rows, name)
    assert stops == [f"“{heading}”: were these crimes recorded in the year of each day?"]
    _, stops = years_and_stops([["Year ending", "Number"], *rows[1:]], name)
    assert stops == []


def test_the_full_year_beside_its_twelve_months_is_of_that_year():
    months = [f"{name} {2020 + (at > 8)}" for at, name in enumerate(MONTHS)]
    rows: Rows = [["Offence", *months, "Full year"], ["Rape", *range(1, 13), 78]]
    whole = read([*rows, ["Grooming", *range(2, 14), 90]])["N2"]
    assert (whole.year, whole.value, whole.total) == ("2020/21", 78, True)
    wrong: Rows = [["Grooming", *range(2, 14), 30], ["Theft", *range(2, 14), 31]]
    assert read([*rows, *wrong])["N2"].year is None
