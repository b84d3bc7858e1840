"""What is counted and how it is split."""

from django.contrib import admin
from django.db.models import Count

from offences.admin.base import RowsInline, StaffAdmin
from offences.admin.site import register
from offences.models import Breakdown, Category, Measure, MeasureBreak, Offence
from offences.staff.record_lists.columns import column, year_column
from offences.staff.record_lists.exports import Exports, Imports


class MeasureRowsInline(RowsInline):
    """Rows that show the name of their measure: it is read with them, not once a row."""

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("measure")


class MeasureBreakInline(MeasureRowsInline):
    model = MeasureBreak


class BreakdownInline(MeasureRowsInline):
    model = Breakdown
    fields = ["name", "slug", "kind", "complete", "position"]
    show_change_link = True


class CategoryInline(RowsInline):
    model = Category
    fields = ["name", "slug", "position", "is_total", "is_unknown", "age_from", "age_to", "offence"]
    autocomplete_fields = ["offence"]


@register(Measure)
class MeasureAdmin(Exports, StaffAdmin):
    list_display = ["name", "since", "position", "slug"]
    search_fields = ["name", "slug", "definition"]
    inlines = [MeasureBreakInline, BreakdownInline]

    since = year_column("counted since", "first_year")


@register(MeasureBreak)
class MeasureBreakAdmin(Exports, StaffAdmin):
    list_display = ["measure", "first", "why"]
    list_display_links = ["first"]
    list_filter = ["measure"]
    list_select_related = ["measure"]
    search_fields = ["why", "measure__name"]

    first = year_column("first year counted differently")


@register(Breakdown)
class BreakdownAdmin(Exports, StaffAdmin):
    list_display = ["name", "measure", "kind", "complete", "categories_count"]
    list_filter = ["kind", "measure"]
    list_select_related = ["measure"]
    search_fields = ["name", "measure__name"]
    autocomplete_fields = ["parts"]
    inlines = [CategoryInline]

    annotations = {"number": Count("categories", distinct=True)}
    choices_of = {"parts": Breakdown.objects.select_related("measure")}

    categories_count = column("categories", "number", "number")


@register(Category)
class CategoryAdmin(Imports, StaffAdmin):
    list_display = ["name", "breakdown", "is_total", "is_unknown", "ages", "position"]
    list_filter = ["breakdown__kind", "breakdown__measure", "is_total", "is_unknown"]
    list_select_related = ["breakdown__measure"]
    search_fields = ["name", "slug", "breakdown__name"]
    autocomplete_fields = ["offence", "members"]
    choices_of = {"breakdown": Breakdown.objects.select_related("measure")}

    @admin.display(description="ages")
    def ages(self, category: Category) -> str:
        if category.age_from is None:
            return ""
        if category.age_from == category.age_to:
            return str(category.age_from)
        return f"{category.age_from} to {category.age_to}"


@register(Offence)
class OffenceAdmin(Exports, StaffAdmin):
    list_display = ["code", "name", "level", "group", "child_specific", "valid_from", "valid_to"]
    list_filter = ["level", "child_specific", "group"]
    search_fields = ["code", "name", "aliases"]
    search_help_text = "A code, a name or another spelling."
