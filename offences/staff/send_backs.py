"""Pages on which work goes back to its author with the reason, and is handed in once more."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from offences import counts, press, releases
from offences.models import FoiSubmission, PressRelease, Release, SendBack
from offences.sending_back import FIELDS, LONGEST, Work
from offences.staff.forms import faults_of, paragraph, refusals_in
from offences.staff.names import who_and_when
from offences.staff.pages import (
    by_and_now,
    get_submission,
    log_change,
    number_in,
    posted,
    show_page,
    staff_page,
)
from offences.staff.today.queues import page_of


class SendBackForm(forms.Form):
    """Why work goes back; `seen` is which state of it was read."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        max_length=LONGEST,
        widget=paragraph(),
        label="Why it goes back",
        help_text="Its author reads this, and can hand it in once more.",
    )


class HandInForm(forms.Form):
    """Why work that was sent back stays as it is."""

    answer = forms.CharField(
        max_length=LONGEST,
        widget=paragraph(),
        label="Why it stays as it is",
        help_text="The person who sent it back reads this.",
    )


@dataclass(frozen=True)
class SendBackNote:
    """A note about work that was sent back, in words."""

    reason: str
    sent_back: str
    settled: str  # empty while it waits for its author
    answer: str


def notes_of(work: Work) -> list[SendBackNote]:
    """Every note about this work, the newest first."""
    rows = SendBack.objects.filter(**{FIELDS[type(work)]: work})
    return [
        SendBackNote(
            row.reason,
            who_and_when(row.sent_back_by, row.sent_back_at, row.signed_as),
            who_and_when(row.settled_by, row.settled_at) if row.settled_at else "",
            row.answer,
        )
        for row in rows.select_related("sent_back_by", "settled_by")
    ]


def send_back_form(seen: object = "") -> SendBackForm:
    """An empty form; `seen` is the state of the work that its page shows."""
    return SendBackForm(initial={"seen": seen})


@staff_page("send_back", FoiSubmission, "check_foisubmission")
@require_POST
def send_back_return(request: HttpRequest, object_id: int) -> HttpResponse:
    """The checker’s other answer to a return."""
    submission, edition = get_submission(object_id), number_in(request.POST, "seen")

    def step(reason: str, **given: Any) -> None:
        counts.send_back(submission, reason=reason, edition=edition, **given)

    return _send_back(request, submission, step, "check")


@staff_page("send_back", Release, "approve_release")
@require_POST
def send_back_release(request: HttpRequest, object_id: int) -> HttpResponse:
    """The approver’s other answer to a release: it is a draft once more."""
    release = get_object_or_404(Release.objects.select_related("measure"), pk=object_id)

    def step(reason: str, **given: Any) -> None:
        releases.send_back(release, reason=reason, **given)

    return _send_back(request, release, step, "change")


@staff_page("send_back", PressRelease, "issue_pressrelease")
@require_POST
def send_back_text(request: HttpRequest, object_id: int) -> HttpResponse:
    """The approver’s other answer to a text."""
    text = get_object_or_404(PressRelease.objects.select_related("event"), pk=object_id)
    seen = request.POST.get("seen", "")

    def step(reason: str, **given: Any) -> None:
        press.send_back(text, reason=reason, seen=seen, **given)

    return _send_back(request, text, step, "sign")


def _send_back(
    request: HttpRequest, work: Work, step: Callable[..., None], page: str
) -> HttpResponse:
    form = SendBackForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            reason = form.cleaned_data["reason"]
            step(reason, **by_and_now(request))
            log_change(request, work, f"Sent back: {reason}")
            messages.success(request, f"{work} is sent back. Its author reads why under Today.")
            return redirect(page_of(work, page))
    return _show(request, work, form, "Send back", "Not sent back.")


@staff_page("hand_in", FoiSubmission, "view_foisubmission")
def hand_in_return(request: HttpRequest, object_id: int) -> HttpResponse:
    """Hand a return in as it is, with an answer."""
    return _hand_in(request, get_submission(object_id), counts.hand_in, "grid")


@staff_page("hand_in", PressRelease, "view_pressrelease")
def hand_in_text(request: HttpRequest, object_id: int) -> HttpResponse:
    """Hand a text in as it is, with an answer."""
    text = get_object_or_404(PressRelease.objects.select_related("event"), pk=object_id)
    return _hand_in(request, text, press.hand_in, "change")


def _hand_in(
    request: HttpRequest, work: Work, step: Callable[..., None], page: str
) -> HttpResponse:
    form = HandInForm(posted(request))
    if form.is_valid():
        with refusals_in(form):
            answer = form.cleaned_data["answer"]
            step(work, answer=answer, **by_and_now(request))
            log_change(request, work, f"Handed in as it is: {answer}")
            messages.success(request, f"{work} is handed in as it is.")
            return redirect(page_of(work, page))
    return _show(request, work, form, "Hand in as it is", "Not handed in.")


def _show(
    request: HttpRequest, work: Work, form: forms.Form, act: str, not_done: str
) -> HttpResponse:
    shown: dict[str, Any] = {"form": form, "faults": faults_of(form), "notes": notes_of(work)}
    shown |= {"act": act, "not_done": not_done}
    return show_page(request, "send_back", title=f"{act}: {work}", subject=work, **shown)
