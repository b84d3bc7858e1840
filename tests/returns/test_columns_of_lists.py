"""Columns of a list of crimes by which some rows may be no offence against a child."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.returns.every_format import xlsx_with
from tests.returns.grids import Rows, listed, problems

YEARS, OFFENCES = ["2018/19", "2019/20"], ["Rape", "Threats", "Rape"]


def crimes(heading: str, *texts: object) -> Rows:
    """Six crimes, each with its number, and one more column."""
    rows = [[f"C{n}", YEARS[n % 2], OFFENCES[n % 3], texts[n % len(texts)]] for n in range(6)]
    return [["Crime no", "Year", "Offence", heading], *rows]


def stops(rows: Rows) -> list[str]:
    return [each.message for each in problems(rows) if each.stops]


@pytest.mark.parametrize(
    ("heading", "texts"),
    [
        ("Victim age", [13, 34]), ("Age", [13, "18+"]), ("Age of victim", [13, "18 and over"]),
        ("Age", [12, "Adult"]), ("Victim age", [12, ""]), ("Age group", ["10-15", "16-24"]),
        ("Age", [12, "Unknown"]), ("Age", [34]), ("Date of birth", ["03/05/1980", "03/05/2010"]),
        ("Under 18?", ["Y", "N"]), ("Child victim", ["Y", "N"]), ("Adult victim", ["No", "Yes"]),
        ("Victim over 18", ["N", "Y"]), ("Aged 18+", ["N", "Y"]), ("Child victim", ["N"]),
        ("Victim type", ["Child", "Adult"]),
    ],
)  # fmt: skip
def test_rows_that_may_be_of_adults_are_asked_about_once(heading, texts):
    (asked,) = stops(crimes(heading, *texts))
    assert asked.startswith(f"“{heading.rstrip('?')}” ")


@pytest.mark.parametrize(
    ("heading", "texts"),
    [
        ("Age", [13, 17, "0-4", "under 1"]), ("Age group", ["0-9", "10 to 15", "16-17"]),
        ("Age band", ["Under 13", "13 to 15", "Under 18"]), ("Victim age", ["12 years", "Child"]),
        ("Suspect age", [34, 17, ""]), ("Date of birth", ["03/05/2008", "03/05/2010"]),
        ("Child victim", ["Y"]), ("Adult victim", ["N"]),
    ],
)  # fmt: skip
def test_ages_under_18_and_ages_of_suspects_ask_nothing(heading, texts):
    assert stops(crimes(heading, *texts)) == []


@pytest.mark.parametrize(
    ("heading", "texts"),
    [
        ("Duplicate", ["N", "Y", "N"]), ("No crime", ["N", "N", "Y"]), ("Include?", ["Y", "N"]),
        ("Date cancelled", ["", "03/05/2020", ""]), ("Recording type", ["Crime", "Incident"]),
        ("Role", ["Victim", "Suspect"]), ("Outcome", ["Charged", "Cancelled - no crime"]),
        ("Outcome", ["NFA", "Not a crime"]), ("Outcome", ["Cancelled"]),
        ("Comments", ["", "Not online"]), ("Notes", ["", "Duplicate of C1"]),
        ("Keyword", ["Snapchat", "none"]), ("Location type", ["Internet", "Dwelling"]),
        ("Type", ["Crime", "Incident"]), ("Platform", ["Kik", "In person"]), ("X", ["a", "b"]),
        ("Linked crime", ["", "C1"]),
    ],
)  # fmt: skip
def test_a_column_that_may_say_that_a_row_is_no_crime_is_asked_about_once(heading, texts):
    (asked,) = stops(crimes(heading, *texts))
    assert asked.startswith(f"“{heading.rstrip('?')}” ")


@pytest.mark.parametrize(
    ("heading", "texts"),
    [
        ("District", ["North", "South"]), ("Beat code", ["A1", "B2"]), ("Month", ["May", "June"]),
        ("Postcode", ["CT1 2AB", "ME3 4AA"]), ("Location type", ["Dwelling", "School"]),
        ("Outcome", ["Charged", "Evidential difficulties", "No suspect identified", "Ongoing", ""]),
        ("Status", ["Open", "Filed"]), ("Detected", ["Y", "N"]),
        ("Outcome", ["Outcome 14", "Type 16"]),
        ("Date reported", ["03/05/2018", "04/06/2019"]), ("Date closed", ["03/05/2018", ""]),
        ("Time committed", ["09:30", "14:15"]), ("Day of week", ["Monday", "Friday"]),
        ("Victim sex", ["F", "M", "Unknown"]), ("Victim ethnicity", ["White", "Asian", ""]),
        ("Suspect sex", ["M", "F"]), ("Relationship to suspect", ["Stranger", "Friend"]),
        ("HO code", ["19C", "88/01"]), ("Crime group", ["Sexual offences", "Violence"]),
        ("Platform", ["Snapchat", "Unknown"]), ("Method", ["Snapchat", "Kik"]),
        ("Duplicate", ["N"]), ("Victim ID", ["V1", "V2"]), ("Incident no", ["I991", "I992"]),
    ],
)  # fmt: skip
def test_a_column_that_makes_no_row_another_thing_than_a_crime_asks_nothing(heading, texts):
    assert stops(crimes(heading, *texts)) == []


def test_words_that_are_others_in_each_row_are_not_quoted():
    (asked,) = stops(crimes("Summary", *(f"He wrote to {name}" for name in "abcdef")))
    assert asked.startswith("“Summary” differs between the rows (6 different texts), and all were")


@pytest.mark.parametrize(
    "heading", ["Crime no", "URN", "Ref", "Crime reference", "Victim ID", "Suspect ID", "Incident"]
)
@pytest.mark.parametrize("again", ["44441/19", ""])
def test_a_number_that_comes_again_or_is_missing_is_asked_about(heading, again):
    numbers = ["44441/19", again, "44442/19", "44443/19"]
    rows = [[n, "2018/19", "Rape", sex] for n, sex in zip(numbers, "FMFF", strict=True)]
    (asked,) = stops([[heading, "Year", "Offence", "Victim sex"], *rows])
    assert asked.startswith(f"“{heading}” ")


@pytest.mark.parametrize("heading", ["Crime no", "URN", "Ref", "Row", "Incident"])
def test_numbers_of_which_each_is_in_one_row_ask_nothing(heading):
    rows = [[f"4444{n}/19", YEARS[n % 2], "Rape"] for n in range(4)]
    assert stops([[heading, "Year", "Offence"], *rows]) == []


@pytest.mark.parametrize("heading", ["Victim ID", "Suspect ID", "Custody number", "Call ref"])
def test_rows_that_have_only_the_number_of_a_person_may_be_persons(heading):
    rows = [[n, YEARS[n % 2], "Rape"] for n in range(1, 5)]
    (asked,) = stops([[heading, "Year", "Offence"], *rows])
    assert asked.startswith(
        f"“{heading}” may be of persons, or no crimes: each of the 4 rows was counted"
    )


@pytest.mark.parametrize("years", [["2018/19", "", "2019/20"], ["2018/19", "2019/20", ""]])
def test_a_blank_year_that_was_read_as_the_one_above_is_asked_about(years):
    rows = [[f"C{n}", year, "Rape"] for n, year in enumerate(years)]
    asked = "“Year” is blank in 1 row, and what is above it was read there. Is that right?"
    assert stops([["Crime no", "Year", "Offence"], *rows]) == [asked]
    assert sum(each.value or 0 for each in listed([["Crime no", "Year", "Offence"], *rows])) == 3


def test_a_date_of_cancelling_is_no_date_of_record():
    rows = [[f"C{n}", "03/05/2019", "Rape", 12] for n in range(3)]
    assert len(stops([["Crime no", "Date cancelled", "Offence", "Victim age"], *rows])) == 1


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_adults_and_duplicates_in_a_file_are_two_questions(name):
    rows = [
        ["Crime no", "Year", "Offence", "Victim age", "Duplicate"],
        ["C1", "2018/19", "Rape", "13", "N"],
        ["C2", "2018/19", "Rape", "34", "N"],
        ["C3", "2019/20", "Rape", "15", "Y"],
    ]
    data = xlsx_with(rows, []) if "xlsx" in name else "\n".join(map(",".join, rows)).encode()
    read = read_sheets(name, open_file(data, name))
    assert [(each.cell, each.message) for each in read.problems] == [
        (
            "D1",
            "“Victim age” suggests that 1 row (1 “34”) may not be what was asked for. "
            "All were counted: is that right?",
        ),
        (
            "E1",
            "“Duplicate” differs between the rows (2 “N” and 1 “Y”), and all were counted. "
            "Were all of them asked for?",
        ),
    ]


@pytest.mark.parametrize("offences", [["Rape", "", "Threats"], ["", "Rape", ""]])
def test_a_row_without_an_offence_may_be_no_crime_and_is_asked_about(offences):
    rows = [[f"C{n}", "2018/19", offences[n % 3], "F"] for n in range(6)]
    (asked,) = stops([["Crime no", "Year", "Offence", "Sex"], *rows])
    assert asked.startswith("“Offence” is blank in ")


def test_a_row_without_a_sex_is_a_crime_all_the_same_and_is_asked_about():
    rows = crimes("Sex", "F", "", "M")
    assert sum(each.value or 0 for each in listed(rows)) == 6
    (asked,) = stops(rows)
    assert asked.startswith("“Sex” is blank in ")
