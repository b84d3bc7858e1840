"""Tables one below the other, each with its year in the corner, are read as so many tables."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows

YEARS = ["2025/26", "2024/25"]
SEXES, AGES = ["Girls", "Boys", "Total"], ["10 to 13", "14 to 17"]
OF = {YEARS[0]: [10, 5, 15], YEARS[1]: [22, 7, 29]}


def stacked(heads: list[str], labels: list[str], gap: int) -> Rows:
    rows: Rows = []
    for year, counts in OF.items():
        rows += [[""] * (len(heads) + 1)] * gap if rows else []
        rows += [[year, *heads], *([label, *counts[: len(heads)]] for label in labels)]
    return rows


LAYOUTS = [
    stacked(SEXES, ["Rape", "Grooming"], 1),
    stacked(SEXES, ["0 to 12", "13 to 17"], 2),
    stacked(AGES, ["Girls", "Boys"], 0),
    stacked(["Offences"], ["Rape", "Grooming"], 1),
]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.pdf"])
@pytest.mark.parametrize("rows", LAYOUTS)
def test_each_year_in_a_corner_is_of_the_rows_below_it(rows, name):
    found = read_sheets(name, open_file(EVERY_FORMAT[name](rows, []), name))
    assert not [each.message for each in (*found.problems, *found.conflicts) if each.stops]
    counts = [each for table in found.tables for each in table.observations]
    wide = len(rows[0]) - 1
    for year, values in OF.items():
        own = [each.value for each in counts if each.year == year]
        assert own == values[:wide] * 2, year


def test_a_row_of_a_year_whose_counts_are_no_headings_is_one_of_its_table():
    rows: Rows = [["2025/26", *AGES], ["Girls", 10, 5, 15], ["2024/25", 10, 5, 15]]
    found = read_sheets("a.csv", open_file(EVERY_FORMAT["a.csv"](rows, []), "a.csv"))
    assert len(found.tables) == 1
