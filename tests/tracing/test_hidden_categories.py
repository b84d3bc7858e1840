"""What of that which is said a release hides: ages of a band, crossings, what is left of both."""

import pytest

from offences.tracing.evidence.category import NamedCategory, category_of_part
from offences.tracing.hidden_numbers.age_limits import ages_by_their_ends
from offences.tracing.hidden_numbers.hidden import Hiding
from tests.tracing.test_hidden_numbers import age, part

EIGHT, NINE, TEN = age(8), age(9), age(10)
BAND = frozenset({NamedCategory("age", "", 8, 9)})
GIRLS, BOYS, KIK = part("girls"), part("boys"), part("Kik")
SHOWN = {TEN: frozenset({20}), KIK: frozenset({30}), GIRLS | TEN: frozenset({19})}
RANGES = {EIGHT: (1, 4), NINE: (0, 4), BAND: (1, 4)}


def hiding(*hidden):
    return Hiding(frozenset(hidden), SHOWN, ranges=RANGES)


@pytest.mark.parametrize(
    ("said", "touched"),
    [
        (EIGHT, [EIGHT]),
        (BAND, [EIGHT, NINE]),
        (frozenset({NamedCategory("age", "", 9, 12)}), [NINE]),
        (frozenset({NamedCategory("age", "", 5, 8)}), [EIGHT]),
        (TEN, []),
        (frozenset({NamedCategory("age", "", 10, 12)}), []),
        (frozenset({NamedCategory("age", "", 5, 7)}), []),
        (BOYS, []),
        (BOYS | KIK, [BOYS | KIK]),
        (GIRLS | KIK, []),
        (BOYS | KIK | BAND, [EIGHT, NINE, BOYS | KIK]),
    ],
)
def test_what_is_said_touches_what_is_hidden_of_it(said, touched):
    hidden = hiding(BOYS | KIK, NINE, EIGHT)
    assert hidden.touched(said) == touched
    assert hidden.touches(said) is bool(touched)


def test_a_band_with_a_number_of_its_own_tells_none_of_its_ages():
    hidden = Hiding(frozenset({EIGHT}), {BAND: frozenset({12})})
    assert hidden.touched(EIGHT) == [EIGHT]
    assert hidden.touched(BAND) == []


@pytest.mark.parametrize(
    ("said", "before", "do_they"),
    [(BOYS, KIK, True), (KIK, BOYS, True), (GIRLS, KIK, False), (EIGHT, KIK, False)],
)
def test_a_hidden_crossing_is_of_what_is_said_and_of_what_was_said_before(said, before, do_they):
    assert hiding(BOYS | KIK, EIGHT).crosses(said, before) is do_they


@pytest.mark.parametrize(
    ("of", "said", "may"),
    [
        (EIGHT, frozenset(), False),
        (NINE, frozenset(), True),
        (BAND, frozenset(), False),
        (BAND, BAND, False),
        (BAND, EIGHT, True),
        (BAND, NINE, True),
        (BAND, TEN, False),
        (BAND, age(7), False),
        (KIK, frozenset(), True),
    ],
)
def test_a_number_may_be_zero_unless_its_range_says_otherwise(of, said, may):
    assert hiding(EIGHT, NINE, BAND, KIK).may_be_none(of, said) is may


def test_the_other_sex_of_a_hidden_crossing_is_hidden_where_both_together_are_shown():
    assert hiding(BOYS | TEN).with_other_sex().hidden == {BOYS | TEN}  # nineteen were girls
    assert hiding(BOYS | KIK).with_other_sex().hidden == {BOYS | KIK, GIRLS | KIK}
    assert hiding(BOYS | NINE).with_other_sex().hidden == {BOYS | NINE}


@pytest.mark.parametrize(
    ("said", "among", "left"),
    [
        ("girls", GIRLS, BOYS),
        ("boys", BOYS, frozenset()),
        ("girls", GIRLS | KIK, BOYS),
        ("Kik", KIK, frozenset()),
    ],
)
def test_without_a_part_the_hidden_one_of_its_kind_is_left(said, among, left):
    assert hiding(BOYS, EIGHT).without(category_of_part(said), among) == left


def test_of_a_crossing_the_other_part_must_be_among_what_is_said():
    hidden, girls = hiding(BOYS | KIK), category_of_part("girls")
    assert hidden.without(girls, GIRLS | KIK) == BOYS | KIK
    assert hidden.without(girls, GIRLS) == frozenset()


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("The victims were between nine and 16.", [(0, 8), (9, 16), (17, 17)]),
        ("The victims were between nine and 17.", [(0, 8), (9, 17)]),
    ],
)
def test_both_ends_of_the_ages_say_that_there_were_none_beyond_them(text, ages):
    found = [mention.slot for mention in ages_by_their_ends(text)]
    assert [(each.low, each.high) for each in found] == ages
