"""A file between its preview and the answer to it.

It lies in a directory of its own beside the documents, one a person, and goes when the person
confirms, cancels or brings another; what a person forgot goes at the next visit of anybody.
"""

import datetime as dt
import secrets

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

DIRECTORY = "imports"
KEPT_FOR = dt.timedelta(hours=1)


def hold(data: bytes, by: User) -> str:
    """Keep the bytes; the token that asks for them again."""
    discard(by)
    token = secrets.token_hex(16)
    default_storage.save(_path(by, token), ContentFile(data))
    return token


def held(token: str, by: User) -> bytes | None:
    """The bytes, where this person has them here still."""
    path = _path(by, token)
    if not _is_here(token, path):
        return None
    with default_storage.open(path) as file:
        return file.read()


def size(token: str, by: User) -> int:
    """How many bytes are held; 0 where they are gone."""
    path = _path(by, token)
    return default_storage.size(path) if _is_here(token, path) else 0


def discard(by: User) -> None:
    """Remove what this person has here, and what others have forgotten."""
    if not default_storage.exists(DIRECTORY):
        return
    too_old = timezone.now() - KEPT_FOR
    for name in default_storage.listdir(DIRECTORY)[1]:
        path = f"{DIRECTORY}/{name}"
        try:
            if name.startswith(f"{by.pk}-") or default_storage.get_modified_time(path) < too_old:
                default_storage.delete(path)
        except FileNotFoundError:  # gone meanwhile: its owner was quicker
            continue


def _path(by: User, token: str) -> str:
    return f"{DIRECTORY}/{by.pk}-{token}"


def _is_here(token: str, path: str) -> bool:
    return token.isalnum() and default_storage.exists(path)
