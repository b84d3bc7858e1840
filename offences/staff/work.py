"""Work that the worker does, as the person who asked for it sees it: how far it is, then its end.

The page lives on the admin page of its subject, which shows the end; until then it is this one.
Without its script it is looked at again by a link.
"""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.tasks import Task, TaskResult

from offences import tasks
from offences.staff.common import signed_in
from offences.staff.pages import show_page

PATIENCE = dt.timedelta(seconds=15)  # after which a page asks whether a worker runs at all
STOPPED = (
    f"Nothing has moved for more than {tasks.QUIET.seconds // 60} minutes: the worker seems to "
    "have stopped."
)


@dataclass(frozen=True)
class Work:
    """What is done, and what holds where it is not done to its end."""

    title: str
    kept: str  # what of it is stored then, in a sentence
    again: str  # the address at which it is begun again
    begin: str  # the words that lead there

    @property
    def broke_off(self) -> str:
        return (
            f"This broke off. {self.kept} Try it again; if it breaks off again, tell whoever runs "
            "this site."
        )


def of(request: HttpRequest, number: str, *kinds: Task) -> TaskResult:
    """The work with this number; 404 for everybody but the person who asked for it."""
    result = tasks.result_of(number, signed_in(request))
    if result is None or result.task.module_path not in {kind.module_path for kind in kinds}:
        raise Http404("No such work of yours.")
    return result


def unfinished(
    request: HttpRequest, result: TaskResult, work: Work, model: type[Model], now: dt.datetime
) -> HttpResponse | None:
    """How far it is: a page, or what its script asks for; None once the end can be shown."""
    asked = "progress" in request.GET
    if result.is_finished and not asked:
        return None
    progress = tasks.progress_of(result)
    stopped = tasks.seems_stopped(result, now)
    words = STOPPED if stopped else words_of(result, progress, now)
    if asked:
        told = {"words": words, "finished": result.is_finished, "stopped": stopped}
        told |= {"done": progress.done, "of": progress.of} if progress else {}
        return JsonResponse(told, headers={"Cache-Control": "no-store"})
    return show_page(
        request,
        "admin/offences/work.html",
        title=work.title,
        subject=model,
        words=words,
        progress=progress,
        work=work,
        stopped=stopped,
    )


def words_of(result: TaskResult, progress: tasks.Progress | None, now: dt.datetime) -> str:
    """The step that it is at, or why there is none yet."""
    if progress:
        return progress.what
    waited = now - result.enqueued_at if result.enqueued_at else dt.timedelta()
    if result.started_at or waited < PATIENCE:
        return "Waiting for its turn"
    return (
        "Nothing has begun it yet. If nothing happens within a minute, ask whoever runs this "
        "site whether the worker is running."
    )
