"""Databases of every release of the product, brought to the present version."""

import hashlib
import re
from pathlib import Path

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.test import Client

from offences import VERSION, backups, migrations
from offences.models import AnnualCount, IssuedText, PressRelease, ReleasedFigure
from tests import rows
from tests.backups.stored import fill
from tests.embargo.crawl import asking, crawl

STORED = sorted(Path(__file__).parent.glob("*.backup"))
CHANGES = Path(__file__).parents[2] / "CHANGELOG.md"
WHY = "A slip of the pen was put right"


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
    page = Client().get("/forces/northshire/").content.decode()
    assert "68" in page and WHY in page
    revised = ReleasedFigure.objects.get(release__number=2, body="northshire", year=2017)
    assert (revised.high, revised.revised_why) == (52, WHY)
    withdrawn = Client().get("/releases/online/3/").content.decode()
    assert "Withdrawn" in withdrawn and "A slip." in withdrawn


def of_its_own_words(address):
    """Whether an address gives a text, which says what its version said as it was issued."""
    return address.startswith("/press/conference/") and address != "/press/conference/"


def has_its_words(pages):
    """Whether the file of each text has every line of it, as the version stored them."""
    texts = {f"/press/conference/{text.body}.txt": text.text for text in IssuedText.objects.all()}
    said = {address: pages[address][""] for address in texts}
    lines = [(address, line) for address, text in texts.items() for line in text.splitlines()]
    return len(texts) == 3 and all(plain(line) in said[address] for address, line in lines)


def plain(line):
    return line.strip("#*> ").partition("**")[0]


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
        theirs = read(stored.stem, lambda stored=stored: backups.restore(stored, ""))
        assert has_its_words(theirs)
        assert theirs.keys() == ours.keys()
        others = {address for address, said in theirs.items() if said != ours[address]}
        assert [address for address in others if not of_its_own_words(address)] == []


def said_by(answer):
    """All that a page or file says, but the numbers of the rows that a form chooses from."""
    row = re.compile(r'((?:name="release"|<option) value=)"\d+"')
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
