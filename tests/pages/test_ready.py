"""A page that was made is given again only while it would come out the same."""

import datetime as dt
import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import brotli
import pytest
import time_machine
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.middleware.csp import get_nonce
from django.middleware.csrf import get_token
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path
from django.utils import timezone

from offences.middleware import LARGEST_KEPT
from offences.models import CampaignEvent, Force, Release
from offences.public_answers import Address, ReadyAnswers, encoding_for
from tests import worlds
from tests.path.test_public_tables import addresses
from tests.samples import is_drill, some

PAGE = "/forces/cambridgeshire/"
CSV = "/forces/cambridgeshire/cyber-flagged.csv"
TEXT = "/press/how-safe-are-our-children-2019/cambridgeshire/"


def was_kept(response: HttpResponse) -> bool:
    """Whether an answer was ready: no address was even looked up."""
    return response.wsgi_request.resolver_match is None


class Keeping(TestCase):
    """A client is a process of the site: it keeps answers of its own."""

    @classmethod
    def setUpTestData(cls) -> None:
        worlds.demo()

    def visit(self, address: str, **of_request) -> tuple[HttpResponse, bool]:
        """The answer, and whether it was ready."""
        response = self.client.get(address, **of_request)
        return response, was_kept(response)

    def learn(self, *pages: str) -> None:
        for address in pages:
            for _ in range(3):
                _, kept = self.visit(address)
            assert kept, address

    def as_made_anew(self, address: str) -> HttpResponse:
        """As a process answers that has nothing ready."""
        response = self.client_class().get(address)
        assert not was_kept(response)
        return response


def bytes_of(response: HttpResponse) -> tuple[int, dict[str, str], bytes]:
    return response.status_code, dict(sorted(response.items())), response.content


class TestMadeReady(Keeping):
    def test_a_page_is_made_twice_and_is_ready_then(self) -> None:
        made = [self.visit(PAGE) for _ in range(4)]
        assert [kept for _, kept in made] == [False, False, True, True]
        assert len({repr(bytes_of(response)) for response, _ in made}) == 1
        assert self.visit("/forces/essex/")[1] is False

    @override_settings(PUBLIC_STATE_KEPT=dt.timedelta(hours=1))
    def test_a_page_that_is_ready_asks_the_database_nothing(self) -> None:
        self.learn(PAGE)
        with CaptureQueriesContext(connection) as asked:
            assert self.visit(PAGE)[1]
        assert len(asked) == 0

    def test_every_public_page_is_the_same_from_memory(self) -> None:
        pages, kept = set(), set()
        for address in some(addresses(), 3):
            first = self.client.get(address)
            for _ in range(2):
                again, from_memory = self.visit(address)
            if address.endswith((".xlsx", ".docx")):
                continue
            assert bytes_of(again) == bytes_of(first), address
            if again.status_code == 200 and "?" not in address:
                pages.add(address)
                kept |= {address} if from_memory else set()
        assert kept == pages and len(pages) > (100 if is_drill() else 10)

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
                now, kept = self.visit(address)
                assert not kept and now.content != before[address]
                assert now.content == self.as_made_anew(address).content
            assert pinned in self.client.get("/releases/").content.decode()
            assert self.client.get(pinned).status_code == 200

    def test_after_a_withdrawal_no_process_gives_what_it_remembers(self) -> None:
        self.learn(PAGE, CSV, "/press/")
        others = self.client_class()
        for address in (PAGE, CSV):
            for _ in range(3):
                others.get(address)
        release = Release.objects.filter(measure__slug="cyber-flagged").latest("number")
        worlds.as_if(
            Release.objects.filter(pk=release.pk),
            withdrawn_by=release.approved_by,
            withdrawn_at=timezone.now(),
            withdrawn_reason="Wrong.",
        )
        for process in (self.client, others):
            for address in (PAGE, CSV):
                now = process.get(address)
                assert not was_kept(now), address
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

    def test_head_is_answered_as_the_page_is_and_without_it(self) -> None:
        whole = self.client_class().get(PAGE)
        for made in ("anew", "made once before", "ready"):
            head, kept = self.client.head(PAGE), made == "ready"
            assert was_kept(head) == kept
            assert bytes_of(head)[:2] == bytes_of(whole)[:2], made
            assert head.content == b""
        assert self.visit(PAGE)[0].content == whole.content

    def test_each_name_and_scheme_of_the_site_has_its_own_page(self) -> None:
        self.learn(PAGE)
        for of_request in ({"headers": {"host": "localhost"}}, {"secure": True}):
            response, kept = self.visit(PAGE, **of_request)
            assert not kept
            address = response.wsgi_request.build_absolute_uri(PAGE)
            assert f'<link rel="canonical" href="{address}">' in response.content.decode()

    def test_no_language_or_cookie_makes_another_page(self) -> None:
        self.learn(PAGE)
        plain = bytes_of(self.client.get(PAGE))
        for header in (
            {"accept-language": "cy"},
            {"accept": "application/json"},
            {"cookie": "_site=1"},
            {"cookie": "sessionid=nobody"},
        ):
            for address in (PAGE, f"{PAGE}?"):
                response, kept = self.visit(address, headers=header)
                assert kept and bytes_of(response) == plain, header

    def test_each_reader_is_given_the_encoding_that_it_accepts(self) -> None:
        asked = {"gzip, br": "br", "gzip": "gzip", "br;q=0, gzip": "gzip", "": "", "zstd": ""}
        for made in ("anew", "made once before", "ready", "ready"):
            plain = self.client_class().get(PAGE).content
            for accepted, encoding in asked.items():
                response = self.client.get(PAGE, headers={"accept-encoding": accepted})
                assert response.get("Content-Encoding", "") == encoding, (made, accepted)
                assert response["Vary"] == "Accept-Encoding"
                assert response["Content-Length"] == str(len(response.content))
                unpacked = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}
                assert unpacked[encoding](response.content) == plain, (made, accepted)

    def test_who_is_logged_in_is_given_the_page_of_everyone(self) -> None:
        self.learn(PAGE)
        self.client.force_login(worlds.person("Di Fox", "Press officer"))
        assert self.visit(PAGE)[1]

    def test_a_draft_that_staff_read_is_never_kept(self) -> None:
        event = CampaignEvent.objects.get(slug="how-safe-are-our-children-2019")
        CampaignEvent.objects.filter(pk=event.pk).update(
            embargo_at=timezone.now() + dt.timedelta(days=3)
        )
        self.client.force_login(worlds.person("Di Fox", "Press officer"))
        for _ in range(4):
            response, kept = self.visit(TEXT)
            assert response.status_code == 200 and not kept
        self.client.logout()
        for _ in range(4):
            assert self.visit(TEXT)[0].status_code == 404

    def test_no_random_address_or_answer_to_a_question_is_ever_ready(self) -> None:
        for address in ("/forces/nowhere/", "/forces/?q=cambs", "/check/?force=essex"):
            for _ in range(4):
                assert not self.visit(address)[1], address

    def test_a_question_that_a_page_does_not_read_is_answered_with_the_ready_page(self) -> None:
        first = [self.visit(f"{PAGE}?utm_source={n}") for n in range(3)]
        assert [kept for _, kept in first] == [False, False, True]
        plain, kept = self.visit(PAGE)
        assert kept and {repr(bytes_of(each)) for each, _ in first} == {repr(bytes_of(plain))}

    def test_a_page_that_reads_its_question_is_ready_only_without_one(self) -> None:
        self.learn("/forces/")
        found, kept = self.visit("/forces/?q=ely")
        assert not kept and found.content != self.visit("/forces/")[0].content
        assert found.get("ETag") != self.visit("/forces/")[0]["ETag"]

    def test_a_template_that_changes_while_developing_makes_another_page(self) -> None:
        with TemporaryDirectory() as directory:
            template = Path(directory) / "templates" / "page.html"
            template.parent.mkdir()
            template.write_text("one")
            with override_settings(DEBUG=True, BASE_DIR=Path(directory)):
                self.client = self.client_class()
                tags = {self.visit(PAGE)[0]["ETag"] for _ in range(3)}
                template.write_text("another")
                response, kept = self.visit(PAGE)
                assert len(tags) == 1 and not kept and response["ETag"] not in tags


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
    "session": lambda request: HttpResponse(str(request.user)),
    "stream": lambda request: StreamingHttpResponse([b"a", b"page"]),
    "large": lambda request: HttpResponse(
        b"x" * (LARGEST_KEPT + 1), content_type="application/zip"
    ),
    "missing": lambda request: HttpResponse("nothing here", status=404),
}
urlpatterns = [
    *(page(make, name) for name, make in OF_ONE_READER.items()),
    page(lambda request: HttpResponse("x" * 100_000), "plain"),
    page(lambda request: HttpResponse(next(came_out)), "changing"),
]


@override_settings(ROOT_URLCONF=__name__)
class TestPagesOfOneReader(Keeping):
    def setUp(self) -> None:
        super().setUp()
        calls.clear()

    def read(self, name: str) -> str:
        self.client.cookies.clear()
        response = self.client.get(f"/{name}/")
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


# ---- how much is kept --------------------------------------------------------------------------


def asked(path: str, **more: str) -> dict[str, str]:
    """A request as a server hands it over."""
    site = {"REQUEST_METHOD": "GET", "wsgi.url_scheme": "http", "HTTP_HOST": "testserver"}
    return site | {"PATH_INFO": path} | more


def learned(kept: ReadyAnswers, path: str, content: bytes, stamp: str = "a") -> bool:
    """Whether an answer that came out so twice is kept."""
    for _ in range(2):
        response = HttpResponse(content, content_type="application/zip")
        kept.learn(Address.of(asked(path)), response, stamp, f"tag of {path}")
    answer = kept.at(asked(path))
    return answer is not None and (answer.by_encoding[""].content, answer.stamp) == (content, stamp)


def test_of_too_many_answers_the_oldest_are_dropped():
    kept = ReadyAnswers(largest=10, most=25)
    assert all(learned(kept, path, b"x" * 10) for path in ("/a/", "/b/", "/c/"))
    has = [kept.at(asked(path)) is not None for path in ("/a/", "/b/")]
    assert has == [False, True]


def test_an_answer_that_is_too_large_is_not_kept_and_takes_the_old_one_away():
    kept = ReadyAnswers(largest=10, most=25)
    assert learned(kept, "/a/", b"x" * 10)
    assert not learned(kept, "/a/", b"x" * 11)
    assert kept.at(asked("/a/")) is None


def test_an_answer_of_another_state_takes_the_place_of_the_old_one():
    kept = ReadyAnswers(largest=10, most=25)
    for stamp in "abcdef":
        assert learned(kept, "/a/", b"x" * 10, stamp)
        assert learned(kept, "/b/", b"y" * 10, stamp)


def test_what_was_made_once_is_forgotten_after_so_many_others():
    kept = ReadyAnswers(largest=10, most=25)
    response = HttpResponse(b"x")
    for n in range(3 * kept.MOST_MADE_ONCE):
        kept.learn(Address("http", "testserver", f"/{n}/"), response, "a", "tag")
    assert len(kept._made_once) == kept.MOST_MADE_ONCE


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        *(("", ""), ("identity", ""), ("gzip", "gzip"), ("br", "br"), ("gzip, deflate, br", "br")),
        *(("GZIP", "gzip"), ("br;q=0", ""), ("br; q=0.0, gzip;q=0.5", "gzip"), ("*", "br")),
        *(("*;q=0", ""), (",,;;=", ""), ("gzip;q=1.0, *;q=0", "gzip"), ("zstd", "")),
    ],
)
def test_the_encoding_is_one_that_the_reader_accepts(accepted, encoding):
    assert encoding_for(accepted) == encoding
