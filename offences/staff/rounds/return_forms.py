"""Return forms to send to the forces of a round."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from offences import rounds
from offences.models import FoiRound, FoiSubmission
from offences.staff.pages import ENTER, download, staff_page

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
