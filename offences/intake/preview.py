"""What a file would do, told before anything is stored; and the storing itself.

The preview is the save, undone: the same plan is made, written by `counts.save_many` and rolled
back, so that every rule of the database has had its say before a person is asked to confirm.
"""

import datetime as dt
from collections.abc import Callable

from django.contrib.auth.models import User
from django.db import DatabaseError, transaction

from offences import counts
from offences.intake import documents, files, held, layouts
from offences.intake.layouts import Given
from offences.intake.plan import plan
from offences.intake.rows import CHANGED, NEW, Preview, Row
from offences.models import AnnualCount, Document, DocumentKind, FoiSubmission
from offences.refused import Refused
from offences.returns import why_held_back

HELD = (
    "This very file is held back until the data lead has looked: it may hold more than was meant "
    "to be sent. Nothing of it can be stored before."
)
MASTER_NOTE = "The charity’s master; the forces’ originals are not held."


def nobody(what: str, done: int, of: int) -> None:
    """Whoever does not ask how far it is."""


def preview(
    data: bytes,
    name: str,
    given: Given,
    *,
    by: User,
    now: dt.datetime,
    tell: Callable[[str, int, int], None] = nobody,
) -> Preview:
    """What a file would do. Nothing is stored.

    `tell` hears how far it is: the step in words, how much of it is done, of how much.
    """
    tell("Reading the file", 0, 4)
    reading = _reading(data, name, given)
    with transaction.atomic():
        tell(f"Comparing {_counts(len(reading.lines))} with the records", 1, 4)
        made = plan(reading, given)
        tell(f"Trying {_counts(made.writes)} against every rule", 2, 4)
        _rehearse(made, by, now)
        transaction.set_rollback(True)
    return made


def confirm(
    data: bytes,
    name: str,
    given: Given,
    fingerprint: str,
    *,
    by: User,
    now: dt.datetime,
    token: str = "",
    tell: Callable[[str, int, int], None] = nobody,
) -> tuple[Preview, Document | None]:
    """Store what was previewed, all of it or nothing, with the file it came from.

    Where the records changed since, nothing is stored: the new preview comes without a document.
    Of what was held under a `token`, AlreadyStored the second time.
    """
    tell("Reading the file again", 0, 4)
    reading = _reading(data, name, given)
    hidden = why_held_back(data, name)
    written: Document | None = None
    try:
        with transaction.atomic():
            answer = held.once(token, by, now) if token else None
            tell("Comparing it with the records as they are now", 1, 4)
            made = plan(reading, given)
            if made.fingerprint != fingerprint or not made.may_confirm:
                _rehearse(made, by, now)
                transaction.set_rollback(True)
                return made, None
            document, is_new = documents.record(
                data,
                name,
                kind=DocumentKind.MASTER,
                title=given.title or name,
                note=MASTER_NOTE if made.wide else "",
                by=by,
                now=now,
            )
            if is_new:
                documents.hold_back(document, hidden)
            elif document.is_held_back:
                raise Refused(HELD)
            tell(f"Storing {_counts(made.writes)}, all or none", 2, 4)
            counts.save_many(made.changes(document), by=by, now=now)
            if answer:
                answer.document = document
                answer.save(update_fields=["document"])
            if is_new:  # last, so that a worker that is killed meanwhile leaves no bytes behind
                documents.put(document, data)
                written = document
    except BaseException:
        if written is not None:  # the row is gone with the transaction; its bytes are not
            written.file.storage.delete(str(written.file))
        raise
    return made, document


def _counts(number: int) -> str:
    return f"{number:,} count{'' if number == 1 else 's'}"


def _reading(data: bytes, name: str, given: Given) -> layouts.Reading:
    reading = layouts.read(files.sheets_of(data, name), given)
    if not reading.lines:
        raise Refused(" ".join(["This file has no counts in it.", *reading.notes[:5]]))
    return reading


# The rehearsal


def _rehearse(made: Preview, by: User, now: dt.datetime) -> None:
    """Write it all, so that the database can object; the caller rolls it back."""
    todo = [row for row in made.rows if row.status in (NEW, CHANGED)]
    _try(todo, made, by, now)
    made.__dict__.pop("numbers", None)


def _try(rows: list[Row], made: Preview, by: User, now: dt.datetime) -> None:
    """Find the rows that the database refuses, by halves: of twenty thousand, in fifteen steps."""
    if not rows:
        return
    part = Preview(rows, [], made.wide, made.given)
    try:
        with transaction.atomic():
            counts.save_many(part.changes(None), by=by, now=now)
            transaction.set_rollback(True)
        return
    except (DatabaseError, Refused) as objection:
        if len(rows) == 1:
            rows[0].refuse(_in_words(objection))
            return
    middle = len(rows) // 2
    _try(rows[:middle], made, by, now)
    _try(rows[middle:], made, by, now)


def _in_words(objection: Exception) -> str:
    if isinstance(objection, Refused):
        return str(objection)
    for model in (AnnualCount, FoiSubmission):
        for rule in model._meta.constraints:
            if rule.name in str(objection):
                return str(rule.violation_error_message)
    return "The database refuses this value."
