"""The approval of a release, and its opposites: sent back before, withdrawn after."""

import datetime as dt
from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from offences import releases
from offences.models import Release
from offences.staff.forms import faults_of, refusals_in
from offences.staff.names import name_of, signed_in
from offences.staff.pages import log_change, require, staff_page
from offences.staff.releases.forms import ApproveForm, SendBackForm, WithdrawForm
from offences.staff.releases.frame import (
    VIEW,
    has_changed,
    opening_of,
    release_or_404,
    show_release,
)
from offences.staff.releases.screening import finding_rows
from offences.staff.releases.summary import summary_of


@staff_page("<int:object_id>/approve/", "approve", under=Release, permission=VIEW)
def approve(request: HttpRequest, object_id: int) -> HttpResponse:
    """What the release would publish, compared with the one before; and the approval."""
    release, person, now = release_or_404(object_id), signed_in(request), timezone.now()
    refusal, snapshot, changes, answered = "", None, [], []
    try:
        if release.approved_at is None:
            snapshot = releases.snapshot(release)
            answered = releases.screening(release, snapshot)
        changes = releases.difference(release, snapshot)
    except releases.Refused as refused:
        refusal = str(refused)
    fingerprint = snapshot.fingerprint if snapshot else ""
    form = _form_of(release, fingerprint, now, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        require(request, "offences.approve_release")
        if form.is_valid():
            try:
                _approve(request, release, form)
            except releases.OpensEarly as early:
                form.add_error(form.field_of_time, str(early))
            except releases.Refused as refused:
                # The page shows what it would publish now, and it is this that may be approved.
                refusal = str(refused)
                again = {**request.POST.dict(), "seen": fingerprint}
                form = _form_of(release, fingerprint, now, again)
            else:
                return redirect("admin:offences_release_change", release.pk)
    reason = _why_not_approve(release, person)
    return show_release(
        request,
        "approve",
        release,
        title=f"Preview: {release}",
        form=form,
        changes=changes,
        editors=[name_of(each) for each in release.editors.order_by("pk")],
        findings=finding_rows(release, answered, person),
        answers=list(release.answers.select_related("answered_by")),
        changed=has_changed(release, fingerprint) and releases.FIGURES_CHANGED,
        back=SendBackForm() if _may_send_back(release, person) else None,
        reason=reason,
        refusal=refusal,
        faults=[] if reason or not form.is_bound else faults_of(form),
        **summary_of(release, snapshot),
    )


def _form_of(release: Release, fingerprint: str, now: dt.datetime, data) -> ApproveForm:
    event = release.events.filter(embargo_at__gt=now).order_by("embargo_at").first()
    return ApproveForm(data, now=now, seen=fingerprint, event=event)


def _approve(request: HttpRequest, release: Release, form: ApproveForm) -> None:
    releases.approve(
        release,
        by=signed_in(request),
        now=form.now,
        public_at=form.cleaned_data["public_at"],
        seen=form.cleaned_data["seen"],
        early=form.cleaned_data.get("early", False),
    )
    opens = f"public from {opening_of(release)}"
    log_change(request, release, f"Approved, {opens}.")
    messages.success(request, f"{release} is approved, {opens}.")


def _may_send_back(release: Release, person: User) -> bool:
    in_review = release.review_at is not None and release.approved_at is None
    return in_review and person.has_perm("offences.approve_release")


def _why_not_approve(release: Release, person: User) -> str:
    if release.approved_at:
        return "It is approved already. A correction is a new release."
    if not person.has_perm("offences.approve_release"):
        return "Only approvers approve a release."
    if why := releases.why_not_sign(release, person):
        return why
    if release.review_at is None:
        return "It is not in review yet: it has to be screened and sent to you first."
    return ""


@staff_page(
    "<int:object_id>/send-back/", "send_back", under=Release, permission="offences.approve_release"
)
@require_POST
def send_back(request: HttpRequest, object_id: int) -> HttpResponse:
    """The approver’s other answer: a draft again, with the reason."""
    release, form = release_or_404(object_id), SendBackForm(request.POST)
    if form.is_valid() and _give_reason(request, release, form, releases.send_back, "Sent back"):
        words = f"{release} is sent back. The people who prepare it can read why."
        messages.success(request, words)
        return redirect("admin:offences_release_change", release.pk)
    return show_release(request, "send_back", release, title=f"Send back {release}", form=form)


@staff_page(
    "<int:object_id>/withdraw/", "withdraw", under=Release, permission="offences.withdraw_release"
)
def withdraw(request: HttpRequest, object_id: int) -> HttpResponse:
    """Take a wrong release off the public pages, with the reason."""
    release = release_or_404(object_id)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _give_reason(request, release, form, releases.withdraw, "Withdrawn"):
        messages.success(request, f"{release} is withdrawn; its address says why.")
        return redirect("admin:offences_release_change", release.pk)
    return show_release(request, "withdraw", release, title=f"Withdraw {release}", form=form)


def _give_reason(
    request: HttpRequest,
    release: Release,
    form: SendBackForm | WithdrawForm,
    step: Callable[..., None],
    done: str,
) -> bool:
    """Take a step that needs a reason; a refusal is put into the form."""
    reason = form.cleaned_data["reason"]
    with refusals_in(form):
        step(release, by=signed_in(request), now=timezone.now(), reason=reason)
        log_change(request, release, f"{done}: {reason}")
    return form.is_valid()
