"""Multiples and records: what is told of each, over figures on both sides of its bounds."""

import pytest

from offences.tracing.trace import trace
from tests.claims.worlds import facts_of
from tests.tracing.test_rates import PRINTED
from tests.tracing.test_sentences import FOUR, GAP, ONE, SNAPCHAT, WALES, by_text, told


def two_years(old, new):
    return facts_of(old, new)


NEAR_DOUBLE = two_years(100, 195)
DOUBLE = two_years(100, 200)
OVER_DOUBLE = two_years(30, 67)
TREBLE = two_years(100, 305)
OVER_QUAD = two_years(100, 410)
HALF = two_years(100, 50)
UNDER_HALF = two_years(100, 45)
NEAR_HALF = two_years(100, 52)
SIX = two_years(40, 275)
SIX_EXACTLY = two_years(40, 240)
WIDE = two_years({"suppressed": [50, 54]}, {"suppressed": [130, 140]})
LOST = two_years({"suppressed": [130, 140]}, {"suppressed": [50, 54]})
LATER = facts_of({"missing": "late"}, 40, {"missing": "late"}, 48, 68)
LEVEL = facts_of(68, 50, 61, 68)
LOWEST = facts_of(90, 77, 80, 63)

# The words of the claim, or why there is none.
FIRST_TO_LAST = "4 years from 2015/16 to 2018/19"
HIGHEST = (
    "Cambridgeshire recorded 247 offences in 2018/19, a record: the highest of the "
    f"{FIRST_TO_LAST}."
)
JOINT = (
    "Cambridgeshire recorded 68 offences in 2018/19, a joint record with 2015/16: no year of "
    f"the {FIRST_TO_LAST} is higher."
)
LEAST_OF_FOUR = (
    f"Cambridgeshire recorded 63 offences in 2018/19, the lowest of the {FIRST_TO_LAST}."
)
OF_THREE = (
    "Cambridgeshire recorded 68 offences in 2018/19, the highest of the 3 years with figures "
    "since 2015/16; there is no comparable figure for 2016/17."
)
NOT_LOWEST = (
    "2015/16 is 120, 2016/17 is 131 and 2017/18 is 160, not certainly above 247, so "
    "no lowest number can be claimed."
)
NO_RECORD = "2016/17 is missing (no answer), so no record can be claimed."
WHOLE_YEARS = "it may be said only of whole years, and only of the highest"

MULTIPLES = [
    (DOUBLE, "It doubled.", "doubled traced"),
    (DOUBLE, "It exactly doubled.", "doubled traced"),
    (DOUBLE, "It at least doubled.", "doubled loose → doubled"),
    (DOUBLE, "It about doubled.", "doubled loose → doubled"),
    (DOUBLE, "It more than doubled.", "doubled mismatch → doubled"),
    (DOUBLE, "It no more than doubled.", "doubled mismatch → doubled"),
    (DOUBLE, "It trebled.", "trebled mismatch → doubled"),
    (DOUBLE, "Six times as many.", "Six times as many mismatch → doubled"),
    (NEAR_DOUBLE, "It nearly doubled.", "doubled traced"),
    (NEAR_DOUBLE, "It about doubled.", "doubled loose → almost doubled"),
    (NEAR_DOUBLE, "It doubled.", "doubled mismatch → almost doubled"),
    (NEAR_DOUBLE, "It at least doubled.", "doubled mismatch → almost doubled"),
    (OVER_DOUBLE, "It more than doubled.", "doubled traced"),
    (OVER_DOUBLE, "It at least doubled.", "doubled loose → more than doubled"),
    (OVER_DOUBLE, "It doubled.", "doubled loose → more than doubled"),
    (OVER_DOUBLE, "It about doubled.", "doubled mismatch → more than doubled"),
    (OVER_DOUBLE, "It less than doubled.", "doubled mismatch → more than doubled"),
    (TREBLE, "It trebled.", "trebled traced"),
    (TREBLE, "It more than doubled.", "doubled loose → tripled"),
    (TREBLE, "It more than trebled.", "trebled loose → tripled"),
    (TREBLE, "It at least doubled.", "doubled loose → tripled"),
    (TREBLE, "Three times as many.", "Three times as many traced"),
    (OVER_QUAD, "It more than quadrupled.", "quadrupled traced"),
    (OVER_QUAD, "It quadrupled.", "quadrupled loose → more than quadrupled"),
    (OVER_QUAD, "It more than doubled.", "doubled loose → more than quadrupled"),
    (OVER_QUAD, "It more than halved.", "halved mismatch → more than quadrupled"),
    (OVER_QUAD, "Four times as many.", "Four times as many loose → more than quadrupled"),
    (HALF, "It halved.", "halved traced"),
    (HALF, "It at least halved.", "halved loose → halved"),
    (HALF, "It more than halved.", "halved mismatch → halved"),
    (HALF, "Half as many.", "Half as many traced"),
    (UNDER_HALF, "It more than halved.", "halved traced"),
    (UNDER_HALF, "It halved.", "halved loose → fell by more than half"),
    (UNDER_HALF, "It at least halved.", "halved loose → fell by more than half"),
    (UNDER_HALF, "It more than doubled.", "doubled mismatch → fell by more than half"),
    (UNDER_HALF, "It nearly halved.", "halved mismatch → fell by more than half"),
    (NEAR_HALF, "It nearly halved.", "halved traced"),
    (NEAR_HALF, "It about halved.", "halved loose → almost halved"),
    (NEAR_HALF, "It halved.", "halved mismatch → almost halved"),
    (NEAR_HALF, "It more than halved.", "halved mismatch → almost halved"),
    (SIX, "Six times as many.", "Six times as many traced"),
    (SIX, "About six times as many.", "six times as many traced"),
    (SIX, "Exactly six times as many.", "six times as many traced"),
    (SIX, "More than six times as many.", "six times as many traced"),
    (SIX, "At least six times as many.", "six times as many traced"),
    (SIX, "At least five times as many.", "five times as many loose → 6 times as many"),
    (SIX, "Nearly seven times as many.", "seven times as many mismatch → 6 times as many"),
    (SIX, "At least seven times as many.", "seven times as many mismatch → 6 times as many"),
    (SIX, "About seven times as many.", "seven times as many mismatch → 6 times as many"),
    (SIX, "Five times as many.", "Five times as many mismatch → 6 times as many"),
    (SIX, "A sixfold rise.", "sixfold traced"),
    (SIX, "A six-fold rise.", "six-fold traced"),
    (SIX, "A twentyfold rise.", "twentyfold mismatch → 6 times as many"),
    (SIX, "A hundredfold rise.", "hundredfold mismatch → 6 times as many"),
    (SIX, "A 6fold rise.", "6fold traced"),
    (SIX, "It more than quadrupled.", "quadrupled loose → 6 times as many"),
    (SIX_EXACTLY, "More than six times as many.", "six times as many mismatch → 6 times as many"),
    (SIX_EXACTLY, "At least six times as many.", "six times as many traced"),
    (SIX_EXACTLY, "More than five times as many.", "five times as many loose → 6 times as many"),
    (ONE, "It doubled.", "doubled mismatch"),
    (ONE, "It is six times as many.", "six times as many mismatch"),
    (GAP, "Since 2016/17 it doubled.", "2016/17 traced", "doubled mismatch"),
    (GAP, "Since 2015/16 it nearly doubled.", "2015/16 traced", "doubled mismatch"),
    (WIDE, "It more than doubled.", "doubled traced"),
    (WIDE, "It doubled.", "doubled loose → more than doubled"),
    (WIDE, "It more than trebled.", "trebled mismatch → more than doubled"),
    (WIDE, "It more than halved.", "halved mismatch → more than doubled"),
    (WIDE, "It rose."),
    (LOST, "It more than halved.", "halved traced"),
    (LOST, "It halved.", "halved loose → fell by more than half"),
    (LOST, "It more than doubled.", "doubled mismatch → fell by more than half"),
    (FOUR, "It nearly doubled since 2016/17.", "doubled mismatch", "2016/17 traced"),
    (FOUR, "It doubled since 2014/15.", "doubled mismatch", "2014/15 mismatch → 2015/16"),
    (FOUR, "It doubled from 160.", "doubled mismatch", "160 traced"),
    (FOUR, "It doubled from 120.", "doubled traced", "120 traced"),
]

RECORDS = [
    (FOUR, "It is a record.", f"record traced: {HIGHEST}"),
    (
        FOUR,
        "The highest number since 2015/16.",
        f"highest traced: {HIGHEST}",
        "2015/16 traced: 2015/16",
    ),
    (
        FOUR,
        "The highest number since 2017/18.",
        f"highest loose → since 2015/16: {HIGHEST}",
        "2017/18 traced: 2017/18",
    ),
    (
        FOUR,
        "The highest number since 2012/13.",
        f"highest mismatch → since 2015/16: {HIGHEST}",
        "2012/13 mismatch → 2015/16: the figures run from 2015/16 to 2018/19",
    ),
    (
        FOUR,
        "The highest number since 2018/19.",
        f"highest mismatch → since 2015/16: {HIGHEST}",
        "2018/19 traced: 2018/19",
    ),
    (
        FOUR,
        "The lowest number since 2015/16.",
        f"lowest mismatch: {NOT_LOWEST}",
        "2015/16 traced: 2015/16",
    ),
    (FOUR, "It is a joint record.", "record mismatch → record: no joint record"),
    (FOUR, "Record lows.", f"Record mismatch: {NOT_LOWEST}"),
    (FOUR, "The second highest number.", f"highest mismatch: {WHOLE_YEARS}"),
    (
        FOUR,
        "A record rise of 87.",
        f"record mismatch: {WHOLE_YEARS}",
        "87 traced: a difference of 87: 160 in 2017/18, 247 in 2018/19",
    ),
    (FOUR, "The highest daily number.", f"highest mismatch: {WHOLE_YEARS}"),
    (
        FOUR,
        "The force with the highest number is ours.",
        "highest mismatch: forces are never compared",
    ),
    (FOUR, "The highest number of any force.", "highest mismatch: forces are never compared"),
    (FOUR, "The lowest number of any force.", "lowest mismatch: forces are never compared"),
    (FOUR, "The highest of any of those forces.", "highest mismatch: forces are never compared"),
    (
        FOUR,
        "The highest among twelve forces.",
        "highest mismatch: forces are never compared",
        "twelve untraced",
    ),
    (FOUR, "The highest of the years of the force.", f"highest traced: {HIGHEST}"),
    (
        FOUR,
        "The highest number with 247 in 2018/19.",
        f"highest traced: {HIGHEST}",
        "247 traced: 247 in 2018/19",
        "2018/19 traced: 2018/19",
    ),
    (
        FOUR,
        "The highest number was recorded in 2017/18.",
        "highest mismatch: it may be said only of the latest year",
        "2017/18 mismatch → 2018/19: 160 in 2017/18, 247 in 2018/19",
    ),
    (
        FOUR,
        "The highest number was recorded in 2018/19.",
        f"highest traced: {HIGHEST}",
        "2018/19 traced: 2018/19",
    ),
    (FOUR, "An all-time record number.", "record mismatch: the figures cannot show “ever”"),
    (FOUR, "The highest number ever.", "highest mismatch: the figures cannot show “ever”"),
    (FOUR, "The lowest number ever.", "lowest mismatch: the figures cannot show “ever”"),
    (FOUR, "An all-time low.", "all-time low mismatch: the figures cannot show “ever”"),
    (FOUR, "An all-time high.", "all-time high mismatch: the figures cannot show “ever”"),
    (LEVEL, "A joint record.", f"record traced: {JOINT}"),
    (LEVEL, "The joint record with 2015/16.", f"record traced: {JOINT}", "2015/16 traced: 2015/16"),
    (
        LEVEL,
        "A joint record with 2016/17.",
        f"record mismatch → with 2015/16: {JOINT}",
        "2016/17 traced: 2016/17",
    ),
    (
        LEVEL,
        "An equal record with 2016/17.",
        f"record mismatch → with 2015/16: {JOINT}",
        "2016/17 traced: 2016/17",
    ),
    (
        LEVEL,
        "A record number.",
        "record mismatch → joint record: 2015/16 is 68, not certainly below 68, so no "
        "record can be claimed.",
    ),
    (LEVEL, "The joint highest number.", f"highest traced: {JOINT}"),
    (LEVEL, "The joint lowest number.", "lowest mismatch: no joint record"),
    (
        LEVEL,
        "The lowest number.",
        "lowest mismatch: 2015/16 is 68, 2016/17 is 50 and 2017/18 is 61, not certainly above 68, "
        "so no lowest number can be claimed.",
    ),
    (
        LEVEL,
        "An all-time high.",
        "all-time high mismatch → joint record: the figures cannot show “ever”",
    ),
    (LOWEST, "The lowest number.", f"lowest traced: {LEAST_OF_FOUR}"),
    (
        LOWEST,
        "The lowest level since 2015/16.",
        f"lowest traced: {LEAST_OF_FOUR}",
        "2015/16 traced: 2015/16",
    ),
    (
        LOWEST,
        "The lowest level since 2017/18.",
        f"lowest loose → since 2015/16: {LEAST_OF_FOUR}",
        "2017/18 traced: 2017/18",
    ),
    (LOWEST, "A record low.", f"record traced: {LEAST_OF_FOUR}"),
    (
        LOWEST,
        "Record numbers.",
        "Record mismatch: 2015/16 is 90, 2016/17 is 77 and 2017/18 is 80, not certainly "
        "below 63, so no record can be claimed.",
    ),
    (LOWEST, "The joint lowest number.", "lowest mismatch: no joint record"),
    (
        GAP,
        "A record number.",
        f"record mismatch → highest of the 3 years with figures: {NO_RECORD}",
    ),
    (GAP, "A joint record number.", "record mismatch: no joint record"),
    (GAP, "The highest number for the years held.", f"highest traced: {OF_THREE}"),
    (
        GAP,
        "The highest number since 2015/16 for the years held.",
        f"highest traced: {OF_THREE}",
        "2015/16 traced: 2015/16",
    ),
    (
        GAP,
        "The highest number since 2016/17 for the years held.",
        f"highest mismatch → highest of the 3 years with figures: {NO_RECORD}",
        "2016/17 traced: 2016/17",
    ),
    (
        GAP,
        "The lowest number for the years held.",
        "lowest mismatch: 2016/17 is missing (no answer), so no lowest number can be claimed.",
    ),
    (
        GAP,
        "A record number for the years held.",
        f"record mismatch → highest of the 3 years with figures: {NO_RECORD}",
    ),
    (
        WALES,
        "The highest number of any force.",
        "highest mismatch: 2 years of figures, from 2017/18, and 4 are needed, so no "
        "record can be claimed.",
    ),
    (
        WALES,
        "The highest level.",
        "highest mismatch: 2 years of figures, from 2017/18, and 4 are needed, so no "
        "record can be claimed.",
    ),
    (
        ONE,
        "A record number.",
        "record mismatch: 1 year of figures, from 2018/19, and 4 are needed, so no "
        "record can be claimed.",
    ),
    (
        LATER,
        "The highest number since 2014/15 for the years held.",
        "highest traced: Cambridgeshire recorded 68 offences in 2018/19, the highest of the "
        "3 years with figures since 2015/16; there is no comparable figure for 2014/15 or "
        "2016/17.",
        "2014/15 traced: 2014/15",
    ),
    (LEVEL, "An all-time low.", "all-time low mismatch: the figures cannot show “ever”"),
    (
        LEVEL,
        "An equal record number with 2015/16.",
        f"record traced: {JOINT}",
        "2015/16 traced: 2015/16",
    ),
    (FOUR, "A record.", f"record traced: {HIGHEST}"),
    (FOUR, "The record since 2015/16.", f"record traced: {HIGHEST}", "2015/16 traced: 2015/16"),
    (FOUR, "For the record."),
]


@pytest.mark.parametrize("case", MULTIPLES, ids=by_text)
def test_a_multiple_is_told_for_what_it_is(case):
    known, text, *expected = case
    assert [each.partition(": ")[0] for each in told(text, known)] == expected


@pytest.mark.parametrize("case", RECORDS, ids=by_text)
def test_a_record_is_told_for_what_it_is(case):
    known, text, *expected = case
    assert told(text, known) == expected


def test_a_multiple_names_the_two_years_it_was_held_against():
    assert told("It trebled.", DOUBLE) == [
        "trebled mismatch → doubled: 100 in 2017/18, 200 in 2018/19"
    ]
    assert told("It doubled.", WIDE) == [
        "doubled loose → more than doubled: 50 to 54 in 2017/18, 130 to 140 in 2018/19"
    ]
    assert told("It doubled.", ONE) == ["doubled mismatch: no two years that compare"]
    assert told("It doubled.", SNAPCHAT) == ["doubled mismatch: no two years that compare"]


def test_of_totals_as_printed_no_multiple_and_no_record_is_said():
    (multiple,) = trace("It doubled.", PRINTED)
    assert (multiple.verdict, multiple.suggestion) == ("mismatch", "")
    assert multiple.fact.endswith("may differ: no multiple and no percentage.")
    assert told("A record number.", PRINTED) == [
        "record mismatch: The figures of single years are not known."
    ]
