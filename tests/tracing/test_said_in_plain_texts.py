"""Plain texts: how often, how many forces gave a year's figure, whose rate."""

import pytest

from tests.tracing.tarn_and_england import ask_about_the_false, flagged


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "{} of 15 forces approached in England and Wales could supply a number for 2016/17.",
            *("Eleven", "Twelve"),
        ),
        (
            "In all {} of the 15 England and Wales forces asked sent us a figure for 2016/17.",
            *("11", "12"),
        ),
        ("{} of the 15 forces asked in England and Wales left 2019/20 blank.", "Three", "Two"),
    ],
)
def test_forces_gave_a_figure_for_the_year_that_is_named_behind_them(text, right, false):
    assert flagged(text.format(right)) == []
    assert any(each.startswith(false) for each in flagged(text.format(false)))


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Twelve a month: the 2019/20 rate of these crimes in {}.", "Tarn", "England and Wales"),
        ("Forty-seven a week: that is the toll across {}.", "England and Wales", "Tarn"),
    ],
)
def test_a_rate_is_of_the_body_named_behind_the_colon(text, right, false):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(false)) == [text.split(":")[0]] or flagged(text.format(false)) == [
        text.split(" a ")[0]
    ]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Children were groomed online {} times a day in England and Wales in 2019/20.", *"68"),
        ("Across England and Wales, abuse was reported {} times a day in 2019/20.", *"68"),
    ],
)
def test_children_harmed_so_many_times_a_day_are_a_rate(text, right, false):
    words = {"6": "six", "8": "eight"}
    ask_about_the_false("", text, words[right], words[false])


def test_a_group_may_meet_several_times_a_week():
    assert flagged("A group for children who were groomed meets three times a week.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Tarn’s number rose from one year to the next {} between 2016/17 and 2019/20.",
        "In Tarn the total went up year on year {} from 2016/17 to 2019/20.",
    ],
)
def test_a_number_rose_so_many_times_between_two_years(text):
    assert flagged(text.format("three times")) == []
    assert flagged(text.format("twice")) == ["twice"]
    assert flagged(text.format("four times")) == ["four times"]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Tarn police sent us their total for 2018/19. It came to {} offences.", "110", "149"),
        ("We have a figure from Tarn for 2016/17. That was {}.", "77", "95"),
        (
            "Twelve forces in England and Wales gave us a number for 2018/19. It comes to {} crimes"
            " in all.",
            *("1,842", "2,489"),
        ),
    ],
)
def test_a_number_is_of_the_year_that_the_sentence_before_has_a_figure_for(text, right, false):
    ask_about_the_false("", text, right, false)


def test_a_number_of_now_is_not_of_the_year_that_the_sentence_before_has_a_figure_for():
    text = "Tarn police sent us their total for 2018/19. It is now 149."
    assert flagged(text) == []
