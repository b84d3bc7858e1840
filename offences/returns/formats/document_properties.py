"""What a document says of itself among its properties: its title, its subject."""

import html
import re
import zipfile
from collections.abc import Iterable
from io import BytesIO

import olefile

_LONGEST = 200
_MOST = 100_000  # bytes of the part with the properties
_PARTS = {"xlsx": "docProps/core.xml", "docx": "docProps/core.xml", "ods": "meta.xml"}
_PROPERTY = re.compile(  # the title, a note of its author’s, a state such as “Draft”
    rb"<(?:\w+:)?(title|subject|description|keywords?|category|contentStatus)\b[^>]*>([^<]*)</"
)
_UNSAID = re.compile(r"\W*(?:unspecified|untitled|anonymous)\W*", re.IGNORECASE)
_OF_COMPOUND = ("title", "subject", "comments", "keywords", "category")
_OF_PDF = ("Title", "Subject", "Keywords")


def document_properties(data: bytes, kind: str, password: str = "") -> tuple[str, ...]:
    """The title of a document that was opened already, if it has one, and what else it says."""
    if kind in _PARTS:
        texts = _in_archive(data, _PARTS[kind])
    elif kind == "xls":
        texts = _in_compound(data)
    elif kind == "pdf":
        texts = _in_pdf(data, password)
    else:
        texts = []
    tidy = (" ".join(text.split())[:_LONGEST] for text in texts)
    return tuple(dict.fromkeys(text for text in tidy if text and not _UNSAID.fullmatch(text)))


def _in_archive(data: bytes, part: str) -> Iterable[str]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open(part) as stream:
            found = _PROPERTY.findall(stream.read(_MOST))
    except (KeyError, zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError):
        return []
    found.sort(key=lambda each: each[0] != b"title")
    return [html.unescape(text.decode("utf-8", "replace")) for _, text in found]


def _in_compound(data: bytes) -> Iterable[str]:
    try:
        with olefile.OleFileIO(BytesIO(data)) as parts:
            known = parts.get_metadata()
            texts = [getattr(known, name) for name in _OF_COMPOUND]
    except Exception:  # broken properties are no reason not to read the figures
        return []
    return [t.decode("cp1252", "replace") if isinstance(t, bytes) else str(t or "") for t in texts]


def _in_pdf(data: bytes, password: str) -> Iterable[str]:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with PdfDocument(data, password or None) as pdf:
            return [str(pdf.get_metadata_value(name)) for name in _OF_PDF]
    except PdfiumError:
        return []
