"""Words for the order of two changes, and of a year among others, beside their numbers."""

import pytest

from offences.tracing.change_orders import change_orders
from offences.tracing.finding.clauses import Passage
from offences.tracing.trace import trace
from tests.tracing.test_turning_points import DOCUMENTS


def flagged(text):
    return [f.text for f in trace(text, *DOCUMENTS) if f.kind == "comparison"]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Theirs went up by 12 per cent, and ours by a good deal {}: 13 per cent.", "more", "less"),
        ("It rose by 12 per cent there, but ours grew {}, by 9 per cent.", "less", "more"),
        ("The total rose 4%, while in Norshire growth was {}, at 11%.", "higher", "lower"),
        ("The one fell by 20% and the other by rather {}, 18%.", "less", "more"),
        ("Boys were 17 per cent there, and here the share was {}: 19 per cent.", "larger",
         "smaller"),
    ],
)  # fmt: skip
def test_of_two_shares_the_one_said_to_be_less_is_less(text, right, false):
    assert [*change_orders(Passage(text.format(right)))] == []
    said = text.format(false)
    assert [*change_orders(Passage(said))] == [(said.index(false), len(said) - 1)]


def test_a_right_share_in_a_false_order_is_wrong():
    text = "In Wyreshire it rose by 48 per cent, and in Eastmere by {}: 3 per cent."
    assert flagged(text.format("less")) == []
    assert flagged(text.format("more")) == ["more: 3 per cent"]


def test_each_order_of_a_text_is_looked_at():
    text = "Growth of 12 per cent became more: 13 per cent. Up 4%, while theirs was lower, at 11%."
    assert [*change_orders(Passage(text))] == [(text.index("lower"), len(text) - 1)]


@pytest.mark.parametrize(
    "text",
    [
        "It rose by 12 per cent, less than the 13 per cent before.",
        "It rose by 12 per cent, which is more or less 13 per cent.",
        "It rose by 12 per cent. Ours grew by less. It was 13 per cent of all.",
        "It rose by 12 per cent, and by no less than 13 per cent there.",
        "It rose by 12 per cent, and there were 13 more.",
    ],
)
def test_less_than_a_number_is_said_of_the_other_one(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The 290 offences are the {} highest total in the five years.", "third", "second"),
        ("It is the {} lowest number of the last four years.", "second", "third"),
        ("For Wyreshire it is the {} lowest total in the series.", "fifth", "second"),
        ("In 2017/18 Norshire recorded the {} highest figure of the last four years.", "second",
         "third"),
        ("Redvale has its {} lowest figure on record.", "second", "third"),
        ("Last year it came to 290, the {} highest so far.", "third", "second"),
    ],
)  # fmt: skip
def test_a_year_has_the_place_among_the_years_that_is_said(text, right, false):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(false)) == [false]


@pytest.mark.parametrize(
    "text",
    [
        "Burglary saw the second highest total in the five years.",
        "It is the second highest total of boys in the five years.",
        "It is the second highest hill in the county.",
    ],
)
def test_a_place_of_something_else_among_the_years_is_not_judged(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("Down 9 per cent in a year for us; among all four forces, up 5.", False),
        ("Down 9% in Norshire, and in Eastmere up 3.", False),
        ("Down 9% in Norshire, Redvale down 7.", False),
        ("Down 9 per cent in a year for us; among all four forces, up 6.", True),
        ("Down 9% in Norshire, and in Eastmere up 9.", True),
        ("Down 9% in Norshire, Redvale up 7.", True),
        ("Up 3% in Eastmere, and in Norshire down 28.", True),  # 28 is no share
    ],
)
def test_a_bare_number_after_a_share_that_is_up_is_a_share_too(text, is_wrong):
    found = [f for f in trace(text, *DOCUMENTS) if f.kind == "percent"]
    assert len(found) == 2
    assert (found[1].verdict == "mismatch") is is_wrong
