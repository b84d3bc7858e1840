"""Tables of a text: cells between bars, tabs, commas or spaces, one row a line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from operator import and_, or_

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
    re.compile(
        r"(?<=[\w\])%–-])(?<![ ]to)(?<![ ]and)[ ]"
        r"(?=[\d\[(<*–-]|(?:nil|none|no|zero|withheld|hidden|suppressed)\b)"
    ),
    re.compile(r"[ ]"),
)
_RULE = re.compile(r"[\s|:+=–—-]*[–—-]{2,}[\s|:+=–—-]*")
_NUMERIC = re.compile(
    r"[\[(\"“‘<≤ ]*(?:\d|(?:nil|none|zero|nought|withheld|hidden|suppressed)\b|[–—*-]+$|\[?\w\]$)",
    re.IGNORECASE,
)
_BARE = re.compile(r"\d{1,2}(?:\s?[–-]\s?\d{1,2})?")
_DATA = re.compile(r"[^,;\n]+(?:[,;](?! )[^,;\n]*)+")
_THOUSANDS = re.compile(r"(?<![\d/,])\d{1,3},\d{3}\b(?!,)")
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
            if place >= 0:
                found.append(other[place])
        return found


def tables_in(text: str) -> Iterator[TextTable]:
    """Every table of a text: two lines or more, or one line of data."""
    lines = [*_lines(text)]
    runs = [_runs(text, lines, each) for each in (*_SEPARATORS, *_SPACES)]
    start = 0
    while start < len(lines):
        found = max((of[start].rows_from(start) for of in runs if start in of), key=len, default=[])
        if not found:
            start += 1
            continue
        table = TextTable(found, _caption(text, lines, start))
        yield table
        while start < len(lines) and lines[start][0] < table.span[1]:
            start += 1


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


class _Run:
    """Lines in a row whose cells are parted in one way: each of them may begin a table.

    What holds of all rows from one on is found once for all of them, so that long texts need
    no more than one look at each line.
    """

    def __init__(self, text: str, separator: re.Pattern[str]) -> None:
        self._text, self._separator = text, separator
        self._rows: list[Row] = []
        self._places: dict[int, int] = {}

    def add(self, line: int, row: Row) -> None:
        """Takes in the next line."""
        self._places[line] = len(self._rows)
        self._rows.append(row)

    def rows_from(self, line: int) -> list[Row]:
        """The rows of the table that begins with a line, if it is one."""
        place = self._places[line]
        return self._rows[place:] if self._is_table(place) else []

    def _is_table(self, place: int) -> bool:
        """Whether some rows hold numbers; between commas or words, nothing but data will do."""
        if not self._has_numbers[place]:
            return False
        if self._separator in _DRAWN:
            return True
        many, first = len(self._rows) - place, self._rows[place]
        rest = place + 1 if many > 1 else place
        if not self._is_even[place]:
            return False
        if self._separator in _SPACES:
            has_columns = many > 1 and len(first) > 2 and self._are_filled[rest]
            return has_columns or (len(first) == 2 and self._is_of_two_numbers(place))
        line = self._text[first[0][0] : first[-1][1]]
        is_short = all(end - start < _SHORT for start, end in first)
        return self._end_in_data[rest] and (
            many > 1 or bool(is_short and _DATA.fullmatch(line) and not _THOUSANDS.search(line))
        )

    def _is_of_two_numbers(self, place: int) -> bool:
        """Whether most rows are an age and a number, the ages one after another: "10 6"."""
        rows = self._rows[place:]
        ages = [m for row in rows if (m := _BARE.fullmatch(self._text, *row[0]))]
        ends = [sorted(map(int, m[0].replace("–", "-").split("-"))) for m in ages]
        steps = [max(b[0] - a[-1], a[0] - b[-1]) for a, b in pairwise(ends)]
        are_in_a_row = 2 * steps.count(1) > len(steps)
        return are_in_a_row and len(ages) > max(2, len(rows) / 2)

    @cached_property
    def _has_numbers(self) -> list[bool]:
        found = [any(map(self._is_number, row[1:])) for row in self._rows]
        return [*accumulate(reversed(found), or_)][::-1]

    @cached_property
    def _is_even(self) -> list[bool]:
        lengths = [*map(len, self._rows)]
        same = [a == b for a, b in pairwise([*lengths, lengths[-1]])]
        return _of_all_from(same)

    @cached_property
    def _are_filled(self) -> list[bool]:
        return _of_all_from(all(map(self._is_number, row[1:])) for row in self._rows)

    @cached_property
    def _end_in_data(self) -> list[bool]:
        ends = (row[-1] for row in self._rows)
        return _of_all_from(self._is_number(end) or end[1] - end[0] < _SHORT for end in ends)

    def _is_number(self, cell: Span) -> bool:
        return _NUMERIC.match(self._text, *cell) is not None


def _of_all_from(found: Iterable[bool]) -> list[bool]:
    return [*accumulate(reversed([*found]), and_)][::-1]


def _runs(text: str, lines: Sequence[Span], separator: re.Pattern[str]) -> dict[int, _Run]:
    """The run that each line of cells belongs to; a drawn rule parts none."""
    found: dict[int, _Run] = {}
    run: _Run | None = None
    for number, line in enumerate(lines):
        if run and _RULE.fullmatch(text, *line):
            continue
        cells = _cells(text, line, separator)
        if len(cells) < 2 or any(end - begin > _LONG for begin, end in cells):
            run = None
            continue
        run = run or _Run(text, separator)
        run.add(number, cells)
        found[number] = run
    return found


def _cells(text: str, line: Span, separator: re.Pattern[str]) -> Row:
    start, end = line
    start = item.end() if (item := _ITEM.match(text, start, end)) else start
    if separator is _DRAWN[0]:  # one bar at either end parts nothing; the next one an empty cell
        start = end - len(text[start:end].lstrip(" ").removeprefix("|"))
        end = start + len(text[start:end].rstrip(" ").removesuffix("|"))
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
