"""The documents of a backup, in the folder or the bucket that the settings name.

A stored document never changes, and a new one gets a name of its own. So those that the rows of a
moment name can be read after that moment: what arrives meanwhile is in no row of it. Each is held
in memory by itself, as uploads are bounded.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import models

from offences import storage
from offences.backups import archive, rows
from offences.refused import Refused

FILES = "files/"
AT_ONCE = 100  # documents between two lines that say how far it is

type Report = Callable[[str], None]


def silent(line: str) -> None:
    """A report that nobody reads."""


@dataclass
class DocumentCounter:
    """Says from time to time how many of the documents are done: a bucket takes its time."""

    report: Report
    total: int
    done: int = 0

    def step(self) -> None:
        self.done += 1
        if self.done % AT_ONCE == 0 and self.done < self.total:
            self.report(f"{self.done:,} of {self.total:,} documents …")


def names() -> list[str]:
    """Every file that a row names, once."""
    found: set[str] = set()
    for model, field in _file_fields():
        named = model._base_manager.exclude(**{field.attname: ""})
        found.update(named.values_list(field.attname, flat=True))
    return sorted(found)


def write(writer: archive.Writer, wanted: Sequence[str], report: Report) -> list[str]:
    """Write these documents to a backup; return those that the storage has lost.

    One that no row names any longer was removed by a rule since, and is not lost.
    """
    missing, progress = [], DocumentCounter(report, len(wanted))
    for name in wanted:
        try:
            with default_storage.open(name) as document:
                writer.add(f"{FILES}{name}", document)
        except FileNotFoundError:
            missing.append(name)
        progress.step()
    if missing and len(missing) == len(wanted):
        besides(())  # which fails where the bucket itself is not there
    named = {*names()} if missing else ()
    return [each for each in missing if each in named]


def store(name: str, content: IO[bytes]) -> str:
    """Store a document of a backup under its own name."""
    # From memory: to be encrypted it is read from its start, and a tar only flows.
    return default_storage.save(name, ContentFile(content.read()))


def remove(stored: list[str]) -> int:
    """Remove these again as far as the storage lets us; return how many stay there."""
    try:
        while stored:
            default_storage.delete(stored[-1])
            stored.pop()
    except OSError:
        pass  # the storage is gone: the same restore takes them up once it is back
    return len(stored)


# ---- those of a backup and those in the storage --------------------------------------------------


def of(checksums: dict[str, str]) -> dict[str, str]:
    """The names of a backup's documents, each with its checksum."""
    return {
        member.removeprefix(FILES): checksum
        for member, checksum in checksums.items()
        if member.startswith(FILES)
    }


def refuse_different(backed_up: dict[str, str]) -> None:
    """Refuse a storage that has another document by the name of one of these."""
    for name, checksum in backed_up.items():
        if default_storage.exists(name) and _checksum(name) != checksum:
            raise Refused(
                f"{storage.setting()} has a different {name} from the backup. Name an empty "
                "folder there: no document is overwritten."
            )


def besides(known: Iterable[str]) -> list[str]:
    """The stored documents that are none of these."""
    folders = {str(field.upload_to).partition("/")[0] for _, field in _file_fields()}
    return sorted({name for each in folders for name in storage.files_below(each)} - {*known})


def absent(wanted: Iterable[str]) -> list[str]:
    """Those of these that the storage does not have."""
    return [name for name in wanted if not default_storage.exists(name)]


def _checksum(name: str) -> str:
    with default_storage.open(name) as document:
        return hashlib.file_digest(document, "sha256").hexdigest()


def _file_fields() -> Iterator[tuple[type[models.Model], models.FileField]]:
    for model in rows.stored_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.FileField):
                yield model, field
