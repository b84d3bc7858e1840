"""Fields of a message that is reserved first, then handed to the mail server, then sent."""

import datetime as dt
from typing import ClassVar, Self, cast

from django.db import models

from offences.models.account import Account, AccountQuerySet
from offences.models.contact_fields import AddressField
from offences.models.shared import author_field


class OutgoingQuerySet[Row: models.Model](models.QuerySet[Row]):
    def waiting(self) -> Self:
        """Reserved, and not handed to the mail server yet."""
        return self.filter(started_at__isnull=True)

    def ready(self, today: dt.date) -> Self:
        """Waiting, and of a person whose account can be used on this day."""
        return self.waiting().filter(**self._of_open_accounts(today))

    def stopped(self, today: dt.date) -> Self:
        """Waiting, and not sent: the account of the person whose message it is has ended."""
        return self.waiting().exclude(**self._of_open_accounts(today))

    def _of_open_accounts(self, today: dt.date) -> dict[str, AccountQuerySet]:
        person = cast(type[Outgoing], self.model).person_field
        return {f"{person}__in": Account.objects.open(today).order_by()}

    def unsure(self) -> Self:
        """Handed to the mail server, whose answer we never got."""
        return self.filter(started_at__isnull=False, sent_at__isnull=True)


class Outgoing(models.Model):
    """A message on its way: reserved before it is sent, so that none leaves twice."""

    person_field: ClassVar = "reserved_by"
    """Whose message it is: nothing leaves once that account has ended."""

    to = AddressField()
    subject = models.CharField(max_length=250)
    body = models.TextField()
    message_id = models.CharField(max_length=250, db_index=True)
    reserved_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True


class OutgoingLetter(Outgoing):
    """A message that a member of staff sends to somebody outside."""

    reserved_by = author_field()
    sha256 = models.CharField("SHA-256 of the message", max_length=64, blank=True)

    class Meta:
        abstract = True
