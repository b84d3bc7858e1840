"""Nothing before the minute, everything at it: every address is asked on both sides of it."""

import html
from unittest.mock import patch

import time_machine
from django.db import connection
from django.test import Client, TestCase

from offences.releases import prerelease_access
from tests.embargo.crawl import Answer, Crawl, again, asking, crawl
from tests.embargo.worlds import GONE, HOUR, INSTEAD, MINUTE, SECOND, told, world, written
from tests.samples import is_drill, some
from tests.worlds import LATER

DRAFTS = "/press/conference/"  # where staff who are logged in read a text before it is public


class TestTheMinute(TestCase):
    """The pages are crawled once before the minute and once at it; each test looks at both.

    Those that ask the addresses once more ask some of them; in a drill all.
    """

    before: Crawl
    after: Crawl

    @classmethod
    def setUpTestData(cls) -> None:
        cls.world = world()
        reader = cls.world.reader()
        token = prerelease_access.link_for(reader, by=cls.world.lead, now=LATER)
        prerelease_access.revoke(reader, by=cls.world.lead, now=LATER)
        cls.ended = f"/as-at/{token}/"
        ask = asking(Client(raise_request_exception=False))
        with time_machine.travel(MINUTE, tick=False):
            cls.after = crawl(ask, [cls.ended])
        with time_machine.travel(MINUTE - SECOND, tick=False):
            cls.before = crawl(ask, [cls.ended])

    def setUp(self) -> None:
        self.ask = asking(Client(raise_request_exception=False))

    def test_a_second_before_no_address_and_no_header_holds_anything_of_it(self) -> None:
        assert self.before.which(told) == {}
        assert len(self.before.answers) > 80
        statuses = {answer.status for answer in self.before.answers.values()}
        assert {200, 301, 302, 404, 410} <= statuses

    def test_at_the_minute_the_same_crawl_finds_it_in_many_places(self) -> None:
        """So the crawl can fail."""
        found = self.after.which(told)
        assert len(found) > 30
        for kind in (".csv", ".xlsx", ".txt", ".docx", ".atom", "/changes/", "/"):
            assert any(address.endswith(kind) for address in found), kind
        for address in ("/", "/forces/northshire/", "/releases/online/2/", "/press/conference/"):
            assert address in found

    def test_what_was_remembered_before_the_minute_is_old_before_and_new_at_it(self) -> None:
        for moment, was in ((MINUTE - SECOND, self.before), (MINUTE, self.after)):
            with time_machine.travel(moment, tick=False):
                for _ in range(3):
                    warm = again(self.ask, was.pages().some(3))
            assert self.differs(warm, was) == []
        # A clock that is a second behind asks the same process, which keeps all of the new.
        with time_machine.travel(MINUTE - SECOND, tick=False):
            assert again(self.ask, self.before.pages().some(3)).which(told) == {}

    def test_head_tells_nothing_more(self) -> None:
        with time_machine.travel(MINUTE - SECOND, tick=False):
            heads = again(self.ask, self.before.some(), "HEAD")
        assert heads.which(told) == {}
        assert self.before.some().tags == heads.tags
        assert not any(answer.body for answer in heads.answers.values())

    def test_a_tag_of_after_the_minute_opens_nothing_before_it(self) -> None:
        """A proxy whose clock is ahead holds the new page; asked behind it, we do not say so."""
        with time_machine.travel(MINUTE - SECOND, tick=False):
            asked = again(self.ask, self.before, tags=self.after.tags)
        assert asked.which(told) == {}
        assert [a for a, answer in asked.answers.items() if answer.status == 304] == []

    def test_a_tag_of_before_the_minute_is_no_answer_at_it(self) -> None:
        with time_machine.travel(MINUTE, tick=False):
            asked = again(self.ask, self.after, tags=self.before.tags)
        assert len(asked.answers) > 30
        assert {answer.status for answer in asked.answers.values()} == {200}
        assert self.differs(asked, self.after) == []

    def test_at_the_minute_no_page_is_old_or_mixed(self) -> None:
        """It is made as ever after; the old sum and the new one stand on no page together."""
        with time_machine.travel(MINUTE + HOUR, tick=False):
            later = again(self.ask, self.after.some())
        assert self.differs(later, self.after) == []
        # What was said before stands in the old release, beside what changed, and in the notes of
        # the files.
        of_the_old = ("/releases/online/1/", "/changes", "/figures")
        both = [
            address
            for address, answer in self.after.answers.items()
            if written(GONE).search(answer.everything)
            and written(INSTEAD).search(answer.everything)
            if not any(part in address for part in of_the_old)
        ]
        assert both == []
        measure = self.after.answers["/measures/online/"].everything
        assert written(INSTEAD).search(measure)

    def test_a_page_that_is_made_across_the_minute_is_of_one_side(self) -> None:
        """The clock strikes behind the first question to the database."""
        mixed = []
        for address in some(self.before.tags, 12):
            with time_machine.travel(MINUTE - SECOND, tick=False) as clock:

                def strike(execute, sql, params, many, context, clock=clock):
                    answer = execute(sql, params, many, context)
                    clock.move_to(MINUTE + SECOND)
                    return answer

                with connection.execute_wrapper(strike):
                    answer = self.ask(address)
            was = self.before.answers[address]
            if (answer.content, answer.tag) != (was.content, was.tag):
                mixed.append(address)
        assert mixed == []

    def test_who_is_logged_in_reads_it_nowhere_but_where_staff_read_drafts(self) -> None:
        w = self.world
        for person in (w.checker, w.press) if is_drill() else (w.press,):
            client = Client(raise_request_exception=False)
            client.force_login(person)
            public = Crawl({a: x for a, x in self.before.answers.items() if "/admin/" not in a})
            with time_machine.travel(MINUTE - SECOND, tick=False):
                asked = again(asking(client), public.some(3))
            found = asked.which(told)
            assert [address for address in found if not address.startswith(DRAFTS)] == []
            for address in found:
                headers = asked.answers[address].headers
                assert headers["Cache-Control"] == "private, no-store", address
                assert headers["X-Robots-Tag"] == "noindex", address

    def test_a_text_with_the_embargoed_number_is_answered_like_one_with_any_number(self) -> None:
        said = "Northshire Police recorded {} online sexual offences in 2018/19."
        for body in ("northshire", "national"):
            answers = []
            for number in ("73,951", "74,913"):
                for release in (self.world.first, self.world.second):
                    given = {"release": release.pk, "body": body, "text": said.format(number)}
                    with time_machine.travel(MINUTE - SECOND, tick=False):
                        answer = self.ask("/check/", "POST", data=given)
                    answers.append(answer.everything.replace(number, "NUMBER"))
            first, second, *others = answers
            assert others == [first, second]
            assert told(first + second) == []
        with time_machine.travel(MINUTE, tick=False):
            given["release"], given["body"] = self.world.second.pk, "northshire"
            assert told(self.ask("/check/", "POST", data=given).everything)

    def test_no_page_about_an_error_tells_of_it(self) -> None:
        client = Client(raise_request_exception=False)
        ask = asking(client)
        careful = asking(Client(raise_request_exception=False, enforce_csrf_checks=True))
        with time_machine.travel(MINUTE - SECOND, tick=False):
            answers = [
                ask("/", headers={"host": "another.example"}),
                ask("/forces/northshire/", "POST"),
                careful("/admin/log-in/", "POST"),
                ask("/check/", "POST"),
                ask("/check/", "DELETE"),
                ask("/no-such-page/", headers={"referer": f"http://testserver{DRAFTS}"}),
                ask("/releases/online/2/", headers={"range": "bytes=0-99"}),
                ask(self.ended),
                *(self._broken(address) for address in ("/", "/about/", "/forces/northshire/")),
            ]
        assert {answer.status for answer in answers} >= {400, 403, 404, 405, 410, 500}
        assert [told(answer.everything) for answer in answers if told(answer.everything)] == []

    def _broken(self, address: str) -> Answer:
        """A page that fails when most of it is known."""
        with patch("offences.views.moment.release_note_of", side_effect=RuntimeError):
            return self.ask(address)

    @staticmethod
    def differs(one: Crawl, other: Crawl) -> list[str]:
        """The addresses that answer otherwise."""
        return [
            address
            for address, answer in one.answers.items()
            if "/admin/" not in address and "/as-at/" not in address
            if (answer.status, answer.content, answer.tag)
            != ((was := other.answers[address]).status, was.content, was.tag)
        ]


def test_the_crawl_knows_every_writing_of_a_number():
    for text in ("73951", "73,951", "73 951", "73\u202f951", html.unescape("73&nbsp;951")):
        assert told(f"<b>{text}</b>"), text
    assert not told("173,951 and 73,9512")
    assert told("MARMALADE") == ["MARMALADE"]
