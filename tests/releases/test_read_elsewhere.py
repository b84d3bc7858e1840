"""What readers have of a release from elsewhere: early copies, and what forces published."""

import pytest

from offences import press
from offences.models import AlreadyPublic, Force, PreReleaseLog, PreReleaseReader
from offences.releases import prerelease_access, withdraw
from tests import worlds
from tests.releases import split_world as split
from tests.releases.subtracting import age
from tests.releases.test_subtracting import (
    NORTH,
    WEST,
    ages,
    five,  # noqa: F401
    five_forces,
    is_wide,
    national,
    next_day,
    reader_of,
    restate,
)
from tests.worlds import NOW


def issue_its_texts(world, release):
    officer = worlds.person("Di Fox", "Press officer")
    drafts = press.draft_event(worlds.event(release), by=officer, now=NOW)
    worlds.issue(drafts[0], by=world.approver, now=NOW)


def let_a_reader_open_it(world, release):
    reader = PreReleaseReader.objects.create(
        release=release,
        name="Flo Ash",
        role="Chair, the charity",
        email="flo@example.org",
        why="Answers to ministers",
        opens_at=release.public_at - prerelease_access.EARLIEST,
        expires_at=release.public_at,
        added_by=world.approver,
        added_at=NOW,
    )
    PreReleaseLog.objects.create(
        release=release, what="opened", reader=reader, path="/releases/online/1/", at=NOW
    )


@pytest.mark.parametrize("read", [issue_its_texts, let_a_reader_open_it])
def test_a_release_withdrawn_before_it_was_public_is_known_to_those_who_had_it_early(
    five,  # noqa: F811
    read,
):
    first = five.approved()
    read(five, first)
    withdraw(first, by=five.approver, now=NOW, reason="A slip.")
    restate(five, NORTH, ages((1, 4, 0, 0, 0, 0)))
    assert national(next_day(five)).keys() == {"11", "12", "13", "14", "not-known"}


def test_the_old_number_that_a_force_published_does_not_show_its_new_one(world):
    """Northshire had published that 4 were 11, and now has 3; Westshire, restated too, hides 2."""
    few, more = (0, 0, 4, 4, 0, 0), (0, 0, 3, 6, 0, 0)
    five_forces(world, few, without=[WEST])
    split.answer(world, Force.objects.get(slug=WEST), 2018, {"age": ages((0, 0, 1, 1, 0, 0))})
    world.approved()
    AlreadyPublic.objects.create(
        force=world.north,
        category=world.ages.categories.get(name="11"),
        year=2018,
        value=4,
        document=worlds.publication(),
        recorded_by=world.approver,
        recorded_at=NOW,
    )
    restate(world, NORTH, ages(more))
    restate(world, WEST, ages((0, 0, 2, 1, 0, 0)))
    next_day(world)
    reader = reader_of(world, {}, {NORTH: 1, WEST: 1})
    reader.solver.addConstr(reader.hidden[1, age(NORTH, "11")] == 4)
    assert is_wide(reader.number(2, age(NORTH, "11")))
