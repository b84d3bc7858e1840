"""What is counted and how it is split."""

from django.contrib import admin
from django.db.models import Count

from offences.admin.imports import Exports
from offences.admin.looking import NoLinks
from offences.admin.site import register
from offences.models import Breakdown, Category, Measure, MeasureBreak, Offence
from offences.statistics.years import Year


class MeasureBreakInline(admin.TabularInline):
    model = MeasureBreak
    extra = 0


class BreakdownInline(admin.TabularInline):
    model = Breakdown
    fields = ["name", "slug", "kind", "complete", "position"]
    extra = 0
    show_change_link = True


class CategoryInline(NoLinks, admin.TabularInline):
    model = Category
    fields = ["name", "slug", "position", "is_total", "is_unknown", "age_from", "age_to", "offence"]
    autocomplete_fields = ["offence"]
    extra = 0


@register(Measure)
class MeasureAdmin(Exports, admin.ModelAdmin):
    list_display = ["name", "since", "position", "slug"]
    search_fields = ["name", "slug", "definition"]
    inlines = [MeasureBreakInline, BreakdownInline]

    @admin.display(description="counted since", ordering="first_year")
    def since(self, measure: Measure) -> str:
        return str(Year(measure.first_year))


@register(MeasureBreak)
class MeasureBreakAdmin(Exports, NoLinks, admin.ModelAdmin):
    list_display = ["measure", "first", "why"]
    list_display_links = ["first"]
    list_filter = ["measure"]
    list_select_related = ["measure"]
    search_fields = ["why", "measure__name"]

    @admin.display(description="first year counted anew", ordering="year")
    def first(self, break_: MeasureBreak) -> str:
        return str(Year(break_.year))


@register(Breakdown)
class BreakdownAdmin(Exports, NoLinks, admin.ModelAdmin):
    list_display = ["name", "measure", "kind", "complete", "categories_count"]
    list_filter = ["kind", "measure"]
    list_select_related = ["measure"]
    search_fields = ["name", "measure__name"]
    filter_horizontal = ["parts"]
    inlines = [CategoryInline]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(number=Count("categories", distinct=True))

    @admin.display(description="categories", ordering="number")
    def categories_count(self, breakdown) -> int:
        return breakdown.number

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs["queryset"] = Breakdown.objects.select_related("measure")
        return super().formfield_for_manytomany(db_field, request, **kwargs)


@register(Category)
class CategoryAdmin(Exports, NoLinks, admin.ModelAdmin):
    list_display = ["name", "breakdown", "is_total", "is_unknown", "ages", "position"]
    list_filter = ["breakdown__kind", "breakdown__measure", "is_total", "is_unknown"]
    list_select_related = ["breakdown__measure"]
    search_fields = ["name", "slug", "breakdown__name"]
    autocomplete_fields = ["breakdown", "offence", "members"]

    @admin.display(description="ages")
    def ages(self, category: Category) -> str:
        if category.age_from is None:
            return ""
        if category.age_from == category.age_to:
            return str(category.age_from)
        return f"{category.age_from} to {category.age_to}"


@register(Offence)
class OffenceAdmin(Exports, admin.ModelAdmin):
    list_display = ["code", "name", "level", "group", "child_specific", "valid_from", "valid_to"]
    list_filter = ["level", "child_specific", "group"]
    search_fields = ["code", "name", "aliases"]
    search_help_text = "A code, a name or another spelling."
