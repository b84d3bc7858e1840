"""The rows and columns by which a list is counted: no totals; of two ages, the victim's."""

import re
from collections.abc import Iterator

from offences.returns.labels.accused_words import names_accused, names_victims
from offences.returns.labels.label_words import is_total
from offences.returns.labels.years import parse_day
from offences.returns.sheet import Problem, SheetRow, Table
from offences.returns.tables.cell_kinds import is_year_number, names_year, parse_number

_OF_PERSONS = ("age", "sex")
_GROUPED = re.compile(r"\b(?:group|band|range|bracket|category)", re.IGNORECASE)
_LATER = re.compile(r"\b(?:report|record|extract|now|current|today)", re.IGNORECASE)


def without_accused(table: Table, roles: dict[int, str]) -> dict[int, str]:
    """The roles of columns, but no age or sex of those who are accused."""
    return {
        c: "" if role in _OF_PERSONS and _is_of_accused(table, c) else role
        for c, role in roles.items()
    }


def _is_of_accused(table: Table, column: int) -> bool:
    """Whether the nearest heading that names either the accused or victims names no victims."""
    for heading in reversed([*_heading_parts(table, column)]):
        if names_victims(heading) or names_accused(heading):
            return not names_victims(heading)
    return False


def keep_one_column(table: Table, roles: dict[int, str]) -> list[Problem]:
    """Leave one column for an age and one for a sex in `roles`, and ask where that is a guess."""
    problems = []
    for role in _OF_PERSONS:
        columns = [c for c, own in roles.items() if own == role]
        groups = [c for c in columns if _GROUPED.search(table.heading(c))]
        single = [c for c in columns if c not in groups]
        if len(groups) == 1 and len(single) == 1 and _is_grouping(table, single[0], groups[0]):
            roles[single[0]] = ""
            continue
        if len(columns) < 2 or all(table.texts(c) == table.texts(columns[0]) for c in columns):
            continue
        kept = min(columns, key=lambda c: _rank(table, c))
        roles |= {c: "" for c in columns if c != kept}
        names = " and ".join(f"“{headings_of(table, c)[:60]}”" for c in columns)
        read = headings_of(table, kept)[:60]
        why = f"{names} both give the {role}. “{read}” was read: is it meant?"
        row = table.header[-1].number
        problems.append(Problem(table.sheet.name, table.sheet.address(row, kept), why, stops=True))
    return problems


def _rank(table: Table, column: int) -> tuple[bool, bool, int]:
    """First the victim's, then what was so at the offence, then the first."""
    heading = headings_of(table, column)
    return not names_victims(heading), bool(_LATER.search(heading)), column


def _is_grouping(table: Table, single: int, group: int) -> bool:
    """Whether each value of one column has one value of the other."""
    pairs = {(row.cells.get(single, ""), row.cells.get(group, "")) for row in table.body}
    return len({one for one, _ in pairs}) == len(pairs)


def headings_of(table: Table, column: int) -> str:
    """All headings over a column, also those written once over several."""
    return " ".join(_heading_parts(table, column))


def _heading_parts(table: Table, column: int) -> Iterator[str]:
    lowest = len(table.header) - 1
    for number, row in enumerate(table.header):
        start = max((c for c in row.cells if c <= column), default=0)
        span = table.sheet.spans.get((row.number, start))
        reaches = column <= span[1] if span else number < lowest
        if start and (start == column or reaches):
            yield row.cells[start]


_MOST_OF_TOTAL = 2  # cells of such a row, without its year: the word and its number
_TOTAL = re.compile(r"\b(?:sub)?-?totals?\b", re.IGNORECASE)


def rows_of_totals(table: Table) -> set[int]:
    """The rows of a list that are no crimes, but count those above them: “Total | 34”."""
    return {row.number for row in table.body if _is_total_row(row)}


def _is_total_row(row: SheetRow) -> bool:
    """Whether few cells of a row say “Total”, or “All” with no year: a crime may be of “Both”."""
    words = [text for text in row.cells.values() if is_total(text)]
    dates = [text for text in row.cells.values() if text not in words and _is_dated(text)]
    named = any(map(_TOTAL.search, words)) or (bool(words) and not dates)
    return named and len(row.cells) - len(dates) <= _MOST_OF_TOTAL


def _is_dated(text: str) -> bool:
    return names_year(text) or is_year_number(text) or parse_day(text) is not None


def wrong_totals(table: Table) -> Iterator[Problem]:
    """The totals of a list that count neither all rows above them nor those since the last one."""
    totals = rows_of_totals(table)
    rows = since = 0
    for row in table.body:
        if row.number not in totals:
            rows, since = rows + 1, since + 1
            continue
        for column, why in _faults_of_total(row, rows, since):
            place = table.sheet.address(row.number, column)
            yield Problem(table.sheet.name, place, why, stops=True)
        since = 0


def _faults_of_total(row: SheetRow, rows: int, since: int) -> Iterator[tuple[int, str]]:
    """The columns of a total that state no right number, and a question about each."""
    others = {c: text for c, text in row.cells.items() if not is_total(text)}
    if any(parse_number(text) in (rows, since) for text in others.values()):
        return
    for column, text in others.items():
        stated = parse_number(text)
        if _is_dated(text):
            why = f"This row is of “{text[:60]}” and says that it is a total: it was not counted."
            yield column, f"{why} Is it a crime?"
        else:
            number = f"“{text[:60]}”" if stated is None else f"{stated:,}"
            why = f"This total of the list is {number}, and {rows:,} rows are above it."
            yield column, f"{why} Is every crime there?"
