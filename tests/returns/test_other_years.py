"""A table of one year, under a line or on a sheet that names another, is asked about."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.returns.grids import Rows, problems
from tests.returns.three_formats import FORMATS

COUNTS: Rows = [["Offence", "Number"], ["Rape", 40], ["Grooming", 14]]
DATED: Rows = [["Offence", "2024/25"], ["Rape", 40], ["Grooming", 14]]


def asked(rows: Rows, name: str = "Data") -> list[str]:
    found = [each for each in problems(rows, name) if "Which year are they of?" in each.message]
    assert all(each.stops and each.needs == "year" for each in found)
    return [each.message for each in found]


@pytest.mark.parametrize("name", ["2025-26", "2025/26", "FY 25-26", "25-26", "Offences 2025-26"])
@pytest.mark.parametrize("rows", [[["Online offences 2024/25"], *COUNTS], DATED])
def test_the_name_of_a_sheet_that_says_another_year_is_asked_about(rows, name):
    assert asked(rows, name) == [
        f"“{name}” says 2025/26, and the counts here were read as of 2024/25."
        " Which year are they of?"
    ]


@pytest.mark.parametrize("line", ["Online offences 2023/24", "Financial year 2023-24"])
def test_a_line_that_says_another_year_than_the_headings_is_asked_about(line):
    assert len(asked([[line], [], *DATED])) == 1


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        (DATED, "2024-25"),
        (DATED, "FOI 2025-26"),
        (DATED, "Sheet1"),
        (DATED, "Request 12 of 2025/26"),
        ([["Online offences 2024/25"], *COUNTS], "2024-25"),
        (COUNTS, "2025-26"),
        ([["Offence", "2023/24", "2024/25"], ["Rape", 40, 30]], "2025-26"),
        ([["Offences 2022/23 to 2024/25"], [], *DATED], "Data"),
        ([["Data extracted on 3 May 2025"], [], *DATED], "Data"),
        ([["FOI request of 2025/26"], [], *DATED], "Data"),
        ([["The flag was introduced in 2019/20."], [], *DATED], "Data"),
    ],
)
def test_a_year_that_is_none_of_the_counts_or_the_same_is_not(rows, name):
    assert not asked(rows, name)


@pytest.mark.parametrize("file", FORMATS)
def test_it_is_asked_in_every_format(file):
    rows: Rows = [["Online offences 2023/24", ""], *DATED]
    found = read_sheets(file, open_file(FORMATS[file](rows, []), file)).problems
    assert [each for each in found if "Which year are they of?" in each.message]
