"""Headings in the middle, or at the right, of the columns that they are over."""

import pytest

from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

WITHIN = "begins within a group of columns"
YEARS = ["2016/17", "2017/18", "2018/19"]


def table(above: list[str], below: list[str], *more: list[str]) -> Rows:
    """Two rows of counts, no two alike, below rows of headings."""
    size = len(below)
    counts = [[41 + n for n in range(size)], [71 + n for n in range(size)]]
    return [["", *above], *[["", *each] for each in more], ["Offence", *below],
            ["Stalking", *counts[0]], ["Threats", *counts[1]]]  # fmt: skip


def upper_and_questions(rows: Rows, name: str) -> tuple[list[str], list[str]]:
    """The nearest sex, app or offence of each count in the first row, and what is asked."""
    found = read_as(rows, [], name)
    kinds = ("sex", "platform", "age")
    counts = [each for each in observations(found) if 41 <= (each.value or 0) < 71]
    named = [next((o.labels[k] for k in kinds if k in o.labels), "") for o in counts]
    return named, [each.message for each in found.problems if each.stops]


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv", "a.docx"])
@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["", "Girls", "", "", "Boys", ""], YEARS * 2),
        (["", "Kik", "", "", "Viber", ""], YEARS * 2),
        (["", "Male", "", "", "", "Female", "", ""], ["2015/16", *YEARS] * 2),
    ],
)
def test_a_heading_in_the_middle_of_its_columns_is_over_all_of_them(above, below, name):
    named, questions = upper_and_questions(table(above, below), name)
    half = len(below) // 2
    first, second = filter(None, above)
    assert named == [*[first] * half, *[second] * half]
    assert not questions


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.docx"])
@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["", "Girls", "", "Boys"], YEARS[:2] * 2),  # over the last of its columns
        (["", "", "Girls", "", "", "Boys"], YEARS * 2),
        (["", "Girls", "", "", "Boys"], [*YEARS, *YEARS[:2]]),  # the last group is shorter
        (["", "Girls", "", "Boys", "", ""], YEARS * 2),  # one of two alone is in the middle
    ],
)
def test_a_heading_further_right_is_asked_about_once(above, below, name):
    named, questions = upper_and_questions(table(above, below), name)
    assert named == ["Boys" if c in below[:at] else "Girls" for at, c in enumerate(below)]
    assert [WITHIN in each for each in questions] == [True]


@pytest.mark.parametrize("name", ["a.xlsx", "a.docx"])
def test_a_heading_of_two_in_one_group_is_asked_about(name):
    rows = table(["Girls", "", "Boys", "", "", ""], YEARS * 2)
    _, questions = upper_and_questions(rows, name)
    assert any(WITHIN in each for each in questions)


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_headings_in_the_middle_of_three_levels_are_each_over_their_own(name):
    sexes = ["", "Girls", "", "", "Boys", ""] * 2
    rows = table(["", "", "", "Kik", *[""] * 5, "Viber", "", ""], YEARS * 4, sexes)
    found = observations(read_as(rows, [], name))[:12]
    assert [each.labels["platform"] for each in found] == [*["Kik"] * 6, *["Viber"] * 6]
    assert [each.labels["sex"] for each in found] == [*["Girls"] * 3, *["Boys"] * 3] * 2


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_a_first_column_of_the_same_kind_without_a_heading_is_asked_about(name):
    rows = table(["", "Girls", "", "Boys", ""], ["0-4", "5-9", "10-12", "13-14", "15-17"])
    _, questions = upper_and_questions(rows, name)
    assert [each for each in questions if "has no heading above it" in each]


ORDINARY = [
    (["Girls", "", "", "Boys", "", ""], YEARS * 2),
    (["Girls", "", "Boys", ""], YEARS[:2] * 2),
    (["Girls", "", "", "", "Boys", "", ""], ["13", "14", "15", "16", "12", "13", "14"]),
    (["Girls", "", "Boys", "", "Total"], [*YEARS[:2] * 2, ""]),
    (["", "Girls", "", "Boys", ""], ["Total", *YEARS[:2] * 2]),
    (["", "Girls", "", "Boys", ""], ["0-17", *["0-12", "13-17"] * 2]),
    (["", "", "Girls", "", "Boys", ""], YEARS[:2] * 3),  # of all, before each sex
]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
@pytest.mark.parametrize(("above", "below"), ORDINARY)
def test_a_heading_over_the_first_of_its_columns_is_no_question(above, below, name):
    _, questions = upper_and_questions(table(above, below), name)
    assert not [each for each in questions if WITHIN in each or "no heading above" in each]


def test_a_heading_that_is_merged_or_comes_again_is_no_question():
    rows = table(["", "Girls", "", "Boys"], YEARS[:2] * 2)
    again = table(["", "Revised", "", "Revised"], YEARS[:2] * 2, ["Girls", "", "Boys"])
    for found in (read_as(rows, [(1, 3, 1, 4)], "a.xlsx"), read_as(again, [], "a.csv")):
        assert not [each for each in found.problems if WITHIN in each.message]


def test_a_heading_further_right_on_a_page_is_asked_about():
    named, questions = upper_and_questions(table(["", "Girls", "", "Boys"], YEARS[:2] * 2), "a.pdf")
    assert named == ["Girls", "Girls", "Boys", "Boys"]
    assert [WITHIN in each for each in questions] == [True]


BEFORE = "has no heading above it"
GIRLS_AND_BOYS = ["Girls", "", "", "Boys"]


@pytest.mark.parametrize(
    ("above", "below", "merged"),
    [
        (GIRLS_AND_BOYS, YEARS[:2] * 2, [(1, 2, 1, 3)]),  # one of two is merged
        (["Girls", "", "", "", "Boys", ""], YEARS * 2, [(1, 2, 1, 4)]),
        (["", "Girls", "Boys", ""], YEARS[:2] * 2, [(1, 4, 1, 5)]),
        (["", "Girls", "", "Boys", ""], [*YEARS, *YEARS[1:]], []),  # a year more of girls
        (["", "Girls", "", "Boys", ""], ["0-8", *["9-12", "13-17"] * 2], []),
    ],
)
def test_a_column_that_no_heading_reaches_is_asked_about(above, below, merged):
    found = read_as(table(above, below), merged, "a.xlsx")
    assert [each.stops for each in found.problems if BEFORE in each.message] == [True]


@pytest.mark.parametrize(
    ("above", "below", "merged"),
    [
        (["Girls", "", "Boys", "", "Total"], [*YEARS[:2] * 2, ""], [(1, 2, 1, 3), (1, 4, 1, 5)]),
        (["Girls", "", "", "Boys"], [*YEARS[:2], "Total", "2018/19"], [(1, 2, 1, 3)]),
        (["Girls", "", "Boys", ""], YEARS[:2] * 2, [(1, 2, 1, 3)]),
        (["", "", "", "Girls", "", "Boys", ""], [*YEARS, *YEARS[1:] * 2], []),  # all, then each
        (["", "", "Girls", "", "Boys", ""], YEARS[:2] * 3, [(1, 6, 1, 7)]),
    ],
)
def test_totals_and_a_group_of_all_have_no_heading_to_ask_for(above, below, merged):
    found = read_as(table(above, below), merged, "a.xlsx")
    assert not [each for each in found.problems if BEFORE in each.message]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_a_heading_that_comes_twice_in_the_middle_is_asked_about(name):
    _, questions = upper_and_questions(table(["", "Online", "", "", "Online", ""], YEARS * 2), name)
    assert [each for each in questions if WITHIN in each]
