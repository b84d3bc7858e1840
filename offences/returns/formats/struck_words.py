"""The words of a page with a rule or a stroke through them, or marked as struck out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from offences.english import and_list
from offences.returns.formats.pdf_pages import PdfPage, Point
from offences.returns.sheet import Problem
from offences.returns.tables.page_lines import Drawn, PageLine, plain_lines
from offences.returns.tables.page_tables import PageTable

_HIGHEST, _LOWEST = 0.3, 0.75  # of a letter's height: over it and below it no rule strikes out
_MOST = 5  # parts of a page that are reported one by one
_LONG = 60
_STRAIGHT = 0.01  # points by which a stroke goes across, or down


def struck_problem(page: PdfPage, tables: Sequence[PageTable]) -> Iterator[Problem]:
    """Ask about what is struck out on a page, each with the line that it is in."""
    found = [*_struck(page, tables)]
    if not found:
        return
    lines = plain_lines(page.words)
    shown = [f"“{text}” in “{_line_of(word, lines)[:_LONG]}”" for text, word in found[:_MOST]]
    more = f", and {len(found) - _MOST} more" if len(found) > _MOST else ""
    verb, still = ("are", "do they") if len(found) > 1 else ("is", "does it")
    why = f"Page {page.number}: {and_list(shown)}{more} {verb} struck out: {still} still count?"
    yield Problem("", None, why, stops=True)


def _struck(page: PdfPage, tables: Sequence[PageTable]) -> Iterator[tuple[str, Drawn]]:
    """The parts of words with a rule through them, from the top, each with its word."""
    dark = (each for each in page.edges if not each["is_pale"])
    across = [each for each in dark if each["orientation"] == "h"]
    rules = sorted(across, key=lambda each: each["top"])
    tops = [each["top"] for each in rules]
    for word in page.words:
        high = word["bottom"] - word["top"]
        first = bisect_left(tops, word["top"] + _HIGHEST * high)
        last = bisect_right(tops, word["top"] + _LOWEST * high)
        through = rules[first:last]
        # Beside its tables are signatures, badges and charts.
        slants = page.slants if any(each.holds(word) for each in tables) else []
        letters = [
            each["text"]
            for each in word["chars"]
            if _is_through(each, through) or _is_marked(each, page, slants)
        ]
        if letters:
            yield "".join(letters), word


def _is_through(letter: Drawn, rules: list[Drawn]) -> bool:
    middle = (letter["x0"] + letter["x1"]) / 2
    return any(rule["x0"] <= middle <= rule["x1"] for rule in rules)


def _is_marked(letter: Drawn, page: PdfPage, slants: Sequence[tuple[Point, Point]]) -> bool:
    """Whether a letter is in a part that a note strikes out, or a stroke crosses it."""
    x, y = (letter["x0"] + letter["x1"]) / 2, (letter["top"] + letter["bottom"]) / 2
    boxes = any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in page.struck)
    # A corner may be cut between the names of rows and columns.
    strokes = [*page.strokes, *(slants if letter["text"].isdigit() else ())]
    return boxes or any(_crosses(letter, *stroke) for stroke in strokes)


def _crosses(letter: Drawn, begins: Point, ends: Point) -> bool:
    """Whether a stroke goes through the middle of a letter."""
    high = letter["bottom"] - letter["top"]
    middle = letter["top"] + _HIGHEST * high, letter["top"] + _LOWEST * high
    first, last = 0.0, 1.0  # the part of the stroke that is within
    for at, (low, most) in enumerate(((letter["x0"], letter["x1"]), middle)):
        start, length = begins[at], ends[at] - begins[at]
        if abs(length) < _STRAIGHT:
            if not low <= start <= most:
                return False
            continue
        enters, leaves = sorted(((low - start) / length, (most - start) / length))
        first, last = max(first, enters), min(last, leaves)
    return first <= last


def _line_of(word: Drawn, lines: list[PageLine]) -> str:
    middle = (word["top"] + word["bottom"]) / 2
    return next((line.text for line in lines if line.top <= middle <= line.bottom), word["text"])
