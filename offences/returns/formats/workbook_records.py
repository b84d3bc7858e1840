"""A workbook's own records of its sheets: errors, hidden parts, raised figures."""

from collections import Counter
from dataclasses import dataclass, field
from typing import IO, Any
from xml.parsers import expat

from offences.refused import Refused
from offences.returns.sheet import Position

NO_VALUE = "has a formula that was never calculated: open the file, let it calculate, and save it"


@dataclass
class SheetRecords:
    """The records of one sheet."""

    faults: dict[Position, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    unmarked: dict[Position, str] = field(default_factory=dict)  # without a raised footnote mark
    rows: Counter[int] = field(default_factory=Counter)  # row → how many filled cells it has
    columns: Counter[int] = field(default_factory=Counter)
    outliers: list[str] = field(default_factory=list)  # cells far from all others, not read

    @property
    def height(self) -> int:
        return _extent(self.rows)

    @property
    def width(self) -> int:
        return _extent(self.columns)


def _extent(used: Counter[int]) -> int:
    return max(used) - min(used) + 1 if used else 0


def parse_xml(stream: IO[bytes], start: Any, end: Any, text: Any) -> None:
    """Walk an XML part. A document type is refused: it is how such files are made to explode."""
    parser = expat.ParserCreate(namespace_separator=None)

    def no_doctype(*_: object) -> None:
        raise Refused("This file is not an ordinary workbook: it declares a document type.")

    parser.StartDoctypeDeclHandler = no_doctype
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.buffer_text = True
    parser.ParseFile(stream)
