"""Signing: who signs an event's texts, and one text with the steps of a person who signs it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from offences import press
from offences.models import CampaignEvent, EventSigner, PressRelease, ReviewKind, SignRole
from offences.press.basis import LONGEST_TEXT
from offences.refused import Refused
from offences.staff.forms import Attempt, choose_from, first_fault
from offences.staff.names import logged_in, name_of
from offences.staff.pages import by_and_now, log_change, number_in, show_page, staff_page
from offences.staff.press.sign_cells import changes, history_of, number_of, sign_cells
from offences.staff.send_backs import notes_of

DONE = {
    ReviewKind.APPROVED: "Signed.",
    ReviewKind.COMMENT: "Your comment is stored.",
    ReviewKind.SENT_BACK: "Sent back. Its author reads why.",
    ReviewKind.SETTLED: "The comment is settled.",
}


class AccountField(forms.ModelChoiceField):
    """A choice among accounts, by the names of their people."""

    def label_from_instance(self, obj: User) -> str:
        return name_of(obj)


class SignerForm(forms.ModelForm):
    """Who signs in one role; an account brings its name and address along."""

    class Meta:
        model = EventSigner
        fields = ["role", "is_deputy", "account", "name", "email", "due_on"]
        widgets = {"due_on": forms.DateInput({"type": "date"})}
        field_classes = {"account": AccountField}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_from(self, "account", User.objects.filter(is_active=True, is_staff=True))
        for name in ("name", "email"):
            self.fields[name].required = False

    def _post_clean(self) -> None:
        """Skip the model's own check: `press.name_signer` knows what each account needs."""
        for name, value in self.cleaned_data.items():
            setattr(self.instance, name, value)


def signers_of(event: CampaignEvent) -> dict[str, EventSigner]:
    """The person of each role, without deputies."""
    rows = EventSigner.objects.active().filter(event=event, is_deputy=False)
    return {each.role: each for each in rows.select_related("account")}


def roles_of(event: CampaignEvent, user: User) -> list[str]:
    """The roles in which a person signs at an event."""
    rows = EventSigner.objects.active().filter(event=event, account=user)
    return [role for role in SignRole if role in set(rows.values_list("role", flat=True))]


@staff_page("signatures", CampaignEvent, "view_campaignevent")
def show_signers(request: HttpRequest, object_id: int) -> HttpResponse:
    """The people of an event who sign, and the steps that name them and send their links."""
    event = get_object_or_404(CampaignEvent, pk=object_id)
    attempt, form = Attempt(), SignerForm(instance=EventSigner(event=event))
    if request.method == "POST":
        with attempt:
            words = _step(request, event)
            log_change(request, event, words)
            messages.success(request, words)
            return redirect("admin:offences_campaignevent_signatures", event.pk)
        if "name" in request.POST:
            form = SignerForm(request.POST, instance=EventSigner(event=event))
    rows = EventSigner.objects.active().filter(event=event).select_related("named_by", "account")
    roles = [(role, [each for each in rows if each.role == role]) for role in SignRole]
    shown: dict[str, Any] = {"event": event, "roles": roles, "form": form, "tab": "signatures"}
    shown |= {"refusal": attempt.refusal, "may_name": press.may_name(logged_in(request))}
    title = f"Who signs: {event}"
    return show_page(request, "press/signatures", title=title, subject=event, **shown)


def _step(request: HttpRequest, event: CampaignEvent) -> str:
    """Name a person, send them their link, or take it back; what was done, as a sentence."""
    step = by_and_now(request)
    chosen = request.POST.get("link") or request.POST.get("revoke") or ""
    signer = EventSigner.objects.active().filter(event=event, pk=int(chosen or 0)).first()
    if signer and "link" in request.POST:
        press.send_link(signer, lambda token: link_address(request, token), **step)
        return f"A link went to {signer.name}, {signer.email}."
    if signer:
        press.take_link_back(signer, by=step["by"])
        return f"The link of {signer.name} opens nothing more."
    form = SignerForm(request.POST, instance=EventSigner(event=event))
    if not form.is_valid():
        raise Refused(first_fault(form))
    press.name_signer(form.instance, **step)
    return f"{form.instance} is named."


def link_address(request: HttpRequest, token: str) -> str:
    return request.build_absolute_uri(reverse("sign_link", args=[token]))


def text_with_event(pk: int) -> PressRelease:
    related = ("event__release__measure", "event__campaign", "event__national_block")
    people = ("prepared_by", "edited_by", "issued_by", "release__measure")
    rows = PressRelease.objects.select_related(*related, *people).prefetch_related("editors")
    return get_object_or_404(rows, pk=pk)


def sign_context(state: press.TextState, signer: EventSigner | None) -> dict[str, Any]:
    """The page on which a person signs: the text, its figures, what changed, who signed."""
    text, event = state.text, state.text.event
    headline, words = press.changes_since(state, signer)
    changed = changes(f"{headline}\n\n{words}", f"{text.headline}\n\n{text.text}")
    whole = press.facts_of_release(press.release_of(event))
    return {
        "text": text,
        "event": event,
        "state": state,
        "marked": press.marked_in(text, press.basis_in(whole, text, event)),
        "cells": sign_cells(state, signers_of(event)),
        "changed": changed if number_of(changed) else [],
        "places": number_of(changed),
        "history": history_of(state),
        "notes": notes_of(text),
        "read": state.fingerprint,
        "past": event.embargo_at <= timezone.now(),
        "authors": authors_of(text),
    }


def editor_context(text: PressRelease) -> dict[str, Any]:
    """The panel beside the form of a text: who signed, what changed, the cells, the history."""
    text, attempt = text_with_event(text.pk), Attempt()
    with attempt:
        (state,) = press.states_of(text.event, [text])
        drafted = f"{text.drafted_headline}\n\n{text.drafted_text}"
        changed = changes(drafted, f"{text.headline}\n\n{text.text}")
        return {
            "cells": sign_cells(state, signers_of(text.event)),
            "lacks": state.check.lacks,
            "altered": state.check.altered,
            "changed": changed if number_of(changed) else [],
            "places": number_of(changed),
            "history": history_of(state),
            "threads": state.threads,
            "sheet": press.figure_sheet(text),
        }
    return {}


@staff_page("check", PressRelease, "change_pressrelease")
@require_POST
def check_typed(request: HttpRequest, object_id: int) -> HttpResponse:
    """The verdicts on what is typed, as a part of the page; nothing of it is stored."""
    text = text_with_event(object_id)
    typed = TypedForm(request.POST)
    if not typed.is_valid():
        return HttpResponse(first_fault(typed), status=400, content_type="text/plain")
    text.headline, text.text = typed.cleaned_data["headline"], typed.cleaned_data["text"]
    basis = press.basis_of_text(text)
    shown = {"marked": press.traced(text, basis), "altered": press.altered_in(text, text.event)}
    return render(request, "staff/press/_verdicts.html", shown)


class TypedForm(forms.Form):
    """The two boxes of the editor."""

    headline = forms.CharField(max_length=120)
    text = forms.CharField(max_length=LONGEST_TEXT)


def authors_of(text: PressRelease) -> list[str]:
    """Who drafted and who edited a text, each once."""
    people = [text.prepared_by, *text.editors.all()]
    return list(dict.fromkeys(name_of(each) for each in people if each))


@staff_page("sign", PressRelease, "view_pressrelease", proof=True)
def sign_text(request: HttpRequest, object_id: int) -> HttpResponse:
    """The text as it would be published, and the steps of a person who signs or issues it."""
    text, attempt, user = text_with_event(object_id), Attempt(), logged_in(request)
    mine = roles_of(text.event, user)
    if request.method == "POST":
        with attempt:
            if "issue" in request.POST:
                press.issue(text, **by_and_now(request), seen=request.POST["issue"])
                words = f"{text.place} is issued. Public from {text.event.embargo_in_words}."
            else:
                words = take_step(request, text, role=request.POST.get("role", ""), by=user)
            log_change(request, text, words)
            messages.success(request, words)
            return redirect(_next(request, text, mine))
        text = text_with_event(object_id)
    drafting = Attempt()
    shown: dict[str, Any] = {"text": text}
    with drafting:
        (state,) = press.states_of(text.event, [text])
        shown |= _inside(request, state, mine)
    shown |= {"refusal": attempt.refusal or drafting.refusal}
    return show_page(request, "press/sign", title=f"Sign: {text.place}", subject=text, **shown)


def _inside(request: HttpRequest, state: press.TextState, mine: list[str]) -> dict[str, Any]:
    step, text = by_and_now(request), state.text
    why, reasons = "You are not named to sign for this event.", []
    signer = None
    for role in mine:
        chance = Attempt()
        with chance:
            signer = press.signer_of(text.event, role, **step)
            why = press.why_not_sign(state, signer, step["by"], words="asked")
            reasons.append((SignRole(role), why))
        if chance.refusal:
            reasons.append((SignRole(role), chance.refusal))
    open_roles = [role for role, why in reasons if not why]
    shown = sign_context(state, signer) | {"roles": open_roles, "mine": mine}
    shown |= {"why": "" if open_roles else next((w for _, w in reasons if w), why)}
    may_issue = step["by"].has_perm("offences.issue_pressrelease")
    if may_issue:
        shown |= {"why_not_issue": press.why_not_issue(text, step["by"])}
        shown["why_not_issue"] = shown["why_not_issue"] or press.why_not_leave(state)
        shown |= {"to_issue": press.issue_fingerprint(text)}
    return shown | {"may_issue": may_issue}


def take_step(request: HttpRequest, text: PressRelease, **who: Any) -> str:
    """Sign, comment or send back, as the form of a page or of a link asks; what was done."""
    kind = request.POST.get("step", "")
    if kind not in DONE:
        raise Refused("Choose to sign, to comment or to send back.")
    seen, words = request.POST.get("read", "nothing"), request.POST.get("words", "")
    answers = number_in(request.POST, "answers") or None
    press.review(text, kind, now=timezone.now(), seen=seen, words=words, answers=answers, **who)
    return f"{text.place}: {DONE[ReviewKind(kind)]}"


def _next(request: HttpRequest, text: PressRelease, mine: list[str]) -> str:
    """The next text that this person could sign, if they asked for it; else this one."""
    role = request.POST.get("role", "")
    if "next" in request.POST and role in mine:
        for state in press.states_of(text.event):
            if role in state.missing and state.text.pk != text.pk and not state.is_sent_back:
                return reverse("admin:offences_pressrelease_sign", args=[state.text.pk])
    return reverse("admin:offences_pressrelease_sign", args=[text.pk])
