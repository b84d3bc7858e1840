"""A right number of one part, said of a part of it: ages on one app, the peak age of the girls."""

from functools import cache

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.dunmarsh import ENGLAND, FACTS

CROSSED = [
    ("On Snapchat 13 was the most common age.", "13 was the most common age."),
    ("Among boys the most common age was 13.", "Among victims the most common age was 13."),
    ("For girls the peak age was 13.", "For police the peak age was 13."),
    ("13 was the peak age on Snapchat.", "13 was the peak age in Dunmarsh."),
    ("The commonest age of a girl victim was 13.", "The commonest age of a victim was 13."),
    ("Most of the girls were 13, the most common age.", "Most were girls. 13 was the peak age."),
    (
        "Where the app was Snapchat, 13 was the most common age.",
        "Snapchat was used in 31 offences and 13 was the most common age.",
    ),
    ("The youngest victim on Snapchat was 8.", "The youngest victim was 8, most being girls."),
    ("The youngest girl was 8.", "The youngest was 8, and girls were the victims in 70 offences."),
    ("Girls by age: 12 (17), 13 (21), 14 (14).", "By age: 12 (17), 13 (21), 14 (14)."),
    ("Girls by age: 12 - 17, 13 - 21, 14 - 14.", "Ages: 12 - 17, 13 - 21, 14 - 14."),
    ("Ages on Snapchat: 12 - 17, 13 - 21.", "Ages in Dunmarsh: 12 - 17, 13 - 21."),
    ("Offences on Instagram: 12-year-olds 17.", "Snapchat: 31, girls: 70."),
    (
        "Snapchat was used in 31 cases. Girls were in 70 more.",
        "Snapchat was used in 31 cases. Instagram was used in 18 more.",
    ),
    (
        "Last year 87 were recorded, and 17 more involved a 12-year-old.",
        "Six involved a ten-year-old, and 17 more involved a 12-year-old.",
    ),
]
BY_ANOTHER_DETAIL = [
    ("84% of those with {} on file were girls.", "a sex", "an age"),
    ("84% of all cases with a known {} involved girls.", "sex", "app"),
    ("Where the {} was known, 84% of victims were girls.", "sex", "age"),
    ("Of those whose {} is known, 47% involved Snapchat.", "platform", "age"),
    ("Of those where the app was known ({}), Snapchat was used in 31.", "66", "87"),
    ("Where the app was noted – {} cases – Snapchat was used in 31.", "66", "87"),
    ("The app was recorded, for {}, and 31 were on Snapchat.", "66", "87"),
]
ANOTHERS_OFFICERS = [
    "The chief constable of Corveley said his officers recorded 87 offences.",
    "Corveley’s chief said her detectives had 87 cases last year.",
    "The Scottish force recorded 87 offences.",
    "The Welsh force recorded 87 offences.",
    "Nine times out of ten the victim was a girl.",
    "Nine times out of ten the app was Snapchat.",
]
OUR_OFFICERS = [
    "The chief constable said his officers recorded 87 offences.",
    "Across England there were 660, and her officers recorded 87.",
    "The English force recorded 87 offences.",
    "Nine times out of ten it starts with a message.",
]


@cache
def documents() -> list[Evidence]:
    return [Evidence(read_facts(each)) for each in (FACTS, ENGLAND)]


def flagged(text: str) -> list[str]:
    return [f.text for f in trace(text, *documents()) if f.verdict in ("mismatch", "untraced")]


@pytest.mark.parametrize(("crossed", "plain"), CROSSED)
def test_number_of_one_part_is_no_number_of_two(crossed, plain):
    assert flagged(crossed)
    assert flagged(plain) == []


@pytest.mark.parametrize(("text", "right", "false"), BY_ANOTHER_DETAIL)
def test_share_is_of_those_of_whom_its_own_detail_is_known(text, right, false):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(false))


@pytest.mark.parametrize("text", ANOTHERS_OFFICERS)
def test_officers_of_another_force_have_none_of_our_numbers(text):
    assert flagged(text)


@pytest.mark.parametrize("text", OUR_OFFICERS)
def test_officers_of_the_force_that_a_text_is_about_have_its_numbers(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("The remaining 13 were {} boys.", ("against", "committed by")),
        ("Girls {} 70 offences.", ("suffered", "committed")),
        ("Boys were {} 13 of the offences.", ("the victims in", "responsible for")),
        ("Girls were the {} in 70 cases.", ("victims", "offenders")),
        ("21 offences were {} 13-year-olds.", ("against", "carried out by")),
    ],
)
def test_what_children_are_said_to_have_done_is_no_number_of_victims(text, done):
    against, by = (text.format(each) for each in done)
    assert flagged(against) == []
    assert flagged(by)


@pytest.mark.parametrize(
    "text",
    [
        "Children of {} were targeted more than those of any other age.",
        "{}-year-olds were victims more often than any other age group.",
        "There were more offences against {}-year-olds than against any other age.",
    ],
)
def test_more_than_any_other_is_the_most(text):
    assert flagged(text.format(13)) == []
    assert flagged(text.format(12))
