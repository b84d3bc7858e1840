"""Long work, done by the worker (`manage.py db_worker`) while a page tells how far it is.

A task takes and answers plain values. How far it is goes through a cache that pages and worker
share: inside the transaction of an import, which is all or nothing, nobody else could read it.
"""

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.cache import caches
from django.tasks import TaskContext, TaskResult, default_task_backend, task
from django.tasks.exceptions import TaskResultDoesNotExist
from django.utils import timezone

from offences import imports, press
from offences.imports import Given, held
from offences.models import CampaignEvent

type Tell = Callable[[str, int, int], None]

GONE = "The file is no longer here. Bring it again."


@dataclass(frozen=True)
class Progress:
    """The step that a task is at, in words, and how much is done, of how much."""

    what: str
    done: int
    of: int


def progress_of(result: TaskResult) -> Progress | None:
    """How far it is; None before the worker has begun."""
    told = caches["progress"].get(str(result.id))
    return Progress(*told) if told else None


def result_of(number: str, by: User) -> TaskResult | None:
    """The work with this number, where this person asked for it."""
    try:
        result = default_task_backend.get_result(number)
    except TaskResultDoesNotExist:
        return None
    return result if result.kwargs.get("by") == by.pk else None


def _told_to(context: TaskContext) -> Tell:
    def tell(what: str, done: int, of: int) -> None:
        caches["progress"].set(str(context.task_result.id), (what, done, of))

    return tell


# ---- counts from a spreadsheet -----------------------------------------------------------------


@dataclass(frozen=True)
class Brought:
    """A file that a person brought, where it is held, and what they said of it."""

    token: str
    name: str
    round: str
    measure: str
    title: str

    @property
    def given(self) -> Given:
        return Given(self.round, self.measure, self.title)


def look(file: Brought, by: User, tell: Tell = imports.nobody) -> dict:
    """What a file would do, or why it is refused. Held on where it may be confirmed."""
    begun, kept = time.monotonic(), False
    data = held.held(file.token, by)
    if data is None:
        return {"refused": GONE}
    try:
        made = imports.preview(data, file.name, file.given, by=by, now=timezone.now(), tell=tell)
        kept = made.may_confirm
        return made.as_document() | {"seconds": time.monotonic() - begun}
    except imports.Refused as refusal:
        return {"refused": str(refusal)}
    finally:
        if not kept:
            held.discard(by)


def store(file: Brought, fingerprint: str, by: User, tell: Tell = imports.nobody) -> dict:
    """Store what was shown; what the file would do now where the records moved since."""
    begun, kept = time.monotonic(), False
    data = held.held(file.token, by)
    if data is None:
        return {"refused": GONE}
    try:
        made, document = imports.confirm(
            data, file.name, file.given, fingerprint, by=by, now=timezone.now(), tell=tell
        )
        kept = document is None and made.may_confirm  # for the answer to the new preview
        stored = {"document": document.pk if document else None, "moved": document is None}
        return made.as_document() | stored | {"seconds": time.monotonic() - begun}
    except imports.Refused as refusal:
        return {"refused": str(refusal)}
    finally:
        if not kept:
            held.discard(by)


@task(takes_context=True)
def look_at_counts(context: TaskContext, *, by: int, file: list[str]) -> dict:
    """`look`, by the worker."""
    return look(Brought(*file), User.objects.get(pk=by), _told_to(context))


@task(takes_context=True)
def store_counts(context: TaskContext, *, by: int, file: list[str], fingerprint: str) -> dict:
    """`store`, by the worker."""
    return store(Brought(*file), fingerprint, User.objects.get(pk=by), _told_to(context))


# ---- the texts of an event ---------------------------------------------------------------------


@task(takes_context=True)
def draft_events(context: TaskContext, *, by: int, events: list[int]) -> list[dict]:
    """Draft every text of some events; of each event how many, or why none."""
    tell, answers = _told_to(context), []
    for event in CampaignEvent.objects.filter(pk__in=events).order_by("embargo_at", "pk"):
        answers.append({"event": event.pk, "name": str(event)} | _drafted(event, by, tell))
    return answers


def _drafted(event: CampaignEvent, by: int, tell: Tell) -> dict:
    now: dt.datetime = timezone.now()
    try:
        texts = press.draft_event(event, by=User.objects.get(pk=by), now=now, tell=tell)
    except press.Refused as refused:
        return {"refused": str(refused)}
    kept = sum(1 for text in texts if text.edited_at or text.issued_at)
    return {"texts": len(texts), "kept": kept}
