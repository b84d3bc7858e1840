"""A file that staff bring → sheets of text cells, whatever program made it."""

import csv
import io
import json
import subprocess
import sys
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from offences.counts import Refused
from offences.imports.workbook import letters

LARGEST_FILE = 10 * 1024 * 1024
MOST_ROWS = 100_000
_READER = Path(__file__).with_name("workbook.py")
_SECONDS = 25  # less than a server gives a request


@dataclass(frozen=True)
class Sheet:
    """The cells of one sheet as text; rows and columns are counted from 1, as programs do."""

    name: str  # "" in a csv, which has none
    rows: list[tuple[int, list[str]]]  # row number, its cells from column A; empty rows left out
    faults: dict[tuple[int, int], str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def cell(self, row: int, column: int) -> str:
        """The address of a cell, as spreadsheet programs print it."""
        return f"{letters(column)}{row}"


def sheets_of(data: bytes, name: str) -> list[Sheet]:
    """The visible sheets of a file; Refused, with a sentence, where it cannot be taken."""
    if not data:
        raise Refused("This file is empty.")
    if len(data) > LARGEST_FILE:
        raise Refused("This file is larger than 10 MB. Save the sheets you need by themselves.")
    kind = kind_of(data, name)
    sheets = _csv(data) if kind == "csv" else _workbook(data, kind)
    if sum(len(sheet.rows) for sheet in sheets) > MOST_ROWS:
        raise Refused(f"This file has more than {MOST_ROWS:,} rows. Bring it in parts.")
    if not any(sheet.rows for sheet in sheets):
        raise Refused("This file has no rows: every sheet that can be seen is empty.")
    return sheets


def kind_of(data: bytes, name: str) -> str:
    """By what is in the file; its name decides only that a text is a csv."""
    if data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                parts = set(archive.namelist())
                if "xl/workbook.xml" in parts:
                    return "xlsx"
                if "content.xml" in parts and "mimetype" in parts:
                    with archive.open("mimetype") as stream:
                        if b"opendocument.spreadsheet" in stream.read(200):
                            return "ods"
        except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, EOFError):
            raise Refused("This file is damaged: it cannot be unpacked. Save it anew.") from None
        raise Refused("This is a zip file or a text document, whatever its name: no spreadsheet.")
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Refused("This file is locked with a password. Save it without one.")
        return "xls"
    if Path(name).suffix.lower() in (".csv", ".txt", ".tsv"):
        return "csv"
    raise Refused("This is no spreadsheet: bring an xlsx, xls, ods or csv file.")


def _csv(data: bytes) -> list[Sheet]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        break
    else:
        raise Refused("The letters of this file cannot be read. Save it as “CSV UTF-8”.")
    if "\0" in text:
        raise Refused("This is no text file, whatever its name: bring an xlsx, xls, ods or csv.")
    lines = (line for line in text.splitlines() if line.strip())
    first = next(lines, "")
    between = max(",;\t", key=first.count)
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
    return [Sheet("", rows)]


def _workbook(data: bytes, kind: str) -> list[Sheet]:
    too_much = Refused(
        "This file takes too much memory or time to read. Copy the table alone into a new file."
    )
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_READER), kind],
            input=data,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise too_much from None
    if done.returncode:
        raise too_much
    said = json.loads(done.stdout)
    if "refused" in said:
        raise Refused(said["refused"])
    return [_sheet(each) for each in said["sheets"]]


def _sheet(said: dict) -> Sheet:
    name = said["name"]
    if said["hidden"]:
        return Sheet(name, [], notes=(f"Sheet “{name}” is hidden and was not read.",))
    notes: tuple[str, ...] = ()
    if left_out := said["left_out"]:
        some = ", ".join(left_out[:8]) + (" and more" if len(left_out) > 8 else "")
        notes = (f"Sheet “{name}”: {some} hidden, not read.",)
    rows = [(number, cells) for number, cells in said["rows"]]
    faults = {(row, column): words for row, column, words in said["faults"]}
    # A row whose only cell is a fault has no text, but is not empty.
    there = {number for number, _ in rows}
    rows += [(number, []) for number in sorted({row for row, _ in faults} - there)]
    rows.sort(key=lambda row: row[0])
    return Sheet(name, rows, faults, notes)
