"""Forces' checks and disputes of their figures, and the reasons for revisions."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from offences.english import and_list
from offences.models.force import Force
from offences.models.immutable import Immutable
from offences.models.release import Release
from offences.models.shared import (
    author_field,
    both_or_neither,
    different_people,
    person_field,
    sensible_year,
)
from offences.statistics.years import Year


class ForceAnswer(models.TextChoices):
    CONFIRMED = "confirmed", "confirmed"
    CORRECTED = "corrected", "corrected"
    DISPUTED = "disputed", "disputed"
    SILENT = "silent", "no answer"


class ForceCheck(models.Model):
    """One force's figures in one release, sent to it to confirm, and its answer.

    After a correction the figures are sent again: the newest check counts.
    """

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="checks")
    force = models.ForeignKey(Force, on_delete=models.PROTECT, related_name="checks")
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
            models.UniqueConstraint(
                fields=("release", "force", "number"),
                name="force_check_once",
                violation_error_message="These figures were sent to this force a moment ago.",
            ),
            both_or_neither("recorded", "force_check_recorded", "recorded the answer"),
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True, recorded_at__isnull=True)
                | ~Q(answer="") & Q(answered_on__isnull=False, recorded_at__isnull=False),
                name="force_check_answer_whole",
                violation_error_message="An answer has its day and the person who recorded it.",
            ),
            models.CheckConstraint(
                condition=~Q(answer="silent") | Q(answered_on__gt=F("due_on")),
                name="force_check_silent_after_due",
                violation_error_message="A force is silent only after its last day.",
            ),
            models.CheckConstraint(
                condition=~Q(answer__in=["corrected", "disputed"]) | ~Q(words=""),
                name="force_check_words",
                violation_error_message="Write down what the force said.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.force.area}: {self.release}"


class Dispute(models.Model):
    """A force's claim that its figure is wrong: who looks into it, and what was decided."""

    class Decision(models.TextChoices):
        STANDS = "stands", "the figure stands"
        CORRECTED = "corrected", "corrected in a newer release"
        WITHDRAWN = "withdrawn", "the release was withdrawn"

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="disputes")
    force = models.ForeignKey(Force, on_delete=models.PROTECT, related_name="disputes")
    disputed = models.JSONField(help_text="The disputed figures: year → as published.")
    says = models.CharField(
        max_length=300, help_text="What the force says, as readers will see it, in one sentence."
    )
    said_on = models.DateField(help_text="The day the force said so.")
    opened_by = author_field()
    opened_at = models.DateTimeField()
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The person who looks into it. Another person decides.",
    )
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    corrected_in = models.ForeignKey(
        Release, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_words = models.CharField(
        max_length=300, blank=True, help_text="Why, as readers will see it."
    )
    decided_by = person_field()
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("opened_at", "pk")
        permissions = [("decide_dispute", "Can decide a dispute")]
        constraints = [
            both_or_neither("decided", "dispute_decided", "decided the dispute"),
            different_people(
                "owner",
                "decided_by",
                "dispute_two_people",
                "The person who looks into a dispute does not decide it. Ask a colleague.",
            ),
            models.CheckConstraint(
                condition=Q(decision="", decided_at__isnull=True, decided_words="")
                | ~Q(decision="") & Q(decided_at__isnull=False) & ~Q(decided_words=""),
                name="dispute_decision_whole",
                violation_error_message="A decision says what was decided, and why.",
            ),
            models.CheckConstraint(
                condition=Q(decision="corrected", corrected_in__isnull=False)
                | ~Q(decision="corrected") & Q(corrected_in__isnull=True),
                name="dispute_corrected_where",
                violation_error_message="Name the release that corrects it, and only then.",
            ),
            models.CheckConstraint(
                condition=~Q(says=""),
                name="dispute_says",
                violation_error_message="Say what the force says, as readers will see it.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.force.area}, {self.years}"

    @property
    def figures(self) -> list[tuple[str, str]]:
        """Year and figure, oldest first: a database may change the order of what it stores."""
        return sorted(self.disputed.items())

    @property
    def years(self) -> str:
        """“2017/18 and 2018/19”."""
        return and_list(sorted(self.disputed))


class RemarkQuerySet(models.QuerySet["ReleasedRemark"]):
    def public(self, at: dt.datetime) -> "RemarkQuerySet":
        """The remarks shown by a moment at which their release was public."""
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

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="remarks")
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
    dispute = models.ForeignKey(
        Dispute, on_delete=models.PROTECT, null=True, blank=True, related_name="remarks"
    )

    objects = RemarkQuerySet.as_manager()

    class Meta:
        ordering = ("release", "force", "shown_from", "pk")
        verbose_name = "released remark"
        constraints = [
            models.UniqueConstraint(
                fields=("release", "force", "kind"),
                condition=Q(kind="confirmed"),
                name="remark_confirmed_once",
                violation_error_message="The force’s confirmation is shown already.",
            ),
            models.UniqueConstraint(
                fields=("release", "dispute", "kind"),
                condition=Q(dispute__isnull=False),
                name="remark_of_dispute_once",
                violation_error_message="This step of the dispute is shown already.",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["disputed", "decided"], dispute__isnull=False)
                & ~Q(words="")
                & ~Q(years="")
                | Q(kind__in=["confirmed", "corrected"], dispute__isnull=True),
                name="remark_of_dispute_whole",
                violation_error_message="A dispute names its years and is described in words.",
            ),
            models.CheckConstraint(
                condition=Q(kind="decided") & ~Q(decision="") | ~Q(kind="decided") & Q(decision=""),
                name="remark_decision",
                violation_error_message="A decision says what was decided; nothing else does.",
            ),
            models.CheckConstraint(
                condition=Q(decision="corrected", corrected_in__isnull=False)
                | ~Q(decision="corrected") & Q(corrected_in__isnull=True),
                name="remark_corrected_where",
                violation_error_message="Name the release that corrects it, and only then.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.force}, {self.get_kind_display()}"


class RevisionReason(models.Model):
    """A person's reason why a figure of a release in preparation was revised.

    Append-only: the newest counts, and only for exactly this change.
    """

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="reasons")
    force = models.ForeignKey(Force, on_delete=models.PROTECT, related_name="+")
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
            models.CheckConstraint(
                condition=~Q(words=""),
                name="revision_reason_in_words",
                violation_error_message="Say why the figure was revised.",
            ),
            sensible_year("year", "revision_reason_year_sensible"),
        ]

    def __str__(self) -> str:
        return f"{self.force.area}, {Year(self.year)}: {self.before} → {self.after}"
