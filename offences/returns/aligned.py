"""Tables on a page without ruled lines: words that stand in columns, with wide gaps between."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from offences.returns.rows import is_value

if TYPE_CHECKING:
    from pdfplumber.page import Page

type Piece = dict[str, Any]  # text, x0, x1, top, bottom
type Box = tuple[float, float]  # top and bottom
type Rows = list[list[str]]


def aligned(page: Page, taken: list[Box]) -> list[tuple[Box, Rows]]:
    """Where each table begins and ends, and its rows; what lies in a box of `taken` is not read."""
    runs: list[list[list[Piece]]] = [[]]
    for pieces in map(_pieces, _word_lines(page, taken)):
        if runs[-1] and _follows(runs[-1], pieces):
            runs[-1].append(pieces)
        else:
            runs.append([pieces])
    found = []
    for run in map(_without_ends, runs):
        if sum(len(pieces) > 1 for pieces in run) > 1:
            box = (run[0][0]["top"], run[-1][0]["bottom"])
            found.append((box, _in_columns(run)))
    return found


def _without_ends(run: list[list[Piece]]) -> list[list[Piece]]:
    """Without the lines of words before the first row of columns and after the last."""
    wide = [i for i, pieces in enumerate(run) if len(pieces) > 1]
    if not wide:
        return []
    first, last = wide[0], wide[-1]
    while first > 0 and _is_tight(run[first - 1], run[first]):
        first -= 1  # the first line of a heading
    while last + 1 < len(run) and _is_tight(run[last], run[last + 1]):
        last += 1  # the second line of the last label
    return run[first : last + 1]


def _is_near(above: list[Piece], below: list[Piece]) -> bool:
    return bool(below[0]["top"] - above[0]["bottom"] < 1.2 * _height(above))


def _is_tight(above: list[Piece], below: list[Piece]) -> bool:
    """As near as two lines of one cell are."""
    return bool(below[0]["top"] - above[0]["bottom"] < 0.35 * _height(above))


def _follows(run: list[list[Piece]], pieces: list[Piece]) -> bool:
    """A line alone belongs to a table only where it stands near."""
    if len(pieces) == 1:
        return _is_near(run[-1], pieces)
    return bool(pieces[0]["top"] - run[-1][0]["bottom"] < 3 * _height(pieces))


def _height(pieces: list[Piece]) -> float:
    return float(pieces[0]["bottom"] - pieces[0]["top"])


def _word_lines(page: Page, taken: list[Box]) -> list[list[Piece]]:
    lines: list[list[Piece]] = []
    words = sorted(page.extract_words(), key=lambda w: (round(w["bottom"]), w["x0"]))
    for word in words:
        middle = (word["top"] + word["bottom"]) / 2
        if any(top <= middle <= bottom for top, bottom in taken):
            continue
        if lines and abs(lines[-1][-1]["bottom"] - word["bottom"]) <= 3:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w["x0"]) for line in lines]


def _pieces(line: list[Piece]) -> list[Piece]:
    """Words that stand close together are one piece of text."""
    pieces: list[Piece] = []
    for word in line:
        if pieces and word["x0"] - pieces[-1]["x1"] < 0.7 * _height([word]):
            text = f"{pieces[-1]['text']} {word['text']}"
            pieces[-1] = pieces[-1] | {"text": text, "x1": word["x1"]}
        else:
            pieces.append(dict(word))
    return pieces


def _in_columns(run: list[list[Piece]]) -> Rows:
    edges = _edges(run)
    spaced = _is_spaced(run)
    rows: Rows = []
    for i, pieces in enumerate(run):
        row = _over_groups(pieces, edges)
        for piece in pieces if not any(row) else ():
            at = _column(piece, edges)
            row[at] = joined(row[at], piece["text"])
        if rows and spaced and _is_tight(run[i - 1], pieces) and not _both_count(rows[-1], row):
            rows[-1] = [joined(a, b) for a, b in zip(rows[-1], row, strict=True)]
        else:
            rows.append(row)
    return rows


def joined(first: str, second: str) -> str:
    """Two lines of one cell; a line broken behind its dash goes on without a space."""
    between = "" if re.search(r"\w[-–]$", first) and second else " "
    return f"{first}{between}{second}".strip()


def _is_spaced(run: list[list[Piece]]) -> bool:
    """Whether rows stand further apart than the lines of one cell."""
    wide = [pieces for pieces in run if any(is_value(p["text"]) for p in pieces[1:])]
    tight = sum(_is_tight(above, below) for above, below in pairwise(wide))
    return tight * 2 < len(wide)


def _both_count(above: list[str], below: list[str]) -> bool:
    """Two rows that both have figures are never one."""
    return all(any(is_value(text) for text in row[1:] if text) for row in (above, below))


def _over_groups(pieces: list[Piece], edges: list[list[float]]) -> list[str]:
    """Headings that each stand in the middle over equally many columns; else nothing."""
    columns = len(edges) - 1
    first_piece_right = bool(edges) and pieces[0]["x0"] > edges[0][1]
    words = not any(is_value(piece["text"]) for piece in pieces)
    if not words or not first_piece_right or not 1 < len(pieces) < columns:
        return [""] * len(edges)
    size, rest = divmod(columns, len(pieces))
    if rest:
        return [""] * len(edges)
    return ["", *(piece["text"] for piece in pieces for _ in range(size))]


def _edges(run: list[list[Piece]]) -> list[list[float]]:
    """Pieces over the same stretch of the page are one column."""
    widest = max(map(len, run))
    full = [piece for pieces in run if len(pieces) == widest for piece in pieces]
    edges: list[list[float]] = []
    for piece in sorted(full, key=lambda p: p["x0"]):
        if edges and piece["x0"] < edges[-1][1]:
            edges[-1][1] = max(edges[-1][1], piece["x1"])
        else:
            edges.append([piece["x0"], piece["x1"]])
    return edges


def _column(piece: Piece, edges: list[list[float]]) -> int:
    """The column a piece stands in; a heading over several stands in the first of them."""
    over = [i for i, (x0, x1) in enumerate(edges) if piece["x0"] < x1 and piece["x1"] > x0]
    if over:
        return over[0]
    left = [i for i, (x0, _) in enumerate(edges) if x0 <= piece["x0"]]
    return max(left[-1], 1) if left and len(edges) > 1 else 0
