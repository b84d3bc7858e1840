"""Made sheets with one thing more or less: they are read as before, or a person is asked."""

import random
from dataclasses import replace

import pytest

from offences.returns.sheet import Observation, Position, Sheet, parse_address
from offences.returns.sheet_reader import ReadSheet, read_sheet
from tests.returns.grids import Rows, problems, read, sheet_of
from tests.returns.made_sheets import made_sheet
from tests.samples import first_of, sampled

SHEETS, EACH = 1000, 100
FAR = [53, 74, 76, 81]  # that reach what no other sheet does
type Read = dict[Position, tuple[object, ...]]


def contents(read: ReadSheet) -> Read:
    found = (each for table in read.tables for each in table.observations)
    return {parse_address(str(each.cell)): _content(each) for each in found}


def _content(each: Observation) -> tuple[object, ...]:
    return each.value, each.year, sorted(each.labels.items()), sorted(each.other), each.total


def is_asked(read: ReadSheet) -> bool:
    return any(each.stops for each in (*read.problems, *read.not_taken))


def with_row(sheet: Sheet, at: int, texts: dict[int, str]) -> Sheet:
    """A sheet with one more row, with these texts."""

    def moved(row: int) -> int:
        return row + (row >= at)

    cells = {(moved(row), column): text for (row, column), text in sheet.cells.items()}
    merged = tuple((moved(a), b, moved(c), d) for a, b, c, d in sheet.merged)
    return replace(sheet, cells=cells | {(at, c): t for c, t in texts.items()}, merged=merged)


@pytest.mark.parametrize("start", sampled(range(0, SHEETS, EACH), [0]))
def test_a_running_line_between_rows_changes_nothing(start):
    for seed in first_of(range(start, start + EACH), 50, FAR):
        sheet = made_sheet(seed).sheet
        before = read_sheet(sheet)
        counts = contents(before)
        at = random.Random(seed).choice(sorted(counts))[0]
        after = contents(read_sheet(with_row(sheet, at, {1: "Page 1 of 2"})))
        moved = {(row + (row >= at), column): seen for (row, column), seen in counts.items()}
        assert after == moved, f"sheet {seed}"


@pytest.mark.parametrize("start", sampled(range(0, SHEETS, EACH), [0]))
def test_a_heading_or_label_that_is_gone_leaves_other_counts_as_they_were_or_is_asked_about(start):
    for seed in first_of(range(start, start + EACH), 50, FAR):
        sheet = made_sheet(seed).sheet
        counts = contents(read_sheet(sheet))
        labels = sorted(place for place in sheet.cells if place not in counts)
        gone = random.Random(seed).choice(labels)
        cells = {place: text for place, text in sheet.cells.items() if place != gone}
        after = read_sheet(replace(sheet, cells=cells))
        found = contents(after)
        is_label = any(row == gone[0] for row, _ in counts)
        left = {at: seen for at, seen in counts.items() if is_label or at[1] < gone[1]}
        others = {at: seen for at, seen in left.items() if at[0] != gone[0]}
        same = all(found.get(place) == seen for place, seen in others.items())
        assert same or is_asked(after), f"sheet {seed} without {gone}"


YEARS = ["2020/21", "2021/22"]
GROUPS: Rows = [
    ["Offence", *YEARS, "", ""],
    ["", "Girls", "Boys", "Girls", "Boys"],
    ["Rape", 1, 2, 3, 4],
    ["Incest", 15, 16, 17, 18],
]


def stops(rows: Rows, **more: object) -> list[tuple[str | None, str]]:
    found = read_sheet(sheet_of(rows, **more))
    return [(each.cell, each.message) for each in found.problems if each.stops]


@pytest.mark.parametrize("merged", [((1, 2, 1, 3), (1, 4, 1, 5)), ()])
@pytest.mark.parametrize(("column", "cell"), [(1, "B3"), (2, "C3"), (3, "D3")])
def test_a_count_under_a_group_of_columns_alone_is_asked_about(merged, column, cell):
    header = ["Offence", YEARS[0], "", YEARS[1], ""]
    below = [text if at != column else "" for at, text in enumerate(GROUPS[1])]
    asked = stops([header, below, *GROUPS[2:]], merged=merged)
    assert any(why == "This column has no heading of its own." for _, why in asked)


LONG: Rows = [
    ["Year", "Offence", "Sex", "Number"],
    [YEARS[0], "Rape", "F", 1],
    [YEARS[0], "Rape", "M", 2],
    [YEARS[0], "Incest", "F", 3],
    [YEARS[0], "Incest", "M", 4],
    [YEARS[1], "Rape", "F", 5],
    [YEARS[1], "Rape", "M", 6],
    [YEARS[1], "Incest", "F", 7],
]


@pytest.mark.parametrize(("column", "heading"), [(0, "Year"), (1, "Offence")])
def test_a_blank_where_labels_come_again_is_asked_about(column, heading):
    rows = [[*row] for row in LONG]
    rows[5][column] = ""
    assert ("D6", f"This row is blank under “{heading}”, where others are not.") in stops(rows)


def test_a_blank_behind_the_labels_of_a_row_is_asked_about_unless_each_group_has_one():
    rows = [[*row] for row in LONG]
    rows += [[YEARS[1], "Incest", "M", 8], ["2022/23", "Rape", "F", 9], ["2022/23", "Rape", "", 10]]
    assert ("D11", "This row is blank under “Sex”, where others are not.") in stops(rows)
    groups: Rows = [["Offence", "Sex", "2020/21"], ["Rape", "", 9], ["", "F", 4], ["", "M", 5]]
    groups += [["Incest", "", 3], ["", "F", 1], ["", "M", 2]]
    assert problems(groups) == []


@pytest.mark.parametrize(
    ("label", "asked"),
    [("All online offences", False), ("All recorded crimes", False), ("Online offences", True)],
)
def test_a_row_of_all_offences_needs_no_label_in_the_columns_behind_it(label, asked):
    rows: Rows = [["Group", "Offence", *YEARS], ["Contact", "Rape", 4, 5], ["", "Incest", 1, 3]]
    rows += [["Images", "Taking", 4, 2], ["", "Possessing", 2, 3], [label, "", 11, 13]]
    assert any(cell == "C6" and "blank under" in why for cell, why in stops(rows)) == asked


def test_a_row_takes_no_label_of_the_total_above_it_and_none_where_nothing_is_above():
    rows: Rows = [["Year", "Offence", "Number"], [YEARS[0], "Rape", 1], ["", "Incest", 2]]
    rows += [[f"{YEARS[0]} total", "", 3], ["", "Rape", 4], ["", "Incest", 5]]
    assert ("C5", "This row is blank under “Year”, where others are not.") in stops(rows)
    assert {each.year for cell, each in read(rows).items() if cell in ("C5", "C6")} == {None}
    first: Rows = [["Sex", "Age", "2020/21"], ["", "Under 13", 1], ["", "13-15", 2]]
    first += [["Male", "Under 13", 3], ["", "13-15", 4], ["", "16-17", 5], ["", "Other", 6]]
    assert ("C2", "This row is blank under “Sex”, where others are not.") in stops(first)


def test_a_label_that_is_merged_over_rows_is_of_them_all_between_others_too():
    rows: Rows = [LONG[0], LONG[1], [YEARS[0], "", "M", 2], LONG[3], [YEARS[0], "", "M", 9]]
    found = read(rows, merged=((2, 2, 3, 2), (4, 2, 5, 2)))
    assert [each.labels["offence"] for each in found.values()] == ["Rape"] * 2 + ["Incest"] * 2
    assert stops(rows, merged=((2, 2, 3, 2), (4, 2, 5, 2))) == []


def test_a_column_of_all_that_is_the_sum_of_those_beside_it_is_a_total():
    rows: Rows = [["Year", "Under 13", "13-17", "All under 18"]]
    rows += [[YEARS[0], 10, 20, 30], [YEARS[1], 11, 25, 36], ["2022/23", 5, 6, 11]]
    found = read([*rows, ["2023/24", 7, 8, 14]])
    assert {cell for cell, each in found.items() if each.total} == {"D2", "D3", "D4", "D5"}
    apart = read([rows[0], *([*row[:3], row[3] + 9] for row in rows[1:])])
    assert not any(each.total for each in apart.values())
