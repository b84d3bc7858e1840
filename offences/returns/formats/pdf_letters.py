"""A PDF letter → its tables, ruled or of words in columns, each a sheet: “page 2 table 1”."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from offences.refused import Refused
from offences.returns.formats.joined_pages import PageContents, TextLine, join_pages
from offences.returns.formats.kinds import LOCKED, WRONG_PASSWORD
from offences.returns.formats.ruled_tables import find_ruled_tables
from offences.returns.sheet import Problem, Sheet
from offences.returns.tables.page_lines import joined
from offences.returns.tables.page_tables import find_page_tables
from offences.returns.work import WorkBudget, WorkUsedUp

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

MOST_PAGES = 100
MOST_WORK = 250_000  # characters of all pages
_DRAWN = 10  # so many bytes that draw a page are as much work as one character


def read_pdf(data: bytes, password: str = "") -> tuple[list[Sheet], list[Problem]]:
    """Every table of a PDF; what could not be read is problems."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(BytesIO(data), password=password) as pdf:
            pages, words, every = _read_pages(pdf)
    except (PDFPasswordIncorrect, PdfminerException) as broken:
        if "Password" in repr(broken):
            raise Refused(WRONG_PASSWORD if password else LOCKED) from None
        raise Refused("This file is damaged and cannot be opened.") from None
    if not words and len(pages) == every:
        raise Refused("This PDF is a picture, with no text to read. Type its figures in.")
    sheets, problems = join_pages(pages, is_whole=len(pages) == every)
    if len(pages) < every:
        first = f"Only the first {len(pages)} of {every} pages were" if pages else "No page was"
        why = f"{first} read, because there is too much on them. Save the pages with tables alone."
        problems.insert(0, Problem("", None, why, stops=True))
    return sheets, problems


def _read_pages(pdf: PDF) -> tuple[list[PageContents], int, int]:
    """The pages that the budget of work is enough for, their characters, and how many there are."""
    pages: list[PageContents] = []
    work, words = WorkBudget(MOST_WORK), 0
    for page in pdf.pages[:MOST_PAGES]:
        try:
            work.spend(_drawn(page) // _DRAWN)
            work.spend(len(page.chars))
        except WorkUsedUp:
            break
        words += len(page.chars)
        pages.append(_contents(page, pages[-1] if pages else None))
        page.close()
    return pages, words, len(pdf.pages)


def _drawn(page: Page) -> int:
    """The bytes that draw a page."""
    from pdfminer.pdftypes import stream_value

    return sum(len(stream_value(stream).get_data()) for stream in page.page_obj.contents)


def _contents(page: Page, before: PageContents | None) -> PageContents:
    last = before.tables[-1] if before and before.tables else None
    ruled = find_ruled_tables(page)
    # One row with rules around it is a box of words, unless it ends the table of the page before.
    ends = [each for each in ruled[:1] if last and len(each.columns) == len(last.columns)]
    ruled = [each for each in ruled if len(each.rows) > 1 or each in ends]
    found, unread = find_page_tables(page, [each.box for each in ruled], last)
    lines = page.extract_text_lines(return_chars=False)
    return PageContents(
        page.page_number,
        sorted([*ruled, *found], key=lambda each: each.box),
        [(line["top"], line["text"]) for line in lines],
        _paragraphs(lines),
        unread,
    )


def _paragraphs(lines: list[dict[str, Any]]) -> list[TextLine]:
    """The beginning and the words of each paragraph."""
    found: list[TextLine] = []
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
