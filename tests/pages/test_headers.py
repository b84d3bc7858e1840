"""Headers that keep readers safe, on every kind of answer, and the grade that they earn.

The rules are those of Mozilla's HTTP Observatory (mozilla/http-observatory,
httpobs/docs/scoring.md, and its successor mdn/mdn-http-observatory):
100 to begin with, and a penalty or a bonus a test.
"""

import datetime as dt
import re

import pytest
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse

from offences.middleware import ReadyFirst
from tests import worlds
from tests.people.conftest import with_password
from tests.tooling.test_settings import started

FOR_ALL = {*settings.SAFE_HEADERS}
WITH_TLS = {"secure": True}
A_PLUS = 100


@pytest.fixture
def https(settings):
    """The site as a server has it, behind a proxy that speaks HTTPS."""
    settings.SECURE_SSL_REDIRECT = settings.SESSION_COOKIE_SECURE = True
    settings.CSRF_COOKIE_SECURE = True
    settings.SECURE_HSTS_SECONDS = 31_536_000
    return settings


def policy(answer):
    """The directives of an answer's content security policy."""
    parts = (part.split() for part in answer["Content-Security-Policy"].split(";"))
    return {part[0]: part[1:] for part in parts if part}


def score_of_policy(answer):
    if "Content-Security-Policy" not in answer:
        return -25
    found = policy(answer)
    scripts = found.get("script-src", found.get("default-src", ["*"]))
    everything = [word for words in found.values() for word in words]
    if "'unsafe-inline'" in scripts or "*" in scripts or "data:" in scripts:
        return -20
    if any(word.startswith("http:") for word in everything):
        return -20
    if "'unsafe-eval'" in everything:
        return -10
    if "'unsafe-inline'" in everything:
        return 0
    return 10 if found.get("default-src") == ["'none'"] else 5


def score_of_cookies(answer):
    for cookie in answer.cookies.values():
        is_session = cookie.key == settings.SESSION_COOKIE_NAME
        if not cookie["secure"]:
            return -40 if is_session else -20
        if is_session and not cookie["httponly"]:
            return -30
        if not cookie["samesite"]:
            return -20
    return 5 if answer.cookies else 0


def score_of_transport(answer):
    found = re.fullmatch(r"max-age=(\d+)(.*)", answer.get("Strict-Transport-Security", ""))
    if not found:
        return -20
    if int(found[1]) < 15_768_000:
        return -10
    return 5 if "preload" in found[2] and "includeSubDomains" in found[2] else 0


def score_of_frames(answer):
    if "frame-ancestors" in policy(answer):
        return 5
    return 0 if answer.get("X-Frame-Options") in {"DENY", "SAMEORIGIN"} else -20


def score_of_scripts(answer):
    """Scripts of our own need no hash; those of others would."""
    html = "" if answer.streaming else answer.content.decode()  # else it is a static file
    addresses = re.findall(r'<script[^>]* src="([^"]+)"', html)
    return -50 if any("//" in address for address in addresses) else 0


def score(answer):
    """What the observatory gives an answer by HTTPS, redirections being tested apart."""
    total = 100 + score_of_policy(answer) + score_of_cookies(answer)
    total += score_of_transport(answer) + score_of_frames(answer) + score_of_scripts(answer)
    total += 0 if answer.get("X-Content-Type-Options") == "nosniff" else -5
    referrers = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
    total += 5 if answer.get("Referrer-Policy") in referrers else 0
    return total


@pytest.fixture
def site(db, https):
    worlds.demo()
    with_password("Ann Lee", "Data officer")
    return Client()


KINDS = {
    "a page": "/",
    "a page that is ready": "/forces/essex/",
    "the methods": "/about/methods/",
    "a file": "/forces/essex/cyber-flagged.csv",
    "no such page": "/nowhere/",
    "a static file": "/static/icon.svg",
    "no such static file": "/static/nowhere.css",
    "the form": reverse("account_login"),
    "the staff": "/admin/",
    "a code": reverse("mfa_authenticate"),
}


@pytest.mark.django_db
def test_every_kind_of_answer_has_every_header_and_an_a_plus(site):
    for kind, address in KINDS.items():
        for _ in range(3):  # the third time it is ready
            answer = site.get(address, **WITH_TLS)
            assert {name for name in FOR_ALL if name not in answer} == set(), kind
            assert score(answer) >= A_PLUS, kind


@pytest.mark.django_db
def test_they_say_what_the_grade_does_not_ask_for_too(site):
    answer = site.get("/", **WITH_TLS)
    found = policy(answer)  # neither of these two is what default-src is where it is missing
    assert (found["form-action"], found["base-uri"]) == (["'self'"], ["'none'"])
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Referrer-Policy"] == "same-origin"  # some addresses are keys
    denied = {f"{name}=()" for name in ("camera", "microphone", "geolocation", "payment", "usb")}
    assert denied <= {*answer["Permissions-Policy"].split(", ")}
    assert started()["SECURE_HSTS_SECONDS"] == 365 * 24 * 60 * 60  # as docs/operate.md says


def test_errors_have_them_too(site):
    answers = {
        400: site.get("/", headers={"host": "evil.example"}, **WITH_TLS),
        405: site.delete("/", **WITH_TLS),
        403: Client(enforce_csrf_checks=True).post(reverse("account_login"), **WITH_TLS),
    }
    for status, answer in answers.items():
        assert answer.status_code == status
        assert {name for name in FOR_ALL if name not in answer} == set(), status
        assert answer["X-Frame-Options"] == "DENY"


@pytest.mark.django_db
def test_a_page_that_breaks_has_them_too(site, monkeypatch):
    site.raise_request_exception = False
    monkeypatch.setattr("offences.middleware.PublicAnswers._finish", lambda *_: 1 // 0)
    answer = site.get("/about/", **WITH_TLS)
    assert answer.status_code == 500
    assert {name for name in FOR_ALL if name not in answer} == set()


@pytest.fixture
def connection_stays():
    """Each request of a server closes what is open to the database: here it is the test's own."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.django_db
@override_settings(PUBLIC_STATE_KEPT=dt.timedelta(hours=1))
def test_what_is_ready_before_django_is_asked_has_them_too(site, connection_stays):
    application, given = ReadyFirst(get_wsgi_application()), []
    for _ in range(4):
        environ = RequestFactory().get("/forces/essex/", **WITH_TLS).environ
        b"".join(application(environ, lambda status, headers: given.append(dict(headers))))
    first, *_, last = given
    assert application.process.ready.at(environ) is not None
    assert {*FOR_ALL, "Strict-Transport-Security"} <= last.keys()
    assert {name: last[name] for name in FOR_ALL} == {name: first[name] for name in FOR_ALL}


@pytest.mark.django_db
def test_a_chart_may_be_framed_and_nothing_else(site):
    for _ in range(3):
        framed = site.get("/embed/essex/", **WITH_TLS)
        assert policy(framed)["frame-ancestors"] == ["*"] and "X-Frame-Options" not in framed
        page = site.get("/forces/essex/", **WITH_TLS)
        assert policy(page)["frame-ancestors"] == ["'none'"] and page["X-Frame-Options"] == "DENY"


@pytest.mark.django_db
def test_http_leads_to_https_on_the_same_name(site):
    answer = site.get("/forces/essex/")
    assert (answer.status_code, answer["Location"]) == (301, "https://testserver/forces/essex/")


@pytest.mark.django_db
def test_preloading_is_said_where_it_is_set(site, settings):
    settings.SECURE_HSTS_PRELOAD = settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    fresh = Client()
    for address in ("/about/licence/", "/nowhere/", "/static/icon.svg"):
        answer = fresh.get(address, **WITH_TLS)
        assert "includeSubDomains; preload" in answer["Strict-Transport-Security"], address


@pytest.mark.django_db
def test_no_name_of_a_site_that_a_visitor_writes_is_in_an_answer():
    """It would be in what others are given: a ready page, a link for a password."""
    evil = "evil.example"
    names = {"x-forwarded-host": evil, "forwarded": f"host={evil}", "x-original-url": f"//{evil}"}
    for address in ("/", "/sitemap.xml", reverse("account_login"), "/nowhere"):
        answer = Client().get(address, headers=names)
        assert evil not in answer.content.decode() + str(answer.headers)
        assert evil not in Client().get(address).content.decode()
    assert Client().get("/", headers={"host": evil}).status_code == 400
