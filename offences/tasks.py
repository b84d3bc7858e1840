"""Long work, done by the worker (`manage.py db_worker`) while a page shows its progress.

A task takes and returns plain values. Its progress goes through a cache that pages and worker
share: inside the transaction of an import, which is all or nothing, nobody else could read it.
"""

import datetime as dt
import logging
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

from django.conf import settings
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.auth.models import User
from django.core.cache import caches
from django.tasks import Task, TaskContext, TaskResult, TaskResultStatus, default_task_backend, task
from django.tasks.exceptions import TaskResultDoesNotExist
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from offences import backups, personal_data, press, releases
from offences.digest import sending as digest_sending
from offences.faults import fault_of
from offences.intake import pending, returns, unfinished, workbook
from offences.intake.pending import COUNTS
from offences.intake.preview import CHANGED, NEW
from offences.models import Account, CampaignEvent, Document, FoiRound, Release
from offences.press import notices
from offences.press import sending as press_sending
from offences.refused import Refused
from offences.rounds import sending

type ReportProgress = Callable[[str, int, int], None]

LOG = logging.getLogger(__name__)
QUIET = dt.timedelta(minutes=3)  # the longest step, a hundred thousand counts, takes seconds


@dataclass(frozen=True)
class Progress:
    """A task's present step, how much of it is done, and when it reported that."""

    what: str
    done: int
    of: int
    at: dt.datetime


def progress_of(result: TaskResult) -> Progress | None:
    """The progress of a task; None before the worker has begun."""
    stored = caches["progress"].get(str(result.id))
    if stored is None:
        return None
    what, done, of, at = stored
    return Progress(what, done, of, dt.datetime.fromisoformat(at))


def seems_stopped(result: TaskResult, now: dt.datetime) -> bool:
    """Whether a task has not reported for long: its worker was killed, or hangs.

    Other workers end it, or take it up again (offences.workers).
    """
    if result.status is not TaskResultStatus.RUNNING:
        return False
    progress = progress_of(result)
    begun = result.started_at  # a second time, where a worker was killed: what it said is older
    heard = [at for at in (begun, progress.at if progress else None) if at]
    return bool(heard) and now - max(heard) > QUIET


def result_of(number: str, by: User) -> TaskResult | None:
    """The task with this number, if this person asked for it."""
    try:
        result = default_task_backend.get_result(number)
    except TaskResultDoesNotExist:
        return None
    return result if result.kwargs.get("by") == by.pk else None


def _reporter(context: TaskContext) -> ReportProgress:
    def report(what: str, done: int, of: int) -> None:
        progress = (what, done, of, timezone.now().isoformat())
        caches["progress"].set(str(context.task_result.id), progress)

    return report


def _require_still(person: User, permission: str) -> None:
    """Refuse to store what somebody asked for whose account or role has ended since."""
    is_open = Account.objects.open(timezone.localdate()).filter(pk=person.pk).exists()
    if not (is_open and person.has_perm(permission)):
        raise Refused("The account that asked for this may no longer do it.")


# ---- counts from a spreadsheet -----------------------------------------------------------------


@dataclass(frozen=True)
class PendingUpload:
    """An uploaded file that waits for confirmation, with the uploader's defaults."""

    token: str
    name: str
    round: str
    measure: str
    title: str

    @property
    def defaults(self) -> workbook.UploadDefaults:
        return workbook.UploadDefaults(self.round, self.measure, self.title)


def preview_upload(
    file: PendingUpload, by: User, report: ReportProgress = workbook.no_progress
) -> dict:
    """Preview an uploaded file, or say why it is refused. One that may be confirmed is stored."""
    begun, is_pending = time.monotonic(), False
    try:
        data = pending.load(COUNTS, file.token, by)
        made = workbook.preview(
            data, file.name, file.defaults, by=by, now=timezone.now(), report=report
        )
        is_pending = made.may_confirm
        return made.to_document() | {"seconds": time.monotonic() - begun}
    except Refused as refusal:
        return {"refused": str(refusal)}
    finally:
        if not is_pending:
            pending.discard(COUNTS, file.token, by)


def store_upload(
    file: PendingUpload, fingerprint: str, by: User, report: ReportProgress = workbook.no_progress
) -> dict:
    """Store what the preview showed, or preview the file again if the counts have changed.

    A file that was stored before is reported as such and not stored again.
    """
    begun, is_pending = time.monotonic(), False
    try:
        data = pending.load(COUNTS, file.token, by)
        made, document = workbook.confirm(
            data,
            file.name,
            file.defaults,
            fingerprint,
            by=by,
            now=timezone.now(),
            token=file.token,
            report=report,
        )
        is_pending = document is None and made.may_confirm  # for the answer to the new preview
        if document:
            words = f"{made.numbers[NEW]:,} counts new, {made.numbers[CHANGED]:,} changed."
            LogEntry.objects.log_actions(by.pk, [document], ADDITION, words)
        stored = {"document": document.pk if document else None, "moved": document is None}
        return made.to_document() | stored | {"seconds": time.monotonic() - begun}
    except pending.AlreadyStored as first:
        return {"already": first.document}
    except Refused as refusal:
        return {"refused": str(refusal)}
    finally:
        if not is_pending:
            pending.discard(COUNTS, file.token, by)


def unfinished_storing(file: PendingUpload, by: User, now: dt.datetime) -> TaskResult | None:
    """The task that is storing this file already; None if there is none or it stopped."""
    return _unfinished(store_counts, by, now, args_kwargs__kwargs__file__0=file.token)


def _unfinished(kind: Task, by: User, now: dt.datetime, **of: object) -> TaskResult | None:
    unfinished = (TaskResultStatus.READY, TaskResultStatus.RUNNING)
    for row in DBTaskResult.objects.filter(
        task_path=kind.module_path, status__in=unfinished, args_kwargs__kwargs__by=by.pk, **of
    ):
        if not seems_stopped(row.task_result, now):
            return row.task_result
    return None


@task(takes_context=True)
def preview_counts(context: TaskContext, *, by: int, file: list[str]) -> dict:
    """`preview_upload`, by the worker."""
    return preview_upload(PendingUpload(*file), User.objects.get(pk=by), _reporter(context))


@task(takes_context=True)
def store_counts(context: TaskContext, *, by: int, file: list[str], fingerprint: str) -> dict:
    """`store_upload`, by the worker."""
    person, upload = User.objects.get(pk=by), PendingUpload(*file)
    try:
        _require_still(person, "offences.add_annualcount")
    except Refused as refusal:
        pending.discard(COUNTS, upload.token, person)
        return {"refused": str(refusal)}
    return store_upload(upload, fingerprint, person, _reporter(context))


# ---- the texts of an event ---------------------------------------------------------------------


@task(takes_context=True)
def draft_events(context: TaskContext, *, by: int, events: list[int]) -> list[dict]:
    """Draft every text of some events; return for each how many, or why none."""
    report, answers = _reporter(context), []
    user = User.objects.get(pk=by)
    for event in CampaignEvent.objects.filter(pk__in=events).order_by("embargo_at", "pk"):
        answer: dict = {"event": event.pk, "name": str(event)}
        try:
            _require_still(user, "offences.add_pressrelease")
            texts = press.draft_event(event, by=user, now=timezone.now(), report=report)
            press.check_texts(event, texts)  # so that their page has it ready
            answer["texts"] = len(texts)
            answer["kept"] = sum(1 for text in texts if text.edited_at or text.issued_at)
        except Refused as refused:
            answer["refused"] = str(refused)
        answers.append(answer)
    return answers


# ---- forces' own files --------------------------------------------------------------------------


def read_files(documents: list[int], report: ReportProgress = workbook.no_progress) -> None:
    """Read those of these files that were not read yet; a fault in one is reported on its page."""
    waiting = Document.objects.filter(pk__in=documents, seen__isnull=True).order_by("pk")
    for done, document in enumerate(waiting):
        report(f"Reading {document.title}", done, len(documents))
        try:
            returns.read_document(document, timezone.now())
        except Refused:  # it is lost
            continue
        except Exception as error:
            if fault_of(error):  # no file can be read then
                raise
            LOG.exception("Document id=%s could not be read", document.pk)


@task(takes_context=True)
def read_returns(context: TaskContext, *, by: int, documents: list[int]) -> list[int]:
    """`read_files`, by the worker."""
    read_files(documents, _reporter(context))
    return documents


# ---- what a large release hides -----------------------------------------------------------------


@task(takes_context=True)
def decide_hidden(context: TaskContext, *, by: int, release: int) -> str:
    """Work out what a release hides; the pages find it stored. Return why not, if refused."""
    report = _reporter(context)
    report("Reading the figures and the earlier releases", 0, 1)
    try:
        releases.snapshot(
            Release.objects.get(pk=release),
            report=lambda done, of: report("Deciding what is hidden", done, of),
        )
    except Refused as refusal:
        return str(refusal)
    return ""


def unfinished_decision(release: int, by: User, now: dt.datetime) -> TaskResult | None:
    """The task that is deciding what this release hides; None if there is none or it stopped."""
    return _unfinished(decide_hidden, by, now, args_kwargs__kwargs__release=release)


# ---- letters of a round -------------------------------------------------------------------------


@task(takes_context=True)
def send_letters(context: TaskContext, *, by: int, round: int, kind: str) -> dict[str, int]:
    """Send the reserved letters of one kind; return how many left, and how many did not."""
    found = FoiRound.objects.get(pk=round)
    return asdict(sending.send_reserved(found, kind, _reporter(context)))


# ---- texts to newsrooms -------------------------------------------------------------------------


@task(takes_context=True)
def send_texts(context: TaskContext, *, by: int, event: int) -> dict[str, int]:
    """Send the reserved texts of an event; return how many left, and how many did not."""
    found = CampaignEvent.objects.get(pk=event)
    return asdict(press_sending.send_reserved(found, _reporter(context)))


@task(takes_context=True)
def send_notices(context: TaskContext, *, by: int, release: int) -> dict[str, int]:
    """Send the reserved notices of a release; return how many left, and how many did not."""
    found = Release.objects.get(pk=release)
    return asdict(notices.send_reserved(found, _reporter(context)))


# ---- the daily digest ----------------------------------------------------------------------------


@task
def send_digests() -> dict[str, int]:
    """Send today’s digests now; return how many of them came to what."""
    return digest_sending.send_digests(timezone.now())


@task
def morning_digests() -> dict[str, int]:
    """Send the digests of a working morning, once the next one waits: a worker may be killed."""
    plan_digests()
    return digest_sending.send_if_working_day(timezone.now())


def plan_digests() -> None:
    """Have the worker send the digests of the next working morning, if nobody has asked it yet.

    Two that are asked for at once send nothing twice, and the first to run leaves one.
    """
    waiting = {"task_path": morning_digests.module_path, "status": TaskResultStatus.READY}
    if not DBTaskResult.objects.filter(**waiting).exists():
        at = digest_sending.next_morning(timezone.now())
        morning_digests.using(run_after=at).enqueue()


# ---- the backup of each night --------------------------------------------------------------------


@task
def nightly_backup() -> str:
    """Make the backup of a night, once the next one waits: a worker may be killed."""
    plan_backups()
    run = backups.back_up_daily(timezone.now())
    return run.trouble or run.contents if run else ""


def plan_backups() -> None:
    """Have the worker make the backup of the next night, if nobody has asked it yet."""
    if settings.BACKUP_DIRECTORY:
        _plan_for_night(nightly_backup)


def _plan_for_night(kind: Task) -> None:
    waiting = {"task_path": kind.module_path, "status": TaskResultStatus.READY}
    if not DBTaskResult.objects.filter(**waiting).exists():
        kind.using(run_after=backups.next_night(timezone.now())).enqueue()


# ---- names of people whose days are over ---------------------------------------------------------


@task
def nightly_purge() -> dict[str, int]:
    """Remove the personal data that were kept for their days, once the next purge waits.

    With them go the files that nobody came back for, and those that a killed process left.
    """
    plan_purges()
    now = timezone.now()
    done = personal_data.purge(now)
    pending.remove_old(now)
    unfinished.remove_left(now)
    return done


def plan_purges() -> None:
    """Have the worker purge in the next night, if nobody has asked it yet."""
    if settings.WORKER_EXPECTED:
        _plan_for_night(nightly_purge)
