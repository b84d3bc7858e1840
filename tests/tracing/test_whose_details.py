"""How often two details are known together, or one of another person, is not held."""

from tests.tracing.tarn_and_england import ask_about_these_alone

FALSE = [
    "Girls were the victims of {} offences in Tarn where the sex and age were known.|112",
    "In Tarn {} of the 149 offences came with an age and a platform.|118",
    "In Tarn {} of the 149 offences had the sex and the age recorded.|140",
    "Of the 149 offences in Tarn, {} had a suspect's age attached.|118",
    "Tarn's officers wrote the suspect's age down in {} cases.|118",
    "In Tarn {} of the offences had the sex of the suspect recorded.|140",
    "In {} of Tarn cases officers knew the age of the offender.|79%",
    "In {} cases in Tarn police noted the sender's age.|118",
]
TRUE = [
    "In Tarn 140 of the 149 offences had the sex of the victim recorded.",
    "The sex was known in 140 cases in Tarn, and the age in 118.",
    "The victim's age was noted in 118 cases and the sex in 140.",
    "Police in Tarn recorded the age in 118 offences and the platform in 83.",
    "In Tarn 83 of the 149 offences came with a platform, and 118 with an age.",
    "The sex of victims was recorded in 140 of the offences and their age in 118.",
    "The age of the child was known in 118 of the offences in Tarn.",
]


def test_a_known_detail_is_one_and_the_childs() -> None:
    ask_about_these_alone(FALSE, TRUE)
