"""A Word letter, and its tables, each as a sheet of its own: “table 1”."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from offences.refused import Refused
from offences.returns.formats.cell_looks import ADDED, CHANGED, COMMENT, FAINT, NESTED, NUMBERED
from offences.returns.formats.rich_texts import TextRun, read_runs, with_small_marks
from offences.returns.formats.tabbed_lines import rows_at_tabs
from offences.returns.formats.word_runs import (
    IN_BOX,
    has_hidden_text,
    has_unseen_text,
    is_deleted_row,
    is_numbered,
    lines_in_boxes,
    lines_of_parts,
    runs_of,
    settle,
    visible_text,
)
from offences.returns.labels.addresses import without_addresses
from offences.returns.labels.label_words import content_role, is_total, is_unknown
from offences.returns.sheet import Position, Problem, Sheet
from offences.returns.tables.cell_kinds import is_value
from offences.returns.tables.open_numbers import open_numbers, unread_problem
from offences.returns.tables.prose_numbers import lines_left, not_read, prose_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

MOST_TEXT = 20_000_000  # bytes of a letter's text, which takes many times that to be read
MOST_UNPACKED = 100_000_000
_NOTES = ("/footnotes", "/endnotes")
_UNEVEN = 284  # twentieths of a point: no cell with a figure is narrower than half a centimetre
_STACKED = re.compile(r"\d\n\d")  # two numbers, one below the other
_DELETED_ROW = (
    "This row was deleted with tracked changes, and was not read. Does it still count? If it does, "
    "reject the change in Word and upload the file again."
)
_UNSEEN = "“{}” is in letters that nobody sees. Does it say something of the figures?"
_UNREAD_WORDS = (  # of the letter’s own paragraphs; those in a table are asked about cell by cell
    (".//w:commentReference[not(ancestor::w:tc)]", "have a comment, which was not read"),
    (".//w:delText[not(ancestor::w:tc)]", "were deleted with tracked changes, and were not read"),
)
_OTHER_PART = (
    "A part of this letter is stored as another document, which was not read. Open it in Word, "
    "save it again and upload that copy."
)


def open_letter(data: bytes) -> Document:
    """A Word document that is not too large to be read."""
    import docx

    archive = zipfile.ZipFile(BytesIO(data))
    if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
        raise Refused("This file unpacks to more than 100 MB.")
    texts = (part for part in archive.infolist() if part.filename.startswith("word/"))
    if max((p.file_size for p in texts if p.filename.endswith(".xml")), default=0) > MOST_TEXT:
        raise Refused("The text of this file is longer than 20 MB.")
    return docx.Document(BytesIO(data))


def read_letter(data: bytes) -> tuple[list[Sheet], list[str], list[Problem]]:
    """Read each table of a letter, with the paragraphs above it; list hidden rows, unread."""
    document = open_letter(data)
    letter = _Letter(document)
    numbers = zip(letter.lines, open_numbers(letter.lines), strict=True)
    unread = [" ".join(line) for line, found in numbers if found]
    prose = [*prose_problems("", map(" ".join, letter.lines))]
    if not letter.sheets:
        shown = [*unread, *(each.message for each in prose)]
        rows, sentences = lines_left(map(" ".join, letter.lines), shown)
        unread, prose = [*unread, *rows], [*prose, *not_read("", sentences)]
    problems = [unread_problem("Letter", unread)] if unread else []
    problems += [*letter.problems, *prose]
    return letter.sheets, letter.hidden, problems


class _Letter:
    """Goes through a letter, from the top."""

    def __init__(self, document: Document) -> None:
        from docx.table import Table

        self.sheets: list[Sheet] = []
        self.hidden: list[str] = []
        self.problems: list[Problem] = []
        self.lines: list[list[str]] = []  # of all paragraphs, split at tabs
        self.above: list[str] = []
        self.tabbed: list[str] = []  # paragraphs since the last other block, which may be rows
        self.hides_words = False  # whether a paragraph since the last table has hidden ones
        body = document.element.body
        for sign, what in _UNREAD_WORDS:
            if body.xpath(sign):
                why = f"Words of this letter {what}. Do they change the figures?"
                self.problems.append(Problem("", None, why, stops=True))
        self.changed, self.added = settle(body)
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                self._take_tabbed()
                self._add_table(block)
                continue
            self.hides_words |= has_hidden_text(block)
            text = visible_text(block).strip(" \n\r")
            if text.strip() and has_unseen_text(block):
                self.problems.append(Problem("", None, _UNSEEN.format(text[:60]), stops=True))
            if _may_be_rows(block, text):
                self.tabbed.append(text)
            else:
                self._take_tabbed()
                self._add_line(text.strip())
        self._take_tabbed()
        self._close()
        if self.sheets and self.hides_words:
            last = self.sheets[-1]
            self.hidden.append(f"{last.name}!words below it")
            self.sheets[-1] = replace(last, hidden=(*last.hidden, "words below it"))
            self.hides_words = False
        for inner in body.xpath(f".//w:tbl[{IN_BOX}]"):
            self._add_table(Table(inner, document._body))
        self._add_outer_lines(document)
        if body.xpath(".//w:altChunk"):
            self.problems.append(Problem("", None, _OTHER_PART, stops=True))

    def _add_line(self, text: str) -> None:
        if text:
            self.above.append(" ".join(text.split()))
            self.lines += [_split(line) for line in text.splitlines()]

    def _take_tabbed(self) -> None:
        """Take the paragraphs with tabs since the last other block for a table, or for lines."""
        texts, self.tabbed = self.tabbed, []
        rows = rows_at_tabs([line for text in texts for line in text.splitlines()])
        if not rows:
            for text in texts:
                self._add_line(text.strip())
            return
        self._close()
        name = f"table {len(self.sheets) + 1}"
        cells = {
            (r, c): text for r, row in enumerate(rows, 1) for c, text in enumerate(row, 1) if text
        }
        hidden, self.hides_words = ("words above it",) * self.hides_words, False
        self.hidden += [f"{name}!{place}" for place in hidden]
        above, self.above = tuple(self.above), []
        self.sheets.append(Sheet(name, cells, hidden=hidden, in_page=True, lines_above=above))

    def _add_table(self, table: Table) -> None:
        self._close()
        name = f"table {len(self.sheets) + 1}"
        read = _TableCells(table, self.changed, self.added)
        places = (*read.hidden, *read.deleted, *read.hidden_words)
        if self.hides_words:
            places, self.hides_words = (*places, "words above it"), False
        self.hidden += [f"{name}!{row}" for row in places]
        self.sheets.append(
            Sheet(
                name, read.cells, tuple(read.merged()), hidden=tuple(map(str, places)),
                marks=read.marks, in_page=True, lines_above=tuple(self.above),
                lines_below=read.said, fields=read.fields,
            )
        )  # fmt: skip
        for row in read.deleted:
            self.problems.append(Problem(name, f"R{row}C1", _DELETED_ROW, stops=True))
        for inner, above in read.nested:
            self.above = above
            self._add_table(inner)
        self.above = []

    def _close(self) -> None:
        """Take the paragraphs since the last table for those below it, too."""
        self.above = without_addresses(self.above)
        if self.sheets:
            last = self.sheets[-1]
            self.sheets[-1] = replace(last, lines_below=(*last.lines_below, *self.above))

    def _add_outer_lines(self, document: Document) -> None:
        """Put below every table what stands outside the letter's own paragraphs."""
        boxes, parts = lines_in_boxes(document), lines_of_parts(document)
        every = [line for lines in parts.values() for line in lines]
        rows = [line for line in every if len(line) > 1]
        if not any(_is_of_count(text) for row in rows for text in row):
            # “101” beside “Switchboard” is no count; “1234/20” is what stands before it.
            apart = [[[text] for text in x] if any(map(str.isdecimal, x)) else [x] for x in every]
            every, rows = [line for lines in apart for line in lines], []
        notes = [line for kind in _NOTES for line in parts.get(kind, ())]
        self.lines += [*map(_split, boxes), *notes, *rows]
        below = [*boxes, *(" ".join(line) for line in every if line)]
        self.sheets = [
            replace(each, lines_below=tuple(dict.fromkeys([*each.lines_below, *below])))
            for each in self.sheets
        ]


def _may_be_rows(block: Paragraph, text: str) -> bool:
    """Whether every line of a paragraph has a tab, and nothing in it looks as no count does."""
    plain = not any(run.is_struck or run.is_raised for run in with_small_marks(runs_of(block)))
    lines = text.splitlines() if plain and not is_numbered(block) else []
    return bool(lines) and all("\t" in line.rstrip() for line in lines)


def _is_of_count(text: str) -> bool:
    """Whether a text beside a number says that it is a count; “Issue” or “Est.” does not."""
    role = content_role(text) if any(map(str.isalpha, text)) else ""
    return is_total(text) or is_unknown(text) or role not in ("", "force")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _narrow_columns_after(row: _Row) -> int:
    """The columns that a row does not reach, where that is only the unevenness of an edge."""
    widths = row._tr.xpath("./w:trPr/w:wAfter/@w:w")
    is_uneven = any(each.isdigit() and int(each) < _UNEVEN for each in widths)
    return row.grid_cols_after if is_uneven else 0


def _split(line: str) -> list[str]:
    return [" ".join(part.split()) for part in line.split("\t") if part.strip()]


class _TableCells:
    """The text of every cell of a table once, where it begins; hidden rows are left out."""

    def __init__(self, table: Table, changed: set[object], added: set[object]) -> None:
        self.cells: dict[Position, str] = {}
        self.marks: dict[Position, str] = {}
        self.hidden: list[int] = []
        self.deleted: list[int] = []  # rows, with tracked changes
        self.hidden_words: list[str] = []  # “R2C3”, a cell with a run that is formatted as hidden
        self.nested: list[tuple[Table, list[str]]] = []  # with the paragraphs above each
        about = "./w:tblPr/w:tblCaption/@w:val | ./w:tblPr/w:tblDescription/@w:val"
        self.said = tuple(map(_one_line, table._tbl.xpath(about)))  # for who cannot see it
        self.fields: dict[int, int] = {}  # of each row, as wide as its cells are
        self.spans: dict[object, list[Position]] = {}  # the places that each cell covers
        for number, row in enumerate(table.rows, 1):
            if row._tr.xpath("./w:trPr/w:hidden"):
                self.hidden.append(number)
                continue
            if is_deleted_row(row._tr):
                self.deleted.append(number)
                continue
            column = row.grid_cols_before + 1
            for cell in row.cells:
                places = self.spans.setdefault(cell._tc, [])
                if not places:
                    self._add((number, column), cell, is_changed=cell._tc in changed)
                places.append((number, column))
                column += 1
            self.fields[number] = column - 1 + _narrow_columns_after(row)
        new = {places[0] for cell, places in self.spans.items() if cell in added}
        counts = {place for place, text in self.cells.items() if is_value(text)}
        if not new >= (counts or {*self.cells}):
            # Else changes were tracked while all of it was written, or an empty form filled in.
            self.marks = dict.fromkeys(new, ADDED) | self.marks

    def merged(self) -> Iterator[tuple[int, int, int, int]]:
        """The cells over several rows or columns, each by its first place and its last."""
        yield from ((*places[0], *places[-1]) for places in self.spans.values() if places[1:])

    def _add(self, place: Position, cell: _Cell, *, is_changed: bool) -> None:
        before = len(self.nested)
        if any(map(has_hidden_text, cell.paragraphs)):
            self.hidden_words.append(f"R{place[0]}C{place[1]}")
        text, mark = read_runs(self._runs(cell))
        if text := "\n".join(_one_line(line) for line in text.splitlines() if line.strip()):
            self.cells[place] = text if _STACKED.search(text) else _one_line(text)
        if len(self.nested) > before:
            mark = NESTED
        elif cell._tc.xpath(".//w:commentReference"):
            mark = mark or COMMENT
        elif any(map(has_unseen_text, cell.paragraphs)):
            mark = FAINT
        elif not text.strip("0123456789") and any(map(is_numbered, cell.paragraphs)):
            mark = mark or NUMBERED
        if mark := CHANGED if is_changed else mark:
            self.marks[place] = mark

    def _runs(self, cell: _Cell) -> Iterator[TextRun]:
        """The runs of a cell; a table in it that is more than a frame is left for itself."""
        from docx.table import Table

        above: list[str] = []
        for block in cell.iter_inner_content():
            if not isinstance(block, Table):
                yield from runs_of(block)
                yield TextRun("\n")
                above += [visible_text(block)] if visible_text(block).strip() else []
            elif len(block._tbl.xpath("./w:tr/w:tc")) == 1:
                yield from self._runs(block.rows[0].cells[0])
            else:
                self.nested.append((block, above))
                above = []
