"""The replies of a round: dropped here, recognised, and filed one by one by a person."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from offences.english import counted
from offences.models import FoiRound, FoiSubmission, Reply
from offences.replies.dates import moment_of
from offences.replies.reading import LARGEST, PASTED
from offences.replies.recognised_step import RecognisedStep, ReplyKind, recognise_step
from offences.replies.senders import MatchedForce, match_force
from offences.rounds.inbox import is_in_review, submissions_of, take_in, traits_of
from offences.staff.files.forms import MOST_FILES, SeveralFilesField, SeveralFilesInput
from offences.staff.pages import ENTER, by_and_now, log_change, posted, show_page, staff_page
from offences.staff.rounds.reply_form import NAMES, NO_REQUEST

MOST_SHOWN = 100
ACCEPTED = ".eml,.msg,.dat,.txt,.pdf,.docx,.xlsx,.xlsm,.xlsb,.xls,.ods,.csv"


class RepliesForm(forms.Form):
    """Messages and files as they came, or a text that somebody copied."""

    replies = SeveralFilesField(
        label="Messages and files",
        required=False,
        allow_empty_file=True,
        widget=SeveralFilesInput({"accept": ACCEPTED, "multiple": True}),
        help_text=f"Drop them on the box: .eml, .msg, winmail.dat, or a file as it came. "
        f"{MOST_FILES} at most, 40 MB each.",
    )
    text = forms.CharField(
        label="Or a text",
        required=False,
        max_length=200_000,
        widget=forms.Textarea({"rows": 6}),
        help_text="Paste a message, with its “From”, “Sent” and “Subject” if you have them.",
    )
    although = forms.BooleanField(
        label="Store it although it looks like one we have", required=False
    )

    def clean_replies(self) -> list[UploadedFile]:
        files = [each for each in self.cleaned_data["replies"] if each]
        for each in files:
            if each.size and each.size > LARGEST:
                raise forms.ValidationError(
                    f"“{each.name}” is larger than 40 MB. Save its files by themselves."
                )
        return files

    def clean(self) -> dict[str, object]:
        data = super().clean() or {}
        if not self.errors and not data.get("replies") and not str(data.get("text", "")).strip():
            raise forms.ValidationError("Choose a file, or paste a text.")
        return data


@dataclass(frozen=True)
class ListedReply:
    """A reply in a list: who wrote it, when, and about what."""

    reply: Reply
    title: str
    sender: str
    date: str  # as the head of its message has it

    @property
    def sent(self) -> dt.date | None:
        return moment_of(self.date)[0]


@dataclass(frozen=True)
class WaitingReply(ListedReply):
    """A reply that waits to be filed, with what was recognised."""

    match: MatchedForce
    step: RecognisedStep
    force: str

    @property
    def kind(self) -> str:
        is_about_none = not self.force and self.step.kind is ReplyKind.OTHER
        return NO_REQUEST if is_about_none else NAMES[self.step.kind]


@staff_page("replies", FoiRound, ENTER)
@require_http_methods(["GET", "HEAD", "POST"])
def round_replies(request: HttpRequest, object_id: int) -> HttpResponse:
    """Take in replies of a round, and list those that wait and those that are filed."""
    round_ = get_object_or_404(FoiRound, pk=object_id)
    form = RepliesForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        files = [(str(each.name), each.read()) for each in data["replies"]]
        if data["text"].strip():
            files.append((PASTED, data["text"].encode()))
        arrivals = take_in(round_, files, **by_and_now(request), although=data["although"])
        new = [each.reply for each in arrivals if each.is_new and each.reply]
        if new:
            log_change(request, round_, f"Took in {counted(len(new), 'replies')}.")
        if len(arrivals) == 1 and arrivals[0].reply and not arrivals[0].refusal:
            if not new:
                messages.info(request, "This message is here already: it is not stored twice.")
            return redirect(reply_page(arrivals[0].reply))
        context = {"arrivals": arrivals, "round": round_}
        arrived = render_to_string("staff/rounds/replies.html#arrived", context)
        messages.info(request, arrived)
        may_be_twin = any(each.reply and each.refusal for each in arrivals)
        return redirect(f"{request.path}{'?twin=1' if may_be_twin else ''}")
    return _show(request, round_, form)


def reply_page(reply: Reply) -> str:
    return reverse("admin:offences_foiround_reply", args=[reply.round_id, reply.pk])


def _show(request: HttpRequest, round_: FoiRound, form: RepliesForm) -> HttpResponse:
    rows = round_.replies.order_by("added_at", "pk")
    waiting = list(rows.to_file()[:MOST_SHOWN])
    submissions = submissions_of(round_) if waiting else []
    filed = round_.replies.filter(filed_at__isnull=False).order_by("-filed_at")
    filed = filed.select_related("submission__force", "submission__round", "force", "filed_by")
    return show_page(
        request,
        "rounds/replies",
        title=f"Replies of {round_.name}",
        subject=round_,
        round=round_,
        form=form,
        may_be_twin="twin" in request.GET,
        waiting=[_recognised(each, submissions) for each in waiting],
        filed=[
            ListedReply(each, each.about or each.name, each.sender, each.date or "")
            for each in _with_heads(filed)[:MOST_SHOWN]
        ],
    )


def _with_heads(rows: QuerySet[Reply]) -> QuerySet[Any]:
    """These replies with what a list shows of their messages, and without the rest of them."""
    subject, sender, date = (
        KeyTextTransform(key, "found") for key in ("subject", "sender", "date")
    )
    return rows.defer("found").annotate(about=subject, sender=sender, date=date)


def _recognised(reply: Reply, submissions: Sequence[FoiSubmission]) -> WaitingReply:
    match = match_force(reply.message, [traits_of(each) for each in submissions])
    by_key = {str(each.pk): each for each in submissions}
    found = by_key.get(match.key)
    step = recognise_step(reply.message, is_in_review=bool(found and is_in_review(found)))
    heads = (reply.title, reply.message.sender, reply.message.date)
    return WaitingReply(reply, *heads, match, step, str(found.force.area) if found else "")
