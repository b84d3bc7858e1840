"""Issued texts that newsrooms were sent, or are about to be sent."""

from django.db import models
from django.db.models.functions import Lower

from offences.models.campaign import IssuedText, MediaContact
from offences.models.constraints import needs, once
from offences.models.contact_fields import AddressField
from offences.models.outgoing import Outgoing, OutgoingQuerySet
from offences.models.shared import author_field, link


class SentText(Outgoing):
    """One issued text to one newsroom: never twice to one address."""

    issued_text = link(IssuedText, "sent")
    contact = models.ForeignKey(
        MediaContact, on_delete=models.SET_NULL, null=True, related_name="sent"
    )
    outlet = models.CharField("newsroom", max_length=250)
    to = AddressField()
    reserved_by = author_field()
    sha256 = models.CharField("SHA-256 of the message", max_length=64, blank=True)

    objects = OutgoingQuerySet["SentText"].as_manager()

    class Meta:
        ordering = ("reserved_at", "pk")
        constraints = [
            once("sent_text_once", "issued_text", Lower("to")),
            needs("sent_text_started_before_sent", "sent_at", "started_at"),
        ]

    def __str__(self) -> str:
        return f"{self.issued_text}, {self.outlet}"
