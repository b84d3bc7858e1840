"""What a reader can work out of the released numbers gives no hidden one away."""

import pytest

from offences.tracing.binding.bind import Binder
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.find import find
from offences.tracing.hidden_numbers.computable import (
    Computable,
    made_of,
    numbers_with_detail,
    sums,
)
from offences.tracing.hidden_numbers.hidden import NOT_KNOWN
from tests.tracing.test_hidden_numbers import FACTS, documents, part

YEARS = documents(FACTS | {"series": {"2015/16": 20, "2016/17": 50, "2017/18": 80, "2018/19": 200}})
SHOWN = {
    part("Snapchat"): frozenset({41}),
    part("Instagram"): frozenset({25}),
    NOT_KNOWN: frozenset({100}),
}


def of_its_figure(text):
    passage = Passage(text)
    binder = Binder(passage, find(passage), YEARS)
    [figure] = [each for each in binder.figures if each.kind not in ("year", "span", "exempt")]
    return binder.bind(figure)


@pytest.mark.parametrize(
    ("text", "is_known"),
    [
        ("There were 200 offences.", True),
        ("There were 130 offences in two years.", True),
        ("There were 350 offences in all.", True),
        ("There were 87 offences.", False),
        ("There were 66 on the two.", True),
        ("There were 67 on the two.", False),
        ("There were 100 with an app.", True),
        ("It was about 180.", True),
        ("It was about 385.", True),
        ("It was about 390.", False),
        ("There were between 50 and 80 offences.", True),
        ("There were between 50 and 81 offences.", False),
        ("There were between 49 and 80 offences.", False),
        ("It rose by 30.", True),
        ("It rose by 31.", False),
        ("It rose by about 31.", True),
        ("It rose by 16.", True),
        ("There were 16 offences.", False),
        ("The rise was larger than one of 16 offences.", True),
        ("An average of 50 a year.", True),
        ("An average of 87 a year.", True),
        ("An average of 88 a year.", True),
        ("An average of 89 a year.", False),
        ("It rose by 150%.", True),
        ("It rose by 901%.", True),
        ("It rose by 902%.", False),
        ("It rose by about 904%.", True),
        ("It rose by about 905%.", False),
        ("20% were on Snapchat.", True),
        ("22% were on Snapchat.", False),
        ("A fifth were on Snapchat.", True),
        ("It was four times as many.", True),
        ("It was 4.2 times as many.", True),
        ("It was 4.3 times as many.", False),
        ("It was about 4.6 times as many.", True),
        ("It was about 4.8 times as many.", False),
    ],
)
def test_a_sum_a_gap_a_mean_or_a_ratio_of_released_numbers_is_known(text, is_known):
    assert Computable(YEARS, SHOWN).gives(of_its_figure(text)) == is_known


MORE, LESS = ("More than", "Over", "At least"), ("Under", "Fewer than", "At most")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("41% of offences.", True),
        ("42% of offences.", True),
        ("43% of offences.", False),
        ("Exactly 43% of offences.", False),
        ("About 46% of offences.", True),
        ("About 47% of offences.", False),
        ("Two fifths of offences.", True),
        ("A third of offences.", False),
        *((f"{more} {n}% of offences.", n in (29, 43)) for more in MORE for n in (28, 29, 43, 44)),
        *((f"{less} {n}% of offences.", n in (39, 53)) for less in LESS for n in (38, 39, 53, 54)),
    ],
)
def test_a_share_is_one_of_these_numbers_of_a_released_whole(text, is_one):
    known = Computable(documents(FACTS | {"series": {"2018/19": 100}}), {})
    assert known.gives_share(of_its_figure(text), [41]) == is_one
    assert not known.gives_share(of_its_figure(text), [])
    assert not known.gives_share(of_its_figure(text), [0])


def test_a_released_zero_has_no_shares_and_no_ratios():
    none = Computable(documents(FACTS | {"series": {"2017/18": 0, "2018/19": 0}}), {})
    assert not none.gives_share(of_its_figure("41% of offences."), [41])
    assert not none.gives(of_its_figure("It was four times as many."))


def test_the_sums_of_many_numbers_are_those_of_up_to_three_neighbours():
    assert sums([1, 2, 4]) == {1, 2, 3, 4, 5, 6, 7}
    assert sums([1] * 8) == {*range(1, 9)}
    assert sums([10**n for n in range(9)]) == {
        *(10**n for n in range(9)),
        *(11 * 10**n for n in range(8)),
        *(111 * 10**n for n in range(7)),
    }


TWELVE, THIRTEEN = NamedCategory("age", "", 12, 12), NamedCategory("age", "", 13, 13)
GIRLS, KIK = NamedCategory("sex", "girls"), NamedCategory("part", "kik")
AGES = {
    frozenset({TWELVE}): frozenset({25}),
    frozenset({THIRTEEN}): frozenset({31}),
    frozenset({NamedCategory("age", "", 0, 11)}): frozenset({5, 6}),
    frozenset({NamedCategory("age", "", 14, 14), GIRLS}): frozenset({2}),
    frozenset({KIK}): frozenset({9}),
}


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ([TWELVE], {0, 25}),
        ([TWELVE, THIRTEEN], {0, 25, 31, 56, 6}),
        ([NamedCategory("age", "", 12, 13)], {0, 56}),
        ([NamedCategory("age", "", 12, 17)], {0, 56}),
        ([NamedCategory("age", "", 13, 14)], {0, 31}),
        ([NamedCategory("age", "", 0, 13)], {0, 61}),
        ([NamedCategory("age", "", 0, 11)], {0, 5, 6, 1}),
        ([NamedCategory("age", "", 15, 17)], {0}),
        ([KIK, TWELVE], {0, 9, 25, 34, 16}),
        ([GIRLS], {0}),
    ],
)
def test_parts_make_their_sums_and_gaps_and_a_band_what_is_shown_inside_it(said, numbers):
    assert made_of(said, AGES) == numbers


def test_what_is_known_of_some_offences_and_what_is_not_have_their_numbers():
    shares = {
        "platform": {"of": 75, "known": 65, "parts": {"Snapchat": 41}},
        "gender": {"of": 74, "known": 70, "parts": {"girls": 66}},
    }
    known = documents(FACTS | {"series": {"2017/18": 50, "2018/19": 75}, "shares": shares})
    numbers = {65, 10, 70, 4, 5, 71}  # all without the four too
    assert numbers_with_detail(known, {}) == numbers
    assert numbers_with_detail(known, {NOT_KNOWN: frozenset({12})}) == numbers | {12, 63}
