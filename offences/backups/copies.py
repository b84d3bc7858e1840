"""Backups made, checked and restored."""

import datetime as dt
import hashlib
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps.registry import Apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import models, transaction
from django.utils import timezone

from offences import VERSION, storage
from offences.backups import archive, rows
from offences.models import BackupRun
from offences.refused import Refused
from offences.releases.public_state import one_snapshot

FORMAT = 1
ABOUT, CONTENTS, ROWS, FILES = "backup.json", "contents.json", "rows/", "files/"

type Report = Callable[[str], None]


def _silent(line: str) -> None:
    pass


@dataclass(frozen=True)
class BackupContents:
    """The contents of a backup: its moment, its rows, and the documents that were missing then."""

    made_at: str
    rows: int
    documents: int
    missing: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.rows:,} rows and {self.documents:,} documents of {self.made_at}"


def back_up(path: Path, key: str, now: dt.datetime) -> BackupContents:
    """Write every row and document of this moment to a new file, and read it back to check it.

    With a public key alone nothing can be read back. A document that the database knows and the
    storage no longer has is named, and stops nothing.
    """
    if path.exists():
        raise Refused(f"{path} is there already. Name a new file: a backup is never overwritten.")
    if key:
        archive.recipient_of(key)
    try:
        contents = _write(path, key, now)
    except OSError as error:
        raise Refused(f"{path} cannot be written: {error.strerror}. No backup was made.") from error
    if not key or key.startswith(archive.SECRET):
        try:
            archive.checked(path, key)
        except Refused:
            path.unlink()  # what cannot be read back is no backup
            raise
    return contents


def _write(path: Path, key: str, now: dt.datetime) -> BackupContents:
    total, missing = 0, []
    made_at = now.isoformat(timespec="seconds")
    with archive.new_archive(path, key) as writer, one_snapshot():
        about = {"format": FORMAT, "made_at": made_at, "version": VERSION}
        writer.add_json(ABOUT, about | {"migrations": rows.applied_migrations()})
        for model in rows.stored_models():
            with tempfile.TemporaryFile(dir=path.parent) as file:
                total += rows.write_rows(model, file)
                file.seek(0)
                writer.add(f"{ROWS}{model._meta.label_lower}.jsonl", file)
        names = list(_document_names())
        for name in names:
            try:
                with default_storage.open(name) as document:
                    writer.add(f"{FILES}{name}", document)
            except FileNotFoundError:
                missing.append(name)
        documents = len(names) - len(missing)
        writer.add_json(CONTENTS, {"rows": total, "documents": documents, "missing": missing})
    return BackupContents(made_at, total, documents, tuple(missing))


def _document_names() -> Iterator[str]:
    """Every file that a row names, once."""
    names: set[str] = set()
    for model, field in _file_fields():
        named = model._base_manager.exclude(**{field.attname: ""})
        names.update(named.values_list(field.attname, flat=True))
    yield from sorted(names)


def _file_fields() -> Iterator[tuple[type[models.Model], models.FileField]]:
    for model in rows.stored_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.FileField):
                yield model, field


def verify(path: Path, key: str) -> BackupContents:
    """Read a backup to its end against its checksums, and return its contents."""
    return _verified(path, key)[0]


def _verified(path: Path, key: str) -> tuple[BackupContents, dict[str, Any], dict[str, str]]:
    """The contents of a whole backup, its own description, and the checksums of its members."""
    checksums, kept = archive.checked(path, key, (ABOUT, CONTENTS))
    about, contents = kept.get(ABOUT, {}), kept.get(CONTENTS, {})
    if about.get("format") != FORMAT:
        raise Refused(f"{path.name} was made by a later version of the product. Install that one.")
    missing = tuple(contents.pop("missing"))
    return BackupContents(about["made_at"], **contents, missing=missing), about, checksums


def restore(
    path: Path, key: str, *, replace: bool = False, report: Report = _silent
) -> BackupContents:
    """Put a backup's rows and documents into the database and the storage of the settings.

    All or nothing. A database that holds anything is overwritten only on request,
    and only if it has the backup's own version; an empty one takes a backup of any earlier version,
    too.
    """
    contents, about, checksums = _verified(path, key)
    migrations = [(app, name) for app, name in about["migrations"]]
    _refuse_later(path, about["version"], migrations)
    _refuse_other_documents(checksums)
    if (besides := _documents_besides(checksums, contents)) and not replace:
        raise Refused(
            f"{besides} Move them away, or name an empty folder there: docs/operate.md says how."
        )
    if rows.is_empty():
        registry = rows.migrate_to(migrations)
    else:
        _refuse_unless_replaced(migrations, replace)
        registry = rows.models_at(migrations)
    report(f"{path.name} is whole: {contents}.")
    if besides:
        report(f"{besides} They stay there, and no row names them.")
    stored: list[str] = []
    try:
        with transaction.atomic():
            rows.remove_all(registry)
            _take_in(path, key, registry, stored)
            rows.set_sequences(registry)
    except BaseException:
        for name in stored:
            default_storage.delete(name)
        raise
    call_command("migrate", verbosity=0)
    BackupRun.objects.note_restore(path.name, timezone.now())
    return contents


def _refuse_later(path: Path, version: str, migrations: rows.Migrations) -> None:
    if unknown := rows.unknown_migrations(migrations):
        raise Refused(
            f"{path.name} was made by version {version} of the product, which is later than this "
            f"one ({VERSION}): it has {'.'.join(unknown[0])}. Install that version, then restore."
        )


def _refuse_unless_replaced(migrations: rows.Migrations, replace: bool) -> None:
    if not replace:
        raise Refused(
            "This database holds data. Name an empty one in DATABASE_URL, or add --replace to lose "
            "what it holds."
        )
    if sorted(migrations) != rows.applied_migrations():
        raise Refused(
            "This database is of another version than the backup. Name an empty one in "
            "DATABASE_URL: an empty one takes a backup of any earlier version."
        )


def _refuse_other_documents(checksums: dict[str, str]) -> None:
    for member, checksum in checksums.items():
        name = member.removeprefix(FILES)
        if name == member or not default_storage.exists(name):
            continue
        with default_storage.open(name) as document:
            if hashlib.file_digest(document, "sha256").hexdigest() != checksum:
                raise Refused(
                    f"{storage.setting()} has a different {name} from the backup. Name an empty "
                    "folder there: no document is overwritten."
                )


def _documents_besides(checksums: dict[str, str], contents: BackupContents) -> str:
    """The stored documents that the backup does not know, in words; empty if there are none."""
    known = {member.removeprefix(FILES) for member in checksums} | {*contents.missing}
    folders = {str(field.upload_to).partition("/")[0] for _, field in _file_fields()}
    found = sorted({name for each in folders for name in _stored_in(each)} - known)
    if not found:
        return ""
    return (
        f"{storage.setting()} is not empty: it has documents that the backup does not have "
        f"({len(found):,}, such as {found[0]})."
    )


def _stored_in(folder: str) -> Iterator[str]:
    """Every file in a folder of the storage of documents, and in the folders in it."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}/{name}" for name in files if name)
    for each in folders:
        yield from _stored_in(f"{folder}/{each}")


def _take_in(path: Path, key: str, registry: Apps, stored: list[str]) -> None:
    """Store every row and document; `stored` gets the name of each document that is new."""
    known = {each._meta.label_lower: each for each in rows.stored_models(registry)}
    with archive.members(path, key) as members:
        for member, content in members:
            if member.startswith(ROWS):
                label = member.removeprefix(ROWS).removesuffix(".jsonl")
                rows.read_rows(known[label], content)
            elif member.startswith(FILES):
                name = member.removeprefix(FILES)
                if not default_storage.exists(name):
                    # From memory: to be encrypted it is read from its start, and a tar only flows.
                    stored.append(default_storage.save(name, ContentFile(content.read())))
