"""Issued texts sent to newsrooms: chosen, previewed, tried, sent by the worker, and logged."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from offences import tasks
from offences.english import counted
from offences.models import CampaignEvent, IssuedText, PressBody, SentText
from offences.press import sending
from offences.press.pack import TYPES, pack_of, zip_of
from offences.refused import Refused
from offences.staff import worker
from offences.staff.pages import PRIVATE, by_and_now, download, log_change, show_page, staff_page
from offences.words import pack as pack_words

SENDS = ("add_senttext",)


@staff_page("send", CampaignEvent, SENDS, proof=True)
@require_http_methods(["GET", "HEAD", "POST"])
def send_event(request: HttpRequest, object_id: int) -> HttpResponse:
    """Every issued text of an event: who gets it, who has it, and the step that sends."""
    event = get_object_or_404(CampaignEvent.objects.select_related("release"), pk=object_id)
    mailings = sending.mailings_of(event, timezone.now())
    if request.method == "POST":
        chosen = {*request.POST.getlist("text")}
        ready = {
            each.text.pk: {room.pk for room in each.ready}
            for each in mailings
            if str(each.text.pk) in chosen and not each.why_not
        }
        if answer := _take_step(request, event, ready):
            return answer
        mailings = sending.mailings_of(event, timezone.now())
    rows = [row for each in mailings for row in each.log]
    title = f"Send the texts of {event}"
    return show_page(
        request,
        "press/send_event",
        title=title,
        subject=event,
        event=event,
        mailings=mailings,
        only=request.GET.getlist("place"),  # those ticked on the page before; all if none were
        ready=sum(len(each.ready) for each in mailings if not each.why_not),
        drafts=event.texts.drafts().count(),
        **_states(rows),
    )


@staff_page("send", IssuedText, SENDS, proof=True)
@require_http_methods(["GET", "HEAD", "POST"])
def send_text(request: HttpRequest, object_id: int) -> HttpResponse:
    """One issued text: who covers its place, the e-mail, its files, and the step that sends."""
    rows = IssuedText.objects.select_related("event", "release__measure")
    text = get_object_or_404(rows, pk=object_id)
    event = text.event
    if request.method == "POST":
        if "test" in request.POST:
            return _test(request, text)
        rooms = {int(pk) for pk in request.POST.getlist("room") if pk.isdecimal()}
        if answer := _take_step(request, event, {text.pk: rooms}):
            return answer
    now = timezone.now()
    (mailing,) = sending.mailings_of(event, now, only=text)
    message = sending.message_of(text, "", now)
    is_local = text.body_kind == PressBody.FORCE
    kinds = TYPES if is_local else ("txt", "docx", "zip")
    return show_page(
        request,
        "press/send_text",
        title=f"Send pack: {text.place}",
        subject=text,
        text=text,
        event=event,
        mailing=mailing,
        message=message,
        files=files_of(text, *kinds),
        addresses="; ".join(dict.fromkeys(room.email for room in mailing.suggested)),
        **_states(mailing.log),
    )


def files_of(text: IssuedText, *kinds: str) -> list[tuple[str, str]]:
    """The text as files: the address of each, and what it is."""
    page = "admin:offences_issuedtext_pack"
    return [(reverse(page, args=[text.pk, kind]), pack_words.FILES[kind]) for kind in kinds]


@staff_page("pack", IssuedText, SENDS, route="<int:object_id>/send/<slug:kind>/")
@require_safe
def pack_file(request: HttpRequest, object_id: int, kind: str) -> HttpResponse:
    """One file of a text's send pack, or all of them in a ZIP."""
    rows = IssuedText.objects.select_related("event", "release__measure")
    text = get_object_or_404(rows, pk=object_id)
    if text.release.withdrawn_at:
        raise Http404("The figures of this text were withdrawn.")
    files = pack_of(text, timezone.now())
    name = f"{text.event.slug}-{text.body}.{kind}"
    if kind == "zip":
        files = {name: zip_of(text, files)}
    if name not in files:
        raise Http404("This text has no such file.")
    response = download(files[name], name, TYPES[kind])
    for header, value in PRIVATE.items():
        response[header] = value
    return response


def _states(rows: Any) -> dict[str, Any]:
    """The e-mails that wait, that may or may not have arrived, and that were sent."""
    return {"log": rows, **worker.sort_unsent(rows, SentText.objects.all())}


def _take_step(
    request: HttpRequest, event: CampaignEvent, chosen: dict[int, set[int]]
) -> HttpResponse | None:
    """Settle one e-mail, or reserve the chosen ones and have the worker send all that wait."""
    if "settle" in request.POST:
        worker.record_arrival(request, event, sending, "e-mail")
        return redirect(request.get_full_path())
    step = by_and_now(request)
    try:
        reserved = sending.reserve(event, chosen, **step)
    except Refused as refused:
        messages.error(request, str(refused))
        return None
    if reserved:
        log_change(request, event, f"Sends {counted(reserved, 'e-mails')} to newsrooms.")
    if not SentText.objects.waiting().filter(issued_text__event=event).exists():
        words = "Nothing is sent: tick who is to get it. Nobody gets the same text twice."
        messages.warning(request, words)
        return None
    task = tasks.send_texts.enqueue(by=step["by"].pk, event=event.pk)
    return redirect("admin:offences_campaignevent_sending", event.pk, task.id)


def _test(request: HttpRequest, text: IssuedText) -> HttpResponse:
    step = by_and_now(request)
    try:
        sending.send_test(text, **step)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, f"A test went to {step['by'].email} alone.")
    return redirect("admin:offences_issuedtext_send", text.pk)


@staff_page("sending", CampaignEvent, SENDS, route="<int:object_id>/send/<uuid:number>/")
@require_safe
def texts_progress(request: HttpRequest, object_id: int, number: UUID) -> HttpResponse:
    """The progress of an event's texts to newsrooms."""
    event = get_object_or_404(CampaignEvent, pk=object_id)
    result = worker.task_of(request, number, tasks.send_texts)
    work = worker.WorkerTask(
        f"Sending the texts of {event}",
        "The page of the texts shows which have left and which have not.",
        reverse("admin:offences_campaignevent_send", args=[event.pk]),
        "See the texts",
    )
    return worker.show_sending(request, result, work, CampaignEvent, "e-mails")
