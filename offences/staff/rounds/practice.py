"""A return's answers on recording practice, and the breaks they make, on its record."""

from django.urls import reverse
from django.utils.html import format_html_join

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
