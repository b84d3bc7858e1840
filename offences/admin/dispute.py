"""Disputes: noted on a release's page for the force, decided here by a second person."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html

from offences import releases
from offences.admin.base import ReadOnlyAdmin
from offences.admin.site import register
from offences.models import Dispute
from offences.staff.forms import faults_of
from offences.staff.people import signed_in, who_and_when
from offences.staff.releases.force_check_forms import DecideForm


class DecidedFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("open", "open"), ("decided", "decided")]

    def queryset(self, request, queryset):
        match self.value():
            case "open":
                return queryset.filter(decided_at__isnull=True)
            case "decided":
                return queryset.filter(decided_at__isnull=False)
        return queryset


@register(Dispute)
class DisputeAdmin(ReadOnlyAdmin):
    list_display = ["force", "years", "release", "owner", "opened", "state"]
    list_display_links = ["force", "years"]
    list_filter = [DecidedFilter, "release__measure"]
    list_select_related = ["force", "release__measure", "owner", "opened_by", "decided_by"]
    search_fields = ["force__name", "says", "decided_words"]
    fields = ("force", "release", "years", "says", "said_on", "owner", "opened", "state", "page")
    readonly_fields = ("years", "opened", "state", "page")

    def get_urls(self):
        return [
            path(
                "<int:object_id>/decide/",
                self.admin_site.admin_view(self.decide),
                name="offences_dispute_decide",
            ),
            *super().get_urls(),
        ]

    def decide(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """What is disputed, by whom and since when; and the decision."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        rows = Dispute.objects.select_related(*self.list_select_related)
        dispute = get_object_or_404(rows, pk=object_id)
        form = DecideForm(dispute, request.POST if request.method == "POST" else None)
        if request.method == "POST":
            if not request.user.has_perm("offences.decide_dispute"):
                raise PermissionDenied
            if form.is_valid():
                try:
                    releases.decide(
                        dispute,
                        form.cleaned_data["decision"],
                        words=form.cleaned_data["words"],
                        corrected_in=form.cleaned_data["corrected_in"],
                        by=signed_in(request),
                        now=timezone.now(),
                    )
                except releases.Refused as refused:
                    form.add_error(None, str(refused))
                else:
                    said = dispute.get_decision_display()
                    self.log_change(request, dispute, f"Decided: {said}.")
                    messages.success(request, f"{dispute}: {said}.")
                    address = reverse("admin:offences_dispute_change", args=[dispute.pk])
                    return HttpResponseRedirect(address)
        return TemplateResponse(
            request,
            "admin/offences/dispute/decide.html",
            {
                **self.admin_site.each_context(request),
                "opts": self.opts,
                "original": dispute,
                "title": f"Dispute: {dispute}",
                "dispute": dispute,
                "form": form,
                "faults": faults_of(form) if form.is_bound else [],
                "reason": _why_not(request, dispute),
                "state": self.state(dispute),
            },
        )

    @admin.display(description="figures")
    def years(self, dispute: Dispute) -> str:
        return "; ".join(f"{year}: {told}" for year, told in dispute.figures)

    @admin.display(description="opened", ordering="opened_at")
    def opened(self, dispute: Dispute) -> str:
        return who_and_when(dispute.opened_by, dispute.opened_at)

    @admin.display(description="state", ordering="decided_at")
    def state(self, dispute: Dispute) -> str:
        if dispute.decided_at is None:
            return "open"
        told = f"{dispute.get_decision_display()}: {dispute.decided_words}"
        return f"{told} ({who_and_when(dispute.decided_by, dispute.decided_at)})"

    @admin.display(description="its page")
    def page(self, dispute: Dispute) -> str:
        address = reverse("admin:offences_dispute_decide", args=[dispute.pk])
        return format_html('<a href="{}">{}</a>', address, "The dispute and its decision")


def _why_not(request: HttpRequest, dispute: Dispute) -> str:
    if dispute.decided_at:
        return "It is decided."
    if not request.user.has_perm("offences.decide_dispute"):
        return "Approvers and data leads decide a dispute."
    if dispute.owner_id == request.user.pk:
        return "You look into this dispute, so a colleague decides it."
    return ""
