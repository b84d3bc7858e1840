"""Words that are approved once, by another person than the one who wrote them."""

import hashlib
from typing import ClassVar

from django.db import models

from offences.models.shared import person_field


class ApprovedWords(models.Model):
    """Words that one person wrote and another approved once, with their hash."""

    WORDS: ClassVar[tuple[str, ...]]  # the fields that are approved

    written_by = person_field()
    approved_by = person_field()
    approved_at = models.DateTimeField(null=True, blank=True, editable=False)
    approved_hash = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def words_hash(self) -> str:
        words = [getattr(self, name) for name in self.WORDS]
        return hashlib.sha256(repr(words).encode()).hexdigest()

    @property
    def is_approved(self) -> bool:
        """Approved, and not a letter of it changed since."""
        return self.approved_at is not None and self.approved_hash == self.words_hash
