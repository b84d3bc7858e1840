"""Words at the side of a ruled table of a PDF’s page, which no cell and no line holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from offences.returns.labels.changing_words import CHANGES
from offences.returns.sheet import Problem
from offences.returns.tables.page_lines import plain_lines

if TYPE_CHECKING:
    from offences.returns.formats.pdf_pages import PdfPage
    from offences.returns.tables.page_lines import Drawn
    from offences.returns.tables.page_tables import PageTable

_LONG = 100


def outer_words_problem(
    page: PdfPage, ruled: Sequence[PageTable], tables: Sequence[PageTable], unread: Sequence[str]
) -> Iterator[Problem]:
    """Ask about the words beside tables with rules that have a number or may change the table.

    `tables` are all of the page, and `unread` what is asked about already.
    """
    own = [w for w in page.words if _is_level(w, ruled) and not any(_holds(t, w) for t in tables)]
    lines = [line.text for line in plain_lines(own)] if own else []
    text = " ".join(each for each in lines if not any(each in asked for asked in unread))
    if CHANGES.search(text) or any(map(str.isdigit, text)):
        where = f"on page {page.number} beside a table, outside its rules"
        yield Problem("", None, f"“{text[:_LONG]}” stands {where}. Does it count?", stops=True)


def _is_level(word: Drawn, tables: Sequence[PageTable]) -> bool:
    middle = (word["top"] + word["bottom"]) / 2
    return any(top < middle < bottom for top, bottom in (each.box for each in tables))


def _holds(table: PageTable, word: Drawn) -> bool:
    """Whether any part of a word is within the sides of a table and at its height."""
    (left, right), at = table.sides, _is_level(word, [table])
    return at and word["x0"] < right and word["x1"] > left
