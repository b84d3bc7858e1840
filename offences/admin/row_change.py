"""The history of all records: who changed what, when, why, and the values before and after."""

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import NullIf

from offences.admin.base import ReadOnlyAdmin
from offences.admin.site import register
from offences.models import RowChange
from offences.staff.record_lists.columns import column
from offences.staff.record_lists.exports import Exports
from offences.staff.record_lists.row_changes import (
    FEW,
    TableFilter,
    WhenFilter,
    differences,
    reason_of,
    record_names,
    record_of,
)

SHOWN = ("at", "person", "record", "kind", "reason", "through", "request", "all_values")


@register(RowChange)
class RowChangeAdmin(Exports, ReadOnlyAdmin):
    list_display = ["at", "person", "record", "kind", "changed", "reason", "through"]
    list_filter = ["kind", TableFilter, "person", WhenFilter]
    list_select_related = ["person"]
    search_fields = ["person__username", "=row", "table", "before", "after", "why", "through"]
    search_help_text = "A person, a table, the number of a record, a value, a reason or a page."
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    fields = SHOWN
    readonly_fields = SHOWN
    annotations = {
        "noted": Subquery(
            # None is sought for what no page changed.
            RowChange.objects.filter(table=LogEntry._meta.db_table)
            .filter(request=NullIf(OuterRef("request"), Value("")))
            .order_by("pk")
            .values("after")[:1]
        )
    }

    def get_changelist_instance(self, request):
        changes = super().get_changelist_instance(request)
        names = record_names(changes.result_list)
        for change in changes.result_list:
            change.names = names
        return changes

    record = column("record", record_of, "table")
    reason = column("why", reason_of)
    changed = column("before → after", lambda row: differences(row, FEW))
    all_values = column("values, before → after", differences)
