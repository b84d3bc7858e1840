"""Exemptions: the sections of the Act under which a force refuses all or part of a request."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from offences.models.constraints import check, unique
from offences.models.foi import Document, FoiSubmission
from offences.models.shared import author_field, optional_link


class ExemptionScope(models.TextChoices):
    WHOLE = "whole", "everything we asked for"
    PART = "part", "a part, described in words"
    CELLS = "cells", "some cells of our tables"


class PublicInterest(models.TextChoices):
    UNKNOWN = "", "not looked at yet"
    NOT_NEEDED = "not_needed", "not to be weighed: this section always applies"
    WEIGHED = "weighed", "weighed, with reasons"
    MISSING = "missing", "not weighed, or without reasons"


class ChallengeChoice(models.TextChoices):
    OPEN = "", "not decided"
    CHALLENGED = "challenged", "challenged"
    ACCEPTED = "accepted", "not challenged"


class ChallengeResult(models.TextChoices):
    AWAITED = "", "none yet"
    UPHELD = "upheld", "the refusal stands"
    PART_UPHELD = "part_upheld", "the refusal stands in part"
    DROPPED = "dropped", "the refusal is withdrawn"


class Exemption(models.Model):
    """One section under which a force refuses all or part of a request.

    Which cells it covers is in the counts themselves: those refused under this section.
    """

    submission = models.ForeignKey(
        FoiSubmission, verbose_name="request", on_delete=models.CASCADE, related_name="exemptions"
    )
    section = models.CharField(
        max_length=5,
        validators=[RegexValidator(r"^[0-9]{1,3}[A-Z]{0,2}$", "Write a section like 40 or 22A.")],
        help_text="Of the Freedom of Information Act: 12, 40.",
    )
    subsection = models.CharField(
        max_length=20,
        blank=True,
        validators=[
            RegexValidator(
                r"^(\([0-9]{1,3}[A-Z]{0,2}\)|\([a-z]{1,4}\))+$",
                "Write a subsection like (2) or (5B).",
            )
        ],
        help_text="Such as (2) or (5B).",
    )
    scope = models.CharField(
        max_length=5, choices=ExemptionScope.choices, default=ExemptionScope.WHOLE
    )
    part = models.CharField(
        "which part", max_length=200, blank=True, help_text="If it is for a part: which, in words."
    )
    quote = models.TextField("the force’s words", blank=True, help_text="As its letter has them.")
    document = optional_link(Document, "exemptions", help_text="The letter that claims it.")
    public_interest = models.CharField(
        "public interest test", max_length=10, choices=PublicInterest.choices, blank=True
    )
    challenge = models.CharField(max_length=10, choices=ChallengeChoice.choices, blank=True)
    result = models.CharField(
        "result of the challenge", max_length=12, choices=ChallengeResult.choices, blank=True
    )
    recorded_by = author_field(editable=False)
    recorded_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ("submission", "pk")
        constraints = [
            unique("exemption_once", "submission section subsection"),
            check(
                "exemption_part_in_words",
                Q(scope="part") & ~Q(part="") | ~Q(scope="part") & Q(part=""),
            ),
            check("exemption_result_of_challenge", Q(result="") | Q(challenge="challenged")),
        ]

    def __str__(self) -> str:
        return f"{self.submission}: section {self.name}"

    @property
    def name(self) -> str:
        """The section as the Act numbers it: “40(2)”."""
        return f"{self.section}{self.subsection}"

    @property
    def is_in_force(self) -> bool:
        """Whether the force still refuses under it."""
        return self.result != ChallengeResult.DROPPED
