"""The most or the fewest before a year: "the previous high of 110", "until then the record"."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn import tarn
from tests.tracing.tarn_and_england import ask_about_these_alone, tell_each_apart


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("It overtakes the previous peak of {}.", "110", "95; 149"),
        ("Until then the record was {}.", "110", "77"),
        ("Before now the highest figure was {}.", "110", "149"),
        ("Until then the most in a year had been {}.", "110", "95"),
        ("The highest number before 2019/20 was {}.", "110", "149; 95"),
        ("The highest total before then was {} offences.", "110", "95"),
        ("The old record, {}, had stood for a single year.", "110", "95"),
        ("Tarn’s previous record was {}.", "110", "77"),
        ("The previous low was {}.", "77", "95"),
        ("In 2018/19 the total overtook the previous high of {}.", "95", "110"),
        ("Tarn recorded 149 offences in 2019/20, well above its previous high of {}.", "110", "95"),
        ("The 149 is above the previous high of {}.", "110", "95"),
    ],
)
def test_the_most_before_a_year_is_that_of_the_years_before_it(text, right, false):
    tell_each_apart(text, right, false)


def test_a_previous_high_is_in_the_year_that_has_it():
    said = "Tarn recorded 149 offences, above the previous high of {} in {}."
    ask_about_these_alone(
        [said.format("95", "2017/18"), said.format("110", "2017/18")],
        [said.format("110", "2018/19"), "The previous low of 77 was in 2016/17."],
    )


def test_a_previous_high_of_all_forces_is_not_held_against_the_year_of_one():
    years = ("2016/17", "2017/18", "2018/19", "2019/20")
    holm = dict(zip(years, (200, 300, 210, 500), strict=True))
    own = tarn(dict(zip(years, (77, 95, 110, 149), strict=True)))
    panel = {"Tarn": dict(zip(years, (77, 95, 110, 149), strict=True)), "Holm": holm}
    all_forces = {"place": "England", "measure": "online sexual offences", "latest": years[-1]}
    england = Evidence(read_facts(all_forces | {"scope": "national", "panel": panel}))

    def asked_about(text):
        return [f.text for f in trace(text, own, england) if f.verdict == "mismatch"]

    said = "{} recorded {} offences, above the previous high of {} in 2017/18."
    assert asked_about(said.format("Forces across England", "649", "395")) == []
    assert asked_about(said.format("Tarn", "149", "95")) == ["the previous high"]


def test_a_number_in_an_aside_about_a_year_is_of_that_year():
    for text in (
        "The number has risen since 2016/17, the first year of the count, when it was {}.",
        "The number has not been lower since 2016/17, the low point, when there were {}.",
        "Tarn’s 149 compares with 2016/17, the earliest year, when the force recorded {}.",
    ):
        tell_each_apart(text, "77", "95; 110")
    tell_each_apart(
        "The number is up on 2018/19, a year in which schools shut, when police logged {}.",
        *("110", "95"),
    )


def test_what_changed_for_the_first_time_had_not_changed_so_before():
    ask_about_these_alone(
        [
            "For the first time in three years the number fell.",
            "The number rose for the first time in two years.",
            "Offences in Tarn rose for the first time since 2016/17.",
            "It is the first rise in two years.",
            "It was the first fall in three years.",
            "The number fell for the first time since 2016/17.",
        ],
        [
            "The number rose in 2017/18, for the first time since 2016/17.",
            "Did the number fall for the first time in three years? It did not.",
            "For the first time in three years the charity held its conference in Tarn.",
            "Calls to the helpline fell for the first time in two years.",
        ],
    )


def test_the_size_of_a_rise_named_by_its_year_is_that_of_the_change():
    tell_each_apart("The smallest rise was in 2018/19, at {}.", "15", "39; 110")
    tell_each_apart("The largest rise came in 2019/20, with {}.", "39", "15; 149")


def test_those_of_which_a_detail_is_not_known_are_the_rest():
    for text in (
        "Of the {} offences whose app was not noted, nothing more is known.",
        "Of the {} offences where no app had been noted, the charity can say nothing.",
        "Of the {} crimes in which the platform had not been recorded, little is known.",
    ):
        tell_each_apart(text, "66", "83")
    tell_each_apart("Of the {} offences whose app had been noted, 40 were on Snapchat.", "83", "66")


def test_a_place_among_the_parts_stands_with_its_number():
    ask_about_these_alone(
        ["Instagram came first with 28, then Kik with 15.", "Snapchat was second, with 40."],
        ["Snapchat came first with 40, then Instagram with 28.", "Kik was third, with 15."],
    )


def test_two_forces_of_any_are_no_number_of_forces():
    ask_about_these_alone(
        ["Two forces replied.", "No more than two forces replied."],
        ["No two forces count alike.", "The charity doesn’t compare two forces."],
    )
