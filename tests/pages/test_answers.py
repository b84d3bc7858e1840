"""What may be kept of a public page: its tag changes by itself, and nothing outlives a minute."""

import datetime as dt
import re
import xml.etree.ElementTree as ET

import pytest
import time_machine
from django.db import connection
from django.test import Client, TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver
from django.utils import timezone

from offences.middleware import Code
from offences.models import CampaignEvent, Force, IssuedText, Measure, Release
from tests import worlds
from tests.path.test_public_tables import addresses
from tests.samples import some

PAGE = "/forces/cambridgeshire/"
CSV = "/forces/cambridgeshire/cyber-flagged.csv"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
AN_HOUR = dt.timedelta(hours=1)


class TestAnswers(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        worlds.demo()

    def tag(self, address: str) -> str:
        return self.client.get(address).get("ETag", "")

    def again(self, address: str, tag: str) -> int:
        """The status of a second visit with this tag."""
        response = self.client.get(address, headers={"if-none-match": tag})
        assert response.status_code != 304 or response.content == b""
        return response.status_code

    @override_settings(PUBLIC_STATE_KEPT=AN_HOUR)
    def test_every_public_page_has_its_own_tag_and_answers_304_without_a_question(self) -> None:
        tags = {}
        for address in addresses():
            response = self.client.get(address)
            if response.status_code == 404 and "Cookie" in response["Vary"]:
                continue  # staff may find a draft there
            assert response["Cache-Control"] == "public, max-age=0, must-revalidate", address
            assert response.get("Vary", "Accept-Encoding") == "Accept-Encoding", address
            if response.status_code != 200:
                assert "ETag" not in response, address
                continue
            tags[address] = tag = response["ETag"]
            with CaptureQueriesContext(connection) as asked:
                assert self.again(address, tag) == 304, address
            assert len(asked) == 0, address
        assert len(tags) > 40
        assert len(set(tags.values())) == len(tags)

    def test_a_tag_stands_while_nothing_changes_and_serves_its_own_page_only(self) -> None:
        tag = self.tag(PAGE)
        assert tag == self.tag(PAGE) and re.fullmatch('W/"[0-9a-f]{32}"', tag)
        assert self.again(PAGE, f'{tag}, "other"') == 304
        assert self.again("/forces/essex/", tag) == 200
        assert self.again("/forces/?q=essex", self.tag("/forces/")) == 200
        assert self.again("/forces/nowhere/", "*") == 404
        assert self.again("/forces/nowhere/", tag) == 404

    def test_a_304_carries_what_the_page_would(self) -> None:
        tag = self.tag(PAGE)
        response = self.client.get(PAGE, headers={"if-none-match": tag})
        assert response["ETag"] == tag
        assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
        assert response["Vary"] == "Accept-Encoding"

    def test_a_release_changes_every_tag_at_its_minute_by_itself(self) -> None:
        release = Release.objects.filter(measure__slug="cyber-flagged").latest("number")
        minute = timezone.now() + dt.timedelta(days=3)
        worlds.as_if(Release.objects.filter(pk=release.pk), public_at=minute)
        with time_machine.travel(minute - dt.timedelta(seconds=1), tick=False):
            before = {address: self.tag(address) for address in (PAGE, CSV, "/releases/feed.atom")}
        with time_machine.travel(minute, tick=False):
            for address, tag in before.items():
                assert tag
                assert self.again(address, tag) == 200, address

    def test_a_text_changes_every_tag_at_its_minute_and_when_its_embargo_moves(self) -> None:
        event = CampaignEvent.objects.get(slug="how-safe-are-our-children-2019")
        assert IssuedText.objects.filter(event=event).exists()
        minute = timezone.now() + dt.timedelta(days=3)
        open_ = self.tag("/press/")
        CampaignEvent.objects.filter(pk=event.pk).update(embargo_at=minute)
        with time_machine.travel(minute - dt.timedelta(seconds=1), tick=False):
            shut = self.tag("/press/")
        assert shut != open_
        with time_machine.travel(minute, tick=False):
            assert self.again("/press/", shut) == 200

    def test_a_withdrawal_changes_every_tag(self) -> None:
        tags = {address: self.tag(address) for address in (PAGE, CSV, "/press/")}
        release = Release.objects.filter(measure__slug="cyber-flagged").latest("number")
        worlds.as_if(
            Release.objects.filter(pk=release.pk),
            withdrawn_by=release.approved_by,
            withdrawn_at=timezone.now(),
            withdrawn_reason="Wrong.",
        )
        for address, tag in tags.items():
            assert self.again(address, tag) == 200, address

    def test_a_word_in_a_reference_table_changes_every_tag(self) -> None:
        for change in (
            lambda: Force.objects.filter(slug="essex").update(welsh_name="Heddlu"),
            lambda: Measure.objects.filter(slug="cyber-flagged").update(excludes="Less."),
            lambda: CampaignEvent.objects.filter(issued__isnull=False).update(name="A day"),
        ):
            before = self.tag(PAGE)
            change()
            assert self.tag(PAGE) != before

    def test_a_page_that_looks_at_who_is_logged_in_is_kept_by_nobody(self) -> None:
        event = CampaignEvent.objects.get(slug="how-safe-are-our-children-2019")
        CampaignEvent.objects.filter(pk=event.pk).update(
            embargo_at=timezone.now() + dt.timedelta(days=3)
        )
        text = f"/press/{event.slug}/cambridgeshire/"
        assert self.client.get(text).status_code == 404
        self.client.force_login(worlds.person("Di Fox", "Press officer"))
        response = self.client.get(text)
        assert response.status_code == 200
        assert response["Cache-Control"] == "private, no-store"
        assert "Cookie" in response["Vary"] and "ETag" not in response

    def test_a_page_for_everyone_is_the_same_for_who_is_logged_in(self) -> None:
        before = {address: self.client.get(address) for address in (PAGE, CSV, "/about/")}
        self.client.force_login(worlds.person("Di Fox", "Press officer"))
        for address, was in before.items():
            now = self.client.get(address)
            assert (now.content, now["ETag"]) == (was.content, was["ETag"]), address
            assert not now.cookies, address

    def test_what_cannot_be_sent_here_is_refused_by_a_page_of_ours(self) -> None:
        for address in (PAGE, CSV, "/", "/sitemap.xml", "/releases/feed.atom", "/data/"):
            for method in ("post", "put", "patch", "delete"):
                response = getattr(self.client, method)(address)
                assert response.status_code == 405, (method, address)
                assert response["Allow"] == "GET, HEAD, OPTIONS"
                assert "Nothing can be sent to this address" in response.content.decode()
            response = self.client.options(address)
            assert (response.status_code, response.content) == (204, b"")
            assert response["Allow"] == "GET, HEAD, OPTIONS"
        assert self.client.options("/check/")["Allow"] == "GET, HEAD, OPTIONS, POST"
        assert self.client.put("/check/").status_code == 405
        assert self.client.post("/no-such-page/").status_code in {403, 404}

    def test_head_says_what_get_would(self) -> None:
        for address in (PAGE, CSV, "/forces/?q=cambs", "/no-such-page/"):
            whole, head = self.client.get(address), self.client.head(address)
            assert head.content == b"" and head.status_code == whole.status_code
            assert dict(head.items()) == dict(whole.items()), address

    def test_an_address_of_the_admin_is_left_alone(self) -> None:
        response = self.client.get("/admin/log-in/")
        assert "ETag" not in response
        assert "no-store" in response["Cache-Control"]

    def test_the_page_of_a_force_asks_no_more_than_three_questions(self) -> None:
        with override_settings(PUBLIC_STATE_KEPT=AN_HOUR):
            self.client.get("/about/")  # the state is read
            with CaptureQueriesContext(connection) as asked:
                assert self.client.get(PAGE).status_code == 200
        assert len(asked) <= 3

    def test_every_public_page_says_its_title_description_and_address(self) -> None:
        titles: dict[str, str] = {}
        for route in get_resolver().url_patterns[0].url_patterns:
            address = f"/{route.pattern}"
            response = None if "<" in address or "admin/" in address else self.client.get(address)
            if response is None or "text/html" not in response["Content-Type"]:
                continue
            html = response.content.decode()
            title = re.search("<title>(.+?)</title>", html)
            assert title and title[1] not in titles.values(), address
            titles[address] = title[1]
            assert re.search('<meta name="description" content=".{30,}">', html), address
            assert f'<link rel="canonical" href="http://testserver{address}">' in html
        assert len(titles) >= 11

    # ---- for programs --------------------------------------------------------------------------

    def links(self) -> list[str]:
        feed = ET.fromstring(self.client.get("/releases/feed.atom").content)
        return [e.find(f"{ATOM}link").get("href") for e in feed.findall(f"{ATOM}entry")]

    def test_the_feed_has_the_public_releases_newest_first(self) -> None:
        response = self.client.get("/releases/feed.atom")
        assert response["Content-Type"].startswith("application/atom+xml")
        feed = ET.fromstring(response.content)
        entries = feed.findall(f"{ATOM}entry")
        public = Release.objects.public(timezone.now())
        assert len(entries) == public.count() > 3
        told = [entry.findtext(f"{ATOM}updated") for entry in entries]
        assert told == sorted(told, reverse=True)
        assert feed.find(f"{ATOM}link[@rel='self']").get("href").endswith("/releases/feed.atom")
        assert "http://testserver/releases/cyber-flagged/4/" in self.links()

    def test_feed_and_map_tell_nothing_before_its_minute_or_after_a_withdrawal(self) -> None:
        four = "http://testserver/releases/cyber-flagged/4/"
        text = "http://testserver/press/how-safe-are-our-children-2019/cambridgeshire/"
        of_text = IssuedText.objects.get(
            event__slug="how-safe-are-our-children-2019", body="cambridgeshire"
        ).release

        def told(address: str) -> bool:
            return address in self.client.get("/sitemap.xml").content.decode()

        assert four in self.links() and told(four) and told(text)
        number_four = Release.objects.filter(measure__slug="cyber-flagged", number=4)
        worlds.as_if(number_four, public_at=timezone.now() + dt.timedelta(days=1))
        assert four not in self.links() and not told(four)
        worlds.as_if(
            Release.objects.filter(pk=of_text.pk),
            withdrawn_by=of_text.approved_by,
            withdrawn_at=timezone.now(),
            withdrawn_reason="Wrong.",
        )
        assert not told(text)

    def test_every_address_of_the_map_answers(self) -> None:
        page = ET.fromstring(self.client.get("/sitemap.xml").content)
        found = [each.text for each in page.iter(f"{MAP}loc")]
        assert len(found) == len(set(found)) > 60
        for address in some(found):
            assert self.client.get(address.removeprefix("http://testserver")).status_code == 200
        for part in ("/forces/essex/", "/measures/cyber-flagged/", "/about/methods/"):
            assert f"http://testserver{part}" in found

    def test_by_whatever_name_it_is_asked_every_whole_address_is_the_public_one(self) -> None:
        public = "https://figures.example.org"
        for address in ("/releases/feed.atom", "/forces/essex/feed.atom", "/sitemap.xml", PAGE, CSV,
                        "/robots.txt", "/data/", "/api/v1/releases"):  # fmt: skip
            with override_settings(SITE_ADDRESS=public):
                response = Client().get(address, headers={"host": "127.0.0.1:8000"})
            text = response.content.decode()
            assert response.status_code == 200, address
            assert "127.0.0.1" not in text + str(response.headers), address
            if address != CSV:
                assert public in text + str(response.headers), address

    def test_robots_keep_out_of_the_admin_and_find_the_map(self) -> None:
        response = self.client.get("/robots.txt")
        assert response["Content-Type"].startswith("text/plain")
        assert response.content.decode().splitlines() == [
            "User-agent: *",
            "Disallow: /admin/",
            "",
            "Sitemap: http://testserver/sitemap.xml",
        ]


@pytest.mark.django_db
def test_while_nothing_is_public_there_is_no_tag_and_every_page_stands(client):
    for address in ("/", "/about/", "/about/methods/", "/releases/feed.atom", "/sitemap.xml"):
        response = client.get(address)
        assert response.status_code == 200, address
        assert "ETag" not in response
        assert b"The figures</a>" not in response.content


def test_the_version_of_the_code_is_of_what_its_files_hold(tmp_path, settings):
    settings.DEBUG = False
    for folder in ("offences", "templates"):
        (tmp_path / folder).mkdir()
    (tmp_path / "templates" / "page.html").write_text("one")
    first = Code(tmp_path).version
    assert first == Code(tmp_path).version
    (tmp_path / "templates" / "page.html").write_text("two")
    assert Code(tmp_path).version != first
