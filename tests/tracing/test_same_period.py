"""Changes said to be over the same time, which are or are not."""

import pytest

from tests.tracing.tarn_and_england import flagged

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


@pytest.mark.parametrize("text", FALSE)
def test_false_one_is_asked_about(text: str) -> None:
    assert flagged(text)


@pytest.mark.parametrize("text", TRUE)
def test_true_one_of_similar_looks_is_not(text: str) -> None:
    assert flagged(text) == []
