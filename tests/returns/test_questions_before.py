"""“How many of those …?” over a table of its own: “those” are what the table before it counts."""

import pytest

from offences.returns.found_tables import find_all
from offences.returns.result import ReadFile
from offences.returns.sheet_reader import read_tables
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, sheet_of
from tests.returns.test_causes import observations, read_as

RAPE, GROOMING = (f"How many offences of {each} were recorded?" for each in ("rape", "grooming"))
ALL = "How many offences were recorded?"
SNAPCHAT = "How many of those were on Snapchat?"


def tables_of(*questions: str) -> Rows:
    """A table for each question, whose counts begin with its number: 21, 22, 23, 24."""
    rows: Rows = []
    for n, question in enumerate(questions, 1):
        table = [["Age", "2018/19", "2019/20"], ["0-12", *_counts(n)], ["13-17", *_counts(n, 2)]]
        rows += [[question, "", ""], *table, ["", "", ""]]
    return rows[:-1]


def _counts(number: int, more: int = 0) -> list[int]:
    return [10 * number + more + 1, 10 * number + more + 2]


def labels_of(read: ReadFile, number: int) -> set[tuple[str | None, ...]]:
    found = [each for each in observations(read) if str(each.value)[0] == str(number)]
    return {
        tuple(each.labels.get(role) for role in ("offence", "sex", "platform")) for each in found
    }


def asked(read: ReadFile) -> list[str]:
    return [each.message for each in read.problems if each.stops and "Are these" in each.message]


@pytest.mark.parametrize("before", [RAPE, "Table 1: Rape offences recorded"])
@pytest.mark.parametrize("name", FORMATS)
def test_those_are_what_the_question_before_is_about(before, name):
    read = read_as(tables_of(before, SNAPCHAT), [], name)
    assert {offence.casefold() for offence, _, _ in labels_of(read, 1) if offence} == {"rape"}
    assert {(o or "").casefold() for o, _, _ in labels_of(read, 2)} == {"rape"}
    assert {platform for _, _, platform in labels_of(read, 2)} == {"Snapchat"}
    assert asked(read) == []


@pytest.mark.parametrize("name", FORMATS)
def test_girls_of_those_and_then_boys_of_those_are_of_the_same(name):
    girls, boys = (f"Of these, how many were {each}?" for each in ("girls", "boys"))
    read = read_as(tables_of(RAPE, girls, boys), [], name)
    assert labels_of(read, 2) == {("rape", "girls", None)}
    assert labels_of(read, 3) == {("rape", "boys", None)}
    assert asked(read) == []


def test_those_are_of_the_nearest_question_where_each_has_its_own():
    read = read_as(tables_of(RAPE, SNAPCHAT, GROOMING, SNAPCHAT), [], "a.xlsx")
    assert labels_of(read, 2) == {("rape", None, "Snapchat")}
    assert labels_of(read, 4) == {("grooming", None, "Snapchat")}
    assert asked(read) == []


def test_those_of_all_offences_take_no_label():
    read = read_as(tables_of(ALL, SNAPCHAT), [], "a.xlsx")
    assert labels_of(read, 2) == {(None, None, "Snapchat")}
    assert asked(read) == []


def test_a_question_that_says_itself_what_those_are_takes_no_label_of_the_table_before():
    rows = tables_of(RAPE, SNAPCHAT)
    rows.insert(5, [GROOMING, "", ""])
    assert labels_of(read_as(rows, [], "a.xlsx"), 2) == {("grooming", None, "Snapchat")}


@pytest.mark.parametrize(
    "questions",
    [
        (RAPE, GROOMING, SNAPCHAT),  # of both, or of the second
        (RAPE, SNAPCHAT, "How many of those had a female victim?"),  # of all rapes, or on Snapchat
        (ALL, SNAPCHAT, "How many of those had a female victim?"),
        ("How many were on Facebook?", SNAPCHAT),
        (RAPE, ALL, SNAPCHAT),
    ],
)
@pytest.mark.parametrize("name", FORMATS)
def test_it_stops_where_nobody_knows_which_those_are(questions, name):
    read = read_as(tables_of(*questions), [], name)
    assert [questions[-1] in each for each in asked(read)] == [True]


@pytest.mark.parametrize(("before", "stops"), [(RAPE, 1), (ALL, 0)])
def test_those_on_the_sheet_before_are_asked_about_if_it_names_something(before, stops):
    found = find_all([sheet_of(tables_of(before), "Q1"), sheet_of(tables_of(SNAPCHAT), "Q2")])
    problems = [each for on in found for each in read_tables(on).problems if each.stops]
    assert [(each.sheet, SNAPCHAT in each.message) for each in problems] == [("Q2", True)] * stops
