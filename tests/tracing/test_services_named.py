"""Offences that police could tie to a platform, whatever it is called, and what is known beside."""

from tests.tracing.tarn_and_england import ask_about_these_alone

TRUE = [
    "Officers identified the service in 83 of the 149 offences.",
    "Officers identified a specific service in 83 of the 149 offences.",
    "In 83 of the 149 offences officers identified the service.",
    "A service was named in 83 of the 149 offences.",
    "No service was named in the other 66.",
    "The service was not identified in 66 of the 149 offences.",
    "Among the 83 crimes that Tarn's officers linked to an app or site, 40 took place on Snapchat.",
    "Of the 83 offences that police tied to a platform, 40 were on Snapchat.",
    "Of the 83 offences which officers could link to a social media site, 40 were on Snapchat.",
    "Of the 83 that could be tied to a platform, 40 were on Snapchat.",
    "Snapchat was used in 40 of the 83 offences that police connected to a platform.",
]
FALSE = [
    "Officers identified the service in {} of the 149 offences.|140",
    "In {} of the 149 offences officers identified the service.|66",
    "The service was not identified in {} of the 149 offences.|83",
    "No service was named in the other {}.|83",
    "Among the {} crimes that Tarn's officers linked to an app, 40 took place on Snapchat.|140",
    "Of the {} offences that police tied to a platform, 40 were on Snapchat.|149",
    "Of the {} offences that police could not tie to a platform, 40 were on Snapchat.|83",
    "Of the 83 offences which officers linked to a site, {} were on Snapchat.|28",
    "Of the {} offences that police linked to a suspect, 40 were on Snapchat.|83",
]


def test_a_platform_is_known_where_police_could_tie_offences_to_one():
    ask_about_these_alone(FALSE, TRUE)


def test_what_is_known_with_a_number_of_its_own_is_not_of_the_number_before_it():
    ask_about_these_alone(
        [
            "Tarn Police recorded 83 offences in 2019/20, with the platform known in 83.",
            "Tarn Police recorded 149 offences in 2019/20, with the platform known in 140.",
            "Tarn Police recorded 140 offences in 2019/20, and the sex is known in 140.",
            "Tarn Police recorded 149 offences, with the platform unknown in 83.",
            "There were 149 offences in Tarn, with the platform known.",
            "The sex was known. A total of 140 such offences were recorded by Tarn Police.",
        ],
        [
            "Tarn Police recorded 149 offences in 2019/20, with the platform known in 83.",
            "There were 149 offences in Tarn in 2019/20, with the age recorded in 118 cases.",
            "Girls were the victims in 112 of the offences where the sex was known. A total of 149"
            " such offences were recorded in 2019/20, and the sex is known in 140.",
        ],
    )
