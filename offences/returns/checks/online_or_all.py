"""Tables and years of which nothing says that they are online, as others say of theirs."""

import re
from collections.abc import Iterable, Iterator, Mapping

from offences.returns.labels.counted_units import OFFENCES, counted_unit
from offences.returns.labels.label_words import is_total
from offences.returns.labels.years import parse_year
from offences.returns.sheet import Position, Problem, ReadTable, SheetRow, Table
from offences.returns.tables.lines_above import TableLines
from offences.returns.tables.titles import NUMBERED

ONLINE = re.compile(r"\b(?:on-?line|cyber|internet|digital)", re.IGNORECASE)
"""The words for offences online."""
_UNTIL = re.compile(r"(?:by|until|up to|since|before|after)", re.IGNORECASE)  # the year or from it
ASKED = "Are these offences online, too?"
"""The question about what is beside offences online."""


def tables_of_all(
    tables: Iterable[tuple[Table, TableLines]], read: Iterable[ReadTable]
) -> Iterator[Problem]:
    """Ask about tables of offences, where the line of another says that its own are online.

    A line above the one of a sheet's first table is of all tables below it.
    """
    places = {(table.sheet, table.range) for table in read}
    found = [(t.sheet.name, t.range(), [*lines.own]) for t, lines in tables]
    found = [each for each in found if each[:2] in places]
    online = [each for each in found if speaks_of_online((each[0], *each[2]))]
    covered: set[str] = set()
    seen: set[str] = set()
    for each in found if online else ():
        sheet, place, lines = each
        if sheet not in seen and any(map(ONLINE.search, lines[:-1])):
            covered.add(sheet)
        seen.add(sheet)
        named = [line for line in lines if _names_offences(line)]
        if named and each not in online and sheet not in covered:
            why = f"“{named[-1][:100]}” is over this table, and another is of those online."
            yield Problem(sheet, place.partition(":")[0], f"{why} {ASKED}", stops=True)


def years_of_all(headings: Mapping[Position, str]) -> Iterator[tuple[Position, str]]:
    """The first heading of a year in each row that is not online, or of all, though others are."""
    rows = sorted({row for row, _ in headings})
    for own in ({at: t for at, t in headings.items() if at[0] == row} for row in rows):
        yield from _not_online(own)
        years = _years(own)
        of_all = {at: text for at, text in years.items() if is_total(_rest(text))}
        until = {at: text for at, text in years.items() if _UNTIL.fullmatch(_rest(text))}
        plain = [text for at, text in years.items() if at not in of_all | until]
        if (of_all or until) and plain and not any(map(_rest, plain)):
            at, text = next(iter((of_all | until).items()))
            yield at, f"“{text[:60]}” is beside years without that word. Does it count the same?"


def years_of_rows(table: Table, columns: Iterable[int]) -> Iterator[tuple[Position, str]]:
    """The first year beside the rows, or in a line between them, that is not online as others."""
    lines = [line for lines in table.sections.values() for line in lines]
    for column in columns:
        own = (row for row in (*table.body, *lines) if column in row.cells)
        yield from _not_online({(row.number, column): row.cells[column] for row in own})


def _not_online(texts: Mapping[Position, str]) -> Iterator[tuple[Position, str]]:
    years = _years(texts)
    others = {at: text for at, text in years.items() if not ONLINE.search(text)}
    if others and len(others) < len(years):
        at, text = next(iter(others.items()))
        yield at, f"“{text[:60]}” is beside years of those online. {ASKED}"


def _years(texts: Mapping[Position, str]) -> dict[Position, str]:
    return {at: t for at, t in sorted(texts.items()) if (year := parse_year(t)) and year.label}


def column_of_all(table: Table, lines: Iterable[SheetRow]) -> Iterator[tuple[Position, str]]:
    """A line “All” or “Total” that is over one column of counts, and not over the first of them."""
    later = sorted({column for (_, column), role in table.roles.items() if role == "value"})[1:]
    top = min((row.number for row in table.header), default=0)
    for line in lines:
        at = (line.number, min(line.cells))
        spans = table.sheet.spans.get(at, at)
        over_one = at[1] in later and spans[1] == at[1] and line.number == top - 1
        if len(line.cells) == 1 and over_one and is_total(line.text):
            yield at, f"“{line.text[:60]}” is over this column alone. Does it count the same?"


def _rest(heading: str) -> str:
    year = parse_year(heading)
    return year.rest if year and year.label and not year.several else ""


def speaks_of_online(texts: Iterable[str]) -> bool:
    """Whether one of some texts, as those over a table, names offences online."""
    return any(map(ONLINE.search, texts))


def _names_offences(line: str) -> bool:
    text = NUMBERED.sub("", line, count=1)
    return counted_unit(text) == OFFENCES or is_total(text)
