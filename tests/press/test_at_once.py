"""Drafting and issuing while others do the same: rows are locked, and read as they are then."""

import pytest

from offences import press, releases
from offences.counts import mark_checked
from offences.models import CampaignEvent, IssuedText, PressRelease
from tests import worlds
from tests.worlds import LATER, NOW, at_once


@pytest.fixture
def world(db):
    class World:
        officer = worlds.person("Ann Lee", "Data officer")
        checker = worlds.person("Cy Moss", "Checker")
        press = worlds.person("Di Fox", "Press officer")
        approver = worlds.person("Ed Hay", "Approver")
        measure = worlds.measure()
        round = worlds.round_of(measure)
        return_ = worlds.submission(worlds.force(), round)

        def released(self, figure):
            worlds.enter(self.return_, {worlds.cell(self.measure, 2018): figure}, by=self.officer)
            mark_checked(self.return_, by=self.checker, now=LATER)
            release = releases.prepare(
                self.measure,
                title="The figures",
                year=2018,
                last_round=self.round,
                by=self.officer,
                now=NOW,
            )
            releases.approve(release, by=self.approver, now=NOW, public_at=NOW)
            return release

    made = World()
    made.event = worlds.event(made.released("68"))
    return made


def test_an_event_that_moved_is_drafted_from_the_release_it_has_now(world):
    stale = CampaignEvent.objects.get()
    world.event.release = world.released("86")
    world.event.save()
    (text,) = press.draft_event(stale, by=world.press, now=NOW, force="northshire")
    assert "recorded 86" in text.text and text.release == world.event.release


def test_drafts_made_before_the_event_moved_are_refused(world):
    stale = CampaignEvent.objects.get()
    made = press.drafts(stale)
    world.event.release = world.released("86")
    world.event.save()
    with pytest.raises(press.Refused, match="another release by now"):
        press.draft_event(stale, by=world.press, now=NOW, made=made)
    assert not PressRelease.objects.exists()


def test_what_was_read_is_compared_with_what_would_leave(world):
    (text,) = press.draft_event(world.event, by=world.press, now=NOW, force="northshire")
    seen = press.state_of(text)
    PressRelease.objects.filter(pk=text.pk).update(text="Other words.")
    with pytest.raises(press.Refused, match="edited since"):
        press.issue(text, by=world.approver, now=NOW, seen=seen)
    text.refresh_from_db()
    assert press.issue(text, by=world.approver, now=NOW, seen=press.state_of(text))


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

    def issue(by):
        return lambda: press.issue(text, by=by, now=NOW) and None

    found = at_once(issue(world.approver), issue(other))
    assert [str(each) for each in found if each] == ["This text is issued already."]
    assert IssuedText.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_drafting_again_and_issuing_at_once_never_changes_what_left(world):
    (text,) = press.draft_event(world.event, by=world.press, now=NOW, force="northshire")
    seen = press.state_of(text)
    world.event.release = world.released("86")
    world.event.save()

    _, refused = at_once(
        lambda: press.draft_event(world.event, by=world.press, now=LATER) and None,
        lambda: press.issue(text, by=world.approver, now=NOW, seen=seen) and None,
    )
    # Before the new draft its release is not the event's; after it the words are others.
    assert isinstance(refused, press.Refused)
    text.refresh_from_db()
    assert "recorded 86" in text.text and not IssuedText.objects.exists()
