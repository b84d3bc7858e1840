"""Counts from a spreadsheet: upload a file, see what it would do, confirm or cancel."""

from dataclasses import astuple
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core import signing
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.tasks import TaskResultStatus
from django.urls import reverse
from django.utils import timezone

from offences import tasks
from offences.intake import pending, preview, workbook
from offences.models import AnnualCount, Document
from offences.staff import worker
from offences.staff.files.forms import CountsFileForm
from offences.staff.names import logged_in
from offences.staff.pages import ENTER, show_page, staff_page
from offences.words.years import in_our_years

UPLOAD = "admin:offences_annualcount_import"
WORK = "admin:offences_annualcount_work"
LARGE = 64 * 1024  # bytes; a larger file is for the worker, this one is read while a person waits
SALT = "offences.intake"
ALREADY_STORED = (
    "Stored already, when you first confirmed it. Nothing was stored twice; this is where it is."
)
KINDS = {
    preview.REFUSED: "Refused",
    preview.CHANGED: "Changed",
    preview.NEW: "New",
    preview.BLANK: "Empty",
    preview.UNCHANGED: "Unchanged",
}


@staff_page("import", AnnualCount, ENTER, route="import/")
def upload_counts(request: HttpRequest) -> HttpResponse:
    """Take a file and show what it would do. Nothing is stored."""
    person = logged_in(request)
    form = CountsFileForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _show_form(request, form)
    data, round_, measure = (form.cleaned_data[n] for n in ("file", "round", "measure"))
    file = tasks.PendingUpload(
        pending.store_pending(data.read(), pending.COUNTS, person, timezone.now()),
        data.name,
        round_.slug if round_ else "",
        measure.slug if measure else "",
        form.cleaned_data["title"],
    )
    if data.size > LARGE:
        task = tasks.preview_counts.enqueue(by=person.pk, file=list(astuple(file)))
        return redirect(WORK, task.id)
    result = tasks.preview_upload(file, person)
    if "refused" in result:
        form.add_error("file", result["refused"])
        return _show_form(request, form)
    return _show_preview(request, result, file)


@staff_page("confirm", AnnualCount, ENTER, route="import/confirm/")
def confirm_counts(request: HttpRequest) -> HttpResponse:
    """Store what was shown, or cancel."""
    if request.method != "POST":
        return redirect(UPLOAD)
    person = logged_in(request)
    *uploaded, fingerprint = unseal(request, SALT)
    file = tasks.PendingUpload(*uploaded)
    if begun := tasks.unfinished_storing(file, person, timezone.now()):
        messages.info(request, "You confirmed this already. This is how far it is.")
        return redirect(WORK, begun.id)
    if "cancel" in request.POST:
        if first := pending.find_stored(file.token, person):
            return _already_stored(request, first.document_id)
        pending.discard(pending.COUNTS, file.token, person)
        messages.info(request, "Nothing was stored.")
        return redirect(UPLOAD)
    if pending.size(pending.COUNTS, file.token, person) > LARGE:
        given: dict[str, Any] = {
            "by": person.pk,
            "file": list(astuple(file)),
            "fingerprint": fingerprint,
        }
        return redirect(WORK, tasks.store_counts.enqueue(**given).id)
    return _show_result(request, tasks.store_upload(file, fingerprint, person), file)


@staff_page("work", AnnualCount, ENTER, route="import/<uuid:number>/")
def wait_for_counts(request: HttpRequest, number: UUID) -> HttpResponse:
    """Show how far the worker is with a large file, then what came of it."""
    result = worker.task_of(request, number, tasks.preview_counts, tasks.store_counts)
    file = tasks.PendingUpload(*result.kwargs["file"])
    well = result.status is TaskResultStatus.SUCCESSFUL
    # Stored, and then the worker was killed before it could say so.
    first = None if well else pending.find_stored(file.token, logged_in(request))
    if first and "progress" not in request.GET:
        return _already_stored(request, first.document_id)
    reading = worker.WorkerTask(
        "Counts from a spreadsheet",
        "Nothing of this file is stored.",
        reverse(UPLOAD),
        "Upload the file again",
    )
    if page := worker.show_unfinished(request, result, reading, AnnualCount):
        return page
    if not well:
        messages.error(request, reading.failure)
        return redirect(UPLOAD)
    return _show_result(request, result.return_value, file)


def unseal(request: HttpRequest, salt: str) -> list[str]:
    """The stored file, what was said of it, and what was shown, as the preview signed them."""
    try:
        return list(signing.loads(request.POST.get("sealed", ""), salt=salt))
    except signing.BadSignature as broken:
        why = "The form came without what was shown. Upload the file again."
        raise BadRequest(why) from broken


def _show_result(request: HttpRequest, result: dict, file: tasks.PendingUpload) -> HttpResponse:
    """A refusal, a preview to answer, or what was stored."""
    if "already" in result:
        return _already_stored(request, result["already"])
    if "refused" in result:
        messages.error(request, f"Nothing was stored. {result['refused']}")
        return redirect(UPLOAD)
    if result.get("document") is None:
        return _show_preview(request, result, file)
    shown: dict[str, Any] = {
        "made": result,
        "document": Document.objects.get(pk=result["document"]),
    }
    return show_page(request, "files/counts_stored", title="Stored", subject=AnnualCount, **shown)


def _already_stored(request: HttpRequest, document: int | None) -> HttpResponse:
    """Go to what this person stored before; to the counts where the document is deleted."""
    messages.success(request, ALREADY_STORED)
    if document is None:
        return redirect("admin:offences_annualcount_changelist")
    return redirect("admin:offences_document_change", document)


def _show_form(request: HttpRequest, form: CountsFileForm) -> HttpResponse:
    columns = {name: in_our_years(words) for name, words in workbook.COLUMNS.items()}
    shown: dict[str, Any] = {"form": form, "columns": columns, "needed": workbook.NEEDED}
    title = "Counts from a spreadsheet"
    return show_page(request, "files/counts_upload", title=title, subject=AnnualCount, **shown)


def _show_preview(request: HttpRequest, result: dict, file: tasks.PendingUpload) -> HttpResponse:
    statuses = [(kind, result["numbers"][kind], rows) for kind, rows in result["statuses"].items()]
    sealed = signing.dumps([*astuple(file), result["fingerprint"]], salt=SALT)
    shown: dict[str, Any] = {"made": result, "name": file.name, "source": file.title or file.name}
    shown |= {"kinds": [(kind, KINDS[kind], n, rows, n - len(rows)) for kind, n, rows in statuses]}
    title = "What this file would do"
    shown |= {"sealed": sealed}
    return show_page(request, "files/counts_preview", title=title, subject=AnnualCount, **shown)
