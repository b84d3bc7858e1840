"""Whether a worker lives, and what becomes of the work of one that was killed.

Each worker gives a sign of life where every machine sees it. Work that was in
the hands of a worker without one is taken up again by another, or ends as broken off.
"""

import contextlib
import datetime as dt
import logging
import threading
from collections.abc import Iterator

from django.conf import settings
from django.core.cache import caches
from django.db import DatabaseError, connection
from django.db.models import Case, Count, Min, When
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from offences import tasks

SIGN_EVERY = dt.timedelta(seconds=20)
DEAD_AFTER = dt.timedelta(minutes=2)  # without a sign of life
WAITS_TOO_LONG = dt.timedelta(minutes=10)  # due work, whatever signs there are
ATTEMPTS = 3  # work that ended so many workers is not given to another
NEWEST = "newest"
LOG = logging.getLogger("offences.workers")

REPEATABLE = {
    each.module_path
    for each in (
        *(tasks.send_letters, tasks.send_texts, tasks.send_notices),
        *(tasks.send_digests, tasks.morning_digests, tasks.nightly_backup, tasks.read_returns),
        tasks.nightly_purge,
    )
}
"""The work that continues where it stopped. A person decides again about any other."""


class WorkerEnded(Exception):
    """The worker that did this gives no sign of life."""


def last_sign(worker: str = NEWEST) -> dt.datetime | None:
    """The time of the last sign of life, of one worker or of any."""
    at = caches["lasting"].get(f"sign-of-life.{worker}")
    return dt.datetime.fromisoformat(at) if at else None


def give_sign(worker: str) -> None:
    at = timezone.now().isoformat()
    for name in (worker, NEWEST):
        caches["lasting"].set(f"sign-of-life.{name}", at)


def _is_dead(worker: str, now: dt.datetime) -> bool:
    sign = last_sign(worker)
    return sign is None or now - sign > DEAD_AFTER


def take_up(now: dt.datetime) -> None:
    """Give the work of dead workers to living ones, or end it as broken off."""
    for row in DBTaskResult.objects.running().filter(started_at__lt=now - DEAD_AFTER):
        if not _is_dead(row.worker_ids[-1], now):
            continue
        changed: dict[str, object] = {"status": TaskResultStatus.READY, "started_at": None}
        again = row.task_path in REPEATABLE and len(row.worker_ids) < ATTEMPTS
        if not again:
            changed = {
                "status": TaskResultStatus.FAILED,
                "finished_at": now,
                "exception_class_path": f"{WorkerEnded.__module__}.{WorkerEnded.__qualname__}",
                "traceback": str(WorkerEnded.__doc__),
            }
        # Another worker may look at this moment, too: the first changes it.
        same = DBTaskResult.objects.running().filter(pk=row.pk, started_at=row.started_at)
        if same.update(**changed):
            done = "taken up again" if again else "ended as broken off"
            LOG.warning("Task id=%s of a worker that was killed: %s", row.pk, done)


@contextlib.contextmanager
def signs_of_life(worker: str) -> Iterator[None]:
    """Give signs of life for as long as this worker runs, and take up what dead ones left."""
    ended = threading.Event()

    def give_signs() -> None:
        while not ended.wait(SIGN_EVERY.total_seconds()):
            _sign_and_look(worker)
            connection.close()

    _sign_and_look(worker)
    threading.Thread(target=give_signs, name="signs of life", daemon=True).start()
    try:
        yield
    finally:
        ended.set()


def _sign_and_look(worker: str) -> None:
    """A disk or database that is out of reach ends neither: the next look may find it there."""
    try:
        give_sign(worker)
        take_up(timezone.now())
    except (OSError, DatabaseError):
        LOG.exception("No sign of life could be given, or no work be looked through")


def waiting_since(now: dt.datetime) -> tuple[int, dt.datetime | None]:
    """How many tasks are due and not begun, and since when the first could have been."""
    due = Case(When(run_after__gt=now, then="enqueued_at"), default="run_after")
    ready = DBTaskResult.objects.ready().order_by()
    found = ready.aggregate(number=Count("pk"), since=Min(due))
    return found["number"], found["since"]


def worker_trouble(now: dt.datetime) -> str:
    """Why long work is not done; empty while a worker lives and nothing waits for long."""
    if not settings.WORKER_EXPECTED:
        return ""
    try:
        sign = last_sign()
        number, since = waiting_since(now)
    except DatabaseError:  # of which another check tells
        return ""
    queued = "1 task" if number == 1 else f"{number:,} tasks"
    waiting = f" {queued} waiting since {_moment(since)}." if since else ""
    if sign is None or now - sign > DEAD_AFTER:
        silent = f"no sign of life since {_moment(sign)}" if sign else "no sign of life yet"
        return f"The worker has stopped: {silent}.{waiting}"
    if since and now - since > WAITS_TOO_LONG:
        return f"The worker runs and does not keep up.{waiting}"
    return ""


def _moment(at: dt.datetime) -> str:
    return f"{timezone.localtime(at):%-d %B, %H:%M}"
