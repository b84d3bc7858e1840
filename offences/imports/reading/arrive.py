"""A file arrives: it is kept as it came, and read once."""

import datetime as dt
import json
from collections.abc import Callable
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
    see: Callable[[bytes, str, str], dict[str, Any]] = see_file,
) -> Reading:
    """Keep the file with the submission and have it read.

    A file that was brought before is the same document and the same reading. A password is used
    once and kept nowhere.
    """
    reading = keep(submission, data, name, by=by, now=now)
    if not reading.is_read or password:
        seen(reading.document, see(data, reading.name, password), now)
    return reading


def keep_file(data: bytes, name: str, *, by: User, now: dt.datetime) -> Document:
    """The bytes and the record of them, before anything is read or anybody said whose it is."""
    with transaction.atomic():
        document, is_new = _record(data, name, by, now)
        if is_new:
            documents.put(document, data)
    return document


def keep(
    submission: FoiSubmission, data: bytes, name: str, *, by: User, now: dt.datetime
) -> Reading:
    """The file with its submission, before anything is read."""
    with transaction.atomic():
        reading, is_new = enter(submission, data, name, by=by, now=now)
        if is_new:
            documents.put(reading.document, data)
    return reading


def enter(
    submission: FoiSubmission, data: bytes, name: str, *, by: User, now: dt.datetime
) -> tuple[Reading, bool]:
    """The record alone, and whether the caller is to put the bytes there, as its last step."""
    document, is_new = _record(data, name, by, now)
    return take(document, submission, by=by, now=now, name=name), is_new


def _record(data: bytes, name: str, by: User, now: dt.datetime) -> tuple[Document, bool]:
    if not data:
        raise Refused("This file is empty.")
    if len(data) > LARGEST:
        raise Refused(TOO_LARGE)
    kind = Document.Kind.RETURN
    return documents.record(data, name, kind=kind, title=name, by=by, now=now)


def take(
    document: Document, submission: FoiSubmission, *, by: User, now: dt.datetime, name: str = ""
) -> Reading:
    """Take a kept document for a submission."""
    with transaction.atomic():
        submission.documents.add(document)
        reading, _ = Reading.objects.get_or_create(
            submission=submission,
            document=document,
            defaults={"name": (name or document.title)[-200:], "read_by": by, "read_at": now},
        )
    reading.submission, reading.document = submission, document
    return reading


def look(document: Document, now: dt.datetime) -> None:
    """Have a kept document read."""
    with document.file.open("rb") as file:
        data = file.read()
    seen(document, see_file(data, document.title, ""), now)


def seen(document: Document, found: dict[str, Any], now: dt.datetime) -> None:
    """Keep what was seen in a document; hold it back where more may be in it than was meant."""
    found = json.loads(json.dumps(found))  # as it will be read again
    before = Seen.objects.filter(document=document).first()
    if before is not None and before.found == found:
        document.seen = before
        return
    with transaction.atomic():
        document.seen, _ = Seen.objects.update_or_create(
            document=document, defaults={"found": found, "at": now}
        )
        documents.hold_back(document, found.get("quarantine", []))
