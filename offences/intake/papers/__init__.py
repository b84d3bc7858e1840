"""Papers read beside the grid: plain values, never the file itself.

Files are read in processes of their own (`__main__`, `returns.formats.workbooks`), so that none can
take the site's memory or time.
"""

import base64
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from offences.intake.spreadsheets import TextSheet, sheets_of
from offences.refused import Refused
from offences.returns.formats.file_kinds import check_size, file_kind
from offences.returns.limited_process import ask
from offences.returns.sheet import column_letters

ROWS = 100  # of a sheet at one time
COLUMNS = 60
LONGEST = 300  # characters of a cell
_SECONDS = 20
_TOO_MUCH = "This file takes too much memory or time to be shown."


@dataclass(frozen=True)
class PaperPlace:
    """The part of a paper that is asked for; one that is not there means the nearest that is."""

    page: int = 1
    sheet: int = 1
    row: int = 1


@dataclass(frozen=True)
class PaperCell:
    address: str
    text: str
    fault: str = ""

    @property
    def css_class(self) -> str:
        """The CSS class: r, a number or year; s, too short to be broken; l, long."""
        if re.fullmatch(r"[-+£<]?[\d,./ ]*\d%?", self.text):
            return "r"
        return "l" if len(self.text) > 24 else "s" if 0 < len(self.text) <= 12 else ""


@dataclass(frozen=True)
class Paper:
    """One paper as it is shown, or why it cannot be."""

    why_not: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetPaper(Paper):
    """Some rows of one visible sheet of a spreadsheet."""

    names: tuple[str, ...] = ()  # of all visible sheets
    sheet: int = 1  # which of them, from 1
    columns: tuple[str, ...] = ()
    head: tuple[PaperCell, ...] = ()  # the first row, where these rows begin further down
    rows: tuple[tuple[int, tuple[PaperCell, ...]], ...] = ()
    number_of_rows: int = 0  # with anything in them, in the whole sheet
    before: int | None = None  # the row number with which the rows before these begin
    after: int | None = None

    @property
    def in_all(self) -> str:
        return f"{self.number_of_rows:,}"

    @property
    def name(self) -> str:
        return self.names[self.sheet - 1]


@dataclass(frozen=True)
class PagePaper(Paper):
    """One page of a PDF. Its picture is made by `draw_page`."""

    page: int = 1
    pages: int = 1
    text: str = ""
    has_picture: bool = True


@dataclass(frozen=True)
class PaperBlock:
    """A heading, a paragraph or a table of a letter."""

    kind: str  # h, p, table
    text: str = ""
    rows: list[list[str]] = field(default_factory=list)


@dataclass(frozen=True)
class TextPaper(Paper):
    """The text of a letter or an e-mail."""

    blocks: tuple[PaperBlock, ...] = ()


@dataclass
class EditedText:
    """The contents of an edited Word file: its text, its words, and what its editors tracked."""

    mark: str = ""  # “conference/northshire”; empty where the file does not say it
    headline: str = ""
    text: str = ""
    inserted: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


def read_edited_text(data: bytes, name: str) -> EditedText:
    """Read a text of ours that comes back as a Word file; Refused if it is not one."""
    check_size(data)
    if file_kind(data, name) != "docx":
        raise Refused(
            "This is not a Word document (.docx). Save the text as a Word document and upload that."
        )
    return EditedText(**_ask(data, "edited"))


def read_paper(data: bytes, name: str, place: PaperPlace) -> Paper:
    """Read a paper; `name` is its file's."""
    try:
        kind = _kind_of(data, name)
        if kind not in ("pdf", "docx", "eml", "txt", "log"):
            return _sheet_paper(sheets_of(data, name), place)
        answer = _ask(data, kind, place.page)
        answer["notes"] = tuple(answer["notes"])
        if kind == "pdf":
            return PagePaper(**answer)
        answer["blocks"] = tuple(PaperBlock(**block) for block in answer["blocks"])
        return TextPaper(**answer)
    except Refused as refusal:
        return Paper(why_not=str(refusal))


def draw_page(data: bytes, page: int) -> bytes:
    """A page of a PDF as a PNG; Refused, with a sentence, if there is none."""
    if _kind_of(data, "") != "pdf":
        raise Refused("This is not a PDF.")
    return base64.b64decode(_ask(data, "picture", page))


def _kind_of(data: bytes, name: str) -> str:
    check_size(data)
    kind = file_kind(data, name)
    # Word and e-mail programs once wrote compound files too.
    if not kind or (kind == "xls" and Path(name).suffix.lower() != ".xls"):
        raise Refused("A file of this kind is not shown here.")
    return kind


def _ask(data: bytes, kind: str, page: int = 1) -> Any:
    module = "offences.intake.papers"
    return ask(module, data, kind, str(page), seconds=_SECONDS, too_much=_TOO_MUCH)


def _sheet_paper(sheets: list[TextSheet], place: PaperPlace) -> SheetPaper:
    visible = [sheet for sheet in sheets if sheet.rows]
    number = min(max(place.sheet, 1), len(visible))
    sheet = visible[number - 1]
    numbers = [row for row, _ in sheet.rows]
    start = next((i for i, row in enumerate(numbers) if row >= place.row), 0)
    if len(numbers) <= ROWS:
        start = 0  # all of it fits
    some = sheet.rows[start : start + ROWS]
    widths = [i for _, cells in sheet.rows for i, text in enumerate(cells, 1) if text.strip()]
    wide = max([*widths, *(column for _, column in sheet.faults)], default=0)
    shown = min(wide, COLUMNS)
    notes = [note for each in sheets for note in each.notes]
    if wide > shown:
        cut = f"{column_letters(shown + 1)} to {column_letters(wide)}"
        notes.append(f"Columns {cut} are not shown.")
    return SheetPaper(
        notes=tuple(notes),
        names=tuple(each.name for each in visible),
        sheet=number,
        columns=tuple(column_letters(column) for column in range(1, shown + 1)),
        head=_cells(sheet, *sheet.rows[0], shown) if start else (),
        rows=tuple((row, _cells(sheet, row, cells, shown)) for row, cells in some),
        number_of_rows=len(numbers),
        before=numbers[max(0, start - ROWS)] if start else None,
        after=numbers[start + ROWS] if start + ROWS < len(numbers) else None,
    )


def _cells(sheet: TextSheet, row: int, texts: list[str], wide: int) -> tuple[PaperCell, ...]:
    found = []
    for column, text in enumerate([*texts, *[""] * wide][:wide], 1):
        shown = text.strip() if len(text.strip()) <= LONGEST else f"{text.strip()[:LONGEST]} …"
        fault = sheet.faults.get((row, column), "")
        found.append(PaperCell(sheet.address(row, column), shown, fault))
    return tuple(found)
