"""A most common age of suspects, of both sexes, or of a force and all at once, is asked about."""

from tests.tracing.tarn_and_england import ask_about_these_alone

FALSE = [
    "The most common age of suspects was {} in Tarn.|14",
    "The modal age in Tarn for those arrested was {}.|14",
    "In Tarn {} was the most common age of offenders.|14",
    "The most common age for both girls and boys was {}.|14",
    "The most common age here was 14, as it was nationally.",
    "The most common age in Tarn, as in England and Wales, was 14.",
    "The modal age here and nationally was 14.",
    "The youngest offender was 9 in England and Wales.",
]
TRUE = [
    "The most common age of victims was 14 in Tarn.",
    "The modal age in Tarn was 14.",
    "In Tarn 14 was the most common age, police said of the children targeted.",
    "The most common age in Tarn was 14, unlike in England and Wales.",
    "The most common age in Tarn was 14. Nationally it was 13.",
    "The most common age across England and Wales was 13.",
]


def test_a_most_common_age_is_of_the_children_and_of_one_body() -> None:
    ask_about_these_alone(FALSE, TRUE)
