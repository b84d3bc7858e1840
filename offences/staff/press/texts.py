"""A drafted text: issued by a second person, or drafted again without its edits."""

import difflib
from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from offences import press
from offences.models import PressRelease
from offences.staff.names import name_of, signed_in, who_and_when
from offences.staff.pages import log_change, show_page, staff_page


def text_rows() -> QuerySet[PressRelease]:
    people = ("prepared_by", "edited_by", "issued_by")
    return PressRelease.objects.select_related("event", "release__measure", *people)


def show_text(
    request: HttpRequest, name: str, text: PressRelease, *, title: str, **context: Any
) -> TemplateResponse:
    """Render a page about a text."""
    template = f"staff/press/{name}.html"
    return show_page(request, template, title=title, subject=text, text=text, **context)


@staff_page(
    "<int:object_id>/issue/", "issue", under=PressRelease, permission="offences.issue_pressrelease"
)
def issue(request: HttpRequest, object_id: int) -> HttpResponse:
    """The text as it would be published, and the step that issues it."""
    text, person = get_object_or_404(text_rows(), pk=object_id), signed_in(request)
    refusal = ""
    if request.method == "POST":
        try:
            # The text may have been edited by a colleague while this page was open.
            press.issue(
                text,
                by=person,
                now=timezone.now(),
                seen=request.POST.get("read") or "nothing",
                looked="looked" in request.POST,
            )
        except press.Refused as refused:
            refusal = str(refused)
            text = text_rows().get(pk=object_id)  # as it is now
        else:
            log_change(request, text, "Issued.")
            words = f"{text.place} is issued. Public from {text.event.embargo_in_words}."
            messages.success(request, words)
            following = _next_to_issue(request, text) if "_next" in request.POST else None
            if following is None:
                return redirect("admin:offences_pressrelease_change", text.pk)
            return redirect("admin:offences_pressrelease_issue", following.pk)
    return show_text(
        request,
        "issue",
        text,
        title=f"Issue: {text.place}",
        read=press.issue_fingerprint(text),
        more=_next_to_issue(request, text) is not None,
        past=text.event.embargo_at <= timezone.now(),
        editors=[name_of(person) for person in text.editors.all()],
        reason=press.why_not_issue(text, person),
        refusal=refusal,
        marked=press.traced(text, press.basis_of_text(text)),
    )


def _next_to_issue(request: HttpRequest, after: PressRelease) -> PressRelease | None:
    """The next text of the event that this person may issue, in the order of the list."""
    person = signed_in(request)
    waiting = (
        PressRelease.objects.drafts()
        .filter(event=after.event_id, release=after.release_id)
        .exclude(pk=after.pk)
        .exclude(prepared_by=person)
        .exclude(edited_by=person)
        .exclude(editors=person)
        .annotate(
            is_earlier=Q(body_kind__lt=after.body_kind)
            | Q(body_kind=after.body_kind, place__lt=after.place)
        )
    )
    return waiting.order_by("is_earlier", "body_kind", "place").first()


@staff_page(
    "<int:object_id>/discard/",
    "discard",
    under=PressRelease,
    permission="offences.change_pressrelease",
)
def discard(request: HttpRequest, object_id: int) -> HttpResponse:
    """What is lost if an edited text is drafted again, and the step that does it."""
    text = get_object_or_404(text_rows(), pk=object_id)
    reason = refusal = ""
    if request.method == "POST":
        try:
            press.discard_edits(
                text,
                by=signed_in(request),
                now=timezone.now(),
                seen=request.POST.get("read") or "nothing",
            )
        except press.Refused as refused:
            refusal = str(refused)
            text = text_rows().get(pk=object_id)
        else:
            log_change(request, text, "Edits discarded, drafted again.")
            messages.success(request, f"{text.place} is drafted again from {text.release}.")
            return redirect("admin:offences_pressrelease_change", text.pk)
    lines: list[tuple[str, bool]] = []
    draft = None
    if text.issued_at:
        reason = "It is issued, so it stays as it is."
    else:
        try:
            draft = press.fresh_draft(text)
        except press.Refused as refused:
            reason = str(refused)
        else:
            lines = _lost_lines(text.text, draft.text)
    return show_text(
        request,
        "discard",
        text,
        title=f"Discard the edits: {text.place}",
        read=press.text_fingerprint(text),
        edited=who_and_when(text.edited_by, text.edited_at),
        release=text.event.release,
        draft=draft,
        lines=lines,
        has_lost=any(is_lost for _, is_lost in lines),
        reason=reason,
        refusal="" if refusal == reason else refusal,
    )


def _lost_lines(old: str, new: str) -> list[tuple[str, bool]]:
    """The lines of a text, each with whether it is missing from a fresh draft."""
    before, after = old.splitlines(), new.splitlines()
    common: set[int] = set()
    for block in difflib.SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        common.update(range(block.a, block.a + block.size))
    return [(line, i not in common and bool(line.strip())) for i, line in enumerate(before)]
