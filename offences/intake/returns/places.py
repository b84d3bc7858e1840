"""Places in a file that an officer names: a cell, a row, a column or a block of cells."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from offences.refused import Refused
from offences.returns.sheet import parse_address
from offences.words.places import places_in_words

_ROWS, _COLUMNS = range(1, 10_000_000), range(1, 100_000)  # of any sheet
_IN_SHEET = re.compile(
    r"(?P<cell>[A-Z]{1,3}[1-9]\d{0,6})|(?P<row>[1-9]\d{0,6})|(?P<column>[A-Z]{1,3})"
)
_IN_PAGE = re.compile(
    r"(?P<cell>R[1-9]\d{0,5}C[1-9]\d{0,3})|R?(?P<row>[1-9]\d{0,5})"
    r"|(?P<column>[A-Z]{1,3}|C[1-9]\d{0,3})"
)


@dataclass(frozen=True)
class Block:
    """The rows and columns of one place."""

    rows: range
    columns: range

    def __contains__(self, cell: tuple[int, int]) -> bool:
        return cell[0] in self.rows and cell[1] in self.columns

    def joined(self, other: "Block") -> "Block":
        """The block from the one to the other."""
        rows, columns = (self.rows, other.rows), (self.columns, other.columns)
        return Block(_spanning(rows), _spanning(columns))

    @property
    def size(self) -> int:
        return len(self.rows) * len(self.columns)


def _spanning(spans: tuple[range, range]) -> range:
    return range(min(each.start for each in spans), max(each.stop for each in spans))


def parse_block(where: str, *, in_page: bool = False) -> Block | None:
    """The block that “C7”, “7”, “C” or “B3:D9” names; on a page “R7C3”, “7” or “C”."""
    found: list[Block] = []
    for name in where.split(":", 1):
        match = (_IN_PAGE if in_page else _IN_SHEET).fullmatch(name)
        if match is None:
            return None
        if match["cell"]:
            row, column = parse_address(match["cell"])
            found.append(Block(range(row, row + 1), range(column, column + 1)))
        elif match["row"]:
            row = int(match["row"])
            found.append(Block(range(row, row + 1), _COLUMNS))
        else:
            named = match["column"]  # on a page “C3” is its third, as it was stored once
            column = int(named[1:]) if named[1:].isdigit() else parse_address(f"{named}1")[1]
            found.append(Block(_ROWS, range(column, column + 1)))
    return found[0].joined(found[-1])


def read_where(typed: str, *, in_page: bool = False) -> str:
    """A place as it is stored: “C7”, “7”, “C”, “B3:D9”. Refused if it is not a place."""
    where = re.sub(r"[\s$]|ROWS?\b|COLUMNS?\b", "", typed.upper())
    ends = list(dict.fromkeys(where.split(":", 1)))
    if in_page:
        ends = [_of_page(each) for each in ends]
    where = ":".join(ends)
    if parse_block(where, in_page=in_page) is None:
        raise Refused(
            f"“{typed[:40]}” is no cell, row, column or block: type it like C7, 7, C or B3:D9."
        )
    return where


def _of_page(where: str) -> str:
    """A place as a cell of a page is stored: R7C3 for “C7”."""
    if not re.fullmatch(r"[A-Z]{1,3}[1-9]\d{0,5}", where):
        return where
    row, column = parse_address(where)
    return f"R{row}C{column}"


def is_cell(where: str) -> bool:
    return bool(re.fullmatch(r"[A-Z]{1,3}[1-9]\d*|R[1-9]\d*C[1-9]\d*", where))


def place_key(sheet: str, where: str | None) -> str:
    return f"{sheet}!{where or ''}"


def address_of(place: str) -> tuple[str, str | None]:
    """The sheet and the cell of a place."""
    sheet, _, cell = place.rpartition("!")
    return sheet, cell


def in_words(place: str) -> str:
    """A stored place for the screen: “Data C7”, “Data row 7”, “Data column C”."""
    sheet, _, where = place.rpartition("!")
    kind = "row " if where.isdigit() else "column " if where.isalpha() else ""
    return " ".join(filter(None, [sheet, f"{kind}{places_in_words(where)}"]))


class Places:
    """What an officer said of places, for each cell: the smaller of two that hold it counts."""

    def __init__(self, said: Mapping[str, str], pages: Collection[str] = ()) -> None:
        self.said = said
        self._blocks: dict[str, list[tuple[Block, str]]] = {}
        for place in said:
            sheet, _, where = place.rpartition("!")
            block = parse_block(where, in_page=sheet in pages)
            if block is not None and block.size > 1:
                self._blocks.setdefault(sheet, []).append((block, place))
        for blocks in self._blocks.values():
            blocks.sort(key=lambda each: each[0].size)

    def at(self, sheet: str, cell: str | None) -> tuple[str, str]:
        """The place that holds a cell, and what is said of it; both empty if nothing is."""
        if cell is None:
            return "", ""
        place = place_key(sheet, cell)
        if said := self.said.get(place):
            return place, said
        found = self._blocks.get(sheet, ())
        at = parse_address(cell) if found else (0, 0)
        return next(((place, self.said[place]) for block, place in found if at in block), ("", ""))
