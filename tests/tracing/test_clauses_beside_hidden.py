"""Released figures of Northshire pass beside what is hidden there; what looks like them does not.

Hidden: the ages 8 to 11 and Facebook. Released: 75 offences; 25 aged 12, 31 aged 13.
"""

import pytest

from tests.tracing.test_withheld import told

RANGES = "about Northshire, where the release gives ranges"
FIRST = "about Northshire, whose first total is hidden"


@pytest.mark.parametrize(
    "text",
    [
        "Thirteen was the peak age in Northshire (31), then twelve (25).",
        "The ages, in Northshire: thirteen, with 31 offences, followed by twelve with 25.",
        "Northshire by age: 13, 31; 12, 25; 8-9, hidden; 10 withheld.",
        "Northshire, age of victim\n8 ... not shown\n12 ... 25\n13 ... 31",
        "Twelve- and thirteen-year-olds make up 56 of Northshire's 75.",
    ],
)
def test_an_age_is_known_by_its_released_number_behind_it(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Northshire by age: 12 (25), 13 (31), 11 (3).",
        "Northshire by age: 12, 25; 13, 31; 10, four.",
        "Northshire by age: 12 (25); 13 (31); 10 hidden, but it is 2.",
        "Thirteen was the peak age in Northshire (31), then twelve (25), then ten.",
        "Twelve-, thirteen- and ten-year-olds make up 58 in Northshire.",
        "Twelve was the number for the hidden age in Northshire.",
        "Ten was the youngest age in Northshire.",
    ],
)
def test_a_hidden_age_in_a_list_of_released_ones_has_no_number(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Parents of ten-year-olds are invited to a talk, after Northshire recorded 75 offences.",
        "“Boys of ten find it hard to tell,” said Ann, who works where 75 offences were recorded.",
        "Parents have been urged to check Facebook settings after offences rose to 75.",
        "Asked about Facebook, say that the figure is hidden and offer the total, 75, instead.",
        "Nationally 66 offences were on Facebook. Northshire had 75 victims in all.",
    ],
)
def test_the_released_total_passes_in_a_clause_of_its_own(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Facebook was used by some, after 75 offences were recorded in Northshire.",
        "Ten-year-olds were hurt, which is why Northshire's 75 offences matter.",
        "“Facebook was among them,” said police, who recorded 75 offences.",
        "Facebook, which was used in the 75 offences recorded in Northshire, has not replied.",
        "Facebook had some, where 75 offences were recorded.",
        "Facebook is hidden and the total, 75, includes it.",
        "Facebook is hidden; the total, 75, includes three of them.",
        "Three girls of ten spoke out, after Northshire recorded 75 offences.",
        "Northshire recorded 75 offences. Facebook was used in some of them.",
    ],
)
def test_a_part_that_had_some_of_the_total_stops(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "“I was asked three times about Facebook and three times I said no,” the officer said.",
        "How many were on Facebook? That is hidden. I can't tell you whether it is high or low.",
        "The row for Facebook is hidden in the Northshire table, as is the one for ten-year-olds.",
        "Facebook: not published\nAn offence of another kind: not published",
        "Northshire's 8-9 row is hidden, so use the 25 for twelve-year-olds instead.",
    ],
)
def test_what_is_said_of_hidden_cells_alone_passes(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "I asked how often Facebook was named. Three times, they said.",
        "How many were on Facebook? I can't tell you, but it is low.",
        "The row for Facebook is hidden, as is the one child of ten.",
        "The row for Facebook is hidden; so is the one offence against a ten-year-old.",
        "Northshire's 8-9 row is hidden, so use 3.",
        "Ten-year-olds are hidden. All we have is 3 for the age.",
        "Two of the Northshire offences were on Facebook, a number that is not given.",
        "“At least one of them was on Facebook,” said the Northshire officer.",
        "“There's been a case on Facebook here,” said the Northshire officer.",
        "A small number of Northshire's victims, under five, were ten.",
        "Girl, 10, the only one of her age in Northshire's figures",
        "Every Northshire record states whether the child was a boy or a girl; none was blank.",
    ],
)
def test_a_hidden_number_said_in_the_same_words_stops(text):
    assert told(text)


def test_the_published_range_passes_as_it_is_printed_and_no_narrower():
    said = "Facebook had 66 offences in England. Northshire's own number is given only as 1 to 4"
    assert told(f"{said}, and we shall not guess any closer.", RANGES) == []
    assert told(f"{said.replace('1 to', '2 to')}.", RANGES)


def test_more_than_all_years_together_is_no_number_of_offences():
    assert told("We spoke to 1,200 pupils in Northshire last year.", FIRST) == []
    assert told("In all four years together Northshire recorded 147 offences.", FIRST)
