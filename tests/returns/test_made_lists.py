"""Made lists of crimes are counted right, or a person is asked: never silently wrong."""

from collections import Counter

import pytest

from offences.returns.sheet_reader import read_sheet
from tests.returns.made_lists import MadeList
from tests.samples import first_of, sampled

LISTS, EACH = 5000, 500
# Those of the first 500, beyond their first 150, that reach what no other list does.
FAR = [181, 187, 223, 288, 289, 376, 404, 464, 485, 488, 493]


def is_silently_wrong(made: MadeList) -> bool:
    read = read_sheet(made.sheet)
    if any(each.stops for each in (*read.problems, *read.not_taken)):
        return False
    found = [each for table in read.tables for each in table.observations]
    if any(each.other for each in found):
        return False  # a label that nobody knows is a question
    counted: Counter = Counter()
    for each in found:
        counted[each.year, frozenset(each.labels.items())] += each.value or 0
    return counted != made.counted


@pytest.mark.parametrize("start", sampled(range(0, LISTS, EACH), [0]))
def test_no_list_is_silently_wrong(start):
    seeds = first_of(range(start, start + EACH), 150, FAR)
    assert [n for n in seeds if is_silently_wrong(MadeList(n))] == []
