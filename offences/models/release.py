"""Releases: numbered snapshots of figures, how they are signed off, and their screening."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.utils.timezone import localtime

from offences.models.constraints import (
    all_or_none,
    both_or_neither,
    check,
    needs,
    two_people,
    unique,
    valid_year,
)
from offences.models.count import RecordedFigure
from offences.models.foi import FoiRound
from offences.models.force import Force
from offences.models.immutable import (
    AddedByStep,
    AddedByStepQuerySet,
    WrittenByStep,
    WrittenByStepQuerySet,
)
from offences.models.measure import Measure
from offences.models.shared import author_field, link, optional_link, person_field, precision_field
from offences.statistics.dates import in_words
from offences.statistics.years import Year


class ReleaseState(models.TextChoices):
    """The state of a release. Never stored: it follows from its dates."""

    DRAFT = "draft", "draft"
    SCREENED = "screened", "screened"
    IN_REVIEW = "in_review", "in review"
    APPROVED = "approved", "approved, not yet public"
    PUBLIC = "public", "public"
    SUPERSEDED = "superseded", "superseded"
    WITHDRAWN = "withdrawn", "withdrawn"


class ReleaseQuerySet(WrittenByStepQuerySet["Release"]):
    def public(self, at: dt.datetime | models.OuterRef) -> "ReleaseQuerySet":
        """The releases public at a moment. Publishing needs no job: it is a question of dates."""
        return self.filter(approved_at__isnull=False, public_at__lte=at, withdrawn_at__isnull=True)

    def published(self, at: dt.datetime) -> "ReleaseQuerySet":
        """The releases published by a moment; withdrawn ones too, as their address answers."""
        return self.filter(approved_at__isnull=False, public_at__lte=at)

    def superseded(self, at: dt.datetime) -> "ReleaseQuerySet":
        """Public ones that a newer public release of their measure has replaced."""
        newer = Release.objects.public(at).filter(
            measure=OuterRef("measure"), number__gt=OuterRef("number")
        )
        return self.public(at).filter(Exists(newer))

    def with_state(self, at: dt.datetime) -> "ReleaseQuerySet":
        """Annotate each with its `state` at a moment: the one place that decides it."""
        superseded = Release.objects.superseded(at).filter(pk=OuterRef("pk"))
        first_that_holds = {
            ReleaseState.WITHDRAWN: Q(withdrawn_at__isnull=False),
            ReleaseState.SUPERSEDED: Q(Exists(superseded)),
            ReleaseState.PUBLIC: Q(approved_at__isnull=False, public_at__lte=at),
            ReleaseState.APPROVED: Q(approved_at__isnull=False),
            ReleaseState.IN_REVIEW: Q(review_at__isnull=False),
            ReleaseState.SCREENED: Q(screened_at__isnull=False),
        }
        cases = [When(holds, then=Value(state.value)) for state, holds in first_that_holds.items()]
        draft = Value(ReleaseState.DRAFT.value)
        return self.annotate(state=Case(*cases, default=draft, output_field=models.CharField()))


class Release(WrittenByStep):
    """A numbered snapshot of a measure's figures, immutable from its approval."""

    measure = link(Measure, "releases")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=150)
    year = models.PositiveSmallIntegerField(help_text="The newest year it is about.")
    last_round = link(
        FoiRound,
        "releases",
        help_text="Figures come from the checked returns of the rounds up to this one.",
    )
    recorded_figures = models.ManyToManyField(
        RecordedFigure,
        blank=True,
        related_name="releases",
        help_text="Published figures that this release carries. Choose one of two that conflict.",
    )
    note = models.TextField(blank=True, help_text="What readers should know of this release.")
    breaks = models.JSONField(
        default=list,
        editable=False,
        help_text="Where the definition broke, as known at approval: [{year, why}].",
    )
    unshown_corrections = models.JSONField(
        default=list,
        editable=False,
        help_text="Answers that were corrected, though no number that it shows of them says so: "
        "[{force, year}].",
    )
    disclosure = models.JSONField(
        default=dict,
        editable=False,
        help_text="The rule by which small counts are hidden in it: {threshold, national_under, "
        "totals_public, reason}; empty where it has no breakdown.",
    )
    corrects = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        related_name="one_figure_corrections",
        editable=False,
        help_text="The release of which it corrects one figure only; else it is empty.",
    )
    corrects_force = optional_link(Force, editable=False)
    corrects_year = models.PositiveSmallIntegerField(null=True, editable=False)
    corrects_breakdown = models.CharField(
        max_length=50, blank=True, editable=False, help_text="Empty where it corrects the whole."
    )
    corrects_category = models.CharField(max_length=80, blank=True, editable=False)
    corrects_why = models.CharField(max_length=300, blank=True, editable=False)
    prepared_by = author_field(editable=False)
    prepared_at = models.DateTimeField(editable=False)
    editors = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        through="ReleaseEditor",
        blank=True,
        related_name="+",
        editable=False,
        help_text="Everyone who prepared or edited it: none of them approves it.",
    )
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
    approved_by = person_field()
    approved_at = models.DateTimeField(null=True, blank=True, editable=False)
    public_at = models.DateTimeField(
        "public from", null=True, blank=True, help_text="London time. Public at this very minute."
    )
    public_precision = precision_field("publication date")
    withdrawn_by = person_field()
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_reason = models.CharField(max_length=300, blank=True)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ("measure", "-number")
        base_manager_name = "objects"
        permissions = [
            ("approve_release", "Can approve a release"),
            ("answer_errors", "Can answer the errors that a screening found"),
            ("withdraw_release", "Can withdraw a release"),
        ]
        constraints = [
            unique("release_number_once", "measure number"),
            both_or_neither("release_approved", "approved", "approved the release"),
            both_or_neither("release_withdrawn", "withdrawn", "withdrew the release"),
            two_people("release_two_people", "prepared_by", "approved_by"),
            both_or_neither("release_screened", "screened", "screened the release"),
            both_or_neither("release_reviewed", "review", "sent the release to review"),
            check(
                "release_screened_of_figures",
                Q(screened_at__isnull=True, screened_of="")
                | Q(screened_at__isnull=False) & ~Q(screened_of=""),
            ),
            all_or_none(
                "release_corrects_one_figure", "corrects", "corrects_force", "corrects_year"
            ),
            needs("release_screened_before_review", "review_at", "screened_at"),
            needs("release_reviewed_before_approved", "approved_at", "review_at"),
            two_people("release_screener_not_approver", "screened_by", "approved_by"),
            two_people("release_sender_not_approver", "review_by", "approved_by"),
            needs("release_approved_with_date", "approved_at", "public_at"),
            check(
                "release_withdrawn_with_reason",
                Q(withdrawn_at__isnull=True, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False, approved_at__isnull=False)
                & ~Q(withdrawn_reason=""),
            ),
            valid_year("release_year_sensible", "year"),
        ]

    def __str__(self) -> str:
        return f"{self.measure}, release {self.number}"

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        if self.approved_at:
            raise TypeError("An approved release is never removed: withdraw it.")
        return super().delete(*args, **kwargs)

    @property
    def corrected_key(self) -> tuple[str, int] | None:
        """The force and year of the one figure that it corrects."""
        force, year = self.corrects_force, self.corrects_year
        return (force.slug, year) if force and year is not None else None

    @property
    def corrected_part(self) -> tuple[str, str]:
        """Which part of that figure it corrects, as a released figure names it."""
        return self.corrects_breakdown, self.corrects_category or "total"

    def years_corrected_unshown(self, force: str) -> list[Year]:
        """The years whose answer of a force it corrects in numbers that it does not show."""
        return [Year(each["year"]) for each in self.unshown_corrections if each["force"] == force]

    @property
    def public_in_words(self) -> str:
        """When it became public: “June 2019”; the day too where it is known."""
        if self.public_at is None:
            return ""
        return in_words(localtime(self.public_at).date(), self.public_precision)


class ReleaseEditor(WrittenByStep):
    """One person who prepared or edited a release, and therefore never approves it."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE)
    user = models.ForeignKey(User, on_delete=models.CASCADE)

    objects = WrittenByStepQuerySet.as_manager()

    class Meta:
        db_table = "offences_release_editors"
        base_manager_name = "objects"
        unique_together = (("release", "user"),)  # as Django’s own table had it

    def __str__(self) -> str:
        return f"{self.user}, {self.release}"


class Grade(models.TextChoices):
    """The severity of a finding: errors are answered by the data lead, warnings by editors."""

    ERROR = "error", "error"
    WARNING = "warning", "warning"


class ScreeningAnswer(AddedByStep):
    """A person’s written answer to one finding of a release’s screening."""

    release = link(Release, "answers")
    key = models.CharField(max_length=64, help_text="Of what the finding says.")
    grade = models.CharField(max_length=10, choices=Grade.choices)
    finding = models.TextField(help_text="What the screening said, as it was answered.")
    answer = models.CharField(max_length=500)
    answered_by = author_field()
    answered_at = models.DateTimeField()

    objects = AddedByStepQuerySet.as_manager()

    class Meta:
        ordering = ("release", "answered_at", "pk")
        base_manager_name = "objects"
        constraints = [
            unique("screening_answer_once", "release key answer"),
            check("screening_answer_in_words", ~Q(answer="") & ~Q(key="") & ~Q(finding="")),
        ]

    def __str__(self) -> str:
        return f"{self.release}: {self.answer}"
