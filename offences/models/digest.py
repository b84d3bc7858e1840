"""The daily digest: who wants it, and each one that was sent."""

from django.conf import settings
from django.db import models

from offences.models.constraints import needs, unique
from offences.models.outgoing import Outgoing, OutgoingQuerySet
from offences.models.shared import author_field


class DigestReader(models.Model):
    """A person who asked for the daily digest by e-mail."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digest"
    )
    since = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.person)


class SentDigest(Outgoing):
    """One day’s digest of one person: reserved before it is sent, so that none leaves twice."""

    person_field = "person"

    person = author_field()
    on = models.DateField("day")
    keys = models.JSONField(help_text="What waited on that day: the next one reports what is new.")

    objects = OutgoingQuerySet["SentDigest"].as_manager()

    class Meta:
        ordering = ("-on", "pk")
        constraints = [
            unique("sent_digest_once", "person on"),
            needs("sent_digest_started_before_sent", "sent_at", "started_at"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.on}"
