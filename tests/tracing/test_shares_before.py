"""Shares that take their part from the shares before: bare numbers, "that share", "those two"."""

import pytest

from tests.tracing.tarn_and_england import ask_about_the_false, flagged, tell_apart

TARN = "Tarn Police recorded 149 offences in 2019/20. "
SHARES = TARN + "Snapchat leads, at 48 per cent of those where the platform is known. "
GIRLS = TARN + "Girls were the victims in 80 per cent of the Tarn offences where it is known. "


@pytest.mark.parametrize(
    ("before", "text", "right", "false"),
    [
        (SHARES, "After it comes Instagram, {}.", "34", "25"),
        (SHARES, "Instagram takes second place, at {}.", "34", "48"),
        (
            SHARES,
            "After it comes Instagram, 34. England and Wales has those two at {} and 25.",
            "45",
            "48",
        ),
        (
            SHARES,
            "After it comes Instagram, 34. England and Wales has those two at 45 and {}.",
            "25",
            "34",
        ),
        (SHARES, "Nationally that share was {}.", "45%", "48%"),
        (GIRLS, "For England and Wales as a whole the share is {}.", "81", "80"),
        (GIRLS, "Nationally that same share was {}, as far as it was noted.", "81%", "79%"),
        (GIRLS, "Kik had 18 per cent of those with a known app; Instagram, on {}.", "34", "25"),
    ],
)
def test_a_share_is_of_the_part_of_the_shares_before(before, text, right, false):
    ask_about_the_false(before, text, right, false)


@pytest.mark.parametrize(
    ("before", "text", "asked_about"),
    [
        # Words that count make it no share.
        (SHARES, "The number on Instagram was 34.", "34"),
        (SHARES, "Instagram came up 34 times.", "34"),
        (SHARES, "After it comes Instagram, with 34 offences.", "34"),
        # Nothing points back to the part of the share before.
        (SHARES, "In England and Wales Instagram has 45.", "45"),
        (GIRLS, "For England and Wales as a whole the share of boys is 81.", "81"),
    ],
)
def test_no_number_is_a_share_by_other_words(before, text, asked_about):
    assert asked_about in flagged(before + text)


@pytest.mark.parametrize(
    "text",
    [
        "In Tarn one in five offences where the sex is known – {} – were against boys.",
        "In Tarn boys were the victims in 20% of offences where police recorded sex – that's {}.",
        "In Tarn boys were the victims in a fifth of offences with a known sex – which is {}.",
    ],
)
def test_a_number_in_dashes_says_the_share_before_it_again(text):
    tell_apart("", text, "28", "40")
    tell_apart("", text, "28", "112")
