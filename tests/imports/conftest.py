"""Two forces in a round of three years; the returns are asked for, nothing is entered."""

import shutil

import pytest
from django.core.files.storage import default_storage

from offences.intake import workbook
from offences.models import AnnualCount, Document
from tests import rows, worlds
from tests.imports.files import HEADINGS, csv_of


@pytest.fixture(autouse=True)
def nothing_held(media) -> None:
    """What another test left between its preview and its answer is not here."""
    shutil.rmtree(media / "imports", ignore_errors=True)


LIMITED = {"test_bad_files", "test_killed", "test_large"}  # what the process of a reader does


@pytest.fixture(autouse=True)
def reads(request: pytest.FixtureRequest) -> None:
    """Read without a process of its own, but where that is what is tested."""
    if request.module.__name__.rpartition(".")[2] not in LIMITED:
        request.getfixturevalue("read_here")


class World(worlds.World):
    def preview(self, data, name="a.csv", given=None):
        return workbook.preview(
            data, name, self.given if given is None else given, by=self.officer, now=worlds.NOW
        )

    def confirm(self, data, name="a.csv", given=None, now=worlds.NOW):
        given = self.given if given is None else given
        mark = workbook.preview(data, name, given, by=self.officer, now=now).fingerprint
        return workbook.confirm(data, name, given, mark, by=self.officer, now=now)


def two_forces() -> World:
    w = World(**worlds.team("officer", "checker", "press", "approver"))
    w.measure = worlds.measure()
    w.split = worlds.breakdown(w.measure)
    w.round = worlds.round_of(w.measure)
    w.north = worlds.force("Northshire", spellings=["N. Shire"])
    w.south = worlds.force("Southshire")
    w.submission = worlds.submission(w.north, w.round)
    w.other = worlds.submission(w.south, w.round)
    w.given = workbook.UploadDefaults("2019", "online")
    return w


@pytest.fixture
def world(db) -> World:
    return rows.kept("imports", two_forces)


def long(*lines) -> bytes:
    """A csv of rows such as ("Northshire", "2018/19", "68")."""
    return csv_of([["force", "year", "value"], *map(list, lines)])


def full(*lines) -> list[list[object]]:
    return [HEADINGS, *map(list, lines)]


def stored() -> tuple[int, int]:
    return AnnualCount.objects.count(), Document.objects.count()


def held_files() -> list[str]:
    if not default_storage.exists("imports"):
        return []
    return default_storage.listdir("imports")[1]
