"""The page of the pre-release list: who may do what on it, by its forms and past them."""

import re

import time_machine
from django.contrib.auth.models import Permission
from django.test import Client, TestCase
from django.urls import reverse

from offences import releases
from offences.models import PreReleaseLog, PreReleaseReader
from offences.releases import prerelease_access
from tests import worlds
from tests.embargo.worlds import HOUR, MINUTE, told, world
from tests.worlds import LATER

NOW = MINUTE - 30 * HOUR  # 18:01 on 23 June in London
GIVEN = {
    "name": "Flo Ash",
    "role": "Chair, the charity",
    "email": "flo@example.org",
    "why": "Answers to ministers",
    "opens_at_0": "24/06/2019",
    "opens_at_1": "00:01",
    "expires_at_0": "25/06/2019",
    "expires_at_1": "00:01",
}


class TestThePage(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.world = world()

    def setUp(self) -> None:
        self.clock = time_machine.travel(NOW, tick=False)
        self.clock.start()
        self.addCleanup(self.clock.stop)
        self.client.force_login(self.world.lead)
        self.address = reverse("admin:offences_release_prerelease", args=[self.world.second.pk])

    def post(self, **given):
        return self.client.post(self.address, given, follow=True)

    def text(self, response) -> str:
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))

    def test_a_person_is_added_gets_a_link_reads_and_is_taken_off(self) -> None:
        page = self.client.get(self.address).content.decode()
        assert 'value="00:01"' in page.replace(':00"', '"')  # the day before and the minute
        assert "Flo Ash is on the list." in self.text(self.post(**GIVEN))
        reader = PreReleaseReader.objects.get()
        assert (reader.opens_at, reader.expires_at) == (MINUTE - 24 * HOUR, MINUTE)
        assert (reader.added_by, reader.added_at) == (self.world.lead, NOW)
        shown = self.post(step="link", reader=reader.pk).content.decode()
        link = re.search(
            r'<code class="address" id="link">(http://testserver/as-at/[^<]+)</code>', shown
        )[1]
        assert link not in self.client.get(self.address).content.decode()  # shown once
        outside = Client()
        assert outside.get(link).status_code == 404  # not yet
        with time_machine.travel(MINUTE - HOUR, tick=False):
            assert told(outside.get(f"{link}forces/northshire/").content.decode())
        assert "can no longer read it" in self.text(self.post(step="revoke", reader=reader.pk))
        with time_machine.travel(MINUTE - HOUR, tick=False):
            assert outside.get(link).status_code == 410
            self.client.force_login(self.world.lead)  # anew: a session ends after 12 hours
            said = self.text(self.client.get(self.address))
        for words in ("taken off the list", "/forces/northshire/", "link made", "Gil Roe"):
            assert words in said
        assert said.index("/forces/northshire/") > said.index("newest first")

    def test_a_form_that_cannot_be_says_why_and_keeps_what_was_typed(self) -> None:
        for change, why in (
            ({"opens_at_0": "23/06/2019"}, "more than 24 hours before its minute"),
            ({"expires_at_0": "26/06/2019"}, "choose an end up to 00:01 on 25 June 2019"),
            ({"expires_at_0": "24/06/2019"}, "The end is after the beginning."),
            ({"why": ""}, "This field is required"),
            ({"email": "nobody"}, "valid email address"),
        ):
            page = self.post(**GIVEN | change)
            assert why in self.text(page), change
            assert 'value="Chair, the charity"' in page.content.decode()
        assert not PreReleaseReader.objects.exists()
        self.post(**GIVEN | {"opens_at_0": "23/06/2019", "early": "on"})
        assert PreReleaseReader.objects.exists()

    def test_who_may_only_look_cannot_add_make_a_link_or_take_off(self) -> None:
        reader = self.world.reader()
        w = self.world
        for person, sees in ((w.officer, 200), (w.press, 200), (w.checker, 403)):
            self.client.force_login(person)
            page = self.client.get(self.address)
            assert page.status_code == sees
            assert b"Make the link" not in page.content and b"Add a person" not in page.content
            for given in (
                GIVEN | {"email": "ash@example.org"},
                {"step": "link", "reader": reader.pk},
                {"step": "revoke", "reader": reader.pk},
            ):
                assert self.post(**given).status_code == 403
        assert PreReleaseReader.objects.active().count() == 1
        assert not PreReleaseLog.objects.exclude(what="added").exists()

    def test_who_may_add_needs_the_permission_of_its_own(self) -> None:
        """Changing releases is not enough, nor is any other way to the rows."""
        person = worlds.person("Fay New", "Data officer", "Press officer")
        self.client.force_login(person)
        assert self.post(**GIVEN).status_code == 403
        person.user_permissions.add(Permission.objects.get(codename="add_prereleasereader"))
        assert self.post(**GIVEN).status_code == 200
        for name in ("prereleasereader", "prereleaselog"):
            assert self.client.get(f"/admin/offences/{name}/").status_code == 404
            assert self.client.get(f"/admin/offences/{name}/export/").status_code == 404

    def test_a_reader_of_one_release_is_no_reader_of_another(self) -> None:
        reader = self.world.reader()
        other = reverse("admin:offences_release_prerelease", args=[self.world.first.pk])
        for step in ("link", "revoke"):
            for number in (reader.pk, "0", "x", ""):
                given = {"step": step, "reader": number}
                assert self.client.post(other, given).status_code == 404, given
        assert PreReleaseReader.objects.active().exists()

    def test_a_token_is_no_login(self) -> None:
        reader = self.world.reader(now=NOW)
        token = prerelease_access.link_for(reader, by=self.world.lead, now=NOW)
        with time_machine.travel(MINUTE - HOUR, tick=False):
            response = Client().get(f"/as-at/{token}{self.address}")
        assert response.status_code == 404

    def test_staff_open_a_preview_of_their_own_by_a_button(self) -> None:
        address = reverse("admin:offences_release_preview", args=[self.world.second.pk])
        assert self.client.get(address).status_code == 405
        page = self.client.post(address, follow=True)
        assert "Preview for Gil Roe." in page.content.decode()
        rows = PreReleaseLog.objects.filter(by=self.world.lead).order_by("pk")
        assert [(row.what, row.path) for row in rows] == [("linked", ""), ("opened", "/")]
        for release, button in ((self.world.second, True), (self.world.first, False)):
            self.client.force_login(self.world.checker)  # who sees releases, not the list
            change = reverse("admin:offences_release_change", args=[release.pk])
            page = self.client.get(change).content.decode()
            assert ("Open the preview" in page) is button
        assert self.client.post(address, follow=True).status_code == 200
        self.client.force_login(worlds.person("Fay New"))  # no role
        assert self.client.post(address).status_code == 403

    def test_an_unapproved_and_a_public_release_say_why_they_have_none(self) -> None:
        w = self.world
        draft = releases.prepare(
            w.measure,
            title="Next",
            year=2018,
            last_round=w.second.last_round,
            by=w.officer,
            now=LATER,
        )
        for release, why in ((draft, "no figures yet"), (w.first, "is public")):
            address = reverse("admin:offences_release_prerelease", args=[release.pk])
            page = self.client.get(address)
            assert why in self.text(page) and b"Add a person" not in page.content
            assert why in self.text(self.client.post(address, GIVEN))
            preview = reverse("admin:offences_release_preview", args=[release.pk])
            assert why in self.text(self.client.post(preview, follow=True))
        assert not PreReleaseReader.objects.exists()

    def test_it_says_what_else_the_preview_shows(self) -> None:
        said = self.text(self.client.get(self.address))
        assert "so also: the press releases for Quince conference" in said
