"""The meaning of the headings over each column of counts."""

import re
from collections.abc import Iterator

from offences.returns.labels.label_words import (
    content_role,
    heading_role,
    is_generic,
    is_total,
    is_unknown,
)
from offences.returns.labels.no_counts import is_no_count
from offences.returns.labels.numbered_times import names_unit, numbered_parts, unit_of_numbers
from offences.returns.labels.plain_years import start_of_plain_years
from offences.returns.sheet import LABEL_KINDS, Position, SheetRow, Table
from offences.returns.tables.cell_kinds import is_year_number, names_year
from offences.returns.tables.column_years import column_years
from offences.returns.tables.columns import FRACTIONS, TableColumns
from offences.returns.tables.group_totals import GroupTotals
from offences.returns.tables.label_levels import NOTHING, LabelLevel, LabelMeaning, role_of
from offences.returns.tables.parts_of_lines import part_columns

type Starts = dict[int, int]  # column → the column in which the heading over it is written


def column_meanings(
    table: Table, columns: TableColumns, *, dated: bool = False
) -> dict[int, LabelMeaning]:
    """The meaning of the headings above each column of counts; `dated`: the year is elsewhere."""
    for row in table.header:  # the headings over labels, which name the labels' kind
        table.roles |= {(row.number, c): "label" for c in columns.labels if c in row.cells}
    levels = heading_levels(table, columns)
    starts_at, ending = start_of_plain_years(texts_above(table)), ending_of_years(table)
    meaning = dict.fromkeys(columns.data, NOTHING)
    hints = dict.fromkeys(columns.data, _hint_of_lines(table))
    timed = dict.fromkeys(columns.data, _unit_across(table, columns))
    for number, starts in enumerate(levels):
        row = table.header[number]
        if _is_row_of_column_numbers(table, number):
            table.roles |= {(row.number, column): "label" for column in row.cells}
            continue
        axes = _axes(table, number, levels)
        table.roles |= {(row.number, starts[column]): "label" for column in axes}
        corner = _hint_of_corner(row.cells.get(min(columns.labels, default=0), ""))
        below = {c: start for c, start in starts.items() if c not in axes}
        for hint, unit in dict.fromkeys((hints[c], timed[c]) for c in below):
            own = [c for c in below if (hints[c], timed[c]) == (hint, unit)]
            known = dated or any(meaning[c].year for c in own)
            texts = [row.cells[starts[c]] for c in own]
            level = LabelLevel(texts, hint or corner, known, starts_at, ending, timed=unit)
            table.doubts |= {(row.number, starts[own[0]])} if level.may_be_ages else set()
            for column, group in zip(own, level.groups(), strict=True):
                read = level.read(row.cells[starts[column]], group)
                meaning[column] = meaning[column].and_then(read)
                table.roles[row.number, starts[column]] = role_of(read)
        hints |= dict.fromkeys(below, "") | axes
        timed |= {c: t for c, s in starts.items() if names_unit(t := row.cells[s])}
    meaning |= column_years(table, meaning)
    parents = part_columns(table, groups_of_columns(table, columns)).parents
    for column, parent in sorted(parents.items()):
        meaning[column] = meaning[parent].without_total().and_then(meaning[column])
    return meaning


def _unit_across(table: Table, columns: TableColumns) -> str:
    """The corner or line that says that numbers over the columns are of months or weeks."""
    first = min(columns.labels, default=0)
    corner = next((row.cells[first] for row in table.header[::-1] if first in row.cells), "")
    if second := axes_of_corner(corner)[1]:
        return second if unit_of_numbers(second) else ""
    rows = [text for text in table.texts(first) if not is_total(text)]
    numbers = sum(text.isdigit() for text in rows) * 2 > len(rows)
    if sum(map(names_year, rows)) * 2 > len(rows):
        return ""  # the months are those of the rows
    if unit_of_numbers(corner):
        return "" if numbers else corner
    by_age = heading_role(corner) == "age"
    return unit_of_lines(table) if by_age or not numbers else ""


def unit_of_lines(table: Table) -> str:
    """The nearest line above a table that says that its counts are by month or by week."""
    return next((text for text in reversed(table.over) if names_unit(text)), "")


def _is_row_of_column_numbers(table: Table, number: int) -> bool:
    """Whether a row of headings counts the columns from 1, which have words of their own too."""
    row = table.header[number]
    first = table.columns()[0]
    columns = [c for c in row.cells if c != first]
    texts = [row.cells[c].strip("()[].") for c in columns]
    others = [each for each in table.header if each is not row]
    worded = any(all(c in each.cells for c in columns) for each in others)
    lines = (text for each in (*table.above, *table.header) for text in each.cells.values())
    named = any(heading_role(text) == "age" for text in lines)
    starts = 2 if row.cells.get(first, "").strip("()[].") == "1" else 1
    counted = texts == [*map(str, range(starts, len(texts) + starts))]
    return counted and len(texts) > 1 and worded and not named


def texts_above(table: Table) -> list[str]:
    """The headings of a table, the line over them and its sheet, which say how years are named."""
    over = [text for row in (*table.above[-1:], *table.header) for text in row.cells.values()]
    return over if table.sheet.in_page else [table.sheet.name, *over]


_ENDING = re.compile(
    r"\b((?:years?|yr|f\.?y\.?|(?:\d{1,2}|\w+) months|month|quarter|half[ -]year)"
    r" (?:ending|ended|end|up to|to)(?: on| in)?)\W*",
    re.IGNORECASE,
)


def ending_of_years(table: Table) -> str:
    """The words that make the dates below or beside them ends: “Year ending” over “March 2020”."""
    found = (
        each
        for text in texts_above(table)
        for each in _ENDING.finditer(text)
        if each.end() == len(text)
    )
    return next((each[1] for each in found), "")


def _axes(table: Table, number: int, levels: list[Starts]) -> dict[int, str]:
    """The columns over which a heading only names the axis of the headings below it.

    Over years it is a label of its own, unless it is over all columns.
    """
    found: dict[int, str] = {}
    starts, row = levels[number], table.header[number]
    columns: dict[int, list[int]] = {}
    for column, start in starts.items():
        columns.setdefault(start, []).append(column)
    for start, over in columns.items():
        lower = zip(table.header[number + 1 :], levels[number + 1 :], strict=True)
        below = [h.cells[each[c]] for h, each in lower for c in over if c in each]
        if role := axis_of(row.cells[start], below, whole=len(over) == len(starts)):
            found |= dict.fromkeys(over, role)
    return found


def axis_of(text: str, below: list[str], *, whole: bool = False) -> str:
    """The role that a heading or a line gives to the labels below it, if it names their axis.

    “Website” over a count and its percentage, beside “Snapchat” over two as those, names none.
    """
    if numbered_parts(below, text):
        return "part"
    if not whole and below and all(is_generic(each) or is_no_count(each) for each in below):
        return ""
    role = heading_role(text)
    if role not in (*LABEL_KINDS, "year", "part") or not (below and _names_axis(text)):
        return ""
    if role not in LABEL_KINDS:
        return role
    known = (each for each in below if content_role(each) != "age")
    dated = sum(names_year(each) or is_year_number(each) for each in known)
    if dated * 2 > len(below):
        return role if whole else ""
    fits = sum(content_role(each) in ("", role) or is_unknown(each) for each in below)
    return role if fits * 2 > len(below) else ""


def _names_axis(text: str) -> bool:
    return not any(map(str.isdigit, text))


def _hint_of_lines(table: Table) -> str:
    """A line right over the headings that names their axis: “Victim age”."""
    line = table.above[-1].text if table.above else ""
    if len(line) > 30 or ":" in line or not _names_axis(line):
        return ""
    role = heading_role(line)
    return role if role in ("age", "sex", "platform", "year", "part") else ""


def _hint_of_corner(corner: str) -> str:
    """A corner names the labels below it; where it names two axes, the second is across."""
    role = heading_role(axes_of_corner(corner)[1])
    return role if role in (*LABEL_KINDS, "year") else ""


def axes_of_corner(corner: str) -> tuple[str, str]:
    """The axis down and the one across that a corner names: “Offence by Month”."""
    for between in (" by ", " / ", "\\", " v ", " vs "):
        first, found, second = corner.partition(between)
        if found and (heading_role(second) or unit_of_numbers(second)):
            return (first.strip(), second.strip()) if heading_role(first) else (corner, "")
    return corner, ""


def groups_of_columns(table: Table, columns: TableColumns) -> dict[int, tuple[int, ...]]:
    """For each column of counts, the columns in which the headings above its own are written."""
    upper = heading_levels(table, columns)[:-1]
    return {column: tuple(each.get(column, 0) for each in upper) for column in columns.data}


def heading_levels(table: Table, columns: TableColumns) -> list[Starts]:
    levels = []
    for number, row in enumerate(table.header):
        starts = _starts(table, row, columns.data)
        reached = (c for c in starts if _reaches(table, number, starts[c], c, columns.data[0]))
        levels.append({column: starts[column] for column in reached})
        owned = levels[-1] | GroupTotals(table, columns.data, number, levels).owners
        levels[-1] = {column: start for column, start in sorted(owned.items()) if start}
    return levels


def unclear_totals(table: Table, columns: TableColumns) -> Iterator[tuple[Position, str]]:
    """Ask about totals beside groups of columns, which may be of one group or of all."""
    levels = heading_levels(table, columns)
    for number in range(len(levels)):
        yield from GroupTotals(table, columns.data, number, levels).questions


def _starts(table: Table, row: SheetRow, columns: tuple[int, ...]) -> Starts:
    """The column, here or to the left, in which the heading over each column is written.

    That of the first may be over the share before it: “%” and “Number” under each year.
    """
    starts: Starts = {}
    first = min(columns, default=0)
    while table.excluded.get(first - 1) == FRACTIONS:
        first -= 1
    for column in range(first, columns[-1] + 1) if columns else ():
        if column in row.cells:
            starts[column] = column
        elif column - 1 in starts:
            starts[column] = starts[column - 1]
    return {column: starts[column] for column in columns if column in starts}


def _reaches(table: Table, number: int, start: int, column: int, first: int) -> bool:
    """Whether a heading written once also covers a column further right."""
    row, above, below = table.header[number], table.header[:number], table.header[number + 1 :]
    if start == column:
        return True
    if span := table.sheet.spans.get((row.number, start)):
        return column <= span[1]
    if any(start < c <= column for upper in above for c in _heads(upper, first)):
        return False
    if not any(column in lower.cells for lower in below):
        return False
    groups = sorted(c for c in row.cells if first <= c <= start)
    return not _is_total_of_all(groups, column, below)


def _heads(row: SheetRow, first: int) -> list[int]:
    """The columns in which headings begin; a text alone in its row, “FOI 123/23”, is over none."""
    own = [column for column in row.cells if column >= first]
    text = row.cells[own[0]] if len(own) == 1 else ""
    known = names_year(text) or is_total(text) or content_role(text) or heading_role(text)
    return own if known or is_year_number(text) or len(own) > 1 else []


def _is_total_of_all(groups: list[int], column: int, below: list[SheetRow]) -> bool:
    """A total behind the last group, where the groups before it have none of their own."""
    lowest = next((lower for lower in reversed(below) if column in lower.cells), None)
    if lowest is None or not is_total(lowest.cells[column]) or len(groups) < 2:
        return False
    if any(is_total(text) for c, text in lowest.cells.items() if groups[-1] <= c < column):
        return True
    before = [t for c, t in lowest.cells.items() if groups[-2] <= c < groups[-1]]
    return not any(is_total(text) for text in before)


def heading_of(table: Table, column: int) -> str:
    """The whole heading of a column, for a sentence."""
    return " ".join(h.cells[column] for h in table.header if column in h.cells)
