"""A text that anyone holds against the public figures."""

import datetime as dt
from uuid import uuid4

import pytest
import time_machine
from django.db import connection

from offences.models import Release, ReleasedFigure
from offences.press.basis import Basis
from tests.path.test_public_tables import OPEN, TABLE
from tests.public.awkward import WORLDS, site
from tests.samples import sampled

pytestmark = pytest.mark.django_db
HALF_PAST = dt.datetime(2030, 6, 20, 9, 42, 30, tzinfo=dt.UTC)
TEXT = "Northshire recorded 130 offences in 2018/19, up from 60, and 131 in another count."


def send(client, **more):
    newest = Release.objects.filter(measure__slug="online").order_by("-number").first()
    chosen = {"release": newest.pk if newest else "", "body": "northshire", "text": TEXT}
    return client.post("/check/", chosen | more)


def test_each_figure_is_told_right_or_wrong(client):
    site(WORLDS["a rise"])
    answer = send(client)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "3 figures checked: 1 wrong, 2 right. Not checked: names and quotes." in page
    assert '<td class="instead">130</td>' in page
    assert TEXT in page  # in its box, to be changed and sent again


def test_an_older_release_can_be_chosen(client):
    made = site(WORLDS["a rise"])
    page = send(client, release=made.releases[1].pk).content.decode()
    assert f"checked against {made.releases[1]}" in page


def test_only_what_is_public_is_read_and_nothing_is_written(client):
    site(WORLDS["a rise"])
    asked = []

    def watch(execute, sql, params, many, context):
        asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        assert send(client).status_code == 200
    assert {table for sql in asked for table in TABLE.findall(sql)} <= OPEN
    assert [sql for sql in asked if not sql.lstrip("( ").startswith("SELECT")] == []


def test_an_answer_is_kept_by_nobody_and_needs_no_cookie(client):
    site(WORLDS["a rise"])
    answer = send(client)
    assert "no-store" in answer["Cache-Control"] and not answer.cookies
    assert not client.get("/check/").cookies


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"text": ""}, "Paste your text first."),
        ({"text": "68 " * 4000}, "We can check up to 10,000 letters at once."),
        ({"body": "atlantis"}, "Select a valid choice."),
        ({"release": ""}, "This field is required."),
    ],
)
def test_what_cannot_be_checked_is_said_in_a_sentence(client, wrong, sentence):
    site(WORLDS["a rise"])
    answer = send(client, **wrong)
    assert answer.status_code == 400
    assert sentence in answer.content.decode()


def test_more_figures_than_can_be_checked_are_refused_before_any_is(client, monkeypatch):
    site(WORLDS["a rise"])
    judged = []
    monkeypatch.setattr(Basis, "mark", lambda *given: judged.append(given))
    for text, number in (("68 " * 3333, "3,333"), ("68 offences. " * 121, "121")):
        answer = send(client, text=text)
        page = answer.content.decode()
        assert answer.status_code == 400
        assert f"Your text has {number} figures. We can check up to 120 at once." in page
        assert "Send it in parts" in page and text.strip()[:60] in page
    assert judged == []


def test_as_many_figures_as_can_be_checked_are(client):
    site(WORLDS["a rise"])
    assert send(client, text="68 offences. " * 120).status_code == 200
    dated = "On 3 May 2019 they wrote. " * 200  # dates are not judged
    assert send(client, text=f"{dated}68 offences.").status_code == 200


class TestLimit:
    @pytest.fixture(autouse=True)
    def counted(self, settings):
        """A count that begins now, at half past a minute that does not pass."""
        memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
        settings.CACHES = settings.CACHES | {"limits": memory | {"LOCATION": str(uuid4())}}
        site(WORLDS["a rise"])
        with time_machine.travel(HALF_PAST, tick=False) as self.clock:
            yield

    def ask(self, client, times=1, **more) -> list[int]:
        newest = Release.objects.order_by("-number").first()
        form = {"release": newest.pk, "body": "northshire", "text": TEXT}
        return [client.post("/check/", form, **more).status_code for _ in range(times)]

    def test_one_address_may_have_twenty_texts_a_minute_checked(self, client):
        assert set(self.ask(client, 20)) == {200}
        answer = send(client)
        page = answer.content.decode()
        assert (answer.status_code, answer["Retry-After"]) == (429, "30")
        assert "up to 20 texts a minute" in page and "again in 30 seconds" in page
        assert TEXT in page and "no-store" in answer["Cache-Control"]
        assert client.get("/check/").status_code == 200  # reading is free
        assert self.ask(client, REMOTE_ADDR="192.0.2.7") == [200]
        self.clock.shift(30)
        assert self.ask(client) == [200]

    def test_what_a_visitor_writes_of_themselves_makes_nobody_else_of_them(self, client):
        asked = [self.ask(client, HTTP_X_FORWARDED_FOR=f"192.0.2.{n}") for n in range(21)]
        assert asked[-1] == [429]

    def test_behind_a_proxy_visitors_are_told_apart_by_what_it_adds(self, client, settings):
        settings.TRUSTED_PROXIES = 1
        one = [self.ask(client, HTTP_X_FORWARDED_FOR=f"10.0.0.{n}, 192.0.2.1") for n in range(21)]
        assert one[-1] == [429]
        assert self.ask(client, HTTP_X_FORWARDED_FOR="10.0.0.1, 192.0.2.2") == [200]

    def test_an_ipv6_network_is_one_visitor(self, client):
        asked = [self.ask(client, REMOTE_ADDR=f"2001:db8::{n:x}") for n in range(21)]
        assert asked[-1] == [429]
        assert self.ask(client, REMOTE_ADDR="2001:db8:0:1::1") == [200]
        assert self.ask(client, REMOTE_ADDR="") == [200]


def test_a_force_without_a_figure_has_nothing_to_agree_with(client):
    site(WORLDS["no figure"])
    page = send(client, text="Northshire recorded 130 offences in 2018/19.").content.decode()
    assert "right</b>" not in page


def test_text_is_shown_as_text(client):
    site(WORLDS["a rise"])
    page = send(client, text="<script>alert(130)</script>").content.decode()
    assert "<script>alert" not in page and "&lt;script&gt;" in page


def test_before_the_first_release_there_is_nothing_to_check(client):
    assert "nothing to check a text against" in client.get("/check/").content.decode()
    assert ReleasedFigure.objects.count() == 0
    assert send(client).status_code == 400


@pytest.mark.browser
@pytest.mark.parametrize("dark", sampled([False, True], [True]), ids=["light", "dark"])
def test_a_text_is_checked_by_keyboard_without_scripts_and_axe_finds_nothing(
    transactional_db, new_page, axe, dark
):
    site(WORLDS["a rise"])
    page = new_page(width=360, dark=dark, javascript=False)
    page.goto("/check/?force=northshire")
    page.get_by_label("What is counted").select_option(index=0)
    page.get_by_label("Your text").fill(TEXT)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="figure 3, wrong").click()
    assert page.locator("tr:target").inner_text().startswith("3")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    looked = new_page(width=1280, dark=dark)
    looked.goto("/check/?force=northshire")
    looked.get_by_label("Your text").fill(TEXT)
    looked.get_by_role("button", name="Check it").click()
    looked.get_by_role("link", name="figure 3, wrong").wait_for()
    assert axe(looked) == []
