"""Messages that came back for a round, each filed once by a person."""

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from offences.models.constraints import both_or_neither, check, unique
from offences.models.foi import Document, FoiRound, FoiSubmission
from offences.models.force import Force
from offences.models.shared import author_field, link, optional_link, person_field
from offences.replies.message import Message, from_json


class ReplyQuerySet(models.QuerySet["Reply"]):
    def to_file(self) -> "ReplyQuerySet":
        return self.filter(filed_at__isnull=True)


class Reply(models.Model):
    """A message that came in for a round: read, then filed with a submission by a person.

    One that belongs to none is filed with a force, or put aside with the reason.
    """

    round = link(FoiRound, "replies")
    document = link(Document, "replies", help_text="The message as it came.")
    name = models.CharField(max_length=200, help_text="The file’s name as it came.")
    message_id = models.CharField("Message-ID", max_length=250, blank=True, editable=False)
    found = models.JSONField(default=dict, editable=False)
    added_by = author_field(editable=False)
    added_at = models.DateTimeField(editable=False)
    submission = optional_link(FoiSubmission, "replies", verbose_name="request")
    force = optional_link(Force, "replies", help_text="Only if it belongs to no submission.")
    aside = models.CharField(
        "why it is put aside", max_length=300, blank=True, help_text="If it is filed nowhere."
    )
    filed_by = person_field()
    filed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ReplyQuerySet.as_manager()

    class Meta:
        ordering = ("-added_at", "-pk")
        verbose_name_plural = "replies"
        constraints = [
            unique("reply_document_once", "document"),
            unique("reply_message_once", "message_id", condition=~Q(message_id="")),
            both_or_neither("reply_filed", "filed", "filed it"),
            check(
                "reply_filed_somewhere",
                Q(filed_at__isnull=True, submission__isnull=True, force__isnull=True, aside="")
                | Q(filed_at__isnull=False)
                & (
                    Q(submission__isnull=False, force__isnull=True, aside="")
                    | Q(submission__isnull=True, force__isnull=False, aside="")
                    | Q(submission__isnull=True, force__isnull=True) & ~Q(aside="")
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> str:
        """What it is about; the file's name if it came without a message."""
        return self.message.subject or self.name

    @cached_property
    def message(self) -> Message:
        """The message as it was read when it came in, without the bytes of its files."""
        return from_json(self.found)
