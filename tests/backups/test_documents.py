"""The documents of a backup: what comes or goes while they are read, is lost, or is elsewhere."""

from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import transaction

from offences import backups
from offences.backups import documents
from offences.intake.returns import store_file
from offences.models import Document
from offences.refused import Refused
from tests.backups.lost import ANSWER
from tests.mail_server import Killed
from tests.worlds import NOW

pytestmark = pytest.mark.django_db


def store(title):
    document = Document(kind="return", title=title, sha256=title[0] * 64)
    document.file.save(title, ContentFile(title.encode()))
    document.save()
    return document


def test_what_arrives_or_is_removed_while_documents_are_read_is_no_lost_document(
    world, backup, monkeypatch
):
    """The rows are of one moment; a file that came later has none, one that went is not missed."""
    removed = store("b.txt")
    read = default_storage.open

    def open_and_change(name, *mode):
        if not Document.objects.filter(title="later.txt").exists():
            store("later.txt")
            default_storage.delete(removed.file.name)
            removed.delete()
        return read(name, *mode)

    monkeypatch.setattr(documents.default_storage, "open", open_and_change)
    contents = backups.back_up(backup, "", NOW)
    assert (contents.documents, contents.missing) == (1, ())
    monkeypatch.undo()
    default_storage.delete(Document.objects.get(title="later.txt").file.name)
    backups.restore(backup, "", replace=True)
    assert {each.title for each in Document.objects.all()} == {"answer.txt", "b.txt"}


def test_a_lost_document_is_put_back_and_one_that_the_backup_lacks_is_named(world, backup):
    backups.back_up(backup, "", NOW)
    later, kept = store("later.txt"), store("kept.txt")
    for each in (world.document, later):
        default_storage.delete(each.file.name)
    said = StringIO()
    call_command("restore", backup, lost_documents=True, stdout=said)
    assert said.getvalue().splitlines() == [
        f"Not in {backup.name} either: {later.file.name}",
        "Documents put back: 1. No row was changed.",
    ]
    with default_storage.open(world.document.file.name) as file:
        assert file.read() == ANSWER
    assert Document.objects.count() == 3 and default_storage.exists(kept.file.name)


def test_a_full_disk_leaves_no_document_of_those_that_were_put_back(world, backup, monkeypatch):
    second = store("b.txt")
    backups.back_up(backup, "", NOW)
    both = [world.document.file.name, second.file.name]
    for each in both:
        default_storage.delete(each)
    save = default_storage.save

    def full(name, content):
        if name == both[1]:
            raise OSError(28, "No space left on device")
        return save(name, content)

    monkeypatch.setattr(documents.default_storage, "save", full)
    with pytest.raises(Refused, match=r"No space left on device\. Nothing was changed\.$"):
        backups.restore_lost(backup, "")
    assert not any(map(default_storage.exists, both))


def test_documents_that_only_the_folder_or_only_the_backup_has_are_listed(world, backup):
    backups.back_up(backup, "", NOW)
    later = store("later.txt")
    default_storage.delete(world.document.file.name)
    said = StringIO()
    call_command("verify", backup, documents=True, stdout=said)
    assert said.getvalue().splitlines()[:2] == [
        f"Only in MEDIA_ROOT: {later.file.name}",
        f"Only in {backup.name}: {world.document.file.name}",
    ]


def test_a_folder_with_the_documents_of_the_backup_and_no_others_is_called_the_same(world, backup):
    backups.back_up(backup, "", NOW)
    said = StringIO()
    call_command("verify", backup, documents=True, stdout=said)
    same, whole = said.getvalue().splitlines()
    assert same == f"MEDIA_ROOT has the same documents as {backup.name}, and no others."
    assert whole.startswith(f"{backup.name} is whole: ")
    store("later.txt")
    said = StringIO()
    call_command("verify", backup, documents=True, stdout=said)
    assert "the same documents" not in said.getvalue()


def test_a_file_whose_upload_was_killed_before_its_rows_were_stored_is_listed(world, backup):
    with pytest.raises(Killed), transaction.atomic():
        left = store_file(b"force,year", "left.csv", by=world.officer, now=NOW)
        raise Killed
    again = store_file(b"force,year", "left.csv", by=world.officer, now=NOW)
    backups.back_up(backup, "", NOW)
    said = StringIO()
    call_command("verify", backup, documents=True, stdout=said)
    assert again.file.name != left.file.name
    assert said.getvalue().splitlines()[0] == f"Only in MEDIA_ROOT: {left.file.name}"


def test_many_documents_are_counted_while_they_are_written_and_restored(world, backup, monkeypatch):
    monkeypatch.setattr(documents, "AT_ONCE", 2)
    for letter in "bcde":
        store(f"{letter}.txt")
    said = StringIO()
    call_command("backup", backup, stdout=said)
    assert "Documents: 5.\n2 of 5 documents …\n4 of 5 documents …\n" in said.getvalue()
    said = StringIO()
    call_command("restore", backup, replace=True, stdout=said)
    assert "2 of 5 documents …\n4 of 5 documents …\nRestored: " in said.getvalue()


def test_replacing_all_rows_and_putting_back_documents_alone_are_not_asked_for_at_once(tmp_path):
    with pytest.raises(CommandError, match="not allowed with"):
        call_command("restore", tmp_path / "one.backup", "--replace", "--lost-documents")
