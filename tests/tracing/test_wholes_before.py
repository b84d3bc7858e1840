"""A part is of the number that its text says it is of, or it is asked about."""

import pytest

from tests.tracing.tarn_and_england import flagged

PARTS = [
    ("Of these 40 were on Snapchat.", "40"),
    ("Of these, 28 took place on Instagram.", "28"),
    ("Some 40 of them involved Snapchat.", "40"),
    ("Among those, 40 were on Snapchat.", "40"),
    ("Nearly half of them were on Snapchat.", "half"),
    ("About 48 per cent of these were on Snapchat.", "48 per cent"),
]
OTHERS = [
    "Tarn recorded 110 offences in 2018/19.",
    "There were 112 offences against girls in Tarn.",
    "Tarn's officers named the sex in 140 cases.",
    "In Tarn there were 95 offences in 2017/18.",
    "At 13 there were 25 offences in Tarn.",
]


@pytest.mark.parametrize("before", OTHERS)
@pytest.mark.parametrize(("text", "part"), PARTS)
def test_a_part_of_a_number_that_is_no_whole_of_it_is_asked_about(
    before: str, text: str, part: str
) -> None:
    assert part in flagged(f"{before} {text}")


@pytest.mark.parametrize(("text", "part"), PARTS)
def test_a_part_of_those_of_which_it_is_known_is_not(text: str, part: str) -> None:
    assert flagged(f"Tarn's officers named the platform in 83 cases. {text}") == []


@pytest.mark.parametrize(("text", "part"), PARTS)
def test_of_all_offences_a_number_is_right_and_a_share_of_those_known_is_not(
    text: str, part: str
) -> None:
    of_all = flagged(f"Tarn recorded 149 offences in 2019/20. {text}")
    assert of_all == ([] if part.isdigit() else [part])


@pytest.mark.parametrize(
    "text",
    [
        "Tarn recorded 149 offences, up from 110. Of these, 40 were on Snapchat.",
        "Tarn had 149 offences, of which 40 were on Snapchat.",
        "Tarn named a platform in 83 of 149 cases. Of those, 28 were on Instagram.",
        "The sex was known in 140 of the Tarn cases. Of these 112 were girls' cases.",
        "Tarn recorded 149. Where the platform was known, 48 per cent of them were on Snapchat.",
        "Tarn knew 118 ages. Of these, 25 were 13.",
    ],
)
def test_wholes_that_are_named_in_other_ways_are_no_alarm(text: str) -> None:
    assert flagged(text) == []


def test_a_share_beside_its_number_is_of_those_of_which_the_age_is_known() -> None:
    said = "{} of offences in Tarn ({}) were against children aged 10 and under, where {}."
    known = "age was recorded (118 of 149)"
    assert flagged(said.format("12%", 14, known)) == []
    assert flagged(said.format("9%", 14, known)) == ["9%"]
