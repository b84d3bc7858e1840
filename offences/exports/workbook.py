"""A whole release as a workbook: cover, markers, one table a sheet."""

import io
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from offences.exports.release import ReleaseContent, answer_rows, release_rows
from offences.exports.trend import Value, safe
from offences.models import FigureKind
from offences.words import downloads
from offences.words.cells import MARKERS

type Rows = Sequence[Mapping[str, Value]]


def release_xlsx(book: ReleaseContent) -> bytes:
    """A release as a workbook: a cover, the markers, and one table a sheet.

    No merged cell and no blank row, so that a program or a screen reader finds every table.
    """
    rows = release_rows(book)
    wholes = [row for row in rows if not row.get("breakdown")]
    # A published figure of a force is no count of it: it may be of a span of years.
    forces = [row for row in wholes if row["what"] == FigureKind.COUNT.label]
    published = [row for row in wholes if row["what"] != FigureKind.COUNT.label]
    tables = {
        "Forces": (downloads.FORCES, forces),
        "Published": (downloads.RECORDED, published),
        "Parts": (downloads.PARTS, [row for row in rows if row.get("breakdown")]),
        "Answers": (downloads.ANSWERS, answer_rows(book)),
    }
    if not tables["Parts"][1]:
        del tables["Parts"]
    workbook = Workbook()
    cover = workbook.active
    assert isinstance(cover, Worksheet)
    cover.title = "Cover"
    _fill(cover, book.release.title, _cover(book, ["Notes", *tables]))
    notes = [
        ("Marker or column", "What it means"),
        *((f"[{code}]", words) for code, words in MARKERS.items()),
        *((downloads.heading(name), words) for name, words in downloads.COLUMNS.items()),
    ]
    _fill(workbook.create_sheet("Notes"), "Markers and columns", notes)
    titles = downloads.sheet_titles(book.release.measure.name)
    for name, (columns, lines) in tables.items():
        _table(workbook.create_sheet(name), titles[name], columns, lines)
    workbook.properties.title = book.release.title
    workbook.properties.creator = ""
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def _cover(book: ReleaseContent, sheets: Sequence[str]) -> Sequence[tuple[Value, ...]]:
    release, measure = book.release, book.release.measure
    return downloads.cover(
        f"{release.number}, {release.public_in_words}",
        book.address,
        measure.definition,
        measure.excludes,
        note=release.note,
        embargo=book.embargo,
        sheets=sheets,
    )


def _table(sheet: Worksheet, title: str, columns: Sequence[str], rows: Rows) -> None:
    headings = tuple(downloads.heading(column) for column in columns)
    lines = [tuple(row.get(column, "") for column in columns) for row in rows]
    _fill(sheet, title, [headings, *lines])
    for cell in sheet[2]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A3"
    if rows:
        last = f"{get_column_letter(len(columns))}{len(rows) + 2}"
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
