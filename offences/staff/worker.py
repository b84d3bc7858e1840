"""How far the worker is with a task, as the person who asked for it sees it.

The address belongs to the page that asked and shows the result; until then it shows this page.
Without its script the page has a link to load it again.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.tasks import Task, TaskResult, TaskResultStatus
from django.utils import timezone

from offences import tasks
from offences.english import counted
from offences.mail import SendingResult
from offences.models.outgoing import Outgoing, OutgoingQuerySet
from offences.staff.names import logged_in
from offences.staff.pages import log_change, show_page

PATIENCE = dt.timedelta(seconds=15)  # after which a page asks whether a worker runs at all


class Sending(Protocol):
    """A module that sends: what a person says of one of its messages; whether that was open."""

    def settle(self, about: Any, message_id: str, /, *, arrived: bool) -> bool: ...

    def withdraw(self, about: Any, message_id: str, /) -> bool: ...


STOPPED = (
    f"Nothing has moved for more than {tasks.QUIET.seconds // 60} minutes: the worker seems to "
    "have stopped."
)


@dataclass(frozen=True)
class WorkerTask:
    """A task of the worker, and the words to show if it does not finish."""

    title: str
    stored: str  # what is stored then, in a sentence
    retry_url: str
    retry_label: str

    @property
    def failure(self) -> str:
        return (
            f"This broke off. {self.stored} Try it again; if it breaks off again, tell the person "
            "who runs this site."
        )


def task_of(request: HttpRequest, number: UUID, *kinds: Task) -> TaskResult:
    """Return the task with this number; 404 for everybody but the person who asked for it."""
    result = tasks.result_of(str(number), logged_in(request))
    if result is None or result.task.module_path not in {kind.module_path for kind in kinds}:
        raise Http404("You have no such task.")
    return result


def show_unfinished(
    request: HttpRequest, result: TaskResult, work: WorkerTask, model: type[Model]
) -> HttpResponse | None:
    """Show the progress as a page or to its script; None once the result can be shown."""
    asked, now = "progress" in request.GET, timezone.now()
    if result.is_finished and not asked:
        return None
    progress = tasks.progress_of(result)
    stopped = tasks.seems_stopped(result, now)
    words = STOPPED if stopped else progress_in_words(result, progress, now)
    if asked:
        state = {"words": words, "finished": result.is_finished, "stopped": stopped}
        state |= {"done": progress.done, "of": progress.of} if progress else {}
        return JsonResponse(state, headers={"Cache-Control": "no-store"})
    shown: dict[str, Any] = {"words": words, "progress": progress, "work": work, "stopped": stopped}
    return show_page(request, "worker", title=work.title, subject=model, **shown)


def progress_in_words(result: TaskResult, progress: tasks.Progress | None, now: dt.datetime) -> str:
    """The step that the worker is at, or why there is none yet."""
    if progress:
        return progress.what
    waited = now - result.enqueued_at if result.enqueued_at else dt.timedelta()
    if result.started_at or waited < PATIENCE:
        return "Waiting for its turn"
    return (
        "Not started yet. If nothing happens within a minute, ask the person who runs this site "
        "whether the worker is running."
    )


def sort_unsent[Row: Outgoing](
    rows: Collection[Row], stored: OutgoingQuerySet[Row]
) -> dict[str, list[Row]]:
    """Messages that may have arrived, those that leave with the next Send, and those stopped."""
    waiting = [row for row in rows if not row.started_at]
    ids = [row.pk for row in waiting]
    stopped = {*stored.filter(pk__in=ids).stopped(timezone.localdate())} if waiting else set()
    return {
        "unsure": [row for row in rows if row.started_at and not row.sent_at],
        "waiting": [row for row in waiting if row not in stopped],
        "stopped": [row for row in waiting if row in stopped],
    }


def record_arrival(request: HttpRequest, about: Model, sending: Sending, what: str) -> None:
    """Record whether a “letter” or an “e-mail” arrived, or is taken back unsent."""
    message_id, _, answer = request.POST["settle"].rpartition(" ")
    if answer == "withdrawn":
        done, words = sending.withdraw(about, message_id), f"The {what} is taken back."
    elif answer == "arrived":
        done, words = sending.settle(about, message_id, arrived=True), "It counts as sent."
    else:
        done = sending.settle(about, message_id, arrived=False)
        words = f"It is sent once more with the next {what}s."
    if done:
        log_change(request, about, f"{message_id}: {words}")
        messages.success(request, words)
    else:
        messages.warning(request, "Somebody has answered this already.")


def show_sending(
    request: HttpRequest, result: TaskResult, work: WorkerTask, model: type[Model], what: str
) -> HttpResponse:
    """The progress of “letters” or “e-mails” that leave; in the end, what came of it."""
    if page := show_unfinished(request, result, work, model):
        return page
    if result.status is TaskResultStatus.SUCCESSFUL:
        report_sending(request, SendingResult(**result.return_value), what)
    else:
        messages.error(request, work.failure)
    return redirect(work.retry_url)


def report_sending(request: HttpRequest, found: SendingResult, what: str) -> None:
    """Say what came of a sending: of “letters”, of “e-mails”."""
    messages.success(request, f"{counted(found.sent, what)} sent.")
    if found.unreachable:
        messages.error(
            request, "The mail server was not reached, so the rest was not sent. Send it later."
        )
    if found.refused:
        words = f"{counted(found.refused, what)} not sent: see why below."
        messages.error(request, words)
    if found.unsure:
        unsure = counted(found.unsure, what)
        messages.warning(request, f"We do not know whether {unsure} arrived: say so below.")
