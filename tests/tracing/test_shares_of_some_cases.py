"""A share of some cases alone, or of those with another detail, is not that of the known ones."""

from tests.tracing.tarn_and_england import ask_about_these_alone

FALSE = [
    "Snapchat was used in {} of cases where a child was hurt in Tarn.|48%",
    "Snapchat was used in {} of cases where a suspect was charged in Tarn.|48%",
    "Girls were the victims in {} of cases that led to an arrest in Tarn.|80%",
    "Of all cases where an arrest was made, {} in Tarn were on Snapchat.|48%",
    "Among offences that came to court, {} in Tarn were against girls.|80%",
    "In Tarn, where the app was known (83 offences), girls made up {}.|80%",
    "Where officers knew the sex (140 offences), Snapchat was used in {}.|48%",
    "Where the app was known (it was known for 83), boys made up {} in Tarn.|20%",
    "Girls were the victims in {} of the 149 offences.|four in five",
    "Boys were the victims in {} of the 149 offences.|one in five",
]
TRUE = [
    "Snapchat was used in 48% of the cases in Tarn where the app was known.",
    "Where officers knew the sex (140 offences), girls were the victims in 80%.",
    "In Tarn, where the app was known (83 offences), Snapchat made up 48%.",
    "Among the 83 offences in Tarn in which an app was named, 40 took place on Snapchat.",
    "Of the 118 offences in which Tarn Police knew how old the child was, 27 were at 14.",
    "Girls were the victims in three quarters of the 149 offences.",
    "Girls were the victims in four in five of the 140 offences with a known sex.",
    "Snapchat was used in 48% where the app was known, and girls were the victims in 80%.",
]


def test_a_share_is_of_the_cases_it_was_worked_out_from() -> None:
    ask_about_these_alone(FALSE, TRUE)
