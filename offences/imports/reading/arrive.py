"""A file arrives for a submission: it is kept as it came, and read."""

import datetime as dt
from collections.abc import Callable

from django.contrib.auth.models import User
from django.db import transaction

from offences import documents
from offences.counts import Refused
from offences.models import Document, FoiSubmission, Reading
from offences.returns import see_file

LARGEST = 25 * 1024 * 1024


def bring(
    submission: FoiSubmission,
    data: bytes,
    name: str,
    *,
    by: User,
    now: dt.datetime,
    password: str = "",
    see: Callable[..., dict] = see_file,
) -> Reading:
    """Keep the file with the submission, have it read, and answer its reading.

    A file that was brought before is the same document and the same reading. A password is used
    once and kept nowhere.
    """
    reading = keep(submission, data, name, by=by, now=now)
    if not reading.is_read or password:
        look(reading, data, password=password, see=see)
    return reading


def keep(
    submission: FoiSubmission, data: bytes, name: str, *, by: User, now: dt.datetime
) -> Reading:
    """The bytes and the record of them, before anything is read."""
    if not data:
        raise Refused("This file is empty.")
    if len(data) > LARGEST:
        raise Refused("This file is larger than 25 MB. Save the sheets you need by themselves.")
    with transaction.atomic():
        document, is_new = documents.record(
            data, name, kind=Document.Kind.RETURN, title=name, by=by, now=now
        )
        submission.documents.add(document)
        reading, _ = Reading.objects.get_or_create(
            submission=submission,
            document=document,
            defaults={"name": name[-200:], "read_by": by, "read_at": now},
        )
        if is_new:
            documents.put(document, data)
    return reading


def look(
    reading: Reading, data: bytes, *, password: str = "", see: Callable[..., dict] = see_file
) -> None:
    """Have the file read, and hold it back where it may hold more than was meant to be sent."""
    found = see(data, reading.name, password)
    with transaction.atomic():
        documents.hold_back(reading.document, found.get("quarantine", []))
        reading.found = found
        reading.save(update_fields=["found"])


def read_again(reading: Reading, *, password: str = "") -> None:
    """Read the kept file once more: with its password, or by a reader that learned something."""
    with reading.document.file.open("rb") as file:
        look(reading, file.read(), password=password)
