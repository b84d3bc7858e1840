"""What a restore refuses: files that it cannot read, and a folder that holds something else."""

from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from config import environment
from offences import backups
from offences.backups import archive
from offences.models import Force
from offences.object_storage import BucketStorage
from offences.refused import Refused
from tests.backups.lost import ANSWER, lose_everything
from tests.worlds import NOW


@pytest.mark.django_db
def test_a_folder_with_documents_that_the_backup_does_not_have_is_refused(world, media, backup):
    backups.back_up(backup, "", NOW)
    later = default_storage.save("documents/2027/later.txt", ContentFile(b"of another site"))
    with pytest.raises(CommandError, match=r"MEDIA_ROOT is not empty: .* \(1, such as") as refused:
        lose_everything()
        call_command("restore", backup)
    assert f"documents/2027/{later.rpartition('/')[2]}" in str(refused.value)
    assert not Force.objects.exists()
    said = StringIO()
    call_command("restore", backup, replace=True, stdout=said)
    assert "They stay there, and no row names them." in said.getvalue()
    default_storage.delete(later)
    lose_everything()
    call_command("restore", backup, stdout=StringIO())  # the backup's own document is no obstacle
    assert Force.objects.get().area == "Northshire"


@pytest.mark.django_db
def test_a_bucket_with_other_documents_is_refused_by_its_own_setting(
    world, backup, settings, monkeypatch
):
    backups.back_up(backup, "", NOW)
    lose_everything()
    monkeypatch.setenv("STORAGE_URL", "s3://key:secret@s3.example.org/documents")
    settings.STORAGES = settings.STORAGES | {"default": environment.documents()}
    monkeypatch.setattr(BucketStorage, "exists", lambda *_: False)
    monkeypatch.setattr(BucketStorage, "listdir", lambda *_: ([], ["later.txt"]))
    with pytest.raises(CommandError, match=r"^STORAGE_URL is not empty") as refused:
        call_command("restore", backup)
    monkeypatch.setattr(BucketStorage, "exists", lambda *_: True)
    monkeypatch.setattr(BucketStorage, "open", lambda *_: ContentFile(b"another"))
    with pytest.raises(CommandError, match=r"^STORAGE_URL has a different documents/") as other:
        call_command("restore", backup)
    assert "MEDIA_ROOT" not in f"{refused.value} {other.value}"


@pytest.mark.django_db
def test_a_document_that_was_missing_from_the_backup_and_was_found_is_no_obstacle(world, backup):
    name = world.document.file.name
    default_storage.delete(name)
    with pytest.raises(CommandError):
        call_command("backup", backup)
    default_storage.save(name, ContentFile(ANSWER))
    lose_everything()
    backups.restore(backup, "")
    assert default_storage.open(name).read() == ANSWER


def test_a_file_that_this_user_may_not_read_is_not_called_damaged(tmp_path, monkeypatch):
    path = tmp_path / "of-root.backup"
    with archive.new_archive(path, ""):
        pass

    def forbidden(*_):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(archive.Path, "open", forbidden)
    with pytest.raises(
        Refused, match=r"of-root\.backup cannot be read: .*install -m 600"
    ) as refused:
        archive.checked(path, "")
    assert "not a whole backup" not in str(refused.value)
    assert "another one" not in str(refused.value)
