"""Rounds, submissions, what came back, and the papers it came on."""

import hashlib
import mimetypes

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html

from offences import counts
from offences.admin import check, grid
from offences.admin.imports import Exports
from offences.admin.looking import NoLinks, OneAtATime, who_and_when
from offences.admin.site import register
from offences.models import (
    AnnualCount,
    BankHoliday,
    Document,
    FoiEvent,
    FoiRound,
    FoiSubmission,
)
from offences.statistics.dates import in_words
from offences.statistics.years import Year


@register(BankHoliday)
class BankHolidayAdmin(Exports, admin.ModelAdmin):
    list_display = ["date", "title", "england_and_wales", "scotland", "northern_ireland"]
    list_filter = ["england_and_wales", "scotland", "northern_ireland"]
    date_hierarchy = "date"
    search_fields = ["title"]


# Documents


def fingerprint(file) -> str:
    """The SHA-256 of a file's bytes, read in pieces and left at its start."""
    file.seek(0)
    digest = hashlib.sha256()
    for piece in file.chunks():
        digest.update(piece)
    file.seek(0)
    return digest.hexdigest()


class DocumentForm(forms.ModelForm):
    """A file is kept once, by its bytes; a publication is named and never copied."""

    computed = ("sha256", "size", "media_type")

    class Meta:
        model = Document
        fields = ["kind", "title", "file", "url", "published_on", "published_precision", "note"]

    def clean(self):
        data = super().clean() or {}
        kind, file = data.get("kind") or self.instance.kind, data.get("file")
        if kind == Document.Kind.PUBLICATION:
            if file:
                self.add_error("file", "A publication is named, never copied: leave the file out.")
            for name, words in (("url", "its address"), ("published_on", "its date")):
                if not data.get(name) and name in self.fields:
                    self.add_error(name, f"A publication needs {words}.")
        elif "file" in self.fields and not file and "file" not in self.errors:
            self.add_error("file", "Attach the file as it came.")
        if isinstance(file, UploadedFile):
            digest = fingerprint(file)
            same = Document.objects.filter(sha256=digest).exclude(pk=self.instance.pk).first()
            if same:
                self.add_error("file", f"This very file is in the records already, as “{same}”.")
            self.instance.sha256, self.instance.size = digest, file.size
            self.instance.media_type = (
                mimetypes.guess_type(file.name or "")[0] or "application/octet-stream"
            )
        return data

    def _get_validation_exclusions(self) -> set[str]:
        # What is computed above takes part in the table's rules like what was typed.
        exclusions: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        if "file" in (self.errors or {}):
            return exclusions  # what is wrong with it is said already
        return exclusions - set(self.computed)


@register(Document)
class DocumentAdmin(Exports, admin.ModelAdmin):
    form = DocumentForm
    list_display = ["title", "kind", "when", "kilobytes", "original", "added_by"]
    list_filter = ["kind", "added_by"]
    list_select_related = ["added_by"]
    search_fields = ["title", "url", "note", "sha256"]
    search_help_text = "A title, an address, or a file’s SHA-256."
    date_hierarchy = "published_on"
    computed = ["original", "sha256", "media_type", "size", "added_by", "added_at"]

    def get_readonly_fields(self, request, obj=None):
        # The bytes of a document never change; another file is another document.
        return [*self.computed, *(["kind"] if obj else [])]

    def get_fields(self, request, obj=None):
        told = ["title", "url", "published_on", "published_precision", "note"]
        return ["kind", *told, *self.computed] if obj else ["kind", "file", *told]

    def save_model(self, request, obj, form, change) -> None:
        if not change:
            obj.added_by, obj.added_at = request.user, timezone.now()
        super().save_model(request, obj, form, change)

    def get_urls(self):
        return [
            path(
                "<int:object_id>/file/",
                self.admin_site.admin_view(self.download),
                name="offences_document_file",
            ),
            *super().get_urls(),
        ]

    def download(self, request: HttpRequest, object_id: int) -> FileResponse | TemplateResponse:
        """The bytes as they came, for staff alone: always a download, never a page of ours."""
        document = get_object_or_404(Document, pk=object_id)
        if not self.has_view_permission(request, document):
            raise PermissionDenied
        if not document.file:
            raise Http404("This document has no file.")
        try:
            opened = document.file.open("rb")
        except FileNotFoundError:
            return self._gone(request, document)
        response = FileResponse(
            opened,
            as_attachment=True,
            filename=document.title,
            content_type="application/octet-stream",
        )
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "private, no-store"
        return response

    def _gone(self, request: HttpRequest, document: Document) -> TemplateResponse:
        return TemplateResponse(
            request,
            "admin/offences/document/gone.html",
            {
                **self.admin_site.each_context(request),
                "opts": self.opts,
                "original": document,
                "document": document,
                "title": document.title,
            },
            status=404,
        )

    @admin.display(description="date", ordering="published_on")
    def when(self, document: Document) -> str:
        return document.published_in_words

    @admin.display(description="size", ordering="size")
    def kilobytes(self, document: Document) -> str:
        return f"{max(1, round(document.size / 1024)):,} kB" if document.size else ""

    @admin.display(description="original")
    def original(self, document: Document) -> str:
        if document.file:
            address = reverse("admin:offences_document_file", args=[document.pk])
            return format_html('<a href="{}">Download</a>', address)
        if document.url:
            return format_html('<a href="{}" rel="noopener noreferrer">Open</a>', document.url)
        return ""


# Rounds


@register(FoiRound)
class FoiRoundAdmin(Exports, admin.ModelAdmin):
    list_display = ["name", "number", "years", "sent", "number_asked", "entered", "checked"]
    search_fields = ["name", "slug"]
    filter_horizontal = ["measures"]
    prepopulated_fields = {"slug": ["name"]}

    def get_queryset(self, request):
        # One count a column, each of its own: joined, they would multiply.
        def number(**which):
            found = FoiSubmission.objects.filter(round=OuterRef("pk"), **which).order_by()
            counted = found.values("round").annotate(n=Count("pk")).values("n")
            return Coalesce(Subquery(counted, output_field=IntegerField()), 0)

        return (
            super()
            .get_queryset(request)
            .annotate(
                asked_number=number(),
                entered_number=number(entered_at__isnull=False),
                checked_number=number(checked_at__isnull=False),
            )
        )

    @admin.display(description="years asked for", ordering="last_year")
    def years(self, round_: FoiRound) -> str:
        return f"{Year(round_.first_year)} to {Year(round_.last_year)}"

    @admin.display(description="sent", ordering="sent_on")
    def sent(self, round_: FoiRound) -> str:
        return in_words(round_.sent_on, round_.sent_precision)

    @admin.display(description="submissions", ordering="asked_number")
    def number_asked(self, round_) -> str:
        address = reverse("admin:offences_foisubmission_changelist")
        return format_html(
            '<a href="{}?round__id__exact={}">{}</a>', address, round_.pk, round_.asked_number
        )

    @admin.display(description="entered", ordering="entered_number")
    def entered(self, round_) -> int:
        return round_.entered_number

    @admin.display(description="checked", ordering="checked_number")
    def checked(self, round_) -> int:
        return round_.checked_number


# Submissions


class StateFilter(admin.SimpleListFilter):
    title = "state of the counts"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("none", "not entered"), ("entered", "entered"), ("checked", "checked")]

    def queryset(self, request, queryset):
        match self.value():
            case "none":
                return queryset.filter(entered_at__isnull=True)
            case "entered":
                return queryset.to_check()
            case "checked":
                return queryset.checked()
        return queryset


class FoiEventInline(NoLinks, admin.TabularInline):
    model = FoiEvent
    fields = ["on", "on_precision", "kind", "until", "section", "partial", "document", "note"]
    autocomplete_fields = ["document"]
    extra = 0


@register(FoiSubmission)
class FoiSubmissionAdmin(Exports, OneAtATime, NoLinks, admin.ModelAdmin):
    # A release tells these beside the counts, so they are checked with them.
    published = {
        *("round", "force", "number", "reference", "outcome", "outcome_on", "outcome_precision"),
        *("outcome_source", "reason", "documents"),
    }
    list_display = ["force_area", "round", "outcome", "state", "counts_entered", "enter"]
    list_display_links = ["force_area"]
    list_filter = ["round", StateFilter, "outcome"]
    search_fields = ["force__name", "force__area", "force__spellings__spelling", "reference"]
    search_help_text = "A force in any of its spellings, or the force’s reference."
    autocomplete_fields = ["force", "follows", "documents", "outcome_source"]
    readonly_fields = ["entered", "checked", "edition"]
    inlines = [FoiEventInline]
    change_form_template = "admin/offences/foisubmission/change_form.html"
    fieldsets = [
        (None, {"fields": ["round", "force", ("number", "follows"), "reference"]}),
        (
            "What came back",
            {
                "fields": [
                    "outcome",
                    ("outcome_on", "outcome_precision"),
                    "outcome_source",
                    "reason",
                    "documents",
                    "note",
                ]
            },
        ),
        ("The counts", {"fields": ["entered", "checked", "edition"]}),
    ]

    def get_queryset(self, request):
        current = (
            AnnualCount.objects.current()
            .filter(submission=OuterRef("pk"))
            .order_by()
            .values("submission")
            .annotate(n=Count("pk"))
            .values("n")
        )
        return (
            super()
            .get_queryset(request)
            .select_related("force", "round", "entered_by", "checked_by")
            .annotate(current=Coalesce(Subquery(current, output_field=IntegerField()), 0))
        )

    def get_urls(self):
        view = self.admin_site.admin_view

        def page(function):
            return view(lambda request, object_id: function(self, request, object_id))

        name = "offences_foisubmission"
        return [
            path("<int:object_id>/grid/", page(grid.enter_grid), name=f"{name}_grid"),
            path("<int:object_id>/grid/read/", page(grid.read_grid), name=f"{name}_read"),
            path("<int:object_id>/check/", page(check.check_grid), name=f"{name}_check"),
            *super().get_urls(),
        ]

    def save_model(self, request, obj, form, change) -> None:
        if not change:
            super().save_model(request, obj, form, change)
            return
        # Its own fields alone: a grid that is open at the same time has the others.
        many = {field.name for field in obj._meta.many_to_many}
        obj.save(update_fields=[name for name in form.changed_data if name not in many])
        if self.published.isdisjoint(form.changed_data):
            return
        if counts.reopen(obj, by=request.user, now=timezone.now()):
            messages.warning(
                request,
                f"{obj} is no longer marked as checked: what you changed is published with its "
                "counts. A checker, not you, looks again.",
            )

    def save_formset(self, request, form, formset, change) -> None:
        for event in formset.save(commit=False):
            if isinstance(event, FoiEvent) and event.recorded_by_id is None:
                event.recorded_by, event.recorded_at = request.user, timezone.now()
            event.save()
        for gone in formset.deleted_objects:
            gone.delete()
        formset.save_m2m()

    @admin.display(description="force", ordering="force__area")
    def force_area(self, submission: FoiSubmission) -> str:
        later = f", request {submission.number}" if submission.number > 1 else ""
        return f"{submission.force.area}{later}"

    @admin.display(description="state", ordering="checked_at")
    def state(self, submission: FoiSubmission) -> str:
        if submission.checked_at:
            return "checked"
        return "entered" if submission.entered_at else "not entered"

    @admin.display(description="counts", ordering="current")
    def counts_entered(self, submission) -> int:
        return submission.current

    @admin.display(description="grid")
    def enter(self, submission: FoiSubmission) -> str:
        address = reverse("admin:offences_foisubmission_grid", args=[submission.pk])
        return format_html(
            '<a href="{}" aria-label="Counts of {}">Counts</a>', address, submission.force.area
        )

    @admin.display(description="entered")
    def entered(self, submission: FoiSubmission) -> str:
        return who_and_when(submission.entered_by, submission.entered_at)

    @admin.display(description="checked")
    def checked(self, submission: FoiSubmission) -> str:
        return who_and_when(submission.checked_by, submission.checked_at)


@register(FoiEvent)
class FoiEventAdmin(Exports, NoLinks, admin.ModelAdmin):
    list_display = ["submission", "kind", "on_in_words", "section", "partial"]
    list_filter = ["kind", "partial", "submission__round"]
    list_select_related = ["submission__force", "submission__round"]
    search_fields = ["submission__force__name", "submission__force__spellings__spelling", "note"]
    date_hierarchy = "on"
    autocomplete_fields = ["submission", "document"]
    readonly_fields = ["recorded_by", "recorded_at"]

    def save_model(self, request, obj, form, change) -> None:
        if not change:
            obj.recorded_by, obj.recorded_at = request.user, timezone.now()
        super().save_model(request, obj, form, change)

    @admin.display(description="date", ordering="on")
    def on_in_words(self, event: FoiEvent) -> str:
        return in_words(event.on, event.on_precision)
