"""A table of one year, under a line or on a sheet that names another, is asked about."""

import pytest

from offences.returns.formats.files import FileContents, open_file
from offences.returns.reader import read_sheets
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, problems, sheet_of

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


SEVERAL: Rows = [["Offence", "2023/24", "2024/25"], ["Rape", 40, 30], ["Grooming", 14, 15]]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("2022/23", "Data"),
        ("Online offences 2022/23", "Data"),
        ("2026/27", "Data"),
        ("2021", "Data"),
        ("", "2022-23"),
        ("", "Offences 2021-22"),
    ],
)
def test_a_year_that_is_none_of_several_is_asked_about_over_them(line, name):
    (problem,) = problems([[line], [], *SEVERAL], name)
    assert "and the counts here were read as of 2023/24 to 2024/25" in problem.message
    assert problem.stops and not problem.needs


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("2023/24", "Data"),
        ("Online offences 2024/25", "2023-24"),
        ("2022/23 to 2024/25", "Data"),
        ("2025", "Data"),
        ("", "2025-26"),
        ("", "FOI 2022-23"),
        ("Sexual Offences Act 2003", "Data"),
    ],
)
def test_one_of_them_and_the_year_of_a_request_or_a_law_are_not(line, name):
    assert not problems([[line], [], *SEVERAL], name)


@pytest.mark.parametrize("year", ["2022/23", "2026/27"])
def test_a_year_alone_below_or_beside_a_table_is_asked_about_if_it_is_another(year):
    beside: Rows = [SEVERAL[0], [*SEVERAL[1], "", year], SEVERAL[2]]
    for rows in ([*SEVERAL, [], [year]], beside):
        found = read_sheets("a.csv", FileContents([sheet_of(rows, "Data")])).problems
        assert any(f"“{year}”" in each.message for each in found)
    same = FileContents([sheet_of([*SEVERAL, [], ["2023/24"]], "Data")])
    assert not read_sheets("a.csv", same).problems


@pytest.mark.parametrize("file", FORMATS)
def test_it_is_asked_in_every_format(file):
    rows: Rows = [["Online offences 2023/24", ""], *DATED]
    found = read_sheets(file, open_file(FORMATS[file](rows, []), file)).problems
    assert [each for each in found if "Which year are they of?" in each.message]


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(
    ("corner", "is_other"),
    [
        ("Year: 2017/18", True),
        ("2017/18", True),
        ("Offence 2021-22", True),
        ("Year: 2018/19", False),
        ("Offence 2018/19 to 2019/20", False),
        ("Year", False),
    ],
)
def test_the_year_in_a_corner_is_asked_about_where_no_heading_has_it(corner, is_other, suffix):
    rows: Rows = [[corner, "2018/19", "2019/20"], ["Rape", 40, 30], ["Grooming", 14, 15]]
    found = read_sheets(suffix, open_file(FORMATS[suffix](rows, []), suffix))
    asked = [each for each in found.problems if "Which years are they of?" in each.message]
    assert bool(asked) is is_other
    assert all(each.stops for each in asked)
