"""What a person sees of a cell is read, and what the eye cannot settle is asked about."""

import io
import re
import zipfile

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from offences.returns.formats.cell_looks import shown_instead
from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.imports.files import xlsx_of, zip_of
from tests.returns.grids import Rows
from tests.returns.three_formats import ods_with

SEXES: Rows = [["Sex", "2020/21", "2021/22"], ["Female", 3, 25], ["Male", 12, 1]]
ACROSS: Rows = [["Year", "Girls", "Boys"], ["2020/21", 3, 25], ["2021/22", 12, 1]]


def read(rows: Rows, change) -> ReadFile:
    data = xlsx_of({"Data": rows}, change=lambda book: change(book["Data"]))
    return read_sheets("a.xlsx", open_file(data, "a.xlsx"))


def cells(found: ReadFile) -> dict[str | None, object]:
    seen = [each for table in found.tables for each in table.observations]
    return {o.cell: (o.marker, o.low, o.high) if o.marker else o.value for o in seen}


def stops(found: ReadFile) -> dict[str | None, str]:
    return {each.cell: each.message for each in found.problems if each.stops}


@pytest.mark.parametrize("rows", [SEXES, ACROSS])
@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ('"<5"', ("suppressed", 1, 4)),
        ('"*"', ("suppressed", None, None)),
        ('[<5]"<5";0', ("suppressed", 1, 4)),
        ('[<=4]\\*;[>4]#,##0', ("suppressed", None, None)),
        ("**", ("suppressed", None, None)),
        ('"<"0', ("suppressed", 1, 2)),
        ('"not held"', ("not_held", None, None)),
    ],
)  # fmt: skip
def test_a_number_that_its_format_replaces_is_read_as_it_is_seen(rows, code, seen):
    def mask(sheet) -> None:
        sheet["B2"].number_format = code

    found = read(rows, mask)
    assert cells(found) == {"B2": seen, "C2": 25, "B3": 12, "C3": 1}
    assert found.hidden == ("Data!B2",)
    assert found.quarantine == ("Hidden cell content: Data!B2.",)
    assert not any("3" in row for sheet in found.sheets for _, row in sheet.rows)


@pytest.mark.parametrize("code", [";;;", '""', '[>9]0;""'])
def test_a_number_that_its_format_hides_is_not_read_and_is_asked_about(code):
    def mask(sheet) -> None:
        sheet["B2"].number_format = code

    found = read(SEXES, mask)
    assert cells(found)["B2"] == ("blank", None, None)
    assert stops(found)["B2"].startswith("This cell looks empty, but its format hides a number.")


def test_a_number_in_white_on_white_is_hidden_and_on_a_colour_is_not():
    def whiten(sheet) -> None:
        sheet["B2"].font = sheet["C2"].font = Font(color="FFFFFFFF")
        sheet["C2"].fill = PatternFill("solid", fgColor="FF203864")

    found = read(SEXES, whiten)
    assert cells(found) == {"B2": ("blank", None, None), "C2": 25, "B3": 12, "C3": 1}
    assert [*stops(found)] == ["B2"]


@pytest.mark.parametrize(
    "code",
    [
        "0", "#,##0", "General", "0.00", '#,##0" offences"', "[Red]0", "[$£-809]#,##0",
        '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', '#,##0;-#,##0;"-"', "0;-0;;@", "@",
        "0_);(0)", '[<5]0;0" or so"',
    ],
)  # fmt: skip
def test_ordinary_formats_change_nothing(code):
    assert shown_instead(code, 3) is None
    assert shown_instead(code, 0) is None


def test_a_zero_that_is_shown_as_a_mark_is_that_mark_and_as_a_dash_is_zero():
    assert shown_instead('0;-0;"*"', 0) == "*"
    assert shown_instead('0;-0;"-"', 0) is None
    assert shown_instead("0%", 1) == "100%"


def test_an_open_document_is_read_as_it_is_seen_too():
    note = "<office:annotation><text:p>should be 13</text:p></office:annotation>"
    before = zipfile.ZipFile(io.BytesIO(ods_with(SEXES, [])))
    parts = {name: before.read(name) for name in before.namelist()}
    content = parts["content.xml"].decode()
    content = re.sub(r"<text:p>3</text:p>", "<text:p>&lt;5</text:p>", content)
    content = re.sub(r"<text:p>25</text:p>", f"{note}<text:p>25</text:p>", content)
    parts["content.xml"] = content.encode()
    found = read_sheets("a.ods", open_file(zip_of(parts), "a.ods"))
    assert cells(found) == {"B2": ("suppressed", 1, 4), "C2": 25, "B3": 12, "C3": 1}
    assert found.hidden == ("Data!B2",)
    assert [*stops(found)] == ["C2"]


@pytest.mark.parametrize("rows", [SEXES, ACROSS])
def test_a_figure_that_is_struck_out_is_asked_about(rows):
    def strike(sheet) -> None:
        sheet["C2"].font = Font(strike=True)
        sheet["E9"].font = Font(strike=True)

    found = read(rows, strike)
    assert stops(found) == {"C2": "“25” is struck out. Does it still count?"}
    assert cells(found)["C2"] == 25


def test_a_label_that_is_struck_out_and_a_part_of_a_figure_are_asked_about():
    def strike(sheet) -> None:
        sheet["A3"].font = Font(strike=True)
        sheet["B2"] = CellRichText(TextBlock(InlineFont(strike=True), "12"), "13")

    found = read(SEXES, strike)
    assert cells(found)["B2"] == 13
    assert stops(found) == {
        "A3": "“Male” is struck out. Does it still count?",
        "B2": "A part of this cell is struck out, and “13” was read. Is that right?",
    }


def test_a_comment_on_a_figure_is_asked_about_and_one_beside_the_table_is_not():
    def comment(sheet) -> None:
        sheet["B3"].comment = Comment("should be 13", "x")
        sheet["A9"] = "Produced by the team"
        sheet["A9"].comment = Comment("a word", "x")

    found = read(SEXES, comment)
    why = "“12” has a comment, which was not read. Does it change the figure?"
    assert stops(found) == {"B3": why}
    assert any("Comments contain text" in each for each in found.quarantine)


def test_of_many_figures_that_are_struck_out_five_are_named():
    rows: Rows = [["Sex", "2020/21"], *([f"Offence {n}", n] for n in range(9))]

    def strike(sheet) -> None:
        for row in range(2, 11):
            sheet.cell(row, 2).font = Font(strike=True)

    found = stops(read(rows, strike))
    assert len(found) == 5
    assert all("So it is with 4 more." in each for each in found.values())
