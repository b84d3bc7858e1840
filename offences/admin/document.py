"""Documents: files, stored once by their bytes, and publications, which are named."""

import hashlib
import mimetypes

from django import forms
from django.contrib import admin, messages
from django.core.files.uploadedfile import UploadedFile
from django.db.models import FileField
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from offences import tasks
from offences.admin.base import Exports, StaffAdmin, column
from offences.admin.site import register
from offences.intake import documents
from offences.intake import returns as readings
from offences.models import Document, DocumentKind
from offences.staff.files.return_files import LARGE
from offences.staff.people import signed_in


def fingerprint(file) -> str:
    """The SHA-256 of a file's bytes. The file is read in pieces and rewound."""
    file.seek(0)
    digest = hashlib.sha256()
    for piece in file.chunks():
        digest.update(piece)
    file.seek(0)
    return digest.hexdigest()


class DocumentForm(forms.ModelForm):
    """A file is stored once, by its bytes; a publication is named and never copied."""

    computed = ("sha256", "size", "media_type")

    class Meta:
        model = Document
        fields = ["kind", "title", "file", "url", "published_on", "published_precision", "note"]

    def clean(self):
        data = super().clean() or {}
        kind, file = data.get("kind") or self.instance.kind, data.get("file")
        if kind == DocumentKind.PUBLICATION:
            if file:
                self.add_error("file", "A publication is named, never copied: attach no file.")
            for name, words in (("url", "its address"), ("published_on", "its date")):
                if not data.get(name) and name in self.fields:
                    self.add_error(name, f"A publication needs {words}.")
        elif "file" in self.fields and not file and "file" not in self.errors:
            self.add_error("file", "Attach the file as it came.")
        if isinstance(file, UploadedFile):
            digest = fingerprint(file)
            same = Document.objects.filter(sha256=digest).exclude(pk=self.instance.pk).first()
            if same:
                self.add_error("file", f"We have this file already, as “{same}”.")
            self.instance.sha256, self.instance.size = digest, file.size
            self.instance.media_type = (
                mimetypes.guess_type(file.name or "")[0] or "application/octet-stream"
            )
        return data

    def _get_validation_exclusions(self) -> set[str]:
        # The table's rules apply to what is computed above, as to what is typed.
        exclusions: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        if "file" in (self.errors or {}):
            return exclusions  # its error is shown already
        return exclusions - set(self.computed)


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

    def get_fields(self, request, obj=None):
        typed = ["title", "url", "published_on", "published_precision", "note"]
        return ["kind", *typed, *self.computed] if obj else ["kind", "file", *typed]

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
            tasks.read_returns.enqueue(by=signed_in(request).pk, documents=[document.pk])
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
            address = reverse("admin:offences_document_file", args=[document.pk])
            return format_html('<a href="{}">Download</a>', address)
        if document.url:
            return format_html('<a href="{}" rel="noopener noreferrer">Open</a>', document.url)
        return ""
