"""A platform that a text describes without its name: "the messaging app"."""

import pytest

from tests.tracing.tarn_and_england import flagged, tell_apart


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Snapchat was named most. The messaging app was used in {} cases.", "40", "28"),
        ("Instagram came second. The photo-sharing site was named in {}.", "28", "40"),
        ("Kik was named as well. The app featured in {} cases.", "15", "28"),
        ("INSTAGRAM USED IN TARN\n\nThe social media platform was involved in {}.", "28", "40"),
        ("They love Insta. The photo-sharing giant cropped up in {} cases.", "28", "40"),
        ("Instagram is loved by all. The Meta-owned app was to blame for {} offences.", "28", "40"),
        ("SNAPCHAT SHAME\n\nIn all of it the app was blamed {} times.", "40", "28"),
        ("Kik is popular with boys. It was flagged in {} cases.", "15", "28"),
        # The app of which nothing more is said may be any, as may one of two that are named.
        ("Snapchat was named most. The app was known in {} cases.", "83", "66"),
    ],
)
def test_a_platform_that_is_described_is_the_one_that_was_named(text, right, false):
    tell_apart("Tarn Police recorded 149. ", text, right, false)


def test_a_platform_that_is_described_is_none_where_two_were_named():
    two = "Snapchat and Kik were named. The messaging app was used in 40 cases."
    assert flagged(f"Tarn Police recorded 149. {two}") == ["40"]


def test_a_platform_of_which_no_more_is_said_is_the_one_of_the_headline():
    text = (
        "Instagram faulted over Tarn\n\nTarn named Kik and Snapchat, too. The app was named in {}."
    )
    assert flagged(text.format("28")) == []
    assert flagged(text.format("40")) == ["40"]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Is Snapchat a worse worry than Kik? She said it had been named in {} cases.", "40", "15"),
        ("Snapchat was a worse worry than Kik, she said. It had been named in {}.", "40", "15"),
        ("Unlike Kik, Instagram is known to all. She said it was used in {} cases.", "28", "15"),
        ("Ahead of Snapchat, few had heard of Kik. It was used in {} cases.", "15", "40"),
        # What is named beside another is spoken of as well.
        ("Kik has gone the way of Instagram. It was used in {} cases.", "28", "40"),
    ],
)
def test_it_is_the_platform_spoken_of_and_not_the_one_that_this_is_held_against(text, right, false):
    tell_apart("Tarn Police recorded 149. ", text, right, false)


def test_what_a_question_names_is_what_it_was_used_in():
    asked = "Q. My son is on {}. Should I be worried?\nA. "
    answer = "It was mentioned in {} of the Tarn cases."
    tell_apart(asked.format("Kik"), answer, "15", "28")
    england = "It came up in 40 of the Tarn cases, or 48% of those where the platform is known. "
    before = f"{asked.format('Snapchat')}{england}"
    tell_apart(before, "Across England and Wales it was {}.", "45%", "35%")


def test_a_bare_number_behind_a_number_and_its_share_may_be_either():
    tell_apart("In Tarn Snapchat was in 40 cases (48%). ", "Instagram was next on {}.", "28", "15")
    tell_apart("In Tarn Snapchat had 48%. ", "Instagram was next on {}.", "34", "28")
