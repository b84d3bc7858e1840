"""Tables of a text: cells between bars, tabs, commas or spaces, one row a line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

type Span = tuple[int, int]
type Row = list[Span]

_SEPARATORS = tuple(
    re.compile(each)
    for each in (
        r"[ ]*\|[ ]*",
        r"[ ]*\t[ ]*",
        r"[ ]*;[ ]*",
        r"[ ]*,(?!(?<=\d,)\d{3}\b(?!/))[ ]?",
        r"[ ]*,[ ]?",
        r"[ ]{2,}",
        r"[ ]*/[ ]+|[ ]+/[ ]*",
        r"[ ]*[:=][ ]+|[ ]+[–—-][ ]+",
    )
)
_DRAWN = _SEPARATORS[:2]
_SPACES = (
    re.compile(r"(?<=[\w\])%–-])[ ](?=[\d\[(<*–-]|(?:nil|none|no|zero)\b)"),
    re.compile(r"[ ]"),
)
_RULE = re.compile(r"[\s|:+=–—-]*[–—-]{2,}[\s|:+=–—-]*")
_NUMERIC = re.compile(
    r"[\[(\"“‘<≤ ]*(?:\d|(?:nil|none|zero|nought)\b|[–—*-]+$|\[?\w\]$)", re.IGNORECASE
)
_DATA = re.compile(r"[^,;\n]+(?:[,;](?! )[^,;\n]*)+")
_LONG = 60
"""No cell of a table is a sentence."""
_SHORT = 30
_ITEM = re.compile(r"[ ]*[-•●▪–*][ ]+")
_EDGE = " \t|•*\"'“”‘’"


@dataclass(frozen=True)
class TextTable:
    """The rows of a table, the lines right above it, and where each cell stands."""

    rows: list[Row]
    caption: Span

    @property
    def span(self) -> Span:
        return self.rows[0][0][0], self.rows[-1][-1][1]

    def header(self, row: int, cell: int) -> list[Span]:
        """The cells over a cell, in a row of as many; where one has fewer, from the right."""
        own = self.rows[row]
        found = []
        for other in self.rows[:row]:
            place = cell - len(own) + len(other)
            if place >= 0 and len(other) > 1:
                found.append(other[place])
        return found


def tables_in(text: str) -> Iterator[TextTable]:
    """Every table of a text: two lines or more, or one line of data."""
    lines = [*_lines(text)]
    start = 0
    while start < len(lines):
        found = max(
            (_run(text, lines, start, each) for each in (*_SEPARATORS, *_SPACES)),
            key=len,
            default=[],
        )
        if not found:
            start += 1
            continue
        yield TextTable(found, _caption(text, lines, start))
        end = found[-1][-1][1]
        while start < len(lines) and lines[start][0] < end:
            start += 1


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _run(text: str, lines: Sequence[Span], start: int, separator: re.Pattern[str]) -> list[Row]:
    """The rows of the table that begins with a line, if cells are parted so."""
    rows: list[Row] = []
    for line in lines[start:]:
        if rows and _RULE.fullmatch(text, *line):
            continue
        cells = _cells(text, line, separator)
        if len(cells) < 2 or any(end - begin > _LONG for begin, end in cells):
            break
        rows.append(cells)
    return rows if _is_table(text, rows, separator) else []


def _is_table(text: str, rows: Sequence[Row], separator: re.Pattern[str]) -> bool:
    """Whether some rows hold numbers; between commas or words, nothing but data will do."""
    if not any(_NUMERIC.match(text, *cell) for row in rows for cell in row[1:]):
        return False
    if separator in _DRAWN:
        return True
    is_even = len({len(row) for row in rows}) == 1
    if separator in _SPACES:
        is_filled = all(_NUMERIC.match(text, *cell) for row in rows[1:] for cell in row[1:])
        return is_even and is_filled and len(rows) > 1 and len(rows[0]) > 2
    ends = (row[-1] for row in (rows[1:] if len(rows) > 1 else rows))
    is_data = all(_NUMERIC.match(text, *end) or end[1] - end[0] < _SHORT for end in ends)
    line = text[rows[0][0][0] : rows[0][-1][1]]
    is_short = all(end - start < _SHORT for start, end in rows[0])
    return is_data and is_even and (len(rows) > 1 or bool(is_short and _DATA.fullmatch(line)))


def _cells(text: str, line: Span, separator: re.Pattern[str]) -> Row:
    start, end = line
    start = item.end() if (item := _ITEM.match(text, start, end)) else start
    if separator is _DRAWN[0]:  # a bar at either end parts nothing
        line_text = text[start:end]
        start += len(line_text) - len(line_text.lstrip(" |"))
        end = max(start, end - len(line_text) + len(line_text.rstrip(" |")))
        start -= line_text.lstrip().startswith("||") or line_text.startswith("| |")
    cuts = [(start, start), *(m.span() for m in separator.finditer(text, start, end)), (end, end)]
    return [_trimmed(text, a[1], b[0]) for a, b in pairwise(cuts)]


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _caption(text: str, lines: Sequence[Span], start: int) -> Span:
    """The line above a table, or the one before an empty line."""
    for first, last in reversed(lines[max(0, start - 2) : start]):
        if text[first:last].strip():
            return first, last
    return lines[start][0], lines[start][0]
