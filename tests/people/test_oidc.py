"""OpenID Connect, against a small provider on this machine: only who was invited gets in."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from offences.accounts import people
from tests.people.conftest import is_logged_in, send_code

LOG_IN, BACK = (reverse(f"openid_connect_{way}", args=["oidc"]) for way in ("login", "callback"))


class Provider(BaseHTTPRequestHandler):
    """A provider that says of everybody what its server was told to say."""

    def log_message(self, *_):
        pass

    def do_GET(self):
        home = f"http://127.0.0.1:{self.server.server_port}"
        names = {"authorization_endpoint": "authorize", "token_endpoint": "token"}
        names |= {"userinfo_endpoint": "person", "jwks_uri": "keys"}
        found = {"issuer": home} | {name: f"{home}/{path}" for name, path in names.items()}
        self._answer(self.server.person if self.path == "/person" else found)

    def do_POST(self):
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.sent = {name: values[0] for name, values in parse_qs(sent).items()}
        home = f"http://127.0.0.1:{self.server.server_port}"
        claims = {"iss": home, "aud": "figures", "exp": time.time() + 60, "iat": time.time() - 1}
        token = jwt.encode(claims | self.server.person, "a key of thirty-two letters or more")
        self._answer({"access_token": "x", "token_type": "Bearer", "id_token": token})

    def _answer(self, content):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(content).encode())


@pytest.fixture
def provider(settings):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    app = {"provider_id": "oidc", "name": "Work", "client_id": "figures", "secret": "s"}
    app["settings"] = {"server_url": f"http://127.0.0.1:{server.server_port}"}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": 1}}
    yield server
    server.shutdown()
    server.server_close()


def person(email, sub="1", verified=True):
    return {"sub": sub, "email": email, "email_verified": verified}


def go(provider, said, client=None, **query):
    """Go to the provider, which says this of the person, and come back."""
    provider.person = said
    client = client or Client()
    there = client.get(LOG_IN, {"process": "login", **query})["Location"]
    state = parse_qs(urlsplit(there).query)["state"][0]
    return client.get(BACK, {"code": "c", "state": state}), client


def test_who_was_invited_is_known_by_the_verified_address_and_proves_the_second_factor(
    office, provider
):
    answer, client = go(provider, person("Ann.Lee@charity.example"))
    assert answer["Location"] == reverse("mfa_authenticate")
    assert not is_logged_in(client)
    send_code(client)
    assert is_logged_in(client)
    assert SocialAccount.objects.get().user == office.officer
    assert "code_verifier" in provider.sent
    # From now on by the provider's own name, whatever the address is.
    answer, client = go(provider, person("ann@elsewhere.example"))
    send_code(client)
    assert client.get(reverse("admin:index")).context["user"] == office.officer


@pytest.mark.parametrize(
    "said",
    [
        person("stranger@charity.example"),
        person("ann.lee@charity.example", verified=False),
        {"sub": "1"},
    ],
    ids=["a stranger", "an address that nobody verified", "no address"],
)
def test_nobody_gets_an_account_by_it(office, provider, said):
    answer, client = go(provider, said)
    assert answer.status_code == 403
    assert "You have no account here" in answer.content.decode()
    assert not is_logged_in(client) and User.objects.count() == 3
    assert not SocialAccount.objects.exists()


def test_an_account_that_has_ended_stays_closed(office, provider):
    go(provider, person("ann.lee@charity.example"))
    people.end(office.officer.pk, by=office.lead)
    answer, client = go(provider, person("ann.lee@charity.example"))
    assert answer.status_code == 403 and not is_logged_in(client)


def test_nobody_links_another_account_to_the_one_they_are_logged_in_to(office, provider):
    client = Client()
    client.force_login(office.officer)
    answer, _ = go(provider, person("evil@elsewhere.example"), client, process="connect")
    assert answer.status_code == 403 and not SocialAccount.objects.exists()


def test_an_answer_that_nobody_asked_for_is_not_taken(office, provider):
    provider.person = person("ann.lee@charity.example")
    client = Client()
    answer = client.get(BACK, {"code": "c", "state": "made up"})
    assert "You are not logged in" in answer.content.decode() and not is_logged_in(client)


def test_a_provider_that_does_not_answer_is_named(office, provider, settings):
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"]["server_url"] = "http://127.0.0.1:9"
    answer = Client().get(LOG_IN)
    assert answer.status_code == 503 and "does not answer" in answer.content.decode()


def test_the_form_offers_it_only_where_it_is_set(office, provider, settings):
    assert "Log in with Work" in Client().get(reverse("account_login")).content.decode()
    settings.SOCIALACCOUNT_PROVIDERS = {}
    assert "Log in with" not in Client().get(reverse("account_login")).content.decode()
    assert Client().get(LOG_IN).status_code == 404
