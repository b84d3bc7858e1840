"""A preview: the site as it will be at the minute, for one reader, and for nobody after it."""

import datetime as dt
import re

import pytest
import time_machine
from django.core.signing import TimestampSigner
from django.db import IntegrityError, transaction
from django.test import Client, TestCase
from django.utils.html import escape

from offences import press, releases
from offences.models import PreReleaseLog, PreReleaseReader, Release
from offences.refused import Refused
from offences.releases import prerelease_access
from tests import worlds
from tests.embargo.crawl import again, asking, sample
from tests.embargo.worlds import HOUR, MINUTE, SECOND, told, world
from tests.public.reading import faults_of
from tests.worlds import LATER

FORCE = "forces/northshire/"
TEXT = "press/conference/northshire"
MARK = re.compile(r'\s*<aside class="as-at.*?</aside>\s*|\s*<svg class="as-at.*?</svg>\s*', re.S)
STYLE = re.compile(r'\s*<link rel="stylesheet" href="/static/preview.css">\s*')
SAID = "Not public until 00:01 on 25 June 2019. Do not pass on."


class Previewing(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.world = world()
        cls.reader = cls.world.reader()
        cls.token = prerelease_access.link_for(cls.reader, by=cls.world.lead, now=LATER)

    def setUp(self) -> None:
        self.ask = asking(Client(raise_request_exception=False))

    def read(self, path: str = FORCE, at: dt.datetime = MINUTE - HOUR, token: str = "", **more):
        with time_machine.travel(at, tick=False):
            return self.ask(f"/as-at/{token or self.token}/{path}", **more)

    def refused(self, status: int, said: str, **more) -> None:
        answer = self.read(**more)
        assert answer.status == status
        assert told(answer.everything) == []
        assert escape(said) in answer.everything or said in answer.everything
        assert answer.headers["Cache-Control"] == "private, no-store"


class TestWhatAReaderSees(Previewing):
    def test_it_is_the_very_site_of_the_minute_with_its_mark_and_every_link_stays_inside(self):
        with time_machine.travel(MINUTE, tick=False):
            public = sample(self.ask)
        inside = f"/as-at/{self.token}/"
        with time_machine.travel(MINUTE - HOUR, tick=False):
            for address, will_be in public.answers.items():
                if any(part in address for part in ("/admin/", "/static/", "/as-at/", "/%ff")):
                    continue
                answer = self.ask(inside + address[1:])
                assert answer.status == will_be.status, address
                assert f"http://testserver{inside}" not in answer.everything, address
                if "text/html" not in answer.headers["Content-Type"]:
                    continue
                if answer.status in {301, 302}:
                    assert answer.headers["Location"].startswith(inside)
                    continue
                page = answer.parts[""]
                assert faults_of(page) == [], address
                assert page.count(f"<b>Preview for Flo Ash.</b> {SAID}") == 2, address
                links = re.findall(r'(?:href|action)="(/[^"]*)"', page)
                outside = {link for link in links if not link.startswith((inside, "/static/"))}
                assert outside == set(), address
                if not address.startswith("/press/conference/"):  # whose embargo is not over yet
                    bare = STYLE.sub("", MARK.sub("", page)).replace(inside, "/")
                    assert squeezed(bare) == squeezed(will_be.parts[""]), address

    def test_files_say_that_they_are_embargoed(self):
        line = "Embargoed until 00:01 on 25 June 2019. For Flo Ash only: do not pass on."
        for path in (f"{TEXT}.txt", f"{TEXT}.docx", "releases/online/2/figures.xlsx"):
            answer = self.read(path)
            assert 'filename="EMBARGOED-' in answer.headers["Content-Disposition"]
            assert line in answer.everything, path
        assert self.read(f"{TEXT}.txt").everything.count(line) == 1
        assert "now over" not in self.read(f"{TEXT}/").everything
        csv = self.read("releases/online/2/figures.csv")
        assert "EMBARGOED-online-release-2.csv" in csv.headers["Content-Disposition"]
        assert line not in csv.everything  # a line of words would be a row to a program

    def test_nobody_keeps_it_and_no_robot_lists_it(self):
        for path in (FORCE, "releases/feed.atom", f"{TEXT}.txt", "no-such-page/"):
            answer = self.read(path)
            assert answer.headers["Cache-Control"] == "private, no-store"
            assert "noindex" in answer.headers["X-Robots-Tag"]
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            assert answer.tag == ""

    def test_no_kept_answer_is_one_and_none_is_learned_from_it(self):
        with time_machine.travel(MINUTE - HOUR, tick=False):
            public = sample(self.ask).pages()
            for _ in range(2):
                again(self.ask, public)
                assert told(self.read().everything)
                tag = public.answers[f"/{FORCE}"].tag
                assert self.read(headers={"if-none-match": tag}).status == 200
            assert again(self.ask, public).which(told) == {}
            assert self.ask(f"/{FORCE}").content == public.answers[f"/{FORCE}"].content

    def test_a_text_is_checked_against_the_figures_to_come(self):
        said = "Northshire Police recorded 73,951 online sexual offences in 2018/19."
        given = {"release": self.world.second.pk, "body": "northshire", "text": said}
        answer = self.read("check/", method="POST", data=given)
        assert answer.status == 200
        assert "v-traced" in answer.everything
        assert self.read("check/", method="POST", data=given, at=MINUTE).status == 302

    def test_the_staffs_own_pages_are_not_in_it(self):
        assert self.read("admin/").status == self.read("admin/login/").status == 404

    def test_what_another_embargo_holds_is_not_in_it(self):
        w = self.world
        other = worlds.measure("images", name="Quince images")
        of_round = worlds.round_of(other, slug="2020", years=(2016, 2018))
        submission = worlds.submission(w.forces["Northshire"], of_round)
        worlds.enter(submission, {worlds.cell(other, 2018): "94,127"}, w.officer)
        releases_of = {"year": 2018, "last_round": of_round, "by": w.officer, "now": LATER}
        worlds.check(submission, by=w.checker, now=LATER)
        later = releases.prepare(other, title="Later figures", **releases_of)
        worlds.approve(later, by=w.approver, now=LATER, public_at=MINUTE + HOUR)
        assert "94,127" not in self.read().everything
        assert self.read("releases/images/1/").status == 404
        own = prerelease_access.staff_link(later, by=w.lead, now=LATER)
        client = Client()
        client.force_login(w.lead)
        with time_machine.travel(MINUTE - HOUR, tick=False):
            page = asking(client)(f"/as-at/{own}/{FORCE}").everything
            assert prerelease_access.other_content(later, MINUTE - HOUR) == [
                str(w.second),
                "the press releases for Quince conference",
            ]
        assert "94,127" in page and "73,951" in page


class TestWhenALinkEnds(Previewing):
    def test_a_link_that_was_changed_or_signed_by_nobody_opens_nothing(self):
        payload, *rest = self.token.split(".")
        other = TimestampSigner(salt="another", sep=".").sign_object(["reader", 1, 1, 0.0])
        for token in ("x", "a.b.c", f"{payload}.{rest[0]}.x", f"x{self.token}", other):
            self.refused(404, "Copy it whole", token=token)

    def test_it_opens_a_day_before_and_ends_at_the_minute(self):
        assert told(self.read(at=MINUTE - SECOND).everything)
        self.refused(
            404, "This link opens at 00:01 on 24 June 2019.", at=self.reader.opens_at - SECOND
        )
        answer = self.read(f"{FORCE}?a=1", at=MINUTE)
        assert (answer.status, answer.headers["Location"]) == (302, f"/{FORCE}?a=1")
        assert self.read("", at=MINUTE).headers["Location"] == "/"
        assert self.read("/evil.example/", at=MINUTE).headers["Location"] == "/evil.example/"

    def test_it_ends_at_the_readers_own_end(self):
        early = self.world.reader(email="ash@example.org", expires_at=MINUTE - HOUR)
        token = prerelease_access.link_for(early, by=self.world.lead, now=LATER)
        assert told(self.read(token=token, at=MINUTE - HOUR - SECOND).everything)
        self.refused(410, "This link ended at 23:01 on 24 June 2019.", token=token)

    def test_it_ends_when_it_is_taken_back(self):
        prerelease_access.revoke(self.reader, by=self.world.lead, now=LATER)
        self.refused(410, "This link was revoked by those who gave it.")

    def test_it_ends_when_the_release_is_withdrawn_also_after_the_minute(self):
        w = self.world
        releases.withdraw(w.second, by=w.approver, now=LATER, reason="Marmalade was wrong.")
        for at in (MINUTE - HOUR, MINUTE + HOUR):
            self.refused(410, "The release behind this link was withdrawn.", at=at)

    def test_it_ends_when_the_minute_moves(self):
        worlds.as_if(Release.objects.filter(pk=self.world.second.pk), public_at=MINUTE + HOUR)
        self.refused(410, "The time of publication changed, and this link ended.")

    def test_it_ends_by_its_age(self):
        """Whatever the list says: a link from an old message opens nothing."""
        worlds.as_if(Release.objects.filter(pk=self.world.second.pk), public_at=MINUTE + 900 * HOUR)
        type(self.reader).objects.update(expires_at=MINUTE + 900 * HOUR)
        with time_machine.travel(MINUTE, tick=False):
            self.world.second.refresh_from_db()
            self.reader.refresh_from_db()
            token = prerelease_access.link_for(self.reader, by=self.world.lead, now=MINUTE)
        assert told(self.read(token=token, at=MINUTE + 700 * HOUR).everything)
        self.refused(404, "too old", token=token, at=MINUTE + 800 * HOUR)

    def test_a_member_of_staffs_own_opens_for_them_alone(self):
        w = self.world
        own = prerelease_access.staff_link(w.second, by=w.press, now=LATER)
        self.refused(404, "one member of staff only", token=own)
        for person in (w.checker, w.lead):
            client = Client()
            client.force_login(person)
            with time_machine.travel(MINUTE - HOUR, tick=False):
                assert client.get(f"/as-at/{own}/").status_code == 404
        client = Client()
        client.force_login(w.press)
        with time_machine.travel(MINUTE - HOUR, tick=False):
            page = client.get(f"/as-at/{own}/{FORCE}").content.decode()
            assert "Preview for Di Fox." in page and told(page)
            w.press.groups.clear()  # who leaves a role leaves the preview
            assert client.get(f"/as-at/{own}/{FORCE}").status_code == 404

    def test_a_draft_is_in_nobodys_preview(self):
        w = self.world
        event = worlds.event(w.second, slug="other")
        press.draft_event(event, by=w.press, now=LATER)
        own = prerelease_access.staff_link(w.second, by=w.press, now=LATER)
        client = Client()
        client.force_login(w.press)
        with time_machine.travel(MINUTE - HOUR, tick=False):
            assert client.get("/press/other/northshire/").status_code == 200
            assert client.get(f"/as-at/{own}/press/other/northshire/").status_code == 404


class TestTheLog(Previewing):
    def test_it_holds_what_happened_and_nothing_of_where_a_reader_was(self):
        w = self.world
        self.read(f"{FORCE}?a=1")
        self.read(f"{TEXT}.txt")
        own = prerelease_access.staff_link(w.second, by=w.press, now=LATER)
        client = Client()
        client.force_login(w.press)
        with time_machine.travel(MINUTE - SECOND, tick=False):
            client.get(f"/as-at/{own}/")
            prerelease_access.revoke(self.reader, by=w.approver, now=MINUTE - SECOND)
        log = list(prerelease_access.log_of(w.second))
        assert [row.at for row in log] == sorted((row.at for row in log), reverse=True)
        assert {(row.what, row.reader, row.by, row.path) for row in log} == {
            ("added", self.reader, w.lead, ""),
            ("linked", self.reader, w.lead, ""),
            ("linked", None, w.press, ""),
            ("opened", None, w.press, "/"),
            ("opened", self.reader, None, f"/{FORCE}"),
            ("opened", self.reader, None, f"/{TEXT}.txt"),
            ("revoked", self.reader, w.approver, ""),
        }
        assert len(log) == 7 and log[0].what == "revoked"
        kept = {field.name for field in PreReleaseLog._meta.get_fields()}
        assert kept == {"id", "release", "what", "reader", "by", "path", "at"}

    def test_its_rows_never_change(self):
        row = prerelease_access.log_of(self.world.second)[0]
        with pytest.raises(TypeError, match="never changes"):
            row.save()
        with pytest.raises(TypeError, match="never removed"):
            row.delete()

    def test_what_opens_nothing_is_not_said_to_have_been_opened(self):
        before = PreReleaseLog.objects.count()
        self.read(at=MINUTE)
        self.read(token="x")
        prerelease_access.revoke(self.reader, by=self.world.lead, now=LATER)
        self.read()
        assert PreReleaseLog.objects.exclude(what="revoked").count() == before


class TestTheList(Previewing):
    def test_only_an_approved_release_before_its_minute_has_readers(self):
        w = self.world
        draft = releases.prepare(
            w.measure,
            title="Next",
            year=2018,
            last_round=w.second.last_round,
            by=w.officer,
            now=LATER,
        )
        now = MINUTE - HOUR
        for release, why in ((draft, "no figures yet"), (w.first, "is public")):
            with pytest.raises(Refused, match=why):
                prerelease_access.staff_link(release, by=w.lead, now=now)
            w.second = release
            with pytest.raises(Refused, match=why):
                w.reader(email="other@example.org", now=now)

    def test_nobody_reads_earlier_than_a_day_before_unless_it_is_said(self):
        earlier = {"email": "ash@example.org", "opens_at": MINUTE - 25 * HOUR}
        with pytest.raises(Refused, match="more than 24 hours"):
            self.world.reader(**earlier)
        assert self.world.reader(**earlier, early=True).pk

    def test_nobody_is_on_it_without_a_name_a_role_and_a_reason_or_twice(self):
        for missing in ("name", "role", "why"):
            with pytest.raises(Refused):
                self.world.reader(**{"email": "ash@example.org", missing: ""})
        with pytest.raises(Refused, match="on the list of this release already"):
            self.world.reader(email="FLO@example.org")
        prerelease_access.revoke(self.reader, by=self.world.lead, now=LATER)
        assert self.world.reader().pk

    def test_it_ends_at_the_minute_and_after_it_begins(self):
        for ends, why in (
            (MINUTE + SECOND, "up to 00:01 on 25 June 2019"),
            (LATER, "is past"),
            (MINUTE - 24 * HOUR, "The end is after the beginning"),
        ):
            with pytest.raises(Refused, match=why):
                self.world.reader(email="ash@example.org", expires_at=ends)

    def test_the_tables_themselves_refuse_what_no_form_lets_through(self):
        w, rows = self.world, PreReleaseReader.objects.filter(pk=self.reader.pk)
        log = {"release": w.second, "at": LATER}
        for wrong in (
            lambda: rows.update(revoked_at=LATER),
            lambda: rows.update(revoked_by=w.lead),
            lambda: rows.update(why=""),
            lambda: rows.update(expires_at=self.reader.opens_at),
            lambda: PreReleaseLog.objects.create(what="opened", path="/", **log),
            lambda: PreReleaseLog.objects.create(what="opened", by=w.lead, **log),
            lambda: PreReleaseLog.objects.create(what="added", by=w.lead, **log),
            lambda: PreReleaseLog.objects.create(what="linked", reader=self.reader, **log),
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                wrong()

    def test_who_is_off_it_gets_no_link_and_is_not_taken_off_twice(self):
        prerelease_access.revoke(self.reader, by=self.world.lead, now=LATER)
        self.reader.refresh_from_db()
        for step in (prerelease_access.link_for, prerelease_access.revoke):
            with pytest.raises(Refused, match="off the list"):
                step(self.reader, by=self.world.lead, now=LATER)


def squeezed(page: str) -> str:
    """Without the blank lines that the mark leaves behind."""
    return re.sub(r"\s+", " ", page).replace("> <", "><")
