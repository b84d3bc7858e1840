"""How scripts, threads, blogs and papers for a council put it, each of one construction."""

import pytest

from tests.tracing.tarn_and_england import flagged, tell_apart


@pytest.mark.parametrize(
    "text",
    [
        "Where the sex was noted, {} crimes – 112 of 140 – had a girl as the victim, while 28 in "
        "Tarn were against boys.",
        "In Tarn, {} crimes – 112 of 140 – were against girls; boys were hurt in 28.",
    ],
)
def test_a_share_with_its_numbers_between_dashes_is_of_its_own_clause(text: str) -> None:
    tell_apart("", text, "four out of every five", "three out of every five")


def test_what_officers_set_down_is_known() -> None:
    text = (
        "Girls were the victims in {} of the 140 Tarn cases in which officers {} the child's sex."
    )
    for noted in ("set down", "jotted down", "filled in"):
        assert flagged(text.format(112, noted)) == []
        assert flagged(text.format(40, noted)) == ["40"]


def test_a_force_that_came_back_with_one_gave_a_number() -> None:
    asked = "The trust asked 15 forces in England and Wales for a total, and {} came back with one."
    tell_apart("", asked, "12", "11")


@pytest.mark.parametrize("others", ["a thirteenth refused", "others refused", "the rest were late"])
def test_what_other_forces_did_between_dashes_is_not_of_those_before(others: str) -> None:
    text = f"Data from {{}} forces in England and Wales – {others} – show 2,489 offences."
    tell_apart("", text, "12", "15")
    assert "3" not in flagged(f"Just 3 forces ({others}) gave none.")


def test_here_is_what_we_found_names_no_place() -> None:
    found = (
        "Twelve forces in England and Wales replied.\n\nHere{} we found. There were {} offences."
    )
    for opens in (" is what", " are five things", "’s what"):
        assert flagged(found.format(opens, "2,489")) == []
    assert flagged("Twelve forces replied with 2,489. Here there were 2,489 offences.") == ["2,489"]


def test_one_force_and_another_are_not_all_without_an_answer() -> None:
    text = (
        "Twelve of the 15 forces in England and Wales replied. {} missed the deadline; so did {}."
    )
    assert flagged(text.format("One", "another")) == []
    assert flagged(text.format("Four", "another")) == ["Four"]


@pytest.mark.parametrize(
    "text",
    [
        "In Tarn the latest leap alone is worth {} offences.",
        "In Tarn the rise equals {} offences.",
        "The latest rise adds {} offences in Tarn.",
    ],
)
def test_what_a_rise_is_worth_is_a_difference(text: str) -> None:
    tell_apart("", text, "39", "40")
    assert flagged("The rise means 149 offences were recorded in Tarn.") == []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "In Tarn, 27 offences were against 14-year-olds. {} more involved an 11-year-old.",
            "12",
            "8",
        ),
        ("In Tarn Snapchat was the site in 40. Instagram accounted for {} more.", "28", "15"),
        ("Out of {} Tarn offences whose app had been noted, Snapchat came up in 40.", "83", "140"),
        ("In {} of the Tarn cases the victim, like the mother's own, was 13.", "25", "27"),
        (
            "Kik was in 15 Tarn cases and Instagram in {}, though for many no app was noted.",
            "28",
            "66",
        ),
    ],
)
def test_numbers_of_parts_in_passing(text: str, right: str, false: str) -> None:
    tell_apart("", text, right, false)


def test_more_than_before_is_no_number_of_a_part() -> None:
    for text in (
        "In Tarn Instagram accounted for 28 more than the year before.",
        "Offences rose from 110 to 149 in Tarn. There were 28 more on Instagram.",
        "In Tarn, girls suffered 28 more.",
    ):
        assert flagged(text) == ["28"]


def test_so_many_times_out_of_five_is_a_share() -> None:
    text = "Girls were the victims {} in Tarn, where the sex was recorded."
    tell_apart("", text, "four times out of five", "three times out of five")
    assert flagged("Girls, she said, will tell a friend nine times out of ten in Tarn.") == []


@pytest.mark.parametrize("forces", ["12 forces", "twelve UK forces", "forces"])
def test_those_for_which_forces_held_the_information(forces: str) -> None:
    text = (
        f"Snapchat was named in 560 offences, out of {{}} for which {forces} held the information."
    )
    tell_apart("", text, "1,250", "2,238")


def test_the_share_of_one_app_that_is_lower_at_a_level_is_no_change() -> None:
    text = (
        "Snapchat's share across England and Wales is lower, at 45%, and Instagram's rather lower, "
        "at {}."
    )
    tell_apart("", text, "25%", "34%")


@pytest.mark.parametrize("together", ["the twelve together rose", "all twelve combined went up"])
def test_forces_together_are_all_of_them(together: str) -> None:
    text = (
        "Twelve forces in England and Wales replied. Holm went from 60 to 91, and "
        f"{together} by {{}}."
    )
    tell_apart("", text, "35 per cent", "52 per cent")


@pytest.mark.parametrize("did", ["came back with numbers: 2,489 offences", "met the deadline"])
def test_forces_of_which_some_answered_were_asked(did: str) -> None:
    tell_apart("", f"Of {{}} forces in England and Wales, a dozen {did}.", "15", "12")


@pytest.mark.parametrize("dash", [" – ", " - ", "-", "–"])
@pytest.mark.parametrize("stop", ["; ", ", "])
def test_ages_and_their_numbers_in_pairs(dash: str, stop: str) -> None:
    text = "Age of victim in Tarn: " + stop.join(
        f"{age}{dash}{many}" for age, many in ((9, 6), (10, 8), (11, "{}"), (12, 20), (13, 25))
    )
    tell_apart("", text, "12", "14")


def test_ages_in_pairs_may_be_bands() -> None:
    assert flagged("Ages in Tarn: 12-13, 45 offences; 14-15, 47 offences.") == []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("{}. That's the number of offences that Tarn recorded in 2018/19.", "110", "149"),
        ("CUE: {}. That’s how many such crimes Tarn Police dealt with last year.", "149", "2,489"),
        ("The number: {}. That's the count across England and Wales.", "2,489", "149"),
        ("{}. That's how many of the Tarn offences involved Instagram.", "28", "40"),
        ("{}. That is how many times Snapchat was named in Tarn.", "Forty", "Fifteen"),
        ("{}. That's the share of the Tarn cases that were on Snapchat.", "48%", "34%"),
    ],
)
def test_a_number_alone_is_of_what_the_next_sentence_says(
    text: str, right: str, false: str
) -> None:
    tell_apart("", text, right, false)
