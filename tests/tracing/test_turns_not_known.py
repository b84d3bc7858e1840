"""Changes, records and turns of years with a break, a withheld number, or of other years."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import documents, flagged
from tests.tracing.test_turning_points import OWN, YEARS, wrong

HIDDEN = {"suppressed": [1, None]}


def asked_about(text, values, **more):
    series = dict(zip(YEARS, values, strict=True))
    found = trace(text, Evidence(read_facts({**OWN, "series": series, **more})))
    return [f.text for f in found if f.verdict in ("mismatch", "untraced")]


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ((10, 20, 30, HIDDEN, 100), "The number has more than doubled in a year."),
        ((10, 20, 30, 100, HIDDEN), "The number has more than halved in a year."),
    ],
)
def test_a_number_without_an_upper_limit_has_no_multiple(values, text):
    assert asked_about(text, values) != []


def test_years_on_both_sides_of_a_break_are_in_no_order():
    text, values = "It is its second highest total.", (80, 70, 75, 90, 82)
    assert asked_about(text, values) == []
    broken = [{"year": "2016/17", "reason": "The police count more offences."}]
    assert asked_about(text, values, breaks=broken) == ["highest"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [("The only rise came in 2016/17.", ["2016/17"]), ("The biggest fall came in 2015/16.", [])],
)
def test_what_never_rose_has_no_year_of_a_rise(text, asked):
    assert asked_about(text, (80, 70, 65, 60, 55)) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Its third highest total of the five years is its second highest in two.", ["highest"]),
        ("That year, from 2015/16, the number fell from 330 to 318.", ["330", "318"]),
        ("In 2017/18 the number fell from 330 to 318.", []),
    ],
)
def test_each_place_and_each_change_is_of_its_own_years(text, asked):
    assert wrong(text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Those aged 16 and 17 had 20 each.", ["20"]),
        ("Those aged 11 and 12 had 12 each.", ["12"]),
        ("The squad has grown as offences rose from 12 to 17.", ["12", "17"]),
    ],
)
def test_what_a_number_is_of_is_said_before_it(text, asked):
    assert flagged(text) == asked


def test_a_multiple_between_earlier_years_is_answered_with_their_totals():
    found = trace("In 2018/19 the count was 1.4 times that of 2016/17.", *documents())
    facts = [f.fact for f in found if f.kind == "multiple"]
    assert facts == ["77 in 2016/17, 110 in 2018/19"]
