"""Pre-release access: its readers, the reasons for it, and the log of opened pages."""

import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from offences.models.constraints import both_or_neither, check, filled, unique
from offences.models.contact_fields import AddressField, NameField
from offences.models.immutable import Immutable
from offences.models.release import Release
from offences.models.shared import author_field, link, optional_link, person_field


class PreReleaseReaderQuerySet(models.QuerySet["PreReleaseReader"]):
    def active(self) -> "PreReleaseReaderQuerySet":
        """The readers whose access was not revoked."""
        return self.filter(revoked_at__isnull=True)


class PreReleaseReader(models.Model):
    """A named person who may read a release before publication, and why. For staff only."""

    release = link(Release, "prerelease_readers")
    name = NameField(max_length=100, help_text="One person, by name. Never a desk or a team.")
    role = NameField("role and organisation", max_length=150)
    email = AddressField("e-mail")
    why = models.CharField(
        "why they need it",
        max_length=300,
        help_text="What they do before publication that cannot wait.",
    )
    opens_at = models.DateTimeField("readable from", help_text="London time.")
    expires_at = models.DateTimeField("readable until", help_text="London time.")
    added_by = author_field(editable=False)
    added_at = models.DateTimeField(editable=False)
    revoked_by = person_field()
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = PreReleaseReaderQuerySet.as_manager()

    class Meta:
        ordering = ("release", "name", "pk")
        verbose_name = "pre-release reader"
        constraints = [
            unique(
                "prerelease_reader_once",
                "release",
                Lower("email"),
                condition=Q(revoked_at__isnull=True),
            ),
            filled("prerelease_reader_named", "name", "role", "why"),
            check("prerelease_reader_times_in_order", Q(expires_at__gt=F("opens_at"))),
            both_or_neither("prerelease_reader_revoked", "revoked", "took the access back"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.role}"

    def is_open(self, at: dt.datetime) -> bool:
        return self.revoked_at is None and self.opens_at <= at < self.expires_at


class PreReleaseStep(models.TextChoices):
    ADDED = "added", "added to the list"
    LINKED = "linked", "link made"
    OPENED = "opened", "opened"
    REVOKED = "revoked", "taken off the list"


class PreReleaseLog(Immutable):
    """One event of pre-release access: a reader added, a page opened."""

    release = link(Release, "prerelease_log")
    what = models.CharField(max_length=10, choices=PreReleaseStep.choices)
    reader = optional_link(PreReleaseReader, "log")
    by = person_field()
    path = models.CharField(max_length=300, blank=True, help_text="The page that was opened.")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = "pre-release log entry"
        verbose_name_plural = "pre-release log entries"
        constraints = [
            check("prerelease_log_of_somebody", Q(reader__isnull=False) | Q(by__isnull=False)),
            check(
                "prerelease_log_opened_a_page",
                Q(what="opened") & ~Q(path="") | ~Q(what="opened") & Q(path=""),
            ),
            check(
                "prerelease_log_by_staff",
                Q(what="opened")
                | Q(what="linked", by__isnull=False)
                | Q(what__in=["added", "revoked"], reader__isnull=False, by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()}: {self.reader or self.by}"
