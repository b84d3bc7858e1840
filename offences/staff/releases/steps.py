"""The steps of a release: prepared, screened, in review, approved; sent back, withdrawn."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.admin.models import ADDITION
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from offences import releases
from offences.models import FoiRound, Measure, Release
from offences.refused import Refused
from offences.staff.forms import Attempt, faults_of, refusals_in
from offences.staff.names import logged_in, name_of
from offences.staff.pages import by_and_now, log_change, may, number_in, posted, require, staff_page
from offences.staff.releases import forms
from offences.staff.releases.frame import has_changed, opening_of, release_or_404, show_release
from offences.staff.releases.summary import summary_of
from offences.staff.send_backs import send_back_form
from offences.staff.today.queues import page_of


@staff_page("add", Release, "add_release", route="add/")
def prepare(request: HttpRequest) -> HttpResponse:
    """Choose the measure, then say what the release is made of; its round is the one asked for."""
    round_ = FoiRound.objects.filter(pk=number_in(request.GET, "round")).first()
    measures = list(round_.measures.all() if round_ else ()) or list(Measure.objects.all())
    wanted = request.GET.get("measure", "")
    only = measures[0] if len(measures) == 1 else None
    measure = next((m for m in measures if str(m.pk) == wanted), only)
    title = "Prepare a release"
    if measure is None:
        return show_release(request, "prepare", None, title=title, measures=measures, round=round_)
    form = forms.PrepareForm(measure, posted(request), round_)
    if form.is_valid():
        with refusals_in(form):
            release = releases.prepare(measure, **form.cleaned_data, **by_and_now(request))
            log_change(request, release, "Prepared.", ADDITION)
            messages.success(request, f"{release} is prepared. Answer its screening next.")
            return redirect("admin:offences_release_screening", release.pk)
    return show_release(request, "prepare", None, title=title, measure=measure, form=form)


# Screening


def _finding_rows(
    release: Release, answered: Iterable[releases.AnsweredFinding], person: User
) -> list[tuple[releases.AnsweredFinding, list[tuple[str, str]], str]]:
    """Each finding, the words and links of what to correct, and why this person may not answer."""
    wrote, rows = releases.who_wrote(release), []
    for each in answered:
        links = [
            (i.words, reverse(f"admin:offences_{i.model}_{i.page}", args=[i.pk]) if i.model else "")
            for i in each.finding.items
        ]
        rows.append((each, links, releases.why_not_answer(each.finding, person, wrote)))
    return rows


@staff_page("screening", Release, "view_release")
def screen(request: HttpRequest, object_id: int) -> HttpResponse:
    """The findings, errors first, each with its answers and a box for one; and the next step."""
    release, person = release_or_404(object_id), logged_in(request)
    may_prepare = may(person, "change_release")
    attempt, form = Attempt(), forms.ScreeningAnswerForm()
    if request.method == "POST":
        if not (may_prepare or may(person, "answer_errors")):
            raise PermissionDenied
        if request.POST.get("step") == "answer":  # the other steps send no answer
            form = forms.ScreeningAnswerForm(request.POST)
        with attempt:
            if done := _take_step(request, release, form):
                messages.success(request, done)
                if release.review_at:  # it has its own page then
                    return redirect("admin:offences_release_change", release.pk)
                return redirect(page_of(release, "screening") + "#next")
        if attempt.refusal:
            release = release_or_404(object_id)
    findings, fingerprint, blocked, looked = [], "", "", Attempt()
    if release.approved_at is None:
        with looked:
            snapshot = releases.snapshot(release)
            findings = _finding_rows(release, releases.screening(release, snapshot), person)
            blocked = releases.why_not_yet(release, snapshot)
            fingerprint = snapshot.fingerprint
    shown: dict[str, Any] = {"form": form, "findings": findings, "may_prepare": may_prepare}
    shown |= {"unanswered": [each for each, _, _ in findings if not each.is_answered]}
    shown |= {"answered": sum(each.is_answered for each, _, _ in findings)}
    shown |= {"answers": list(release.answers.select_related("answered_by"))}
    shown |= {"fingerprint": fingerprint, "changed": has_changed(release, fingerprint)}
    shown |= {"blocked": blocked, "refusal": attempt.refusal or looked.refusal}
    return show_release(request, "screening", release, title=f"Screening: {release}", **shown)


def _take_step(request: HttpRequest, release: Release, form: forms.ScreeningAnswerForm) -> str:
    """Take the step that the form asks for and return what was done; "" if the form is wrong."""
    match request.POST.get("step"):
        case "screened":
            seen = request.POST.get("seen", "")
            releases.mark_screened(release, **by_and_now(request), seen=seen)
            log_change(request, release, "Screened.")
            return f"{release} is screened. Send it to review next."
        case "review":
            releases.send_to_review(release, **by_and_now(request))
            log_change(request, release, "Sent to review.")
            return f"{release} is in review. An approver approves it or sends it back."
    if not form.is_valid():
        return ""
    answer = form.cleaned_data["answer"]
    releases.answer(release, form.cleaned_data["key"], answer, **by_and_now(request))
    log_change(request, release, f"Answered: {answer}")
    return "Your answer is saved."


# Approval, and its opposites


@staff_page("approve", Release, "view_release", proof=True)
def approve(request: HttpRequest, object_id: int) -> HttpResponse:
    """The page that compares a release with the one before, and its approval."""
    release, person, now = release_or_404(object_id), logged_in(request), timezone.now()
    snapshot, changes, answered, attempt = None, [], [], Attempt()
    with attempt:
        if release.approved_at is None:
            snapshot = releases.snapshot(release)
            answered = releases.screening(release, snapshot)
        changes = releases.difference(release, snapshot)
    fingerprint = snapshot.fingerprint if snapshot else ""
    form = _form_of(release, fingerprint, now, posted(request))
    if request.method == "POST":
        require(request, "approve_release")
        if form.is_valid():
            try:
                _approve(request, release, form)
            except releases.OpensEarly as early:
                form.add_error(form.field_of_time, str(early))
            except Refused as refused:
                # The page shows what it would publish now, and it is this that may be approved.
                attempt.refusal = str(refused)
                again = {**request.POST.dict(), "seen": fingerprint}
                form = _form_of(release, fingerprint, now, again)
            else:
                return redirect("admin:offences_release_change", release.pk)
    reason = _why_not_approve(release, person)
    in_review = release.review_at is not None and release.approved_at is None
    may_send_back = in_review and may(person, "approve_release")
    shown: dict[str, Any] = {"form": form, "reason": reason, "refusal": attempt.refusal}
    shown |= {"findings": _finding_rows(release, answered, person), "changes": changes}
    shown |= {"answers": list(release.answers.select_related("answered_by"))}
    shown |= {"editors": [name_of(each) for each in release.editors.order_by("pk")]}
    shown |= {"changed": has_changed(release, fingerprint) and releases.FIGURES_CHANGED}
    shown |= {"back": send_back_form() if may_send_back else None}
    shown |= {"faults": [] if reason else faults_of(form), **summary_of(release, snapshot)}
    return show_release(request, "approve", release, title=f"Preview: {release}", **shown)


def _form_of(release: Release, seen: str, now: dt.datetime, data) -> forms.ApproveForm:
    event = release.events.filter(embargo_at__gt=now).order_by("embargo_at").first()
    return forms.ApproveForm(data, now=now, seen=seen, event=event)


def _approve(request: HttpRequest, release: Release, form: forms.ApproveForm) -> None:
    given = {name: chosen for name, chosen in form.cleaned_data.items() if name != "at_once"}
    releases.approve(release, by=logged_in(request), now=form.now, **given)
    opens = f"public from {opening_of(release)}"
    log_change(request, release, f"Approved, {opens}.")
    messages.success(request, f"{release} is approved, {opens}.")


def _why_not_approve(release: Release, person: User) -> str:
    if release.approved_at:
        return "It is approved already. A correction is a new release."
    if not may(person, "approve_release"):
        return "Only approvers approve a release."
    if why := releases.why_not_approve(release, person):
        return why
    if release.review_at is None:
        return "It is not in review yet: it has to be screened and sent to you first."
    return ""


@staff_page("withdraw", Release, "withdraw_release", proof=True)
def withdraw(request: HttpRequest, object_id: int) -> HttpResponse:
    """Take a wrong release off the public pages, with the reason."""
    release, form = release_or_404(object_id), forms.WithdrawForm(posted(request))
    if form.is_valid():
        with refusals_in(form):
            releases.withdraw(release, **by_and_now(request), **form.cleaned_data)
            log_change(request, release, f"Withdrawn: {form.cleaned_data['reason']}")
            messages.success(request, f"{release} is withdrawn; its address says why.")
            return redirect("admin:offences_release_change", release.pk)
    return show_release(request, "withdraw", release, title=f"Withdraw {release}", form=form)
