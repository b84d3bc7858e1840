"""Headings that are written over two rows of cells."""

import pytest

from tests.returns.every_format import EVERY_FORMAT, FORMATS
from tests.returns.grids import Rows, problems, read
from tests.returns.test_causes import observations, read_as


@pytest.mark.parametrize(
    ("upper", "lower"),
    [(["2018/", "2019/"], ["2019", "2020"]), (["2018-", "2019-"], ["19", "20"]),
     (["2018", "2019"], ["/19", "/20"]), (["2018", "2019"], ["- 2019", "- 2020"]),
     (["Apr 18 to", "Apr 19 to"], ["Mar 19", "Mar 20"])],
)  # fmt: skip
@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_a_year_over_two_cells_is_one_year(upper, lower, name):
    rows: Rows = [["Sexual", *upper], ["offence", *lower], ["Stalking", 31, 37], ["Threats", 5, 6]]
    file = read_as(rows, [], name)
    assert not [each for each in file.problems if "may change what" in each.message]
    found = {each.value: each for each in observations(file)}
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


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("label", ["Rape of a child", "Other matters"])
@pytest.mark.parametrize("open_", ["18-", "18 to", "30-"])
def test_counts_below_an_open_age_are_no_ends_of_it(open_, label, name):
    head = ["Offence", f"2018/19 {open_}", f"2019/20 {open_}"]
    rows: Rows = [head, [label, 13, 16], ["Sexual grooming", 24, 29]]
    values = {each.value for each in observations(read_as(rows, [], name))}
    assert values == {13, 16, 24, 29}


@pytest.mark.parametrize("name", FORMATS)
def test_counts_beside_a_known_label_end_no_heading_even_where_they_might(name):
    rows: Rows = [["Offence", "0-", "14-"], ["Sexual grooming", 13, 16], ["Rape", 24, 29]]
    values = {each.value for each in observations(read_as(rows, [], name))}
    assert values == {13, 16, 24, 29}


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_an_age_over_two_cells_beside_its_year_is_one_band(name):
    head = ["Offence", "2018/19 10 -", "2018/19 13 -"]
    rows: Rows = [head, ["", 12, 17], ["Sexual grooming", 3, 4], ["Rape", 5, 6]]
    found = observations(read_as(rows, [], name))
    assert {each.labels["age"] for each in found} == {"10 - 12", "13 - 17"}
