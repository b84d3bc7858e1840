"""Months of 0 behind months of many may be those that had not been recorded yet: a remark."""

import pytest

from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import read_as
from tests.returns.test_whole_years import turned
from tests.returns.test_years_in_parts import MONTHS

FORMATS = ["a.xlsx", "a.csv", "a.pdf"]
LAST, FIRST = "Had they been recorded when", "Had recording begun by then"


def layouts(counts: list[object]) -> list[Rows]:
    """A year of months across, down, and split by sex."""
    across: Rows = [["Year", *MONTHS], ["2017/18", *range(5, 17)], ["2018/19", *counts]]
    girls: list[object] = ["Girls", *counts]
    boys: list[object] = ["Boys", *(0 if str(n) in ("0", "nil") else 1 for n in counts)]
    return [across, turned(across), turned([["2018/19", *MONTHS], girls, boys])]


def asked(rows: Rows, name: str, why: str) -> list[int]:
    """How many cells each remark is about."""
    conflicts = [each for each in read_as(rows, [], name).conflicts if why in each.message]
    assert not any(each.stops for each in conflicts)
    return [1 + len(each.also) for each in conflicts]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("nothing", [0, "nil"])
@pytest.mark.parametrize(("many", "size"), [(4, 7), (1, 9), (6, 1)])
def test_last_months_of_zero_in_an_even_year_are_asked_about_once(many, size, nothing, name):
    counts: list[object] = [*[size] * (12 - many), *[nothing] * many]
    across, down, by_sex = layouts(counts)
    assert asked(down, name, LAST) == [many]
    assert name == "a.pdf" or asked(across, name, LAST) == [many]  # too wide for a page
    assert asked(by_sex, name, LAST) == [2 * many]


@pytest.mark.parametrize("name", FORMATS)
def test_so_are_its_first_months_and_quarters(name):
    for rows in layouts([0, 0, 0, *[8] * 9]):
        assert asked(rows, name, FIRST) and not asked(rows, name, LAST)
    quarters: Rows = [["Year", "Q1", "Q2", "Q3", "Q4"], ["2017/18", 17, 18, 19, 16]]
    for line, cells in (([20, 21, 0, 0], [2]), ([20, 21, 19, 1], [])):
        for rows in ([*quarters, ["2018/19", *line]], turned([*quarters, ["2018/19", *line]])):
            assert asked(rows, name, LAST) == cells


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "counts",
    [
        [1, 0, 2, 0, 1, 0, 0, 1, 1, 0, 0, 0],
        [7, 8, 9, 6, 7, 0, 0, 0, 5, 4, 7, 8],
        [3, 2, 1, 4, 3, 2, 3, 2, 1, 3, 2, 0],
        [7, 8, 9, 6, 7, 8, 9, 7, 5, 4, "", ""],
    ],
    ids=["few", "inside", "one of few", "blank"],
)
def test_zeros_that_may_be_chance_are_not(counts, name):
    for rows in layouts(counts):
        assert not asked(rows, name, LAST) and not asked(rows, name, FIRST)


@pytest.mark.parametrize("name", FORMATS)
def test_an_offence_of_few_crimes_ends_in_zeros_as_it_may(name):
    rows: Rows = [["2018/19", *MONTHS], ["Sexual assault", *[9] * 12], ["Rape", *[3] * 8, *[0] * 4]]
    for each in (rows, turned(rows)):
        assert not asked(each, name, LAST)
