"""Counts of the same year and labels with other numbers: something tells them apart, unread."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from offences.returns.checks.online_or_all import speaks_of_online
from offences.returns.checks.other_versions import names_version
from offences.returns.checks.totals import is_part_of_other
from offences.returns.labels.age_spans import span_of_ages
from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.label_words import clean_label, is_generic, is_total, sex_of
from offences.returns.sheet import Observation, Position, Problem, ReadTable, Sheet, parse_address

type Key = tuple[object, ...]
type Place = tuple[str, str]  # a sheet and a cell
type Titled = tuple[Mapping[str, str], Observation]  # the words over a table, and a count of it
type Counted = tuple[int | None, str | None, int | None, int | None]

_MOST = 20  # counts of the same labels that one is compared with
_ROW_ASKED = re.compile(r"row of this table has the same labels|row of figures has no label")
_COLUMN_ASKED = re.compile(r"column of this table has the same headings|column has no heading")
_MORE = "So it is with"  # of several rows alike, some are named
_ANY = 0  # stands for every row
_NUMBER = re.compile(  # what only numbers tables, sheets or the same file sent again
    r"\b(?:table|tab|sheet|data|copy|of|final|version|v|question|quarter|qtr|q|part|page|fig(?:ure)?"
    r"|list|new|old|rev|draft|foi|results?|response|answers?|returns?)(?=\b|[\d_])|[\W\d_]",
    re.IGNORECASE,
)


def same_in_tables(table: ReadTable, asked: Iterable[Problem]) -> Iterator[Problem]:
    """Ask once about two counts of one table whose headings differ, though nothing they are of.

    Two in rows or columns that are asked about already need no second question.
    """
    rows, columns = _asked_lines(table, asked)
    seen: dict[Key, Observation] = {}
    for each in filter(_is_counted, table.observations):
        before = seen.setdefault(_key(each), each)
        if _count(before) == _count(each):
            continue
        (row, column), (first_row, first) = _place(each), _place(before)
        by_rows = row != first_row and bool({row, first_row, _ANY} & rows)
        if not (by_rows or (column != first and {column, first} & columns)):
            yield _question(table.sheet, each, str(before.cell))
            return


def repeats_in_totals(table: ReadTable) -> Iterator[Problem]:
    """Ask about the second of two counts alike, where a total of the table counts both.

    Without such a total either will do: the row, or column, was written twice.
    """
    counted = [*filter(_is_counted, table.observations)]
    totals = [each for each in table.observations if each.total and each.value and each.cell]
    if not totals:
        return
    first: dict[Key, Observation] = {}
    again = [each for each in counted if first.setdefault(_key(each), each) is not each]
    again = [each for each in again if each.value and each.value == first[_key(each)].value]
    for axis, line in ((0, "row"), (1, "column")):
        sums, stated = defaultdict[int, int](int), defaultdict[int, set[int]](set)
        for each in counted:
            sums[_place(each)[1 - axis]] += each.value or 0
        for each in totals:
            stated[_place(each)[1 - axis]].add(each.value or 0)
        seen: set[int] = set()
        for each in again:
            before, at = first[_key(each)], _place(each)
            across = at[1 - axis]
            is_line = _place(before)[1 - axis] == across and at[axis] not in seen
            if is_line and sums[across] in stated[across]:
                seen.add(at[axis])
                why = f"This {line} has the labels and numbers of that with {before.cell}, and a "
                why += f"total of {sums[across]:,} counts both. What is each of them of?"
                yield Problem(table.sheet, each.cell, why, stops=True, needs="label")


def _asked_lines(table: ReadTable, asked: Iterable[Problem]) -> tuple[set[int], set[int]]:
    """The rows and columns of a table that are asked about, as they have the labels of others."""
    first, last = map(parse_address, table.range.split(":"))
    rows, columns = set[int](), set[int]()
    for each in asked:
        if each.sheet != table.sheet or not each.cell or ":" in each.cell:
            continue
        row, column = parse_address(each.cell)
        if not (first[0] <= row <= last[0] and first[1] <= column <= last[1]):
            continue
        if _ROW_ASKED.search(each.message):
            rows |= {row, _ANY} if _MORE in each.message else {row}
        elif _COLUMN_ASKED.search(each.message):
            columns.add(column)
    return rows, columns


def _place(each: Observation) -> Position:
    return parse_address(each.cell or "A1")


def same_between_tables(
    tables: Sequence[ReadTable], sheets: Mapping[str, Sheet]
) -> Iterator[Problem]:
    """Ask once of each table about counts with the labels of others in a table before it.

    Only tables of which one is of offences online, by its words, are told apart by them, and only
    where none of its counts is more than that of all.
    """
    known: dict[Key, list[tuple[ReadTable, Observation]]] = defaultdict(list)
    over = {id(table): _title_words(table, sheets[table.sheet]) for table in tables}
    for table in tables:
        asked = False
        for each in filter(_is_counted_or_whole(table), table.observations):
            key = _key(each)
            for first, before in known[key][:_MOST]:
                if first is table or asked or _count(before) == _count(each):
                    continue
                if not (before.cell or each.cell):
                    continue  # two lists of crimes are counted together, or asked about
                if _may_be_one((over[id(table)], each), (over[id(first)], before)):
                    asked = True
                    more = f" of “{first.sheet}”" * (first.sheet != table.sheet)
                    yield _question(table.sheet, each, f"{before.cell or 'the list'}{more}")
            known[key].append((table, each))


def _title_words(table: ReadTable, sheet: Sheet) -> dict[str, str]:
    """The words over a table, and its sheet’s name, by what they are without their numbers."""
    texts = (sheet.name, *table.titles, *sheet.lines_above)
    return {words: text for text in texts if (words := _words(text))}


def _may_be_one(later: Titled, first: Titled) -> bool:
    """Whether two counts may be of one thing: words over the first may be over both."""
    own = [first[0][words] for words in first[0].keys() - later[0].keys()]
    more = [later[0][words] for words in later[0].keys() - first[0].keys()]
    if not more or speaks_of_online(more) == speaks_of_online(own):
        return True
    part, whole = (later[1], first[1]) if speaks_of_online(more) else (first[1], later[1])
    return (part.value or 0) > (part.value or 0 if whole.value is None else whole.value)


def _is_counted_or_whole(table: ReadTable) -> Callable[[Observation], bool]:
    """What is counted in a table: its totals, too, where it has nothing else."""
    whole = all(each.total for each in table.observations)
    return lambda each: _is_counted(each, listed=True, totals=whole)


def _is_counted(each: Observation, *, listed: bool = False, totals: bool = False) -> bool:
    known = each.value is not None or each.marker == "suppressed"
    counted = bool(each.year and known) and (totals or not each.total)
    return counted and (listed or bool(each.cell)) and not is_part_of_other(each)


def _key(each: Observation) -> Key:
    labels = tuple(sorted((kind, category_named(kind, text)) for kind, text in each.labels.items()))
    said = (t for t in each.other if not (names_version(t) or is_generic(t) or is_total(t)))
    return (
        each.year,
        each.year_kind,
        labels,
        tuple(sorted({*map(_plain, said)})),
        each.months,
        each.part_words.casefold(),
    )


@lru_cache(maxsize=20_000)  # of a large file, in which each label is on many counts
def category_named(kind: str, text: str) -> str:
    """What a label names, however it is written: “Girls” as “Female”, “10-13” as “10 to 13”."""
    phrase = _plain(clean_label(plain_text(text)))
    if kind == "age" and (span := span_of_ages(text)):
        return str(span)
    return (kind == "sex" and " " not in phrase and sex_of(phrase)) or phrase


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("&", "and").split())


def _count(each: Observation) -> Counted:
    return each.value, each.marker, each.low, each.high


def _words(title: str) -> str:
    """A title without what only numbers it: “Data” and “Data (2)” say the same."""
    return _NUMBER.sub("", plain_text(title).casefold())


def _question(sheet: str, each: Observation, other: str) -> Problem:
    why = f"This count has the same year and labels as that in {other}, which is another number."
    return Problem(sheet, each.cell, f"{why} What is each of them of?", stops=True)
