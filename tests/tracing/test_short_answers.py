"""What a sentence of few words leaves to the one before it, and ranges of a rate."""

import pytest

from tests.tracing.tarn_and_england import flagged


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("In Tarn, boys. Twenty-eight, a fifth of the cases where it was noted.", []),
        ("And girls? Girls, yes. 112 in Tarn, four-fifths of those where it was noted.", []),
        (
            "In England and Wales girls were in 1,805 of 2,238; here it was 112 cases out of 140.",
            [],
        ),
        ("Snapchat was in 40 and Kik in 15 in Tarn. In 66 others, no app was recorded.", []),
        ("In England and Wales it comes to between six and seven a day.", []),
        ("In Tarn it comes to between two and three a week.", []),
        (
            "In Tarn, boys. 112 here, four-fifths of the cases where it was noted.",
            ["112", "four-fifths"],
        ),
        ("And girls? Girls, yes. 28 in Tarn.", ["28"]),
        ("In Tarn, more boys than girls. 112 here.", ["112"]),
        (
            "In England and Wales girls were in 1,805 of 2,238; here it was 28 cases out of 140.",
            ["28"],
        ),
        ("Snapchat was in 40 and Kik in 15 in Tarn. In 9 others, no app was recorded.", ["9"]),
        ("In England and Wales it comes to between seven and eight a day.", ["seven and eight"]),
        ("In England and Wales it comes to between two and three a day.", ["two and three"]),
        ("In Tarn it comes to between three and four a week.", ["three and four"]),
    ],
)
def test_a_short_sentence_names_what_the_next_is_of(text, wrong):
    assert [each for each in flagged(text) if "more" not in each] == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("In brief\nTarn's total: 149\nRise since 2016/17: 94%", []),
        ("In brief\nTheir total: 2,489\nRise since 2016/17: 94%", ["94%"]),
        ("In brief\nTheir total: 2,489\nRise in a year: 39", ["39"]),
        ("In brief\nTheir total: 2,489\nTotal a year before: 110", ["110"]),
        ("In brief\nTheir total: 2,489\nTotal a year before: 1,842", []),
    ],
)
def test_each_line_of_a_list_without_dashes_is_of_the_body_of_the_one_before(text, wrong):
    assert flagged(text) == wrong
