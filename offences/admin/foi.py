"""Bank holidays, rounds, requests with their steps and exemptions, and the letters sent."""

from django import forms
from django.contrib import admin, messages
from django.db.models import ManyToManyField, OuterRef, Q
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from offences import counts, models
from offences.admin.base import ReadOnlyAdmin, RowsInline, StaffAdmin
from offences.admin.site import register
from offences.clocks import mistakes_of
from offences.staff.names import force_of
from offences.staff.record_lists.acts import FREEZE, OUTCOME
from offences.staff.record_lists.columns import (
    by_and_at,
    column,
    count_link,
    letter_text,
    link_column,
    number_of,
)
from offences.staff.record_lists.exports import Exports, Imports
from offences.staff.record_lists.filters import CountsStateFilter, SendingStateFilter, round_filter
from offences.staff.rounds import request_forms
from offences.staff.rounds.exemptions import clock_today, mistakes_in_words, shown_exemptions
from offences.statistics.dates import in_words
from offences.statistics.years import Year


@register(models.BankHoliday)
class BankHolidayAdmin(Exports, StaffAdmin):
    list_display = ["date", "title", "england_and_wales", "scotland", "northern_ireland"]
    list_filter = ["england_and_wales", "scotland", "northern_ireland"]
    date_hierarchy = "date"
    search_fields = ["title"]


# Rounds


@register(models.FoiRound)
class FoiRoundAdmin(Exports, StaffAdmin):
    list_display = ["name", "number", "years", "sent", "number_asked", "entered", "checked"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    formfield_overrides = {ManyToManyField: {"widget": forms.CheckboxSelectMultiple}}
    acts = {"freeze": FREEZE}
    choices_of = {"breakdowns": models.Breakdown.objects.select_related("measure")}

    _asked = models.FoiSubmission.objects.filter(round=OuterRef("pk"))
    annotations = {
        "asked_number": number_of(_asked, "round"),
        "entered_number": number_of(_asked.filter(entered_at__isnull=False), "round"),
        "checked_number": number_of(_asked.filter(checked_at__isnull=False), "round"),
    }

    def response_post_save_add(self, request, obj):
        """Go on to the board of a new round: its requests begin there."""
        return redirect("admin:offences_foiround_board", obj.pk)

    years = column(
        "years asked for", lambda r: f"{Year(r.first_year)} to {Year(r.last_year)}", "last_year"
    )
    sent = column("sent", lambda row: in_words(row.sent_on, row.sent_precision), "sent_on")
    entered = column("entered", "entered_number", "entered_number")
    checked = column("checked", "checked_number", "checked_number")
    number_asked = count_link("requests", "asked_number", "foisubmission", "round__id__exact")


# Submissions


class FoiEventInline(RowsInline):
    model = models.FoiEvent
    formset, form = request_forms.FoiEventFormSet, request_forms.FoiEventForm
    fields = ["on", "on_precision", "kind", "until", "section", "partial", "document", "note"]
    verbose_name, verbose_name_plural = "step", "Steps, each with its day"

    submission: models.FoiSubmission | None = None  # whose page this is

    def get_formset(self, request, obj=None, **kwargs):
        self.submission = obj
        return super().get_formset(request, obj, **kwargs)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "document":
            its = Q(submissions=self.submission) | Q(events__submission=self.submission)
            rows = (
                models.Document.objects.filter(its)
                if self.submission
                else models.Document.objects.none()
            )
            kwargs["queryset"] = rows.distinct()
            kwargs["help_text"] = "One of the documents of this request; add it there first."
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@register(models.FoiSubmission)
class FoiSubmissionAdmin(Imports, StaffAdmin):
    # A release publishes these with the counts, so they are checked with them.
    published = {
        *("round", "force", "number", "reference", "outcome", "outcome_on", "outcome_precision"),
        *("outcome_source", "reason", "documents"),
    }
    list_display = ["force_area", "round", "outcome", "state", "counts_entered", "enter"]
    list_display_links = ["force_area"]
    list_filter = [round_filter("round", "round__id__exact"), CountsStateFilter, "outcome"]
    search_fields = ["force__name", "force__area", "force__spellings__spelling", "reference"]
    search_help_text = "A force in any of its spellings, or the force’s reference."
    show_facets = admin.ShowFacets.ALWAYS  # the list is asked how many are in each state
    autocomplete_fields = ["documents", "outcome_source"]
    readonly_fields = ["ours", "entered", "checked", "practice_answers", "own_breaks"]
    inlines = [FoiEventInline]
    change_form_template = "admin/offences/foisubmission/change_form.html"
    form = request_forms.FoiSubmissionForm
    fieldsets = [
        (None, {"fields": ["round", "force", ("number", "follows"), "ours", "reference"]}),
        (
            "What came back",
            {
                "fields": [
                    *("outcome", ("outcome_on", "outcome_precision"), "outcome_source"),
                    *("reason", "documents", "note"),
                ]
            },
        ),
        ("The counts", {"fields": ["entered", "checked"]}),
        ("How the force records", {"fields": ["practice_answers", "own_breaks"]}),
    ]

    acts = {"outcome": OUTCOME}
    choices_of = {
        "force": models.Force.objects.order_by("area"),
        "follows": models.FoiSubmission.objects.select_related("force", "round"),
    }
    _current = models.AnnualCount.objects.current().filter(submission=OuterRef("pk"))
    annotations = {"current": number_of(_current, "submission")}

    def get_queryset(self, request):
        people = ("entered_by", "checked_by")
        return super().get_queryset(request).select_related("force", "round", *people)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and change:
            clock = clock_today(obj)
            mistakes = mistakes_in_words(mistakes_of(obj, clock), clock)
            context |= {"exemptions": shown_exemptions(obj), "mistakes": mistakes}
            context |= {"title": f"Request to {obj}", "subtitle": None}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change) -> None:
        if not change:
            super().save_model(request, obj, form, change)
            return
        # Only its own fields: a grid that is open at the same time has the others.
        many = {field.name for field in obj._meta.many_to_many}
        obj.save(update_fields=[name for name in form.changed_data if name not in many])
        if self.published.isdisjoint(form.changed_data):
            return
        if counts.reopen(obj, by=request.user, now=timezone.now()):
            messages.warning(
                request,
                f"{obj} is no longer marked as checked: what you changed is published with its "
                "counts. A checker, not you, checks again.",
            )

    def save_formset(self, request, form, formset, change) -> None:
        for event in formset.save(commit=False):
            if isinstance(event, models.FoiEvent) and event.recorded_by_id is None:
                event.recorded_by, event.recorded_at = request.user, timezone.now()
            event.save()
        for gone in formset.deleted_objects:
            gone.delete()
        formset.save_m2m()

    @admin.display(description="our reference")
    def ours(self, submission: models.FoiSubmission) -> str:
        return submission.our_reference if submission.pk else "once it is stored"

    @admin.display(description="state", ordering="checked_at")
    def state(self, submission: models.FoiSubmission) -> str:
        if submission.checked_at:
            return "checked"
        return "entered" if submission.entered_at else "not entered"

    @admin.display(description="grid")
    def enter(self, submission: models.FoiSubmission) -> str:
        address = reverse("admin:offences_foisubmission_grid", args=[submission.pk])
        words = '<a href="{}" aria-label="Counts of {}">Counts</a>'
        return format_html(words, address, submission.force.area)

    force_area = column("force", lambda row: force_of(row.force.area, row.number), "force__area")
    counts_entered = column("counts", "current", "current")
    practice_answers = column("answers", request_forms.practice_of)
    own_breaks = column("changes of method", request_forms.breaks_from)
    entered = by_and_at("entered", "entered")
    checked = by_and_at("checked", "checked")


@register(models.Exemption)
class ExemptionAdmin(Exports, ReadOnlyAdmin):
    list_display = ["submission", "name", "scope", "public_interest", "challenge", "result", "page"]
    list_filter = [round_filter(), "section", "challenge", "result"]
    list_select_related = ["submission__force", "submission__round"]
    search_fields = ["submission__force__name", "submission__force__spellings__spelling", "quote"]

    name = column("section", "name", "section")
    page = link_column("page", "Open", "foisubmission_exemptions", "submission_id")


@register(models.FoiEvent)
class FoiEventAdmin(Exports, StaffAdmin):
    list_display = ["submission", "kind", "on_in_words", "section", "partial"]
    list_filter = [round_filter(), "kind", "partial"]
    list_select_related = ["submission__force", "submission__round"]
    search_fields = ["submission__force__name", "submission__force__spellings__spelling", "note"]
    date_hierarchy = "on"
    autocomplete_fields = ["submission", "document"]
    readonly_fields = ["recorded_by", "recorded_at"]
    stamp = "recorded"

    on_in_words = column("date", lambda row: in_words(row.on, row.on_precision), "on")


@register(models.SentLetter)
class SentLetterAdmin(Exports, ReadOnlyAdmin):
    """Letters are written and sent on the page of their round; here each is as it left."""

    list_display = ["submission", "kind", "to", "reserved", "sent_at"]
    list_filter = [round_filter(), "kind", SendingStateFilter]
    list_select_related = ["submission__force", "submission__round", "reserved_by"]
    search_fields = ["to", "subject", "submission__force__name", "submission__force__area"]
    fields = ["submission", "kind", "number", "to", "subject", "letter", "reserved", "sent_at"]
    readonly_fields = ["letter", "reserved"]

    reserved = by_and_at("reserved", "reserved", "reserved_at")
    letter = letter_text
