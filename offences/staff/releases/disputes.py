"""Disputes: recorded on a release's page of the force, decided here by a second person."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from offences import releases
from offences.models import Dispute
from offences.staff.forms import faults_of, refusals_in
from offences.staff.names import signed_in, who_and_when
from offences.staff.pages import log_change, require, show_page, staff_page
from offences.staff.releases.force_check_forms import DecideForm

RELATED = ("force", "release__measure", "owner", "opened_by", "decided_by")


@staff_page("<int:object_id>/decide/", "decide", under=Dispute, permission="offences.view_dispute")
def decide(request: HttpRequest, object_id: int) -> HttpResponse:
    """What is disputed, by whom and since when; and the decision."""
    dispute = get_object_or_404(Dispute.objects.select_related(*RELATED), pk=object_id)
    form = DecideForm(dispute, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        require(request, "offences.decide_dispute")
        if form.is_valid():
            with refusals_in(form):
                releases.decide(
                    dispute, **form.cleaned_data, by=signed_in(request), now=timezone.now()
                )
                decision = dispute.get_decision_display()
                log_change(request, dispute, f"Decided: {decision}.")
                messages.success(request, f"{dispute}: {decision}.")
                return redirect("admin:offences_dispute_change", dispute.pk)
    return show_page(
        request,
        "staff/releases/decide.html",
        title=f"Dispute: {dispute}",
        subject=dispute,
        dispute=dispute,
        form=form,
        faults=faults_of(form) if form.is_bound else [],
        reason=_why_not_decide(request, dispute),
        state=state_of(dispute),
    )


def state_of(dispute: Dispute) -> str:
    """“open”, or the decision with its words, and who took it when."""
    if dispute.decided_at is None:
        return "open"
    decision = f"{dispute.get_decision_display()}: {dispute.decided_words}"
    return f"{decision} ({who_and_when(dispute.decided_by, dispute.decided_at)})"


def _why_not_decide(request: HttpRequest, dispute: Dispute) -> str:
    if dispute.decided_at:
        return "It is decided."
    if not request.user.has_perm("offences.decide_dispute"):
        return "Approvers and data leads decide a dispute."
    if dispute.owner_id == request.user.pk:
        return "You are looking into this dispute, so a colleague decides it."
    return ""
