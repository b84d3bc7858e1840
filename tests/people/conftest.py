"""A data lead, an officer and a checker who have passwords, and a real mail server."""

import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests import worlds
from tests.mail_server import mail_server
from tests.staff.conftest import drafted, everything, released, world  # noqa: F401

PASSWORD = "seven green kettles"
NEW_PASSWORD = "eleven grey anchors"
LINK = re.compile(r"http://testserver(/admin/log-in/password/\S+)")


@pytest.fixture(autouse=True)
def no_failures_before(request):
    """Nobody has failed to log in yet: those are counted in no table that is put back."""
    if "office" in request.fixturenames:
        request.getfixturevalue("office")
        cache.clear()


@pytest.fixture
def office(db):
    w = worlds.World()
    w.lead = with_password("Gil Roe", "Data lead")
    w.officer = with_password("Ann Lee", "Data officer")
    w.checker = with_password("Cy Moss", "Checker")
    return w


@pytest.fixture
def server(settings):
    with mail_server(settings) as handler:
        yield handler


def with_password(name, *roles, superuser=False):
    person = worlds.person(name, *roles, superuser=superuser)
    person.email = f"{person.username}@charity.example"
    person.set_password(PASSWORD)
    person.save()
    return person


def log_in(login, password=PASSWORD, client=None, address=None):
    """What the form answers."""
    return (client or Client()).post(
        address or reverse("account_login"), {"login": login, "password": password}
    )


def is_in(answer):
    return answer.status_code == 302


def logged_in(person):
    client = Client()
    assert is_in(log_in(person.username, client=client))
    return client


def is_logged_in(client):
    return client.get(reverse("admin:index")).status_code == 200


def link_in(message):
    found = LINK.search(message.get_content())
    return found and found[1]


def set_password(link, password=NEW_PASSWORD, client=None, **more):
    """Follow a link and store a password; the page that comes."""
    client = client or Client()
    page = client.get(link, follow=True)
    if not page.context.get("form") or page.context.get("token_fail"):
        return page
    data = {"password1": password, "password2": password, **more}
    return client.post(page.request["PATH_INFO"], data, follow=True)
