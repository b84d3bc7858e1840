"""Issued texts that newsrooms were sent, or are about to be sent."""

from typing import Any

from django.db import models
from django.db.models.functions import Lower

from offences.models.campaign import IssuedText, MediaContact
from offences.models.constraints import needs, unique
from offences.models.outgoing import OutgoingLetter, OutgoingQuerySet
from offences.models.shared import link


class NewsroomLetter(OutgoingLetter):
    """A message to one newsroom about an issued text."""

    issued_text: Any  # each model has its own link, under its own name on the issued text
    outlet = models.CharField("newsroom", max_length=250)

    class Meta:
        abstract = True
        ordering = ("reserved_at", "pk")

    def __str__(self) -> str:
        return f"{self.issued_text}, {self.outlet}"


class SentText(NewsroomLetter):
    """One issued text to one newsroom: never twice to one address."""

    issued_text = link(IssuedText, "sent")
    contact = models.ForeignKey(
        MediaContact, on_delete=models.SET_NULL, null=True, related_name="sent"
    )

    objects = OutgoingQuerySet["SentText"].as_manager()

    class Meta(NewsroomLetter.Meta):
        constraints = [
            unique("sent_text_once", "issued_text", Lower("to")),
            needs("sent_text_started_before_sent", "sent_at", "started_at"),
        ]
