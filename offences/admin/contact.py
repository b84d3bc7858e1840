"""Contacts at the forces and in the newsrooms. For staff, never published."""

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import Q

from offences.admin.base import Imports, StaffAdmin, choice_filter
from offences.admin.site import register
from offences.models import ForceContact, MediaContact
from offences.statistics.dates import Precision, in_words

ReachedByFilter = choice_filter(
    "how it is reached",
    "by",
    email=("by e-mail", ~Q(email="")),
    phone=("by telephone only", Q(email="")),
)


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


WrittenToFilter = choice_filter(
    "whether they may be written to",
    "may",
    yes=("yes", Q(stopped_on=None)),
    no=("asked us to stop", Q(stopped_on__isnull=False)),
)


CoverageFilter = choice_filter(
    "what it covers",
    "covers",
    country=("the whole country", Q(forces=None)),
    # Not by a join, which would list a contact once for each of its forces.
    forces=("some forces", ~Q(forces=None)),
)


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
