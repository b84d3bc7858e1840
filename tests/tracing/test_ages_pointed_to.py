"""Words that point to an age from one that was named: a year older, those ages."""

import pytest

from tests.tracing.tarn_and_england import ask_about_the_false, flagged, tell_apart
from tests.tracing.test_statements import statements

ONE, BAND = (
    "There were 31 offences against 13-year-olds. ",
    "There were 31 offences against children aged 10 to 11. ",
)
AGES = {
    ONE + "Those a year older were the victims of 29.": "aged 14",
    ONE + "Those a year younger were the victims of 29.": "aged 12",
    ONE + "For the age above the number was 29.": "aged 14",
    ONE + "For the age below the number was 29.": "aged 12",
    ONE + "Children of that age were the victims of 29 offences nearby.": "aged 13",
    BAND + "Children of that age were the victims of 29 offences nearby.": "aged 10 to 11",
    BAND + "Children of those ages were the victims of 29 offences nearby.": "aged 10 to 11",
    # "Those ages" are more than one, and nobody named two.
    ONE + "Children of those ages were the victims of 29 offences nearby.": "those ages",
    "Children of that age were the victims of 29 offences nearby.": "that age",
}


AGES |= {
    BAND + "The youngest were nine. That age group had 29.": "aged 10 to 11",
    BAND + "Some were nine. The oldest were 14. That age band had 29.": "aged 10 to 11",
    BAND + "12-year-olds were in 40. That age group had 29.": "aged 12",
    BAND + "The youngest was aged nine. Children of that age were the victims of 29.": "aged 9",
}


def test_words_that_point_to_an_age_are_of_the_one_named_or_the_next():
    found = {
        text: ", ".join(str(each) for each in statements(text)["29"].categories) for text in AGES
    }
    assert found == AGES


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("At 13, a child in Tarn is most at risk: {} offences.", "25", "27"),
        ("Children of 13 were the victims in 25 offences. At 14, the figure is {}.", "27", "25"),
        ("Of 12, 13 and 14: at 13, the number is lower. At 14, there were {}.", "27", "25"),
        ("Children of 13 were in 25, those a year older in 27, a year younger in {}.", "20", "25"),
        ("Children of 11 were in 12, those a year older in 20, a year older in {}.", "25", "12"),
        ("In {} cases, the child was no more than 10 years old.", "14", "8"),
        ("In {} the child was only 12, and in 27 only 14.", "20", "12"),
        ("Where are they? In {} the child was ten exactly.", "8", "14"),
        ("The most common age was 14, with 27 offences, ahead of 13 ({}) and 12 (20).", "25", "12"),
        ("How old are they? The youngest was nine. For {} offences we don't know.", "31", "66"),
        ("Children at most 10 years old were the victims in {} cases.", "14", "8"),
    ],
)
def test_an_age_is_told_by_a_word_at_the_start_or_by_its_bound(text, right, false):
    ask_about_the_false("Tarn Police recorded 149. ", text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # an age after a number, once the sentence speaks of one
        ("In 25 cases the child was thirteen, the usual age, and in {} only twelve.", "20", "27"),
        ("In 25 offences the child was 13, and in {} it was 14.", "27", "20"),
        ("The age was noted, with 25 in which it was 13 and {} in which it was 14.", "27", "20"),
        ("The age was noted, with {} in which it was 13 and 27 in which it was 14.", "25", "20"),
        ("In {} the child was ten and in 12 it was eleven.", "8", "12"),
        ("There were 25 against children aged 13, and {} against those who were 12.", "20", "27"),
        # two ages further, from the one named first
        ("25 were against those of 13, 20 a year younger and {} two years younger.", "12", "8"),
        # the youngest, the commonest and the largest group are ages that a number is of
        ("The youngest age in the returns was nine, with {} crimes.", "6", "8"),
        ("The most frequently recorded age was 14 (27), followed by 13 ({} offences).", "25", "20"),
        ("Children who were themselves 13 were the victims in {} of the cases.", "25", "27"),
        ("In {} offences the child had yet to turn 11.", "14", "12"),
        # the closer words are meant
    ],
)
def test_an_age_that_leaves_out_the_word_for_it_is_one_where_ages_are_spoken_of(text, right, false):
    tell_apart("Tarn Police recorded 149.\n\n", text, right, false)


def test_a_number_is_no_age_where_nothing_speaks_of_one():
    assert "120" in flagged("It rose from 110 to 149, and in 120 only six.")


@pytest.mark.parametrize(("age", "is_right"), [("nine", True), ("eight", False), ("ten", False)])
def test_the_youngest_is_the_lowest_age_of_a_table_of_all_forces(age, is_right):
    text = f"Across England and Wales the youngest was {age}."
    assert (age not in flagged(text)) == is_right


def test_the_youngest_of_one_force_is_not_told_by_its_table():
    assert "nine" in flagged("In Tarn the youngest was nine.")
