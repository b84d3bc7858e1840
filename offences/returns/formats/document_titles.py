"""The title that a document has among its properties, and on no page."""

import html
import re
import zipfile
from io import BytesIO

import olefile

_LONGEST = 200
_MOST = 100_000  # bytes of the part with the properties
_PARTS = {"xlsx": "docProps/core.xml", "docx": "docProps/core.xml", "ods": "meta.xml"}
_TITLE = re.compile(rb"<(?:\w+:)?title\b[^>]*>([^<]*)</(?:\w+:)?title>")


def document_title(data: bytes, kind: str, password: str = "") -> str:
    """The title of a document that was opened already; empty if it has none."""
    if kind in _PARTS:
        text = _in_archive(data, _PARTS[kind])
    elif kind == "xls":
        text = _in_compound(data)
    elif kind == "pdf":
        text = _in_pdf(data, password)
    else:
        text = ""
    return " ".join(text.split())[:_LONGEST]


def _in_archive(data: bytes, part: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open(part) as stream:
            found = _TITLE.search(stream.read(_MOST))
    except (KeyError, zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError):
        return ""
    return html.unescape(found[1].decode("utf-8", "replace")) if found else ""


def _in_compound(data: bytes) -> str:
    try:
        with olefile.OleFileIO(BytesIO(data)) as parts:
            title = parts.get_metadata().title
    except Exception:  # broken properties are no reason not to read the figures
        return ""
    return title.decode("cp1252", "replace") if isinstance(title, bytes) else str(title or "")


def _in_pdf(data: bytes, password: str) -> str:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with PdfDocument(data, password or None) as pdf:
            return str(pdf.get_metadata_value("Title"))
    except PdfiumError:
        return ""
