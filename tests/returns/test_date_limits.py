"""The limits of a query cut a year short, whatever words stand before them."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.labels.years_cut_short import years_cut_short
from offences.returns.reader import read_sheets
from tests.imports.files import xlsx_of
from tests.returns.every_format import messages_of
from tests.returns.grids import Rows

YEARS = ["2024/25", "2025/26"]
TABLE: Rows = [["Sex", *YEARS], ["Girls", 80, 90], ["Boys", 44, 50], ["Total", 124, 140]]
DOWN: Rows = [["Year", "Girls", "Boys"], [YEARS[0], 80, 44], [YEARS[1], 90, 50]]
LONG: Rows = [["Year", "Sex", "Offences"], *([y, s, n] for y, s, n in [
    (YEARS[0], "Girls", 80), (YEARS[0], "Boys", 44), (YEARS[1], "Girls", 90), (YEARS[1], "Boys", 50)
])]  # fmt: skip
CUT = [
    "Parameters: Date >= 01/04/2024 AND Date < 01/01/2026",
    "Filter: Date recorded is before 01/01/2026",
    "rec_date >= 20240401 and rec_date <= 20251231",
]
WHOLE = [
    "Parameters: Date >= 01/04/2024 AND Date <= 31/03/2026",
    "Parameters: Date >= 01/04/2024 AND Date < 01/04/2026",
    "Date recorded on or after 01/04/2024 and before 01/04/2026",
]


def asked_about(messages: list[str]) -> set[str]:
    return {year for year in YEARS for each in messages if f"of the whole of {year}?" in each}


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.pdf"])
@pytest.mark.parametrize("table", [TABLE, DOWN, LONG])
@pytest.mark.parametrize(("line", "cut"), [(CUT[0], {YEARS[1]}), (WHOLE[1], set())])
def test_a_query_that_ends_within_a_year_is_asked_about(line, cut, table, name):
    wide = [""] * (len(table[0]) - 1)
    assert asked_about(messages_of(name, [[line, *wide], ["", *wide], *table])) == cut
    assert asked_about(messages_of(name, [*table, ["", *wide], [line, *wide]])) == cut


@pytest.mark.parametrize("line", CUT)
def test_so_it_is_on_a_sheet_of_notes(line):
    data = xlsx_of({"Data": TABLE, "Notes": [[line]]})
    found = read_sheets("a.xlsx", open_file(data, "a.xlsx"))
    assert asked_about([each.message for each in found.problems]) == {YEARS[1]}


@pytest.mark.parametrize("line", WHOLE)
def test_the_limits_of_whole_years_are_no_question(line):
    assert not any("whole" in each for each in messages_of("a.xlsx", [[line], [], *TABLE]))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Date Recorded >= 01/06/2024", {"2024/25", "2024"}),
        ("Date Recorded > 31/03/2024", {"2024"}),
        ("Created before 01/01/2026", {"2025/26"}),
        ("Recorded on or before 31/12/2025", {"2025/26"}),
        ("Recorded on or before 30/11/2025", {"2025/26", "2025"}),
        ("Recorded after 30 June 2024", {"2024/25", "2024"}),
        ("Parameters: from 01/04/2024 AND before 01/01/2026", {"2024", "2025/26"}),
        ("Date <= Dec 2025", {"2025/26"}),
        ("Date < Apr 2026", {"2026"}),
    ],
)
def test_the_years_that_a_limit_cuts_short(text, years):
    assert {*years_cut_short(text)} - {"2023/24"} == years - {"2023/24"}


@pytest.mark.parametrize(
    "text",
    [
        "Some crimes recorded before 1 June 2024 had another code",
        "The officer who replied before 1 June 2024 has left the force",
        "Victim age < 13",
        "Recorded crimes of victims under 16",
    ],
)
def test_before_in_a_sentence_of_others_limits_nothing(text):
    assert not {*years_cut_short(text)}


def test_a_month_behind_a_sign_is_no_month_alone():
    rows: Rows = [["Sex", YEARS[0], "2025/26 <Dec"], *TABLE[1:]]
    messages = messages_of("a.xlsx", rows)
    assert any("only a part of 2025/26. Say why" in each for each in messages)
    assert not any("(December)" in each for each in messages)
