"""Files between their preview and the answer to it, and a record of what was confirmed.

A pending file is stored beside the documents, by person, kind and token, so one tab never touches
another's. One that was forgotten goes by its age, each night and
when anybody uploads the next file.
"""

import contextlib
import datetime as dt
import secrets

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from offences.models import StoredImport
from offences.refused import Refused

DIRECTORY = "imports"
COUNTS = "counts"
LIFETIME = dt.timedelta(hours=1)  # lists have people's names in them
COUNTS_LIFETIME = dt.timedelta(days=1)  # a large file may have to wait for the worker
GONE = "The file is no longer here. Upload it again."


class AlreadyStored(Exception):
    """A second storing of one upload; `document` is its file, if it was one of counts."""

    def __init__(self, first: StoredImport) -> None:
        super().__init__()
        self.document = first.document_id


def store_pending(data: bytes, kind: str, by: User, now: dt.datetime) -> str:
    """Store the bytes until the answer comes; return their token."""
    remove_old(now)
    token = secrets.token_hex(16)
    default_storage.save(_path(kind, token, by), ContentFile(data))
    return token


def load(kind: str, token: str, by: User) -> bytes:
    """The bytes; AlreadyStored or Refused if this person has none pending under this token."""
    path = _path(kind, token, by)
    with contextlib.suppress(FileNotFoundError):  # the first of two clicks was quicker
        if _exists(token, path):
            with default_storage.open(path) as file:
                return file.read()
    if first := find_stored(token, by):
        raise AlreadyStored(first)
    raise Refused(GONE)


def size(kind: str, token: str, by: User) -> int:
    """The number of pending bytes; 0 if they are gone."""
    path = _path(kind, token, by)
    try:
        return default_storage.size(path) if _exists(token, path) else 0
    except FileNotFoundError:
        return 0


def discard(kind: str, token: str, by: User) -> None:
    if token.isalnum():
        default_storage.delete(_path(kind, token, by))


def find_stored(token: str, by: User) -> StoredImport | None:
    """The record of what this person stored under this token."""
    return StoredImport.objects.filter(token=token, stored_by=by).first()


def confirm_once(token: str, by: User, now: dt.datetime) -> StoredImport:
    """Record that a preview is stored, in its transaction; AlreadyStored the second time."""
    try:
        with transaction.atomic():
            return StoredImport.objects.create(token=token, stored_by=by, stored_at=now)
    except IntegrityError:
        raise AlreadyStored(StoredImport.objects.get(token=token, stored_by=by)) from None


def remove_old(now: dt.datetime) -> None:
    """Remove the pending files that nobody came back for."""
    names: list[str] = []
    with contextlib.suppress(FileNotFoundError):  # a bucket has no directories, only names
        names = default_storage.listdir(DIRECTORY)[1]
    for name in names:
        path = f"{DIRECTORY}/{name}"
        lifetime = COUNTS_LIFETIME if f"-{COUNTS}-" in name else LIFETIME
        with contextlib.suppress(FileNotFoundError):  # removed by its owner in this moment
            if default_storage.get_modified_time(path) < now - lifetime:
                default_storage.delete(path)


def _path(kind: str, token: str, by: User) -> str:
    return f"{DIRECTORY}/{by.pk}-{kind}-{token}"


def _exists(token: str, path: str) -> bool:
    return token.isalnum() and default_storage.exists(path)
