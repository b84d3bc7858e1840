"""Drafting and issuing while others do the same: rows are locked, and read as they are then."""

import datetime as dt

import pytest

from offences import press
from offences.models import CampaignEvent, IssuedText, PressRelease
from offences.refused import Refused
from tests import rows, worlds
from tests.worlds import LATER, NOW, at_once

pytestmark = pytest.mark.both_databases


class World(worlds.World):
    def released_with(self, figure):
        worlds.enter(self.return_, {worlds.cell(self.measure, 2018): figure}, by=self.officer)
        worlds.check(self.return_, by=self.checker, now=LATER)
        return self.released()


def of_an_event() -> World:
    w = World(**worlds.team("officer", "checker", "press", "approver"))
    w.measure = worlds.measure()
    w.round = worlds.round_of(w.measure)
    w.return_ = worlds.submission(worlds.force(), w.round)
    w.event = worlds.event(w.released_with("68"))
    return w


@pytest.fixture
def world(db) -> World:
    return rows.kept("press, at once", of_an_event)


def test_an_event_that_moved_is_drafted_from_the_release_it_has_now(world):
    stale = CampaignEvent.objects.get()
    world.event.release = world.released_with("86")
    world.event.save()
    (text,) = press.draft_event(stale, by=world.press, now=NOW, force="northshire")
    assert "recorded 86" in text.text and text.release == world.event.release


def test_drafts_made_before_the_event_moved_are_refused(world):
    stale = CampaignEvent.objects.get()
    made = press.drafts(stale)
    world.event.release = world.released_with("86")
    world.event.save()
    with pytest.raises(Refused, match="another release by now"):
        press.draft_event(stale, by=world.press, now=NOW, made=made)
    assert not PressRelease.objects.exists()


def test_what_was_read_is_compared_with_what_would_leave(world):
    (text,) = press.draft_event(world.event, by=world.press, now=NOW, force="northshire")
    seen = press.issue_fingerprint(text)
    PressRelease.objects.filter(pk=text.pk).update(text=f"{text.text}More.")
    with pytest.raises(Refused, match="changed since"):
        worlds.issue(text, by=world.approver, now=NOW, seen=seen)
    text.refresh_from_db()
    assert worlds.issue(text, by=world.approver, now=NOW, seen=press.issue_fingerprint(text))


@pytest.mark.parametrize(
    "moved",
    [
        {"embargo_at": dt.datetime(2020, 1, 1, tzinfo=dt.UTC)},
        {"embargo_precision": "month", "notice": "Practice."},
        {"notice": "For Scotland only."},
    ],
    ids=str,
)
def test_an_event_that_changed_is_read_again(world, moved):
    (text,) = press.draft_event(world.event, by=world.press, now=NOW, force="northshire")
    seen = press.issue_fingerprint(text)
    CampaignEvent.objects.update(**moved)
    with pytest.raises(Refused, match="The embargo or the text has changed since"):
        worlds.issue(text, by=world.approver, now=NOW, seen=seen)
    again = PressRelease.objects.get(pk=text.pk)
    assert worlds.issue(again, by=world.approver, now=NOW, seen=press.issue_fingerprint(again))


def test_what_was_issued_holds_its_event(world):
    event = world.event
    hour = dt.timedelta(hours=1)
    then = event.embargo_at
    press.change_event(event, now=NOW, slug="the-conference", embargo_at=then + hour)
    assert (event.slug, event.embargo_at) == ("the-conference", then + hour)
    (text,) = press.draft_event(event, by=world.press, now=NOW, force="northshire")
    worlds.issue(text, by=world.approver, now=NOW)
    for to, why in (
        ({"slug": "conference"}, "stays as it was issued"),
        ({"release": None}, "stays as it was issued"),
        ({"embargo_at": then}, "only be moved later"),
        ({"embargo_at": then + 2 * hour, "name": "Another"}, "stays as it was issued"),
        ({"embargo_at": NOW.replace(year=2099)}, "two years away"),
    ):
        with pytest.raises(Refused, match=why):
            press.change_event(event, now=NOW, **to)
        assert CampaignEvent.objects.get().embargo_at == then + hour
    press.change_event(event, now=NOW, embargo_at=then + 2 * hour)
    with pytest.raises(Refused, match="The embargo is over"):
        press.change_event(event, now=then + 2 * hour, embargo_at=then + 3 * hour)
    assert CampaignEvent.objects.get().embargo_at == then + 2 * hour


@pytest.mark.django_db(transaction=True)
def test_of_an_issue_and_a_change_of_the_event_at_once_nothing_unread_leaves(world):
    (text,) = press.draft_event(world.event, by=world.press, now=NOW, force="northshire")
    seen, then = press.issue_fingerprint(text), world.event.embargo_at

    def change():
        press.change_event(world.event, now=NOW, embargo_at=then + dt.timedelta(days=-1, hours=1))

    changed, issued = at_once(
        change, lambda: worlds.issue(text, by=world.approver, now=NOW, seen=seen) and None
    )
    assert [changed, issued].count(None) == 1
    assert IssuedText.objects.filter(public_at=then).exists() == (issued is None)


@pytest.mark.django_db(transaction=True)
def test_two_who_draft_at_once_make_each_text_once(world):
    def draft():
        return len(press.draft_event(world.event, by=world.press, now=NOW))

    assert at_once(draft, draft) == [2, 2]
    assert PressRelease.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_of_two_who_issue_at_once_one_does(world):
    (text,) = press.draft_event(world.event, by=world.press, now=NOW, force="northshire")
    other = worlds.person("Gil Orr", "Approver")
    worlds.sign([text], world.approver, words="Looked at.")

    def issue(by):
        return lambda: press.issue(text, by=by, now=NOW) and None

    found = at_once(issue(world.approver), issue(other))
    assert [str(each) for each in found if each] == ["This text is issued already."]
    assert IssuedText.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_drafting_again_and_issuing_at_once_never_changes_what_left(world):
    (text,) = press.draft_event(world.event, by=world.press, now=NOW, force="northshire")
    seen = press.issue_fingerprint(text)
    world.event.release = world.released_with("86")
    world.event.save()

    _, refused = at_once(
        lambda: press.draft_event(world.event, by=world.press, now=LATER) and None,
        lambda: worlds.issue(text, by=world.approver, now=NOW, seen=seen) and None,
    )
    # Before the new draft its release is not the event's; after it the words are others.
    assert isinstance(refused, Refused)
    text.refresh_from_db()
    assert "recorded 86" in text.text and not IssuedText.objects.exists()
