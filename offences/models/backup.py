"""The backups that the worker or a person made, and what came of each."""

import datetime as dt
from typing import Self

from django.db import models

RESTORED = "restored/"  # no name of a file in BACKUP_DIRECTORY


class BackupRunQuerySet(models.QuerySet["BackupRun"]):
    def good(self) -> Self:
        """Written to the end and read back."""
        return self.filter(ended_at__isnull=False, trouble="")

    def restores(self) -> Self:
        """Not backups: when this database was restored from one."""
        return self.filter(name__startswith=RESTORED)

    def since(self, restored: "BackupRun | None") -> Self:
        """The good ones, of which nothing is lost: made since this database was restored."""
        return self.good().filter(began_at__gt=restored.began_at) if restored else self.good()

    def note_restore(self, name: str, now: dt.datetime) -> "BackupRun":
        """Note that the rows are those of this backup, and that what it remembers is past."""
        times = {"began_at": now, "ended_at": now}
        return self.create(
            name=f"{RESTORED}{name}"[:100], trouble="Restored from this backup.", **times
        )


class BackupRun(models.Model):
    """One backup. One without an end was broken off, and has left no file."""

    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    name = models.CharField("file", max_length=100)
    contents = models.CharField(max_length=200, blank=True)
    lost = models.PositiveIntegerField(
        default=0, help_text="How many documents the storage had lost: the rest is saved."
    )
    trouble = models.TextField(blank=True)

    objects = BackupRunQuerySet.as_manager()

    class Meta:
        ordering = ("-began_at", "-pk")

    def __str__(self) -> str:
        return self.name

    @property
    def is_good(self) -> bool:
        """Written to the end and read back."""
        return self.ended_at is not None and not self.trouble
