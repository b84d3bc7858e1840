"""Databases of every release of the product, brought to the present version."""

import hashlib
import re
from pathlib import Path

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.test import Client

from offences import VERSION, backups, migrations
from offences.models import AnnualCount, PressRelease, ReleasedFigure
from tests import rows
from tests.backups.stored import fill
from tests.embargo.crawl import asking, crawl

STORED = sorted(Path(__file__).parent.glob("*.backup"))
CHANGES = Path(__file__).parents[2] / "CHANGELOG.md"


# It commits, so it runs on PostgreSQL, which the site has; in a drill on SQLite, too.
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("stored", STORED, ids=lambda each: each.stem)
def test_a_database_of_an_earlier_version_keeps_every_figure(stored, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    rows.put({table: [] for table in rows.taken() if table != "django_migrations"})
    backups.restore(stored, "")
    counts = AnnualCount.objects.select_related("submission__force")
    written = {(each.submission.force.area, each.year): each.as_written for each in counts}
    assert written[("Northshire", 2018)] == "68" and written[("Southshire", 2018)] == "<5"
    assert ReleasedFigure.objects.filter(low=68, high=68).exists()
    assert PressRelease.objects.filter(text__contains="68").exists()
    assert "68" in Client().get("/forces/northshire/").content.decode()


@pytest.mark.drill
@pytest.mark.django_db(transaction=True)
def test_every_public_page_says_of_an_earlier_versions_database_what_it_says_of_ours(
    tmp_path, settings
):
    """Each version stored the same world (tests/backups/stored.py), which is made anew here."""

    def read(name, put_the_world):
        settings.MEDIA_ROOT = tmp_path / name
        rows.put({table: [] for table in rows.taken() if table != "django_migrations"})
        put_the_world()
        for cache in caches.all():
            cache.clear()
        answers = crawl(asking(Client()), ["/forces/northshire/"]).pages().answers
        return {address: said_by(answer) for address, answer in answers.items()}

    def made_anew():
        call_command("migrate", verbosity=0)  # the roles, and what else a migrate puts there
        fill()

    ours = read("ours", made_anew)
    assert len(ours) > 60 and "68" in ours["/forces/northshire/"][""]
    for stored in STORED:
        assert read(stored.stem, lambda stored=stored: backups.restore(stored, "")) == ours


def said_by(answer):
    """All that a page or file says, but the number of the row that a form is about."""
    row = re.compile(r'(name="release" value=)"\d+"')
    return {part: row.sub(r"\1", text) for part, text in answer.content.items()}


MIGRATIONS = Path(migrations.__file__).parent
RELEASED = Path(__file__).parent / "migrations.txt"


def test_a_migration_that_a_version_had_is_never_rewritten():
    """Those of versions that are in use: each site has run them as they were."""
    released = dict(line.split() for line in RELEASED.read_text().splitlines())
    assert len(released) >= 7
    present = {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in MIGRATIONS.glob("0*.py")
    }
    assert {name: present.get(name) for name in released} == released


def test_each_release_has_left_one():
    left = {each.stem for each in STORED}
    headings = re.findall(r"^## (\d+\.\d+\.\d+), ", CHANGES.read_text(), re.MULTILINE)
    assert headings[0] == VERSION and left == set(headings)
