"""Releases: their list and records. The steps to publication have pages of their own."""

from django import forms
from django.contrib import admin
from django.contrib.admin.options import ActionLocation
from django.db.models import Q
from django.http import HttpResponse
from django.utils import timezone

from offences import releases
from offences.admin.base import Exports, StaffAdmin, choice_filter, column, year_column
from offences.admin.site import register
from offences.models import Release, ReleaseState
from offences.staff.people import signed_in
from offences.staff.releases.forms import RecordedChoices, ReleaseForm
from offences.staff.releases.frame import frame_of, opening_of

ReleaseStateFilter = choice_filter(
    "state", "state", **{value: (label, Q(state=value)) for value, label in ReleaseState.choices}
)


@register(Release)
class ReleaseAdmin(Exports, StaffAdmin):
    form = ReleaseForm
    list_display = [
        "measure",
        "number",
        "title",
        "newest_year",
        "state_in_words",
        "public",
        "approved_by",
    ]
    list_display_links = ["number", "title"]
    list_filter = ["measure", ReleaseStateFilter]
    list_select_related = ["measure", "approved_by"]
    search_fields = ["title", "note", "measure__name"]
    readonly_fields = [
        "measure",
        "number",
        "prepared_by",
        "prepared_at",
        "approved_by",
        "approved_at",
        "public_from",
        "withdrawn_by",
        "withdrawn_at",
        "withdrawn_reason",
    ]
    fieldsets = [
        (None, {"fields": ["measure", "number", "title", "year", "last_round", "note"]}),
        ("Published figures that it carries", {"fields": ["recorded_figures"]}),
        (
            "Who and when",
            {
                "fields": [
                    ("prepared_by", "prepared_at"),
                    ("approved_by", "approved_at"),
                    "public_from",
                    ("withdrawn_by", "withdrawn_at"),
                    "withdrawn_reason",
                ]
            },
        ),
    ]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return db_field.formfield(form_class=RecordedChoices, widget=forms.CheckboxSelectMultiple)

    final = "approved_at"

    def get_queryset(self, request):
        return Release.objects.with_state(timezone.now())

    def get_actions(self, request, action_location=ActionLocation.CHANGE_LIST):
        return {}  # an approved release is never removed, one in preparation on its own page

    def save_model(self, request, obj, form, change) -> None:
        # An edit counts as preparing the release, and another person approves it.
        if form.has_changed():
            releases.edit(obj, by=signed_in(request), now=timezone.now())

    def change_view(self, request, object_id, form_url="", extra_context=None) -> HttpResponse:
        release = Release.objects.filter(pk=object_id).first() if object_id.isdigit() else None
        more = frame_of(release) if release else {}
        return super().change_view(request, object_id, form_url, more | (extra_context or {}))

    newest_year = year_column("newest year", "year")

    @admin.display(description="state", ordering="state")
    def state_in_words(self, release) -> str:
        return ReleaseState(release.state).label

    public = column("public from", "public_in_words", "public_at")

    @admin.display(description="public from")
    def public_from(self, release: Release) -> str:
        return opening_of(release) or "not decided"
