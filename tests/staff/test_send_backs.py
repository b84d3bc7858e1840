"""Work that goes back to its author: a return, a release, a text; why, and what comes of it."""

import datetime as dt
import re

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from offences import counts, press, releases
from offences.models import AccountEnd, FoiSubmission, IssuedText, ReleasedFigure, SendBack
from offences.refused import Refused
from tests import worlds
from tests.clients import logged_in, text_of
from tests.staff.test_today import look
from tests.worlds import LATER, NOW, at_once

pytestmark = pytest.mark.django_db
WHY = "Row 7 is a subtotal, not an offence."
BACK = "handed it in since"


def page(name, row):
    return reverse(f"admin:offences_{row._meta.model_name}_{name}", args=[row.pk])


@pytest.fixture
def entered(world):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.officer)
    return world


def send_back(w, by=None, reason=WHY):
    by, edition = by or w.checker, w.submission.edition
    counts.send_back(w.submission, by=by, now=NOW, reason=reason, edition=edition)


def check(w):
    counts.mark_checked(w.submission, by=w.checker, now=LATER)


def waiting(user):
    return {q.title: [row.name for row in q.mine] for q in look(user).context["queues"]}


# A return


def test_a_checker_sends_a_return_back_and_its_officer_reads_why_on_today(entered):
    w = entered
    shown = logged_in(w.checker).get(page("check", w.submission)).content.decode()
    seen = re.search(r'name="seen" value="(\d+)"', shown)
    assert seen
    sent = {"reason": WHY, "seen": seen[1]}
    logged_in(w.checker).post(page("send_back", w.submission), sent)
    (note,) = SendBack.objects.all()
    assert (note.submission, note.reason, note.sent_back_by) == (w.submission, WHY, w.checker)
    assert waiting(w.officer)["Sent back by a checker"] == ["Northshire"]
    assert f"“{WHY}” Cy Moss" in text_of(look(w.officer))
    assert "Sent back by a checker" not in waiting(w.colleague)
    of_others = text_of(look(w.colleague))
    assert "Sent back by a checker" in of_others
    assert "Answered, to check" not in waiting(w.checker)
    for person in (w.officer, w.checker):
        name = "grid" if person == w.officer else "check"
        assert WHY in text_of(logged_in(person).get(page(name, w.submission)))


def test_what_goes_back_to_an_account_that_has_ended_is_for_every_officer(entered):
    send_back(entered)
    assert "Sent back by a checker" not in waiting(entered.colleague)
    AccountEnd.objects.create(person=entered.officer, on=dt.date(2019, 6, 19))
    assert waiting(entered.colleague)["Sent back by a checker"] == ["Northshire"]


def test_until_it_is_handed_in_nobody_checks_it_or_sends_it_back_a_second_time(entered):
    w = entered
    send_back(w)
    other = worlds.person("Cal Orr", "Checker")
    for step in (check, lambda w: send_back(w, other)):
        with pytest.raises(Refused, match=BACK):
            step(w)
    assert SendBack.objects.count() == 1


def test_saving_a_change_hands_it_in_and_the_note_stays_with_who_and_when(entered):
    w = entered
    send_back(w)
    worlds.enter(w.submission, {w.cell(2018): "61"}, w.officer, LATER)
    (note,) = SendBack.objects.all()
    assert (note.reason, note.settled_by, note.settled_at) == (WHY, w.officer, LATER)
    assert waiting(w.checker)["Answered, to check"] == ["Northshire"]
    shown = text_of(logged_in(w.checker).get(page("check", w.submission)))
    assert f"Sent back by Cy Moss, 20 June 2019, 10:42: {WHY} Handed in by Ann Lee" in shown
    check(w)
    assert FoiSubmission.objects.get().checked_by == w.checker


def test_a_save_that_changes_nothing_hands_nothing_in(entered):
    w = entered
    send_back(w)
    worlds.enter(w.submission, {w.cell(2018): "68"}, w.officer, LATER)
    assert SendBack.objects.unsettled().exists()


def test_it_is_handed_in_as_it_is_with_an_answer_that_the_checker_reads(entered):
    w = entered
    send_back(w)
    client = logged_in(w.officer)
    assert "Not handed in." in text_of(client.post(page("hand_in", w.submission), {"answer": " "}))
    client.post(page("hand_in", w.submission), {"answer": "The letter counts it as an offence."})
    shown = text_of(logged_in(w.checker).get(page("check", w.submission)))
    assert "The letter counts it as an offence." in shown
    check(w)


def test_a_checker_takes_a_note_back_and_a_stranger_to_it_does_not(entered):
    w = entered
    send_back(w)
    given = {"now": LATER, "answer": "My mistake."}
    with pytest.raises(Refused, match="Its author hands it in"):
        counts.hand_in(w.submission, by=w.press, **given)
    counts.hand_in(w.submission, by=w.checker, **given)
    check(w)


@pytest.mark.parametrize("who", ["officer", "press", "lead"])
def test_only_a_checker_sends_a_return_back(entered, who):
    with pytest.raises(Refused, match=r"Only checkers|You entered"):
        send_back(entered, getattr(entered, who))


def test_who_entered_a_return_does_not_send_it_back(world):
    both = worlds.person("Flo Gray", "Data officer", "Checker")
    worlds.enter(world.submission, {world.cell(2018): "68"}, both)
    with pytest.raises(Refused, match="You entered one of these counts"):
        send_back(world, both)


def test_a_return_without_a_reason_or_as_it_was_before_stays_where_it_is(entered):
    w = entered
    with pytest.raises(Refused, match="Say why"):
        send_back(w, reason=" \0 ")
    worlds.enter(w.submission, {w.cell(2018): "61"}, w.officer, LATER)
    with pytest.raises(Refused, match="changed since"):
        counts.send_back(w.submission, by=w.checker, now=NOW, reason=WHY, edition=1)
    assert not SendBack.objects.exists()


def test_what_is_checked_and_released_is_not_sent_back(drafted):
    w = drafted
    before = list(ReleasedFigure.objects.values().order_by("pk"))
    with pytest.raises(Refused, match="This return is checked"):
        send_back(w)
    with pytest.raises(Refused, match="approved already"):
        releases.send_back(w.release, by=w.approver, now=LATER, reason=WHY)
    assert list(ReleasedFigure.objects.values().order_by("pk")) == before
    assert not SendBack.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_a_mark_and_a_sending_back_at_once_one_happens(entered):
    w = entered
    other = worlds.person("Cal Orr", "Checker")
    marked, sent = at_once(lambda: check(w), lambda: send_back(w, other))
    is_checked = FoiSubmission.objects.get().checked_at is not None
    assert is_checked != SendBack.objects.exists()
    assert isinstance(sent if is_checked else marked, Refused)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_send_it_back_at_once_one_does(entered):
    w = entered
    other = worlds.person("Cal Orr", "Checker")
    answers = at_once(lambda: send_back(w), lambda: send_back(w, other))
    assert [answer for answer in answers if answer is None] == [None]
    assert SendBack.objects.count() == 1


# A release


def test_a_release_keeps_every_note_and_is_handed_in_by_sending_it_to_review(released):
    w = released
    for n in (1, 2):
        worlds.to_review(w.release, NOW)
        assert not SendBack.objects.unsettled().exists()
        releases.send_back(w.release, by=w.approver, now=NOW, reason=f"Reason {n}.")
        assert waiting(w.press)["Releases sent back"] == [str(w.release)]
    shown = text_of(logged_in(w.press).get(page("screening", w.release)))
    assert "Reason 1." in shown and "Reason 2." in shown


# A text


def send_text_back(w, by=None):
    seen = press.text_fingerprint(w.text)
    press.send_back(w.text, by=by or w.approver, now=NOW, reason=WHY, seen=seen)


def test_a_text_goes_back_to_who_writes_and_is_not_issued_before_it_is_handed_in(drafted):
    w = drafted
    client = logged_in(w.approver)
    client.post(page("send_back", w.text), {"reason": WHY, "seen": press.text_fingerprint(w.text)})
    assert waiting(w.press)["Texts sent back"] == ["Northshire, The Conference"]
    with pytest.raises(Refused, match=BACK):
        worlds.issue(w.text, by=w.approver, now=LATER)
    assert WHY in text_of(logged_in(w.press).get(page("change", w.text)))
    w.text.headline = "Another headline"
    press.save_edits(w.text, by=w.press, now=LATER)
    assert SendBack.objects.get().settled_by == w.press
    worlds.issue(w.text, by=w.approver, now=LATER)


def test_a_text_that_stays_as_it_is_is_handed_in_with_an_answer(drafted):
    w = drafted
    send_text_back(w)
    logged_in(w.press).post(page("hand_in", w.text), {"answer": "It is the force’s own word."})
    assert "own word" in text_of(logged_in(w.approver).get(page("sign", w.text)))
    worlds.issue(w.text, by=w.approver, now=LATER)


def test_who_wrote_a_text_does_not_send_it_back_and_an_issued_one_stays(drafted):
    w = drafted
    w.text.editors.add(w.approver)
    with pytest.raises(Refused, match="You wrote this text"):
        send_text_back(w)
    w.text.editors.clear()
    worlds.issue(w.text, by=w.approver, now=NOW)
    with pytest.raises(Refused, match="issued already"):
        send_text_back(w)
    assert IssuedText.objects.count() == 1 and not SendBack.objects.exists()


# The database itself


@pytest.mark.parametrize("works", [(), ("submission", "release")])
def test_a_note_is_about_one_work(released, works):
    w, given = released, {"reason": WHY, "sent_back_by": released.checker, "sent_back_at": NOW}
    with pytest.raises(IntegrityError), transaction.atomic():
        SendBack.objects.create(**given, **{name: getattr(w, name) for name in works})
