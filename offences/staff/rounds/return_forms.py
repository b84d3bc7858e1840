"""Our own return forms, to be sent to the forces of a round."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from offences import rounds
from offences.models import FoiRound, FoiSubmission
from offences.staff.pages import staff_page
from offences.staff.submissions import ENTER

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# The people who send the letters have the forms: they contain what we know of each force.


@staff_page("<int:object_id>/form.xlsx", "form", under=FoiSubmission, permission=ENTER)
@require_safe
def form_of_one(request: HttpRequest, object_id: int) -> HttpResponse:
    """The form for one force."""
    submission = get_object_or_404(
        FoiSubmission.objects.select_related("round", "force"), pk=object_id
    )
    workbook = rounds.workbook_for(submission, timezone.now())
    return _download(workbook, rounds.file_name(submission), XLSX)


@staff_page("<int:object_id>/forms.zip", "forms", under=FoiRound, permission=ENTER)
@require_safe
def forms_of_all(request: HttpRequest, object_id: int) -> HttpResponse:
    """The forms for all forces of a round, in one file."""
    round_ = get_object_or_404(FoiRound, pk=object_id)
    workbooks = rounds.workbooks_of(round_, timezone.now())
    return _download(workbooks, f"return-forms-{round_.slug}.zip", "application/zip")


def _download(data: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(data, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
