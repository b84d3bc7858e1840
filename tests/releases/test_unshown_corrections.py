"""An answer that was corrected in hidden numbers alone: readers who subtract have to know."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from offences import releases
from tests import worlds
from tests.exports.reading import csv_rows
from tests.releases.conftest import OPENS
from tests.releases.test_subtracting import (
    OTHERS,
    ages,
    five,  # noqa: F401
    restate,
)

ONE_MORE_OF_NINE = (3, 2, *OTHERS["southshire"][2:])  # and one fewer of ten: the total stays
SENTENCE = "2018/19: the answer was corrected in release 3, in numbers that are not shown."


DAYS = [OPENS + dt.timedelta(days=n) for n in range(10)]


def released(world, day, **restated):
    """The release of a day, after the answers of these forces were corrected on it."""
    for force, counts in restated.items():
        restate(world, force, ages(counts), now=day)
    signed = day + dt.timedelta(hours=2)
    release = world.prepare()
    worlds.approve(release, by=world.approver, now=signed, public_at=signed)
    return release


@pytest.fixture
def three_releases(five):  # noqa: F811
    """Northshire's total rises in the second; in the third Southshire's hidden ages change."""
    released(five, DAYS[0])
    released(five, DAYS[1], northshire=(1, 4, 0, 0, 0, 0))
    released(five, DAYS[2], southshire=ONE_MORE_OF_NINE)
    return five


def read(client, name, *args):
    with time_machine.travel(DAYS[9], tick=False):
        return client.get(reverse(name, args=args)).text


def test_a_release_names_the_answers_that_were_corrected_in_numbers_it_does_not_show(
    three_releases,
):
    named = [r.unshown_corrections for r in three_releases.measure.releases.order_by("number")]
    assert named == [[], [], [{"force": "southshire", "year": 2018}]]


def test_the_correction_of_a_shown_number_is_not_named_twice(five):  # noqa: F811
    released(five, DAYS[0])
    assert not released(five, DAYS[1], southshire=(3, 2, 11, 25, 31, 41)).unshown_corrections


def test_what_a_withdrawn_release_corrected_is_named_by_the_next(three_releases):
    world = three_releases
    third = world.measure.releases.get(number=3)
    withdraw = {"by": world.approver, "reason": "A slip"}
    releases.withdraw(third, now=DAYS[3], **withdraw)
    assert released(world, DAYS[4]).unshown_corrections == [{"force": "southshire", "year": 2018}]


def test_readers_find_it_where_they_look_for_changes(three_releases, client):
    measure = three_releases.measure.slug
    changes = read(client, "release_changes", measure, 3)
    assert "No figure that is shown changed." in changes or "Figures that changed" in changes
    assert "This answer was corrected in numbers that are not shown" in changes
    assert "Southshire</a>, 2018/19" in changes
    assert "withheld or hidden <span" in changes  # England's nine, in release 2
    assert "at least 0" not in changes
    assert SENTENCE in read(client, "force", "southshire")
    assert SENTENCE not in read(client, "force", "northshire")
    feed = read(client, "releases_feed")
    assert feed.count("and one answer was corrected in numbers that are not shown") == 1
    assert "corrected in numbers" not in read(client, "force_feed", "northshire")
    assert "corrected in numbers" in read(client, "force_feed", "southshire")
    rows = csv_rows(read(client, "release_file", measure, 3, "changes.csv").encode())
    of_answer = [row for row in rows if row["change"] == "corrected, not shown"]
    assert [(row["place"], row["year"], row["number"]) for row in of_answer] == [
        ("Southshire Police", "2018/19", 112)
    ]
    assert of_answer[0]["number_before"] == of_answer[0]["number"]


def test_it_is_remembered_after_the_next_release(three_releases, client):
    assert released(three_releases, DAYS[3]).unshown_corrections == []
    assert SENTENCE in read(client, "force", "southshire")
    assert "corrected in numbers" not in read(
        client, "release_changes", three_releases.measure.slug, 4
    )


def test_approvers_read_it_before_they_sign(three_releases, client):
    world = three_releases
    restate(world, "southshire", ages(OTHERS["southshire"]), now=DAYS[3])
    release = world.prepare()
    client.force_login(world.approver)
    page = client.get(reverse("admin:offences_release_approve", args=[release.pk])).text
    assert "Corrected in numbers that are not shown, as readers are told: Southshire, 2018/19." in (
        page
    )
