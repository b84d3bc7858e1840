"""The bases of our ModelAdmins: how a form is filled in, a list exported, a row only read."""

import contextlib
from typing import Any, ClassVar, cast

from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelectMultiple, RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from import_export.admin import ExportMixin
from import_export.formats.base_formats import CSV, ODS, XLSX
from import_export.forms import ExportForm

from offences import resources
from offences.rounds.running import running_first
from offences.staff.field_help import explain
from offences.staff.pages import may
from offences.staff.record_lists.addresses import (
    NO_SUCH_FILTER,
    AnyAddress,
    UnreadableAddress,
    read_address,
)
from offences.staff.today.queues import list_of


class FieldsExplained(admin.options.BaseModelAdmin):
    """Fields say what they take; related rows are chosen, and made on their own pages."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        explain(field, db_field)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            for name in ("add", "change", "delete", "view"):
                setattr(field.widget, f"can_{name}_related", False)
            inner = field.widget.widget
            if isinstance(inner, AutocompleteSelectMultiple):
                # Without its “remove all”: no item of the list that it stands in, and one slip.
                inner.is_required = True
        return field


class RowsInline(FieldsExplained, admin.TabularInline):
    """Rows of another table on the page of the row that they belong to."""

    template = "admin/offences/rows.html"
    extra = 0


class StaffAdmin(FieldsExplained, AnyAddress):
    """A list and its records."""

    never: ClassVar[tuple[str, ...]] = ()  # what nobody does here: add, change, delete
    final = ""  # the field that, once set, ends changing and deleting
    stamp = ""  # the step, as in "recorded", whose person and time a new row gets
    choices_of: ClassVar[dict[str, QuerySet]] = {}  # by the name of the field
    annotations: ClassVar[dict[str, Any]] = {}  # what its columns need of other tables

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(**self.annotations)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return "add" not in self.never and super().has_add_permission(request)

    def has_change_permission(self, request: HttpRequest, obj=None) -> bool:
        return self._leaves("change", obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return self._leaves("delete", obj) and super().has_delete_permission(request, obj)

    def _leaves(self, step: str, row) -> bool:
        """Whether the rules of the list leave a step to those who have its permission."""
        return step not in self.never and not (row and self.final and getattr(row, self.final))

    def get_field_queryset(self, db, db_field, request):
        rows = self.choices_of.get(db_field.name)
        return super().get_field_queryset(db, db_field, request) if rows is None else rows.all()

    def history_view(self, request: HttpRequest, object_id: str, extra_context=None):
        """Lead those who may see it to the whole history of a row; others read what was noted."""
        if not self.has_view_permission(request) or not may(request.user, "view_rowchange"):
            return super().history_view(request, object_id, extra_context)
        shown = {"table": self.opts.db_table, "row": object_id}
        return redirect(list_of("rowchange", **shown))

    def save_model(self, request, obj, form, change) -> None:
        if self.stamp and not change:
            setattr(obj, f"{self.stamp}_by", request.user)
            setattr(obj, f"{self.stamp}_at", timezone.now())
        super().save_model(request, obj, form, change)

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None):
        """Lock a row before a form is saved: the form is applied to the row as it is then.

        Without it the admin would write back every column that it read, over what another
        person's step (a check, an approval, an issue) put there in between.
        """
        if request.method == "POST":  # the admin's own transaction is open
            rows = self.model._default_manager.select_for_update()
            with contextlib.suppress(ValueError, ValidationError):
                # By its own key: in the table's order the rows that it is ordered by would be
                # locked too, and another step that locks those first would wait for ever.
                rows.filter(pk=object_id).order_by("pk").values_list("pk").first()
        return super().get_object(request, object_id, from_field)


class OfRounds(admin.ModelAdmin):
    """A list whose rows belong to rounds: it opens at the one that is running.

    The filter is in the list as any other, so that it can be seen, changed and taken off.
    """

    round_parameter = "round"

    def changelist_view(self, request: HttpRequest, extra_context=None):
        if not request.GET and (round_ := running_first().first()):
            opened = QueryDict(mutable=True)
            opened[self.round_parameter] = str(round_.pk)
            request.GET = cast(Any, opened)
        return super().changelist_view(request, extra_context)


class ReadOnlyAdmin(StaffAdmin):
    """A list to look at: its rows come and go another way, never by the admin's forms."""

    never = ("add", "change", "delete")


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
