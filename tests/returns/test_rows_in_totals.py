"""Two rows or columns alike, of which a total counts both, are two things."""

import pytest

from offences.returns.formats.files import FileContents
from offences.returns.reader import read_sheets
from tests.returns.grids import Rows, sheet_of

HEAD = ["Offence", "2017/18", "2018/19"]
ASKED = "counts both"


def asked(rows: Rows) -> list[str | None]:
    found = read_sheets("a.xlsx", FileContents([sheet_of(rows, "Data")]))
    return [p.cell for p in found.problems if ASKED in p.message and p.stops]


@pytest.mark.parametrize(
    ("total", "cells"), [((72, 76), ["B4"]), ((42, 45), []), ((72, 45), ["B4"]), ((42, 76), ["C4"])]
)
def test_a_row_that_a_total_counts_twice_is_asked_about(total, cells):
    rows: Rows = [HEAD, ["Grooming", 12, 14], ["Rape", 30, 31], ["Rape", 30, 31]]
    assert asked([*rows, ["Total", *total]]) == cells


def test_a_column_that_a_total_counts_twice_is_asked_about():
    rows: Rows = [["Year", "Grooming", "Rape", "Rape", "Total"], ["2017/18", 12, 30, 30, 72]]
    assert asked([*rows, ["2018/19", 14, 31, 31, 76]]) == ["D2"]
    once: Rows = [rows[0], ["2017/18", 12, 30, 30, 42], ["2018/19", 14, 31, 31, 45]]
    assert asked(once) == []


def test_rows_of_other_labels_with_the_same_numbers_are_not():
    rows: Rows = [HEAD, ["Grooming", 30, 31], ["Rape", 30, 31], ["Total", 60, 62]]
    assert asked(rows) == []
    assert asked([HEAD, ["Rape", 30, 31], ["Rape", 30, 31]]) == []
