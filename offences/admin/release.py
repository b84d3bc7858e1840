"""Releases: prepared, previewed and approved, withdrawn. What they hold is only looked at."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import ActionLocation
from django.core.exceptions import PermissionDenied
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from offences import releases
from offences.admin import release_preview as preview
from offences.admin.disclosure import hidden_page
from offences.admin.force_words import ForceWords
from offences.admin.helps import Helped
from offences.admin.imports import Exports
from offences.admin.looking import (
    OneAtATime,
    ReadOnly,
    faults_of,
    name_of,
    place_of,
    signed_in,
)
from offences.admin.release_forms import (
    ApproveForm,
    PrepareForm,
    RecordedChoices,
    ReleaseForm,
    WithdrawForm,
)
from offences.admin.site import register
from offences.models import (
    DisclosureRule,
    Force,
    Measure,
    Release,
    ReleasedFigure,
    ReleasedResponse,
)
from offences.statistics.years import Year


class StateFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [
            ("preparing", "in preparation"),
            ("approved", "approved, not yet public"),
            ("public", "public"),
            ("withdrawn", "withdrawn"),
        ]

    def queryset(self, request, queryset):
        now = timezone.now()
        match self.value():
            case "preparing":
                return queryset.filter(approved_at__isnull=True)
            case "approved":
                return queryset.filter(
                    approved_at__isnull=False, withdrawn_at__isnull=True, public_at__gt=now
                )
            case "public":
                return queryset.public(now)
            case "withdrawn":
                return queryset.filter(withdrawn_at__isnull=False)
        return queryset


@register(Release)
class ReleaseAdmin(ForceWords, Exports, OneAtATime, Helped, admin.ModelAdmin):
    form = ReleaseForm
    list_display = ["measure", "number", "title", "newest_year", "state", "public", "approved_by"]
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

    def save_model(self, request, obj, form, change) -> None:
        # Whoever changes what it would publish has prepared it, and another person approves it.
        if form.has_changed():
            obj.prepared_by, obj.prepared_at = request.user, timezone.now()
            own = ["title", "year", "last_round", "note", "prepared_by", "prepared_at"]
            obj.save(update_fields=own)
            obj.editors.add(request.user)

    def get_actions(self, request, action_location=ActionLocation.CHANGE_LIST):
        return {}  # a release that is approved is never removed, one in preparation on its own page

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:object_id>/hidden/", view(self.hidden), name="offences_release_hidden"),
            path("<int:object_id>/approve/", view(self.approve), name="offences_release_approve"),
            path(
                "<int:object_id>/withdraw/", view(self.withdraw), name="offences_release_withdraw"
            ),
            *super().get_urls(),
        ]

    def _page(self, request: HttpRequest, name: str, release: Release | None, **context):
        form = context.get("form")
        faults = faults_of(form) if form and form.is_bound else []
        return TemplateResponse(
            request,
            f"admin/offences/release/{name}.html",
            {
                **self.admin_site.each_context(request),
                "opts": self.opts,
                "original": release,
                "release": release,
                "faults": faults,
                **context,
            },
        )

    def _release(self, object_id: int) -> Release:
        return get_object_or_404(
            Release.objects.select_related("measure", "last_round", "prepared_by", "approved_by"),
            pk=object_id,
        )

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
            return self._page(request, "prepare", None, **context)
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
                messages.success(request, f"{release} is prepared. Another person approves it.")
                address = reverse("admin:offences_release_approve", args=[release.pk])
                return HttpResponseRedirect(address)
        return self._page(request, "prepare", None, form=form, **context)

    def approve(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """What the release would publish, against the one before; and the approval."""
        release = self._release(object_id)
        if not self.has_view_permission(request, release):
            raise PermissionDenied
        may = request.user.has_perm("offences.approve_release")
        refusal, snapshot, changes = "", None, []
        try:
            if release.approved_at is None:
                snapshot = releases.snapshot(release)
            changes = releases.difference(release, snapshot)
        except releases.Refused as refused:
            refusal = str(refused)
        seen = snapshot.fingerprint if snapshot else ""
        now = timezone.now()
        data = request.POST if request.method == "POST" else None
        event = release.events.filter(embargo_at__gt=now).order_by("embargo_at").first()
        form = ApproveForm(data, now=now, seen=seen, event=event)
        if request.method == "POST":
            if not may:
                raise PermissionDenied
            if form.is_valid():
                try:
                    releases.approve(
                        release,
                        by=signed_in(request),
                        now=now,
                        public_at=form.cleaned_data["public_at"],
                        seen=form.cleaned_data["seen"],
                    )
                except releases.Refused as refused:
                    # What stands now is on the page again, and it is this that may be approved.
                    refusal = str(refused)
                    again = {**request.POST.dict(), "seen": seen}
                    form = ApproveForm(again, now=now, seen=seen, event=event)
                else:
                    opens = f"public from {moment_of(release)}"
                    self.log_change(request, release, f"Approved, {opens}.")
                    messages.success(request, f"{release} is approved, {opens}.")
                    address = reverse("admin:offences_release_change", args=[release.pk])
                    return HttpResponseRedirect(address)
        reason = self._why_not_approve(request, release)
        return self._page(
            request,
            "approve",
            release,
            title=f"Preview: {release}",
            form=form,
            media=self.media + form.media,
            changes=changes,
            editors=[name_of(person) for person in release.editors.order_by("pk")],
            reason=reason,
            refusal=refusal,
            faults=[] if reason or not form.is_bound else faults_of(form),
            **preview.of(release, snapshot),
        )

    def _why_not_approve(self, request: HttpRequest, release: Release) -> str:
        person = signed_in(request)
        if release.approved_at:
            return "It is approved already. A correction is a new release."
        if not person.has_perm("offences.approve_release"):
            return "Only approvers approve a release."
        if release.prepared_by_id == person.pk:
            return "You prepared this release, so a colleague approves it."
        if release.editors.filter(pk=person.pk).exists():
            return "You edited this release, so a colleague approves it."
        return ""

    def hidden(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """What the release would hide, and what somebody could still work out."""
        release = self._release(object_id)
        if not self.has_view_permission(request, release):
            raise PermissionDenied
        if release.approved_at:
            raise Http404("What an approved release hides is not in it.")
        context = {"title": f"What it hides: {release}", **hidden_page(release)}
        context["measure_rule"] = DisclosureRule.of(release.measure)
        return self._page(request, "hidden", release, **context)

    def withdraw(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Take a wrong release from the public, saying why."""
        release = self._release(object_id)
        if not request.user.has_perm("offences.withdraw_release"):
            raise PermissionDenied
        form = WithdrawForm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            try:
                releases.withdraw(
                    release,
                    by=signed_in(request),
                    now=timezone.now(),
                    reason=form.cleaned_data["reason"],
                )
            except releases.Refused as refused:
                form.add_error(None, str(refused))
            else:
                self.log_change(request, release, f"Withdrawn: {release.withdrawn_reason}")
                messages.success(request, f"{release} is withdrawn; its address says why.")
                address = reverse("admin:offences_release_change", args=[release.pk])
                return HttpResponseRedirect(address)
        return self._page(request, "withdraw", release, title=f"Withdraw {release}", form=form)

    @admin.display(description="newest year", ordering="year")
    def newest_year(self, release: Release) -> str:
        return str(Year(release.year))

    @admin.display(description="state")
    def state(self, release: Release) -> str:
        if release.withdrawn_at:
            return "withdrawn"
        if release.approved_at is None or release.public_at is None:
            return "in preparation"
        return "public" if release.public_at <= timezone.now() else "approved, not yet public"

    @admin.display(description="public from", ordering="public_at")
    def public(self, release: Release) -> str:
        return release.public_in_words

    @admin.display(description="public from")
    def public_from(self, release: Release) -> str:
        return moment_of(release) or "not decided"


def moment_of(release: Release) -> str:
    """“00:01 on 25 June 2019”; without the clock where the day itself is not known."""
    if release.public_at is None:
        return ""
    if release.public_precision != "day":
        return release.public_in_words
    return f"{timezone.localtime(release.public_at):%H:%M} on {release.public_in_words}"


@register(ReleasedFigure)
class ReleasedFigureAdmin(Exports, ReadOnly, admin.ModelAdmin):
    list_display = ["place", "label", "claim", "state", "low", "high", "release", "source"]
    list_filter = ["release__measure", "release__number", "claim", "state", "body_kind"]
    list_select_related = ["release__measure"]
    search_fields = ["body", "place", "source", "as_written", "note"]
    search_help_text = "A force, another body, or a source."

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(place=place_of())

    @admin.display(description="body", ordering="place")
    def place(self, figure) -> str:
        return figure.place

    @admin.display(description="year", ordering="year")
    def label(self, figure: ReleasedFigure) -> str:
        return str(Year(figure.year)) if figure.year else figure.period


@register(ReleasedResponse)
class ReleasedResponseAdmin(Exports, ReadOnly, admin.ModelAdmin):
    list_display = ["place", "round_name", "outcome", "reference", "has_file", "release"]
    list_filter = ["release__measure", "release__number", "outcome", "round_name"]
    list_select_related = ["release__measure"]
    search_fields = ["force", "place", "reference", "reason"]

    def get_queryset(self, request):
        area = Force.objects.filter(slug=OuterRef("force")).values("area")[:1]
        return super().get_queryset(request).annotate(place=Coalesce(Subquery(area), F("force")))

    @admin.display(description="force", ordering="place")
    def place(self, response) -> str:
        return response.place
