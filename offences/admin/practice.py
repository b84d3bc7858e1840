"""How forces say they record, and where that breaks their series."""

from django.contrib import admin

from offences.admin.base import Exports, ReadOnlyAdmin, StaffAdmin, year_column
from offences.admin.site import register
from offences.models import ForceBreak, PracticeAnswer


@register(PracticeAnswer)
class PracticeAnswerAdmin(Exports, ReadOnlyAdmin):
    list_display = ["submission", "question", "answer"]
    list_filter = ["submission__round", "question"]
    list_select_related = ["submission__force", "submission__round"]
    search_fields = ["answer", "submission__force__name", "submission__force__spellings__spelling"]


@register(ForceBreak)
class ForceBreakAdmin(Exports, StaffAdmin):
    list_display = ["force", "first", "measure", "why", "from_return"]
    list_filter = ["measure"]
    list_select_related = ["force", "measure", "submission__force", "submission__round"]
    search_fields = ["why", "force__name", "force__spellings__spelling"]
    autocomplete_fields = ["force", "document"]
    fields = ["force", "measure", "year", "why", "document", "from_return"]
    readonly_fields = ["from_return"]

    stamp = "recorded"

    first = year_column("first year counted differently", "year")

    @admin.display(description="reported in", empty_value="")
    def from_return(self, break_: ForceBreak) -> str:
        return str(break_.submission) if break_.submission else "recorded by staff"
