"""Counts held against their parts by sex, beside them or in another table of the file."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from offences.returns.checks.totals import is_part_of_other, other_labels
from offences.returns.labels.label_words import is_generic, sex_of
from offences.returns.sheet import Observation, Problem, ReadTable

LEAST = 20  # of tables that may be of different things: smaller counts are near by chance
_NEAR = 0.15  # of the larger
_BOTH = {"female", "male"}

type _Key = tuple[object, ...]
type _Whole = Mapping[_Key, Observation]
type _Split = Mapping[_Key, list[Observation]]


def parts_by_sex(tables: Sequence[ReadTable]) -> Iterator[Problem]:
    """Report the first count of each table that its parts by sex do not give.

    In two tables they may be of two things, unless as many agree as differ or all nearly do.
    """
    split = [(table, parts) for table in tables if (parts := _by_sex(table))]
    wholes = [(table, _of_all(table)) for table in tables] if split else []
    for one, whole in wholes:
        for other, parts in split:
            both = [(whole[key], own) for key, own in parts.items() if key in whole]
            if one is other or other.total_rows or other.total_columns:  # checked with totals
                both = [(each, own) for each, own in both if not each.total]
            differing = [(each, own) for each, own in both if each.value != _sum(own)]
            if differing and (one is other or _are_of_one_thing(both)):
                yield _problem(one, other, *differing[0], more=len(differing) - 1)


def _key(each: Observation) -> _Key:
    labels = {role: text.casefold() for role, text in each.labels.items() if role != "sex"}
    others = sorted(text.casefold() for text in other_labels(each) if not is_generic(text))
    return each.year, each.year_kind, each.part_words, *sorted(labels.items()), *others


def _counted(table: ReadTable) -> Iterator[Observation]:
    return (o for o in table.observations if o.cell and o.year and not is_part_of_other(o))


def _of_all(table: ReadTable) -> _Whole:
    """The counts without a sex that no other count has the labels of."""
    found: dict[_Key, list[Observation]] = defaultdict(list)
    for each in _counted(table):
        if "sex" not in each.labels and each.value is not None:
            found[_key(each)].append(each)
    return {key: own[0] for key, own in found.items() if len(own) == 1}


def _by_sex(table: ReadTable) -> _Split:
    """The counts of girls, boys and others with the same labels, where each is there once."""
    found: dict[_Key, list[Observation]] = defaultdict(list)
    for each in _counted(table):
        if "sex" in each.labels and not each.total:
            found[_key(each)].append(each)
    return {key: own for key, own in found.items() if _are_all(own)}


def _are_all(parts: Sequence[Observation]) -> bool:
    sexes = [sex_of(each.labels["sex"]) or each.labels["sex"] for each in parts]
    known = all(each.value is not None for each in parts)
    return known and len({*sexes}) == len(sexes) and {*sexes} >= _BOTH


def _sum(parts: Sequence[Observation]) -> int:
    return sum(each.value or 0 for each in parts)


def _are_of_one_thing(both: Sequence[tuple[Observation, Sequence[Observation]]]) -> bool:
    pairs = [sorted((each.value or 0, _sum(own))) for each, own in both]
    agreeing = sum(low == high for low, high in pairs)
    near = all(high >= LEAST and high - low <= _NEAR * high for low, high in pairs)
    return near or agreeing * 2 >= len(pairs)


def _problem(
    one: ReadTable, other: ReadTable, whole: Observation, parts: list[Observation], *, more: int
) -> Problem:
    place = f"{parts[0].cell} to {parts[-1].cell}"
    place += f" of “{other.sheet}”" * (one.sheet != other.sheet)
    why = f"{whole.value:,} is the count of all, and those by sex ({place}) add up to"
    again = f" So it is with {more} more." * (more > 0)
    return Problem(one.sheet, whole.cell, f"{why} {_sum(parts):,}.{again}")
