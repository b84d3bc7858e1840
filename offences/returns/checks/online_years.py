"""Years of which nothing says that they are online, where the same counts of others are.

The word may be in the name of a sheet, in a line above a table or within it, in a heading over a
column or beside a row. Where one year has both, all and online, they are two different counts.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from offences.returns.checks.online_or_all import ASKED, ONLINE, speaks_of_online
from offences.returns.labels.label_words import is_generic
from offences.returns.sheet import Observation, Problem, ReadTable, Table, parse_address
from offences.returns.tables.lines_above import TableLines

_FLAGGED = re.compile(
    rf"{ONLINE.pattern}\w*|\b(?:flagged|flags?|related|enabled|element|recorded|marked|all)\b",
    re.IGNORECASE,
)

type _Key = tuple[tuple[str, str], ...]
type _Counts = dict[_Key, list[tuple[bool, ReadTable, Observation]]]


def years_not_online(
    tables: Iterable[tuple[Table, TableLines]], read: Iterable[ReadTable], asked: Iterable[Problem]
) -> Iterator[Problem]:
    """Ask about the first count of a year that is not online, where its like of others is.

    One question about this is enough.
    """
    if any(ASKED in each.message for each in asked):
        return
    for counts in _by_labels(tables, read).values():
        online = {each.year for is_online, _, each in counts if is_online}
        plain = {each.year for is_online, _, each in counts if not is_online}
        if online and plain and not online & plain:
            _, table, first = next(each for each in counts if not each[0])
            others = f"Counts of {min(filter(None, online))} are called online here"
            why = f"{others}, and those of {first.year} are not."
            yield Problem(table.sheet, first.cell, f"{why} {ASKED}", stops=True)
            return


def _by_labels(tables: Iterable[tuple[Table, TableLines]], read: Iterable[ReadTable]) -> _Counts:
    """The counts of all tables by what they are of, each with whether its words say online.

    None where no words do, as in most files.
    """
    results = {(each.sheet, each.range): each for each in read}
    places: list[tuple[ReadTable, _Online]] = []
    covered: set[str] = set()  # sheets in which a line above the first table is of all of them
    seen: set[str] = set()
    for table, lines in tables:
        sheet = table.sheet
        if sheet.name not in seen and speaks_of_online([*sheet.lines_above, *lines.own[:-1]]):
            covered.add(sheet.name)
        seen.add(sheet.name)
        over = sheet.name in covered or speaks_of_online([sheet.name, *lines.own])
        if result := results.get((sheet.name, table.range())):
            labels = {text for each in result.observations for text in _labels(each)}
            of_labels = frozenset(text for text in labels if speaks_of_online([text]))
            online = _Online(over, _rows_online(table), _columns_online(table), of_labels)
            places.append((result, online))
    found: _Counts = defaultdict(list)
    for result, online in places if any(each.is_any for _, each in places) else ():
        for count in result.observations:
            if count.cell and count.year:
                found[_key(count)].append((online.has(count), result, count))
    return found


def _labels(each: Observation) -> tuple[str, ...]:
    """All labels of a count, those of the lines above its table among them."""
    return (*each.labels.values(), *each.other)


@dataclass(frozen=True)
class _Online:
    """Which counts of a table the words around it call online: all, or by rows, columns, labels."""

    everywhere: bool
    rows: AbstractSet[int]
    columns: AbstractSet[int]
    labels: AbstractSet[str]

    @property
    def is_any(self) -> bool:
        return bool(self.everywhere or self.rows or self.columns or self.labels)

    def has(self, each: Observation) -> bool:
        row, column = parse_address(each.cell or "")
        return (
            self.everywhere
            or row in self.rows
            or column in self.columns
            or not self.labels.isdisjoint(_labels(each))
        )


def _rows_online(table: Table) -> AbstractSet[int]:
    """The rows with a label that says online, also one written above, or below such a line."""
    found: set[int] = set()
    labels: dict[int, bool] = {}
    in_section = False
    for row in table.body:
        if row.number in table.sections:
            in_section = speaks_of_online(line.text for line in table.sections[row.number])
        for at, text in row.cells.items():
            if table.roles.get((row.number, at)) in ("label", "total", "year"):
                labels[at] = speaks_of_online([text])
        if in_section or any(labels.values()):
            found.add(row.number)
    return found


def _columns_online(table: Table) -> AbstractSet[int]:
    """The columns with a heading that says online: their own, or the one written before it."""
    return {
        column
        for column in table.columns()
        if speaks_of_online(_at_or_left(line.cells, column) for line in table.header)
    }


def _key(each: Observation) -> _Key:
    """What a count is of, without its year and without the words for online."""
    labels = [*each.labels.items(), *(("other", text) for text in each.other)]
    plain = ((role, _FLAGGED.sub(" ", text).strip(" -–:()").casefold()) for role, text in labels)
    named = sorted((role, text) for role, text in plain if text and not is_generic(text))
    return (*named, ("part", each.part_words.casefold()))


def _at_or_left(cells: dict[int, str], column: int) -> str:
    """The heading over a column: its own, or the one written before it."""
    return next((cells[at] for at in range(column, 0, -1) if at in cells), "")
