"""“Q4” in a corner or on a line over whole years is a quarter or a question: which is asked."""

import pytest

from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import read_as
from tests.returns.test_whole_years import turned

WHY = "Are they of that quarter, or the answer to a question"
FORMATS = ["a.xlsx", "a.csv", "a.pdf"]
BY_SEX: Rows = [["", "2024/25", "2025/26"], ["Girls", 80, 90], ["Boys", 44, 50]]
BY_AGE: Rows = [["Age", "2024/25", "2025/26"], ["0-12", 60, 61], ["13-17", 64, 79]]


def with_corner(text: str, rows: Rows = BY_SEX) -> Rows:
    return [[text, *rows[0][1:]], *rows[1:]]


def asked(rows: Rows, name: str) -> int:
    problems = [each for each in read_as(rows, [], name).problems if WHY in each.message]
    assert all(each.stops for each in problems)
    return len(problems)


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("text", ["Q4", "Q3:", "Q 2", "Qtr 4"])
def test_a_corner_is_asked_about_in_any_layout(text, name):
    down = turned(BY_SEX)
    year: Rows = [[text, "Offences"], ["2024/25", 80], ["2025/26", 90]]
    for rows in (BY_SEX, down):
        assert asked(with_corner(text, rows), name) == 1
    assert asked(year, name) == 1


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", ["Q2", "Q3:", "Q4"])
def test_so_is_a_line_with_no_other_number_in_the_file(text, name):
    for rows in (BY_SEX, turned(BY_SEX), [["Year", "Offences"], ["2024/25", 80], ["2025/26", 90]]):
        assert asked([[text], [""], *rows], name) == 1
        assert asked([[text], *rows], name) == 1


@pytest.mark.parametrize("name", FORMATS)
def test_quarters_over_the_same_split_are_asked_about_one_by_one(name):
    four = [row for n in (1, 2, 3, 4) for row in ([f"Q{n}"], *with_corner("Sex"), [""])]
    assert asked(four, name) == 4


@pytest.mark.parametrize("name", FORMATS)
def test_numbers_of_questions_are_not(name):
    assert not asked([["Q1"], [""], *BY_SEX], name)
    assert not asked(with_corner("Q1"), name)
    assert not asked([["Q1"], *with_corner("Sex"), [""], ["Q2"], *BY_AGE], name)
    words = ["Q1. How many online offences were recorded?"]
    assert not asked([words, [""], ["Q2"], *BY_SEX], name)
    assert not asked([["Q4"], *with_corner("Sex"), [""], ["Q5"], *BY_AGE], name)
