"""Ages of one table that overlap, so that some counts are in others: 0-12 above 10-12."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from offences.returns.labels.age_spans import span_of_ages
from offences.returns.sheet import Observation, Problem, ReadTable

type Key = tuple[object, ...]
_ADULT = 18


def ages_that_overlap(table: ReadTable) -> Iterator[Problem]:
    """Ask about the first two bands of ages that have children in common.

    “10-13” and “13-15” meet, as careless bands do.
    """
    groups: dict[Key, dict[str, Observation]] = defaultdict(dict)
    for each in table.observations:
        if each.cell and not each.total and "age" in each.labels:
            others = tuple(sorted((k, v) for k, v in each.labels.items() if k != "age"))
            key = (each.year, each.part_words, others, each.other)
            groups[key].setdefault(each.labels["age"], each)
    for ages in groups.values():
        spans = [(own, span_of_ages(text)) for text, own in ages.items()]
        for (one, first), (other, second) in combinations(spans, 2):
            if first and second and _overlap(first, second):
                names = f"“{one.labels['age']}” and “{other.labels['age']}”"
                why = f"{names} overlap. Is the one a part of the other, or what are they?"
                yield Problem(table.sheet, other.cell, why, stops=True)
                return


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    low, high = max(one[0], other[0]), min(one[1], other[1])
    alone = one[0] == one[1] or other[0] == other[1]
    within = max(one[1] - one[0], other[1] - other[0]) > 0
    return low < min(high, _ADULT) or (alone and within and low == high < _ADULT)
