"""What is stored of people: handed out to those who ask, removed for them, and purged in time."""

import datetime as dt
import json
from io import StringIO

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from config import environment
from offences import personal_data, tasks
from offences.history import triggers
from offences.models import Document, ForceContact, MediaContact, Reply, RowChange, SentLetter
from offences.refused import Refused
from offences.replies.message import Message, to_json
from tests import rows, worlds
from tests.clients import logged_in, text_of

NAME, AT = "Jane Roe", "jane.roe@north.example"
YEARS = dt.timedelta(days=3000)


@pytest.fixture
def world(db, settings, tmp_path):
    """Jane Roe answers for Northshire, writes to us, and is in the history; Bo Ash has left."""
    settings.CHANGES_RECORDED, settings.MEDIA_ROOT = True, tmp_path / "media"
    triggers.start_recording()
    w = worlds.World(**worlds.team("officer", "lead"))
    w.measure, w.force = worlds.measure(), worlds.force("Northshire")
    w.round = worlds.round_of(w.measure)
    w.submission = worlds.submission(w.force, w.round)
    w.left = worlds.person("Bo Ash", "Approver")
    User.objects.filter(pk=w.left.pk).update(is_active=False, email="bo.ash@us.example")
    w.contact = ForceContact.objects.create(force=w.force, name=NAME, email=AT, phone="0999 12345")
    w.contact.note = "Jane is away on Fridays"
    w.contact.save()
    LogEntry.objects.log_actions(w.officer.pk, [w.contact], CHANGE, "Changed.")
    w.letter = SentLetter.objects.create(
        submission=w.submission,
        kind="sent",
        to=AT,
        subject="Request",
        body=f"Dear {NAME},",
        message_id="<1@us.example>",
        reserved_by=w.left,
        reserved_at=worlds.NOW,
        started_at=worlds.NOW,
        sent_at=worlds.NOW,
    )
    w.reply = reply_of(w, "received.eml", aside="An automatic answer.")
    w.other = MediaContact.objects.create(outlet="Northshire Gazette", email="desk@gazette.example")
    return w


def reply_of(w, name, **filed):
    document = Document(kind="letter", title=f"{NAME}.eml", sha256=name.ljust(64, "0"))
    document.file.save(f"{NAME}.eml", ContentFile(f"From: {AT} {name}".encode()))
    message = Message(sender=AT, sender_name=NAME, subject="Out of office", text=f"I am {NAME}.")
    return Reply.objects.create(
        round=w.round,
        document=document,
        name=f"{NAME}.eml",
        message_id=name,
        found=to_json(message, with_files=False),
        added_by=w.officer,
        added_at=worlds.NOW,
        filed_by=w.officer,
        filed_at=worlds.NOW,
        **filed,
    )


def everything():
    return json.dumps(rows.taken(), default=str)


def files():
    root = default_storage.location
    folders = default_storage.listdir("documents")[0]
    found = [
        f"{root}/documents/{f}/{n}"
        for f in folders
        for n in default_storage.listdir(f"documents/{f}")[1]
    ]
    return [(path, open(path, "rb").read()) for path in found]


@pytest.mark.both_databases
def test_a_person_who_asks_is_removed_from_every_table_the_history_and_the_files(
    world, django_capture_on_commit_callbacks
):
    out = StringIO()
    call_command("personal_data", AT, stdout=out)
    kept = json.loads(out.getvalue())
    assert list(kept) == ["contacts of forces", "letters to forces", "replies"]
    assert kept["contacts of forces"][0]["phone"] == "0999 12345"
    assert NAME in everything() and any(AT.encode() in data for _, data in files())
    out = StringIO()
    with django_capture_on_commit_callbacks(execute=True):
        call_command("personal_data", AT.upper(), "--remove", stdout=out)
    assert "Removed from replies: 1" in out.getvalue()
    left = everything()
    for word in ("Jane", "jane.roe", "0999 12345"):
        assert word not in left, word
    assert not any(b"jane" in data.lower() or "Jane" in path for path, data in files())
    # What was asked, when and by whom is still there, and who was not asked about, too.
    letter = SentLetter.objects.get()
    assert letter.reserved_by == world.left and letter.body == "Dear (removed),"
    assert "desk@gazette.example" in left
    [log] = RowChange.objects.filter(table="personal data")
    assert json.loads(log.after) == {"contacts of forces": 1, "letters to forces": 1, "replies": 1}
    with pytest.raises(CommandError, match="Nothing is stored of"):
        call_command("personal_data", AT, "--remove")


def test_a_data_lead_looks_hands_out_and_removes_on_one_page(world):
    page, client = reverse("admin:personal_data"), logged_in(world.lead)

    def ask(person, **button):
        return client.post(page, {"person": person, **button}, follow=True)

    shown = text_of(ask(AT))
    assert "See what is stored" in shown
    assert "contacts of forces: 1" in shown and "replies: 1" in shown and NAME not in shown
    handed_out = ask(AT, _file="1")
    assert handed_out["Content-Disposition"].startswith("attachment;")
    assert handed_out.json()["replies"][0]["found"]["sender_name"] == NAME
    assert "End it first" in text_of(ask("Ann Lee", _remove="1"))
    assert "Removed everywhere (contacts of forces: 1;" in text_of(ask(AT, _remove="1"))
    assert "What is stored Nothing." in text_of(ask(AT))
    [log] = RowChange.objects.filter(table="personal data")
    assert log.person_id == world.lead.pk and log.through == f"page {page}"


@pytest.mark.both_databases
def test_a_step_that_fails_leaves_everything_as_it_was(world, monkeypatch):
    before, bytes_before = everything(), files()

    def fails(*args):
        raise OSError("the disk is full")

    monkeypatch.setattr(personal_data, "_log", fails)
    with pytest.raises(OSError):
        personal_data.forget(AT, timezone.now())
    assert everything() == before
    assert set(bytes_before) <= set(files())


@pytest.mark.both_databases
def test_who_approved_stays_as_a_former_member_of_staff(world):
    with pytest.raises(Refused, match="End it first"):
        personal_data.forget("Ann Lee", timezone.now())
    personal_data.forget("bo.ash@us.example", timezone.now())
    former = SentLetter.objects.get().reserved_by
    assert former.pk == world.left.pk
    assert former.get_full_name() == "A former member of staff"
    assert not former.is_active and not former.groups.exists()
    left = everything()
    assert "bo.ash" not in left and "Ash" not in left


@pytest.mark.both_databases
def test_what_was_kept_for_its_days_is_purged_each_night_with_a_log_without_names(
    world, settings, time_machine
):
    settings.WORKER_EXPECTED = True
    time_machine.move_to(worlds.NOW, tick=False)
    User.objects.update(date_joined=worlds.NOW)
    assert personal_data.purge(worlds.NOW) == {}
    tasks.plan_purges()
    tasks.plan_purges()
    time_machine.move_to(worlds.NOW + YEARS, tick=False)
    worlds.work()
    done = DBTaskResult.objects.get(status="SUCCESSFUL").return_value
    assert {"accounts of staff": 1, "letters to forces": 1, "replies": 1}.items() <= done.items()
    assert DBTaskResult.objects.filter(status="READY").count() == 1  # the next night
    [log] = RowChange.objects.filter(table="personal data")
    assert json.loads(log.after) == done and "task nightly_purge" in log.through
    assert ForceContact.objects.get().name == NAME  # staff still write to her
    assert "bo.ash" not in everything()
    assert personal_data.purge(timezone.now()).keys() <= {"finished tasks"}


@pytest.mark.both_databases
def test_the_original_of_an_answer_stays_because_figures_rest_on_it(world):
    answer = reply_of(world, "answer.eml", submission=world.submission)
    personal_data.forget(AT, timezone.now())
    answer.refresh_from_db()
    assert AT.encode() in answer.document.file.read()
    assert NAME not in answer.message.words and answer.message.sender != AT


@pytest.mark.both_databases
def test_a_message_that_waits_to_be_sent_is_not_sent_to_nobody(world):
    SentLetter.objects.update(started_at=None, sent_at=None)
    with pytest.raises(Refused, match="waits to be sent"):
        personal_data.forget(AT, timezone.now())


def test_days_are_settings_and_a_wrong_one_is_refused(monkeypatch):
    monkeypatch.setenv("PERSONAL_DATA_DAYS", "replies=1095 tasks=14")
    usual = {"replies": 2190, "tasks": 30, "letters": 2190}
    assert environment.personal_data_days(usual) == {"replies": 1095, "tasks": 14, "letters": 2190}
    for wrong in ("reply=3", "tasks=0", "tasks=two", "tasks"):
        monkeypatch.setenv("PERSONAL_DATA_DAYS", wrong)
        with pytest.raises(environment.ImproperlyConfigured, match="Write a kind and its days"):
            environment.personal_data_days(usual)
