"""A file's bytes → its sheets, whatever program made it."""

import csv
import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from offences.refused import Refused
from offences.returns.checks.hidden_data import embedded_data
from offences.returns.formats.locks import LOCKED, check_ods, is_locked_package, unlock
from offences.returns.formats.pdf_letters import read_pdf
from offences.returns.formats.word_letters import read_letter
from offences.returns.formats.workbooks import read_workbook
from offences.returns.sheet import Problem, Sheet

LARGEST = 25 * 1024 * 1024
MOST_FILLED = 500_000  # cells of all sheets; a return has some thousand, a list of crimes more
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAID = {
    "xlsx": "an Excel workbook (.xlsx)",
    "xls": "an old Excel workbook (.xls)",
    "ods": "an OpenDocument spreadsheet (.ods)",
    "csv": "a text",
    "pdf": "a PDF",
    "docx": "a Word document",
}
_TEXTS = (".csv", ".txt", ".tsv", ".tab", ".text")
_NAMES = {
    "xlsx": (".xlsx", ".xlsm", ".xlsb", ".xltx", ".xltm"),
    "xls": (".xls", ".xlt"),
    "ods": (".ods", ".ots"),
    "csv": _TEXTS,
    "pdf": (".pdf",),
    "docx": (".docx", ".docm"),
}


def kind_of(data: bytes, name: str) -> str:
    """xlsx, xls, ods, pdf, docx or csv: by what is in the file; its name decides of a text only."""
    if data.startswith(b"PK"):
        return _kind_of_archive(data)
    if data.startswith(_COMPOUND):
        if is_locked_package(data):
            raise Refused(LOCKED)
        return "xls"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if Path(name).suffix.lower() in _TEXTS:
        return "csv"
    raise Refused(
        "This is no spreadsheet, PDF or Word document. Look whether it is the file that was meant."
    )


def _check_name(kind: str, name: str) -> None:
    """A file that is not what its name says may not be what its sender meant to send."""
    suffix = Path(name).suffix.lower()
    named = next((each for each, ends in _NAMES.items() if suffix in ends), kind)
    if named != kind:
        raise Refused(
            f"This file is named {suffix}, but it is {_SAID[kind]}. Look whether it is the file "
            "that was meant, rename it, and bring it again."
        )


def _kind_of_archive(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = set(archive.namelist())
            if any(part.startswith("xl/workbook.") for part in parts):
                return "xlsx"
            if "word/document.xml" in parts:
                return "docx"
            if "content.xml" in parts and "mimetype" in parts:
                with archive.open("mimetype") as stream:
                    if b"opendocument.spreadsheet" in stream.read(200):
                        return "ods"
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, EOFError, OSError):
        raise Refused("This file is damaged: it cannot be unpacked. Save it anew.") from None
    raise Refused("This is a zip file or a text document, whatever its name: no spreadsheet.")


def read_csv(data: bytes) -> list[tuple[int, list[str]]]:
    """The rows that hold anything, each with its number."""
    text = _decoded(data)
    between = _delimiter(text)
    rows: list[tuple[int, list[str]]] = []
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text), delimiter=between), 1):
            if any(map(str.strip, cells)):
                rows.append((number, cells))
    except csv.Error as broken:
        raise Refused(
            "This file cannot be read as rows: a cell is longer than 131,072 characters, or a "
            "quotation mark is left open."
        ) from broken
    return rows


def _decoded(data: bytes) -> str:
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if utf16 else ["utf-8-sig", "cp1252"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise Refused(
                "This is no text file, whatever its name: bring an xlsx, xls, ods or csv."
            )
        return text
    raise Refused("The letters of this file cannot be read. Save it as “CSV UTF-8”.")


def _delimiter(text: str) -> str:
    """The sign that parts most lines into the same number of cells; a title may hold any."""
    lines = [line for line in text.splitlines()[:200] if line.strip()]
    best = max(",;\t|", key=lambda sign: _agreement(lines, sign))
    return best if any(best in line for line in lines) else ","


def _agreement(lines: list[str], sign: str) -> tuple[int, int]:
    try:
        widths = [len(cells) for cells in csv.reader(lines, delimiter=sign)]
    except csv.Error:
        return 0, 0
    wide = [width for width in widths if width > 1]
    most = max(set(wide), key=wide.count, default=0)
    return wide.count(most) * most, sum(wide)


@dataclass(frozen=True)
class OpenedFile:
    """A file once it is open: the visible sheets, and what else there is."""

    sheets: list[Sheet]
    hidden: list[str] = field(
        default_factory=list
    )  # names of what is hidden: “Old data”, “Data!C”, “Data!14”
    problems: list[Problem] = field(default_factory=list)
    carried: list[str] = field(default_factory=list)  # what the gate says of the file itself


def open_file(data: bytes, name: str, password: str = "") -> OpenedFile:
    """The visible sheets of a file of any kind; raises Refused with a sentence."""
    if not data:
        raise Refused("This file is empty.")
    if len(data) > LARGEST:
        raise Refused("This file is larger than 25 MB.")
    opened = _opened(unlock(data, password), name, password)
    filled = sum(len(sheet.cells) for sheet in opened.sheets)
    if filled > MOST_FILLED:
        raise Refused(
            f"This file has {filled:,} filled cells; {MOST_FILLED:,} can be read at once. Copy the "
            "tables of figures alone into a new file."
        )
    return opened


def _opened(data: bytes, name: str, password: str) -> OpenedFile:
    kind = kind_of(data, name)
    _check_name(kind, name)
    if kind == "csv":
        cells = {
            (number, column): text.strip()
            for number, row in read_csv(data)
            for column, text in enumerate(row, 1)
            if text.strip()
        }
        return OpenedFile([Sheet("", cells)])
    if kind == "pdf":
        sheets, told = read_pdf(data, password)
        return OpenedFile(sheets, [], told, embedded_data(data, kind))
    if kind == "docx":
        sheets, hidden = read_letter(data)
        told = []
    else:
        if kind == "ods":
            check_ods(data, password)
        sheets, hidden, told = _of_workbook(data, kind)
    if hidden:
        some = ", ".join(hidden[:8]) + (" and more" if len(hidden) > 8 else "")
        told.append(Problem("", None, f"Hidden parts of this file were not read: {some}."))
    return OpenedFile(sheets, hidden, told, embedded_data(data, kind))


def _of_workbook(data: bytes, kind: str) -> tuple[list[Sheet], list[str], list[Problem]]:
    sheets = []
    hidden: list[str] = []
    told: list[Problem] = []
    for said in read_workbook(data, kind, cut_far=True):
        if said["hidden"]:
            hidden.append(str(said["name"]))
        else:
            sheet = _sheet(said)
            sheets.append(sheet)
            hidden += [f"{sheet.name}!{place}" for place in sheet.hidden]
            told += [
                Problem(sheet.name, cell, "This cell stands far from all others: it was not read.")
                for cell in said["far"]
            ]
    return sheets, hidden, told


def _sheet(said: dict[str, Any]) -> Sheet:
    cells = {
        (number, column): text.strip()
        for number, texts in said["rows"]
        for column, text in enumerate(texts, 1)
        if text.strip()
    }
    for row, column, text in said["unmarked"]:
        if (row, column) in cells:
            cells[row, column] = text.strip()
    return Sheet(
        said["name"],
        cells,
        tuple(tuple(each) for each in said["merged"]),
        {(row, column): words for row, column, words in said["faults"]},
        tuple(name.removeprefix("column ").removeprefix("row ") for name in said["left_out"]),
    )
