"""Issued texts to newsrooms: who covers what, sent once each through a real mail server."""

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from offences import mail, press
from offences.models import CampaignEvent, IssuedText, MediaContact, SentText
from offences.press import sending
from offences.refused import Refused
from offences.words.mail import ACCOUNT_ENDED
from tests import rows, worlds
from tests.mail_server import killed_in
from tests.press.test_corrections import revise
from tests.releases.conftest import OPENS, world  # noqa: F401
from tests.worlds import NOW


@pytest.fixture
def left(world, time_machine):  # noqa: F811
    """Every text of an event is issued, under embargo still; three newsrooms cover its forces."""
    time_machine.move_to(NOW, tick=False)

    def make(w=world):
        w.press = worlds.person("Di Fox", "Press officer")
        User.objects.filter(pk=w.press.pk).update(email="di.fox@example.org")
        w.made = w.answer(w.north, {2017: "48", 2018: "68"})
        w.other = w.answer(w.south, {2017: "30", 2018: "40"})
        w.event = worlds.event(w.approved())
        for text in press.draft_event(w.event, by=w.press, now=NOW):
            worlds.issue(text, by=w.approver, now=NOW)
        for outlet, forces in (("Gazette", [w.north]), ("Echo", [w.north, w.south]), ("Wire", [])):
            email = f"{outlet.lower()}@example.org"
            MediaContact.objects.create(outlet=outlet, email=email).forces.set(forces)
        w.text = IssuedText.objects.get(body="northshire")
        return w

    w = rows.kept("press, sending", make)
    w.press = User.objects.get(pk=w.press.pk)
    w.clock = time_machine
    return w


def mailing(w, body="northshire", now=NOW):
    return {each.text.body: each for each in sending.mailings_of(w.event, now)}[body]


def reserve_all(w):
    chosen = {
        each.text.pk: {room.pk for room in each.ready} for each in sending.mailings_of(w.event, NOW)
    }
    return sending.reserve(w.event, chosen, by=w.press, now=NOW)


def send(w):
    return sending.send_reserved(w.event, lambda *_: None)


ALL = ["echo@example.org", "echo@example.org", "gazette@example.org", "wire@example.org"]


def test_each_text_goes_to_those_who_cover_its_place_and_to_nobody_twice(left, server):
    assert reserve_all(left) == 4
    assert send(left).sent == 4
    assert server.recipients == ALL
    assert reserve_all(left) == 0
    assert send(left).sent == 0
    assert server.recipients == ALL
    told = {(m["To"], m["Subject"].partition(": ")[2].partition(":")[0]) for m in server.inbox}
    assert ("gazette@example.org", "Northshire") in told
    assert ("gazette@example.org", "Southshire") not in told


def test_the_database_refuses_a_second_e_mail_to_one_address_whatever_its_capitals(left):
    reserve_all(left)
    row = SentText.objects.filter(to="gazette@example.org").get()
    row.pk, row.to = None, "Gazette@example.org"
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_under_embargo_subject_and_first_line_say_so_and_afterwards_they_do_not(left, server):
    reserve_all(left)
    left.clock.move_to(OPENS - dt.timedelta(minutes=1), tick=False)
    send(left)
    for message in server.inbox:
        body = message.get_body().get_content()
        assert message["Subject"].startswith("EMBARGOED until 00:01 on 25 June 2019: ")
        assert body.startswith("EMBARGOED until 00:01 on 25 June 2019.")
    SentText.objects.all().delete()
    server.inbox.clear()
    reserve_all(left)
    left.clock.move_to(OPENS, tick=False)
    send(left)
    assert len(server.inbox) == 4
    assert not [m for m in server.inbox if "EMBARGO" in m["Subject"] + m.as_string()]


def test_an_embargo_that_moved_after_the_e_mail_was_reserved_is_in_it(left, server):
    reserve_all(left)
    later = OPENS + dt.timedelta(days=1)
    press.change_event(left.event, now=NOW, embargo_at=later)
    send(left)
    assert all("00:01 on 26 June 2019" in m["Subject"] for m in server.inbox)
    assert all("26 June" in row.subject for row in SentText.objects.all())


def test_a_text_that_nobody_approved_has_no_way_out(world, server):  # noqa: F811
    w = world
    w.press = worlds.person("Di Fox", "Press officer")
    w.answer(w.north, {2017: "48", 2018: "68"})
    w.event = worlds.event(w.approved())
    press.draft_event(w.event, by=w.press, now=NOW)
    MediaContact.objects.create(outlet="Wire", email="wire@example.org")
    assert sending.mailings_of(w.event, NOW) == []
    assert sending.reserve(w.event, {1: {1}}, by=w.press, now=NOW) == 0
    client = Client()
    client.force_login(w.press)
    page = reverse("admin:offences_campaignevent_send", args=[w.event.pk])
    shown = client.post(page, {"text": "1", "send": "1"}).content.decode()
    assert "not issued, so they cannot be sent" in shown
    assert SentText.objects.count() == 0 and server.inbox == []


def test_only_a_press_officer_sends(left):
    with pytest.raises(Refused, match="Only press officers"):
        sending.reserve(left.event, {}, by=left.approver, now=NOW)


@pytest.mark.parametrize("nth", [1, 3])
def test_killed_between_two_e_mails_and_run_again_each_newsroom_has_one(left, server, nth):
    reserve_all(left)
    with killed_in(mail, "_claim", nth):
        send(left)
    assert len(server.inbox) == nth - 1
    send(left)
    assert server.recipients == ALL


def test_killed_after_it_arrived_an_e_mail_waits_for_a_person(left, server):
    reserve_all(left)
    with killed_in(mail, "digest_of"):
        send(left)
    send(left)
    assert server.recipients == ALL
    (unsure,) = SentText.objects.unsure()
    assert sending.settle(left.event, unsure.message_id, arrived=True)
    assert not sending.settle(left.event, unsure.message_id, arrived=False)
    assert send(left).sent == 0 and not SentText.objects.filter(sent_at=None).exists()


def test_a_refused_address_is_logged_and_sent_when_it_is_corrected(left, server):
    server.refuses.add("gazette@example.org")
    reserve_all(left)
    result = send(left)
    assert (result.sent, result.refused) == (3, 1)
    assert "No such person here" in SentText.objects.waiting().get().error
    MediaContact.objects.filter(outlet="Gazette").update(email="desk@example.org")
    assert send(left).sent == 1
    assert "desk@example.org" in server.recipients


def test_who_asked_us_to_stop_before_it_left_gets_nothing(left, server):
    reserve_all(left)
    MediaContact.objects.filter(outlet="Echo").update(stopped_on=NOW.date())
    assert send(left).sent == 2
    assert "echo@example.org" not in server.recipients
    assert not SentText.objects.waiting().exists()


def test_a_text_with_withdrawn_or_newer_figures_is_not_sent(left, server, time_machine):
    reserve_all(left)
    opens = OPENS + dt.timedelta(days=20)
    revise(left, public_at=opens)
    time_machine.move_to(opens, tick=False)
    result = send(left)
    assert server.inbox == []  # the sum of all forces, which has changed, is in every text
    assert (result.sent, result.refused) == (0, 4)
    assert mailing(left, now=opens).why_not == ("A newer release contradicts it. Correct it first.")
    with pytest.raises(Refused, match=r"Northshire: not sent\. A newer release"):
        sending.reserve(left.event, {left.text.pk: {1}}, by=left.press, now=opens)


def test_a_correction_that_opens_with_the_embargo_stops_the_text_before_it(left, server):
    reserve_all(left)
    revise(left, public_at=OPENS)
    assert mailing(left).why_not == "A newer release contradicts it. Correct it first."
    assert (send(left).refused, server.inbox) == (4, [])


def test_a_text_whose_correction_is_noted_goes_to_nobody_else(left, server):
    server.refuses.add("gazette@example.org")
    reserve_all(left)
    assert send(left).sent == 3
    server.refuses.clear()
    opens = OPENS + dt.timedelta(days=20)
    release = revise(left, public_at=opens)
    left.clock.move_to(opens, tick=False)
    press.record_correction(left.text, release, how="By phone", by=left.press, now=opens)
    assert mailing(left, now=opens).why_not.startswith(f"It was corrected by {release}")
    assert (send(left).sent, SentText.objects.waiting().count()) == (0, 1)
    assert "gazette@example.org" not in server.recipients


def test_an_embargo_without_day_and_hour_is_none(left):
    CampaignEvent.objects.update(embargo_precision="month")
    assert mailing(left).why_not == "The embargo of its event has no day and hour."


def test_a_test_goes_to_the_person_alone_and_into_no_log(left, server):
    sending.send_test(left.text, by=left.press, now=NOW)
    (message,) = server.inbox
    assert message["To"] == "di.fox@example.org"
    assert message["Subject"].startswith("Test: EMBARGOED until")
    assert not SentText.objects.exists()


def test_the_page_sends_by_the_worker_and_shows_who_has_what(left, server):
    client = Client()
    client.force_login(left.press)
    page = reverse("admin:offences_campaignevent_send", args=[left.event.pk])
    shown = client.get(page).content.decode()
    assert "Send 4 e-mails" in shown
    sent = client.post(page, {"text": [each.pk for each in IssuedText.objects.all()]})
    worlds.work()
    shown = client.get(sent["Location"], follow=True).content.decode()
    assert "4 e-mails sent." in shown
    assert server.recipients == ALL
    assert shown.count("Sent to ") >= 3 and "wire@example.org" in shown


def test_the_pack_copies_all_addresses_and_lets_a_newsroom_of_more_be_chosen(left, server):
    client = Client()
    client.force_login(left.press)
    page = reverse("admin:offences_issuedtext_send", args=[left.text.pk])
    shown = client.get(page).content.decode()
    assert "echo@example.org; gazette@example.org" in shown
    wire = MediaContact.objects.get(outlet="Wire")
    client.post(page, {"room": [wire.pk], "send": "1"})
    worlds.work()
    assert server.recipients == ["wire@example.org"]


def test_the_pages_ask_a_fixed_number_of_questions(left, django_assert_max_num_queries):
    client = Client()
    client.force_login(left.press)
    with django_assert_max_num_queries(16):
        client.get(reverse("admin:offences_campaignevent_send", args=[left.event.pk]))


def test_e_mails_of_a_press_officer_whose_account_has_ended_do_not_leave(left, server):
    reserve_all(left)
    User.objects.filter(pk=left.press.pk).update(is_active=False)
    result = send(left)
    assert (result.sent, result.refused, server.inbox) == (0, 4, [])
    assert {each.error for each in SentText.objects.waiting()} == {ACCOUNT_ENDED}
    client = Client()
    client.force_login(worlds.person("Bo Fell", "Press officer"))
    found = client.get(reverse("admin:index")).context["queues"]
    (queue,) = [each for each in found if each.title == "E-mails that do not leave"]
    assert len(queue.mine) == 4 and "by Di Fox" in queue.mine[0].about
    page = client.get(queue.start).content.decode()
    assert "Take it back" in page and "leave with the next Send" not in page
