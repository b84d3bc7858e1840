"""The backup of each night, and whether the last good one is too old."""

import datetime as dt
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from offences.backups.copies import BackupContents, back_up
from offences.backups.documents import Report, silent
from offences.models import BackupRun
from offences.refused import Refused

MADE_AT = dt.time(2)
KEPT = 30  # the newest good ones
BY_HAND = "by hand/"  # no name of a file in BACKUP_DIRECTORY, of which old ones are removed
TOO_OLD = dt.timedelta(hours=26)  # a day, and the time that one takes


def next_night(now: dt.datetime) -> dt.datetime:
    """Two o’clock in London, the next time it comes."""
    at = timezone.make_aware(dt.datetime.combine(timezone.localdate(now), MADE_AT))
    return at if at > now else at + dt.timedelta(days=1)


def back_up_daily(now: dt.datetime) -> BackupRun | None:
    """Make the backup of this day in BACKUP_DIRECTORY, and remove the oldest ones."""
    if settings.BACKUP_DIRECTORY is None:
        return None
    directory = Path(settings.BACKUP_DIRECTORY)
    name = f"offences-{timezone.localtime(now):%Y-%m-%d-%H%M%S}.backup"
    run = BackupRun.objects.create(began_at=now, name=name)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        contents = back_up(directory / name, settings.BACKUP_KEY, now)
        run.contents, run.lost = str(contents), len(contents.missing)
    except (Refused, OSError) as error:
        run.trouble = str(error)
    run.ended_at = timezone.now()
    run.save()
    if not run.trouble:
        _remove_old(directory)
    return run


def back_up_by_hand(path: Path, now: dt.datetime, report: Report = silent) -> BackupContents:
    """Make a backup in a file that a person names. It is as good as one of a night, and stays."""
    contents = back_up(path, settings.BACKUP_KEY, now, report=report)
    name, lost = f"{BY_HAND}{path.name}"[:100], len(contents.missing)
    with suppress(DatabaseError):  # of an earlier version, or it can only be read
        BackupRun.objects.create(
            began_at=now, ended_at=timezone.now(), name=name, contents=str(contents), lost=lost
        )
    return contents


def _remove_old(directory: Path) -> None:
    good = BackupRun.objects.good().exclude(name__startswith=BY_HAND).order_by("-began_at")
    for old in good.values_list("name", flat=True)[KEPT:]:
        (directory / old).unlink(missing_ok=True)


def why_worried(now: dt.datetime) -> str:
    """The fault of the backups; empty while the last good one is recent and complete."""
    if not settings.BACKUPS_EXPECTED:
        return ""
    last = BackupRun.objects.first()
    restored = BackupRun.objects.restores().first() if last else None
    good = last if last and last.is_good else None
    if last and not good:
        good = BackupRun.objects.since(restored).first()
    if good and good.began_at > now - TOO_OLD:
        return _lost_documents(good)
    if settings.BACKUP_DIRECTORY is None:
        return "No backups are made: BACKUP_DIRECTORY is not set (docs/operate.md)."
    since = f"since {_when(good)}" if good else "yet"
    if restored and not good:
        since = f"since this database was restored on {_when(restored)}"
    failed = last and last.trouble and last != restored
    return f"There is no good backup {since}." + (
        f" The last one failed: {last.trouble}" if last and failed else ""
    )


def _when(run: BackupRun) -> str:
    return f"{timezone.localtime(run.began_at):%-d %B, %H:%M}"


def _lost_documents(good: BackupRun) -> str:
    if not good.lost:
        return ""
    return (
        f"Documents missing from the storage and from the last backup: {good.lost:,}. “manage.py "
        "backup” names them."
    )
