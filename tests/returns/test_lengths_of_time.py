"""A column or row of lengths of time says for how long a count is: less than a year is asked."""

import pytest

from offences.returns import read_file
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, problems, read, values

pytestmark = pytest.mark.usefixtures("read_here")


def _list(heading: str, *lengths: int) -> Rows:
    labels = [("2018/19", "Rape"), ("2018/19", "Grooming"), ("2019/20", "Rape")]
    labels.append(("2019/20", "Grooming"))
    rows = [[y, n, o, v] for (y, o), n, v in zip(labels, lengths, (31, 18, 42, 27), strict=True)]
    return [["Year", heading, "Offence", "Number"], *rows]


def asked(rows: Rows) -> list[str | None]:
    return [each.cell for each in problems(rows) if each.stops]


@pytest.mark.parametrize("name", FORMATS)
def test_counts_of_some_months_are_asked_about_and_the_months_are_no_ages(name):
    found = read_file(FORMATS[name](_list("Months", 12, 12, 9, 11), []), name)
    cells = ["R4C4", "R5C4"] if name.endswith("pdf") else ["D4", "D5"]
    assert [each.cell for each in found.problems if "whole year" in each.message] == cells
    counts = [each for table in found.tables for each in table.observations]
    assert [each.value for each in counts] == [31, 18, 42, 27]
    assert not any("age" in each.labels for each in counts)


@pytest.mark.parametrize(
    ("heading", "lengths"),
    [
        ("Weeks", (52, 52, 26, 53)),
        ("Months covered", (12, 12, 10, 12)),
        ("No. of months", (12, 12, 6, 12)),
        ("Days", (365, 365, 200, 366)),
        ("Period (weeks)", (52, 52, 51, 52)),
        ("Quarters", (4, 4, 3, 4)),
    ],
)
def test_a_count_of_less_than_a_year_is_asked_about(heading, lengths):
    assert asked(_list(heading, *lengths)) == ["D4"]


@pytest.mark.parametrize(
    ("heading", "lengths"),
    [
        ("Weeks", (52, 52, 53, 52)),
        ("Months", (12, 12, 12, 12)),
        ("Days covered", (365, 365, 366, 366)),
        ("Length (quarters)", (4, 4, 4, 4)),
    ],
)
def test_lengths_of_a_whole_year_ask_nothing(heading, lengths):
    assert not asked(_list(heading, *lengths))


def test_lengths_behind_the_counts_and_in_a_row_are_read():
    rows: Rows = [["Year", "Rape", "Months"], ["2018/19", 31, 12], ["2019/20", 42, 9]]
    assert asked(rows) == ["B3"]
    across: Rows = [["Offence", "2018/19", "2019/20"], ["Weeks", 52, 39], ["Rape", 31, 42]]
    assert asked(across) == ["C3"]


def test_months_by_their_names_and_ages_stay_what_they_are():
    months: Rows = [["Months", "2018/19"], *([name, 20] for name in ("April", "May", "June"))]
    assert not [each for each in problems(months) if "Is it of a whole year" in each.message]
    ages: Rows = [["Age", "2018/19", "2019/20"], *([age, age + 9, age + 5] for age in (9, 10, 11))]
    assert not asked(ages)
    assert values(read(ages))["B2"] == 18
