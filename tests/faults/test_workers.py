"""A worker that was killed: its work goes on or ends, and it is said where people look."""

import datetime as dt
import os
import signal
import subprocess
import sys
import textwrap

import pytest
from django.conf import settings as site
from django.core.cache import caches
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from offences import tasks, workers
from tests import worlds
from tests.clients import logged_in, text_of

pytestmark = pytest.mark.django_db
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture(autouse=True)
def expected(settings):
    settings.WORKER_EXPECTED = True
    caches["progress"].clear()


def in_the_hands_of(worker, *, since=5 * MINUTE):
    """The newest task was begun by this worker some minutes ago."""
    row = DBTaskResult.objects.latest("enqueued_at")
    row.claim(worker)
    DBTaskResult.objects.filter(pk=row.pk).update(started_at=timezone.now() - since)
    return row


def status_of(row):
    return DBTaskResult.objects.get(pk=row.pk).status


@pytest.mark.both_databases
def test_sending_of_a_dead_worker_is_taken_up_again_and_other_work_ends_as_broken_off():
    tasks.send_letters.enqueue(by=1, round=1, kind="sent")
    letters = in_the_hands_of("killed")
    tasks.draft_events.enqueue(by=1, events=[])
    drafts = in_the_hands_of("killed")
    tasks.draft_events.enqueue(by=1, events=[])
    alive = in_the_hands_of("alive")
    workers.give_sign("alive")
    workers.take_up(timezone.now())
    assert [status_of(each) for each in (letters, drafts, alive)] == ["READY", "FAILED", "RUNNING"]
    ended = DBTaskResult.objects.get(pk=drafts.pk)
    assert ended.task_result.errors[0].exception_class is workers.WorkerEnded
    # Work that ends one worker after another is not given to a fourth.
    for number in range(2):
        in_the_hands_of(f"killed-{number}")
    DBTaskResult.objects.filter(pk=letters.pk).update(
        status="RUNNING", worker_ids=["a", "b", "c"], started_at=timezone.now() - 5 * MINUTE
    )
    workers.take_up(timezone.now())
    assert status_of(letters) == "FAILED"


def test_a_task_whose_worker_was_heard_of_a_minute_ago_is_left_alone():
    tasks.send_digests.enqueue()
    row = in_the_hands_of("quiet")
    workers.give_sign("quiet")
    workers.take_up(timezone.now() + MINUTE)
    assert status_of(row) == "RUNNING"
    workers.take_up(timezone.now() + 3 * MINUTE)
    assert status_of(row) == "READY"


def test_what_was_taken_up_again_has_not_stopped_before_it_says_anything():
    tasks.send_digests.enqueue()
    row = in_the_hands_of("second", since=dt.timedelta())
    early = (timezone.now() - 5 * MINUTE).isoformat()
    caches["progress"].set(str(row.task_result.id), ("Sending", 1, 4, early))
    again = DBTaskResult.objects.get(pk=row.pk).task_result
    assert not tasks.seems_stopped(again, timezone.now())
    assert tasks.seems_stopped(again, timezone.now() + 4 * MINUTE)


def test_a_dead_worker_is_told_to_those_who_wait_for_it_and_to_what_watches_the_site(time_machine):
    time_machine.move_to(worlds.NOW, tick=False)
    lead, officer = worlds.person("Di Fox", "Data lead"), worlds.person("Bo Ash", "Data officer")
    press = worlds.person("Cy Elm", "Press officer")
    tasks.send_digests.enqueue()

    def today(user):
        return text_of(logged_in(user).get(reverse("admin:index")))

    assert "The worker has stopped: no sign of life yet. 1 task waiting since" in today(officer)
    workers.give_sign("one")
    assert "The worker" not in today(lead)
    time_machine.move_to(worlds.NOW + 3 * MINUTE, tick=False)
    words = "The worker has stopped: no sign of life since 20 June, 10:42. 1 task waiting since"
    assert words in today(lead) and words in today(officer) and words not in today(press)
    ready = Client().get("/readyz")
    assert ready.status_code == 200 and words in ready.json()["worker"]  # pages are served
    metrics = Client().get("/metrics").content.decode()
    assert "offences_worker_seconds 180.0\n" in metrics
    assert "offences_tasks_waiting_seconds 180.0\n" in metrics


def test_a_worker_that_lives_and_does_not_keep_up_is_told_apart_from_one_that_is_dead():
    tasks.send_digests.enqueue()
    now = timezone.now()
    workers.give_sign("one")
    assert workers.worker_trouble(now + MINUTE) == ""
    DBTaskResult.objects.update(enqueued_at=now - 11 * MINUTE)
    assert "runs and does not keep up. 1 task waiting since" in workers.worker_trouble(now)
    # What is planned for a night does not wait before it.
    DBTaskResult.objects.update(enqueued_at=now - 600 * MINUTE, run_after=now - MINUTE)
    assert workers.worker_trouble(now) == ""


def test_a_worker_gives_a_sign_and_looks_before_it_begins(monkeypatch):
    tasks.draft_events.enqueue(by=1, events=[])
    left = in_the_hands_of("killed")
    monkeypatch.setattr("django_tasks_db.management.commands.db_worker.Worker.run", lambda _: None)
    monkeypatch.setattr(
        "django_tasks_db.management.commands.db_worker.Worker.configure_signals", lambda _: None
    )
    call_command("db_worker", batch=True, worker_id="new", verbosity=0)
    assert workers.last_sign("new") == workers.last_sign()
    assert status_of(left) == "FAILED"


HASTY = """
    import datetime as dt, time
    import django
    django.setup()
    from django.core.management import call_command
    from offences import tasks, workers
    workers.SIGN_EVERY, workers.DEAD_AFTER = dt.timedelta(seconds=0.2), dt.timedelta(seconds=2)
    work = {work}
    tasks.digest_sending.send_digests = work
    call_command("db_worker", worker_id={name!r}, interval=0.2, reload=False, verbosity=0)
"""
HANGS = "lambda now: (print('begun', flush=True), time.sleep(60))"
ENDS = "lambda now: print('done', flush=True) or {}"


@pytest.mark.drill
@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_a_second_worker_does_what_one_that_is_killed_had_begun(tmp_path, test_database):
    """Two processes: the first is killed by the system in the middle of a task."""
    environment = os.environ | {
        "DATABASE_URL": test_database,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "MEDIA_ROOT": str(tmp_path / "media"),
    }

    def worker(name, work):
        code = textwrap.dedent(HASTY).format(name=name, work=work)
        command = [sys.executable, "-c", code]
        return subprocess.Popen(
            command, cwd=site.BASE_DIR, env=environment, stdout=subprocess.PIPE, text=True
        )

    tasks.send_digests.enqueue()
    row = DBTaskResult.objects.get()
    first = worker("first", HANGS)
    assert first.stdout.readline() == "begun\n"
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert status_of(row) == "RUNNING"
    second = worker("second", ENDS)
    try:
        assert second.stdout.readline() == "done\n"
    finally:
        second.terminate()
        second.wait()
    row.refresh_from_db()
    assert (row.status, row.worker_ids) == ("SUCCESSFUL", ["first", "second"])
