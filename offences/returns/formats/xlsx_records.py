"""The records of an xlsx file."""

from __future__ import annotations

import contextlib
import posixpath
import re
import zipfile
from xml.parsers import expat

from offences.refused import Refused
from offences.returns.formats.cell_looks import (
    COMMENT,
    FAINT,
    STRUCK,
    TINY,
    UNCERTAIN,
    USUAL_SIZE,
    CellLook,
    add_look,
)
from offences.returns.formats.colours import WHITE, xlsx_colour
from offences.returns.formats.rich_texts import TextRun, read_runs, with_small_marks
from offences.returns.formats.workbook_records import (
    NO_VALUE,
    SheetRecords,
    mentions,
    parse_xml,
    xml_parser,
)
from offences.returns.sheet import Position, parse_address

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384  # of a sheet, in any program


_LOW, _NARROW = 2, 0.7  # the height in points, and the width in letters, of a hidden row or column
_LARGEST = 409  # points, of the letters of a cell
_RUNS = b"rPr"  # in each text of which a part looks unlike the rest


def xlsx_records(
    archive: zipfile.ZipFile, part: str, raised: dict[str, RichText], looks: dict[str, CellLook]
) -> SheetRecords:
    """The records of one sheet.

    `raised` are the shared texts in which a part is raised, struck out or of another colour,
    `looks` the styles that change what is seen.
    """
    parser = xml_parser()
    reads_texts = mentions(archive, part, _RUNS)
    reader = _SheetPart(parser, raised, looks, reads_texts=reads_texts)
    with archive.open(part) as stream:
        parser.ParseFile(stream)
    for place in _commented(archive, part):
        reader.records.marks.setdefault(place, COMMENT)
    return reader.records


def _commented(archive: zipfile.ZipFile, part: str) -> list[Position]:
    """The cells with a comment."""
    folder, _, name = part.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in archive.namelist():
        return []
    targets: list[str] = []
    found: list[Position] = []

    def start_relation(_: str, of: dict[str, str]) -> None:
        if of.get("Type", "").endswith("/comments"):
            targets.append(of.get("Target", ""))

    def start(tag: str, of: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "comment" and re.fullmatch(
            r"[A-Z]{1,3}\d+", of.get("ref", "")
        ):
            found.append(parse_address(of["ref"]))

    with archive.open(relations) as stream:
        parse_xml(stream, start_relation)
    for target in targets:
        place = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
        place = posixpath.normpath(place)
        if place in archive.namelist():
            with archive.open(place) as stream:
                parse_xml(stream, start)
    return found


class _SheetPart:
    """Walks the XML of one sheet, from cell to cell.

    A sheet may have a hundred thousand cells, and nearly all of them matter only for their place.
    The parser therefore reports ends and texts only inside the few that are read.
    """

    def __init__(
        self,
        parser: expat.XMLParserType,
        raised: dict[str, RichText],
        looks: dict[str, CellLook],
        reads_texts: bool,
    ):
        self.records = SheetRecords()
        self.parser = parser
        self.raised = raised
        self.looks_of = {style: look for style, look in looks.items() if look.differs}
        self.behind = {style: look.behind for style, look in looks.items()}
        self.sizes = {style: look.size for style, look in looks.items()}
        self.style: CellLook | None = None
        self.fill = ""  # the style of the cell, for the colour behind it
        self.reads_texts = reads_texts
        self.places: dict[str, int] = {}  # the letters of a column → its number
        self.row = self.column = 0
        self.kind = ""
        self.formula = self.inside = self.filled = self.looks = False
        self.value: list[str] | None = None
        self.inline: RichText | None = None
        parser.StartElementHandler = self.start

    def start(self, name: str, of: dict[str, str]) -> None:
        tag = name.rpartition(":")[2] if ":" in name else name
        if self.inline is not None:
            self.inline.start(tag, of)
        elif tag == "c":
            self._start_cell(of)
        elif tag == "v":
            self._fill()
            self.value, self.inside = [], True
        elif tag == "is":
            self._fill()
            if self.reads_texts:
                self.inline = RichText()
                self._look()
        elif tag == "f":
            self._fill()
            self.formula = True
            self._look()
        elif tag == "row":
            self.row, self.column = int(of.get("r", self.row + 1)), 0
            if _is_unseen(of, "ht", _LOW):
                self.records.hidden_rows.add(self.row)
        elif tag == "col" and _is_unseen(of, "width", _NARROW):
            last = min(int(of["max"]), 16_384)
            self.records.hidden_columns.update(range(int(of["min"]), last + 1))

    def _start_cell(self, of: dict[str, str]) -> None:
        reference = of.get("r")
        if reference:
            letters = reference.rstrip("0123456789")
            column = self.places.get(letters)
            if column is None:
                column = parse_address(reference)[1]
                if letters.isalpha():  # R7C3 has its column in the digits
                    self.places[letters] = column
            self.column = column
        else:
            self.column += 1
        self.kind = kind = of.get("t", "n")
        self.formula = self.filled = self.inside = False
        self.value = None
        self.fill = of.get("s", "")
        self.style = self.looks_of.get(self.fill) if self.looks_of else None
        if kind == "e" or self.style or (self.raised and kind == "s"):
            self._look()

    def _fill(self) -> None:
        """Count the cell, once."""
        if self.filled:
            return
        self.filled = True
        if not (1 <= self.row <= MOST_ROWS and 1 <= self.column <= MOST_COLUMNS):
            raise Refused("This file is damaged: it names a cell that no sheet has.")
        self.records.rows[self.row] += 1
        self.records.columns[self.column] += 1

    def _look(self) -> None:
        """Be told of all that is in this cell, until it ends."""
        if not self.looks:
            self.looks = True
            self.parser.EndElementHandler = self.end
            self.parser.CharacterDataHandler = self.text

    def text(self, data: str) -> None:
        if self.inline is not None:
            self.inline.text(data)
        elif self.inside and self.value is not None and len(self.value) < 10:
            self.value.append(data[:100])

    def end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        if self.inline is not None:
            self.inline.end(tag)
        match tag:
            case "is" if self.inline is not None:
                self._end_text(self.inline)
                self.inline = None
            case "v":
                self.inside = False
            case "c":
                self._end_cell("".join(self.value or []))
                self.looks = False
                self.parser.EndElementHandler = None
                self.parser.CharacterDataHandler = None

    def _end_cell(self, value: str) -> None:
        here = (self.row, self.column)
        if self.style and self.filled:
            self._end_styled(self.style, value)
        if self.kind == "s" and value in self.raised:
            self._end_text(self.raised[value])
        elif self.kind == "e":
            self.records.faults[here] = f"holds the error {value}" if value else "holds an error"
        elif self.formula and (self.value is None or (self.kind != "str" and not value)):
            self.records.faults[here] = NO_VALUE

    def _end_text(self, text: RichText) -> None:
        here = (self.row, self.column)
        size = self.sizes.get(self.fill or "0", USUAL_SIZE)
        words, mark = read_runs(text.runs, size)
        if text.is_marked(size) or self.inline:
            self.records.unmarked[here] = words.strip()
        if text.is_unseen(self.behind.get(self.fill, WHITE)):
            mark = mark or FAINT
        if mark:
            self.records.marks[here] = mark

    def _end_styled(self, style: CellLook, value: str) -> None:
        here = (self.row, self.column)
        if style.indent:
            self.records.indents[here] = style.indent
        if style.struck:
            self.records.marks[here] = STRUCK
        if self.kind in ("s", "str", "inlineStr") and style.unseen:
            self.records.marks.setdefault(here, FAINT)
        elif self.kind in ("s", "str", "inlineStr") and style.changes_text():
            self.records.marks.setdefault(here, UNCERTAIN)
        with contextlib.suppress(ValueError):
            if self.kind == "n":
                add_look(self.records, here, style, float(value))


def _is_unseen(of: dict[str, str], size: str, most: float) -> bool:
    """Hidden, or of a height or width too small for anything to be seen."""
    with contextlib.suppress(ValueError):
        return of.get("hidden") in ("1", "true") or float(of.get(size, most + 1)) <= most
    return False


class RichText:
    """One text with its runs, some of them raised, struck out or of a colour of their own."""

    def __init__(self) -> None:
        self.runs: list[TextRun] = []
        self.colours: set[str] = set()
        self.is_tiny = False  # in a part
        self.raised = self.struck = self.inside = self.tiny = False  # of the run that is being read
        self.colour = ""
        self.size = 0.0

    def start(self, tag: str, of: dict[str, str]) -> None:
        match tag:
            case "r":
                self.raised = self.struck = self.tiny = False
                self.colour, self.size = "", 0.0
            case "color":
                self.colour = xlsx_colour(of)
            case "sz":
                self.size = float(of.get("val", 11))
                self.tiny = self.size <= TINY
            case "vertAlign":
                self.raised = of.get("val") in ("superscript", "subscript")
            case "strike":
                self.struck = of.get("val", "1") not in ("0", "false")
            case "t":
                self.inside = True

    def text(self, data: str) -> None:
        if self.inside:
            self.runs.append(TextRun(data, self.raised, self.struck, self.size))
        if self.inside and data.strip():
            self.colours |= {self.colour} if self.colour else set()
            self.is_tiny = self.is_tiny or self.tiny

    def end(self, tag: str) -> None:
        if tag == "t":
            self.inside = False

    def is_marked(self, size: float) -> bool:
        """Whether a part is a mark or struck out, in a cell whose letters are of this size."""
        return any(run.is_raised or run.is_struck for run in with_small_marks(self.runs, size))

    def is_unseen(self, behind: str) -> bool:
        """Whether a part of it is too small to be seen, or in the colour behind it."""
        return self.is_tiny or behind in self.colours


def raised_texts(archive: zipfile.ZipFile) -> dict[str, RichText]:
    """The shared texts in which a part is raised, struck out, tiny or coloured, by their index."""
    name = "xl/sharedStrings.xml"
    if name not in archive.namelist() or not mentions(archive, name, _RUNS):
        return {}
    found: dict[str, RichText] = {}
    index = -1
    now = RichText()

    def start(tag: str, of: dict[str, str]) -> None:
        nonlocal index, now
        tag = tag.rpartition(":")[2]
        if tag == "si":
            index, now = index + 1, RichText()
        now.start(tag, of)

    def end(tag: str) -> None:
        tag = tag.rpartition(":")[2]
        now.end(tag)
        if tag == "si" and (now.is_marked(_LARGEST) or now.is_tiny or now.colours):
            found[str(index)] = now

    with archive.open(name) as stream:
        parse_xml(stream, start, end, lambda data: now.text(data))
    return found


def xlsx_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet → the part that holds it."""
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def start(name: str, of: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "Relationship" if "Id" in of:
                targets[of["Id"]] = of.get("Target", "")
            case "sheet":
                key = next((v for k, v in of.items() if k.rpartition(":")[2] == "id"), "")
                sheets[of.get("name", "")] = key

    for part in ("xl/_rels/workbook.xml.rels", "xl/workbook.xml"):
        with archive.open(part) as stream:
            parse_xml(stream, start)
    names = set(archive.namelist())
    found = {}
    for name, key in sheets.items():
        target = targets.get(key, "").lstrip("/")
        part = target if target.startswith("xl/") else f"xl/{target}"
        if part in names:
            found[name] = part
    return found
