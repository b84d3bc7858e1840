"""A text that anyone holds against the public figures."""

import pytest
from django.db import connection

from offences.models import Release, ReleasedFigure
from tests.path.test_public_tables import OPEN, TABLE
from tests.public.awkward import WORLDS, site

pytestmark = pytest.mark.django_db
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
    assert f"by {made.releases[1]}" in page


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
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
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
    assert axe(looked) == []
