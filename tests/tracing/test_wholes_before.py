"""A part is of the number that its text says it is of, or it is asked about."""

import pytest

from tests.tracing.tarn_and_england import ask_about_these_alone, flagged

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


OF_OTHERS = [
    "Some 95 offences were logged by Tarn Police in 2017/18. Of those, {} took place on Kik.|15",
    "Tarn counted 77 crimes in 2016/17, and of these {} were against boys.|28",
    "In 2018/19 Tarn recorded 110 offences. Among them, {} were against 14-year-olds.|27",
    "In Tarn 28 offences were on Instagram. Of those, {} were against 13-year-olds.|25",
    "The sex of the victim was known in 140 of the Tarn cases. Of these {} were on Instagram.|28",
    "Tarn officers noted the platform in 83 cases. Of these, {} were against boys.|28",
    "Many suspects in Tarn were arrested. Of these {} were on Snapchat.|40",
    "Across England and Wales 1,842 offences were recorded in 2018/19. Of those 433 were boys.|433",
]
OF_ALL_OR_KNOWN = [
    "Tarn counted 149 crimes in 2019/20, and of these 28 were against boys.",
    "Tarn recorded 149 offences in 2019/20, up from 110 in 2018/19. Of these, 112 were girls.",
    "There were 110 offences in Tarn in 2018/19 and 149 in 2019/20. Of these 40 were on Snapchat.",
    "Tarn officers noted the platform in 83 cases. Of these, 15 were on Kik.",
    "The sex of the victim was known in 140 of the Tarn cases. Of these 28 were boys.",
    "In Tarn the age was known in 118 cases. Of those, 27 were against 14-year-olds.",
    "Offences in Tarn have risen by 35% to 149 since 2018/19. Of these 112 were against girls.",
    "Across England and Wales 2,489 offences were recorded. Among them, 310 were on Instagram.",
]


def test_parts_of_others_are_asked_about_and_those_of_all_or_of_those_known_are_not() -> None:
    ask_about_these_alone(OF_OTHERS, OF_ALL_OR_KNOWN)


def test_these_so_many_are_those_before() -> None:
    text = "In Tarn the app was named in 83 cases. Of these {} offences, 28 were on Instagram."
    assert flagged(text.format(83)) == []
    assert flagged(text.format(149)) == ["149"]
    before = "Tarn recorded 149 offences. The year before it was 110. "
    assert flagged(f"{before}Of those 149 offences, 112 were against girls.") == []
