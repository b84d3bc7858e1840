"""Forces' own files: uploaded one by one or several at once, and read now or by the worker.

Several files of a round are each matched to a force, which the officer confirms. What then becomes
of each is on its own page.
"""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from offences import tasks
from offences.accounts.second_factor import require_fresh_proof
from offences.english import and_list
from offences.intake import documents as stored_files
from offences.intake import returns as readings
from offences.models import Document, DocumentKind, FoiRound, FoiSubmission, LetterKind, Reading
from offences.refused import Refused
from offences.returns import UNOPENED, ReadFile
from offences.rounds.merging import query_letter
from offences.staff import worker
from offences.staff.files.forms import MOST_FILES, ReturnFileForm, ReturnFilesForm
from offences.staff.files.sheet_picture import address_of
from offences.staff.forms import Attempt, refusals_in
from offences.staff.names import logged_in
from offences.staff.pages import (
    ENTER,
    PRIVATE,
    by_and_now,
    get_submission,
    log_change,
    may,
    show_held_back,
    show_page,
    show_submission,
    staff_page,
)
from offences.staff.rounds.letters import letters_page
from offences.words.force_questions import force_question

LARGE = 256 * 1024  # bytes; a larger file is for the worker, this one is read while a person waits


# One file


@staff_page("upload", FoiSubmission, ENTER, route="<int:object_id>/file/")
def upload_file(request: HttpRequest, object_id: int) -> HttpResponse:
    """Upload and read the file of one submission."""
    submission = get_submission(object_id)
    form = ReturnFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form, "file"):
            return _read(request, submission, **form.cleaned_data)
    files = submission.readings.select_related("document", "stored_by")
    return show_submission(request, "files/return_upload", submission, form=form, readings=files)


def _read(
    request: HttpRequest, submission: FoiSubmission, file: UploadedFile, password: str
) -> HttpResponse:
    """Read it now; a large one is for the worker, unless it has a password: we never store one."""
    step, data, name = by_and_now(request), file.read(), str(file.name)
    was_checked, at_once = submission.checked_at is not None, len(data) <= LARGE or password
    if at_once:
        reading = readings.upload(submission, data, name, **step, password=password)
    else:
        reading = readings.store_upload(submission, data, name, **step)
    _warn_if_unchecked(request, submission, was_checked)
    if at_once or reading.is_read:
        return redirect(address_of(reading))
    task = tasks.read_returns.enqueue(by=step["by"].pk, documents=[reading.document_id])
    return redirect("admin:offences_foisubmission_work", submission.pk, reading.pk, task.id)


WORK_ON_ONE = "<int:object_id>/reading/<int:reading>/<uuid:number>/"


@staff_page("work", FoiSubmission, ENTER, route=WORK_ON_ONE)
def wait_for_reading(
    request: HttpRequest, object_id: int, reading: int, number: UUID
) -> HttpResponse:
    """Show how far the worker is with a large file, then what was read."""
    found = get_object_or_404(Reading, pk=reading, submission=object_id)
    result = worker.task_of(request, number, tasks.read_returns)
    work = worker.WorkerTask(
        f"Reading {found.name}",
        "The file is stored. Nothing in it is stored as a count.",
        reverse("admin:offences_foisubmission_upload", args=[object_id]),
        "Upload the file again",
    )
    page = worker.show_unfinished(request, result, work, FoiSubmission)
    return page or redirect(address_of(found))


def _warn_if_unchecked(request: HttpRequest, submission: FoiSubmission, was_checked: bool) -> None:
    """Say that a new file removed the *checked* mark, if it did."""
    if was_checked and submission.checked_at is None:
        messages.warning(
            request,
            f"{submission} is no longer marked as checked, because a release lists its files. A "
            "checker, not you, checks again.",
        )


# Several files of a round


@staff_page("returns", FoiRound, ENTER)
def upload_files(request: HttpRequest, object_id: int) -> HttpResponse:
    """Upload several files of a round; then confirm which force sent each."""
    round_ = get_object_or_404(FoiRound, pk=object_id)
    if documents := _documents_in(request.GET):
        return _match_files(request, round_, documents)
    form = ReturnFilesForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form, "returns"):
            return _store_files(request, round_, form.cleaned_data["returns"])
    return _show_round(request, round_, "returns_upload", form=form)


def _store_files(
    request: HttpRequest, round_: FoiRound, files: Sequence[UploadedFile]
) -> HttpResponse:
    """Store every file; read the small ones now, leave many or large ones to the worker."""
    step, documents, size = by_and_now(request), [], 0
    for file in files:
        data, name = file.read(), str(file.name)
        size += len(data)
        try:
            documents.append(readings.store_file(data, name, **step).pk)
        except Refused as refusal:
            raise Refused(
                f"{name}: {refusal} The files before it are stored: upload them all again, or "
                "only those that are missing."
            ) from refusal
    if size > LARGE or len(files) > 3:
        task = tasks.read_returns.enqueue(by=step["by"].pk, documents=documents)
        return redirect("admin:offences_foiround_work", round_.pk, task.id)
    tasks.read_files(documents)
    return redirect(_match_address(round_, documents))


@staff_page("work", FoiRound, ENTER, route="<int:object_id>/returns/<uuid:number>/")
def wait_for_files(request: HttpRequest, object_id: int, number: UUID) -> HttpResponse:
    """Show how far the worker is with the files, then their matches."""
    round_ = get_object_or_404(FoiRound, pk=object_id)
    result = worker.task_of(request, number, tasks.read_returns)
    documents = result.kwargs["documents"]
    work = worker.WorkerTask(
        f"Reading {len(documents)} files",
        "The files are stored; any that are not read yet are read when their page is opened.",
        reverse("admin:offences_foiround_returns", args=[round_.pk]),
        "Upload the files again",
    )
    page = worker.show_unfinished(request, result, work, FoiRound)
    return page or redirect(_match_address(round_, documents))


def _match_address(round_: FoiRound, documents: Sequence[int]) -> str:
    address = reverse("admin:offences_foiround_returns", args=[round_.pk])
    return f"{address}?{'&'.join(f'document={pk}' for pk in documents)}"


def _documents_in(asked: QueryDict) -> list[Document]:
    keys = [int(text) for text in asked.getlist("document") if text.isdecimal() and len(text) < 10]
    kinds = [DocumentKind.RETURN, DocumentKind.LETTER]
    rows = Document.objects.filter(pk__in=keys[:MOST_FILES], kind__in=kinds)
    return list(rows.select_related("seen").order_by("title"))


def _match_files(
    request: HttpRequest, round_: FoiRound, documents: Sequence[Document]
) -> HttpResponse:
    rows = round_.submissions.select_related("force", "round").order_by("force__area", "number")
    submissions = list(rows.prefetch_related("force__spellings"))
    if request.method == "POST":
        return _confirm(request, round_, documents, submissions)
    matches = [_match(document, submissions) for document in documents]
    shown = {"matches": matches, "submissions": submissions}
    return _show_round(request, round_, "returns_match", **shown)


def _match(document: Document, submissions: list[FoiSubmission]) -> dict[str, Any]:
    """One file, the submission it seems to be of, and its readings once that is confirmed."""
    seen = getattr(document, "seen", None)
    read = seen.read if seen else ReadFile(document.title)
    confirmed = document.readings.filter(submission__in=submissions)
    guesses = readings.match_submissions(document.title, read, submissions)
    certain = readings.certain_match(guesses)
    return {
        "document": document,
        "guess": guesses[0] if guesses else None,
        "chosen": certain.submission if certain else None,
        "links": [
            (str(each.submission.force), address_of(each))
            for each in confirmed.select_related("submission__force")
        ],
        "cells": sum(len(table.observations) for table in read.tables),
    }


def _confirm(
    request: HttpRequest,
    round_: FoiRound,
    documents: Sequence[Document],
    submissions: Sequence[FoiSubmission],
) -> HttpResponse:
    by_key = {str(submission.pk): submission for submission in submissions}
    done = 0
    for document in documents:
        if submission := by_key.get(request.POST.get(f"of-{document.pk}", "")):
            was_checked = submission.checked_at is not None
            readings.assign(document, submission, **by_and_now(request))
            _warn_if_unchecked(request, submission, was_checked)
            log_change(request, round_, f"{document.title} is the file of {submission.force}.")
            done += 1
    left = len(documents) - done
    words = f"{done} file{'' if done == 1 else 's'} matched."
    if left:
        words += f" {left} not: choose the force, or leave {'it' if left == 1 else 'them'} for now."
    words += " Open each below to see what was read; nothing is stored yet."
    messages.success(request, words)
    return redirect(_match_address(round_, [document.pk for document in documents]))


def _show_round(
    request: HttpRequest, round_: FoiRound, template: str, **context: Any
) -> HttpResponse:
    title = f"Files of {round_.name}"
    template = f"files/{template}"
    return show_page(request, template, title=title, subject=round_, round=round_, **context)


# The file of a document


@staff_page("file", Document, "view_document")
def download_file(request: HttpRequest, object_id: int) -> HttpResponseBase:
    """The bytes as they came, for staff only: always a download, never a page of ours."""
    document = get_object_or_404(Document, pk=object_id)
    if document.is_held_back:
        if not may(request.user, "clear_document"):
            return show_held_back(request, document)
        require_fresh_proof(request)
    if not document.file:
        raise Http404("This document has no file.")
    try:
        file = document.file.open("rb")
    except FileNotFoundError:
        return _show_document(request, document, "missing", title=document.title, status=404)
    kind = "application/octet-stream"
    given: dict[str, Any] = {"filename": document.title, "content_type": kind, "headers": PRIVATE}
    return FileResponse(file, as_attachment=True, **given)


@staff_page("clear", Document, proof=True)
def clear(request: HttpRequest, object_id: int) -> HttpResponse:
    """The data lead says what is in a file that was held back, and releases it."""
    document, attempt = get_object_or_404(Document, pk=object_id), Attempt()
    if not may(request.user, "clear_document"):
        if document.is_held_back:
            return show_held_back(request, document)
        raise PermissionDenied
    if request.method == "POST":
        with attempt:
            if document.file and not hasattr(document, "seen"):
                readings.read_document(document, timezone.now())
            why = request.POST.get("why", "")
            if "damaged" in request.POST:
                why = document.CANNOT_OPEN
            if "shut" in request.POST or "damaged" in request.POST:
                stored_files.keep_shut(document, why, by=logged_in(request))
                log_change(request, document, f"Keeps it shut: {document.cleared_why}")
                messages.success(
                    request, f"“{document.title}” stays shut. {_request_file(request, document)}"
                )
                return redirect("admin:offences_document_clear", document.pk)
            stored_files.clear(document, why, **by_and_now(request))
            log_change(request, document, f"Cleared: {document.cleared_why}")
            opened = "It can be read and opened."
            if document.file and document.seen.read.unopened:
                opened = "It still cannot be read: ask the force to send it again."
            messages.success(request, f"“{document.title}” is open to the officers. {opened}")
            return redirect("admin:offences_document_change", document.pk)
    title = f"{'Kept shut:' if document.is_shut else 'Decide about'} {document.title}"
    readings_of = document.readings.select_related("submission__force", "submission__round")
    letters = [(each.submission, address_of(each)) for each in readings_of]
    shown: dict[str, Any] = {
        "refusal": attempt.refusal,
        "letters": letters,
        "typed": request.POST.get("why", ""),
    }
    asked = document.queries.unanswered().select_related("submission__force", "submission__round")
    today = timezone.localdate()
    shown |= {"asked": [(q, query_letter(q.submission, [q], today, None)) for q in asked]}
    return _show_document(request, document, "clear", title=title, **shown)


@staff_page("damaged", Document, ENTER)
@require_POST
def ask_for_another(request: HttpRequest, object_id: int) -> HttpResponse:
    """Record that nothing can open a file of a request; on to the letter that asks for another."""
    document = get_object_or_404(Document, pk=object_id)
    try:
        stored_files.keep_shut(document, document.CANNOT_OPEN, by=logged_in(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        log_change(request, document, "Cannot be opened; the force is to be asked for it again.")
        _request_file(request, document)
        if asked := document.queries.unanswered().select_related("submission__round").first():
            messages.success(request, "The question to the force is noted. Send its letter here.")
            round_, chosen = asked.submission.round, asked.submission_id
            return redirect(letters_page(round_, LetterKind.QUERY, chosen=chosen))
    return redirect("admin:offences_document_change", document.pk)


def _request_file(request: HttpRequest, document: Document) -> str:
    """Have each force that sent a file that stays shut asked for another; say who writes."""
    whose = Q(readings__document=document) | Q(documents=document)
    found = [each.rstrip(".") for each in document.held_back if each != UNOPENED]
    reasons = f": {'; '.join(found)}" if found else ""
    words = force_question("damaged" if document.is_damaged else "shut", reasons=reasons)
    anew = "again" if document.is_damaged else "without people’s data"
    why = ", which cannot be opened" if document.is_damaged else f" {anew}"
    what = f"“{document.title[:150]}”{why}"
    areas = []
    for submission in FoiSubmission.objects.filter(whose).select_related("force").distinct():
        with suppress(Refused):  # asked before
            readings.ask_about(submission, document, ("", ""), what, words, **by_and_now(request))
        areas.append(submission.force.area)
    if not areas:
        return f"It belongs to no request: ask its sender for it {anew}."
    return (
        f"A data officer finds it on Today, to ask {and_list(areas)} for the file {anew}. "
        "The letter is below."
    )


def _show_document(
    request: HttpRequest, document: Document, name: str, **context: Any
) -> HttpResponse:
    template = f"files/document_{name}"
    return show_page(request, template, subject=document, document=document, **context)
