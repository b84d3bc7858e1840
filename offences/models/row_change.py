"""Every change of a row, as the database itself wrote it down."""

import json
from typing import Any

from django.contrib.auth.models import User
from django.db import models

from offences.models.immutable import ImmutableQuerySet


class ChangeKind(models.TextChoices):
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class RowChange(models.Model):
    """One row that was added, changed or removed, with its values before and after.

    Triggers write it (offences.history); of a changed row it holds the columns that changed.
    """

    at = models.DateTimeField()
    # Accounts are never removed, and nothing is to keep a change from being recorded.
    person = models.ForeignKey(
        User, models.DO_NOTHING, null=True, blank=True, related_name="+", db_constraint=False
    )
    through = models.CharField(max_length=200, help_text="The page, the command or the task.")
    request = models.CharField(max_length=36, blank=True)
    why = models.TextField("reason typed", blank=True)
    table = models.CharField(max_length=63)
    row = models.CharField("record", max_length=40)
    kind = models.CharField("what", max_length=7, choices=ChangeKind)
    before = models.TextField(null=True, blank=True)  # noqa: DJ001 - there was no row
    after = models.TextField(null=True, blank=True)  # noqa: DJ001 - there is no row

    objects = ImmutableQuerySet["RowChange"].as_manager()

    class Meta:
        ordering = ("-pk",)
        indexes = [
            models.Index(fields=["table", "row"], name="change_of_row"),
            models.Index(fields=["table", "id"], name="change_newest_of_table"),
            models.Index(fields=["at"], name="change_at"),
            models.Index(fields=["request"], name="change_request"),
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.row} {self.kind}"

    @property
    def values(self) -> list[tuple[str, Any, Any]]:
        """Each column with its value before and after."""
        before, after = json.loads(self.before or "{}"), json.loads(self.after or "{}")
        return [(name, before.get(name), after.get(name)) for name in {**before, **after}]
