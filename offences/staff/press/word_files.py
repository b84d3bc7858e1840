"""A text as a Word file: taken out to be edited, read in again, compared, saved as an edit."""

from copy import copy
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from offences import press
from offences.intake.papers import EditedText, read_edited_text
from offences.models import PressRelease
from offences.press.blocks import as_lines
from offences.press.pack import TYPES, draft_file, mark_of, text_of_mark
from offences.press.texts import ISSUED
from offences.refused import Refused
from offences.staff.forms import Attempt, choose_from, first_fault
from offences.staff.pages import by_and_now, download, log_change, may, show_page, staff_page
from offences.staff.press.changes import line_changes
from offences.staff.press.forms import PressReleaseForm
from offences.staff.press.texts import show_text, text_rows


class WordFileForm(forms.Form):
    """An edited Word file; the text that it is where the file does not say it."""

    file = forms.FileField(
        label="The edited Word file",
        help_text="As it came back, .docx. Which text it is, the file says itself.",
        widget=forms.FileInput({"accept": ".docx"}),
    )
    text = forms.ModelChoiceField(
        PressRelease.objects.none(),
        required=False,
        label="Which text it is",
        help_text="Only if the file does not say it: it was copied into a new document, say.",
    )

    def __init__(self, data=None, files=None) -> None:
        super().__init__(data, files)
        drafts = PressRelease.objects.drafts().select_related("event")
        choose_from(self, "text", drafts.order_by("-event__embargo_at", "place"))


@staff_page("word_file", PressRelease, "view_pressrelease")
@require_safe
def take_out(request: HttpRequest, object_id: int) -> HttpResponse:
    """A draft as a Word file."""
    text = get_object_or_404(text_rows(), pk=object_id)
    name = f"{mark_of(text).replace('/', '-')}.docx"
    return download(draft_file(text), name, TYPES["docx"])


@staff_page("read_word", PressRelease, "change_pressrelease", route="read-word/")
def read_in(request: HttpRequest) -> HttpResponse:
    """Upload an edited file, see what it changes with every figure checked, save it as an edit."""
    attempt = Attempt()
    form = WordFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        with attempt:
            if "save" in request.POST:
                return _save(request)
            if form.is_valid():
                file = form.cleaned_data["file"]
                found = read_edited_text(file.read(), file.name)
                chosen = text_of_mark(found.mark) or form.cleaned_data["text"]
                if chosen is None:
                    raise Refused(
                        "The file does not say which text it is. Choose the text and upload the "
                        "file again."
                    )
                return _compare(request, text_rows().get(pk=chosen.pk), found)
    title = "Read in an edited Word file"
    shown: dict[str, Any] = {"form": form, "refusal": attempt.refusal or first_fault(form)}
    return show_page(request, "press/word_file", title=title, subject=PressRelease, **shown)


def _compare(request: HttpRequest, text: PressRelease, found: EditedText) -> HttpResponse:
    _require_draft(text)
    old = [text.headline, *as_lines(text.text)]
    new = [found.headline, *as_lines(found.text)]
    edited = copy(text)
    edited.headline, edited.text = found.headline, found.text
    shown: dict[str, Any] = {"found": found, "lines": line_changes(old, new)}
    shown |= {"is_changed": old != new, "seen": press.text_fingerprint(text)}
    shown |= {"marked": press.traced(edited, press.basis_of_text(text))}
    return show_text(request, "word_changes", text, title=f"Edited: {text.place}", **shown)


@transaction.atomic
def _save(request: HttpRequest) -> HttpResponse:
    """Save the words of a file as an edit of its text: it goes to review like any other edit."""
    pk = request.POST.get("of", "")
    rows = text_rows().select_for_update(of=["self"])  # until the edit is stored
    text = get_object_or_404(rows, pk=int(pk) if pk.isdecimal() else 0)
    if not may(request.user, "change_pressrelease"):
        raise PermissionDenied
    _require_draft(text)
    form = PressReleaseForm(request.POST, instance=text)
    if not form.is_valid():
        raise Refused(f"Not saved. {first_fault(form)}")
    if form.edits:
        edited = form.save(commit=False)
        press.save_edits(edited, **by_and_now(request))
        log_change(request, edited, "Edited in Word, and read in.")
        messages.success(request, f"{text.place} is saved as edited. Another person issues it.")
    return redirect("admin:offences_pressrelease_change", text.pk)


def _require_draft(text: PressRelease) -> None:
    if text.issued_at:
        raise Refused(ISSUED)
