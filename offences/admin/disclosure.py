"""Disclosure rules, and counts that forces have published themselves."""

from typing import ClassVar

from django.contrib import admin

from offences.admin.base import Exports, StaffAdmin, year_column
from offences.admin.site import register
from offences.models import AlreadyPublic, Breakdown, DisclosureRule, Document, DocumentKind
from offences.staff.releases.forms import RuleForm


@register(DisclosureRule)
class DisclosureRuleAdmin(Exports, StaffAdmin):
    """Rules are added, never changed: earlier decisions stay visible."""

    form = RuleForm
    never = ("change", "delete")
    stamp = "decided"
    list_display = ["measure", "decided_at", "threshold", "what", "decided_by"]
    list_display_links = ["decided_at"]
    list_filter = ["measure"]
    list_select_related = ["measure", "decided_by"]
    search_fields = ["reason", "measure__name"]
    readonly_fields = ["decided_by", "decided_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("breakdowns")

    choices_of: ClassVar = {
        "breakdowns": Breakdown.objects.exclude(kind="total")
        .select_related("measure")
        .order_by("measure__position", "position")
    }

    @admin.display(description="breakdowns published")
    def what(self, rule: DisclosureRule) -> str:
        return ", ".join(each.name for each in rule.breakdowns.all()) or "none"


@register(AlreadyPublic)
class AlreadyPublicAdmin(Exports, StaffAdmin):
    list_display = ["force", "label", "category", "value", "document"]
    list_filter = ["category__breakdown__measure", "category__breakdown__kind"]
    list_select_related = ["force", "category__breakdown", "document"]
    search_fields = ["force__name", "force__spellings__spelling", "document__title"]
    autocomplete_fields = ["force", "category", "document"]
    fields = ["force", "category", "year", "value", "document"]

    never = ("change",)  # a wrong one is deleted, and a right one recorded
    stamp = "recorded"
    choices_of: ClassVar = {"document": Document.objects.filter(kind=DocumentKind.PUBLICATION)}

    label = year_column("year")
