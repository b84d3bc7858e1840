"""Original files: each is stored once and held back while it may hide anything."""

import datetime as dt
import hashlib
import mimetypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from django.contrib.auth.models import User
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.text import get_valid_filename

from offences.intake import unfinished
from offences.models import Document, DocumentKind, DocumentObservations, Reading
from offences.refused import Refused

NOT_READ = "It has not been read yet, so it may hide anything."
SEEN = ("held_back", "cleared_by", "cleared_at", "cleared_why")


_UNOPENED = DocumentObservations.objects.filter(found__unopened=True)


def for_data_lead() -> QuerySet[Document]:
    """The files that wait for the data lead, once they are read.

    One of a request that nothing here can open does not: its officer asks for it again.
    """
    of_request = Exists(Reading.objects.filter(document=OuterRef("pk")))
    unopened = Exists(_UNOPENED.filter(document=OuterRef("pk")))
    waiting = Document.objects.exclude(held_back=[]).filter(cleared_at=None, cleared_why="")
    return waiting.filter(seen__isnull=False).exclude(of_request & unopened)


def unopened(documents: Sequence[Document]) -> QuerySet[Document]:
    """Those of these files that nothing here can open, while nobody has decided about them."""
    waiting = Document.objects.filter(pk__in=[each.pk for each in documents])
    waiting = waiting.exclude(held_back=[]).filter(cleared_at=None, cleared_why="")
    return waiting.filter(seen__in=_UNOPENED)


def record(
    data: bytes, name: str, *, kind: str, title: str, by: User, now: dt.datetime, note: str = ""
) -> tuple[Document, bool]:
    """Return the record of these bytes, and whether the caller still has to `write` them.

    Then `write` ends the caller's transaction: a record without it names a file that is not there.
    """
    digest = hashlib.sha256(data).hexdigest()
    if same := Document.objects.filter(sha256=digest).first():
        return same, False
    document = Document(
        kind=kind,
        title=title[-200:],
        sha256=digest,
        size=len(data),
        media_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
        note=note,
        held_back=[] if kind == DocumentKind.MASTER else [NOT_READ],
        added_by=by,
        added_at=now,
    )
    stored_as = "file"
    with suppress(SuspiciousFileOperation):  # “？？”: no letter of it can be in a file's name
        stored_as = get_valid_filename(name[-80:])
    document.file = document.file.field.generate_filename(document, stored_as)
    try:
        with transaction.atomic():
            document.save()
    except IntegrityError:  # a colleague uploaded the same file in this very moment
        return Document.objects.get(sha256=digest), False
    return document, True


def write(document: Document, data: bytes) -> None:
    """Write the bytes of a new record, as a transaction's last step: files do not roll back."""
    name = unfinished.mark_new(str(document.file))
    document.file.save(name.rpartition("/")[2], ContentFile(data), save=False)
    try:
        document.save(update_fields=["file"])
    except BaseException:
        document.file.storage.delete(str(document.file))
        unfinished.unmark(name)
        raise


def set_held_back_reasons(document: Document, reasons: Sequence[str]) -> None:
    """Store why only the data lead may open this document; with no reason, officers may.

    What the data lead has cleared stays cleared, unless there is a reason that was not known then.
    """
    with _locked(document) as locked:
        if locked.is_shut:
            locked.held_back = [*reasons] or locked.held_back
        elif locked.cleared_at is None or any(each not in locked.held_back for each in reasons):
            locked.held_back = [*reasons]
            locked.cleared_by, locked.cleared_at, locked.cleared_why = None, None, ""


def keep_shut(document: Document, what: str, *, by: User) -> None:
    """Record why it is kept shut: people's data, as the data lead says, or nothing opens it."""
    is_damaged = what == Document.CANNOT_OPEN and _UNOPENED.filter(document=document).exists()
    with _held_back(document, what, by=by, is_damaged=is_damaged) as locked:
        locked.cleared_why = what.strip()[:300]


def clear(document: Document, why: str, *, by: User, now: dt.datetime) -> None:
    """Record that the data lead found nothing in it that is anybody's personal data."""
    with _held_back(document, why, by=by) as locked:
        if locked.held_back == [NOT_READ]:
            raise Refused("This file has not been read yet: open its reading first.")
        locked.cleared_by, locked.cleared_at, locked.cleared_why = by, now, why.strip()[:300]


@contextmanager
def _held_back(
    document: Document, found: str, *, by: User, is_damaged: bool = False
) -> Iterator[Document]:
    """The held-back file, locked, for the data lead to decide by what they found in it."""
    if not is_damaged and not by.has_perm("offences.clear_document"):
        raise Refused("Only the data lead can decide about a file that is held back.")
    if not found.strip():
        raise Refused("Say what you found in the file before you decide.")
    with _locked(document) as locked:
        if not locked.is_held_back:
            raise Refused("This file is no longer held back.")
        yield locked


@contextmanager
def _locked(document: Document) -> Iterator[Document]:
    """Lock the document; on leaving, save who may open it and why."""
    with transaction.atomic():
        locked = Document.objects.select_for_update().get(pk=document.pk)
        yield locked
        locked.save(update_fields=SEEN)
    for name in SEEN:
        setattr(document, name, getattr(locked, name))
