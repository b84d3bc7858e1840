"""A world that is backed up, and the place of its backup."""

import pytest
from django.core.files.base import ContentFile
from django.db import connection

from offences import backups
from offences.management.demo import reference
from offences.models import Document
from tests import worlds
from tests.backups.lost import ANSWER


@pytest.fixture(scope="module")
def keys():
    return backups.new_keys()


@pytest.fixture
def media(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def world(db, media):
    """A return that was entered, a withheld number, and the file it came in."""
    w = worlds.World(**worlds.team("officer", "lead"))
    reference.bank_holidays()  # which a restore would add where there are none
    w.measure = worlds.measure()
    w.submission = worlds.submission(worlds.force("Northshire"), worlds.round_of(w.measure))
    worlds.enter(w.submission, {w.cell(2018): "68", w.cell(2017): "<5"}, w.officer)
    w.document = Document(kind="return", title="answer.txt", sha256="a" * 64)
    w.document.file.save("answer.txt", ContentFile(ANSWER))
    return w


@pytest.fixture
def backup(db, tmp_path):
    """Where a backup goes. PostgreSQL counts on from where it was, for worlds that are kept."""
    before = {}
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT sequencename, last_value FROM pg_sequences WHERE last_value > 0")
            before = dict(cursor.fetchall())
    yield tmp_path / "today.backup"
    with connection.cursor() as cursor:
        for name, last in before.items():
            cursor.execute("SELECT setval(%s, greatest(nextval(%s), %s))", [name, name, last])
