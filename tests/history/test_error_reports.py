"""Reports of errors to a real server on this machine, searched for names, words and figures."""

import gzip
import json
import logging
import subprocess
import sys
import textwrap
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import brotli
import pytest
import sentry_sdk
from django.conf import settings as site
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.test import RequestFactory
from django.urls import ResolverMatch

from config import environment
from offences import error_reports
from offences.history import writer

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}
NAME, FIGURE = "Cas Doe, cas@example.org", "4711"


@contextmanager
def reports():
    """A server of reports, and the bodies that it received."""
    received = []

    class Server(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            received.append(UNPACK[self.headers["Content-Encoding"]](body).decode())
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://key@127.0.0.1:{server.server_port}/1", received
    finally:
        server.shutdown()
        server.server_close()


def page_that_fails(request: HttpRequest) -> None:
    withheld, who = int(FIGURE), request.POST["who"]
    raise ValueError(f"{who}: {withheld} is withheld")


def failed_page():
    """What Django logs of a page that fails: its request, its body and its cookies are there."""
    request = RequestFactory().post(
        f"/preview/a-key/?q={FIGURE}", {"who": NAME, "n": FIGURE}, headers={"Cookie": f"s={FIGURE}"}
    )
    request.resolver_match = ResolverMatch(page_that_fails, (), {}, route="preview/<token>/")
    try:
        page_that_fails(request)
    except ValueError:
        logging.getLogger("django.request").error(
            "Internal Server Error: %s", request.path, exc_info=True, extra={"request": request}
        )


def test_a_report_has_the_error_and_its_place_and_no_name_word_or_figure():
    with reports() as (address, received):
        error_reports.start(address, "1.0.0")
        try:
            sentry_sdk.set_user({"email": "cas@example.org"})
            with writer.writing(writer.ChangeWriter("7f", "task send_letters", 12)):
                failed_page()
                logging.getLogger("offences").error(f"{NAME} has {FIGURE}")
            sentry_sdk.flush(5)
        finally:
            sentry_sdk.get_client().close()
            sentry_sdk.init()  # nothing is reported any more
    page, words = (json.loads(each.splitlines()[2]) for each in received)
    (error,) = page["exception"]["values"]
    assert error["type"] == "ValueError"
    assert error["stacktrace"]["frames"][-1]["function"] == "page_that_fails"
    assert page["transaction"] == "/preview/<token>/"
    assert page["tags"] == {"request": "7f", "task": "send_letters"}
    assert words["logger"] == "offences" and words["level"] == "error"
    everything = "".join(received)
    for secret in ("Cas", "cas@", FIGURE, "a-key", "withheld is", "Cookie"):
        assert secret not in everything, secret


@pytest.mark.drill  # the report itself is read in each run
def test_a_site_with_the_setting_reports_and_one_without_does_not(tmp_path):
    code = """
        import django, logging
        django.setup()
        logging.getLogger("offences").error("a report")
        import sys
        print("sentry_sdk" in sys.modules)
    """
    with reports() as (address, received):
        for dsn in ("", address):
            command = [sys.executable, "-c", textwrap.dedent(code)]
            variables = {"DJANGO_SETTINGS_MODULE": "tests.settings", "SENTRY_DSN": dsn}
            done = subprocess.run(
                command, cwd=site.BASE_DIR, env=variables, capture_output=True, text=True
            )
            assert done.stdout == f"{bool(dsn)}\n", done.stderr
            assert len(received) == bool(dsn)


def test_an_address_that_is_none_stops_the_start(monkeypatch):
    monkeypatch.setenv("SENTRY_DSN", "errors.example.org")
    with pytest.raises(ImproperlyConfigured, match="SENTRY_DSN cannot be used"):
        environment.error_reports()
