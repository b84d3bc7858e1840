"""What the screening of a release found, and what people answered."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from offences.models.immutable import AddedByStep, AddedByStepQuerySet
from offences.models.release import Release


class Grade(models.TextChoices):
    """An error is mended or answered by the data lead, a warning by whoever prepares."""

    ERROR = "error", "error"
    WARNING = "warning", "warning"


class ScreeningAnswer(AddedByStep):
    """What a person answered to one finding of a release’s screening, in writing.

    It answers what the finding said then, by its key: a finding that says another thing asks
    again. Answers are added, never changed.
    """

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="answers")
    key = models.CharField(max_length=64, help_text="Of what the finding says.")
    grade = models.CharField(max_length=10, choices=Grade.choices)
    finding = models.TextField(help_text="What the screening said, as it was answered.")
    answer = models.CharField(max_length=500)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField()

    objects = AddedByStepQuerySet.as_manager()

    class Meta:
        ordering = ("release", "answered_at", "pk")
        base_manager_name = "objects"
        constraints = [
            models.UniqueConstraint(
                fields=("release", "key", "answer"),
                name="screening_answer_once",
                violation_error_message="This finding has that very answer already.",
            ),
            models.CheckConstraint(
                condition=~Q(answer="") & ~Q(key="") & ~Q(finding=""),
                name="screening_answer_in_words",
                violation_error_message="Answer the finding in words.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.release}: {self.answer}"
