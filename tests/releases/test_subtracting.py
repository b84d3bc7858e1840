"""Two releases, and what their difference shows: no hidden number, and no hidden change."""

import datetime as dt

import pytest

from offences import releases
from offences.counts import mark_checked
from offences.releases.snapshot import snapshot
from tests import rows, worlds
from tests.releases import split_world as split
from tests.releases.conftest import OPENS
from tests.releases.subtracting import Reader
from tests.worlds import LATER

AGES = range(9, 15)
NORTH = "northshire"


def ages(*counts):
    return dict(zip(map(str, AGES), map(str, counts), strict=True)) | {"Not known": "0"}


@pytest.fixture
def five(world):
    """The ages 9 to 14 of five forces; Northshire has two children, both under 11."""

    def make():
        world.ages = split.ages(world.measure, AGES)
        split.rule(world.measure, world.approver, world.ages)
        told = {
            "northshire": ages(1, 1, 0, 0, 0, 0),
            "southshire": ages(2, 3, 11, 25, 31, 40),
            "eastshire": ages(4, 2, 22, 19, 40, 38),
            "westshire": ages(0, 2, 12, 28, 33, 52),
            "midshire": ages(3, 1, 17, 21, 29, 37),
        }
        for name, counts in told.items():
            force = {"northshire": world.north, "southshire": world.south}.get(name)
            split.answer(world, force or worlds.force(name.title()), 2018, {"age": counts})
        return world

    return rows.kept("releases, five forces", make)


def restate(world, name, counts):
    """Another answer of a force about the same year, checked."""
    from offences.models import FoiSubmission

    made = FoiSubmission.objects.get(force__slug=name)
    total = sum(map(int, counts.values()))
    cells = {worlds.cell(world.measure, 2018): str(total)}
    for age, text in counts.items():
        cells[world.measure.pk, 2018, world.ages.categories.get(name=age).pk] = text
    worlds.enter(made, cells, by=world.officer)
    mark_checked(made, by=world.checker, now=LATER, confirm_zeros=True)


def shown(release, body="England"):
    found = release.figures.filter(breakdown="age", body=body, year=2018, state="value")
    return {f.category: f.low for f in found}


def test_the_world_of_two_releases(five):
    one = five.approved()
    restate(five, NORTH, ages(1, 4, 0, 0, 0, 0))
    two = five.approved(public_at=OPENS + dt.timedelta(days=1))
    reader = Reader(five.measure, {1: {}, 2: {NORTH: 1}})
    print(shown(one), shown(two))
    for b in ("northshire", "southshire", "eastshire", "westshire", "midshire"):
        print(b, shown(one, b), shown(two, b))
    print(reader.too_narrow())
    assert reader
