"""What a sheet's name says of its counts, and what the number of a question does not."""

import pytest

from tests.returns.grids import Rows, read

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
        (YEARS, "Girls", {"sex": "Girls"}),
        (YEARS, "Under 13s", {"age": "Under 13s"}),
        (YEARS, "13-15", {"age": "13-15"}),
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
