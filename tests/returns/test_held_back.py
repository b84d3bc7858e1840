"""What holds a file back: what nobody sees in it, and what tells of one person."""

import io
import zipfile

import docx
import pytest
import xlwt
from openpyxl.comments import Comment

from offences.returns import read_file
from offences.returns.formats.files import FileContents
from offences.returns.reader import read_sheets
from tests.imports.files import csv_of, ods_of, xls_of, xlsx_of, zip_of
from tests.returns.grids import Rows, sheet_of
from tests.returns.test_pages import ROWS as PAGE_ROWS
from tests.returns.test_pages import pdf_of

pytestmark = pytest.mark.usefixtures("read_here")

ROWS: Rows = [["Offence", "2017/18", "2018/19"], ["Rape", 1, 2], ["Grooming", 3, 4]]


def held(data: bytes, name: str = "a.xlsx") -> list[str]:
    return list(read_file(data, name).held_back)


def personal(rows: Rows) -> list[str]:
    return list(read_sheets("a.xlsx", FileContents([sheet_of(rows)])).personal)


def with_part(name: str, data: bytes = b"<x/>") -> bytes:
    before = zipfile.ZipFile(io.BytesIO(xlsx_of({"Data": ROWS})))
    return zip_of({part: before.read(part) for part in before.namelist()} | {name: data})


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (xlsx_of({"Data": ROWS}), "a.xlsx"),
        (xls_of({"Data": ROWS}), "a.xls"),
        (ods_of({"Data": ROWS}), "a.ods"),
        (csv_of(ROWS), "a.csv"),
        (pdf_of(PAGE_ROWS, ruled=True), "a.pdf"),
    ],
)
def test_an_ordinary_return_is_not_held_back(data, name):
    assert held(data, name) == []


def test_hidden_sheets_rows_and_columns_hold_a_file_back():
    def hide(book):
        book["Data"].column_dimensions["B"].hidden = True
        book["Data"].row_dimensions[3].hidden = True
        book["Old"].sheet_state = "veryHidden"

    assert held(xlsx_of({"Data": ROWS, "Old": ROWS}, change=hide)) == [
        "Hidden sheet: Old.",
        "Hidden column: Data!B.",
        "Hidden row: Data!3.",
    ]


def test_a_row_or_column_of_no_size_is_hidden_too():
    def flatten(book):
        book["Data"].column_dimensions["C"].width = 0.1
        book["Data"].row_dimensions[2].height = 0.1

    data = xlsx_of({"Data": ROWS}, change=flatten)
    assert held(data) == ["Hidden column: Data!C.", "Hidden row: Data!2."]
    assert [o.cell for t in read_file(data, "a.xlsx").tables for o in t.observations] == ["B3"]


def test_a_column_of_no_size_in_an_old_workbook_is_hidden():
    book = xlwt.Workbook()
    sheet = book.add_sheet("Data")
    for r, row in enumerate(ROWS):
        for c, value in enumerate(row):
            sheet.write(r, c, value)
    sheet.col(2).width = 0
    out = io.BytesIO()
    book.save(out)
    assert held(out.getvalue(), "a.xls") == ["Hidden column: Data!C."]


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("xl/pivotCache/pivotCacheRecords1.xml", "pivot table"),
        ("xl/externalLinks/externalLink1.xml", "other workbooks"),
        ("xl/model/item.data", "data model"),
        ("xl/connections.xml", "data model"),
        ("xl/embeddings/oleObject1.bin", "embedded"),
    ],
)
def test_what_lies_beside_the_sheets_holds_a_file_back(part, said):
    (sentence,) = held(with_part(part))
    assert said in sentence


def test_comments_hold_a_file_back():
    def remark(book):
        book["Data"]["B2"].comment = Comment("the girl from the High Street", "officer")

    assert held(xlsx_of({"Data": ROWS}, change=remark)) == [
        "Comments contain text that the sheets do not show."
    ]


def test_deleted_text_in_a_letter_holds_it_back():
    letter = docx.Document()
    paragraph = letter.add_paragraph("Offences in 2018/19")
    deleted = paragraph._p.makeelement(f"{{{paragraph._p.nsmap['w']}}}del", {})
    run = paragraph._p.makeelement(f"{{{paragraph._p.nsmap['w']}}}r", {})
    text = paragraph._p.makeelement(f"{{{paragraph._p.nsmap['w']}}}delText", {})
    text.text = "her name"
    run.append(text)
    deleted.append(run)
    paragraph._p.append(deleted)
    out = io.BytesIO()
    letter.save(out)
    assert held(out.getvalue(), "a.docx") == ["Tracked changes contain text that was deleted."]


PERSONS = {
    "dob": ("DOB", ["2004-05-01", "2006-07-12", "2005-01-30"]),
    "birth": ("Date of Birth", ["01/05/2004", "12/07/2006", "30/01/2005"]),
    "born, unsaid": (
        "Day", ["1999-05-01", "2006-07-12", "2012-01-30", "2001-03-02", "2016-11-11"]
    ),
    "surname": ("Surname", ["Ashby", "Birch", "Crane"]),
    "victim": ("Victim name", ["A. Ashby", "B. Birch", "C. Crane"]),
    "names, unsaid": (
        "Person", ["Emily Ashby", "Jack Birch", "Crane, Olivia", "Mohammed Dell", "Sarah Elm"]
    ),
    "address": ("Home address", ["1 Elm Street", "22 Oak Road", "3 Ash Lane"]),
    "address, unsaid": ("Where", ["1 Elm Street, Northtown", "22 Oak Road", "Flat 3, 7 Ash Lane"]),
    "postcode": ("Postcode", ["NT1 1AA", "NT1 2BB", "NT22 3CC"]),
    "postcode, unsaid": ("Where", ["NT1 1AA", "NT1 2BB", "NT22 3CC"]),
    "e-mail": ("Contact", ["a@example.org", "b@example.org", "c@example.org"]),
    "telephone": ("Tel no.", ["07700 900001", "07700 900002", "+44 7700 900003"]),
    "telephone, unsaid": ("Contact", ["07700 900001", "07700 900002", "07700 900003"]),
    "account": ("MO", ["They met in a chat room and then were asked for pictures."] * 3),
}  # fmt: skip


@pytest.mark.parametrize("what", PERSONS)
def test_a_column_that_tells_of_persons_is_named(what):
    heading, cells = PERSONS[what]
    rows: Rows = [["Crime ref", "Date recorded", "Offence", heading, "Age"]]
    rows += [[f"NT/{i}/18", "2018-05-0" + str(i + 1), "Rape", c, 12] for i, c in enumerate(cells)]
    assert personal(rows) == ["Data!D"]


IMPERSONAL = {
    "force": ("Force name", ["Northshire", "Eastvale", "Westmarch", "Southmoor"]),
    "named as people": ("Platform name", ["Kik", "Alex", "Snapchat", "Facebook"]),
    "offence": ("Offence name", ["Rape", "Grooming", "Incest", "Exposure"]),
    "code": ("Offence code", ["19D", "22B/05", "88A", "71"]),
    "reference": ("Crime number", ["01234567890", "01234567891", "01234567892", "01234567893"]),
    "recorded": ("Date recorded", ["2004-05-01", "2019-07-12", "2011-01-30", "2001-03-02"]),
    "years": ("Day", [f"{year}-09-30" for year in range(2000, 2020)]),
    "months": ("Month", ["April", "May", "June", "July"]),
    "places": ("Place", ["Public place", "Dwelling", "High Street", "School"]),
    "counted": ("Email", ["12", "14", "3", "0"]),
}


@pytest.mark.parametrize("what", IMPERSONAL)
def test_what_returns_are_made_of_is_not_personal(what):
    heading, cells = IMPERSONAL[what]
    rows: Rows = [["Offence", heading, "2018/19"], *(["Rape", cell, 5] for cell in cells)]
    assert personal(rows) == []


def test_one_address_in_the_title_is_the_forces_own():
    rows: Rows = [["foi@northshire.example"], ["1 Police Street, Northtown NT1 1AA"], [], *ROWS]
    assert personal(rows) == []


def test_a_column_of_persons_is_told_with_its_heading():
    rows: Rows = [["Ref", "Date recorded", "Offence", "DOB"], ["1", "2018-05-01", "Rape",
                  "2004-05-01"], ["2", "2018-05-01", "Rape", "2005-05-01"]]  # fmt: skip
    whole = read_sheets("a.xlsx", FileContents([sheet_of(rows)]))
    assert whole.held_back == ("Column Data!D, headed “DOB”, looks like dates of birth.",)


def test_hidden_text_in_a_letter_is_not_read_and_holds_it_back():
    letter = docx.Document()
    table = letter.add_table(rows=3, cols=3)
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = str(text)
    table.rows[1].cells[1].paragraphs[0].add_run("7").font.hidden = True
    out = io.BytesIO()
    letter.save(out)
    seen = read_file(out.getvalue(), "a.docx")
    assert seen.held_back == ("The letter has text that is formatted as hidden.",)
    assert [o.value for t in seen.tables for o in t.observations] == [1, 2, 3, 4]


def test_the_history_of_a_shared_workbook_holds_it_back():
    (sentence,) = held(with_part("xl/revisions/revisionLog1.xml"))
    assert sentence == "Tracked changes contain text that was deleted."
