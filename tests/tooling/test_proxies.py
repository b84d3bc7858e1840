"""nginx and Caddy with our files of deploy/, before a server that says what reached it."""

import http.client
import inspect
import json
import os
import re
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.conf import settings
from django.urls import reverse

from offences.accounts.upload_limits import OF_STAFF, OF_STRANGERS
from tests.machines.servers import Running, free_port, until_logged
from tests.programs import DEPLOY, NAME, caddy_here, nginx_here
from tests.staff.addresses import PAGES

PROXIES = {"nginx": nginx_here, "caddy": caddy_here}


def upload_pages() -> Iterator[str]:
    """An address of each staff page whose view reads files."""
    for name, pattern in PAGES.items():
        if "request.FILES" in inspect.getsource(inspect.unwrap(pattern.callback)):
            given = dict.fromkeys(pattern.pattern.converters, 7)
            yield reverse(f"admin:{name}", kwargs=given)


UPLOADS = [*upload_pages()]
LOGGED_IN = reverse("is_logged_in")
KEYS = (
    "/as-at/a-secret/forces/",
    reverse("sign_link", args=["a-secret"]),
    reverse("account_reset_password_from_key", kwargs={"uidb36": "1", "key": "a-secret"}),
)
NEAR = {"nginx": "allow 127.0.0.1;", "caddy": "remote_ip 127.0.0.1"}


class Behind(BaseHTTPRequestHandler):
    """The site's place: answers with the headers and the number of bytes that it was sent."""

    def answer(self) -> None:
        sent = len(self.rfile.read(int(self.headers.get("Content-Length", 0))))
        said = json.dumps({"sent": sent, **{k.lower(): v for k, v in self.headers.items()}})
        is_refused = self.path == LOGGED_IN and "Cookie" not in self.headers
        self.send_response(401 if is_refused else 200)
        self.send_header("Content-Length", str(len(said)))
        self.send_header("Referrer-Policy", settings.SECURE_REFERRER_POLICY)
        self.end_headers()
        self.wfile.write(said.encode())

    do_GET = do_POST = answer

    def log_message(self, *words: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """One that is not surprised where a proxy leaves before the answer."""

    def handle_error(self, *of_request: object) -> None:
        pass


@dataclass
class Proxy:
    """nginx or Caddy that runs, by the ports that stand for 80 and 443, and what it is before."""

    ports: dict[str, int]
    behind: Server

    def ask(self, path: str, body: bytes = b"", port: str = "443", **headers: str):
        """The answer to a request by the site's name: its status, headers and text."""
        line = socket.create_connection(("127.0.0.1", self.ports[port]), timeout=30)
        if port == "443":
            trusting = ssl.create_default_context()
            trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
            line = trusting.wrap_socket(line, server_hostname=NAME)
        asked = http.client.HTTPConnection(NAME)
        asked.sock = line
        try:
            with ignored_refusal():
                asked.request("POST" if body else "GET", path, body, headers)
            answer = asked.getresponse()
            return answer.status, dict(answer.headers), answer.read().decode()
        finally:
            asked.close()

    def stop_the_site(self) -> None:
        self.behind.shutdown()
        self.behind.server_close()

    def is_up(self) -> bool:
        try:
            return self.ask("/")[0] == 200
        except OSError:
            return False


@contextmanager
def ignored_refusal() -> Iterator[None]:
    """A proxy that refuses a long body may close the line before all of it is sent."""
    with suppress(BrokenPipeError, ConnectionResetError, ssl.SSLEOFError):
        yield


@contextmanager
def before_a_server(name, place, **other) -> Iterator[Proxy]:
    behind = Server(("127.0.0.1", 0), Behind)
    with behind:
        ports = {"80": free_port(), "443": free_port()}
        other |= {"127.0.0.1:8000": f"127.0.0.1:{behind.server_port}"}
        command = PROXIES[name](place, ports, **other)  # or the test is skipped: nothing runs yet
        thread = threading.Thread(target=behind.serve_forever, daemon=True)
        thread.start()
        running, log = None, place / "said"
        try:
            running = Running(*command, environment=dict(os.environ), log=log)
            proxy = Proxy(ports, behind)
            until_logged(proxy.is_up, name, log)
            yield proxy
        finally:
            if running is not None:
                running.kill()
            behind.shutdown()
            thread.join()


@pytest.fixture(scope="module", params=PROXIES)
def proxy(request, tmp_path_factory):
    with before_a_server(request.param, tmp_path_factory.mktemp(request.param)) as proxy:
        yield proxy


@pytest.mark.parametrize("path", ["/", "/admin/", "/healthz", "/readyz", "/metrics"])
def test_by_plain_http_nothing_is_answered_but_the_way_to_https(proxy, path):
    status, headers, _ = proxy.ask(path, port="80")
    assert status in (301, 308)
    assert headers["Location"] in (
        f"https://{NAME}{path}",
        f"https://{NAME}:{proxy.ports['443']}{path}",  # a port of this test
    )


def test_the_site_learns_by_what_and_from_where_it_is_asked_whatever_a_visitor_writes(proxy):
    """Cookies are secure, and limits for each address are kept, by these alone."""
    forged = {"X-Forwarded-Proto": "http", "X-Forwarded-For": "192.0.2.1"}
    for path in ("/", "/admin/", "/readyz"):
        status, _, said = proxy.ask(path, **forged)
        reached = json.loads(said)
        assert status == 200
        assert (reached["host"], reached["x-forwarded-proto"]) == (NAME, "https")
        assert reached["x-forwarded-for"].split(", ")[-1] == "127.0.0.1"


def test_a_long_upload_reaches_the_site_where_staff_upload_and_nowhere_else(proxy):
    longest, too_long = b"a" * OF_STRANGERS, b"a" * 2 * OF_STRANGERS
    sent = [(path, longest) for path in ("/check/", "/admin/", *UPLOADS)]
    for path, body in (*sent, *((path, too_long) for path in UPLOADS)):
        status, _, said = proxy.ask(path, body, Cookie="sessionid=1")
        assert (status, json.loads(said)["sent"]) == (200, len(body))
    for path in ("/check/", "/admin/", "/admin/log-in/", "/admin/offences/charity/1/change/"):
        status, _, said = proxy.ask(path, too_long, Cookie="sessionid=1")
        assert status in (413, 502) and "sent" not in said  # 502 by the Caddy of Debian 13


def test_nginx_waits_for_no_byte_of_a_strangers_long_upload(tmp_path):
    """What it takes it writes to its disk first, and the site hears of it afterwards."""
    announced = {"Content-Length": str(OF_STAFF)}
    with before_a_server("nginx", tmp_path) as proxy:
        for path in (*UPLOADS, "/admin/x%0dSet-Cookie:a=b/file/"):
            status, headers, _ = proxy.ask(path, b"a", **announced)
            assert status == 303 and "Set-Cookie" not in headers
            assert headers["Location"].endswith(f"/admin/log-in/?next={path}")


def test_nginx_sends_nobody_to_log_in_where_the_site_is_down(tmp_path):
    with before_a_server("nginx", tmp_path) as proxy:
        proxy.stop_the_site()
        assert [proxy.ask(path, b"a")[0] for path in UPLOADS] == [500] * len(UPLOADS)


def test_nginx_logs_no_address_that_is_a_key(tmp_path):
    limit = "    client_max_body_size 3m;\n"
    logging = {limit: f"{limit}    access_log {tmp_path}/seen;\n"}
    with before_a_server("nginx", tmp_path, **logging) as proxy:
        for address in (*KEYS, "/forces/"):
            status, headers, _ = proxy.ask(address)
            assert status == 200
            # Else the log has it as that by which a reader came to what the page loads.
            policy = headers.get("Referrer-Policy")
            assert policy == ("strict-origin" if address in KEYS else "same-origin")
        proxy.stop_the_site()
        assert {proxy.ask(address)[0] for address in (*KEYS, "/forces/")} == {502}
    for log in ("seen", "log"):
        seen = (tmp_path / log).read_text()
        assert "GET /forces/ " in seen and "a-secret" not in seen


def test_caddy_logs_no_address_that_is_a_key_while_the_site_is_down(tmp_path):
    """It logs errors alone, with the address of each and the one that the visitor came from."""
    came_from = {"Referer": f"https://{NAME}{KEYS[0]}"}
    with before_a_server("caddy", tmp_path) as proxy:
        proxy.stop_the_site()
        for address in (*KEYS, f"{KEYS[0]}?of=a-secret", "/forces/"):
            assert proxy.ask(address, **came_from)[0] == 502
        said = (tmp_path / "said").read_text()
    asked = [json.loads(line)["request"]["uri"] for line in said.splitlines() if '"uri"' in line]
    assert asked[-5:] == [
        "/as-at/",
        "/admin/sign/",
        "/admin/log-in/password/",
        "/as-at/",
        "/forces/",
    ]
    assert "a-secret" not in said


@pytest.mark.parametrize("file", ["nginx.conf", "Caddyfile"])
def test_the_proxies_take_long_uploads_on_every_page_with_a_form_for_files(file):
    written = {*re.findall(r"\^/admin/\S+\$", (DEPLOY / file).read_text())}
    (pattern,) = written
    assert len(UPLOADS) > 6 and all(re.search(pattern, each) for each in UPLOADS)


@pytest.mark.parametrize("name", PROXIES)
def test_what_monitors_ask_is_answered_on_the_machine_alone(name, tmp_path):
    near = NEAR[name]
    nobody_near = {near: near.replace("127.0.0.1", "192.0.2.1")}
    with before_a_server(name, tmp_path, **nobody_near) as proxy:
        assert proxy.ask("/readyz")[0] in (403, 404)
        assert proxy.ask("/readyz?all")[0] in (403, 404)
        assert proxy.ask("/%72eadyz")[0] in (403, 404)
