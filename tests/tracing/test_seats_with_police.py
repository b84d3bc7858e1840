"""Seats of power as places with police, and as the parliaments that they are."""

from tests.tracing.tarn_and_england import ask_about_these_alone

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


def test_a_seat_of_power_is_a_place_only_with_its_police() -> None:
    ask_about_these_alone(FALSE, TRUE)
