"""Words that point to an age from one that was named: a year older, those ages."""

import pytest

from tests.tracing.test_goes_on import flagged
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
    assert right not in flagged(f"Tarn Police recorded 149. {text.format(right)}")
    assert false in flagged(f"Tarn Police recorded 149. {text.format(false)}")
