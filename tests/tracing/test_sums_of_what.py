"""Sums, averages and firsts over years: of all offences, of all forces, of years with a figure."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn import tarn
from tests.tracing.tarn_and_england import documents, flagged, tell_apart
from tests.tracing.test_turning_points import ALL, OWN, wrong


@pytest.mark.parametrize(
    ("text", "asked_about"),
    [
        ("It averaged 282 a year over the five years.", []),
        ("It averaged 282 a year over the six years with figures.", ["282", "six"]),
        ("The four forces averaged 856 offences a year over five years.", []),
        ("The 30 forces averaged 856 offences a year over five years.", ["30", "856"]),
        ("It averaged 282 offences a year over five years, says Ofcom.", []),
        ("It averaged 282 arrests a year over five years.", ["282"]),
        ("2016/17 and 2017/18 come to 648.", []),
        ("2016/17 and 2016/18 come to 648.", ["2016/18", "648"]),
    ],
)
def test_a_sum_or_an_average_is_of_all_offences_of_the_years(text, asked_about):
    assert wrong(text) == asked_about


def test_an_average_of_a_part_is_not_that_of_all():
    assert flagged("Tarn averaged 108 offences a year over four years.") == []
    assert flagged("Tarn averaged 108 offences a year over four years against girls.") == ["108"]


def test_an_average_may_use_the_words_of_what_is_counted():
    rapes = Evidence(read_facts({**OWN, "measure": "rapes of children"}))
    text = "It averaged 282 rapes a year over the five years."
    assert [f.verdict for f in trace(text, rapes)] == ["traced", "traced"]


def test_a_first_time_is_not_looked_for_where_no_year_has_a_number():
    total = {"claim": "total", "year": "2018/19", "value": 330, "publication": "June 2019"}
    facts = read_facts({"place": "England", "latest": "2018/19", "recorded": [total]})
    found = trace("It passed 300 for the first time in 2018/19.", facts)
    assert [f.text for f in found if f.verdict == "mismatch"] == []


def test_a_number_in_doubt_is_in_no_sum():
    text = "Tarn recorded 300 offences over the three years to 2018/19."
    doubtful = {"value": 110, "doubt": "It may be of another year."}
    for of_2017, verdict in ((110, "traced"), (doubtful, "mismatch")):
        facts = tarn({"2016/17": 90, "2017/18": of_2017, "2018/19": 100})
        found = trace(text, facts)
        assert (found[0].text, found[0].verdict) == ("300", verdict)


@pytest.mark.parametrize(
    ("text", "asked_about"),
    [("All but 1 of 5 forces replied.", []), ("All but 4 of 5 forces replied.", ["4 of 5"])],
)
def test_all_but_so_many_forces_are_those_that_did_not_reply(text, asked_about):
    found = trace(text, Evidence(read_facts(ALL)))
    assert [f.text for f in found if f.verdict == "mismatch"] == asked_about


@pytest.mark.parametrize(
    "text", ["In the region, 4 of 5 forces replied.", "In Surrey, 4 of 5 forces replied."]
)
def test_forces_may_be_in_a_place_of_which_nothing_is_known(text):
    assert wrong(text) == []


def test_forces_are_in_a_nation_of_which_only_totals_are_printed():
    total = {"claim": "total", "year": "2018/19", "value": 330, "publication": "June 2019"}
    facts = {"place": "England", "latest": "2018/19", "scope": "national"}
    answers = {"with_figures": 40, "asked": 44}
    england = Evidence(read_facts({**facts, "recorded": [{**total, **answers}]}))
    assert [f.verdict for f in trace("In England, 40 of 44 forces replied.", england)] == ["traced"]


def test_a_part_has_no_rise_from_a_total_of_all():
    assert flagged("Nationally offences rose from 1,166 to 1,805 against girls.") == []


@pytest.mark.parametrize(
    ("text", "of_two", "of_all"),
    [
        ("In 2016/17 and 2017/18, plus 2019/20, Tarn counted {} in total.", "172", "321"),
        ("From 2016/17 to 2018/19 and in 2019/20, Tarn had {} offences in all.", "282", "431"),
        ("Adding 2016/17 and 2017/18 to 2019/20 makes {} in Tarn.", "172", "321"),
    ],
)
def test_a_sum_of_years_is_not_of_some_of_those_named(text, of_two, of_all):
    for sum_of in (of_two, of_all):
        judged = trace(text.format(sum_of), *documents())
        assert [(f.verdict, f.suggestion) for f in judged if f.text == sum_of] == [("untraced", "")]


def test_two_years_named_in_either_order_are_added_up():
    tell_apart("", "In 2019/20 and 2018/19 taken together, Tarn counted {} offences.", "259", "187")


def test_the_time_of_a_rise_is_not_that_of_a_sum_in_the_same_sentence():
    text = "Tarn saw it climb by 94% in {} years; in four years it counted 431 offences."
    assert flagged(text.format("three")) == []
    assert "four" in flagged(text.format("four"))
    assert flagged("In four years Tarn counted 431 offences.") == []
