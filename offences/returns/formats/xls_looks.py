"""The looks of an xls file's cells that change what a person sees: formats, fonts, comments."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping

from offences.returns.formats.cell_looks import (
    BUILT_IN,
    COMMENT,
    FAINT,
    STRUCK,
    TINY,
    UNCERTAIN,
    USUAL_SIZE,
    CellLook,
    add_look,
)
from offences.returns.formats.colours import BLACK, WHITE, indexed_colour
from offences.returns.formats.workbook_records import Record, SheetRecords
from offences.returns.formats.xls_rich_texts import FontLook, SharedText, rich_texts
from offences.returns.sheet import Position

_NUMBER, _RK, _MULRK, _FORMULA, _TEXT = 0x0203, 0x027E, 0x00BD, 0x0006, 0x00FD
_OF_NUMBER, _OF_FONT, _OF_FILL = 1 << 25, 1 << 26, 1 << 29  # what a rule may change
type Range = tuple[int, int, int, int]  # first and last row, first and last column
type StyledCell = tuple[Position, int, float | None]  # where, which style, its number


def add_xls_looks(stream: Iterable[Record], sheets: list[SheetRecords]) -> None:
    """Add to the records of each sheet what its cells show in place of numbers, and marks."""
    stream = [*stream]
    styles = _Styles()
    texts: dict[int, SharedText] | None = None
    found = iter(sheets)
    records: SheetRecords | None = None
    numbers: list[Position] = []  # of the sheet
    ranges: list[Range] = []  # of the next rules
    for kind, body in stream:
        if kind == 0x0809 and len(body) >= 4:  # BOF, of a sheet or of something else
            is_sheet = struct.unpack_from("<H", body, 2)[0] == 0x0010
            records, numbers = next(found, None) if is_sheet else None, []
        elif records is None:
            styles.add(kind, body)
        elif kind == 0x001C and len(body) >= 4:  # NOTE
            row, column = struct.unpack_from("<HH", body)
            records.marks.setdefault((row + 1, column + 1), COMMENT)
        elif kind == 0x01B0:  # CONDFMT
            ranges = [*_ranges(body)]
        elif kind == 0x01B1:  # CF
            if _may_replace(body):
                places = (each for each in numbers if _is_in(each, ranges))
                records.marks = dict.fromkeys(places, UNCERTAIN) | records.marks
        else:
            for place, style, value in _cells(kind, body):
                _look_at(records, place, styles.look(style), value)
                numbers += [] if value is None else [place]
            if kind == _TEXT and len(body) >= 10:
                texts = rich_texts(stream, styles.of_run) if texts is None else texts
                _look_at_text(records, body, texts, styles)


def _look_at_text(
    records: SheetRecords, body: bytes, texts: Mapping[int, SharedText], styles: _Styles
) -> None:
    """Read a cell without what is raised or struck out in its text."""
    row, column, style, index = struct.unpack_from("<HHHI", body)
    if index in texts:
        read = texts[index].read(styles.size(style))
        records.unmarked[row + 1, column + 1], mark, colours = read
        mark = mark or (FAINT if styles.behind(style) in colours else "")
        records.marks |= {(row + 1, column + 1): mark} if mark else {}


def _ranges(body: bytes) -> Iterator[Range]:
    """The first and last rows and columns for which the next rules are."""
    for at in range(14, len(body) - 7, 8):
        top, bottom, left, right = struct.unpack_from("<HHHH", body, at)
        yield top + 1, bottom + 1, left + 1, right + 1


def _is_in(place: Position, ranges: list[Range]) -> bool:
    row, column = place
    return any(
        top <= row <= bottom and left <= column <= right for top, bottom, left, right in ranges
    )


def _may_replace(body: bytes) -> bool:
    """Whether a rule gives a number another format, or white letters without a colour behind.

    Nobody here can tell of which numbers its condition is true.
    """
    if len(body) < 12:
        return False
    (parts,) = struct.unpack_from("<I", body, 6)
    if parts & _OF_NUMBER:
        return True
    colour = struct.unpack_from("<I", body, 12 + 80)[0] if len(body) >= 12 + 118 else -1
    return bool(parts & _OF_FONT) and not parts & _OF_FILL and indexed_colour(colour) == WHITE


def _look_at(
    records: SheetRecords, place: Position, look: CellLook | None, value: float | None
) -> None:
    if look and look.struck:
        records.marks[place] = STRUCK
    if look and value is not None:
        add_look(records, place, look, value)
    elif look and look.unseen:
        records.marks.setdefault(place, FAINT)
    elif look and look.changes_text():
        records.marks.setdefault(place, UNCERTAIN)


def _cells(kind: int, body: bytes) -> Iterator[StyledCell]:
    """The numbers and texts of one record, each with the index of its style."""
    if kind not in (_NUMBER, _RK, _MULRK, _FORMULA, _TEXT) or len(body) < 10:
        return
    row, column, style = struct.unpack_from("<HHH", body)
    place = (row + 1, column + 1)
    if kind == _TEXT:
        yield place, style, None
    elif kind == _RK:
        yield place, style, _rk(body, 6)
    elif kind == _MULRK:
        for n, at in enumerate(range(4, len(body) - 7, 6)):
            yield (
                (row + 1, column + 1 + n),
                struct.unpack_from("<H", body, at)[0],
                _rk(body, at + 2),
            )
    elif len(body) >= 14 and body[12:14] != b"\xff\xff":
        yield place, style, struct.unpack_from("<d", body, 6)[0]


def _rk(body: bytes, at: int) -> float:
    """A number in four bytes: whole or not, and perhaps in hundredths."""
    (bits,) = struct.unpack_from("<i", body, at)
    whole = bits >> 2 if bits & 2 else struct.unpack("<d", struct.pack("<q", (bits & ~3) << 32))[0]
    return whole / 100 if bits & 1 else whole


class _Styles:
    """The fonts, number formats and styles of a workbook, which are before its sheets."""

    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.fonts: list[tuple[bool, str]] = []  # whether it is struck out, and its colour
        self.raised: list[bool] = []  # or lowered, by font
        self.sizes: list[float] = []  # in points
        self.styles: list[tuple[int, int, str]] = []  # font, format, colour behind
        self.looks: dict[int, CellLook | None] = {}

    def add(self, kind: int, body: bytes) -> None:
        if kind == 0x0031 and len(body) >= 6:  # FONT
            flags, colour = struct.unpack_from("<HH", body, 2)
            self.fonts.append((bool(flags & 8), indexed_colour(colour)))
            self.raised.append(any(body[8:9]))
            self.sizes.append(struct.unpack_from("<H", body)[0] / 20)
        elif kind == 0x041E and len(body) >= 5:  # FORMAT
            number, length = struct.unpack_from("<HH", body)
            wide = body[4] & 1
            text = body[5 : 5 + (length << wide)]
            self.codes[number] = text.decode("utf-16-le" if wide else "latin-1", "replace")
        elif kind == 0x00E0 and len(body) >= 20:  # XF
            font, number = struct.unpack_from("<HH", body)
            pattern = struct.unpack_from("<I", body, 14)[0] >> 26
            colour = struct.unpack_from("<H", body, 18)[0] & 0x7F
            self.styles.append((font, number, indexed_colour(colour) if pattern else WHITE))

    def of_run(self, font: int) -> FontLook:
        """How the runs of a font look."""
        at = font - (font > 4)  # no font has the index 4
        if at >= len(self.fonts):
            return FontLook()
        return FontLook(self.raised[at], *self.fonts[at], self.sizes[at])

    def size(self, style: int) -> float:
        """The size of a style’s letters in points."""
        font = self.styles[style][0] if style < len(self.styles) else 0
        return self.of_run(font).size or USUAL_SIZE

    def behind(self, style: int) -> str:
        """The colour behind the letters of a style."""
        return self.styles[style][2] if style < len(self.styles) else WHITE

    def look(self, style: int) -> CellLook | None:
        """The look of a style, if it changes what is seen."""
        if style not in self.looks:
            self.looks[style] = self._read(style)
        return self.looks[style]

    def _read(self, style: int) -> CellLook | None:
        if style >= len(self.styles):
            return None
        font, number, behind = self.styles[style]
        at = font - (font > 4)  # no font has the index 4
        struck, colour = self.fonts[at] if at < len(self.fonts) else (False, BLACK)
        look = CellLook(
            self.codes.get(number, BUILT_IN.get(str(number), "General")),
            struck,
            unseen=colour == behind or self.size(style) <= TINY,
        )
        return look if look.differs else None
