"""A PDF letter → its tables, ruled or of words in columns, each a sheet: “page 2 table 1”."""

from __future__ import annotations

import time
from functools import reduce
from io import BytesIO
from itertools import takewhile
from typing import TYPE_CHECKING

from offences.refused import Refused
from offences.returns.formats.kinds import LOCKED, WRONG_PASSWORD
from offences.returns.sheet import Problem, Sheet, SheetRow
from offences.returns.tables.kinds import is_heading
from offences.returns.tables.page_lines import joined
from offences.returns.tables.page_tables import PageTable, find_page_tables

if TYPE_CHECKING:
    from pdfplumber.page import Page

MOST_PAGES = 100
SECONDS = 6  # of the whole reader's ten


def read_pdf(data: bytes, password: str = "") -> tuple[list[Sheet], list[Problem]]:
    """Every table of a PDF; what could not be read is problems."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    began = time.monotonic()
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    words = 0
    try:
        with pdfplumber.open(BytesIO(data), password=password) as pdf:
            for number, page in enumerate(pdf.pages, 1):
                if number > MOST_PAGES or time.monotonic() - began > SECONDS:
                    why = f"Only the first {number - 1} pages were read."
                    problems.append(Problem("", None, why))
                    break
                words += len(page.chars)
                found, doubts = _of_page(page, number, sheets[-1] if sheets else None)
                sheets += found
                problems += doubts
                page.close()
    except (PDFPasswordIncorrect, PdfminerException) as broken:
        if "Password" in repr(broken):
            raise Refused(WRONG_PASSWORD if password else LOCKED) from None
        raise Refused("This file is damaged and cannot be opened.") from None
    if not words:
        raise Refused("This PDF is a picture, with no text to read. Type its figures in.")
    return sheets, problems


def _of_page(page: Page, number: int, before: Sheet | None) -> tuple[list[Sheet], list[Problem]]:
    ruled = _ruled(page)
    found = [*ruled, *find_page_tables(page, [each.box for each in ruled])]
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    top = 0.0
    lines = _lines(page)
    for count, each in enumerate(sorted(found, key=lambda each: each.box), 1):
        above = tuple(text for at, text in lines if top <= at < each.box[0])
        top = each.box[1]
        name = f"page {number} table {count}"
        texts = ((r, c, t) for r, row in enumerate(each.rows, 1) for c, t in enumerate(row, 1))
        filled = ((r, c, text.split("\n")) for r, c, text in texts if text and text.strip())
        cells = {(r, c): " ".join(reduce(joined, lines).split()) for r, c, lines in filled}
        if cells:
            cells = _with_headings(cells, sheets[-1] if sheets else before)
            sheets.append(Sheet(name, cells, in_page=True, lines_above=above))
            problems += [Problem(name, f"R{doubt.row}C1", doubt.message) for doubt in each.doubts]
    return sheets, problems


def _with_headings(
    cells: dict[tuple[int, int], str], before: Sheet | None
) -> dict[tuple[int, int], str]:
    """The cells of a table, with its headings if they are on the page before."""
    if before is None or max(c for _, c in cells) != max(c for _, c in before.cells):
        return cells
    first = {c: text for (r, c), text in cells.items() if r == min(r for r, _ in cells)}
    if is_heading(SheetRow(1, first), 1, at_start=True):
        return cells
    rows = sorted({r for r, _ in before.cells})
    above = ({c: text for (r, c), text in before.cells.items() if r == row} for row in rows)
    heads = [*takewhile(lambda row: is_heading(SheetRow(1, row), 1, at_start=True), above)]
    for back, row in enumerate(reversed(heads)):
        cells |= {(-back, c): text for c, text in row.items()}
    return cells


def _ruled(page: Page) -> list[PageTable]:
    """Tables with ruled lines, whose cells leave no doubt."""
    found = []
    for table in page.find_tables():
        rows = [[cell or "" for cell in row] for row in table.extract()]
        if len(rows) > 1 and max(map(len, rows)) > 1:
            found.append(PageTable((table.bbox[1], table.bbox[3]), rows, []))
    return found


def _lines(page: Page) -> list[tuple[float, str]]:
    """The beginning and the words of each paragraph."""
    found: list[tuple[float, str]] = []
    lines = page.extract_text_lines(return_chars=False)
    width = max((line["x1"] for line in lines), default=0)
    before = None
    for line in lines:
        height = line["bottom"] - line["top"]
        if before and line["top"] - before["bottom"] < 0.6 * height and before["x1"] > 0.8 * width:
            found[-1] = (found[-1][0], joined(found[-1][1], line["text"]))
        else:
            found.append((line["top"], line["text"]))
        before = line
    return found
