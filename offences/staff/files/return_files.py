"""The file of one submission is brought: kept, and read at once or by the worker."""

from uuid import UUID

from django import forms
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from offences import tasks
from offences.intake import returns as readings
from offences.intake.returns.uploads import LARGEST, TOO_LARGE
from offences.models import FoiSubmission, Reading
from offences.refused import Refused
from offences.staff import worker
from offences.staff.files.held_back import warn_if_unchecked
from offences.staff.files.links import address_of
from offences.staff.grid.views import may_enter, page_context, submission_for_grid
from offences.staff.people import signed_in

LARGE = 256 * 1024  # bytes; a larger file is for the worker, this one is read while a person waits
ACCEPTED = ".xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.txt,.tsv,.pdf,.docx"


class FileForm(forms.Form):
    """One file that came back, and the password it may need."""

    file = forms.FileField(
        label="The force’s file",
        max_length=200,
        allow_empty_file=True,  # `readings.store_upload` says it better
        help_text="As it came: xlsx, xls, ods, csv, pdf or docx, 25 MB at most.",
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    password = forms.CharField(
        label="Password of the file",
        required=False,
        max_length=200,
        strip=False,
        help_text="Only if it has one. It is used once and kept nowhere.",
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(TOO_LARGE)
        return file


def bring_file(page: ModelAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """The file of one submission is brought and read."""
    submission = submission_for_grid(object_id)
    if not may_enter(request):
        raise PermissionDenied
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            return _brought(request, submission, file, form.cleaned_data["password"])
        except Refused as refusal:
            form.add_error("file", str(refusal))
    return TemplateResponse(
        request,
        "admin/offences/foisubmission/bring.html",
        {
            **page_context(page, request, submission),
            "form": form,
            "readings": submission.readings.select_related("document", "stored_by"),
        },
    )


def _brought(
    request: HttpRequest, submission: FoiSubmission, file: UploadedFile, password: str
) -> HttpResponse:
    """Read it now; a large one is for the worker, unless it has a password, which is not kept."""
    by, now = signed_in(request), timezone.now()
    data, name, was_checked = file.read(), str(file.name), submission.checked_at is not None
    if len(data) <= LARGE or password:
        reading = readings.upload(submission, data, name, by=by, now=now, password=password)
        warn_if_unchecked(request, submission, was_checked)
        return redirect(address_of(reading))
    reading = readings.store_upload(submission, data, name, by=by, now=now)
    warn_if_unchecked(request, submission, was_checked)
    if reading.is_read:
        return redirect(address_of(reading))
    task = tasks.read_returns.enqueue(by=by.pk, documents=[reading.document_id])
    return redirect("admin:offences_foisubmission_work", submission.pk, reading.pk, task.id)


def wait_for_reading(
    page: ModelAdmin, request: HttpRequest, object_id: int, reading: int, number: UUID
) -> HttpResponse:
    """The worker reads a large file; in the end what was read."""
    found = get_object_or_404(Reading, pk=reading, submission=object_id)
    if not may_enter(request):
        raise PermissionDenied
    result = worker.task_of(request, str(number), tasks.read_returns)
    told = worker.WorkerTask(
        f"Reading {found.name}",
        "The file is kept. Nothing of it is stored as a count.",
        reverse("admin:offences_foisubmission_bring", args=[object_id]),
        "Bring the file again",
    )
    if unfinished := worker.show_unfinished(request, result, told, FoiSubmission, timezone.now()):
        return unfinished
    return redirect(address_of(found))
