"""What nobody but the data lead sees: a file that is not looked into yet, and one that tells of
people."""

import datetime as dt
import html
import io
import json
from unittest.mock import patch

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from offences import counts, tasks
from offences.intake import documents
from offences.intake import returns as readings
from offences.intake.returns import uploads
from offences.intake.workbook import UploadDefaults, confirm, preview
from offences.models import AnnualCount, Document, FoiQuery, Reading, SentLetter
from offences.refused import Refused
from offences.returns import ReadFile, read_file
from offences.returns.result import to_document
from tests import worlds
from tests.clients import logged_in
from tests.readings.conftest import PLAIN, workbook
from tests.readings.made import see

pytestmark = pytest.mark.django_db

NAMES = ("Amy Smithson", "Ben Carterton", "Cara Jonesby", "Daniel Wrightly", "Emma Hughesly")
LISTING = (
    ("Offence", "Date recorded", "Victim name", "Age"),
    *(("Sexual assault", f"{i}/05/2018", name, 12) for i, name in enumerate(NAMES, 1)),
)
LABELS = (
    ("Victim name", "2016/17", "2017/18", "2018/19"),
    *((name, 1, 2, f"see {name}") for name in NAMES),
)
SPOILT = workbook(*LISTING)[:-200]


def letter(rows) -> bytes:
    document = docx.Document()
    table = document.add_table(0, len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = str(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def bring(w, data, name="northshire.xlsx", **more) -> Reading:
    return readings.upload(w.submission, data, name, by=w.officer, now=worlds.NOW, **more)


def page_of(reading: Reading) -> str:
    return reverse("admin:offences_foisubmission_reading", args=[reading.submission_id, reading.pk])


def file_of(document: Document) -> str:
    return reverse("admin:offences_document_file", args=[document.pk])


def attach(w, data, name="northshire.xlsx"):
    form = {"kind": "return", "title": name, "published_precision": "day"}
    form["file"] = SimpleUploadedFile(name, data)
    logged_in(w.officer).post(reverse("admin:offences_document_add"), form)
    return Document.objects.get()


class TestPeople:
    @pytest.mark.parametrize(
        ("data", "name"),
        [
            (workbook(*LISTING), "a.xlsx"),
            (letter(LISTING), "a.docx"),
            (workbook(*LABELS), "a.xlsx"),  # a name is a label, and a problem quotes it
        ],
    )
    def test_nothing_of_a_file_that_tells_of_people_is_shown_but_to_the_data_lead(
        self, world, data, name
    ):
        reading = bring(world, data, name)
        for person in (world.officer, world.checker):
            said = logged_in(person).get(page_of(reading)).content.decode()
            assert "held back until the data lead has looked" in said
            assert "The letter to the force" in said
            assert [each for each in NAMES if each.split()[1].casefold() in said.casefold()] == []
        said = logged_in(world.lead).get(page_of(reading)).content.decode()
        assert all(each in said for each in NAMES)

    def test_nothing_is_answered_or_asked_about_it(self, world):
        reading = bring(world, workbook(*LABELS))
        problem = readings.plan_of(reading).problems[0].key
        form = {"edition": 0, "_ask": problem, f"ask-{problem}": "Who?", f"said-{problem}": "Fine."}
        assert logged_in(world.officer).post(page_of(reading), form).status_code == 302
        reading.refresh_from_db()
        assert (reading.edition, FoiQuery.objects.count()) == (0, 0)

    def test_once_cleared_it_is_shown_to_everybody_again(self, world):
        reading = bring(world, workbook(*LABELS))
        documents.clear(reading.document, "Names of towns.", by=world.lead, now=worlds.LATER)
        assert NAMES[0] in logged_in(world.checker).get(page_of(reading)).content.decode()

    def test_the_shell_prints_none_of_its_words(self, world, tmp_path, capsys):
        path = tmp_path / "northshire.xlsx"
        path.write_bytes(workbook(*LABELS))
        call_command("import_return", path, round="2019", force="northshire")
        said = capsys.readouterr().out
        assert json.loads(said)["quarantine"] != []
        assert [each for each in NAMES if each in said] == []


class TestRefusal:
    def test_whoever_asks_for_a_held_back_file_reads_why_and_who_may_open_it(self, world):
        reading = bring(world, letter(LISTING), "northshire.docx")
        document = reading.document
        clear = reverse("admin:offences_document_clear", args=[document.pk])
        seen_on = [reading.submission_id, document.pk, 1]
        picture = reverse("admin:offences_foisubmission_picture", args=seen_on)
        for person in (world.officer, world.checker):
            for address in (file_of(document), clear, picture):
                answer = logged_in(person).get(address)
                page = html.unescape(answer.content.decode())
                assert answer.status_code == 403, address
                assert document.held_back[0] in page
                assert "Only the data lead may open it" in page and "Ask the data lead" in page
                assert "no-store" in answer["Cache-Control"]
                assert [name for name in NAMES if name in page] == []

    def test_the_data_lead_keeps_it_shut_and_says_why(self, world):
        reading = bring(world, letter(LISTING), "northshire.docx")
        clear = reverse("admin:offences_document_clear", args=[reading.document_id])
        lead = logged_in(world.lead)
        assert page_of(reading) in lead.get(clear).content.decode()
        assert "Say what you found" in lead.post(clear, {"shut": "1"}).content.decode()
        assert "northshire.docx" in lead.get("/admin/").content.decode()
        page = lead.post(clear, {"shut": "1", "why": "Names of children."}, follow=True)
        assert "stays shut" in page.content.decode()
        assert "Your decision is stored" in page.content.decode()
        assert 'class="default"' not in page.content.decode()  # nothing to open it by mistake
        found = "It holds people’s data, as the data lead found: Names of children."
        documents.set_held_back_reasons(
            reading.document, ["Sheet “Old” is hidden."]
        )  # it is read once more
        shut = Document.objects.get(pk=reading.document_id)
        assert shut.is_held_back and shut.is_shut
        assert found in logged_in(world.officer).get(page_of(reading)).content.decode()
        assert "Files held back" not in lead.get("/admin/").content.decode()

    def test_a_data_officer_writes_to_the_force_for_a_file_that_was_kept_shut(self, world):
        reading = bring(world, letter(LISTING), "northshire.docx")
        clear = reverse("admin:offences_document_clear", args=[reading.document_id])
        found = {"shut": "1", "why": "Names of children."}
        shown = logged_in(world.lead).post(clear, found, follow=True).content.decode()
        assert "Could you send the file again without these parts?" in shown
        query, officer = FoiQuery.objects.get(), logged_in(world.officer)
        assert query.submission == world.submission and "Names of children" not in query.question
        today = html.unescape(officer.get("/admin/").content.decode())
        assert "“northshire.docx” without people’s data: to be asked, the letter" in today
        assert "its file is kept shut: ask for it again" in today
        assert "a file is read, not stored" not in today
        letters = reverse("admin:offences_foiround_letters", args=[world.round.pk])
        board = reverse("admin:offences_foiround_board", args=[world.round.pk])
        row = officer.get(board).content.decode()
        assert f"{letters}?kind=query&amp;chosen={world.submission.pk}" in row
        page = officer.get(f"{letters}?kind=query").content.decode()
        assert "northshire.docx" in page and "Names of children" not in page
        listed = reverse("admin:offences_foiquery_changelist")
        assert "to be asked: the letter has not been sent" in officer.get(listed).content.decode()
        for day, step in ((-1, "ask for it again"), (1, "another is asked for")):
            at = query.asked_at + dt.timedelta(days=day)  # a letter before it asked something else
            sent = {"reserved_at": at, "started_at": at, "sent_at": at, "number": day + 2}
            by = {"reserved_by": world.officer, "to": "foi@north.example"}
            SentLetter.objects.create(submission=world.submission, kind="query", **sent, **by)
            assert f"its file is kept shut{':' if day < 0 else ','} {step}" in html.unescape(
                officer.get("/admin/").content.decode()
            )
        assert "; waits for the force" in officer.get(listed).content.decode()

    def test_a_file_that_the_lead_alone_could_open_is_asked_for_without_a_reason_of_ours(
        self, world
    ):
        reading = bring(world, SPOILT, "northshire.xlsx")
        clear = reverse("admin:offences_document_clear", args=[reading.document_id])
        logged_in(world.lead).post(clear, {"shut": "1", "why": "It lists children."})
        assert "meant to disclose. Only" in FoiQuery.objects.get().question

    def test_a_damaged_file_needs_no_data_lead(self, world):
        reading = bring(world, SPOILT, "northshire.xlsx")
        lead, officer = logged_in(world.lead), logged_in(world.officer)
        assert "northshire.xlsx" not in lead.get("/admin/").content.decode()
        words = "It cannot be opened: ask the force for it again"
        assert words in officer.get(page_of(reading)).content.decode()
        ask = reverse("admin:offences_document_damaged", args=[reading.document_id])
        assert logged_in(world.checker).post(ask).status_code == 403
        letters = officer.post(ask, follow=True).content.decode()
        assert "Could you send it again?" in letters and 'value="Send"' in letters
        assert "damaged on its way" in FoiQuery.objects.get().question

    def test_only_the_data_lead_decides_about_a_file_that_can_be_opened(self, world):
        reading = bring(world, workbook(*LISTING))
        assert "northshire.xlsx" in logged_in(world.lead).get("/admin/").content.decode()
        ask = reverse("admin:offences_document_damaged", args=[reading.document_id])
        shown = logged_in(world.officer).post(ask, follow=True)
        assert "Only the data lead can decide" in shown.content.decode()
        assert not FoiQuery.objects.exists()

    def test_a_damaged_file_is_asked_for_again_and_nobody_is_accused(self, world):
        reading = bring(world, SPOILT, "northshire.xlsx")
        clear = reverse("admin:offences_document_clear", args=[reading.document_id])
        lead, officer = logged_in(world.lead), logged_in(world.officer)
        page = lead.get(clear).content.decode()
        assert "It cannot be opened: ask the force for it again" in page
        assert "named above" not in page
        shown = lead.post(clear, {"damaged": "1", "why": ""}, follow=True).content.decode()
        assert "Could you send it again?" in shown
        assert "disclose" not in shown and "It holds people’s data" not in shown
        today = html.unescape(officer.get("/admin/").content.decode())
        assert "“northshire.xlsx”, which cannot be opened: to be asked, the letter" in today
        assert "people’s data" not in today
        read = officer.get(page_of(reading)).content.decode()
        assert "This file cannot be opened" in read and "people’s data" not in read

    def test_a_cleared_file_that_nothing_can_open_is_not_called_readable(self, world):
        reading = bring(world, SPOILT)
        clear = reverse("admin:offences_document_clear", args=[reading.document_id])
        said = logged_in(world.lead).post(clear, {"why": "It is empty."}, follow=True)
        said = said.content.decode()
        assert "It still cannot be read: ask the force to send it again." in said
        assert "It can be read and opened." not in said

    def test_the_data_lead_is_led_to_clear_it(self, world):
        reading = bring(world, letter(LISTING), "northshire.docx")
        seen_on = [reading.submission_id, reading.document_id, 1]
        lead = logged_in(world.lead)
        page = lead.get(reverse("admin:offences_foisubmission_picture", args=seen_on))
        clear = reverse("admin:offences_document_clear", args=[reading.document_id])
        assert page.status_code == 403 and clear in page.content.decode()
        assert lead.get(file_of(reading.document)).status_code == 200


class TestNotLookedInto:
    def test_a_file_is_closed_until_it_is_read(self, world):
        reading = readings.store_upload(
            world.submission, workbook(*PLAIN), "a.xlsx", by=world.officer, now=worlds.NOW
        )
        checker = logged_in(world.checker)
        paper = reverse("admin:offences_foisubmission_paper", args=[world.submission.pk])
        assert checker.get(file_of(reading.document)).status_code == 403
        assert "Sexual assault" not in checker.get(paper).content.decode()
        tasks.read_files([reading.document_id])
        assert checker.get(file_of(reading.document)).status_code == 200
        assert "Sexual assault" in checker.get(paper).content.decode()

    def test_nobody_clears_it_before_it_is_read(self, world):
        document = readings.store_file(workbook(*PLAIN), "a", by=world.officer, now=worlds.NOW)
        with pytest.raises(Refused, match="not been read yet"):
            documents.clear(document, "Fine.", by=world.lead, now=worlds.LATER)

    @pytest.mark.parametrize(
        ("data", "name"),
        [
            (workbook(*LISTING), "northshire.xls"),  # a workbook under another's name
            (SPOILT, "northshire.xlsx"),
            (b"PK", "northshire.zip"),
            (
                b"Content-Type: application/zip; name=a.zip\n"
                b"Content-Disposition: attachment; filename=a.zip\n\nx",
                "letter.eml",
            ),
        ],
    )
    def test_what_cannot_be_opened_is_held_back(self, world, data, name):
        reading = bring(world, data, name)
        assert reading.document.held_back == ["Nobody could look into it."]
        said = logged_in(world.officer).get(page_of(reading)).content.decode()
        assert "upload it again with the password" in said
        assert "The letter to the force" not in said

    def test_a_file_that_takes_too_long_is_held_back(self, world):
        with patch("offences.returns.run_limited", return_value=None):
            found = to_document(read_file(workbook(*LISTING), "a.xlsx"))
        assert (found["unopened"], found["quarantine"]) == (True, ["Nobody could look into it."])

    @pytest.mark.parametrize(
        ("data", "name"),
        [
            (b"\x89PNG\r\n\x1a\n", "scan.png"),
            (b"Subject: your request\n\nSeventeen.", "letter.eml"),
        ],
    )
    def test_a_picture_and_a_plain_e_mail_hide_nothing(self, world, data, name):
        assert not bring(world, data, name).document.is_held_back

    def test_under_its_right_name_it_is_read_anew(self, world):
        data = workbook(*PLAIN)
        first = bring(world, data, "northshire.xls")
        again = bring(world, data, "northshire.xlsx")
        assert again == first
        assert (again.name, again.document.held_back) == ("northshire.xlsx", [])
        assert len(readings.plan_of(again).rows) == 12

    def test_what_was_cleared_unseen_is_held_back_when_it_turns_out_to_tell_of_people(self, world):
        data = workbook(*LISTING)
        document = bring(world, data, "northshire.xls").document
        documents.clear(document, "Fine.", by=world.lead, now=worlds.LATER)
        assert bring(world, data, "northshire.xls").document.is_held_back is False
        assert bring(world, data, "northshire.xlsx").document.is_held_back

    def test_a_wrong_password_takes_nothing_away(self, world):
        reading = bring(world, workbook(*LISTING))
        why, found = reading.document.held_back, reading.document.seen.found
        locked = ReadFile("a.xlsx", unopened=True, held_back=("Locked.",))
        uploads.save_read(reading.document, locked, worlds.LATER)
        reading = Reading.objects.get()
        assert (reading.document.held_back, reading.document.seen.found) == (why, found)

    def test_a_file_attached_by_hand_is_looked_into_too(self, world):
        document = attach(world, workbook(*LISTING))
        assert "looks like people's names" in document.held_back[0]
        assert logged_in(world.checker).get(file_of(document)).status_code == 403

    def test_a_harmless_one_is_open_at_once(self, world):
        document = attach(world, workbook(*PLAIN))
        assert logged_in(world.checker).get(file_of(document)).status_code == 200

    def test_a_large_one_waits_for_the_worker(self, world):
        with patch("offences.admin.document.LARGE", 100):
            document = attach(world, workbook(*PLAIN))
        assert document.held_back == [documents.NOT_READ]
        worlds.work()
        document.refresh_from_db()
        assert document.held_back == []

    def test_a_lost_file_is_told_of(self, world):
        reading = readings.store_upload(
            world.submission, workbook(*PLAIN), "a.xlsx", by=world.officer, now=worlds.NOW
        )
        reading.document.file.storage.delete(str(reading.document.file))
        tasks.read_files([reading.document_id])
        said = logged_in(world.officer).get(page_of(reading), follow=True).content.decode()
        assert "stored file is missing" in said


class TestTheCheckedMark:
    def checked(self, w):
        worlds.enter(w.submission, {w.cell(2017): "22"}, w.officer)
        counts.mark_checked(w.submission, by=w.checker, now=worlds.NOW)

    def test_a_new_file_takes_it_away_and_says_so(self, world):
        self.checked(world)
        address = reverse("admin:offences_foisubmission_upload", args=[world.submission.pk])
        file = SimpleUploadedFile("northshire.xlsx", workbook(*PLAIN))
        said = logged_in(world.officer).post(address, {"file": file}, follow=True)
        world.submission.refresh_from_db()
        assert world.submission.checked_at is None
        assert "is no longer marked as checked" in said.content.decode()

    def test_the_same_file_again_does_not(self, world):
        book = workbook(*PLAIN)  # once: a workbook holds the second in which it was made
        bring(world, book, see=see)
        self.checked(world)
        bring(world, book, see=see)
        world.submission.refresh_from_db()
        assert world.submission.checked_at


class TestOddWords:
    def test_what_no_database_keeps_is_left_out(self, world):
        document = bring(world, workbook(*PLAIN), see=see).document
        odd = ("a\0b", "\\u0000", "half \ud800 a sign", "\U0001f600")
        uploads.save_read(document, ReadFile("a.xlsx", hidden=odd), worlds.LATER)
        document.refresh_from_db()
        hidden = document.seen.found["hidden"]
        assert hidden == ["ab", "\\u0000", "half ? a sign", "\U0001f600"]

    def test_a_question_without_an_end_is_refused_and_a_nul_is_left_out(self, world):
        reading = bring(world, workbook(*PLAIN[:-1], ("Total", 31, 41, 999)), see=see)
        made = readings.plan_of(reading)
        problem = made.problems[0]
        person = {"by": world.officer, "now": worlds.LATER}
        with pytest.raises(Refused, match="2,000 characters at most"):
            readings.ask_force(made, problem.key, "x" * 2001, **person)
        assert readings.ask_force(made, problem.key, "Is 999\0 meant?", **person).question == (
            "Is 999 meant?"
        )
        answers = made.answers.with_explanation(problem.key, "a\0b").with_correction(
            "Data!B2", "1\0"
        )
        assert (answers.explanations, answers.corrections) == (
            {problem.key: "ab"},
            {"Data!B2": "1"},
        )

    def test_a_name_without_a_letter_is_kept_under_another(self, world):
        document = readings.store_file(b"a,b", "？？", by=world.officer, now=worlds.NOW)
        assert (document.title, document.file.read()) == ("？？", b"a,b")


def test_the_bytes_of_a_held_file_get_no_counts_in_by_the_other_import(world):
    rows = (("force", "category", "year", "value"), ("Northshire", "Total", "2018/19", 5))
    data = workbook(*((*row, "x") for row in rows), hide=["E"])
    readings.store_file(data, "northshire.xlsx", by=world.officer, now=worlds.NOW)
    given = UploadDefaults("2019", "online", "")
    shown = preview(data, "a.xlsx", given, by=world.officer, now=worlds.NOW)
    with pytest.raises(Refused, match="held back until the data lead has looked"):
        confirm(data, "a.xlsx", given, shown.fingerprint, by=world.officer, now=worlds.NOW)
    assert not AnnualCount.objects.exists()


def test_a_master_with_a_hidden_column_is_stored_and_its_file_waits_for_the_data_lead(world):
    rows = (("force", "category", "year", "value"), ("Northshire", "Total", "2018/19", 5))
    data = workbook(*((*row, "x") for row in rows), hide=["E"])
    given = UploadDefaults("2019", "online", "")
    shown = preview(data, "a.xlsx", given, by=world.officer, now=worlds.NOW)
    _, document = confirm(
        data, "a.xlsx", given, shown.fingerprint, by=world.officer, now=worlds.NOW
    )
    assert document is not None
    assert AnnualCount.objects.get().value == 5
    assert document.is_held_back
