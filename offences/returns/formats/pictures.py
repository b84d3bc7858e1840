"""Pictures in a file that may show figures, or words about them: only a person reads those.

One above everything else is rather the force's badge, and a small one in a letter a signature. On a
sheet without a cell there is nothing else.
"""

import re
import zipfile
from io import BytesIO

from offences.returns.formats.workbook_records import parse_xml
from offences.returns.sheet import Problem

_WIDE, _HIGH = 2_160_000, 900_000  # 6 by 2.5 cm, in the units of Office
_POINTS_OF = {"cm": 360_000, "mm": 36_000, "in": 914_400, "pt": 12_700}
_LENGTH = re.compile(r"([\d.]+)(cm|mm|in|pt)")
_WHY = (
    "A picture in this file was not read. Look at it in the original: does it show figures, or say "
    "something of those that were read?"
)


def unread_pictures(data: bytes, kind: str) -> list[Problem]:
    """A question about the pictures of a workbook or letter, if one may be of figures."""
    if kind not in ("xlsx", "docx", "ods"):
        return []
    with zipfile.ZipFile(BytesIO(data)) as archive:
        alone = _of_sheets_without_cells(archive) if kind == "xlsx" else set()
        for name in archive.namelist():
            if _PARTS[kind].fullmatch(name):
                seen = _Pictures(kind, is_alone=name in alone)
                with archive.open(name) as stream:
                    parse_xml(stream, seen.start, seen.end, seen.text)
                if seen.found:
                    return [Problem("", None, _WHY)]
    return []


def _of_sheets_without_cells(archive: zipfile.ZipFile) -> set[str]:
    """The parts with the pictures of those sheets of a workbook that have nothing else."""
    found: set[str] = set()
    parts = {*archive.namelist()}
    for name in parts:
        sheet = _SHEET.fullmatch(name)
        links = f"xl/worksheets/_rels/{sheet[1]}.rels" if sheet else ""
        is_small = links in parts and archive.getinfo(name).file_size < _MOST
        if is_small and not _CELL.search(archive.read(name)):
            drawings = _DRAWING.findall(archive.read(links))
            found |= {f"xl/drawings/{each.decode()}" for each in drawings}
    return found


_MOST = 100_000  # bytes of a sheet without a cell
_SHEET = re.compile(r"xl/worksheets/([^/]+\.xml)")
_CELL = re.compile(rb"<(?:\w+:)?c[ />]")
_DRAWING = re.compile(rb"drawings/(drawing\d*\.xml)")
_PARTS = {
    "xlsx": re.compile(r"xl/drawings/drawing\d*\.xml"),
    "docx": re.compile(r"word/document\d*\.xml"),
    "ods": re.compile(r"content\.xml"),
}
_AROUND = ("oneCellAnchor", "twoCellAnchor", "absoluteAnchor", "inline", "anchor", "frame")


class _Pictures:
    """Walks a part, from picture to picture."""

    def __init__(self, kind: str, *, is_alone: bool = False) -> None:
        self.kind, self.found, self.words = kind, False, False
        self.is_alone = is_alone
        self.tag = ""
        self._begin()

    def _begin(self) -> None:
        self.is_picture, self.wide, self.high = False, 0.0, 0.0
        self.at: dict[str, int] = {}  # the cell in which it begins, from 0

    def start(self, name: str, of: dict[str, str]) -> None:
        self.tag = name.rpartition(":")[2]
        if self.tag in _AROUND:
            self._begin()
        self.is_picture |= self.tag in ("pic", "image")
        sizes = (of.get("cx", ""), of.get("cy", ""))
        if all(map(str.isdigit, sizes)):
            self.wide, self.high = max(self.wide, int(sizes[0])), max(self.high, int(sizes[1]))
        elif self.tag == "frame":
            self.wide, self.high = _length(of.get("svg:width")), _length(of.get("svg:height"))

    def text(self, data: str) -> None:
        self.words |= bool(data.strip()) and self.tag in ("t", "p", "span")
        if self.tag in ("col", "row") and data.strip().isdigit():
            self.at.setdefault(self.tag, int(data))

    def end(self, name: str) -> None:
        if name.rpartition(":")[2] in _AROUND and self.is_picture:
            is_large = self.wide >= _WIDE and self.high >= _HIGH
            if self.kind == "xlsx":
                row, column = self.at.get("row", 0), self.at.get("col", 0)
                self.found |= self.is_alone or (row > 0 and (is_large or column > 0))
            else:
                self.found |= is_large and self.words
            self._begin()


def _length(text: str | None) -> float:
    found = _LENGTH.fullmatch(text or "")
    return float(found[1]) * _POINTS_OF[found[2]] if found else 0
