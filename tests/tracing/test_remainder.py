"""The whole and every other part of a breakdown leave its one hidden part."""

from dataclasses import replace

import pytest

from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.clauses import Passage
from offences.tracing.hidden_numbers.hidden import NOT_KNOWN, Hiding
from offences.tracing.hidden_numbers.remainder import remainders
from tests.tracing.test_hidden_numbers import FACTS, age, documents, part

PARTS = {"Snapchat": 41, "Instagram": 20}
KNOWN = {"platform": {"of": 75, "known": 65, "parts": PARTS}}
LOCAL = documents(FACTS | {"shares": KNOWN})
SHOWN = {part(name): frozenset({number}) for name, number in PARTS.items()}
ONE = Hiding(frozenset({part("Facebook")}), SHOWN)
WITH_THE_REST = replace(ONE, shown=SHOWN | {NOT_KNOWN: frozenset({10})})


def found(text, hiding=ONE, known=LOCAL):
    return [(text[a:b], name) for a, b, name in remainders(Passage(text), hiding, known)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Of the 65 with an app, 41 were on Snapchat and 20 on Instagram.", "20"),
        ("Snapchat had 41 and Instagram twenty. The app was known in 65.", "65"),
        ("An app was named in 65; Snapchat and Instagram had 61 together.", "61"),
        ("An app was named in 65: 94% of those were the other two.", "94"),
    ],
)
def test_the_known_and_the_shown_parts_leave_the_hidden_one(text, last):
    assert found(text) == [(last, "facebook")]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 65 with an app, 41 were on Snapchat.",
        "Of the 64 with an app, 41 were on Snapchat and 20 on Instagram.",
        "Of the 65.5 with an app, 41 were on Snapchat and 20 on Instagram.",
        "Snapchat had 41 and Instagram 20, of 75.",
        "An app was named in 65: 93% of those were the other two.",
    ],
)
def test_a_whole_or_a_part_less_leaves_nothing(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Of 75, 10 had no app; 41 were on Snapchat and 20 on Instagram.",
        "Of 75, 10 had no app, and 61 one of the two.",
        "Take 10 from 75: 94% of those had one of the two.",
    ],
)
def test_the_total_less_what_is_not_known_is_a_whole_too(text):
    assert found(text, WITH_THE_REST, documents(FACTS)) != []
    assert found(text, ONE, documents(FACTS)) == []
    without_total = documents(FACTS | {"series": {"2017/18": 75, "2018/19": {"missing": "late"}}})
    assert found(text, WITH_THE_REST, without_total) == []


ALL = "Of the 65 with an app, 41 were on Snapchat and 20 on Instagram."


@pytest.mark.parametrize(
    ("hiding", "leaves"),
    [
        (ONE, True),
        (replace(ONE, hidden=ONE.hidden | {part("Kik")}), False),
        (replace(ONE, hidden=ONE.hidden | {NOT_KNOWN}), False),
        (replace(ONE, hidden=ONE.hidden | {age(9)}), True),
        (replace(ONE, hidden=ONE.hidden | {part("Kik") | age(9)}), True),
        (replace(ONE, hidden=frozenset()), False),
        (replace(ONE, shown=SHOWN | {part("Kik") | age(9): frozenset({1})}), True),
        (replace(ONE, shown=SHOWN | {part("Kik"): frozenset({4})}), False),
        (replace(ONE, shown={}), False),
        (replace(ONE, ranges={part("Facebook"): (1, 4)}), True),
        (replace(ONE, ranges={part("Facebook"): (4, 9)}), True),
        (replace(ONE, ranges={part("Facebook"): (5, 9)}), False),
        (replace(ONE, ranges={part("Facebook"): (1, 3)}), False),
    ],
)
def test_they_do_where_just_that_part_is_hidden_and_may_be_so_many(hiding, leaves):
    assert bool(found(ALL, hiding)) == leaves


def test_a_part_that_may_be_zero_is_left_as_zero():
    none = replace(ONE, shown=SHOWN | {part("Kik"): frozenset({4})})
    assert found(f"{ALL} Kik had 4.", none) == []
    assert found(f"{ALL} Kik had 4.", replace(none, ranges={part("Facebook"): (0, 4)})) != []


def test_each_breakdown_is_read_by_itself():
    girls = frozenset({NamedCategory("sex", "girls")})
    boys = frozenset({NamedCategory("sex", "boys")})
    both = replace(ONE, hidden=ONE.hidden | {boys}, shown=ONE.shown | {girls: frozenset({66})})
    shares = KNOWN | {"gender": {"of": 75, "known": 70, "parts": {"girls": 66}}}
    known = documents(FACTS | {"shares": shares})
    assert found(f"{ALL} Of 70, 66 were girls.", both, known) == [
        ("66", "boys"),
        ("20", "facebook"),
    ]


def test_the_one_hidden_age_and_the_one_hidden_sex_are_left_as_a_hidden_app_is():
    of_sex = documents(
        FACTS | {"shares": {"gender": {"of": 75, "known": 70, "parts": {"girls": 66}}}}
    )
    sex = Hiding(frozenset({part("boys")}), {part("girls"): frozenset({66})})
    assert found("The sex was known in 70, and 66 were girls.", sex, of_sex) == [("66", "boys")]
    assert found("The sex was known in 70, and 65 were girls.", sex, of_sex) == []
    shown = {age(12): frozenset({25}), age(13): frozenset({31}), NOT_KNOWN: frozenset({9})}
    ages, text = Hiding(frozenset({age(11)}), shown), "Of 75, 9 had no age; 25 were 12, {} 13."
    assert found(text.format(31), ages, documents(FACTS)) == [("31", "aged 11")]
    assert found(text.format(30), ages, documents(FACTS)) == []
