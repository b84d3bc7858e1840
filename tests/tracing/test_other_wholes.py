"""A number that leads no noun is of the data, unless its subject or its whole is another thing."""

import pytest

from tests.tracing.test_hidden_numbers import told

FIRST = "about Northshire, whose first total is hidden"
PARTS = "about Northshire"
BOYS = "about Northshire, where one of two parts is hidden"
OF_OTHERS = (
    ("Northshire Police has 94 officers, three of whom work full time on online crime.", FIRST),
    ("It was 49 the year before in Northshire, and nobody did anything.", FIRST),
    ("Northshire Council called for fines of up to ten per cent of turnover.", FIRST),
    ("Researchers questioned 640 boys and 710 girls. A third said they had been contacted.", BOYS),
    ("Researchers spoke to 2,100 girls, a fifth of them under 12.", BOYS),
    ("The team has two officers, and will hire a third in April.", FIRST),
)
OF_OURS = (
    ("The Northshire committee met. Two cases were on the list.", BOYS),
    ("Northshire Police has 94 officers, three of whom were victims.", FIRST),
    ("The grant was £2 million. In 2015/16 the offences were three per cent of that.", FIRST),
    ("It was 29 the year before in Northshire, and nobody was harmed in 2015/16.", FIRST),
    ("In 2015/16 it was ten per cent of the cases of the year after.", FIRST),
    ("England had 640 boys, and a sixth were Northshire’s.", BOYS),
    ("Snapchat and Instagram were named in Northshire. The two were boys.", BOYS),
)


@pytest.mark.parametrize(("text", "about"), OF_OTHERS)
def test_a_number_of_a_vote_a_budget_staff_or_a_study_tells_nothing(text, about):
    assert told(text, about) == []


@pytest.mark.parametrize(("text", "about"), OF_OURS)
def test_the_same_number_beside_the_data_is_of_them(text, about):
    assert told(text, about)


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Offences in Northshire have risen every year since 2015/16.", True),
        ("Northshire’s total has only ever gone up since the first year, 2015/16.", True),
        ("Compared with 2015/16, Northshire’s offences are down.", True),
        ("Northshire’s offences have risen since 2017/18.", False),
        ("Officers have been trained since 2015/16, and Northshire’s total rose last year.", False),
        ("The cyber team has grown from two officers to five since 2015/16.", False),
    ],
)
def test_a_rise_or_fall_from_a_hidden_year_tells_without_a_number(text, tells):
    assert bool(told(text, FIRST)) == tells


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("In 56 the child was 12 or 13, and in the rest the child was younger or older.", True),
        ("In 56 the child was 12 or 13. The others were either younger or older.", True),
        ("In 56 the child was 12 or 13. Younger children can ring our helpline.", False),
    ],
)
def test_the_rest_of_the_ages_that_are_named_is_of_those_beyond(text, tells):
    assert bool(told(f"Of Northshire’s 75 offences: {text}")) == tells
