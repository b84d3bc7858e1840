"""Pictures, tips and charts of a file: what nobody reads is asked about, what can be is read."""

import io

import docx
import openpyxl
import pytest
from docx.shared import Cm
from openpyxl.chart import BarChart, Reference
from openpyxl.drawing.image import Image
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image as Drawing

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.imports.files import xlsx_of
from tests.returns.grids import Rows

ROWS: Rows = [["Offence", "2018/19", "2019/20"], ["Rape", 31, 27], ["Grooming", 12, 14]]


def drawn() -> io.BytesIO:
    out = io.BytesIO()
    Drawing.new("RGB", (4, 4)).save(out, "png")
    out.seek(0)
    return out


def asked(data: bytes, name: str) -> str:
    return " ".join(each.message for each in read_sheets(name, open_file(data, name)).problems)


@pytest.mark.parametrize(
    ("at", "size", "is_asked"),
    [
        ("A6", (600, 300), True),  # below the counts
        ("F3", (500, 300), True),  # beside them
        ("B2", (60, 20), True),  # over one of them
        ("A1", (400, 120), False),  # a badge above all
        ("A8", (80, 40), False),
    ],
)
def test_a_picture_of_a_workbook_that_may_be_of_figures_is_asked_about(at, size, is_asked):
    def add(book: openpyxl.Workbook) -> None:
        picture = Image(drawn())
        picture.width, picture.height = size
        book["Data"].add_image(picture, at)

    assert ("A picture in this file" in asked(xlsx_of({"Data": ROWS}, add), "a.xlsx")) is is_asked


@pytest.mark.parametrize(("cell", "is_asked"), [("", True), ("Essex Police", False)])
def test_a_picture_on_a_sheet_that_has_nothing_else_is_asked_about_wherever_it_is(cell, is_asked):
    def add(book: openpyxl.Workbook) -> None:
        sheet = book.create_sheet("Second")
        sheet.add_image(Image(drawn()), "A1")
        sheet["A5"] = cell or None

    assert ("A picture in this file" in asked(xlsx_of({"Data": ROWS}, add), "a.xlsx")) is is_asked


@pytest.mark.parametrize(
    ("wide", "below", "is_asked"), [(12, True, True), (3, True, False), (12, False, False)]
)
def test_a_large_picture_in_a_letter_is_asked_about_unless_it_heads_it(wide, below, is_asked):
    letter = docx.Document()
    if not below:
        letter.add_picture(drawn(), Cm(wide), Cm(5))
    table = letter.add_table(len(ROWS), 3)
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = str(text)
    if below:
        letter.add_picture(drawn(), Cm(wide), Cm(5))
    out = io.BytesIO()
    letter.save(out)
    assert ("A picture in this file" in asked(out.getvalue(), "a.docx")) is is_asked


@pytest.mark.parametrize(
    ("text", "changes"), [("Suspects are counted here", True), ("Click to open", False)]
)
@pytest.mark.parametrize("where", ["tooltip", "prompt", "chart sheet"])
def test_words_of_tips_and_chart_sheets_are_shown(where, text, changes):
    def add(book: openpyxl.Workbook) -> None:
        sheet = book["Data"]
        if where == "tooltip":
            sheet["A1"].hyperlink = "https://northshire.example/"
            sheet["A1"].hyperlink.tooltip = text
        elif where == "prompt":
            rule = DataValidation(type="whole", operator="greaterThan", formula1="0", prompt=text)
            sheet.add_data_validation(rule)
            rule.add("B2:C3")
        else:
            chart = BarChart()
            chart.title = text if changes else "Offences by year"
            chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=3))
            book.create_chartsheet("Chart").add_chart(chart)

    assert (f"“{text}”" in asked(xlsx_of({"Data": ROWS}, add), "a.xlsx")) is changes
