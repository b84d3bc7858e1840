"""What is ready is given before Django makes a request: the site as a server runs it."""

import datetime as dt
import os
import sys
from typing import NamedTuple
from wsgiref.util import setup_testing_defaults

import time_machine
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client, TestCase, override_settings
from django.utils import timezone

from offences.middleware import ReadyFirst
from offences.models import Force, Release
from tests import worlds
from tests.programs import run_to_its_end

PAGE = "/forces/cambridgeshire/"
HALF = dt.timedelta(milliseconds=500)


class Answered(NamedTuple):
    status: str
    headers: dict[str, str]
    content: bytes
    by_django: bool


class Site:
    """One process of the site, and how often it asked Django."""

    def __init__(self) -> None:
        self.asked_django = 0
        self.site = ReadyFirst(self.django)
        self.handler = WSGIHandler()

    def django(self, environ, start_response):
        self.asked_django += 1
        return self.handler(environ, start_response)

    def ask(self, path: str, query: str = "", method: str = "GET", **headers: str) -> Answered:
        begun: list = []
        environ = {"HTTP_HOST": "testserver", "PATH_INFO": path, "QUERY_STRING": query}
        environ |= {"REQUEST_METHOD": method, "SERVER_PROTOCOL": "HTTP/1.1"} | headers
        setup_testing_defaults(environ)
        before = self.asked_django
        parts = self.site(environ, lambda status, headers: begun.extend([status, headers]))
        content = b"".join(parts)
        if close := getattr(parts, "close", None):
            close()
        return Answered(begun[0], dict(begun[1]), content, self.asked_django > before)

    def learn(self, path: str) -> Answered:
        for _ in range(3):
            last = self.ask(path)
        assert not last.by_django
        return last


@override_settings(PUBLIC_STATE_KEPT=HALF)
class TestReadyFirst(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        worlds.demo()

    def setUp(self) -> None:
        travel = time_machine.travel(timezone.now(), tick=False)
        self.clock = travel.start()
        self.addCleanup(travel.stop)
        for signal in (request_started, request_finished):  # as Django's own client does
            signal.disconnect(close_old_connections)
            self.addCleanup(signal.connect, close_old_connections)
        self.site = Site()

    def test_the_third_reader_is_given_the_page_as_django_made_it(self) -> None:
        made = [self.site.ask(PAGE, HTTP_ACCEPT_ENCODING="br") for _ in range(3)]
        assert [each.by_django for each in made] == [True, True, False]
        assert made[2].content != b""
        for encoding in ("", "gzip", "br"):
            by_django = Client().get(PAGE, headers={"accept-encoding": encoding})
            ready = self.site.ask(PAGE, HTTP_ACCEPT_ENCODING=encoding)
            assert not ready.by_django and ready.status == "200 OK"
            assert ready.headers | {"Content-Length": ""} == dict(by_django.items()) | {
                "Content-Length": ""
            }
            assert ready.headers["Content-Length"] == str(len(ready.content))

    def test_head_and_a_browser_that_has_the_page_are_given_no_content(self) -> None:
        page = self.site.learn(PAGE)
        head = self.site.ask(PAGE, method="HEAD")
        assert (head.by_django, head.headers, head.content) == (False, page.headers, b"")
        has = self.site.ask(PAGE, HTTP_IF_NONE_MATCH=page.headers["ETag"])
        assert (has.by_django, has.status, has.content) == (False, "304 Not Modified", b"")
        assert not {"Content-Type", "Content-Length"} & set(has.headers)
        assert self.site.ask(PAGE, method="POST").status == "405 Method Not Allowed"

    def test_nothing_is_given_that_was_read_half_a_second_ago(self) -> None:
        self.site.learn(PAGE)
        Force.objects.filter(slug="cambridgeshire").update(area="Fenlandshire")
        assert not self.site.ask(PAGE).by_django
        self.clock.shift(HALF)
        now = self.site.ask(PAGE)
        assert now.by_django and b"Fenlandshire" in now.content
        assert b"Fenlandshire" in self.site.learn(PAGE).content

    def test_an_unchanged_page_is_ready_in_the_next_half_second_too(self) -> None:
        before = self.site.learn(PAGE)
        self.clock.shift(HALF)
        assert self.site.ask(PAGE).by_django  # which reads the state
        assert self.site.ask(PAGE) == before

    def test_at_the_minute_of_a_release_no_ready_page_is_given(self) -> None:
        release = Release.objects.filter(measure__slug="cyber-flagged").latest("number")
        minute = timezone.now() + dt.timedelta(days=3)
        worlds.as_if(Release.objects.filter(pk=release.pk), public_at=minute)
        self.clock.move_to(minute - HALF / 5)
        old = self.site.learn(PAGE)
        assert self.site.ask(f"/releases/cyber-flagged/{release.number}/").status == "404 Not Found"
        self.clock.move_to(minute - dt.timedelta(microseconds=1))
        assert self.site.ask(PAGE) == old
        self.clock.move_to(minute)
        new = self.site.ask(PAGE)
        assert new.by_django and new.content != old.content
        self.clock.move_to(minute - dt.timedelta(seconds=1))  # a clock that is set back
        assert self.site.ask(PAGE).content == old.content

    def test_each_host_and_scheme_has_its_own_page(self) -> None:
        self.site.learn(PAGE)
        for other in ({"HTTP_HOST": "localhost"}, {"HTTP_X_FORWARDED_PROTO": "https"}):
            page = self.site.ask(PAGE, **other)
            assert page.by_django and b'"http://testserver' not in page.content

    def test_random_addresses_and_questions_leave_no_more_than_the_page(self) -> None:
        self.site.learn(PAGE)
        for n in range(50):
            assert not self.site.ask(PAGE, f"fbclid={n}").by_django
            assert self.site.ask(f"/forces/nowhere-{n}/").status == "404 Not Found"
            self.site.ask("/forces/", f"q=nowhere{n}")
        ready = self.site.site.process.ready
        assert len(ready._answers) == 1 and not ready._made_once


def test_a_server_has_made_every_pattern_before_its_first_reader() -> None:
    said = (
        "import config.wsgi; from offences.tracing.finding.vocabulary import _patterns as all;"
        "print(len([each for each in all if '_made' not in vars(each)]), len(all) > 500)"
    )
    environment = os.environ | {"DEBUG": "1"}
    shown = run_to_its_end(sys.executable, "-c", said, env=environment, capture_output=True)
    assert (shown.returncode, shown.stdout) == (0, b"0 True\n"), shown.stderr.decode()
