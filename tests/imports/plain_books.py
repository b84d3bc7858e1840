"""Workbooks of words and whole numbers, as openpyxl writes them, in a fifth of its time.

What is the same in each of them (styles, theme, relations) is written by openpyxl once; thousands
of tests read such a book. Any other cell is left to openpyxl itself.
"""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from functools import cache
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.utils import get_column_letter

_LONGEST = 32_767  # characters of a cell: openpyxl cuts what is longer
_TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def plain_book(sheets: dict[str, list[list[object]]]) -> bytes:
    """The workbook; empty if a cell is more than words, a whole number or nothing."""
    if not all(is_plain(cell) for rows in sheets.values() for row in rows for cell in row):
        return b""
    own = {f"xl/worksheets/sheet{n}.xml": rows for n, rows in enumerate(sheets.values(), 1)}
    now = f"{dt.datetime.now(dt.UTC):%Y-%m-%dT%H:%M:%SZ}".encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in _empty_book(tuple(sheets)):
            if name in own:
                data = data.replace(b"A1:A1", _dimension(own[name]), 1)
                data = data.replace(b"<sheetData>", b"<sheetData>" + _rows(own[name]))
            archive.writestr(name, _TIME.sub(now, data) if "core" in name else data)
    return out.getvalue()


def is_plain(cell: object) -> bool:
    """Whether a cell is written as it is: no formula, error, date, fraction or space at an end."""
    if type(cell) is not str:
        return cell is None or type(cell) is int
    is_whole = cell.isprintable() and cell == cell.strip() and len(cell) <= _LONGEST
    return bool(cell) and cell[0] not in "=#" and is_whole


@cache
def _empty_book(names: tuple[str, ...]) -> list[tuple[str, bytes]]:
    """The parts of a book of empty sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name in names:
        book.create_sheet(name)
    out = io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def _dimension(rows: Sequence[Sequence[object]]) -> bytes:
    filled = [number for number, row in enumerate(rows, 1) if row]
    if not filled:
        return b"A1:A1"
    last = get_column_letter(max(map(len, rows)))
    return f"A{filled[0]}:{last}{filled[-1]}".encode()


def _rows(rows: Iterable[Sequence[object]]) -> bytes:
    parts = []
    for number, row in enumerate(rows, 1):
        if row:
            cells = "".join(_cell(n, number, cell) for n, cell in enumerate(row, 1))
            parts.append(f'<row r="{number}">{cells}</row>')
    return "".join(parts).encode("ascii", "xmlcharrefreplace")


def _cell(column: int, row: int, cell: object) -> str:
    place = f"{get_column_letter(column)}{row}"
    if cell is None:
        return ""
    if isinstance(cell, int):
        return f'<c r="{place}" t="n"><v>{cell}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(str(cell))}</t></is></c>'
