"""Tables of a text file whose columns are set out by spaces: lines become rows of cells.

Only where every number is in line with those above and below it: a cell left blank moves none then.
Where one is not, the lines stay as they are, and are asked about as numbers in one cell.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

type TextRow = tuple[int, list[str]]  # its number, and its cells

_PIECE = re.compile(r"\S+(?: \S+)*")  # words with one space between
_RULE = re.compile(r"[-=_+\s]*(?:-{3}|={3}|_{3})[-=_+\s]*")
_OTHER_SIGN = re.compile(r"[\t;|]|,(?!\d{3}\b| )")  # that separates cells
_NUMBER = re.compile(r"[<≤~]?\d[\d,]*[*%]?|[*-]")
_YEAR = re.compile(r"(?:19|20)\d\d")  # may be a heading
_SEVERAL = re.compile(r"\W*\d[\d,]*\W* (?:\W*\d[\d,]*\W* ?)+")
_FEWEST = 2  # lines of a table below its headings
_OFF = 1  # letters by which a number may be out of line


@dataclass(frozen=True)
class _Piece:
    start: int
    end: int
    text: str

    @property
    def is_number(self) -> bool:
        return bool(_NUMBER.fullmatch(self.text))


type _Line = tuple[int, list[_Piece]]


def spaced_rows(text: str) -> list[TextRow] | None:
    """The rows of a text with such tables, other lines as one cell each; None if it has none."""
    lines = [(at, line) for at, line in enumerate(text.splitlines(), 1) if line.strip()]
    found: dict[int, list[str]] = {}
    for table in _tables(lines):
        if any(_OTHER_SIGN.search(piece.text) for _, pieces in table for piece in pieces):
            return None
        found |= _cells(table)
    if not found:
        return None
    plain = ((at, line) for at, line in lines if not _RULE.fullmatch(line))
    return [(at, found.get(at) or [line.strip()]) for at, line in plain]


def _tables(lines: Iterable[tuple[int, str]]) -> list[list[_Line]]:
    """The lines of each table: from one with several pieces and no number, to the next such."""
    tables: list[list[_Line]] = []
    before = 0  # the last line of several pieces
    for at, line in lines:
        if _RULE.fullmatch(line):
            continue
        pieces = [_Piece(*each.span(), each[0]) for each in _PIECE.finditer(line)]
        heads = [piece for piece in pieces if not _YEAR.fullmatch(piece.text)]
        is_heading = len(pieces) > 1 and not any(piece.is_number for piece in heads)
        begins = at > before + 1 or not tables or not _has_counts(tables[-1])
        if is_heading and begins and not (tables and _is_heading_alone(tables[-1], at)):
            tables.append([])
        if tables:
            tables[-1].append((at, pieces))
        before = at if len(pieces) > 1 else before
    return [_without_end(table) for table in tables if _has_counts(table)]


def _is_heading_alone(table: Sequence[_Line], at: int) -> bool:
    """Whether a table has nothing but headings so far, right above a line."""
    return not _has_counts(table) and table[-1][0] >= at - 2


def _has_counts(table: Sequence[_Line]) -> bool:
    return any(len(pieces) > 1 and pieces[-1].is_number for _, pieces in table)


def _without_end(table: list[_Line]) -> list[_Line]:
    """A table without the lines of one piece below its last row."""
    last = max(at for at, (_, pieces) in enumerate(table) if len(pieces) > 1)
    return table[: last + 1]


def _cells(table: list[_Line]) -> dict[int, list[str]]:
    """The cells of each line; none where they are not in line."""
    rows = [(at, pieces) for at, pieces in table if len(pieces) > 1]
    columns = _columns([piece for _, pieces in rows for piece in pieces])
    counted = [at for at, pieces in rows if pieces[-1].is_number]
    run_on = any(_SEVERAL.fullmatch(piece.text) for _, pieces in rows for piece in pieces)
    if len(columns) < 2 or len(counted) < _FEWEST or run_on:
        return {}
    placed: dict[int, dict[int, _Piece]] = {}
    for at, pieces in table:
        own = {_place(piece, columns): piece for piece in pieces}
        if len(pieces) > 1 and len(own) < len(pieces):
            return {}
        if len(pieces) > 1 or 0 in own or pieces[0].is_number:
            placed[at] = own
    if not all(_is_in_line([own.get(at) for own in placed.values()]) for at in range(len(columns))):
        return {}
    left = columns[0][0]
    return {
        at: [
            " " * (own[column].start - left if column == 0 else 0) + own[column].text
            if column in own
            else ""
            for column in range(len(columns))
        ]
        for at, own in placed.items()
    }


def _columns(pieces: list[_Piece]) -> list[tuple[int, int]]:
    """The stretches of letters that any piece is over, from the left."""
    found: list[tuple[int, int]] = []
    for piece in sorted(pieces, key=lambda each: each.start):
        if found and piece.start < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], piece.end)
        else:
            found.append((piece.start, piece.end))
    return found


def _place(piece: _Piece, columns: Sequence[tuple[int, int]]) -> int:
    over = [
        at for at, (start, end) in enumerate(columns) if piece.start < end and start < piece.end
    ]
    return over[0] if len(over) == 1 else -1


def _is_in_line(column: Sequence[_Piece | None]) -> bool:
    """Whether the numbers of a column begin, end or have their middle in one place."""
    pieces = [piece for piece in column if piece]
    numbers = [piece for piece in pieces if piece.is_number]
    if not numbers:
        return len(pieces) > 1
    places = ([p.start for p in numbers], [p.end for p in numbers])
    middles = [p.start + p.end for p in numbers]
    return any(max(each) - min(each) <= _OFF for each in places) or (
        max(middles) - min(middles) <= 2 * _OFF
    )
