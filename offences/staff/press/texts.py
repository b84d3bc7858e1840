"""Texts of an event: drafted by the worker, drafted again, corrected."""

import difflib
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.tasks import TaskResultStatus
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from offences import press, tasks
from offences.models import CampaignEvent, Correction, IssuedText, PressRelease
from offences.refused import Refused
from offences.staff import worker
from offences.staff.forms import Attempt, first_fault
from offences.staff.names import who_and_when
from offences.staff.pages import by_and_now, log_change, may, require, show_page, staff_page
from offences.staff.press.forms import CorrectionForm

EVENTS = "admin:offences_campaignevent_changelist"


def text_rows() -> QuerySet[PressRelease]:
    people = ("prepared_by", "edited_by", "issued_by")
    return PressRelease.objects.select_related("event", "release__measure", *people)


def show_text(
    request: HttpRequest, name: str, text: PressRelease, *, title: str, **context: Any
) -> TemplateResponse:
    """Render a page about a text."""
    return show_page(request, f"press/{name}", title=title, subject=text, text=text, **context)


@staff_page("drafting", CampaignEvent, "add_pressrelease", route="drafting/<uuid:number>/")
def show_drafting(request: HttpRequest, number: UUID) -> HttpResponse:
    """The drafting's progress; in the end, what came of it and the list of the texts."""
    result = worker.task_of(request, number, tasks.draft_events)
    drafting = worker.WorkerTask(
        "Drafting",
        "Each event is drafted as a whole or not at all: the list of texts shows which are.",
        reverse(EVENTS),
        "Choose the events again",
    )
    if page := worker.show_unfinished(request, result, drafting, CampaignEvent):
        return page
    if result.status is not TaskResultStatus.SUCCESSFUL:
        messages.error(request, drafting.failure)
        return redirect(EVENTS)
    drafted = [answer for answer in result.return_value if "texts" in answer]
    for answer in result.return_value:
        if "refused" in answer:
            messages.error(request, answer["refused"])
        else:
            messages.success(request, _summary(answer))
    if not drafted:
        return redirect(EVENTS)
    return redirect("admin:offences_campaignevent_texts", drafted[-1]["event"])


def _summary(answer: dict[str, Any]) -> str:
    words = f"{answer['name']}: {answer['texts']} texts."
    if number := answer["kept"]:
        were, they_are = ("was", "it is") if number == 1 else ("were", "they are")
        words += (
            f" {number} {were} edited or issued already and left as {they_are}. The edits of one "
            "that is not issued can be discarded on its page."
        )
    return words


def _fingerprint_read(request: HttpRequest) -> str:
    """The fingerprint of the text that the person has read."""
    return request.POST.get("read") or "nothing"


@staff_page("discard", PressRelease, "change_pressrelease")
def discard(request: HttpRequest, object_id: int) -> HttpResponse:
    """The page that shows what is lost if an edited text is drafted again, and its step."""
    text, attempt = get_object_or_404(text_rows(), pk=object_id), Attempt()
    if request.method == "POST":
        with attempt:
            press.discard_edits(text, **by_and_now(request), seen=_fingerprint_read(request))
            log_change(request, text, "Edits discarded, drafted again.")
            messages.success(request, f"{text.place} is drafted again from {text.release}.")
            return redirect("admin:offences_pressrelease_change", text.pk)
        text = text_rows().get(pk=object_id)
    draft, drafting = None, Attempt()
    if text.issued_at:
        drafting.refusal = "It is issued, so it stays as it is."
    else:
        with drafting:
            draft = press.fresh_draft(text)
    lines = _lost_lines(text.text, draft.text) if draft else []
    reason = drafting.refusal
    shown: dict[str, Any] = {"draft": draft, "lines": lines, "release": text.event.release}
    shown |= {"has_lost": any(is_lost for _, is_lost in lines), "reason": reason}
    shown |= {"read": press.text_fingerprint(text)}
    shown |= {"edited": who_and_when(text.edited_by, text.edited_at)}
    shown |= {"refusal": "" if attempt.refusal == reason else attempt.refusal}
    return show_text(request, "discard", text, title=f"Discard the edits: {text.place}", **shown)


def _lost_lines(old: str, new: str) -> list[tuple[str, bool]]:
    """The lines of a text, each with whether it is missing from a fresh draft."""
    before, after = old.splitlines(), new.splitlines()
    blocks = difflib.SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    common = {line for block in blocks for line in range(block.a, block.a + block.size)}
    return [(line, i not in common and bool(line.strip())) for i, line in enumerate(before)]


# Corrections of issued texts that a newer release contradicts


@staff_page("corrections", IssuedText, "view_correction", route="corrections/")
def list_corrections(request: HttpRequest) -> HttpResponse:
    """Every text to correct, and the corrections made before."""
    done = Correction.objects.select_related("issued_text__event", "release__measure", "done_by")
    shown: dict[str, Any] = {"waiting": press.texts_to_correct(timezone.now()), "done": done[:100]}
    title = "Correct what was sent"
    return show_page(request, "press/corrections", title=title, subject=IssuedText, **shown)


@staff_page("correct", IssuedText, "view_correction")
def correct(request: HttpRequest, object_id: int) -> HttpResponse:
    """One text: what it said, what is right, the words to send, and the people to write to."""
    rows = IssuedText.objects.select_related("event", "release__measure")
    text, attempt = get_object_or_404(rows, pk=object_id), Attempt()
    task = next(iter(press.texts_to_correct(timezone.now(), only=text.pk)), None)
    if request.method == "POST":
        require(request, "add_correction")
        with attempt:
            _record(request, text, task)
            messages.success(request, f"{text.place}: recorded as corrected.")
            return redirect("admin:offences_issuedtext_corrections")
    shown: dict[str, Any] = {"task": task, "letter": press.correction_notice(task) if task else ""}
    writes = may(request.user, "view_mediacontact")
    shown |= {"writes": writes, "contacts": press.contacts_of(text) if task and writes else []}
    shown |= {"done": text.corrections.select_related("release__measure", "done_by")}
    shown |= {"how": request.POST.get("how", ""), "refusal": attempt.refusal}
    shown |= {"text": text, "may": may(request.user, "add_correction")}
    return show_page(
        request, "press/correct", title=f"Correct: {text.place}", subject=text, **shown
    )


def _record(request: HttpRequest, text: IssuedText, task: press.TextToCorrect | None) -> None:
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        raise Refused(first_fault(form))
    if task is None or task.release.pk != form.cleaned_data["release"]:
        raise Refused("Nothing was recorded: what has to be corrected has changed since.")
    how = form.cleaned_data["how"]
    press.record_correction(text, task.release, how=how, **by_and_now(request))
    log_change(request, text, f"Corrected by {task.release}.")
