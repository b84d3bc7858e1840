"""Parts one after the other, each with its own number: ages, girls and boys, forces of two years.

“12 for age 11 and eight for age ten”, “the twelve with two years of figures”.
"""

import pytest

from tests.tracing.tarn_and_england import ask_about_the_false, flagged, tell_apart


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Look at Tarn: 12 for age 11 and {} for age 10.", "8", "12"),
        ("Police in Tarn noted 20 for age 12 and {} for age 11.", "12", "13"),
        ("In Tarn six were at age nine and {} at age ten.", "eight", "six"),
        ("In Tarn 12 were aged 11 and {} were aged ten.", "eight", "nine"),
        ("In Tarn 112 of the offences had a girl as victim and {} a boy.", "28", "nine"),
        ("In Tarn 112 had a female victim and {} a male one.", "28", "nine"),
    ],
)
def test_each_part_has_the_number_before_it(text: str, right: str, false: str) -> None:
    tell_apart("", text, right, false)


def test_one_of_an_age_is_somebody() -> None:
    assert flagged("Mrs Lane, a teacher, has a class of two: one aged nine, one aged ten.") == []


@pytest.mark.parametrize("noted", ["captured", "written down", "entered", "established", "noted"])
def test_a_share_where_a_detail_was_noted_is_not_of_all(noted: str) -> None:
    text = f"Boys represented {{}} of offences in Tarn where their sex had been {noted}."
    tell_apart("", text, "20%", "19%")


def test_forces_that_supplied_data_are_no_offences_with_a_detail() -> None:
    assert flagged("Boys were 17% of offences across all forces which supplied data.") == []


@pytest.mark.parametrize(
    "those",
    [
        "forces with two years of figures",
        "forces with two full years of data",
        "forces for which two years can be set side by side",
        "forces whose two years can be placed next to each other",
    ],
)
def test_forces_of_two_years_are_those_compared(those: str) -> None:
    text = f"In the {{}} {those}, offences grew by 35 per cent, from 1,842 to 2,489."
    ask_about_the_false("", text, "twelve", "fifteen")
    text = f"In the twelve {those}, offences grew by {{}}, from 1,842 to 2,489."
    ask_about_the_false("", text, "35 per cent", "32 per cent")


def test_a_force_that_refused_has_no_breakdown() -> None:
    """What comes after it is of all forces, as what came before it."""
    before = (
        "Police in England and Wales recorded 2,489 offences.\n\n"
        "Twelve forces sent a number. Holm {}.\n\n"
    )
    for answer in ("refused", "was late", "would not say"):
        text = "Where gender was recorded, girls were the victims in {} of offences."
        tell_apart(before.format(answer), text, "81%", "80%")


def test_a_text_about_one_force_comes_back_to_it() -> None:
    before = "Police in Tarn recorded 149 offences.\n\nAcross England and Wales, Holm refused.\n\n"
    assert flagged(f"{before}Where gender was recorded, 80% of the victims were girls.") == []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "Fourteen was the commonest age in Tarn. It was recorded in {} of the offences.",
            "27",
            "25",
        ),
        ("The most common age was 14. Here it was {} offences.", "27", "20"),
        (
            "In Tarn 14 is the most common age. Here it was 27; for the whole group it was {}.",
            "380",
            "413",
        ),
    ],
)
def test_the_number_of_the_most_common_age_in_the_next_sentence(
    text: str, right: str, false: str
) -> None:
    ask_about_the_false("", text, right, false)


def test_the_most_common_age_is_no_total() -> None:
    assert flagged("Fourteen was the commonest age in Tarn. It recorded 149 offences.") == []
    assert flagged("Fourteen was the commonest age. Across England and Wales it was 13.") == []


@pytest.mark.parametrize("change", ["up a whopping", "rose by a staggering", "a rise of a mere"])
def test_a_change_with_a_strong_word(change: str) -> None:
    tell_apart(
        "Tarn logged 149 offences in 2019/20. ", f"It was {change} {{}} in a year.", "39", "54"
    )


def test_one_that_was_noted_is_no_number() -> None:
    text = "Kik came up in {} of the 83 offences where officers had made a note of one."
    tell_apart("In Tarn a platform was noted in 83 offences. ", text, "15", "28")


def test_ages_may_be_the_worst_hit_and_forces_may_not() -> None:
    tell_apart("", "Age 14 is the worst hit locally, with {} offences in Tarn.", "27", "25")
    assert flagged("Tarn is the worst hit, with 149 offences.") == ["worst"]


@pytest.mark.parametrize(
    ("before", "text", "right", "false"),
    [
        (
            "In Tarn 12 offences had a victim aged 11, and a further eight one aged ten. ",
            "Up and down England and Wales, in the twelve forces that replied, it was {} and 83.",
            *("160", "220"),
        ),
        (
            "In Tarn, Snapchat had 48 per cent, Instagram 34 per cent. ",
            "For England and Wales as a whole, those shares were {} and 25.",
            *("45", "48"),
        ),
        (
            "In Tarn boys were in 28 of the 140 with a known sex. ",
            "{}, then.",
            "One in five",
            "Half",
        ),
    ],
)
def test_numbers_in_the_place_of_those_before(
    before: str, text: str, right: str, false: str
) -> None:
    ask_about_the_false(before, text, right, false)


def test_a_share_alone_behind_a_change_is_of_its_years() -> None:
    before = "In 2017/18 Tarn had 95. It has gone up by 54 since then. "
    tell_apart(before, "{}.", "57%", "35%")
    tell_apart("In Tarn the number rose by 39 in a year. ", "{}.", "35%", "57%")


def test_when_a_force_did_not_answer_is_no_time_of_a_number() -> None:
    before = "Including a force that had not answered a year ago, "
    text = "the latest total of England and Wales is {}."
    tell_apart(before, text, "2,489", "1,842")
