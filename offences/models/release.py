"""Approved, numbered snapshots: all that the public ever sees of the figures."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.utils.timezone import localtime

from offences.models.count import FigureBody, RecordedFigure
from offences.models.foi import FoiRound
from offences.models.immutable import (
    AddedByStep,
    AddedByStepQuerySet,
    WrittenByStep,
    WrittenByStepQuerySet,
)
from offences.models.measure import Measure
from offences.models.shared import (
    both_or_neither,
    different_people,
    person_field,
    precision_field,
    sensible_year,
)
from offences.models.signoff import ReleaseState, SignedOff, signed_in_order
from offences.statistics.dates import in_words


class ReleaseQuerySet(WrittenByStepQuerySet["Release"]):
    def public(self, at: dt.datetime) -> "ReleaseQuerySet":
        """Those open to everyone at a moment. Opening needs no job: it is a question of dates."""
        return self.filter(approved_at__isnull=False, public_at__lte=at, withdrawn_at__isnull=True)

    def opened(self, at: dt.datetime) -> "ReleaseQuerySet":
        """Those that were opened by a moment, the withdrawn ones too: their address answers."""
        return self.filter(approved_at__isnull=False, public_at__lte=at)

    def superseded(self, at: dt.datetime) -> "ReleaseQuerySet":
        """Public ones of whose measure a newer one is public too."""
        newer = Release.objects.public(at).filter(
            measure=OuterRef("measure"), number__gt=OuterRef("number")
        )
        return self.public(at).filter(Exists(newer))

    def with_state(self, at: dt.datetime) -> "ReleaseQuerySet":
        """Each with its `state` at a moment: the one place that says what state it is in."""
        superseded = Release.objects.superseded(at).filter(pk=OuterRef("pk"))
        return self.annotate(
            state=Case(
                When(withdrawn_at__isnull=False, then=Value(ReleaseState.WITHDRAWN.value)),
                When(Exists(superseded), then=Value(ReleaseState.SUPERSEDED.value)),
                When(
                    approved_at__isnull=False,
                    public_at__lte=at,
                    then=Value(ReleaseState.PUBLIC.value),
                ),
                When(approved_at__isnull=False, then=Value(ReleaseState.APPROVED.value)),
                When(review_at__isnull=False, then=Value(ReleaseState.IN_REVIEW.value)),
                When(screened_at__isnull=False, then=Value(ReleaseState.SCREENED.value)),
                default=Value(ReleaseState.DRAFT.value),
                output_field=models.CharField(),
            )
        )


class Release(SignedOff):
    """A numbered snapshot of a measure's figures, immutable from its approval."""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="releases")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=150)
    year = models.PositiveSmallIntegerField(help_text="The newest year it is about.")
    last_round = models.ForeignKey(
        FoiRound,
        on_delete=models.PROTECT,
        related_name="releases",
        help_text="Figures come from the checked returns of the rounds up to this one.",
    )
    recorded_figures = models.ManyToManyField(
        RecordedFigure,
        blank=True,
        related_name="releases",
        help_text="Published figures that this release carries. Of two that differ, choose one.",
    )
    note = models.TextField(blank=True, help_text="What readers should know of this release.")
    breaks = models.JSONField(
        default=list,
        editable=False,
        help_text="Where the definition broke, as known at approval: [{year, why}].",
    )
    disclosure = models.JSONField(
        default=dict,
        editable=False,
        help_text="Under which rule small counts are hidden in it: {threshold, national_under, "
        "totals_public, reason}; empty where it has no breakdown.",
    )
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    prepared_at = models.DateTimeField(editable=False)
    editors = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        through="ReleaseEditor",
        blank=True,
        related_name="+",
        editable=False,
        help_text="Everyone who prepared or edited it: none of them approves it.",
    )
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
            models.UniqueConstraint(
                fields=("measure", "number"),
                name="release_number_once",
                violation_error_message="This measure has a release of that number already.",
            ),
            both_or_neither(
                "approved_by",
                "approved_at",
                "release_approved",
                "Say who approved the release and when, or neither.",
            ),
            both_or_neither(
                "withdrawn_by",
                "withdrawn_at",
                "release_withdrawn",
                "Say who withdrew the release and when, or neither.",
            ),
            different_people(
                "prepared_by",
                "approved_by",
                "release_two_people",
                "The person who prepared a release cannot approve it. Ask a colleague.",
            ),
            *signed_in_order(),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True) | Q(public_at__isnull=False),
                name="release_approved_with_date",
                violation_error_message="Say from which date and time the release is public.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False, approved_at__isnull=False)
                & ~Q(withdrawn_reason=""),
                name="release_withdrawn_with_reason",
                violation_error_message=(
                    "Only an approved release is withdrawn, and the public is told why."
                ),
            ),
            sensible_year("year", "release_year_sensible"),
        ]

    def __str__(self) -> str:
        return f"{self.measure}, release {self.number}"

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        if self.approved_at:
            raise TypeError("An approved release is never removed: withdraw it.")
        return super().delete(*args, **kwargs)

    @property
    def public_in_words(self) -> str:
        """“June 2019”; the day too where it is known."""
        if self.public_at is None:
            return ""
        return in_words(localtime(self.public_at).date(), self.public_precision)


class ReleaseEditor(WrittenByStep):
    """One person who prepared or edited a release, kept so that they never approve it."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE)
    user = models.ForeignKey(User, on_delete=models.CASCADE)

    objects = WrittenByStepQuerySet.as_manager()

    class Meta:
        db_table = "offences_release_editors"
        base_manager_name = "objects"
        unique_together = (("release", "user"),)  # as Django’s own table had it

    def __str__(self) -> str:
        return f"{self.user}, {self.release}"


class FigureState(models.TextChoices):
    VALUE = "value", "a number"
    SUPPRESSED = "suppressed", "a range"
    PART_YEAR = "part_year", "a part of a year"
    MISSING = "missing", "no figure"


class FigureKind(models.TextChoices):
    COUNT = "count", "count from a return"
    SUM = "sum", "sum of the forces’ figures"
    TOTAL = "total", "recorded total"
    AGE_TOTAL = "age_total", "recorded total of an age group"
    MOST_COMMON_AGE = "most_common_age", "recorded most common age"
    PER_DAY = "per_day", "recorded rate a day"
    STATEMENT = "statement", "recorded statement"


class ReleasedFigure(AddedByStep):
    """One figure in a release, or the reason why there is none. Copied at approval."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="figures")
    claim = models.CharField(max_length=20, choices=FigureKind.choices)
    body_kind = models.CharField(max_length=10, choices=FigureBody.choices)
    body = models.CharField(max_length=80, help_text="A force's address, or a name.")
    year = models.PositiveSmallIntegerField(default=0)
    period = models.CharField(max_length=80, blank=True)
    breakdown = models.CharField(
        max_length=50, blank=True, help_text="The split it is a part of; empty for the whole."
    )
    category = models.CharField(max_length=80, default="total")
    state = models.CharField(max_length=10, choices=FigureState.choices)
    why = models.CharField(max_length=20, blank=True, help_text="Why there is no figure.")
    section = models.CharField(max_length=60, blank=True)
    low = models.PositiveIntegerField(null=True, blank=True)
    high = models.PositiveIntegerField(null=True, blank=True)
    months = models.PositiveSmallIntegerField(default=12)
    period_start = models.DateField(null=True, blank=True)
    period_end = models.DateField(null=True, blank=True)
    provisional = models.BooleanField(default=False)
    estimated = models.BooleanField(default=False)
    derived = models.BooleanField(default=False, help_text="Added up from a complete breakdown.")
    doubt = models.CharField(max_length=200, blank=True)
    previously = models.PositiveIntegerField(
        null=True, blank=True, help_text="What the release before said, where that was a number."
    )
    previously_in = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="The number of that release."
    )
    revised_why = models.CharField(
        max_length=300, blank=True, help_text="Why it is another than in the release before."
    )
    as_written = models.CharField(max_length=100, blank=True)
    with_figures = models.PositiveSmallIntegerField(null=True, blank=True)
    asked = models.PositiveSmallIntegerField(null=True, blank=True)
    held = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="For a recorded total: of how many of its forces the figure is in the records.",
    )
    publication = models.CharField(
        max_length=10,
        blank=True,
        help_text="For a recorded figure: the day or month printed, as part of its key.",
    )
    published_on = models.DateField(null=True, blank=True)
    published_precision = precision_field("publication date")
    round = models.CharField(max_length=50, blank=True, help_text="The round it came in.")
    source = models.CharField(max_length=200, blank=True)
    source_kind = models.CharField(max_length=12, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    sheet = models.CharField(max_length=100, blank=True)
    cell = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=300, blank=True)

    objects = AddedByStepQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        ordering = ("release", "body_kind", "body", "-year", "claim")
        constraints = [
            models.UniqueConstraint(
                fields=(
                    "release",
                    "claim",
                    "body_kind",
                    "body",
                    "year",
                    "period",
                    "breakdown",
                    "category",
                    "publication",
                ),
                name="released_figure_once",
                violation_error_message="This figure is in the release already.",
            ),
            models.CheckConstraint(
                condition=Q(state="missing", low__isnull=True, high__isnull=True) & ~Q(why="")
                | ~Q(state="missing") & Q(low__isnull=False, why=""),
                name="released_figure_or_reason",
                violation_error_message="A figure has a number; its absence has a reason.",
            ),
            models.CheckConstraint(
                condition=Q(high__isnull=True) | Q(high__gte=F("low")),
                name="released_limits_in_order",
                violation_error_message="The upper limit is not below the lower.",
            ),
            models.CheckConstraint(
                condition=Q(claim__in=["count", "sum"]) | Q(state="value") | Q(claim="statement"),
                name="released_recorded_is_a_number",
                violation_error_message="A recorded figure is a number.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}, {self.year or self.period}"

    @property
    def published_in_words(self) -> str:
        return in_words(self.published_on, self.published_precision)


class ReleasedCategory(AddedByStep):
    """One category of a breakdown that a release publishes, named as at approval."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="categories")
    breakdown = models.CharField(max_length=50, help_text="The breakdown's address.")
    breakdown_name = models.CharField(max_length=80)
    breakdown_position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10)
    complete = models.BooleanField(help_text="Its categories together are the whole.")
    category = models.CharField(max_length=80, help_text="The category's address.")
    name = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField()
    is_total = models.BooleanField()
    is_unknown = models.BooleanField()
    age_from = models.PositiveSmallIntegerField(null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = AddedByStepQuerySet.as_manager()

    class Meta:
        ordering = ("release", "breakdown_position", "breakdown", "position", "category")
        verbose_name_plural = "released categories"
        constraints = [
            models.UniqueConstraint(
                fields=("release", "breakdown", "category"),
                name="released_category_once",
                violation_error_message="This category is in the release already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.breakdown_name}: {self.name}"


class ReleasedResponse(AddedByStep):
    """What one force answered in one round, as known at approval."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="responses")
    round = models.CharField(max_length=50)
    round_name = models.CharField(max_length=80)
    round_number = models.PositiveSmallIntegerField()
    round_first_year = models.PositiveSmallIntegerField()
    round_last_year = models.PositiveSmallIntegerField()
    round_asked = models.PositiveSmallIntegerField(null=True, blank=True)
    force = models.CharField(max_length=50, help_text="The force's address.")
    number = models.PositiveSmallIntegerField(default=1)
    outcome = models.CharField(max_length=15)
    outcome_on = models.DateField(null=True, blank=True)
    outcome_precision = precision_field("outcome date")
    reference = models.CharField(max_length=60, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=200, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    source_on = models.DateField(null=True, blank=True)
    source_precision = precision_field("publication date")
    has_file = models.BooleanField(default=False, help_text="The force's own answer is held.")

    objects = AddedByStepQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        ordering = ("release", "-round_number", "force", "number")
        constraints = [
            models.UniqueConstraint(
                fields=("release", "round", "force", "number"),
                name="released_response_once",
                violation_error_message="This answer is in the release already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.force}, {self.round_name}"
