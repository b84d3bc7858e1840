"""Numbers below “Month”, “Quarter” or “Week” are parts of a year, and no ages."""

import csv
import io

import pytest

from offences.returns.formats.files import open_file
from offences.returns.labels.numbered_times import numbered_parts, unit_in_title, unit_of_numbers
from offences.returns.labels.years import parse_year
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, listed

YEAR: Rows = [["Recorded in 2020/21"]]
SPRING = ["Month 4 (April)", "Month 5 (May)", "Month 6 (June)"]
ACROSS: Rows = [["", 4, 5, 6], ["Rape", 12, 14, 9], ["Stalking", 3, 8, 7]]
DOWN: Rows = [[4, 12, 3], [5, 14, 8], [6, 9, 7]]
WHOLE = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]


def read_in(name: str, rows: Rows) -> ReadFile:
    if name.endswith("csv"):
        csv.writer(out := io.StringIO()).writerows(rows)
        return read_sheets(name, open_file(out.getvalue().encode(), name))
    return read_sheets(name, open_file(FORMATS[name](rows, []), name))


def parts(found: ReadFile) -> list[str]:
    cells = [each for table in found.tables for each in table.observations]
    assert not any("age" in each.labels for each in cells)
    assert {each.year for each in cells} == {"2020/21"}
    return sorted({each.part_words for each in cells})


@pytest.mark.parametrize("name", [*FORMATS, "a.csv"])
@pytest.mark.parametrize(
    "rows",
    [
        [["Offence", "Month", "", ""], *ACROSS],
        [["", "Month no.", "", ""], *ACROSS],
        [["Offence", "By month", "", ""], *ACROSS],
        [["Month", 4, 5, 6], *ACROSS[1:]],
        [["Offence / Month", 4, 5, 6], *ACROSS[1:]],
        [["Offence", "Month 4", "Month 5", "Month 6"], *ACROSS[1:]],
        [["Month", "Rape", "Stalking"], *DOWN],
        [["Month recorded", "Rape", "Stalking"], *DOWN],
    ],
)
def test_numbers_that_go_on_from_april_are_months_and_a_part_is_asked_about(rows, name):
    found = read_in(name, [*YEAR, [""], *rows])
    assert parts(found) == SPRING
    asked = [each.message for each in (*found.problems, *found.conflicts)]
    assert any("a part of 2020/21 (April to June)" in why for why in asked)


def test_a_line_above_says_that_the_columns_are_months():
    for line in ("Offences by month, 2020/21", "Online offences per month 2020/21"):
        found = read_in("a.xlsx", [[line], ["Offence", 4, 5, 6], *ACROSS[1:]])
        assert parts(found) == SPRING


@pytest.mark.parametrize("name", [*FORMATS, "a.csv"])
def test_all_months_of_a_year_ask_nothing(name):
    down = [["Month", "Rape"], *([month, 20 + month] for month in WHOLE)]
    found = read_in(name, [*YEAR, [""], *down])
    assert len(parts(found)) == 12
    assert not (found.problems or found.conflicts)


@pytest.mark.parametrize("numbers", [WHOLE, sorted(WHOLE)])
def test_so_it_is_with_months_across(numbers):
    heads: Rows = [["Offence", "Month", *[""] * 11], ["", *numbers]]
    found = read_in("a.xlsx", [*YEAR, *heads, ["Rape", *range(20, 32)], ["Kik", *range(30, 42)]])
    assert len(parts(found)) == 12
    assert not (found.problems or found.conflicts)


@pytest.mark.parametrize(
    ("heading", "numbers", "words"),
    [
        ("Month", "123", ["Month 1", "Month 2", "Month 3"]),
        ("Month", "567", ["Month 5", "Month 6", "Month 7"]),
        ("Financial month", "12", ["Month 1 (April)", "Month 2 (May)"]),
        ("Month (1 = April)", "12", ["Month 1 (April)", "Month 2 (May)"]),
        ("Calendar month", "12", ["Month 1 (January)", "Month 2 (February)"]),
        ("Quarter", "12", ["Quarter 1", "Quarter 2"]),
        ("Week", "89", ["Week 8", "Week 9"]),
    ],
)
def test_which_month_has_a_number_is_only_said_where_it_is_certain(heading, numbers, words):
    assert [*numbered_parts([*numbers], heading).values()] == words
    rows = [*YEAR, [heading, "Rape"], *([int(n), 20 + int(n)] for n in numbers)]
    assert parts(read_in("a.xlsx", rows)) == words


def test_of_a_calendar_year_the_fourth_month_is_april():
    rows: Rows = [["Year", "Month", "Rape", "Incest"], [2020, 4, 12, 3], [2020, 5, 8, 7]]
    assert {each.months for each in listed(rows)} == {(4, 4), (5, 5)}


def test_a_part_without_a_year_is_one_when_its_year_is_named():
    found = listed([["Offence", "Month", "", ""], *ACROSS])
    assert {each.other for each in found} == {(words,) for words in SPRING}
    assert all((year := parse_year(words)) and year.part for words in SPRING)


@pytest.mark.parametrize(
    "rows",
    [
        [["Offence", "Age", "", ""], *ACROSS],
        [["Offence", "Victim age", "", ""], *ACROSS],
        [["Offences recorded in each period"], ["Offence", 10, 11, 12], *ACROSS[1:]],
        [["Offences by month and age"], ["Offence", 10, 11, 12], *ACROSS[1:]],
        [["Offence", "Month", "", ""], ["", 12, 13, 14], *ACROSS[1:]],
    ],
)
def test_ages_stay_ages(rows):
    assert {"age" in each.labels for each in listed([*YEAR, *rows])} == {True}


def test_ages_beside_months_stay_ages():
    for rows in (
        [["Month", 10, 11, 12], ["April", 12, 14, 9], ["May", 3, 8, 7]],
        [["Month", "Age", "", ""], ["", 10, 11, 12], [4, 12, 14, 9], [5, 3, 8, 7]],
    ):
        found = listed([*YEAR, *rows])
        assert {each.labels["age"] for each in found} == {"10", "11", "12"}
        assert {each.months for each in found} == {(4, 4), (5, 5)}


@pytest.mark.parametrize(
    "heading", ["Months old", "Age in months", "Months since the crime", "Last 3 months", "Monday"]
)
def test_an_age_or_a_length_of_time_names_no_month(heading):
    assert unit_of_numbers(heading) == "" == unit_in_title(heading)


SCHOOL = {"Year group 7", "Year group 8", "Year group 9"}
TIDY: Rows = [["2020/21", 7, 12], ["2020/21", 8, 14], ["2020/21", 9, 16]]


@pytest.mark.parametrize("name", [*FORMATS, "a.csv"])
@pytest.mark.parametrize("heading", ["Year group", "Victim year group", "School year"])
@pytest.mark.parametrize("layout", ["down", "across", "tidy"])
def test_numbers_below_a_year_of_a_school_are_neither_ages_nor_years(heading, layout, name):
    across: Rows = [["Offence", heading, "", ""], ["", 7, 8, 9], ["Rape", 12, 14, 16]]
    down: Rows = [[heading, "Rape"], [7, 12], [8, 14], [9, 16]]
    rows = {"down": down, "across": across, "tidy": [["Year", heading, "Count"], *TIDY]}[layout]
    found = read_in(name, [*YEAR, [""], *rows])
    cells = [each for table in found.tables for each in table.observations]
    assert {text for each in cells for text in each.other} - {heading} == SCHOOL
    assert {(each.year, each.value) for each in cells} == {("2020/21", n) for n in (12, 14, 16)}
    assert not any("age" in each.labels for each in cells)


def test_an_age_group_and_a_year_of_counts_are_no_year_of_a_school():
    assert {each.labels["age"] for each in listed([*YEAR, ["Age group", "Rape"], [7, 12], [8, 14]])}
    found = listed([["Year group", "Rape"], ["2019/20", 12], ["2020/21", 14]])
    assert [each.year for each in found] == ["2019/20", "2020/21"]
