"""A later release has the ages by another breakdown: they are of the same children."""

from dataclasses import replace

import pytest

from offences.disclosure import CountChange, CountGroup, TableCount, attack, disclosed
from offences.releases import deciding
from offences.releases.all_releases import AllReleases
from offences.releases.parts import FigureKey
from offences.releases.release_table import ReleaseTable
from offences.statistics.cells import Range
from tests.releases.subtracting import age, ages_of
from tests.releases.test_several_releases import (
    THRESHOLD,
    as_published,
    true_table,
    what_may_be_hidden,
)

ANSWERS = {
    "force-0": {"11": 0, "12": 8, "13": 7, "14": 6},
    "force-1": {"11": 2, "12": 3, "13": 13, "14": 11},
    "force-2": {"11": 9, "12": 4, "13": 30, "14": 3},
}
FIRST, SECOND = ["11-12", "13", "14"], ["11", "12-13", "14"]


def in_bands(answers, categories):
    return {
        force: {c: sum(own[str(n)] for n in ages(c)) for c in categories}
        for force, own in answers.items()
    }


def ages(category):
    first, last = ages_of(category)
    return range(first, last + 1)


def renamed(table):
    """The same release, with another breakdown by age."""

    def key(of):
        return of._replace(breakdown="by-age") if of.breakdown else of

    def keys(of):
        return {key(place): range_ for place, range_ in of.items()}

    return ReleaseTable(
        table.number,
        keys(table.ranges),
        tuple(map(key, table.places)),
        {("by-age", category): facts for (_, category), facts in table.facts.items()},
        tuple((key(whole), forces) for whole, forces in table.columns),
        keys(table.truth),
    )


def as_is(table):
    return table


def decided(earlier, table):
    known = AllReleases(earlier, table, what_may_be_hidden(table))
    return deciding.decided(known, THRESHOLD, table.number, lambda done, of: None)


def first_release(answers=ANSWERS, categories=FIRST):
    table = true_table(1, in_bands(answers, categories), categories)
    return as_published(table, decided([], table)[1].hidden)


def restated(**ages):
    return ANSWERS | {"force-0": ANSWERS["force-0"] | {name[1:]: n for name, n in ages.items()}}


@pytest.mark.parametrize("answers", [ANSWERS, restated(n11=1), restated(n14=9, n12=5)])
def test_what_two_releases_show_is_the_same_by_whichever_breakdown_the_ages_are_given(answers):
    second = true_table(2, in_bands(answers, SECOND), SECOND)
    found = []
    for name in (as_is, renamed):
        table = name(second)
        some = {
            p for p, r in table.ranges.items() if p.kind == "force" and p.breakdown and r.low < 10
        }
        known = AllReleases([first_release()], table, what_may_be_hidden(table)).table
        by_category = {(p.body, p.category): r for p, r in attack(known, some).items()}
        unsafe = disclosed(known, some, THRESHOLD)
        changes = {each.range for each in unsafe if isinstance(each.key, CountChange)}
        found.append((by_category, changes))
    assert found[0] == found[1]
    assert ("force-0", "11") in found[0][0]


def test_what_an_earlier_release_prints_of_an_age_is_known_by_another_breakdown_as_well():
    """Of force-0 release 1 prints seven of 13 and six of 14: beside 12-13 it has none of 11."""
    first = true_table(1, in_bands(ANSWERS, FIRST), FIRST)
    public = [as_published(first, {age("force-0", "11-12"), age("force-1", "11-12")})]
    table = renamed(true_table(2, in_bands(ANSWERS, SECOND), SECOND))
    young, old = (age("force-0", c)._replace(breakdown="by-age") for c in ("11", "14"))
    known, chosen = decided(public, table)
    assert attack(known.table, {young, old}) == {young: Range(0, 0), old: Range(6, 6)}
    assert attack(known.table, chosen.hidden)[young] == Range(0, 8)


def test_a_band_of_another_breakdown_that_changed_may_have_changed_by_many_or_not_at_all():
    table = renamed(true_table(2, in_bands(restated(n14=2), SECOND), SECOND))
    hidden_before = {age("force-0", "14"), age("force-0", "11-12")}
    first = true_table(1, in_bands(ANSWERS, FIRST), FIRST)
    known = AllReleases([as_published(first, hidden_before)], table, what_may_be_hidden(table))
    asked = {(each.before.place.category, each.after.category) for each in only_bands(known.table)}
    assert ("14", "14") in asked


def only_bands(table):
    return [each for each in table.changes if isinstance(each.after, FigureKey)]


def test_sums_over_all_forces_may_be_hidden_in_the_first_release_of_another_breakdown_too():
    first, table = (
        first_release(),
        renamed(true_table(2, in_bands(restated(n11=1), SECOND), SECOND)),
    )
    items = AllReleases([first], table, what_may_be_hidden(table)).table.items
    national = age("England", "11")._replace(breakdown="by-age")
    assert items[national] == TableCount(12, 12)


def test_a_change_that_two_earlier_releases_print_does_not_stop_the_split_of_the_band():
    """Twenty of 11-12 became 21, both printed; then they are split into 3 and 18."""
    before = restated(n11=3, n12=17)
    after = before | {"force-0": before["force-0"] | {"12": 18}}
    releases = [(before, FIRST), (after, FIRST), (after, ["11", "12", "13", "14"])]
    public = []
    for number, (answers, categories) in enumerate(releases, 1):
        table = true_table(number, in_bands(answers, categories), categories)
        known, chosen = decided(public, table)
        assert known.new_among(chosen.open, THRESHOLD) == ()
        public.append(as_published(table, chosen.hidden))
    printed = [each.ranges[age("force-0", "11-12")] for each in public[:2]]
    assert printed == [Range(20, 20), Range(21, 21)]
    assert age("force-0", "11") in chosen.hidden


def test_a_band_that_a_later_answer_has_beside_its_ages_changed_by_what_both_changed_by():
    """Of 13 and 14 each change has room; what both changed by is asked about as well."""
    before, after = restated(n13=1, n14=2), restated(n13=3, n14=4, n12=4)
    first = true_table(1, before, ["11", "12", "13", "14"])
    ages = true_table(2, after, ["11", "12", "13", "14"])
    bands = renamed(true_table(2, in_bands(after, ["11", "12", "13-14"]), ["11", "12", "13-14"]))
    both = replace(
        ages,
        ranges={**ages.ranges, **bands.ranges},
        truth={**ages.truth, **bands.truth},
        places=ages.places + bands.places,
        facts={**ages.facts, **bands.facts},
        columns=ages.columns + bands.columns,
    )
    hidden = {age("force-0", c) for c in ("11", "12", "13", "14")}
    known = AllReleases([as_published(first, hidden)], both, what_may_be_hidden(both))
    groups = [c for c in known.table.changes if isinstance(c.before, CountGroup)]
    asked = {tuple(p.place.category for p in c.before.parts) for c in groups}
    assert asked == {("13", "14")}
