"""A table or year that does not say “online” beside one that does is asked about."""

import pytest

from offences.returns.formats.files import FileContents, open_file
from offences.returns.reader import read_sheets
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, sheet_of

ROWS: Rows = [["Offence", "2018/19", "2019/20"], ["Rape", 31, 27], ["Grooming", 12, 14]]
ASKED = "Are these offences online, too?"


def asked(*sheets: Rows) -> list[str | None]:
    named = [sheet_of(rows, f"Sheet{n}") for n, rows in enumerate(sheets, 1)]
    found = read_sheets("a.xlsx", FileContents(named))
    assert sum(len(table.observations) for table in found.tables) >= 4
    return [each.cell for each in found.problems if ASKED in each.message]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Online sexual offences against under 18s", "Sexual offences against under 18s"),
        ("Table 1: online", "Table 2: all"),
        ("Cyber-flagged offences", "Total"),
    ],
)
def test_offences_beside_a_table_of_those_online_are_asked_about(first, second):
    assert asked([[first], *ROWS, [], [second], *ROWS]) == ["A7"]
    assert asked([[first], *ROWS], [[second], *ROWS]) == ["A2"]
    assert asked([[second], *ROWS], [[second], *ROWS]) == []


@pytest.mark.parametrize("second", ["Online offences by sex", "By sex of victim", "Rape"])
def test_a_table_that_is_online_or_names_no_offences_is_not(second):
    assert asked([["Online offences"], *ROWS], [[second], *ROWS]) == []


def test_a_title_over_all_tables_of_a_sheet_is_of_each():
    first: Rows = [["Online offences against under 18s"], ["Offences by boys’ age"], *ROWS]
    assert asked([*first, [], ["Offences by girls’ age"], *ROWS]) == []


def test_a_year_of_all_beside_years_of_those_online_is_asked_about():
    rows: Rows = [["Offence", "2018/19 online", "2019/20 total"], *ROWS[1:]]
    assert asked(rows) == ["C1"]
    assert asked([["Offence", "2018/19 online", "2019/20 online"], *ROWS[1:]]) == []


@pytest.mark.parametrize("words", ["online", "(cyber-flagged)", "- internet only", "digital"])
def test_a_year_beside_rows_or_between_them_that_does_not_say_online_is_asked_about(words):
    years: Rows = [["2016/17", 40], ["2017/18", 41]]
    assert asked([["Year", "Number"], *years, [f"2018/19 {words}", 13], ["2019/20", 14]]) == ["A2"]
    lists: Rows = [[year, "Rape", n] for year, n in (*years, (f"2018/19 {words}", 13))]
    total: Rows = [["2019/20", "Rape", 9]]
    assert asked([["Year", "Offence", "Number"], *lists, *total]) == ["A2"]
    every: Rows = [[f"{year} {words}", n] for year, n in (*years, ("2018/19", 13), ("2019/20", 9))]
    assert asked([["Year", "Number"], *every]) == []


def test_a_line_of_a_year_that_does_not_say_online_is_asked_about():
    group: Rows = [["Rape", 40], ["Grooming", 41]]
    head = ["Offence", "Number"]
    assert asked([head, ["2016/17 online", ""], *group, ["2017/18", ""], *group]) == ["A5"]
    assert asked([head, ["2016/17", ""], *group, ["2017/18", ""], *group]) == []


@pytest.mark.parametrize(
    ("headings", "cell"),
    [
        (["2018/19", "2019/20 all"], ["C1"]),
        (["Total 2018/19", "2019/20"], ["B1"]),
        (["All 2018/19", "All 2019/20"], []),
        (["2018/19 online", "2019/20 online"], []),
        (["2018/19", "2019/20"], []),
        (["2018/19", "by 2019/20"], ["C1"]),
        (["by 2018/19", "by 2019/20"], []),
    ],
)
def test_a_year_of_all_beside_years_that_say_nothing_is_asked_about(headings, cell):
    found = read_sheets("a.xlsx", FileContents([sheet_of([["Offence", *headings], *ROWS[1:]])]))
    assert [p.cell for p in found.problems if "Does it count the same?" in p.message] == cell


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
@pytest.mark.parametrize(
    ("above", "merged", "is_asked"),
    [
        (["", "", "", "All"], [], True),
        (["", "", "Total", ""], [], True),
        (["", "Total", "", ""], [], False),
        (["", "All", "", ""], [(2, 2, 2, 4)], False),
        (["", "", "Offences", ""], [], False),
        (["", "", "", ""], [], False),
    ],
)
def test_all_over_one_of_several_years_is_asked_about(above, merged, is_asked, name):
    rows: Rows = [["Online offences"], above, ["Offence", "2017/18", "2018/19", "2019/20"]]
    rows += [["Rape", 31, 27, 25], ["Grooming", 12, 14, 18], ["Total", 43, 41, 43]]
    found = read_sheets(name, open_file(FORMATS[name](rows, merged), name))
    assert any("over this column alone" in p.message for p in found.problems) is is_asked
