"""The kind of a file, by its bytes; the name decides only for plain text."""

import zipfile
from io import BytesIO
from pathlib import Path

from offences.refused import Refused
from offences.returns.formats.locks import COMPOUND, LOCKED, is_locked_package

LARGEST = 25 * 1024 * 1024
DAMAGED = "This file is damaged and cannot be unpacked. Save it again and upload that copy."
SPREADSHEETS = ("xlsx", "xls", "ods")
_ENDINGS = {
    "xlsx": (".xlsx", ".xlsm", ".xlsb", ".xltx", ".xltm"),
    "xls": (".xls", ".xlt"),
    "ods": (".ods", ".ots"),
    "pdf": (".pdf",),
    "docx": (".docx", ".docm"),
    "csv": (".csv", ".tsv", ".tab"),
    "txt": (".txt", ".text"),
    "log": (".md", ".log"),  # text that no return comes in
    "eml": (".eml",),
}
_IN_WORDS = {
    "xlsx": "an Excel workbook (.xlsx)",
    "xls": "an old Excel workbook (.xls)",
    "ods": "an OpenDocument spreadsheet (.ods)",
    "pdf": "a PDF",
    "docx": "a Word document",
}


def check_size(data: bytes) -> None:
    """Refuse a file that is empty or too large."""
    if not data:
        raise Refused("This file is empty.")
    if len(data) > LARGEST:
        raise Refused("This file is larger than 25 MB.")


def file_kind(data: bytes, name: str) -> str:
    """xlsx, xls, ods, pdf, docx, csv, txt, log or eml; empty for any other."""
    if data.startswith(b"PK"):
        return _archive_kind(data)
    if data.startswith(COMPOUND):
        if is_locked_package(data):
            raise Refused(LOCKED)
        return "xls"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    kind = _named_kind(name)
    return kind if kind not in _IN_WORDS else ""


def check_name(kind: str, name: str) -> None:
    """Refuse a file that is not what its name says: it may be the wrong file."""
    named = _named_kind(name)
    if kind in _IN_WORDS and named not in ("", "log", "eml", kind):
        raise Refused(
            f"This file is named {Path(name).suffix.lower()}, but it is {_IN_WORDS[kind]}. Check "
            "that it is the right file, rename it and upload it again."
        )


def _named_kind(name: str) -> str:
    suffix = Path(name).suffix.lower()
    return next((kind for kind, endings in _ENDINGS.items() if suffix in endings), "")


def _archive_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
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
        raise Refused(DAMAGED) from None
    raise Refused("This is a zip file or a text document, not a spreadsheet, whatever its name.")
