"""The screening of a release: its findings, the answers to them, and the steps to review."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from offences import releases
from offences.models import Release, ScreeningAnswer
from offences.staff.names import signed_in
from offences.staff.pages import log_change, staff_page
from offences.staff.releases.forms import ScreeningAnswerForm
from offences.staff.releases.frame import VIEW, has_changed, release_or_404, show_release
from offences.staff.today.queues import page_of


@dataclass(frozen=True)
class FindingRow:
    """One finding as its page shows it."""

    finding: releases.Finding
    items: Sequence[tuple[str, str]]  # words, and the address where it is corrected
    answers: Sequence[ScreeningAnswer]
    is_answered: bool
    why_not: str  # why this person may not answer it


def finding_rows(
    release: Release, answered: Iterable[releases.AnsweredFinding], person: User
) -> list[FindingRow]:
    wrote = releases.who_wrote(release)
    return [
        FindingRow(
            each.finding,
            [
                (item.words, page_of(item.model, item.page, item.pk) if item.model else "")
                for item in each.finding.items
            ],
            each.answers,
            each.is_answered,
            releases.why_not_answer(each.finding, person, wrote),
        )
        for each in answered
    ]


@staff_page("<int:object_id>/screening/", "screening", under=Release, permission=VIEW)
def screen(request: HttpRequest, object_id: int) -> HttpResponse:
    """The findings, errors first, each with its answers and a box for one; and the next step."""
    release, person = release_or_404(object_id), signed_in(request)
    may_prepare = person.has_perm("offences.change_release")
    refusal, form = "", ScreeningAnswerForm()
    if request.method == "POST":
        if not (may_prepare or person.has_perm("offences.answer_errors")):
            raise PermissionDenied
        form = ScreeningAnswerForm(request.POST)
        try:
            if done := _take_step(request, release, form):
                messages.success(request, done)
                return redirect(_next_page(release))
        except releases.Refused as refused:
            refusal = str(refused)
            release = release_or_404(object_id)
    findings, fingerprint, blocked = [], "", ""
    if release.approved_at is None:
        try:
            snapshot = releases.snapshot(release)
            findings = finding_rows(release, releases.screening(release, snapshot), person)
            blocked = releases.why_not_yet(release, snapshot)
            fingerprint = snapshot.fingerprint
        except releases.Refused as refused:
            refusal = refusal or str(refused)
    return show_release(
        request,
        "screening",
        release,
        title=f"Screening: {release}",
        form=form,
        findings=findings,
        unanswered=[each for each in findings if not each.is_answered],
        answered=sum(each.is_answered for each in findings),
        answers=list(release.answers.select_related("answered_by")),
        fingerprint=fingerprint,
        changed=has_changed(release, fingerprint),
        blocked=blocked,
        may_prepare=may_prepare,
        refusal=refusal,
    )


def _take_step(request: HttpRequest, release: Release, form: ScreeningAnswerForm) -> str:
    """Take the step that the form asks for and return what was done; "" if the form is wrong."""
    by, now = signed_in(request), timezone.now()
    match request.POST.get("step"):
        case "screened":
            releases.mark_screened(release, by=by, now=now, seen=request.POST.get("seen", ""))
            log_change(request, release, "Screened.")
            return f"{release} is screened. Send it to review next."
        case "review":
            releases.send_to_review(release, by=by, now=now)
            log_change(request, release, "Sent to review.")
            return f"{release} is in review. An approver approves it or sends it back."
    if not form.is_valid():
        return ""
    answer = form.cleaned_data["answer"]
    releases.answer(release, form.cleaned_data["key"], answer, by=by, now=now)
    log_change(request, release, f"Answered: {answer}")
    return "Your answer is saved."


def _next_page(release: Release) -> str:
    """The screening again, at the next finding; for a release in review, its own page."""
    if release.review_at:
        return reverse("admin:offences_release_change", args=[release.pk])
    return reverse("admin:offences_release_screening", args=[release.pk]) + "#next"
