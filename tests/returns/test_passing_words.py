"""A word for another quantity in passing loses no count: what stands beside it decides."""

import pytest

from offences.returns.sheet_reader import read_sheet
from tests.returns.grids import Rows, read, sheet_of, values

RAPE, GROOMING = "Rape of a girl under 16", "Sexual grooming"
ROWS: Rows = [[RAPE, 57, 61, 70], [GROOMING, 31, 33, 22]]
READ = {"B2": 57, "C2": 61, "B3": 31, "C3": 33}


def asked(rows: Rows) -> list[tuple[str | None, str]]:
    """The places of the questions and ticks."""
    read_one = read_sheet(sheet_of(rows))
    problems = [(each.cell, each.message) for each in read_one.problems if each.stops]
    return problems + [(each.cell, each.why) for each in read_one.not_taken if each.stops]


def by_year(heading: str) -> Rows:
    return [["Offence", "2017/18", "2018/19", heading], *ROWS]


@pytest.mark.parametrize(
    "heading",
    [
        "2019/20 (after change of system)",
        "2019/20 (+7%)",
        "2019/20 No. & %",
        "2019/20 (average 7 a month)",
        "2019/20 (population 1,000)",
        "2019/20 (down by a third; rates not held)",
        "2019/20 offences (changes to the law in May)",
        "2019/20 [100%]",
        "2019/20 crimes, share of adults left out",
        "2019/20 Code 71",
    ],
)
def test_a_year_whose_only_counts_have_a_passing_word_is_read_and_asked_about(heading):
    rows = by_year(heading)
    found = read(rows)
    assert values(found) == READ | {"D2": 70, "D3": 22}
    assert {found["D2"].year, found["D3"].year} == {"2019/20"}
    assert found["D2"].other or asked(rows)  # a label to name, or a question


@pytest.mark.parametrize(
    "heading",
    [
        "% change 2018/19",
        "2018/19 %",
        "Rate per 1,000 in 2018/19",
        "2018/19 rate",
        "2018/19 detection rate",
        "2018/19 online %",
        "2018/19 (%)",
        "Change 2017/18 to 2018/19",
        "Average",
        "2018/19 as % of all crime",
        "Population",
        "% online",
        "Numeric change between 2017/18 and 2018/19",
    ],
)
def test_another_quantity_beside_the_counts_of_its_year_is_left_out_in_silence(heading):
    rows = by_year(heading)
    assert values(read(rows)) == READ
    assert asked(rows) == []


@pytest.mark.parametrize("heading", ["2019/20 %", "2019/20 forecast", "Change in 2019/20"])
def test_another_quantity_of_a_year_without_counts_is_left_out_and_has_to_be_seen(heading):
    rows = by_year(heading)
    assert values(read(rows)) == READ
    assert [place for place, _ in asked(rows)] == ["D2", "D3"]


def test_a_change_between_calendar_years_is_of_no_year():
    rows: Rows = [["Offence", "2018", "2019", "Numeric change between 2018 to 2019"], *ROWS]
    assert values(read(rows)) == READ
    assert asked(rows) == []


def test_numbers_below_zero_are_no_counts_whatever_their_name():
    rows: Rows = [["Offence", "2018/19", "2019/20 (more or less than 100%)"], [RAPE, 57, 6]]
    assert values(read([*rows, [GROOMING, 31, -7]])) == {"B2": 57, "B3": 31}


def test_fractions_are_no_counts_whatever_their_name():
    rows: Rows = [["Offence", "2018/19", "2019/20 (%)"], [RAPE, 57, 6.5], [GROOMING, 31, 7.25]]
    assert values(read(rows)) == {"B2": 57, "B3": 31}
    assert asked(rows) == []


@pytest.mark.parametrize(
    "label",
    [
        f"{GROOMING} (+7%)",
        f"{GROOMING} (in all 7%)",
        f"{GROOMING}, up 7%",
        f"{GROOMING} average",
        "Total (100%)",
        "Total (+7% change)",
        f"{GROOMING} (100% online)",
        "Child abuse images % of cyber crime",
    ],
)
def test_a_row_of_counts_with_a_passing_word_is_read(label):
    rows: Rows = [["Offence", "2018/19", "2019/20"], [RAPE, 57, 61], [label, 31, 33]]
    found = read(rows)
    assert values(found) == {"B2": 57, "C2": 61, "B3": 31, "C3": 33}
    assert found["B3"].labels.get("offence") == label or [at for at, _ in asked(rows)] == ["B3"]


@pytest.mark.parametrize(
    "label",
    [f"{GROOMING} %", f"{GROOMING} rate per 1,000", "Average", "Detection rate", "% of all crime"],
)
def test_a_row_of_another_quantity_is_left_out_in_silence(label):
    rows: Rows = [["Offence", "2018/19", "2019/20"], *(r[:3] for r in ROWS), [label, 31, 33]]
    assert values(read(rows)) == READ
    assert asked(rows) == []


def test_rows_of_years_are_read_like_columns():
    rows: Rows = [["Year", RAPE, GROOMING], ["2018/19", 57, 31], ["2019/20 (+7%)", 61, 33]]
    found = read(rows)
    assert values(found) == {"B2": 57, "C2": 31, "B3": 61, "C3": 33}
    assert found["B3"].year == "2019/20"
    assert asked(rows)[0][0] == "B3"
    assert values(read([*rows[:2], ["% of 2018/19", 61, 33]])) == {"B2": 57, "C2": 31}


def test_another_quantity_of_a_sex_whose_counts_are_not_there_may_be_counts():
    heads: Rows = [["2019/20"], ["Offence", "Girls", "Boys average"]]
    assert [place for place, _ in asked([*heads, *(row[:3] for row in ROWS)])] == ["C3"]
    heads = [["2019/20"], ["Offence", "Girls", "Boys", "Boys average"]]
    assert values(read([*heads, *ROWS])) == {"B3": 57, "C3": 61, "B4": 31, "C4": 33}


def test_another_quantity_of_ages_whose_counts_are_not_there_may_be_counts():
    rows: Rows = [["Age", "2018/19", "2019/20"], ["0-12", 57, 61], ["13-15 average", 31, 33]]
    assert [place for place, _ in asked(rows)] == ["B3"]
    assert asked([*rows[:2], ["13-15", 9, 8], rows[2]]) == []
    assert asked([*rows[:2], ["3 year average", 31, 33]]) == []


@pytest.mark.parametrize(
    "line", ["2019/20 %", "2019/20 (rate per 1,000)", "2019/20: detection rate"]
)
def test_a_year_and_another_quantity_over_a_table_is_asked_about(line):
    rows: Rows = [[line], ["Offence", "Girls", "Boys"], *(row[:3] for row in ROWS)]
    assert any(line in message for _, message in asked(rows))
    assert asked([["2019/20 (100%)"], *rows[1:]]) == asked([["2019/20"], *rows[1:]]) == []


def test_a_share_beside_a_count_with_a_passing_word_is_its_share():
    rows: Rows = [["2019/20"], ["Offence", "Girls", "Boys (+7%)", "Girls %", "Boys %"]]
    rows += [[RAPE, 57, 61, 70, 80], [GROOMING, 31, 33, 22, 12]]
    assert values(read(rows)) == {"B3": 57, "C3": 61, "B4": 31, "C4": 33}
    assert [place for place, _ in asked(rows)] == ["C3"]


def test_a_line_over_rows_loses_none_of_them():
    over: Rows = [["Offence", "2018/19", "2019/20"], ["Boys"], [RAPE, 57, 61], [GROOMING, 31, 33]]
    rows: Rows = [*over, ["Girls (100%)"], [RAPE, 7, 11], [GROOMING, 13, 23]]
    found = values(read(rows))
    assert {found[cell] for cell in ("B6", "C6", "B7", "C7")} == {7, 11, 13, 23}
    assert [place for place, _ in asked(rows)] == ["B6"]
    rates: Rows = [*over, ["Boys %"], [RAPE, 7, 11], [GROOMING, 13, 23]]
    assert values(read(rates)) == {"B3": 57, "C3": 61, "B4": 31, "C4": 33}


def test_a_line_over_one_of_several_tables_loses_none():
    table: Rows = [["Offence", "Female", "Male"], [RAPE, 57, 61], [GROOMING, 31, 33]]
    rows: Rows = [["Crimes in 2018/19"], *table, [], ["2019/20 (+7%)"], *table]
    assert {each.year for each in read(rows).values()} == {"2018/19", "2019/20"}
    assert "“2019/20 (+7%)” may be of counts" in str(asked(rows))
    rates: Rows = [["Crimes in 2018/19"], *table, [], ["Rate per 1,000 in 2018/19"], *table]
    assert len(read(rates)) == 4


def test_a_heading_that_gives_a_code_is_over_no_codes():
    rows: Rows = [["Year", "Code 71 Sexual communication", "Rape"], ["2018/19", 57, 31]]
    assert values(read([*rows, ["2019/20", 61, 33]])) == {"B2": 57, "C2": 31, "B3": 61, "C3": 33}
    codes: Rows = [["Offence", "Offence code", "2018/19"], [RAPE, 57, 31], [GROOMING, 71, 33]]
    assert values(read(codes)) == {"C2": 31, "C3": 33}


def test_numbers_under_number_and_a_bracket_are_counts():
    rows: Rows = [["2018/19"], ["Offence", "Number (100%)"], [RAPE, 57], [GROOMING, 31]]
    assert values(read(rows)) == {"B3": 57, "B4": 31}
    assert [place for place, _ in asked(rows)] == ["B3"]
    assert values(read([rows[0], ["Offence", "Number", "Number %"], *(r[:3] for r in ROWS)])) == {
        "B3": 57,
        "B4": 31,
    }
