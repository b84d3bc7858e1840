"""The looks of an open document's cells that change what a person sees."""

from __future__ import annotations

import re
import zipfile

from offences.returns.formats.cell_looks import (
    COMMENT,
    FAINT,
    MONTH,
    NO_NUMBER,
    STRUCK,
    TINY,
    UNCERTAIN,
    adds_to_number,
    adds_to_text,
    unit_of,
)
from offences.returns.formats.colours import BLACK, WHITE, plain_colour
from offences.returns.formats.outer_lines import OdsLines
from offences.returns.formats.rich_texts import TextRun, read_runs, with_small_marks
from offences.returns.formats.workbook_records import SheetRecords, parse_xml

_POINTS = re.compile(r"(\d+(?:\.\d+)?)pt")
_YEAR = re.compile(r"\W*\d\d(?:\d\d)?\W*")  # all that is seen of a date
_MONTH = re.compile(r"[^\W\d_]{3,9}\W{0,2}(?:\d\d){0,2}")
_DIGITS = re.compile(r"\d+")
_BETWEEN = re.compile(r"(?<=\d)[ ,.\N{NO-BREAK SPACE}’'](?=\d{3}(?!\d))")  # thousands
_GAPS = {"text:line-break": "\n", "text:tab": "\t", "text:s": " "}
_LINE_TYPE = "style:text-line-through-type"
_MOST = 1_000  # cells that one element repeats


def add_ods_looks(archive: zipfile.ZipFile, records: dict[str, SheetRecords]) -> None:
    """Add to the records of each sheet what its cells show in place of numbers, and marks."""
    walker = _Content(records)
    if "styles.xml" in archive.namelist():
        with archive.open("styles.xml") as stream:
            parse_xml(stream, walker.start_style, walker.end_style, walker.text)
    of_pages, walker.outer.lines = walker.outer.lines, []
    with archive.open("content.xml") as stream:
        parse_xml(stream, walker.start, walker.end, walker.text)
    for each in records.values():
        each.lines += of_pages


class _Content:
    """Walks content.xml, whose cells have the text that is seen beside their value."""

    def __init__(self, records: dict[str, SheetRecords]) -> None:
        self.records = records
        self.sheet = SheetRecords()
        self.style = ""
        self.struck: set[str] = set()
        self.letters: dict[str, str] = {}  # their colour
        self.behind: dict[str, str] = {}  # the colour behind them
        self.unseen: set[str] = set()  # tiny, or not displayed at all
        self.raised: set[str] = set()  # or lowered
        self.sizes: dict[str, float] = {}  # of their letters, in points
        self.ruled: set[str] = set()  # which a rule may change
        self.formats: dict[str, str] = {}  # of styles: the name of the format of their texts
        self.added: dict[str, str] = {}  # to a text, by the name of the format that adds it
        self.format = ""  # the format of texts that is being read
        self.outer = OdsLines()
        self.spans: list[str] = []  # the styles of the parts of a text that it is in
        self.depth = self.notes = self.row = self.column = 0
        self.high, self.wide = 1, 1
        self.cell: dict[str, str] | None = None
        self.seen: list[TextRun] = []
        self.commented = False
        self.shown = self.hides = False  # whether anything in the cell is seen, or is not
        self.has_text = False  # even an empty one, which a format leaves that hides its number

    def start_style(self, name: str, of: dict[str, str]) -> None:
        """Take a style, which looks like the one it is made from unless it says otherwise."""
        self.outer.start(name)
        if name == "style:style":
            self.style = of.get("style:name", "")
            parent = of.get("style:parent-style-name", "")
            own_format = self.formats.get(parent, "")
            self.formats[self.style] = of.get("style:data-style-name", own_format)
            for looks in (self.struck, self.raised, self.unseen):
                looks.update({self.style} if parent in looks else ())
            for colours in (self.letters, self.behind):
                colours |= {self.style: colours[parent]} if parent in colours else {}
            self.sizes |= {self.style: self.sizes[parent]} if parent in self.sizes else {}
        elif name == "number:text-style":
            self.format = of.get("style:name", "")
        elif name == "style:text-properties":
            if line := of.get("style:text-line-through-style", of.get(_LINE_TYPE)):
                self._set(self.struck, line != "none")
            if place := of.get("style:text-position"):
                self._set(self.raised, not place.startswith(("0%", "0 ")))
            if colour := of.get("fo:color"):
                self.letters[self.style] = plain_colour(colour)
            size = _POINTS.fullmatch(of.get("fo:font-size", ""))
            if size or "text:display" in of:
                self.sizes |= {self.style: float(size[1])} if size else {}
                tiny = size is not None and float(size[1]) <= TINY
                self._set(self.unseen, tiny or of.get("text:display") == "none")
        elif name == "style:table-cell-properties" and "fo:background-color" in of:
            colour = of["fo:background-color"]
            self.behind[self.style] = WHITE if colour == "transparent" else plain_colour(colour)

    def end_style(self, name: str) -> None:
        self.outer.end(name)
        self.format = "" if name == "number:text-style" else self.format

    def _set(self, looks: set[str], has: bool) -> None:
        (looks.add if has else looks.discard)(self.style)

    def start(self, name: str, of: dict[str, str]) -> None:
        if self.depth:
            self.outer.start(name)
        else:
            self.start_style(name, of)
        match name:
            case "style:map" if not self.depth:
                self.ruled.add(self.style)
            case "table:table":
                self.depth += 1
                if self.depth == 1:
                    self.sheet = self.records.get(of.get("table:name", ""), SheetRecords())
                    self.row, self.high = 0, 1
            case "table:table-row" if self.depth == 1:
                self.row += self.high if self.row else 1
                self.column, self.high = 0, int(of.get("table:number-rows-repeated", 1))
            case "table:table-cell" | "table:covered-table-cell" if self.depth == 1:
                self.wide = int(of.get("table:number-columns-repeated", 1))
                self.cell, self.seen, self.commented = of, [], False
                self.shown = self.hides = self.has_text = False
            case "text:span" | "text:p":
                self.has_text = self.has_text or not (self.notes or self.outer.is_inside)
                if name == "text:p" and self.seen:
                    self.seen.append(TextRun("\n"))
                self.spans.append(of.get("text:style-name", ""))
            case "text:line-break" | "text:tab" | "text:s" if self.cell is not None:
                if not (self.notes or self.outer.is_inside):
                    self.seen.append(TextRun(_GAPS[name]))
            case "office:annotation":
                self.notes += 1
                self.commented = True

    def text(self, data: str) -> None:
        self.outer.text(data)
        if self.format:
            self.added[self.format] = self.added.get(self.format, "") + data
        if self.cell is not None and not (self.notes or self.outer.is_inside):
            raised, struck = self.raised.intersection(self.spans), self.struck & {*self.spans}
            around = [self.cell.get("table:style-name", ""), *self.spans]
            sizes = [self.sizes[style] for style in around if style in self.sizes]
            self.seen.append(TextRun(data, bool(raised), bool(struck), [0, *sizes][-1]))
            unseen = bool(data.strip()) and self._is_unseen()
            self.shown = self.shown or (bool(data.strip()) and not unseen)
            self.hides = self.hides or unseen

    def _is_unseen(self) -> bool:
        """Whether the text that is being read is tiny, not displayed, or as what is behind it."""
        own = self.cell.get("table:style-name", "") if self.cell else ""
        styles = [own, *self.spans]
        letters = next((self.letters[s] for s in reversed(styles) if s in self.letters), BLACK)
        return letters == self.behind.get(own, WHITE) or not self.unseen.isdisjoint(styles)

    def end(self, name: str) -> None:
        self.end_style(name)
        match name:
            case "office:annotation":
                self.notes -= 1
            case "text:span" | "text:p":
                self.spans.pop()
            case "table:table":
                self.depth -= 1
                self.sheet.lines += self.outer.lines
                self.outer.lines = []
            case "table:table-cell" | "table:covered-table-cell" if self.depth == 1:
                if self.cell is not None and "office:value-type" in self.cell:
                    self._end_cell(self.cell)
                elif self.cell is not None and self.commented:
                    self.sheet.marks[self.row, self.column + 1] = COMMENT
                self.cell = None
                self.column += self.wide

    def _end_cell(self, of: dict[str, str]) -> None:
        seen = "".join(run.text for run in self.seen).strip()
        self.seen = with_small_marks(self.seen)
        unmarked, struck = read_runs(self.seen)
        # The line breaks and tabs of a text are taken for nothing by who reads its values.
        changed = (r.is_raised or r.is_struck or r.text in _GAPS.values() for r in self.seen)
        unmarked = unmarked.strip() if any(changed) else ""
        marks = STRUCK if of.get("table:style-name") in self.struck else struck
        marks = marks or (COMMENT if self.commented else "")
        value = of.get("office:value", "")
        is_number = of["office:value-type"] in ("float", "currency")
        shown = _shown_instead(value, seen) if is_number else ""
        if is_number and not (unmarked or shown):
            unmarked = unit_of(seen, around_number(value, seen), float(value))
        if of["office:value-type"] == "percentage" and not unmarked:
            unmarked = seen  # "100%" is not one offence
        if is_number and not (marks or shown or unmarked or is_as_it_is_seen(value, seen)):
            marks = UNCERTAIN
        if of["office:value-type"] == "date" and _YEAR.fullmatch(seen):
            marks = marks or UNCERTAIN
        if of["office:value-type"] == "date" and _MONTH.fullmatch(seen):
            marks = marks or MONTH
        added = self.added.get(self.formats.get(of.get("table:style-name", ""), ""), "")
        if of["office:value-type"] == "string" and not marks and adds_to_text(added):
            marks = UNCERTAIN
        hidden = not self.shown if seen else self.has_text or self._is_unseen()
        unseen = is_number and hidden
        held = _DIGITS.findall(of.get("office:string-value", seen))
        if held != _DIGITS.findall(seen):
            marks = marks or UNCERTAIN
        if seen and not marks and (self.hides if self.shown else not is_number):
            marks = FAINT
        ruled = is_number and of.get("table:style-name") in self.ruled
        if not (marks or shown or unseen or ruled or unmarked) or self.high * self.wide > _MOST:
            return
        for row in range(self.row, self.row + self.high):
            for column in range(self.column + 1, self.column + self.wide + 1):
                if ruled:
                    self.sheet.styles[row, column] = of["table:style-name"]
                if unmarked:
                    self.sheet.unmarked[row, column] = unmarked
                if marks:
                    self.sheet.marks[row, column] = marks
                if shown or unseen:
                    self.sheet.shown[row, column] = "" if unseen else shown


def is_as_it_is_seen(value: str, seen: str) -> bool:
    """Whether a whole number is all that is seen of it, but for signs and the word for offences."""
    return not adds_to_number(around_number(value, seen))


def around_number(value: str, seen: str) -> str:
    """What is seen of a whole number beside its own digits."""
    if value.strip("-").removesuffix(".0").isdigit() and any(map(str.isdigit, seen)):
        digits = value.strip("-").removesuffix(".0").lstrip("0") or "0"
        whole = rf"(?<!\d)0*{digits}(?:[.,]0+)?(?!\d)"
        return re.sub(whole, "", _BETWEEN.sub("", seen), count=1)
    return ""


def _shown_instead(value: str, seen: str) -> str:
    """The text of a cell, where it is no number or a limit; a zero may be a dash."""
    is_zero = not value.strip("0.")
    if not seen or (is_zero and seen in NO_NUMBER):
        return ""
    return "" if any(map(str.isdigit, seen)) and not re.search(r"[<>≤≥]", seen) else seen
