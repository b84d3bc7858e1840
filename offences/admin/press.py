"""Campaigns, their events, and the texts drafted from these: edited here, issued on a page."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import ActionLocation
from django.db.models import DateTimeField, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offences import press, tasks
from offences.admin.base import FieldsExplained, ReadOnlyAdmin, StaffAdmin
from offences.admin.site import register
from offences.models import (
    Campaign,
    CampaignEvent,
    EventBlock,
    EventQuote,
    IssuedText,
    PressRelease,
    Release,
    SentText,
    Spokesperson,
)
from offences.staff.forms import LondonDateTimeField
from offences.staff.names import logged_in
from offences.staff.press.editing import EditedTexts
from offences.staff.press.forms import CampaignEventForm, EventBlockForm, PressReleaseForm
from offences.staff.press.issued_events import fieldsets_of, fixed_fields, warn_of_new_embargo
from offences.staff.press.texts import text_rows
from offences.staff.record_lists.columns import (
    by_and_at,
    column,
    count_link,
    letter_text,
    number_of,
)
from offences.staff.record_lists.exports import Exports
from offences.staff.record_lists.filters import IssueFilter, SendingStateFilter
from offences.words.charity import charity

CHOSEN_OR_SHOWN = [ActionLocation.CHANGE_LIST, ActionLocation.CHANGE_FORM]


class EventQuoteInline(FieldsExplained, admin.StackedInline):
    model = EventQuote
    fields = ["nation", "words", ("name", "title")]
    extra = 1  # one to fill in without JavaScript
    verbose_name_plural = "quotes, each approved once by a second person"


class SpokespersonInline(FieldsExplained, admin.StackedInline):
    model = Spokesperson
    fields = [("name", "title"), "area", ("phone", "out_of_hours")]
    extra = 1


class EventBlockInline(FieldsExplained, admin.StackedInline):
    model = EventBlock
    form = EventBlockForm
    verbose_name, verbose_name_plural = "own words", "own words for a part of every text"
    fields = ["block", "words"]
    extra = 1
    classes = ["collapse"]


@register(Campaign)
class CampaignAdmin(Exports, StaffAdmin):
    list_display = ["name", "charity", "short_ask"]
    search_fields = ["name", "ask"]
    prepopulated_fields = {"slug": ["name"]}

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"charity": charity().name or "the charity"} | super().get_changeform_initial_data(
            request
        )

    def save_model(self, request, obj, form, change) -> None:
        press.record_writer(obj, logged_in(request))
        super().save_model(request, obj, form, change)


@register(CampaignEvent)
class CampaignEventAdmin(Exports, StaffAdmin):
    form = CampaignEventForm
    list_display = ["name", "campaign", "release", "embargo", "texts_link"]
    list_filter = ["campaign"]
    list_select_related = ["campaign", "release__measure"]
    search_fields = ["name", "description"]
    date_hierarchy = "embargo_at"
    prepopulated_fields = {"slug": ["name"]}
    formfield_overrides = {DateTimeField: {"form_class": LondonDateTimeField}}
    choices_of = {"release": Release.objects.select_related("measure")}
    annotations = {"number": number_of(PressRelease.objects.filter(event=OuterRef("pk")), "event")}
    actions = ["draft_every_force"]
    inlines = [EventQuoteInline, SpokespersonInline, EventBlockInline]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"contact": charity().press_contact} | super().get_changeform_initial_data(request)

    def get_readonly_fields(self, request, obj=None):
        """Show, without a box, what issued texts depend on.

        A form that was opened before the issue still offers it, and is refused with the reason.
        """
        fixed = fixed_fields(obj, timezone.now()) if obj else []
        return [name for name in fixed if not {name, f"{name}_0"} & request.POST.keys()]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if self.get_readonly_fields(request, obj) else self.prepopulated_fields

    def get_fieldsets(self, request, obj=None):
        shown = self.get_readonly_fields(request, obj)
        return fieldsets_of(self.get_fields(request, obj), shown)

    def save_model(self, request, obj, form, change) -> None:
        if not change:
            super().save_model(request, obj, form, change)
            return
        obj.save(update_fields=form.changed_data)  # only the columns that were changed
        if "embargo_at" in form.changed_data:
            warn_of_new_embargo(request, obj)

    def save_formset(self, request, form, formset, change) -> None:
        for row in formset.save(commit=False):
            if isinstance(row, EventQuote):
                press.record_writer(row, logged_in(request))
            row.save()
        for row in formset.deleted_objects:
            row.delete()

    embargo = column("embargoed until", "embargo_in_words", "embargo_at")
    texts_link = count_link("texts", "number", "pressrelease", "event__id__exact")

    def has_draft_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("offences.add_pressrelease")

    @admin.action(
        description="Draft a press release for every force",
        permissions=["draft"],
        location=CHOSEN_OR_SHOWN,
    )
    def draft_every_force(self, request: HttpRequest, queryset) -> HttpResponse:
        events = list(queryset.values_list("pk", flat=True))
        task = tasks.draft_events.enqueue(by=logged_in(request).pk, events=events)
        return redirect("admin:offences_campaignevent_drafting", task.id)


# Texts


@register(PressRelease)
class PressReleaseAdmin(EditedTexts, StaffAdmin):
    form = PressReleaseForm
    list_display = ["place", "event", "state", "headline", "edited_by", "issued_by"]
    list_filter = [IssueFilter, "event", "body_kind"]
    search_fields = ["place", "headline", "text"]
    search_help_text = "A place, or words of the text."
    readonly_fields = ["event", "release", "place", "page", "drafted", "edited", "issuing"]
    fieldsets = [
        ("The text", {"fields": ["headline", "text"]}),
        ("About it", {"fields": ["event", "release", "place", "page"]}),
        ("Who and when", {"fields": ["drafted", "edited", "issuing"]}),
    ]

    never = ("add",)  # texts are drafted from an event, with their claims
    final = "issued_at"

    def get_queryset(self, request):
        return text_rows()

    def get_actions(self, request, action_location=ActionLocation.CHANGE_LIST):
        return {}


@register(IssuedText)
class IssuedTextAdmin(Exports, ReadOnlyAdmin):
    list_display = ["place", "event", "headline", "public_at", "issued_by", "issued_at"]
    list_filter = ["event", "body_kind"]
    list_select_related = ["event", "issued_by"]
    search_fields = ["place", "headline", "text"]


@register(SentText)
class SentTextAdmin(Exports, ReadOnlyAdmin):
    """Texts are sent on the page of their event; here each is as it left."""

    list_display = ["issued_text", "outlet", "to", "reserved", "sent_at"]
    list_filter = ["issued_text__event", SendingStateFilter]
    list_select_related = ["issued_text__event", "reserved_by"]
    search_fields = ["outlet", "to", "issued_text__place"]
    fields = ["issued_text", "outlet", "to", "subject", "letter", "reserved", "sent_at", "error"]
    readonly_fields = ["letter", "reserved"]

    reserved = by_and_at("reserved", "reserved", "reserved_at")
    letter = letter_text
