"""A fraction is a figure whatever preposition or adverb stands behind it."""

from tests.tracing.tarn_and_england import ask_about_these_alone

FALSE = [
    "Tarn recorded 149 offences. It was 110 in 2018/19, meaning a fall of a third inside a year.",
    "Offences fell by a third inside twelve months.",
    "Offences in Tarn rose by a fifth there, police said.",
    "Offences in Tarn are a fifth up again.",
    "Offences in Tarn rose by a fifth through 2019/20.",
    "Offences in Tarn rose by a fifth without a word being said.",
    "A fall of a third there worried police in Tarn.",
    "Offences in Tarn rose by a quarter all told.",
]
TRUE = [
    "Tarn recorded 149 offences. It was 110 in 2018/19, a rise of over a third inside a year.",
    "Offences in Tarn rose by more than a third inside a year.",
    "Offences in Tarn rose by over a third without a word being said.",
    "Tarn saw a rise of more than a third throughout 2019/20.",
    "A third man was arrested in Tarn.",
    "She is the mother of a third child, and lives a quarter mile away.",
    "A third party saw the messages.",
]


def test_what_stands_behind_a_fraction_does_not_hide_it() -> None:
    ask_about_these_alone(FALSE, TRUE)
