"""How a release is signed: screened, sent to review by one side, approved by another person."""

from django.db import models
from django.db.models import Q

from offences.models.immutable import WrittenByStep
from offences.models.shared import both_or_neither, different_people, person_field


class ReleaseState(models.TextChoices):
    """Where a release stands. Never stored: its dates say it."""

    DRAFT = "draft", "draft"
    SCREENED = "screened", "screened"
    IN_REVIEW = "in_review", "in review"
    APPROVED = "approved", "approved, not yet public"
    PUBLIC = "public", "public"
    SUPERSEDED = "superseded", "superseded"
    WITHDRAWN = "withdrawn", "withdrawn"


class SignedOff(WrittenByStep):
    """Who screened a release, who sent it to review, and who sent it back. Written by steps."""

    screened_by = person_field()
    screened_at = models.DateTimeField(null=True, blank=True, editable=False)
    screened_of = models.CharField(
        max_length=64,
        blank=True,
        editable=False,
        help_text="The fingerprint of the figures that were screened.",
    )
    review_by = person_field()
    review_at = models.DateTimeField("sent to review", null=True, blank=True, editable=False)
    sent_back_by = person_field()
    sent_back_at = models.DateTimeField(null=True, blank=True, editable=False)
    sent_back_reason = models.CharField(max_length=300, blank=True, editable=False)

    class Meta:
        abstract = True


def signed_in_order() -> list[models.CheckConstraint]:
    """Screened, then in review, then approved, and the last by nobody of the first two."""
    return [
        both_or_neither(
            "screened_by",
            "screened_at",
            "release_screened",
            "Say who screened the release and when, or neither.",
        ),
        both_or_neither(
            "review_by",
            "review_at",
            "release_reviewed",
            "Say who sent the release to review and when, or neither.",
        ),
        both_or_neither(
            "sent_back_by",
            "sent_back_at",
            "release_sent_back",
            "Say who sent the release back and when, or neither.",
        ),
        *_one_after_the_other(),
        *(
            different_people(
                who,
                "approved_by",
                name,
                f"The person who {did} cannot approve it. Ask a colleague.",
            )
            for who, name, did in (
                ("screened_by", "release_screener_not_approver", "screened a release"),
                ("review_by", "release_sender_not_approver", "sent a release to review"),
            )
        ),
    ]


def _one_after_the_other() -> list[models.CheckConstraint]:
    return [
        models.CheckConstraint(
            condition=Q(screened_at__isnull=True, screened_of="")
            | Q(screened_at__isnull=False) & ~Q(screened_of=""),
            name="release_screened_of_figures",
            violation_error_message="A screening keeps the fingerprint of what was screened.",
        ),
        models.CheckConstraint(
            condition=Q(sent_back_at__isnull=True, sent_back_reason="")
            | Q(sent_back_at__isnull=False) & ~Q(sent_back_reason=""),
            name="release_sent_back_with_reason",
            violation_error_message="Say why the release is sent back.",
        ),
        models.CheckConstraint(
            condition=Q(review_at__isnull=True) | Q(screened_at__isnull=False),
            name="release_screened_before_review",
            violation_error_message="A release is screened before it is sent to review.",
        ),
        models.CheckConstraint(
            condition=Q(approved_at__isnull=True) | Q(review_at__isnull=False),
            name="release_reviewed_before_approved",
            violation_error_message="A release is sent to review before it is approved.",
        ),
    ]
