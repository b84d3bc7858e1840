"""Signing by a link: the texts that one named person signs, without an account."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache

from offences import press
from offences.models import EventSigner, PressRelease, ReviewKind
from offences.staff.forms import Attempt
from offences.staff.pages import PRIVATE, show_page
from offences.staff.press.matrix import chosen_of, sample_of
from offences.staff.press.signatures import sign_context, take_step, text_with_event

# The address is a key: no browser may send it as the Referer of what the page loads, as that is
# logged.
HEADERS = PRIVATE | {"X-Robots-Tag": "noindex", "Referrer-Policy": "strict-origin"}


def _open(request: HttpRequest, token: str) -> tuple[EventSigner | None, HttpResponse | None]:
    """The person whom the link names; else the page that says why it opens nothing.

    A person with a login signs there, with the second factor: the link leads to it.
    """
    attempt = Attempt()
    with attempt:
        signer = press.signer_of_link(token, timezone.now())
        if press.has_login(signer):
            return None, redirect("admin:offences_campaignevent_texts", signer.event_id)
        return signer, None
    page = _page(request, "link_closed", title="This link opens nothing", why=attempt.refusal)
    page.status_code = 410
    return None, page


def _page(request: HttpRequest, template: str, **shown: Any) -> HttpResponse:
    page = show_page(request, f"press/{template}", **shown)
    for name, value in HEADERS.items():
        page[name] = value
    return page


@never_cache
def sign_link(request: HttpRequest, token: str) -> HttpResponse:
    """The texts of one person, those that wait for them first, and the step that signs many."""
    signer, closed = _open(request, token)
    if signer is None or closed:
        return closed or HttpResponse(status=410)
    event, attempt, now = signer.event, Attempt(), timezone.now()
    if request.method == "POST":
        with attempt:
            looked = "looked" in request.POST
            seen = chosen_of(request)
            n = press.sign_many(event, seen, now=now, link=token, is_sample_read=looked)
            messages.success(request, f"{n} signed.")
            return redirect("sign_link", token)
    states: list[press.TextState] = []
    drafting = Attempt()
    with drafting:
        states = press.states_of(event)
        press.release_of(event)
    waiting = [each for each in states if signer.role in each.missing]
    alike = [s for s in waiting if not press.why_not_in_bulk(s, signer, None)]
    title = f"{event}: texts to sign for {signer.get_role_display()}"
    shown: dict[str, Any] = {"signer": signer, "event": event, "token": token}
    shown |= {"refusal": attempt.refusal}
    shown |= {"why": drafting.refusal or press.why_not_yet(signer, now)}
    shown |= {"waiting": waiting, "alike": alike, "sample": sample_of(alike)}
    shown |= {"signed": [each for each in states if signer.role in each.signed]}
    return _page(request, "link", title=title, **shown)


@never_cache
def sign_link_text(request: HttpRequest, token: str, body: str) -> HttpResponse:
    """One text with its figures, what changed since they decided, and three buttons."""
    signer, closed = _open(request, token)
    if signer is None or closed:
        return closed or HttpResponse(status=410)
    row = get_object_or_404(PressRelease, event=signer.event, body=body)
    text, attempt = text_with_event(row.pk), Attempt()
    if request.method == "POST":
        with attempt:
            messages.success(request, take_step(request, text, link=token))
            return redirect("sign_link", token)
        text = text_with_event(row.pk)
    shown: dict[str, Any] = {"event": text.event, "signer": signer, "token": token}
    drafting, not_yet = Attempt(), press.why_not_yet(signer, timezone.now())
    with drafting:
        (state,) = press.states_of(text.event, [text])
        why = not_yet or press.why_not_sign(state, signer, None, words="asked")
        shown |= sign_context(state, signer) | {"why": why, "roles": [] if why else [signer.role]}
        last = [each for each in state.reviews if each.signer_id == signer.pk]
        is_new = not (last and last[-1].fingerprint == state.fingerprint)
        if is_new and not (attempt.refusal or not_yet):
            press.review(text, ReviewKind.SEEN, now=timezone.now(), link=token)
    if drafting.refusal:  # the link was taken back just now, or the release of the event was
        _, closed = _open(request, token)
        shown = {"event": text.event, "signer": signer, "token": token}
    shown |= {"refusal": attempt.refusal or drafting.refusal}
    return closed or _page(request, "link_text", title=f"Sign: {text.place}", **shown)
