"""Data embedded in a file and not visible: copies of rows, comments, attachments."""

import email
import zipfile
from io import BytesIO

from offences.refused import Refused
from offences.returns.formats.file_kinds import DAMAGED
from offences.returns.formats.workbook_records import xls_contents

_PIVOT = "A pivot table stores a copy of the rows it was made from, including those not shown."
_LINKS = "Links to other workbooks store copies of those workbooks’ cells."
_MODEL = "A data model or a connection to a database is stored inside the file."
_OBJECTS = "Other documents are embedded in the file."
_COMMENTS = "Comments contain text that the sheets do not show."
_CHANGES = "Tracked changes contain text that was deleted."
_VANISHED = "The letter has text that is formatted as hidden."
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
# Words inside a part that are a sign if they occur more often than this.
_INSIDE: dict[str, tuple[tuple[str, str, bytes, int], ...]] = {
    "docx": (
        (_CHANGES, "word/document.xml", b"<w:delText", 0),
        (_VANISHED, "word/document.xml", b"<w:vanish", 0),
    ),
    "ods": (
        (_COMMENTS, "content.xml", b"<office:annotation", 0),
        (_CHANGES, "content.xml", b"<table:tracked-changes", 0),
        # The file itself is the first. A chart is one too, but shows only what is on the sheets.
        (_OBJECTS, "META-INF/manifest.xml", b"opendocument.spreadsheet", 1),
    ),
}
_SCANNED = 20_000_000  # bytes of one part that are searched for words


def embedded_data(data: bytes, kind: str) -> list[str]:
    """Describe what a file of this kind embeds besides its sheets, a sentence each."""
    if kind == "xls":
        streams, records = xls_contents(data)
        signs = {
            _PIVOT: any(name.startswith("_SX_DB") for name in streams),
            _LINKS: "external" in records,
            _OBJECTS: any(name.startswith("MBD") for name in streams),
            _COMMENTS: "comment" in records,
        }
        return [what for what, is_there in signs.items() if is_there]
    if kind in ("pdf", "csv"):
        return [_ATTACHED] if kind == "pdf" and b"/EmbeddedFile" in data else []
    with zipfile.ZipFile(BytesIO(data)) as archive:
        folded = [name.casefold() for name in archive.namelist() if not name.endswith("/")]
        found = [what for begins, what in _PARTS if any(n.startswith(begins) for n in folded)]
        inside = _INSIDE.get(kind, ())
        return found + [w for w, part, sign, most in inside if _contains(archive, part, sign, most)]


def _contains(archive: zipfile.ZipFile, part: str, words: bytes, more_than: int) -> bool:
    try:
        with archive.open(part) as stream:
            return stream.read(_SCANNED).count(words) > more_than
    except KeyError:
        return False
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError):
        raise Refused(DAMAGED) from None


_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"II*\0", b"MM\0*")


def hides_nothing(data: bytes, name: str) -> bool:
    """Whether an unreadable file hides nothing: a picture, or an e-mail without attachments."""
    if not data or data.startswith(_PICTURES):
        return True
    if not name.casefold().endswith(".eml"):
        return False
    parts = [part for part in email.message_from_bytes(data).walk() if not part.is_multipart()]
    return all(p.get_content_maintype() == "text" and not p.get_filename() for p in parts)
