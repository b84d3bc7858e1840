"""A file's bytes → its visible sheets, whatever program made it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from offences.refused import Refused
from offences.returns.formats.cell_looks import COVERED, UNSEEN
from offences.returns.formats.document_properties import document_properties
from offences.returns.formats.embedded_data import embedded_data
from offences.returns.formats.file_kinds import (
    check_name,
    check_size,
    file_kind,
    refuse_locked_opendocument,
    unlock,
)
from offences.returns.formats.pdf_letters import read_pdf
from offences.returns.formats.pictures import unread_pictures
from offences.returns.formats.spaced_tables import spaced_rows
from offences.returns.formats.texts import decode_text, read_csv, rows_in_cells
from offences.returns.formats.word_letters import read_letter
from offences.returns.formats.workbooks import WorkbookSheet, read_workbook
from offences.returns.sheet import Position, Problem, Sheet, column_letters

# Cells of all sheets. A return has some thousand, a list of crimes more.
MOST_FILLED = 150_000


@dataclass(frozen=True)
class FileContents:
    """A file once it is open: the visible sheets, and what else there is."""

    sheets: list[Sheet]
    hidden: list[str] = field(default_factory=list)  # “Old data”, “Data!C”, “Data!14”
    problems: list[Problem] = field(default_factory=list)
    embedded: list[str] = field(default_factory=list)  # embedded data, in sentences
    properties: tuple[str, ...] = ()  # of the document: its title, its subject


def open_file(
    data: bytes, name: str, password: str = "", read: list[WorkbookSheet] | None = None
) -> FileContents:
    """The visible sheets of a file of any kind; Refused with a sentence.

    `read` are the sheets of a workbook without a password, if the caller has read them already.
    """
    check_size(data)
    contents = _open(unlock(data, password), name, password, read)
    filled = sum(len(sheet.cells) for sheet in contents.sheets)
    if filled > MOST_FILLED:
        raise Refused(
            f"This file has {filled:,} filled cells; {MOST_FILLED:,} can be read at once. Copy "
            "only the tables of figures into a new file."
        )
    return contents


def _open(data: bytes, name: str, password: str, read: list[WorkbookSheet] | None) -> FileContents:
    kind = file_kind(data, name)
    check_name(kind, name)
    if kind == "txt" and (spaced := spaced_rows(decode_text(data))):
        return FileContents([Sheet("", _cells(spaced), indents=_indents(spaced))])
    if kind in ("csv", "txt"):
        rows = read_csv(data)
        fields = {number: len(cells) for number, cells in rows}
        sheet = Sheet("", _cells(rows), indents=_indents(rows), fields=fields)
        return FileContents([sheet], problems=[*_rows_in_cells(data)])
    hidden: list[str] = []
    problems: list[Problem] = []
    if kind == "pdf":
        sheets, problems = read_pdf(data, password)
    elif kind == "docx":
        sheets, hidden, problems = read_letter(data)
    elif kind in ("xlsx", "xls", "ods"):
        if kind == "ods":
            refuse_locked_opendocument(data, password)
        read = read_workbook(data, kind, drop_outliers=True) if read is None else read
        sheets, hidden, problems = _open_workbook(read)
    else:
        known = "a spreadsheet, a PDF or a Word document"
        raise Refused(f"This is not {known}. Check that it is the right file.")
    if hidden:
        some = ", ".join(hidden[:8]) + (" and more" if len(hidden) > 8 else "")
        problems.append(Problem("", None, f"Hidden parts of this file were not read: {some}."))
    problems += unread_pictures(data, kind)
    properties = document_properties(data, kind, password)
    return FileContents(sheets, hidden, problems, embedded_data(data, kind), properties)


def _rows_in_cells(data: bytes) -> Iterator[Problem]:
    for number, line in rows_in_cells(data)[:1]:
        why = (
            f"“{line[:60]}” is within one cell of row {number}, and seems to be several. Is a "
            "quotation mark never closed?"
        )
        yield Problem("", f"A{number}", why, stops=True)


def _open_workbook(workbook: list[WorkbookSheet]) -> tuple[list[Sheet], list[str], list[Problem]]:
    sheets = []
    hidden: list[str] = []
    problems: list[Problem] = []
    for read in workbook:
        if read.is_hidden:
            hidden.append(read.name)
            continue
        sheet = _sheet(read)
        sheets.append(sheet)
        hidden += [f"{sheet.name}!{place}" for place in sheet.hidden]
        why = "This cell is far from all others: it was not read."
        problems += [Problem(sheet.name, cell, why) for cell in read.outliers]
    return sheets, hidden, problems


def _sheet(read: WorkbookSheet) -> Sheet:
    cells = _cells(read.rows)
    for row, column, text in read.unmarked:
        if (row, column) in cells:
            cells[row, column] = text.strip()
    faults = {(row, column): words for row, column, words in read.faults}
    hidden = [name.rpartition(" ")[2] for name in read.hidden]
    marks = {(row, column): mark for row, column, mark in read.marks}
    for row, column, text in read.shown:
        if cells.pop((row, column), None) is not None:
            hidden.append(f"{column_letters(column)}{row}")
            if text:
                cells[row, column] = text
            else:
                marks[row, column] = UNSEEN
    _drop_covered(read.merged, cells, hidden, marks)
    indents = _indents(read.rows) | {(row, column): steps for row, column, steps in read.indents}
    return Sheet(
        read.name,
        cells,
        tuple(read.merged),
        faults,
        tuple(hidden),
        marks,
        indents,
        lines_below=tuple(read.lines),
    )


def _drop_covered(
    merged: Iterable[tuple[int, int, int, int]],
    cells: dict[Position, str],
    hidden: list[str],
    marks: dict[Position, str],
) -> None:
    """Take out what is still in the cells below a merged one, of which only the first is seen."""
    for top, left, bottom, right in merged:
        covered = (
            (row, column)
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
            if (row, column) != (top, left)
        )
        if (bottom - top + 1) * (right - left + 1) > len(cells):  # a whole column
            covered = (
                (row, column)
                for row, column in list(cells)
                if top <= row <= bottom and left <= column <= right and (row, column) != (top, left)
            )
        for place in covered:
            if (text := cells.pop(place, None)) is None:
                continue
            hidden.append(f"{column_letters(place[1])}{place[0]}")
            if text != cells.get((top, left)):
                marks.setdefault((top, left), COVERED)


def _cells(rows: Iterable[tuple[int, list[str]]]) -> dict[Position, str]:
    cells = ((row, at, text.strip()) for row, texts in rows for at, text in enumerate(texts, 1))
    return {(row, column): text for row, column, text in cells if text}


def _indents(rows: Iterable[tuple[int, list[str]]]) -> dict[Position, int]:
    """How far each text that begins with spaces is from the left edge."""
    cells = ((row, at, text) for row, texts in rows for at, text in enumerate(texts, 1))
    return {(r, c): len(t) - len(t.lstrip()) for r, c, t in cells if t[:1].isspace()}
