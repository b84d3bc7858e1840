"""Words without a number: those that are refused are found, and what no rule knows is listed."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.marking import mark
from offences.tracing.trace import trace

NORTH = {
    "place": "Northshire",
    "measure": "online child sexual offences",
    "latest": "2018/19",
    "series": {"2015/16": 120, "2016/17": 150, "2017/18": 200, "2018/19": 310},
}


def flagged(text, **more):
    facts = read_facts(NORTH | more)
    return [(f.text, f.verdict) for f in trace(text, facts) if f.verdict != "exempt"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Offences in Northshire soared.", "soared"),
        ("The number of crimes has rocketed.", "rocketed"),
        ("Northshire is worse than Kent.", "worse than Kent"),
        ("Offences were higher than in Surrey.", "higher than in Surrey"),
        ("It is the worst area for such crimes.", "worst"),
        ("The league table of forces was published.", "league table"),
        ("A child is abused every 100 minutes.", "100 minutes"),
    ],
)
def test_a_refused_word_is_found_without_a_number(text, found):
    assert (found, "mismatch") in flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "Spirits soared when the helpline opened.",
        "This was worse than expected.",
        "Offences were recorded in Northshire.",
    ],
)
def test_the_same_words_of_something_else_are_left_alone(text):
    assert flagged(text) == []


VIVID = {"settings": {"vivid": True}}
SLOWER = NORTH | {"series": {"2015/16": 120, "2016/17": 250, "2017/18": 300, "2018/19": 310}}
SOUTH = NORTH | {"place": "Southshire", "series": {"2015/16": 300, "2017/18": 100, "2018/19": 310}}


def test_a_vivid_word_is_allowed_of_a_great_rise_where_the_charity_wants_such_words():
    great = [
        "Offences in Northshire have soared since 2015/16.",
        "Offences in Northshire soared in 2016/17.",
        "From 2015/16 to 2016/17 offences in Northshire soared.",
        "Offences in Southshire soared last year.",
    ]
    small = [
        "Offences in Northshire soared between 2017/18 and 2018/19.",
        "Since 2017/18 the number in Northshire has soared.",
        "Offences in Northshire soared on last year.",
        "Offences in Southshire have soared since 2015/16.",
    ]
    facts = [read_facts(each | VIVID) for each in (SLOWER, SOUTH)]
    texts = (*great, *small)
    assert [t for t in texts if any(f.kind == "vivid" for f in trace(t, *facts))] == small
    facts = [read_facts(each) for each in (SLOWER, SOUTH)]
    assert all(any(f.kind == "vivid" for f in trace(t, *facts)) for t in texts)


def test_last_year_is_refused_where_it_is_no_longer_last_year_on_the_day_of_publication():
    text = "Last year there were 310 offences."
    assert ("Last year", "mismatch") not in flagged(text, published_on="2019-06-01")
    assert ("Last year", "mismatch") in flagged(text, published_on="2021-06-01")


def test_each_refused_word_has_its_kind():
    text = "Offences soared last year. It is the worst area."
    found = trace(text, read_facts(NORTH | {"published_on": "2021-06-01"}))
    assert [f.kind for f in found] == ["vivid", "last_year", "comparison"]


def test_what_no_rule_knows_is_listed_and_the_summary_never_says_that_all_is_right():
    text = "There were 310 offences. Most offences are linked to social media. It rained."
    marked = mark(text, read_facts(NORTH))
    assert marked.not_checked == ("Most offences are linked to social media.",)
    assert marked.summary == (
        "1 figure checked: 1 right. Not checked: 1 statement without a figure, names and quotes."
    )


def test_each_kind_of_slot_is_named_in_the_reason():
    facts = read_facts(
        NORTH | {"shares": {"sex": {"of": 310, "known": 300, "parts": {"girls": 240, "boys": 60}}}}
    )
    (boys,) = trace("In 240 offences the victims were boys.", facts)
    assert (boys.verdict, boys.fact, boys.suggestion) == ("mismatch", "240 girls", "60")
    (children,) = trace("There were 310 children.", facts)
    assert children.fact == "offences are counted, not children"
