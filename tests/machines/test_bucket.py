"""Documents in a bucket: stored, read, encrypted, listed; and a server that is gone."""

import datetime as dt
import errno
import sys

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client, override_settings
from pyrage import x25519

from config import environment
from offences import backups
from offences.faults import Fault, fault_of
from offences.intake import documents, pending
from offences.models import Document
from offences.refused import Refused
from tests import worlds
from tests.machines.servers import Running, free_port, get, until

pytestmark = pytest.mark.drill

BUCKET = "documents"


@pytest.fixture
def server(tmp_path):
    """An S3-compatible server with an empty bucket."""
    (tmp_path / "data" / BUCKET).mkdir(parents=True)
    port = free_port()
    command = (sys.executable, "-m", "localbucket", str(tmp_path / "data"), "--port", str(port))
    running = Running(*command, environment={}, log=tmp_path / "s3.log")
    running.address = f"s3+http://key:secret@127.0.0.1:{port}/{BUCKET}"
    until(lambda: get(f"http://127.0.0.1:{port}/")[0], "the server of the bucket")
    yield running
    running.kill()


@pytest.fixture
def bucket(server, monkeypatch, settings):
    monkeypatch.setenv("STORAGE_URL", server.address)
    with override_settings(STORAGES=settings.STORAGES | {"default": environment.documents()}):
        yield default_storage


def files_in(tmp_path):
    return [each for each in (tmp_path / "data" / BUCKET).rglob("*") if each.is_file()]


def test_what_is_stored_is_read_again_and_nothing_is_overwritten(bucket):
    first = bucket.save("returns/a.csv", ContentFile(b"year,number\n2018,4"))
    second = bucket.save("returns/a.csv", ContentFile(b"another"))
    assert first == "returns/a.csv" and second != first
    with bucket.open(first) as file:
        assert file.read() == b"year,number\n2018,4"
    assert (bucket.exists(first), bucket.exists("returns/none")) == (True, False)
    assert sorted(bucket.listdir("returns")[1]) == sorted(
        each.rpartition("/")[2] for each in (first, second)
    )
    assert bucket.size(second) == 7
    bucket.delete(first)
    with pytest.raises(FileNotFoundError):
        bucket.open(first)


def test_a_file_is_encrypted_in_the_bucket(bucket, tmp_path):
    with override_settings(FILES_KEYS=[str(x25519.Identity.generate())]):
        name = bucket.save("returns/a.csv", ContentFile(b"a name of a child"))
        (stored,) = files_in(tmp_path)
        assert stored.read_bytes().startswith(b"age-encryption.org/")
        with bucket.open(name) as file:
            assert file.read() == b"a name of a child"


@pytest.mark.django_db(transaction=True)
def test_a_server_that_is_gone_stores_nothing_half_and_is_told_in_a_sentence(
    bucket, server, tmp_path
):
    person = worlds.person("Di Fox", "Data lead")
    now = dt.datetime(2019, 6, 1, tzinfo=dt.UTC)
    token = pending.store_pending(b"counts", pending.COUNTS, person, now)
    assert pending.load(pending.COUNTS, token, person) == b"counts"
    later = now + dt.timedelta(days=5000)  # what nobody came back for goes by its age
    pending.store_pending(b"counts", pending.COUNTS, person, later)
    assert len(files_in(tmp_path)) == 1
    server.kill()
    with pytest.raises(OSError) as raised:
        document, _ = documents.record(
            b"a file", "a.csv", kind="return", title="a", by=person, now=now
        )
        documents.write(document, b"a file")
    assert raised.value.errno == errno.EREMOTEIO
    assert fault_of(raised.value) is Fault.DOCUMENTS_GONE
    client = Client(raise_request_exception=False)
    client.force_login(person)
    assert "cannot be reached" in client.get("/readyz").json()["documents"]
    server.begin()
    until(lambda: client.get("/readyz").json()["documents"] == "ok", "the bucket")
    assert len(files_in(tmp_path)) == 1


@pytest.mark.django_db
def test_documents_are_moved_into_a_bucket_and_come_back_by_a_backup(server, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    document = Document(kind="return", title="answer.txt", sha256="a" * 64)
    document.file.save("answer.txt", ContentFile(b"68 offences"))
    document.save()
    now = dt.datetime(2019, 6, 1, tzinfo=dt.UTC)
    backups.back_up(tmp_path / "one.backup", "", now)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STORAGE_URL", server.address)
        storages = settings.STORAGES | {"default": environment.documents()}
    with override_settings(STORAGES=storages):
        backups.restore(tmp_path / "one.backup", "", replace=True)
        (stored,) = files_in(tmp_path)
        assert stored.read_bytes() == b"68 offences"
        assert not backups.back_up(tmp_path / "two.backup", "", now).missing
        stored.unlink()
        assert backups.back_up(tmp_path / "three.backup", "", now).missing
        backups.restore(tmp_path / "two.backup", "", replace=True)
        assert [each.read_bytes() for each in files_in(tmp_path)] == [b"68 offences"]
        # While the bucket is gone there is no backup, and nobody is told that there is one.
        server.kill()
        with pytest.raises(Refused, match=r"The storage of documents failed.*No backup was made"):
            backups.back_up(tmp_path / "four.backup", "", now)
        assert not (tmp_path / "four.backup").exists()
