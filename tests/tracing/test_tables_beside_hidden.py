"""An empty cell keeps its place in a row, so each number is read under its own heading."""

import pytest

from offences.tracing.hidden_numbers.text_tables import tables_in
from tests.tracing.test_withheld import told


def cells(text):
    return [[text[slice(*cell)] for cell in row] for table in tables_in(text) for row in table.rows]


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("| Kik | 3 | 4 |", ["Kik", "3", "4"]),
        ("Kik | 3 | 4", ["Kik", "3", "4"]),
        ("  | Kik | 3 | 4 |  ", ["Kik", "3", "4"]),
        ("- Kik | 3 | 4", ["Kik", "3", "4"]),
        ("|| 3 | 4 |", ["", "3", "4"]),
        ("| | 3 | 4 |", ["", "3", "4"]),
        (" |  | 3 | 4", ["", "3", "4"]),
        ("| Kik || 4 |", ["Kik", "", "4"]),
        ("| Kik | 3 | |", ["Kik", "3", ""]),
        ("| Kik | 3 ||", ["Kik", "3", ""]),
        ("| Kik | 3 |  |  ", ["Kik", "3", ""]),
        ("| | | |", ["", "", ""]),
    ],
)
def test_one_bar_at_either_end_of_a_row_is_its_frame_and_the_others_part_cells(row, read):
    assert cells(f"App | 2017/18 | 2018/19\n{row}\nSnapchat | 41 | 42")[1] == read


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("| Northshire | 3 | |", ["3 | facebook"]),
        ("| Northshire | 3 ||", ["3 | facebook"]),
        ("| Northshire | 3 | 41 |", ["3 | facebook"]),
        ("| Northshire | | 41 |", []),
        ("|| 3 | 41 |", ["3 | facebook"]),
    ],
)
def test_a_number_is_of_the_hidden_part_over_it_whatever_cells_are_empty(row, found):
    heads = "| Northshire | Facebook | Snapchat |\n|---|---|---|"
    assert told(f"{heads}\n{row}") == found
