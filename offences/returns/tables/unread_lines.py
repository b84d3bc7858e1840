"""Lines of a page that may hold a count and are in no table that was read."""

from collections.abc import Iterator

from offences.returns.tables.page_lines import Box, PageLine, is_count

NEAR = 3  # heights of a line: so far above its rows may headings be, and below them a row
ALONE = 6  # and so far from a table a number alone on its line


def is_lost(line: PageLine, boxes: list[Box]) -> bool:
    """Whether a line is a row of figures: it has several, or is close to a table."""
    return _is_near(line, boxes) or sum(is_count(piece.text) for piece in line.pieces[1:]) > 1


def lone_numbers(lines: list[PageLine], boxes: list[Box], page: int) -> Iterator[str]:
    """Numbers alone on their line, close to a table and not in it; not that of the page."""
    for line in lines:
        number = line.text.strip("-– ")
        alone = len(line.pieces) == 1 and is_count(line.text) and number.isdigit()
        inside = any(top < line.bottom <= bottom for top, bottom in boxes)
        if alone and number != str(page) and not inside and _is_near(line, boxes, ALONE):
            yield line.text


def _is_near(line: PageLine, boxes: list[Box], heights: int = NEAR) -> bool:
    reach = heights * line.height
    return any(top - reach < line.bottom and line.top < bottom + reach for top, bottom in boxes)
