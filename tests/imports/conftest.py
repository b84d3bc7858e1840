"""Two forces in a round of three years; the returns are asked for, nothing is entered."""

import shutil
from types import SimpleNamespace

import pytest
from django.core.files.storage import default_storage

from offences.intake import workbook
from offences.models import AnnualCount, Document
from tests import worlds
from tests.imports.files import HEADINGS, csv_of


@pytest.fixture(autouse=True)
def nothing_held(media) -> None:
    """What another test left between its preview and its answer is not here."""
    shutil.rmtree(media / "imports", ignore_errors=True)


@pytest.fixture
def world(db) -> SimpleNamespace:
    w = SimpleNamespace()
    w.officer = worlds.person("Ann Lee", "Data officer")
    w.checker = worlds.person("Cy Moss", "Checker")
    w.press = worlds.person("Di Fox", "Press officer")
    w.approver = worlds.person("Ed Hay", "Approver")
    w.measure = worlds.measure()
    w.split = worlds.breakdown(w.measure)
    w.round = worlds.round_of(w.measure)
    w.north = worlds.force("Northshire", spellings=["N. Shire"])
    w.south = worlds.force("Southshire")
    w.submission = worlds.submission(w.north, w.round)
    w.other = worlds.submission(w.south, w.round)
    w.cell = lambda year, category="total": worlds.cell(w.measure, year, category)
    w.given = workbook.UploadDefaults("2019", "online")
    w.preview = lambda data, name="a.csv", given=w.given: workbook.preview(
        data, name, given, by=w.officer, now=worlds.NOW
    )

    def confirm(data, name="a.csv", given=w.given, now=worlds.NOW):
        mark = workbook.preview(data, name, given, by=w.officer, now=now).fingerprint
        return workbook.confirm(data, name, given, mark, by=w.officer, now=now)

    w.confirm = confirm
    return w


def long(*rows) -> bytes:
    """A csv of rows such as ("Northshire", "2018/19", "68")."""
    return csv_of([["force", "year", "value"], *map(list, rows)])


def full(*rows) -> list[list[object]]:
    return [HEADINGS, *map(list, rows)]


def stored() -> tuple[int, int]:
    return AnnualCount.objects.count(), Document.objects.count()


def held_files() -> list[str]:
    if not default_storage.exists("imports"):
        return []
    return default_storage.listdir("imports")[1]
