"""A platform merged with another, or split, in a breakdown that leaves some cases out."""

import datetime as dt
from dataclasses import replace

import highspy
import pytest

from offences.disclosure import CountGroup, TableCount
from offences.models import Category, FoiSubmission
from offences.refused import Refused
from offences.releases.all_releases import AllReleases
from offences.releases.parts import FigureKey
from offences.releases.release_table import CategoryFacts, ReleaseTable
from offences.releases.replaced_parts import replaced_parts
from offences.statistics.cells import HIDDEN, Range
from tests import worlds
from tests.releases import split_world as split
from tests.releases.conftest import OPENS
from tests.releases.subtracting import published
from tests.worlds import LATER

NONE = "-"
TOTALS = {"westshire": "75", "northshire": "66", "southshire": "29"}
TWO = {
    "westshire": {"Facebook": "19", "Instagram": "16", "Snapchat": "16"},
    "northshire": {"Facebook": "14", "Instagram": "13", "Snapchat": "18"},
    "southshire": {"Facebook": "1", "Instagram": "1", "Snapchat": "0"},
}
ONE = {
    force: {"Meta": str(n), "Snapchat": TWO[force]["Snapchat"]}
    for force, n in (("westshire", 35), ("northshire", 27), ("southshire", 2))
}
OTHER = {force: parts | {"Meta": n} for (force, parts), n in zip(ONE.items(), "674", strict=True)}


def returned(world, answers):
    for at, name in enumerate(next(iter(answers.values())), 1):
        if not world.platforms.categories.filter(name=name).exists():
            Category.objects.create(
                breakdown=world.platforms, slug=name.lower(), name=name, position=at
            )
    for name, parts in answers.items():
        found = FoiSubmission.objects.filter(force__slug=name).first()
        made = found or worlds.submission(world.of_forces[name], world.round)
        cells = {worlds.cell(world.measure, 2018): TOTALS[name]}
        for category in world.platforms.categories.all():
            cells[world.measure.pk, 2018, category.pk] = parts.get(category.name, NONE)
        worlds.enter(made, cells, by=world.officer)
        worlds.check(made, by=world.checker, now=LATER, confirm_zeros=True)


@pytest.fixture
def three(world):
    west = worlds.force("Westshire")
    world.of_forces = {"westshire": west, "northshire": world.north, "southshire": world.south}
    world.platforms = split.platforms(world.measure, ("Snapchat",))
    world.platforms.complete = False
    world.platforms.save()
    split.rule(world.measure, world.approver, world.platforms)
    return world


def both_releases(world, first, second):
    """What two releases show, a few of these platforms in each."""
    returned(world, first)
    world.approved()
    returned(world, second)
    world.approved(public_at=OPENS + dt.timedelta(days=1))
    return published(world.measure)


def ranges(releases):
    """The lowest and highest of each hidden number for a reader who knows what Meta is.

    Written apart from the product: the unknowns are the numbers of the four platforms, and none of
    the totals changed.
    """
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    unknown = {
        (force, platform): solver.addIntegral(lb=0, ub=1000)
        for force in TOTALS
        for platform in ("facebook", "instagram", "snapchat")
    }

    def of(key):
        forces = TOTALS if key.kind == "total" else [key.body]
        names = ["facebook", "instagram"] if key.category == "meta" else [key.category]
        return solver.qsum(unknown[force, name] for force in forces for name in names)

    for force, total in TOTALS.items():
        each = (n for (body, _), n in unknown.items() if body == force)
        solver.addConstr(solver.qsum(each) <= int(total))
    hidden = {}
    for number, figures in releases.items():
        for key, shown in figures.items():
            if key.breakdown and shown is None:
                hidden[number, key] = of(key)
            elif key.breakdown:
                solver.addConstr(of(key) == shown)
    found = {}
    for key, what in hidden.items():
        ends = []
        for ask in (solver.minimize, solver.maximize):
            ask(what)
            ends.append(round(solver.getObjectiveValue()))
        found[key] = tuple(ends)
    return found


@pytest.mark.parametrize(("first", "second"), [(TWO, ONE), (ONE, TWO)])
def test_a_platform_that_takes_the_place_of_two_or_two_of_one_gives_no_small_number_away(
    three, first, second
):
    """England 34 and 30, or 64: less what two forces have it was the two cases of the third."""
    found = ranges(both_releases(three, first, second))
    assert {key.body for _, key in found} >= {"southshire"}
    small = [r for (_, key), r in found.items() if key.body == "southshire"]
    assert all(low == 0 and high >= 4 for low, high in small)


def test_what_is_left_for_the_new_platform_alone_stops_the_release(three, monkeypatch):
    """Northshire has 46 in all and eighteen of Snapchat: of England’s 29 it has not all."""
    monkeypatch.setitem(TOTALS, "northshire", "46")
    returned(three, TWO)
    three.approved()
    returned(three, ONE)
    with pytest.raises(Refused, match=r"Southshire, .* zero is ruled out"):
        three.approved(public_at=OPENS + dt.timedelta(days=1))


def test_a_platform_whose_numbers_are_not_those_of_the_old_ones_hides_nothing_more(three):
    found = both_releases(three, TWO, OTHER)
    assert {
        key.body: n for key, n in found[2].items() if key.category == "meta" and key.kind == "force"
    } == {"westshire": 6, "northshire": 7, "southshire": None}


def release(number, facts=None, **answers):
    """A release of forces with so many of each platform, all of them known."""
    ranges = {
        FigureKey("force", force, 2018, "platform", category): Range.exactly(n)
        for force, numbers in answers.items()
        for category, n in numbers.items()
    }
    facts = {(p.breakdown, p.category): facts or CategoryFacts() for p in ranges}
    return ReleaseTable(number, ranges, tuple(ranges), facts, (), ranges)


BEFORE = {"north": {"fb": 3, "ig": 4, "x": 9, "kik": 1}, "south": {"fb": 5, "ig": 0, "x": 2}}


@pytest.mark.parametrize(
    ("north", "south", "pairs"),
    [
        ({"meta": 7, "x": 9, "kik": 1}, {"meta": 5, "x": 2}, {"fb ig: meta"}),
        ({"meta": 7, "tw": 9, "kik": 1}, {"meta": 5, "tw": 2}, {"fb ig: meta", "x: tw"}),
        ({"a": 1, "b": 2, "ig": 4, "x": 9}, {"a": 5, "b": 0, "ig": 0, "x": 2}, {"fb: a b"}),
        ({"meta": 8, "x": 9, "kik": 1}, {"meta": 5, "x": 2}, set()),  # one more in one force
        ({"meta": 7, "ig": 4, "x": 9}, {"meta": 5, "x": 2, "ig": 0}, set()),  # one is still there
        ({"fb": 3, "ig": 4, "x": 9, "vr": 7}, {"fb": 5, "ig": 0, "x": 2, "vr": 5}, set()),
        ({"meta": 7, "x": 9}, BEFORE["south"], {"fb ig: meta"}),  # the other force has the old
        ({"fb": 3, "ig": 4, "zero": 0, "x": 9}, {"fb": 5, "zero": 0, "x": 2}, set()),
        ({"meta": 8, "x": 9}, {"meta": 5, "x": 2}, {"fb ig kik: meta"}),
    ],
)
def test_categories_took_the_place_of_others_where_the_sums_are_the_same_in_every_force(
    north, south, pairs
):
    tables = [release(1, **BEFORE), release(2, north=north, south=south)]
    found = {
        ": ".join(" ".join(place.category for _, place in side) for side in pair)
        for pair in replaced_parts(tables, lambda *_: True)
        if pair[0][0][1].body == "north"
    }
    assert found == pairs


def test_an_answer_that_changed_and_ages_say_nothing_of_what_took_their_place():
    after = {"north": {"meta": 7, "x": 9, "kik": 1}, "south": {"meta": 5, "x": 2}}
    tables = [release(1, **BEFORE), release(2, **after)]
    assert not list(replaced_parts(tables, lambda *_: False))
    aged = [release(n, CategoryFacts(ages=(9, 9)), **of) for n, of in enumerate((BEFORE, after), 1)]
    assert not list(replaced_parts(aged, lambda *_: True))


def test_of_an_answer_that_changed_with_its_platforms_what_both_come_to_is_a_change():
    """The old categories are still in the breakdown, but the answer has none of them."""
    tables = []
    for number, parts in enumerate(({"fb": 9, "ig": 4, "x": 9}, {"meta": 14, "x": 9}), 1):
        table = release(number, north=parts)
        whole = FigureKey("force", "north", 2018)
        numbers = {**table.ranges, whole: Range.exactly(40 + number)}
        facts = {("platform", each): CategoryFacts() for each in ("fb", "ig", "meta", "x")}
        tables.append(replace(table, ranges=numbers, truth=numbers, facts=facts))
    first, second = tables
    hidden = {p: HIDDEN if p.category in ("fb", "ig") else n for p, n in first.ranges.items()}
    items = {
        p: TableCount(n.low, n.low, must_show=not p.breakdown) for p, n in second.ranges.items()
    }
    known = AllReleases([replace(first, ranges=hidden)], second, items)
    (change,) = (c for c in known.table.changes if isinstance(c.before, CountGroup))
    assert [key.place.category for key in change.before.parts] == ["fb", "ig"]
    assert [key.category for key in change.after.parts] == ["meta"]
