"""“Q1” to “Q4” that may number questions: one alone, or several unlike quarters. Asked."""

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


SEVERAL = "may be a quarter or the number of a question: "


def asked_of(rows: Rows, name: str) -> list[str]:
    found = read_as(rows, [], name)
    asked = [each for each in found.problems if SEVERAL in each.message]
    parts = [each for each in observations(found) if each.part_words]
    if asked:
        assert {each.stops for each in asked} == {True}
        assert {each.months for each in parts} == {None}
        assert {asked[0].cell, *asked[0].also} == {each.cell for each in parts}
    return [each.message for each in asked]


OF_QUESTIONS: dict[str, Rows] = {
    "labels of their own": [
        ["Q", "Text", *YEARS], ["Q1", "Total", 42, 48], ["Q2", "Female", 21, 30],
        ["Q3", "10-12", 15, 19], ["Q4", "WhatsApp", 11, 13]],
    "totals of their own": [
        ["", "Victims", *YEARS], ["Q1", "Total", 42, 48], ["Q2", "Female", 28, 30],
        ["Q2", "Male", 14, 18], ["Q2", "Total", 42, 48], ["Q3", "10-12", 15, 19],
        ["Q3", "13-15", 27, 29], ["Q3", "Total", 42, 48]],
    "labels across": [
        ["Year", "Q1", "Q2", "Q2", "Q3", "Q4"], ["", "Total", "Female", "Male", "10-12", "13-15"],
        ["2018/19", 42, 28, 14, 15, 27], ["2019/20", 48, 30, 18, 19, 29]],
    "one year": [["", "Text", "2018/19"], ["Q1", "Total", 42], ["Q2", "Female", 28],
                 ["Q2", "Male", 14]],
    "a sum": [["Year", "Q1", "Q2", "Q3", "Q4"], ["2018/19", 42, 18, 14, 10],
              ["2019/20", 48, 20, 15, 13]],
    "a sum of two": [["", *YEARS], ["Q1", 42, 48], ["Q2", 24, 30], ["Q3", 18, 18], ["Q4", 20, 21]],
    "a sum in each offence": [
        ["Offence", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19", "Q4 2018/19"],
        ["Stalking", 22, 10, 7, 5], ["Threats", 12, 5, 4, 3]],
    "far apart": [["Year", "Q1", "Q2", "Q3", "Q4"], ["2018/19", 42, 25, 11, 4],
                  ["2019/20", 48, 31, 17, 5]],
}  # fmt: skip


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("layout", OF_QUESTIONS)
def test_four_that_are_unlike_quarters_may_be_questions(layout, name):
    assert len(asked_of(OF_QUESTIONS[layout], name)) == 1


OF_QUARTERS: dict[str, Rows] = {
    "years down": [["Year", "Q1", "Q2", "Q3", "Q4"], ["2018/19", 12, 15, 11, 14],
                   ["2019/20", 14, 13, 17, 3]],
    "the same labels": [
        ["", "Sex", *YEARS], *([f"Q{n}", sex, 10 + n + at, 13 - n + at] for n in (1, 2, 3, 4)
                              for at, sex in enumerate(["Girls", "Boys", "Total"]))],
    "few": [["Offence", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19", "Q4 2018/19"],
            ["Stalking", 6, 2, 3, 3], ["Threats", 1, 0, 2, 1]],
    "called quarters": [["Year", "Quarter", "Offence", "Count"], ["2018/19", "Q1", "Stalking", 9],
                        ["2018/19", "Q3", "Threats", 4], ["2018/19", "Q4", "Blackmail", 2]],
    "with their sum": [["Year", "Q1", "Q2", "Q3", "Q4", "Total"], ["2018/19", 42, 25, 11, 4, 82],
                       ["2019/20", 48, 31, 17, 5, 101]],
    "with their year": [["Offence", "Q1", "Q2", "Q3", "Q4", "2018/19"],
                        ["Stalking", 22, 10, 7, 5, 44], ["Threats", 12, 5, 4, 3, 24]],
    "with months": [["Year", "Q1 Apr-Jun", "Q2 Jul-Sep", "Q3 Oct-Dec", "Q4 Jan-Mar"],
                    ["2018/19", 42, 18, 14, 10], ["2019/20", 48, 20, 15, 13]],
}  # fmt: skip


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("layout", OF_QUARTERS)
def test_what_is_like_quarters_or_called_so_is_of_quarters(layout, name):
    rows = OF_QUARTERS[layout]
    assert asked_of(rows, name) == []
    assert any(each.months for each in observations(read_as(rows, [], name)))


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_a_number_under_foi_is_of_a_question(name):
    rows: Rows = [["FOI", *YEARS], ["Q1", 42, 48], ["Q2", 20, 28], ["Q3", 19, 18], ["Q4", 17, 14]]
    found = read_as(rows, [], name)
    assert [each for each in found.problems if "the number of a question" in each.message]
    assert {each.part_words for each in observations(found)} == {""}
