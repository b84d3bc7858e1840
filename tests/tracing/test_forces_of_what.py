"""Numbers of forces and of nations: which of them a sentence is about, and of which nothing is."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import flagged
from tests.tracing.test_turning_points import ALL, wrong

BRITAIN = Evidence(
    read_facts({**ALL, "place": "Great Britain", "nations": ["England", "Wales", "Scotland"]})
)


@pytest.mark.parametrize(
    ("text", "asked_about"),
    [
        ("If the years can be compared, 11 forces recorded 2,398.", []),
        ("If the years can be compared, 12 forces recorded 2,398.", ["12", "2,398"]),
        # Of parts no years are held, so nobody can say in how many forces they rose.
        ("Offences rose in 11 forces.", ["11"]),
        ("How many forces in England and Wales replied? 12.", []),
        ("How many forces replied? In Tarn there were 12.", ["12"]),
        ("How many forces replied? 12 offences were recorded in Tarn.", ["12"]),
        ("Four forces gave no figure for 2018/20.", ["Four", "2018/20"]),
        ("Four forces gave no figure for 2021/22.", ["Four", "2021/22"]),
        ("No figure for 2016/17 exists: four forces had none for 2018/19.", ["2016/17", "four"]),
        ("One had no figure for 2016/17.", []),
        ("It doubled its staff since 2012.", []),
        ("It doubled the number of offences since 2012.", ["doubled", "2012"]),
        ("Tarn’s share of the national total was 6% of 1,842 in 2018/19.", []),
        ("Its share of the national total went from 6% in 2016/17 to 6% now.", ["6%", "6%"]),
    ],
)
def test_a_number_of_forces_is_of_those_that_its_sentence_names(text, asked_about):
    assert flagged(text) == asked_about


def test_a_share_of_a_number_is_of_that_number():
    assert "6%" in flagged("Its share of the total is 6% of the 1,842.")
    assert "6%" not in flagged("Its share of the total is 6% of the 2,489.")


def test_of_a_part_nobody_knows_in_how_many_forces_it_rose():
    found = trace("Offences on apps rose in 11 forces.", Evidence(read_facts(ALL)))
    assert [(f.text, f.verdict) for f in found] == [("11", "untraced")]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Every week in Britain there are 18 offences.", "traced"),
        ("Every week in the UK there are 18 offences.", "untraced"),
    ],
)
def test_britain_is_three_nations_and_the_uk_four(text, verdict):
    assert [f.verdict for f in trace(text, BRITAIN)] == [verdict]


def test_where_no_nations_are_given_forces_may_be_across_the_uk():
    assert wrong("4 of 5 forces across the UK replied.") == []
    assert wrong("Every week in Britain there are 6 offences.") == ["6"]
