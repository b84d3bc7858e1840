"""What a sheet's name says of its counts, and what the number of a question does not."""

import pytest

from offences.returns.formats.files import FileContents
from offences.returns.reader import read_sheets
from offences.returns.sheet import Sheet
from tests.returns.grids import Rows, read, sheet_of

YEARS: Rows = [["Year", "Number"], ["2017/18", 33], ["2018/19", 47]]
OFFENCES: Rows = [["Offence", "2017/18", "2018/19"], ["Incest", 33, 47], ["Exposure", 13, 17]]


def labels(rows: Rows, name: str):
    (found, *others) = [each.labels for each in read(rows, name).values()]
    return found | {"others": len(others)}


@pytest.mark.parametrize(
    ("rows", "name", "own"),
    [
        (YEARS, "Grooming", {"offence": "Grooming"}),
        (YEARS, "Rape and sexual offences", {"offence": "Rape and sexual offences"}),
        (YEARS, "Sexual comms", {"offence": "Sexual comms"}),
        (YEARS, "Girls", {"sex": "Girls"}),
        (YEARS, "Under 13s", {"age": "Under 13s"}),
        (YEARS, "13-15", {"age": "13-15"}),
        (YEARS, "Skype", {"platform": "Skype"}),
        (OFFENCES, "Whats App 2", {"offence": "Incest"}),
        (OFFENCES, "WhatsApp", {"offence": "Incest", "platform": "WhatsApp"}),
        (OFFENCES, "Adults", {"offence": "Incest"}),
        (OFFENCES, "Children", {"offence": "Incest"}),
        (YEARS, "Social media", {}),
        (YEARS, "Sexual offences", {}),
        (YEARS, "Offences by age", {}),
        (YEARS, "2", {}),
        (YEARS, "18-19", {}),
        (OFFENCES, "Boys", {"offence": "Incest", "sex": "Boys"}),
        (OFFENCES, "Grooming", {"offence": "Incest"}),
    ],
)
def test_a_name_is_a_label_where_its_table_has_none_of_the_kind(rows, name, own):
    assert labels(rows, name) == own | {"others": len(read(rows, name)) - 1}


def test_a_heading_written_as_one_word_names_its_axis():
    rows: Rows = [
        ["FinYear", "AgeGroup", "Total"],
        ["2017/18", "0-12", 15],
        ["2017/18", "13-17", 4],
    ]
    assert {each.labels["age"]: each.value for each in read(rows).values()} == {
        "0-12": 15,
        "13-17": 4,
    }


def test_the_number_of_a_question_is_no_quarter():
    rows: Rows = [["Q1. How many were recorded in 2016/17?"], ["Answer", 212]]
    (one,) = read(rows).values()
    assert (one.year, one.months, one.value) == ("2016/17", None, 212)


def _asked(*sheets: Sheet) -> list[tuple[str, str]]:
    found = read_sheets("a.xlsx", FileContents([*sheets]))
    return [(each.sheet, each.message) for each in found.problems]


DATA: Rows = [["Offence", "2018/19", "2019/20"], ["Rape", 31, 27], ["Grooming", 12, 14]]


def test_a_list_of_the_sheets_of_a_file_is_no_table():
    contents: Rows = [["Contents"], [1, "Data"], [2, "Notes"]]
    others = [sheet_of(DATA, "Data"), sheet_of([["Notes"]], "Notes")]
    assert _asked(sheet_of(contents, "Cover"), *others) == []
    assert _asked(sheet_of([*contents, ["Crimes", 25]], "Cover"), *others) != []


@pytest.mark.parametrize(("title", "asked"), [("Female victims", False), ("Male victims", True)])
def test_the_name_of_a_sheet_that_its_counts_have_as_their_sex_is_not_asked_about(title, asked):
    sheet = sheet_of([[f"Online offences: {title}"], *DATA], "Girls")
    assert any("“Girls”" in message for _, message in _asked(sheet)) is asked


COMMUNICATION: Rows = [
    ["Offence", "2017/18", "2018/19"],
    ["Sexual communication with a child", 33, 47],
    ["Sexual communication with a child, attempted", 13, 17],
    ["Total", 46, 64],
]


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("Sexual comms", False),
        ("Sexual communication", False),
        ("Grooming", True),
        ("Rape", True),
        ("Adult grooming", True),
        ("Grooming arrests", True),
    ],
)
def test_the_name_of_a_sheet_that_is_its_offence_in_short_is_not_asked_about(name, asked):
    sheet = sheet_of(COMMUNICATION, name)
    assert any(f"“{name}”" in message for _, message in _asked(sheet)) is asked


@pytest.mark.parametrize("name", ["Sexual comms", "Meeting a child", "Grooming"])
def test_the_name_of_a_sheet_that_is_one_of_several_offences_is_asked_about(name):
    rows = [*COMMUNICATION[:2], ["Meeting a child after grooming", 13, 17], ["Total", 46, 64]]
    assert any(f"“{name}”" in message for _, message in _asked(sheet_of(rows, name)))


@pytest.mark.parametrize("name", ["4 years 2018-19", "Six years 2018-19", "4yrs_2018_19"])
def test_several_years_and_the_last_of_them_are_no_one_year(name):
    rows: Rows = [["Sex", "Number"], ["Girls", 33], ["Boys", 47]]
    assert {each.year for each in read(rows, name).values()} == {None}


@pytest.mark.parametrize("name", ["2018-19", "Year 4 2018-19", "Offences 2018-19 (4)"])
def test_a_number_that_counts_no_years_leaves_a_sheet_its_year(name):
    rows: Rows = [["Sex", "Number"], ["Girls", 33], ["Boys", 47]]
    assert {each.year for each in read(rows, name).values()} == {"2018/19"}


@pytest.mark.parametrize(
    ("heading", "is_asked"),
    [("Police force area (12)", False), ("Force area (12)", True), ("Offences (12)", True)],
)
def test_a_mark_behind_the_name_of_an_axis_is_no_count(heading, is_asked):
    years = ["", "2017/18", "2018/19"]
    sheet = sheet_of([[heading], years, ["Kent", 33, 47], ["Essex", 13, 17]])
    found = read_sheets("a.xlsx", FileContents([sheet]))
    assert bool(found.problems or found.not_taken) == is_asked


def test_a_mark_behind_the_heading_of_a_column_is_asked_about_as_a_mark():
    heads = ["Police force area (12)", "2017/18", "2018/19"]
    found = read_sheets("a.xlsx", FileContents([sheet_of([heads, ["Kent", 33, 47]])]))
    (asked,) = [each.message for each in found.problems]
    assert asked == f"“{heads[0]}” has a mark that no note explains. What does it say?"
