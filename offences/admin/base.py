"""The bases of our ModelAdmins: forms with help, lists that open at a round, rows only read."""

import contextlib
from typing import Any, ClassVar, cast

from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelectMultiple, RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.shortcuts import redirect
from django.utils import timezone

from offences.rounds.running import running_first
from offences.staff.field_help import explain
from offences.staff.forms import year_field
from offences.staff.pages import may
from offences.staff.record_lists.acts import YEARS, OneActForms
from offences.staff.record_lists.filters import parameter_by_round
from offences.staff.record_lists.paging import LargePaginator
from offences.staff.today.queues import list_of


class FieldsExplained(admin.options.BaseModelAdmin):
    """Fields say what they take; related rows are chosen, and made on their own pages."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name in YEARS:
            return year_field(db_field)
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


class StaffAdmin(FieldsExplained, OneActForms):
    """A list and its records."""

    paginator = LargePaginator
    never: ClassVar[tuple[str, ...]] = ()  # what nobody does here: add, change, delete
    final = ""  # the field that, once set, ends changing and deleting
    stamp = ""  # the step, as in "recorded", whose person and time a new row gets
    choices_of: ClassVar[dict[str, QuerySet]] = {}  # by the name of the field
    annotations: ClassVar[dict[str, Any]] = {}  # what its columns need of other tables

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(**self.annotations)

    def changelist_view(self, request: HttpRequest, extra_context=None):
        """Show the list; one with a filter by round opens at the running round."""
        by_round = None if request.GET else parameter_by_round(self.list_filter)
        if by_round and (round_ := running_first().first()):
            address = QueryDict(mutable=True)
            address[by_round] = str(round_.pk)
            request.GET = cast(Any, address)
        return super().changelist_view(request, extra_context)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return "add" not in self.never and super().has_add_permission(request)

    def has_change_permission(self, request: HttpRequest, obj=None) -> bool:
        return self._leaves("change", obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return self._leaves("delete", obj) and super().has_delete_permission(request, obj)

    def _leaves(self, step: str, row) -> bool:
        """Whether the list allows a step to people who have its permission."""
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


class ReadOnlyAdmin(StaffAdmin):
    """A list to look at: its rows come and go another way, never by the admin's forms."""

    never = ("add", "change", "delete")
