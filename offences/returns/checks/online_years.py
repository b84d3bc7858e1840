"""Years of which nothing says that they are online, where the same counts of others are.

The word may be in the name of a sheet, in a line above a table or within it, in a heading over a
column or beside a row. Where one year has both, all and online, they are two different counts.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

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
    """The counts of all tables by what they are of, each with whether its words say online."""
    found: _Counts = defaultdict(list)
    results = {(each.sheet, each.range): each for each in read}
    covered: set[str] = set()  # sheets in which a line above the first table is of all of them
    seen: set[str] = set()
    for table, lines in tables:
        sheet = table.sheet
        if sheet.name not in seen and speaks_of_online([*sheet.lines_above, *lines.own[:-1]]):
            covered.add(sheet.name)
        seen.add(sheet.name)
        result = results.get((sheet.name, table.range()))
        over = sheet.name in covered or speaks_of_online([sheet.name, *lines.own])
        for each in result.observations if result else ():
            if result and each.cell and each.year:
                found[_key(each)].append((over or _is_online(table, each), result, each))
    return found


def _key(each: Observation) -> _Key:
    """What a count is of, without its year and without the words for online."""
    labels = [*each.labels.items(), *(("other", text) for text in each.other)]
    plain = ((role, _FLAGGED.sub(" ", text).strip(" -–:()").casefold()) for role, text in labels)
    named = sorted((role, text) for role, text in plain if text and not is_generic(text))
    return (*named, ("part", each.part_words.casefold()))


def _is_online(table: Table, each: Observation) -> bool:
    """Whether a heading over a count, a label beside it or the line over its rows says online."""
    row, column = parse_address(each.cell or "")
    headings = (_at_or_left(line.cells, column) for line in table.header)
    above = [line for line in table.body if line.number <= row]
    texts = [*headings, *each.labels.values(), *each.other]
    for at in range(min(table.columns()), column):
        if table.roles.get((row, at), "label") in ("label", "total", "year"):
            texts.append(next((line.cells[at] for line in reversed(above) if at in line.cells), ""))
    start = max((number for number in table.sections if number <= row), default=0)
    texts += [line.text for line in table.sections.get(start, ())]
    return speaks_of_online(texts)


def _at_or_left(cells: dict[int, str], column: int) -> str:
    """The heading over a column: its own, or the one written before it."""
    return next((cells[at] for at in range(column, 0, -1) if at in cells), "")
