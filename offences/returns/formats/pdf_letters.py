"""A PDF letter → its tables, ruled or of words in columns, each a sheet: “page 2 table 1”."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING

from offences.refused import Refused
from offences.returns.formats.file_kinds import LOCKED, WRONG_PASSWORD
from offences.returns.formats.joined_pages import join_pages
from offences.returns.formats.lines_of_pages import PageContents
from offences.returns.formats.outer_words import outer_words_problem
from offences.returns.formats.pdf_pages import PdfPage, read_pages
from offences.returns.formats.pdf_pictures import UnreadPictures
from offences.returns.formats.pdf_unseen import beyond_problem, turned_problem, unseen_problem
from offences.returns.formats.ruled_tables import find_ruled_tables
from offences.returns.formats.struck_words import struck_problem
from offences.returns.labels.page_numbers import page_of
from offences.returns.sheet import Problem, Sheet
from offences.returns.tables.page_lines import plain_lines
from offences.returns.tables.page_tables import find_page_tables
from offences.returns.work import WorkBudget, WorkUsedUp

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES = 100
MOST_WORK = 400_000  # letters and rules of all pages


def read_pdf(data: bytes, password: str = "") -> tuple[list[Sheet], list[Problem]]:
    """Every table of a PDF; what could not be read is problems."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        pdf = PdfDocument(data, password or None)
        pages, asked, words, every = _read_pages(pdf)
    except PdfiumError as broken:
        if "password" in str(broken).casefold():
            raise Refused(WRONG_PASSWORD if password else LOCKED) from None
        raise Refused("This file is damaged and cannot be opened.") from None
    if not words and len(pages) == every:
        raise Refused("This PDF is a picture, with no text to read. Type its figures in.")
    sheets, problems = join_pages(pages, is_whole=len(pages) == every)
    problems += [*asked, *_missing_page(pages, every)]
    if len(pages) < every:
        first = f"Only the first {len(pages)} of {every} pages were" if pages else "No page was"
        why = f"{first} read, because there is too much on them. Save the pages with tables alone."
        problems.insert(0, Problem("", None, why, stops=True))
    return sheets, problems


def _read_pages(pdf: PdfDocument) -> tuple[list[PageContents], list[Problem], int, int]:
    """The pages that the budget is enough for, what is asked of them, letters, and all pages."""
    pages: list[PageContents] = []
    asked: list[Problem] = []
    letters = 0
    pictures = UnreadPictures()
    with suppress(WorkUsedUp):
        for page in read_pages(pdf, MOST_PAGES, WorkBudget(MOST_WORK)):
            letters += len(page.letters)
            contents, problems = _contents(page, pages[-1] if pages else None)
            pages.append(contents)
            asked += problems
            asked += [*unseen_problem(page, contents.tables), *beyond_problem(page)]
            asked += [*struck_problem(page, contents.tables), *page.notes.problems(page.number)]
            pictures.see(page, contents.tables)
    asked += pictures.problems()
    return pages, asked, letters, len(pdf)


def _missing_page(pages: list[PageContents], every: int) -> Iterator[Problem]:
    """A question about a page that says it is one of more than the file has."""
    lines = [line for page in pages for line in page.lines]
    for text in (t for line in lines for t in (line.text, *(p.text for p in line.pieces))):
        if (page := page_of(text)) and page[0] <= page[1] > every:
            has = f"the file has {every} page{'s' * (every > 1)}"
            why = f"“{text[:60]}” is on a page, and {has}. Are all the counts asked for here?"
            yield Problem("", None, why)
            return


def _contents(page: PdfPage, before: PageContents | None) -> tuple[PageContents, Iterator[Problem]]:
    """The tables and lines of a page, and what is asked of the words beside its tables."""
    last = before.tables[-1] if before and before.tables else None
    ruled = find_ruled_tables(page)
    # One row with rules around it is a box of words, unless it ends the table of the page before.
    ends = [each for each in ruled[:1] if last and len(each.columns) == len(last.columns)]
    ruled = [each for each in ruled if len(each.rows) > 1 or each in ends]
    found, unread = find_page_tables(page.words, [each.box for each in ruled], last)
    tables = sorted([*ruled, *found], key=lambda each: each.box)
    lines = plain_lines(page.words)
    contents = PageContents(page.number, (page.width, page.height), tables, lines, unread)
    beside = outer_words_problem(page, ruled, tables, unread)
    return contents, chain(beside, turned_problem(page, ruled))
