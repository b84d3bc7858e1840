"""Ages in a list without the word are known by the released numbers beside them."""

import pytest

from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.hidden_numbers.age_rows import bare_ages, listed_ages, rows_of_ages
from tests.tracing.test_hidden_numbers import told


def age(low, high=None):
    return NamedCategory("age", "", low, high or low)


AGES = [age(0, 7), *(age(n) for n in range(8, 17)), age(12, 15)]
SHOWN = {
    frozenset({each}): {number}
    for each, number in ((age(12), 25), (age(13), 31), (age(12, 15), 90), (age(0, 7), 6))
}


def rows(text):
    """The ages of a list in order, and the words at which its numbers begin."""
    labels, counts = rows_of_ages(text, AGES, SHOWN)
    assert all(str(each.slot.low) in text[each.start : each.end] for each in labels)
    found = sorted((each.slot.low, each.slot.high) for each in labels)
    return found, sorted(text[at:].split()[0].strip(".,;)") for at in counts)


@pytest.mark.parametrize(
    ("text", "ages", "numbers"),
    [
        ("12: 25, 13: 31, 9: 3", [(9, 9), (12, 12), (13, 13)], ["25", "3", "31"]),
        ("12 (25), 13 (31), 9 (3)", [(9, 9), (12, 12), (13, 13)], ["25", "3", "31"]),
        ("12 had 25 and 13 had 31.", [(12, 12), (13, 13)], ["25", "31"]),
        ("12, 25; 13, 31", [(12, 12), (13, 13)], ["25", "31"]),
        ("12-15: 90, 13: 31", [(12, 15), (13, 13)], ["31", "90"]),
        ("12 to 15: 90; 0-7: 6; 8 to 11: 12", [(0, 7), (8, 11), (12, 15)], ["12", "6", "90"]),
        ("12 (25), 13 (31), 9 withheld", [(9, 9), (12, 12), (13, 13)], ["25", "31"]),
        ("12: 25, 13: 31, 9: 1 to 4", [(9, 9), (12, 12), (13, 13)], ["25", "31"]),
        ("12: 25, 13: 31, 17: 2", [(12, 12), (13, 13)], ["25", "31"]),
        ("25 were 12. 31 were 13; 9: 4", [(9, 9), (12, 12), (13, 13)], ["4"]),
    ],
)
def test_two_rows_with_their_released_numbers_make_a_list_of_ages(text, ages, numbers):
    assert rows(text) == (ages, numbers)


@pytest.mark.parametrize(
    "text", ["12: 25, 17: 3", "12: 25", "12: 26, 13: 32", "10: 2, 9: 3, 11: 1", ""]
)
def test_one_row_or_other_numbers_make_none(text):
    assert rows(text) == ([], [])


def test_one_band_is_enough_without_the_word():
    assert rows("12-15: 90, 9: 3") == ([(9, 9), (12, 15)], ["3", "90"])
    assert rows("12-15: 91, 9: 3") == ([], [])


@pytest.mark.parametrize("word", ["Age", "Aged", "By age", "The ages"])
def test_one_row_is_enough_behind_the_word_age(word):
    assert rows(f"{word}: 12: 25 but 9: 3") == ([(9, 9), (12, 12)], ["25", "3"])
    assert rows(f"{word}{' then' * 20} 12: 25 but 9: 3") == ([], [])
    assert rows(f"12: 25 but 9: 3 {word}") == ([], [])


@pytest.mark.parametrize(
    ("text", "ages", "numbers"),
    [
        ("Eight: three. Nine: two.", [8, 9], ["three", "two"]),
        ("At 12, five; at ten, four", [10, 12], ["five", "four"]),
        ("Two at nine and four at ten", [9, 10], ["Two", "four"]),
        ("8 *, 9 *, 10 12, 11 23", [8, 9, 10, 11], ["12", "23"]),
        ("8 3; 9 [c]; 10 12", [8, 9, 10], ["3", "12"]),
        ("8 3, 10 12, 12 25", [], []),
        ("8 3, 9 12", [], []),
    ],
)
def test_ages_in_order_of_which_one_is_hidden_need_no_released_number(text, ages, numbers):
    labels, counts = rows_of_ages(text, AGES, SHOWN)
    assert sorted(each.slot.low for each in labels) == ages
    assert sorted(text[at:].split()[0].strip(".,;)") for at in counts) == sorted(numbers)


def test_a_list_ends_where_the_next_row_is_far_away():
    near, far = " x" * 20, " x" * 60
    both = [(12, 12), (13, 13)]
    assert rows(f"12: 25, 13: 31.{near} 9: 3")[0] == [(9, 9), *both]
    assert rows(f"9: 3{near} 12: 25, 13: 31")[0] == [(9, 9), *both]
    assert rows(f"12: 25, 13: 31.{far} 9: 3") == (both, ["25", "31"])
    assert rows(f"9: 3{far} 12: 25, 13: 31") == (both, ["25", "31"])


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("13 was the peak age.", [(13, 13)]),
        ("13 was the highest of all ages.", [(13, 13)]),
        ("12 to 15 was the top age band.", [(12, 15)]),
        ("12-13 was the worst age.", [(12, 13)]),
        ("12, 13 and 14-year-olds", [(12, 12), (13, 13)]),
        ("12-, 13- and 14-year-olds", [(12, 12), (13, 13)]),
        ("9, 12 or 14 years old", [(12, 12)]),
        ("9 was the peak age.", []),
        ("13-14 was the peak age.", []),
        ("17 was the peak age.", []),
        ("13 was the age limit.", []),
        ("13 was the peak.", []),
        ("At 13, 15 were girls.", [(13, 13)]),
        ("Of those at 12, girls were most.", [(12, 12)]),
        ("Boys at 9 were two.", [(9, 9)]),
        ("13: girls *, boys 6", [(13, 13)]),
        ("At 13% girls were fewer.", []),
        ("At 13 per cent, girls were fewer.", []),
        ("At 17, girls were most.", []),
        ("Boys at 9 schools were asked.", []),
        ("13: girls and boys are hidden.", []),
    ],
)
def test_a_released_age_is_one_where_it_is_said_to_be(text, ages):
    found = [*bare_ages(text, AGES, SHOWN)]
    assert [(each.slot.low, each.slot.high) for each in found] == ages
    assert all(text[each.start : each.end].startswith(str(each.slot.low)) for each in found)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("The figures for 8, 9 and 10 are withheld.", [(8, 8), (9, 9), (10, 10)]),
        ("The figures for 12 to 15 are withheld.", [(12, 15)]),
        ("The figures for 17 and 18 are withheld.", []),
        ("She was about to turn 17.", [(17, 17)]),
        ("Nine, ten and 11: those were the ages.", [(9, 9), (10, 10), (11, 11)]),
        ("8, 8 and 9 are all the ages.", [(8, 8), (9, 9)]),
        ("Nine was the age limit.", []),
        ("18, 19 and 20 were the ages.", []),
    ],
)
def test_each_number_of_a_list_of_ages_is_one(text, ages):
    found = [each.slot for each in listed_ages(text, AGES, [])]
    assert found == [age(low, high) for low, high in ages]


def test_an_age_of_a_list_is_where_its_number_stands_and_is_none_where_one_is_named():
    text = "The figures for 8, 9 and 10 are withheld."

    def found(*named):
        return [text[m.start : m.end] for m in listed_ages(text, AGES, named)]

    assert found() == ["8", "9", "10"]
    assert found(Mention(16, 17, age(8))) == ["9", "10"]


def test_a_limit_at_the_end_of_a_row_is_a_number_whatever_the_next_row_begins_with():
    table = "Offences by age in Northshire, 2018/19\n8 years: under 4\n12 years: 25\n13 years: 31"
    assert told(table)
