"""Cells of a list of crimes by which a row is none, or more than one."""

import pytest

from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows
from tests.returns.test_causes import read_as

IN_EVERY = pytest.mark.parametrize("name", FORMATS)
HEADINGS = ["Crime ref", "Recorded", "Offence", "Victim sex", "Victim age"]


def crimes(column: int, *texts: str, number: int = 8) -> Rows:
    """So many crimes, the first ones with these texts in a column."""
    rows = [
        [f"K/{n}", f"2021-0{n % 5 + 4}-03", "Stalking", "F", "13"] for n in range(11, 11 + number)
    ]
    for row, text in zip(rows, texts, strict=False):
        row[column] = text
    return [HEADINGS, *rows]


def stops(rows: Rows, name: str = "a.xlsx") -> list[str]:
    return [each.message for each in read_as(rows, [], name).problems if each.stops]


@IN_EVERY
@pytest.mark.parametrize(
    "text",
    ["K/7 no-crime", "K/31 to 39", "Dup of K/2", "K/7 (void)", "K/7 & K/8", "K/7, K/8", "K/7 x3",
     "K/7-K/9", "Tester", "Subtotal", "K/7?", "K/7/K/8", "See K/9"],
)  # fmt: skip
def test_words_in_a_column_of_references_are_asked_about(name, text):
    (asked,) = stops(crimes(0, text), name)
    assert asked == (
        f"“Crime ref” is no number of one crime in 1 of the rows (1 “{text}”), and each row was "
        "counted as a crime. Is each row one?"
    )


@pytest.mark.parametrize(
    "texts",
    [
        [f"Crime {n}" for n in range(8)], [f"CR {n} 4{n}/21" for n in range(8)],
        ["DC 71/21", "DC 72/21"], [f"42CY/{n}/21" for n in range(8)], ["K/12a", "K/12b"],
        [f"2021{n}" for n in range(8)], [f"No. {n}" for n in range(8)], ["KNT-2021-7", "44/7.1"],
        [f"KNT {n} 21" for n in range(3)],
    ],
)  # fmt: skip
def test_references_of_any_shape_that_comes_again_ask_nothing(texts):
    assert stops(crimes(0, *texts)) == []


def test_a_range_of_plain_numbers_is_no_number_of_one_crime():
    (asked,) = stops(crimes(0, "7100231-7100235", *(f"710024{n}" for n in range(7))))
    assert "(1 “7100231-7100235”)" in asked


@IN_EVERY
@pytest.mark.parametrize(
    ("column", "text"),
    [
        (2, "2 x Stalking"), (2, "Harm (4 counts)"), (2, "Stalking x 2"), (2, "Stalking x2"),
        (2, "Two offences"), (2, "Rape, 3 victims"),
        (3, "2 boys"), (3, "Female x 2"), (3, "M & F"), (3, "Both"), (3, "Male/Female"),
        (3, "M;M"), (3, "Female, female"), (3, "Girl and girl"),
        (4, "15 & 11"), (4, "11 and 15"), (4, "15-11"), (4, "11/15"),
    ],
)  # fmt: skip
def test_several_crimes_or_victims_in_a_cell_are_asked_about(name, column, text):
    (asked,) = stops(crimes(column, text), name)
    assert asked == (
        f"“{HEADINGS[column]}” may name more than one crime or victim in 1 row (1 “{text}”), and "
        "each row was counted as one crime. Is each row one?"
    )


@pytest.mark.parametrize(
    ("column", "texts"),
    [
        (2, ["Rape of a female aged 13 to 15", "Assault on a female under 13"]),
        (2, ["1 x Stalking"]), (2, ["Stalking x 1", "Threats x1"]),
        (2, ["Rape by two or more men", "Threats - s5(2) of the Act"]),
        (3, ["Girl", "Female victim", "Unknown", "Boy", "F - Female", "F/Female"]),
        (4, ["12 & under", "13 years", "9-11"]),
        (4, ["12 & 13"] * 4 + ["14 & 15"] * 4), (4, ["16/17"] * 8),
    ],
)  # fmt: skip
def test_one_crime_and_one_victim_ask_nothing(column, texts):
    assert stops(crimes(column, *texts)) == []
