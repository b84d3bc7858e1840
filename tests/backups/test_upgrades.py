"""Databases of every release of the product, brought to the present version."""

import re
from pathlib import Path

import pytest
from django.test import Client

from offences import VERSION, backups
from offences.models import AnnualCount, PressRelease, ReleasedFigure
from tests import rows

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


def test_each_release_has_left_one():
    left = {each.stem for each in STORED}
    headings = re.findall(r"^## (\d+\.\d+\.\d+), ", CHANGES.read_text(), re.MULTILINE)
    assert headings[0] == VERSION and left == set(headings)
