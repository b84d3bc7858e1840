"""What a workbook shows outside its cells: boxes, charts, headers and footers of pages."""

import posixpath
import re
import struct
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any

from offences.returns.formats.workbook_records import Record, SheetRecords, mentions, parse_xml
from offences.returns.formats.xlsx_records import xlsx_parts
from offences.returns.labels.accused_words import names_accused

MOST = 200  # lines of one sheet
_OF_PAGES = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
_CODE = re.compile(  # of a typeface, a size, a colour; of the page, the day, the file, a look
    r'&(?:"[^"]*"|K(?:[0-9A-F]{6}|\d\d[+-]\d{3})|\d{1,3}|[PNDTFAZGBIUESXYOH])', re.IGNORECASE
)
_TIPS = {"hyperlink": ("tooltip",), "dataValidation": ("promptTitle", "prompt")}
_INSTRUCTS = re.compile(  # “Click to open”, “Enter a whole number”
    r"(?:please )?(?:click|ctrl|enter|select|choose|follow|open|go|back|type|pick|input"
    r"|(?:an? )?(?:whole )?(?:numbers?|dates?))\b",
    re.IGNORECASE,
)
_PART = re.compile(r"&[LCR]", re.IGNORECASE)  # left, centre, right
_BOF, _EOF, _HEADER, _FOOTER, _OBJECT, _TEXT, _CONTINUE = 0x809, 0xA, 0x14, 0x15, 0x5D, 0x1B6, 0x3C
_NOTE = 0x19  # the kind of an object that is a comment's box
_FIELDS = ("sheet-name", "page-number", "page-count", "date", "time", "title", "file-name")


def add_xlsx_lines(archive: zipfile.ZipFile, part: str, records: SheetRecords) -> None:
    """Add the lines of a sheet’s text boxes and charts, and of what its pages print.

    What shows only under the pointer is such a line, too.
    """
    words: list[str] = []
    tips: list[str] = []

    def inside(*names: str) -> tuple[Any, Any, Any]:
        within: list[str] = []

        def start(name: str, of: dict[str, str]) -> None:
            within.append(name.rpartition(":")[2])
            texts = (of.get(key, "") for key in _TIPS.get(within[-1], ()))
            tips.extend(text for text in texts if not _is_idle(text))

        def end(name: str) -> None:
            if within.pop() in (*_OF_PAGES, "p"):
                words.append("\n")

        def text(data: str) -> None:
            if within and within[-1] in names:
                words.append(data)

        return start, end, text

    drawings = _related(archive, part, "/drawing")
    charts = [each for drawing in drawings for each in _related(archive, drawing, "/chart")]
    for drawn in (*drawings, *charts):
        with archive.open(drawn) as stream:
            parse_xml(stream, *inside("t"))
    boxes = _lines("".join(words))
    words.clear()
    if any(mentions(archive, part, word) for word in (b"headerFooter", b"tooltip", b"prompt")):
        with archive.open(part) as stream:
            parse_xml(stream, *inside(*_OF_PAGES))
    pages = _lines(_without_codes("".join(words)))
    records.lines = [*boxes, *pages, *_lines("\n".join(tips))]


def _is_idle(tip: str) -> bool:
    """Whether a tip only says what to do, and nothing of what is counted."""
    return bool(_INSTRUCTS.match(tip)) and not names_accused(tip)


def add_chart_sheets(archive: zipfile.ZipFile, records: Mapping[str, SheetRecords]) -> None:
    """Put the lines of sheets that are one chart below the first sheet of cells."""
    parts = xlsx_parts(archive)
    charts = [name for name, part in parts.items() if "/chartsheets/" in part]
    cells = [name for name in parts if name not in charts]
    for name in charts if cells else ():
        records[cells[0]].lines += records[name].lines


def _related(archive: zipfile.ZipFile, part: str, kind: str) -> list[str]:
    """The parts of one kind that a part of a workbook refers to."""
    folder, _, name = part.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    found: list[str] = []

    def start(_: str, of: dict[str, str]) -> None:
        if of.get("Type", "").endswith(kind):
            target = of.get("Target", "")
            place = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
            found.append(posixpath.normpath(place))

    if relations in archive.namelist():
        with archive.open(relations) as stream:
            parse_xml(stream, start)
    return [each for each in found if each in archive.namelist()]


def _without_codes(text: str) -> str:
    """The words of a header, without the codes for looks and for what changes by the page."""
    parts = text.split("&&")
    return "&".join(_CODE.sub("", _PART.sub("\n", part)) for part in parts)


def _lines(text: str) -> list[str]:
    found = (" ".join(line.split()) for line in text.splitlines())
    return [*dict.fromkeys(filter(None, found))][:MOST]


def add_xls_lines(stream: Iterable[Record], sheets: list[SheetRecords]) -> None:
    """Add the lines of each sheet of an xls file."""
    found = iter(sheets)
    records: SheetRecords | None = None
    open_parts: list[SheetRecords | None] = []  # a chart is a part within its sheet
    awaits = is_box = False
    length = 0
    for kind, body in stream:
        if kind == _BOF and len(body) >= 4:
            open_parts.append(records)
            is_sheet = struct.unpack_from("<H", body, 2)[0] == 0x0010
            records = next(found, None) if is_sheet else None
        elif kind == _EOF:
            records = open_parts.pop() if open_parts else None
        elif records is None:
            continue
        elif kind in (_HEADER, _FOOTER) and len(body) > 3:
            records.lines += _lines(_without_codes(_letters(body[2:])))
        elif kind == _OBJECT and len(body) >= 6:
            is_box = struct.unpack_from("<H", body, 4)[0] != _NOTE
        elif kind == _TEXT and len(body) >= 12:
            awaits, length = is_box, struct.unpack_from("<H", body, 10)[0]
        elif kind == _CONTINUE and awaits:
            records.lines += _lines(_letters(body)[:length])
            awaits = False


def _letters(body: bytes) -> str:
    """A text behind the flag that says whether a letter is of two bytes."""
    return body[1:].decode("utf-16-le" if body[0] & 1 else "latin-1", "replace")


class OdsLines:
    """The lines outside the cells of an open document, as its parser meets their elements."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._shapes = self._fields = 0
        self._words: list[str] = []

    @property
    def is_inside(self) -> bool:
        return self._shapes > 0

    def start(self, name: str) -> None:
        kind, _, tag = name.partition(":")
        if name == "text:p":
            self._words = []
        self._shapes += kind == "draw" or name in _ODS_PAGES
        self._fields += kind == "text" and tag in _FIELDS

    def text(self, data: str) -> None:
        if self._shapes and not self._fields:
            self._words.append(data)

    def end(self, name: str) -> None:
        kind, _, tag = name.partition(":")
        if name == "text:p":
            self.lines += _lines("".join(self._words)) if self._shapes else []
            self._words = []
        self._shapes -= kind == "draw" or name in _ODS_PAGES
        self._fields -= kind == "text" and tag in _FIELDS


_ODS_PAGES = tuple(
    f"style:{part}{which}" for part in ("header", "footer") for which in ("", "-left", "-first")
)
