"""A whole release as a workbook: cover, markers, one table a sheet."""

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from offences.exports.release import ReleaseContent
from offences.exports.sheets import ReleaseSheet, cover_lines, notes, sheets_of
from offences.exports.trend import Value, safe
from offences.words import downloads


def release_xlsx(book: ReleaseContent) -> bytes:
    """A release as a workbook: a cover, the markers, and one table a sheet.

    No merged cell and no blank row, so that a program or a screen reader finds every table.
    """
    sheets = sheets_of(book)
    workbook = Workbook()
    cover = workbook.active
    assert isinstance(cover, Worksheet)
    cover.title = "Cover"
    lines = cover_lines(book, ["Notes", *(each.name for each in sheets)])
    _fill(cover, book.release.title, lines)
    _fill(workbook.create_sheet("Notes"), downloads.NOTES, [downloads.NOTES_HEADINGS, *notes()])
    for each in sheets:
        _table(workbook.create_sheet(each.name), each)
    workbook.properties.title = book.release.title
    workbook.properties.creator = ""
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def _table(sheet: Worksheet, of: ReleaseSheet) -> None:
    _fill(sheet, of.title, [of.headings, *of.lines])
    for cell in sheet[2]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A3"
    if of.rows:
        last = f"{get_column_letter(len(of.columns))}{len(of.rows) + 2}"
        sheet.add_table(Table(displayName=sheet.title, ref=f"A2:{last}"))


def _fill(sheet: Worksheet, title: str, lines: Sequence[tuple[Value, ...]]) -> None:
    """The title in A1, the lines under it, each text as text; an empty one is no cell at all."""
    sheet["A1"] = safe(title)
    sheet["A1"].font = Font(bold=True, size=14)
    for at, line in enumerate(lines, 2):
        for column, value in enumerate(line, 1):
            if value != "":
                sheet.cell(at, column, safe(value))
    for column in range(1, max((len(line) for line in lines), default=1) + 1):
        texts = [str(line[column - 1]) for line in lines if len(line) >= column]
        width = min(60, max(map(len, texts), default=0) + 2)
        sheet.column_dimensions[get_column_letter(column)].width = width
        if width == 60:
            for row in sheet.iter_rows(min_row=2, min_col=column, max_col=column):
                row[0].alignment = Alignment(wrap_text=True, vertical="top")
