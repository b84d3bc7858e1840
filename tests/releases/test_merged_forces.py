"""Two forces that became one between releases: their hidden numbers are not what it differs by."""

import pytest

from offences.models import FoiSubmission, Force
from offences.releases.merged_forces import merged_figures
from offences.releases.parts import FigureKey
from offences.releases.release_table import CategoryFacts, ReleaseTable
from offences.statistics.cells import Range
from tests import worlds
from tests.releases import split_world as split
from tests.releases.subtracting import age
from tests.releases.test_subtracting import (
    LARGE,
    NORTH,
    WEST,
    ages,
    five_forces,
    is_wide,
    next_day,
    reader_of,
    restate,
)

AGES = ("9", "10", "11")
NEW, SOUTH = "borderland", "southshire"
FEW, AS_FEW = (2, 2, 2, 28, 33, 52), (2, 3, 4, 25, 31, 40)


def merged(world):
    """Northshire and Westshire, with two of eleven, are one force from the second release on."""
    five_forces(world, LARGE, without=[WEST, SOUTH])
    split.answer(world, Force.objects.get(slug=WEST), 2018, {"age": ages(FEW)})
    split.answer(world, world.south, 2018, {"age": ages(AS_FEW)})
    world.approved()
    FoiSubmission.objects.filter(force__slug__in=[NORTH, WEST]).update(
        checked_at=None, checked_by=None
    )
    restate(world, SOUTH, ages((2, 3, 20, 25, 31, 42)))
    split.answer(
        world,
        worlds.force(NEW.title()),
        2018,
        {"age": ages(map(sum, zip(LARGE, FEW, strict=True)))},
    )
    next_day(world)


def test_the_numbers_of_a_merged_force_do_not_show_those_of_the_two_that_it_was(world):
    merged(world)
    reader = reader_of(world, {}, {SOUTH: 1})
    for category in map(str, range(9, 15)):
        new, north, west = (
            reader._unknown(n, age(body, category)) for n, body in ((2, NEW), (1, NORTH), (1, WEST))
        )
        reader.solver.addConstr(new == north + west)
    assert is_wide(reader.number(1, age(WEST, "11")))


def release(number, **answers):
    """A release of forces with so many at ages 9, 10 and 11 each."""
    ranges = {}
    for force, counts in answers.items():
        whole = FigureKey("force", force, 2018)
        ranges[whole] = Range.exactly(sum(counts))
        for category, count in zip(AGES, counts, strict=True):
            ranges[whole._replace(breakdown="age", category=category)] = Range.exactly(count)
    facts = {("age", category): CategoryFacts() for category in AGES}
    return ReleaseTable(number, ranges, (), facts, (), ranges)


@pytest.mark.parametrize(
    ("then", "figures"),
    [
        ({"new": (3, 7, 0)}, 4),
        ({"new": (3, 6, 1)}, 2),  # its numbers at two ages were restated since
        ({"new": (4, 6, 0)}, 0),  # it has as many in all, but others
        ({"new": (3, 7, 1)}, 0),  # it has more in all
        ({"new": (3, 7, 0), "west": (2, 4, 0)}, 0),  # one of the two is still there
        ({"north": (1, 3, 0), "west": (2, 4, 0)}, 0),
    ],
)
def test_two_forces_are_taken_for_merged_where_the_total_and_a_part_add_up(then, figures):
    """What adds up is linked, and a part that does not is left alone."""
    first = release(1, north=(1, 3, 0), west=(2, 4, 0), south=(9, 9, 0))
    found = list(merged_figures([first, release(2, south=(9, 9, 0), **then)]))
    assert len(found) == figures
    assert all(key.body == "new" for (_, key), _ in found)
