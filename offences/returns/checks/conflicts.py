"""Contradictions within a return: totals, years, tables.

Each finding is a problem with its place: a person decides
whether the force is asked.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations, pairwise

from offences.returns.checks.totals import check_totals, list_names, other_labels
from offences.returns.sheet import Observation, Problem, ReadTable

TIMES = 3  # an increase or decrease of so many times is asked about
LEAST = 20  # of the larger figure: smaller ones move so much by chance
MOST_CHANGES = 10  # reported of one table
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

type Key = tuple[object, ...]
type Figure = tuple[ReadTable, Observation]
type Pair = tuple[Figure, Figure]  # of one year, and of the next


def find_conflicts(tables: list[ReadTable]) -> list[Problem]:
    """Find everything in a file that contradicts the rest of it."""
    found: list[Problem] = []
    for table in tables:
        found += check_totals(table)
        found += _flagged_above_all(table)
        found += _parts(table)
    for group in _by_year(tables):
        pairs = list(_series(group))
        found += _limited([*_jumps(pairs), *_repeats(pairs)])
    return [*found, *_calendar(tables), *_between(tables)]


def _by_year(tables: list[ReadTable]) -> Iterator[list[Figure]]:
    """Figures that may be compared year by year.

    They are of one table, or of all tables if each year has a table of its own.
    """
    of_one_year: list[Figure] = []
    for table in tables:
        figures = _counted(table) or [(table, each) for each in table.observations if each.cell]
        if len({each.year for _, each in figures if each.year}) == 1:
            of_one_year += figures
        else:
            yield figures
    yield of_one_year


def _counted(table: ReadTable) -> list[Figure]:
    """The sum of each force and year of a list of crimes, which has no cell."""
    sums: dict[tuple[str | None, str | None, str | None], int] = {}
    for each in table.observations:
        if each.cell is None:
            key = (each.labels.get("force"), each.year, each.year_kind)
            sums[key] = sums.get(key, 0) + (each.value or 0)
    return [
        (table, Observation(None, year, kind, {"force": force} if force else {}, value=value))
        for (force, year, kind), value in sums.items()
    ]


def _near(both: tuple[Observation, Observation]) -> bool:
    low, high = sorted(each.value or 0 for each in both)
    return high >= LEAST and high - low <= 0.1 * high


def _limited(found: list[Problem]) -> list[Problem]:
    if len(found) <= MOST_CHANGES:
        return found
    sheets = {each.sheet for each in found}
    left = len(found) - MOST_CHANGES
    figures = "1 more figure changes" if left == 1 else f"{left} more figures change"
    more = f"{figures} as much from one year to the next."
    return [*found[:MOST_CHANGES], Problem(sheets.pop() if len(sheets) == 1 else "", None, more)]


_ALL = re.compile(r"\ball\b|\boverall\b|\btotal recorded\b", re.IGNORECASE)
_SOME = re.compile(r"\b(?:cyber|online|internet|flag\w*|of which)\b", re.IGNORECASE)


def _flagged_above_all(table: ReadTable) -> Iterator[Problem]:
    """“Cyber flagged” beside “All recorded” is a part of it and cannot be more."""
    every: dict[Key, Observation] = {}
    some: list[tuple[Key, Observation]] = []
    for each in table.observations:
        words = other_labels(each) if each.cell else []
        plain = [word for word in words if not (_ALL.search(word) or _SOME.search(word))]
        if len(plain) == len(words):
            continue
        key: Key = (each.year, _roles(each), tuple(plain))
        if any(map(_SOME.search, words)):
            some.append((key, each))
        elif any(map(_ALL.search, words)):
            every[key] = each
    for key, each in some:
        whole = every.get(key)
        if whole is None or each.value is None or whole.value is None:
            continue
        if each.value > whole.value:
            message = f"{each.value:,} is more than the {whole.value:,} that it is a part of"
            yield Problem(table.sheet, each.cell, f"{message} ({whole.cell}).")


# Parts of a year, and calendar years


def _parts(table: ReadTable) -> Iterator[Problem]:
    """Years whose parts in the table do not make up the whole."""
    years: dict[str, list[Observation]] = {}
    for each in table.observations:
        if each.year and each.part_words:
            years.setdefault(each.year, []).append(each)
    partial = {year: cells for year, cells in years.items() if len(_all_months(cells)) < 12}
    if partial:
        first = next(iter(partial.values()))[0]
        parts = list_names([f"{year}{_months_in_words(cells)}" for year, cells in partial.items()])
        message = f"“{first.part_words}”: this table has only a part of {parts}."
        yield Problem(table.sheet, first.cell, message)


def _all_months(cells: list[Observation]) -> set[int]:
    return {month for each in cells for month in _months(each)}


def _months(each: Observation) -> list[int]:
    if each.months is None:
        return []
    first, last = each.months
    size = (last - first) % 12 + 1
    return [(first + i - 1) % 12 + 1 for i in range(size)]


def _months_in_words(cells: list[Observation]) -> str:
    """Their names, if they are certain and follow each other."""
    months = _all_months(cells)
    starts = [month for month in months if (month - 2) % 12 + 1 not in months]
    if len(starts) != 1 or not all(each.months for each in cells):
        return ""
    first = starts[0]
    last = (first + len(months) - 2) % 12 + 1
    return f" ({MONTHS[first - 1]}{'' if first == last else ' to ' + MONTHS[last - 1]})"


def _calendar(tables: list[ReadTable]) -> Iterator[Problem]:
    kinds: dict[str, list[tuple[ReadTable, Observation]]] = {}
    for table in tables:
        for each in table.observations:
            if each.year_kind:
                kinds.setdefault(each.year_kind, []).append((table, each))
    if "calendar" not in kinds:
        return
    if "financial" not in kinds:
        table, _ = kinds["calendar"][0]
        yield Problem(table.sheet, None, "This file gives calendar years, not financial years.")
        return
    for table in {id(table): table for table, _ in kinds["calendar"]}.values():
        cells = [each for each in table.observations if each.year_kind == "calendar"]
        years = list(dict.fromkeys(str(each.year) for each in cells))
        are = "are calendar years" if len(years) > 1 else "is a calendar year"
        message = f"{list_names(years)} {are} here; other figures are of financial years."
        yield Problem(table.sheet, cells[0].cell, message)


# From one year to the next


def _series(figures: list[Figure]) -> Iterator[Pair]:
    """A figure and that of the year before it, with the same labels."""
    series: dict[Key, dict[str, Figure]] = {}
    twice: set[tuple[Key, str]] = set()
    for table, each in figures:
        if each.year and not each.part_words:
            key: Key = (each.year_kind, each.total, _key(each))
            if each.year in series.setdefault(key, {}):
                twice.add((key, each.year))
            series[key][each.year] = (table, each)
    for key, years in series.items():
        ordered = sorted(years, key=_start)
        for before, after in pairwise(ordered):
            is_ambiguous = (key, before) in twice or (key, after) in twice
            if _start(after) - _start(before) == 1 and not is_ambiguous:
                yield years[before], years[after]


def _start(year: str) -> int:
    return int(year[:4])


def _key(each: Observation) -> Key:
    return _roles(each), tuple(sorted(other_labels(each)))


def _roles(each: Observation) -> Key:
    return tuple(sorted(each.labels.items()))


def _jumps(pairs: list[Pair]) -> Iterator[Problem]:
    for (one, before), (table, after) in pairs:
        old, new = before.value, after.value
        if old is None or new is None or max(old, new) < LEAST:
            continue
        low, high = sorted((old, new))
        if high < TIMES * low:
            continue
        earlier = f"{old:,} of {before.year}{_where(one, before, table)}"
        if not low:
            words = f"comes after the {earlier}"
        elif new > old:
            words = f"is three times the {earlier} or more"
        else:
            words = f"is a third of the {earlier} or less"
        yield Problem(table.sheet, after.cell, f"{new:,} in {after.year} {words}.")


def _repeats(pairs: list[Pair]) -> Iterator[Problem]:
    """The total of a year that is the same as that of the year before."""
    for (one, before), (table, after) in pairs:
        if not (_is_whole(after) and _is_whole(before)) or after.value != before.value:
            continue
        if after.value is not None and after.value >= LEAST:
            message = (
                f"The total of {after.year} is {after.value:,}, the same as that of "
                f"{before.year}{_where(one, before, table)}."
            )
            yield Problem(table.sheet, after.cell, message)


def _where(table: ReadTable, each: Observation, seen_from: ReadTable) -> str:
    """The address of a figure: (C6), or (C6 of “2017-18”); empty for a counted list."""
    if not each.cell:
        return ""
    sheet = "" if table.sheet == seen_from.sheet else f" of “{table.sheet}”"
    return f" ({each.cell}{sheet})"


def _is_whole(each: Observation) -> bool:
    """A figure of everything: it has no label but its force."""
    return not other_labels(each) and not set(each.labels) - {"force"}


# Between tables


def _between(tables: list[ReadTable]) -> Iterator[Problem]:
    """Totals of the same year and force that differ from one table to another.

    Two tables of one file can be of two measures. Where as many of their totals agree as differ, or
    all nearly do, they are of one.
    """
    totals = [(table, _totals(table)) for table in tables]
    for (one, here), (other, there) in combinations(totals, 2):
        both = [(here[key], there[key]) for key in here if key in there]
        differing = [(a, b) for a, b in both if a.value != b.value]
        agreeing = sum(a.value == b.value and (a.value or 0) >= 10 for a, b in both)
        same = agreeing >= max(len(differing), 1) or all(map(_near, both))
        for a, b in differing if same else ():
            elsewhere = f"{a.value:,} elsewhere{_where(one, a, other)}"
            message = f"The total of {b.year} is {b.value:,} here, and {elsewhere}."
            yield Problem(other.sheet, b.cell, message)


def _totals(table: ReadTable) -> dict[Key, Observation]:
    """The stated totals of everything, by force and year; none that is stated twice."""
    found: dict[Key, list[Observation]] = {}
    for each in table.observations:
        if each.total and each.year and each.value is not None and _is_whole(each):
            found.setdefault((each.labels.get("force"), each.year, each.part_words), []).append(
                each
            )
    return {key: cells[0] for key, cells in found.items() if len(cells) == 1}


# After corrections

type Corrections = Mapping[tuple[str, str], tuple[int | None, str | None, int | None, int | None]]
"""(sheet, cell) → value, marker, low, high."""


def recheck(tables: Iterable[ReadTable], corrections: Corrections) -> list[Problem]:
    """Check a file whose cells were corrected."""
    return find_conflicts([_corrected(table, corrections) for table in tables])


def _corrected(table: ReadTable, corrections: Corrections) -> ReadTable:
    observations = list(table.observations)
    for number, each in enumerate(observations):
        if (table.sheet, each.cell or "") in corrections:
            value, marker, low, high = corrections[table.sheet, each.cell or ""]
            observations[number] = replace(each, value=value, marker=marker, low=low, high=high)
    return replace(table, observations=tuple(observations))
