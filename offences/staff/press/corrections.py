"""Corrections: issued texts that a newer release contradicts, and the people to tell."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from offences import press
from offences.models import Correction, IssuedText
from offences.staff.names import signed_in
from offences.staff.pages import log_change, require, show_page, staff_page
from offences.staff.releases.force_check_forms import CorrectionForm, first_fault

# The pages name people to write to, whom not every role sees.
VIEW = ("offences.view_correction", "offences.view_mediacontact")


@staff_page("corrections/", "corrections", under=IssuedText, permission=VIEW)
def list_corrections(request: HttpRequest) -> HttpResponse:
    """Every text to correct, and the corrections made before."""
    done = Correction.objects.select_related("issued_text__event", "release__measure", "done_by")
    return show_page(
        request,
        "staff/press/corrections.html",
        title="Correct what was sent",
        subject=IssuedText,
        waiting=press.texts_to_correct(timezone.now()),
        done=done[:100],
    )


@staff_page("<int:object_id>/correct/", "correct", under=IssuedText, permission=VIEW)
def correct(request: HttpRequest, object_id: int) -> HttpResponse:
    """One text: what it said, what is right, the words to send, and the people to write to."""
    rows = IssuedText.objects.select_related("event", "release__measure")
    text = get_object_or_404(rows, pk=object_id)
    refusal = ""
    task = next(iter(press.texts_to_correct(timezone.now(), only=text.pk)), None)
    if request.method == "POST":
        require(request, "offences.add_correction")
        try:
            _record(request, text, task)
        except press.Refused as refused:
            refusal = str(refused)
        else:
            messages.success(request, f"{text.place}: recorded as corrected.")
            return redirect("admin:offences_issuedtext_corrections")
    return show_page(
        request,
        "staff/press/correct.html",
        title=f"Correct: {text.place}",
        subject=text,
        text=text,
        task=task,
        letter=press.correction_notice(task) if task else "",
        contacts=press.contacts_of(text) if task else [],
        done=text.corrections.select_related("release__measure", "done_by"),
        how=request.POST.get("how", ""),
        refusal=refusal,
        may=request.user.has_perm("offences.add_correction"),
    )


def _record(request: HttpRequest, text: IssuedText, task: press.TextToCorrect | None) -> None:
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        raise press.Refused(first_fault(form))
    if task is None or task.release.pk != form.cleaned_data["release"]:
        raise press.Refused("Nothing was recorded: what has to be corrected has changed since.")
    press.record_correction(
        text, task.release, how=form.cleaned_data["how"], by=signed_in(request), now=timezone.now()
    )
    log_change(request, text, f"Corrected by {task.release}.")
