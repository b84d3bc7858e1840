"""What a workbook's own records say of its sheets: errors, hidden parts, raised figures."""

from collections import Counter
from typing import IO, Any
from xml.parsers import expat

from offences.refused import Refused

NO_VALUE = "has a formula that was never calculated: open the file, let it calculate, and save it"


class SheetRecords:
    """What a sheet's own records say of it.

    Faults by (row, column), hidden rows and columns, spanning cells; what the cells with a raised
    figure, which marks a footnote, say without it; and how far the sheet reaches.
    """

    def __init__(self) -> None:
        self.faults: dict[tuple[int, int], str] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merged: list[tuple[int, int, int, int]] = []
        self.unmarked: dict[tuple[int, int], str] = {}
        self.rows: Counter[int] = Counter()  # row → how many filled cells it has
        self.columns: Counter[int] = Counter()
        self.far: list[str] = []  # cells that were left out, far from everything else


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
