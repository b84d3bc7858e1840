"""Preview a workbook of counts, and store it once it is confirmed.

The preview is the save, undone: the same plan is made, written by `counts.save_many` and rolled
back, so the database has applied all its rules before a person is asked to confirm.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache

from django.contrib.auth.models import User
from django.db import DatabaseError, transaction

from offences import counts
from offences.garbage import uncollected
from offences.history import triggers
from offences.intake import documents, pending, spreadsheets
from offences.intake.preview import CHANGED, NEW
from offences.intake.workbook import layouts
from offences.intake.workbook.layouts import UploadDefaults
from offences.intake.workbook.plan import CountRow, WorkbookPreview, changes_of, plan
from offences.models import AnnualCount, Document, DocumentKind, FoiSubmission
from offences.refused import Refused
from offences.returns import why_held_back

HELD_BACK = (
    "This file is held back until the data lead has looked at it: it may hold more than was meant "
    "to be sent. Until then nothing of it can be stored."
)
MASTER_NOTE = "The charity’s master; the forces’ originals are not held."

type Report = Callable[[str, int, int], None]
"""Is called with the step in words, how much of it is done, and of how much."""


def no_progress(step: str, done: int, of: int) -> None:
    """For a caller that shows no progress."""


@uncollected()
def preview(
    data: bytes,
    name: str,
    defaults: UploadDefaults,
    *,
    by: User,
    now: dt.datetime,
    report: Report = no_progress,
) -> WorkbookPreview:
    """Preview a file's changes. Nothing is stored."""
    report("Reading the file", 0, 4)
    read, _ = _read(data, name, defaults)
    with transaction.atomic():
        report(f"Comparing {_counts(len(read.lines))} with the records", 1, 4)
        made = plan(read)
        report(f"Trying {_counts(made.writes)} against every rule", 2, 4)
        _try(made.rows, by, now)
        transaction.set_rollback(True)
    return made


@uncollected()
def confirm(
    data: bytes,
    name: str,
    defaults: UploadDefaults,
    fingerprint: str,
    *,
    by: User,
    now: dt.datetime,
    token: str = "",
    report: Report = no_progress,
) -> tuple[WorkbookPreview, Document | None]:
    """Store what was previewed, all of it or nothing, with the file it came from.

    If the records have changed since, nothing is stored: the new preview comes without a document.
    Of a file pending under a `token`, AlreadyStored the second time.
    """
    report("Reading the file again", 0, 4)
    read, reasons = _read(data, name, defaults)
    _read.cache_clear()  # an answered preview is not asked about again
    reasons = why_held_back(data, name) if reasons is None else reasons
    with _written_last() as write, transaction.atomic():
        answer = pending.confirm_once(token, by, now) if token else None
        report("Comparing it with the records as they are now", 1, 4)
        made = plan(read)
        if not made.allows(fingerprint):
            _try(made.rows, by, now)
            transaction.set_rollback(True)
            return made, None
        title, note = defaults.title or name, MASTER_NOTE if made.wide else ""
        document, is_new = documents.record(
            data, name, kind=DocumentKind.MASTER, title=title, note=note, by=by, now=now
        )
        if is_new:
            documents.set_held_back_reasons(document, reasons)
        elif document.is_held_back:
            raise Refused(HELD_BACK)
        report(f"Storing {_counts(made.writes)}, all or none", 2, 4)
        counts.save_many(changes_of(made.rows, document), by=by, now=now)
        if answer:
            answer.document = document
            answer.save(update_fields=["document"])
        if is_new:
            write(document, data)
    return made, document


@contextmanager
def _written_last() -> Iterator[Callable[[Document, bytes], None]]:
    """What writes a document's bytes as the last step of a transaction inside this block.

    Last, so that a worker that is killed meanwhile leaves no bytes behind; where the transaction
    then fails, the row is gone with it, and the bytes are removed here.
    """
    written: list[Document] = []

    def write(document: Document, data: bytes) -> None:
        documents.write(document, data)
        written.append(document)

    try:
        yield write
    except BaseException:
        for document in written:
            document.file.storage.delete(str(document.file))
        raise


def _counts(number: int) -> str:
    return f"{number:,} count{'' if number == 1 else 's'}"


@lru_cache(maxsize=1)
def _read(
    data: bytes, name: str, defaults: UploadDefaults
) -> tuple[layouts.WorkbookRead, list[str] | None]:
    """The counts of a file, and why it must be held back, if one reading gives both.

    The last file is remembered, as most are confirmed by the process that has previewed them. What
    is read of a file depends on its bytes alone, never on the records.
    """
    sheets, reasons = spreadsheets.sheets_and_reasons(data, name)
    read = layouts.read(sheets, defaults)
    if not read.lines:
        raise Refused(" ".join(["This file has no counts in it.", *read.notes[:5]]))
    return read, reasons


def _try(rows: Sequence[CountRow], by: User, now: dt.datetime) -> None:
    """Write them all, so that the database can object; the caller rolls it back.

    The rows that it refuses are found by halves: of twenty thousand, in fifteen steps.
    """
    rows = [row for row in rows if row.status in (NEW, CHANGED)]
    if not rows:
        return
    try:
        with triggers.trial(AnnualCount):
            counts.save_many(changes_of(rows, None), by=by, now=now)
    except (DatabaseError, Refused) as objection:
        if len(rows) == 1:
            rows[0].refuse(_objection(objection))
            return
        middle = len(rows) // 2
        _try(rows[:middle], by, now)
        _try(rows[middle:], by, now)


def _objection(objection: Exception) -> str:
    if isinstance(objection, Refused):
        return str(objection)
    rules = [*AnnualCount._meta.constraints, *FoiSubmission._meta.constraints]
    broken = (r.violation_error_message for r in rules if r.name in str(objection))
    return str(next(broken, "The database refuses this value."))
