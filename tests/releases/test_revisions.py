"""Why a figure was revised: by its source, or in a person's words; else it is not approved."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from offences import releases
from offences.counts import save_cells
from offences.exports import rows_of
from offences.models import ReleasedFigure
from offences.refused import Refused
from offences.trends import released_trends
from offences.words import revisions as words
from tests import rows, worlds
from tests.clients import logged_in
from tests.exports import reading
from tests.releases.conftest import OPENS
from tests.worlds import LATER, NOW


@pytest.fixture
def slip(world):
    """Release 1 said 54; the same return says 77 by now, in a release in preparation."""

    def make():
        world.made = world.answer(world.north, {2017: "48", 2018: "54"})
        world.approved()
        retype(world, "77")
        world.release = world.prepare()
        return world

    return rows.kept("releases, a slip", make)


def retype(w, text, year=2018, **more):
    cell = worlds.cell(w.measure, year)
    save_cells(w.made, {cell: worlds.typed(text, **more)}, by=w.officer, now=NOW)
    worlds.check(w.made, by=w.checker, now=LATER)


def approve(w, release=None):
    worlds.approve(release or w.release, by=w.approver, now=NOW, public_at=OPENS, explained=False)


def why(release, year=2018):
    figures = releases.snapshot(release).figures
    return next(f.revised_why for f in figures if (f.body, f.year) == ("northshire", year))


def give(w, words="The force counted two crimes twice.", release=None):
    (revision,) = releases.revisions_without_reason(release or w.release)
    return releases.give_reason(release or w.release, revision, words=words, by=w.officer, now=NOW)


def test_a_correction_in_the_same_round_needs_a_persons_words(slip):
    with pytest.raises(Refused, match="2018/19: 54 becomes 77, and there is no reason yet"):
        approve(slip)
    give(slip)
    approve(slip)
    figure = ReleasedFigure.objects.get(release=slip.release, body="northshire", year=2018)
    assert figure.revised_why == "The force counted two crimes twice"


def test_a_reason_counts_for_exactly_this_change(slip):
    give(slip)
    retype(slip, "78")
    assert why(slip.release) == ""
    retype(slip, "77")
    assert why(slip.release) == "The force counted two crimes twice"


def test_of_two_reasons_the_newer_counts_and_both_are_kept(slip):
    give(slip)
    (revision,) = releases.revisions(slip.release)
    releases.give_reason(slip.release, revision, words="A slip", by=slip.officer, now=LATER)
    assert why(slip.release) == "A slip"
    assert slip.release.reasons.count() == 2


def test_whoever_says_why_has_written_what_readers_see_and_does_not_approve_it(slip):
    (revision,) = releases.revisions_without_reason(slip.release)
    releases.give_reason(slip.release, revision, words="A slip", by=slip.approver, now=NOW)
    with pytest.raises(Refused, match="a colleague has to approve"):
        approve(slip)


def test_a_reason_says_something_and_comes_before_approval(slip):
    with pytest.raises(Refused, match="Say why"):
        give(slip, words=" . ")
    (revision,) = releases.revisions_without_reason(slip.release)
    give(slip)
    approve(slip)
    with pytest.raises(Refused, match="is approved"):
        releases.give_reason(slip.release, revision, words="Late", by=slip.officer, now=LATER)


def test_a_newer_round_is_its_own_reason(world):
    world.answer(world.north, {2018: "54"})
    world.approved()
    later = worlds.round_of(world.measure, slug="2020", years=(2018, 2019))
    world.answer(world.north, {2018: "77", 2019: "63"}, round=later)
    release = world.prepare(last_round=later, year=2019)
    assert releases.revisions_without_reason(release) == []
    assert why(release) == "restated in the force’s answer to the 2020 round"


def test_another_publication_is_its_own_reason(world):
    w = world
    w.made = worlds.submission(w.north, w.round)
    retype(w, "54", document=worlds.publication("Gazette", dt.date(2019, 6, 1)))
    w.approved()
    retype(w, "77", document=worlds.publication("Herald", dt.date(2019, 7, 2)))
    assert why(w.prepare()) == "another publication restated it: Herald, 2 July 2019"


def test_a_number_that_went_back_to_an_older_round_needs_a_persons_words(world):
    world.answer(world.north, {2018: "54"})
    later = worlds.round_of(world.measure, slug="2020", years=(2018, 2019))
    made = world.answer(world.north, {2018: "77"}, round=later)
    world.approved(last_round=later, year=2019)
    worlds.enter(made, {worlds.cell(world.measure, 2018): "78"}, by=world.officer)  # unchecked
    release = world.prepare(last_round=later, year=2019)
    (revision,) = releases.revisions_without_reason(release)
    assert (revision.before, revision.after) == ("77", "54")


def test_a_number_that_is_withheld_by_now_is_a_revision_too(slip):
    retype(slip, "<5")
    (revision,) = releases.revisions_without_reason(slip.release)
    assert (revision.before, revision.after) == ("54", "1 to 4")
    give(slip, words="The force withholds it now")
    approve(slip)
    (trend,) = released_trends(slip.north, [slip.release])
    note = rows_of(trend)[0].note
    assert note == "Revised: 54 in release 1, now 1 to 4. The force withholds it now."


def test_why_a_number_is_hidden_now_is_known_in_the_rows_of_older_releases_too():
    older = "small numbers are withheld, so that no child can be recognised"
    assert words.says_hidden(words.hidden()) and words.says_hidden(older)
    assert not words.says_hidden(words.SUM_CHANGED)


def test_a_sum_follows_from_its_forces_and_needs_nobody(slip):
    slip.answer(slip.south, {2018: "10"})
    give(slip)
    assert releases.revisions_without_reason(slip.release) == []


def test_a_first_figure_and_a_first_release_revise_nothing(world):
    world.answer(world.north, {2018: "54"})
    assert releases.revisions(world.prepare()) == []
    world.approved()
    world.answer(world.south, {2018: "10"})
    assert releases.revisions(world.prepare()) == []


def test_a_change_says_where_and_when_both_figures_were_published(slip):
    give(slip)
    approve(slip)
    (change,) = (c for c in releases.difference(slip.release) if c.had and c.has)
    assert change.reason == "The force counted two crimes twice"
    assert change.from_before == "The force’s answer to the 2019 round, 25 June 2019"
    assert change.from_after == "The force’s answer to the 2019 round, 25 June 2019"


def test_while_a_reason_is_missing_nothing_can_be_marked_as_screened_and_only_that_is_said(slip):
    client = logged_in(slip.officer)
    page = reverse("admin:offences_release_screening", args=[slip.release.pk])
    for finding in releases.screen(slip.release, releases.snapshot(slip.release)):
        client.post(page, {"step": "answer", "key": finding.key, "answer": "Asked the force."})
    asked = " ".join(client.get(page).content.decode().split())
    assert 'value="Mark as screened" disabled' in asked and 'href="#blocked"' in asked
    refused = client.post(page, {"step": "screened"}).content.decode()
    assert "there is no reason yet" in refused and "Not saved." not in refused
    empty = client.post(page, {"step": "answer", "key": "0", "answer": ""}).content.decode()
    assert "Not saved." in empty  # of an answer without words it is true
    give(slip)
    assert 'value="Mark as screened" disabled' not in client.get(page).content.decode()


def test_the_file_of_changes_lists_a_revision_in_the_release_that_revises_it_alone(slip, client):
    """The next release no longer says why. It has the same number, so nothing changed in it."""
    give(slip)
    approve(slip)
    retype(slip, "49", 2017)
    later = slip.prepare()
    give(slip, "The force found another crime.", later)
    approve(slip, later)
    found = []
    with time_machine.travel(OPENS + dt.timedelta(days=1), tick=False):
        for number in (2, 3):
            url = reverse("release_file", args=[slip.measure.slug, number, "changes.csv"])
            listed = reading.csv_rows(reading.fetch(client, url))
            own = [row for row in listed if row["address"] == "northshire"]
            found.append([(row["year"], row["number_before"], row["number"]) for row in own])
    assert found == [[("2018/19", 54, 77)], [("2017/18", 48, 49)]]
