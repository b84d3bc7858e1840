"""Whether this process lives and is ready, for what watches it.

Asked before everything else: by the address of the machine, without HTTPS and without a session.
"""

import tempfile
from collections.abc import Callable

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse

LIVES, READY = "/healthz", "/readyz"


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
            return JsonResponse(said, status=503 if troubles else 200, headers=NEVER_KEPT)
        return self.get_response(request)


NEVER_KEPT = {"Cache-Control": "no-store"}


def database_trouble() -> str:
    """Why the database cannot be asked, or what has to be done before it is of this version."""
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
    except NotImplementedError:  # kept on another machine, which has checks of its own
        return ""
    try:
        settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=root) as file:
            file.write(b"1")
    except OSError as error:
        return error.strerror or "cannot be written"
    return ""


CHECKS: dict[str, Callable[[], str]] = {
    "database": database_trouble,
    "documents": documents_trouble,
}
