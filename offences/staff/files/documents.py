"""The file of a document: downloaded by staff, or cleared by the data lead."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from offences.intake import documents
from offences.intake import returns as readings
from offences.models import Document
from offences.refused import Refused
from offences.staff.names import signed_in
from offences.staff.pages import log_change, show_page, staff_page

HELD = "This file is held back: only the data lead opens it."


@staff_page("<int:object_id>/file/", "file", under=Document, permission="offences.view_document")
def download(request: HttpRequest, object_id: int) -> HttpResponseBase:
    """The bytes as they came, for staff only: always a download, never a page of ours."""
    document = get_object_or_404(Document, pk=object_id)
    if document.is_held_back and not request.user.has_perm("offences.clear_document"):
        raise PermissionDenied(HELD)
    if not document.file:
        raise Http404("This document has no file.")
    try:
        file = document.file.open("rb")
    except FileNotFoundError:
        return show_page(
            request,
            "staff/files/document_missing.html",
            title=document.title,
            subject=document,
            status=404,
            document=document,
        )
    response = FileResponse(
        file, as_attachment=True, filename=document.title, content_type="application/octet-stream"
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


@staff_page("<int:object_id>/clear/", "clear", under=Document)
def clear(request: HttpRequest, object_id: int) -> HttpResponse:
    """The data lead says what is in a file that was held back, and releases it."""
    document = get_object_or_404(Document, pk=object_id)
    if not request.user.has_perm("offences.clear_document"):
        raise PermissionDenied(HELD)
    refusal = ""
    if request.method == "POST":
        try:
            if document.file and not hasattr(document, "seen"):
                readings.read_document(document, timezone.now())
            why = request.POST.get("why", "")
            documents.clear(document, why, by=signed_in(request), now=timezone.now())
        except Refused as refused:
            refusal = str(refused)
        else:
            log_change(request, document, f"Cleared: {document.cleared_why}")
            messages.success(request, f"{document.title} is cleared: it can be read and opened.")
            return redirect("admin:offences_document_change", document.pk)
    return show_page(
        request,
        "staff/files/document_clear.html",
        title=f"Clear {document.title}",
        subject=document,
        document=document,
        refusal=refusal,
    )
