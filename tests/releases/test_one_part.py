"""One part of a figure is corrected: a platform’s number, beside a total that stays."""

from dataclasses import replace

import pytest
from django.urls import reverse

from offences import releases
from offences.models import Force, Release
from offences.refused import Refused
from offences.releases import one_figure
from offences.releases.hiding import decide_hidden
from tests import rows, worlds
from tests.releases import split_world as split
from tests.releases.subtracting import age
from tests.releases.test_one_figure import WHY, approved, changed
from tests.releases.test_subtracting import ages, five, restate  # noqa: F401
from tests.worlds import LATER

PLATFORMS = ("Facebook", "Snapchat")


def by_platform(world):
    """Three forces by platform, which is known in some cases only; small counts are hidden."""
    of = split.platforms(world.measure, PLATFORMS)
    of.complete = False
    of.save()
    split.rule(world.measure, world.approver, of)
    world.made = platforms_of(world, world.north, 20, 30)
    platforms_of(world, world.south, 11, 25)
    world.east = worlds.force("Eastshire")
    world.small = platforms_of(world, world.east, 14, 2)
    return world


def platforms_of(w, force, *counts, total="80"):
    names = ("Facebook", "Snapchat", "Not known")
    texts = dict(zip(names, (*map(str, counts), "12"), strict=True))
    return split.answer(w, force, 2018, {"platform": texts}, total)


def retype(w, made, total="80", **texts):
    """A return with other counts, checked."""
    of = {c.slug: c.pk for c in split.Category.objects.filter(breakdown__slug="platform")}
    cells = {(w.measure.pk, 2018, of[slug]): text for slug, text in texts.items()}
    worlds.enter(made, cells | {worlds.cell(w.measure, 2018): total}, by=w.officer)
    worlds.check(made, by=w.checker, now=LATER, confirm_zeros=True)


@pytest.fixture
def split_out(world):
    def make():
        w = by_platform(world)
        w.base = w.approved()
        return w

    return rows.kept("releases, by platform", make)


def correct_part(w, slug, force=None):
    of = (w.base, force or w.north, 2018, ("platform", slug))
    return releases.correct_figure(*of, why=WHY, by=w.officer, now=LATER)


def test_of_one_part_it_differs_in_that_part_and_in_the_sums_of_it_and_in_nothing_else(split_out):
    retype(split_out, split_out.made, total="81", facebook="26", snapchat="31")
    release = approved(split_out, correct_part(split_out, "facebook"))
    assert changed(split_out.base, release) == {
        ("northshire", 2018, "facebook"),
        ("England", 2018, "facebook"),
    }
    of = {(f.body, f.category): f for f in release.figures.filter(year=2018)}
    assert (of["northshire", "facebook"].low, of["England", "facebook"].low) == (26, 51)
    assert of["northshire", "facebook"].revised_why == WHY
    assert (of["northshire", "snapchat"].low, of["northshire", "total"].low) == (30, 80)
    assert (of["eastshire", "snapchat"].low, of["eastshire", "snapchat"].high) == (0, None)


def test_a_part_that_was_hidden_is_not_shown_by_its_correction(split_out):
    """Eastshire had 2 and has 12: who subtracts the old total of England from the new one has 2."""
    retype(split_out, split_out.small, snapchat="12")
    release = approved(split_out, correct_part(split_out, "snapchat", split_out.east))
    was, now = (
        {f.body: f.state for f in each.figures.filter(category="snapchat", year=2018)}
        for each in (split_out.base, release)
    )
    assert (was["eastshire"], was["England"]) == ("suppressed", "value")
    assert (now["eastshire"], now["England"]) == ("value", "suppressed")


def test_a_part_that_would_let_readers_subtract_a_hidden_one_is_refused(split_out, monkeypatch):
    """One more place would have to be hidden, of which nothing was corrected."""
    retype(split_out, split_out.made, facebook="26")
    beside = age("England", "facebook")._replace(breakdown="platform", kind="total")

    def decided(*given):
        found = decide_hidden(*given)
        return replace(found, places=found.places | {beside._replace(category="snapchat")})

    monkeypatch.setattr(one_figure, "decide_hidden", decided)
    with pytest.raises(Refused, match="would show a hidden number unless England"):
        correct_part(split_out, "facebook")
    assert Release.objects.count() == 1


@pytest.mark.parametrize(
    ("slug", "texts", "refused"),
    [
        ("facebook", {"facebook": "60"}, "add up to 102, and the whole figure is 80"),
        ("facebook", {"facebook": "[x]"}, "is not, or was not, a number"),
        ("facebook", {"snapchat": "31"}, "as it was released"),
        ("twitter", {"facebook": "26"}, "has no such figure"),
    ],
)
def test_a_part_that_cannot_be_corrected_alone_is_refused(split_out, slug, texts, refused):
    retype(split_out, split_out.made, **texts)
    with pytest.raises(Refused, match=refused):
        correct_part(split_out, slug)
    assert Release.objects.count() == 1


def test_a_part_of_a_breakdown_that_added_up_is_not_corrected_alone(five):  # noqa: F811
    base = five.approved()
    restate(five, "westshire", ages((0, 2, 12, 28, 33, 50)))
    west = Force.objects.get(slug="westshire")
    with pytest.raises(Refused, match="add up to 125, and the whole figure is 127"):
        releases.correct_figure(
            base, west, 2018, ("age", "14"), why=WHY, by=five.officer, now=LATER
        )


def test_the_page_corrects_a_part_that_is_chosen_on_it(split_out, client):
    client.force_login(split_out.officer)
    address = reverse("admin:offences_release_correct_figure", args=[split_out.base.pk])
    chosen = {"force": "northshire", "year": 2018, "part": "platform/facebook"}
    page = client.get(address, chosen).content.decode()
    assert '<b class="is">20</b>' in page and "<s " not in page  # nothing is struck out yet
    retype(split_out, split_out.made, facebook="26")
    page = client.get(address, chosen).content.decode()
    assert "Northshire, 2018/19, By platform: Facebook" in page and '<s class="was">' in page
    client.post(address, {**chosen, "why": WHY})
    release = Release.objects.get(number=2)
    assert release.corrected_part == ("platform", "facebook") and release.corrects_why == WHY
    page = client.get(reverse("admin:offences_release_correct", args=[release.pk]))
    assert "By platform: Facebook" in page.content.decode()


def test_by_its_date_nobody_sees_which_hidden_part_of_the_answer_is_as_it_was(world):
    """Northshire’s parts were shown; now two is hidden, and with it one that did not change."""
    split.rule(world.measure, world.approver, split.platforms(world.measure, PLATFORMS))
    made = platforms_of(world, world.north, 20, 30, total="62")
    platforms_of(world, world.south, 11, 25, total="48")
    base = world.approved()
    retype(world, made, total="44", facebook="2")
    correction = releases.correct_figure(
        base, world.north, 2018, why=WHY, by=world.officer, now=LATER
    )
    release = approved(world, correction)
    hidden = release.figures.filter(state="suppressed", breakdown="platform", year=2018)
    unchanged = base.figures.filter(body="northshire", low__in=[12, 30]).values_list("category")
    assert hidden.filter(body="northshire", category__in=unchanged).exists()
    assert {f.published_on for f in hidden} == {release.figures.get(low=44).published_on}
