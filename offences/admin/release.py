"""Releases: prepared, previewed and approved, withdrawn. What they hold is only looked at."""

import contextlib

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import ActionLocation
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from offences import releases
from offences.admin.base import Exports, StaffAdmin
from offences.admin.disclosure import HiddenPage
from offences.admin.site import register
from offences.models import (
    Measure,
    Release,
    ReleaseState,
)
from offences.staff.people import signed_in
from offences.staff.releases.force_checks import ForceWords
from offences.staff.releases.forms import PrepareForm, RecordedChoices, ReleaseForm
from offences.staff.releases.prerelease import PreReleasePages
from offences.staff.releases.progress import has_moved, moment_of, where_it_stands
from offences.staff.releases.signing import SigningPages
from offences.statistics.years import Year


class StateFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return ReleaseState.choices

    def queryset(self, request, queryset):
        if self.value() in ReleaseState:
            return queryset.filter(state=self.value())
        return queryset


@register(Release)
class ReleaseAdmin(SigningPages, ForceWords, HiddenPage, PreReleasePages, Exports, StaffAdmin):
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
    list_filter = ["measure", StateFilter]
    list_select_related = ["measure", "approved_by"]
    search_fields = ["title", "note", "measure__name"]
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
    change_form_template = "admin/offences/release/change_form.html"

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return db_field.formfield(form_class=RecordedChoices, widget=forms.CheckboxSelectMultiple)

    def has_change_permission(self, request, obj=None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and obj.approved_at)

    def has_delete_permission(self, request, obj=None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and obj.approved_at)

    def get_queryset(self, request):
        return Release.objects.with_state(timezone.now())

    def save_model(self, request, obj, form, change) -> None:
        # Whoever changes what it would publish has prepared it, and another person approves it.
        if form.has_changed():
            releases.edit(obj, by=signed_in(request), now=timezone.now())

    def change_view(self, request, object_id, form_url="", extra_context=None) -> HttpResponse:
        release = Release.objects.filter(pk=object_id).first() if object_id.isdigit() else None
        more = where_it_stands(release) if release else {}
        if release and release.screened_at and release.approved_at is None:
            with contextlib.suppress(releases.Refused):  # its screening says what is wrong
                more["moved"] = has_moved(release, releases.snapshot(release).fingerprint)
        return super().change_view(request, object_id, form_url, more | (extra_context or {}))

    def get_actions(self, request, action_location=ActionLocation.CHANGE_LIST):
        return {}  # a release that is approved is never removed, one in preparation on its own page

    def add_view(self, request, form_url="", extra_context=None) -> HttpResponse:
        """Prepare a release of one measure."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        measures = list(Measure.objects.all())
        wanted = request.GET.get("measure", "")
        measure = next((m for m in measures if str(m.pk) == wanted), None)
        if measure is None and len(measures) == 1:
            measure = measures[0]
        context = {"title": "Prepare a release", "measures": measures, "measure": measure}
        if measure is None:
            return self.page_of(request, "prepare", None, **context)
        form = PrepareForm(measure, request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            given = form.cleaned_data
            try:
                release = releases.prepare(
                    measure,
                    title=given["title"],
                    year=given["year"],
                    last_round=given["last_round"],
                    recorded=given["recorded"],
                    note=given["note"],
                    by=signed_in(request),
                    now=timezone.now(),
                )
            except releases.Refused as refused:
                form.add_error(None, str(refused))
            else:
                self.log_addition(request, release, "Prepared.")
                messages.success(request, f"{release} is prepared. Answer its screening next.")
                address = reverse("admin:offences_release_screening", args=[release.pk])
                return HttpResponseRedirect(address)
        return self.page_of(request, "prepare", None, form=form, **context)

    @admin.display(description="newest year", ordering="year")
    def newest_year(self, release: Release) -> str:
        return str(Year(release.year))

    @admin.display(description="state", ordering="state")
    def state_in_words(self, release: Release) -> str:
        return ReleaseState(release.state).label  # type: ignore[attr-defined]  # annotated

    @admin.display(description="public from", ordering="public_at")
    def public(self, release: Release) -> str:
        return release.public_in_words

    @admin.display(description="public from")
    def public_from(self, release: Release) -> str:
        return moment_of(release) or "not decided"
