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


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Of the 118 with a known age, {} had turned fourteen and 25 were thirteen.", "27", "20"),
        ("At twelve it's 20, at thirteen it's {}, and at fourteen 27.", "25", "20"),
        ("The oldest, at 15, account for {}.", "20", "27"),
        (
            "The 14-year-olds (27) come first, then the 13-year-olds (25), then the 12s ({}).",
            "20",
            "8",
        ),
        ("A child of twelve was the victim in 20 of them, one of eleven in {}.", "12", "8"),
    ],
)
def test_ages_are_read_by_their_place_in_a_row(text, right, false):
    ask_about_the_false(TARN, text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In Tarn 14 is the commonest age. Across England and Wales that's {}.", "13", "12"),
        ("The ages are known of 118. Top of the heap is {}, with 27.", "14", "12"),
        ("The single most common age? {}, and it isn't close.", "Fourteen", "Twelve"),
        (
            "You may have been told that {} was the peak age; that is so for England and Wales.",
            "13",
            "12",
        ),
    ],
)
def test_the_most_common_age_may_be_that_of_another_place(text, right, false):
    ask_about_the_false(TARN, text, right, false)


def test_a_child_of_whom_something_may_be_expected_is_nobody_in_the_figures():
    assert flagged(TARN + "“A thirteen-year-old isn't going to read a leaflet,” she said.") == []
    assert flagged(TARN + "A four-year-old was the youngest victim.") != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Ages were noted in 118. Kik was used in {}, with 28 on Instagram.", "15", "14"),
        (
            "There were {} against children of ten or under, with 12 against those aged 11.",
            "14",
            "13",
        ),
        ("Ten-year-olds: {}, with 12 eleven-year-olds.", "8", "9"),
        ("Offences against ten-year-olds came to 8, and {} for eleven.", "12", "14"),
        (
            "Instagram was next, with 28, and Kik third, with {}. An age is known of 118.",
            "15",
            "14",
        ),
        ("Age was noted in 118; Kik accounted for {}, Snapchat for 40.", "15", "14"),
    ],
)
def test_a_number_beside_ages_is_still_a_number(text, right, false):
    tell_apart(TARN, text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The age at which children were most often targeted was {}.", "14", "13"),
        ("By age, offences were: 12 – 20; 13 – {}; 14 – 27.", "25", "20"),
        ("By age, {} comes second in the list for 2019/20.", "13", "14"),
        ("Snapchat was flagged in {} Tarn files.", "40", "28"),
    ],
)
def test_ages_and_files_in_lists_are_read(text, right, false):
    found = flagged(TARN + text.format(false))
    assert flagged(TARN + text.format(right)) == []
    assert found in ([false], ["second"])


def test_an_age_that_was_hit_hardest_ranks_no_force():
    assert flagged("The 13 to 14 age group was hit hardest in the UK in 2019/20.") == []
    assert flagged("Tarn was hit hardest in the UK in 2019/20.") == ["hardest in the UK"]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Where the sex was noted, boys were {} in five.", "one", "two"),
        ("Girls were only {} in five of those whose sex is on file.", "four", "three"),
    ],
)
def test_boys_that_were_one_in_five_are_a_share_and_no_age(text, right, false):
    assert flagged(TARN + text.format(right)) == []
    assert flagged(TARN + text.format(false)) == [f"{false} in five"]


def test_girls_of_an_age_are_not_all_children_of_it():
    assert flagged(TARN + "Of the victims, girls were 14 in 27 of them.") == ["14 in 27"]


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("A five-year-old can't read a leaflet.", []),
        ("A six-year-old needs a grown-up close by.", []),
        ("A five-year-old would be sent pictures every night.", ["five-year-old"]),
        ("A six-year-old wasn't believed.", ["six-year-old"]),
        ("To this day a six-year-old will not talk to officers.", ["six-year-old"]),
    ],
)
def test_what_any_child_of_an_age_can_do_is_told_from_what_befell_one(sentence, asked):
    assert flagged(TARN + sentence) == asked
