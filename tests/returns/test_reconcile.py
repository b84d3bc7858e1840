"""A return held against itself."""

import pytest

from offences.returns.checks.conflicts import find_conflicts
from offences.returns.sheet import Observation, ReadTable, Sheet
from offences.returns.sheet_reader import read_sheet
from tests.returns.grids import Rows, sheet_of

YEARS = ["2017/18", "2018/19"]


def told(*sheets: Rows | Sheet) -> list[tuple[str | None, str]]:
    """What is told of a file of these sheets, by cell."""
    tables: list[ReadTable] = []
    for number, rows in enumerate(sheets, 1):
        sheet = rows if isinstance(rows, Sheet) else sheet_of(rows, name=f"S{number}")
        tables += read_sheet(sheet).tables
    return [(problem.cell, problem.message) for problem in find_conflicts(tables)]


def column(*cells: object) -> Rows:
    """One year's figures, the last of which is their total."""
    names = ["Rape", "Grooming", "Exposure", "Incest", "Voyeurism"]
    rows: Rows = [["Offence", "2018/19"]]
    rows += [[name, cell] for name, cell in zip(names, cells[:-1], strict=False)]
    return [*rows, ["Total", cells[-1]]]


def test_totals_that_agree_are_not_told():
    assert told(column(10, 20, 30)) == []
    assert told([["Offence", *YEARS, "Total"], ["Rape", 11, 12, 23], ["Incest", 5, 6, 11],
                 ["Total", 16, 18, 34]]) == []  # fmt: skip


def test_a_total_that_the_rows_do_not_give_is_told():
    assert told(column(14, 10, 52)) == [("B4", "The stated total is 52. The rows add up to 24.")]


def test_a_total_within_what_withheld_cells_can_be_is_right():
    assert told(column("<10", "<10", "<10", "<10", 20, 52)) == []
    assert told(column("<10", "<10", "<10", "<10", 20, 57)) == [
        ("B7", "The stated total is 57. The rows add up to 24 to 56.")
    ]


def test_a_cell_withheld_without_limits_explains_any_larger_total():
    assert told(column("*", 20, 500)) == []
    assert told(column("*", 20, 12)) == [
        ("B4", "The stated total is 12. The rows add up to at least 21. B3 alone is more than "
               "that."),
    ]  # fmt: skip


@pytest.mark.parametrize("marker", ["*", "<5", "[c]", "suppressed"])
def test_a_suppressed_cell_is_at_least_one_so_that_the_others_are_less_than_the_total(marker):
    (asked,) = told(column(marker, 20, 20))
    assert asked[0] == "B4"
    assert told(column(marker, 20, 21)) == []
    rows: Rows = [["Year", "Girls", "Boys", "Total"], ["2018/19", 7, marker, 7]]
    assert [cell for cell, _ in told(rows)] == ["D2"]


def test_a_range_from_zero_may_be_zero_and_a_star_may_not():
    def table(boys: str) -> Rows:
        return [["Year", "Girls", "Boys", "Total"], ["2018/19", 10, boys, 10]]

    assert told(table("0-4")) == []
    assert [cell for cell, _ in told(table("*"))] == ["D2"]
    assert [cell for cell, _ in told(table("1-4"))] == ["D2"]


def test_a_refused_cell_may_be_zero():
    assert told(column("exempt", 20, 20)) == []


def test_what_blank_and_unreadable_cells_leave_is_told_and_not_called_wrong():
    assert told(column("-", 20, "12 (est)", 44)) == [
        ("B5", "The stated total is 44. The rows add up to 20 without B2 and B4.")
    ]
    ((cell, asked),) = told(column("-", 20, 20))  # which is not called wrong, either
    assert cell == "B4" and asked.endswith("B2 has no number. Is it of all of them?")
    assert told(column("8 (est)", "~9", 17)) == [
        (
            "B4",
            "The stated total is 17. None of the rows that it may be the sum of can be read: B2 "
            "and B3.",
        )
    ]


def test_a_total_below_its_parts_is_wrong_whatever_is_missing():
    assert told(column("-", 20, 30, 44)) == [
        ("B5", "The stated total is 44. The rows add up to 50 without B2.")
    ]


def test_columns_are_held_against_their_total_too():
    rows: Rows = [["Offence", "Male", "Female", "Total"], ["Rape", 1, 2, 4], ["Incest", 5, 6, 11]]
    assert told(rows) == [("D2", "The stated total is 4. The columns add up to 3.")]


def test_each_year_has_its_own_total_of_columns():
    rows: Rows = [
        ["", "2017/18", "", "", "2018/19", "", ""],
        ["Offence", "Male", "Female", "Total", "Male", "Female", "Total"],
        ["Rape", 11, 12, 23, 13, 14, 27],
        ["Incest", 5, 6, 11, 7, 8, 16],
    ]
    assert told(rows) == [("G4", "The stated total is 16. The columns add up to 15.")]


def test_subtotals_are_of_their_group_and_the_grand_total_of_all():
    rows: Rows = [
        ["Offence", "2018/19"],
        ["Northshire Police"], ["Rape", 10], ["Incest", 5], ["Sub total", 15],
        ["Eastvale Police"], ["Rape", 3], ["Incest", 2], ["Sub total", 6],
        ["Grand total", 20],
    ]  # fmt: skip
    assert told(rows) == [("B9", "The stated total is 6. The rows add up to 5.")]


def test_a_total_may_stand_over_its_rows():
    rows: Rows = [["Offence", "2018/19"], ["Total", 35], ["Rape", 20], ["Incest", 15]]
    assert told(rows) == []
    assert told([*rows[:1], ["Total", 36], *rows[2:]]) == [
        ("B2", "The stated total is 36. The rows add up to 35.")
    ]


def test_the_sum_of_a_group_is_the_total_of_its_members():
    rows: Rows = [
        ["Row Labels", "2018/19"],
        ["Rape", 12], ["Male", 4], ["Female", 7], ["Grooming", 21], ["Male", 9], ["Female", 12],
        ["Grand Total", 33],
    ]  # fmt: skip
    assert told(rows) == [("B2", "The stated total is 12. The rows add up to 11.")]


def test_a_region_that_no_word_calls_a_total_breaks_no_sum():
    rows: Rows = [
        ["Police force", "2018/19"], ["North East", 60], ["Cleveland", 20], ["Durham", 40],
        ["West Midlands", 75], ["Staffordshire", 50], ["Warwickshire", 25], ["Wales", 30],
        ["Gwent", 18], ["South Wales", 12], ["England and Wales", 165],
    ]  # fmt: skip
    assert told(rows) == []


def test_many_totals_that_all_disagree_are_one_problem():
    rows: Rows = [["Offence", "Male", "Female", "Total"]]
    rows += [[f"Offence {n}", 10 + n, 20, 45 + n] for n in range(12)]
    ((cell, message),) = told(rows)
    assert cell == "D2"
    assert message.endswith("So it is with 11 more totals of this column.")


def test_what_is_flagged_is_a_part_of_all_that_is_recorded():
    rows: Rows = [
        ["Offence", "2018/19", ""], ["", "All recorded", "Cyber flagged"],
        ["Rape", 20, 4], ["Grooming", 11, 12],
    ]  # fmt: skip
    assert told(rows) == [("C4", "12 is more than the 11 that it is a part of (B4).")]


def test_three_times_as_many_as_the_year_before_is_told():
    rows: Rows = [["Offence", *YEARS], ["Rape", 9, 29], ["Incest", 60, 20], ["Exposure", 30, 31]]
    assert told(rows) == [
        ("C2", "29 in 2018/19 is three times the 9 of 2017/18 (B2) or more."),
        ("C3", "20 in 2018/19 is a third of the 60 of 2017/18 (B3) or less."),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["Offence", *YEARS], ["Rape", 2, 9]],  # small numbers
        [["Offence", *YEARS], ["Rape", 10, 29]],  # less than three times
        [["Offence", "2016/17", "2018/19"], ["Rape", 9, 29]],  # not the next year
        [["Offence", *YEARS], ["Rape", "<5", 29]],  # no plain number
        [["Offence", "2017/18", "Apr-Sep 2018"], ["Rape", 90, 29]],  # a part
    ],
)
def test_changes_that_can_be_are_not_asked_about(rows):
    assert not any("three times" in m or "a third" in m for _, m in told(rows))


def test_a_year_on_the_next_sheet_is_held_against_the_one_before():
    one = sheet_of([["Offence", "Male", "Female"], ["Rape", 9, 30]], name="2017-18")
    two = sheet_of([["Offence", "Male", "Female"], ["Rape", 29, 31]], name="2018-19")
    assert told(one, two) == [
        ("B2", "29 in 2018/19 is three times the 9 of 2017/18 (B2 of “2017-18”) or more.")
    ]


def test_a_list_of_crimes_is_held_against_its_own_years():
    rows: Rows = [["Crime Ref", "Date Recorded", "Offence"]]
    rows += [[f"A{n}", "2017-05-01", "Rape"] for n in range(7)]
    rows += [[f"B{n}", "2018-05-01", "Rape"] for n in range(25)]
    assert told(rows) == [(None, "25 in 2018/19 is three times the 7 of 2017/18 or more.")]


def test_the_very_same_total_and_parts_as_the_year_before_are_told():
    rows: Rows = [["Offence", *YEARS], ["Rape", 11, 11], ["Incest", 13, 13], ["Total", 24, 24]]
    assert told(rows) == [("C4", "The total of 2018/19 is 24, the same as that of 2017/18 (B4).")]
    rows = [["Offence", *YEARS], ["Rape", 11, 12], ["Incest", 13, 12], ["Total", 24, 24]]
    assert told(rows) == []  # by chance


def test_one_without_parts_is_if_it_is_large():
    for number, is_told in ((25, False), (250, True)):
        rows: Rows = [["", *YEARS], ["Total", number, number]]
        assert bool(told(rows)) is is_told


def test_a_part_of_a_year_is_told_and_the_whole_in_parts_is_not():
    assert told([["Offence", "2017/18", "Apr-Sep 2018"], ["Rape", 12, 7]]) == [
        (
            "C2",
            "“Apr-Sep 2018”: this table has only a part of 2018/19 (April to September). Say why: "
            "its counts are stored as that part, never as the whole year.",
        )
    ]
    quarters: Rows = [["Offence", "2018/19", "", "", ""], ["", "Q1", "Q2", "Q3", "Q4"]]
    assert told([*quarters, ["Rape", 1, 2, 3, 4]]) == []


def test_calendar_years_are_told_once():
    assert told([["Offence", "2017", "2018"], ["Rape", 12, 7]]) == [
        (None, "This file gives calendar years, not financial years.")
    ]
    mixed = told(
        [["Offence", *YEARS], ["Rape", 12, 7]], [["Offence", "2017", "2018"], ["Rape", 12, 7]]
    )
    assert mixed == [
        ("B2", "2017 and 2018 are calendar years here; other figures are of financial years.")
    ]


def test_one_total_that_differs_between_tables_of_one_measure_is_told():
    by_offence: Rows = [["Offence", *YEARS], ["Rape", 11, 22], ["Incest", 13, 12],
                        ["Total", 24, 34]]  # fmt: skip
    by_sex: Rows = [["Victim sex", *YEARS], ["Male", 10, 12], ["Female", 14, 20], ["Total", 24, 32]]
    assert told(by_offence, by_sex) == [
        ("C4", "The total of 2018/19 is 32 here, and 34 elsewhere (C4 of “S1”).")
    ]


def test_tables_of_two_measures_may_have_other_totals():
    one: Rows = [["Offence", *YEARS], ["Rape", 11, 22], ["Incest", 13, 12], ["Total", 24, 34]]
    two: Rows = [["Offence", *YEARS], ["Theft", 110, 120], ["Arson", 10, 9], ["Total", 120, 129]]
    assert told(one, two) == []


def test_it_needs_nothing_but_what_was_read():
    cells = [("B2", 14, False), ("B3", 10, False), ("B4", 52, True)]
    seen = [Observation(c, "2018/19", "financial", {}, value=v, total=t) for c, v, t in cells]
    table = ReadTable("Data", "A1:B4", tuple(seen), total_rows=frozenset({4}))
    (problem,) = find_conflicts([table])
    assert (problem.sheet, problem.cell) == ("Data", "B4")


PARTS = {
    "rows": [["", *YEARS], ["Offences", 34, 41], ["0-17 year olds", 9_200, 41]],
    "columns": [["Year", "Offences", "Girls"], [YEARS[0], 34, 9_200], [YEARS[1], 41, 41]],
    "a long list": [["Year", "Sex", "Number"], [YEARS[0], "", 34], [YEARS[0], "Girls", 9_200],
                    [YEARS[1], "", 41], [YEARS[1], "Girls", 41]],
}  # fmt: skip


@pytest.mark.parametrize("rows", PARTS.values(), ids=PARTS)
def test_a_part_above_the_count_of_all_stops_the_file(rows):
    table = read_sheet(sheet_of(rows)).tables
    (problem,) = [each for each in find_conflicts(table) if each.stops]
    assert problem.message.startswith("9,200 is more than the 34 ")
    assert problem.message.endswith("that seems to be the count of all. Is it of the same thing?")
