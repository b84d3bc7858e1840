"""Lists of one row per crime on a page without ruled lines: words under headings, no counts."""

from __future__ import annotations

from itertools import pairwise

from offences.returns.labels.label_words import heading_role
from offences.returns.sheet import LABEL_KINDS
from offences.returns.tables.cell_kinds import is_value, is_year_number, names_year
from offences.returns.tables.page_lines import Columns, LinePiece, PageLine, joined

type ListRows = list[list[str]]

_SLACK = 5  # points by which words may begin before their heading
_EDGE = 10_000  # beyond any page
_NO_COUNTS = ("reference", "code", "age", "year", "part", "date")


def read_list(lines: list[PageLine], first: int) -> tuple[ListRows, int, Columns]:
    """The rows of a list with its headings on a line, where it ends, and its columns.

    No rows, if there is none.
    """
    heads = lines[first].pieces
    columns = _columns_below(heads)
    if not _are_headings(heads):
        return [], first, columns
    rows, end = read_rows(lines, first + 1, columns)
    texts = [piece.text for piece in heads]
    return ([texts, *rows] if rows and _is_list(texts, rows) else []), end, columns


def read_rows(lines: list[PageLine], first: int, columns: Columns) -> tuple[ListRows, int]:
    """The rows in these columns, from a line to the first that does not fit them."""
    rows: ListRows = []
    for at in range(first, len(lines)):
        places = _places(lines[at], columns)
        further = bool(rows) and 0 not in places and lines[at - 1].is_close_above(lines[at])
        if not places or (len(places) < 2 and not further):
            return rows, at
        if not (further and len(places) * 2 <= len(columns)):
            rows.append([""] * len(columns))
        for column, piece in zip(places, lines[at].pieces, strict=True):
            rows[-1][column] = joined(rows[-1][column], piece.text)
    return rows, len(lines)


def is_row(line: PageLine, columns: Columns) -> bool:
    """Whether a line is in most of these columns, which a line above or below a list is not."""
    return len(_places(line, columns)) * 2 > len(columns)


def _columns_below(heads: tuple[LinePiece, ...]) -> Columns:
    starts = [piece.x0 - _SLACK for piece in heads]
    return tuple(pairwise([*starts, _EDGE]))


def _places(line: PageLine, columns: Columns) -> list[int]:
    """The column of each piece; nothing where one is in no column of its own."""
    found: list[int] = []
    for piece in line.pieces:
        own = [at for at, (x0, x1) in enumerate(columns) if x0 <= piece.x0 and piece.x1 <= x1]
        if not own or (found and own[0] <= found[-1]):
            return []
        found.append(own[0])
    return found


def _are_headings(pieces: tuple[LinePiece, ...]) -> bool:
    """A year or date, and the kind of crime, among at least three; no number of crimes."""
    roles = {heading_role(piece.text) for piece in pieces}
    dated = bool(roles & {"year", "part", "date"})
    words = not any(is_value(piece.text) for piece in pieces)
    return (
        len(pieces) > 2
        and dated
        and bool(roles & {*LABEL_KINDS})
        and words
        and "count" not in roles
    )


def _is_list(heads: list[str], rows: ListRows) -> bool:
    """Whether years or dates are below their heading, and no counts are below any other."""
    dated = False
    for at, heading in enumerate(heads):
        texts = [row[at] for row in rows if row[at]]
        role = heading_role(heading)
        if role in ("year", "part", "date"):
            years = sum(names_year(text) or is_year_number(text) for text in texts)
            dated = dated or years * 2 > len(texts)
        elif role not in _NO_COUNTS and sum(map(is_value, texts)) * 2 > len(texts):
            return False
    return dated
