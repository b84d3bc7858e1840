"""Small real files, made as the programs make them."""

import csv
import io
import zipfile

import openpyxl
import xlwt
from tablib import Databook, Dataset

from tests.imports.plain_books import plain_book

HEADINGS = ["Force", "Round", "Measure", "Breakdown", "Category", "Year", "Value", "Note"]

type Table = list[list[object]]


def csv_of(rows: Table, *, encoding: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


def xlsx_of(sheets: dict[str, Table], change=None) -> bytes:
    if change is None and (plain := plain_book(sheets)):
        return plain
    return written_xlsx(sheets, change)


def written_xlsx(sheets: dict[str, Table], change=None) -> bytes:
    """The same, written by openpyxl each time."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    if change:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xls_of(sheets: dict[str, Table]) -> bytes:
    book = xlwt.Workbook()
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if value not in (None, ""):
                    sheet.write(r, c, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods_of(sheets: dict[str, Table]) -> bytes:
    book = Databook()
    for name, rows in sheets.items():
        wide = max(map(len, rows))
        data = Dataset(title=name)
        for row in rows:
            data.append([*row, *[""] * (wide - len(row))])
        book.add_sheet(data)
    return book.export("ods")


def zip_of(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def raw_xlsx(rows: bytes) -> bytes:
    """A workbook of one sheet whose rows are written by hand."""
    with zipfile.ZipFile(io.BytesIO(xlsx_of({"Counts": []}))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/worksheets/sheet1.xml"] = (
        b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (main, rows)
    )
    return zip_of(parts)
