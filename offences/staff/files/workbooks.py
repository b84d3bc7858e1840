"""Spreadsheets in and out of the staff site.

`Exports` gives a list page its export in three formats; `ImportsCounts` gives the list of counts
its import: bring a file, see what it would do, confirm or cancel.
"""

from dataclasses import astuple
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core import signing
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.tasks import TaskResultStatus
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from import_export.admin import ExportMixin
from import_export.formats.base_formats import CSV, ODS, XLSX
from import_export.forms import ExportForm

from offences import intake, resources, tasks
from offences.intake import held
from offences.models import AnnualCount, Document, FoiRound, Measure
from offences.staff import work
from offences.staff.common import signed_in

NO_SUCH_FILTER = (
    "The address asked for a filter that this list does not have. Nothing was exported; this is "
    "the export of the whole list."
)


class Exports(ExportMixin, admin.ModelAdmin):
    """A list with the filters and the search in force, as xlsx, ods or csv.

    Mixed in before ModelAdmin. Whoever may see a list may take it away; a text that a spreadsheet
    program would run as a formula is kept from running (`resources`).
    """

    model: Any  # as ModelAdmin has it; ExportMixin declares it without a type

    # Without a choice of columns: that page needs inline script.
    export_form_class = ExportForm  # type: ignore[assignment]
    export_template_name = "admin/offences/intake/export.html"
    export_formats = [XLSX, ODS, CSV]

    def get_export_formats(self):
        return self.export_formats

    def get_export_resource_classes(self, request: HttpRequest):
        return [resources.of(self.model)]

    def export_action(self, request: HttpRequest) -> HttpResponse:
        try:
            return super().export_action(request)
        except IncorrectLookupParameters:  # as the list itself does: without them, and saying so
            messages.warning(request, NO_SUCH_FILTER)
            return redirect(request.path)

    def get_export_data(self, file_format, request: HttpRequest, queryset, **kwargs) -> bytes:
        if not self.has_export_permission(request):
            raise PermissionDenied
        native = not isinstance(file_format, CSV)
        data = self.get_data_for_export(request, queryset, force_native_type=native, **kwargs)
        made = file_format.export_data(data)
        # Excel reads a csv without the mark at its start as another encoding.
        return made if isinstance(made, bytes) else made.encode("utf-8-sig")

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)


class UploadForm(forms.Form):
    """The file, and what it may not say itself."""

    file = forms.FileField(
        label="File",
        max_length=200,
        allow_empty_file=True,  # the reader says it better
        help_text="xlsx, xls, ods or csv, 10 MB at most.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv,.txt"}),
    )
    round = forms.ModelChoiceField(
        FoiRound.objects.all(),
        required=False,
        empty_label="the file names it",
        to_field_name="slug",
        help_text="For the counts that do not name theirs.",
    )
    measure = forms.ModelChoiceField(
        Measure.objects.all(),
        required=False,
        empty_label="the file names it",
        to_field_name="slug",
        help_text="For the counts that do not name theirs.",
    )
    title = forms.CharField(
        label="Source, as readers see it",
        max_length=200,
        required=False,
        help_text="Such as “The charity’s master of round 2019”. Empty: the file’s name. It is "
        "published beside every count.",
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > intake.LARGEST_FILE:
            raise forms.ValidationError(
                "This file is larger than 10 MB. Save the sheets you need by themselves."
            )
        return file


SALT = "offences.intake"
LARGE = 64 * 1024  # bytes; a larger file is for the worker, this one is read while a person waits


ALREADY = (
    "Stored already, when you first confirmed it. Nothing was stored twice; this is where it is."
)


def _sealed(request: HttpRequest) -> tuple[tasks.Brought, str]:
    """What the preview signed: the held file, what was said of it, and what was shown."""
    try:
        *brought, fingerprint = signing.loads(request.POST.get("sealed", ""), salt=SALT)
        return tasks.Brought(*brought), fingerprint
    except (signing.BadSignature, TypeError, ValueError) as broken:
        raise BadRequest("The form came without what was shown. Bring the file again.") from broken


class ImportsCounts(admin.ModelAdmin):
    """Counts from a spreadsheet, on the list of counts."""

    import_export_change_list_template = "admin/offences/intake/counts.html"

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("import/", view(self.bring), name="offences_annualcount_import"),
            path("import/confirm/", view(self.answer), name="offences_annualcount_confirm"),
            path("import/<uuid:number>/", view(self.work), name="offences_annualcount_work"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context=None):
        more = {"has_import_permission": self.has_import_permission(request)}
        return super().changelist_view(request, (extra_context or {}) | more)

    def has_import_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perms(["offences.add_annualcount", "offences.change_annualcount"])

    def bring(self, request: HttpRequest) -> HttpResponse:
        """A file is brought; what it would do is shown. Nothing is stored."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        person = signed_in(request)
        form = UploadForm(request.POST or None, request.FILES or None)
        if request.method != "POST" or not form.is_valid():
            return self._ask(request, form)
        data, round_, measure = (form.cleaned_data[n] for n in ("file", "round", "measure"))
        file = tasks.Brought(
            held.hold(data.read(), held.COUNTS, person, timezone.now()),
            data.name,
            round_.slug if round_ else "",
            measure.slug if measure else "",
            form.cleaned_data["title"],
        )
        if data.size > LARGE:
            task = tasks.look_at_counts.enqueue(by=person.pk, file=list(astuple(file)))
            return redirect("admin:offences_annualcount_work", task.id)
        told = tasks.look(file, person)
        if "refused" in told:
            form.add_error("file", told["refused"])
            return self._ask(request, form)
        return self._show(request, told, file)

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The person confirms what was shown, or cancels."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        again = redirect("admin:offences_annualcount_import")
        if request.method != "POST":
            return again
        person = signed_in(request)
        file, fingerprint = _sealed(request)
        if begun := tasks.storing(file, person, timezone.now()):
            messages.info(request, "You confirmed this already. This is how far it is.")
            return redirect("admin:offences_annualcount_work", begun.id)
        if "cancel" in request.POST:
            if first := held.stored(file.token, person):
                return self._already(request, first.document_id)
            held.discard(held.COUNTS, file.token, person)
            messages.info(request, "Nothing was stored.")
            return again
        if held.size(held.COUNTS, file.token, person) > LARGE:
            task = tasks.store_counts.enqueue(
                by=person.pk, file=list(astuple(file)), fingerprint=fingerprint
            )
            return redirect("admin:offences_annualcount_work", task.id)
        return self._end(request, tasks.store(file, fingerprint, person), file)

    def work(self, request: HttpRequest, number: UUID) -> HttpResponse:
        """A large file in the hands of the worker: how far it is, then what came of it."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        result = work.of(request, str(number), tasks.look_at_counts, tasks.store_counts)
        file = tasks.Brought(*result.kwargs["file"])
        well = result.status is TaskResultStatus.SUCCESSFUL
        # Stored, and then the worker was killed before it could say so.
        first = None if well else held.stored(file.token, signed_in(request))
        if first and "progress" not in request.GET:
            return self._already(request, first.document_id)
        reading = work.Work(
            "Counts from a spreadsheet",
            "Nothing of this file is stored.",
            reverse("admin:offences_annualcount_import"),
            "Bring the file again",
        )
        if page := work.unfinished(request, result, reading, AnnualCount, timezone.now()):
            return page
        if not well:
            messages.error(request, reading.broke_off)
            return redirect("admin:offences_annualcount_import")
        return self._end(request, result.return_value, file)

    def _end(self, request: HttpRequest, told: dict, file: tasks.Brought) -> HttpResponse:
        """What came of a file: a refusal, a preview to answer, or what was stored."""
        if "already" in told:
            return self._already(request, told["already"])
        if "refused" in told:
            messages.error(request, f"Nothing was stored. {told['refused']}")
            return redirect("admin:offences_annualcount_import")
        if told.get("document") is None:
            return self._show(request, told, file)
        document = Document.objects.get(pk=told["document"])
        context = {"made": told, "document": document}
        return self._page(request, "stored.html", "Stored", context)

    def _already(self, request: HttpRequest, document: int | None) -> HttpResponse:
        """To what this person stored before; to the counts where the document is deleted."""
        messages.success(request, ALREADY)
        if document is None:
            return redirect("admin:offences_annualcount_changelist")
        return redirect("admin:offences_document_change", document)

    def _ask(self, request: HttpRequest, form: UploadForm) -> HttpResponse:
        context = {"form": form, "columns": intake.COLUMNS, "needed": intake.NEEDED}
        return self._page(request, "bring.html", "Counts from a spreadsheet", context)

    def _show(self, request: HttpRequest, told: dict, file: tasks.Brought) -> HttpResponse:
        kinds = [
            (kind, KINDS[kind], told["numbers"][kind], rows, told["numbers"][kind] - len(rows))
            for kind, rows in told["kinds"].items()
        ]
        sealed = signing.dumps([*astuple(file), told["fingerprint"]], salt=SALT)
        context = {
            "made": told,
            "name": file.name,
            "title": file.title or file.name,
            "kinds": kinds,
            "sealed": sealed,
        }
        return self._page(request, "preview.html", "What this file would do", context)

    def _page(self, request: HttpRequest, template: str, title: str, context: dict):
        shared = self.admin_site.each_context(request)
        return TemplateResponse(
            request,
            f"admin/offences/intake/{template}",
            shared | {"title": title, "opts": self.model._meta} | context,
        )


KINDS = {
    intake.REFUSED: "Refused",
    intake.CHANGED: "Changed",
    intake.NEW: "New",
    intake.BLANK: "Empty",
    intake.UNCHANGED: "Unchanged",
}
