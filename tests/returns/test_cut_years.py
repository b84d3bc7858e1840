"""What says that a year was cut short is asked of lists of crimes, too; a whole year is not."""

import pytest

from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, problems
from tests.returns.test_causes import read_as

TABLE: Rows = [
    ["Offence", "2016/17", "2017/18", "2018/19"],
    ["Rape", 14, 19, 27],
    ["Grooming", 3, 4, 6],
]
BY_DAY: Rows = [
    ["Crime", "Recorded", "Offence"],
    ["G/1", "03/05/2017", "Rape"],
    ["G/2", "09/06/2018", "Grooming"],
    ["G/3", "11/12/2018", "Rape"],
]
BY_YEAR: Rows = [
    [crime, *([year] if year else ["Year"]), offence]
    for (crime, _, offence), year in zip(BY_DAY, ["", "2017/18", "2018/19", "2018/19"], strict=True)
]
CUT: list[Rows] = [
    [["Data extracted 14 January 2019"]],
    [["Recorded between 01/04/2016 and 31/12/2018"]],
    [["Apr 2016 - Dec 2018"]],
    [["From", "01/04/2016"], ["To", "31/12/2018"]],
    [["14 January 2019"]],
]
WHOLE: list[Rows] = [
    [["Data extracted 14 May 2019"]],
    [["Recorded between 01/04/2016 and 31/03/2019"]],
    [["Apr 2017 - Mar 2019"]],
    [["From", "01/04/2016"], ["To", "31/03/2019"]],
    [["Period 01/04/2016 to 31/03/2019"]],
    [["14 May 2019"]],
    [["to 31 March 2019"]],
]


@pytest.mark.parametrize("rows", [BY_DAY, BY_YEAR], ids=["by day", "by year"])
@pytest.mark.parametrize("lines", CUT, ids=str)
@pytest.mark.parametrize("name", FORMATS)
def test_a_list_is_asked_about_once_for_a_year_that_was_not_over(lines, rows, name):
    if len(lines) > 1 and name == "a.pdf":
        return  # its cells are one line of a page
    asked = [p for p in read_as([*lines, [], *rows], [], name).problems if p.stops]
    assert len(asked) == 1
    assert asked[0].message.endswith("Are all counts of 2018/19 of the whole year?")


@pytest.mark.parametrize("rows", [TABLE, BY_DAY, BY_YEAR], ids=["table", "by day", "by year"])
@pytest.mark.parametrize("lines", WHOLE, ids=str)
def test_neither_a_list_nor_a_table_of_whole_years_is_asked_about(lines, rows):
    for sheet in ([["Report"], *lines, [], *rows], [*rows, [], *lines]):
        if sheet[0] == ["Report"] or len(lines) == 1:
            assert not [each.message for each in problems(sheet) if each.stops]


def test_the_words_in_the_rows_of_a_list_are_of_its_crimes():
    notes = ["Note", "held from 3 May 2018", "", "to 5 June 2018"]
    rows = [[*row, note] for row, note in zip(BY_YEAR, notes, strict=True)]
    assert not [each for each in problems(rows) if "whole year" in each.message]


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        ("Online sexual offences 2016/17 - December 2018", "D"),
        ("Period 01/07/2016 to 31/03/2019", "B"),
        ("July 2016 to March 2019", "B"),
        ("Figures correct at the time of extraction in May 2019", ""),
        ("14 January 2018", ""),
        ("Online sexual offences 2016/17 - March 2019", ""),
    ],
)
def test_each_count_of_the_year_that_is_cut_is_asked_about_and_no_other(line, columns):
    for rows in ([[line], [], *TABLE], [*TABLE, [], [line]]):
        asked = {str(each.cell)[0] for each in problems(rows) if each.stops}
        assert asked == {*columns}


@pytest.mark.parametrize(
    "line",
    [
        "14 January 2019",
        "14/01/2019",
        "Figures correct at the time of extraction in January 2019",
        "Accurate when searched in January 2019",
    ],
)
def test_one_question_is_about_all_counts_that_were_taken_before_their_year_was_over(line):
    for rows in ([[line], [], *TABLE], [*TABLE, [], [line]]):
        (asked,) = [each.message for each in problems(rows) if each.stops]
        assert asked.endswith("Are all counts of 2018/19 of the whole year?")
