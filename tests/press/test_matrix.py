"""The page of all texts of an event, and the editor of one."""

import html
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from offences import press
from offences.models import CampaignEvent, Force, MediaContact, PressRelease, TextReview
from offences.press import text_checks
from tests.press.signing_world import revise, signing_world
from tests.worlds import NOW


@pytest.fixture
def w(db, time_machine):
    time_machine.move_to(NOW, tick=False)
    return signing_world()


def as_(user):
    client = Client()
    client.force_login(user)
    return client


def matrix(w):
    return reverse("admin:offences_campaignevent_texts", args=[w.event.pk])


def editor(w, body="northshire"):
    return reverse("admin:offences_pressrelease_change", args=[w.text(body).pk])


def rows(w, user=None, group="clean"):
    page = as_(user or w.approver).get(matrix(w))
    return {row.state.text.body: row for row in page.context[group]}


def test_the_page_has_a_row_for_each_text_those_with_a_warning_first(w):
    w.edit("recorded 90 online", "recorded 99 online")
    warnings = rows(w, group="warnings")
    assert list(warnings) == ["northshire", "eastshire"]
    assert warnings["northshire"].found == "1 wrong"
    assert warnings["eastshire"].found.startswith("Safeguarding first: “8”")
    row = rows(w)["westshire"]
    assert (row.change, row.beneath, row.found[:4]) == ("up 36", "from 30", "All ")
    assert row.stage == "draft" and row.holder == "Ann Lee"
    assert list(rows(w, group="national")) == ["national"]


def test_the_page_asks_the_database_six_times_besides_who_asks(w):
    client, user = as_(w.approver), 3  # the session, the account, what it may do
    client.get(matrix(w))
    with CaptureQueriesContext(connection) as asked:
        client.get(matrix(w))
    assert len(asked) <= 6 + user


def test_what_older_code_found_in_a_text_is_not_believed_but_looked_for_again(w, monkeypatch):
    rows(w)
    found = PressRelease.objects.get(pk=w.text("westshire").pk).checked
    assert found["key"] and not found["discloses"]
    monkeypatch.setattr(text_checks, "find_disclosures", lambda *_: ["It tells a hidden number."])
    assert "westshire" in rows(w), "the same code does not look twice"
    monkeypatch.setattr(text_checks, "edition", lambda: "of newer code")
    assert rows(w, group="warnings")["westshire"].found.startswith("It tells a hidden number.")


def test_an_angle_is_chosen_for_one_text_and_for_all(w):
    client, text = as_(w.press), w.text()
    assert [id for id, _ in text.angles] == ["fraction", "rise", "count"]
    client.post(matrix(w), {"angle": f"{text.pk}:count"})
    assert w.text().leads == "count" and "up by half" not in w.text().text
    assert w.text("westshire").leads == "multiple"
    client.post(matrix(w), {"all": "count", "choose": ""})
    assert CampaignEvent.objects.get().angle == "count"
    assert w.text("westshire").leads == "count"
    client.post(matrix(w), {"angle": f"{text.pk}:multiple"})
    assert w.text().leads == "count"  # its figures do not allow that one


def test_an_angle_of_an_edited_text_stays_and_only_press_officers_choose(w):
    w.edit("ENDS", "Thank you.\n\nENDS")
    as_(w.press).post(matrix(w), {"angle": f"{w.text().pk}:count"})
    assert w.text().leads == "fraction"
    answer = as_(w.approver).post(matrix(w), {"angle": f"{w.text('westshire').pk}:count"})
    assert answer.status_code == 403 and w.text("westshire").leads == "multiple"


def test_a_wrong_figure_is_put_right_by_its_button_and_nothing_else_changes(w):
    w.edit("recorded 90 online", "recorded 99 online")
    page = as_(w.press).get(editor(w))
    wrong = next(row for row in page.context["marked"].rows if row.figure.verdict == "mismatch")
    assert "Put instead" in page.content.decode()
    text = w.text()
    form = {"headline": text.headline, "text": text.text, "seen": press.text_fingerprint(text)}
    as_(w.press).post(editor(w), form | {"put": wrong.number})
    assert w.text().text == w.text().drafted_text
    gone = form | {"seen": press.text_fingerprint(w.text()), "text": w.text().text, "put": "99"}
    said = as_(w.press).post(editor(w), gone).content.decode()
    assert "not there any more" in said


def test_the_editor_offers_no_locked_words_for_change_and_stores_the_rest(w):
    text, page = w.text(), as_(w.press).get(editor(w)).content.decode()
    boxes = [
        html.unescape(each)
        for each in re.findall(r"<textarea[^>]*>\n(.*?)</textarea>", page, re.DOTALL)
    ]
    locked = press.locked_words(text, text.event)
    assert len(locked) > 3 and not [each for each in locked for box in boxes if each in box]
    parts = press.parts_of(text.text, locked)
    assert "".join(part.words for part in parts) == text.text
    assert [part.words for part in parts if not part.is_locked] == boxes
    sent = [part.words.replace("recorded 90 ", "have recorded 90 ") for part in parts]
    form = {"headline": text.headline, "text": sent, "seen": press.text_fingerprint(text)}
    as_(w.press).post(editor(w), form)
    assert w.text().text == text.text.replace("recorded 90 ", "have recorded 90 ")
    assert w.state().check.altered == []
    sent = ["" if part.is_locked else part.words for part in parts]  # a forged form
    form |= {"text": sent, "seen": press.text_fingerprint(w.text())}
    as_(w.press).post(editor(w), form)
    assert w.state().check.altered == locked


def test_what_is_typed_is_checked_and_not_stored(w):
    text = w.text()
    check = reverse("admin:offences_pressrelease_check", args=[text.pk])
    typed = text.text.replace("recorded 90 online", "recorded 99 online")
    said = as_(w.press).post(check, {"headline": text.headline, "text": typed}).content.decode()
    assert "“99” is wrong." in said and "<q>90</q>" in said
    assert PressRelease.objects.get(pk=text.pk).text == text.text
    assert as_(w.press).post(check, {"headline": "x", "text": "y" * 10_001}).status_code == 400
    assert as_(w.approver).post(check, {}).status_code == 403


def test_the_editor_shows_what_changed_who_signed_the_cells_and_what_was_said(w):
    w.sign("data")
    press.review(w.text(), "comment", by=w.press, now=NOW, words="Is it so?")
    w.edit("from 60 a year earlier", "from the 60 of a year earlier")
    page = as_(w.press).get(editor(w))
    said = page.content.decode()
    assert page.context["places"] == 2 and "<ins>" in said
    assert "taken back: the text changed" in said and "Is it so?" in said
    assert any(row.cells for row in page.context["sheet"])


def test_a_newer_release_is_said_where_a_signed_text_is_no_longer_true(w):
    w.edit("from 60 a year earlier", "from the 60 of a year earlier")
    w.sign("data")
    revise(w)
    row = rows(w, group="warnings")["northshire"]
    assert row.mark == "no" and "wrong" in row.found
    cell = next(each for each in row.cells if each.letter == "D")
    assert (cell.kind, cell.when) == ("w", "taken back: a figure, a caveat or the notice changed")


def test_the_event_follows_the_release_that_replaces_its_own_and_so_do_its_drafts(w):
    w.edit("ENDS", "Thank you.\n\nENDS", "southshire")
    w.sign("data")
    first = w.release
    revise(w)
    CampaignEvent.objects.update(release=first)
    assert "Rest on release" not in as_(w.officer).get(matrix(w)).content.decode()
    page = as_(w.press).get(matrix(w)).content.decode()
    assert "Release 2 replaces" in page and "Rest on release 2" in page
    assert as_(w.officer).post(matrix(w), {"rest": "2"}).status_code == 403
    as_(w.press).post(matrix(w), {"rest": "1"})
    assert CampaignEvent.objects.get().release == first
    as_(w.press).post(matrix(w), {"rest": "2"})
    w.event = CampaignEvent.objects.get()
    assert w.event.release.number == 2 and "recorded 95 " in w.text().text
    assert not w.state().signed and list(w.state().taken_back) == ["data"]
    assert "Thank you." in w.text("southshire").text
    assert "Rest on release" not in as_(w.press).get(matrix(w)).content.decode()


def test_rows_are_ticked_to_be_signed_together_and_to_be_sent(w):
    page = as_(w.officer).get(matrix(w)).content.decode()
    boxes = re.findall(r'name="text" value="(\d+:\w+)" form="together"', page)
    assert len(boxes) == 4
    as_(w.officer).post(matrix(w), {"together": "data", "looked": "on", "text": boxes[:2]})
    assert TextReview.objects.filter(kind="approved").count() == 2
    w.approve_words()
    for body in ("northshire", "westshire"):
        for role in w.state(body).missing:
            w.sign(role, body)
        press.issue(w.text(body), by=w.approver, now=NOW)
    page = as_(w.press).get(matrix(w)).content.decode()
    assert re.findall(r'name="place" value="(\w+)" form="send"', page) == [
        "northshire",
        "westshire",
    ]
    for body in ("northshire", "westshire"):
        desk = MediaContact.objects.create(outlet=body, email=f"{body}@example.org")
        desk.forces.set([Force.objects.get(slug=body)])
    send = reverse("admin:offences_campaignevent_send", args=[w.event.pk])
    page = as_(w.press).get(send, {"place": "westshire"}).content.decode()
    assert page.count('name="text"') == 2 and page.count(" checked>") == 1
