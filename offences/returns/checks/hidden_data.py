"""The hidden-data gate: what a file carries that nobody sees, or that tells of one person.

A force may send a child's data by accident: in a hidden column, behind a pivot table, in the cache
of a link. Such a file is held back until the data lead has looked, and the force is told.
"""

import email
import zipfile
from io import BytesIO

from offences.refused import Refused
from offences.returns.checks.personal_data import PersonalColumn
from offences.returns.formats.xls_records import xls_contents
from offences.returns.sheet import Sheet

_PIVOT = "A pivot table keeps a copy of the rows that it was made of, also of those not shown."
_LINKS = "Links to other workbooks keep copies of cells of those workbooks."
_MODEL = "A data model or a connection to a database is kept inside the file."
_OBJECTS = "Other documents are embedded in the file."
_COMMENTS = "Comments hold text that the sheets do not show."
_CHANGES = "Tracked changes keep text that was deleted."
_VANISHED = "Text that is formatted as hidden stands in the letter."
_ATTACHED = "Other files are attached to the document."

# What a part's name begins with, in a workbook or a letter → what it means.
_PARTS = (
    (("xl/pivotcache/",), _PIVOT),
    (("xl/externallinks/externallink",), _LINKS),
    (("xl/model/", "xl/connections.", "xl/querytables/", "xl/customdata/"), _MODEL),
    (("xl/embeddings/", "word/embeddings/", "xl/activex/"), _OBJECTS),
    (("xl/revisions/",), _CHANGES),
    (("xl/comments", "xl/threadedcomments/", "word/comments"), _COMMENTS),
)
_SCANNED = 20_000_000  # bytes of one part that are searched for words


def embedded_data(data: bytes, kind: str) -> list[str]:
    """Sentences on what a file keeps beside its sheets. `kind` is that of `files.kind_of`."""
    if kind == "xls":
        return _of_xls(data)
    if kind == "pdf":
        return [_ATTACHED] if b"/EmbeddedFile" in data else []
    if kind == "csv":
        return []
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        folded = [name.casefold() for name in names]
        found = [said for begins, said in _PARTS if any(n.startswith(begins) for n in folded)]
        if kind == "ods":
            found += _of_ods(archive)
        if kind == "docx" and _holds(archive, "word/document.xml", b"<w:delText"):
            found.append(_CHANGES)
        if kind == "docx" and _holds(archive, "word/document.xml", b"<w:vanish"):
            found.append(_VANISHED)
    return found


def _of_xls(data: bytes) -> list[str]:
    streams, records = xls_contents(data)
    found = []
    if any(name.startswith("_SX_DB") for name in streams):
        found.append(_PIVOT)
    if "external" in records:
        found.append(_LINKS)
    if any(name.startswith("MBD") for name in streams):
        found.append(_OBJECTS)
    if "comment" in records:
        found.append(_COMMENTS)
    return found


def _of_ods(archive: zipfile.ZipFile) -> list[str]:
    found = []
    if _holds(archive, "content.xml", b"<office:annotation"):
        found.append(_COMMENTS)
    if _holds(archive, "content.xml", b"<table:tracked-changes"):
        found.append(_CHANGES)
    # The file itself is the first; a chart is an object, too, but shows what the sheets hold.
    if _holds(archive, "META-INF/manifest.xml", b"opendocument.spreadsheet", more_than=1):
        found.append(_OBJECTS)
    return found


def _holds(archive: zipfile.ZipFile, part: str, words: bytes, more_than: int = 0) -> bool:
    try:
        with archive.open(part) as stream:
            return stream.read(_SCANNED).count(words) > more_than
    except KeyError:
        return False
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError):
        raise Refused("This file is damaged: it cannot be unpacked. Save it anew.") from None


_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"II*\0", b"MM\0*")


def hides_nothing(data: bytes, name: str) -> bool:
    """Whether a file that no reader opens hides nothing all the same: a picture, or an e-mail that
    nothing is attached to."""
    if not data or data.startswith(_PICTURES):
        return True
    if not name.casefold().endswith(".eml"):
        return False
    parts = [part for part in email.message_from_bytes(data).walk() if not part.is_multipart()]
    return all(p.get_content_maintype() == "text" and not p.get_filename() for p in parts)


def quarantine_reasons(
    sheets: list[Sheet], hidden: list[str], inside: list[str], personal: list[PersonalColumn]
) -> list[str]:
    """Why a file must be held back, one sentence for each reason; none where it may be opened."""
    places = [(f"{s.name}!{place}", place) for s in sheets for place in s.hidden]
    rows = [name for name, place in places if place.isdigit()]
    columns = [name for name, place in places if not place.isdigit()]
    known = {name for name, _ in places}
    found = []
    for kind, names in (
        ("sheet", [name for name in hidden if name not in known]),
        ("column", columns),
        ("row", rows),
    ):
        if names:
            found.append(f"Hidden {kind}{'s' * (len(names) > 1)}: {_listed(names)}.")
    found += inside
    for each in personal:
        heading = f", headed “{each.heading[:40]}”," if each.heading else ""
        found.append(f"Column {each.column}{heading} looks like {each.looks_like}.")
    return found


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - 8} more" if len(names) > 8 else ""
    return ", ".join(names[:8]) + more
