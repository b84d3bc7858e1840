"""Seats of power as places with police, and as the parliaments that they are."""

import pytest

from tests.tracing.tarn_and_england import flagged

FALSE = [
    "Stormont police recorded 149 offences.",
    "Holyrood's officers logged 149 offences in 2019/20.",
    "Officers from Cardiff Bay dealt with 149 offences.",
    "Strasbourg recorded 149 offences last year.",
    "Police around Washington logged 149 offences.",
    "In Stormont, 40 offences were on Snapchat.",
    "In Washington, boys were the victims in 28 offences.",
]
TRUE = [
    "Holyrood was told that Tarn recorded 149 offences.",
    "In Cardiff Bay, ministers heard that Tarn police recorded 149 offences.",
    "Campaigners want Stormont to act: Tarn recorded 149 offences.",
    "In Strasbourg, MEPs were told of 149 offences in Tarn.",
    "Tarn police logged 149 offences, and Holyrood wants answers.",
    "In Stormont, 149 offences in Tarn were debated.",
    "Washington has passed a law, but Tarn still recorded 149 offences.",
]


@pytest.mark.parametrize("text", FALSE)
def test_false_one_is_asked_about(text: str) -> None:
    assert flagged(text)


@pytest.mark.parametrize("text", TRUE)
def test_true_one_of_similar_looks_is_not(text: str) -> None:
    assert flagged(text) == []
