"""“2024 Q2” is a quarter of a calendar or of a financial year: which, the file says or is asked."""

import pytest

from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import read_as
from tests.returns.test_whole_years import turned

WHY = "which may be a calendar or a financial year"
FORMATS = ["a.xlsx", "a.csv", "a.pdf"]


def layouts(parts: list[str]) -> list[Rows]:
    down: Rows = [
        ["Period", "Girls", "Boys"],
        *([part, 31 + at, 11 + at] for at, part in enumerate(parts)),
    ]
    year = [["Year", "Quarter", "Girls", "Boys"]]
    split = [
        [*part.replace("-", " ").split(), *row[1:]]
        for part, row in zip(parts, down[1:], strict=True)
    ]
    return [down, turned(down), [*year, *split]]


def asked(rows: Rows, name: str) -> list[set[str | None]]:
    problems = [each for each in read_as(rows, [], name).problems if WHY in each.message]
    assert all(each.stops for each in problems)
    return [{each.cell, *each.also} for each in problems]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("joint", [" ", "-"])
@pytest.mark.parametrize("parts", [["Q1", "Q2", "Q3", "Q4"], ["Q2", "Q3"], ["H1", "H2"]])
def test_a_numbered_part_of_a_plain_year_is_asked_about_once(parts, joint, name):
    for rows in layouts([f"2024{joint}{part}" for part in parts]):
        (cells,) = asked(rows, name)
        assert len(cells) == 2 * len(parts)


@pytest.mark.parametrize("name", FORMATS)
def test_the_number_may_come_first(name):
    for rows in layouts(["Q2 2024", "Q3 2024"])[:2]:
        assert asked(rows, name)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "line", ["Online offences by calendar year", "Q1 is January to March", "Calendar year quarters"]
)
def test_it_is_not_where_the_file_says_that_years_are_calendar_years(line, name):
    for rows in layouts(["2024 Q1", "2024 Q2"]):
        assert not asked([[line], [""], *rows], name)
        assert not asked([*rows, [""], [line]], name)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "parts", [["2024/25 Q1", "2024/25 Q2"], ["Jan 2024", "Feb 2024"], ["2024 Q1 (Jan-Mar)"]]
)
def test_parts_of_other_years_and_months_are_not(parts, name):
    for rows in layouts(parts)[:2]:
        assert not asked(rows, name)
