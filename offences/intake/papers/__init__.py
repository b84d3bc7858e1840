"""What stands on a paper, to be read beside the grid: plain values, never the file itself.

A spreadsheet is tables of text, a PDF pictures of its pages with their text, a letter or an e-mail
its text. Whatever cannot be shown says so in a sentence. Files are read in processes of their own
(`reader`, `returns.workbook`), so that none can take the site's memory or time.
"""

import json
import re
import subprocess
import sys
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from offences.intake.spreadsheets import TextSheet, sheets_of
from offences.refused import Refused
from offences.returns.sheet import column_letters

LARGEST = 25 * 1024 * 1024
ROWS = 100  # of a sheet at one time
COLUMNS = 60
LONGEST = 300  # characters of a cell
_READER = Path(__file__).with_name("reader.py")
_SECONDS = 20
_TEXTS = {".txt": "txt", ".text": "txt", ".md": "txt", ".log": "txt", ".eml": "eml"}


@dataclass(frozen=True)
class Place:
    """Which part of a paper is asked for. What is not there is taken for the nearest that is."""

    page: int = 1
    sheet: int = 1
    row: int = 1


@dataclass(frozen=True)
class Cell:
    address: str
    text: str
    fault: str = ""

    @property
    def look(self) -> str:
        """r: a number or a year, to the right; s: too short to be broken; l: long."""
        if re.fullmatch(r"[-+£<]?[\d,./ ]*\d%?", self.text):
            return "r"
        if len(self.text) > 24:
            return "l"
        return "s" if 0 < len(self.text) <= 12 else ""


@dataclass(frozen=True)
class Paper:
    """One paper as it is shown. `why_not` is set where nothing of it can be."""

    why_not: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetPaper(Paper):
    """Some rows of one visible sheet of a spreadsheet."""

    names: tuple[str, ...] = ()  # of all sheets that can be seen
    sheet: int = 1  # which of them, from 1
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[int, tuple[Cell, ...]], ...] = ()
    number_of_rows: int = 0  # that hold anything, in the whole sheet
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
    """One page of a PDF. Its picture is made by `picture`."""

    page: int = 1
    pages: int = 1
    text: str = ""
    has_picture: bool = True


@dataclass(frozen=True)
class Block:
    kind: str  # h, p, table
    text: str = ""
    rows: list[list[str]] = field(default_factory=list)


@dataclass(frozen=True)
class TextPaper(Paper):
    """The text of a letter or an e-mail."""

    blocks: tuple[Block, ...] = ()


def paper_of(data: bytes, name: str, place: Place) -> Paper:
    """What stands on a paper. `name` is its file's."""
    try:
        kind = kind_of(data, name)
        match kind:
            case "sheets":
                return _sheet(sheets_of(data, name), place)
            case "pdf":
                return _page(_read(data, "page", place.page))
        return _text(_read(data, kind))
    except Refused as refusal:
        return Paper(why_not=str(refusal))


def picture(data: bytes, page: int) -> bytes:
    """A page of a PDF as a PNG; Refused, with a sentence, where there can be none."""
    if kind_of(data, "") != "pdf":
        raise Refused("This is no PDF.")
    made = _run(data, "picture", page)
    if not made.startswith(b"\x89PNG"):
        raise Refused(json.loads(made)["refused"])
    return made


def kind_of(data: bytes, name: str) -> str:
    """sheets, pdf, docx, eml or txt: by what is in the file, and for texts by its name."""
    suffix = Path(name).suffix.lower()
    if not data:
        raise Refused("This file is empty.")
    if len(data) > LARGEST:
        raise Refused("This file is larger than 25 MB.")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                return "docx" if "word/document.xml" in archive.namelist() else "sheets"
        except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, EOFError):
            raise Refused("This file is damaged: it cannot be unpacked.") from None
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Refused("This file is locked with a password.")
        if suffix == ".xls":
            return "sheets"
    if suffix in (".csv", ".tsv"):
        return "sheets"
    if suffix in _TEXTS:
        return _TEXTS[suffix]
    raise Refused("A file of this kind is not shown here.")


def _run(data: bytes, *asked: object) -> bytes:
    too_much = Refused("This file takes too much memory or time to be shown.")
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_READER), *map(str, asked)],
            input=data,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise too_much from None
    if done.returncode:
        raise too_much
    return done.stdout


def _read(data: bytes, kind: str, page: int = 1) -> dict:
    said = json.loads(_run(data, kind, page))
    if "refused" in said:
        raise Refused(said["refused"])
    return said


def _page(said: dict) -> PagePaper:
    notes = []
    if said["metres"]:
        notes.append(
            f"This page is {said['metres']} m long: too large for a picture. Its text is below."
        )
    if said["cut"]:
        notes.append("The text of this page is longer than what is shown of it.")
    return PagePaper(
        notes=tuple(notes),
        page=said["page"],
        pages=said["pages"],
        text=said["text"],
        has_picture=not said["metres"],
    )


def _text(said: dict) -> TextPaper:
    if not said["blocks"]:
        raise Refused("This file has no text.")
    notes = said["notes"] + ["Only the beginning is shown."] * said["cut"]
    return TextPaper(notes=tuple(notes), blocks=tuple(Block(**block) for block in said["blocks"]))


def _sheet(sheets: list[TextSheet], place: Place) -> SheetPaper:
    seen = [sheet for sheet in sheets if sheet.rows]
    number = min(max(place.sheet, 1), len(seen))
    sheet = seen[number - 1]
    numbers = [row for row, _ in sheet.rows]
    start = next((i for i, row in enumerate(numbers) if row >= place.row), 0)
    some = sheet.rows[start : start + ROWS]
    widths = [i for _, cells in sheet.rows for i, text in enumerate(cells, 1) if text.strip()]
    wide = max([*widths, *(column for _, column in sheet.faults)], default=0)
    shown = min(wide, COLUMNS)
    notes = [note for each in sheets for note in each.notes]
    if wide > shown:
        notes.append(
            f"Columns {column_letters(shown + 1)} to {column_letters(wide)} are not shown."
        )
    return SheetPaper(
        notes=tuple(notes),
        names=tuple(each.name for each in seen),
        sheet=number,
        columns=tuple(column_letters(column) for column in range(1, shown + 1)),
        rows=tuple((row, _cells(sheet, row, cells, shown)) for row, cells in some),
        number_of_rows=len(numbers),
        before=numbers[max(0, start - ROWS)] if start else None,
        after=numbers[start + ROWS] if start + ROWS < len(numbers) else None,
    )


def _cells(sheet: TextSheet, row: int, texts: list[str], wide: int) -> tuple[Cell, ...]:
    found = []
    for column in range(1, wide + 1):
        text = texts[column - 1].strip() if column <= len(texts) else ""
        if len(text) > LONGEST:
            text = f"{text[:LONGEST]} …"
        found.append(Cell(sheet.address(row, column), text, sheet.faults.get((row, column), "")))
    return tuple(found)
