"""Ages that a program wrote as what may be a fraction: “10.0”, below “Age”."""

import pytest

from offences.intake.returns.labels import ages_of
from tests.returns.every_format import Merged
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

NAMES = ["a.xlsx", "a.csv", "a.docx"]
NO_MERGE: Merged = []
YEARS = ["2018/19", "2019/20"]
AGES = ["10.0", "11.0", "12.0"]
COUNTS = [[12, 14], [31, 33], [15, 17]]

WIDE: Rows = [["Age", *YEARS], *([age, *own] for age, own in zip(AGES, COUNTS, strict=True))]
FALLING: Rows = [WIDE[0], *WIDE[:0:-1]]
LONG: Rows = [["Age", "Year", "Count"], *([age, year, own[at]]
              for age, own in zip(AGES, COUNTS, strict=True)
              for at, year in enumerate(YEARS))]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rows", [WIDE, FALLING, LONG])
def test_they_are_the_ages_of_their_rows(rows, name):
    found = read_as(rows, NO_MERGE, name)
    assert not [each for each in found.problems if each.stops]
    counts = {(o.labels["age"], o.year): o.value for o in observations(found)}
    assert counts == {(age, year): own[at] for age, own in zip(AGES, COUNTS, strict=True)
                      for at, year in enumerate(YEARS)}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rows", [
    [["Offence code", *YEARS], *WIDE[1:]],
    [["Age", *YEARS], ["10.0", 12, 14], ["11.5", 31, 33], ["12.0", 15, 17]],
    [["Age", *YEARS], ["108.0", 12, 14], ["110.0", 31, 33], ["112.0", 15, 17]],
    [["Age", *YEARS], ["14.0", 12, 14], ["15.0", 31, 33]],
    [["Class", *YEARS], *WIDE[1:]],
    [["Year", "Average age", "Count"], ["2018/19", "14.0", 12], ["2019/20", "15.0", 14],
     ["2020/21", "15.0", 16]],
    [["Year", "Age", "Count"], ["2018/19", "14.0", 12], ["2019/20", "15.0", 14]],
])  # fmt: skip
def test_codes_and_means_are_no_ages(rows, name):
    assert not [o for o in observations(read_as(rows, NO_MERGE, name)) if "age" in o.labels]


def test_such_an_age_is_found_among_the_ages_of_a_breakdown():
    assert ages_of("10.0") == ages_of("10") == (10, 10)
    assert ages_of("0.0") == (0, 0)
    assert ages_of("10.5") is None and ages_of("Aged 10.0 or 11") is None
