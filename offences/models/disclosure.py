"""Rules for publishing breakdowns, and small counts that are public already."""

from django.db import models
from django.db.models import Q

from offences.models.constraints import check, filled, unique, valid_year
from offences.models.foi import Document, DocumentKind
from offences.models.force import Force
from offences.models.measure import Breakdown, Category, Measure
from offences.models.shared import author_field, link
from offences.statistics.years import Year

FEWEST = 3  # with less, "under the threshold" would hide one number or none


class DisclosureRule(models.Model):
    """Which of a measure's breakdowns are published, with which threshold, and who decided it."""

    measure = link(Measure, "disclosure_rules")
    breakdowns = models.ManyToManyField(
        Breakdown,
        blank=True,
        related_name="disclosure_rules",
        help_text="Those that releases publish. The others stay with the staff.",
    )
    threshold = models.PositiveSmallIntegerField(
        default=5,
        help_text="A count of one force or nation below this is hidden, zero included, in every "
        "breakdown.",
    )
    national_under = models.PositiveSmallIntegerField(
        "national only under age",
        default=11,
        help_text="Counts of younger children are published only for all forces together, "
        "however large.",
    )
    totals_public = models.BooleanField(
        "each force’s own total is public",
        default=True,
        help_text="If not, a total below the threshold is hidden like its parts.",
    )
    reason = models.TextField(help_text="Why, for someone who reads it in a year. Published.")
    decided_by = author_field(editable=False)
    decided_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ("measure", "-decided_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(threshold__gte=FEWEST, threshold__lte=100),
                name="disclosure_threshold_sensible",
                violation_error_message=f"The threshold is a number from {FEWEST} to 100.",
            ),
            check("disclosure_age_sensible", Q(national_under__lte=18)),
            filled("disclosure_reason_given", "reason"),
        ]

    def __str__(self) -> str:
        return f"{self.measure}, {self.decided_at:%-d %B %Y}"

    @classmethod
    def of(cls, measure: Measure) -> "DisclosureRule | None":
        return cls.objects.filter(measure=measure).order_by("-decided_at", "-pk").first()


class AlreadyPublic(models.Model):
    """A small count that the force itself has published: hiding it would protect nobody."""

    force = link(Force, "already_public")
    category = link(Category, "already_public", help_text="Which part of which breakdown.")
    year = models.PositiveSmallIntegerField()
    value = models.PositiveIntegerField(help_text="As the force published it.")
    document = link(
        Document,
        limit_choices_to={"kind": DocumentKind.PUBLICATION},
        help_text="The force’s own publication.",
    )
    recorded_by = author_field(editable=False)
    recorded_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ("force", "-year", "category")
        verbose_name = "figure that is public already"
        verbose_name_plural = "figures that are public already"
        constraints = [
            unique("already_public_once", "force category year"),
            valid_year("already_public_year_sensible", "year"),
        ]

    def __str__(self) -> str:
        return f"{self.force}, {self.category}, {Year(self.year)}"
