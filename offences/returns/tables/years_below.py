"""Years that stand below or next to their tables or rows, where those of others are above."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from offences.returns.labels.years import ReadYear
from offences.returns.sheet import Sheet, SheetRow, Table
from offences.returns.tables.cell_kinds import names_year
from offences.returns.tables.line_years import year_in_name, year_of_line
from offences.returns.tables.lines_above import TableLines

_IDLE = re.compile(  # “All figures are for”, “Period”
    r"(?:\W|\b(?:all|the|these|this|above|figures?|data|counts?|numbers?|table|is|are|was|were"
    r"|covers?|covering|relates?|to|for|of|in|time|date|reporting|period|range|year|shown)\b)*",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(?:no|nil|none|not|zero|0)\b", re.IGNORECASE)

type Found = tuple[Table, TableLines]


def year_alone(text: str) -> ReadYear | None:
    """The year that a line names, or the part of one, if it says nothing more."""
    year = year_of_line(text)
    alone = year is not None and year.label and not year.several and _IDLE.fullmatch(year.rest)
    return year if alone else None


def take_years_below(found: Sequence[Found]) -> None:
    """Give each of these tables the year below it, if the first has none above it.

    All have one below, then: without a gap above it, but below, a line between two tables is of
    the upper one. The number of a year below a single table may as well be that of its edition.
    """
    if len(found) == 1:
        _take_year_of_headings(*found[0])
    last = _line_behind([table for table, _ in found])
    if last is None or any(map(_names_year, found)):
        return
    if any(table.sections for table, _ in found):
        if len(found) == 1:
            _take_years_below_rows(found[0][0], last)
    elif len(found) == 1:
        sheet, year = found[0][0].sheet, year_alone(last.text)
        every = [*sheet.cells.values(), *sheet.lines_above, *sheet.lines_below]
        every.remove(last.text)
        idle = last.text.isdigit() or _has_words_below(sheet, last)
        if year and not (year.part or idle or any(map(year_of_line, every))):
            found[0][1].rows.append(last)
    elif own := _years_above_gaps(found, last):
        for (_, lines), row in zip(found, own, strict=True):
            lines.rows = [*(each for each in lines.rows if each not in own), row]


def _has_words_below(sheet: Sheet, line: SheetRow) -> bool:
    """Whether a line below a table heads others: “2018/19” above “See the next answer”."""
    if line.number:
        return bool(sheet.lines_below) or any(row > line.number for row, _ in sheet.cells)
    return len(sheet.lines_below) > 1


def _take_years_below_rows(table: Table, last: SheetRow) -> None:
    """Give the rows before each line the year of that line, where only below a line is a gap."""
    runs = sorted(table.sections.items())
    own = [*(line for _, lines in runs for line in lines), last]
    begin = [table.body[0].number, *(number for number, _ in runs)]
    ends = {row.number + 1 for row in table.body}
    apart = all(number > line.number + 1 for (number, _), line in zip(runs, own, strict=False))
    fit = len(own) == len(begin) == len({*begin}) and all(row.number in ends for row in own)
    if apart and fit and all(year_alone(row.text) for row in own):
        table.sections = {number: [row] for number, row in zip(begin, own, strict=True)}


def _take_year_of_headings(table: Table, lines: TableLines) -> None:
    """Take a year in the row of headings, but apart from all columns, for a line over the table."""
    row = table.header[-1] if table.header else SheetRow(0, {})
    last = max(row.cells, default=0)
    others = [column for column in table.columns() if column != last]
    if not others or last <= others[-1] + 1 or table.texts(last):
        return
    text = row.cells[last]
    year = year_alone(text)
    if year and not year.part and not any(map(_has_year, lines.texts)):
        del row.cells[last]
        if not _names_year((table, lines)):
            lines.rows.append(SheetRow(row.number, {last: text}))
        else:
            row.cells[last] = text


def _years_above_gaps(found: Sequence[Found], last: SheetRow) -> list[SheetRow]:
    """The line with a year right below each table, where there is nothing else below any."""
    own = [*(row for _, lines in found for row in lines.rows if _has_year(row.text)), last]
    ends = [table.range_end + 1 for table, _ in found]
    starts = [table.range_start - 1 for table, _ in found[1:]]
    fit = [row.number for row in own] == ends and all(map(int.__lt__, ends, starts))
    return own if fit and all(year_alone(row.text) for row in own) else []


def years_of_either(found: Sequence[Found]) -> Iterator[tuple[Table, str]]:
    """The tables whose year may be that of the table above each, with the line that names it.

    So it is where the first has no year above it, and the last one below.
    """
    tables = [table for table, _ in found]
    if _line_behind(tables) and not any(map(_has_year, found[0][1].texts)):
        for table, lines in found[1:]:
            if lines.rows and year_alone(lines.texts[0]):
                yield table, lines.texts[0]


def years_of_rows_above(table: Table) -> SheetRow | None:
    """The first line over some rows that may be of those before it, as one is below the last."""
    first = min(table.sections, default=0)
    lines = table.sections.get(first, []) if first > table.body[0].number else []
    ends = lines and _line_behind([table]) and year_alone(lines[-1].text)
    return lines[-1] if ends else None


def line_below(tables: Sequence[Table]) -> SheetRow | None:
    """The line right below the last of stacked tables, in no column of its counts alone."""
    below = _lines_below(tables)
    # “2018/19” below one may be of that one alone.
    alone = below and {*below[0].cells} & {*tables[-1].columns()[1:]}
    return below[0] if below and not alone else None


def _line_behind(tables: Sequence[Table]) -> SheetRow | None:
    """The line right below the last of stacked tables, if it names a year; none for others.

    A year with an answer in words below it is that of the answer.
    """
    line = line_below(tables)
    if line is None or not year_alone(line.text):
        return None
    return None if any(_NONE.search(row.text) for row in _lines_below(tables)[1:2]) else line


def _lines_below(tables: Sequence[Table]) -> list[SheetRow]:
    """The rows below the last of some tables; none where they are beside each other."""
    stacked = all(
        a.range_end < b.range_start or a.sheet is not b.sheet for a, b in pairwise(tables)
    )
    if not (tables and stacked):
        return []
    sheet, end = tables[-1].sheet, tables[-1].range_end
    rows: dict[int, dict[int, str]] = {}
    for (row, column), text in sorted(sheet.cells.items()):
        if row > end:
            rows.setdefault(row, {})[column] = text
    below = [SheetRow(number, cells) for number, cells in rows.items()]
    return below + [SheetRow(0, {0: text}) for text in sheet.lines_below]


def _has_year(text: str) -> bool:
    year = year_of_line(text)
    return bool(year and year.label)


def _names_year(found: Found) -> bool:
    """Whether a table names a year itself, or its sheet does."""
    table = found[0]
    rows = (*table.header, *table.body)
    named = any(names_year(text) for row in rows for text in row.cells.values())
    return named or bool(year_in_name(table.sheet.name))
