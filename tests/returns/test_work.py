"""The work of a reading: it grows with the cells, ends at a budget, and is counted, not timed."""

import sys
from collections.abc import Callable
from types import FrameType
from unittest.mock import patch

import pytest

from offences.returns import observations
from offences.returns.__main__ import read_to_json
from offences.returns.checks.conflicts import find_conflicts
from offences.returns.checks.totals import MOST_WORK
from offences.returns.formats import files
from offences.returns.sheet_reader import read_sheet
from tests.imports.files import csv_of
from tests.returns.grids import Rows, sheet_of

YEARS = ["2016/17", "2017/18", "2018/19"]


def calls_of(act: Callable[[], object]) -> int:
    """The functions that are called meanwhile, each step of a generator among them."""
    count = 0

    def counted(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        act()
    finally:
        sys.setprofile(before)
    return count


# Each with other words in every size, because what was understood once is not worked out again.


def list_of_crimes(size: int) -> Rows:
    heading = ["Year", "Offence", "Suburb"]
    return [heading, *([YEARS[i % 3], "Rape", f"Place {size} {i}"] for i in range(size))]


def one_table(size: int) -> Rows:
    return [["Offence", *YEARS], *([f"Stalking {size} {i}", 12, 14, 16] for i in range(size))]


def groups_of_sexes(size: int) -> Rows:
    rows: Rows = [["Row Labels", *YEARS]]
    for i in range(size // 3):
        rows += [[f"Stalking {size} {i}", 8, 8, 8], ["Girls", 5, 5, 5], ["Boys", 3, 3, 3]]
    return rows


def many_tables(size: int) -> Rows:
    rows: Rows = []
    for i in range(size // 4):
        rows += [[f"Stalking {size} {i}"], ["Sex", *YEARS], ["Girls", 1, 2, 3], ["Boys", 1, 2, 3]]
        rows += [[]]
    return rows


def many_columns(size: int) -> Rows:
    heading = ["Offence", *(f"Suburb {size} {i}" for i in range(size))]
    return [heading, *([f"Stalking {i}", *[4] * size] for i in range(5))]


def no_labels(size: int) -> Rows:
    rows = [["", 4, 5, 6] for _ in range(size)]
    return [["Offence", *YEARS], [f"Stalking {size}", 1, 2, 3], *rows]


def months_of_years(size: int) -> Rows:
    months = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"]
    rows = [["2018/19", f"Kind {n}", *range(n, n + 12), 12 * n + 66] for n in range(size // 4)]
    return [["Year", "Offence", *months, "Total"], *rows]


LAYOUTS = [list_of_crimes, one_table, groups_of_sexes, many_tables, many_columns, no_labels]
LAYOUTS += [months_of_years]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_sheet_twice_as_long_is_twice_the_work(layout, monkeypatch):
    def work(size: int) -> int:
        sheet = sheet_of(layout(size))
        return calls_of(lambda: find_conflicts(read_sheet(sheet).tables))

    work(8)  # what is worked out once for all
    monkeypatch.setattr(observations, "MOST_COMPARED", 4_000)
    assert work(320) < 2.3 * work(160)


def test_too_many_tables_are_not_compared_and_it_says_so():
    tables = []
    for number in range(40):
        rows: Rows = [["Sex", *YEARS], ["Girls", 11, 12, 13], ["Boys", 3, 4, 5]]
        total = ["Total", 14, 16, 18 + number]
        tables += read_sheet(sheet_of([*rows, total], name=f"Sheet {number}")).tables
    assert any("elsewhere" in each.message for each in find_conflicts(tables))
    with patch("offences.returns.checks.conflicts.MOST_WORK", MOST_WORK // 1_000):
        found = [each.message for each in find_conflicts(tables)]
    assert "Totals were not compared between tables: there are too many." in found
    assert not any("elsewhere" in message for message in found)


def test_a_file_with_more_cells_than_can_be_read_is_refused_with_both_numbers():
    rows = one_table(20)
    with patch.object(files, "MOST_FILLED", 83):
        said = read_to_json(csv_of(rows), "a.csv", "")
    assert "This file has 84 filled cells; 83 can be read at once." in said
    with patch.object(files, "MOST_FILLED", 84):
        assert "filled cells" not in read_to_json(csv_of(rows), "a.csv", "")
