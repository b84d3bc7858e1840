"""Words for one’s own place bind a number to the local force; a correction keeps its order."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

OWN = {"2015/16": 120, "2016/17": {"value": 150, "previously": 143}, "2017/18": 160, "2018/19": 248}
LOCAL = {
    "place": "Hollinshire",
    "measure": "online child sexual offences",
    "latest": "2018/19",
    "series": OWN,
    "shares": {"gender": {"of": 248, "known": 200, "parts": {"girls": 140, "boys": 60}}},
}
PANEL = {
    "Hollinshire": {year: OWN[year] for year in ("2017/18", "2018/19")},
    "Marlshire": {"2017/18": 800, "2018/19": 1000},
}
COUNTRY = {
    "place": "England",
    "measure": "online child sexual offences",
    "latest": "2018/19",
    "scope": "national",
    "panel": PANEL,
    "shares": {"gender": {"of": 1248, "known": 1000, "parts": {"girls": 800, "boys": 200}}},
}
DOCUMENTS = (Evidence(read_facts(LOCAL)), Evidence(read_facts(COUNTRY)))


def flagged(text):
    found = trace(text, *DOCUMENTS)
    return [f.text for f in found if f.verdict in ("mismatch", "untraced", "loose")]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The valley’s total has grown by 30 per cent since 2017/18.", "30 per cent"),
        ("There were 24 a week in our patch alone.", "24"),
        ("Girls were the victims in 80% of our cases where the sex was known.", "80%"),
        ("On our doorstep, 1,248 offences were recorded.", "1,248"),
        ("In this town there were 1,248 offences last year.", "1,248"),
        ("Girls were the victims in 80% of ours where the sex was known.", "80%"),
        ("The force has corrected its figure for 2016/17 from 150 to 143.", "143"),
        ("The force has corrected its figure for 2016/17 from 150 to 143.", "150"),
        ("Its corrected figure for 2016/17 is 143.", "143"),
        ("The force has since revised the figure for 2016/17, which is now 143.", "143"),
        ("The figure for 2016/17 was first published as 150.", "150"),
        (
            "The force’s number for 2018/19, first published as 143, now stands at 150, "
            "more than in 2016/17.",
            "150",
        ),
        ("There were 248 offences. It is an increase of 128 in the space of twelve months.", "128"),
    ],
)
def test_a_number_of_all_forces_or_of_another_time_is_not_that_of_the_place(text, figure):
    assert figure in flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "The valley’s total has grown by 55 per cent since 2017/18.",
        "There were nearly five a week in our patch alone.",
        "Girls were the victims in 70% of our cases where the sex was known.",
        "On our doorstep, 248 offences were recorded, and 1,248 across England.",
        "Across England there were 1,248 offences; in this town there were 248.",
        "The force has corrected its figure for 2016/17 from 143 to 150.",
        "“It is 248 cases a year, more than four a week,” said an officer of Hollinshire Police.",
        "The force’s number for 2016/17, first published as 143, now stands at 150.",
        "Its corrected figure for 2016/17 is 150.",
        "The figure for 2016/17 was first published as 143.",
        "There were 248 offences. It is an increase of 88 in the space of twelve months.",
        "Online offences, a crime in Scotland only since 2017, made up 248 of the latest total.",
    ],
)
def test_the_numbers_of_the_place_are(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "of_another"),
    [
        (
            "Girls were the victims in 80% of the offences where the sex was known, boys in 30%.",
            "30%",
        ),
        (
            "Girls were the victims in 70% of the offences where the sex was known, boys in 20%.",
            "20%",
        ),
    ],
)
def test_both_parts_of_a_whole_are_of_one_body(text, of_another):
    assert flagged(text) == [of_another]


def test_two_parts_of_the_same_body_are_right():
    for girls, boys in (("80%", "20%"), ("70%", "30%")):
        assert (
            flagged(f"Where the sex was known, girls were {girls} of victims, boys {boys}.") == []
        )


THREE_NATIONS = COUNTRY | {
    "place": "all forces",
    "nations": ["England", "Wales", "Northern Ireland"],
    "published_on": "2019-06-01",
}


@pytest.mark.parametrize(
    ("nations", "is_right"),
    [
        ("England, Wales and Northern Ireland", True),
        ("Wales, Northern Ireland and England", True),
        ("England and Wales", False),
        ("Wales and Scotland", False),
    ],
)
def test_a_sum_is_of_the_nations_that_were_asked_and_of_no_others(nations, is_right):
    text = f"Forces in {nations} recorded 1,248 offences in 2018/19."
    (figure,) = (f for f in trace(text, read_facts(THREE_NATIONS)) if f.text == "1,248")
    assert (figure.verdict == "traced") is is_right


def test_jersey_and_guernsey_are_the_channel_islands():
    facts = read_facts(THREE_NATIONS | {"nations": ["England", "Wales", "Jersey", "Guernsey"]})
    text = "Forces in England, Wales and the Channel Islands recorded 1,248 offences in 2018/19."
    assert [f.verdict for f in trace(text, facts) if f.text == "1,248"] == ["traced"]


def test_whose_study_it_is_names_no_place():
    assert flagged("Across England, the forces in Lantern’s study recorded 1,248 offences.") == []
    assert flagged("In Lantern there were 1,248 offences.") == ["1,248"]


ABOUT_MARLSHIRE = "Online abuse rises in Marlshire\n\nMarlshire has seen one of the steepest rises."


@pytest.mark.parametrize(
    ("text", "of_another"),
    [
        (f"{ABOUT_MARLSHIRE}\n\nThe force recorded 1,000 offences in 2018/19.", []),
        (f"{ABOUT_MARLSHIRE}\n\nThe local force recorded 1,000, up from 800 in 2017/18.", []),
        (f"{ABOUT_MARLSHIRE}\n\nThere were 1,000 offences in 2018/19, up by 25%.", []),
        (f"{ABOUT_MARLSHIRE}\n\nThere were 1,248 offences in all in 2018/19.", []),
        (f"{ABOUT_MARLSHIRE}\n\nThe force recorded 248 offences in 2018/19.", ["248"]),
        (f"{ABOUT_MARLSHIRE}\n\nThere were 248 offences in 2018/19, up by 55%.", ["248", "55%"]),
        (f"{ABOUT_MARLSHIRE} Hollinshire too.\n\nThe force recorded 248 offences.", []),
        ("Like Marlshire, this county has seen a rise.\n\nThe force recorded 248 offences.", []),
    ],
)
def test_the_force_is_the_one_that_the_text_opens_with_until_another_is_named(text, of_another):
    assert flagged(text) == of_another


FORCE_FIRST = "Hollinshire Police recorded 248 offences.\n\n"
ALL_FIRST = "Police in England recorded 1,248 offences.\n\nHollinshire, by contrast, had 248.\n\n"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # it comes back to what it opened with
        (ALL_FIRST + "Girls were the victims in 80% of those where the sex was known.", []),
        (ALL_FIRST + "The sex was known in 1,000 cases, and boys were the victims in a fifth.", []),
        (FORCE_FIRST + "In England there were 1,248.\n\nGirls were in 70% where it is known.", []),
        # and goes on to another with a word alone
        (FORCE_FIRST + "Girls were the victims in 80% of those where the sex was known.", ["80%"]),
        (ALL_FIRST + "Girls were in 80% where it was known. Boys were in 30%.", ["30%"]),
    ],
)
def test_a_text_comes_back_without_a_word_to_the_body_that_it_opens_with(text, wrong):
    assert flagged(text) == wrong


@pytest.mark.parametrize(("by", "wrong"), [("55%", []), ("30%", ["30%"])])
def test_those_that_a_number_was_given_with_are_not_what_a_later_change_is_of(by, wrong):
    text = (
        "The force said its number, 248, was the smallest given to Kite by the two forces that"
        f" took part, and that the increase of {by} on the previous year was down to its work."
    )
    assert flagged(text) == wrong


def test_another_force_is_known_by_its_other_names_too():
    country = Evidence(read_facts(COUNTRY | {"aliases": {"Marlshire": ["Marldene"]}}))
    right, local = (
        trace(f"Marldene recorded {number} offences.", DOCUMENTS[0], country)[0]
        for number in ("1,000", "248")
    )
    assert right.verdict == "traced"
    assert (local.verdict, local.suggestion) == ("mismatch", "1,000")
