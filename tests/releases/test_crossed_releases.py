"""Releases in a row with crossings: girls of an age are of that age, by whichever breakdown."""

from dataclasses import replace
from itertools import product

import highspy
import pytest

from offences.disclosure import TableCount
from offences.releases import deciding
from offences.releases.age_bands import Comparison, comparisons
from offences.releases.all_releases import AllReleases
from offences.releases.parts import FigureKey
from offences.releases.release_table import CategoryFacts, ReleaseTable
from offences.statistics.cells import HIDDEN, Range
from tests.releases.subtracting import ages_of
from tests.samples import sampled

THRESHOLD = 5
ALL = (0, 99), "gb"
# Girls aged 12, 13 and 14, then boys.
ANSWERS = {
    "force-0": dict(zip("abcdef", (1, 6, 9, 7, 8, 5), strict=True)),
    "force-1": dict(zip("abcdef", (9, 6, 8, 7, 9, 2), strict=True)),
    "force-2": dict(zip("abcdef", (8, 7, 8, 3, 9, 12), strict=True)),
}
CELLS = dict(zip("abcdef", [(a, s) for s in "gb" for a in (12, 13, 14)], strict=True))
BANDS, AGES = ("12-13", "14"), ("12", "13", "14")


def categories(kinds, bands, by_age="age"):
    """Category → the ages and sexes in it, and what is known of it."""
    found = {}
    for band in bands:
        ages = ages_of(band)
        found[by_age, band] = (ages, "gb"), CategoryFacts(complete=True, ages=ages)
        for sex in "gb":
            crosses = {(by_age, band): ages, ("sex", sex): None}
            facts = CategoryFacts(complete=True, ages=ages, crosses=crosses)
            found[f"{by_age}-sex", f"{band}-{sex}"] = (ages, sex), facts
    for sex in "gb":
        found["sex", sex] = (ALL[0], sex), CategoryFacts(complete=True)
    return {m: of for m, of in found.items() if m[0].replace(by_age, "age") in kinds}


def is_in(cell, what):
    (first, last), sexes = what
    age, sex = CELLS[cell]
    return first <= age <= last and sex in sexes


def release_of(number, answers, of):
    """A release of these categories, and what is in each of its figures: of a force, or of all."""
    inside = {}
    for body, kind in [*((force, "force") for force in answers), ("England", "total")]:
        forces = [body] if kind == "force" else list(answers)
        wholes = {("", "total"): ALL} if kind == "force" else {}
        for member, what in [*wholes.items(), *((m, what) for m, (what, _) in of.items())]:
            cells = [(f, cell) for f in forces for cell in CELLS if is_in(cell, what)]
            inside[FigureKey(kind, body, 2018, *member)] = cells
    ranges = {k: Range.exactly(sum(answers[f][c] for f, c in at)) for k, at in inside.items()}
    table = ReleaseTable(
        number,
        ranges,
        tuple(k for k in ranges if k.kind == "force" and k.breakdown),
        {member: facts for member, (_, facts) in of.items()},
        tuple((k, tuple(answers)) for k in ranges if k.kind == "total"),
        ranges,
    )
    return table, inside


def what_may_be_hidden(table):
    def item(key, n):
        if key.kind == "total" or not key.breakdown:
            return TableCount(n, n, must_show=True)
        return TableCount(n, n, must_hide=n < THRESHOLD)

    return {key: item(key, range_.low) for key, range_ in table.ranges.items()}


def decided(public, table):
    known = AllReleases(public, table, what_may_be_hidden(table))
    known, chosen = deciding.decided(known, THRESHOLD, table.number, lambda done, of: None)
    assert known.new_among(chosen.open, THRESHOLD) == ()
    return chosen.hidden


class Stranger:
    """Somebody who knows that each answer is six numbers, and which are in what is shown."""

    def __init__(self):
        self.solver, self.numbers = highspy.Highs(), {}
        self.solver.setOptionValue("output_flag", False)

    def _sum(self, cells, answers):
        for force, cell in cells:
            at = force, cell, tuple(answers[force].values())
            if at not in self.numbers:
                self.numbers[at] = self.solver.addIntegral(lb=0, ub=1000)
        return self.solver.qsum(
            self.numbers[f, cell, tuple(answers[f].values())] for f, cell in cells
        )

    def read(self, table, inside, answers, hidden):
        for key, range_ in table.ranges.items():
            if key not in hidden:
                self.solver.addConstr(self._sum(inside[key], answers) == range_.low)

    def range(self, cells, answers):
        ends = []
        for ask in (self.solver.minimize, self.solver.maximize):
            ask(self._sum(cells, answers))
            ends.append(round(self.solver.getObjectiveValue()))
        return tuple(ends)


def is_safe(found, true):
    low, high = found
    return high - low >= THRESHOLD - 1 and (low == 0 or true >= THRESHOLD)


def restated(**cells):
    return ANSWERS | {"force-0": ANSWERS["force-0"] | cells}


EVERYTHING = ("age", "sex", "age-sex")


KINDS = [
    (("age-sex",), ("age-sex",)),
    (EVERYTHING, EVERYTHING),
    (("age",), ("age-sex",)),
    (("age", "sex"), ("age-sex",)),
    (("age-sex",), ("age", "sex")),
]
LATER = {"same": ANSWERS, "one less": restated(a=3), "both ways": restated(b=8, d=6)}
CASES = [*product(KINDS, LATER, ["age", "years"])]


@pytest.mark.parametrize("case", sampled(CASES, CASES[::5]))
def test_no_hidden_number_follows_from_two_releases_of_crossed_categories(case):
    """The first has ages 12 and 13 as a band, the second each; whatever crosses them, or not.

    Every fifth case in each run has all kinds, all later answers, and both names of the ages.
    """
    (kinds, then), said, by_age = case
    later = LATER[said]
    stranger, public, hidden = Stranger(), [], []
    releases = [(ANSWERS, categories(kinds, BANDS)), (later, categories(then, AGES, by_age))]
    for number, (answers, of) in enumerate(releases, 1):
        table, inside = release_of(number, answers, of)
        chosen = decided(public, table)
        shown = {k: HIDDEN if k in chosen else r for k, r in table.ranges.items()}
        public.append(replace(table, ranges=shown))
        stranger.read(table, inside, answers, chosen)
        hidden += [(key, inside[key], answers, table.ranges[key].low) for key in chosen]
    for key, cells, answers, true in hidden:
        if key.kind == "force":
            assert is_safe(stranger.range(cells, answers), true), key


def test_girls_of_an_age_are_at_most_all_of_that_age_and_with_the_boys_they_are_all():
    of = categories(EVERYTHING, ["13"])
    age, girls, boys = ("age", "13"), ("age-sex", "13-g"), ("age-sex", "13-b")

    def compared(*members, complete):
        table, _ = release_of(1, ANSWERS, {member: of[member] for member in members})
        facts = {m: replace(known, complete=complete) for m, known in table.facts.items()}
        return list(comparisons([replace(table, facts=facts)]))

    assert compared(age, girls, boys, complete=True) == [Comparison((age,), (girls, boys), True)]
    assert compared(age, girls, complete=False) == [Comparison((age,), (girls,), False)]


def test_cells_that_do_not_come_to_what_they_cross_are_at_most_that_and_say_of_no_change():
    """Of one child of 13 of each force the sex is not known: the same in both releases."""
    of = categories(EVERYTHING, AGES)
    table, _ = release_of(1, ANSWERS, of)
    ranges = dict(table.ranges)
    for key, range_ in table.ranges.items():
        if (key.breakdown, key.category) in {("age", "13"), ("", "total")}:
            ranges[key] = Range.exactly(range_.low + (1 if key.kind == "force" else len(ANSWERS)))
    table = replace(table, ranges=ranges, truth=ranges)
    second = replace(table, number=2)
    known = AllReleases([table], second, what_may_be_hidden(second)).table
    assert set(known.items) == set(ranges)
    girls, boys = ("force-0", "13-g"), ("force-0", "13-b")
    at_most = [
        each for each in known.known if {(p.body, p.category) for p in each.less} == {girls, boys}
    ]
    assert [(each.parts[0].category, each.low, each.high) for each in at_most] == [("13", 0, None)]
    equal = {
        s.whole.category
        for s in known.sums
        if (s.whole.body, s.whole.breakdown) == ("force-0", "age")
    }
    assert equal == {"12", "14"}
