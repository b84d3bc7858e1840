"""Fields and constraints that several tables share."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from offences.statistics.dates import Precision

PRECISIONS = [
    (Precision.DAY.value, "to the day"),
    (Precision.MONTH.value, "to the month"),
    (Precision.YEAR.value, "to the year"),
]


def precision_field(of: str) -> models.CharField:
    return models.CharField(
        f"{of} known",
        max_length=5,
        choices=PRECISIONS,
        default=Precision.DAY.value,
        help_text="How exactly the date is known. Never make a date look more exact than it is.",
    )


def person_field() -> models.ForeignKey:
    """A field for the person who took a step, once it is taken.

    Staff accounts are switched off, never deleted: the step stays theirs.
    """
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )


def author_field(*, editable: bool = True) -> models.ForeignKey:
    """A field for the author of a row that always has one."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=editable
    )


def both_or_neither(step: str, name: str, done: str) -> models.CheckConstraint:
    """Require a step's person and moment together: `checked_by` and `checked_at`."""
    who, when = f"{step}_by__isnull", f"{step}_at__isnull"
    return models.CheckConstraint(
        condition=Q(**{who: True, when: True}) | Q(**{who: False, when: False}),
        name=name,
        violation_error_message=f"Say who {done} and when, or neither.",
    )


def different_people(first: str, second: str, name: str, message: str) -> models.CheckConstraint:
    """Forbid that one person takes both steps."""
    return models.CheckConstraint(
        condition=Q(**{f"{first}__isnull": True})
        | Q(**{f"{second}__isnull": True})
        | ~Q(**{first: models.F(second)}),
        name=name,
        violation_error_message=message,
    )


def sensible_year(field: str, name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{f"{field}__gte": 1990, f"{field}__lte": 2100}),
        name=name,
        violation_error_message="The year is not one between 1990/91 and 2100/01.",
    )
