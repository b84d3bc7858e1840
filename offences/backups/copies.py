"""Backups made, checked and restored."""

import datetime as dt
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps.registry import Apps
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from offences import VERSION, faults, storage
from offences.backups import archive, documents, rows
from offences.backups.documents import FILES, Report, silent
from offences.models import BackupRun
from offences.refused import Refused
from offences.releases.public_state import one_snapshot

FORMAT = 1
ABOUT, CONTENTS, ROWS = "backup.json", "contents.json", "rows/"


@dataclass(frozen=True)
class BackupContents:
    """The contents of a backup: its moment, its rows, and the documents that were missing then."""

    made_at: str
    rows: int
    documents: int
    missing: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.rows:,} rows and {self.documents:,} documents of {self.made_at}"


def back_up(path: Path, key: str, now: dt.datetime, *, report: Report = silent) -> BackupContents:
    """Write every row and document of this moment to a new file, and read it back to check it.

    With a public key alone nothing can be read back. A document that the database knows and the
    storage no longer has is named, and stops nothing.
    """
    if path.exists():
        raise Refused(f"{path} is there already. Name a new file: a backup is never overwritten.")
    if key:
        archive.recipient_of(key)
    with _faults_in_words(f"The backup {path} stopped", "No backup was made."):
        contents = _write(path, key, now, report)
    if not key or key.startswith(archive.SECRET):
        report("Reading it back …")
        try:
            archive.checked(path, key)
        except Refused:
            path.unlink()  # what cannot be read back is no backup
            raise
    return contents


def _write(path: Path, key: str, now: dt.datetime, report: Report) -> BackupContents:
    total = 0
    made_at = now.isoformat(timespec="seconds")
    with archive.new_archive(path, key) as writer:
        with one_snapshot():
            about = {"format": FORMAT, "made_at": made_at, "version": VERSION}
            writer.add_json(ABOUT, about | {"migrations": rows.applied_migrations()})
            for model in rows.stored_models():
                with tempfile.TemporaryFile(dir=path.parent) as file:
                    total += rows.write_rows(model, file)
                    file.seek(0)
                    writer.add(f"{ROWS}{model._meta.label_lower}.jsonl", file)
            names = documents.names()
        report(f"{total:,} rows are written. Documents: {len(names):,}.")
        missing = documents.write(writer, names, report)
        number = sum(each.startswith(FILES) for each in writer.checksums)
        writer.add_json(CONTENTS, {"rows": total, "documents": number, "missing": missing})
    return BackupContents(made_at, total, number, tuple(missing))


def verify(path: Path, key: str) -> BackupContents:
    """Read a backup to its end against its checksums, and return its contents."""
    return _verified(path, key)[0]


def _verified(path: Path, key: str) -> tuple[BackupContents, dict[str, Any], dict[str, str]]:
    """The contents of a whole backup, its own description, and its documents' checksums."""
    checksums, kept = archive.checked(path, key, (ABOUT, CONTENTS))
    about, contents = kept.get(ABOUT, {}), kept.get(CONTENTS, {})
    if about.get("format") != FORMAT:
        raise Refused(f"{path.name} was made by a later version of the product. Install that one.")
    missing = tuple(contents.pop("missing"))
    backed_up = documents.of(checksums)
    return BackupContents(about["made_at"], **contents, missing=missing), about, backed_up


def compare(path: Path, key: str, *, report: Report = silent) -> BackupContents:
    """Verify a backup, and list the documents that only the storage has, or only the backup."""
    contents, _, backed_up = _verified(path, key)
    place = storage.setting()
    with _faults_in_words("The documents cannot be compared", "Nothing was changed."):
        besides, absent = documents.besides(backed_up), documents.absent(backed_up)
    for name in besides:
        report(f"Only in {place}: {name}")
    for name in absent:
        report(f"Only in {path.name}: {name}")
    if not (besides or absent):
        report(f"{place} has the same documents as {path.name}, and no others.")
    return contents


def restore_lost(path: Path, key: str, *, report: Report = silent) -> int:
    """Put back those documents alone that a row names and the storage has lost; their number."""
    _, _, backed_up = _verified(path, key)
    stored: list[str] = []
    with _all_or_nothing(stored):
        lost = documents.absent(documents.names())
        wanted = {each for each in lost if each in backed_up}
        progress = documents.DocumentCounter(report, len(wanted))
        with archive.members(path, key) as members:
            for member, content in members:
                if (name := member.removeprefix(FILES)) in wanted and name != member:
                    stored.append(documents.store(name, content))
                    progress.step()
    for each in lost:
        if each not in wanted:
            report(f"Not in {path.name} either: {each}")
    return len(stored)


def restore(
    path: Path, key: str, *, replace: bool = False, report: Report = silent
) -> BackupContents:
    """Put a backup's rows and documents into the database and the storage of the settings.

    All or nothing. A database that holds anything is overwritten only on request,
    and only if it has the backup's own version; an empty one takes a backup of any earlier version,
    too.
    """
    contents, about, backed_up = _verified(path, key)
    migrations = [(app, name) for app, name in about["migrations"]]
    _refuse_later(path, about["version"], migrations)
    with _faults_in_words("The restore stopped", "Nothing was changed."):
        documents.refuse_different(backed_up)
        besides = _in_words(documents.besides({*backed_up, *contents.missing}))
    if besides and not replace:
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
    with _all_or_nothing(stored), transaction.atomic():
        rows.remove_all(registry)
        _take_in(path, key, registry, stored, documents.DocumentCounter(report, contents.documents))
        rows.set_sequences(registry)
    call_command("migrate", verbosity=0)
    BackupRun.objects.note_restore(path.name, timezone.now())
    return contents


@contextmanager
def _all_or_nothing(stored: list[str]) -> Iterator[None]:
    """Remove the documents that were stored if the work in this block fails."""
    try:
        yield
    except BaseException as error:
        end = "Nothing was changed."
        if left := documents.remove(stored):
            end = (
                f"No row was changed. {storage.setting()} has new documents that could not be "
                f"removed again ({left:,}): the same restore takes them up."
            )
        with _faults_in_words("The restore stopped", end):
            raise error


@contextmanager
def _faults_in_words(what: str, end: str) -> Iterator[None]:
    """Refuse with a sentence if a disk, the database or the storage of documents fails."""
    try:
        yield
    except (OSError, *faults.GONE) as error:
        why = str(getattr(error, "strerror", None) or error).strip().rstrip(".")
        if faults.fault_of(error) is faults.Fault.DOCUMENTS_GONE:
            end = f"See whether STORAGE_URL has the right server, bucket, key and secret. {end}"
        raise Refused(f"{what}: {why}. {end}") from error


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


def _in_words(besides: list[str]) -> str:
    """The stored documents that the backup does not know; empty if there are none."""
    if not besides:
        return ""
    return (
        f"{storage.setting()} is not empty: it has documents that the backup does not have "
        f"({len(besides):,}, such as {besides[0]})."
    )


def _take_in(
    path: Path, key: str, registry: Apps, stored: list[str], progress: documents.DocumentCounter
) -> None:
    """Store every row and document; `stored` gets the name of each document that is new."""
    known = {each._meta.label_lower: each for each in rows.stored_models(registry)}
    with archive.members(path, key) as members:
        for member, content in members:
            if member.startswith(ROWS):
                label = member.removeprefix(ROWS).removesuffix(".jsonl")
                rows.read_rows(known[label], content)
            elif member.startswith(FILES):
                name = member.removeprefix(FILES)
                if documents.absent([name]):
                    stored.append(documents.store(name, content))
                progress.step()
