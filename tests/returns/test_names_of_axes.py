"""“Website” is a label where it is beside another, though it may name the labels below it."""

import pytest

from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, problems
from tests.returns.test_causes import observations, read_as


def labels_of(rows: Rows, name: str, merged=()) -> dict[int, dict[str, str]]:
    return {each.value or 0: each.labels for each in observations(read_as(rows, [*merged], name))}


@pytest.mark.parametrize("word", ["Website", "Text", "WhatsApp", "Whats App", "Out of force"])
@pytest.mark.parametrize("name", FORMATS)
def test_an_upper_heading_over_a_count_and_its_percentage_is_a_label(word, name):
    rows: Rows = [["Year", "Instagram", "", word, ""], ["", "Count", "%", "Count", "%"],
                  ["2018/19", 31, 40, 12, 16], ["2019/20", 27, 44, 14, 18]]  # fmt: skip
    found = labels_of(rows, name, [(1, 2, 1, 3), (1, 4, 1, 5)])
    assert found[31] == {"platform": "Instagram"}
    assert found[14] == {"platform": word}


@pytest.mark.parametrize("word", ["Website", "Text"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_line_over_one_of_two_tables_is_a_label(word, name):
    rows: Rows = [["Instagram"], ["Sex", "2018/19"], ["Girls", 31], ["Boys", 12], [],
                  [word], ["Sex", "2018/19"], ["Girls", 27], ["Boys", 14]]  # fmt: skip
    found = labels_of(rows, name)
    assert found[12] == {"platform": "Instagram", "sex": "Boys"}
    assert found[14] == {"platform": word, "sex": "Boys"}


@pytest.mark.parametrize("name", FORMATS)
def test_a_heading_that_names_the_labels_below_it_is_none(name):
    rows: Rows = [["", "Platform", ""], ["Year", "Instagram", "Chatbug"], ["2018/19", 31, 12]]
    found = labels_of(rows, name, [(1, 2, 1, 3)])
    assert found[12] == {"platform": "Chatbug"}
    rows = [["Platform"], ["", "2018/19"], ["Chatbug", 31], ["Instagram", 12], [],
            ["Stalking"], ["", "2018/19"], ["Chatbug", 27], ["Instagram", 14]]  # fmt: skip
    assert labels_of(rows, name)[31] == {"platform": "Chatbug"}


OF_TIME = "is beside these numbers"


@pytest.mark.parametrize("word", ["Year", "Years:", "Financial year", "Month", "Qtr", "Date"])
@pytest.mark.parametrize("heading", ["Platform", "Offence", "Age", ""])
def test_a_row_of_numbers_beside_a_word_for_a_time_is_asked_about(word, heading):
    rows: Rows = [[heading, "2017/18", "2018/19", "2019/20"], ["Kik", 31, 27, 40],
                  [word, "<5", 8, 9]]  # fmt: skip
    assert any(OF_TIME in each.message and each.stops for each in problems(rows))
    rows = [rows[0], rows[2], rows[1]]
    assert any(OF_TIME in each.message and each.stops for each in problems(rows))


@pytest.mark.parametrize(
    "rows",
    [
        [["Platform", "2018/19", "2019/20"], ["Kik", "<5", 9], ["Unknown year", 6, 7]],
        [["Offence", "2018/19"], ["Q1", 9], ["Q2", 8], ["Q3", 6], ["Q4", 7], ["Year", 30]],
        [["Online sexual offences"], ["Year", "2018/19", "2019/20"], ["Kik", "<5", 9]],
        [["Year", "Kik"], ["2018/19", "<5"], ["2019/20", 9]],
        [["Platform", "2018/19", "2019/20"], ["Kik", "<5", 9], ["Full year", "<5", 9]],
        [["Age", "2018/19", "2019/20"], ["Year 7", "<5", 9], ["Year 8", 7, 6]],
    ],
)
def test_a_row_of_years_a_sum_of_their_parts_and_other_words_are_not(rows):
    assert not any(OF_TIME in each.message for each in problems(rows))
