"""Rows without one of their labels beside others that have it, and lines called totals."""

import pytest

from tests.returns.grids import Rows, problems, read
from tests.returns.test_rows_of_groups import NAMES, read_in

YEARS = ["2019/20", "2020/21"]
TIDY: Rows = [["Year", "Offence", "Sex", "Count"]]
WIDE: Rows = [["Offence", "Sex", *YEARS]]


def blank(rows: Rows) -> list[str | None]:
    return [each.cell for each in problems(rows) if "is blank under" in each.message]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "rows",
    [
        [*TIDY, [YEARS[0], "Rape", "Girls", 41], [YEARS[0], "Rape", "Boys", 32],
         [YEARS[0], "Rape", "", 6], [YEARS[1], "Rape", "Girls", 52]],
        [*TIDY, [YEARS[0], "Rape", "Girls", 41], [YEARS[0], "Rape", "", 6],
         [YEARS[1], "Rape", "Girls", 52], [YEARS[1], "Rape", "", 7]],
        [*TIDY, [YEARS[0], "Rape", "Girls", 41], [YEARS[0], "Incest", "", 6],
         [YEARS[0], "Rape", "Boys", 12]],  # alone, and no sum
        [*WIDE, ["Rape", "", 41, 52], ["Rape", "Boys", 63, 64], ["Incest", "Girls", 17, 19]],
        [*WIDE, ["", "Girls", 12, 14], ["", "Boys", 25, 26], ["Incest", "Girls", 41, 44],
         ["", "Boys", 32, 33]],
    ],
)  # fmt: skip
def test_a_row_without_a_label_that_is_no_sum_is_asked_about(rows, name):
    asked = [each for each in read_in(name, rows, []).problems if "blank under" in each.message]
    assert asked and all(each.stops for each in asked)


@pytest.mark.parametrize(
    "rows",
    [
        [*WIDE, ["Rape", "", 73, 84], ["Rape", "Girls", 41, 52], ["Rape", "Boys", 32, 32],
         ["Incest", "", 20, 22], ["Incest", "Girls", 11, 12], ["Incest", "Boys", 9, 10]],
        [*WIDE, ["Rape", "", 75, 84], ["Rape", "Girls", 41, 52], ["Rape", "Boys", 32, 32],
         ["Incest", "", 20, 22], ["Incest", "Girls", 11, 12], ["Incest", "Boys", "<5", 10]],
        [*WIDE, ["", "Girls", 52, 64], ["", "Boys", 41, 42], ["Rape", "Girls", 41, 52],
         ["", "Boys", 32, 32], ["Incest", "Girls", 11, 12], ["", "Boys", 9, 10]],
        [*WIDE, ["Rape", "Girls", 41, 52], ["", "Boys", 32, 32], ["Total", "", 73, 84]],
    ],
)  # fmt: skip
def test_a_sum_needs_no_label(rows):
    assert blank(rows) == []


LINES = {
    "Total online rape": ("offence", "online rape"), "Incest - total": ("offence", "Incest"),
    "Incest totals": ("offence", "Incest"), "Total for Kik": ("platform", "Kik"),
}  # fmt: skip
SEXES: Rows = [["Sex", *YEARS], ["Grooming"], ["Girls", 41, 52], ["Boys", 32, 33]]
LAST: Rows = [["Girls", 11, 12], ["Boys", 9, 10]]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("line", LINES)
def test_a_line_that_is_called_the_total_of_something_says_what_its_rows_are_of(line, name):
    found = read_in(name, [*SEXES, [line], *LAST], [])
    (seen,) = [o for table in found.tables for o in table.observations if o.value == 11]
    assert dict([LINES[line]]) | {"sex": "Girls"} == seen.labels
    assert not seen.total


def test_so_it_says_of_which_year():
    found = read([["Sex", "Rape", "Incest"], ["2019/20"], *LAST, ["2020/21 total"], *LAST])
    assert (found["B4"].year, found["B7"].year) == ("2019/20", "2020/21")


@pytest.mark.parametrize(
    "line", ["Total", "Total offences", "Grand total", "Total number of crimes", "Totals", "Total:"]
)
def test_a_line_that_is_called_the_total_of_all_says_nothing_more(line):
    found = read([*SEXES, [line], *LAST])
    assert found["B6"].labels == {"sex": "Girls"} and not found["B6"].other
