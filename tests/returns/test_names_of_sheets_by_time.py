"""A sheet’s name that says what its years and quarters are is asked about only if they differ."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.imports.files import ods_of, xlsx_of
from tests.returns.grids import Rows

SEXES: Rows = [["Sex", "2018/19", "2019/20"], ["Girls", 80, 90], ["Boys", 44, 50]]
PLAIN: Rows = [["Sex", "2018", "2019"], *SEXES[1:]]
DOWN: Rows = [["Year", "Girls", "Boys"], ["2018", 80, 44], ["2019", 90, 50]]
QUARTERS: Rows = [["2018/19", "Q1", "Q2", "Q3", "Q4", "Total"], ["Girls", 10, 12, 11, 13, 46],
                  ["Boys", 1, 2, 1, 3, 7]]  # fmt: skip
YEAR = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"]
MONTHS: Rows = [["2018/19", *YEAR],
                ["Girls", *range(3, 15)]]  # fmt: skip
WRITERS = {"a.xlsx": xlsx_of, "a.ods": ods_of}


def read(file: str, name: str, rows: Rows) -> ReadFile:
    return read_sheets(file, open_file(WRITERS[file]({name: rows}), file))


def asked_of_name(found: ReadFile, name: str) -> bool:
    return any(f"“{name}" in each.message for each in found.problems)


@pytest.mark.parametrize("file", WRITERS)
@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("Quarterly", QUARTERS),
        ("By quarter", QUARTERS),
        ("Monthly data", MONTHS),
        ("Cal", PLAIN),
        ("Cal years", DOWN),
        ("Fin years", SEXES),
    ],
)
def test_a_name_that_says_what_the_counts_are_in_any_case_is_no_question(name, rows, file):
    assert not asked_of_name(read(file, name, rows), name)


@pytest.mark.parametrize("file", WRITERS)
@pytest.mark.parametrize(
    ("name", "rows"), [("Quarterly", SEXES), ("By quarter", PLAIN), ("Cal", SEXES)]
)
def test_one_that_says_something_else_is(name, rows, file):
    assert asked_of_name(read(file, name, rows), name)


@pytest.mark.parametrize("file", WRITERS)
@pytest.mark.parametrize("name", ["FY", "Financial years", "Financial year"])
@pytest.mark.parametrize("rows", [PLAIN, DOWN])
def test_plain_years_on_a_sheet_of_financial_years_are_asked_about(rows, name, file):
    found = read(file, name, rows)
    assert any("is called a financial year" in each.message for each in found.problems)
    counts = [each for table in found.tables for each in table.observations]
    assert {each.year for each in counts} == {"2018/19", "2019/20"}
