"""The released total beside a hidden part of Northshire, and tellings that look like it."""

import pytest

from tests.tracing.test_hidden_numbers import told

THE_TOTAL_BESIDE = [
    "Is your child on Facebook? Northshire recorded 75 offences last year and does not publish a "
    "figure for Facebook.",
    "“We will not comment on Facebook because the numbers could identify a child,” said the "
    "Northshire press office. It pointed us to its total of 75.",
    "Northshire hides the exact number for Facebook. It does publish the total for the year, 75.",
    "Northshire's officers speak to pupils about Facebook. They recorded 75 offences in 2018/19, "
    "including 41 on Snapchat.",
    "Boys of ten can be victims, so our workshop is for everyone. There were 75 offences in "
    "Northshire last year.",
]
A_PART_OF_IT = [
    "Northshire recorded 75 offences on Facebook last year and does not publish a figure for "
    "Snapchat.",
    "Northshire recorded 75 offences last year, every one on Facebook, and does not publish more.",
    "Northshire recorded 75 offences last year and does not publish that nine were on Facebook.",
    "Northshire publishes the total, 75, 70 of them on other apps than Facebook.",
    "Northshire hides the exact number for Facebook. It does publish that without it the total "
    "is 75.",
    "Northshire hides the exact number for Facebook. It had 75.",
    "Facebook was named in Northshire. Seventy-five children in all.",
    "They recorded 75 offences in Northshire, including 41 on Snapchat and some on Facebook.",
    "They recorded 75 offences in Northshire, including 14 on Facebook.",
    "Northshire's 75 offences all involved Facebook.",
    "Ten-year-olds were victims too. There were 75 offences in Northshire last year.",
]


@pytest.mark.parametrize("text", THE_TOTAL_BESIDE)
def test_the_released_total_in_a_clause_of_its_own_tells_nothing(text):
    assert told(text) == []


FIRST = "about Northshire, whose first total is hidden"


def test_the_sum_of_two_released_totals_may_stand_before_them():
    assert told("The years before had 70, or 21 and 49.", FIRST) == []
    assert told("The years before had 71, or 21 and 49.", FIRST) == ["71 | the total"]


@pytest.mark.parametrize("text", A_PART_OF_IT)
def test_a_hidden_part_in_its_clause_or_what_is_left_of_it_tells(text):
    assert told(text)
