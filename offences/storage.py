"""Where documents are stored: whole or not at all, and encrypted if FILES_KEY has a key.

Every file that comes in is encrypted, not only those held back: whether one is, is known only once
it was read, and one that is cleared need not be written again. Files stored
before there was a key stay readable.
"""

import logging
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import pyrage
from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import FileSystemStorage, Storage, default_storage
from pyrage import x25519

HEAD = b"age-encryption.org/"

logger = logging.getLogger(__name__)


class UnreadableFile(FileNotFoundError):
    """A file whose key this server does not have, or that was changed: as good as none."""


class FileInMemory(File):
    """A stored file whose bytes are in memory: closed and opened again as one on the disk is."""

    mode = "rb"

    def __init__(self, content: BytesIO, name: str, storage: Storage) -> None:
        content.seek(0)
        super().__init__(content, name)
        self._storage = storage

    def open(self, mode: str | None = None, *args: Any, **kwargs: Any) -> "FileInMemory":
        """Go to the beginning, and read it from the storage anew if it was closed."""
        if self.closed:
            self.file = self._storage.open(str(self.name), mode or self.mode).file
        self.seek(0)
        return self


class SealedFiles(Storage):
    """Files that are encrypted as they are stored: what every storage of documents does."""

    def save(self, name: str | None, content: Any, max_length: int | None = None) -> str:
        """Write a file, encrypted by the first key if there is one; return its name."""
        free = self.get_available_name(name or content.name or "", max_length)
        with TemporaryFile() as sealed:  # which never has the plain bytes
            if keys := _identities():
                content.seek(0)
                pyrage.encrypt_io(content, sealed, [keys[0].to_public()])
                sealed.seek(0)
                content = File(sealed, free)
            return super().save(free, content, max_length)

    def size(self, name: str) -> int:
        """The number of its plain bytes, as somebody who reads it counts them."""
        if not _identities():
            return super().size(name)
        with self.open(name) as file:
            return file.size

    def open(self, name: str, mode: str = "rb") -> File:
        """Open a file to read; its plain bytes are in memory alone, and uploads are bounded."""
        stored = super().open(name, mode)
        is_sealed = "b" in mode and stored.read(len(HEAD)) == HEAD
        stored.seek(0)
        if not is_sealed:
            return stored
        plain = BytesIO()
        with stored:
            try:
                pyrage.decrypt_io(stored, plain, _identities())
            except (pyrage.DecryptError, ValueError, OSError) as error:
                logger.error("%s is not opened by FILES_KEY: %s", name, error)
                raise UnreadableFile(f"{name} is not opened by FILES_KEY.") from error
        return FileInMemory(plain, name, self)


class DocumentStorage(SealedFiles, FileSystemStorage):
    """Files of MEDIA_ROOT; one that could not be written to its end leaves no part of itself."""

    def _save(self, name: str, content: Any) -> str:
        try:
            return super()._save(name, content)  # type: ignore[misc]
        except BaseException:
            Path(self.path(name)).unlink(missing_ok=True)
            raise


def files_below(folder: str) -> Iterator[str]:
    """Every file in a folder of the storage of documents, and in the folders in it."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}/{name}" for name in files if name)
    for each in folders:
        yield from files_below(f"{folder}/{each}")


def setting() -> str:
    """The name of the setting that says where documents are stored: a bucket, or a folder."""
    documents: Any = settings.STORAGES["default"]
    is_bucket = "bucket_name" in documents.get("OPTIONS", {})
    return "STORAGE_URL" if is_bucket else "MEDIA_ROOT"


def _identities() -> list[x25519.Identity]:
    return [x25519.Identity.from_str(key) for key in settings.FILES_KEYS]
