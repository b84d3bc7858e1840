"""Plain sentences of newspapers and officers, each with its right number and with another's."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import ENGLAND, PANEL, TARN, flagged, tell_apart


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # Of the force that speaks, and not of all forces
        ("In 2018/19 our officers recorded {} online offences.", "110", "1,842"),
        ("In 2018/19 we recorded {} offences.", "110", "1,842"),
        ("We’ve logged {} offences.", "149", "2,489"),
        ("Our officers recorded {} offences against children aged 13.", "25", "413"),
        (
            "“Since 2016/17 our recorded offences have risen by {},” said Inspector Lee of Tarn"
            " Police.",
            "94%",
            "106%",
        ),
        # Of whom the rest of a headline speaks
        ("Up {} since 2016/17: forces in England and Wales recorded 2,489.", "1,232", "72"),
        ("Up {} since 2016/17: police in Tarn recorded 149.", "72", "1,232"),
        ("Up {} in a year: Tarn Police recorded 149 offences.", "35%", "32%"),
        # The highest of some years is none of long ago
        ("Tarn Police’s highest figure in the four years was {}, in 2019/20.", "149", "110"),
        ("In 2019/20 offences in Tarn reached their highest level in four years: {}.", "149", "77"),
        ("The lowest figure in the four years from 2016/17 was {}, in 2016/17.", "77", "95"),
        ("The lowest number that our officers recorded was {}, in 2016/17.", "77", "95"),
    ],
)
def test_a_number_is_of_the_one_and_the_year_that_its_sentence_speaks_of(text, right, false):
    assert flagged(text.format(right)) == []
    assert false in flagged(text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        "The highest total, 110, was recorded in 2018/19.",
        "The highest number of offences in the four years was 110, in 2018/19.",
        "Tarn’s highest figure in the four years to 2019/20 was 95, in 2017/18.",
        "The lowest total, 95, was recorded in 2017/18.",
    ],
)
def test_another_years_number_is_no_highest_or_lowest_though_it_is_right_for_its_year(text):
    assert flagged(text) in (["highest"], ["lowest"])


def test_the_lowest_number_of_more_than_is_held_is_not_told_by_the_years_that_are():
    for text in ("The lowest total ever was 77, in 2016/17.", "The lowest rise was 77."):
        assert "lowest" in flagged(text)


# 13 forces gave a figure for 2019/20, 11 of them one for 2016/17; 16 were asked.
FELL = {"Holm": {"2018/19": 60, "2019/20": 91}, "Fell": {"2018/19": 70, "2019/20": 80}}
LATE = {**ENGLAND, "asked": 16, "panel": {**PANEL, **FELL}, "ages": {}, "shares": {}}


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("{} forces that gave figures for 2019/20 had none for 2016/17.", "Two", "Five"),
        ("Of the 13 forces that replied, {} had no figure for 2016/17.", "two", "five"),
        ("{} forces did not give a figure for 2016/17.", "Two", "Three"),
        ("{} forces could not supply data for 2016/17.", "Five", "Three"),
        ("{} of the 13 forces could not provide figures for 2016/17.", "Two", "Five"),
    ],
)
def test_forces_without_a_figure_for_an_earlier_year_are_counted(text, right, false):
    documents = [Evidence(read_facts(each)) for each in (TARN, LATE)]
    wrong = ("mismatch", "untraced", "loose")
    found = [
        [f.text for f in trace(text.format(n), *documents) if f.verdict in wrong]
        for n in (right, false)
    ]
    assert found[0] == []
    assert any(false in each for each in found[1])


def test_a_change_that_opens_a_line_is_told_apart_by_its_colon_alone():
    tell_apart("", "Up {} in a year. Forces in England and Wales recorded 2,489.", "35%", "36%")
