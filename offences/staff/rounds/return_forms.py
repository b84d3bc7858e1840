"""Our own return forms, to be sent to the forces of a round."""

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404
from django.utils import timezone

from offences import rounds
from offences.models import FoiRound, FoiSubmission
from offences.staff.grid.views import may_enter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def form_of_one(page: ModelAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """The form for one force."""
    if refused := _refused(request):
        return refused
    submission = get_object_or_404(
        FoiSubmission.objects.select_related("round", "force"), pk=object_id
    )
    made = rounds.workbook_for(submission, timezone.now())
    return _file(made, rounds.file_name(submission), XLSX)


def forms_of_all(page: ModelAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """The forms for all forces of a round, in one file."""
    if refused := _refused(request):
        return refused
    round_ = get_object_or_404(FoiRound, pk=object_id)
    made = rounds.workbooks_of(round_, timezone.now())
    return _file(made, f"return-forms-{round_.slug}.zip", "application/zip")


def _refused(request: HttpRequest) -> HttpResponse | None:
    """Whoever sends the letters has the forms: they hold what we know of each force."""
    if not may_enter(request):
        raise PermissionDenied
    return None if request.method in ("GET", "HEAD") else HttpResponseNotAllowed(["GET"])


def _file(data: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(data, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
