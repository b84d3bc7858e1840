"""Lists that are exported as spreadsheets, and those that a spreadsheet can be uploaded to."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from import_export.admin import ExportMixin
from import_export.formats.base_formats import CSV, ODS, XLSX
from import_export.forms import ExportForm

from offences import resources
from offences.staff.record_lists.addresses import NO_SUCH_FILTER, UnreadableAddress, read_address


class Exports(ExportMixin, admin.ModelAdmin):
    """The export of a list, with its filters and its search, as xlsx, ods or csv.

    Those who may see a list may export it; a text that a spreadsheet program would run as a
    formula is not run (`resources`).
    """

    model: Any  # as ModelAdmin has it; ExportMixin declares it without a type

    # Without a choice of columns: that page needs inline script.
    export_form_class: Any = ExportForm
    export_template_name = "admin/offences/export.html"
    export_formats = [XLSX, ODS, CSV]

    def get_export_resource_classes(self, request: HttpRequest):
        return [resources.of(self.model)]

    def export_action(self, request: HttpRequest) -> HttpResponse:
        try:
            return super().export_action(request)
        except UnreadableAddress:  # as the list itself does: without them, and saying so
            messages.warning(request, NO_SUCH_FILTER)
            return redirect(request.path)

    def get_export_data(self, file_format, request: HttpRequest, queryset, **kwargs) -> bytes:
        if not self.has_export_permission(request):
            raise PermissionDenied
        native = not isinstance(file_format, CSV)
        data = self.get_data_for_export(request, queryset, force_native_type=native, **kwargs)
        made = file_format.export_data(data)
        # Excel reads a csv without the mark at its start as another encoding.
        return made.encode("utf-8-sig") if isinstance(made, str) else made

    def get_export_queryset(self, request: HttpRequest) -> QuerySet:
        with read_address(request):
            rows = super().get_export_queryset(request)
            rows.exists()  # asked of the database here, where a refusal is understood
            return rows

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)


class Imports(Exports):
    """A list that takes a spreadsheet too: its pages are in `staff/files/`."""

    import_export_change_list_template = "admin/offences/import_list.html"

    def changelist_view(self, request: HttpRequest, extra_context=None):
        table = self.opts.model_name
        needed = [f"offences.add_{table}", f"offences.change_{table}"]
        more = (extra_context or {}) | {"may_import": request.user.has_perms(needed)}
        return super().changelist_view(request, more)
