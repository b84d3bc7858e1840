"""Lines of two cells above tables, lines of pages between rows, and notes with numbers."""

import pytest

from offences.returns.formats.files import FileContents, open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from offences.returns.sheet import NotTaken
from offences.returns.sheet_reader import read_sheet
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, listed, problems, read, sheet_of
from tests.returns.test_pages import Words, pages_of

YEARS = ["2020/21", "2021/22"]
TABLE: Rows = [["Offence", *YEARS], ["Rape", 34, 41], ["Incest", 2, 5], ["Total", 36, 46]]
PIVOT: Rows = [
    ["Count of Crime Number", "Column Labels", ""],
    ["Row Labels", *YEARS],
    ["Rape", 34, 41],
    ["Incest", 2, 5],
]


def stops(rows: Rows) -> list[str]:
    return [each.message for each in problems(rows) if each.stops]


def open_cells(rows: Rows) -> list[NotTaken]:
    return [each for each in read_sheet(sheet_of(rows)).not_taken if each.stops]


def conflicts(rows: Rows) -> list[str]:
    found = read_sheets("a.xlsx", FileContents([sheet_of(rows)]))
    return [each.message for each in (*found.problems, *found.conflicts)]


def read_in(name: str, rows: Rows) -> ReadFile:
    return read_sheets(name, open_file(FORMATS[name](rows, []), name))


@pytest.mark.parametrize("filters", [1, 2, 3])
@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_the_filters_of_a_pivot_are_no_headings_of_it(name, filters):
    above: Rows = [["Cyber Flag", "Y"], ["Age", "(Multiple Items)"], ["HO Group", "17 - Other"]]
    found = read_in(name, [*above[:filters], [], *PIVOT])
    counts = {(o.year, o.labels["offence"], o.value) for t in found.tables for o in t.observations}
    assert counts == {
        ("2020/21", "Rape", 34),
        ("2021/22", "Rape", 41),
        ("2020/21", "Incest", 2),
        ("2021/22", "Incest", 5),
    }
    assert not any(each.stops for each in (*found.problems, *found.not_taken))
    assert not any(o.other for t in found.tables for o in t.observations)


def test_a_force_and_a_year_in_lines_of_two_cells_are_those_of_the_table_below():
    rows: Rows = [["Force", "Northshire Police"], ["Year", "2020/21"], []]
    found = read([*rows, ["Offence", "Male", "Female"], ["Rape", 3, 4], ["Incest", 5, 6]])
    assert {(each.year, each.labels["force"]) for each in found.values()} == {
        ("2020/21", "Northshire Police")
    }


def test_years_that_a_key_explains_are_asked_for_and_no_year_of_the_key_is_taken():
    key: Rows = [["Year 1", "01/04/2020 to 31/03/2021"], ["Year 2", "01/04/2021 to 31/03/2022"]]
    rows = [*key, [], ["Platform", "Year 1", "Year 2"], ["Kik", 3, 4], ["Snapchat", 5, 6]]
    assert {each.year for each in read(rows).values()} == {None}
    assert len(stops(rows)) == 1
    assert open_cells(rows) == []


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_page_numbers_and_dates_of_printing_between_rows_are_no_counts(name):
    end: Rows = [["Page 1 of 2", "", "Printed 08/06/2023"], TABLE[0]]
    found = read_in(
        name, [*TABLE[:2], *end, *TABLE[2:3], ["Page 2 of 2", "", "Printed 08/06/2023"]]
    )
    (table,) = found.tables
    assert [each.value for each in table.observations] == [34, 41, 2, 5]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("bands", "dates"),
    [(["0-5", "Nov-15", "16-17"], ["Nov-15"]), (["06-Oct", "2015-11-01", "16-17"], None)],
)
def test_a_date_over_a_column_beside_ages_is_asked_about_where_each_row_has_its_year(bands, dates):
    rows = [["Year", *bands], ["2020/21", 1, 28, 86], ["2021/22", 6, 22, 90]]
    asked = [f"“{each}” is a date: was it an age band, as 10-11 is?" for each in dates or bands[:2]]
    assert stops(rows) == asked


def test_months_of_the_same_year_as_their_rows_are_not_asked_about():
    rows: Rows = [["Year", "Apr-20", "May-20"], ["2020/21", 28, 86]]
    assert not any("age band" in why for why in stops(rows))


def test_a_line_of_several_clauses_above_a_table_labels_nothing():
    for line in (
        "Extract run 14/05/2024 from Niche; 5 offence types; 4 financial years",
        "Sexual offences; all victims under 18",
    ):
        found = read([[line], [], ["Victim sex", *YEARS], ["Male", 3, 4], ["Female", 5, 6]])
        assert {tuple(each.labels) for each in found.values()} == {("sex",)}
        assert not any(each.other for each in found.values())


def test_a_list_of_months_is_counted_in_their_years():
    rows: Rows = [["Month recorded", "Offence", "Age"]]
    rows += [["Apr-22", "Rape", 12], ["May-22", "Rape", 13], ["Mar-22", "Rape", 12]]
    assert sorted((each.year, each.labels["age"], each.value) for each in listed(rows)) == [
        ("2021/22", "12", 1),
        ("2022/23", "12", 1),
        ("2022/23", "13", 1),
    ]
    assert any("Make sure that the whole year is there" in p.message for p in problems(rows))


def test_a_total_in_words_stops_unless_it_is_one_of_the_table():
    assert open_cells([*TABLE, [], ["Total number of crimes: 46"]]) == []
    (asked,) = open_cells([*TABLE, [], ["Total number of crimes: 70"]])
    assert asked.cell == "A6"


def test_the_year_of_an_act_gives_no_number_unless_it_is_all_that_is_said():
    note = "(2) Section 15 Sexual Offences Act 2003: 16 crimes were reclassified in 2021."
    assert open_cells([*TABLE, [], [note]]) == []
    assert open_cells([*TABLE, [], ["Sexual Offences Act 2003: 12 offences"]])


def test_parts_of_a_count_are_not_added_to_it_and_are_no_more_than_it():
    parts: Rows = [["Rape", 34, 41], ["of which flagged", 20, 30], ["Incest", 2, 5]]
    assert conflicts([TABLE[0], *parts, TABLE[3]]) == []
    more = [TABLE[0], parts[0], ["of which flagged", 20, 50], *parts[2:], TABLE[3]]
    assert conflicts(more) == ["50 is more than the 41 that it is a part of (C2)."]
    across: Rows = [["Year", "Offences", "of which flagged"], ["2020/21", 5, 2], ["2021/22", 4, 5]]
    assert conflicts(across) == ["5 is more than the 4 that it is a part of (B3)."]


def test_not_known_in_a_number_s_place_is_a_number_that_is_not_available():
    assert read([["Offence", *YEARS], ["Rape", "n/k", 4], ["Incest", 5, 6]])["B2"].marker == (
        "not_available"
    )


def ruled(left: int, rows: Rows) -> tuple[Words, list[str]]:
    """A table with rules, 100 points below the edge of its page: its words and its rules."""
    words: Words = []
    strokes = []
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            words.append((left + 70 * c + 3, 114 + 20 * r, str(value)))
            strokes.append(f"{left + 70 * c} {842 - 120 - 20 * r} 70 20 re S")
    return words, strokes


def test_the_last_row_of_the_longer_of_two_tables_is_no_line_below_the_other():
    def asked_of(*words: tuple[int, int, str]) -> list[str]:
        short = ruled(40, [["Sex", "2020/21"], ["Girls", 34]])
        long = ruled(300, [["Age", "2020/21"], ["Under 13", 12], ["13-15", 14], ["16-17", 8]])
        page = ([*short[0], *long[0], *words], [*short[1], *long[1]])
        found = read_sheets("a.pdf", open_file(pages_of([page]), "a.pdf"))
        assert sorted(o.value for t in found.tables for o in t.observations) == [8, 12, 14, 34]
        return [each.message for each in found.problems]

    assert asked_of() == []
    assert any("Boys left out" in each for each in asked_of((43, 174, "Boys left out")))
