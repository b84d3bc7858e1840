"""Percentages and fractions: what is told of each, on both sides of every bound."""

from fractions import Fraction

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.category import category_of_part
from offences.tracing.evidence.shares import of_several, shares_of
from tests.claims.worlds import facts_of
from tests.tracing.test_sentences import FALLEN, HIDDEN, ONE, WALES, by_text, told

UP = facts_of(50, 73, 120)
DOWN = facts_of(120, 70)
SMALL = facts_of(30, 40)
EVEN = facts_of(60, 60)
HALF_LOST = facts_of(100, 45)
TWO_PARTS = read_facts(
    {
        "latest": "2018/19",
        "series": {"2017/18": 500, "2018/19": 1000},
        "shares": {"platform": {"of": 1000, "known": 800, "parts": {"Chatter": 344, "Pixel": 200}}},
    }
)
FIFTY = facts_of(100, 150)
OF_AGES = facts_of(500, 600, ages={"12": 300, "13": 300})
SLIGHT = facts_of(100, 101)
CLOSE = facts_of(100, 103, 150)
SMALL_SHARE = read_facts(
    {
        "latest": "2018/19",
        "series": {"2018/19": 60},
        "shares": {"platform": {"of": 60, "known": 20, "parts": {"Chatter": 5}}},
    }
)

PERCENTAGES = [
    (UP, "Up 64%.", "64% traced: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up 64.4%.", "64.4% traced: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up 64.38%.", "64.38% traced: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up 64.3%.", "64.3% mismatch → 64% or 64.4%: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Down 64%.", "64% mismatch → 64% (up): 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up 60%.", "60% mismatch → 64%: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up 69%.", "69% mismatch → 64%: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up 70%.", "70% mismatch: no such change"),
    (UP, "Up 140%.", "140% traced: 50 in 2016/17, 120 in 2018/19"),
    (
        UP,
        "Up 140% since 2016/17.",
        "140% traced: 50 in 2016/17, 120 in 2018/19",
        "2016/17 traced: 2016/17",
    ),
    (
        UP,
        "Up 140% from 50.",
        "140% traced: 50 in 2016/17, 120 in 2018/19",
        "50 traced: 50 in 2016/17",
    ),
    (UP, "Up 64% from 50.", "64% mismatch: no such change", "50 traced: 50 in 2016/17"),
    (UP, "Up nearly 65%.", "65% rounded: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up nearly 68%.", "68% loose → 64%: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up nearly 70%.", "70% mismatch: no such change"),
    (UP, "Up nearly 71%.", "71% mismatch: no such change"),
    (UP, "Up more than 64%.", "64% rounded: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up more than 60%.", "60% rounded: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up more than 55%.", "55% loose → 64%: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up more than 49%.", "49% mismatch: no such change"),
    (UP, "Up more than 48%.", "48% mismatch: no such change"),
    (UP, "Up about 65%.", "65% rounded: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up about 66%.", "66% loose → 64%: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up about 68%.", "68% mismatch → 64%: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up at least 60%.", "60% rounded: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up at least 55%.", "55% loose → 64%: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up at least 40%.", "40% mismatch: no such change"),
    (UP, "Up fewer than 65%.", "65% loose → 64%: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up less than 70%.", "70% mismatch: no such change"),
    (UP, "Up no more than 70%.", "70% mismatch: no such change"),
    (UP, "Up exactly 64%.", "64% traced: 73 in 2017/18, 120 in 2018/19"),
    (
        UP,
        "Up 12% since 2014/15.",
        "12% mismatch: 2014/15 is not compared with 2018/19",
        "2014/15 mismatch → 2016/17: the figures run from 2016/17 to 2018/19",
    ),
    (UP, "12% of crimes.", "12% untraced"),
    (UP, "64% more", "64% traced: 73 in 2017/18, 120 in 2018/19"),
    (UP, "64% fewer", "64% mismatch → 64% (up): 73 in 2017/18, 120 in 2018/19"),
    (UP, "64% in 2016/17", "64% untraced", "2016/17 traced: 2016/17"),
    (DOWN, "Down 42%.", "42% traced: 120 in 2017/18, 70 in 2018/19"),
    (DOWN, "Down 41%.", "41% mismatch → 42%: 120 in 2017/18, 70 in 2018/19"),
    (DOWN, "Up 42%.", "42% mismatch → 42% (down): 120 in 2017/18, 70 in 2018/19"),
    (DOWN, "Down 41.7%.", "41.7% traced: 120 in 2017/18, 70 in 2018/19"),
    (DOWN, "Down more than 40%.", "40% rounded: 120 in 2017/18, 70 in 2018/19"),
    (DOWN, "Up 41.7%.", "41.7% mismatch → 42% or 41.7% (down): 120 in 2017/18, 70 in 2018/19"),
    (
        SMALL,
        "Up 33%.",
        "33% mismatch → up from 30: 30 is under 50: too small a base for a percentage",
    ),
    (SMALL, "Up 34%.", "34% mismatch: no such change"),
    (SMALL, "Up 50%.", "50% mismatch: no such change"),
    (SMALL, "Up a third.", "a third mismatch: no two years that compare"),
    (EVEN, "Up 5%.", "5% mismatch: no such change"),
    (EVEN, "Unchanged: 0%.", "0% untraced"),
    (EVEN, "Up a half.", "a half mismatch: no two years that compare"),
    (FALLEN, "Down 18%.", "18% traced: 77 in 2017/18, 63 in 2018/19"),
    (FALLEN, "Up 18%.", "18% mismatch → 18% (down): 77 in 2017/18, 63 in 2018/19"),
    (
        FALLEN,
        "Down 17% from 54.",
        "17% mismatch → 18%: 77 in 2017/18, 63 in 2018/19",
        "54 mismatch → 77: published as 54, now 77 in 2017/18",
    ),
    (
        HIDDEN,
        "Down 75%.",
        "75% mismatch → down from 48: 48 is under 50: too small a base for a percentage",
    ),
    (
        HIDDEN,
        "Up 75%.",
        "75% mismatch → down from 48: 48 is under 50: too small a base for a percentage",
    ),
    (HIDDEN, "75% of cases.", "75% untraced"),
    (TWO_PARTS, "43% of cases.", "43% untraced"),
    # An app has no plural.
    (TWO_PARTS, "There were 344 offences on Chatter.", "344 traced: 344 chatter"),
    (TWO_PARTS, "There were 344 offences on chatters.", "344 mismatch → 1,000: 344 chatter"),
    (
        OF_AGES,
        "20% of the county’s 13-year-olds reported offences.",
        "20% mismatch: offences are counted, not children",
        "13-year-olds traced: 300 aged 13",
    ),
    (TWO_PARTS, "42% of cases.", "42% untraced"),
    (TWO_PARTS, "25% of cases in 2018/19.", "25% untraced", "2018/19 traced: 2018/19"),
    (TWO_PARTS, "25% of cases in 2017/18.", "25% untraced", "2017/18 traced: 2017/18"),
    (TWO_PARTS, "More than 40% of cases.", "40% untraced"),
    (TWO_PARTS, "Up 100%.", "100% traced: 500 in 2017/18, 1,000 in 2018/19"),
    (
        TWO_PARTS,
        "43% used Chatter, up 100%.",
        "43% traced: Chatter: 344 of 800",
        "100% traced: 500 in 2017/18, 1,000 in 2018/19",
    ),
    (TWO_PARTS, "Nearly 45% of cases.", "45% untraced"),
    (ONE, "64%", "64% untraced"),
    (ONE, "Up 64%.", "64% mismatch: no two years that compare"),
    (WALES, "Up 52%.", "52% traced: 211 in 2017/18, 320 in 2018/19"),
    (WALES, "Up 51%.", "51% mismatch → 52%: 211 in 2017/18, 320 in 2018/19"),
    (
        WALES,
        "Up 52% since 2016/17.",
        "52% mismatch: 2016/17 is not compared with 2018/19",
        "2016/17 mismatch → 2017/18: the figures run from 2017/18 to 2018/19",
    ),
    (WALES, "Gwent saw 27% more.", "27% traced: 158 in 2017/18, 200 in 2018/19"),
    (WALES, "Gwent saw 26% more.", "26% mismatch → 27%: 158 in 2017/18, 200 in 2018/19"),
    (SLIGHT, "Up 1%.", "1% mismatch → up from 100: a percentage that may not be given"),
    (CLOSE, "Up 49%.", "49% mismatch → 50%: 100 in 2016/17, 150 in 2018/19"),
    (CLOSE, "Up 47%.", "47% mismatch → 46%: 103 in 2017/18, 150 in 2018/19"),
    (SMALL_SHARE, "25% of cases.", "25% untraced"),
    (SMALL_SHARE, "Up 25%.", "25% mismatch: no two years that compare"),
    (TWO_PARTS, "43% up from 500.", "43% mismatch: no such change", "500 traced: 500 in 2017/18"),
    (
        TWO_PARTS,
        "Offences rose again, and 43% of cases were on Chatter.",
        "43% traced: Chatter: 344 of 800",
    ),
    (
        UP,
        "It was 12% compared with 2014/15.",
        "12% mismatch: 2014/15 is not compared with 2018/19",
        "2014/15 untraced",
    ),
    (
        UP,
        "It was 64% compared with 2016/17.",
        "64% mismatch → 140%: 50 in 2016/17, 120 in 2018/19",
        "2016/17 traced: 2016/17",
    ),
    (WALES, "Up 27%.", "27% mismatch: no such change"),
]

PERCENT_BOUNDS = [
    (FIFTY, "Up 50%.", "50% traced"),
    (FIFTY, "Up nearly 50%.", "50% mismatch → 50%"),
    (FIFTY, "Up nearly 53%.", "53% rounded"),
    (FIFTY, "Up nearly 54%.", "54% loose → 50%"),
    (FIFTY, "Up nearly 55%.", "55% loose → 50%"),
    (FIFTY, "Up nearly 56%.", "56% mismatch"),
    (FIFTY, "Up more than 50%.", "50% mismatch → 50%"),
    (FIFTY, "Up more than 45%.", "45% rounded"),
    (FIFTY, "Up more than 44%.", "44% loose → 50%"),
    (FIFTY, "Up more than 35%.", "35% loose → 50%"),
    (FIFTY, "Up more than 34%.", "34% mismatch"),
    (FIFTY, "Up at least 51%.", "51% mismatch → 50%"),
    (FIFTY, "Up at least 50%.", "50% rounded"),
    (FIFTY, "Up at least 45%.", "45% rounded"),
    (FIFTY, "Up at least 44%.", "44% loose → 50%"),
    (FIFTY, "Up at least 35%.", "35% loose → 50%"),
    (FIFTY, "Up at least 34%.", "34% mismatch"),
    (FIFTY, "Up about 51%.", "51% rounded"),
    (FIFTY, "Up about 52%.", "52% loose → 50%"),
    (FIFTY, "Up about 47%.", "47% loose → 50%"),
    (FIFTY, "Up about 54%.", "54% mismatch → 50%"),
    (FIFTY, "Up less than 50%.", "50% mismatch → 50%"),
    (FIFTY, "Up less than 55%.", "55% loose → 50%"),
    (FIFTY, "Up less than 56%.", "56% mismatch"),
    (FIFTY, "Up no more than 55%.", "55% loose → 50%"),
    (FIFTY, "Up 45%.", "45% mismatch → 50%"),
    (FIFTY, "Up 55%.", "55% mismatch → 50%"),
    (FIFTY, "Up 56%.", "56% mismatch"),
    (FIFTY, "Down 50.4%.", "50.4% mismatch → 50% or 50.0% (up)"),
]

FRACTIONS = [
    (UP, "Up by a half.", "a half mismatch → 64%: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up by two thirds.", "two thirds mismatch → 64%: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up by nearly two thirds.", "two thirds rounded: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up by more than two thirds.", "two thirds mismatch → 64%: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up by more than three fifths.", "three fifths rounded: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up by exactly two thirds.", "two thirds mismatch → 64%: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up by about two thirds.", "two thirds loose → 64%: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up by more than half.", "half mismatch → 64%: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up by at least three fifths.", "three fifths rounded: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Up by less than two thirds.", "two thirds loose → 64%: 73 in 2017/18, 120 in 2018/19"),
    (UP, "Down by two thirds.", "two thirds mismatch → 64%: 73 in 2017/18, 120 in 2018/19"),
    (
        UP,
        "Up two thirds from 50.",
        "two thirds mismatch → 140%: 50 in 2016/17, 120 in 2018/19",
        "50 traced: 50 in 2016/17",
    ),
    (UP, "Up by three quarters.", "three quarters mismatch → 64%: 73 in 2017/18, 120 in 2018/19"),
    (UP, "One in three offences.", "One in three untraced"),
    (UP, "Two thirds of offences.", "Two thirds untraced"),
    (UP, "It rose by one in three.", "one in three mismatch → 64%: 73 in 2017/18, 120 in 2018/19"),
    (
        UP,
        "It rose by two thirds since 2016/17.",
        "two thirds mismatch → 140%: 50 in 2016/17, 120 in 2018/19",
        "2016/17 traced: 2016/17",
    ),
    (UP, "A third more.", "A third mismatch → 64%: 73 in 2017/18, 120 in 2018/19"),
    (UP, "A third fewer.", "A third mismatch → 64%: 73 in 2017/18, 120 in 2018/19"),
    (DOWN, "Down by two fifths.", "two fifths mismatch → 42%: 120 in 2017/18, 70 in 2018/19"),
    (DOWN, "Down by more than two fifths.", "two fifths rounded: 120 in 2017/18, 70 in 2018/19"),
    (DOWN, "Down by nearly half.", "half mismatch → 42%: 120 in 2017/18, 70 in 2018/19"),
    (DOWN, "Down by more than half.", "half mismatch → 42%: 120 in 2017/18, 70 in 2018/19"),
    (DOWN, "Down by a third.", "a third mismatch → 42%: 120 in 2017/18, 70 in 2018/19"),
    (HALF_LOST, "Down by more than half.", "half traced: 100 in 2017/18, 45 in 2018/19"),
    (HALF_LOST, "Down more than half.", "half traced: 100 in 2017/18, 45 in 2018/19"),
    (HALF_LOST, "More than half were online.", "half untraced"),
    (HALF_LOST, "Up by more than half.", "half mismatch → 55%: 100 in 2017/18, 45 in 2018/19"),
    (HALF_LOST, "Down by half.", "half mismatch → 55%: 100 in 2017/18, 45 in 2018/19"),
    (TWO_PARTS, "A quarter of offences.", "A quarter untraced"),
    (TWO_PARTS, "One in four offences.", "One in four untraced"),
    (TWO_PARTS, "Nearly half of offences.", "half untraced"),
    (TWO_PARTS, "Nearly a half used Chatter.", "a half mismatch → 43%: Chatter: 344 of 800"),
    (TWO_PARTS, "More than two fifths of offences.", "two fifths untraced"),
    (TWO_PARTS, "More than a third of offences.", "a third untraced"),
    (TWO_PARTS, "At least a quarter of offences.", "a quarter untraced"),
    (TWO_PARTS, "About two in five offences.", "two in five untraced"),
    (TWO_PARTS, "Two in five offences.", "Two in five untraced"),
    (TWO_PARTS, "Fewer than half of offences.", "half untraced"),
    (
        TWO_PARTS,
        "It rose by a quarter.",
        "a quarter mismatch → 100%: 500 in 2017/18, 1,000 in 2018/19",
    ),
    (TWO_PARTS, "It doubled.", "doubled traced: 500 in 2017/18, 1,000 in 2018/19"),
    (ONE, "Up by a third.", "a third mismatch: no two years that compare"),
    (ONE, "A third of offences.", "A third untraced"),
    (SMALL, "Up by a third.", "a third mismatch: no two years that compare"),
    (SMALL, "Up by a quarter.", "a quarter mismatch: no two years that compare"),
    (EVEN, "Up by a third.", "a third mismatch: no two years that compare"),
    (TWO_PARTS, "More than a quarter of offences.", "a quarter untraced"),
    (TWO_PARTS, "One in three offences.", "One in three untraced"),
    (TWO_PARTS, "One in nine offences.", "One in nine untraced"),
    (
        TWO_PARTS,
        "Offences rose again, and a quarter of cases were on Pixel.",
        "a quarter traced: Pixel: 200 of 800",
    ),
    (TWO_PARTS, "Three in ten offences.", "Three in ten untraced"),
    (SMALL_SHARE, "One in four cases.", "One in four untraced"),
]

FRACTION_BOUNDS = [
    (FIFTY, "Up by a half.", "a half traced"),
    (FIFTY, "Up by exactly a half.", "a half traced"),
    (FIFTY, "Up by 51 in 100.", "51 in 100 rounded"),
    (FIFTY, "Up by 52 in 100.", "52 in 100 mismatch → 50%"),
    (FIFTY, "Up by exactly 51 in 100.", "51 in 100 mismatch → 50%"),
    (FIFTY, "Up by more than 45 in 100.", "45 in 100 rounded"),
    (FIFTY, "Up by more than 44 in 100.", "44 in 100 loose → 50%"),
    (FIFTY, "Up by more than 40 in 100.", "40 in 100 loose → 50%"),
    (FIFTY, "Up by more than 39 in 100.", "39 in 100 mismatch → 50%"),
    (FIFTY, "Up by more than a half.", "a half mismatch → 50%"),
    (FIFTY, "Up by at least a half.", "a half rounded"),
    (FIFTY, "Up by at least 51 in 100.", "51 in 100 mismatch → 50%"),
    (FIFTY, "Up by at least 45 in 100.", "45 in 100 rounded"),
    (FIFTY, "Up by at least 44 in 100.", "44 in 100 loose → 50%"),
    (FIFTY, "Up by nearly a half.", "a half mismatch → 50%"),
    (FIFTY, "Up by nearly 53 in 100.", "53 in 100 rounded"),
    (FIFTY, "Up by nearly 54 in 100.", "54 in 100 loose → 50%"),
    (FIFTY, "Up by nearly 55 in 100.", "55 in 100 loose → 50%"),
    (FIFTY, "Up by nearly 56 in 100.", "56 in 100 mismatch → 50%"),
    (FIFTY, "Up by about 49 in 100.", "49 in 100 rounded"),
    (FIFTY, "Up by about 52 in 100.", "52 in 100 loose → 50%"),
    (FIFTY, "Up by about 47 in 100.", "47 in 100 loose → 50%"),
    (FIFTY, "Up by about 54 in 100.", "54 in 100 mismatch → 50%"),
    (FIFTY, "Up by less than a half.", "a half mismatch → 50%"),
    (FIFTY, "Up by less than 51 in 100.", "51 in 100 loose → 50%"),
    (FIFTY, "Up by less than 55 in 100.", "55 in 100 loose → 50%"),
    (FIFTY, "Up by less than 56 in 100.", "56 in 100 mismatch → 50%"),
    (FIFTY, "Up by no more than 55 in 100.", "55 in 100 loose → 50%"),
    (FIFTY, "Up by 61 in 100.", "61 in 100 mismatch → 50%"),
    (FIFTY, "Down by a half.", "a half mismatch → 50%"),
]


@pytest.mark.parametrize("case", [*PERCENTAGES, *FRACTIONS], ids=by_text)
def test_a_share_or_a_change_is_told_for_what_it_is(case):
    known, text, *expected = case
    assert told(text, known) == expected


@pytest.mark.parametrize("case", [*PERCENT_BOUNDS, *FRACTION_BOUNDS], ids=by_text)
def test_a_word_of_rounding_reaches_so_many_points_and_no_further(case):
    known, text, *expected = case
    assert [each.partition(": ")[0] for each in told(text, known)] == expected


def test_a_text_may_end_with_a_share():
    (found,) = told("Where it was known, Chatter was used in 43%", TWO_PARTS)
    assert found.startswith("43% traced: ")


@pytest.mark.parametrize(
    ("known", "parts", "names"),
    [
        (20, {"Chatter": 0, "Pixel": 20}, ["pixel"]),
        (20, {"Chatter": 5, "Pixel": 15}, ["chatter", "pixel"]),
        (0, {"Chatter": 0}, []),
    ],
)
def test_a_part_without_offences_has_no_share(known, parts, names):
    share = {"of": 60, "known": known, "parts": parts}
    facts = {"latest": "2018/19", "series": {"2018/19": 60}, "shares": {"platform": share}}
    found = shares_of(read_facts(facts), (), ())
    assert [min(each.categories).name for each in found] == names
    assert [each.value for each in found] == [5 * parts[name.title()] for name in names]


def test_parts_together_have_a_share_that_says_of_which_they_are():
    parts = frozenset(map(category_of_part, ("Chatter", "Pixel")))
    single = shares_of(TWO_PARTS, (), ())
    ((n, share),) = of_several(TWO_PARTS, single, parts, None)
    assert (n, share.categories, share.value, share.of_all) == (544, parts, 68, Fraction(272, 5))
