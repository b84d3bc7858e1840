"""Counts from returns, and figures known only from publications."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from offences.models.constraints import both_or_neither, check, unique, valid_year
from offences.models.foi import Document, FoiSubmission
from offences.models.measure import Category, Measure
from offences.models.shared import author_field, link, optional_link, person_field


class AnnualCountQuerySet(models.QuerySet["AnnualCount"]):
    def current(self) -> "AnnualCountQuerySet":
        """The rows in force; the others are their history."""
        return self.filter(retired_at__isnull=True)


class CountState(models.TextChoices):
    VALUE = "value", "a number"
    SUPPRESSED = "suppressed", "withheld by the force, as a range"
    NOT_HELD = "not_held", "not held by the force"
    NOT_AVAILABLE = "not_available", "not available"
    REFUSED = "refused", "refused"
    BLANK = "blank", "left blank by the force"


class AnnualCount(models.Model):
    """The content of one cell: one submission, measure, year and category."""

    submission = link(FoiSubmission, "counts", verbose_name="request")
    measure = link(Measure, "counts")
    year = models.PositiveSmallIntegerField(help_text="By the year it starts in: 2018 for 2018/19.")
    category = link(Category, "counts")
    state = models.CharField(max_length=15, choices=CountState.choices)
    value = models.PositiveIntegerField(null=True, blank=True)
    low = models.PositiveIntegerField(null=True, blank=True)
    high = models.PositiveIntegerField(
        null=True, blank=True, help_text="Empty for a withheld number without a stated limit."
    )
    period_start = models.DateField(null=True, blank=True, help_text="For a part of a year only.")
    period_end = models.DateField(null=True, blank=True)
    confirmed = models.BooleanField(
        "zero confirmed", default=False, help_text="A checker saw that this 0 is a true zero."
    )
    provisional = models.BooleanField(default=False)
    estimated = models.BooleanField(default=False)
    section = models.CharField(max_length=60, blank=True, help_text="Of the Act, if refused.")
    doubt = models.CharField(
        max_length=200,
        blank=True,
        help_text="Why the number, its year or its area may be wrong. It is shown, never compared.",
    )
    as_written = models.CharField(max_length=100, blank=True, help_text="As the source has it.")
    document = optional_link(Document, "counts")
    no_document_why = models.CharField(
        "why there is no document",
        max_length=200,
        blank=True,
        help_text="Where the number is from, if no document has it.",
    )
    sheet = models.CharField(max_length=100, blank=True)
    cell = models.CharField(
        max_length=200, blank=True, help_text="Several if they were added up: B3 + B4."
    )
    note = models.CharField(
        max_length=300, blank=True, help_text="A remark for readers. It is published."
    )
    explanation = models.TextField(
        "what the officer said of it",
        blank=True,
        help_text="Why it is not simply what the file says. For staff, never published.",
    )
    recorded_by = author_field()
    recorded_at = models.DateTimeField()
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    retired_by = person_field()
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = AnnualCountQuerySet.as_manager()

    class Meta:
        ordering = ("submission", "measure", "category", "year")
        constraints = [
            unique(
                "count_one_current",
                "submission measure year category",
                condition=Q(retired_at__isnull=True),
            ),
            check(
                "count_number_fits_state",
                Q(state="value", value__isnull=False, low__isnull=True, high__isnull=True)
                | Q(state="suppressed", value__isnull=True, low__isnull=False)
                | (
                    ~Q(state__in=["value", "suppressed"])
                    & Q(value__isnull=True, low__isnull=True, high__isnull=True)
                ),
            ),
            check("count_limits_in_order", Q(high__isnull=True) | Q(high__gt=F("low"))),
            check(
                "count_period_whole",
                Q(period_start__isnull=True, period_end__isnull=True)
                | Q(
                    state="value",
                    period_start__isnull=False,
                    period_end__isnull=False,
                    period_end__gt=F("period_start"),
                ),
            ),
            check("count_document_or_why", Q(no_document_why="") | Q(document__isnull=True)),
            check("count_confirms_zero", Q(confirmed=False) | Q(state="value", value=0)),
            check("count_section_of_refusal", Q(section="") | Q(state="refused")),
            check(
                "count_flags_of_number", Q(provisional=False, estimated=False) | Q(state="value")
            ),
            both_or_neither("count_retired", "retired", "took the count out"),
            valid_year("count_year_sensible", "year"),
        ]

    def __str__(self) -> str:
        return f"{self.submission}: {self.category}, {self.year}"


class GridDraft(models.Model):
    """One person's unsaved entries in a return's grid, as typed."""

    submission = models.ForeignKey(
        FoiSubmission, verbose_name="request", on_delete=models.CASCADE, related_name="drafts"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="grid_drafts"
    )
    form = models.JSONField(help_text="The form as its page sent it: field name → text.")
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ("-saved_at",)
        constraints = [unique("grid_draft_once", "submission person")]

    def __str__(self) -> str:
        return f"{self.person}: {self.submission}"


class CheckAnswer(models.Model):
    """A checker's answer to one red line: counts of a return that cannot all be right."""

    submission = models.ForeignKey(
        FoiSubmission,
        verbose_name="request",
        on_delete=models.CASCADE,
        related_name="check_answers",
    )
    line = models.CharField(max_length=16, help_text="The fingerprint of the line’s words.")
    words = models.TextField("the line", help_text="What it said when it was answered.")
    answer = models.CharField(max_length=300)
    answered_by = author_field()
    answered_at = models.DateTimeField()

    class Meta:
        ordering = ("-answered_at",)
        constraints = [
            unique("check_answer_once", "submission line"),
            check("check_answer_in_words", ~Q(answer="")),
        ]

    def __str__(self) -> str:
        return f"{self.submission}: {self.words}"


class RecordedKind(models.TextChoices):
    TOTAL = "total", "total"
    AGE_TOTAL = "age_total", "offences against an age group"
    MOST_COMMON_AGE = "most_common_age", "most common age"
    PER_DAY = "per_day", "a day"
    STATEMENT = "statement", "other statement"


class FigureBody(models.TextChoices):
    FORCE = "force", "force"
    REGION = "region", "region"
    NATION = "nation", "nation"
    TOTAL = "total", "several nations"


class RecordedFigure(models.Model):
    """A published number or statement whose returns we do not have."""

    measure = link(Measure, "recorded_figures")
    claim = models.CharField(max_length=20, choices=RecordedKind.choices)
    body_kind = models.CharField(max_length=10, choices=FigureBody.choices)
    body = models.CharField(max_length=80, help_text="A force's address, or the name as published.")
    year = models.PositiveSmallIntegerField(
        default=0, help_text="By the year it starts in; 0 if it is not for one financial year."
    )
    period = models.CharField(max_length=80, blank=True, help_text="Used instead of the year.")
    category = models.CharField(max_length=40, blank=True, help_text="Such as 10_and_under.")
    value = models.PositiveIntegerField(null=True, blank=True)
    as_written = models.CharField(max_length=60)
    with_figures = models.PositiveSmallIntegerField("forces with figures", null=True, blank=True)
    asked = models.PositiveSmallIntegerField("forces asked", null=True, blank=True)
    document = link(Document, "recorded_figures")
    doubt = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("measure", "-year", "claim", "body")
        constraints = [
            unique(
                "recorded_once",
                "measure claim body_kind body year period category as_written document",
            ),
            check(
                "recorded_coverage_fits",
                Q(asked__isnull=True)
                | Q(with_figures__isnull=True)
                | Q(with_figures__lte=F("asked")),
            ),
            check(
                "recorded_year_or_period",
                Q(year=0) & ~Q(period="") | Q(year__gte=1990, year__lte=2100, period=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.as_written} ({self.document})"

    @property
    def conflict_key(self) -> tuple:
        """The key of figures that conflict if their values differ."""
        of = (self.measure_id, self.claim, self.body_kind, self.body)
        return (*of, self.year, self.period, self.category)
