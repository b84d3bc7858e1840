"""Contacts at the forces and in the newsrooms. For staff, never published."""

from django import forms
from django.contrib import admin
from django.db import models

from offences.admin.base import Imports, StaffAdmin
from offences.admin.site import register
from offences.models import ForceContact, MediaContact
from offences.statistics.dates import Precision, in_words


class ReachedByFilter(admin.SimpleListFilter):
    title = "how it is reached"
    parameter_name = "by"

    def lookups(self, request, model_admin):
        return [("email", "by e-mail"), ("phone", "by telephone alone")]

    def queryset(self, request, queryset):
        match self.value():
            case "email":
                return queryset.exclude(email="")
            case "phone":
                return queryset.filter(email="")
        return queryset


@register(ForceContact)
class ForceContactAdmin(Imports, StaffAdmin):
    list_display = ["name", "office", "force", "email", "phone", "note"]
    list_filter = ["office", ReachedByFilter, "force__nation"]
    list_select_related = ["force"]
    search_fields = ["name", "email", "phone", "force__name", "force__spellings__spelling"]
    search_help_text = "A name, an address, a number, or a force in any of its spellings."
    fieldsets = [
        (None, {"fields": ["force", "office", "name"]}),
        (
            "How to reach it",
            {
                "fields": ["email", "phone", "note"],
                "description": "An e-mail address or a telephone number; both are better.",
            },
        ),
    ]


class WrittenToFilter(admin.SimpleListFilter):
    title = "whether they may be written to"
    parameter_name = "may"

    def lookups(self, request, model_admin):
        return [("yes", "yes"), ("no", "asked us to stop")]

    def queryset(self, request, queryset):
        match self.value():
            case "yes":
                return queryset.filter(stopped_on__isnull=True)
            case "no":
                return queryset.filter(stopped_on__isnull=False)
        return queryset


class CoverageFilter(admin.SimpleListFilter):
    title = "what it covers"
    parameter_name = "covers"

    def lookups(self, request, model_admin):
        return [("country", "the whole country"), ("forces", "some forces")]

    def queryset(self, request, queryset):
        match self.value():
            case "country":
                return queryset.filter(forces__isnull=True)
            case "forces":
                return queryset.filter(forces__isnull=False).distinct()
        return queryset


@register(MediaContact)
class MediaContactAdmin(Imports, StaffAdmin):
    list_display = ["outlet", "name", "email", "phone", "covers", "may_be_written_to"]
    list_filter = [WrittenToFilter, CoverageFilter]
    search_fields = [
        "outlet",
        "name",
        "email",
        "phone",
        "forces__name",
        "forces__spellings__spelling",
    ]
    search_help_text = "An outlet, a name, an address, a number, or a force in any spelling."
    # Ticked, not searched for: this works by keyboard, with a screen reader and without JavaScript.
    formfield_overrides = {models.ManyToManyField: {"widget": forms.CheckboxSelectMultiple}}
    fieldsets = [
        (None, {"fields": ["outlet", "name", "email", "phone"]}),
        ("What it covers", {"fields": ["forces"]}),
        (
            "Whether we write",
            {
                "fields": ["stopped_on", "note"],
                "description": "Keep people who asked us to stop, with the day: if deleted, the "
                "next list would add them again.",
            },
        ),
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
