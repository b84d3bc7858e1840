"""Logging in: by name or address, the same answer to every stranger, and an end to guessing."""

import os
import sys

import pytest
import time_machine
from django.conf import settings
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from offences.accounts import people
from offences.accounts.logging_in import NO_MATCH, TOO_MANY
from tests import worlds
from tests.people.conftest import (
    PASSWORD,
    code,
    is_in,
    is_logged_in,
    log_in,
    logged_in,
    with_password,
)
from tests.programs import run_to_its_end
from tests.tooling.test_settings import started
from tests.worlds import NOW


@pytest.mark.parametrize("login", ["ann.lee", "ann.lee@charity.example", "Ann.Lee@Charity.example"])
def test_a_person_logs_in_by_user_name_or_address_and_begins_at_today(office, login):
    client = Client()
    answer = log_in(login, client=client)
    assert answer["Location"] == reverse("admin:index")
    assert is_logged_in(client)


def test_the_admins_own_address_leads_to_the_form_and_back(office):
    client, board = Client(), reverse("admin:offences_foiround_changelist")
    form = client.get(board, follow=True)
    assert "Forgotten password?" in form.content.decode()
    where = f"{form.request['PATH_INFO']}?{form.request['QUERY_STRING']}"
    assert log_in("ann.lee", client=client, address=where)["Location"] == board


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "https:evil.example",
        "javascript:alert(1)",
        "http://testserver@evil.example/",
        "\\\\evil.example",
        "//[",
        "http://[",
    ],
)
def test_nobody_is_led_to_another_site(office, elsewhere):
    form = reverse("account_login")
    assert Client().get(form, {"next": elsewhere}).status_code == 200
    assert log_in("ann.lee", address=f"{form}?next={elsewhere}")["Location"] == "/admin/"


def test_nobody_is_led_out_of_https(office):
    form, here = reverse("account_login"), "//testserver/admin/find/"
    for scheme, end in (("http", reverse("admin:index")), ("https", f"https:{here}")):
        secure = Client(**{"wsgi.url_scheme": "https", "HTTP_X_FORWARDED_PROTO": "https"})
        answer = log_in("ann.lee", client=secure, address=f"{form}?next={scheme}:{here}")
        assert answer["Location"] == end


def test_there_is_no_other_way_to_an_account(office):
    for address in ("signup/", "email/", "login/code/", "password/set/", "inactive/"):
        for place in ("/admin/log-in/", "/accounts/", "/admin/account/"):
            assert Client().get(place + address).status_code in (302, 404), address
    assert User.objects.count() == 3


@pytest.fixture
def strangers(office):
    """Who may not log in, whatever they type: nobody, somebody invited, ended, not of the staff."""
    invited = people.invite("Ida Best", "ida@charity.example", "Checker", by=office.lead)
    ended = with_password("Eve Old", "Checker")
    people.end(ended.pk, by=office.lead)
    other = with_password("Oz Guest")
    User.objects.filter(pk=other.pk).update(is_staff=False)
    return ["nobody", "nobody@charity.example", invited.email, "eve.old", "oz.guest"]


def test_every_stranger_gets_the_same_answer_after_the_same_work(office, strangers, monkeypatch):
    hashed = []
    encode = MD5PasswordHasher.encode

    def counting(self, password, salt):
        hashed.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counting)
    answers, work = set(), set()
    for login in [*strangers, "ann.lee", "ann.lee@charity.example"]:
        hashed.clear()
        # Those who have or had a password try another one, as a stranger would.
        answer = log_in(login, "one that is wrong")
        answers.add((answer.status_code, *answer.context["form"].non_field_errors()))
        work.add(len(hashed))
    assert answers == {(200, NO_MATCH)}
    assert work == {1}
    assert [is_in(log_in(each)) for each in strangers] == [False] * len(strangers)


def test_after_five_failures_even_the_right_password_waits_a_quarter_of_an_hour(office):
    with time_machine.travel(NOW, tick=False) as clock:
        for login in ("ann.lee", "Ann.Lee", "ann.lee@charity.example", "ANN.LEE", "ann.lee"):
            assert NO_MATCH in str(log_in(login, "guessed").content.decode())
        for login in ("ann.lee", "ann.lee@charity.example"):
            assert TOO_MANY in log_in(login).content.decode()
        assert is_in(log_in("cy.moss")), "another account"
        clock.shift(15 * 60 + 1)
        assert is_in(log_in("ann.lee"))


def test_an_account_that_is_none_is_locked_in_the_same_words(office):
    words = [log_in("nobody", "guessed").content.decode() for _ in range(6)]
    assert [NO_MATCH in each for each in words] == [True] * 5 + [False]
    assert TOO_MANY in words[-1]


def test_after_ten_failures_from_an_address_no_account_is_tried_from_there_for_a_minute(
    office, settings
):
    """One password for many accounts: none of them comes to its own limit."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1  # the last name that our proxy wrote counts

    def tried_from(visitor, login="cy.moss", password=PASSWORD):
        behind = Client(REMOTE_ADDR="127.0.0.1", headers={"x-forwarded-for": visitor})
        return log_in(login, password, client=behind)

    with time_machine.travel(NOW, tick=False) as clock:
        guesses = [tried_from(f"10.0.0.{n}, 192.0.2.1", f"one.{n}", "guessed") for n in range(10)]
        assert all(NO_MATCH in each.content.decode() for each in guesses)
        assert TOO_MANY in tried_from("10.9.9.9, 192.0.2.1").content.decode()
        assert is_in(tried_from("192.0.2.2")), "somebody else, through the same proxy"
        clock.shift(61)
        assert is_in(tried_from("192.0.2.1"))


def test_another_port_in_the_address_gives_no_more_attempts(office):
    for number in range(5):
        Client().post(
            reverse("account_login"),
            {"login": "ann.lee", "password": "guessed"},
            headers={"host": f"localhost:{8000 + number}"},
        )
    assert TOO_MANY in log_in("ann.lee").content.decode()


def test_right_passwords_are_not_counted(office):
    assert [is_in(log_in("ann.lee")) for _ in range(8)] == [True] * 8


GUESSES = """
import django
django.setup()
from django.test import Client
for _ in range(2):
    answer = Client().post(
        "/admin/log-in/",
        {"login": "ann.lee", "password": "guessed"},
        REMOTE_ADDR="192.0.2.1",
    )
    print("TOO-MANY" if "Too many" in answer.content.decode() else "wrong")
"""


@pytest.mark.django_db(transaction=True)
def test_all_processes_count_together(office, test_database):
    cache.clear()
    env = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": test_database}
    how = {"cwd": settings.BASE_DIR, "env": env, "capture_output": True, "text": True}
    another = run_to_its_end(sys.executable, "-c", GUESSES, check=True, **how)
    assert another.stdout.split() == ["wrong"] * 2
    answers = worlds.at_once(*[lambda: log_in("ann.lee", "guessed").content.decode()] * 6)
    assert 1 <= sum(NO_MATCH in answer for answer in answers) <= 3
    while NO_MATCH in log_in("ann.lee", "guessed").content.decode():
        pass  # a process that waited for its turn in vain counted nothing
    assert TOO_MANY in log_in("ann.lee").content.decode()


# The session


def test_a_session_ends_twelve_hours_after_it_began_however_much_it_is_used(office):
    with time_machine.travel(NOW, tick=False) as clock:
        client = logged_in(office.officer)
        for _ in range(2):
            clock.shift(11 * 60 * 60 // 2)
            session = client.session
            session["used"] = str(_)
            session.save()
            assert is_logged_in(client)
        clock.shift(60 * 60 - 1)
        assert is_logged_in(client)
        clock.shift(2)
        assert not is_logged_in(client)


def test_the_cookie_ends_with_the_session(office):
    with time_machine.travel(NOW, tick=False):
        cookie = logged_in(office.officer).cookies[settings.SESSION_COOKIE_NAME]
        assert cookie["max-age"] == 12 * 60 * 60
        assert Session.objects.get().expire_date.timestamp() == NOW.timestamp() + 12 * 60 * 60


def test_pages_of_logging_in_are_cached_by_nobody_and_readers_get_no_session(office):
    for name in ("login", "reset_password", "reset_password_done", "reset_password_from_key_done"):
        answer = Client().get(reverse(f"account_{name}"))
        assert answer.status_code == 200
        assert "no-store" in answer["Cache-Control"] and "ETag" not in answer
    assert settings.SESSION_COOKIE_NAME not in Client().get("/").cookies


def test_the_pages_of_logging_in_belong_to_no_preview(office):
    assert Client().get("/as-at/x/admin/log-in/").status_code == 404


# The password of somebody who is logged in


def test_a_person_changes_their_password_and_stays_in_here_alone(office):
    here, elsewhere = logged_in(office.officer), logged_in(office.officer)
    new = "nine quiet lanterns"
    form = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert here.post(reverse("admin:password_change"), form).status_code == 302
    assert is_logged_in(here) and not is_logged_in(elsewhere)
    assert is_in(log_in("ann.lee", new))


def test_the_present_password_is_not_guessed_there_either(office):
    client = logged_in(office.officer)
    form = {"old_password": "guessed", "new_password1": "a b c d", "new_password2": "a b c d"}
    answers = [client.post(reverse("admin:password_change"), form).status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]


def test_a_person_without_a_password_is_asked_for_none(office):
    assert not is_in(log_in(worlds.person("Fay New", "Checker").username, ""))


def test_a_proxy_learns_who_is_logged_in_and_nothing_else(client, django_user_model):
    asked = reverse("is_logged_in")
    answer = client.get(asked)
    assert (answer.status_code, answer.content, answer.cookies) == (401, b"", {})
    client.force_login(worlds.person("Di Fox", "Data officer"))
    assert client.get(asked).status_code == 204
    client.force_login(django_user_model.objects.create_user("reader"))  # not of the staff
    assert client.get(asked).status_code == 401


def test_by_https_cookies_are_such_that_no_other_name_of_the_domain_can_set_them(office, settings):
    """A browser takes a cookie of this kind from the host itself, secure, and for all of it."""
    on_a_server = started()
    for name in ("SESSION_COOKIE", "CSRF_COOKIE"):
        setattr(settings, f"{name}_NAME", on_a_server[f"{name}_NAME"])
        setattr(settings, f"{name}_SECURE", on_a_server[f"{name}_SECURE"])
    secure = {"wsgi.url_scheme": "https", "HTTP_REFERER": "https://testserver/"}
    client = Client(enforce_csrf_checks=True, **secure)

    def send(name, **values):
        token = client.get(reverse(name)).context["csrf_token"]
        return client.post(reverse(name), values | {"csrfmiddlewaretoken": str(token)})

    assert is_in(send("account_login", login="ann.lee", password=PASSWORD))
    assert is_in(send("mfa_authenticate", code=code()))
    assert client.get(reverse("admin:index")).status_code == 200
    assert {*client.cookies} >= {"__Host-sessionid", "__Host-csrftoken"}
    for name in ("__Host-sessionid", "__Host-csrftoken"):
        cookie = client.cookies[name]
        assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", "")


def test_a_session_that_somebody_else_chose_is_none_after_logging_in(office):
    client = Client()
    chosen = SessionStore()
    chosen["of"] = "a stranger"
    chosen.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = chosen.session_key
    assert is_in(log_in("ann.lee", client=client))
    assert client.session.session_key != chosen.session_key
    assert not SessionStore().exists(chosen.session_key)


def test_a_form_of_another_site_is_not_taken_even_with_our_token(office):
    secure = {"wsgi.url_scheme": "https", "HTTP_X_FORWARDED_PROTO": "https"}
    client = Client(enforce_csrf_checks=True, **secure, HTTP_HOST="testserver")
    client.force_login(worlds.person("Di Fox", "Data officer"))
    client.cookies[settings.CSRF_COOKIE_NAME] = token = "a" * 32

    def status(**sent_from) -> int:
        sent = {"csrfmiddlewaretoken": token}
        return client.post(reverse("admin:find"), sent, headers=sent_from).status_code

    other = ("null", "https://evil.example", "http://testserver", "https://a.testserver")
    assert [status(origin=each) for each in other] == [403] * 4
    assert [status(referer="https://evil.example/"), status()] == [403] * 2
    assert status(origin="https://testserver") == 200
