"""A sheet named “Q3” may be of a quarter: its counts are of a whole year only if a person says."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.imports.files import xlsx_of
from tests.returns.grids import Rows

HEAD: list[object] = ["Offence", "2017/18", "2018/19"]
ROWS: Rows = [HEAD, ["Stalking", 31, 27], ["Incest", 12, 14]]
SEXES: Rows = [["Sex", *HEAD[1:]], ["Girls", 31, 27], ["Boys", 12, 14]]
BY_AGE: Rows = [["Offence", "Age", *HEAD[1:]], ["Stalking", "Under 13", 20, 11],
                ["Incest", "Under 13", 5, 6]]  # fmt: skip
BY_SEX: Rows = [["Offence", "Sex", *HEAD[1:]], ["Stalking", "Girls", 19, 18],
                ["Incest", "Girls", 8, 7]]  # fmt: skip
TOTALS: Rows = [["Year", "Offences"], ["2017/18", 43], ["2018/19", 41]]
PLACES: Rows = [["Location", *HEAD[1:]], ["Home", 3, 1], ["Park", 4, 2]]
DEVICES: Rows = [["Device", *HEAD[1:]], ["Phone", 3, 1], ["Tablet", 4, 2]]


def of_sheets(sheets: dict[str, Rows]) -> ReadFile:
    return read_sheets("a.xlsx", open_file(xlsx_of(sheets), "a.xlsx"))


def asked(sheets: dict[str, Rows]) -> list[str]:
    found = of_sheets(sheets)
    return [p.sheet for p in found.problems if p.stops and "Are they of that quarter" in p.message]


@pytest.mark.parametrize(
    "name", ["Q3", "Q2", "q4", "Qtr 2", "Q 2", "Q2 data", "(Q3)", "QTR4", "Q3 v1"]
)
def test_one_sheet_is_asked_about(name):
    found = of_sheets({name: ROWS})
    parts = {o.part_words for table in found.tables for o in table.observations}
    assert asked({name: ROWS}) == [name] or "" not in parts


def test_each_of_four_is_asked_about_though_their_counts_differ():
    sheets = {f"Q{n}": [HEAD, ["Stalking", n, 7], ["Incest", 12, n]] for n in range(1, 5)}
    assert asked(sheets) == ["Q1", "Q2", "Q3", "Q4"]
    assert asked({**sheets, "Notes": [["Offences recorded by the force"]]}) == [*sheets]


@pytest.mark.parametrize("rows", [ROWS, BY_AGE, TOTALS, PLACES])
def test_two_of_the_same_axes_are_asked_about_whatever_line_is_over_them(rows):
    assert asked({"Q1": rows, "Q2": rows}) == ["Q1", "Q2"]
    assert asked({"Q1": [["Spring term"], *rows], "Q3": [["Autumn term"], *rows]}) == ["Q1", "Q3"]
    assert asked({"Q1": rows, "Q2": rows, "Q3": SEXES}) == ["Q1", "Q2", "Q3"]


@pytest.mark.parametrize(
    "sheets",
    [
        {"Q1": ROWS, "Q2": SEXES},  # the answers to two questions
        {"Q1": ROWS, "Q2": BY_AGE, "Q3": BY_SEX},
        {"Q1": TOTALS, "Q2": ROWS, "Q3": BY_AGE, "Q4": PLACES},
        {"Q1": PLACES, "Q2": DEVICES},
        {"Q1": ROWS, "Q5": SEXES},
        {"Q1": ROWS, "Q2a": [HEAD, ["Threats", 3, 4]]},
        {"Question 1": ROWS},
        {"Q1": [["Q1. How many offences were recorded?"], [], *ROWS]},
        {"Q1": ROWS},
        {"Offences": ROWS},
        {"Data": ROWS, "Q&A": [["Who recorded them?"]]},
    ],
)
def test_the_answers_to_questions_are_not(sheets):
    assert not asked(sheets)


@pytest.mark.parametrize("heading", ["Financial year", "Calendar Year", "Fiscal years:"])
def test_one_sheet_with_a_heading_for_whole_years_is_not(heading):
    down: Rows = [[heading, "Girls", "Boys"], ["2017/18", 31, 27], ["2018/19", 12, 14]]
    ages: Rows = [[heading, "Age", "Number"], ["2017/18", "0-5", 27], ["2018/19", "0-5", 14]]
    over: Rows = [["Offence", heading, ""], *[["", "2017/18", "2018/19"], *ROWS[1:]]]
    for rows in (down, ages, over):
        assert not asked({"Q2": rows})
        assert asked({"Q1": rows, "Q2": rows}) == ["Q1", "Q2"]


def test_a_sheet_with_months_of_its_own_is_not():
    months: Rows = [["Offence", "Apr 2018", "May 2018", "Jun 2018"], ["Stalking", 31, 27, 20]]
    assert not asked({"Q1": months})
