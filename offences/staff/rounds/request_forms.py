"""The form of a request on its page: what came back, its steps, and how the force records."""

from django import forms
from django.forms.models import BaseInlineFormSet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html_join

from offences.models import FoiSubmission, ForceBreak, PracticeAnswer
from offences.statistics.years import Year


class FoiSubmissionForm(forms.ModelForm):
    """What came back for a request, in an officer's words."""

    class Meta:
        labels = {
            "outcome_on": "Date of the outcome",
            "outcome_precision": "How exact this date is",
            "outcome_source": "Known from",
        }


class FoiEventForm(forms.ModelForm):
    """One step of a request."""

    class Meta:
        labels = {"on": "Day", "on_precision": "How exact", "kind": "Step"}


class FoiEventFormSet(BaseInlineFormSet):
    """The steps of a submission. Its documents are read once, not once a row."""

    @cached_property
    def documents(self) -> list:
        field = self.form.base_fields["document"]
        assert isinstance(field, forms.ModelChoiceField)
        return list(field.iterator(field))

    def add_fields(self, form, index) -> None:
        super().add_fields(form, index)
        form.fields["document"].choices = self.documents


def practice_of(submission: FoiSubmission) -> str:
    """The answers of a return about recording practice, question by question."""
    answers = PracticeAnswer.objects.filter(submission=submission)
    said = ((each.get_question_display(), each.answer) for each in answers)
    none = "Nothing: a return form asks for it."
    return format_html_join("", "<p><b>{}</b><br>{}</p>", said) or none


def breaks_from(submission: FoiSubmission) -> str:
    """The breaks in the force's series that come from a return's answers."""
    made = ForceBreak.objects.filter(submission=submission).select_related("measure")
    page = "admin:offences_forcebreak_change"
    rows = ((reverse(page, args=[b.pk]), Year(b.year), b.measure, b.why) for b in made)
    shown = format_html_join("", '<p><a href="{}">{}, {}</a>: {}</p>', rows)
    return shown or "No change of method reported."
