"""Differences: what is told of each, in either direction and from either year."""

import pytest

from tests.claims.worlds import facts_of
from tests.tracing.test_counts import PANEL
from tests.tracing.test_evidence import TWO_PARTS
from tests.tracing.test_sentences import FALLEN, FOUR, HIDDEN, ONE, TWO, by_text, told

EVEN = facts_of(60, 60)

DIFFERENCES = [
    (TWO, "It rose by 20.", "20 traced: a difference of 20: 48 in 2017/18, 68 in 2018/19"),
    (TWO, "It rose by exactly 20.", "20 traced: a difference of 20: 48 in 2017/18, 68 in 2018/19"),
    (TWO, "It rose by 21.", "21 mismatch → 20: 48 in 2017/18, 68 in 2018/19"),
    (TWO, "It rose by exactly 21.", "21 mismatch → 20: 48 in 2017/18, 68 in 2018/19"),
    (TWO, "It rose by nearly 21.", "21 loose: a difference of 20: 48 in 2017/18, 68 in 2018/19"),
    (TWO, "It rose by nearly 40.", "40 mismatch → 20: 48 in 2017/18, 68 in 2018/19"),
    (TWO, "It rose by more than 18.", "18 loose: a difference of 20: 48 in 2017/18, 68 in 2018/19"),
    (TWO, "It rose by more than 30.", "30 mismatch → 20: 48 in 2017/18, 68 in 2018/19"),
    (TWO, "It fell by 20.", "20 mismatch → 20 more: 48 in 2017/18, 68 in 2018/19"),
    (TWO, "That is 20 more.", "20 traced: a difference of 20: 48 in 2017/18, 68 in 2018/19"),
    (TWO, "That is 20 fewer.", "20 mismatch → 20 more: 48 in 2017/18, 68 in 2018/19"),
    (TWO, "That is an extra 20.", "20 traced: a difference of 20: 48 in 2017/18, 68 in 2018/19"),
    (TWO, "By 20 it rose.", "20 traced: a difference of 20: 48 in 2017/18, 68 in 2018/19"),
    (TWO, "By 21 it rose.", "21 mismatch → 20: 48 in 2017/18, 68 in 2018/19"),
    (
        TWO,
        "It fell once, but by 20 it rose.",
        "20 traced: a difference of 20: 48 in 2017/18, 68 in 2018/19",
    ),
    (TWO, "It changed by 20.", "20 traced: a difference of 20: 48 in 2017/18, 68 in 2018/19"),
    (
        TWO,
        "It went up last year by 20.",
        "20 traced: a difference of 20: 48 in 2017/18, 68 in 2018/19",
    ),
    (TWO, "It went down last year by 20.", "20 mismatch → 20 more: 48 in 2017/18, 68 in 2018/19"),
    (
        TWO,
        "It rose by 20 from 48.",
        "20 traced: a difference of 20: 48 in 2017/18, 68 in 2018/19",
        "48 traced: 48 in 2017/18",
    ),
    (
        TWO,
        "It rose by 20 since 2017/18.",
        "20 traced: a difference of 20: 48 in 2017/18, 68 in 2018/19",
        "2017/18 traced: 2017/18",
    ),
    (
        TWO,
        "It rose by 20 since 2016/17.",
        "20 mismatch: 2016/17 is not compared with 2018/19",
        "2016/17 mismatch → 2017/18: the figures run from 2017/18 to 2018/19",
    ),
    (FALLEN, "It fell by 14.", "14 traced: a difference of 14: 77 in 2017/18, 63 in 2018/19"),
    (FALLEN, "It rose by 14.", "14 mismatch → 14 fewer: 77 in 2017/18, 63 in 2018/19"),
    (FALLEN, "It fell by 15.", "15 mismatch → 14: 77 in 2017/18, 63 in 2018/19"),
    (FALLEN, "A difference of 14.", "14 traced: a difference of 14: 77 in 2017/18, 63 in 2018/19"),
    (FALLEN, "An extra 14.", "14 mismatch → 14 fewer: 77 in 2017/18, 63 in 2018/19"),
    (FALLEN, "A further 14.", "14 mismatch → 14 fewer: 77 in 2017/18, 63 in 2018/19"),
    (FOUR, "It rose by 87.", "87 traced: a difference of 87: 160 in 2017/18, 247 in 2018/19"),
    (FOUR, "It rose by 127.", "127 traced: a difference of 127: 120 in 2015/16, 247 in 2018/19"),
    (
        FOUR,
        "It rose by 127 since 2015/16.",
        "127 traced: a difference of 127: 120 in 2015/16, 247 in 2018/19",
        "2015/16 traced: 2015/16",
    ),
    (
        FOUR,
        "It rose by 87 since 2015/16.",
        "87 mismatch → 127: 120 in 2015/16, 247 in 2018/19",
        "2015/16 traced: 2015/16",
    ),
    (
        FOUR,
        "It rose by 116 since 2016/17.",
        "116 traced: a difference of 116: 131 in 2016/17, 247 in 2018/19",
        "2016/17 traced: 2016/17",
    ),
    (
        FOUR,
        "It rose by 127 from 120.",
        "127 traced: a difference of 127: 120 in 2015/16, 247 in 2018/19",
        "120 traced: 120 in 2015/16",
    ),
    (
        FOUR,
        "It rose by 87 from 120.",
        "87 mismatch → 127: 120 in 2015/16, 247 in 2018/19",
        "120 traced: 120 in 2015/16",
    ),
    (EVEN, "It rose by 5.", "5 mismatch → 0: 60 in 2017/18, 60 in 2018/19"),
    (EVEN, "It fell by 5.", "5 mismatch → 0: 60 in 2017/18, 60 in 2018/19"),
    (EVEN, "A difference of 5.", "5 mismatch → 0: 60 in 2017/18, 60 in 2018/19"),
    (HIDDEN, "It fell by 36.", "36 traced: a difference of 36: 48 in 2016/17, 12 in 2018/19"),
    (HIDDEN, "It rose by 8.", "8 mismatch → 36: 48 in 2016/17, 12 in 2018/19"),
    (
        HIDDEN,
        "It rose by 8 from between 1 and 4.",
        "8 mismatch: no two years that compare",
        "1 and 4 traced: 1 to 4",
    ),
    (ONE, "It rose by 20.", "20 mismatch: no two years that compare"),
    (PANEL, "It fell by 80.", "80 traced: a difference of 80: 400 in 2017/18, 320 in 2018/19"),
    (PANEL, "It fell by 13.", "13 mismatch → 80: 400 in 2017/18, 320 in 2018/19"),
]


@pytest.mark.parametrize("case", DIFFERENCES, ids=by_text)
def test_a_difference_is_told_for_what_it_is(case):
    known, text, *expected = case
    assert told(text, known) == expected


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("In a further 90, the sex was not recorded.", "90 traced: 90 of which it is not known"),
        ("In a further 200, the app was not known.", "200 traced: 200 of which it is not known"),
        (
            "In a further 91, the sex was not recorded.",
            "91 mismatch → 90: 90 of which it is not known",
        ),
        (
            "In a further 90, the sex was recorded.",
            "90 mismatch → 500: 500 in 2017/18, 1,000 in 2018/19",
        ),
        ("A further 90.", "90 mismatch → 500: 500 in 2017/18, 1,000 in 2018/19"),
        (
            "A further 90, with three of no known sex.",
            "90 mismatch → 500: 500 in 2017/18, 1,000 in 2018/19",
        ),
        (
            "An extra 500 offences.",
            "500 traced: a difference of 500: 500 in 2017/18, 1,000 in 2018/19",
        ),
    ],
)
def test_a_further_number_is_a_change_or_else_those_of_whom_something_is_not_known(text, answer):
    assert told(text, TWO_PARTS)[0] == answer


def test_those_of_whom_one_thing_is_not_known_are_not_those_of_another():
    (answer,) = told("In a further 200, the sex was not recorded.", TWO_PARTS)
    assert answer.startswith("200 mismatch")
