"""Arrivals of forces' files: each is stored as it came, and read once."""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.contrib.auth.models import User
from django.db import transaction

from offences import counts
from offences.intake import documents
from offences.models import Document, DocumentKind, DocumentObservations, FoiSubmission, Reading
from offences.refused import Refused
from offences.returns import ReadFile, read_file
from offences.returns.result import to_document

LARGEST = 25 * 1024 * 1024
GONE = (
    "The stored file is missing. Tell the people who run this site: it has to be restored from a "
    "backup."
)
TOO_LARGE = "This file is larger than 25 MB. Save the sheets you need by themselves."


def upload(
    submission: FoiSubmission,
    data: bytes,
    name: str,
    *,
    by: User,
    now: dt.datetime,
    password: str = "",
    see: Callable[[bytes, str, str], ReadFile] = read_file,
) -> Reading:
    """Store the file with the submission and have it read.

    The same file uploaded again is the same document and the same reading. A password is used once
    and stored nowhere.
    """
    reading = store_upload(submission, data, name, by=by, now=now)
    if not reading.is_read or password:
        save_read(reading.document, see(data, reading.name, password), now)
    return reading


def store_upload(
    submission: FoiSubmission, data: bytes, name: str, *, by: User, now: dt.datetime
) -> Reading:
    """Store the file with its submission, before anything is read."""
    with storing_file(data, name, by, now) as document:
        return assign(document, submission, by=by, now=now, name=name)


def store_file(data: bytes, name: str, *, by: User, now: dt.datetime) -> Document:
    """Store the bytes and their record, before anything is read or its force is known."""
    with storing_file(data, name, by, now) as document:
        return document


@contextmanager
def storing_file(data: bytes, name: str, by: User, now: dt.datetime) -> Iterator[Document]:
    """The record of a file, in a transaction that writes the bytes as its last step."""
    if not data:
        raise Refused("This file is empty. Ask its sender for it again.")
    if len(data) > LARGEST:
        raise Refused(TOO_LARGE)
    kind = DocumentKind.RETURN
    with transaction.atomic():
        document, is_new = documents.record(data, name, kind=kind, title=name, by=by, now=now)
        # A file that could not be opened is read again: it may have another name now.
        unopened = DocumentObservations.objects.filter(document=document, found__unopened=True)
        if not is_new and document.kind != DocumentKind.PUBLICATION and unopened.delete()[0]:
            document.title = name[-200:]
            document.save(update_fields=["title"])
            document = Document.objects.get(pk=document.pk)
        yield document
        if is_new:
            documents.write(document, data)


def assign(
    document: Document, submission: FoiSubmission, *, by: User, now: dt.datetime, name: str = ""
) -> Reading:
    """Add a stored document to a submission. A new one removes the *checked* mark."""
    name = (name or document.title)[-200:]
    with transaction.atomic():
        if not submission.documents.filter(pk=document.pk).exists():
            submission.documents.add(document)
            # A release lists the documents of a return, so a checker looks at them again.
            counts.reopen(submission, by=by, now=now)
        arrived = {"name": name, "read_by": by, "read_at": now}
        reading, _ = Reading.objects.get_or_create(
            submission=submission, document=document, defaults=arrived
        )
        if not reading.is_read and reading.name != name:
            reading.name = name
            reading.save(update_fields=["name"])
    reading.submission, reading.document = submission, document
    return reading


def read_document(document: Document, now: dt.datetime) -> None:
    """Have a stored document read."""
    try:
        with document.file.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise Refused(GONE) from None
    save_read(document, read_file(data, document.title), now)


def save_read(document: Document, read: ReadFile, now: dt.datetime) -> None:
    """Store what was read in a document; hold it back if it may contain more than was meant."""
    # JSON without what no database stores as text: NUL, and half of a pair of signs.
    text = json.dumps(to_document(read), ensure_ascii=False).encode("utf-8", "replace").decode()
    text = re.sub(r"\\\\|\\u0000", lambda sign: sign[0] if sign[0] == "\\\\" else "", text)
    found = json.loads(text)
    before = DocumentObservations.objects.filter(document=document).first()
    was_open = before is not None and not before.found.get("unopened")
    if before is not None and (before.found == found or (was_open and read.unopened)):
        document.seen = before  # a wrong password takes nothing away
        return
    with transaction.atomic():
        document.seen, _ = DocumentObservations.objects.update_or_create(
            document=document, defaults={"found": found, "at": now}
        )
        documents.set_held_back_reasons(document, found.get("quarantine", []))
