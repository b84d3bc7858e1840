"""A total that equals the categories with a number may be without the one that has none."""

import pytest

from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import read_as
from tests.returns.test_whole_years import turned

WHY = "This total is no more than the counts beside it"
FORMATS = ["a.xlsx", "a.csv", "a.pdf"]


def asked(rows: Rows, name: str) -> list[tuple[str | None, ...]]:
    conflicts = [each for each in read_as(rows, [], name).conflicts if WHY in each.message]
    assert all(each.stops for each in conflicts)
    return [(each.cell, *each.also) for each in conflicts]


def by_sex(boys: list[object], total: list[object]) -> Rows:
    return [["Sex", "2018/19", "2019/20"], ["Girls", 90, 81], ["Boys", *boys], ["Total", *total]]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("nothing", ["n/a", "not held", "Not available", "-", ""])
def test_a_total_beside_a_category_without_a_number_is_asked_about_once(nothing, name):
    for boys, total, cells in (([nothing, 12], [90, 93], 1), ([nothing, nothing], [90, 81], 2)):
        rows = by_sex(boys, total)
        for each in (rows, turned(rows), [rows[0], rows[3], *rows[1:3]]):
            (places,) = asked(each, name)
            assert len(places) == cells


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("boys", "total"),
    [
        ([11, 12], [101, 93]),
        (["n/a", 12], [95, 93]),
        ([0, 12], [90, 93]),
        (["<5", 12], [93, 93]),
        (["n/a", 12], ["n/a", 93]),
    ],
    ids=["whole", "more than those with a number", "zero", "hidden", "no total"],
)
def test_a_total_that_cannot_be_of_the_others_alone_is_not(boys, total, name):
    rows = by_sex(boys, total)
    for each in (rows, turned(rows), [rows[0], rows[3], *rows[1:3]]):
        assert not asked(each, name)


@pytest.mark.parametrize("name", FORMATS)
def test_a_blank_cell_of_a_category_with_small_numbers_is_a_zero_of_a_pivot(name):
    rows: Rows = [["Offence", "2018/19", "2019/20", "2020/21"], ["Sexual assault", 31, 27, 33]]
    for few, is_asked in ((3, False), (30, True)):
        line: list[object] = ["Stalking", few, "", few + 1]
        totals = ["Total", 31 + few, 27, 34 + few]
        for each in ([*rows, line, totals], turned([*rows, line, totals])):
            assert bool(asked(each, name)) is is_asked


@pytest.mark.parametrize("name", FORMATS)
def test_where_another_axis_gives_the_total_there_is_no_doubt(name):
    rows: Rows = [
        ["", "2018/19"],
        ["Girls", 90],
        ["Boys", 12],
        ["0-12", 51],
        ["13-15", 51],
        ["16-17", "n/a"],
        ["Total", 102],
    ]
    for each in (rows, turned(rows)):
        assert not asked(each, name)
