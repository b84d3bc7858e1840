"""A whole release as a workbook: cover, markers, one table a sheet."""

import io
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from offences.exports.release import (
    ANSWER_COLUMNS,
    COLUMNS,
    FORCE_COLUMNS,
    PART_COLUMNS,
    RECORDED_COLUMNS,
    ReleaseContent,
    answer_rows,
    release_rows,
)
from offences.exports.trend import Value, safe
from offences.models import FigureKind
from offences.words.cells import MARKERS


def release_xlsx(book: ReleaseContent) -> bytes:
    """A release as a workbook: a cover, the markers, and one table a sheet.

    No merged cell and no blank row, so that a program or a screen reader finds every table.
    """
    rows = release_rows(book)
    workbook = Workbook()
    cover = workbook.active
    assert isinstance(cover, Worksheet)
    cover.title = "Cover"
    _fill(cover, book.release.title, _cover(book))
    _fill(
        workbook.create_sheet("Notes"),
        "Markers and columns",
        [
            ("Marker or column", "What it means"),
            *((f"[{code}]", words) for code, words in MARKERS.items()),
            *((_heading(name), words) for name, words in COLUMNS.items()),
        ],
    )
    wholes = [row for row in rows if not row.get("breakdown")]
    # A figure that was printed of a force is no count of it: it may be of a span of years.
    of_forces = [row for row in wholes if row["what"] == FigureKind.COUNT.label]
    recorded = [row for row in wholes if row["what"] != FigureKind.COUNT.label]
    parts = [row for row in rows if row.get("breakdown")]
    name = book.release.measure.name
    _table(workbook, "Forces", f"{name}: each force and year", FORCE_COLUMNS, of_forces)
    _table(workbook, "Published", f"{name}: figures as published", RECORDED_COLUMNS, recorded)
    if parts:
        _table(workbook, "Parts", f"{name}: offences, ages and platforms", PART_COLUMNS, parts)
    _table(workbook, "Answers", f"{name}: who answered", ANSWER_COLUMNS, answer_rows(book))
    workbook.properties.title = book.release.title
    workbook.properties.creator = ""
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def _cover(book: ReleaseContent) -> list[tuple[Value, ...]]:
    release, measure = book.release, book.release.measure
    return [
        *([("Embargo", book.embargo)] if book.embargo else []),
        ("Release", f"{release.number}, {release.public_in_words}"),
        ("Address", book.address),
        ("What is counted", measure.definition),
        *([("What is not", measure.excludes)] if measure.excludes else []),
        ("Status", "Not official statistics. Answers to Freedom of Information requests."),
        ("Keep in mind", "One offence is not one child."),
        ("Keep in mind", "Recorded that year does not mean it happened that year."),
        ("Keep in mind", "Do not compare forces: each marks crimes as online differently."),
        ("Missing", "An empty cell is no figure. Its marker and reason stand beside it."),
        ("Sheet “Notes”", "What each marker and column means"),
        ("Sheet “Forces”", "Each force and year: a figure, or the reason why there is none"),
        ("Sheet “Published”", "Totals and other figures as publications printed them"),
        *([("Sheet “Parts”", "Each breakdown, by force and for all together")] * bool(book.parts)),
        ("Sheet “Answers”", "What each force answered in each round"),
        *([("Note", release.note)] if release.note else []),
    ]


def _table(
    workbook: Workbook,
    name: str,
    title: str,
    columns: Sequence[str],
    rows: Sequence[Mapping[str, Value]],
) -> None:
    sheet = workbook.create_sheet(name)
    headings = tuple(_heading(column) for column in columns)
    lines = [tuple(row.get(column, "") for column in columns) for row in rows]
    _fill(sheet, title, [headings, *lines])
    for cell in sheet[2]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A3"
    if rows:
        last = f"{get_column_letter(len(columns))}{len(rows) + 2}"
        sheet.add_table(Table(displayName=name, ref=f"A2:{last}"))


def _heading(column: str) -> str:
    words = column.replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}"


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
