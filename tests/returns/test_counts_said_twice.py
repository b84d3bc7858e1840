"""Counts with their number in words beside them, or with a letter for a note."""

import pytest

from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

NAMES = ["a.xlsx", "a.csv", "a.pdf"]
YEARS = ["2023/24", "2024/25"]
NO_NOTE = "has a mark that no note explains"


def layouts(text: str, *below: str) -> list[Rows]:
    down: Rows = [["Sex", *YEARS], ["Girls", 97, 104], ["Boys", text, 23]]
    across: Rows = [["Year", "Girls", "Boys"], [YEARS[0], 97, text], [YEARS[1], 104, 23]]
    listed: Rows = [["Year", "Sex", "Offences"], [YEARS[0], "Girls", 97], [YEARS[0], "Boys", text],
                    [YEARS[1], "Girls", 104], [YEARS[1], "Boys", 23]]  # fmt: skip
    return [[*rows, *[[line] for line in below]] for rows in (down, across, listed)]


def boys(rows: Rows, name: str) -> tuple[object, list[str]]:
    """The count of boys in the first year, and what stops."""
    found = read_as(rows, [], name)
    (each,) = (o for o in observations(found) if (o.year, o.labels["sex"]) == (YEARS[0], "Boys"))
    return each.value, [problem.message for problem in found.problems if problem.stops]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("text", "value"),
    [("19 (nineteen)", 19), ("7 (Seven)", 7), ("0 (nil)", 0), ("0 (none)", 0), ("0 (zero)", 0)],
)
def test_a_number_and_the_same_in_words_are_one_count(text, value, name):
    for rows in layouts(text):
        assert boys(rows, name) == (value, [])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", ["19 (eighteen)", "3 (nil)", "12 (one)", "0 (one)"])
def test_a_number_and_another_in_words_are_no_count(text, name):
    for rows in layouts(text):
        assert boys(rows, name)[0] is None


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", ["19p", "19r", "1,019p"])
def test_a_letter_right_behind_a_count_is_a_mark_that_a_note_explains(text, name):
    value = int(text[:-1].replace(",", ""))
    for rows in layouts(text):
        number, stops = boys(rows, name)
        assert number == value
        assert [NO_NOTE in each for each in stops] == [True]
    for rows in layouts(text, f"{text[-1]} = checked"):
        number, stops = boys(rows, name)
        assert number == value
        assert not [each for each in stops if NO_NOTE in each]
