"""Tables of a page that are drawn with rules, even if not on every side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from offences.returns.tables.kinds import is_value
from offences.returns.tables.page_lines import Columns
from offences.returns.tables.page_tables import PageTable, RowDoubt

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.table import Table

_NEAR = 3  # points: rules that meet
_OUTSIDE = "“{}” is inside the rules of this table, but in none of its cells: check the page."

type Rule = dict[str, Any]


def find_ruled_tables(page: Page) -> list[PageTable]:
    """Tables drawn with rules, from the top; also those of one row, which may go on from a page."""
    settings: dict[str, Any] = {}
    found = page.find_tables(settings)
    if closing := [rule for table in found for rule in _missing_sides(page, table)]:
        across = [rule for rule in closing if rule["top"] == rule["bottom"]]
        down = [rule for rule in closing if rule["x0"] == rule["x1"]]
        settings = {"explicit_horizontal_lines": across, "explicit_vertical_lines": down}
        found = page.find_tables(settings)
    return [_page_table(page, table, found) for table in found if len(_columns(table)) > 1]


def _missing_sides(page: Page, table: Table) -> Iterator[Rule]:
    """A rule for each side beyond which rules go on, as where a table goes on overleaf."""
    x0, top, x1, bottom = table.bbox
    down = [e for e in page.vertical_edges if x0 - _NEAR < e["x0"] < x1 + _NEAR]
    across = [e for e in page.horizontal_edges if top - _NEAR < e["top"] < bottom + _NEAR]
    beyond = [
        [e["top"] for e in down if e["top"] < top - _NEAR < top + _NEAR < e["bottom"]],
        [e["bottom"] for e in down if e["top"] < bottom - _NEAR < bottom + _NEAR < e["bottom"]],
        [e["x0"] for e in across if e["x0"] < x0 - _NEAR < x0 + _NEAR < e["x1"]],
        [e["x1"] for e in across if e["x0"] < x1 - _NEAR < x1 + _NEAR < e["x1"]],
    ]
    above, below, left, right = beyond
    # As far as all of them reach: there they meet the rule.
    for at in ([max(above)] if len(above) > 1 else []) + ([min(below)] if len(below) > 1 else []):
        yield _rule(x0, at, x1, at)
    for at in ([max(left)] if len(left) > 1 else []) + ([min(right)] if len(right) > 1 else []):
        yield _rule(at, top, at, bottom)


def _rule(x0: float, top: float, x1: float, bottom: float) -> Rule:
    size = {"width": x1 - x0, "height": bottom - top}
    return {"object_type": "line", "x0": x0, "x1": x1, "top": top, "bottom": bottom, **size}


def _columns(table: Table) -> Columns:
    starts = sorted({cell[0] for cell in table.cells})
    return tuple(pairwise([*starts, table.bbox[2]]))


def _page_table(page: Page, table: Table, every: list[Table]) -> PageTable:
    box = (table.bbox[1], table.bbox[3])
    return PageTable(box, _texts(page, table), [*_outside(page, table, every)], _columns(table))


def _texts(page: Page, table: Table) -> list[list[str]]:
    """The text of each cell, whose letters are found by their row: a page has thousands."""
    from pdfplumber.utils import extract_text

    height = itemgetter(0)
    chars = sorted(((c["top"] + c["bottom"]) / 2, at, c) for at, c in enumerate(page.chars))
    found = []
    for row in table.rows:
        first, end = (bisect_left(chars, at, key=height) for at in (row.bbox[1], row.bbox[3]))
        own = [char for _, _, char in sorted(chars[first:end], key=itemgetter(1))]
        middles = [(char["x0"] + char["x1"]) / 2 for char in own]
        texts = []
        for cell in row.cells:
            x0, _, x1, _ = cell or (0, 0, 0, 0)
            letters = [char for char, x in zip(own, middles, strict=True) if x0 <= x < x1]
            texts.append(extract_text(letters) if letters else "")
        found.append(texts)
    return found


def _outside(page: Page, table: Table, every: list[Table]) -> Iterator[RowDoubt]:
    """The figures beside a row of a table that are in no cell of it or of another."""
    rows, (_, first, _, last) = table.rows, table.bbox
    starts = [row.bbox[1] for row in rows]
    beside = [cell for each in every for cell in each.cells if cell[3] > first and cell[1] < last]
    x0, x1 = min(cell[0] for cell in beside), max(cell[2] for cell in beside)
    gaps = any(None in row.cells for row in rows) or len(every) > 1
    for word in page.extract_words():
        x, y = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
        if not first < y < last or not _is_number(word["text"]):
            continue
        if x0 <= x <= x1 and not (gaps and _in_none(x, y, beside)):
            continue
        yield RowDoubt(bisect_left(starts, y), _OUTSIDE.format(word["text"]), stops=True)


def _is_number(text: str) -> bool:
    return is_value(text) and any(map(str.isdigit, text))


def _in_none(x: float, y: float, cells: list[tuple[float, float, float, float]]) -> bool:
    return not any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in cells)
