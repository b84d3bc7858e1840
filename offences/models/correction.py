"""What was done where a text that left had a figure that was revised since."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from offences.models.campaign import IssuedText
from offences.models.release import Release


class Correction(models.Model):
    """Those who were sent a text were told which of its figures a newer release revises.

    Which texts need one is computed from released rows, never stored.
    """

    issued_text = models.ForeignKey(
        IssuedText, on_delete=models.PROTECT, related_name="corrections"
    )
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="corrections")
    how = models.CharField(max_length=300, help_text="Who was told, and how.")
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    done_at = models.DateTimeField()

    class Meta:
        ordering = ("-done_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("issued_text", "release"),
                name="correction_once",
                violation_error_message="This text was corrected by that release already.",
            ),
            models.CheckConstraint(
                condition=~Q(how=""),
                name="correction_how",
                violation_error_message="Say who was told, and how.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issued_text}: {self.release}"
