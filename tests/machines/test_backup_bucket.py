"""Backups of a site whose documents are in a bucket: made, verified, restored there and back."""

import hashlib
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.test import override_settings

from offences import backups
from offences.backups import documents
from offences.models import Document
from offences.refused import Refused
from tests import rows
from tests.machines.conftest import files_in, stored_at
from tests.machines.servers import get, until
from tests.worlds import NOW

pytestmark = [pytest.mark.drill, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def media(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"


def store(data):
    digest = hashlib.sha256(data).hexdigest()
    document = Document(kind="return", title="answer.txt", sha256=digest)
    document.file.save("answer.txt", ContentFile(data))
    document.save()
    return document.file.name


def bytes_of(name):
    with default_storage.open(name) as file:
        return file.read()


@pytest.mark.parametrize("keys", [("", ""), backups.new_keys()], ids=["plain", "encrypted"])
def test_documents_move_from_a_folder_into_a_bucket_and_back_by_backups(
    server, tmp_path, settings, keys
):
    public, secret = keys
    settings.FILES_KEYS = [secret] if secret else []
    name = store(b"68 offences")
    backups.back_up(tmp_path / "one.backup", public, NOW)
    with stored_at(server.address):
        backups.restore(tmp_path / "one.backup", secret, replace=True)
        (stored,) = files_in(tmp_path)
        assert bytes_of(name) == b"68 offences"
        assert (stored.read_bytes() == b"68 offences") is not bool(secret)
        later = store(b"70 offences")
        assert backups.back_up(tmp_path / "two.backup", public, NOW).documents == 2
        assert backups.verify(tmp_path / "two.backup", secret).documents == 2
    with override_settings(MEDIA_ROOT=tmp_path / "another"):
        backups.restore(tmp_path / "two.backup", secret, replace=True)
        assert (bytes_of(name), bytes_of(later)) == (b"68 offences", b"70 offences")
        assert Document.objects.count() == 2


def test_a_document_that_the_bucket_lost_is_named_and_put_back_from_an_older_backup(
    bucket, tmp_path
):
    name = store(b"68 offences")
    backups.back_up(tmp_path / "one.backup", "", NOW)
    bucket.delete(name)
    assert backups.back_up(tmp_path / "two.backup", "", NOW).missing == (name,)
    said = StringIO()
    call_command("restore", tmp_path / "one.backup", lost_documents=True, stdout=said)
    assert said.getvalue() == "Documents put back: 1. No row was changed.\n"
    assert bytes_of(name) == b"68 offences"


def test_what_only_a_folder_of_the_bucket_has_is_listed(server, tmp_path):
    with stored_at(f"{server.address}/old"):
        name = store(b"68 offences")
        backups.back_up(tmp_path / "one.backup", "", NOW)
        later = store(b"70 offences")
    with stored_at(f"{server.address}/new"):
        backups.restore(tmp_path / "one.backup", "", replace=True)
    with stored_at(f"{server.address}/old"):
        said = StringIO()
        call_command("verify", tmp_path / "one.backup", documents=True, stdout=said)
    assert said.getvalue().splitlines()[0] == f"Only in STORAGE_URL: {later}"
    assert name not in said.getvalue()


# ---- faults --------------------------------------------------------------------------------------


@contextmanager
def refusing():
    """The address of a bucket whose server takes no key."""

    class Forbidden(BaseHTTPRequestHandler):
        def answer(self):
            self.send_response(403)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_GET = do_PUT = answer

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Forbidden)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"s3+http://key:wrong@127.0.0.1:{server.server_port}/documents"
    finally:
        server.shutdown()
        server.server_close()


def test_a_wrong_key_is_told_and_neither_a_backup_nor_a_restore_leaves_anything(tmp_path):
    store(b"68 offences")
    whole, none = tmp_path / "one.backup", tmp_path / "none.backup"
    backups.back_up(whole, "", NOW)
    before = rows.taken()
    with refusing() as address, stored_at(address):
        for command, end, options in (
            ("backup", "No backup was made", {}),
            ("restore", "Nothing was changed", {"replace": True}),
            ("restore", "Nothing was changed", {"lost_documents": True}),
            ("verify", "Nothing was changed", {"documents": True}),
        ):
            path = none if command == "backup" else whole
            why = rf"\(403\).* STORAGE_URL has the right server, bucket, key and secret\. {end}"
            with pytest.raises(CommandError, match=why):
                call_command(command, path, stdout=StringIO(), **options)
    assert rows.taken() == before
    assert {each.name for each in tmp_path.iterdir() if each.is_file()} == {whole.name}


def test_a_bucket_that_is_none_is_told_and_its_documents_are_not_called_missing(server, tmp_path):
    store(b"68 offences")
    refused = pytest.raises(Refused, match=r"NoSuchBucket.*No backup was made")
    with stored_at(f"{server.address}-of-another-name"), refused:
        backups.back_up(tmp_path / "one.backup", "", NOW)
    assert not (tmp_path / "one.backup").exists()


def test_a_bucket_that_goes_in_the_middle_of_a_restore_changes_no_row_and_the_next_one_goes_on(
    server, tmp_path, monkeypatch
):
    stored_names = [store(b"68 offences"), store(b"70 offences")]
    path = tmp_path / "one.backup"
    backups.back_up(path, "", NOW)
    before = rows.taken()
    whole = documents.store

    def store_one(name, content):
        stored = whole(name, content)
        server.kill()
        return stored

    with stored_at(server.address):
        with monkeypatch.context() as patch:
            patch.setattr(documents, "store", store_one)
            with pytest.raises(Refused, match=r"No row was changed\. STORAGE_URL .* again \(1\)"):
                backups.restore(path, "", replace=True)
        assert rows.taken() == before
        server.begin()
        until(lambda: get(server.place)[0], "the bucket")
        backups.restore(path, "", replace=True)
        assert sorted(map(bytes_of, stored_names)) == [b"68 offences", b"70 offences"]
        server.kill()
        with pytest.raises(Refused, match=r"The storage of documents failed.*No backup was made"):
            backups.back_up(tmp_path / "two.backup", "", NOW)
        assert not (tmp_path / "two.backup").exists()
