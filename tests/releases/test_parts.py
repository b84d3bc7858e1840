"""Breakdowns in a release: what leaves, what is hidden, and that nothing of it can be learnt."""

import csv
import datetime as dt
import io

import pytest
import time_machine
from django.core.cache import caches
from django.db import IntegrityError, transaction
from django.urls import reverse

from offences import releases
from offences.models import AlreadyPublic, DisclosureRule, ReleasedFigure
from offences.refused import Refused
from offences.releases import hiding
from offences.releases.snapshot import snapshot
from tests import rows, worlds
from tests.releases import split_world as split
from tests.releases.conftest import OPENS
from tests.worlds import LATER, NOW

NORTH = {"8": "1", "9": "6", "10": "2", "11": "14", "12": "25", "13": "31", "Not known": "7"}
SOUTH = {"8": "0", "9": "3", "10": "9", "11": "12", "12": "3", "13": "18", "Not known": "0"}
EAST = {"8": "2", "9": "2", "10": "8", "11": "22", "12": "19", "13": "40", "Not known": "12"}


@pytest.fixture
def split_up(world):
    """Three forces that gave the ages of one year, and a rule that lets the ages out."""

    def make():
        world.ages = split.ages(world.measure)
        world.east = worlds.force("Eastshire")
        for force, told in ((world.north, NORTH), (world.south, SOUTH), (world.east, EAST)):
            split.answer(world, force, 2018, {"age": told})
        return world

    return rows.kept("releases, split up", make)


def parts(release, body="northshire", **more) -> dict[str, str]:
    rows = release.figures.filter(breakdown="age", body=body, year=2018, **more)
    return {f.category: f.low if f.low == f.high else f"{f.low}-{f.high}" for f in rows}


def test_without_a_rule_no_breakdown_leaves_the_admin(split_up):
    release = split_up.approved()
    assert not release.figures.exclude(breakdown="").exists()
    assert not release.categories.exists()
    assert release.disclosure == {}


def test_a_small_count_of_one_force_is_hidden_and_the_national_one_is_not(split_up):
    split.rule(split_up.measure, split_up.approver, split_up.ages)
    release = split_up.approved()
    told = parts(release, "southshire")
    assert told["12"] == told["not-known"] == "0-None"
    assert parts(release, "England") == {
        **{"8": 3, "9": 11, "10": 19, "11": 48, "12": 47, "13": 89, "not-known": 19}
    }


def test_the_ages_of_young_children_are_national_alone_however_many_they_are(split_up):
    split.rule(split_up.measure, split_up.approver, split_up.ages)
    release = split_up.approved()
    for body in ("northshire", "southshire", "eastshire"):
        told = parts(release, body)
        assert {told[age] for age in ("8", "9", "10")} == {"0-None"}


def test_what_is_hidden_keeps_nothing_that_speaks_of_it(split_up):
    split.rule(split_up.measure, split_up.approver, split_up.ages)
    release = split_up.approved()
    hidden = release.figures.filter(breakdown="age", body_kind="force", high=None, low=0)
    assert hidden.count() > 9
    told = ("as_written", "note", "doubt", "previously", "period_start")
    assert {tuple(row) for row in hidden.values_list(*told)} == {("", "", "", None, None)}
    assert set(hidden.values_list("state", "months", "provisional")) == {("suppressed", 12, False)}


def test_nothing_that_is_hidden_can_be_worked_out(split_up):
    split.rule(split_up.measure, split_up.approver, split_up.ages)
    hidden = snapshot(split_up.prepare()).hidden
    assert hidden.open == ()
    national = {"8": 3, "9": 11, "10": 19}  # of three in all, nobody can have had more
    for place, found in hidden.ranges().items():
        assert found.low == 0 or place not in hidden.small, place
        widest = min(4, national.get(place.category, 4))
        assert found.high is None or found.high - found.low >= widest, place


def test_a_release_of_which_a_hidden_number_can_be_worked_out_is_not_approved(world):
    """One force gave ages, and its total is public: the one that is hidden is what is left."""
    ages = split.ages(world.measure, (12,))
    split.answer(world, world.north, 2018, {"age": {"12": "3", "Not known": "0"}})
    AlreadyPublic.objects.create(
        force=world.north,
        category=ages.categories.get(name="Not known"),
        year=2018,
        value=0,
        document=worlds.publication(),
        recorded_by=world.approver,
        recorded_at=NOW,
    )
    split.rule(world.measure, world.approver, ages)
    with pytest.raises(Refused, match="worked out"):
        world.approved()
    assert not ReleasedFigure.objects.exists()


def test_what_the_force_itself_has_published_is_not_hidden(split_up):
    split.rule(split_up.measure, split_up.approver, split_up.ages)
    AlreadyPublic.objects.create(
        force=split_up.south,
        category=split_up.ages.categories.get(name="12"),
        year=2018,
        value=3,
        document=worlds.publication(),
        recorded_by=split_up.approver,
        recorded_at=NOW,
    )
    assert parts(split_up.approved(), "southshire")["12"] == 3


def test_parts_of_another_return_than_the_one_whose_total_stands_are_not_told(split_up):
    split.rule(split_up.measure, split_up.approver, split_up.ages)
    later = worlds.round_of(split_up.measure, slug="2020", years=(2018, 2019))
    split_up.answer(split_up.north, {2018: "90"}, round=later)
    release = split_up.approved(last_round=later)
    assert parts(release) == {}
    assert parts(release, "southshire")


def test_a_force_that_left_an_age_out_is_in_no_national_part(split_up):
    split.rule(split_up.measure, split_up.approver, split_up.ages)
    west = worlds.force("Westshire")
    split.answer(split_up, west, 2018, {"age": {"11": "30", "12": "30"}}, total="80")
    release = split_up.approved()
    assert parts(release, "England")["11"] == 48
    (row,) = release.figures.filter(breakdown="age", body="England", category="11")
    assert (row.with_figures, row.asked) == (3, 4)
    (missing,) = release.figures.filter(body="westshire", breakdown="age", category="13")
    assert (missing.state, missing.why, missing.low) == ("missing", "not_available", None)


def test_pages_and_files_tell_the_same_parts(split_up, client):
    split.rule(split_up.measure, split_up.approver, split_up.ages)
    release = split_up.approved()
    with time_machine.travel(OPENS):
        page = client.get("/forces/northshire/").content.decode()
        national = client.get("/measures/online/").content.decode()
        file = client.get(reverse("release_csv", args=["online", 1])).content.decode()
    assert "By age" in page and "given only for all forces together" in page
    assert "3 of 3 forces asked" in national
    rows = list(csv.DictReader(io.StringIO(file.lstrip("\ufeff"))))
    told = {
        (r["address"] or r["place"], r["category"]): r
        for r in rows
        if r["breakdown"] == "By age" and r["year"] == "2018/19"
    }
    for figure in release.figures.filter(breakdown="age"):
        name = split_up.ages.categories.get(slug=figure.category).name
        row = told[figure.body, name]
        if figure.state == "suppressed":
            assert (row["number"], row["high"], row["marker"]) == ("", "", "c")
        else:
            assert row["number"] == str(figure.low)


def corrected(split_up, age, text):
    """The ages of Northshire's return with one of them put right, checked again."""
    made = split_up.north.submissions.get()
    key = (split_up.measure.pk, 2018, split_up.ages.categories.get(name=age).pk)
    worlds.enter(made, {key: text}, by=split_up.officer)
    worlds.check(made, by=split_up.checker, now=LATER, confirm_zeros=True)


def test_a_part_that_is_another_than_before_is_told_with_its_reason(split_up, client):
    split.rule(split_up.measure, split_up.approver, split_up.ages)
    split_up.approved()
    corrected(split_up, "13", "32")
    corrected(split_up, "12", "24")
    second = split_up.approved(public_at=OPENS + dt.timedelta(days=1))
    changes = {c.what: c for c in releases.difference(second) if c.force == "northshire"}
    assert {(w, c.before, c.after) for w, c in changes.items()} == {
        ("By age: 12", "25", "24"),
        ("By age: 13", "31", "32"),
    }
    assert changes["By age: 12"].reason == "the parts of the force’s answer were corrected"
    with time_machine.travel(OPENS + dt.timedelta(days=2)):
        page = client.get("/releases/online/2/changes/").content.decode()
        force = client.get("/forces/northshire/").content.decode()
    assert "By age: 12" in page and "[r]" in force


def test_a_part_that_a_stricter_rule_hides_stays_shown_while_it_stands(split_up):
    """Hiding it would protect nobody: the release before tells it."""
    split.rule(split_up.measure, split_up.approver, split_up.ages)
    first = parts(split_up.approved(), "northshire")
    shown = {age: n for age, n in first.items() if isinstance(n, int)}
    split.rule(
        split_up.measure, split_up.approver, split_up.ages, threshold=min(shown.values()) + 1
    )
    assert parts(split_up.approved(), "northshire").items() >= shown.items()


def test_a_rule_that_comes_too_late_for_what_is_public_stops_the_release(split_up):
    """Release 1 lets everybody work out that Eastshire's 12-year-olds were 7 or more: under a
    threshold of 20 that is too much, and nothing that is hidden now can take it back."""
    split.rule(split_up.measure, split_up.approver, split_up.ages)
    split_up.approved()
    split.rule(split_up.measure, split_up.approver, split_up.ages, threshold=20)
    with pytest.raises(Refused, match="No further hiding can change that"):
        split_up.approved()


def test_what_is_left_of_an_earlier_total_is_known_to_the_attack(split_up):
    """Release 1 hides two ages of Southshire in one way; the next may not hide them in another
    that gives either away together with it."""
    split.rule(split_up.measure, split_up.approver, split_up.ages)
    split_up.approved()
    corrected(split_up, "13", "32")
    table = snapshot(split_up.prepare()).hidden.table
    before = [each for each in table.sums if "in release 1" in str(each.parts[0])]
    assert {part.place.body for each in before for part in each.parts} == {"northshire"}


def test_a_small_total_is_hidden_too_where_the_rule_says_so(world, client):
    world.ages = split.ages(world.measure, (12, 13))
    small = {"12": "2", "13": "1", "Not known": "0"}
    large = {"12": "40", "13": "61", "Not known": "12"}
    split.answer(world, world.north, 2018, {"age": small})
    for force in (world.south, worlds.force("Eastshire"), worlds.force("Westshire")):
        split.answer(world, force, 2018, {"age": large})
    split.rule(world.measure, world.approver, world.ages, totals_public=False)
    release = world.approved()
    own = release.figures.get(body="northshire", breakdown="", year=2018)
    assert (own.state, own.low, own.high, own.as_written) == ("suppressed", 0, None, "")
    others = release.figures.filter(breakdown="", body_kind="force", year=2018, high=None)
    assert others.count() > 1  # one of the others as well, or the sum would tell it
    with time_machine.travel(OPENS):
        assert "[c]" in client.get("/forces/northshire/").content.decode()


@pytest.mark.parametrize("wrong", [{"threshold": 1}, {"national_under": 40}, {"reason": ""}])
def test_a_rule_that_hides_nothing_or_says_no_reason_is_refused(world, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        DisclosureRule.objects.create(
            measure=world.measure,
            decided_by=world.approver,
            decided_at=NOW,
            **{"reason": "So.", **wrong},
        )


def test_what_is_to_be_hidden_is_worked_out_once(split_up, monkeypatch):
    split.rule(split_up.measure, split_up.approver, split_up.ages)
    caches["results"].clear()
    asked = []
    worked_out = hiding.disclosure.protect
    monkeypatch.setattr(hiding.disclosure, "protect", lambda *a: asked.append(a) or worked_out(*a))
    release = split_up.prepare()
    first, again = snapshot(release), snapshot(release)
    assert (first.fingerprint, len(asked)) == (again.fingerprint, 1)
    corrected(split_up, "13", "33")
    assert snapshot(release).fingerprint != first.fingerprint
    assert len(asked) == 2


def test_a_nations_small_counts_and_young_children_are_hidden_too(split_up):
    split.rule(split_up.measure, split_up.approver, split_up.ages)
    for name, told in (("Wye", SOUTH), ("Usk", SOUTH), ("Taff", EAST)):
        force = worlds.force(name)
        force.nation = "Wales"
        force.save()
        split.answer(split_up, force, 2018, {"age": told})
    release = split_up.approved()
    wales = parts(release, "Wales", body_kind="nation")
    assert {wales[age] for age in ("8", "9", "10")} == {"0-None"}
    assert parts(release, "England and Wales")["9"] == 11 + 3 + 3 + 2
    hidden = snapshot(split_up.prepare()).hidden
    assert hidden.open == ()


def test_a_part_that_is_hidden_by_now_does_not_repeat_what_it_was(split_up):
    split.rule(split_up.measure, split_up.approver, split_up.ages)
    assert parts(split_up.approved())["12"] == 25
    corrected(split_up, "12", "3")
    found = snapshot(split_up.prepare())
    (own,) = [f for f in found.parts if (f.body, f.year, f.category) == ("northshire", 2018, "12")]
    assert (own.state, own.low, own.high) == ("suppressed", 0, None)
    assert (own.previously, own.previously_in) == (None, None)
    # The national figures of both releases would tell it exactly, so this one’s are hidden too.
    national = {f.category: f.state for f in found.parts if f.body == "England"}
    assert national["12"] == "suppressed"
    assert found.hidden.open == ()
