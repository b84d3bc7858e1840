"""Forces and their spellings."""

from django.contrib import admin

from offences.admin.imports import Exports
from offences.admin.looking import NoLinks
from offences.admin.site import register
from offences.models import Force, ForceSpelling


class ForceSpellingInline(admin.TabularInline):
    model = ForceSpelling
    fields = ["spelling"]
    extra = 0


@register(Force)
class ForceAdmin(Exports, NoLinks, admin.ModelAdmin):
    list_display = ["name", "area", "kind", "nation", "region", "foi_office"]
    list_filter = ["kind", "nation", "region"]
    search_fields = ["name", "area", "slug", "welsh_name", "spellings__spelling"]
    search_help_text = "A name in any of its spellings."
    inlines = [ForceSpellingInline]
    fieldsets = [
        (None, {"fields": ["name", "short_name", "welsh_name", "area", "slug"]}),
        ("What it is", {"fields": ["kind", "nation", "region", "ons_code"]}),
        ("Freedom of Information", {"fields": ["foi_office", "foi_email", "website"]}),
        ("On the map", {"fields": [("tile_col", "tile_row")]}),
    ]


@register(ForceSpelling)
class ForceSpellingAdmin(Exports, NoLinks, admin.ModelAdmin):
    list_display = ["spelling", "force"]
    list_select_related = ["force"]
    search_fields = ["spelling", "force__name"]
    search_help_text = "A spelling, or the force’s name."
    autocomplete_fields = ["force"]
    fields = ["force", "spelling"]
