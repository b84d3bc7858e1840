"""Tables of a page that are drawn with rules, even if not on every side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import reduce
from itertools import groupby, pairwise, product

from offences.returns.formats.pdf_pages import PdfPage, rule
from offences.returns.tables.page_lines import Drawn, joined, plain_lines
from offences.returns.tables.page_tables import Merged, PageTable

_NEAR = 3  # points: rules that meet

type Place = tuple[int, int]  # row and column, from 0
type Point = tuple[float, float]  # from the left and from the top
type CellBox = tuple[float, float, float, float]  # left, top, right, bottom


def find_ruled_tables(page: PdfPage) -> list[PageTable]:
    """Tables drawn with rules, from the top; also those of one row, which may go on from a page."""
    found = _tables(page, [])
    if closing := [rule for cells in found for rule in _missing_sides(page, cells)]:
        found = _tables(page, closing)
    grids = [_Grid(cells) for cells in found]
    _fill(grids, page)
    return [grid.table() for grid in grids if len(grid.lefts) > 1]


def _tables(page: PdfPage, closing: list[Drawn]) -> list[list[CellBox]]:
    """The cells of each table."""
    from pdfplumber.table import cells_to_tables, merge_edges

    long = [edge for edge in (*page.edges, *closing) if edge["width"] + edge["height"] >= 1]
    merged = merge_edges(long, _NEAR, _NEAR, _NEAR, _NEAR)
    return cells_to_tables([*_cells([e for e in merged if e["width"] + e["height"] >= _NEAR])])


def _cells(edges: list[Drawn]) -> Iterator[CellBox]:
    """The smallest boxes between rules; each rule reaches a little beyond its ends."""
    lefts = sorted({edge["x0"] for edge in edges if edge["orientation"] == "v"})
    tops = sorted({edge["top"] for edge in edges if edge["orientation"] == "h"})
    down: dict[Point, int] = {}  # the rule that goes down through each point where two may meet
    across: dict[Point, int] = {}
    for number, edge in enumerate(edges):
        if edge["orientation"] == "v":
            meets = _between(tops, edge["top"], edge["bottom"])
            down |= {(edge["x0"], top): number for top in meets}
        else:
            across |= {(x0, edge["top"]): number for x0 in _between(lefts, edge["x0"], edge["x1"])}
    below: dict[float, list[float]] = defaultdict(list)
    beside: dict[float, list[float]] = defaultdict(list)
    for x0, top in sorted(down.keys() & across.keys()):
        below[x0].append(top)
        beside[top].append(x0)
    for x0, top in sorted(down.keys() & across.keys()):
        own, other = down[x0, top], across[x0, top]
        lower = [y for y in _behind(below[x0], top) if down[x0, y] == own]
        right = [x for x in _behind(beside[top], x0) if across[x, top] == other]
        corners = ((x, y) for y in lower for x in right if down.get((x, y)) == down[x, top])
        closed = (p for p in corners if across.get(p, -1) == across[x0, p[1]])
        if corner := next(closed, None):
            yield x0, top, *corner


def _behind(places: list[float], at: float) -> list[float]:
    return places[bisect_right(places, at) :]


def _between(places: list[float], first: float, last: float) -> list[float]:
    return places[bisect_left(places, first - _NEAR) : bisect_right(places, last + _NEAR)]


def _missing_sides(page: PdfPage, cells: list[CellBox]) -> Iterator[Drawn]:
    """A rule for each side beyond which rules go on, as where a table goes on overleaf."""
    x0, top, x1, bottom = _around(cells)
    edges = page.edges
    down = [e for e in edges if e["x0"] == e["x1"] and x0 - _NEAR < e["x0"] < x1 + _NEAR]
    across = [
        e for e in edges if e["top"] == e["bottom"] and top - _NEAR < e["top"] < bottom + _NEAR
    ]
    beyond = [
        [e["top"] for e in down if e["top"] < top - _NEAR < top + _NEAR < e["bottom"]],
        [e["bottom"] for e in down if e["top"] < bottom - _NEAR < bottom + _NEAR < e["bottom"]],
        [e["x0"] for e in across if e["x0"] < x0 - _NEAR < x0 + _NEAR < e["x1"]],
        [e["x1"] for e in across if e["x0"] < x1 - _NEAR < x1 + _NEAR < e["x1"]],
    ]
    above, below, left, right = beyond
    # As far as all of them reach: there they meet the rule.
    for at in ([max(above)] if len(above) > 1 else []) + ([min(below)] if len(below) > 1 else []):
        yield rule(x0, at, x1, at)
    for at in ([max(left)] if len(left) > 1 else []) + ([min(right)] if len(right) > 1 else []):
        yield rule(at, top, at, bottom)


def _around(cells: list[CellBox]) -> CellBox:
    left, top, right, bottom = zip(*cells, strict=True)
    return min(left), min(top), max(right), max(bottom)


class _Grid:
    """The cells of one table, each in the rows and columns between its rules."""

    def __init__(self, cells: list[CellBox]) -> None:
        self.lefts = sorted({cell[0] for cell in cells})
        self.tops = sorted({cell[1] for cell in cells})
        self.box = _around(cells)
        self.owners: dict[Place, Place] = {}  # each place → that of the cell which covers it
        self.merged: list[Merged] = []
        self.texts: dict[Place, str] = {}
        for x0, top, x1, bottom in cells:
            row, column = self.tops.index(top), self.lefts.index(x0)
            last = bisect_left(self.tops, bottom) - 1, bisect_left(self.lefts, x1) - 1
            if last != (row, column):
                self.merged.append((row + 1, column + 1, last[0] + 1, last[1] + 1))
            places = product(range(row, last[0] + 1), range(column, last[1] + 1))
            self.owners |= dict.fromkeys(places, (row, column))

    def cell_at(self, x: float, y: float) -> Place | None:
        """The cell that a point is in."""
        x0, top, x1, bottom = self.box
        if not (x0 <= x <= x1 and top <= y <= bottom):
            return None
        at = bisect_right(self.tops, y) - 1, bisect_right(self.lefts, x) - 1
        return self.owners.get(at)

    def table(self) -> PageTable:
        _, top, right, bottom = self.box
        rows = [
            [self.texts.get((row, column), "") for column in range(len(self.lefts))]
            for row in range(len(self.tops))
        ]
        columns = tuple(pairwise([*self.lefts, right]))
        return PageTable((top, bottom), rows, [], columns, merged=tuple(self.merged))


def _fill(grids: list[_Grid], page: PdfPage) -> None:
    """Write the words of a page into the cells that they are in."""
    words: dict[tuple[int, Place], list[Drawn]] = defaultdict(list)
    for word in page.words:
        letters = word["chars"]
        first = _cell_of(grids, letters[0])
        if len(letters) == 1 or first == _cell_of(grids, letters[-1]):
            parts = [(word, first)]
        else:
            parts = [(part, _cell_of(grids, part)) for part in _parted(grids, word)]
        for part, cell in parts:
            if cell:
                words[cell].append(part)
    for (number, place), own in words.items():
        # Most cells are one word.
        lines = (line.text for line in plain_lines(own)) if len(own) > 1 else (own[0]["text"],)
        grids[number].texts[place] = reduce(joined, lines)
    for letter in page.letters:
        cell = None if letter["upright"] else _cell_of(grids, letter)
        if cell:  # a heading that is turned
            number, place = cell
            grids[number].texts[place] = grids[number].texts.get(place, "") + letter["text"]


def _cell_of(grids: list[_Grid], drawn: Drawn) -> tuple[int, Place] | None:
    x, y = (drawn["x0"] + drawn["x1"]) / 2, (drawn["top"] + drawn["bottom"]) / 2
    found = ((number, grid.cell_at(x, y)) for number, grid in enumerate(grids))
    return next(((number, place) for number, place in found if place is not None), None)


def _parted(grids: list[_Grid], word: Drawn) -> list[Drawn]:
    """The parts of a word whose letters are in several cells, between which no space is."""
    from pdfplumber.utils.text import extract_words

    cells = groupby(word["chars"], key=lambda letter: _cell_of(grids, letter))
    return [part for _, letters in cells for part in extract_words([*letters])]
