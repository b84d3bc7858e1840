"""Campaigns and their events; the texts of an event are drafted from here."""

from typing import ClassVar

from django.contrib import admin, messages
from django.contrib.admin.options import ActionLocation
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offences import press, tasks
from offences.admin.base import Exports, StaffAdmin, column, link
from offences.admin.site import register
from offences.models import Campaign, CampaignEvent, Release
from offences.staff.forms import LondonDateTimeField
from offences.staff.people import signed_in
from offences.staff.press.forms import CampaignEventForm
from offences.staff.today.queues import list_of


@register(Campaign)
class CampaignAdmin(Exports, StaffAdmin):
    list_display = ["name", "short_ask"]
    search_fields = ["name", "ask"]
    prepopulated_fields = {"slug": ["name"]}


@register(CampaignEvent)
class CampaignEventAdmin(Exports, StaffAdmin):
    form = CampaignEventForm
    list_display = ["name", "campaign", "release", "embargo", "texts_link"]
    list_filter = ["campaign"]
    list_select_related = ["campaign", "release__measure"]
    search_fields = ["name", "description"]
    date_hierarchy = "embargo_at"
    prepopulated_fields = {"slug": ["name"]}
    formfield_overrides = {models.DateTimeField: {"form_class": LondonDateTimeField}}
    actions = ["draft_every_force"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(number=models.Count("texts"))

    choices_of: ClassVar = {"release": Release.objects.select_related("measure")}

    def get_readonly_fields(self, request, obj=None):
        """Show, without a box, what issued texts depend on.

        A form that was opened before the issue still offers it, and is refused with the reason.
        """
        if obj is None or not obj.issued.exists():
            return []
        locked = list(press.READ_AND_ISSUED)
        if obj.embargo_at <= timezone.now():
            locked += ["embargo_at", "embargo_precision"]
        return [name for name in locked if not {name, f"{name}_0"} & request.POST.keys()]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if self.get_readonly_fields(request, obj) else self.prepopulated_fields

    def get_fieldsets(self, request, obj=None):
        fields = self.get_fields(request, obj)
        shown = self.get_readonly_fields(request, obj)
        if not shown:
            return [(None, {"fields": fields})]
        is_over = "embargo_at" in shown
        still = "The embargo can be moved later while it lasts, never earlier."
        return [
            (
                "As it was issued",
                {
                    "fields": [name for name in fields if name in shown],
                    "description": "Texts of this event are issued: its address, name, "
                    "description, notice and release stay"
                    + (", and so does the embargo, which is over. " if is_over else ". ")
                    + "For other words or figures make a new event.",
                },
            ),
            (
                "What may still change",
                {
                    "fields": [name for name in fields if name not in shown],
                    "description": "" if is_over else still,
                },
            ),
        ]

    def save_model(self, request, obj, form, change) -> None:
        if not change:
            super().save_model(request, obj, form, change)
            return
        obj.save(update_fields=form.changed_data)  # only the columns that were changed
        if "embargo_at" in form.changed_data and (issued := obj.issued.count()):
            number = f"{issued} texts" if issued > 1 else "one text"
            messages.warning(
                request,
                f"The embargo is moved to {obj.embargo_in_words}, and with it {number} issued. "
                "This site does not tell the people who have them already: please do.",
            )

    embargo = column("embargoed until", "embargo_in_words", "embargo_at")

    @admin.display(description="texts", ordering="number")
    def texts_link(self, event) -> str:
        address = list_of("pressrelease", event__id__exact=event.pk)
        return link(address, event.number)

    def has_draft_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("offences.add_pressrelease")

    @admin.action(
        description="Draft a press release for every force",
        permissions=["draft"],
        location=[ActionLocation.CHANGE_LIST, ActionLocation.CHANGE_FORM],
    )
    def draft_every_force(self, request: HttpRequest, queryset) -> HttpResponse:
        events = list(queryset.values_list("pk", flat=True))
        task = tasks.draft_events.enqueue(by=signed_in(request).pk, events=events)
        return redirect("admin:offences_campaignevent_drafting", task.id)
