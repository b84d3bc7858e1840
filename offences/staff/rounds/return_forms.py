"""The forms that go out to the forces of a round; on a submission's record, what came back."""

from django import forms
from django.contrib import messages
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html_join
from django.views.decorators.http import require_safe

from offences import rounds
from offences.models import FoiRound, FoiSubmission, ForceBreak, PracticeAnswer
from offences.staff.pages import ENTER, download, staff_page
from offences.statistics.years import Year

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# The people who send the letters have the forms: they contain what we know of each force.


@staff_page("form", FoiSubmission, ENTER, route="<int:object_id>/form.xlsx")
@require_safe
def form_of_one(request: HttpRequest, object_id: int) -> HttpResponse:
    """The form for one force."""
    rows = FoiSubmission.objects.select_related("round", "force")
    submission = get_object_or_404(rows, pk=object_id)
    workbook = rounds.workbook_for(submission, timezone.now())
    return download(workbook, rounds.file_name(submission), XLSX)


@staff_page("forms", FoiRound, ENTER, route="<int:object_id>/forms.zip")
@require_safe
def forms_of_all(request: HttpRequest, object_id: int) -> HttpResponse:
    """The forms for all forces of a round, in one file."""
    round_ = get_object_or_404(FoiRound, pk=object_id)
    if missing := _missing(round_):
        messages.error(request, f"There are no return forms to send: {missing}")
        return redirect("admin:offences_foiround_board", round_.pk)
    workbooks = rounds.workbooks_of(round_, timezone.now())
    return download(workbooks, f"return-forms-{round_.slug}.zip", "application/zip")


def _missing(round_: FoiRound) -> str:
    """The things that a round lacks for a return form; empty if it lacks nothing."""
    if not round_.submissions.exists():
        return f"{round_} asks no force yet. Add its requests."
    if not round_.tables_asked.filter(categories__isnull=False).exists():
        return f"{round_} asks for no table. Choose its measures, and give them breakdowns."
    return ""


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
