"""Changes said to be over the same time, which are or are not."""

from tests.tracing.tarn_and_england import ask_about_these_alone

FALSE = [
    "Offences in Tarn have risen by 72. Over the same period those in Holm rose by 31.",
    "Tarn's number rose by 94%. England and Wales saw a rise of 35% in the same period.",
    (
        "Recorded offences in Tarn almost doubled; during that time the number in "
        "England and Wales rose by 647."
    ),
    (
        "Offences in Tarn increased by 35%. In the same period they increased by 106% "
        "across England and Wales."
    ),
    "Offences in Holm rose by 31, while in that time those in Tarn rose by 72.",
    "Over England and Wales the number rose by 647. In the same time frame Tarn's rose by 72.",
]
TRUE = [
    "Offences in Tarn have risen by 39. Over the same period those in Holm rose by 31.",
    "Tarn's number rose by 35%. England and Wales saw a rise of 35% in the same period.",
    (
        "Recorded offences in Tarn almost doubled; in that time the number in England "
        "and Wales rose by 106%."
    ),
    (
        "Offences in Tarn increased by 94%. In the same period they increased by 106% "
        "across England and Wales."
    ),
    "Offences in Holm rose by 31, while in that time those in Tarn rose by 39.",
    "Over England and Wales the number rose by 647. In the same time frame Tarn's rose by 39.",
]


def test_changes_of_the_same_time_are_of_the_same_years() -> None:
    ask_about_these_alone(FALSE, TRUE)
