"""A total beside all months or quarters of one year is of that year; of fewer or more, of none."""

import pytest

from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

MONTHS = [f"{name}-19" for name in ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]]
MONTHS += ["Jan-20", "Feb-20", "Mar-20"]
QUARTERS = [f"Q{n} 2019/20" for n in (1, 2, 3, 4)]


def by_row(parts: list[str], total: int | None = None) -> Rows:
    counts = [11 + n for n in range(len(parts))]
    return [["Period", "Offences"], *([p, n] for p, n in zip(parts, counts, strict=True)),
            ["Total", total or sum(counts)]]  # fmt: skip


def turned(rows: Rows) -> Rows:
    return [[*line] for line in zip(*rows, strict=True)]


def years_of_totals(rows: Rows, name: str) -> list[str | None]:
    return [each.year for each in observations(read_as(rows, [], name)) if each.total]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("parts", [MONTHS, MONTHS[::-1], QUARTERS, ["Apr-Sep 2019", "H2 2019/20"]])
def test_a_total_of_all_parts_of_a_year_is_of_that_year(parts, name):
    assert years_of_totals(by_row(parts), name) == ["2019/20"]
    differs = read_as(by_row(parts, 999), [], name)
    assert [each.year for each in observations(differs) if each.total] == ["2019/20"]
    asked = (*differs.problems, *differs.conflicts)
    assert any("The stated total is 999" in each.message for each in asked)


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_so_is_one_behind_its_quarters_or_above_them_and_of_each_offence(name):
    assert years_of_totals(turned(by_row(QUARTERS)), name) == ["2019/20"]
    head, *body, total = by_row(QUARTERS)
    assert years_of_totals([head, total, *body], name) == ["2019/20"]
    wide = [[*row, n] for n, row in enumerate(by_row(QUARTERS), 5)]
    assert years_of_totals([["Period", "Stalking", "Threats"], *wide[1:]], name) == ["2019/20"] * 2


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "parts",
    [
        MONTHS[:11],
        [*MONTHS[:11], "Mar-21"],
        QUARTERS[:3],
        [*QUARTERS[:3], "Q3 2019/20"],
        [*QUARTERS, "Q1 2020/21"],
        ["Q1 2018/19", *QUARTERS[1:]],
    ],
)
def test_a_total_of_other_parts_is_of_no_year(parts, name):
    assert years_of_totals(by_row(parts), name) == [None]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.pdf"])
def test_each_of_two_years_has_its_total_and_both_together_none(name):
    other = [text.replace("2019/20", "2020/21") for text in QUARTERS]
    rows = [*by_row(QUARTERS), *by_row(other)[1:], ["Grand total", 150]]
    assert years_of_totals(rows, name) == ["2019/20", "2020/21", None]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "rows",
    [
        [["Offence", "Apr", "May", "Total"], ["Stalking", 31, 27, 58], ["Threats", 12, 14, 26]],
        [["Month", "Stalking", "Threats"], ["Apr", 31, 12], ["May", 27, 14], ["Total", 58, 26]],
        [["Offence", "Q1", "Q2", "Total"], ["Stalking", 31, 27, 58], ["Threats", 12, 14, 26]],
    ],
)
def test_a_total_of_some_months_below_a_year_is_asked_about(rows, name):
    title = ["Offences 2018/19", *[""] * (len(rows[0]) - 1)]
    found = read_as([title, [""] * len(rows[0]), *rows], [], name)
    what = "Is it of the whole year?"
    asked = [each for each in found.conflicts if what in each.message and each.stops]
    assert len(asked) == 2
    months = "April to May" if "Q1" not in rows[0] else "April to September"
    assert asked[0].message.startswith(f"This count is beside counts of {months} of 2018/19.")


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_a_total_of_all_quarters_below_a_year_is_not(name):
    head = ["Offence", "Q1", "Q2", "Q3", "Q4", "Total"]
    rows: Rows = [["Offences 2018/19", *[""] * 5], [""] * 6, head,
                  ["Stalking", 31, 27, 5, 6, 69], ["Threats", 12, 14, 8, 9, 43]]  # fmt: skip
    assert not any("whole year?" in each.message for each in read_as(rows, [], name).conflicts)


PARTS = [["Apr-19", "May-19", "Jun-19"], ["Q1 2019/20", "Q2 2019/20"]]


def beside_parts(parts: list[str], whole: list[int]) -> list[Rows]:
    """A year beside its first parts, each of 7 and of 4: across, down, and before them."""
    size = len(parts)
    counts = [["Stalking", 84, *[7] * size, whole[0]], ["Threats", 40, *[4] * size, whole[1]]]
    across: Rows = [["Offence", "2018/19", *parts, "2019/20"], *counts]
    down: Rows = [list(row) for row in zip(*across, strict=True)]
    before: Rows = [[*row[:2], row[-1], *row[2:-1]] for row in across]
    return [across, down, before]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("parts", PARTS)
def test_a_year_with_no_more_than_its_first_parts_is_asked_about(parts, name):
    for rows in beside_parts(parts, [7 * len(parts), 4 * len(parts)]):
        found = read_as(rows, [], name)
        asked = [each for each in found.conflicts if "Is it of the whole year?" in each.message]
        assert len(asked) == 2
        assert all(each.stops for each in asked)


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("parts", PARTS)
def test_a_year_with_more_than_its_parts_is_not(parts, name):
    for rows in beside_parts(parts, [91, 44]):
        assert "Is it of the whole year?" not in str(read_as(rows, [], name).conflicts)
