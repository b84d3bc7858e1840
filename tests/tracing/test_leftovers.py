"""A right number is right no more where its clause says more than any slot of it holds."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

YEARS = {"2015/16": 58, "2016/17": 134, "2017/18": {"state": "part_year", "value": 90, "months": 9}}
LOCAL = {
    "place": "Hollinshire",
    "measure": "online child sexual offences",
    "latest": "2018/19",
    "series": {**YEARS, "2018/19": 204},
    "shares": {
        "gender": {"of": 204, "known": 150, "parts": {"girls": 120, "boys": 30}},
        "platform": {"of": 204, "known": 100, "parts": {"Snapchat": 46, "Kik": 9}},
    },
}
DOCUMENTS = (Evidence(read_facts(LOCAL)),)
WRONG = ("mismatch", "untraced")


def flagged(text):
    return [f.text for f in trace(text, *DOCUMENTS) if f.verdict in WRONG]


@pytest.mark.parametrize(
    "rest",
    [
        *("at home", "by strangers", "outside school hours", "in six months", "so far"),
        *("apart from the oldest cases", "excluding those at school", "that were solved"),
        *(
            "that came to light on games",
            "in the north of the county",
            "that revealed a stranger",
            "against a stranger's child",
            "found on phones",
            "which suggested a link",
            "against teachers",
            "with a weapon",
            "as having been detected",
        ),
    ],
)
def test_a_number_of_some_offences_alone_has_no_source(rest):
    assert flagged(f"Hollinshire Police recorded 204 offences {rest}.") == ["204"]


@pytest.mark.parametrize(
    "text",
    [
        "In just six months the force recorded 204 offences.",
        "From April to December 2018 the force recorded 204 offences.",
        "In March 2019 alone, 204 offences were recorded.",
        "The force recorded the first 204 offences.",
        "The North West recorded 204 offences.",
        "204 offences went to a court in the year.",
        "It is still 134 times that somebody set out to harm a child.",
        "It is 204 times that of 2016/17.",
        "The 2018/19 total is four times that number for 2016/17.",
        "204 offences went unsolved in the year.",
        "204 offences where an arrest was made.",
        "204 offences remain undetected.",
        "There were 204 in all. Go back to 2016/17 and the force had 58.",
        "There were 204, and its records go back to 2016/17, when there were 58.",
        "Go back to 2016/17. The force had 204 offences then.",
        "Girls were the victims in 80% of the children whose sex was known.",
    ],
)
def test_part_of_a_year_or_another_place_is_not_the_whole(text):
    assert flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "The force recorded 204 offences in the year, up from 134 in 2016/17.",
        "In Hollinshire, 204 offences were recorded as having been committed online.",
        "There were 204 offences in which the internet was used.",
        "The 204 offences come from the police.",
        "In all, 204 offences against children were reported to the police that year.",
        "For 2017/18 it could count 90 offences in nine months.",
        "Snapchat was named in 46 of the 100, or 46%, and Kik in nine.",
        "Girls were the victims in 80% of the offences where the sex was known.",
        "In 46 of the 100, or 46%, it was Snapchat.",
        "In the whole of 2018/19 there were 204 offences.",
        "It is still 204 times that somebody set out to harm a child.",
        "That is 204 times that a child was harmed.",
        "204 offences went into the force’s books in the 12 months to March 2019.",
        "There were 204 in all. Go back to 2016/17 and the force had just 134 on file.",
        "It had 204. Ask why! Go back to 2015/16 and there were 58.",
        "There were 120 offences against girls. In a further 54, the sex was not recorded.",
        "Since records in this series began in 2015/16, the number has risen by 146.",
        "An increase of 52% – or 70 offences – was recorded since 2016/17.",
        "Hollinshire reported 204 offences to the charity behind the study.",
        "Offences treble in Hollinshire\n\nOffences trebled since 2015/16, from 58 to 204.",
    ],
)
def test_what_the_slots_hold_leaves_nothing(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Girls were the victims in 120 of the 150 known, 80% of all offences.", "80%"),
        ("Girls were the victims in 120 offences, 80% of the county's total.", "80%"),
        ("Girls were in 80% of the offences where the platform was known.", "80%"),
        ("Hollinshire's rise was steeper than that of Kent.", "steeper than that of Kent"),
        ("Hollinshire's total outstrips that of Kent.", "outstrips that of Kent"),
        ("Hollinshire is second only to Kent.", "second only to Kent"),
        ("Only Kent recorded more.", "Only Kent"),
        ("Hollinshire's figure is higher than most forces'.", "higher than most forces"),
        ("Snapchat was named in 46 offences and Kik in eight.", "eight"),
    ],
)
def test_another_whole_or_force_is_wrong(text, figure):
    assert figure in flagged(text)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("from April to March.", []),
        ("between April 2018 and March 2019.", []),
        ("from April to June.", ["204"]),
        ("between May 2018 and March 2019.", ["204"]),
        ("between April 2018 and June 2019.", ["204"]),
        ("in figures from March until April.", ["204"]),
        ("in figures from March\n\nUntil April the schools are closed.", []),
    ],
)
def test_months_are_a_year_or_a_part_of_one_and_those_of_the_next_paragraph_are_neither(
    words, wrong
):
    assert flagged(f"Online crimes in the county came to 204 {words}") == wrong


@pytest.mark.parametrize(
    "all_of_it",
    [
        "the full twelve months of 2017/18",
        "the whole 12 months of 2017/18",
        "all of the twelve months to the end of 2017/18",
        "the twelve months of 2017/18",
        "the full year 2017/18",
    ],
)
def test_a_count_of_some_months_is_not_that_of_a_whole_year(all_of_it):
    assert "90" in flagged(f"In {all_of_it} the force recorded 90 offences.")


def test_a_count_of_some_months_is_that_of_its_months():
    assert not flagged("In nine months of 2017/18 the force recorded 90 offences.")
