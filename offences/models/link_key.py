"""The key in every link that opens something without a login."""

import secrets

from django.core.signing import TimestampSigner
from django.db import models


class LinkKeyManager(models.Manager["LinkKey"]):
    def signer(self, salt: str) -> TimestampSigner:
        """Signs links of one kind, and knows those signed since the database was restored."""
        row, _ = self.get_or_create(pk=1, defaults={"key": secrets.token_hex(16)})
        return TimestampSigner(salt=f"{salt}.{row.key}", sep=".")


class LinkKey(models.Model):
    """One key for all links of this database, in no backup: a restore ends every link.

    A link that was taken back after the backup was made would otherwise open again.
    """

    key = models.CharField(max_length=32, editable=False)

    objects = LinkKeyManager()

    def __str__(self) -> str:
        return "The key of all links"
