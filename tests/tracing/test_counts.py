"""Numbers of offences: what is told of each."""

import pytest

from tests.claims.worlds import facts_of, panel_of
from tests.tracing.test_sentences import FALLEN, HIDDEN, LEAST, NATION, TWO, by_text, told

REVISED = facts_of({"value": 77, "previously": 54}, {"value": 60, "previously": 54}, 63)
TENS_APART = facts_of(18, 98)
PART = facts_of({"value": 19, "months": 6}, 40, 67)
ZERO = facts_of(0, 12)
UNSURE = facts_of({"suppressed": [1, 4]}, 3)
TWO_TO_FOUR = facts_of({"suppressed": [2, 4]}, 12)
PANEL = panel_of(
    {
        "Northshire": {"2017/18": 390, "2018/19": 300},
        "Southshire": {"2017/18": 10, "2018/19": 20},
        "Eastshire": {"2017/18": {"missing": "late"}, "2018/19": 67},
    },
    asked=4,
)

COUNTS = [
    (
        TWO,
        "In 2018/19 it was 68, compared with 68 in 2018/19.",
        "2018/19 traced: 2018/19",
        "68 traced: 68 in 2018/19",
        "68 mismatch: 2018/19 is not compared with 2018/19",
        "2018/19 traced: 2018/19",
    ),
    (TWO, "There were 68 offences.", "68 traced: 68 in 2018/19"),
    (TWO, "There were 68.5 offences.", "68.5 untraced"),
    (TWO, "There were zero offences.", "zero mismatch: no year has a confirmed zero"),
    (
        TWO,
        "Police cannot say why there were zero offences.",
        "zero mismatch: no year has a confirmed zero",
    ),
    (
        TWO,
        "It cannot be assumed too often that there were zero offences.",
        "zero mismatch: no year has a confirmed zero",
    ),
    (TWO, "There were 168 offences.", "168 mismatch → 68: 68 in 2018/19"),
    (TWO, "There were 6 offences.", "6 untraced"),
    (TWO, "There were 84 offences.", "84 untraced"),
    (TWO, "There were 70 offences.", "70 mismatch → 68: 68 in 2018/19"),
    (TWO, "There were 72 offences.", "72 untraced"),
    (
        TWO,
        "There were 71 offences in 2018/19.",
        "71 mismatch → 68: 68 in 2018/19",
        "2018/19 traced: 2018/19",
    ),
    (
        TWO,
        "There were 48 offences in 2018/19.",
        "48 mismatch → 68: 48 in 2017/18",
        "2018/19 traced: 2018/19",
    ),
    (TWO, "There were 68 offences in 2016/17.", "68 mismatch: 68 in 2018/19", "2016/17 untraced"),
    (TWO, "There were exactly 68 offences.", "68 traced: 68 in 2018/19"),
    (TWO, "There were exactly 67 offences.", "67 mismatch → 68: 68 in 2018/19"),
    (TWO, "There were 068 offences.", "068 mismatch → 68: 68 in 2018/19"),
    (TWO, "There were 069 offences.", "069 mismatch → 68: 68 in 2018/19"),
    (
        TWO,
        "There were more than 45 offences in 2018/19.",
        "45 mismatch → 68: 48 in 2017/18",
        "2018/19 traced: 2018/19",
    ),
    (
        TWO,
        "There were more than 65 offences in 2017/18.",
        "65 mismatch → 48: 68 in 2018/19",
        "2017/18 traced: 2017/18",
    ),
    (
        TWO,
        "There were nearly 50 offences in 2018/19.",
        "50 mismatch → 68: 48 in 2017/18",
        "2018/19 traced: 2018/19",
    ),
    (
        TWO,
        "There were more than 60 offences in 2018/19.",
        "60 loose → 68: 68 in 2018/19",
        "2018/19 traced: 2018/19",
    ),
    (
        TWO,
        "There were more than 60 offences in 2017/18.",
        "60 mismatch → 48: 68 in 2018/19",
        "2017/18 traced: 2017/18",
    ),
    (TWO, "There were more than 67.5 offences.", "67.5 rounded: 68 in 2018/19"),
    (TWO, "There were at least 67.5 offences.", "67.5 loose → 68: 68 in 2018/19"),
    (TWO, "Up from 48.", "48 traced: 48 in 2017/18"),
    (TWO, "Down from 48.", "48 mismatch → up from 48: 48 in 2017/18"),
    (TWO, "Up from 68.", "68 mismatch → 48: 68 in 2018/19"),
    (TWO, "From 48 to 68.", "48 traced: 48 in 2017/18", "68 traced: 68 in 2018/19"),
    (TWO, "From 68 to 48.", "68 mismatch → 48: 68 in 2018/19", "48 mismatch → 68: 48 in 2017/18"),
    (TWO, "It went from 68 to 49.", "68 mismatch → 48: 68 in 2018/19", "49 untraced"),
    (TWO, "To 48 from 68.", "48 mismatch → 68: 48 in 2017/18", "68 mismatch → 48: 68 in 2018/19"),
    (
        TWO,
        "The totals of 2017/18 show 68.",
        "2017/18 traced: 2017/18",
        "68 mismatch → 48: 68 in 2018/19",
    ),
    (FALLEN, "There were 54 offences.", "54 mismatch → 77: published as 54, now 77 in 2017/18"),
    (FALLEN, "First published as 54.", "54 traced: published as 54, now 77 in 2017/18"),
    (
        FALLEN,
        "Published as 54 in 2017/18.",
        "54 traced: published as 54, now 77 in 2017/18",
        "2017/18 traced: 2017/18",
    ),
    (
        FALLEN,
        "Published as 54 in 2018/19.",
        "54 mismatch → 77: published as 54, now 77 in 2017/18",
        "2018/19 traced: 2018/19",
    ),
    (FALLEN, "Up from 77.", "77 mismatch → down from 77: 77 in 2017/18"),
    (FALLEN, "Down from 77.", "77 traced: 77 in 2017/18"),
    (
        FALLEN,
        "From 63 to 77.",
        "63 mismatch → 77: 63 in 2018/19",
        "77 mismatch → 63: 77 in 2017/18",
    ),
    (REVISED, "There were 54 offences.", "54 mismatch → 77: published as 54, now 77 in 2016/17"),
    (
        REVISED,
        "There were 54 offences in 2017/18.",
        "54 mismatch → 60: published as 54, now 60 in 2017/18",
        "2017/18 traced: 2017/18",
    ),
    (
        REVISED,
        "There were 54 in 2016/17, as published.",
        "54 traced: published as 54, now 77 in 2016/17",
        "2016/17 traced: 2016/17",
    ),
    (
        REVISED,
        "Published as 54 in 2018/19.",
        "54 mismatch → 77: published as 54, now 77 in 2016/17",
        "2018/19 traced: 2018/19",
    ),
    (HIDDEN, "There were fewer than five offences.", "five mismatch: fewer than 5 in 2017/18"),
    (
        HIDDEN,
        "There were fewer than five offences in 2017/18.",
        "five traced: fewer than 5",
        "2017/18 traced: 2017/18",
    ),
    (
        HIDDEN,
        "There were fewer than five offences in 2016/17.",
        "five mismatch: fewer than 5 in 2017/18",
        "2016/17 traced: 2016/17",
    ),
    (
        HIDDEN,
        "There were no more than four offences in 2017/18.",
        "four traced: fewer than 5",
        "2017/18 traced: 2017/18",
    ),
    (HIDDEN, "There were no more than five offences.", "five untraced"),
    (HIDDEN, "There were fewer than 4.5 offences.", "4.5 untraced"),
    (HIDDEN, "There were fewer than six offences.", "six untraced"),
    (HIDDEN, "There were between 1 and 4 offences.", "1 and 4 mismatch: 1 to 4 in 2017/18"),
    (
        HIDDEN,
        "There were between 1 and 4 offences in 2016/17.",
        "1 and 4 mismatch: 1 to 4 in 2017/18",
        "2016/17 traced: 2016/17",
    ),
    (HIDDEN, "There were between 1 and 5 offences.", "1 and 5 untraced"),
    (HIDDEN, "There were 12 to 48 offences.", "12 to 48 mismatch → 12: 48 in 2016/17"),
    (HIDDEN, "There were 12 to 49 offences.", "12 to 49 untraced"),
    (HIDDEN, "Up from between 1 and 4.", "1 and 4 traced: 1 to 4"),
    (HIDDEN, "Down from between 1 and 4.", "1 and 4 mismatch → up from 1 to 4: 1 to 4"),
    (HIDDEN, "Up from fewer than five.", "five traced: fewer than 5"),
    (HIDDEN, "Down from fewer than five.", "five mismatch → up from fewer than 5: fewer than 5"),
    (HIDDEN, "Down from no more than four.", "four mismatch → up from fewer than 5: fewer than 5"),
    (LEAST, "There were at least 1,204 offences.", "1,204 traced: at least 1,204"),
    (
        LEAST,
        "There were at least 1,204 offences in 2017/18.",
        "1,204 mismatch: at least 1,204 in 2018/19",
        "2017/18 untraced",
    ),
    (LEAST, "There were at least 1,200 offences.", "1,200 loose → 1,204: at least 1,204"),
    (LEAST, "There were at least 1,300 offences.", "1,300 mismatch → 1,204: at least 1,204"),
    (LEAST, "There were more than 1,200 offences.", "1,200 rounded: at least 1,204"),
    (
        LEAST,
        "There were more than 1,000 offences in 2018/19.",
        "1,000 loose → 1,204: at least 1,204",
        "2018/19 traced: 2018/19",
    ),
    (LEAST, "There were nearly 1,210 offences.", "1,210 untraced"),
    (
        LEAST,
        "There were 1,204 offences in 2018/19.",
        "1,204 mismatch → at least 1,204: at least 1,204",
        "2018/19 traced: 2018/19",
    ),
    (LEAST, "There were 1,234 offences.", "1,234 mismatch → at least 1,204: at least 1,204"),
    (
        LEAST,
        "There were 1,024 offences in 2018/19.",
        "1,024 mismatch → at least 1,204: at least 1,204",
        "2018/19 traced: 2018/19",
    ),
    (LEAST, "There were 1,204 to 1,207 offences.", "1,204 to 1,207 traced: 1,204 to 1,207"),
    (
        LEAST,
        "There were 1,204 to 1,207 offences in 2017/18.",
        "1,204 to 1,207 mismatch: 1,204 to 1,207 in 2018/19",
        "2017/18 untraced",
    ),
    (PANEL, "There were 387 offences.", "387 traced: 387 in 2018/19, all forces that replied"),
    (
        PANEL,
        "Among the 2 forces with figures for both years it was 387.",
        "2 traced: 2 forces",
        "387 mismatch → 320: 387 in 2018/19, all forces that replied",
    ),
    (
        PART,
        "It had 19 offences in the whole of 2016/17.",
        "19 mismatch: 2016/17 covers 6 months only",
        "2016/17 traced: 2016/17",
    ),
    (
        PANEL,
        "There were 320 offences.",
        "320 traced: 320 in 2018/19, among 2 forces with figures for both years",
    ),
    (
        PANEL,
        "There were 400 offences in 2017/18.",
        "400 traced: 400 in 2017/18, among 2 forces with figures for both years",
        "2017/18 traced: 2017/18",
    ),
    (
        PANEL,
        "There were 400 offences in 2018/19.",
        "400 mismatch: 400 in 2017/18, among 2 forces with figures for both years",
        "2018/19 traced: 2018/19",
    ),
    (
        PANEL,
        "Down from 400.",
        "400 traced: 400 in 2017/18, among 2 forces with figures for both years",
    ),
    (
        PANEL,
        "From 400 to 320.",
        "400 traced: 400 in 2017/18, among 2 forces with figures for both years",
        "320 traced: 320 in 2018/19, among 2 forces with figures for both years",
    ),
    (
        PANEL,
        "From 320 to 400.",
        "320 mismatch → 400: 320 in 2018/19, among 2 forces with figures for both years",
        "400 mismatch: 400 in 2017/18, among 2 forces with figures for both years",
    ),
    (
        PANEL,
        "Northshire recorded 300 and Southshire 20.",
        "300 traced: 300 in 2018/19",
        "20 traced: 20 in 2018/19",
    ),
    (
        PANEL,
        "Northshire recorded 290 and Southshire 21.",
        "290 mismatch → 300: 300 in 2018/19",
        "21 mismatch → 20: 20 in 2018/19",
    ),
    (
        PANEL,
        "There were 388 offences.",
        "388 mismatch → 387: 387 in 2018/19, all forces that replied",
    ),
    (UNSURE, "Up from between 1 and 4.", "1 and 4 traced: 1 to 4"),
    (UNSURE, "Down from between 1 and 4.", "1 and 4 traced: 1 to 4"),
    (
        TWO_TO_FOUR,
        "Down from fewer than five.",
        "five mismatch → up from fewer than 5: fewer than 5",
    ),
    (ZERO, "There were no more than 12 offences.", "12 loose → 12: 12 in 2018/19"),
    (ZERO, "There were zero offences.", "zero mismatch → 12: 0 in 2017/18"),
    (
        ZERO,
        "There were zero offences in 2017/18.",
        "zero traced: 0 in 2017/18",
        "2017/18 traced: 2017/18",
    ),
    (
        ZERO,
        "There were zero offences in 2018/19.",
        "zero mismatch → 12: 0 in 2017/18",
        "2018/19 traced: 2018/19",
    ),
    (ZERO, "Up from zero.", "zero traced: 0 in 2017/18"),
    (TENS_APART, "There were 88 offences.", "88 mismatch → 98: 98 in 2018/19"),
    (PART, "There were 19 offences.", "19 mismatch → 67: 19 in 2016/17"),
    (
        PART,
        "There were 19 offences in 2016/17.",
        "19 traced: 19 in 2016/17",
        "2016/17 traced: 2016/17",
    ),
    (PART, "Up from 19.", "19 mismatch → 40: 19 in 2016/17"),
    (PART, "Six months of 2016/17.", "Six traced: 6 months", "2016/17 traced: 2016/17"),
    (NATION, "There were 7,000 ages.", "7,000 mismatch → 8,224: 7,000 with a known age"),
    (
        NATION,
        "There were 2,410 offences in 2018/19.",
        "2,410 mismatch → 8,224: 2,410 aged 13",
        "2018/19 traced: 2018/19",
    ),
    (
        NATION,
        "In 2015/16, there were 2,410.",
        "2015/16 traced: 2015/16",
        "2,410 mismatch → 4,042: 2,410 aged 13",
    ),
    (
        NATION,
        "Ages of 2015/16: of 4,042, 2,410 were 13.",
        "2015/16 traced: 2015/16",
        "4,042 traced: 4,042 in 2015/16, among 40 forces with figures for both years",
        "2,410 mismatch: 2,410 aged 13",
    ),
]


@pytest.mark.parametrize("case", COUNTS, ids=by_text)
def test_a_number_is_told_for_what_it_is(case):
    known, text, *expected = case
    assert told(text, known) == expected
