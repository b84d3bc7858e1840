"""Whether this process is alive and ready, for what watches it.

Asked before everything else: by the address of the machine, without HTTPS and without a session.
"""

import datetime as dt
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from os.path import join

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from offences.models import BackupRun
from offences.replica import bytes_behind
from offences.request_metrics import request_lines
from offences.workers import last_sign, waiting_since, worker_trouble

LIVES, READY, METRICS = "/healthz", "/readyz", "/metrics"
PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"


class HealthChecks:
    """Answers /healthz by itself, and /readyz once it has tried what a page needs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info == LIVES:
            return HttpResponse("alive\n", content_type="text/plain", headers=NEVER_KEPT)
        if request.path_info == READY:
            troubles = {name: why for name, check in CHECKS.items() if (why := check())}
            said = {name: troubles.get(name, "ok") for name in CHECKS}
            # Pages are served without one: a proxy that took this for “not ready” would end them.
            said["worker"] = worker_trouble(timezone.now()) or "ok"
            return JsonResponse(said, status=503 if troubles else 200, headers=NEVER_KEPT)
        if request.path_info == METRICS and _may_read_metrics(request):
            lines = "".join(f"{name} {value}\n" for name, value in metrics(timezone.now()))
            lines += request_lines()
            return HttpResponse(lines, content_type=PROMETHEUS, headers=NEVER_KEPT)
        return self.get_response(request)


NEVER_KEPT = {"Cache-Control": "no-store"}


def database_trouble() -> str:
    """Why the database cannot be used, or what has to be done before it fits this version."""
    try:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return "cannot be reached"
    return f"{len(plan)} migrations have to be applied: manage.py migrate" if plan else ""


def documents_trouble() -> str:
    """Why no document can be stored."""
    try:
        root = default_storage.path("")
    except NotImplementedError:  # kept in a bucket: whether it answers
        try:
            default_storage.exists("readyz")
        except OSError:
            return "cannot be reached"
        return ""
    try:
        settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=root) as file:
            file.write(b"1")
    except OSError as error:
        return error.strerror or "cannot be written"
    return ""


@cache  # they are read once, as the process starts
def static_files_trouble() -> str:
    """Which static files were not collected: each page that names one would fail."""
    if not isinstance(staticfiles_storage, ManifestFilesMixin):
        return ""
    found = (each for finder in get_finders() for each in finder.list(["CVS", ".*", "*~"]))
    names = {join(getattr(of, "prefix", None) or "", path) for path, of in found}
    if not (missing := sorted(names - staticfiles_storage.hashed_files.keys())):
        return ""
    files = f"{missing[0]} is missing"
    if len(missing) > 1:
        files = f"{len(missing):,} are missing, such as {missing[0]}"
    return f"{files}: run manage.py collectstatic, then restart the web service"


CHECKS: dict[str, Callable[[], str]] = {
    "database": database_trouble,
    "documents": documents_trouble,
    "static files": static_files_trouble,
}


def _may_read_metrics(request: HttpRequest) -> bool:
    """Whether the machine itself asks, or one that is named: nobody through a proxy."""
    address = request.META.get("REMOTE_ADDR", "")
    is_near = address in {"127.0.0.1", "::1", "", *settings.METRICS_FROM}
    return is_near and "HTTP_X_FORWARDED_FOR" not in request.META


def metrics(now: dt.datetime) -> Iterator[tuple[str, float]]:
    """The numbers to watch, as Prometheus reads them; all processes give the same."""
    number, since = waiting_since(now)
    yield "offences_tasks_waiting", number
    yield "offences_tasks_waiting_seconds", (now - since).total_seconds() if since else 0
    if sign := last_sign():
        yield "offences_worker_seconds", (now - sign).total_seconds()
    for status in (TaskResultStatus.RUNNING, TaskResultStatus.FAILED):
        number = DBTaskResult.objects.filter(status=status).count()
        yield f"offences_tasks_{status.value.lower()}", number
    if good := BackupRun.objects.since(BackupRun.objects.restores().first()).first():
        yield "offences_backup_age_seconds", (now - good.began_at).total_seconds()
    if (behind := bytes_behind()) is not None:
        yield "offences_replica_behind_bytes", behind
    yield "offences_ready", float(not any(check() for check in CHECKS.values()))
