"""The picture of a sheet: every cell with what it was taken for."""

from offences.returns import read_file
from offences.returns.formats.files import FileContents
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile, from_document, to_document, to_report
from offences.returns.sheet_reader import read_sheet
from tests.imports.files import xlsx_of
from tests.returns.grids import Rows, sheet_of

ROWS: Rows = [
    ["FOI 12/19: offences recorded by Northshire Police"],
    [],
    ["Code", "Offence", "2017/18", "2018/19", "Total", "% change"],
    ["19", "Rape", 4, "<5", 8, 0.5],
    ["88", "Grooming", "", 6, 6, 0.25],
    ["", "Total", 4, 10, 14, 0.4],
    [],
    ["* fewer than 5"],
]


def roles(rows: Rows) -> dict[str, str]:
    sheet = sheet_of(rows)
    return {sheet.address(*place): role for place, role in read_sheet(sheet).roles.items()}


def seen(rows: Rows, **more: object) -> ReadFile:
    return read_sheets("a.xlsx", FileContents([sheet_of(rows, **more)]))


def test_every_cell_that_holds_anything_has_one_role():
    found = roles(ROWS)
    filled = {place for place in sheet_of(ROWS).cells}
    assert {sheet_of(ROWS).address(*place) for place in filled} <= set(found)
    by_role = {role: sorted(a for a, r in found.items() if r == role) for role in found.values()}
    assert by_role == {
        "note": ["A1", "A8"],
        "ignored": ["A3", "A4", "A5", "F3", "F4", "F5", "F6"],
        "label": ["B3", "B4", "B5"],
        "year": ["C3", "D3"],
        "total": ["B6", "C6", "D6", "E3", "E4", "E5", "E6"],
        "value": ["C4", "D5"],
        "marker": ["C5", "D4"],
    }


def test_a_line_between_rows_is_the_label_or_the_year_of_what_follows():
    found = roles(
        [["Offence", "Male", "Female"], ["2017/18"], ["Rape", 1, 2], ["2018/19"], ["Rape", 3, 4]]
    )
    assert (found["A2"], found["A4"], found["A3"]) == ("year", "year", "label")


def test_a_listing_shows_what_was_counted_and_what_was_not():
    found = roles(
        [["Crime Ref", "Date Recorded", "Offence", "Victim age"], ["A1", "2018-04-01", "Rape", 12],
         ["A2", "2018-04-02", "Rape", 12]]
    )  # fmt: skip
    assert [found[f"{letter}2"] for letter in "ABCD"] == ["ignored", "year", "label", "label"]


def test_the_sheet_stands_as_it_is_also_where_no_table_is():
    (sheet,) = seen([[], ["", "No information", ""], ["held."]], name="Notes").sheets
    assert sheet.rows == ((2, ("", "No information")), (3, ("held.",)))
    assert sheet.roles == {"B2": "note", "A3": "note"}


def test_an_error_in_a_cell_is_shown_as_it_is():
    rows: Rows = [["Offence", "2017/18", "2018/19"], ["Rape", "", 2], ["Grooming", 3, 4]]
    (sheet,) = seen(rows, faults={(2, 2): "holds the error #REF!"}).sheets
    assert sheet.rows[1] == (2, ("Rape", "#REF!", "2"))
    assert (sheet.faults, sheet.roles["B2"]) == ({"B2": "holds the error #REF!"}, "marker")


def test_a_table_knows_the_lines_over_it():
    (table,) = seen(ROWS).tables
    assert list(table.titles) == ["FOI 12/19: offences recorded by Northshire Police"]


def test_a_part_of_a_year_says_its_months():
    rows: Rows = [["Offence", "2017/18", "Apr-Sep 2018"], ["Rape", 1, 2]]
    (table,) = seen(rows).tables
    assert [o.months for o in table.observations] == [None, (4, 9)]


def test_what_was_read_survives_the_way_through_json():
    data = xlsx_of({"Data": ROWS, "Notes": [["Section 12"]]})
    read = read_file(data, "a.xlsx")
    assert [sheet.name for sheet in read.sheets] == ["Data", "Notes"]
    assert from_document(to_document(read)) == read


def test_the_report_of_the_command_is_a_part_of_what_is_stored():
    read = seen(ROWS)
    whole, report = to_document(read), to_report(read)
    assert report == {
        "file": "a.xlsx",
        "tables": [
            {"sheet": t["sheet"], "range": t["range"], "observations": [
                {k: v for k, v in o.items() if k not in ("part", "words")}
                for o in t["observations"]
            ]}
            for t in whole["tables"]
        ],
        "problems": whole["problems"] + whole["against_itself"],
        "not_taken": whole["not_taken"],
        "hidden": [],
    }  # fmt: skip


def test_a_file_that_gives_nothing_is_seen_as_nothing():
    whole = read_file(b"", "a.xlsx")
    assert (whole.sheets, whole.held_back, whole.personal) == ((), (), ())
    assert whole.problems
