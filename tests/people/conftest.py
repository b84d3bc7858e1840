"""A data lead, an officer and a checker who have passwords, and a real mail server."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests import worlds
from tests.staff.conftest import drafted, everything, released, world  # noqa: F401

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
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


def with_password(name, *roles, superuser=False):
    person = worlds.person(name, *roles, superuser=superuser)
    person.email = f"{person.username}@charity.example"
    person.set_password(PASSWORD)
    person.save()
    TOTP.activate(person, SECRET)
    return person


def code(seconds=0, secret=SECRET):
    """What an app shows now, or so much later: everybody's here has one secret."""
    return format_hotp_value(hotp_value(secret, int(time.time() + seconds) // 30))


def send_code(client, shown=None):
    """What the second form answers; each code works once, and half a minute is nothing here."""
    shown = shown or code()
    for factor in Authenticator.objects.filter(type="totp"):
        cache.delete(factor.wrap()._get_used_cache_key(shown))
    return client.post(reverse("mfa_authenticate"), {"code": shown})


def send_password(login, password=PASSWORD, client=None, address=None):
    return (client or Client()).post(
        address or reverse("account_login"), {"login": login, "password": password}
    )


def log_in(login, password=PASSWORD, client=None, address=None):
    """What the form answers, and after the right password the second form."""
    client = client or Client()
    answer = send_password(login, password, client, address)
    is_right = answer.status_code == 302 and answer["Location"] == reverse("mfa_authenticate")
    return send_code(client) if is_right else answer


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
