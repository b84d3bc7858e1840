"""The months that the words of a part year name."""

import pytest

from offences.returns.labels.months import parse_months


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("Apr-Sep 2018", (4, 9)), ("April to September 2018", (4, 9)), ("Q1", (4, 6)),
        ("2018/19 Q4", (1, 3)), ("Quarter 2", (7, 9)), ("third quarter", (10, 12)),
        ("2018/19 (to 30 Sep)", (4, 9)), ("2018/19 to end of December", (4, 12)),
        ("H1", (4, 9)), ("second half", (10, 3)), ("first six months", (4, 9)),
        ("Mar-19", (3, 3)), ("June", (6, 6)), ("6 months to September 2018", (4, 9)),
        ("nine months ending 31 December 2018", (4, 12)), ("from 1 October 2018", (10, 3)),
        ("1 April 2018 - 30 September 2018", (4, 9)), ("Oct 18 - Jan 19", (10, 1)),
        ("Quarter ending March 2019", (1, 3)), ("half-year to September 2018", (4, 9)),
        ("3 months ended 31 December 2018", (10, 12)), ("Month ending June 2018", (6, 6)),
    ],
)  # fmt: skip
def test_a_part_of_a_financial_year(words, months):
    assert parse_months(words, "financial") == months


@pytest.mark.parametrize(
    ("words", "months"), [("Q1", (1, 3)), ("2018 (to June)", (1, 6)), ("Q4 2018", (10, 12))]
)
def test_a_part_of_a_calendar_year(words, months):
    assert parse_months(words, "calendar") == months


@pytest.mark.parametrize(
    "words",
    ["", "part year", "year to date", "Q1 and Q3", "Q5", "to 15 September 2018", "six months",
     "15 April 2018 - 30 June 2018"],
)  # fmt: skip
def test_months_that_are_not_known_are_not_guessed(words):
    assert parse_months(words, "financial") is None
