"""Fields that several tables share."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.expressions import Combinable

from offences.statistics.dates import Precision

PRECISIONS = [
    (Precision.DAY.value, "to the day"),
    (Precision.MONTH.value, "to the month"),
    (Precision.YEAR.value, "to the year"),
]


def link[Row: models.Model](
    to: type[Row], name: str = "+", **options: Any
) -> "models.ForeignKey[Row | Combinable, Row]":
    """A row that this one rests on, so that it cannot be deleted; `name` is the way back."""
    return models.ForeignKey(to, on_delete=models.PROTECT, related_name=name, **options)


def optional_link[Row: models.Model](
    to: type[Row], name: str = "+", **options: Any
) -> "models.ForeignKey[Row | Combinable | None, Row | None]":
    options |= {"related_name": name, "null": True, "blank": True}
    return models.ForeignKey(to, on_delete=models.PROTECT, **options)


def precision_field(of: str) -> models.CharField:
    return models.CharField(
        f"{of} known",
        max_length=5,
        choices=PRECISIONS,
        default=Precision.DAY.value,
        help_text="How exactly the date is known. Never make a date look more exact than it is.",
    )


def person_field() -> models.ForeignKey:
    """A field for the person who took a step: accounts are switched off, never deleted."""
    return author_field(null=True, blank=True, editable=False)


def author_field(**options: Any) -> models.ForeignKey:
    """A field for the author of a row that always has one."""
    options |= {"on_delete": models.PROTECT, "related_name": "+"}
    return models.ForeignKey(settings.AUTH_USER_MODEL, **options)
