"""Rows of numbers and of changes, corrections, limits of runs and spans between two years."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import flagged
from tests.tracing.test_turning_points import OWN, YEARS, wrong

HIDDEN = {"suppressed": [1, 4]}


def asked_about(text, series):
    found = trace(text, Evidence(read_facts({**OWN, "series": series})))
    return [f.text for f in found if f.verdict in ("mismatch", "untraced")]


@pytest.mark.parametrize(
    ("first", "text", "asked"),
    [
        (10, "The total is higher after rises of 16, 16 and 8.", []),
        (0, "The total is higher after rises of 100%, 62% and 19%.", ["100%", "62%", "19%"]),
        (HIDDEN, "The total is higher after rises of 26, 16 and 8.", ["26", "16", "8"]),
    ],
)
def test_a_row_of_changes_begins_with_a_number_that_one_can_be_of(first, text, asked):
    series = dict(zip(YEARS, (first, 26, 42, 50, 90), strict=True))
    assert asked_about(text, series) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("It was corrected from 107 to 163.", []),
        ("It was corrected from 107 to 163, and then corrected from 109 to 163.", ["109", "163"]),
    ],
)
def test_each_correction_is_of_its_own_two_numbers(text, asked):
    corrected = {
        **{"2016/17": {"value": 118, "previously": 109}},
        **{"2017/18": {"value": 163, "previously": 107}, "2018/19": 200},
    }
    assert asked_about(text, corrected) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("260. 330. 318.", []),
        ("260. 330%. 318.", ["260", "330%", "318"]),
        ("For four years in a row it has been above 250, and 260 was the least.", ["260"]),
        ("For four years in a row it has been above 250, and 290 is the latest.", []),
    ],
)
def test_a_row_or_a_limit_has_only_its_own_numbers(text, asked):
    assert wrong(text) == asked


CHIEF = "The force has had another chief since, who came from the north. "


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (f"Tarn had 77 in 2016/17. {CHIEF}Then came 95. Then 110. And 149.", []),
        (f"Tarn had 77 in 2016/17. {5 * CHIEF}Then came 95. Then 110. And 149.", ["95", "110"]),
        ("The platform was known in over half.", []),
        ("The platform was known in a third.", ["a third"]),
        ("In 2018/19 there were 110, and two years earlier, in 2016/17, 77.", []),
        ("In 2018/19 there were 110, and three years earlier, in 2016/17, 77.", ["three"]),
        ("Two years earlier, in 2021/22, there were 112 girls.", ["2021/22", "112"]),
        ("In the two years since Easter 2018 it rose.", []),
        ("In the two years since April 2017 it rose.", []),
        ("In the two years since April 2017 there were 354.", ["two"]),
        ("In the two years since April 2019 it rose.", []),
        ("It took two years to rise from 77 in 2016/18 to 149 in 2019/20.", ["77", "2016/18"]),
        ("In the two years from 2016/17 to 2018/19 it rose.", []),
        ("In the five years from 2016/17 to 2018/19 it rose.", ["five"]),
        ("The four-year total, of 2016/17, 2018/19 and 2019/20, rose.", []),
    ],
)
def test_years_between_two_and_numbers_in_turn_are_those_of_the_words(text, asked):
    assert flagged(text) == asked


def test_a_share_of_a_number_that_is_zero_is_no_share():
    assert "0" in flagged("0 of 0 offences, or 80%, were against girls.")
