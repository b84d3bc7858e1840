"""Forces, their spellings and their contacts."""

from django.contrib import admin

from offences.admin.base import Exports, FieldsExplained, Imports, StaffAdmin
from offences.admin.site import register
from offences.models import Force, ForceContact, ForceSpelling


class ForceSpellingInline(FieldsExplained, admin.StackedInline):
    model = ForceSpelling
    fields = ["spelling"]
    extra = 1  # one to fill in without JavaScript
    classes = ["collapse"]
    verbose_name, verbose_name_plural = "spelling", "other spellings"


class ForceContactInline(FieldsExplained, admin.StackedInline):
    model = ForceContact
    fields = [("office", "name"), ("email", "phone"), "note"]
    extra = 0
    verbose_name, verbose_name_plural = "contact", "contacts, for staff only"


@register(Force)
class ForceAdmin(Imports, StaffAdmin):
    list_display = ["name", "area", "kind", "nation", "region", "foi_office"]
    list_filter = ["kind", "nation", "region"]
    search_fields = ["name", "area", "slug", "welsh_name", "spellings__spelling"]
    search_help_text = "A name in any of its spellings."
    inlines = [ForceContactInline, ForceSpellingInline]
    fieldsets = [
        (None, {"fields": ["name", "short_name", "welsh_name", "area", "slug"]}),
        ("What it is", {"fields": ["kind", "nation", "region", "ons_code"]}),
        ("Freedom of Information", {"fields": ["foi_office", "foi_email", "website"]}),
        ("On the map", {"fields": [("tile_col", "tile_row")]}),
    ]

    def get_readonly_fields(self, request, obj=None):
        # Links, files and releases identify a force by its address.
        return ["slug"] if obj else []

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["area"]}


@register(ForceSpelling)
class ForceSpellingAdmin(Exports, StaffAdmin):
    list_display = ["spelling", "force"]
    list_select_related = ["force"]
    search_fields = ["spelling", "force__name"]
    search_help_text = "A spelling, or the force’s name."
    fields = ["force", "spelling"]
