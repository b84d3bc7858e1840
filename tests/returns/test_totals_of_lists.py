"""The total of each year of a list, where no more than one row of that year is in it."""

import pytest

from tests.returns.every_format import Merged
from tests.returns.grids import Rows
from tests.returns.test_causes import read_as

NAMES = ["a.xlsx", "a.csv", "a.docx"]
NO_MERGE: Merged = []
YEARS = ["2018/19", "2019/20", "2020/21"]
DOES_NOT_ADD_UP = "The stated total is"

PARTS = [("Force", ["Essex"]), ("Force", ["Essex", "Kent"]), ("Offence", ["Rape"]),
         ("Sex", ["Female"]), ("Age", ["14"])]  # fmt: skip


def lines_of(parts: list[str], more: dict[str, int], order: str) -> list[tuple[str, str, int]]:
    """Each part, year by year, and the totals of all years; `more` is added to those of a year."""
    counts = {(part, year): 42 + 13 * n + 6 * at
              for n, part in enumerate(parts) for at, year in enumerate(YEARS)}  # fmt: skip
    lines = [(part, year, number) for (part, year), number in counts.items()]
    sums = {year: sum(counts[part, year] for part in parts) + more.get(year, 0) for year in YEARS}
    totals = [("Total", year, number) for year, number in sums.items()]
    return [*totals, *lines] if order == "totals first" else [*lines, *totals]


def long(kind: str, parts: list[str], more: dict[str, int], order: str = "") -> Rows:
    if order == "year first":
        rows = [[year, part, number] for part, year, number in lines_of(parts, more, "")]
        return [["Year", kind, "Count"], *rows]
    return [[kind, "Year", "Count"], *map(list, lines_of(parts, more, order))]


def turned(parts: list[str], more: dict[str, int]) -> Rows:
    lines = lines_of(parts, more, "")
    return [["", *[part for part, _, _ in lines]], ["Offence", *[year for _, year, _ in lines]],
            ["Rape", *[number for *_, number in lines]]]  # fmt: skip


def doubts(rows: Rows, name: str) -> list[str]:
    found = read_as(rows, NO_MERGE, name)
    return [p.message for p in found.conflicts if p.message.startswith(DOES_NOT_ADD_UP)]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("order", ["", "year first", "totals first"])
@pytest.mark.parametrize(("kind", "parts"), PARTS)
@pytest.mark.parametrize("year", YEARS)
def test_the_total_of_any_year_that_differs_is_asked_about(year, kind, parts, order, name):
    (doubt,) = doubts(long(kind, parts, {year: 1}, order), name)
    assert "The rows add up to" in doubt


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("order", ["", "year first", "totals first"])
@pytest.mark.parametrize(("kind", "parts"), PARTS)
def test_totals_of_years_that_agree_are_not_asked_about(kind, parts, order, name):
    assert not doubts(long(kind, parts, {}, order), name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("year", [*YEARS, ""])
def test_so_it_is_where_the_list_is_turned(year, name):
    found = doubts(turned(["Essex"], {year: 1}), name)
    assert len(found) == bool(year)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("more", [0, 1])
def test_a_total_of_all_is_compared_with_those_of_groups(more, name):
    """Neither a total of a group nor a row that has its own total is alone in the last one."""
    rows: Rows = [["Offence", "Sex", "Year", "Count"]]
    for at, year in enumerate(YEARS):
        rows += [["Rape", "Female", year, 20 + at], ["Rape", "Male", year, 4 + at]]
    rows += [["Rape", "Total", year, 24 + 2 * at] for at, year in enumerate(YEARS)]
    rows += [["Grooming", "Female", year, 31 + at] for at, year in enumerate(YEARS)]
    rows += [["Grooming", "Total", year, 31 + at] for at, year in enumerate(YEARS)]
    rows += [["Total", "", year, 55 + 3 * at + more * at] for at, year in enumerate(YEARS)]
    assert len(doubts(rows, name)) == 2 * more
