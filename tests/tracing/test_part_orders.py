"""Which part is said to have the most, or more than another, in words without a number."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

FACTS = {
    "measure": "online sexual offences against children",
    "latest": "2021/22",
    "shares": {
        "gender": {"of": 274, "known": 250, "parts": {"girls": 205, "boys": 45}},
        "platform": {
            "of": 274,
            "known": 160,
            "parts": {"Snapchat": 68, "Instagram": 37, "Facebook": 15, "other": 40},
        },
    },
}
OWN = {**FACTS, "place": "Norshire", "series": {"2020/21": 223, "2021/22": 274}}
PANEL = {"Norshire": {"2020/21": 223, "2021/22": 274}, "Eastmere": {"2020/21": 300, "2021/22": 326}}
ALL = {
    **FACTS,
    "place": "England",
    "scope": "national",
    "panel": PANEL,
    "shares": {
        "platform": {
            "of": 600,
            "known": 300,
            "parts": {"Snapchat": 90, "Instagram": 120, "Facebook": 40, "other": 50},
        }
    },
}
DOCUMENTS = (Evidence(read_facts(OWN)), Evidence(read_facts(ALL)))


def wrong(text, documents=DOCUMENTS[:1]):
    return [f.text for f in trace(text, *documents) if f.verdict == "mismatch"]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Among the apps that police named, {} came up most often.", "Snapchat", "Instagram"),
        ("{} was by far the platform named most.", "Snapchat", "Facebook"),
        ("{} remains the most-used app.", "Snapchat", "Instagram"),
        ("The most common platform was {}.", "Snapchat", "Facebook"),
        ("The app that was used most often: {}.", "Snapchat", "Instagram"),
        ("{} is the number one platform.", "Snapchat", "Instagram"),
        ("The number one app was {}.", "Snapchat", "Facebook"),
        ("{} came up often. That makes it the number one platform.", "Snapchat", "Facebook"),
        ("Officers named {}, which makes it the most common app.", "Snapchat", "Instagram"),
        ("We know of {}. It is still the top platform.", "Snapchat", "Instagram"),
        ("Most of the victims were {}.", "girls", "boys"),
        ("The great majority of offences were against {}.", "girls", "boys"),
        ("{} was named more often than Instagram.", "Snapchat", "Facebook"),
        ("There were more offences against {}.", "girls than boys", "boys than girls"),
        ("The victims are {}.", "girls, followed by boys", "boys, followed by girls"),
        ("{} by some way.", "Boys were outnumbered by girls", "Girls were outnumbered by boys"),
        ("{} on 37.", "Snapchat was well ahead of Instagram", "Facebook, ahead of Instagram"),
    ],
)
def test_words_for_an_order_of_parts_are_compared_with_their_numbers(text, right, false):
    assert [f for f in wrong(text.format(right)) if f != "37"] == []
    assert [f for f in wrong(text.format(false)) if f != "37"] != []


@pytest.mark.parametrize(
    "text",
    [
        "The second most common platform was Instagram.",
        "Instagram is not the most common platform.",
        "Instagram is one of the most popular.",
        "At most two victims were boys.",
        "In 2020/21 the most common platform was Instagram.",
        "Boys were most at risk.",
        "Kik was named more often than Skype.",
        "Mostly these were boys.",
        "Instagram and Facebook were named. It is the number one platform.",
        "Instagram was named. That does not make it the number one platform.",
        "Instagram was named. It is the number one issue for parents.",
        "In 2020/21 Instagram was named. In 2020/21 it was the number one platform.",
    ],
)
def test_what_no_number_contradicts_is_no_false_order(text):
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("Nationally the most common platform was Instagram.", False),
        ("Nationally the most common platform was Snapchat.", True),
        ("In Norshire the most common platform was Instagram.", True),
        ("The most common platform was Facebook.", True),
        ("Instagram was named. It is the number one platform in England.", False),
        ("Snapchat was named. It is the number one platform in England.", True),
        ("Snapchat was named. It is the number one platform in Norshire.", False),
    ],
)
def test_an_order_is_of_the_body_that_its_words_name(text, is_wrong):
    assert bool(wrong(text, DOCUMENTS)) is is_wrong


def test_a_number_beside_a_false_order_has_its_own_verdict():
    assert wrong("Instagram, with 37, was the most common.") == ["most common"]
    assert wrong("Instagram, with 68, was the most common.") == ["68", "most common"]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("It was Snapchat 68 times, Instagram 37, Facebook four times.", ["four"]),
        ("It was Instagram 37 times and Facebook just six times.", ["six"]),
        ("Snapchat 68, Instagram 37 and Facebook nine.", ["nine"]),
        ("Snapchat on 68, Facebook on five.", ["five"]),
        ("It was Snapchat 68 times, Instagram 37, Facebook fifteen times.", []),
        ("Police named Snapchat 68 times, and Norshire four times asked for help.", []),
        ("The chief constable called Snapchat four times.", []),
        ("The sex was not known in the other nine.", ["nine"]),
        ("Girls were 205 and boys 45, the sex not being recorded in the remaining six.", ["six"]),
        ("Nobody noted the other three ideas.", []),
    ],
)
def test_a_number_word_in_a_list_of_parts_or_of_what_is_unknown_is_a_count(text, flagged):
    found = trace(text, *DOCUMENTS[:1])
    assert [f.text for f in found if f.verdict in ("mismatch", "untraced")] == flagged
