"""Ages said as bare numbers: the most common one, those of a list, two of them together."""

import pytest

from tests.tracing.tarn_and_england import ask_about_the_false, flagged, tell_apart

TARN = "Tarn Police recorded 149 offences in 2019/20. "
AGES = "In 118 of them an age was noted. "


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Most common age in Tarn? {}.", "14", "13"),
        ("And the age most often hit? {}, in 27 of the offences.", "Fourteen", "Twelve"),
        ("What about ages? {} comes out top, with 27.", "Fourteen", "Twelve"),
        ("The age cropping up most often was {} (27 offences).", "14", "13"),
        ("Most were not small children. One child was one of {}, our commonest age.", "14", "13"),
        ("Most common age in Tarn? 14. Across England and Wales it's {}, with 413.", "13", "14"),
    ],
)
def test_a_bare_number_is_the_most_common_age_where_the_words_say_so(text, right, false):
    ask_about_the_false(TARN, text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Most common age in Tarn? 14, with {} offences.", "27", "25"),
        ("Fourteen comes out on top, she said, with {}.", "27", "25"),
        ("One was of fourteen, our commonest age, with {}.", "27", "20"),
        ("In England and Wales thirteen is also the peak, she said, with {}.", "413", "380"),
        (
            "13 is the peak: that is so for England and Wales, where it accounts for {}.",
            "413",
            "380",
        ),
        ("Children of 13 accounted for 25, those of 14 for {}.", "27", "20"),
        ("The largest group is 14-year-olds (27), followed by those of 13 ({}).", "25", "20"),
        ("Perhaps it is one of twelve, the victim in {}.", "20", "25"),
        ("Then you reach thirteen and fourteen, and those two birthdays make up {}.", "52", "25"),
        ("13 and 14 together account for {}.", "52", "27"),
        ("12 came next, with 20; then 11, with {}.", "12", "8"),
        (
            "Eight were against ten-year-olds, 12 against those of 11. After that, {} for 12.",
            "20",
            "25",
        ),
    ],
)
def test_the_number_beside_a_bare_age_is_that_of_its_age(text, right, false):
    ask_about_the_false(TARN + AGES, text, right, false)


def test_an_age_said_again_by_itself_is_no_number():
    again = TARN + "Eight offences were against ten-year-olds. {}. Think of that."
    assert flagged(again.format("Ten")) == []
    assert flagged(again.format("Eleven")) == ["Eleven"]


def test_no_number_is_an_age_without_a_word_of_ages_or_beside_another_name():
    tell_apart(TARN, "Boys were the victims in {}, with the sex noted in 140.", "28", "13")
    tell_apart(TARN, "An age was noted in 118. Snapchat: {} (48%).", "40", "14")
