"""The mark of a database in which everything is made up, for practice."""

from django.core.exceptions import ValidationError
from django.db import models

from offences.english import MADE_UP

CLOSED = (
    "This is a practice year: every force in it is made up, and no other can be added. Real work "
    "needs a database of its own."
)
NOT_REAL = "This nation is made up, for the practice year alone. Choose a real one."


class PracticeYear(models.Model):
    """The note that a whole database is made up: stored first, in an empty one; never removed."""

    seed = models.PositiveIntegerField(help_text="The same seed makes the same country.")
    scale = models.FloatField(help_text="1 for 44 forces.")
    today = models.DateField(help_text="The day on which its events are in twelve days.")

    class Meta:
        ordering = ("pk",)
        verbose_name = "practice year"

    def __str__(self) -> str:
        return f"Practice year {self.seed}"

    @classmethod
    def check_nation(cls, nation: str, *, is_new: bool) -> None:
        """Refuse a force that does not belong: any new one here, a made-up one elsewhere."""
        is_practice = cls.objects.exists()
        if is_practice and is_new:
            raise ValidationError(CLOSED)
        if not is_practice and nation == MADE_UP:
            raise ValidationError({"nation": NOT_REAL})
