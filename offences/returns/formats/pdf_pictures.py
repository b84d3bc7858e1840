"""The pages of a PDF with a picture that may show figures, or with nothing else on them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from offences.english import and_list
from offences.returns.sheet import Problem
from offences.returns.tables.page_lines import plain_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from offences.returns.formats.pdf_pages import PdfPage
    from offences.returns.tables.page_tables import PageTable

    type Box = tuple[float, float, float, float]  # left, top, right, bottom

_WIDE, _HIGH = 170, 71  # points: 6 by 2.5 cm
_LEGIBLE = (10, 7)  # points: in less there is no number
_NEAR = 40  # points from a table, at most
_MARGIN = 72  # points from the upper and lower edge of a page
_MOST = 5  # pages that are named
_CLOSING = re.compile(
    r"(?:yours|kind|best|warm|many)? ?(?:sincerely|faithfully|truly|regards)\W*", re.I
)


class UnreadPictures:
    """Goes through the pages of a PDF, from the first.

    A picture above all words of the letter is a badge, and so is one that is again at the same
    place of a later page. What has words upon it is a background, or a page that was scanned.

    A smaller one may be a row cut out of a spreadsheet if it is as wide as one, near a table or
    alone on its page; in the margin, beside the first words and below “Yours sincerely” it is a
    badge or a signature.
    """

    def __init__(self) -> None:
        self._pages: list[int] = []
        self._known: set[Box] = set()
        self._is_begun = False

    def see(self, page: PdfPage, tables: Sequence[PageTable]) -> None:
        """Take a page for one to ask about, if nobody can read all that is on it."""
        pictures = page.pictures if page.words else [*_around(page.pictures)]
        asked = [
            box
            for box in pictures
            if _is_large(box) or (_may_be_row(box, page, tables) and not self._is_badge(box, page))
        ]
        asked = [box for box in asked if not _has_words(box, page)]
        first = min((word["top"] for word in page.words), default=0)
        heads = {box for box in asked if box[3] <= first and not self._is_begun}
        new = [box for box in asked if box not in heads and _rounded(box) not in self._known]
        if new or page.is_drawn:
            self._pages.append(page.number)
        self._known |= {*map(_rounded, page.pictures)}
        self._is_begun = self._is_begun or bool(page.words)

    def _is_badge(self, box: Box, page: PdfPage) -> bool:
        """Whether a smaller picture is in a margin, at the head of a letter or at its end."""
        first = min((word["top"] for word in page.words), default=0)
        ends = (line.bottom for line in plain_lines(page.words) if _CLOSING.fullmatch(line.text))
        in_margin = box[3] < _MARGIN or box[1] > page.height - _MARGIN
        begins = box[1] <= first and not self._is_begun
        return in_margin or begins or any(box[1] > end - _LEGIBLE[1] for end in ends)

    def problems(self) -> Iterator[Problem]:
        """One question about all of them."""
        if self._pages:
            more = len(self._pages) - _MOST
            named = [*map(str, self._pages[:_MOST]), *([f"{more} more"] if more > 0 else [])]
            pages = f"page{'s' * (len(named) > 1)} {and_list(named)}"
            why = (
                f"A picture on {pages} of this file was not read. Look at it in the original: does "
                "it show figures, or say something of those that were read?"
            )
            yield Problem("", None, why)


def _is_large(box: Box) -> bool:
    return box[2] - box[0] >= _WIDE and box[3] - box[1] >= _HIGH


def _may_be_row(box: Box, page: PdfPage, tables: Sequence[PageTable]) -> bool:
    """Whether there is room for numbers in a picture, and it is where some may be."""
    left, top, right, bottom = box
    legible = right - left >= _LEGIBLE[0] and bottom - top >= _LEGIBLE[1]
    near = any(t.box[0] - _NEAR < bottom and top < t.box[1] + _NEAR for t in tables)
    return legible and (near or right - left >= _WIDE or not page.words)


def _rounded(box: Box) -> Box:
    left, top, right, bottom = box
    return round(left), round(top), round(right), round(bottom)


def _around(boxes: list[Box]) -> Iterator[Box]:
    """What is around all pictures: scanners cut a page into strips."""
    if boxes:
        left, top, right, bottom = zip(*boxes, strict=True)
        yield min(left), min(top), max(right), max(bottom)


def _has_words(box: Box, page: PdfPage) -> bool:
    left, top, right, bottom = box
    return any(
        left < (word["x0"] + word["x1"]) / 2 < right
        and top < (word["top"] + word["bottom"]) / 2 < bottom
        for word in page.words
    )
