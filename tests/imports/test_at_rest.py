"""Stored files: encrypted by a key, readable by the owner alone, and bounded before."""

import io
import json
import os
import stat
import subprocess
import sys

import pyrage
import pytest
from django.conf import settings as site_settings
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse

from offences import disclosure
from offences.accounts import upload_limits
from offences.intake import documents
from offences.models import Document, DocumentKind
from offences.releases.deciding import _as_plain_values, _restored
from offences.rounds.eml_files import EmlFiles
from offences.statistics.cells import Range
from offences.storage import UnreadableFile
from tests import worlds
from tests.tooling.test_settings import start
from tests.worlds import NOW

CHILD = b"Name: Zoe Quill, aged 9"


def new_key():
    return str(pyrage.x25519.Identity.generate())


def on_disk(name):
    return (site_settings.MEDIA_ROOT / name).read_bytes()


def read(name):
    with default_storage.open(name) as file:
        return file.read()


def save(name, data=CHILD):
    return default_storage.save(f"at-rest/{name}", ContentFile(data))


def test_with_a_key_no_stored_byte_is_what_came(settings):
    settings.FILES_KEYS = [new_key()]
    name = save("a.csv", CHILD * 1000)
    assert CHILD not in on_disk(name) and on_disk(name).startswith(b"age-encryption.org/")
    assert read(name) == CHILD * 1000


def test_files_of_before_and_of_an_earlier_key_stay_readable(settings):
    plain, first, second = save("b.csv"), new_key(), new_key()
    settings.FILES_KEYS = [first]
    earlier = save("c.csv")
    settings.FILES_KEYS = [second, first]
    later = save("d.csv")
    assert [read(each) for each in (plain, earlier, later)] == [CHILD] * 3
    settings.FILES_KEYS = [first]
    with pytest.raises(UnreadableFile, match="not opened by FILES_KEY"):
        read(later)
    settings.FILES_KEYS = []
    with pytest.raises(FileNotFoundError):
        read(earlier)


def test_a_file_that_was_changed_on_the_disk_is_refused(settings):
    settings.FILES_KEYS = [new_key()]
    name = save("e.csv")
    stored = bytearray(on_disk(name))
    stored[-1] ^= 1
    (site_settings.MEDIA_ROOT / name).write_bytes(stored)
    with pytest.raises(UnreadableFile):
        read(name)


@pytest.mark.django_db
def test_a_held_back_file_is_encrypted_and_its_download_is_what_came(settings):
    settings.FILES_KEYS = [new_key()]
    lead = worlds.person("Gil Roe", "Data lead")
    document, _ = documents.record(
        CHILD, "return.csv", kind=DocumentKind.RETURN, title="return.csv", by=lead, now=NOW
    )
    documents.write(document, CHILD)
    assert document.is_held_back and b"Zoe" not in on_disk(str(document.file))
    client = Client()
    client.force_login(lead)
    answer = client.get(reverse("admin:offences_document_file", args=[document.pk]))
    assert b"".join(answer.streaming_content) == CHILD
    assert answer["Content-Length"] == str(len(CHILD))
    settings.FILES_KEYS = []
    answer = client.get(reverse("admin:offences_document_file", args=[document.pk]))
    assert answer.status_code == 404


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_new_files_are_readable_by_their_owner_alone(settings, tmp_path):
    name = save("modes/f.csv")
    assert mode(site_settings.MEDIA_ROOT / name) == 0o600
    assert mode((site_settings.MEDIA_ROOT / name).parent) == 0o700
    caches["progress"].set("a-task", ["What", 1, 2, NOW.isoformat()])
    assert caches["progress"].get("a-task") == ["What", 1, 2, NOW.isoformat()]
    folder = caches["progress"].folder
    assert mode(folder) == 0o700 and site_settings.MEDIA_ROOT not in folder.parents
    for path in folder.iterdir():
        assert mode(path) == 0o600
        json.loads(path.read_text())


def test_a_message_in_a_file_is_readable_by_its_owner_alone(tmp_path):
    """It may be an invitation, which opens an account."""
    as_it_was = os.umask(0o022)
    try:
        EmlFiles(tmp_path / "mail").send_messages([EmailMessage("Hello", "Come in.", to=["a@b.c"])])
    finally:
        os.umask(as_it_was)
    (file,) = (tmp_path / "mail").iterdir()
    assert (mode(file.parent), mode(file)) == (0o700, 0o600)


def test_a_new_sqlite_database_is_readable_by_its_owner_alone(tmp_path):
    environment = {"SECRET_KEY": "long enough and secret, and used in no other place"}
    environment |= {"ALLOWED_HOSTS": "localhost", "PATH": ""}
    environment |= {"DATABASE_URL": f"sqlite:///{tmp_path}/new/db.sqlite3"}
    code = "import os; os.umask(0o022); from django.conf import settings; settings.DATABASES"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=site_settings.BASE_DIR,
        env=environment | {"DJANGO_SETTINGS_MODULE": "config.settings"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert mode(tmp_path / "new" / "db.sqlite3") == 0o600


def test_nothing_that_is_run_is_read_from_the_progress(settings):
    cache = caches["progress"]
    cache.set("x", 1)
    for path in cache.folder.iterdir():
        path.write_bytes(b"cos\nsystem\n(S'exit 3'\ntR.")
    assert cache.get("x") is None


def test_what_a_large_release_hides_comes_back_from_json_as_it_was():
    keys = [("northshire", 2018, f"age/{n}") for n in range(3)]
    change = disclosure.CountChange(keys[0], keys[1])
    items = {key: disclosure.TableCount(1, 1) for key in keys}
    table = disclosure.CountTable(items, (), (), (change,))
    found = disclosure.Protected(
        frozenset(keys[:2]),
        (
            disclosure.Disclosed(keys[2], Range(0, None), "narrow"),
            disclosure.Disclosed(change, disclosure.ChangeRange(-1, 3), "a change"),
        ),
    )
    assert _restored(table, json.loads(json.dumps(_as_plain_values(found)))) == found


# Uploads


def upload(client, address, size):
    return client.post(address, {"file": SimpleUploadedFile("a.csv", b"x" * size)})


@pytest.mark.django_db
def test_a_stranger_uploads_nothing_and_staff_no_more_than_a_round(monkeypatch):
    monkeypatch.setattr(upload_limits, "OF_STAFF", 200_000)
    monkeypatch.setattr(upload_limits, "OF_STRANGERS", 50_000)
    large = 50_001
    written = []
    monkeypatch.setattr(
        "django.core.files.uploadhandler.MemoryFileUploadHandler.new_file",
        lambda *of, **more: written.append(of),
    )
    stranger, staff = Client(), Client()
    staff.force_login(worlds.person("Ann Lee", "Data officer"))
    for address in ("/check/", reverse("account_login")):
        assert upload(stranger, address, large).status_code in {400, 413}, address
    assert upload(stranger, "/admin/offences/document/add/", large).status_code == 302
    assert upload(staff, "/admin/offences/document/add/", 200_001).status_code in {400, 413}
    assert written == []


def test_a_key_that_is_none_stops_the_start():
    assert "its key 2 is no secret key of age" in start(FILES_KEY=f"{new_key()} nonsense")
    assert start(FILES_KEY=new_key()) == ""


def test_a_file_is_read_in_any_part_of_it(settings):
    settings.FILES_KEYS = [new_key()]
    with default_storage.open(save("g.csv", b"0123456789")) as file:
        assert (file.read(3), file.seek(0, io.SEEK_END), file.tell()) == (b"012", 10, 10)


@pytest.mark.parametrize("is_sealed", [True, False])
def test_a_stored_file_is_closed_and_opened_again_and_has_the_size_that_came(settings, is_sealed):
    settings.FILES_KEYS = [new_key()] if is_sealed else []
    document = Document(file=save("h.csv", b"0123456789"))
    for _ in range(2):
        with document.file.open("rb") as file:
            assert (file.read(3), file.closed) == (b"012", False)
            file.open()
            assert (file.read(), len(file), document.file.size) == (b"0123456789", 10, 10)
        assert file.closed and document.file.closed
    with default_storage.open(str(document.file)) as file:
        assert (file.mode, file.size) == ("rb", 10)
