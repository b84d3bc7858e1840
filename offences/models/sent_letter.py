"""Letters to forces that we sent, or are about to send."""

from django.db import models

from offences.models.constraints import needs, unique
from offences.models.foi import FoiSubmission
from offences.models.outgoing import OutgoingLetter, OutgoingQuerySet


class LetterKind(models.TextChoices):
    SENT = "sent", "request"
    CHASE = "chase", "reminder"
    REVIEW = "review", "request for a review"
    ANSWER = "answer", "answer to a question"
    QUERY = "query", "questions about an answer"
    MORE_TIME = "more_time", "note on the time that was claimed"


class SentLetter(OutgoingLetter):
    """A letter about one submission: reserved before it is sent, so that none leaves twice.

    A letter to a joint office is one message and has a row for each submission in it.
    """

    submission = models.ForeignKey(
        FoiSubmission, verbose_name="request", on_delete=models.PROTECT, related_name="letters"
    )
    kind = models.CharField(max_length=10, choices=LetterKind.choices)
    number = models.PositiveSmallIntegerField(default=1)

    objects = OutgoingQuerySet["SentLetter"].as_manager()

    class Meta:
        ordering = ("reserved_at", "pk")
        constraints = [
            unique("sent_letter_once", "submission kind number"),
            needs("sent_letter_started_before_sent", "sent_at", "started_at"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.submission}"
