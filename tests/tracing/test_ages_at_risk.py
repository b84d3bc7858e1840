"""The most common age in words of risk: "the most dangerous age", "the risk peaks at 14"."""

import pytest

from tests.tracing.tarn_and_england import flagged, tell_apart


@pytest.mark.parametrize(
    "text",
    [
        "In Tarn the age at which risk seems to peak is {}.",
        "Tarn's figures suggest that {} is the most dangerous age.",
        "The age most at risk in Tarn is {}.",
        "In Tarn the risk is at its height at {}.",
        "{} is the age when children in Tarn are most at risk.",
        "{} is the danger age in Tarn.",
        "Across England and Wales the most vulnerable age was 13. In Tarn it was {}.",
    ],
)
def test_age_at_risk_is_the_most_common_one(text: str) -> None:
    tell_apart("", text, "14", "13")


@pytest.mark.parametrize(
    "text",
    [
        "In Tarn the age at which the risk is greatest is 14: there were {} such records.",
        "In Tarn offences peak at age 14, with {}.",
        "Fourteen is the riskiest age in Tarn, with {} offences.",
    ],
)
def test_number_of_age_at_risk(text: str) -> None:
    tell_apart("", text, "27", "25")


@pytest.mark.parametrize("age", ["a child aged 13", "a victim of 13", "13-year-olds"])
@pytest.mark.parametrize("seen", ["that came up most", "police recorded most often"])
def test_age_after_the_most_common_one_is_another(seen: str, age: str) -> None:
    text = f"Fourteen was the age {seen}, in 27 Tarn offences; a further {{}} involved {age}."
    tell_apart("", text, "25", "20")


def test_number_that_peaked_is_no_age() -> None:
    assert flagged("Cases in Tarn peaked at 149 in 2019/20.") == []
    assert flagged("Cases in Tarn peaked at 14.") == ["14"]


def test_survey_with_a_long_name_is_no_time() -> None:
    text = "The {}Blue Lantern Trust survey found 2,489 offences in England and Wales."
    assert flagged(text.format("")) == []
    assert flagged(text.format("previous ")) == ["2,489"]


@pytest.mark.parametrize(
    "ages", ["primary school age, ten or younger", "primary school years (ten and under)"]
)
def test_age_in_numbers_behind_a_word_for_it_counts(ages: str) -> None:
    tell_apart("", f"In Tarn {{}} offences were against children of {ages}.", "14", "26")


def test_age_in_numbers_of_others_leaves_the_word_its_own() -> None:
    text = "In Tarn {} offences were against primary-school children, 20 were aged 12."
    tell_apart("", text, "26", "14")


def test_ages_in_short() -> None:
    tell_apart("", "In Tarn 25 offences were against 13s and {} against 14s.", "27", "20")
    tell_apart("", "In Tarn {} offences were against 14-y-olds.", "27", "20")


def test_most_common_age_of_another_place_behind_a_semicolon() -> None:
    text = (
        "Thirteen is the commonest age across England and Wales (413 offences); in Tarn it is {}."
    )
    tell_apart("", text, "14", "13")
    assert flagged("Snapchat is the most common app; in Tarn it is 14.") == ["14"]
