"""A large file goes to the worker: its page tells how far it is, then what came of it."""

import pytest
from django.core.cache import caches
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from offences import tasks
from offences.intake import workbook
from offences.models import AnnualCount, Document
from offences.staff.files.count_files import LARGE
from tests import worlds
from tests.clients import logged_in
from tests.imports.conftest import held_files, long, stored
from tests.imports.test_pages import CONFIRM, IMPORT, said, seal

FILLER = "x" * 150


def large(value="68") -> bytes:
    """One count, and so many cells without a number that the file is a large one."""
    blank = [(f"Northshire {FILLER}", "2018/19", "")] * (LARGE // 150)
    return long(("Northshire", "2018/19", value), *blank)


def bring(client: Client, data: bytes):
    given = {"round": "2019", "measure": "online", "file": SimpleUploadedFile("a.csv", data)}
    return client.post(IMPORT, given)


@pytest.fixture
def client(world) -> Client:
    return logged_in(world.officer)


def test_a_large_file_is_shown_and_stored_by_the_worker(world, client):
    waiting = bring(client, large()).url
    assert "Waiting for its turn" in said(client.get(waiting))
    assert stored() == (0, 0)
    worlds.work()
    shown = client.get(waiting)
    assert "Store 1 count" in shown.content.decode() and stored() == (0, 0)
    waiting = client.post(CONFIRM, {"sealed": seal(shown), "confirm": "1"}).url
    assert stored() == (0, 0)
    worlds.work()
    done = said(client.get(waiting))
    assert "Stored: 1 new, 0 changed." in done
    assert stored() == (1, 1) and held_files() == []
    count = AnnualCount.objects.get()
    assert (count.value, count.cell, count.document) == (68, "C2", Document.objects.get())
    assert count.recorded_by == world.officer
    assert said(client.get(waiting)) == done  # the address goes on showing how it ended


def test_its_page_tells_how_far_it_is_and_nothing_is_public_before_the_end(
    world, client, monkeypatch
):
    waiting = bring(client, large()).url
    seen = []
    tell = caches["progress"].set

    def look_meanwhile(key, value):
        tell(key, value)
        seen.append(client.get(f"{waiting}?progress").json())

    monkeypatch.setattr(type(caches["progress"]), "set", lambda _, *of: look_meanwhile(*of))
    worlds.work()
    assert [step["words"] for step in seen] == [
        "Reading the file",
        f"Comparing {1 + LARGE // 150} counts with the records",
        "Trying 1 count against every rule",
    ]
    assert [step["done"] for step in seen] == [0, 1, 2] and {step["of"] for step in seen} == {4}
    assert client.get(f"{waiting}?progress").json()["finished"] is True


def test_a_refused_row_is_shown_and_the_file_goes(world, client):
    waiting = bring(client, large("-5")).url
    worlds.work()
    assert "Nothing can be stored: 1 row is refused." in said(client.get(waiting))
    assert held_files() == [] and stored() == (0, 0)


def test_a_file_that_cannot_be_read_says_why(world, client):
    waiting = bring(client, b"PK\3\4" + bytes(LARGE)).url
    worlds.work()
    assert "This file is damaged" in said(client.get(waiting, follow=True))
    assert held_files() == [] and stored() == (0, 0)


def test_records_that_moved_are_shown_anew_and_asked_about_again(world, client):
    waiting = bring(client, large()).url
    worlds.work()
    shown = client.get(waiting)
    worlds.enter(world.submission, {world.cell(2018): "67"}, world.officer)
    waiting = client.post(CONFIRM, {"sealed": seal(shown), "confirm": "1"}).url
    worlds.work()
    anew = client.get(waiting)
    assert "the records changed after you looked" in said(anew)
    assert AnnualCount.objects.current().get().value == 67
    waiting = client.post(CONFIRM, {"sealed": seal(anew), "confirm": "1"}).url
    worlds.work()
    assert "Stored: 0 new, 1 changed." in said(client.get(waiting))
    assert AnnualCount.objects.current().get().value == 68


@pytest.mark.both_databases
def test_work_that_breaks_off_stores_nothing_and_leaves_no_file(world, client, monkeypatch):
    waiting = bring(client, large()).url
    worlds.work()
    shown = client.get(waiting)
    waiting = client.post(CONFIRM, {"sealed": seal(shown), "confirm": "1"}).url
    monkeypatch.setattr(workbook, "confirm", lambda *_, **__: 1 / 0)
    worlds.work()
    assert "This broke off. Nothing of this file is stored." in said(
        client.get(waiting, follow=True)
    )
    assert held_files() == [] and stored() == (0, 0)


def test_nobody_else_sees_it(world, client):
    waiting = bring(client, large()).url
    worlds.work()
    colleague = worlds.person("Bo Day", "Data officer")
    assert logged_in(colleague).get(waiting).status_code == 404
    assert logged_in(world.checker).get(waiting).status_code == 403
    unknown = reverse(
        "admin:offences_annualcount_work", args=["00000000-0000-0000-0000-000000000000"]
    )
    assert client.get(unknown).status_code == 404


def test_other_work_of_the_same_person_is_not_shown_as_an_import(world, client):
    other = tasks.draft_events.enqueue(by=world.officer.pk, events=[])
    for _ in range(2):
        address = reverse("admin:offences_annualcount_work", args=[other.id])
        assert client.get(address).status_code == 404
        worlds.work()
