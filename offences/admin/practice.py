"""How forces say they record, and where that breaks their series."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html_join

from offences.admin.base import Exports, ReadOnlyAdmin, StaffAdmin, year_column
from offences.admin.site import register
from offences.models import FoiSubmission, ForceBreak, PracticeAnswer
from offences.statistics.years import Year


def practice_of(submission: FoiSubmission) -> str:
    """What a return says about recording practice, question by question."""
    answers = PracticeAnswer.objects.filter(submission=submission)
    return (
        format_html_join(
            "",
            "<p><b>{}</b><br>{}</p>",
            ((each.get_question_display(), each.answer) for each in answers),
        )
        or "Nothing: a return form asks for it."
    )


def breaks_from(submission: FoiSubmission) -> str:
    """The breaks in the force's series that come from a return's answers."""
    made = ForceBreak.objects.filter(submission=submission).select_related("measure")
    return (
        format_html_join(
            "",
            '<p><a href="{}">{}, {}</a>: {}</p>',
            (
                (
                    reverse("admin:offences_forcebreak_change", args=[each.pk]),
                    Year(each.year),
                    each.measure,
                    each.why,
                )
                for each in made
            ),
        )
        or "No change of method reported."
    )


@register(PracticeAnswer)
class PracticeAnswerAdmin(Exports, ReadOnlyAdmin):
    list_display = ["submission", "question", "answer"]
    list_filter = ["submission__round", "question"]
    list_select_related = ["submission__force", "submission__round"]
    search_fields = ["answer", "submission__force__name", "submission__force__spellings__spelling"]


@register(ForceBreak)
class ForceBreakAdmin(Exports, StaffAdmin):
    list_display = ["force", "first", "measure", "why", "from_return"]
    list_filter = ["measure"]
    list_select_related = ["force", "measure", "submission__force", "submission__round"]
    search_fields = ["why", "force__name", "force__spellings__spelling"]
    autocomplete_fields = ["force", "document"]
    fields = ["force", "measure", "year", "why", "document", "from_return"]
    readonly_fields = ["from_return"]

    stamp = "recorded"

    first = year_column("first year counted differently", "year")

    @admin.display(description="reported in", empty_value="")
    def from_return(self, break_: ForceBreak) -> str:
        return str(break_.submission) if break_.submission else "recorded by staff"
