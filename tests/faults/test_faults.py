"""A database or disk that is gone, busy, full or read-only: what readers and staff are told."""

import errno
import json
import logging
import re
import sqlite3
from contextlib import contextmanager, suppress
from unittest.mock import patch

import psycopg
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from offences.faults import Fault, fault_of
from offences.logs import ErrorRecords
from offences.models import Force
from tests import worlds

pytestmark = pytest.mark.django_db


def ask(address, client=None, **more):
    return (client or Client(raise_request_exception=False)).get(address, **more)


def words_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@contextmanager
def broken(error):
    """Every query raises this, as the driver of a database that fails does."""

    def fail(execute, sql, params, many, context):
        raise error

    with connection.execute_wrapper(fail):
        yield


GONE = OperationalError("connection to server failed: Connection refused")


@pytest.fixture
def officer():
    client = Client(raise_request_exception=False)
    client.force_login(worlds.person("Di Fox", "Data officer"))
    return client


# ---- the database is gone ------------------------------------------------------------------------


def test_readers_get_the_pages_that_were_last_read_and_help_always():
    worlds.demo()
    client = Client(raise_request_exception=False)
    home = [ask("/", client) for _ in range(3)][-1]  # made alike twice, then kept
    with broken(GONE):
        assert ask("/", client).content == home.content
        assert ask(reverse("help"), client).status_code == 200
        # What was not read before is said to be missing for now, not to be empty.
        unread = ask(reverse("force", args=["kent"]), client)
    assert unread.status_code == 503
    assert "We cannot show this page for a moment" in words_of(unread)
    assert (unread["Retry-After"], unread["Cache-Control"]) == ("60", "no-store")


def test_a_process_that_never_read_a_page_gives_help_and_no_empty_home():
    with broken(GONE):
        help_, home, wrong = (ask(each) for each in (reverse("help"), "/", "/no-such-page/"))
    assert (help_.status_code, home.status_code, wrong.status_code) == (200, 503, 503)
    assert "0800 1111" in words_of(help_)
    assert "0800 1111" in words_of(home)


def test_staff_are_told_the_cause_and_that_nothing_was_stored(officer):
    with broken(GONE):
        answer = ask(reverse("admin:index"), officer)
    assert answer.status_code == 503
    assert "The server cannot reach its database Nothing was stored just now" in words_of(answer)


def test_staff_are_given_the_number_that_the_log_has_of_a_fault_in_the_code(officer):
    lines = []

    def log(record):
        lines.append(ErrorRecords().format(record))

    with broken(ValueError("a mistake")), patch.object(logging.Logger, "handle", side_effect=log):
        answer = ask(reverse("admin:index"), officer)
    assert answer.status_code == 500
    number = re.search(r"the number (\w+):", words_of(answer))[1]
    assert any(f"request {number}" in each for each in lines)
    with broken(ValueError("a mistake")):
        assert "number" not in words_of(ask("/"))


# ---- busy, read-only, full -----------------------------------------------------------------------


def changed_by(client, force, area="Changed"):
    """The answer to storing a force that another area's name is given to."""
    page = reverse("admin:offences_force_change", args=[force.pk])
    form = client.get(page).context["adminform"].form
    data = {name: "" if value is None else value for name, value in form.initial.items()}
    for inline in client.get(page).context["inline_admin_formsets"]:
        for name, value in inline.formset.management_form.initial.items():
            data[f"{inline.formset.prefix}-{name}"] = value
            if name in ("TOTAL_FORMS", "INITIAL_FORMS"):
                data[f"{inline.formset.prefix}-{name}"] = 0
    return client.post(page, data | {"area": area})


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_a_database_that_can_only_be_read_refuses_with_a_page_that_says_so(officer):
    force = worlds.force("Ashcombe")
    sql = (
        ("PRAGMA query_only = ON", "PRAGMA query_only = OFF")
        if connection.vendor == "sqlite"
        else ("SET default_transaction_read_only = on", "SET default_transaction_read_only = off")
    )
    with connection.cursor() as cursor:
        cursor.execute(sql[0])
    try:
        answer = changed_by(officer, force)
    finally:
        with connection.cursor() as cursor:
            cursor.execute(sql[1])
    assert answer.status_code == 503
    assert "the server can only be read at present" in words_of(answer)
    assert Force.objects.get().area == "Ashcombe"
    assert changed_by(officer, force).status_code == 302


@contextmanager
def held_by_a_colleague(force):
    """Somebody else is storing this force meanwhile, and nobody waits for long."""
    if connection.vendor == "sqlite":
        patience = ("PRAGMA busy_timeout = 20", "PRAGMA busy_timeout = 20000")
        other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
    else:
        patience = ("SET lock_timeout = 20", "SET lock_timeout = 0")
        other = psycopg.connect(**connection.get_connection_params() | {"cursor_factory": None})
        other.execute("SELECT 1 FROM offences_force WHERE id = %s FOR UPDATE", [force.pk])
    try:
        with connection.cursor() as cursor:
            cursor.execute(patience[0])
        yield
    finally:
        other.close()  # which gives up what it held
        with connection.cursor() as cursor:
            cursor.execute(patience[1])


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_a_write_that_waits_too_long_is_no_error_but_a_page_that_says_what_to_do(officer):
    force = worlds.force("Ashcombe")
    with held_by_a_colleague(force):
        answer = changed_by(officer, force)
    assert answer.status_code == 503
    assert "a colleague’s work was being stored" in words_of(answer)
    assert Force.objects.get().area == "Ashcombe"
    assert changed_by(officer, force).status_code == 302


FULL = """
    CREATE FUNCTION fill_disk() RETURNS trigger AS $$ BEGIN
        RAISE EXCEPTION 'could not extend file "base/1/2": No space left on device'
            USING ERRCODE = 'disk_full';
    END $$ LANGUAGE plpgsql;
    CREATE TRIGGER fill_disk BEFORE UPDATE ON offences_force
        FOR EACH ROW EXECUTE FUNCTION fill_disk();
"""


@contextmanager
def no_room():
    """The database may grow no more: SQLite's own limit, PostgreSQL's own error."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("CREATE TABLE filling (bytes)")
            (most,) = cursor.execute("PRAGMA max_page_count").fetchone()
            (pages,) = cursor.execute("PRAGMA page_count").fetchone()
            cursor.execute(f"PRAGMA max_page_count = {pages}")
            with suppress(OperationalError):
                while True:
                    cursor.execute("INSERT INTO filling VALUES (zeroblob(2000))")
            ends = (f"PRAGMA max_page_count = {most}", "DROP TABLE filling")
        else:
            cursor.execute(FULL)
            ends = ("DROP FUNCTION fill_disk CASCADE",)
        try:
            yield
        finally:
            for each in ends:
                cursor.execute(each)


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_a_database_that_cannot_grow_says_that_the_disk_is_full_and_keeps_what_it_has(officer):
    force = worlds.force("Ashcombe")
    with no_room():
        for number in range(100):  # until the last page that was there is full
            before = Force.objects.get().area
            answer = changed_by(officer, force, f"Changed {number}")
            if answer.status_code != 302:
                break
    assert answer.status_code == 503
    assert "Nothing was stored: the server’s disk is full" in words_of(answer)
    assert Force.objects.get().area == before
    assert changed_by(officer, force).status_code == 302  # as soon as there is room


def test_a_file_that_fills_the_disk_leaves_no_part_of_itself(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    class Filling(ContentFile):
        def chunks(self, chunk_size=None):
            yield b"the first part"
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        default_storage.save("documents/2019/answer.xlsx", Filling(b"x" * 50))
    assert not [each for each in tmp_path.rglob("*") if each.is_file()]
    assert default_storage.save("documents/2019/answer.xlsx", ContentFile(b"whole"))


def test_each_fault_is_told_by_what_the_drivers_say():
    chained = ValueError("while storing")
    chained.__cause__ = OSError(errno.ENOSPC, "No space left on device")
    told = {
        Fault.BUSY: OperationalError("database is locked"),
        Fault.READ_ONLY: OperationalError("attempt to write a readonly database"),
        Fault.DISK_FULL: chained,
        Fault.DATABASE_GONE: OperationalError("server closed the connection unexpectedly"),
    }
    assert {fault: fault_of(error) for fault, error in told.items()} == {f: f for f in told}
    assert fault_of(ValueError("a mistake in the code")) is None
    assert fault_of(OSError(errno.ENOENT, "No such file")) is None


# ---- what watches the site -----------------------------------------------------------------------


def test_what_watches_the_site_is_answered_by_any_name_and_told_what_is_missing(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    alive, ready = (ask(each, headers={"host": "10.0.0.7"}) for each in ("/healthz", "/readyz"))
    assert (alive.status_code, ready.status_code) == (200, 200)
    checked = ("database", "documents", "static files", "worker")
    assert json.loads(ready.content) == dict.fromkeys(checked, "ok")
    with broken(GONE):
        assert ask("/healthz").status_code == 200
        down = ask("/readyz")
    assert down.status_code == 503
    assert json.loads(down.content)["database"] == "cannot be reached"
    (tmp_path / "media").rmdir()
    (tmp_path / "media").write_text("a file where the directory is to be")
    assert ask("/readyz").status_code == 503
