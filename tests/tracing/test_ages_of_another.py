"""Ages at which something else is at its height, of one sex or on one app."""

from tests.tracing.tarn_and_england import ask_about_these_alone

FALSE = [
    "The age at which shoplifting peaks in Tarn is 14.",
    "14 is the age at which knife crime peaks in Tarn.",
    "14 is the age when youngsters in Tarn are most likely to run away from home.",
    "In Tarn the age at which girls are most likely to be targeted is 14.",
    "TikTok's peak age in Tarn is 14.",
    "Instagram's most dangerous age is 14 in Tarn.",
    "For girls in Tarn, 14 is the peak age.",
    "The age when pupils are most likely to leave school in Tarn is 14.",
    "Vandalism offences in Tarn peak at age 14.",
    "Offences by strangers in Tarn peak at age 14.",
    "Offences on Kik in Tarn peaked at the age of 14.",
    "The age at which boys in Tarn are most at risk is 14.",
]
TRUE = [
    "14 is the age at which children in Tarn are most at risk.",
    "The age at which children in Tarn are most likely to be targeted online is 14.",
    "Fourteen is the age when youngsters are most likely to become victims in Tarn.",
    "The age at which offences peak in Tarn is 14.",
    "Offences in Tarn peak at age 14.",
    "Cases in Tarn are at their height at the age of 14.",
    "In Tarn abuse peaks at age 14.",
    "The age when the risk to children is greatest is 14.",
    "Tarn's most dangerous age is 14.",
    "The age where risk runs highest is 14 in Tarn, and girls were the victims in 112 offences.",
    "For Tarn, 14 is the most dangerous age.",
]


def test_ages_at_which_something_else_peaks_are_asked_about() -> None:
    ask_about_these_alone(FALSE, TRUE)
