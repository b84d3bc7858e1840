"""What a process that was killed left beside the database is removed in a later night."""

import datetime as dt
from unittest.mock import patch

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from offences import personal_data, storage, tasks
from offences.intake import documents, pending, unfinished
from offences.models import Document
from tests import worlds
from tests.faults.marks import removed_too_soon
from tests.faults.test_kill import AT_COMMIT, end_at_once, is_killed
from tests.imports.conftest import long

DATA = long(("Northshire", "2018/19", "68"))
OURS = ("documents", "unfinished")
LATER = dt.timedelta(days=1, minutes=5)


@pytest.fixture
def upload(transactional_db, settings, tmp_path):
    """A step that stores a file, as every page that takes one does, in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path / "media"
    person = worlds.person("Di Fox", "Data officer")

    def store(data: bytes = DATA) -> None:
        with transaction.atomic():
            document, _ = documents.record(
                data, "north.csv", kind="return", title="a", by=person, now=worlds.NOW
            )
            documents.write(document, data)

    return store


@pytest.fixture
def left(upload) -> set[str]:
    """The files of a first upload, which was stored."""
    upload()
    return found()


def found() -> set[str]:
    return {name for folder in OURS for name in storage.files_below(folder)}


def test_a_file_that_is_stored_has_no_mark_left(left):
    assert {each.file.name for each in Document.objects.all()} <= left
    assert not any(storage.files_below("unfinished"))


@pytest.mark.drill
@pytest.mark.both_databases
def test_the_file_of_a_killed_upload_goes_after_a_day_and_no_other_file_does(
    upload, left, time_machine
):
    assert is_killed(lambda: upload(DATA + b"\n"), AT_COMMIT)
    killed = found() - left
    assert len(killed) == 2 and Document.objects.count() == 1  # the file, and its mark
    theirs = default_storage.save("documents/2019/theirs.csv", ContentFile(b"of another site"))
    begun = timezone.now()
    assert unfinished.remove_left(begun) == 0 and killed <= found()
    time_machine.move_to(begun + LATER)
    with patch.object(unfinished.LOG, "warning") as warned:
        tasks.nightly_purge.func()
    warned.assert_called_once_with("Files that a killed process left, removed: %s", 1)
    assert found() == left | {theirs}
    default_storage.delete(theirs)
    upload(DATA + b"\n")
    assert Document.objects.count() == 2


@pytest.mark.drill
def test_half_a_file_goes_too(upload, left, monkeypatch):
    def half(content, size=None):
        yield content.file.getvalue()[:5]
        if content.size:  # not the mark of it
            end_at_once()

    with monkeypatch.context() as patched:
        patched.setattr(ContentFile, "chunks", half)
        assert is_killed(lambda: upload(DATA + b"\n"), AT_COMMIT)
    (part,) = (name for name in found() - left if name.startswith("documents/"))
    assert 0 <= default_storage.size(part) <= 5
    unfinished.remove_left(timezone.now() + LATER)
    assert found() == left


def test_a_file_that_was_stored_just_before_the_kill_stays(left):
    [document] = Document.objects.all()
    default_storage.save(f"{unfinished.MARKS}{document.file.name}", ContentFile(b""))
    assert unfinished.remove_left(timezone.now() + LATER) == 0
    assert found() == left and document.file.read() == DATA


def test_a_file_stays_if_another_worker_has_removed_its_mark(upload, left):
    """What has its name now may be of an upload that has just begun."""
    name = default_storage.save("documents/2019/new.csv", ContentFile(b"new"))
    with removed_too_soon(name):
        assert unfinished.remove_left(timezone.now() + LATER) == 0
    assert found() == left | {name}


def test_a_file_that_nobody_came_back_for_goes_by_night(upload, time_machine):
    person = worlds.person("Al Ash", "Data officer")
    now = timezone.now()
    token = pending.store_pending(b"Names", "contacts", person, now)
    time_machine.move_to(now + LATER)
    tasks.nightly_purge.func()
    assert pending.size("contacts", token, person) == 0


def test_a_message_whose_removal_was_killed_goes_too(upload, left):
    """The names in it were to be removed: its row names the file no longer."""
    [document] = Document.objects.all()
    name = document.file.name
    gone = patch.object(default_storage, "delete", side_effect=OSError)
    with gone, pytest.raises(OSError), transaction.atomic():
        personal_data._forget_file(document)
    assert default_storage.exists(name)
    unfinished.remove_left(timezone.now() + LATER)
    assert not default_storage.exists(name)
    assert document.file.read().startswith(b"Message")
