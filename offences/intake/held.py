"""A file between its preview and the answer to it, and the answer, which is given once.

It lies in a directory of its own beside the documents, by person, kind of list and token: one tab
never touches what another holds. It goes when its preview is cancelled, stored or refused; what a
person forgot, or a worker that was killed left, goes by its age when anybody brings the next file.
"""

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
KEPT_FOR = dt.timedelta(hours=1)  # lists have people's names in them
COUNTS_KEPT_FOR = dt.timedelta(days=1)  # a large file may have to wait for the worker
GONE = "The file is no longer here. Bring it again."


class AlreadyStored(Exception):
    """What is to be stored was stored before: `document` is what it came to, for counts."""

    def __init__(self, first: StoredImport) -> None:
        super().__init__()
        self.document = first.document_id


def hold(data: bytes, kind: str, by: User, now: dt.datetime) -> str:
    """Keep the bytes; the token that asks for them again."""
    _clear(now)
    token = secrets.token_hex(16)
    default_storage.save(_path(kind, token, by), ContentFile(data))
    return token


def take(kind: str, token: str, by: User) -> bytes:
    """The bytes, which stay; AlreadyStored or Refused where this person has them here no more."""
    path = _path(kind, token, by)
    try:
        if _is_here(token, path):
            with default_storage.open(path) as file:
                return file.read()
    except FileNotFoundError:  # gone meanwhile: the first of two clicks was quicker
        pass
    if first := stored(token, by):
        raise AlreadyStored(first)
    raise Refused(GONE)


def size(kind: str, token: str, by: User) -> int:
    """How many bytes are held; 0 where they are gone."""
    path = _path(kind, token, by)
    try:
        return default_storage.size(path) if _is_here(token, path) else 0
    except FileNotFoundError:
        return 0


def discard(kind: str, token: str, by: User) -> None:
    """Remove this one file."""
    if token.isalnum():
        default_storage.delete(_path(kind, token, by))


def stored(token: str, by: User) -> StoredImport | None:
    """The answer that this person has given to what was held here, where it was stored."""
    return StoredImport.objects.filter(token=token, stored_by=by).first()


def once(token: str, by: User, now: dt.datetime) -> StoredImport:
    """Say, in the transaction that stores a file, that it is stored; AlreadyStored the second time.

    The second of two clicks waits here until the first is through.
    """
    try:
        with transaction.atomic():
            return StoredImport.objects.create(token=token, stored_by=by, stored_at=now)
    except IntegrityError:
        raise AlreadyStored(StoredImport.objects.get(token=token, stored_by=by)) from None


def _clear(now: dt.datetime) -> None:
    """Remove what is too old, whoever brought it."""
    if not default_storage.exists(DIRECTORY):
        return
    for name in default_storage.listdir(DIRECTORY)[1]:
        path = f"{DIRECTORY}/{name}"
        kept_for = COUNTS_KEPT_FOR if f"-{COUNTS}-" in name else KEPT_FOR
        try:
            if default_storage.get_modified_time(path) < now - kept_for:
                default_storage.delete(path)
        except FileNotFoundError:  # gone meanwhile: its owner was quicker
            continue


def _path(kind: str, token: str, by: User) -> str:
    return f"{DIRECTORY}/{by.pk}-{kind}-{token}"


def _is_here(token: str, path: str) -> bool:
    return token.isalnum() and default_storage.exists(path)
