"""England's number passes beside a hidden one, but not where it is said to be elsewhere."""

import pytest

from tests.tracing.test_gate_worlds import given_away
from tests.tracing.test_hidden_numbers import told
from tests.tracing.test_ordinary_and_telling import world

IS_HIDDEN = "Northshire's number for Facebook is hidden."


@pytest.mark.parametrize(
    "text",
    [
        f"{IS_HIDDEN} England's is 66.",
        f"{IS_HIDDEN} England's is 66. Elsewhere it rains.",
        f"Elsewhere it rains. {IS_HIDDEN} England's is 66.",
        "Northshire's number for Facebook is hidden, unlike that for Instagram. England's is 80.",
    ],
)
def test_the_number_of_england_passes_of_the_part_that_was_named_before(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{IS_HIDDEN} England's 66 were all outside Northshire.", "66"),
        (f"{IS_HIDDEN} All of England's 66 were elsewhere.", "66"),
        ("Facebook is hidden for Northshire. England had 66 outside the county.", "66"),
        (f"{IS_HIDDEN} England had 66, all but four of them elsewhere.", "four"),
        ("Of England's 66 on Facebook, 62 were outside Northshire.", "62"),
    ],
)
def test_how_many_of_them_were_elsewhere_leaves_the_hidden_number(text, found):
    assert f"{found} | facebook" in told(text)


def test_the_number_of_england_passes_beside_no_more_than_that_ours_is_hidden():
    of_all = "66 offences were on Facebook in England, and "
    passes = [f"{of_all}Northshire's figure is withheld.", f"{of_all}the rest is withheld."]
    stops = [
        f"{of_all}Northshire's small figure is withheld.",
        f"{of_all}Northshire's figure, close to that of Southshire, is withheld.",
        f"{of_all}Northshire, which also had some, has its figure withheld.",
        f"{of_all}Northshire is in the north.",
        "67 offences were on Facebook in England, and Northshire's figure is withheld.",
        "66 offences were on Facebook, while Northshire hides its figure.",
        "66 offences were on Facebook in Northshire, while England hides its figure.",
    ]
    assert [text for text in (*passes, *stops) if told(text)] == stops


NATION = world(
    "Harmouth",
    {"2018/19": 61, "2019/20": 84},
    {"platform": {"Snapchat": 31, "Facebook": 17}},
    {"11": 9, "12": 16, "13": 20},
    [["Kik"], ["Yubo"], ["age 9"]],
    ["Snapchat", "Facebook", "Kik", "Yubo"],
    national={
        "place": "Wales",
        "measure": "online sexual offences",
        "latest": "2019/20",
        "scope": "national",
        "panel": {"Harmouth": {"2019/20": 84}, "Penlow": {"2019/20": 270}},
        "shares": {
            "platform": {
                "of": 354,
                "known": 320,
                "parts": {"Snapchat": 120, "Facebook": 77, "Kik": 24, "Yubo": 15},
            }
        },
        "ages": {"9": 13, "11": 40, "12": 70, "13": 90},
    },
)
NATION_TOLD = [
    (
        "Kik was named in 24 offences in Wales. Yubo was named in two.",
        "Kik was named in 24 offences in Wales. Yubo was named in 15.",
    ),
    (
        "Kik was named in 24 offences in Wales. Yubo was named in 15. One of them was local.",
        "Kik was named in 24 offences in Wales. Yubo was named in 15. Wales is a nation.",
    ),
    (
        "Kik was named in eight per cent of the offences in Wales. For Yubo it was two per cent.",
        "Kik was named in eight per cent of the offences in Wales. For Yubo it was five per cent.",
    ),
    (
        "In Wales 24 offences were on Kik, most of them local.",
        "In Wales 24 offences were on Kik, most of them recent.",
    ),
    (
        "In Wales 24 offences were on Kik, one of them local.",
        "In Wales 24 offences were on Kik, all of them recent.",
    ),
    (
        "In Wales 24 offences were on Kik, hardly any close to home.",
        "In Wales 24 offences were on Kik.",
    ),
    (
        "In Wales there were 24 Kik offences, mostly near home.",
        "In Wales there were 24 Kik offences, mostly at night.",
    ),
    (
        "Wales had 24 offences on Kik, the bulk of them close to home.",
        "Wales had 24 offences on Kik, and the local paper wrote of them.",
    ),
    (
        "24 on Kik and 15 on Yubo, of 354 in Wales, most of them local.",
        "24 on Kik and 15 on Yubo, of 354 in Wales.",
    ),
    (
        "Wales recorded 354 offences. Kik was named in 24 of them, some of them ours.",
        "Wales recorded 354 offences. Kik was named in 24 of them.",
    ),
    (
        "Wales recorded 354 offences, Harmouth included, and Kik was named in 24.",
        "Wales recorded 354 offences, and Kik was named in 24.",
    ),
    (
        "Wales recorded 354 offences. Kik was named in 24 and Yubo in two.",
        "Wales recorded 354 offences. Kik was named in 24 and Yubo in 15.",
    ),
    (
        "Harmouth recorded 84 offences. Snapchat was named in 31 and Kik was named.",
        "Wales recorded 354 offences. Snapchat was named in 120.",
    ),
    (
        "In Wales Kik was named in 24. It was used here as well.",
        "In Wales Kik was named in 24. It belongs to another firm.",
    ),
    (
        "Wales recorded 354 offences. Kik was named in 24. Not so in Harmouth.",
        "Wales recorded 354 offences. Kik was named in 24. The firm has been asked.",
    ),
    (
        "Wales recorded 354 offences. Kik was named in 24. Harmouth knows that well.",
        "Wales recorded 354 offences. Kik was named in 24. Yubo has another owner.",
    ),
    (
        "Wales recorded 354 offences. Yubo was named in 15. Such a crime came to this harbour.",
        "Wales recorded 354 offences. Yubo was named in 15. The year was 2019/20.",
    ),
    (
        "Wales recorded 354 offences. Yubo was named in 15. There were no gaps on the coast.",
        "Wales recorded 354 offences. Yubo was named in 15. The count is of crimes.",
    ),
    ("In Wales Kik was named in 24, in each of the forces.", "Wales-wide, Kik was named in 24."),
    (
        "Wales-wide, 13 victims were nine, two of them in Harmouth.",
        "Wales-wide, 13 victims were nine.",
    ),
    (
        "There were 13 nine-year-olds, two of ours among them, in the 354 cases in Wales.",
        "There were 13 nine-year-olds and 40 eleven-year-olds in the 354 cases in Wales.",
    ),
    (
        "In Wales 13 victims were nine, we had three.",
        "In Wales 13 victims were nine, we had 84 offences in all.",
    ),
    (
        "Kik was named in 24 in Wales, and our officers dealt with four.",
        "Kik was named in 24 in Wales, and our officers dealt with 84 offences.",
    ),
    (
        "At national level, Kik was named in four here.",
        "At national level, Kik was named in 24 and Yubo in 15.",
    ),
    (
        "Three nine-year-olds and 40 children of eleven are in our data.",
        "Thirteen nine-year-olds and 40 children of eleven are in the Welsh data.",
    ),
    (
        "There were two nine-year-olds among the 84 victims in Harmouth.",
        "There were 13 nine-year-olds among the 354 victims in Wales.",
    ),
    (
        "In our figures nine-year-olds number three.",
        "In the nation’s figures nine-year-olds number 13.",
    ),
    (
        "All of the offences in Harmouth involved children of 13.",
        "A quarter of all the offences in Harmouth involved children of 13.",
    ),
    (
        "Harmouth had 84. Four offences, and 24 nationally, were on Kik.",
        "Thirteen nine-year-olds and 40 eleven-year-olds are in the Wales-wide data.",
    ),
    (
        "Two nine-year-olds were among the 354 victims in Wales.",
        "Thirteen nine-year-olds were among the 354 victims in Wales.",
    ),
    (
        "All the offences in Harmouth, police say, were on Kik.",
        "All the offences in Harmouth, police say, were recorded in 2019/20.",
    ),
    ("TABLE 1. Harmouth. Age 9: three.", "TABLE 1. Harmouth. Age 11: 9. Age 12: 16."),
    ("Yubo: nine?", "Facebook: 17?"),
    ("Kik. Nine?", "Snapchat. Thirty-one?"),
    ("Harmouth-wide, three victims were nine.", "Harmouth-wide, 20 victims were 13."),
    (
        "How many in Wales were on Kik? It was 24, and two of them were ours.",
        "How many in Wales were on Kik? It was 24 of 320, or about eight per cent.",
    ),
    (
        "How many of nine were there in Harmouth? Thirteen.",
        "How many of nine were there in Wales? Thirteen.",
    ),
]


@pytest.mark.parametrize(("telling", "ordinary"), NATION_TOLD)
def test_a_sentence_goes_on_with_the_numbers_of_a_nation_and_says_nothing_of_a_force(
    telling, ordinary
):
    (_, told_there), (_, free) = given_away(NATION, (telling, ordinary))
    assert told_there
    assert not free
