"""Documents: files, stored once by their bytes, and publications, which are named."""

from django import forms
from django.contrib import admin, messages
from django.db.models import FileField
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from offences import tasks
from offences.admin.base import StaffAdmin
from offences.admin.site import register
from offences.intake import documents
from offences.intake import returns as readings
from offences.models import Document
from offences.staff.files.forms import DocumentForm
from offences.staff.files.return_files import LARGE
from offences.staff.names import logged_in
from offences.staff.record_lists.columns import column, link
from offences.staff.record_lists.exports import Exports


@register(Document)
class DocumentAdmin(Exports, StaffAdmin):
    form = DocumentForm
    list_display = ["title", "kind", "when", "kilobytes", "original", "added_by"]
    list_filter = ["kind", "added_by"]
    list_select_related = ["added_by"]
    search_fields = ["title", "url", "note", "sha256"]
    search_help_text = "A title, an address, or a file’s SHA-256."
    formfield_overrides = {FileField: {"widget": forms.FileInput}}  # which has a label
    date_hierarchy = "published_on"
    computed = ["original", "sha256", "media_type", "size", "added_by", "added_at"]

    def get_readonly_fields(self, request, obj=None):
        # The bytes of a document never change; another file is another document.
        return [*self.computed, *(["kind"] if obj else [])]

    def get_fieldsets(self, request, obj=None):
        typed = ["title", "url", "published_on", "published_precision", "note"]
        if not obj:
            return [(None, {"fields": ["kind", "file", *typed]})]
        original, *record = self.computed
        return [
            (None, {"fields": ["kind", *typed, original]}),
            ("For the record", {"fields": record, "classes": ["collapse"]}),
        ]

    def save_model(self, request, obj, form, change) -> None:
        if not change:
            obj.added_by, obj.added_at = request.user, timezone.now()
            obj.held_back = [documents.NOT_READ] if obj.file else []
        super().save_model(request, obj, form, change)
        if not change and obj.file:
            self._read(request, obj)

    def _read(self, request: HttpRequest, document: Document) -> None:
        """Have the file read: until then only the data lead may open it."""
        if document.size <= LARGE:
            readings.read_document(document, timezone.now())
        else:
            tasks.read_returns.enqueue(by=logged_in(request).pk, documents=[document.pk])
        if document.is_held_back:
            messages.warning(request, f"{document.title} is held back. {document.held_back[0]}")

    when = column("date", "published_in_words", "published_on")

    @admin.display(description="size", ordering="size")
    def kilobytes(self, document: Document) -> str:
        return f"{max(1, round(document.size / 1024)):,} kB" if document.size else ""

    @admin.display(description="original")
    def original(self, document: Document) -> str:
        if document.is_held_back:
            return "held back"
        if document.file:
            return link(reverse("admin:offences_document_file", args=[document.pk]), "Download")
        if document.url:
            return format_html('<a href="{}" rel="noopener noreferrer">Open</a>', document.url)
        return ""
