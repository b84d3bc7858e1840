"""Measures, their breaks and breakdowns, and Home Office offences."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from offences.models.constraints import check, unique, valid_year
from offences.models.shared import optional_link


class Measure(models.Model):
    """What is counted, with its definition. Measures overlap and are never added."""

    slug = models.SlugField("address", unique=True)
    name = models.CharField(max_length=120, unique=True)
    short_name = models.CharField(
        max_length=40,
        blank=True,
        help_text="Short, for a switch between counts: “Sexual communication”.",
    )
    phrase = models.CharField(
        max_length=120,
        help_text="What is counted, for the middle of a sentence: “recorded 68 …”. Plural.",
    )
    phrase_singular = models.CharField(max_length=120, help_text="The same in the singular.")
    headline_phrase = models.CharField(max_length=60, help_text="Short, for a headline. Plural.")
    definition = models.TextField(help_text="What is counted, in words a reader of 12 follows.")
    excludes = models.TextField(blank=True, help_text="What is not counted, one sentence.")
    includes = models.CharField(
        max_length=300,
        blank=True,
        help_text="Some of what is counted, after “They include”: “grooming and rape”.",
    )
    first_year = models.PositiveSmallIntegerField(help_text="The year in which the count begins.")
    position = models.PositiveSmallIntegerField(default=1, help_text="Order on the site.")

    class Meta:
        ordering = ("position", "slug")
        constraints = [valid_year("measure_year_sensible", "first_year")]

    def __str__(self) -> str:
        return self.name

    @property
    def in_short(self) -> str:
        return self.short_name or self.name


class MeasureBreak(models.Model):
    """The first year counted under a new definition. Figures are not compared across it."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="breaks")
    year = models.PositiveSmallIntegerField(help_text="The first year under the new definition.")
    why = models.CharField(max_length=300, help_text="What changed, as readers will see it.")

    class Meta:
        ordering = ("measure", "year")
        constraints = [
            unique("measure_break_once", "measure year"),
            valid_year("measure_break_year_sensible", "year"),
        ]

    def __str__(self) -> str:
        return f"{self.measure}, {self.year}"


class OffenceLevel(models.TextChoices):
    CLASS = "class", "class"
    OFFENCE = "offence", "offence"


class Offence(models.Model):
    """A Home Office offence class or sub-code, as forces name it in their answers."""

    code = models.CharField(max_length=10, unique=True)
    level = models.CharField(max_length=10, choices=OffenceLevel.choices)
    class_code = models.CharField(max_length=10)
    name = models.CharField(max_length=250)
    group = models.CharField(max_length=80)
    act = models.CharField(max_length=120, blank=True)
    section = models.CharField(max_length=80, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    child_specific = models.BooleanField()
    aliases = models.JSONField(default=list, blank=True, help_text="Other spellings, as a list.")

    class Meta:
        ordering = ("class_code", "level", "code")

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class BreakdownKind(models.TextChoices):
    TOTAL = "total", "total"
    OFFENCE = "offence", "offence"
    AGE = "age", "age"
    SEX = "sex", "sex"
    PLATFORM = "platform", "platform"
    CROSSING = "crossing", "crossing of two or more"


class Breakdown(models.Model):
    """A way to split a measure: not at all (total), by offence, age, sex, platform, or crossed."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="breakdowns")
    slug = models.SlugField("address")
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=10, choices=BreakdownKind.choices)
    parts = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="crossings",
        help_text="For a crossing: the breakdowns that it crosses.",
    )
    complete = models.BooleanField(
        default=False,
        help_text="Ticked when its categories together are the whole: only then may they be added.",
    )
    position = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ("measure", "position", "slug")
        constraints = [
            unique("breakdown_once", "measure slug"),
            unique("breakdown_one_total", "measure", condition=Q(kind="total")),
        ]

    def __str__(self) -> str:
        return f"{self.measure}: {self.name}"


MEANING = ("breakdown_id", "is_total", "is_unknown", "age_from", "age_to", "offence_id")
"""The fields of a category that say what its counts count."""


def why_not_redefine(number: int) -> str:
    counts = f"{number:,} checked count{'s' if number > 1 else ''}"
    return (
        f"{counts} would mean something else by this. Make a new category, or take back the check "
        "of those returns first."
    )


class Category(models.Model):
    """One member of a breakdown; `is_total` is the breakdown's own stated total."""

    breakdown = models.ForeignKey(Breakdown, on_delete=models.CASCADE, related_name="categories")
    slug = models.SlugField("address", max_length=80)
    name = models.CharField(max_length=120)
    is_total = models.BooleanField("stated total", default=False)
    is_unknown = models.BooleanField("not known", default=False)
    age_from = models.PositiveSmallIntegerField(null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(null=True, blank=True)
    offence = optional_link(Offence)
    members = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="crossed_in",
        help_text="For a crossing: one category of each breakdown crossed.",
    )
    position = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ("breakdown", "position", "slug")
        verbose_name_plural = "categories"
        constraints = [
            unique("category_once", "breakdown slug"),
            unique("category_one_total", "breakdown", condition=Q(is_total=True)),
            check(
                "category_ages_in_order",
                Q(age_from__isnull=True, age_to__isnull=True)
                | Q(age_from__isnull=False, age_to__isnull=False, age_to__gte=F("age_from")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse a new meaning for counts that a second person confirmed."""
        stored = Category.objects.filter(pk=self.pk).values(*MEANING).first()
        if stored and any(stored[name] != getattr(self, name) for name in MEANING):
            checked = self.counts.filter(
                retired_at__isnull=True, submission__checked_at__isnull=False
            )
            if number := checked.count():
                raise ValidationError(why_not_redefine(number))
