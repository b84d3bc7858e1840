"""Forces that gave figures for two years, or answered in both, in words without "both"."""

import pytest

from tests.tracing.tarn_and_england import flagged, tell_apart


@pytest.mark.parametrize(
    "text",
    [
        "Across England and Wales offences rose {} among forces that gave figures for two years.",
        "Nationally, the rise was {} for those forces that supplied data covering two years.",
        "In England and Wales it is up {} among forces that returned numbers for the two years.",
        "England and Wales: among 12 forces that had answered in each of the past two years,"
        " offences rose by {}.",
        "In England and Wales the 12 forces which could supply numbers for the past two years"
        " together saw a rise of {}.",
        "Twelve forces could be compared over the two years. Their offences rose by {}.",
    ],
)
def test_two_years_of_answers_are_those_that_are_compared(text: str) -> None:
    tell_apart("", text, "35%", "31%")


def test_a_force_with_more_years_gave_no_two() -> None:
    assert flagged("Tarn Police gave figures for two years.") == ["two"]


def test_a_rise_in_each_of_two_years_is_still_a_rise_of_both() -> None:
    assert flagged("In each of the last three years the number of offences in Tarn fell.") == [
        "each"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Across England and Wales, returns from {} forces show that 81% of offences in which"
        " gender was noted were against girls.",
        "In England and Wales {} forces say the app had noted the age of every child.",
        "England and Wales: {} forces made clear that an app was notified.",
    ],
)
def test_a_word_that_begins_with_not_says_of_no_force_that_it_did_not(text: str) -> None:
    tell_apart("", text, "12", "10")
