"""“Q1” beside whole years, with no other quarter in its file, may number a question: asked."""

import pytest

from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

WHY = "may be a quarter or the number of a question"
YEARS = ["2018/19", "2019/20"]


def layouts(quarter: str) -> list[Rows]:
    return [
        [["", "Sex", *YEARS], [quarter, "Girls", 31, 27], ["", "Boys", 12, 14],
         ["", "Total", 43, 41]],
        [["", "Offence", *YEARS], [quarter, "Stalking", 31, 27], [quarter, "Threats", 12, 14]],
        [["Sex", *YEARS], ["", quarter, quarter], ["Girls", 31, 27], ["Boys", 12, 14]],
        [["Northshire Police", "", quarter], ["Sex", *YEARS], ["Girls", 31, 27], ["Boys", 12, 14]],
    ]  # fmt: skip


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("quarter", ["Q1", "Q2", "Q 1"])
def test_it_is_asked_about_and_its_months_are_not_proposed(quarter, name):
    for rows in layouts(quarter):
        found = read_as(rows, [], name)
        assert {each.months for each in observations(found)} == {None}
        parts = [each.cell for each in observations(found) if each.part_words]
        (asked,) = [each for each in found.problems if WHY in each.message]
        assert asked.stops
        assert {asked.cell, *asked.also} == {*parts}


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_several_quarters_and_one_with_its_months_or_year_are_none(name):
    four: Rows = [["Year", "Quarter", "Count"],
                  *([year, f"Q{n}", 10 * n + at] for at, year in enumerate(YEARS, 1)
                    for n in (1, 2, 3, 4))]  # fmt: skip
    named: Rows = [["Sex", "2018/19", "Q1 2019/20"], ["Girls", 31, 27], ["Boys", 12, 14]]
    months: Rows = [["Sex", "Apr-Jun 2018", "2019/20"], ["Girls", 31, 27], ["Boys", 12, 14]]
    for rows in (four, named, months):
        found = read_as(rows, [], name)
        assert not [each for each in found.problems if WHY in each.message]
        assert any(each.months for each in observations(found))


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_the_number_of_a_question_below_its_name_is_not_asked_about(name):
    rows: Rows = [["Question", "Sex", *YEARS], ["Q1", "Girls", 31, 27], ["Q1", "Boys", 12, 14]]
    assert not [each for each in read_as(rows, [], name).problems if WHY in each.message]
