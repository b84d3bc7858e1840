"""The public content of a release: copies made at its approval."""

from django.db import models
from django.db.models import F, Q

from offences.models.constraints import check, unique
from offences.models.count import FigureBody
from offences.models.immutable import AddedByStep, AddedByStepQuerySet
from offences.models.release import Release
from offences.models.shared import link, precision_field
from offences.statistics.cells import HIDDEN, Range
from offences.statistics.dates import in_words


class FigureKind(models.TextChoices):
    COUNT = "count", "count from a return"
    SUM = "sum", "sum of the forces’ figures"
    TOTAL = "total", "recorded total"
    AGE_TOTAL = "age_total", "recorded total of an age group"
    MOST_COMMON_AGE = "most_common_age", "recorded most common age"
    PER_DAY = "per_day", "recorded rate a day"
    STATEMENT = "statement", "recorded statement"


class FigureState(models.TextChoices):
    VALUE = "value", "a number"
    SUPPRESSED = "suppressed", "a range"
    PART_YEAR = "part_year", "a part of a year"
    MISSING = "missing", "no figure"


class ReleasedFigure(AddedByStep):
    """One figure in a release, or the reason why there is none. Copied at approval."""

    release = link(Release, "figures")
    figure_kind = models.CharField(max_length=20, choices=FigureKind.choices)
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
        null=True, blank=True, help_text="The number in the release before, if there was one."
    )
    previously_in = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="The number of that release."
    )
    history = models.JSONField(
        default=list,
        blank=True,
        help_text="Each number that releases gave, with the first one that gave it: [[1, 170]].",
    )
    revised_why = models.CharField(
        max_length=300, blank=True, help_text="Why it differs from the release before."
    )
    as_written = models.CharField(max_length=100, blank=True)
    with_figures = models.PositiveSmallIntegerField(null=True, blank=True)
    asked = models.PositiveSmallIntegerField(null=True, blank=True)
    in_records = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="For a recorded total: how many of its forces’ own figures we have.",
    )
    publication = models.CharField(
        max_length=10,
        blank=True,
        help_text="For a recorded figure: the day or month of publication, part of its key.",
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
        ordering = ("release", "body_kind", "body", "-year", "figure_kind")
        constraints = [
            unique(
                "released_figure_once",
                # In the order in which pages ask.
                "release body_kind body figure_kind year period breakdown category publication",
            ),
            check(
                "released_figure_or_reason",
                Q(state="missing", low__isnull=True, high__isnull=True) & ~Q(why="")
                | ~Q(state="missing") & Q(low__isnull=False, why=""),
            ),
            check("released_limits_in_order", Q(high__isnull=True) | Q(high__gte=F("low"))),
            check(
                "released_recorded_is_a_number",
                Q(figure_kind__in=["count", "sum"]) | Q(state="value") | Q(figure_kind="statement"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}, {self.year or self.period}"

    @property
    def is_hidden(self) -> bool:
        """Whether we hide its number: nothing of it is public. A range is the force's own."""
        return self.state == FigureState.SUPPRESSED and Range(self.low or 0, self.high) == HIDDEN

    @property
    def published_in_words(self) -> str:
        return in_words(self.published_on, self.published_precision)


class ReleasedCategory(AddedByStep):
    """One category of a breakdown that a release publishes, named as at approval."""

    release = link(Release, "categories")
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
        constraints = [unique("released_category_once", "release breakdown category")]

    def __str__(self) -> str:
        return f"{self.breakdown_name}: {self.name}"


class ReleasedResponse(AddedByStep):
    """One force's answer in one round, as known at approval."""

    release = link(Release, "responses")
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
    has_file = models.BooleanField(default=False, help_text="We have the force's own answer.")
    sections = models.TextField(
        blank=True, help_text="Of the Act, under which it refused: “12|40(2)”."
    )
    working_days = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="From the request to the answer, where both are known."
    )
    working_days_late = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = AddedByStepQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        ordering = ("release", "-round_number", "force", "number")
        constraints = [unique("released_response_once", "release force round number")]

    def __str__(self) -> str:
        return f"{self.force}, {self.round_name}"
