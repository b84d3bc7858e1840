"""Passwords set by a link: once, for a day, by the person whose address it was sent to."""

import pytest
import time_machine
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

import config.settings
from offences.accounts import people
from offences.accounts.logging_in import store_password
from tests.people.conftest import (
    NEW_PASSWORD,
    PASSWORD,
    is_in,
    is_logged_in,
    link_in,
    log_in,
    logged_in,
    set_password,
    with_password,
)
from tests.worlds import NOW

FAILED = "This link no longer works"
STORED = "Your password is stored"


def test_a_site_stores_passwords_by_argon2(settings):
    settings.PASSWORD_HASHERS = config.settings.PASSWORD_HASHERS
    assert make_password(PASSWORD).startswith("argon2$argon2id$")


def forget(email):
    return Client().post(reverse("account_reset_password"), {"email": email}, follow=True)


def test_a_forgotten_password_is_set_by_a_link_that_works_once(office, server):
    elsewhere = logged_in(office.officer)
    assert "Read your e-mail" in forget("Ann.Lee@charity.example").content.decode()
    (message,) = server.inbox
    assert (message["To"], message["Subject"]) == ("ann.lee@charity.example", "Set a new password")
    assert STORED in set_password(link_in(message)).content.decode()
    assert not is_logged_in(elsewhere)
    assert not is_in(log_in("ann.lee", PASSWORD))
    assert is_in(log_in("ann.lee", NEW_PASSWORD))
    assert FAILED in set_password(link_in(message), "yet another one").content.decode()
    assert is_in(log_in("ann.lee", NEW_PASSWORD))


def test_the_key_is_in_no_address_of_the_page_that_asks_for_the_password(office, server):
    forget("ann.lee@charity.example")
    link = link_in(server.inbox[0])
    page = Client().get(link, follow=True)
    key = link.rstrip("/").partition("-")[2]
    assert key not in page.request["PATH_INFO"] and key not in page.content.decode()
    assert "no-store" in page["Cache-Control"]


def test_a_link_ends_after_a_day_and_when_somebody_logs_in(office, server):
    with time_machine.travel(NOW, tick=False) as clock:
        forget("ann.lee@charity.example")
        clock.shift(24 * 60 * 60 + 1)
        assert FAILED in set_password(link_in(server.inbox[0])).content.decode()
        forget("ann.lee@charity.example")
        logged_in(office.officer)
        assert FAILED in set_password(link_in(server.inbox[1])).content.decode()


def test_a_stranger_reads_the_same_whether_or_not_there_is_an_account(office, server):
    people.invite("Ida Best", "ida@charity.example", "Checker", by=office.lead)
    eve = with_password("Eve Old", "Checker")
    people.end(eve.pk, by=office.lead)
    known = forget("ann.lee@charity.example").content
    for number, email in enumerate(("no@charity.example", "ida@charity.example", eve.email), 1):
        assert forget(email).content == known
        message = server.inbox[number]  # one each time, as of an account
        assert message["To"] == email
        assert link_in(message) is None
        assert "There is no account with a password" in message.get_content()


@pytest.mark.both_databases
def test_an_address_that_is_only_alike_to_the_database_gets_no_link(office, server):
    User.objects.filter(pk=office.officer.pk).update(email="ann@incident.example")
    forget("ann@ıncident.example")  # its first letter is a Turkish one without a dot
    (message,) = server.inbox
    assert link_in(message) is None or message["To"] == "ann@incident.example"


def test_a_mail_server_that_is_down_is_reported_alike_for_every_address(office, settings):
    options = {"host": "127.0.0.1", "port": 1, "timeout": 2}
    backend = "offences.mail.OurMail"
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": options}}
    pages = {forget(each).content for each in ("ann.lee@charity.example", "no@charity.example")}
    (page,) = pages
    assert "The mail server does not answer" in page.decode()
    assert forget("ann.lee@charity.example").status_code == 503


def test_an_address_that_the_mail_server_refuses_is_not_told_apart(office, server):
    server.refuses = {"no@charity.example"}
    assert forget("no@charity.example").content == forget("ann.lee@charity.example").content
    assert server.recipients == ["ann.lee@charity.example"]


def test_nobody_is_sent_more_than_five_messages_a_minute(office, server):
    answers = [forget("ann.lee@charity.example").status_code for _ in range(7)]
    assert answers == [200] * 5 + [429] * 2
    assert len(server.inbox) == 5


def test_who_was_locked_out_and_sets_a_new_password_need_not_wait(office, server):
    for _ in range(6):
        log_in("ann.lee", "guessed")
    forget("ann.lee@charity.example")
    set_password(link_in(server.inbox[0]))
    assert is_in(log_in("ann.lee", NEW_PASSWORD))


@pytest.mark.parametrize("password", ["ann.lee@charity", "84930217564", "kettle7", "password1"])
def test_a_password_that_is_easy_to_guess_is_refused(office, server, password):
    forget("ann.lee@charity.example")
    page = set_password(link_in(server.inbox[0]), password)
    assert page.context["form"].errors
    assert is_in(log_in("ann.lee", PASSWORD))


def test_two_passwords_that_differ_are_refused(office, server):
    forget("ann.lee@charity.example")
    page = set_password(link_in(server.inbox[0]), password2="another one")
    assert page.context["form"].errors
    assert is_in(log_in("ann.lee", PASSWORD))


def test_a_password_that_is_stored_while_the_account_ends_opens_nothing(office):
    read_before = User.objects.get(pk=office.officer.pk)
    people.end(office.officer.pk, by=office.lead)
    with pytest.raises(PermissionDenied):
        store_password(read_before, NEW_PASSWORD)
    assert not is_in(log_in("ann.lee", NEW_PASSWORD))
    assert not User.objects.get(pk=office.officer.pk).is_active
