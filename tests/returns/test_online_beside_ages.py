"""“Online” beside “Recorded” and ages: which of the two was asked for, and it is no age."""

import pytest

from tests.returns.every_format import Merged
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

NAMES = ["a.xlsx", "a.csv", "a.docx"]
NO_MERGE: Merged = []
WHICH = "Which of the two was asked for?"
WIDE, TURNED = "wide", "turned"

type Columns = dict[str, list[object]]


def rows_of(columns: Columns, layout: str) -> Rows:
    """The same counts with the labels across, or down."""
    lines: Rows = [["" if layout == TURNED else "Year", "2018/19", "2019/20"]]
    lines += [[text, *counts] for text, counts in columns.items()]
    return lines if layout == TURNED else [list(row) for row in zip(*lines, strict=True)]


def asked(rows: Rows, name: str) -> list[str]:
    found = read_as(rows, NO_MERGE, name)
    return [p.message for p in found.problems if p.stops and p.message.endswith(WHICH)]


def roles(rows: Rows, name: str) -> dict[str, str]:
    found = observations(read_as(rows, NO_MERGE, name))
    return {text: role for each in found for role, text in each.labels.items()}


ALL: Columns = {"Recorded": [420, 480]}
ONLINE: Columns = {"Online": [42, 48]}
AGES: Columns = {"Under 13": [11, 12], "13-17": [25, 28]}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("layout", [WIDE, TURNED])
@pytest.mark.parametrize("columns", [
    ALL | ONLINE | AGES,
    ONLINE | ALL | AGES,
    AGES | ALL | ONLINE,
    {"Offences": [420, 480], "Cyber flagged": [42, 48]} | AGES,
    {"Recorded": ["n/a", 480], "Online": [42, "n/a"]} | AGES,
    {"Recorded": [420, "-"], "Online": ["-", 48]} | AGES,
])  # fmt: skip
def test_it_is_asked_which_was_meant_and_no_age_is_named_online(columns, layout, name):
    rows = rows_of(columns, layout)
    assert len(asked(rows, name)) == 1
    assert not {"Online", "Cyber flagged"} & {*roles(rows, name)}
    assert roles(rows, name)["Under 13"] == "age"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("layout", [WIDE, TURNED])
def test_of_all_that_are_online_it_is_not_asked(layout, name):
    both = {"Recorded": [42, 48], "Online": [42, 48]}
    assert not asked(rows_of(both | AGES, layout), name)
    assert not asked(rows_of(ALL | AGES, layout), name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("layout", [WIDE, TURNED])
def test_without_a_count_of_all_online_has_to_be_named(layout, name):
    """Beside ages alone it may be all of them, or one of several parts."""
    parts: Columns = {"Under 13": [31, 33], "13-17": [11, 12], "Online": [9, 10]}
    assert roles(rows_of(parts, layout), name)["Online"] == "age"


@pytest.mark.parametrize("name", NAMES)
def test_online_beside_forces_is_none_of_all(name):
    columns = {"Total": [42, 45], "Online": [9, 10], "Essex": [31, 33], "Kent": [11, 12]}
    assert roles(rows_of(columns, WIDE), name)["Online"] == "force"
