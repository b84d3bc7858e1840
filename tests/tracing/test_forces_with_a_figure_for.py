"""Forces that gave a figure for an earlier year, too, are those of the change from that year."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import ENGLAND, flagged, tell_apart

THOSE = [
    "the {} that could supply a figure for 2016/17",
    "the {} that could also give figures for 2016/17",
    "the {} of them with figures for 2016/17 as well",
    "the {} that had numbers for 2016/17",
]
REPLIED = "The charity asked 15 forces in England and Wales and twelve gave a figure. "


@pytest.mark.parametrize("those", THOSE)
def test_their_number_is_not_that_of_all_who_replied(those):
    tell_apart(REPLIED, f"Among {those}, the total has doubled.", "11", "12")


def test_they_are_those_of_both_years_where_the_number_is_said_to_have_changed():
    """Twelve gave a figure for 2016/17 here, one of them none since: eleven are compared."""
    late = {"Mere": {"2016/17": 40, "2018/19": 50, "2019/20": {"missing": "late"}}}
    country = Evidence(read_facts(ENGLAND | {"panel": ENGLAND["panel"] | late}))

    def wrong(text):
        return [f.text for f in trace(text, country) if f.verdict == "mismatch"]

    changed = "Across the {} forces with figures for 2016/17, the number has doubled."
    assert wrong(changed.format(11)) == [] and "12" in wrong(changed.format(12))
    assert wrong("There were 12 forces with figures for 2016/17.") == []


@pytest.mark.parametrize("those", THOSE)
def test_their_change_starts_from_that_year(those):
    text = f"Among {those.format(11)}, the total rose by {{}}."
    tell_apart(REPLIED, text, "106%", "35%")


@pytest.mark.parametrize(
    "also", ["also gave figures", "were also able to give data", "also had numbers"]
)
def test_those_areas_have_the_total_of_so_many_forces(also):
    text = (
        f"Eleven of the forces {also} for 2016/17. In those areas, offences rose by 106% to {{}}."
    )
    tell_apart(REPLIED, text, "2,398", "2,489")


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Of the {}, twelve answered.", "fifteen", "fourteen"),
        ("Offences from all {} came to 2,489.", "12", "11"),
        ("Among all {} together 2,489 offences were recorded.", "12", "13"),
        ("Since 2016/17 the total for all {} has doubled.", "11", "12"),
        ("They do not all have both figures: there are {}.", "11", "10"),
    ],
)
def test_forces_are_counted_by_the_words_around_once_they_are_spoken_of(text, right, false):
    before = "Police forces were asked across England and Wales. "
    tell_apart(before, text, right, false)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("In 12 of them, offences rose.", []),
        ("In 11 of them, offences rose.", ["11"]),
        ("In 11 of them the number had risen since 2016/17.", []),
        ("In 12 of them the number had risen since 2016/17.", ["12"]),
        ("In 11 of them it fell.", ["11"]),
        ("In 12 of these the figure has gone down.", ["12"]),
        ("Offences fell in 11 forces.", ["11"]),
        ("Offences rose in 12 forces.", []),
        ("Offences rose in 11 of the forces.", ["11"]),
        ("In 12 forces the number of offences rose.", []),
        ("In nine forces the number of offences fell.", ["nine"]),
        # of a sum of these, and of those that are named for something else
        ("In ten of them it rose to 2,489.", ["ten"]),
        ("Offences rose in 12 forces that replied.", []),
    ],
)
def test_forces_in_which_it_rose_or_fell_are_those_with_a_rise_or_a_fall(text, wrong):
    assert flagged(f"Twelve forces replied across England and Wales. {text}") == wrong


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("{} forces logged 2,489 offences, up on the 1,842 these had in 2018/19.", "12", "11"),
        ("{} forces logged 2,398, up from 1,166 in the same forces.", "Eleven", "Twelve"),
    ],
)
def test_number_of_forces_beside_both_ends_of_a_change_is_that_of_the_change(text, right, false):
    tell_apart("", text, right, false)
