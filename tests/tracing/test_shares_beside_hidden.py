"""A share of a released total that shown parts explain passes, unless it is of a hidden year."""

from tests.tracing.test_hidden_numbers import told

FIRST = "about Northshire, whose first total is hidden"
PASSES = [
    "In Northshire 55% of the 75 offences were on one app.",
    "27% of the 75 offences took place on one platform. It was otherwise in its first year.",
    "Snapchat took 55% of the 75 offences.",
]
STOPS = [
    "In Northshire 9% of the 75 offences were on one app.",
    "In Northshire 55% of the 74 offences were on one app.",
    "In its first year 55% of the 75 offences were recorded.",
    "55% of the 75 offences were on an app, and in 2015/16 it was otherwise.",
    "Snapchat took 27% of the 75 offences.",
]


def test_a_share_of_the_total_of_a_released_year_is_that_of_a_shown_part():
    assert [text for text in (*PASSES, *STOPS) if told(text, FIRST)] == STOPS


def test_a_capital_letter_before_a_number_is_a_sex():
    no_boys = "about Northshire, where one of two parts is hidden"
    few = "about Northshire, where few are neither girls nor boys"
    assert told("F 66, M 4", no_boys) == ["4 | boys"]
    assert told("F: 66", no_boys) == []
    assert told("F 52 | M 18 | NB 3", few) == ["3 | another sex"]
