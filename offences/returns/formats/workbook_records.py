"""A workbook's own records of its sheets: errors, hidden parts, raised figures."""

import re
import struct
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import IO, Any
from xml.parsers import expat

import olefile

from offences.refused import Refused
from offences.returns.sheet import Position

_PIECE = 1 << 20
NO_VALUE = "has a formula that was never calculated: open the file, let it calculate, and save it"


@dataclass
class SheetRecords:
    """The records of one sheet."""

    faults: dict[Position, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    unmarked: dict[Position, str] = field(default_factory=dict)  # without a raised footnote mark
    shown: dict[Position, str] = field(default_factory=dict)  # seen in place of the number
    styles: dict[Position, str] = field(default_factory=dict)  # those of an ods with rules
    marks: dict[Position, str] = field(default_factory=dict)  # struck out, with a comment…
    indents: dict[Position, int] = field(default_factory=dict)  # steps from the left edge
    rows: Counter[int] = field(default_factory=Counter)  # row → how many filled cells it has
    columns: Counter[int] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)  # outside the cells: text boxes, page headers
    outliers: list[str] = field(default_factory=list)  # cells far from all others, not read

    @property
    def height(self) -> int:
        return max(self.rows) - min(self.rows) + 1 if self.rows else 0

    @property
    def width(self) -> int:
        return max(self.columns) - min(self.columns) + 1 if self.columns else 0


def parse_xml(stream: IO[bytes], start: Any, end: Any = None, text: Any = None) -> None:
    """Walk an XML part."""
    parser = xml_parser()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.ParseFile(stream)


def mentions(archive: zipfile.ZipFile, part: str, word: bytes) -> bool:
    """Whether a word of ASCII is anywhere in a part, in UTF-8 or UTF-16."""
    wide = b"\0".join(bytes([letter]) for letter in word)
    with archive.open(part) as stream:
        before = b""
        while piece := stream.read(_PIECE):
            piece = before + piece
            if word in piece or wide in piece:
                return True
            before = piece[-len(wide) :]
    return False


def xml_parser() -> expat.XMLParserType:
    """A document type is refused: it is how such files are made to explode."""
    parser = expat.ParserCreate(namespace_separator=None)

    def no_doctype(*_: object) -> None:
        raise Refused("This file is not an ordinary workbook: it declares a document type.")

    parser.StartDoctypeDeclHandler = no_doctype
    parser.buffer_text = True
    return parser


def ods_records(archive: zipfile.ZipFile) -> dict[str, SheetRecords]:
    """What an OpenDocument workbook records of each of its sheets, by the sheet's name."""
    tables = _OdsTables()
    with archive.open("content.xml") as stream:
        parse_xml(stream, tables.start, tables.end)
    return tables.found


class _OdsTables:
    """The tables of an OpenDocument workbook, as the parser meets their elements."""

    def __init__(self) -> None:
        self.found: dict[str, SheetRecords] = {}
        self._records = SheetRecords()  # of the table that is being read
        self._row = self._column = self._repeated = 0
        self._depth = 0  # a table inside a cell is none of ours
        self._style = ""
        self._unseen: set[str] = set()  # styles of rows too low, of columns too narrow
        self._closed: list[bool] = []  # of the groups of rows or columns that it is in

    def start(self, name: str, of: dict[str, str]) -> None:
        """Take an element, with its attributes."""
        match name:
            case "style:style":
                self._style = of.get("style:name", "")
            case "style:table-row-properties" | "style:table-column-properties":
                self._unseen |= {self._style} if _is_too_small(of) else set()
            case "table:table":
                self._depth += 1
                if self._depth == 1:
                    self._records = self.found[of.get("table:name", "")] = SheetRecords()
                    self._row, self._repeated, self._column = 0, 1, 0
            case "table:table-row-group" | "table:table-column-group":
                self._closed.append(of.get("table:display") == "false")
            case "table:table-column" if self._depth == 1:
                self._take_columns(of)
            case "table:table-row" if self._depth == 1:
                self._take_rows(of)
            case "table:table-cell" | "table:covered-table-cell" if self._depth == 1:
                self._take_cells(of)

    def end(self, name: str) -> None:
        """Leave an element."""
        if name == "table:table":
            self._depth -= 1
        elif name in ("table:table-row-group", "table:table-column-group"):
            self._closed.pop()

    def _is_hidden(self, of: dict[str, str]) -> bool:
        """Whether a row or column is hidden, or too small for anything to be seen."""
        is_visible = of.get("table:visibility", "visible") == "visible" and not any(self._closed)
        return not is_visible or of.get("table:style-name") in self._unseen

    def _take_columns(self, of: dict[str, str]) -> None:
        width = int(of.get("table:number-columns-repeated", 1))
        if self._is_hidden(of):
            last = min(self._column + width, 16_384)
            self._records.hidden_columns.update(range(self._column + 1, last + 1))
        self._column += width

    def _take_rows(self, of: dict[str, str]) -> None:
        self._row += self._repeated if self._row else 1
        self._column = 0
        self._repeated = int(of.get("table:number-rows-repeated", 1))
        if self._is_hidden(of):
            last = min(self._row + self._repeated, 200_000)
            self._records.hidden_rows.update(range(self._row, last))

    def _take_cells(self, of: dict[str, str]) -> None:
        records, row, column = self._records, self._row, self._column
        width = int(of.get("table:number-columns-repeated", 1))
        if of.get("calcext:value-type") == "error":
            records.faults[row, column + 1] = "holds an error"
        elif "table:formula" in of and "office:value-type" not in of:
            records.faults[row, column + 1] = NO_VALUE
        if "office:value-type" in of and self._repeated:
            for at in {row, row + self._repeated - 1}:
                records.rows[at] += 1
            for at in {column + 1, column + width}:
                records.columns[at] += 1
        wide = int(of.get("table:number-columns-spanned", 1))
        high = int(of.get("table:number-rows-spanned", 1))
        if wide > 1 or high > 1:
            records.merged.append((row, column + 1, row + high - 1, column + wide))
        self._column += width


_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "px": 0.75, "pc": 12.0}
_LENGTH = re.compile(rf"(\d*\.?\d+)({'|'.join(_POINTS)})")


def _is_too_small(of: dict[str, str]) -> bool:
    """Whether a row is at most two points high, or a column so wide, and does not fit its text."""
    if of.get("style:use-optimal-row-height") == "true":
        return False
    found = _LENGTH.fullmatch(of.get("style:row-height") or of.get("style:column-width") or "")
    return found is not None and float(found[1]) * _POINTS[found[2]] <= 2


type Record = tuple[int, bytes]  # what kind of record, and its bytes


def stream_of(data: bytes) -> Iterator[Record]:
    """The records of a compound file's workbook; raises OSError where it holds none."""
    with olefile.OleFileIO(BytesIO(data)) as parts:
        name = next((each for each in ("Workbook", "Book") if parts.exists(each)), "")
        if not name:
            raise OSError("no workbook in it")
        stream = parts.openstream(name).read()
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def xls_contents(data: bytes) -> tuple[set[str], set[str]]:
    """The names of what lies beside the workbook; and “external” or “comment” of its records."""
    with olefile.OleFileIO(BytesIO(data)) as parts:
        names = {path[0] for path in parts.listdir(storages=True)}
    found = set()
    for kind, body in stream_of(data):
        if kind == 0x01AE and body[2:4] not in (b"\x01\x04", b"\x01\x3a"):  # SUPBOOK: not itself
            found.add("external")
        elif kind == 0x001C:  # NOTE
            found.add("comment")
    return names, found


ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!"}


def xls_records(data: bytes) -> list[SheetRecords]:
    """The records of each sheet, in the order of the sheets. Of [MS-XLS]: BOF, FORMULA…"""
    found: list[SheetRecords] = []
    records: SheetRecords | None = None
    awaited: tuple[int, int] | None = None
    for kind, body in stream_of(data):
        length = len(body)
        if kind == 0x0809 and length >= 4:
            records = None
            if struct.unpack_from("<H", body, 2)[0] == 0x0010:
                records = SheetRecords()
                found.append(records)
        elif records is None:
            continue
        elif kind in (0x0006, 0x0206, 0x0406) and length >= 16:
            row, column = struct.unpack_from("<HH", body)
            here = (row + 1, column + 1)
            if body[12:14] != b"\xff\xff":
                continue
            if body[6] == 2:
                records.faults[here] = f"holds the error {ERRORS.get(body[8], '#N/A')}"
            elif body[6] == 0:
                awaited = here  # a text, in a record that follows if it is there
                records.faults[here] = NO_VALUE
            elif body[6] == 3:
                # Calculated to nothing, or, as programs leave it, not at all: nobody knows which.
                records.faults[here] = (
                    "has a formula without a value: save the file as xlsx, or empty the cell"
                )
        elif kind == 0x0207 and awaited:
            records.faults.pop(awaited, None)
        elif kind == 0x0205 and length >= 8 and body[7]:
            row, column = struct.unpack_from("<HH", body)
            error = ERRORS.get(body[6], "#N/A")
            records.faults[row + 1, column + 1] = f"holds the error {error}"
        elif kind == 0x0200 and length >= 12:
            top, bottom, left, right = struct.unpack_from("<IIHH", body)
            records.rows.update((top + 1, max(bottom, top + 1)))
            records.columns.update((left + 1, max(right, left + 1)))
        elif kind == 0x0208 and length >= 16 and _is_unseen_row(body):
            records.hidden_rows.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind == 0x007D and length >= 10 and _is_unseen_column(body):
            first, last = struct.unpack_from("<HH", body)
            records.hidden_columns.update(range(first + 1, min(last, 255) + 2))
    return found


def _is_unseen_row(body: bytes) -> bool:
    """Hidden, or at most two points high, which is recorded in twentieths of one."""
    height = struct.unpack_from("<H", body, 6)[0] & 0x7FFF
    return bool(body[12] & 0x20) or height <= 2 * 20


def _is_unseen_column(body: bytes) -> bool:
    """Hidden, or at most two points wide, which is recorded in parts of 256 of a letter."""
    return bool(body[8] & 1) or struct.unpack_from("<H", body, 4)[0] <= 0.4 * 256
