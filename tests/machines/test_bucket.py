"""Documents in a bucket: stored, read, encrypted, listed; and a server that is gone."""

import datetime as dt
import errno

import pytest
from django.core.files.base import ContentFile
from django.test import Client, override_settings
from pyrage import x25519

from offences.faults import Fault, fault_of
from offences.intake import documents, pending, unfinished
from tests import worlds
from tests.faults.marks import removed_too_soon
from tests.machines.conftest import files_in
from tests.machines.servers import until

pytestmark = pytest.mark.drill


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


def test_a_large_file_is_sent_in_one_piece_so_that_no_part_of_it_can_stay(bucket, tmp_path):
    bucket.save("returns/large.csv", ContentFile(bytes(12_000_000)))
    log = (tmp_path / "s3.log").read_text()
    assert "PUT /documents/returns/large.csv" in log and "POST" not in log


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


@pytest.mark.django_db(transaction=True)
def test_what_a_killed_upload_left_in_the_bucket_goes_a_day_later(bucket, tmp_path):
    name = "documents/2019/a.csv"
    for each in (name, f"{unfinished.MARKS}{name}", "documents/2019/theirs.csv"):
        bucket.save(each, ContentFile(b"1"))
    now = dt.datetime.now(dt.UTC)
    assert unfinished.remove_left(now) == 0
    assert unfinished.remove_left(now + dt.timedelta(days=1, minutes=5)) == 1
    assert [each.name for each in files_in(tmp_path)] == ["theirs.csv"]


@pytest.mark.django_db(transaction=True)
def test_in_a_bucket_too_a_file_stays_if_another_worker_has_removed_its_mark(bucket, tmp_path):
    name = bucket.save("documents/2019/a.csv", ContentFile(b"1"))
    later = dt.datetime.now(dt.UTC) + dt.timedelta(days=2)
    with removed_too_soon(name):
        assert unfinished.remove_left(later) == 0
    assert [each.name for each in files_in(tmp_path)] == ["a.csv"]
