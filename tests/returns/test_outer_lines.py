"""What a workbook shows or prints outside its cells is read like a line below its tables."""

import io
import re
import struct
import zipfile

import pytest
import xlwt
from openpyxl.chart import BarChart, Reference

from offences.returns.formats.files import open_file
from offences.returns.formats.outer_lines import add_xls_lines
from offences.returns.formats.workbook_records import SheetRecords
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.imports.files import xlsx_of, zip_of
from tests.returns.every_format import ods_with
from tests.returns.grids import Rows

ROWS: Rows = [["Offence", "2018/19", "2019/20"], ["Rape", 12, 13], ["Grooming", 6, 5]]
NOTE = "2019/20 figures are April to December only"
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"


def _xlsx_box(text: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(xlsx_of({"Data": ROWS}))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    first, second = text[:9], text[9:]
    drawing = (
        f'<xdr:wsDr xmlns:xdr="{_DRAWN}/spreadsheetDrawing" xmlns:a="{_DRAWN}/main"><xdr:sp>'
        f"<xdr:txBody><a:p><a:r><a:t>{first}</a:t></a:r><a:r><a:t>{second}</a:t></a:r></a:p>"
        "</xdr:txBody></xdr:sp></xdr:wsDr>"
    )
    relation = f'<Relationship Id="r9" Type="{_KIND}" Target="../drawings/drawing1.xml"/>'
    relations = f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>'
    parts["xl/drawings/drawing1.xml"] = drawing.encode()
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = relations.encode()
    return zip_of(parts)


def _xlsx_pages(where: str):
    def write(text: str) -> bytes:
        def change(book) -> None:
            getattr(book["Data"], where).center.text = text

        return xlsx_of({"Data": ROWS}, change=change)

    return write


def _xls_pages(where: str):
    def write(text: str) -> bytes:
        book = xlwt.Workbook()
        sheet = book.add_sheet("Data")
        for r, row in enumerate(ROWS):
            for c, value in enumerate(row):
                sheet.write(r, c, value)
        sheet.header_str = sheet.footer_str = b""
        setattr(sheet, where, f'&C&"Arial,Bold"&12{text}'.encode())
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    return write


def _ods_changed(part: str, old: str, new: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(ods_with(ROWS, []))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    xml = parts[part].decode()
    assert re.search(old, xml), xml
    return zip_of(parts | {part: re.sub(old, lambda found: new, xml, count=1).encode()})


def _box(text: str) -> str:
    return f"<draw:frame><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>"


def _ods_box(text: str) -> bytes:
    shapes = f'<table:table table:name="Data"><table:shapes>{_box(text)}</table:shapes>'
    return _ods_changed("content.xml", r'<table:table table:name="Data">', shapes)


def _ods_box_in_cell(text: str) -> bytes:
    return _ods_changed(
        "content.xml", r"(?<=>)<text:p>13</text:p>", f"<text:p>13</text:p>{_box(text)}"
    )


def _ods_pages(text: str) -> bytes:
    page = f"<style:header><text:p>{text}</text:p></style:header>"
    master = (
        f'<office:master-styles><style:master-page style:name="Default" style:page-layout-name="p">'
        f"{page}</style:master-page></office:master-styles>"
    )
    return _ods_changed(
        "styles.xml",
        r"<office:master-styles ?/>|<office:master-styles>.*</office:master-styles>"
        "|(?=</office:document-styles>)",
        master,
    )


WRITERS = {
    "box.xlsx": _xlsx_box,
    "header.xlsx": _xlsx_pages("oddHeader"),
    "footer.xlsx": _xlsx_pages("oddFooter"),
    "first.xlsx": _xlsx_pages("firstFooter"),
    "header.xls": _xls_pages("header_str"),
    "footer.xls": _xls_pages("footer_str"),
    "box.ods": _ods_box,
    "cell.ods": _ods_box_in_cell,
    "header.ods": _ods_pages,
}


def _read(name: str, text: str) -> ReadFile:
    return read_sheets(name, open_file(WRITERS[name](text), name))


def _values(found: ReadFile) -> dict[str | None, int | None]:
    return {o.cell: o.value for table in found.tables for o in table.observations}


@pytest.mark.parametrize("name", WRITERS)
def test_a_note_outside_the_cells_is_asked_about(name):
    found = _read(name, NOTE)
    assert _values(found) == {"B2": 12, "C2": 13, "B3": 6, "C3": 5}
    asked = [each.message for each in found.problems if "2019/20" in each.message]
    months = [o.months for table in found.tables for o in table.observations if o.months]
    assert asked or months


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize(
    "text", ["OFFICIAL - SENSITIVE", "Page 1", "Northshire Police FOI 1234/20", "Data"]
)
def test_what_is_printed_on_any_sheet_asks_nothing(name, text):
    found = _read(name, text)
    assert found.problems == ()
    assert len(_values(found)) == 4


def test_the_codes_of_a_printed_header_are_no_words():
    codes = '&L&"Arial,Bold"&12&KFF0000Northshire Police&RPage &P of &N && &D &T &F &A &Z&F'
    with zipfile.ZipFile(io.BytesIO(xlsx_of({"Data": ROWS}))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    head = codes.replace("&", "&amp;").replace('"', "&quot;")
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    sheet = sheet.replace(
        "</worksheet>", f"<headerFooter><oddHeader>{head}</oddHeader></headerFooter></worksheet>"
    )
    data = zip_of(parts | {"xl/worksheets/sheet1.xml": sheet.encode()})
    (read,) = open_file(data, "a.xlsx").sheets
    assert read.lines_below == ("Northshire Police", "Page of &")


def test_the_box_of_an_old_workbook_is_read_and_that_of_a_comment_is_not():
    begin, end = (0x809, struct.pack("<HH", 0x600, 0x10)), (0xA, b"")
    chart = [(0x809, struct.pack("<HH", 0x600, 0x20)), end]

    def box(kind: int, text: str) -> list[tuple[int, bytes]]:
        wide = text.encode("utf-16-le")
        about = struct.pack("<HH", 0x15, 0x12) + struct.pack("<H", kind)
        size = bytes(10) + struct.pack("<H", len(text))
        return [(0x5D, about), (0x1B6, size), (0x3C, b"\1" + wide), (0x3C, bytes(16))]

    records = SheetRecords()
    add_xls_lines([begin, *box(0x19, "a comment"), *chart, *box(6, NOTE), end], [records])
    assert records.lines == [NOTE]


@pytest.mark.parametrize(
    ("title", "asked"), [("Offences against adults", True), ("Chart Title", False)]
)
def test_the_title_of_a_chart_is_read_like_a_line_below_the_table(title, asked):
    def draw(book) -> None:
        chart = BarChart()
        chart.title = title
        chart.add_data(Reference(book["Data"], min_col=2, min_row=1, max_row=3))
        book["Data"].add_chart(chart, "F2")

    found = read_sheets("a.xlsx", open_file(xlsx_of({"Data": ROWS}, change=draw), "a.xlsx"))
    assert any(f"“{title}”" in each.message for each in found.problems) is asked
