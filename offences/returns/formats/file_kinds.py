"""The kind of a file by its bytes, and its lock; a password is used once, stored nowhere."""

import zipfile
from io import BytesIO
from pathlib import Path

from offences.refused import Refused

LOCKED = "This file is locked with a password. Save it without one."
WRONG_PASSWORD = "This password does not open the file. Ask the force for it again."
CANNOT_UNLOCK = (
    "An OpenDocument file with a password cannot be opened here. Save it without one, or as an "
    "Excel file."
)

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_locked_package(data: bytes) -> bool:
    """An xlsx or docx that is locked: a compound file around it."""
    return data.startswith(COMPOUND) and "EncryptedPackage".encode("utf-16-le") in data


def refuse_locked_opendocument(data: bytes, password: str) -> None:
    """Refuse an OpenDocument file with a password, which no library here opens."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if "META-INF/manifest.xml" not in archive.namelist():
            return
        if b":encryption-data" in archive.read("META-INF/manifest.xml")[:1_000_000]:
            raise Refused(CANNOT_UNLOCK if password else LOCKED)


def unlock(data: bytes, password: str) -> bytes:
    """An Office file without its password; any other file as it is."""
    if not password or not data.startswith(COMPOUND):
        return data
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError

    try:
        locked = msoffcrypto.OfficeFile(BytesIO(data))
        if not locked.is_encrypted():
            return data
        locked.load_key(password=password, verify_password=True)
        out = BytesIO()
        locked.decrypt(out)
    except (InvalidKeyError, DecryptionError):
        raise Refused(WRONG_PASSWORD) from None
    except FileFormatError:
        return data
    return out.getvalue()


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
        raise Refused("This file is empty. Ask its sender for it again.")
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
        what = f"This file is named {Path(name).suffix.lower()}, but it is {_IN_WORDS[kind]}."
        raise Refused(f"{what} Check that it is the right file, rename it and upload it again.")


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
