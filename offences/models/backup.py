"""The backups that the worker or a person made, and what came of each."""

from typing import Self

from django.db import models


class BackupRunQuerySet(models.QuerySet["BackupRun"]):
    def good(self) -> Self:
        """Written to the end and read back."""
        return self.filter(ended_at__isnull=False, trouble="")


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
