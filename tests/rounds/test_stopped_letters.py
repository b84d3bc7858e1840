"""Letters of a person whose account ended before they left: not sent, and named on Today."""

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from offences import mail
from offences.accounts import people
from offences.models import AccountEnd, FoiEvent, SentLetter
from offences.words.mail import ACCOUNT_ENDED
from tests import worlds
from tests.clients import logged_in, text_of
from tests.mail_server import killed_in
from tests.rounds.test_letters import ADDRESSES, NOW, reserve, send, world  # noqa: F401


@pytest.fixture
def stopped(world, server):  # noqa: F811
    """The first of three letters has left, then its sender's account ended by itself."""
    reserve(world)
    with killed_in(mail, "_claim", 2):
        send(world)
    AccountEnd.objects.create(person=world.officer, on=NOW.date() - dt.timedelta(days=1))
    world.colleague = worlds.person("Bo Ash", "Data officer")
    return world


def stopped_on_today(user):
    found = logged_in(user).get(reverse("admin:index")).context["queues"]
    of_letters = [queue for queue in found if queue.title == "Letters that do not leave"]
    return [row for queue in of_letters for row in queue.mine]


def test_letters_of_a_person_whose_account_has_ended_do_not_leave(stopped, server):
    result = send(stopped)
    assert (result.sent, result.refused, len(server.inbox)) == (0, 2, 1)
    assert {each.error for each in SentLetter.objects.waiting()} == {ACCOUNT_ENDED}
    assert FoiEvent.objects.filter(kind="sent").count() < len(stopped.asked)


def test_they_leave_once_the_account_is_opened_again(stopped, server):
    send(stopped)
    AccountEnd.objects.all().delete()
    assert send(stopped).sent == 2
    assert server.recipients == ADDRESSES
    assert not SentLetter.objects.exclude(error="").exists()


def test_today_names_each_and_leads_to_where_it_is_taken_back_and_sent_anew(stopped, server):
    rows = stopped_on_today(stopped.colleague)
    waiting = {each.submission.force.area for each in SentLetter.objects.waiting()}
    assert {row.name for row in rows} == waiting and len(server.inbox) == 1
    assert all("by Ann Lee" in row.about for row in rows)
    client = logged_in(stopped.colleague)
    page = client.get(rows[0].url)
    assert "Stopped." in text_of(page) and "leave with the next Send" not in text_of(page)
    for message_id in {each.message_id for each in page.context["stopped"]}:
        client.post(rows[0].url, {"kind": "sent", "settle": f"{message_id} withdrawn"})
    assert not stopped_on_today(stopped.colleague)
    stopped.officer = stopped.colleague
    reserve(stopped)
    assert send(stopped).sent == 2
    assert server.recipients == ADDRESSES
    assert "Bo Ash" in server.inbox[-1].get_body().get_content()


def test_a_press_officer_is_not_asked_about_letters(stopped):
    assert not stopped_on_today(worlds.person("Di Fox", "Press officer"))


@pytest.mark.django_db(transaction=True)
def test_an_account_that_ends_while_its_letters_leave_sends_no_further_one(world, server):  # noqa: F811
    """Another connection ends it, while the mail server has the first letter in its hands."""
    reserve(world)
    lead = worlds.person("Lia Orr", "Data lead")

    def end_the_account():
        if len(server.inbox) == 1:
            (ended,) = worlds.at_once(lambda: people.end(world.officer.pk, by=lead))
            assert not isinstance(ended, Exception), ended

    server.after = end_the_account
    result = send(world)
    assert not User.objects.get(pk=world.officer.pk).is_active
    assert (result.sent, result.refused, len(server.inbox)) == (1, 2, 1)
