"""Forces' recording practices in their own words, and the breaks that follow."""

from django.db import models
from django.db.models import Q

from offences.models.constraints import both_or_neither, filled, unique, valid_year
from offences.models.foi import Document, FoiSubmission
from offences.models.force import Force
from offences.models.measure import Measure
from offences.models.shared import link, optional_link, person_field
from offences.returns.own_form import LONGEST, PAST_FIGURES, QUESTIONS
from offences.statistics.years import Year


def questions() -> list[tuple[str, str]]:
    asked = [(question.key, question.text) for question in QUESTIONS]
    return [*asked, (PAST_FIGURES, "Are the figures that we have right?")]


class PracticeAnswer(models.Model):
    """A force's answer to one question of its return form."""

    submission = models.ForeignKey(
        FoiSubmission, verbose_name="request", on_delete=models.CASCADE, related_name="practice"
    )
    question = models.CharField(
        max_length=20, choices=questions, help_text="As the return form asks it."
    )
    answer = models.CharField(max_length=LONGEST, help_text="As the force wrote it.")
    document = optional_link(Document, help_text="The return with the answer.")
    recorded_by = person_field()
    recorded_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("submission", "pk")
        constraints = [
            unique("practice_answer_once", "submission question"),
            filled("practice_answer_said", "answer"),
            both_or_neither("practice_answer_recorded", "recorded", "recorded the answer"),
        ]

    def __str__(self) -> str:
        return f"{self.submission}: {self.get_question_display()}"


class ForceBreakQuerySet(models.QuerySet["ForceBreak"]):
    def settled(self) -> "ForceBreakQuerySet":
        """The breaks recorded by staff, and those from checked returns."""
        return self.filter(Q(submission__isnull=True) | Q(submission__checked_at__isnull=False))


class ForceBreak(models.Model):
    """The first year in which one force counts differently."""

    measure = link(Measure, "force_breaks")
    force = link(Force, "breaks")
    year = models.PositiveSmallIntegerField(help_text="The first year counted in the new way.")
    why = models.CharField(
        max_length=300,
        help_text="What changed, as readers will see it: “the force began to mark crimes as "
        "online”.",
    )
    document = optional_link(Document, help_text="The document that says so.")
    submission = optional_link(
        FoiSubmission, "breaks", editable=False, help_text="The return whose answers say so."
    )
    recorded_by = person_field()
    recorded_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ForceBreakQuerySet.as_manager()

    class Meta:
        ordering = ("measure", "force", "year")
        constraints = [
            unique("force_break_once", "measure force year"),
            valid_year("force_break_year_sensible", "year"),
            both_or_neither("force_break_recorded", "recorded", "recorded the break"),
        ]

    def __str__(self) -> str:
        return f"{self.force}, {self.since}: {self.measure}"

    @property
    def since(self) -> Year:
        return Year(self.year)
