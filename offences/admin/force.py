"""Forces with their spellings; contacts there and in the newsrooms, never published."""

from django import forms
from django.contrib import admin
from django.db import models

from offences.admin.base import FieldsExplained, StaffAdmin
from offences.admin.site import register
from offences.english import MADE_UP
from offences.models import Force, ForceContact, ForceSpelling, MediaContact, PracticeYear
from offences.staff.record_lists.exports import Exports, Imports
from offences.staff.record_lists.filters import CoverageFilter, ReachedByFilter, WrittenToFilter
from offences.statistics.dates import Precision, in_words


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
    list_filter = ["kind", ("nation", admin.AllValuesFieldListFilter), "region"]
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

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        if db_field.name == "nation" and not PracticeYear.objects.exists():
            kwargs["choices"] = [
                each for each in db_field.get_choices(include_blank=True) if each[0] != MADE_UP
            ]
        return super().formfield_for_choice_field(db_field, request, **kwargs)


@register(ForceSpelling)
class ForceSpellingAdmin(Exports, StaffAdmin):
    list_display = ["spelling", "force"]
    list_select_related = ["force"]
    search_fields = ["spelling", "force__name"]
    search_help_text = "A spelling, or the force’s name."
    fields = ["force", "spelling"]


# Contacts


@register(ForceContact)
class ForceContactAdmin(Imports, StaffAdmin):
    list_display = ["name", "office", "force", "email", "phone", "note"]
    list_filter = ["office", ReachedByFilter, "force__nation"]
    list_select_related = ["force"]
    search_fields = ["name", "email", "phone", "force__name", "force__spellings__spelling"]
    search_help_text = "A name, an address, a number, or a force in any of its spellings."
    both = "An e-mail address or a telephone number; both are better."
    fieldsets = [
        (None, {"fields": ["force", "office", "name"]}),
        ("How to reach it", {"fields": ["email", "phone", "note"], "description": both}),
    ]


@register(MediaContact)
class MediaContactAdmin(Imports, StaffAdmin):
    list_display = ["outlet", "name", "email", "phone", "covers", "may_be_written_to"]
    list_filter = [WrittenToFilter, CoverageFilter]
    search_fields = [
        *("outlet", "name", "email", "phone", "forces__name", "forces__spellings__spelling")
    ]
    search_help_text = "An outlet, a name, an address, a number, or a force in any spelling."
    # Ticked, not searched for: this works by keyboard, with a screen reader and without JavaScript.
    formfield_overrides = {models.ManyToManyField: {"widget": forms.CheckboxSelectMultiple}}
    keep = (
        "Keep people who asked us to stop, with the day: if deleted, the next list would add them "
        "again."
    )
    fieldsets = [
        (None, {"fields": ["outlet", "name", "email", "phone"]}),
        ("What it covers", {"fields": ["forces"]}),
        ("Whether we write", {"fields": ["stopped_on", "note"], "description": keep}),
    ]

    class Media:
        css = {"all": ["staff/lists.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("forces")

    @admin.display(description="covers")
    def covers(self, contact: MediaContact) -> str:
        areas = [force.area for force in contact.forces.all()]
        if len(areas) > 4:
            return f"{', '.join(areas[:3])} and {len(areas) - 3} more"
        return ", ".join(areas) or "the whole country"

    @admin.display(description="may be written to", ordering="stopped_on")
    def may_be_written_to(self, contact: MediaContact) -> str:
        if contact.stopped_on:
            return f"no, since {in_words(contact.stopped_on, Precision.DAY)}"
        return "yes"
