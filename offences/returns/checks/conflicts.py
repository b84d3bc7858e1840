"""Contradictions within a return, each with its place: a person decides whether it is asked."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations, pairwise

from offences.returns.checks.parts_by_sex import parts_by_sex
from offences.returns.checks.totals import (
    MOST_WORK,
    check_totals,
    is_part_of_other,
    list_names,
    other_labels,
)
from offences.returns.checks.totals_elsewhere import totals_elsewhere
from offences.returns.checks.totals_of_some import totals_of_some
from offences.returns.checks.years_in_parts import years_in_parts
from offences.returns.checks.zeros_at_ends import zeros_at_ends
from offences.returns.labels.label_words import is_generic
from offences.returns.labels.year_kinds import is_other_kind, month_of_kind, own_kind
from offences.returns.sheet import Observation, Problem, ReadTable, parse_address
from offences.returns.work import WorkBudget, WorkUsedUp
from offences.statistics.years import kind_of_years

TIMES = 3  # an increase or decrease of so many times is asked about
LEAST = 20  # of the larger figure: smaller ones move so much by chance
LEAST_SAME = 100  # of a total: one in 35 is that of the year before by chance, and fewer above
MOST_CHANGES = 10  # reported of one table

type Key = tuple[object, ...]
type Figure = tuple[ReadTable, Observation]
type Pair = tuple[Figure, Figure]  # of one year, and of the next


def find_conflicts(tables: list[ReadTable]) -> list[Problem]:
    """Find everything in a file that contradicts the rest of it."""
    found: list[Problem] = []
    work, of_some = WorkBudget(MOST_WORK), WorkBudget(MOST_WORK)
    for table in tables:
        found += [*check_totals(table, work), *totals_of_some(table, of_some)]
        found += [*_flagged_above_all(table), *years_in_parts(table), *zeros_at_ends(table)]
        found += [*_above_their_whole(table), *_above_all(table)]
    for group in _by_year(tables):
        pairs = list(_series(group))
        found += _limited([*_jumps(pairs), *_repeats(pairs)])
    between = [*_between(tables, work)]
    far = totals_elsewhere(tables, {(each.sheet, each.cell) for each in between})
    return [*found, *_calendar(tables), *between, *far, *parts_by_sex(tables)]


def _by_year(tables: list[ReadTable]) -> Iterator[list[Figure]]:
    """Figures of one table, or of all tables if each year has a table of its own."""
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
    sums: Counter[tuple[str | None, str | None, str | None]] = Counter()
    for each in table.observations:
        if each.cell is None:
            sums[each.labels.get("force"), each.year, each.year_kind] += each.value or 0
    return [
        (table, Observation(None, year, kind, {"force": force} if force else {}, value=value))
        for (force, year, kind), value in sums.items()
    ]


def _limited(found: list[Problem]) -> list[Problem]:
    if len(found) <= MOST_CHANGES:
        return found
    first, *others = {each.sheet for each in found}
    left = len(found) - MOST_CHANGES
    figures = "1 more figure changes" if left == 1 else f"{left} more figures change"
    more = f"{figures} as much from one year to the next."
    return [*found[:MOST_CHANGES], Problem("" if others else first, None, more)]


_ALL = re.compile(r"\ball\b|\boverall\b|\btotal recorded\b", re.IGNORECASE)
_SOME = re.compile(r"\b(?:cyber|online|internet|flag\w*|of which)\b", re.IGNORECASE)


def _flagged_above_all(table: ReadTable) -> Iterator[Problem]:
    """Counts flagged as a part that exceed those of all: “Cyber flagged”, “All recorded”."""
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


def _above_their_whole(table: ReadTable) -> Iterator[Problem]:
    """Counts “of which” that exceed the count above them, or to their left."""
    cells = {parse_address(each.cell): each for each in table.observations if each.cell}
    plain = {place: each for place, each in cells.items() if not is_part_of_other(each)}
    for (row, column), each in cells.items() if len(plain) < len(cells) else ():
        if (row, column) in plain:
            continue
        above = [place for place in plain if place[1] == column and place[0] < row]
        left = [place for place in plain if place[0] == row and place[1] < column]
        whole = plain[max(above or left)] if above or left else each
        if (each.value or 0) > (whole.value if whole.value is not None else each.value or 0):
            message = f"{each.value:,} is more than the {whole.value:,} that it is a part of"
            yield Problem(table.sheet, each.cell, f"{message} ({whole.cell}).", stops=True)


def _above_all(table: ReadTable) -> Iterator[Problem]:
    """Ages, a sex, an offence or a platform with more than all there is beside it in the table.

    A total has its own check. One question for each year: what is more is of something else.
    """
    plain = [o for o in table.observations if o.cell and o.value is not None and not o.total]
    every: dict[Key, list[Observation]] = defaultdict(list)
    for each in plain:
        if not each.labels.keys() - {"force"}:
            every[_shared_labels(each)].append(each)
    asked: set[Key] = set()
    for each in plain:
        key = _shared_labels(each)
        whole = every[key] if each.labels.keys() - {"force"} else []
        if len(whole) == 1 and key not in asked and (each.value or 0) > (whole[0].value or 0):
            asked.add(key)
            message = f"{each.value:,} is more than the {whole[0].value:,} ({whole[0].cell}) that"
            more = "seems to be the count of all. Is it of the same thing?"
            yield Problem(table.sheet, each.cell, f"{message} {more}", stops=True)


def _shared_labels(each: Observation) -> Key:
    """What a part and its whole have in common: words such as “Offences” say nothing of that."""
    others = tuple(sorted(text for text in other_labels(each) if not is_generic(text)))
    return each.year, each.labels.get("force"), each.part_words, others


# Calendar years


def _calendar(tables: list[ReadTable]) -> Iterator[Problem]:
    kinds = {each.year_kind for table in tables for each in table.observations}
    for table in tables:
        cells = [each for each in table.observations if is_other_kind(each.year_kind)]
        if not cells:
            continue
        if own_kind() not in kinds:
            message = f"This file gives {cells[0].year_kind} years, not {kind_of_years()}."
            yield Problem(table.sheet, None, message, needs="calendar")
            return
        years = list(dict.fromkeys(str(each.year) for each in cells))
        kind = cells[0].year_kind
        are = f"are {kind} years" if len(years) > 1 else f"is a {kind} year"
        message = f"{list_names(years)} {are} here; other figures are of {kind_of_years()}."
        yield Problem(table.sheet, cells[0].cell, message, needs="calendar")


# From one year to the next


def _series(figures: list[Figure]) -> Iterator[Pair]:
    """A figure and that of the year before it, with the same labels."""
    series: dict[Key, dict[int, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for table, each in figures:
        if each.year and not each.part_words:
            labels = (_roles(each), tuple(sorted(other_labels(each))))
            years = series[each.year_kind, each.total, labels]
            years[int(each.year[:4])].append((table, each))
    for years in series.values():
        for before, after in pairwise(sorted(years)):
            # Of two figures of one year nobody knows which is meant.
            if after - before == 1 and len(years[before]) == len(years[after]) == 1:
                yield years[before][0], years[after][0]


def _roles(each: Observation) -> Key:
    return tuple(sorted(each.labels.items()))


def is_jump(old: int, new: int) -> bool:
    """Whether a change from one year to the next is so large that it is asked about."""
    return max(old, new) >= max(LEAST, TIMES * min(old, new))


def _jumps(pairs: list[Pair]) -> Iterator[Problem]:
    for (one, before), (table, after) in pairs:
        old, new = before.value, after.value
        if old is None or new is None or not is_jump(old, new):
            continue
        earlier = f"{old:,} of {before.year}{_where(one, before, table)}"
        if not min(old, new):
            words = f"comes after the {earlier}"
        elif new > old:
            words = f"is three times the {earlier} or more"
        else:
            words = f"is a third of the {earlier} or less"
        yield Problem(table.sheet, after.cell, f"{new:,} in {after.year} {words}.")


def _repeats(pairs: list[Pair]) -> Iterator[Problem]:
    """The total of a year that is the same as that of the year before, and so are all its parts.

    One without parts is asked about if it is so large that it is hardly the same by chance.
    """
    parts: dict[Key, set[bool]] = defaultdict(set)
    for (one, before), (table, after) in pairs:
        if not (_is_whole(after) and _is_whole(before)) and after.value is not None:
            parts[one.sheet, table.sheet, before.year, after.year].add(before.value == after.value)
    for (one, before), (table, after) in pairs:
        own = parts.get((one.sheet, table.sheet, before.year, after.year))
        least = LEAST if own else LEAST_SAME
        whole = _is_whole(after) and _is_whole(before) and own in (None, {True})
        if whole and after.value == before.value and (after.value or 0) >= least:
            earlier = f"{before.year}{_where(one, before, table)}"
            words = f"The total of {after.year} is {after.value:,}, the same as that of"
            yield Problem(table.sheet, after.cell, f"{words} {earlier}.")


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

_PAIR = 20  # so much more work than a cell is a pair of tables


def _between(tables: list[ReadTable], work: WorkBudget) -> Iterator[Problem]:
    """Totals of the same year and force that differ from one table to another.

    Two tables of one file can be of two measures. Where as many of their totals agree as differ, or
    all nearly do, they are of one.
    """
    totals = [(table, _totals(table)) for table in tables]
    try:
        pairs = _sharing([each for _, each in totals], work)
    except WorkUsedUp:
        yield Problem("", None, "Totals were not compared between tables: there are too many.")
        return
    for one_at, other_at in pairs:
        (one, here), (other, there) = totals[one_at], totals[other_at]
        both = [(here[key], there[key]) for key in here if key in there]
        differing = [(a, b) for a, b in both if a.value != b.value]
        agreeing = sum(a.value == b.value and (a.value or 0) >= 10 for a, b in both)
        values = [sorted((a.value or 0, b.value or 0)) for a, b in both]
        near = all(high >= LEAST and high - low <= 0.1 * high for low, high in values)
        same = near or agreeing >= max(len(differing), 1)
        for a, b in differing if same else ():
            elsewhere = f"{a.value:,} elsewhere{_where(one, a, other)}"
            message = f"The total of {b.year} is {b.value:,} here, and {elsewhere}."
            yield Problem(other.sheet, b.cell, message)


def _sharing(totals: list[dict[Key, Observation]], work: WorkBudget) -> list[tuple[int, int]]:
    """The pairs of tables that state a total of the same year and force."""
    with_total: dict[Key, list[int]] = defaultdict(list)
    for at, of_table in enumerate(totals):
        for key in of_table:
            with_total[key].append(at)
    found: set[tuple[int, int]] = set()
    for those in with_total.values():
        work.spend(_PAIR * len(those) * (len(those) - 1) // 2)
        found.update(combinations(those, 2))
    return sorted(found)


def _totals(table: ReadTable) -> dict[Key, Observation]:
    """The stated totals of everything, by force and year; none that is stated twice."""
    found: dict[Key, list[Observation]] = defaultdict(list)
    for each in table.observations:
        if each.total and each.year and each.value is not None and _is_whole(each):
            found[each.labels.get("force"), each.year, each.part_words].append(each)
    return {key: cells[0] for key, cells in found.items() if len(cells) == 1}


# After corrections

type Corrections = Mapping[tuple[str, str], tuple[int | None, str | None, int | None, int | None]]
"""(sheet, cell) → value, marker, low, high."""


def recheck(
    tables: Iterable[ReadTable], corrections: Corrections, of_year: Collection[tuple[str, str]] = ()
) -> list[Problem]:
    """Check a file whose cells were corrected, those `of_year` to counts of a whole year."""
    return find_conflicts([_corrected(table, corrections, of_year) for table in tables])


def _corrected(
    table: ReadTable, corrections: Corrections, of_year: Collection[tuple[str, str]]
) -> ReadTable:
    observations = list(table.observations)
    for number, each in enumerate(observations):
        if (table.sheet, each.cell or "") in corrections:
            value, marker, low, high = corrections[table.sheet, each.cell or ""]
            months = each.months
            if months and (table.sheet, each.cell or "") in of_year:
                begins = month_of_kind(each.year_kind or "") or 1
                months = begins, (begins - 2) % 12 + 1
            observations[number] = replace(
                each, value=value, marker=marker, low=low, high=high, months=months
            )
    return replace(table, observations=tuple(observations))
