"""Two lists of crimes in one file: equal counts are no repetition, as each row is a crime."""

import pytest

from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

HEADING = ["Ref", "Recorded", "Offence"]
FIRST = [["42/101", "2018-05-01", "Rape"], ["42/102", "2018-06-02", "Grooming"]]
FURTHER = [["42/103", "2018-05-03", "Rape"], ["42/104", "2018-06-05", "Grooming"]]
NAMES = ["a.xlsx", "a.csv"]


def asked(rows: Rows, name: str) -> list[str]:
    found = read_as(rows, [], name)
    assert observations(found)
    return [p.message for p in found.problems if p.stops and "list in" in p.message]


def stacked(first: Rows, second: Rows, over: str = "", over_second: str = "") -> Rows:
    """Two lists, one below the other, with a line over each where there are any."""
    lines = [[[text]] if text else [] for text in (over, over_second)]
    return [*lines[0], HEADING, *first, [], *lines[1], HEADING, *second]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "rows",
    [
        stacked(FIRST, FURTHER),
        stacked(FIRST, FIRST),
        stacked(FIRST, [*FURTHER, ["42/105", "2018-07-01", "Rape"]]),
        stacked(FIRST, [["42/103", "2018-05-03", "Rape"], ["42/104", "2019-06-05", "Other"]]),
        stacked(FIRST, FURTHER, "Niche", "Athena"),
    ],
)
def test_a_list_with_the_years_and_labels_of_another_is_asked_about_once(rows, name):
    (question,) = asked(rows, name)
    assert "switch off one of the two tables" in question


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "rows",
    [
        stacked(FIRST, [["1", "2019-05-03", "Rape"], ["2", "2019-06-05", "Grooming"]]),
        stacked(FIRST, [["1", "2018-05-03", "Stalking"], ["2", "2018-06-05", "Stalking"]]),
        stacked(FIRST, FURTHER, "Female", "Male"),
        [HEADING, *FIRST, HEADING, *FURTHER],
        [HEADING, *FIRST, *FURTHER],
    ],
)
def test_lists_of_other_years_or_other_crimes_and_one_that_goes_on_are_not(rows, name):
    assert asked(rows, name) == []


def test_a_third_list_is_asked_about_once():
    rows = [*stacked(FIRST, FURTHER), [], HEADING, *FIRST]
    assert len(asked(rows, "a.xlsx")) == 2
