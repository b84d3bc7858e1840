"""The daily digest: who wants it, and each one that was sent."""

from typing import Self

from django.conf import settings
from django.db import models

from offences.models.constraints import needs, once
from offences.models.shared import author_field


class DigestReader(models.Model):
    """A person who asked for the daily digest by e-mail."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digest"
    )
    since = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.person)


class SentDigestQuerySet(models.QuerySet["SentDigest"]):
    def waiting(self) -> Self:
        """Reserved, and not handed to the mail server yet."""
        return self.filter(started_at__isnull=True)


class SentDigest(models.Model):
    """One day’s digest of one person: reserved before it is sent, so that none leaves twice."""

    person = author_field()
    on = models.DateField("day")
    to = models.EmailField()
    subject = models.CharField(max_length=250)
    body = models.TextField()
    keys = models.JSONField(help_text="What waited on that day: the next one reports what is new.")
    message_id = models.CharField(max_length=250)
    reserved_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=300, blank=True)

    objects = SentDigestQuerySet.as_manager()

    class Meta:
        ordering = ("-on", "pk")
        constraints = [
            once("sent_digest_once", "person on"),
            needs("sent_digest_started_before_sent", "sent_at", "started_at"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.on}"
