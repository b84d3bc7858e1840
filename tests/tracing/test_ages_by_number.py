"""A bare number that is an age by the number beside it, or as the most common one."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import TARN, flagged, tell_apart

BEFORE = "Tarn Police recorded 149 online sexual offences in 2019/20. Ages were recorded in 118. "
TWINS = [
    ("No age dominates: 13 accounts for {} offences, 12 for 20.", "25", "27"),
    ("No age dominates: 12 accounts for 20 offences, 9 for {}.", "six", "eight"),
    ("The child was fourteen in {} of them, and twelve in twenty.", "27", "25"),
    ("The one that appears more than any other is {}.", "14", "13"),
    ("The peak is {}, with 27 offences.", "14", "15"),
    ("The largest group was 14, with {} offences.", "27", "20"),
    ("There were {} at 13, the police said.", "25", "27"),
    ("The age they come across most is {}.", "fourteen", "fifteen"),
]


@pytest.mark.parametrize(("text", "right", "false"), TWINS)
def test_an_age_and_its_number_are_told_from_others(text, right, false):
    assert flagged(f"{BEFORE}{text.format(right)}") == []
    assert false in flagged(f"{BEFORE}{text.format(false)}")


def test_the_peak_of_all_forces_is_not_that_of_one():
    before = f"{BEFORE}The peak is 14. "
    tell_apart(
        before,
        "I should add that it was {} that came top in the England and Wales numbers.",
        "13",
        "15",
    )


@pytest.mark.parametrize(
    "text",
    [
        "No age dominates: 13 accounts for 25 offences, 12 for 27 and 14 for 20.",  # both swapped
        "Ages: 25 at 12 and 20 at 13.",
        "Nine were against children of ten and under, among all the ages.",
        "The age that came up most was 14 per cent.",
        "In 2018/19 the peak age was 13, with 25 offences.",
        "In England and Wales the peak age is 13, with 25 offences.",
    ],
)
def test_a_number_of_another_age_year_or_body_is_asked_about(text):
    assert flagged(f"{BEFORE}{text}")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Snapchat was named in 40, Instagram in {}.", "12"),
        ("Boys were harmed in 13, girls in {}.", "25"),
        ("The unit solved 13 of these for {}.", "25"),
        ("One weekend there were 13, with {} on the next.", "25"),
        ("The highest total of any week was {}.", "14"),
        ("The largest group, boys, was {}.", "14"),
    ],
)
def test_no_number_of_a_platform_a_sex_or_a_week_is_taken_for_that_of_an_age(text, figure):
    assert figure in flagged(f"{BEFORE}{text.format(figure)}")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Of the apps, Kik with {} came out on top.", "14"),
        ("Of the months, June with {} was highest.", "14"),
        ("An {}-year-old girl could be the youngest victim of all.", "eight"),
        ("The number was 110 and is now 149. Boys account for the {}.", "39"),
    ],
)
def test_what_a_number_is_said_of_goes_before_what_it_could_be(text, figure):
    found = flagged(f"{BEFORE}{text.format(figure)}")
    assert any(each.startswith(figure) for each in found)


def test_what_a_child_of_an_age_needs_is_of_no_victim():
    assert flagged(f"{BEFORE}A six-year-old will not read the small print.") == []


def test_a_number_and_a_child_of_an_age_without_its_verb():
    text = "In Tarn 12 offences involved an 11-year-old and {} a 12-year-old."
    tell_apart("", text, "20", "25")
    tell_apart("", "In Tarn 12 were against an 11yo and {} a 13yo.", "25", "27")
    assert flagged("In Tarn police heard from a 12-year-old.") == ["12-year-old"]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "14 was the commonest age in Tarn, unlike England and Wales, where it was {}.",
            "13",
            "14",
        ),
        ("14 was the commonest age in Tarn, compared with {} in England and Wales.", "13", "12"),
        ("The age group seen most often in Tarn is still {}, officers said.", "14", "13"),
        ("The age seen most often remains {}, both in Tarn and in Eller.", "14", "12"),
        ("The peak age in Tarn was 14, both here ({} offences) and in Ely.", "27", "25"),
    ],
)
def test_the_most_common_age_of_each_place(text, right, false):
    tell_apart("", text, right, false)


def test_an_age_with_words_on_whose_it_was_has_its_number():
    tell_apart(BEFORE, "At 14, the age Nia was, there were {} in Tarn.", "27", "25")


@pytest.mark.parametrize(("number", "asked"), [("22", []), ("24", ["17", "24"])])
def test_the_oldest_child_has_an_age_by_its_number(number: str, asked: list[str]) -> None:
    ages = {"13": 25, "14": 27, "15": 20, "16": 24, "17": 22, "unknown": 31}
    own = Evidence(read_facts(TARN | {"ages": ages}))
    found = trace(f"Age of the child:\n16 – 24\n17 – {number}", own)
    assert [f.text for f in found if f.verdict in ("mismatch", "untraced")] == asked
