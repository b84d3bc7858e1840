"""The shared texts of an xls file in which a run looks unlike the rest; [MS-XLS]: SST."""

import struct
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from offences.returns.formats.rich_texts import TextRun, read_runs
from offences.returns.formats.workbook_records import Record

SST, CONTINUE = 0x00FC, 0x003C
_WIDE, _EXTENDED, _RICH = 1, 4, 8  # flags of a text


class FontLook(NamedTuple):
    """How the letters of a run look."""

    is_raised: bool = False  # or lowered
    is_struck: bool = False
    colour: str = ""
    size: float = 0  # in points


class SharedText(NamedTuple):
    """A text with several runs, each from one letter on."""

    text: str
    runs: tuple[tuple[int, FontLook], ...]

    def read(self, size: float) -> tuple[str, str, set[str]]:
        """What it says without what is raised or struck out, its mark, and its runs' colours.

        The letters before the first run are of the `size` of its cell.
        """
        looks = [(0, FontLook(size=size)), *self.runs, (len(self.text), FontLook())]
        parts = [(self.text[at:end], own) for (at, own), (end, _) in pairwise(looks)]
        runs = (TextRun(part, own.is_raised, own.is_struck, own.size) for part, own in parts)
        return *read_runs(runs, size), {own.colour for part, own in parts if part.strip()}


def rich_texts(stream: Iterable[Record], look: Callable[[int], FontLook]) -> dict[int, SharedText]:
    """Each shared text that has several runs, by its index."""
    parts: list[bytes] = []
    is_last = False
    for kind, body in stream:
        if kind == SST or (kind == CONTINUE and is_last):
            parts.append(body)
        elif is_last:
            break
        is_last = bool(parts)
    return _SharedTexts(parts).read(look) if parts else {}


class _SharedTexts:
    """Goes through the table of shared texts, which is cut into records anywhere."""

    def __init__(self, parts: list[bytes]) -> None:
        self.parts = parts
        self.part, self.at = 0, 8  # behind how many texts there are

    def read(self, look: Callable[[int], FontLook]) -> dict[int, SharedText]:
        (count,) = struct.unpack_from("<I", self.parts[0], 4)
        found = {}
        for index in range(count):
            if self._is_end():
                break
            text, runs = self._text()
            if runs:
                found[index] = SharedText(text, tuple((at, look(font)) for at, font in runs))
        return found

    def _is_end(self) -> bool:
        while self.part < len(self.parts) and self.at >= len(self.parts[self.part]):
            self.part, self.at = self.part + 1, 0
        return self.part >= len(self.parts)

    def _bytes(self, length: int) -> bytes:
        taken = b""
        while len(taken) < length and not self._is_end():
            piece = self.parts[self.part][self.at : self.at + length - len(taken)]
            self.at += len(piece)
            taken += piece
        if len(taken) < length:
            raise OSError("the shared texts end too early")
        return taken

    def _text(self) -> tuple[str, list[tuple[int, int]]]:
        """One text; and from which letter on each font is its own."""
        length, flags = struct.unpack("<HB", self._bytes(3))
        rich = struct.unpack("<H", self._bytes(2))[0] if flags & _RICH else 0
        extended = struct.unpack("<I", self._bytes(4))[0] if flags & _EXTENDED else 0
        text = self._letters(length, flags & _WIDE)
        runs = [struct.unpack("<HH", self._bytes(4)) for _ in range(rich)]
        self._bytes(extended)
        return text, [(first, font) for first, font in runs]

    def _letters(self, length: int, wide: int) -> str:
        """The letters; where a record ends among them, the next begins with its own flag."""
        text = ""
        while len(text) < length:
            if self.at >= len(self.parts[self.part]):
                if self._is_end():
                    break
                wide = self._bytes(1)[0] & _WIDE
            room = (len(self.parts[self.part]) - self.at) >> wide
            piece = self._bytes(min(room, length - len(text)) << wide)
            if not piece:
                raise OSError("the shared texts are cut within a letter")
            text += piece.decode("utf-16-le" if wide else "latin-1", "replace")
        return text
