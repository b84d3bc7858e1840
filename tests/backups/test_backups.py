"""Backups: everything of one moment, in one file that is whole or refused."""

import datetime as dt
import signal
import subprocess
import sys
import textwrap
from io import StringIO

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from offences import backups, tasks
from offences.backups import archive, schedule
from offences.backups import rows as stored_rows
from offences.models import BackupRun, Force
from offences.refused import Refused
from tests import rows, worlds
from tests.backups.lost import ANSWER, lose_everything

NOW = worlds.NOW
# As a restore says: who was logged in, what waited for the worker, and the key of links that were
# sent, so that those taken back since do not come back to life.
LOST = {"django_session", "django_tasks_db_dbtaskresult", "offences_linkkey"}
TO_THE_MICROSECOND = {
    "began_at": dt.datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=dt.UTC),
    "name": "é “quoted”\nsecond line",
    "ended_at": None,
}


def everything():
    """Every row but the note that a restore leaves."""
    BackupRun.objects.restores().delete()
    return {table: kept for table, kept in rows.taken().items() if table not in LOST}


def lose_documents(media):
    for each in media.rglob("*"):
        if each.is_file():
            each.unlink()


# ---- made and restored ---------------------------------------------------------------------------


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
def test_what_was_destroyed_is_back_to_the_last_row_and_byte(
    world, media, backup, keys, encrypted, settings
):
    public, secret = keys if encrypted else ("", "")
    settings.FILES_KEYS = [secret] if encrypted else []
    BackupRun.objects.create(**TO_THE_MICROSECOND)
    backups.back_up(backup, public, NOW)
    before = everything()
    lose_everything()
    lose_documents(media)
    contents = backups.restore(backup, secret)
    assert everything() == before
    assert default_storage.open(world.document.file.name).read() == ANSWER
    assert ((media / world.document.file.name).read_bytes() == ANSWER) is not encrypted
    assert contents.documents == 1
    assert contents.rows == sum(
        len(before[model._meta.db_table]) for model in stored_rows.stored_models()
    )
    # The next row gets a number that none has.
    assert worlds.force("Ashcombe").pk > world.submission.force.pk


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_the_demonstration_comes_back_as_its_pages_were(media, backup):
    worlds.demo()
    pages = [reverse("home"), reverse("force", args=["cambridgeshire"])]
    before, shown = everything(), [Client().get(page).content for page in pages]
    backups.back_up(backup, "", NOW)
    lose_everything()
    backups.restore(backup, "")
    assert everything() == before
    assert [Client().get(page).content for page in pages] == shown


@pytest.mark.drill
@pytest.mark.django_db
def test_a_moment_is_kept_to_the_microsecond_and_a_blank_stays_blank(world, backup):
    BackupRun.objects.create(**TO_THE_MICROSECOND)
    backups.back_up(backup, "", NOW)
    BackupRun.objects.all().delete()
    backups.restore(backup, "", replace=True)
    kept = BackupRun.objects.earliest("pk")  # the other is the note of the restore
    assert {name: getattr(kept, name) for name in TO_THE_MICROSECOND} == TO_THE_MICROSECOND


@pytest.mark.django_db
def test_a_lost_document_is_named_and_the_rest_is_saved(world, backup):
    default_storage.delete(world.document.file.name)
    with pytest.raises(CommandError, match="Missing from the storage, and so from this backup: "):
        call_command("backup", backup)
    assert backups.verify(backup, "").missing == (world.document.file.name,)


@pytest.mark.django_db
def test_nobody_but_the_owner_reads_a_backup(world, backup):
    backups.back_up(backup, "", NOW)
    assert backup.stat().st_mode & 0o777 == 0o600


# ---- refused -------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
def test_a_file_cut_short_or_changed_anywhere_is_refused_and_nothing_is_touched(
    world, backup, keys, encrypted
):
    public, secret = keys if encrypted else ("", "")
    backups.back_up(backup, public, NOW)
    whole, before = backup.read_bytes(), everything()
    damaged = [whole[: len(whole) * part // 10] for part in range(10)]
    for place in range(0, len(whole) - 1, len(whole) // 12):
        damaged.append(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
    for data in damaged:
        backup.write_bytes(data)
        with pytest.raises(Refused, match=r"today\.backup|age"):
            backups.restore(backup, secret, replace=True)
    assert everything() == before


@pytest.mark.django_db
def test_a_database_that_holds_something_is_not_overwritten_unasked(world, backup):
    backups.back_up(backup, "", NOW)
    Force.objects.filter(pk=world.submission.force.pk).update(area="Changed since")
    with pytest.raises(CommandError, match="This database holds data"):
        call_command("restore", backup)
    assert Force.objects.get().area == "Changed since"
    call_command("restore", backup, replace=True)
    assert Force.objects.get().area == "Northshire"


@pytest.mark.django_db
def test_a_backup_of_a_later_version_is_refused_with_its_version(world, backup, monkeypatch):
    later = [("offences", "9999_something_new")]
    monkeypatch.setattr(stored_rows, "applied_migrations", lambda: later)
    backups.back_up(backup, "", NOW)
    with pytest.raises(Refused, match=r"later than this one .*offences\.9999_something_new"):
        backups.restore(backup, "", replace=True)


@pytest.mark.django_db
def test_another_document_of_the_same_name_is_never_overwritten(world, backup):
    backups.back_up(backup, "", NOW)
    default_storage.delete(world.document.file.name)
    default_storage.save(world.document.file.name, ContentFile(b"another"))
    with pytest.raises(Refused, match="MEDIA_ROOT has a different documents/"):
        backups.restore(backup, "", replace=True)


@pytest.mark.django_db
def test_a_restore_that_fails_midway_leaves_rows_and_documents_as_they_were(
    world, media, backup, monkeypatch
):
    backups.back_up(backup, "", NOW)
    lose_documents(media)
    before = everything()

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(stored_rows, "set_sequences", fail)
    with pytest.raises(Refused, match=r"stopped: No space .*\. Nothing was changed\.$"):
        backups.restore(backup, "", replace=True)
    assert everything() == before
    assert not default_storage.exists(world.document.file.name)


@pytest.mark.django_db
def test_keys_that_cannot_open_or_are_none_are_told_apart(world, backup, keys):
    public, secret = keys
    with pytest.raises(Refused, match="BACKUP_KEY is not an age key"):
        backups.back_up(backup, "a password", NOW)
    backups.back_up(backup, public, NOW)
    assert ANSWER not in backup.read_bytes()
    for wrong, why in (
        ("", "This backup is encrypted. Set BACKUP_KEY"),
        (public, "only encrypts"),
        (backups.new_keys()[1], "BACKUP_KEY does not open it"),
        ("AGE-SECRET-KEY-1", "not an age key"),
    ):
        with pytest.raises(Refused, match=why):
            backups.verify(backup, wrong)
    assert backups.verify(backup, secret).documents == 1


@pytest.mark.django_db
def test_an_older_backup_is_never_overwritten_and_a_full_disk_leaves_no_part(
    world, backup, monkeypatch
):
    backups.back_up(backup, "", NOW)
    with pytest.raises(Refused, match="is there already"):
        backups.back_up(backup, "", NOW)
    other = backup.with_name("other.backup")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive.os, "fsync", full)
    with pytest.raises(Refused, match="No space left on device"):
        backups.back_up(other, "", NOW)
    assert [each.name for each in backup.parent.iterdir() if each.is_file()] == [backup.name]


def test_a_backup_that_is_killed_leaves_no_file_of_its_name(tmp_path):
    """A process that is ended in the middle, as kill −9 does, leaves a part and no backup."""
    path = tmp_path / "killed.backup"
    code = f"""
        import io, os, pathlib, sys
        import django
        django.setup()
        from offences.backups.archive import new_archive
        with new_archive(pathlib.Path({str(path)!r}), "") as writer:
            writer.add("rows/a.jsonl", io.BytesIO(os.urandom(3_000_000)))
            print("written", flush=True)
            sys.stdin.read()
    """
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code)],
        cwd=settings.BASE_DIR,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout.readline() == b"written\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not path.exists()
    part = path.with_name("killed.backup.part")
    with pytest.raises(archive.DamagedBackup):
        archive.checked(part, "")
    with archive.new_archive(path, ""):
        pass  # the next one takes the part's place
    assert not part.exists()


# ---- each night ----------------------------------------------------------------------------------


@pytest.fixture
def nights(world, tmp_path, settings):
    settings.BACKUP_DIRECTORY, settings.BACKUPS_EXPECTED = tmp_path / "nights", True
    return tmp_path / "nights"


def today_of(user):
    client = Client()
    client.force_login(user)
    return client.get(reverse("admin:index")).content.decode()


def test_the_worker_makes_a_backup_each_night_and_plans_the_next_one_once(nights, time_machine):
    time_machine.move_to(NOW, tick=False)
    tasks.plan_backups()
    tasks.plan_backups()
    waiting = DBTaskResult.objects.get()
    assert waiting.run_after == dt.datetime(2019, 6, 21, 1, tzinfo=dt.UTC)  # two in London
    time_machine.move_to(waiting.run_after, tick=False)
    worlds.work()
    assert [each.trouble for each in BackupRun.objects.all()] == [""]
    [made] = nights.iterdir()
    assert backups.verify(made, "").documents == 1
    assert DBTaskResult.objects.get(status="READY").run_after > waiting.run_after


def test_old_backups_go_once_a_good_one_is_there(nights, monkeypatch):
    monkeypatch.setattr(schedule, "KEPT", 2)
    made = [backups.back_up_daily(NOW + dt.timedelta(days=day)).name for day in range(3)]
    assert sorted(each.name for each in nights.iterdir()) == made[1:]


def test_a_lost_document_is_told_and_the_rest_is_a_good_backup(nights, world):
    default_storage.delete(world.document.file.name)
    assert backups.back_up_daily(NOW).trouble == ""
    assert "missing from the storage and from the last backup: 1." in backups.why_worried(NOW)


@pytest.mark.django_db(transaction=True)
def test_a_restored_database_has_no_good_backup_until_one_is_made(nights, world, backup, client):
    """Its rows remember one that was made an hour before, which may have burnt with the disk."""

    def is_counted():
        return "offences_backup_age_seconds " in client.get("/metrics").content.decode()

    backups.back_up_daily(timezone.now() - dt.timedelta(hours=1))
    backups.back_up(backup, "", NOW)
    assert not backups.why_worried(timezone.now()) and is_counted()
    backups.restore(backup, "", replace=True)
    said = backups.why_worried(timezone.now())
    assert said.startswith("There is no good backup since this database was restored on ")
    assert "failed" not in said and not is_counted()
    backups.back_up_by_hand(nights / "by-hand.backup", timezone.now())
    assert not backups.why_worried(timezone.now()) and is_counted()


def test_today_says_to_the_data_lead_when_there_is_no_good_backup(nights, world, settings):
    assert "There is no good backup yet" in today_of(world.lead)
    assert "no good backup" not in today_of(world.officer)
    nights.write_text("a file where the directory is to be")
    run = backups.back_up_daily(NOW)
    assert "The last one failed: " in backups.why_worried(NOW)
    assert run.trouble in backups.why_worried(NOW)
    nights.unlink()
    backups.back_up_daily(NOW)
    assert not backups.why_worried(NOW + dt.timedelta(hours=25))
    assert "no good backup since 20 June" in backups.why_worried(NOW + dt.timedelta(hours=27))
    settings.BACKUP_DIRECTORY = None
    assert "BACKUP_DIRECTORY is not set" in backups.why_worried(NOW + dt.timedelta(hours=27))


def test_a_backup_by_hand_is_as_good_as_one_of_a_night_and_is_not_removed(
    nights, world, settings, monkeypatch, tmp_path
):
    monkeypatch.setattr(schedule, "KEPT", 1)
    settings.BACKUP_DIRECTORY = None
    assert "BACKUP_DIRECTORY is not set" in today_of(world.lead)
    nights.mkdir()
    call_command("backup", nights / "mine.backup", stdout=StringIO())
    assert "No backups are made" not in today_of(world.lead)
    settings.BACKUP_DIRECTORY = nights
    assert "no good backup" not in today_of(world.lead)
    made = [backups.back_up_daily(timezone.now() + dt.timedelta(days=day)).name for day in (1, 2)]
    assert sorted(each.name for each in nights.iterdir()) == ["mine.backup", made[1]]
