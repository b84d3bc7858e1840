"""How many years a series, a run or a change has; forces that answer a question."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import ENGLAND, TARN, flagged

LEAD = "Tarn Police recorded 149 online sexual offences against children in 2019/20. "
SOUTHMERE = {
    **TARN,
    "place": "Southmere",
    "series": {
        **{"2014/15": 60, "2015/16": 72, "2016/17": 88, "2017/18": 81, "2018/19": 97},
        **{"2019/20": 149},
    },
}
REFUSED, LATE = {"missing": "refused"}, {"missing": "late"}
ASKED = {
    **ENGLAND,
    "asked": 16,
    "panel": {
        **ENGLAND["panel"],
        **{name: {"2018/19": 70, "2019/20": REFUSED} for name in ("Brack", "Crane", "Drove")},
        "Eller": {"2018/19": LATE, "2019/20": LATE},
    },
}


def asked_about(text):
    figures = trace(text, read_facts(SOUTHMERE), read_facts(ASKED))
    return [f.text for f in figures if f.verdict in ("mismatch", "untraced", "loose")]


def differs(text, right, false):
    assert asked_about(text.format(right)) == []
    assert asked_about(text.format(false))


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("At 149, Tarn's total is the highest of its {} years.", "four", "five"),
        ("The lowest of Tarn's {} yearly totals was 77 offences.", "four", "three"),
        ("Tarn's worst year of the {} was 2019/20.", "four", "three"),
        ("In Tarn 2018/19 ranks second among its {} years.", "four", "seven"),
        ("Tarn's 149 is the largest of the {} years that began with 2016/17.", "four", "three"),
        ("The fewest offences in any of Tarn's {} years to 2019/20 was 77.", "four", "six"),
        ("Offences in Tarn have never fallen in the {}-year series.", "four", "six"),
        ("The first {} years on the list, 2016/17 and 2017/18, gave Tarn 172.", "two", "three"),
    ],
)
def test_the_years_of_a_series_are_counted(text, right, false):
    assert flagged(LEAD + text.format(right)) == []
    assert flagged(LEAD + text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        "Ms Hale was a detective for 28 years, the best of her life.",
        "She only had the app for three weeks.",
        "Of all the programmes in its five years on air this was the worst.",
        "I would want four years of falls before I opened the best champagne.",
    ],
)
def test_other_lengths_of_time_are_no_years_of_the_series(text):
    assert flagged(LEAD + text) == []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Offences rose in Southmere in {} of the five years after 2014/15.", "four", "three"),
        ("Offences fell at Southmere Police in {} of the five years since 2014/15.", "one", "two"),
        ("Offences rose for {} years running in Southmere after 2014/15, before falling.",
         "two", "three"),
        ("Just one year interrupted the rise in Southmere: {}, with a fall.", "2017/18", "2018/19"),
        ("Of the six years from 2014/15 to 2019/20, {} had the fewest online sexual offences in "
         "Southmere.", "2014/15", "2017/18"),
        ("The most offences Southmere recorded in any of the three years to 2018/19 was {}.",
         "97", "149"),
    ],
)  # fmt: skip
def test_years_that_changed_or_were_first_or_last_are_counted_and_named(text, right, false):
    differs(text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("It has taken {} years for Southmere to go from 88 in 2016/17 to 149 in 2019/20.",
         "three", "four"),
        ("{} years before the latest figures, in 2016/17, Southmere counted 88.", "Three", "Two"),
        ("The {}-year rise in Southmere from 2016/17 to 2019/20 was 69%.", "three", "four"),
        ("If you go back just {} years, to 2017/18, Southmere had 81.", "two", "three"),
    ],
)  # fmt: skip
def test_how_long_it_is_from_one_year_to_another_is_asked_about(text, right, false):
    differs(text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("How many forces in England and Wales refused in 2019/20? {}, we gather.",
         "Three", "Four"),
        ("How many of the forces in England and Wales gave a figure for 2019/20? {}.",
         "Twelve", "Ten"),
        ("Q: How many forces in England and Wales were asked? A: {}.", "16", "12"),
        ("How many forces in England and Wales had figures for 2018/19? {}.", "15", "12"),
        ("For 2019/20, {} of the forces asked in England and Wales either refused or missed the "
         "deadline.", "four", "three"),
        ("{} of the England and Wales forces asked were late or turned the request down.",
         "Four", "Three"),
    ],
)  # fmt: skip
def test_forces_that_answer_a_question_or_did_one_of_two_things_are_counted(text, right, false):
    differs(text, right, false)


def test_a_question_of_other_things_has_no_forces_in_its_answer():
    assert asked_about("How many children do you have? Two.") == []
