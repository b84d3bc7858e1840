"""Counts whose labels and headings name two years, one that is not read, or two sexes."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from offences.returns.labels.label_words import (
    clean_label,
    content_role,
    heading_role,
    is_total,
    is_unknown,
    sex_of,
)
from offences.returns.labels.unread_years import unread_years
from offences.returns.labels.years import parse_year
from offences.returns.sheet import Position, Problem, SheetRow, Table
from offences.returns.tables.cell_kinds import names_year, parse_number
from offences.returns.tables.centred_headings import INSIDE
from offences.returns.tables.centred_labels import lines_inside_groups
from offences.returns.tables.changed_bands import changed_headings
from offences.returns.tables.column_years import totals_of_no_year
from offences.returns.tables.columns import TableColumns
from offences.returns.tables.label_levels import LabelMeaning, Meanings
from offences.returns.tables.meanings import unclear_totals

_SEVERAL = 2  # years in one row
_LETTERS = {"f": "female", "m": "male"}
_NO_LABEL = "“{}” names a time and was read as a label. Which year are its counts of?"
type Asked = Iterator[tuple[Position, str]]


def doubtful_axes(
    table: Table, columns: TableColumns, over: LabelMeaning, by_row: Meanings, by_column: Meanings
) -> Asked:
    """Ask about counts of which a year, sex or group is not clear; `over` are the lines."""
    yield from _count_of_two_sexes(table, by_row, by_column)
    yield from _years_inside_groups(table, columns)
    yield from _year_of_some_rows(table, over, by_row, by_column)
    yield from _year_as_label(table, by_row, by_column)
    yield from _year_in_label(table, over, by_row, by_column)
    yield from totals_of_no_year(table, by_column)
    yield from unclear_totals(table, columns)
    every = (over, *by_column.values(), *by_row.values())
    given = next((each.year.label for each in every if each.year and each.year.label), "")
    if given:  # else the table is asked about for having none
        yield from _years_not_read(table, columns, given)


def counts_of_two_years(table: Table, by_row: Meanings, by_column: Meanings) -> Iterator[Problem]:
    """Ask once about the counts that have two years: when recorded, and when committed."""
    found: dict[str, tuple[str, ...]] = {}
    dates = {column for _, column in changed_headings(table, by_column, by_row)}  # asked about
    carried = {column: _carried_year(table, column, own) for column, own in by_column.items()}
    for row in table.body:
        for column, own in by_column.items():
            meaning = own.and_then(by_row[row.number])
            if column not in row.cells or column in dates or meaning.excluded:
                continue
            if two := meaning.two_years or carried[column]:
                found[table.sheet.address(row.number, column)] = two
    if found:
        first, *others = found
        one, other = found[first]
        why = f"Two years are named for this count, {one} and {other}. Which is it of?"
        yield Problem(table.sheet.name, first, why, stops=True, also=tuple(others))


def _year_of_some_rows(
    table: Table, over: LabelMeaning, by_row: Meanings, by_column: Meanings
) -> Asked:
    """Ask about the first row of another year than the lines say, below rows of none."""
    given = over.year.label if over.year else ""
    if not given or any(own.year and own.year.label for own in by_column.values()):
        return
    dated = {n: own.year.label for n, own in by_row.items() if own.year and own.year.label}
    first = min(dated, default=0)
    rows = [row.number for row in table.body if row.number < first]
    undated = any(not by_row[number].total for number in rows)
    if (
        undated
        and given not in dated.values()
        and not _is_first_of_lines(table, len(rows), [given, *dated.values()])
    ):
        why = f"{given} is over this table, and {dated[first]} over some of its rows."
        row = next(row for row in table.body if row.number == first)
        yield (first, min(row.cells)), f"{why} Which year are the others of?"


def _is_first_of_lines(table: Table, rows: int, years: Sequence[str]) -> bool:
    """Whether the line over a table is a year alone, the next to that of lines over like rows.

    The year of the request may stand there, too.
    """
    year = parse_year(table.over[-1]) if table.over else None
    labels = [row.cells[min(row.cells)] for row in table.body]
    again = labels[rows : 2 * rows] == labels[:rows]
    starts = [int(label[:4]) for label in dict.fromkeys(years)]
    follow = {after - before for before, after in pairwise(starts)} in ({1}, {-1})
    alone = year is not None and bool(year.label) and not (year.rest or year.part)
    return again and follow and alone


def _year_as_label(table: Table, by_row: Meanings, by_column: Meanings) -> Asked:
    """Ask about the first year that is read as a label: “2017/18” under “Offence”."""
    rows = {row.number: row.cells for row in table.body}
    for number, own in by_row.items():
        for column, text in sorted(rows[number].items()):
            if _is_year_as_label(text, own):
                yield (number, column), _NO_LABEL.format(text[:60])
                return
    for row in table.header:
        for column, own in by_column.items():
            if _is_year_as_label(text := row.cells.get(column, ""), own):
                yield (row.number, column), _NO_LABEL.format(text[:60])
                return


def _year_in_label(
    table: Table, over: LabelMeaning, by_row: Meanings, by_column: Meanings
) -> Asked:
    """Ask about the first label with another year than its counts have: “Total 2017/18”."""
    given = {own.year.label for own in (over, *by_column.values()) if own.year}
    for row in table.body:
        own = by_row[row.number]
        if own.excluded or (own.year and own.year.label) or not given:
            continue
        for column, text in sorted(row.cells.items()):
            year = parse_year(text) if column not in by_column else None
            if not (year and year.label and year.rest) or year.label in given:
                continue
            named = {other for _, other in own.labels}
            is_label = not named.isdisjoint({text, clean_label(text)})  # and no remark beside it
            if (is_label and "/" in year.label) or is_total(year.rest):  # no “Rape (SOA 2003)”
                yield (row.number, column), _NO_LABEL.format(text[:60])
                return


def _is_year_as_label(text: str, own: LabelMeaning) -> bool:
    year = parse_year(text)
    is_year = year is not None and bool(year.label or year.part) and not year.rest
    named = {other for role, other in own.labels if role != "age"}
    return is_year and not own.excluded and not named.isdisjoint({text, clean_label(text)})


def _count_of_two_sexes(table: Table, by_row: Meanings, by_column: Meanings) -> Asked:
    """Ask about the first count whose labels name both, as a line “Male” over rows of girls."""
    both = next((row for row in table.body if len(_sexes(by_row[row.number])) > 1), None)
    if both:
        why = "The labels of this row name both sexes. Are its counts of girls or of boys?"
        yield (both.number, min(both.cells)), why
        return
    across = {column: one for column, own in by_column.items() if (one := _sex(own))}
    for row in table.body:
        own = _sex(by_row[row.number])
        for column in row.cells.keys() & across.keys() if own else ():
            if across[column] != own:
                why = "Both sexes are named for this count, by its row and by its column."
                yield (row.number, column), f"{why} Which is it of?"
                return


def _sex(meaning: LabelMeaning) -> str:
    found = _sexes(meaning)
    return found.pop() if len(found) == 1 else ""


def _sexes(meaning: LabelMeaning) -> set[str]:
    """The sexes that labels name, each one; none where they are of no counts."""
    named = (t for role, t in meaning.labels if role == "sex" or content_role(t) == "sex")
    found = {_LETTERS.get(text.casefold()) or sex_of(text) for text in named}
    return set() if meaning.excluded else found - {""}


def _carried_year(table: Table, column: int, own: LabelMeaning) -> tuple[str, str] | None:
    """A column's year and another, of the heading to the left in a row of several years.

    “2023/24 · ·” over “Girls Boys Unknown” is of all three, also where “2024/25” is over one.
    """
    if not own.year or not own.year.label:
        return None
    for row in (row for row in table.header if column not in row.cells):
        years = {c: y.label for c, text in row.cells.items() if (y := parse_year(text)) and y.label}
        left = max((c for c in row.cells if c < column), default=None)
        if left not in years or len({*years.values()}) < _SEVERAL:
            continue
        if all(names_year(row.cells[c]) for c in years) and years[left] != own.year.label:
            return years[left], own.year.label
    return None


def _groups_of_columns(lowest: SheetRow, columns: TableColumns) -> list[list[int]]:
    """The columns of counts in groups with the same headings; none without such groups."""
    size = _size_of_groups([lowest.cells.get(column, "") for column in columns.data])
    whole = len(columns.data) - len(columns.data) % size if size else 0
    return [[*columns.data[at : at + size]] for at in range(0, whole, size or 1)]


def _years_inside_groups(table: Table, columns: TableColumns) -> Asked:
    """Ask about the first year that begins within a group: over “Boys” of “Girls, Boys”.

    One over a group's first column has all of it; another year in the middle, nobody knows what.
    """
    *upper, lowest = table.header or [SheetRow(0, {})]
    starts = [group[0] for group in _groups_of_columns(lowest, columns)]
    for row in upper if starts else ():
        years = {c: y.label for c, text in row.cells.items() if (y := parse_year(text)) and y.label}
        for column in (c for c in columns.data if c in years and c not in starts):
            start = max(c for c in starts if c < column)
            if start == starts[0] and start not in years and {*starts[1:]} <= years.keys():
                continue  # the columns before it are asked about, and no others may be wrong
            if years[column] != years.get(start):
                yield (row.number, column), INSIDE.format(row.cells[column][:60], "columns")
                return
    yield from _labels_inside_groups(table, columns)
    yield from lines_inside_groups(table, columns)


def _labels_inside_groups(table: Table, columns: TableColumns) -> Asked:
    """Ask about the first label beside the last row of a group, as one in the middle of two is."""
    for column, inner in pairwise(columns.labels):
        size = _size_of_groups([row.cells.get(inner, "") for row in table.body])
        groups = any(column not in row.cells for row in table.body)  # else each has its own
        for at, row in enumerate(table.body if size and groups else ()):
            first = table.body[at - at % size].cells.get(column)
            if at % size and column in row.cells and row.cells[column] != first:
                yield (row.number, column), INSIDE.format(row.cells[column][:60], "rows")
                return


def _size_of_groups(headings: Sequence[str]) -> int:
    """After how many columns headings are repeated to the end, but for a last one; else 0."""
    size = next((at for at in range(1, len(headings)) if headings[at] == headings[0]), 0)
    first, rest = [*headings[:size]], len(headings) % size if size else 0
    if size < 2 or len(headings) < 2 * size or rest > 1 or not all(first) or len({*first}) < size:
        return 0
    same = all(heading == first[at % size] for at, heading in enumerate(headings[: -rest or None]))
    return size if same else 0


def _years_not_read(table: Table, columns: TableColumns, given: str) -> Asked:
    """Ask about the first year in a spelling that is not read, where another is given to it."""
    ask = f"its counts were read as of {given}. Which year are they of?"
    for row in table.header:
        over = {text: column for column, text in row.cells.items() if column in columns.data}
        for text in unread_years(over)[:1]:
            yield (row.number, over[text]), f"“{text[:60]}” seems to be a year, and {ask}"
            return
    for column in columns.labels:
        below = {row.cells[column]: row.number for row in table.body[::-1] if column in row.cells}
        below = dict(reversed(below.items()))  # each where it is first, from the top
        heading = table.heading(column)
        unread = unread_years(below)
        others = [*filter(_is_no_other, below)] if heading_role(heading) == "year" else []
        if unread or len(others) * 2 > len(below):
            first = (unread or others)[0]
            under = f" is under “{heading[:60]}”" if heading else " seems to be a year"
            yield (below[first], column), f"“{first[:60]}”{under}, and {ask}"
            return


def _is_no_other(text: str) -> bool:
    """Whether a label below “Year” is neither a year nor a part of one, an age or a total."""
    year = parse_year(text)
    if names_year(text) or (year and (year.label or year.part or year.several)):
        return False
    idle = is_total(text) or is_unknown(text) or content_role(text) != ""
    return not idle and parse_number(text) is None
