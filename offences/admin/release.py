"""Releases with their rules, rows and disputes. Their steps have pages of their own."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import ActionLocation
from django.contrib.admin.utils import flatten
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.utils import timezone

from offences import models, releases
from offences.admin.base import ReadOnlyAdmin, StaffAdmin
from offences.admin.site import register
from offences.models import Release, ReleaseState
from offences.staff.names import area_or_body, logged_in, year_of
from offences.staff.record_lists.columns import by_and_at, column, link_column, year_column
from offences.staff.record_lists.exports import Exports
from offences.staff.record_lists.filters import ReleaseStateFilter, done_filter
from offences.staff.releases.force_checks import RELATED, state_of
from offences.staff.releases.forms import RecordedChoices, ReleaseForm, RuleForm
from offences.staff.releases.frame import frame_of, opening_of


@register(Release)
class ReleaseAdmin(Exports, StaffAdmin):
    form = ReleaseForm
    list_display = [
        *("measure", "number", "title", "newest_year", "state_in_words", "public", "approved_by")
    ]
    list_display_links = ["number", "title"]
    list_filter = ["measure", ReleaseStateFilter]
    list_select_related = ["measure", "approved_by"]
    search_fields = ["title", "note", "measure__name"]
    signed: list[Any] = [
        *(("prepared_by", "prepared_at"), ("approved_by", "approved_at"), "public_from"),
        *(("withdrawn_by", "withdrawn_at"), "withdrawn_reason"),
    ]
    readonly_fields = ["measure", "number", *flatten(signed)]
    fieldsets = [
        (None, {"fields": ["measure", "number", "title", "year", "last_round", "note"]}),
        ("Published figures that it carries", {"fields": ["recorded_figures"]}),
        ("Who and when", {"fields": signed}),
    ]
    final = "approved_at"

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return db_field.formfield(form_class=RecordedChoices, widget=forms.CheckboxSelectMultiple)

    def get_queryset(self, request):
        return Release.objects.with_state(timezone.now())

    def get_actions(self, request, action_location=ActionLocation.CHANGE_LIST):
        return {}  # an approved release is never removed, one in preparation on its own page

    def save_model(self, request, obj, form, change) -> None:
        # An edit counts as preparing the release, and another person approves it.
        if form.has_changed():
            releases.edit(obj, by=logged_in(request), now=timezone.now())

    def change_view(self, request, object_id, form_url="", extra_context=None) -> HttpResponse:
        release = Release.objects.filter(pk=object_id).first() if object_id.isdigit() else None
        more = frame_of(release) if release else {}
        return super().change_view(request, object_id, form_url, more | (extra_context or {}))

    newest_year = year_column("newest year")
    state_in_words = column("state", lambda row: ReleaseState(row.state).label, "state")
    public = column("public from", "public_in_words", "public_at")
    public_from = column("public from", lambda release: opening_of(release) or "not decided")


# What is in a release


@register(models.ReleasedFigure)
class ReleasedFigureAdmin(Exports, ReadOnlyAdmin):
    list_display = ["place", "label", "figure_kind", "state", "low", "high", "release", "source"]
    list_filter = ["release__measure", "release__number", "figure_kind", "state", "body_kind"]
    list_select_related = ["release__measure"]
    search_fields = ["body", "place", "source", "as_written", "note"]
    search_help_text = "A force, another area, or a source."
    annotations = {"place": area_or_body()}

    place = column("area", "place", "place")
    label = column("year", year_of, "year")


@register(models.ReleasedResponse)
class ReleasedResponseAdmin(Exports, ReadOnlyAdmin):
    list_display = ["place", "round_name", "outcome", "reference", "has_file", "release"]
    list_filter = ["release__measure", "release__number", "outcome", "round_name"]
    list_select_related = ["release__measure"]
    search_fields = ["force", "place", "reference", "reason"]
    _area = models.Force.objects.filter(slug=OuterRef("force")).values("area")[:1]
    annotations = {"place": Coalesce(Subquery(_area), F("force"))}

    place = column("force", "place", "place")


# Disputes: opened and decided on pages of the releases


@register(models.Dispute)
class DisputeAdmin(ReadOnlyAdmin):
    list_display = ["force", "years", "release", "owner", "raised", "state"]
    list_display_links = ["force", "years"]
    list_filter = [
        done_filter("state", "state", "decided_at", open="open", decided="decided"),
        "release__measure",
    ]
    list_select_related = RELATED
    search_fields = ["force__name", "says", "decided_words"]
    fields = ("force", "release", "years", "says", "said_on", "owner", "raised", "state", "page")
    readonly_fields = ("years", "raised", "state", "page")

    years = column("figures", lambda row: "; ".join(f"{year}: {n}" for year, n in row.figures))
    raised = by_and_at("opened", "opened", "opened_at")
    state = column("state", state_of, "decided_at")
    page = link_column("its page", "The dispute and its decision", "dispute_decide")


# What is hidden


@register(models.DisclosureRule)
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
    choices_of = {
        "breakdowns": models.Breakdown.objects.exclude(kind="total")
        .select_related("measure")
        .order_by("measure__position", "position")
    }

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("breakdowns")

    @admin.display(description="breakdowns published")
    def what(self, rule: models.DisclosureRule) -> str:
        return ", ".join(each.name for each in rule.breakdowns.all()) or "none"


@register(models.AlreadyPublic)
class AlreadyPublicAdmin(Exports, StaffAdmin):
    """Counts that forces published themselves: a wrong one is deleted, a right one recorded."""

    list_display = ["force", "label", "category", "value", "document"]
    list_filter = ["category__breakdown__measure", "category__breakdown__kind"]
    list_select_related = ["force", "category__breakdown", "document"]
    search_fields = ["force__name", "force__spellings__spelling", "document__title"]
    autocomplete_fields = ["force", "category", "document"]
    fields = ["force", "category", "year", "value", "document"]
    never = ("change",)
    stamp = "recorded"
    choices_of = {"document": models.Document.objects.filter(kind=models.DocumentKind.PUBLICATION)}

    label = year_column("year")
