"""The cells of a table in a text: what stands in a row, under a column's heading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from offences.tracing.finding.spans import EMPTY, Span

_BETWEEN = re.compile(
    r"[ \t]*\|[ \t]*|[ ]*\t[ \t]*|(?<=\S)[ ]+/[ ]+(?=\S)"
    r"|(?<=\S) {3,}(?=\S)|(?<=\S)[ ]*(?:\.{3,}|…+)[ ]*(?=\d)"
)
_SOMEWHERE_BETWEEN = ("|", "\t", " / ", "   ", "...", "…")
# A line of ages under its heading: "11: 133"
_OF_AN_AGE = re.compile(
    r"[ \t]*(?:[-•*][ \t]*)?(?P<label>\d{1,2}(?:(?:\s?[-–]\s?|\s+to\s+)\d{1,2}"
    r"|\+|[ \t]+years?(?:[ \t]+old)?)?)[ \t]*[:=][ \t]+(?P<cell>\d[\d,]*)[ \t]*"
)
# "Kent, 368, 830, 126%", under "Force, 2018/19, 2023/24, change"
_COMMA = re.compile(r",[ \t]+")
_COMMA_ROW = re.compile(
    r"[^\W\d][^\n,.;:|]{0,40}(?:,[ \t]+(?:[+-]?\d[\d,.]*(?:/\d\d|\s?%)?|n/a|-)){2,}"
)
_COMMA_HEAD = re.compile(
    r"[^\W\d][^\n,.;:|]{0,40}(?=[^\n]*\b(?:19|20)\d\d\b)"
    r"(?:,[ \t]+(?:(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?|[^\W\d][\w %()]{0,30})){2,}"
)
_RULE = re.compile(r"[\s|:+=–—-]+")
_NUMBER = re.compile(r"\W*\d")
_YEARS = re.compile(r"(?:19|20)\d\d(?:[/–-](?:(?:19|20)?\d\d))?")


@dataclass(frozen=True)
class TableCell:
    """A cell with the label of its row, the heads of its own and of the labels' column, and what
    stands above the table; a span is empty where the table has none."""

    start: int
    end: int
    label: Span
    head: Span = EMPTY
    label_head: Span = EMPTY
    caption: Span = EMPTY


@dataclass(frozen=True)
class TableLine:
    start: int
    end: int
    cells: tuple[Span, ...] = ()


def lines_and_cells(text: str) -> tuple[list[TableLine], list[TableCell]]:
    """The lines of every table of a text, and the cells that have a label, in their order."""
    lines, cells = [], []
    for table, caption in _tables(text):
        rows = [row for row in table if row.cells]
        lines += table
        has_head = _is_head(text, rows[0])
        heads = rows[0].cells if has_head else ()
        first = 0 if has_head and _YEARS.fullmatch(text, *heads[0]) else 1
        for row in rows[1:] if has_head else rows:
            label = row.cells[0] if first else EMPTY
            for n, (start, end) in enumerate(row.cells[first:], first):
                of_column = (heads[n], heads[0]) if n < len(heads) else (EMPTY, EMPTY)
                cells.append(TableCell(start, end, label, *of_column, caption))
    return lines, cells


def _tables(text: str) -> Iterator[tuple[list[TableLine], Span]]:
    """Two or more lines after each other with as many cells, and the line above them.

    A blank line may stand between the head and the first of two rows.
    """
    table: list[TableLine] = []
    caption = above = EMPTY
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        is_blank = not text[start:end].strip()
        if is_blank and len(table) == 1 and _is_head(text, table[0]):
            start = end + 1
            continue
        line = _line(text, start, end, is_inside=bool(table))
        if line and table and line.cells and not _is_of_table(text, table, line):
            yield from _if_table(table, caption)
            table = []
        if line:
            caption = caption if table else above
            table.append(line)
        else:
            yield from _if_table(table, caption)
            table = []
            if not is_blank:
                above = (start, end)
        start = end + 1
    yield from _if_table(table, caption)


def _is_of_table(text: str, table: Sequence[TableLine], line: TableLine) -> bool:
    """Whether a line has as many cells as the table; behind a blank line it is no second head."""
    is_apart = text[table[-1].end : line.start].count("\n") > 1
    is_row = not (is_apart and _is_head(text, line))
    return len(line.cells) == len(table[0].cells) and is_row


def _if_table(table: Sequence[TableLine], caption: Span) -> Iterator[tuple[list[TableLine], Span]]:
    is_apart = len(table) > 1 and table[1].start > table[0].end + 1
    if sum(bool(line.cells) for line in table) > 1 + is_apart:
        yield list(table), caption


def _line(text: str, start: int, end: int, *, is_inside: bool) -> TableLine | None:
    written = text[start:end]
    if is_inside and _RULE.fullmatch(written) and "-" in written:
        return TableLine(start, end)
    if aged := _OF_AN_AGE.fullmatch(text, start, end):
        return TableLine(start, end, (aged.span("label"), aged.span("cell")))
    inner = written.strip(" \t").removeprefix("|").removesuffix("|").strip(" \t")
    at = start + written.find(inner)
    cells = []
    is_of_commas = _COMMA_ROW.fullmatch(inner) or (not is_inside and _COMMA_HEAD.fullmatch(inner))
    if not (is_of_commas or any(each in inner for each in _SOMEWHERE_BETWEEN)):
        return None
    for gap in (_COMMA if is_of_commas else _BETWEEN).finditer(text, at, at + len(inner)):
        cells.append((at, gap.start()))
        at = gap.end()
    if not cells:
        return None
    cells.append((at, start + written.find(inner) + len(inner)))
    return TableLine(start, end, tuple(cells))


def _is_head(text: str, row: TableLine) -> bool:
    """Whether no cell but the first begins with a number that is no year."""
    return not any(_NUMBER.match(_YEARS.sub("", text[slice(*cell)])) for cell in row.cells[1:])
