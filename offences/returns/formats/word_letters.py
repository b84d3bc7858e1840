"""A Word letter, and its tables, each as a sheet of its own: “table 1”."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from offences.refused import Refused
from offences.returns.sheet import Position, Problem, Sheet
from offences.returns.tables.open_numbers import open_numbers, unread_problem
from offences.returns.tables.prose_numbers import prose_problems

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

MOST_TEXT = 20_000_000  # bytes of a letter's text, which takes many times that to be read
MOST_UNPACKED = 100_000_000


def open_letter(data: bytes) -> Document:
    """A Word document that is not too large to be read."""
    import docx

    archive = zipfile.ZipFile(BytesIO(data))
    if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
        raise Refused("This file unpacks to more than 100 MB.")
    if archive.getinfo("word/document.xml").file_size > MOST_TEXT:
        raise Refused("The text of this file is longer than 20 MB.")
    return docx.Document(BytesIO(data))


def read_letter(data: bytes) -> tuple[list[Sheet], list[str], list[Problem]]:
    """Read each table of a letter, with the paragraphs above it; list hidden rows, unread."""
    from docx.table import Table

    sheets: list[Sheet] = []
    hidden: list[str] = []
    above: list[str] = []
    lines: list[list[str]] = []  # of all paragraphs, split at tabs
    for block in open_letter(data).iter_inner_content():
        if not isinstance(block, Table):
            if block.text.strip():
                above.append(" ".join(block.text.split()))
                parts = (line.split("\t") for line in block.text.splitlines())
                lines += [[" ".join(p.split()) for p in own if p.strip()] for own in parts]
            continue
        name = f"table {len(sheets) + 1}"
        cells, hidden_rows = _cells(block)
        hidden += [f"{name}!{row}" for row in hidden_rows]
        places = tuple(map(str, hidden_rows))
        sheets.append(Sheet(name, cells, hidden=places, in_page=True, lines_above=tuple(above)))
        above = []
    numbers = zip(lines, open_numbers(lines), strict=True)
    unread = [" ".join(line) for line, found in numbers if found]
    problems = [*prose_problems("", map(" ".join, lines))]
    return sheets, hidden, [unread_problem("Letter", unread), *problems] if unread else problems


def _visible_text(paragraph: Paragraph) -> str:
    """The text of a paragraph without what is formatted as hidden."""
    if not paragraph._p.xpath(".//w:vanish"):
        return str(paragraph.text)
    return "".join(run.text for run in paragraph.runs if not run.font.hidden)


def _cells(table: Table) -> tuple[dict[Position, str], list[int]]:
    """The text of every cell once, where it begins; and the rows that are hidden."""
    cells: dict[Position, str] = {}
    hidden: list[int] = []
    seen = set()
    for number, row in enumerate(table.rows, 1):
        properties = row._tr.trPr
        if properties is not None and properties.xpath("./w:hidden"):
            hidden.append(number)
            continue
        column = row.grid_cols_before + 1
        for cell in row.cells:
            if cell._tc not in seen:
                seen.add(cell._tc)
                text = " ".join(" ".join(map(_visible_text, cell.paragraphs)).split())
                if text:
                    cells[number, column] = text
            column += 1
    return cells, hidden
