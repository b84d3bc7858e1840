"""A worker that is killed in the middle: its page says so, and the person begins again."""

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from offences import counts, tasks
from offences.models import Document
from offences.staff.worker import STOPPED
from tests import worlds
from tests.clients import logged_in
from tests.imports.conftest import held_files, long, stored
from tests.imports.test_large import bring, large
from tests.imports.test_pages import CONFIRM, IMPORT, said, seal
from tests.mail_server import Killed

LONG_AGO = dt.timedelta(hours=1)


@pytest.fixture
def client(world) -> Client:
    return logged_in(world.officer)


def begun_by_a_worker_that_was_killed(ago: dt.timedelta = LONG_AGO) -> None:
    """The newest work is in the hands of a worker of which nobody heard since."""
    row = DBTaskResult.objects.latest("enqueued_at")
    row.claim("killed")
    DBTaskResult.objects.filter(pk=row.pk).update(started_at=row.started_at - ago)


def preview_of(client, data):
    waiting = bring(client, data).url
    worlds.work()
    return client.get(waiting)


def confirm(client, shown) -> str:
    return client.post(CONFIRM, {"sealed": seal(shown), "confirm": "1"}).url


def test_work_has_stopped_where_nobody_has_heard_of_it_for_minutes(world, client, monkeypatch):
    bring(client, large())
    row = DBTaskResult.objects.get()
    now = row.enqueued_at

    def stopped(after: dt.timedelta) -> bool:
        return tasks.seems_stopped(DBTaskResult.objects.get().task_result, now + after)

    assert not stopped(LONG_AGO)  # nobody has begun it: the page says that by itself
    row.claim("a worker")
    DBTaskResult.objects.update(started_at=now)
    minutes = [dt.timedelta(minutes=m) for m in (2, 4)]
    assert [stopped(after) for after in minutes] == [False, True]
    heard = tasks.Progress("Storing", 2, 4, now + dt.timedelta(minutes=3))
    monkeypatch.setattr(tasks, "progress_of", lambda _: heard)
    assert [stopped(dt.timedelta(minutes=m)) for m in (4, 5, 7)] == [False, False, True]
    row.set_successful({})
    assert not stopped(LONG_AGO)


def test_what_a_worker_says_of_its_steps_has_a_time(world, client):
    bring(client, large())
    worlds.work()
    row = DBTaskResult.objects.get()
    progress = tasks.progress_of(row.task_result)
    assert row.started_at <= progress.at <= row.finished_at


@pytest.mark.both_databases
def test_a_killed_look_says_that_nothing_is_stored_and_the_person_begins_again(world, client):
    waiting = bring(client, large()).url
    begun_by_a_worker_that_was_killed(ago=dt.timedelta())
    assert STOPPED not in said(client.get(waiting))
    begun_by_a_worker_that_was_killed()
    page = client.get(waiting)
    assert f"{STOPPED} Nothing of this file is stored. You can start again." in said(page)
    assert f'<a class="button default" href="{IMPORT}">Upload the file again</a>' in (
        page.content.decode()
    )
    told = client.get(f"{waiting}?progress").json()
    assert (told["words"], told["stopped"], told["finished"]) == (STOPPED, True, False)
    shown = preview_of(client, large())
    work = confirm(client, shown)
    worlds.work()
    assert "Stored: 1 new, 0 changed." in said(client.get(work))


@pytest.mark.both_databases
def test_after_a_killed_import_the_same_preview_can_be_confirmed_again(world, client):
    shown = preview_of(client, large())
    work = confirm(client, shown)
    begun_by_a_worker_that_was_killed()
    assert f"{STOPPED} Nothing of this file is stored." in said(client.get(work))
    again = confirm(client, shown)
    assert again != work
    worlds.work()
    assert "Stored: 1 new, 0 changed." in said(client.get(again))
    assert stored() == (1, 1) and held_files() == []
    # Whoever still has the page of the first is told what is true by now.
    document = reverse("admin:offences_document_change", args=[Document.objects.get().pk])
    assert client.get(work).url == document


@pytest.mark.both_databases
def test_what_was_stored_before_the_worker_was_killed_is_said_to_be(world, client):
    shown = preview_of(client, large())
    work = confirm(client, shown)
    row = DBTaskResult.objects.latest("enqueued_at")
    file, mark = (row.task_result.kwargs[name] for name in ("file", "fingerprint"))
    tasks.store_upload(tasks.PendingUpload(*file), mark, world.officer)
    begun_by_a_worker_that_was_killed()
    landed = client.get(work, follow=True)
    assert "Stored already" in said(landed)
    assert landed.redirect_chain[0][0].endswith(f"document/{Document.objects.get().pk}/change/")


def bytes_kept() -> set[str]:
    """The files of documents, by their names."""
    if not default_storage.exists("documents"):
        return set()
    years = default_storage.listdir("documents")[0]
    return {name for year in years for name in default_storage.listdir(f"documents/{year}")[1]}


@pytest.mark.both_databases
def test_an_import_that_is_killed_leaves_no_bytes_for_they_are_written_last(world, monkeypatch):
    before, meanwhile = bytes_kept(), []
    save = counts.save_many

    def looked_at(*args, **more):
        meanwhile.append(bytes_kept())
        return save(*args, **more)

    monkeypatch.setattr(counts, "save_many", looked_at)
    data = long(("Northshire", "2018/19", "68"))
    _, document = world.confirm(data)
    assert meanwhile and all(there == before for there in meanwhile)
    document.refresh_from_db()
    assert document.file.read() == data
    assert bytes_kept() - before == {document.file.name.rpartition("/")[2]}


def test_an_import_whose_last_step_fails_leaves_no_bytes_either(world, monkeypatch):
    before, save = bytes_kept(), Document.save

    def fails_at_the_end(document, **more):
        if "update_fields" in more:
            raise Killed
        save(document, **more)

    monkeypatch.setattr(Document, "save", fails_at_the_end)
    with pytest.raises(Killed):
        world.confirm(long(("Northshire", "2018/19", "68")))
    assert stored() == (0, 0) and bytes_kept() == before


@pytest.mark.both_databases
def test_killed_drafting_says_that_each_event_is_drafted_as_a_whole_or_not_at_all(world):
    tasks.draft_events.enqueue(by=world.press.pk, events=[])
    begun_by_a_worker_that_was_killed()
    number = DBTaskResult.objects.get().pk
    page = logged_in(world.press).get(
        reverse("admin:offences_campaignevent_drafting", args=[number])
    )
    assert f"{STOPPED} Each event is drafted as a whole or not at all" in said(page)
    assert reverse("admin:offences_campaignevent_changelist") in page.content.decode()


@pytest.mark.parametrize("has_role", [False, True])
def test_what_waits_for_the_worker_is_not_stored_once_its_person_may_no_longer(world, has_role):
    client = logged_in(world.officer)
    confirm(client, preview_of(client, large()))
    if has_role:
        User.objects.filter(pk=world.officer.pk).update(is_active=False)
    else:
        world.officer.groups.clear()
    worlds.work()
    result = DBTaskResult.objects.latest("enqueued_at").return_value
    assert result == {"refused": "The account that asked for this may no longer do it."}
    assert stored() == (0, 0) and held_files() == []


@pytest.mark.parametrize("is_open", [False, True])
def test_nothing_is_drafted_for_somebody_whose_account_has_ended(world, is_open):
    event = worlds.event()
    tasks.draft_events.enqueue(by=world.press.pk, events=[event.pk])
    User.objects.filter(pk=world.press.pk).update(is_active=is_open)
    worlds.work()
    [answer] = DBTaskResult.objects.get().return_value
    assert ("may no longer" in answer.get("refused", "")) is not is_open


@pytest.mark.browser
def test_the_page_that_waits_tells_by_itself_that_the_worker_stopped(world, new_page, log_in, axe):
    waiting = bring(logged_in(world.officer), large()).url
    begun_by_a_worker_that_was_killed(ago=dt.timedelta())
    page = new_page(width=360)
    log_in(page, world.officer)
    page.goto(waiting)
    page.get_by_text("Waiting for its turn").wait_for()
    begun_by_a_worker_that_was_killed()
    page.get_by_role("link", name="Upload the file again").wait_for()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="Upload the file again").click()
    page.get_by_role("heading", name="What a file looks like").wait_for()
