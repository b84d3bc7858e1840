"""Headings that are written over two rows of cells."""

import pytest

from tests.returns.grids import Rows, problems, read
from tests.returns.test_causes import observations, read_as
from tests.returns.three_formats import FORMATS


@pytest.mark.parametrize(
    ("upper", "lower"),
    [(["2018/", "2019/"], ["2019", "2020"]), (["2018-", "2019-"], ["19", "20"]),
     (["Apr 18 to", "Apr 19 to"], ["Mar 19", "Mar 20"])],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_a_year_over_two_cells_is_one_year(upper, lower, name):
    rows: Rows = [["Sexual", *upper], ["offence", *lower], ["Stalking", 31, 37], ["Threats", 5, 6]]
    found = {each.value: each for each in observations(read_as(rows, [], name))}
    assert {value: each.year for value, each in found.items()} == {
        31: "2018/19", 37: "2019/20", 5: "2018/19", 6: "2019/20"
    }  # fmt: skip


@pytest.mark.parametrize("sign", ["to", "-"])
def test_a_band_of_ages_over_two_cells_is_one_band(sign):
    rows: Rows = [["Offence 2018/19", f"10 {sign}", f"13 {sign}", "16-17"], ["", 12, 15, ""],
                  ["Stalking", 31, 37, 4], ["Threats", 5, 6, 7]]  # fmt: skip
    found = read(rows)
    ages = {cell: each.labels["age"] for cell, each in found.items()}
    assert ages["B3"] == ages["B4"] == f"10 {sign} 12"
    assert ages["D3"] == "16-17"
    assert not problems(rows)


@pytest.mark.parametrize("name", FORMATS)
def test_a_row_below_whole_headings_is_a_row_of_its_own(name):
    rows: Rows = [["Age", "2018/19", "2019/20"], ["10-12", 31, 37], ["13-15", 5, 6]]
    found = observations(read_as(rows, [], name))
    assert {each.value for each in found} == {31, 37, 5, 6}
