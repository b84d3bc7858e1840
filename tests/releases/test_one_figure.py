"""One figure of a public release is corrected, and nothing else of it changes."""

import csv
import datetime as dt
import io
from dataclasses import replace

import pytest
import time_machine
from django.urls import reverse

from offences import releases
from offences.disclosure import Disclosed
from offences.models import Force, Release
from offences.refused import Refused
from offences.releases import one_figure
from offences.releases.hiding import decide_hidden
from offences.statistics.cells import Range
from offences.words.revisions import hidden
from tests import rows, worlds
from tests.releases import split_world as split
from tests.releases.conftest import OPENS
from tests.releases.subtracting import NONE, Reader, age, published
from tests.releases.test_subtracting import NORTH, WEST, ages, five, five_forces, is_wide, restate  # noqa: F401
from tests.worlds import LATER

AGAIN = OPENS + dt.timedelta(days=20)
WHY = "Two digits were swapped when it was typed"
BESIDE = ("release", "id", "previously", "previously_in", "history", "published_on")


def content(release) -> dict[tuple, dict]:
    """The figures of a release by their keys, without what names the release."""
    key = (
        "figure_kind",
        "body_kind",
        "body",
        "year",
        "period",
        "breakdown",
        "category",
        "publication",
    )
    names = [f.attname for f in release.figures.model._meta.concrete_fields]
    left = [n for n in names if n not in (*BESIDE, "release_id")]
    return {
        tuple(getattr(f, n) for n in key): {n: getattr(f, n) for n in left}
        for f in release.figures.all()
    }


def changed(old: Release, new: Release) -> set[tuple]:
    """Whose figures differ between two releases: body, year, category."""
    was, now = content(old), content(new)
    return {(k[2], k[3], k[6]) for k in was.keys() | now.keys() if was.get(k) != now.get(k)}


def enter(w, made, year, text, *, checked=True):
    worlds.enter(made, {worlds.cell(w.measure, year): text}, by=w.officer)
    if checked:
        worlds.check(made, by=w.checker, now=LATER, confirm_zeros=True)


def correct(w, base, force, year=2018, why=WHY, by=None):
    return releases.correct_figure(base, force, year, why=why, by=by or w.officer, now=LATER)


def approved(w, release, public_at=AGAIN):
    releases.approve(release, by=w.approver, now=LATER, public_at=public_at)
    return release


@pytest.fixture
def out(world):
    """Release 1 with three forces; then work on the return of each goes on."""

    def make(w=world):
        w.east = worlds.force("Eastshire")
        w.made = w.answer(w.north, {2017: "120", 2018: "152"})
        w.other = w.answer(w.south, {2017: "30", 2018: "40"})
        w.third = w.answer(w.east, {2017: "71", 2018: "64"})
        w.base = w.approved()
        enter(w, w.other, 2018, "44")  # another correction, checked, that nobody released yet
        enter(w, w.third, 2017, "70", checked=False)
        return w

    return rows.kept("releases, one figure", make)


def test_it_differs_in_the_figure_and_in_the_sums_it_is_in_and_in_nothing_else(out):
    enter(out, out.made, 2018, "142")
    release = approved(out, correct(out, out.base, out.north))
    assert changed(out.base, release) == {("northshire", 2018, "total"), ("England", 2018, "total")}
    of = {(f.body, f.year): f for f in release.figures.all()}
    assert of["northshire", 2018].low == 142
    assert of["England", 2018].low == 142 + 40 + 64
    assert of["northshire", 2018].revised_why == WHY
    assert (of["northshire", 2018].previously, of["northshire", 2018].previously_in) == (152, 1)
    assert list(release.responses.values_list("force", "outcome", "reference")) == list(
        out.base.responses.values_list("force", "outcome", "reference")
    )


def test_prepared_it_is_in_review_at_once_and_a_second_person_approves_it(out):
    enter(out, out.made, 2018, "142")
    release = correct(out, out.base, out.north)
    assert release.review_at and release.number == 2
    with pytest.raises(Refused, match="prepared this release"):
        releases.approve(release, by=out.officer, now=LATER, public_at=AGAIN)
    approved(out, release)


def test_the_next_ordinary_release_has_the_other_work_too(out):
    enter(out, out.made, 2018, "142")
    approved(out, correct(out, out.base, out.north))
    worlds.check(out.third, by=out.checker, now=LATER)
    release = out.approved(public_at=AGAIN)
    of = {(f.body, f.year): f.low for f in release.figures.all()}
    assert (of["southshire", 2018], of["eastshire", 2017], of["northshire", 2018]) == (44, 70, 142)


def test_a_release_in_preparation_follows_the_correction_and_keeps_its_work(out):
    draft = out.prepare()
    enter(out, out.made, 2018, "142")
    release = approved(out, correct(out, out.base, out.north))
    draft.refresh_from_db()
    assert (release.number, draft.number) == (3, 4)
    assert releases.release_before(draft) == release


@pytest.mark.parametrize(
    ("text", "why", "refused"),
    [("152", WHY, "as it was released"), ("142", " ", "Say what was wrong")],
)
def test_refused_it_leaves_nothing(out, text, why, refused):
    enter(out, out.made, 2018, text)
    with pytest.raises(Refused, match=refused):
        correct(out, out.base, out.north, why=why)
    assert Release.objects.count() == 1


def test_a_count_that_nobody_checked_corrects_nothing(out):
    enter(out, out.made, 2018, "142", checked=False)
    with pytest.raises(Refused, match="not checked"):
        correct(out, out.base, out.north)


def test_two_people_do_not_correct_one_figure_twice(out):
    enter(out, out.made, 2018, "142")
    correct(out, out.base, out.north)
    with pytest.raises(Refused, match="being corrected already"):
        correct(out, out.base, out.north)


def test_of_an_older_release_nothing_is_corrected(out):
    enter(out, out.made, 2018, "142")
    approved(out, correct(out, out.base, out.north))
    enter(out, out.made, 2018, "143")
    with pytest.raises(Refused, match="is the newest by now"):
        correct(out, out.base, out.north)


def test_of_a_release_that_was_withdrawn_meanwhile_nothing_is_corrected(out):
    enter(out, out.made, 2018, "142")
    release = correct(out, out.base, out.north)
    releases.withdraw(out.base, by=out.approver, now=LATER, reason="It was wrong.")
    release.refresh_from_db()
    with pytest.raises(Refused, match="release 1 has been withdrawn"):
        releases.snapshot(release)


def test_a_withdrawn_figure_is_missing_and_never_zero(out):
    enter(out, out.made, 2018, "[x]")
    release = approved(out, correct(out, out.base, out.north, why="It was another force’s number"))
    of = {(f.body, f.year): f for f in release.figures.all()}
    assert (of["northshire", 2018].state, of["northshire", 2018].low) == ("missing", None)
    assert of["northshire", 2018].revised_why == "It was another force’s number"
    total = of["England", 2018]
    assert (total.low, total.with_figures, total.asked) == (104, 2, 3)


def test_a_newer_answer_is_no_correction(out):
    later = worlds.round_of(out.measure, slug="2020", years=(2017, 2019))
    out.answer(out.north, {2018: "142"}, round=later)
    with pytest.raises(Refused, match="as it was released"):
        correct(out, out.base, out.north)


def test_a_number_out_of_proportion_is_asked_about_before_it_goes_to_review(out):
    enter(out, out.made, 2018, "520")
    release = correct(out, out.base, out.north)
    assert release.review_at is None
    found = releases.screen(release, releases.snapshot(release))
    assert [each.kind for each in found] == ["large change"]


# Small counts


def numbers(w, release):
    """The parts of a release by body and age: None where it hides one."""
    return {
        (at.body, at.category): n
        for at, n in published(w.measure)[release.number].items()
        if at.breakdown
    }


def test_the_parts_of_an_answer_are_corrected_with_it_and_those_of_others_stay(five):  # noqa: F811
    base = five.approved()
    restate(five, "westshire", ages((0, 2, 12, 29, 33, 52)))
    restate(five, "southshire", ages((2, 3, 11, 25, 31, 49)))  # is not corrected
    west = Force.objects.get(slug="westshire")
    release = approved(five, correct(five, base, west))
    old, new = numbers(five, base), numbers(five, release)
    assert old.keys() == new.keys()
    own = {("westshire", "12"), ("England", "12")}
    assert {at: new[at] - old[at] for at in own} == dict.fromkeys(own, 1)
    # Nothing else changes or is hidden: that Westshire's youngest are what they were is no news,
    # and does not say how many they are.
    assert {at for at in old if old[at] != new[at]} == own
    reader = Reader(published(five.measure), {1: {}, 2: {WEST: 1}})
    youngest = {at: reader.change(1, 2, age(WEST, at)) for at in ("9", "10")}
    assert youngest == dict.fromkeys(youngest, NONE)
    assert all(is_wide(reader.number(2, age(WEST, at))) for at in youngest)


def test_what_a_correction_and_the_release_before_differ_by_shows_no_withheld_number(five):  # noqa: F811
    """Northshire had two children and has five: England's ten-year-olds were 9 and would be 12."""
    base = five.approved()
    restate(five, NORTH, ages((1, 4, 0, 0, 0, 0)))
    approved(five, correct(five, base, five.north))
    reader = Reader(published(five.measure), {1: {}, 2: {NORTH: 1}})
    assert reader.number(2, age(NORTH, "10")) == (0, 5)
    assert reader.change(1, 2, age(NORTH, "10")) == (-2, 5)


@pytest.mark.parametrize("ages_too", [True, False])
def test_a_total_that_is_small_now_is_hidden_as_in_an_ordinary_release(world, ages_too):
    """No sum has Northshire's total in it, so nothing else has to be hidden for it."""
    by_age = split.ages(world.measure, (12, 13))
    split.rule(world.measure, world.approver, *[by_age][: int(ages_too)], totals_public=False)
    large, small = ({"12": a, "13": b, "Not known": "0"} for a, b in (("40", "28"), ("2", "1")))
    made = split.answer(world, world.north, 2018, {"age": large})
    base = world.approved()
    of_age = {(world.measure.pk, 2018, by_age.categories.get(name=n).pk): small[n] for n in small}
    worlds.enter(made, {worlds.cell(world.measure, 2018): "3", **of_age}, by=world.officer)
    worlds.check(made, by=world.checker, now=LATER, confirm_zeros=True)
    assert bool(base.disclosure) is ages_too
    own = approved(world, correct(world, base, world.north)).figures.get(
        body="northshire", breakdown="", year=2018
    )
    assert base.figures.get(body="northshire", breakdown="", year=2018).low == 68
    assert (own.state, own.low, own.high, own.as_written) == ("suppressed", 0, None, "")
    assert (own.previously, own.revised_why) == (None, hidden())


def test_under_a_rule_that_has_become_stricter_no_single_figure_is_corrected(five):  # noqa: F811
    base = five.approved()
    by_age = five.measure.breakdowns.get(slug="age")
    split.rule(five.measure, five.approver, by_age, totals_public=False)
    restate(five, NORTH, ages((1, 4, 0, 0, 0, 0)))
    with pytest.raises(Refused, match="rule has changed since release 1"):
        correct(five, base, five.north)


@pytest.mark.parametrize(
    ("besides", "refused"),
    [
        ({"places": {age("eastshire", "13")}}, "unless Eastshire, 2018/19, age 13 was hidden too"),
        ({"open": (Disclosed(age(NORTH, "10"), Range(2, 3), "It shows."),)}, "can be worked out"),
    ],
)
def test_a_correction_that_would_show_a_withheld_number_is_refused_and_leaves_nothing(
    five,  # noqa: F811
    monkeypatch,
    besides,
    refused,
):
    base = five.approved()
    restate(five, NORTH, ages((1, 4, 0, 0, 0, 0)))

    def decided(*given):
        found = decide_hidden(*given)
        return replace(
            found, **{name: type(of)({*getattr(found, name), *of}) for name, of in besides.items()}
        )

    monkeypatch.setattr(one_figure, "decide_hidden", decided)
    with pytest.raises(Refused, match=refused):
        correct(five, base, five.north)
    assert Release.objects.count() == 1


def test_the_page_the_frame_and_the_file_of_changes_agree_on_what_was_corrected(out, client):
    enter(out, out.made, 2018, "142")
    release = approved(out, correct(out, out.base, out.north))
    of = [out.measure.slug, release.number]
    with time_machine.travel(AGAIN, tick=False):
        file = client.get(reverse("release_file", args=[*of, "changes.csv"])).content.decode()
        page, changes, frame, pinned = (
            client.get(address).content.decode()
            for address in (
                reverse("force", args=["northshire"]),
                reverse("release_changes", args=of),
                reverse("embed", args=["northshire"]),
                reverse("pinned_embed", args=["northshire", out.measure.slug, 1]),
            )
        )
    rows_ = [row for row in csv.DictReader(io.StringIO(file.lstrip("\ufeff"))) if row]
    assert len(rows_) == 2  # the force and the sum: as many as the page lists
    own = next(row for row in rows_ if "152" in row.values())
    assert "142" in own.values() and any(WHY in value for value in own.values())
    assert "Corrected." in frame
    for said in (page, changes, frame, pinned):
        assert "152" in said and "142" in said
    assert WHY in page and WHY in changes
