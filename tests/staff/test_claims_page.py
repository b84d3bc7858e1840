"""What may be said: the box for a name, the sentence, and the check of a text."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from offences import press, releases
from offences.counts import mark_checked
from offences.models import AnnualCount, PressRelease, RecordedFigure
from tests import worlds
from tests.worlds import LATER, NOW

OPENS = dt.datetime(2019, 6, 24, 23, 1, tzinfo=dt.UTC)


@pytest.fixture
def w(db):
    w = worlds.World(**worlds.team("officer", "checker", "press", "approver"))
    w.measure = worlds.measure()
    w.round = worlds.round_of(w.measure, years=(2017, 2018))
    w.north, w.south = worlds.force("Northshire"), worlds.force("Southshire")
    for force, old, new in ((w.north, "48", "68"), (w.south, "500", "812")):
        made = worlds.submission(force, w.round, outcome="answered")
        cells = {worlds.cell(w.measure, 2017): old, worlds.cell(w.measure, 2018): new}
        worlds.enter(made, cells, by=w.officer)
        mark_checked(made, by=w.checker, now=LATER)
    w.release = w.released(OPENS)
    return w


def ask(client, user, q: str, **more) -> str:
    client.force_login(user)
    with time_machine.travel(more.pop("at", OPENS)):
        return client.get(reverse("admin:said"), {"q": q, **more}).content.decode()


def test_a_name_leads_to_the_figure_the_sentence_and_what_not_to_say(client, w):
    page = ask(client, w.press, "Northshire Police")
    assert "Northshire: what may be said" in page
    assert "Northshire Police recorded 68 online sexual offences in 2018/19, up from 48" in page
    assert "48 is under 50, so no percentage." in page
    assert "Numbers this small can move this much by chance." in page
    assert "All forces" in page and "880" in page


def test_it_asks_a_fixed_number_of_questions(client, w, django_assert_max_num_queries):
    client.force_login(w.press)
    with time_machine.travel(OPENS), django_assert_max_num_queries(14):
        client.get(reverse("admin:said"), {"q": "northshire"})


def test_a_part_of_a_name_that_fits_two_asks_which(client, w):
    page = ask(client, w.press, "shire")
    assert "Which one?" in page and "Southshire" in page
    assert "No force or nation is called “Atlantis”." in ask(client, w.press, "Atlantis")


def test_all_forces_and_nations_can_be_asked_for(client, w):
    assert "All forces: what may be said" in ask(client, w.press, "all forces")
    assert "880 online sexual offences" in ask(client, w.press, "all forces")


def test_a_nation_without_a_total_says_so(client, w):
    RecordedFigure.objects.create(
        measure=w.measure,
        claim="total",
        body_kind="nation",
        body="Wales",
        year=2016,
        value=300,
        as_written="300",
        document=worlds.publication(),
    )
    later = releases.prepare(
        w.measure,
        title="F",
        year=2018,
        last_round=w.round,
        by=w.officer,
        now=LATER,
        recorded=RecordedFigure.objects.all(),
    )
    worlds.approve(later, by=w.approver, now=LATER, public_at=OPENS)
    page = ask(client, w.press, "Wales")
    assert "has no figure for Wales together in 2018/19." in page


def test_figures_that_are_not_public_yet_say_so_loudly(client, w):
    page = ask(client, w.press, "northshire", at=NOW)
    assert "Not public yet." in page and "25 June 2019, 00:01" in page
    assert "Not public yet." not in ask(client, w.press, "northshire")


def test_only_people_who_see_releases_see_what_may_be_said(client, w):
    client.force_login(worlds.person("Fay New"))
    assert client.get(reverse("admin:said")).status_code == 403


def test_a_text_is_checked_and_nothing_of_it_is_stored(client, w):
    client.force_login(w.press)
    before = (AnnualCount.objects.count(), PressRelease.objects.count())
    with time_machine.travel(OPENS):
        page = client.post(
            reverse("admin:said") + "?q=northshire",
            {"text": "Northshire recorded a record 86 offences, up 42%."},
        ).content.decode()
    assert (
        "3 figures checked: 3 wrong. Not checked: names and quotes." in page
        and "<b>wrong</b>" in page
    )
    assert ">68</td>" in page  # put instead of 86
    assert (AnnualCount.objects.count(), PressRelease.objects.count()) == before


def test_a_text_that_is_too_long_or_empty_is_refused_in_a_sentence(client, w):
    client.force_login(w.press)
    with time_machine.travel(OPENS):
        address = reverse("admin:said") + "?q=northshire"
        assert "Paste a text first." in client.post(address, {"text": ""}).content.decode()
        long = client.post(address, {"text": "68 " * 4000}).content.decode()
    assert "A text of up to 10,000 characters can be checked at once." in long


def test_without_a_release_no_figure_may_be_quoted(client, db):
    page = ask(client, worlds.person("Di Fox", "Press officer"), "northshire")
    assert "No release is approved yet" in page


def test_a_search_for_a_force_leads_here(client, w):
    client.force_login(w.press)
    page = client.get(reverse("admin:find"), {"q": "Northshire"}).content.decode()
    assert f"{reverse('admin:said')}?q=Northshire" in page


@pytest.fixture
def text(w):
    event = worlds.event(w.release)
    press.draft_event(event, by=w.press, now=NOW)
    return PressRelease.objects.get(event=event, body="northshire")


def test_a_draft_is_shown_with_its_figures_checked_against_the_release(client, w, text):
    client.force_login(w.press)
    page = client.get(
        reverse("admin:offences_pressrelease_change", args=[text.pk])
    ).content.decode()
    assert "Saved text, with each figure checked" in page and "May be said" in page
    assert "wrong" not in page[page.index("marked-summary") :].split("</p>")[0]


def test_a_changed_figure_is_shown_to_the_person_who_would_issue_it(client, w, text):
    PressRelease.objects.filter(pk=text.pk).update(
        text=text.text.replace("68", "86"), edited_by=w.press, edited_at=LATER
    )
    client.force_login(w.approver)
    with time_machine.travel(LATER):
        page = client.get(reverse("admin:offences_pressrelease_sign", args=[text.pk]))
    assert "Look again:" in page.content.decode() and "“86” is wrong" in page.content.decode()
    assert "v-mismatch" in page.content.decode()


@pytest.mark.browser
def test_the_page_of_what_may_be_said_is_clean_and_copies_a_sentence(
    transactional_db, w, new_page, log_in, axe
):
    page = new_page(own=True)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    log_in(page, w.press)
    page.goto(reverse("admin:said") + "?q=northshire")
    page.get_by_label("The text").fill("Northshire recorded a record 86 offences, up 42%.")
    page.get_by_role("button", name="Check its figures").click()
    page.get_by_text("3 figures checked").wait_for()
    assert axe(page) == []
    page.get_by_role("button", name="Copy the sentence").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert "68 online sexual offences" in page.evaluate("navigator.clipboard.readText()")
    page.set_viewport_size({"width": 360, "height": 800})
    page.emulate_media(color_scheme="dark")
    page.goto(reverse("admin:said") + "?q=northshire")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
