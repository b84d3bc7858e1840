"""Totals behind the columns of a year that the year is not written or merged over."""

import pytest

from tests.returns.every_format import Merged
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

NAMES = ["a.xlsx", "a.ods", "a.csv", "a.docx"]
NO_YEAR = "No year is over"
YEARS = ["2023/24", "", "", "2024/25", "", ""]
SHORT: Merged = [(1, 2, 1, 3), (1, 5, 1, 6)]  # over two of three columns


def table(sums: bool, total: str) -> Rows:
    """Girls, boys and all of two years, by age."""
    counts = [[31, 8, 39, 27, 9, 36], [12, 5, 17, 14, 6, 20], [44, 3, 47, 41, 4, 45]]
    more = 0 if sums else 1
    rows = [[n + more * (at % 3 == 2) for at, n in enumerate(row)] for row in counts]
    ages = ["0-9", "10-12", "13-17"]
    return [["", *YEARS], ["Age", *["Girls", "Boys", total] * 2],
            *[[age, *row] for age, row in zip(ages, rows, strict=True)]]  # fmt: skip


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.docx"])
@pytest.mark.parametrize("total", ["All", "Total", "Both"])
def test_the_sum_of_the_columns_of_a_year_is_of_that_year(total, name):
    found = read_as(table(sums=True, total=total), SHORT, name)
    years = {each.value: each.year for each in observations(found)}
    assert {years[n] for n in (39, 17, 47)} == {"2023/24"}
    assert {years[n] for n in (36, 20, 45)} == {"2024/25"}
    assert not [each for each in found.problems if each.stops]


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.docx"])
def test_what_is_no_such_sum_is_asked_about(name):
    found = read_as(table(sums=False, total="All"), SHORT, name)
    asked = [each for each in found.problems if NO_YEAR in each.message]
    assert [each.stops for each in asked] == [True, True]
    assert {each.year for each in observations(found)} == {"2023/24", "2024/25", None}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sums", [True, False])
@pytest.mark.parametrize(
    "above", [["", "2023/24", "2024/25", "Total"], ["", "Girls", "", "", "Boys", "", ""]]
)
def test_a_total_over_years_is_of_none_of_them(above, sums, name):
    below = [] if above[-1] else [["Age", *["2023/24", "2024/25", "Total"] * 2]]
    size, more = (len(above) - 1) // 3, int(not sums)
    rows = [[age, *[31, 9, 40 + more, 22, 8, 30 + more][: size * 3]] for age in ("0-9", "10-17")]
    found = read_as([above, *below, *rows], [], name)
    years = {each.value: each.year for each in observations(found)}
    assert years[40 + more] is None
    assert not [each for each in found.problems if NO_YEAR in each.message]


def pivot(*more: int) -> Rows:
    rows: Rows = [["Count", "Year", ""], ["Offence", "2018/19", "Grand Total"]]
    counts = [31, 12, 43]
    labels = ["Rape", "Stalking", "Grand Total"]
    lines = zip(labels, counts, more, strict=True)
    return [*rows, *([label, number, number + extra] for label, number, extra in lines)]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.docx", "a.pdf"])
def test_the_grand_total_of_a_pivot_of_one_year_is_of_that_year(name):
    found = read_as(pivot(0, 0, 0), [], name)
    assert {each.year for each in observations(found)} == {"2018/19"}
    assert not [each for each in found.problems if each.stops]
    other = read_as(pivot(0, 1, 1), [], name)
    assert any(NO_YEAR in each.message and each.stops for each in other.problems)
