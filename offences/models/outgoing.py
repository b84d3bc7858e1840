"""Fields of a message that is reserved first, then handed to the mail server, then sent."""

from typing import Self

from django.db import models


class OutgoingQuerySet[Row: models.Model](models.QuerySet[Row]):
    def waiting(self) -> Self:
        """Reserved, and not handed to the mail server yet."""
        return self.filter(started_at__isnull=True)

    def unsure(self) -> Self:
        """Handed to the mail server, whose answer we never got."""
        return self.filter(started_at__isnull=False, sent_at__isnull=True)


class Outgoing(models.Model):
    """A message on its way: reserved before it is sent, so that none leaves twice."""

    subject = models.CharField(max_length=250)
    body = models.TextField()
    message_id = models.CharField(max_length=250, db_index=True)
    reserved_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True
