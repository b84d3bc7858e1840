"""A file arrives: it is kept as it came, and read once."""

import datetime as dt
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from offences import documents
from offences.counts import Refused
from offences.models import Document, FoiSubmission, Reading, Seen
from offences.returns import see_file

LARGEST = 25 * 1024 * 1024
TOO_LARGE = "This file is larger than 25 MB. Save the sheets you need by themselves."


def bring(
    submission: FoiSubmission,
    data: bytes,
    name: str,
    *,
    by: User,
    now: dt.datetime,
    password: str = "",
) -> Reading:
    """Keep the file with the submission and have it read.

    A file that was brought before is the same document and the same reading. A password is used
    once and kept nowhere.
    """
    reading = keep(submission, data, name, by=by, now=now)
    if not reading.is_read or password:
        look(reading.document, now, password=password, data=data)
    return reading


def keep_file(data: bytes, name: str, *, by: User, now: dt.datetime) -> Document:
    """The bytes and the record of them, before anything is read."""
    if not data:
        raise Refused("This file is empty.")
    if len(data) > LARGEST:
        raise Refused(TOO_LARGE)
    with transaction.atomic():
        document, is_new = documents.record(
            data, name, kind=Document.Kind.RETURN, title=name, by=by, now=now
        )
        if is_new:
            documents.put(document, data)
    return document


def keep(
    submission: FoiSubmission, data: bytes, name: str, *, by: User, now: dt.datetime
) -> Reading:
    """The file with its submission, and the reading that is to be."""
    document = keep_file(data, name, by=by, now=now)
    return take(document, submission, by=by, now=now)


def take(document: Document, submission: FoiSubmission, *, by: User, now: dt.datetime) -> Reading:
    """Take a kept document for a submission."""
    with transaction.atomic():
        submission.documents.add(document)
        reading, _ = Reading.objects.get_or_create(
            submission=submission,
            document=document,
            defaults={"name": document.title[-200:], "read_by": by, "read_at": now},
        )
    reading.submission, reading.document = submission, document
    return reading


def look(
    document: Document, now: dt.datetime, *, password: str = "", data: bytes | None = None
) -> None:
    """Have a document read, and hold it back where it may hold more than was meant to be sent."""
    if data is None:
        with document.file.open("rb") as file:
            data = file.read()
    seen(document, see_file(data, document.title, password), now)


def seen(document: Document, found: dict[str, Any], now: dt.datetime) -> None:
    """Keep what was seen in a document."""
    with transaction.atomic():
        document.seen, _ = Seen.objects.update_or_create(
            document=document, defaults={"found": found, "at": now}
        )
        documents.hold_back(document, found.get("quarantine", []))
