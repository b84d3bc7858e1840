"""Totals in a table of their own that are far from a breakdown in another table of the file."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from offences.returns.checks.limits_of_counts import Limits, format_limits, overlap, range_of
from offences.returns.checks.totals import is_part_of_other, other_labels
from offences.returns.labels.label_words import is_generic, sex_of
from offences.returns.sheet import Observation, Problem, ReadTable

_AXES = ("sex", "age")  # of which each crime has one

type _Key = tuple[object, ...]  # force, year, its kind and its part
type _Wholes = Mapping[_Key, tuple[Limits, str]]  # with the cell


def totals_elsewhere(
    tables: Sequence[ReadTable], asked: Collection[tuple[str, str | None]]
) -> Iterator[Problem]:
    """A remark on each breakdown that no table of totals alone agrees with, though one has them.

    A file may have totals of several kinds, each in its own table: one that agrees is enough.
    Those that differ by little are `asked` about, by their cells.
    """
    bare = [(table, _counts(table)) for table in tables if _is_bare(table)]
    for table in tables if bare else ():
        whole, is_sum = _whole_of(table)
        shared = [(*each, [key for key in whole if key in each[1]]) for each in bare]
        differing = [
            (other, counts, [key for key in keys if not overlap(whole[key][0], counts[key][0])])
            for other, counts, keys in shared
            if keys
        ]
        if not differing or not all(keys for _, _, keys in differing):
            continue
        other, counts, (key, *more) = differing[0]
        here, there = whole[key], counts[key]
        if not {(table.sheet, here[1]), (other.sheet, there[1])} & {*asked}:
            on = "" if other.sheet == table.sheet else f" of “{other.sheet}”"
            what = "The counts here add up to" if is_sum else "The total here is"
            why = f"{what} {format_limits(here[0])} in {key[1]}, and the total elsewhere is "
            also = tuple(whole[each][1] for each in more)
            ask = f"{format_limits(there[0])} ({there[1]}{on}). Are both of the same offences?"
            yield Problem(table.sheet, here[1], why + ask, also=also)


def _key(each: Observation) -> _Key:
    return each.labels.get("force"), each.year, each.year_kind, each.part_words


def _labels(each: Observation) -> set[str]:
    """What a count is labelled with, but for its force and words that say nothing."""
    others = {text for text in other_labels(each) if not is_generic(text)}
    return {role for role in each.labels if role != "force"} | others


def _is_bare(table: ReadTable) -> bool:
    """Whether a table has a count for each year and no more."""
    counts = [each for each in table.observations if each.cell]
    keys = [_key(each) for each in counts]
    return bool(counts) and len({*keys}) == len(keys) and not any(map(_labels, counts))


def _counts(table: ReadTable) -> _Wholes:
    return {
        _key(each): (range_of(each), str(each.cell))
        for each in table.observations
        if each.year and each.value is not None
    }


def _whole_of(table: ReadTable) -> tuple[_Wholes, bool]:
    """The stated totals of a breakdown, or what its counts add up to; and whether they are sums."""
    counts = [each for each in table.observations if each.cell and each.year]
    parts = [each for each in counts if not each.total]
    axes = {frozenset(_labels(each)) for each in parts}
    if len(parts) < 2 or len(axes) != 1 or not any({axis} in axes for axis in _AXES):
        return {}, False
    totals = [each for each in counts if each.total and not _labels(each)]
    if totals:
        return {_key(o): (range_of(o), str(o.cell)) for o in totals if o.value is not None}, False
    if any(map(is_part_of_other, parts)):
        return {}, False
    by_key: dict[_Key, list[Observation]] = defaultdict(list)
    for each in parts:
        by_key[_key(each)].append(each)
    return {key: _sum(own) for key, own in by_key.items() if _is_complete(own)}, True


def _is_complete(parts: Sequence[Observation]) -> bool:
    """Whether counts may be all of a breakdown: each has a number, and both sexes are there."""
    sexes = {sex_of(each.labels["sex"]) for each in parts if "sex" in each.labels}
    numbered = all(each.value is not None or each.high is not None for each in parts)
    return numbered and len(parts) > 1 and (not sexes or len(sexes - {""}) > 1)


def _sum(parts: Sequence[Observation]) -> tuple[Limits, str]:
    """What counts add up to; one that is the sum of the others may be their total."""
    low = sum(range_of(each)[0] for each in parts)
    high = sum(range_of(each)[1] or 0 for each in parts)
    most = max(range_of(each)[0] for each in parts)
    return (most if low == high == 2 * most else low, high), str(parts[0].cell)
