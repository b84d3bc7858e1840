"""A file of calendar years is asked about that once, in whichever words it says so again."""

import pytest

from tests.returns.every_format import FORMATS, messages_of
from tests.returns.grids import Rows

FIRST: Rows = [["Offence", 2019, 2020], ["Grooming", 31, 42], ["Rape", 6, 9], ["Total", 37, 51]]
SECOND: Rows = [["Sex", 2019, 2020], ["Female", 30, 38], ["Male", 7, 13]]
KIND = "This file gives calendar years, not financial years."

SAID = [
    "Online offences by offence and calendar year",
    "Online offences, calendar years 2019 and 2020",
    "The figures are by calendar year, and not by financial year.",
    "Please note that these are calendar years rather than financial years.",
    "All figures are for calendar years (January to December).",
    "Counts are given on a calendar year basis.",
    "Year: calendar",
    "CY 2019 to CY 2020",
]


@pytest.mark.parametrize("name", [*FORMATS, "a.csv"])
@pytest.mark.parametrize("line", SAID)
def test_words_for_calendar_years_ask_no_second_question(line, name):
    assert messages_of(name, [[line], [""], *FIRST, [""], *SECOND]) == [KIND]
    assert messages_of(name, [["Online offences"], [""], *FIRST, [""], *SECOND, [""], [line]]) == [
        KIND
    ]


@pytest.mark.parametrize(
    "line",
    ["The first half of each calendar year", "Some are of calendar years.",
     "Calendar years, adults only", "Figures for financial years are not available."],
)  # fmt: skip
def test_a_line_that_says_more_is_asked_about_beside_them(line):
    assert len(messages_of("a.xlsx", [["Online offences"], [""], *FIRST, [""], [line]])) == 2


@pytest.mark.parametrize("line", [SAID[0], *SAID[2:7]])
def test_beside_financial_years_the_same_words_are_asked_about(line):
    rows: Rows = [["Offence", "2019/20", "2020/21"], *FIRST[1:]]
    assert messages_of("a.xlsx", [["Online offences"], [""], *rows, [""], [line]])
