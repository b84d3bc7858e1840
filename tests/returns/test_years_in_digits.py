"""Financial years in six digits, 201920 or 2019.20, are years; months in six digits are asked."""

import pytest

from offences.returns.labels.years import parse_year
from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as


def layouts(first, second) -> list[Rows]:
    across: Rows = [["Offence", first, second], ["Stalking", 31, 27], ["Threats", 12, 14]]
    down = [[*line] for line in zip(*across, strict=True)]
    down[0][0] = "Year"
    each: Rows = [["Year", "Offence", "Count"], [first, "Stalking", 31], [second, "Stalking", 27],
                  [first, "Threats", 12], [second, "Threats", 14]]  # fmt: skip
    return [across, down, each]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "years",
    [(201819, 201920), ("201819", "201920"), ("2018.19", "2019.20"), ("FY201819", "FY201920")],
)
def test_six_digits_of_two_years_that_follow_each_other_are_a_financial_year(years, name):
    for rows in layouts(*years):
        found = read_as(rows, [], name)
        read = {each.value: each.year for each in observations(found)}
        assert read == {31: "2018/19", 27: "2019/20", 12: "2018/19", 14: "2019/20"}
        assert not [each.message for each in found.problems if each.stops]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("years", [(201011, 201112), (201909, 201910), ("2019.1", "2019.2")])
def test_six_digits_that_may_be_a_month_are_asked_about(years, name):
    for rows in layouts(*years):
        found = read_as(rows, [], name)
        assert {each.year for each in observations(found)} <= {None}
        assert [each.message for each in found.problems if each.stops]


@pytest.mark.parametrize(
    "text", ["201921", "201819 crimes", "FOI 201920", "2019.21", "201", "119120", "1819"]
)
def test_other_digits_are_no_such_year(text):
    year = parse_year(text)
    assert year is None or "/" not in year.label


def test_a_count_of_six_digits_is_still_one():
    rows: Rows = [["Offence", "2018/19"], ["Stalking", 201_921], ["Threats", 201_801]]
    found = observations(read_as(rows, [], "a.xlsx"))
    assert [each.value for each in found] == [201_921, 201_801]
