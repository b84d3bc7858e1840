"""One sheet written as a workbook, an open document, a page with rules, a csv file, a letter."""

import csv
import io
from itertools import groupby

import docx
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.imports.files import xlsx_of
from tests.returns.grids import Rows
from tests.returns.test_pages import Words, pages_of

type Merged = list[tuple[int, int, int, int]]  # first row and column, last row and column

WIDE, HIGH, MOST = 85, 20, 34  # of a cell, in points; rows on a page


def xlsx_with(rows: Rows, merged: Merged) -> bytes:
    def merge(book) -> None:
        for r1, c1, r2, c2 in merged:
            book.active.merge_cells(start_row=r1, start_column=c1, end_row=r2, end_column=c2)

    cells = [[None if cell == "" else cell for cell in row] for row in rows]
    return xlsx_of({"Data": cells}, merge if merged else None)


def ods_with(rows: Rows, merged: Merged) -> bytes:
    book, table = OpenDocumentSpreadsheet(), Table(name="Data")
    spans = {(r1, c1): (r2 - r1 + 1, c2 - c1 + 1) for r1, c1, r2, c2 in merged}
    for r, row in enumerate(rows, 1):
        line = TableRow()
        for c, value in enumerate(row, 1):
            down, across = spans.get((r, c), (1, 1))
            covered = any(a <= r <= e and b <= c <= f and (r, c) != (a, b) for a, b, e, f in merged)
            number = isinstance(value, int)
            more = {"valuetype": "float", "value": value} if number else {"valuetype": "string"}
            if covered:
                cell = CoveredTableCell()
            else:
                cell = TableCell(numberrowsspanned=down, numbercolumnsspanned=across, **more)
            if value != "":
                cell.addElement(P(text=str(value)))
            line.addElement(cell)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def pdf_with(rows: Rows, merged: Merged) -> bytes:
    """Pages on which tables have rules, and lines above them have none."""
    ruled = {
        number
        for _, run in groupby(enumerate(rows, 1), key=lambda each: any(t != "" for t in each[1]))
        for number in _below_lines([*run])
    }
    spans = {(r1, c1): (r2, c2) for r1, c1, r2, c2 in merged}
    hidden = {
        (r, c) for a, b, e, f in merged for r in range(a, e + 1) for c in range(b, f + 1)
    } - set(spans)
    pages: list[tuple[Words, list[str]]] = []
    for first in range(0, len(rows), MOST):
        words: Words = []
        strokes = []
        for r, row in enumerate(rows[first : first + MOST], first + 1):
            top = 60 + (r - first) * HIGH
            for c, value in enumerate(row, 1):
                left = 40 + (c - 1) * WIDE
                down, right = spans.get((r, c), (r, c))
                if value != "":
                    words.append((left + 4, top + 14, str(value)))
                if r in ruled and (r, c) not in hidden:
                    high, wide = (down - r + 1) * HIGH, (right - c + 1) * WIDE
                    strokes.append(f"{left} {842 - top - high} {wide} {high} re S")
        pages.append((words, strokes))
    return pages_of(pages)


def _below_lines(run: list[tuple[int, list[object]]]) -> list[int]:
    """The numbers of the rows in a run without an empty one, from the first that is no line."""
    wide = [number for number, row in run if sum(cell != "" for cell in row) > 1]
    return [number for number, _ in run if wide and number >= wide[0]]


def csv_with(rows: Rows, _: Merged) -> bytes:
    csv.writer(out := io.StringIO()).writerows(rows)
    return out.getvalue().encode()


def docx_with(rows: Rows, merged: Merged) -> bytes:
    """A letter in which all of a sheet is one table."""
    letter = docx.Document()
    table = letter.add_table(len(rows), max(map(len, rows)))
    cells = [row.cells for row in table.rows]
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            cells[r][c].text = str(value)
    for r1, c1, r2, c2 in merged:
        cells[r1 - 1][c1 - 1].merge(cells[r2 - 1][c2 - 1])
    letter.save(out := io.BytesIO())
    return out.getvalue()


FORMATS = {"a.xlsx": xlsx_with, "a.ods": ods_with, "a.pdf": pdf_with}
EVERY_FORMAT = {**FORMATS, "a.csv": csv_with, "a.docx": docx_with}


def messages_of(name: str, rows: Rows) -> list[str]:
    """What is asked about a sheet in the format of a file's name: any of the five."""
    found = read_sheets(name, open_file(EVERY_FORMAT[name](rows, []), name))
    return [each.message for each in (*found.problems, *found.conflicts)]
