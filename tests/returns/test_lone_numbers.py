"""A number alone in its row below full rows is of no column for sure; years are no counts."""

import pytest

from offences.returns.result import to_report
from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import read_as

LONE, YEARS = "is the only number beside", "may be years. Are they counts?"
LAYOUTS: dict[str, Rows] = {
    "years": [
        ["Offence", "2017/18", "2018/19", "2019/20"],
        ["Stalking", 31, 27, 45],
        ["Threats", 12, 14, 8],
    ],
    "sexes": [["Year", "Girls", "Boys"], ["2018/19", 31, 27], ["2019/20", 12, 14]],
    "years over sexes": [
        ["", "2018/19", "", "2019/20", ""],
        ["Age", *["Girls", "Boys"] * 2],
        ["Under 13", 31, 27, 45, 9],
        ["13-17", 12, 14, 8, 7],
    ],
}


def asked(rows: Rows, name: str, what: str = LONE) -> list[str]:
    found = read_as(rows, [], name)
    return [each.message for each in found.problems if what in each.message and each.stops]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("rows", LAYOUTS.values(), ids=LAYOUTS)
def test_a_lone_number_below_full_rows_is_asked_about(rows, name):
    width = len(rows[-1]) - 2
    for label, number in (("Duplicates", 9), ("Total, all years", 433), ("Year not known", 5)):
        assert len(asked([*rows, [label, number, *[""] * width]], name)) == 1
    two = [["Duplicates", 9, *[""] * width], ["With no age", 4, *[""] * width]]
    assert len(asked([*rows, *two], name)) == 2


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv"])
@pytest.mark.parametrize("rows", LAYOUTS.values(), ids=LAYOUTS)
def test_so_is_one_below_an_empty_row_but_no_telephone(rows, name):
    width = len(rows[-1]) - 2
    empty = [""] * (width + 2)
    assert asked([*rows, empty, ["Duplicates", 9, *[""] * width]], name)
    below = [["Tel", 101, *[""] * width], ["Date of extract", 44652, *[""] * width]]
    found = read_as([*rows, empty, *below], [], name)
    assert not any(each.stops for each in found.problems)
    left = [(each["text"], each["stops"]) for each in to_report(found)["not_taken"]]
    assert left == [("101", False), ("44652", False)]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("rows", LAYOUTS.values(), ids=LAYOUTS)
def test_full_rows_and_rows_among_others_with_blanks_are_not_asked_about(rows, name):
    width = len(rows[-1]) - 2
    counts = [3, 4, 6, 2][: width + 1]
    assert asked([*rows, ["Harassment", *counts]], name) == []
    blanks = [[*rows[-1][:2], *[""] * width], *[["Arson", "", *counts[1:]]] * 2]
    assert asked([*rows[:-1], *blanks, ["Harassment", 9, *[""] * width]], name) == []
    assert asked([*rows, ["Not known", 9, *[""] * width]], name) == []
    assert asked([*rows[:-1], [*rows[-1][:-1], ""]], name) == [] or width < 2
    first = sum(row[1] for row in rows if isinstance(row[1], int))
    assert asked([*rows, ["Total", first, *[""] * width]], name) == []


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("rows", LAYOUTS.values(), ids=LAYOUTS)
def test_numbers_that_may_be_years_are_asked_about_beside_small_ones(rows, name):
    counts = [2012, 2014, 2011, 2013][: len(rows[-1]) - 1]
    assert asked([*rows, ["First of them", *counts]], name, YEARS)
    large = [[row[0], *[n * 100 for n in row[1:]]] for row in rows if isinstance(row[1], int)]
    heads = [row for row in rows if not isinstance(row[1], int)]
    assert asked([*heads, *large, ["First of them", *counts]], name, YEARS) == []
    assert asked([*rows, ["Total", *counts]], name, YEARS) == []


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("label", ["Median age", "Median age of victims", "Average age"])
def test_a_median_is_no_count(label, name):
    found = read_as([*LAYOUTS["years"], [label, 13, 14, 13]], [], name)
    labels = {text for t in found.tables for o in t.observations for text in o.labels.values()}
    assert label not in labels
    assert sum(len(table.observations) for table in found.tables) == 6
