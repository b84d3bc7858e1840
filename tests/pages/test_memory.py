"""A page that was made is given again only while it would come out the same."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import time_machine
from django.core.cache import caches
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.middleware.csp import get_nonce
from django.middleware.csrf import get_token
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path
from django.utils import timezone

from offences.middleware import LARGEST_CACHED
from offences.models import CampaignEvent, Force, Release
from tests import worlds
from tests.path.test_public_tables import addresses

pytestmark = pytest.mark.one_database

PAGE = "/forces/cambridgeshire/"
CSV = "/forces/cambridgeshire/cyber-flagged.csv"
TEXT = "/press/how-safe-are-our-children-2019/cambridgeshire/"


def memory(name: str) -> dict:
    return {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
        "answers": {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": f"tests, {name}",
        },
    }


class Remembering(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        worlds.demo()

    def setUp(self) -> None:
        for name in ("another process", "this process"):
            one = override_settings(CACHES=memory(name))
            one.enable()
            self.addCleanup(one.disable)
            caches["answers"].clear()

    def visit(self, address: str, **of_request) -> tuple[HttpResponse, bool]:
        """The answer, and whether it was given from memory: for the question of the tag alone."""
        with CaptureQueriesContext(connection) as asked:
            response = self.client.get(address, **of_request)
        return response, len(asked) == 1

    def learn(self, *pages: str) -> None:
        for address in pages:
            for _ in range(3):
                _, remembered = self.visit(address)
            assert remembered, address

    def as_made_anew(self, address: str) -> HttpResponse:
        """An address with a question mark is always answered anew."""
        response, remembered = self.visit(f"{address}?anew")
        assert not remembered
        return response


def bytes_of(response: HttpResponse) -> tuple[int, dict[str, str], bytes]:
    return response.status_code, dict(response.items()), response.content


class TestMemory(Remembering):
    def test_a_page_is_made_twice_and_then_given_for_the_one_question(self) -> None:
        made = [self.visit(PAGE) for _ in range(4)]
        assert [remembered for _, remembered in made] == [False, False, True, True]
        assert len({repr(bytes_of(response)) for response, _ in made}) == 1
        assert self.visit("/forces/essex/")[1] is False

    def test_every_public_page_is_the_same_from_memory(self) -> None:
        remembered = 0
        for address in addresses():
            first = self.client.get(address)
            for _ in range(2):
                again, from_memory = self.visit(address)
            if not address.endswith((".xlsx", ".docx")):
                assert bytes_of(again) == bytes_of(first), address
            remembered += from_memory and again.status_code == 200
        assert remembered > 30

    def test_a_release_opens_at_its_minute_and_not_a_second_before(self) -> None:
        release = Release.objects.filter(measure__slug="cyber-flagged").latest("number")
        minute = timezone.now() + dt.timedelta(days=3)
        worlds.as_if(Release.objects.filter(pk=release.pk), public_at=minute)
        pinned = f"/releases/cyber-flagged/{release.number}/"
        with time_machine.travel(minute - dt.timedelta(seconds=1), tick=False):
            self.learn(PAGE, CSV, "/releases/")
            assert pinned not in self.client.get("/releases/").content.decode()
            before = {address: self.client.get(address).content for address in (PAGE, CSV)}
            assert self.client.get(pinned).status_code == 404
        with time_machine.travel(minute, tick=False):
            for address in (PAGE, CSV):
                now, remembered = self.visit(address)
                assert not remembered and now.content != before[address]
                assert now.content == self.as_made_anew(address).content
            assert pinned in self.client.get("/releases/").content.decode()
            assert self.client.get(pinned).status_code == 200

    def test_after_a_withdrawal_no_process_gives_what_it_remembers(self) -> None:
        self.learn(PAGE, CSV, "/press/")
        with override_settings(CACHES=memory("another process")):
            self.learn(PAGE, CSV)
        release = Release.objects.filter(measure__slug="cyber-flagged").latest("number")
        worlds.as_if(
            Release.objects.filter(pk=release.pk),
            withdrawn_by=release.approved_by,
            withdrawn_at=timezone.now(),
            withdrawn_reason="Wrong.",
        )
        for process in ("this process", "another process"):
            with override_settings(CACHES=memory(process)):
                for address in (PAGE, CSV):
                    now, remembered = self.visit(address)
                    assert not remembered, (process, address)
                    assert now.content == self.as_made_anew(address).content

    def test_a_text_is_shut_again_when_its_embargo_moves(self) -> None:
        self.learn(TEXT)
        CampaignEvent.objects.filter(slug="how-safe-are-our-children-2019").update(
            embargo_at=timezone.now() + dt.timedelta(days=3)
        )
        assert self.client.get(TEXT).status_code == 404

    def test_a_corrected_word_is_on_the_page_at_once(self) -> None:
        self.learn(PAGE)
        Force.objects.filter(slug="cambridgeshire").update(area="Fenlandshire")
        assert "Fenlandshire" in self.client.get(PAGE).content.decode()

    def test_head_is_answered_from_memory_and_teaches_nothing(self) -> None:
        for _ in range(3):
            made = self.client.head(PAGE)
        assert not self.visit(PAGE)[1]
        self.learn(PAGE)
        with CaptureQueriesContext(connection) as asked:
            remembered = self.client.head(PAGE)
        assert len(asked) == 1
        assert bytes_of(remembered) == bytes_of(made) and remembered.content == b""

    def test_an_address_with_a_question_mark_is_not_remembered(self) -> None:
        for address in ("/forces/?q=cambs", "/forces/?q=nowhere", f"{PAGE}?a=1"):
            for _ in range(4):
                assert not self.visit(address)[1], address

    def test_each_name_and_scheme_of_the_site_has_its_own_page(self) -> None:
        self.learn(PAGE)
        for of_request in ({"headers": {"host": "localhost"}}, {"secure": True}):
            response, remembered = self.visit(PAGE, **of_request)
            assert not remembered
            address = response.wsgi_request.build_absolute_uri(PAGE)
            assert f'<link rel="canonical" href="{address}">' in response.content.decode()

    def test_no_language_encoding_or_foreign_cookie_makes_another_page(self) -> None:
        self.learn(PAGE)
        plain = bytes_of(self.client.get(PAGE))
        for header in (
            {"accept-language": "cy"},
            {"accept-encoding": "gzip, br"},
            {"accept": "application/json"},
            {"cookie": "_site=1"},
        ):
            assert bytes_of(self.client.get(PAGE, headers=header)) == plain, header
            assert bytes_of(self.client.get(f"{PAGE}?", headers=header)) == plain, header

    def test_who_is_signed_in_is_given_nothing_from_memory_and_teaches_nothing(self) -> None:
        self.learn(PAGE)
        self.client.force_login(worlds.person("Di Fox", "Press officer"))
        for address in (PAGE, TEXT):
            for _ in range(3):
                response, remembered = self.visit(address)
                assert not remembered
                assert response["Cache-Control"] == "private, no-store"
        self.client.logout()
        self.client.cookies.clear()
        assert not self.visit(TEXT)[1]

    def test_a_reader_with_any_cookie_teaches_nothing(self) -> None:
        for _ in range(3):
            self.visit(PAGE, headers={"cookie": "messages=hello"})
        assert not self.visit(PAGE)[1]

    def test_a_template_that_changes_while_developing_makes_another_page(self) -> None:
        with TemporaryDirectory() as directory:
            template = Path(directory) / "templates" / "page.html"
            template.parent.mkdir()
            template.write_text("one")
            with override_settings(DEBUG=True, BASE_DIR=Path(directory)):
                self.client = self.client_class()
                self.learn(PAGE)
                template.write_text("another")
                assert not self.visit(PAGE)[1]


# ---- pages that are not for everyone -----------------------------------------------------------

calls: list[str] = []
came_out: Iterator[str] = iter(())


def page(make: Callable[[HttpRequest], HttpResponseBase], name: str):
    def view(request: HttpRequest) -> HttpResponseBase:
        calls.append(name)
        return make(request)

    return path(f"{name}/", view)


def with_cookie(request: HttpRequest) -> HttpResponse:
    response = HttpResponse("a page")
    response.set_cookie("seen", "1")
    return response


OF_ONE_READER = {
    "token": lambda request: HttpResponse(get_token(request)),
    "nonce": lambda request: HttpResponse(str(get_nonce(request))),
    "cookie": with_cookie,
    "varies": lambda request: HttpResponse("a page", headers={"Vary": "Accept-Language"}),
    "stream": lambda request: StreamingHttpResponse([b"a", b"page"]),
    "large": lambda request: HttpResponse("x" * (LARGEST_CACHED + 1)),
    "missing": lambda request: HttpResponse("nothing here", status=404),
    "figures.xlsx": lambda request: HttpResponse("a workbook"),
}
urlpatterns = [
    *(page(make, name) for name, make in OF_ONE_READER.items() if "." not in name),
    path("figures.xlsx", page(OF_ONE_READER["figures.xlsx"], "figures.xlsx").callback),
    page(lambda request: HttpResponse("x" * LARGEST_CACHED), "plain"),
    page(lambda request: HttpResponse(next(came_out)), "changing"),
]


@override_settings(ROOT_URLCONF=__name__)
class TestPagesOfOneReader(Remembering):
    def setUp(self) -> None:
        super().setUp()
        calls.clear()

    def read(self, name: str) -> str:
        self.client.cookies.clear()
        response = self.client.get(f"/{name}" if "." in name else f"/{name}/")
        return b"".join(response).decode()

    def test_what_is_made_for_one_reader_is_made_for_each(self) -> None:
        for name in OF_ONE_READER:
            for _ in range(4):
                self.read(name)
            assert calls.count(name) == 4, name
        for _ in range(4):
            self.read("plain")
        assert calls.count("plain") == 2

    def test_what_came_out_otherwise_once_is_not_kept(self) -> None:
        """As when something changes while a page is made, and changes back."""
        global came_out
        came_out = iter(["of the moment after", "as it stands", "as it stands"])
        for _ in range(6):
            last = self.read("changing")
        assert last == "as it stands"
        assert calls.count("changing") == 3
