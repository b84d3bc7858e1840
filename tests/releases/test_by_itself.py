"""What one release gives away by itself is protected, whatever earlier ones show already."""

from dataclasses import replace

import pytest

from offences.disclosure import TableCount, attack
from offences.releases import deciding
from offences.releases.all_releases import AllReleases
from offences.statistics.cells import Range
from tests.releases.subtracting import age
from tests.releases.test_several_releases import (
    THRESHOLD,
    as_published,
    true_table,
    what_may_be_hidden,
)

AGES = ["11", "12", "13", "14", "15"]
BEFORE = {
    "east": {"11": 5, "12": 4, "13": 7, "14": 1, "15": 2},
    "north": {"11": 1, "12": 4, "13": 0, "14": 3, "15": 0},
    "south": {"11": 2, "12": 2, "13": 11, "14": 6, "15": 9},
}
EAST_14, NORTH_14 = age("east", "14"), age("north", "14")


def decided(earlier, table, public=()):
    items = what_may_be_hidden(table)
    items |= {
        p: TableCount(table.ranges[p].low, table.ranges[p].low, must_show=True) for p in public
    }
    known = AllReleases(earlier, table, items)
    return deciding.decided(known, THRESHOLD, table.number, lambda done, of: None)


def first_release(public=()):
    """North’s number of fourteen is public, from its own report, after the release."""
    table = true_table(1, BEFORE, AGES)
    return as_published(table, decided([], table)[1].hidden - set(public))


def alone(table, hidden):
    return attack(AllReleases([], table, what_may_be_hidden(table)).table, hidden)


@pytest.mark.parametrize("more", [{"13": 9}, {"11": 6, "13": 8}, {"12": 40}, {"14": 2}])
def test_england_less_two_numbers_is_not_the_third_in_one_release_though_it_was_so_before(more):
    """Ten of fourteen, less three that North published and six, is East’s one."""
    earlier = first_release([NORTH_14])
    assert earlier.ranges[age("England", "14")] == Range(10, 10)
    table = true_table(2, BEFORE | {"east": BEFORE["east"] | more}, AGES)
    _, chosen = decided([earlier], table, [NORTH_14])
    found = alone(table, chosen.hidden)[EAST_14]
    assert found.low == 0 and found.high >= THRESHOLD - 1


def test_a_number_that_only_earlier_releases_give_away_costs_nothing_when_another_changes():
    """East’s one follows from release 1; release 2 has no sum of England’s that it follows from."""
    earlier = first_release([NORTH_14])
    table = true_table(2, BEFORE | {"east": BEFORE["east"] | {"13": 9}}, AGES)
    without = replace(
        table,
        ranges={p: n for p, n in table.ranges.items() if p != age("England", "14")},
        columns=tuple(c for c in table.columns if c[0] != age("England", "14")),
    )
    known, chosen = decided([earlier], without, [NORTH_14])
    assert known.given_away_alone(chosen, THRESHOLD) == frozenset()
    assert EAST_14 not in {each.key for each in known.new_among(chosen.open, THRESHOLD)}
