"""A draft leaves as a Word file, comes back edited, and is saved as an edit to review."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from offences import press
from offences.intake.papers import read_edited_text
from offences.models import PressRelease
from offences.press.blocks import as_lines
from offences.press.pack import draft_file
from offences.refused import Refused
from tests import rows, worlds
from tests.press.test_corrections import left  # noqa: F401
from tests.releases.conftest import world  # noqa: F401
from tests.worlds import NOW

pytestmark = pytest.mark.usefixtures("read_here")

PAGE = "admin:offences_pressrelease_read_word"


@pytest.fixture
def drafted(world):  # noqa: F811
    """An event whose texts are drafted and not issued: Northshire's 68, up from 48."""

    def make(w=world):
        w.press = worlds.person("Di Fox", "Press officer")
        w.answer(w.north, {2017: "48", 2018: "68"})
        w.answer(w.south, {2017: "30", 2018: "40"})
        press.draft_event(worlds.event(w.approved()), by=w.press, now=NOW)
        w.text = PressRelease.objects.get(body="northshire")
        return w

    return rows.kept("press, word files", make)


def edited(text, change=lambda document: None) -> bytes:
    """The file of a text, as it comes back after somebody changed it."""
    document = Document(io.BytesIO(draft_file(text)))
    change(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def put(before, after):
    """Type other words into the first paragraph that has these."""

    def change(document):
        paragraph = next(p for p in document.paragraphs if before in p.text)
        paragraph.text = paragraph.text.replace(before, after)

    return change


def tracked(paragraph, kind: str, words: str) -> None:
    """Words at the end of a paragraph as Word stores them with changes tracked."""
    change, run = OxmlElement(f"w:{kind}"), OxmlElement("w:r")
    change.set(qn("w:author"), "Ed")
    part = OxmlElement("w:t" if kind == "ins" else "w:delText")
    part.text = words
    part.set(qn("xml:space"), "preserve")
    run.append(part)
    change.append(run)
    paragraph._p.append(change)


def sent(w, data: bytes, name="back.docx", person=None, **more):
    client = Client()
    client.force_login(person or w.press)
    return client.post(reverse(PAGE), {"file": SimpleUploadedFile(name, data), **more})


def test_a_file_that_nobody_changed_is_the_text_as_it_is(drafted):
    for text in PressRelease.objects.all():
        found = read_edited_text(edited(text), "back.docx")
        assert found.mark == f"conference/{text.body}"
        assert found.headline == text.headline
        assert as_lines(found.text) == as_lines(text.text)
    page = sent(drafted, edited(drafted.text)).content.decode()
    assert "has the text as it is here" in page and "Save as an edit" not in page


def test_what_was_changed_is_shown_traced_and_saved_as_an_edit_that_takes_signatures_back(drafted):
    worlds.sign([drafted.text], drafted.approver)
    data = edited(drafted.text, put("68", "86"))
    answer = sent(drafted, data)
    page = answer.content.decode()
    assert "<s>68</s>" in page and "<u>86</u>" in page
    assert "86" in [figure.text for figure in answer.context["marked"].wrong]
    drafted.text.refresh_from_db()
    assert "86" not in drafted.text.headline + drafted.text.text  # nothing is saved yet
    found = answer.context["found"]
    form = {"of": drafted.text.pk, "seen": answer.context["seen"], "save": "1"}
    form |= {"headline": found.headline, "text": found.text}
    client = Client()
    client.force_login(drafted.press)
    assert client.post(reverse(PAGE), form).status_code == 302
    drafted.text.refresh_from_db()
    assert "86" in drafted.text.headline + drafted.text.text
    assert drafted.text.edited_by == drafted.press and drafted.text.issued_at is None
    assert drafted.text.editors.get() == drafted.press
    (state,) = press.states_of(drafted.text.event, [drafted.text])
    assert state.taken_back and not state.signed


def test_a_text_that_a_colleague_changed_meanwhile_is_not_saved_over(drafted):
    answer = sent(drafted, edited(drafted.text, put("68", "86")))
    found = answer.context["found"]
    drafted.text.headline = "Northshire: another headline"
    press.save_edits(drafted.text, by=drafted.press, now=NOW)
    form = {"of": drafted.text.pk, "seen": answer.context["seen"], "save": "1"}
    form |= {"headline": found.headline, "text": found.text}
    client = Client()
    client.force_login(drafted.press)
    assert "was changed after you opened it" in client.post(reverse(PAGE), form).content.decode()
    drafted.text.refresh_from_db()
    assert drafted.text.headline == "Northshire: another headline"


def test_an_edit_is_stored_whole_or_not_at_all(drafted, monkeypatch):
    answer = sent(drafted, edited(drafted.text, put("68", "86")))
    found = answer.context["found"]
    form = {"of": drafted.text.pk, "seen": answer.context["seen"], "save": "1"}
    form |= {"headline": found.headline, "text": found.text}

    def broken(*_):
        raise Refused("No log.")

    monkeypatch.setattr("offences.staff.press.word_files.log_change", broken)
    client = Client()
    client.force_login(drafted.press)
    client.post(reverse(PAGE), form)
    drafted.text.refresh_from_db()
    assert drafted.text.edited_at is None and not drafted.text.editors.exists()


def test_an_issued_text_takes_no_edit(left):  # noqa: F811
    text = left.text.press_release
    text.headline, was = "Northshire: another headline", text.headline
    with pytest.raises(Refused, match="is issued, so it stays as it is"):
        press.save_edits(text, by=left.press, now=NOW)
    text.refresh_from_db()
    assert (text.headline, text.editors.count()) == (was, 0)


def test_tracked_changes_are_both_there_and_taken_as_they_were_meant(drafted):
    def change(document):
        paragraph = next(p for p in document.paragraphs if "68" in p.text)
        tracked(paragraph, "ins", " It was a bad year.")
        tracked(paragraph, "del", " Not this.")

    found = read_edited_text(edited(drafted.text, change), "back.docx")
    assert "It was a bad year." in found.headline + found.text and "Not this." not in found.text
    assert (found.inserted, found.deleted) == (["It was a bad year."], ["Not this."])


def test_lists_headings_and_what_stands_behind_the_text(drafted):
    def change(document):
        document.add_paragraph("A new point", style="List Bullet")
        document.add_heading("Figures by year", level=2)
        document.add_paragraph("No part of the text")

    found = read_edited_text(edited(drafted.text, change), "back.docx")
    assert as_lines(found.text)[-1] == "- A new point"


def test_a_file_that_does_not_say_which_text_it_is_asks_for_it(drafted):
    def change(document):
        document.core_properties.keywords = ""
        put("68", "86")(document)

    data = edited(drafted.text, change)
    assert "Choose the text" in sent(drafted, data).content.decode()
    assert "<u>86</u>" in sent(drafted, data, text=drafted.text.pk).content.decode()


def test_an_issued_text_stays_as_it_is(left):  # noqa: F811
    data = edited(left.text.press_release, put("68", "86"))
    assert "is issued, so it stays as it is" in sent(left, data).content.decode()


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"", "back.docx", "empty"),
        (b"Dear all, 86", "back.txt", "not a Word document"),
        (b"PK\x03\x04broken", "back.docx", "is damaged"),
        (b"%PDF-1.7", "back.docx", "not a Word document"),
    ],
)
def test_a_file_that_is_no_text_of_ours_gets_a_sentence(data, name, why):
    with pytest.raises(Refused, match=why):
        read_edited_text(data, name)


def test_a_document_without_a_headline_says_how_to_give_it_one(drafted):
    def change(document):
        for paragraph in document.paragraphs:
            paragraph.style = "Normal"

    with pytest.raises(Refused, match="Heading 1"):
        read_edited_text(edited(drafted.text, change), "back.docx")


def test_who_may_not_edit_a_text_reads_no_file_in(drafted):
    assert sent(drafted, edited(drafted.text), person=drafted.checker).status_code == 403
