"""A file that came is kept as it came, read, and held back where it may hold too much."""

from dataclasses import replace
from unittest.mock import patch

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.urls import reverse

from offences import tasks
from offences.intake import documents
from offences.intake import returns as readings
from offences.intake.returns import uploads
from offences.models import Category, CategorySpelling, Document, FoiQuery, Reading
from offences.refused import Refused
from offences.returns.result import to_document
from tests import worlds
from tests.clients import logged_in
from tests.readings.conftest import PLAIN, workbook
from tests.readings.made import see

pytestmark = pytest.mark.django_db


def bring(w, data=None, name="northshire.xlsx", **more):
    data = workbook(*PLAIN) if data is None else data
    return readings.upload(w.submission, data, name, by=w.officer, now=worlds.NOW, **more)


def held_back(*given):
    return replace(see(*given), held_back=("Sheet “Old” is hidden.",))


def test_it_is_kept_byte_by_byte_with_its_submission(world):
    data = workbook(*PLAIN)
    document = bring(world, data, see=see).document
    assert document.file.read() == data
    assert [*world.submission.documents.all()] == [document]
    assert (document.kind, document.added_by, document.size) == ("return", world.officer, len(data))


def test_the_reader_of_the_server_sees_the_same_as_in_this_process(world):
    data = workbook(*PLAIN)
    found = bring(world, data).document.seen.found
    own = to_document(see(data, "northshire.xlsx"))
    assert {name: found[name] for name in ("tables", "problems", "sheets")} == {
        name: own[name] for name in ("tables", "problems", "sheets")
    }


def test_one_file_of_a_joint_office_is_one_document_of_two_submissions(world):
    data = workbook(*PLAIN)
    other = worlds.submission(worlds.force("Southshire"), world.round)
    first = bring(world, data, see=see)
    second = readings.upload(other, data, "b.xlsx", by=world.officer, now=worlds.NOW, see=see)
    assert first.document == second.document
    assert first != second
    assert len(Document.objects.all()) == 1


@pytest.mark.parametrize(
    ("data", "why"), [(b"", "is empty"), (b"x" * (uploads.LARGEST + 1), "larger than 25 MB")]
)
def test_an_empty_or_enormous_file_is_refused_and_leaves_nothing(world, data, why):
    with pytest.raises(Refused, match=why):
        bring(world, data, see=see)
    assert not Document.objects.exists()
    assert not Reading.objects.exists()


def test_a_file_that_was_read_is_not_read_again_without_a_password(world):
    data, asked = workbook(*PLAIN), []

    def note(data, name, password):
        asked.append(password)
        return see(data, name)

    for password in ("", "", "open sesame"):
        bring(world, data, see=note, password=password)
    assert asked == ["", "open sesame"]
    assert "open sesame" not in str([*Reading.objects.values(), *Document.objects.values()])


def test_a_file_that_may_hold_too_much_is_held_back(world):
    reading = bring(world, see=held_back)
    assert reading.document.is_held_back
    assert reading.document.held_back == ["Sheet “Old” is hidden."]
    assert "data lead" in readings.plan_of(reading).why_not


def test_what_the_data_lead_cleared_stays_cleared_when_it_is_read_again(world):
    reading = bring(world, see=held_back)
    documents.clear(reading.document, "Last year’s figures.", by=world.lead, now=worlds.NOW)
    again = held_back(workbook(*PLAIN), "again.xlsx")
    uploads.save_read(reading.document, again, worlds.LATER)
    reading.document.refresh_from_db()
    assert not reading.document.is_held_back


def test_only_the_data_lead_clears_a_file_once_and_in_words(world):
    document = bring(world, see=held_back).document
    for by, why, told in (
        (world.officer, "Fine.", "Only the data lead"),
        (world.checker, "Fine.", "Only the data lead"),
        (world.lead, " ", "Say what you found"),
    ):
        with pytest.raises(Refused, match=told):
            documents.clear(document, why, by=by, now=worlds.NOW)
    assert document.is_held_back
    documents.clear(document, "Fine.", by=world.lead, now=worlds.NOW)
    with pytest.raises(Refused, match="no longer held back"):
        documents.clear(document, "Fine.", by=world.lead, now=worlds.LATER)
    assert document.cleared_at == worlds.NOW


def test_bytes_whose_record_cannot_be_written_do_not_stay(world, media):
    before = {path for path in media.rglob("*") if path.is_file()}
    with (
        patch.object(Document, "save", side_effect=[None, OSError("the disk is full")]),
        pytest.raises(OSError, match="full"),
    ):
        document, _ = documents.record(
            b"x", "a.xlsx", kind="return", title="a", by=world.officer, now=worlds.NOW
        )
        documents.write(document, b"x")
    assert {path for path in media.rglob("*") if path.is_file()} == before


def test_the_bytes_stand_under_the_name_that_the_record_says(world):
    document = bring(world, see=see, name="n.xlsx").document
    assert default_storage.exists(str(Document.objects.get(pk=document.pk).file))


class TestRecords:
    """What no page and no import can write."""

    def refused(self, make, **fields):
        with pytest.raises(IntegrityError), transaction.atomic():
            make(**fields)

    @pytest.mark.parametrize("own", [True, False])
    def test_a_label_is_remembered_once_for_a_force_or_for_all(self, world, own):
        force = world.force if own else None
        same = {"measure": world.measure, "role": "offence", "force": force}
        CategorySpelling.objects.create(spelling="Groping", **same)
        self.refused(CategorySpelling.objects.create, spelling="GROPING.", **same)

    def test_a_label_that_says_nothing_has_no_category(self, world):
        self.refused(
            CategorySpelling.objects.create,
            measure=world.measure,
            role="other",
            spelling="All",
            is_plain=True,
            category=Category.objects.first(),
        )

    def test_a_query_is_about_a_whole_count_and_answered_in_words_afterwards(self, world):
        document = bring(world, see=see).document
        asked = {
            "submission": world.submission,
            "document": document,
            "what": "Total",
            "question": "What is meant?",
            "asked_by": world.officer,
            "asked_at": worlds.LATER,
        }
        answered = {"answered_by": world.officer, "answered_at": worlds.LATER}
        for wrong in (
            {"year": 2018},
            {"year": 2018, "measure": world.measure},
            {"answered_at": worlds.LATER, "answer": "Five."},
            {**answered, "answer": ""},
            {**answered, "answer": "Five.", "answered_at": worlds.NOW},
        ):
            self.refused(FoiQuery.objects.create, **asked | wrong)
        FoiQuery.objects.create(**asked, **answered, answer="Five.")


def test_a_file_at_which_the_program_fails_stops_none_of_the_others(world, monkeypatch):
    data = [workbook(*PLAIN, title=title) for title in ("One", "Two", "Three")]
    files = [
        readings.store_file(each, f"{n}.xlsx", by=world.officer, now=worlds.NOW)
        for n, each in enumerate(data)
    ]
    read = tasks.returns.read_document

    def fails_at_the_second(document, now):
        if document == files[1]:
            raise ValueError("a mistake")
        read(document, now)

    monkeypatch.setattr(tasks.returns, "read_document", fails_at_the_second)
    tasks.read_files([each.pk for each in files])
    assert [hasattr(Document.objects.get(pk=each.pk), "seen") for each in files] == [1, 0, 1]
    listed = "&".join(f"document={each.pk}" for each in files)
    page = f"{reverse('admin:offences_foiround_returns', args=[world.round.pk])}?{listed}"
    answer = logged_in(world.officer).get(page)
    assert answer.content.decode().count("not read yet") == 1
