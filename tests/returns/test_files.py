"""Whole files: whatever is brought, there are observations or a problem."""

import io
import json
import zipfile
from pathlib import Path

import docx
import pytest
from django.core.management import call_command
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from offences.returns import read_file
from tests.imports.files import csv_of, ods_of, xls_of, xlsx_of, zip_of

ROWS: list[list[object]] = [["Offence", "2017/18", "2018/19"], ["Rape", 1, 2], ["Grooming", 3, 4]]
pytestmark = pytest.mark.usefixtures("read_here")

FOUR = {"B2": 1, "C2": 2, "B3": 3, "C3": 4}


def found(data: bytes, name: str) -> dict[str, int]:
    read = read_file(data, name)
    return {o.cell: o.value for t in read.tables for o in t.observations}


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (xlsx_of({"Data": ROWS}), "a.xlsx"),
        (xls_of({"Data": ROWS}), "a.xls"),
        (ods_of({"Data": ROWS}), "a.ods"),
        (csv_of(ROWS), "a.csv"),
        (csv_of(ROWS, delimiter=";", encoding="cp1252"), "a.csv"),
        (csv_of(ROWS, delimiter="\t", encoding="utf-16"), "a.tsv"),
        (b"sep=;\r\n" + csv_of(ROWS, delimiter=";"), "a.csv"),
        (b'"sep=|"\n' + csv_of(ROWS, delimiter="|"), "a.csv"),
        (b"SEP=;\n" + csv_of(ROWS), "a.csv"),
        (csv_of(ROWS).replace(b"\r\n", b"\n").replace(b"\n", b"\r"), "a.csv"),  # Excel for Mac
        (b"sep=;\r" + csv_of(ROWS, delimiter=";").replace(b"\r\n", b"\r"), "a.csv"),
    ],
)
def test_every_kind_of_spreadsheet_says_the_same(data, name):
    assert found(data, name) == FOUR


def test_what_is_hidden_is_named_and_not_read():
    def hide(book):
        book["Data"].column_dimensions["B"].hidden = True
        book["Data"].row_dimensions[3].hidden = True
        book["Old"].sheet_state = "veryHidden"

    data = xlsx_of({"Data": ROWS, "Old": ROWS}, change=hide)
    read = read_file(data, "a.xlsx")
    assert found(data, "a.xlsx") == {"C2": 2}
    assert sorted(read.hidden) == ["Data!3", "Data!B", "Old"]
    assert any("Hidden parts" in problem.message for problem in read.problems)


def test_a_raised_figure_is_a_footnote_and_no_digit():
    def raise_figure(book):
        mark = TextBlock(InlineFont(vertAlign="superscript"), "1")
        book["Data"]["B2"] = CellRichText("68", mark)

    assert found(xlsx_of({"Data": ROWS}, change=raise_figure), "a.xlsx") == FOUR | {"B2": 68}


SHARED = (
    b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1"><si>'
    b'<r><t>68</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></si></sst>'
)


def test_a_raised_figure_in_the_shared_texts_is_a_footnote_too():
    before = zipfile.ZipFile(io.BytesIO(xlsx_of({"Data": ROWS})))
    parts = {name: before.read(name) for name in before.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    start = sheet.index(b'<c r="B2"')
    end = sheet.index(b"</c>", start)
    cell = b'<c r="B2" t="s"><v>0</v>'
    parts["xl/worksheets/sheet1.xml"] = sheet[:start] + cell + sheet[end:]
    parts["xl/sharedStrings.xml"] = SHARED
    assert found(zip_of(parts), "a.xlsx") == FOUR | {"B2": 68}


def test_a_table_in_a_word_letter_is_read():
    letter = docx.Document()
    letter.add_paragraph("Offences recorded in 2018/19")
    table = letter.add_table(rows=2, cols=3)
    for row, texts in zip(
        table.rows, [["Offence", "Male", "Female"], ["Rape", "1", "<5"]], strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    out = io.BytesIO()
    letter.save(out)
    (table_read,) = read_file(out.getvalue(), "a.docx").tables
    first, second = table_read.observations
    assert (table_read.sheet, first.cell, first.year) == ("table 1", "R2C2", "2018/19")
    assert (first.value, second.marker, second.high) == (1, "suppressed", 4)


BAD = {
    "nothing": (b"", "a.xlsx"),
    "a damaged workbook": (xlsx_of({"Data": ROWS})[:1500], "a.xlsx"),
    "a text named xlsx": (csv_of(ROWS), "a.xlsx"),
    "a workbook named csv": (xlsx_of({"Data": ROWS}), "a.csv"),
    "a workbook with nothing in it": (xlsx_of({"Data": []}), "a.xlsx"),
    "only prose": (csv_of([["No information held."], ["Section 12 applies."]]), "a.csv"),
    "a broken PDF": (b"%PDF-1.4 and nothing more", "a.pdf"),
    "noise": (bytes(range(256)) * 20, "a.xls"),
}


@pytest.mark.parametrize("what", BAD)
def test_a_file_that_gives_nothing_gives_a_problem(what):
    read = read_file(*BAD[what])
    assert read.tables == ()
    assert all(problem.message.endswith(".") for problem in read.problems)
    assert read.problems


def test_the_command_prints_json(tmp_path: Path, capsys):
    path = tmp_path / "a.csv"
    path.write_bytes(csv_of(ROWS))
    call_command("read_return", str(path))
    assert json.loads(capsys.readouterr().out)["tables"][0]["range"] == "A1:C3"


@pytest.mark.parametrize("far", ["XFD1048576", "A1048576", "XFD1", "ZZ20000"])
def test_one_cell_in_the_far_corner_is_told_and_the_table_is_read(far):
    def slip(book):
        book["Data"][far] = 1

    data = xlsx_of({"Data": ROWS}, change=slip)
    assert found(data, "a.xlsx") == FOUR
    assert [problem.cell for problem in read_file(data, "a.xlsx").problems] == [far]


def test_a_file_of_more_cells_than_can_be_read_says_so():
    data = csv_of([[1] * 5000] * 101)
    (problem,) = read_file(data, "a.csv").problems
    assert "505,000 filled cells" in problem.message
