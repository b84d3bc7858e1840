"""Numbers of an app that people, or its owner, are said to have are asked about."""

from tests.tracing.tarn_and_england import ask_about_these_alone

FALSE = [
    "Mothers fear Instagram. They were hurt in {} Tarn cases.|28",
    "Its users trust Snapchat, yet they were groomed in {} Tarn cases.|40",
    "Teachers complain about Kik. They were responsible for {} offences in Tarn.|15",
    "The firm behind Snapchat is American. It was blamed for {} offences in Tarn.|40",
    "Drink and Kik are a bad mix. It was behind {} offences in Tarn.|15",
    "Kik's parent company closed. It was linked to {} offences in Tarn.|15",
    "Pupils here prefer Snapchat. They were exploited in {} of Tarn cases.|48%",
    "Families moved to Instagram, and they were singled out in {} cases in Tarn.|28",
]
TRUE = [
    "Parents worry about Kik. It was behind 15 offences in Tarn.",
    "Snapchat is popular with pupils. It was to blame for 40 offences in Tarn.",
    "Should children use Kik? It was linked to 15 offences in Tarn.",
    "Police name Instagram most in talks. It was behind 28 offences in Tarn.",
    "The app Snapchat is on most phones. It was behind 40 offences in Tarn.",
    "Kik is small, but it was blamed for 15 offences in Tarn.",
    "Snapchat came first: it was behind 48% of the Tarn offences where the app was known.",
    "Fourteen-year-olds like Kik. They were targeted in 27 offences in Tarn.",
]


def test_people_and_owners_have_no_number_of_an_app() -> None:
    ask_about_these_alone(FALSE, TRUE)
