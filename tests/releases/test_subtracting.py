"""Releases of which two are subtracted: no hidden number is found, and no hidden change."""

import csv
import datetime as dt
import io

import pytest
import time_machine
from django.urls import reverse

from offences import press, releases
from offences.models import Category, FoiSubmission
from offences.refused import Refused
from offences.releases import withdraw
from tests import rows, worlds
from tests.releases import split_world as split
from tests.releases.conftest import OPENS
from tests.releases.subtracting import Reader, age, published
from tests.worlds import LATER, NOW

AGES = range(9, 15)
NORTH, WEST = "northshire", "westshire"
OTHERS = {
    "southshire": (2, 3, 11, 25, 31, 40),
    "eastshire": (4, 2, 22, 19, 40, 38),
    WEST: (0, 2, 12, 28, 33, 52),
    "midshire": (3, 1, 17, 21, 29, 37),
}
SMALL, LARGE = (1, 1, 0, 0, 0, 0), (1, 12, 9, 11, 15, 17)


def ages(counts):
    return dict(zip(map(str, AGES), map(str, counts), strict=True)) | {"Not known": "0"}


def five_forces(world, north=SMALL, without=()):
    """The ages 9 to 14 of five forces in one year, and the rule that lets them out."""
    world.ages = split.ages(world.measure, AGES)
    split.rule(world.measure, world.approver, world.ages)
    for name, counts in {NORTH: north, **OTHERS}.items():
        force = {NORTH: world.north, "southshire": world.south}.get(name)
        force = force or worlds.force(name.title())
        if name not in without:
            split.answer(world, force, 2018, {"age": ages(counts)})
    return world


@pytest.fixture
def five(world):
    return rows.kept("releases, five forces", lambda: five_forces(world))


@pytest.fixture
def large(world):
    return rows.kept("releases, five forces, one larger", lambda: five_forces(world, LARGE))


def restate(world, name, counts, now=NOW):
    """Another answer of a force about the same year, checked."""
    made = FoiSubmission.objects.get(force__slug=name)
    cells = {worlds.cell(world.measure, 2018): str(sum(map(int, counts.values())))}
    for category, text in counts.items():
        key = (
            world.measure.pk,
            2018,
            Category.objects.get(breakdown__slug="age", name=category).pk,
        )
        cells[key] = text
    worlds.enter(made, cells, by=world.officer, now=now)
    worlds.check(made, by=world.checker, now=now + dt.timedelta(hours=1), confirm_zeros=True)


def next_day(world, day=1):
    return world.approved(public_at=OPENS + dt.timedelta(days=day))


def national(release):
    found = release.figures.filter(breakdown="age", body="England", year=2018)
    return {f.category: f.low for f in found if f.state == "value"}


def hidden_in(release, body):
    found = release.figures.filter(breakdown="age", body=body, year=2018, state="suppressed")
    return {f.category for f in found}


def reader_of(world, *editions):
    return Reader(published(world.measure), dict(enumerate(editions, 1)))


def is_wide(found):
    low, high = found
    return low <= 0 <= high and high - low >= 4


def test_what_two_releases_differ_by_does_not_show_how_many_children_of_ten_a_force_has(five):
    """Northshire had two children and has five: England's ten-year-olds were 9 and would be 12."""
    five.approved()
    restate(five, NORTH, ages((1, 4, 0, 0, 0, 0)))
    second = next_day(five)
    reader = reader_of(five, {}, {NORTH: 1})
    assert reader.number(2, age(NORTH, "10")) == (0, 5)
    assert reader.change(1, 2, age(NORTH, "10")) == (-2, 5)
    # Lost are two ages of England, no more; what Northshire did not change is shown again.
    assert national(second).keys() == {"11", "12", "13", "14", "not-known"}
    assert hidden_in(second, "southshire") == hidden_in(
        five.measure.releases.get(number=1), "southshire"
    )


def test_one_more_child_of_ten_is_not_shown_by_one_more_in_all(large):
    """65 becomes 66, and England's ten-year-olds would be one more."""
    large.approved()
    restate(large, NORTH, ages((1, 13, 9, 11, 15, 17)))
    second = next_day(large)
    assert is_wide(reader_of(large, {}, {NORTH: 1}).change(1, 2, age(NORTH, "10")))
    assert "10" not in national(second)


def test_a_hidden_total_that_changed_makes_no_other_answer_one_that_may_have_changed(world):
    """Its sum over all forces differs by more than a visible correction explains."""
    five_forces(world, without=[WEST])
    split.rule(world.measure, world.approver, world.ages, totals_public=False)
    world.approved()
    restate(world, NORTH, ages((1, 2, 0, 0, 0, 0)))
    restate(world, "eastshire", ages((4, 2, 22, 19, 40, 39)))
    table = releases.snapshot(world.prepare()).hidden.table
    past = {key.place.body for key, item in table.items.items() if item.past}
    assert {NORTH, "eastshire"} <= past
    assert not past & {"southshire", "midshire"}


def test_what_the_only_hidden_total_that_changed_changed_by_is_not_shown_by_the_sum_of_totals(
    world,
):
    five_forces(world)
    split.rule(world.measure, world.approver, world.ages, totals_public=False)
    world.approved()
    restate(world, NORTH, ages((1, 2, 0, 0, 0, 0)))
    with pytest.raises(Refused, match=r"the change of Northshire, 2018/19 since .*: \+1"):
        next_day(world)


def test_a_force_that_had_none_and_has_three(world):
    five_forces(world, (0, 0, 0, 0, 0, 0))
    world.approved()
    restate(world, NORTH, ages((0, 3, 0, 0, 0, 0)))
    second = next_day(world)
    assert reader_of(world, {}, {NORTH: 1}).number(2, age(NORTH, "10")) == (0, 3)
    assert "10" in hidden_in(second, NORTH)
    assert "10" not in national(second)


def test_a_force_that_joins_late_is_not_what_the_sums_differ_by(world):
    five_forces(world, without=[WEST])
    world.approved()
    force = FoiSubmission.objects.model._meta.get_field("force").related_model.objects.get(
        slug=WEST
    )
    split.answer(world, force, 2018, {"age": ages(OTHERS[WEST])})
    second = next_day(world)
    reader = reader_of(world, {}, {})
    for category in hidden_in(second, WEST):
        assert is_wide(reader.number(2, age(WEST, category))), category


def test_a_force_that_leaves_is_not_what_the_sums_differ_by(five):
    first = five.approved()
    FoiSubmission.objects.filter(force__slug=WEST).update(checked_at=None, checked_by=None)
    next_day(five)
    reader = reader_of(five, {}, {})
    for category in hidden_in(first, WEST):
        assert is_wide(reader.number(1, age(WEST, category))), category
    assert not five.measure.releases.get(number=2).figures.filter(breakdown="age", body=WEST)


def test_a_withdrawn_release_is_known_as_well(five):
    first = five.approved()
    withdraw(first, by=five.approver, now=OPENS + dt.timedelta(hours=1), reason="A slip.")
    restate(five, NORTH, ages((1, 4, 0, 0, 0, 0)))
    assert national(next_day(five)).keys() == {"11", "12", "13", "14", "not-known"}


def test_a_release_withdrawn_before_it_was_public_is_not_known(five):
    first = five.approved()
    withdraw(first, by=five.approver, now=NOW, reason="A slip.")
    restate(five, NORTH, ages((1, 4, 0, 0, 0, 0)))
    assert national(next_day(five)).keys() == {"9", "10", "11", "12", "13", "14", "not-known"}


def test_a_sum_stays_hidden_while_nothing_else_changes_and_is_shown_after_another_revision(five):
    five.approved()
    restate(five, NORTH, ages((1, 4, 0, 0, 0, 0)))
    next_day(five)
    assert national(next_day(five, 2)).keys() == {"11", "12", "13", "14", "not-known"}
    restate(five, "midshire", ages((5, 4, 17, 22, 29, 37)))
    restate(five, "eastshire", ages((1, 9, 22, 19, 42, 38)))
    fourth = next_day(five, 3)
    assert {"9", "10"} <= national(fourth).keys()
    reader = reader_of(five, {}, {NORTH: 1}, {NORTH: 1}, {NORTH: 1, "midshire": 1, "eastshire": 1})
    assert reader.number(4, age(NORTH, "10")) == (0, 5)
    for body in ("midshire", "eastshire"):
        assert is_wide(reader.change(1, 4, age(body, "10"))), body


def give(world, categories):
    """The answers with ages 9 and 10 in one band, or each by itself, and no others."""
    for submission in FoiSubmission.objects.all():
        now = submission.counts.filter(retired_at__isnull=True)
        found = {c.category.slug: c.value for c in now.filter(category__breakdown=world.ages)}
        young = found.get("9-10", found.get("9", 0) + found.get("10", 0))
        given = (
            {"9-10": young} if categories == ["9-10"] else {"9": young // 2, "10": (young + 1) // 2}
        )
        cells = {
            (world.measure.pk, 2018, world.ages.categories.get(slug=slug).pk): str(n)
            for slug, n in given.items()
        }
        worlds.enter(submission, cells, by=world.officer)
        worlds.check(submission, by=world.checker, now=LATER, confirm_zeros=True)
    for slug in {"9", "10", "9-10"} - set(categories):
        world.measure.counts.filter(category__slug=slug).update(replaces=None)
        world.measure.counts.filter(category__slug=slug).delete()
        world.ages.categories.filter(slug=slug).delete()


@pytest.fixture
def banded(world):
    """Five forces that gave ages 9 and 10 together."""

    def make():
        five_forces(world, LARGE)
        Category.objects.create(
            breakdown=world.ages, slug="9-10", name="9 to 10", age_from=9, age_to=10, position=1
        )
        give(world, ["9-10"])
        return world

    return rows.kept("releases, a band of ages", make)


def add_single_ages(world):
    for n in (9, 10):
        Category.objects.create(
            breakdown=world.ages, slug=str(n), name=str(n), age_from=n, age_to=n, position=n
        )


def test_a_band_that_is_split_is_known_to_be_its_ages(banded):
    banded.approved()
    add_single_ages(banded)
    give(banded, ["9", "10"])
    second = next_day(banded)
    table = releases.snapshot(second).hidden.table
    [row] = [each for each in table.sums if each.parts == (age(NORTH, "9"), age(NORTH, "10"))]
    assert str(row.whole) == "Northshire, 2018/19, age 9-10 in release 1"
    assert {"9", "10"} <= hidden_in(second, NORTH)


def test_ages_that_become_a_band_which_everybody_can_add_up_stop_the_release(large):
    """9 and 10 are all that release 1 hides of Eastshire: together they are what is left."""
    large.approved()
    Category.objects.create(
        breakdown=large.ages, slug="9-10", name="9 to 10", age_from=9, age_to=10, position=1
    )
    give(large, ["9-10"])
    with pytest.raises(Refused, match="keep the force’s earlier answer and the earlier cat"):
        next_day(large)


def test_readers_and_texts_do_without_the_sums_that_are_hidden(five, client):
    five.approved()
    restate(five, NORTH, ages((1, 4, 0, 0, 0, 0)))
    second = next_day(five)
    texts = press.draft_event(worlds.event(second), by=five.officer, now=NOW)
    assert not any("aged 10" in text.text for text in texts)
    with time_machine.travel(OPENS + dt.timedelta(days=2)):
        for address in ("/measures/online/", "/releases/online/2/", "/releases/online/2/changes/"):
            page = client.get(address)
            assert page.status_code == 200, address
            shown = page.content.decode()
            assert "[c]" in shown or "small numbers are hidden" in shown, address
        file = client.get(reverse("release_csv", args=["online", 2])).content.decode("utf-8-sig")
    sums = [
        row
        for row in csv.DictReader(io.StringIO(file))
        if row["place"] == "England" and row["category"] in ("9", "10")
    ]
    assert [(row["number"], row["marker"]) for row in sums] == [("", "c"), ("", "c")]
