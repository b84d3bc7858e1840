"""What stands near a figure and is of something else: a conference, another year, a first place."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

TARN = {
    "place": "Tarn",
    "measure": "online sexual offences",
    "latest": "2018/19",
    "series": {"2016/17": 71, "2017/18": 88, "2018/19": 107},
    "shares": {"platform": {"of": 107, "known": 90, "parts": {"Snapchat": 44, "Facebook": 27}}},
}
UK = {
    "place": "the UK",
    "measure": "online sexual offences",
    "latest": "2018/19",
    "scope": "national",
    "panel": {
        "Tarn": {"2017/18": 88, "2018/19": 107},
        "Ashby": {"2017/18": 58000, "2018/19": 60000},
    },
}
EVIDENCE = Evidence(read_facts(TARN)), Evidence(read_facts(UK))


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            "It is a jump of {} on the 88 recorded in 2017/18, and comes as members meet in Deal.",
            "22%",
            "51%",
        ),
        (
            "Offences in Tarn have risen by {} in two years, from 71 to 107 in 2018/19.",
            "51%",
            "22%",
        ),
        ("Where Tarn police noted the app, Snapchat came first with {} offences.", "44", "27"),
        ("A child sex offence is recorded every {} minutes in the UK.", "nine", "four"),
    ],
)
def test_a_figure_is_right_beside_what_is_of_something_else(text, right, wrong):
    def flagged(number):
        found = trace(text.format(number), *EVIDENCE)
        return [f.text for f in found if f.verdict in ("mismatch", "untraced", "loose")]

    assert flagged(right) == []
    assert any(wrong in each for each in flagged(wrong))


def test_every_so_many_minutes_is_of_offences_and_not_of_children():
    text = "A child is abused every nine minutes in the UK."
    assert [f.verdict for f in trace(text, *EVIDENCE)] == ["mismatch"]


@pytest.mark.parametrize(
    "text",
    [
        "Charity calls on ministers to act as online offences rise {} in Tarn",
        "Minister visits Tarn after sexual offences rise by {}",
        "Arrests are few when offences in Tarn rise by {}",
    ],
)
def test_what_rises_in_a_headline_is_named_in_its_own_clause(text):
    def verdicts(number):
        return [f.verdict for f in trace(text.format(number), *EVIDENCE)]

    assert verdicts("22%") == ["traced"]
    assert verdicts("30%") == ["mismatch"]


@pytest.mark.parametrize(
    "text",
    [
        "Offences fall as arrests in Tarn rise by 22%",
        "Offences worry Tarn when police raids rise by 22%",
        "Offences fall after visits to Tarn rise by 22%",
    ],
)
def test_what_rises_in_a_headline_may_be_another_thing_than_its_first_words_name(text):
    found = trace(text, *EVIDENCE)
    assert [f.verdict for f in found if f.text == "22%"] == ["mismatch"]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Pupils in Years 7 and 8 took part. Police recorded {} offences.", "107", "88"),
        ("In Years 9 to 11 we speak of this. In all, {} offences were recorded.", "107", "88"),
        ("Few thought {} good news.", "107", "88"),
        ("Last year there were {} offences that began online.", "107", "88"),
    ],
)
def test_years_at_school_are_no_place_and_news_is_not_counted(text, right, false):
    found = trace(text.format(right), *EVIDENCE)
    assert [f.verdict for f in found if f.text == right] == ["traced"]
    found = trace(text.format(false), *EVIDENCE)
    assert [f.verdict for f in found if f.text == false] == ["mismatch"]


def test_a_place_whose_name_begins_like_years_is_still_one():
    found = trace("Pupils in Yearsby took part. Police there recorded 107 offences.", *EVIDENCE)
    assert [f.verdict for f in found] == ["untraced"]
