"""Building blocks of the tables: constraints that several of them share."""

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
    """Who did a step. Staff accounts are switched off, never deleted: the step stays theirs."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )


def both_or_neither(who: str, when: str, name: str, message: str) -> models.CheckConstraint:
    """Who did a thing and when are known together or not at all."""
    return models.CheckConstraint(
        condition=Q(**{f"{who}__isnull": True, f"{when}__isnull": True})
        | Q(**{f"{who}__isnull": False, f"{when}__isnull": False}),
        name=name,
        violation_error_message=message,
    )


def different_people(first: str, second: str, name: str, message: str) -> models.CheckConstraint:
    """Two steps that one person may not do both."""
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
