"""Counts of all are held against those of girls and boys, wherever in the file these are."""

import pytest

from offences.returns.checks.parts_by_sex import parts_by_sex
from offences.returns.sheet_reader import read_sheet
from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows, sheet_of
from tests.returns.test_causes import read_as

OF_ALL: Rows = [["Offence", "2018/19"], ["Stalking", 52], ["Threats", 35]]


def reported(*sheets: Rows) -> list[str]:
    read = (read_sheet(sheet_of(rows, f"S{n}")) for n, rows in enumerate(sheets))
    return [each.message for each in parts_by_sex([t for each in read for t in each.tables])]


def by_sex(*counts: object, last: str = "") -> Rows:
    heads = ["Offence", "Girls", "Boys", *([last] if last else [])]
    size = len(heads) - 1
    return [["Offences in 2018/19"], [], heads,
            ["Stalking", *counts[:size]], ["Threats", *counts[size:]]]  # fmt: skip


def test_a_count_that_its_parts_by_sex_do_not_give_is_reported():
    assert reported(OF_ALL, by_sex(34, 11, 20, 15)) == [
        "52 is the count of all, and those by sex (B4 to C4 of “S1”) add up to 45."
    ]


@pytest.mark.parametrize(
    "split",
    [
        by_sex(34, 18, 20, 15),
        by_sex(34, 11, 7, 20, 12, 3, last="Not known"),
        by_sex(34, "<5", 20, "<5"),
        by_sex(3, 1, 2, 5),  # of another thing
    ],
)
def test_parts_that_agree_are_withheld_or_are_of_another_thing_are_not(split):
    assert not reported(OF_ALL, split)


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_parts_in_the_same_table_are_of_the_same_thing(name):
    rows: Rows = [["Offence", "Sex", "2018/19"], ["Stalking", "", 52], ["Stalking", "Girls", 34],
                  ["Stalking", "Boys", 11]]  # fmt: skip
    found = [each.message for each in read_as(rows, [], name).conflicts]
    assert [each for each in found if each.startswith("52 is the count of all")]


YEARS = ["2018/19", "2019/20"]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    ("counts", "is_asked"), [((34, 20, 18, 11), False), ((34, 20, 11, 11), True)]
)
def test_girls_and_boys_below_the_only_offence_are_its_parts_or_asked_about(counts, is_asked, name):
    rows: Rows = [["Offence", *YEARS], ["Stalking", 52, 31], ["Girls", *counts[:2]],
                  ["Boys", *counts[2:]]]  # fmt: skip
    found = read_as(rows, [], name)
    girls = next(o for table in found.tables for o in table.observations if o.value == 34)
    assert ("offence" in girls.labels) is not is_asked
    assert any("a part of “Stalking”" in each.message for each in found.problems) is is_asked


def test_below_a_title_or_several_offences_they_are_of_all():
    for first in ([["Online sexual offences", 52, 31]], [["Stalking", 52, 31], ["Threats", 9, 8]]):
        rows: Rows = [["Offence", *YEARS], *first, ["Girls", 34, 20], ["Boys", 11, 11]]
        found = read_as(rows, [], "a.xlsx")
        assert not [each for each in found.problems if "a part of" in each.message]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    ("of_all", "counts", "is_asked"),
    [
        ((67, 29), (41, "<5", 26, "<5"), False),
        (("*", 29), ("*", 18, 0, 11), False),
        ((67, 29), (41, "<5", 20, "<5"), True),
        ((67, 29), (41, "<5", 26, 38), True),
        ((0, 29), (0, "<5", 0, "<5"), True),
        ((67, 29), ("<5", "<5", 26, 11), True),
    ],
)
def test_withheld_counts_of_girls_and_boys_leave_it_to_the_others(of_all, counts, is_asked, name):
    rows: Rows = [["Offence", *YEARS], ["Stalking", *of_all], ["Girls", *counts[:2]],
                  ["Boys", *counts[2:]]]  # fmt: skip
    found = read_as(rows, [], name)
    own = [o for table in found.tables for o in table.observations if "sex" in o.labels]
    assert [("offence" in each.labels) for each in own] == [not is_asked] * 4
    assert any("a part of “Stalking”" in each.message for each in found.problems) is is_asked
