"""The records of an xlsx file."""

import contextlib
import zipfile

from offences.refused import Refused
from offences.returns.formats.workbook_records import NO_VALUE, SheetRecords, parse_xml
from offences.returns.sheet import parse_address

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384  # of a sheet, in any program


def xlsx_records(archive: zipfile.ZipFile, part: str, raised: dict[str, str]) -> SheetRecords:
    """The records of one sheet; `raised` are the shared texts in which a part is raised."""
    reader = _SheetPart(raised)
    with archive.open(part) as stream:
        parse_xml(stream, reader.start, reader.end, reader.text)
    return reader.records


class _SheetPart:
    """Walks the XML of one sheet, from cell to cell."""

    def __init__(self, raised: dict[str, str]) -> None:
        self.records = SheetRecords()
        self.raised = raised
        self.row = self.column = 0
        self.kind = ""
        self.formula = self.inside = self.filled = False
        self.value: list[str] | None = None
        self.inline: _RichText | None = None

    def start(self, name: str, of: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if self.inline is not None:
            self.inline.start(tag, of)
            return
        match tag:
            case "row":
                self.row, self.column = int(of.get("r", self.row + 1)), 0
                if _is_unseen(of, "ht"):
                    self.records.hidden_rows.add(self.row)
            case "c":
                reference = of.get("r")
                self.column = parse_address(reference)[1] if reference else self.column + 1
                self.kind, self.formula, self.value = of.get("t", "n"), False, None
                self.filled = False
            case "is":
                self.inline, self.filled = _RichText(), True
            case "f":
                self.formula = self.filled = True
            case "v":
                self.value, self.inside, self.filled = [], True, True
            case "col" if _is_unseen(of, "width"):
                last = min(int(of["max"]), 16_384)
                self.records.hidden_columns.update(range(int(of["min"]), last + 1))

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
                if self.inline.unmarked:
                    self.records.unmarked[self.row, self.column] = self.inline.unmarked
                self.inline = None
            case "v":
                self.inside = False
            case "c":
                self._end_cell("".join(self.value or []))

    def _end_cell(self, value: str) -> None:
        here = (self.row, self.column)
        if self.filled:
            if not (1 <= self.row <= MOST_ROWS and 1 <= self.column <= MOST_COLUMNS):
                raise Refused("This file is damaged: it names a cell that no sheet has.")
            self.records.rows[self.row] += 1
            self.records.columns[self.column] += 1
        if self.kind == "s" and value in self.raised:
            self.records.unmarked[here] = self.raised[value]
        elif self.kind == "e":
            self.records.faults[here] = f"holds the error {value}" if value else "holds an error"
        elif self.formula and (self.value is None or (self.kind != "str" and not value)):
            self.records.faults[here] = NO_VALUE


def _is_unseen(of: dict[str, str], size: str) -> bool:
    """Hidden, or of a height or width too small for anything to be seen, in points or letters."""
    with contextlib.suppress(ValueError):
        return of.get("hidden") in ("1", "true") or float(of.get(size, 1)) < 0.3
    return False


class _RichText:
    """One text with its runs: what it says without those that are raised."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.raised = self.any_raised = self.inside = False

    def start(self, tag: str, of: dict[str, str]) -> None:
        match tag:
            case "r":
                self.raised = False
            case "vertAlign":
                self.raised = of.get("val") == "superscript"
                self.any_raised = self.any_raised or self.raised
            case "t":
                self.inside = True

    def text(self, data: str) -> None:
        if self.inside and not self.raised:
            self.parts.append(data)

    def end(self, tag: str) -> None:
        if tag == "t":
            self.inside = False

    @property
    def unmarked(self) -> str:
        """Empty where nothing is raised, or everything."""
        return "".join(self.parts).strip() if self.any_raised else ""


def raised_texts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The shared texts in which a part is raised, by their index: without that part."""
    name = "xl/sharedStrings.xml"
    if name not in archive.namelist() or b"superscript" not in archive.read(name):
        return {}
    found: dict[str, str] = {}
    index = -1
    now = _RichText()

    def start(tag: str, of: dict[str, str]) -> None:
        nonlocal index, now
        tag = tag.rpartition(":")[2]
        if tag == "si":
            index, now = index + 1, _RichText()
        now.start(tag, of)

    def end(tag: str) -> None:
        tag = tag.rpartition(":")[2]
        now.end(tag)
        if tag == "si" and now.unmarked:
            found[str(index)] = now.unmarked

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
