"""Forces' checks and disputes of their figures, and the reasons for revisions."""

import datetime as dt

from django.db import models
from django.db.models import F, Q

from offences.english import and_list
from offences.models.constraints import (
    both_or_neither,
    check,
    filled,
    two_people,
    unique,
    valid_year,
)
from offences.models.force import Force
from offences.models.immutable import Immutable
from offences.models.release import Release
from offences.models.shared import author_field, link, optional_link, person_field
from offences.statistics.years import Year


class ForceAnswer(models.TextChoices):
    CONFIRMED = "confirmed", "confirmed"
    CORRECTED = "corrected", "corrected"
    DISPUTED = "disputed", "disputed"
    SILENT = "silent", "no answer"


class ForceCheck(models.Model):
    """One force's figures in one release, sent to it to confirm, and its answer."""

    release = link(Release, "checks")
    force = link(Force, "checks")
    number = models.PositiveSmallIntegerField(default=1)
    figures = models.JSONField(help_text="What it was sent: year → the figure as published.")
    fingerprint = models.CharField(
        max_length=64, help_text="Changes whenever one of these figures changes."
    )
    sent_by = author_field()
    sent_at = models.DateTimeField()
    due_on = models.DateField(help_text="The last day for its answer.")
    answer = models.CharField(max_length=10, choices=ForceAnswer.choices, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    words = models.TextField(blank=True, help_text="What it wrote. For staff, never published.")
    recorded_by = person_field()
    recorded_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("release", "force", "-number")
        verbose_name = "check by a force"
        verbose_name_plural = "checks by forces"
        constraints = [
            unique("force_check_once", "release force number"),
            both_or_neither("force_check_recorded", "recorded", "recorded the answer"),
            check(
                "force_check_answer_whole",
                Q(answer="", answered_on__isnull=True, recorded_at__isnull=True)
                | ~Q(answer="") & Q(answered_on__isnull=False, recorded_at__isnull=False),
            ),
            check(
                "force_check_silent_after_due", ~Q(answer="silent") | Q(answered_on__gt=F("due_on"))
            ),
            check("force_check_words", ~Q(answer__in=["corrected", "disputed"]) | ~Q(words="")),
        ]

    def __str__(self) -> str:
        return f"{self.force.area}: {self.release}"


class Dispute(models.Model):
    """A force's claim that its figure is wrong: who looks into it, and what was decided."""

    class Decision(models.TextChoices):
        STANDS = "stands", "the figure stands"
        CORRECTED = "corrected", "corrected in a newer release"
        WITHDRAWN = "withdrawn", "the release was withdrawn"

    release = link(Release, "disputes")
    force = link(Force, "disputes")
    disputed = models.JSONField(help_text="The disputed figures: year → as published.")
    says = models.CharField(
        max_length=300, help_text="What the force says, as readers will see it, in one sentence."
    )
    said_on = models.DateField(help_text="The day the force said so.")
    opened_by = author_field()
    opened_at = models.DateTimeField()
    owner = author_field(help_text="The person who looks into it. Another person decides.")
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    corrected_in = optional_link(Release)
    decided_words = models.CharField(
        max_length=300, blank=True, help_text="Why, as readers will see it."
    )
    decided_by = person_field()
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("opened_at", "pk")
        permissions = [("decide_dispute", "Can decide a dispute")]
        constraints = [
            both_or_neither("dispute_decided", "decided", "decided the dispute"),
            two_people("dispute_two_people", "owner", "decided_by"),
            check(
                "dispute_decision_whole",
                Q(decision="", decided_at__isnull=True, decided_words="")
                | ~Q(decision="") & Q(decided_at__isnull=False) & ~Q(decided_words=""),
            ),
            check(
                "dispute_corrected_where",
                Q(decision="corrected", corrected_in__isnull=False)
                | ~Q(decision="corrected") & Q(corrected_in__isnull=True),
            ),
            filled("dispute_says", "says"),
        ]

    def __str__(self) -> str:
        return f"{self.force.area}, {self.years}"

    @property
    def figures(self) -> list[tuple[str, str]]:
        """Year and figure, oldest first: a database may change the order of what it stores."""
        return sorted(self.disputed.items())

    @property
    def years(self) -> str:
        """The years whose figures are disputed: “2017/18 and 2018/19”."""
        return and_list(sorted(self.disputed))


class RemarkQuerySet(models.QuerySet["ReleasedRemark"]):
    def public(self, at: dt.datetime) -> "RemarkQuerySet":
        """The remarks that readers see at this moment, each with its release public by then."""
        return self.filter(
            shown_from__lte=at, release__public_at__lte=at, release__approved_at__isnull=False
        )


class RemarkKind(models.TextChoices):
    CONFIRMED = "confirmed", "confirmed"
    CORRECTED = "corrected", "corrected"
    DISPUTED = "disputed", "disputed"
    DECIDED = "decided", "decided"


class ReleasedRemark(Immutable):
    """A force's remark on its figures in a release, or our decision, as readers see it."""

    release = link(Release, "remarks")
    force = models.CharField(max_length=50, help_text="The force's address.")
    kind = models.CharField(max_length=10, choices=RemarkKind.choices)
    said_on = models.DateField()
    years = models.CharField(max_length=200, blank=True, help_text="Which figures: “2018/19”.")
    words = models.CharField(max_length=300, blank=True)
    shown_from = models.DateTimeField(help_text="The moment from which readers see it.")
    decision = models.CharField(max_length=10, choices=Dispute.Decision.choices, blank=True)
    corrected_in = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="The number of the release that corrects the figure."
    )
    dispute = optional_link(Dispute, "remarks")

    objects = RemarkQuerySet.as_manager()

    class Meta:
        ordering = ("release", "force", "shown_from", "pk")
        verbose_name = "released remark"
        constraints = [
            unique("remark_confirmed_once", "release force kind", condition=Q(kind="confirmed")),
            unique(
                "remark_of_dispute_once", "release dispute kind", condition=Q(dispute__isnull=False)
            ),
            check(
                "remark_of_dispute_whole",
                Q(kind__in=["disputed", "decided"], dispute__isnull=False)
                & ~Q(words="")
                & ~Q(years="")
                | Q(kind__in=["confirmed", "corrected"], dispute__isnull=True),
            ),
            check(
                "remark_decision",
                Q(kind="decided") & ~Q(decision="") | ~Q(kind="decided") & Q(decision=""),
            ),
            check(
                "remark_corrected_where",
                Q(decision="corrected", corrected_in__isnull=False)
                | ~Q(decision="corrected") & Q(corrected_in__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.force}, {self.get_kind_display()}"


class RevisionReason(models.Model):
    """A person's reason why a figure of a release in preparation was revised."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="reasons")
    force = link(Force)
    year = models.PositiveSmallIntegerField()
    category = models.CharField(max_length=80, default="total")
    before = models.CharField(max_length=300, help_text="The figure in the release before.")
    after = models.CharField(max_length=300, help_text="The figure in this one.")
    words = models.CharField(max_length=250, help_text="Why, as readers will see it.")
    given_by = author_field()
    given_at = models.DateTimeField()

    class Meta:
        ordering = ("release", "force", "year", "given_at", "pk")
        constraints = [
            filled("revision_reason_in_words", "words"),
            valid_year("revision_reason_year_sensible", "year"),
        ]

    def __str__(self) -> str:
        return f"{self.force.area}, {Year(self.year)}: {self.before} → {self.after}"
