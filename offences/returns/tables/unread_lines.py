"""Lines of a page that may hold a count and are in no table that was read."""

import re
from collections.abc import Iterator
from typing import Protocol

from offences.returns.tables.kinds import is_year_number
from offences.returns.tables.page_lines import Box, Drawn, PageLine, is_count

NEAR = 3  # heights of a line: so far above its rows may headings be, and below them a row
_MARGIN = 60  # points from the upper and lower edge: there a number may be that of the page
_NO_ANSWER = re.compile(  # what a number that is no count stands beside
    r"\b(?:foi|refs?|reference|request|case|page|tel(?:ephone)?|phone|fax|ext(?:ension)?|mobile"
    r"|version|date|dated|section|act|post ?code)\b",
    re.IGNORECASE,
)


class PageWords(Protocol):
    """The words of a page, and how high it is."""

    number: int
    height: float

    @property
    def words(self) -> list[Drawn]: ...


def is_lost(line: PageLine, boxes: list[Box]) -> bool:
    """Whether a line is a row of figures: it ends in one, has several, or is near a table."""
    number = line.pieces[-1].text
    ends = is_count(number) and any(map(str.isdigit, number)) and not _NO_ANSWER.search(line.text)
    many = sum(is_count(piece.text) for piece in line.pieces[1:]) > 1
    return ends or many or _is_near(line, boxes)


def lone_numbers(lines: list[PageLine], boxes: list[Box], page: PageWords) -> Iterator[str]:
    """Numbers alone on their line and in no table; no page’s number, nor a year over a table."""
    margins = (line for line in lines if not _MARGIN < line.bottom < page.height - _MARGIN)
    outer = [line for line in margins if not _is_near(line, boxes)]
    tops = [(top, top) for top, _ in boxes]
    for line in lines:
        number = line.text.strip("-– ")
        years = all(is_year_number(piece.text) for piece in line.pieces)
        alone = years or (len(line.pieces) == 1 and is_count(line.text) and number.isdigit())
        inside = any(top < (line.top + line.bottom) / 2 < bottom for top, bottom in boxes)
        heads = years and _is_near(line, tops, 2 * NEAR)
        if alone and not (inside or heads or number == str(page.number) or line in outer):
            yield line.text


def _is_near(line: PageLine, boxes: list[Box], heights: int = NEAR) -> bool:
    reach = heights * line.height
    return any(top - reach < line.bottom and line.top < bottom + reach for top, bottom in boxes)
