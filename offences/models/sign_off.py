"""Signers of an event’s texts, their reviews of each text, and the words that all share."""

from django.db import models
from django.db.models import Q

from offences.models.approved_words import ApprovedWords
from offences.models.campaign import CampaignEvent, PressRelease
from offences.models.constraints import both_or_neither, check, filled, two_people, unique
from offences.models.contact_fields import AddressField, NameField
from offences.models.immutable import AddedByStep, AddedByStepQuerySet
from offences.models.shared import author_field, link, person_field


class SignRole(models.TextChoices):
    DATA = "data", "Data"
    POLICY = "policy", "Policy"
    LEGAL = "legal", "Legal"
    SAFEGUARDING = "safeguarding", "Safeguarding"
    MEDIA = "media", "Head of media"


class EventSignerQuerySet(models.QuerySet["EventSigner"]):
    def active(self) -> "EventSignerQuerySet":
        """Signers who were not replaced."""
        return self.filter(revoked_at__isnull=True)


class EventSigner(models.Model):
    """One named person who signs an event's texts in one role, or their deputy."""

    event = link(CampaignEvent, "signers")
    role = models.CharField(max_length=20, choices=SignRole.choices)
    is_deputy = models.BooleanField("deputy", default=False)
    name = NameField(max_length=100)
    email = AddressField("e-mail", help_text="Their link is sent there, and shown nowhere else.")
    account = author_field(
        null=True, blank=True, help_text="Empty for a person without a login, who signs by link."
    )
    due_on = models.DateField(
        "sign by", help_text="From the day after this the deputy may sign instead."
    )
    named_by = author_field(editable=False)
    named_at = models.DateTimeField(editable=False)
    revoked_by = person_field()
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)
    links = models.PositiveSmallIntegerField(
        default=0, editable=False, help_text="The number of the newest link: no other opens."
    )
    link_at = models.DateTimeField("link sent", null=True, blank=True, editable=False)

    objects = EventSignerQuerySet.as_manager()

    class Meta:
        ordering = ("event", "role", "is_deputy", "pk")
        verbose_name = "signer"
        constraints = [
            unique(
                "event_signer_once", "event role is_deputy", condition=Q(revoked_at__isnull=True)
            ),
            filled("event_signer_named", "name", "email"),
            both_or_neither("event_signer_revoked", "revoked", "took the person off"),
        ]

    def __str__(self) -> str:
        deputy = ", deputy" if self.is_deputy else ""
        return f"{self.name}, {self.get_role_display()}{deputy}"


class ReviewKind(models.TextChoices):
    SEEN = "seen", "opened"
    APPROVED = "approved", "signed"
    COMMENT = "comment", "commented"
    SENT_BACK = "sent_back", "sent back"
    SETTLED = "settled", "settled"


_TALK = ["comment", "settled"]
TALK = (ReviewKind.COMMENT, ReviewKind.SETTLED)
"""What people say to each other, in a role or in none."""


class TextReview(AddedByStep):
    """One person’s step with a text as it was then: opened, signed, sent back, talked about.

    A signature is of the words and of their facts: `fingerprint` is of both.
    """

    press_release = link(PressRelease, "reviews")
    signer = models.ForeignKey(
        EventSigner, on_delete=models.PROTECT, related_name="reviews", null=True, blank=True
    )
    role = models.CharField(max_length=20, choices=SignRole.choices, blank=True)
    by = person_field()
    kind = models.CharField(max_length=10, choices=ReviewKind.choices)
    answers = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="replies", null=True, blank=True
    )
    words = models.CharField(
        max_length=600, blank=True, help_text="The comment, or why it is signed with a finding."
    )
    fingerprint = models.CharField(max_length=64)
    headline = models.CharField(max_length=120)
    text = models.TextField()
    at = models.DateTimeField()

    objects = AddedByStepQuerySet["TextReview"].as_manager()

    class Meta:
        base_manager_name = "objects"
        ordering = ("at", "pk")
        verbose_name = "review of a text"
        verbose_name_plural = "reviews of texts"
        constraints = [
            check(
                "text_review_by_somebody",
                Q(signer__isnull=False) & ~Q(role="")
                | Q(signer__isnull=True, role="", by__isnull=False, kind__in=_TALK),
            ),
            check("text_review_answers", Q(answers__isnull=True) | Q(kind__in=_TALK)),
            check("text_review_in_words", ~Q(kind__in=["comment", "sent_back"]) | ~Q(words="")),
        ]

    def __str__(self) -> str:
        return f"{self.press_release}: {self.get_kind_display()}"

    @property
    def who(self) -> str:
        """The name of the person."""
        if self.signer:
            return self.signer.name
        return self.by.get_full_name() or self.by.get_username() if self.by else ""


class NationalBlock(ApprovedWords):
    """The sentences on all forces that an event's texts share: approved once, locked in all."""

    WORDS = ("words",)

    event = models.OneToOneField(
        CampaignEvent, on_delete=models.PROTECT, related_name="national_block"
    )
    words = models.TextField(help_text="One sentence a line, as the drafts have them.")

    class Meta:
        verbose_name = "national block"
        constraints = [
            both_or_neither("national_block_approved", "approved", "approved the block"),
            two_people("national_block_two_people", "written_by", "approved_by"),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def sentences(self) -> list[str]:
        return [line for line in self.words.splitlines() if line]
