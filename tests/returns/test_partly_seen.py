"""A number of which a person sees only a part, or two where the file has one."""

import io
import re
import zipfile

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color, Font, PatternFill

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.imports.files import xlsx_of, zip_of
from tests.returns.every_format import ods_with
from tests.returns.grids import Rows
from tests.returns.test_cell_looks import stops


@pytest.mark.parametrize(("colour", "asked"), [("FFFFFFFF", True), ("FFFF0000", False)])
def test_a_digit_in_white_beside_others_is_asked_about(colour, asked):
    def write(book) -> None:
        first = TextBlock(InlineFont(color=colour), "1")
        book["Data"]["B2"].value = CellRichText(first, "2")

    rows: Rows = [["Offence", "2018/19"], ["Rape", "31"], ["Incest", "12"]]
    found = read_sheets("a.xlsx", open_file(xlsx_of({"Data": rows}, write), "a.xlsx"))
    assert bool(stops(found)) is asked


@pytest.mark.parametrize("between", ["<text:line-break/>", "</text:p><text:p>"])
def test_two_numbers_of_an_open_document_in_one_cell_are_not_one(between):
    rows: Rows = [["Offence", "2018/19"], ["Rape", "31"], ["Incest", "12"]]
    before = zipfile.ZipFile(io.BytesIO(ods_with(rows, [])))
    parts = {name: before.read(name) for name in before.namelist()}
    content, count = re.subn(">31<", f">3{between}1<", parts["content.xml"].decode())
    assert count == 1
    found = read_sheets(
        "a.ods", open_file(zip_of(parts | {"content.xml": content.encode()}), "a.ods")
    )
    values = {each.cell: each.value for table in found.tables for each in table.observations}
    assert values["B2"] is None


def test_two_colours_of_a_list_that_are_alike_hide_a_number():
    def paint(book) -> None:
        cell = book["Data"]["B2"]
        cell.font = Font(color=Color(indexed=12))
        cell.fill = PatternFill("solid", fgColor=Color(indexed=4))

    rows: Rows = [["Offence", "2018/19"], ["Rape", 31], ["Incest", 12]]
    found = read_sheets("a.xlsx", open_file(xlsx_of({"Data": rows}, paint), "a.xlsx"))
    assert found.hidden == ("Data!B2",)
