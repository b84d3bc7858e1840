"""Forces' own files: uploaded one by one or several at once, and read now or by the worker.

Several files of a round are each matched to a force, which the officer confirms. What then becomes
of each is on its own page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from offences import tasks
from offences.intake import returns as readings
from offences.intake.returns import MatchGuess
from offences.models import Document, DocumentKind, FoiRound, FoiSubmission, Reading
from offences.refused import Refused
from offences.returns import ReadFile
from offences.staff import worker
from offences.staff.files.forms import MOST_FILES, ReturnFileForm, ReturnFilesForm
from offences.staff.files.links import address_of
from offences.staff.names import signed_in
from offences.staff.pages import log_change, show_page, staff_page
from offences.staff.submissions import ENTER, get_submission, show_submission

LARGE = 256 * 1024  # bytes; a larger file is for the worker, this one is read while a person waits


# One file


@staff_page("<int:object_id>/file/", "bring", under=FoiSubmission, permission=ENTER)
def upload_file(request: HttpRequest, object_id: int) -> HttpResponse:
    """Upload and read the file of one submission."""
    submission = get_submission(object_id)
    form = ReturnFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            return _read(request, submission, file, form.cleaned_data["password"])
        except Refused as refusal:
            form.add_error("file", str(refusal))
    return show_submission(
        request,
        "staff/files/return_upload.html",
        submission,
        form=form,
        readings=submission.readings.select_related("document", "stored_by"),
    )


def _read(
    request: HttpRequest, submission: FoiSubmission, file: UploadedFile, password: str
) -> HttpResponse:
    """Read it now; a large one is for the worker, unless it has a password: we never store one."""
    by, now = signed_in(request), timezone.now()
    data, name, was_checked = file.read(), str(file.name), submission.checked_at is not None
    if len(data) <= LARGE or password:
        reading = readings.upload(submission, data, name, by=by, now=now, password=password)
        _warn_if_unchecked(request, submission, was_checked)
        return redirect(address_of(reading))
    reading = readings.store_upload(submission, data, name, by=by, now=now)
    _warn_if_unchecked(request, submission, was_checked)
    if reading.is_read:
        return redirect(address_of(reading))
    task = tasks.read_returns.enqueue(by=by.pk, documents=[reading.document_id])
    return redirect("admin:offences_foisubmission_work", submission.pk, reading.pk, task.id)


@staff_page(
    "<int:object_id>/reading/<int:reading>/<uuid:number>/",
    "work",
    under=FoiSubmission,
    permission=ENTER,
)
def wait_for_reading(
    request: HttpRequest, object_id: int, reading: int, number: UUID
) -> HttpResponse:
    """Show how far the worker is with a large file, then what was read."""
    found = get_object_or_404(Reading, pk=reading, submission=object_id)
    result = worker.task_of(request, str(number), tasks.read_returns)
    work = worker.WorkerTask(
        f"Reading {found.name}",
        "The file is stored. Nothing in it is stored as a count.",
        reverse("admin:offences_foisubmission_bring", args=[object_id]),
        "Upload the file again",
    )
    if page := worker.show_unfinished(request, result, work, FoiSubmission, timezone.now()):
        return page
    return redirect(address_of(found))


def _warn_if_unchecked(request: HttpRequest, submission: FoiSubmission, was_checked: bool) -> None:
    """Say that a new file removed the *checked* mark, if it did."""
    if was_checked and submission.checked_at is None:
        messages.warning(
            request,
            f"{submission} is no longer marked as checked, because a release lists its files. A "
            "checker, not you, checks again.",
        )


# Several files of a round


@dataclass(frozen=True)
class FileMatch:
    """One file, the submission it seems to be of, and its reading once that is confirmed."""

    document: Document
    guess: MatchGuess | None
    chosen: FoiSubmission | None
    readings: Sequence[Reading]
    cells: int

    @property
    def links(self) -> list[tuple[str, str]]:
        return [(str(each.submission.force), address_of(each)) for each in self.readings]


@staff_page("<int:object_id>/returns/", "returns", under=FoiRound, permission=ENTER)
def upload_files(request: HttpRequest, object_id: int) -> HttpResponse:
    """Upload several files of a round; then confirm which force sent each."""
    round_ = get_object_or_404(FoiRound, pk=object_id)
    if documents := _documents_in(request.GET):
        return _match_files(request, round_, documents)
    form = ReturnFilesForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _store_files(request, round_, form.cleaned_data["returns"])
        except Refused as refusal:
            form.add_error("returns", str(refusal))
    return _show_round(request, round_, "returns_upload.html", form=form)


def _store_files(
    request: HttpRequest, round_: FoiRound, files: Sequence[UploadedFile]
) -> HttpResponse:
    """Store every file; read the small ones now, leave many or large ones to the worker."""
    by, now = signed_in(request), timezone.now()
    documents, size = [], 0
    for file in files:
        data, name = file.read(), str(file.name)
        size += len(data)
        try:
            documents.append(readings.store_file(data, name, by=by, now=now).pk)
        except Refused as refusal:
            raise Refused(
                f"{name}: {refusal} The files before it are stored: upload them all again, or "
                "only those that are missing."
            ) from refusal
    if size > LARGE or len(files) > 3:
        task = tasks.read_returns.enqueue(by=by.pk, documents=documents)
        return redirect("admin:offences_foiround_work", round_.pk, task.id)
    tasks.read_files(documents)
    return redirect(_match_address(round_, documents))


@staff_page("<int:object_id>/returns/<uuid:number>/", "work", under=FoiRound, permission=ENTER)
def wait_for_files(request: HttpRequest, object_id: int, number: UUID) -> HttpResponse:
    """Show how far the worker is with the files, then their matches."""
    round_ = get_object_or_404(FoiRound, pk=object_id)
    result = worker.task_of(request, str(number), tasks.read_returns)
    documents = result.kwargs["documents"]
    work = worker.WorkerTask(
        f"Reading {len(documents)} files",
        "The files are stored; any that are not read yet are read when their page is opened.",
        reverse("admin:offences_foiround_returns", args=[round_.pk]),
        "Upload the files again",
    )
    if page := worker.show_unfinished(request, result, work, FoiRound, timezone.now()):
        return page
    return redirect(_match_address(round_, documents))


def _match_address(round_: FoiRound, documents: Sequence[int]) -> str:
    address = reverse("admin:offences_foiround_returns", args=[round_.pk])
    return f"{address}?{'&'.join(f'document={pk}' for pk in documents)}"


def _documents_in(asked: QueryDict) -> list[Document]:
    keys = [int(text) for text in asked.getlist("document") if text.isdecimal() and len(text) < 10]
    kinds = [DocumentKind.RETURN, DocumentKind.LETTER]
    return list(
        Document.objects.filter(pk__in=keys[:MOST_FILES], kind__in=kinds)
        .select_related("seen")
        .order_by("title")
    )


def _match_files(
    request: HttpRequest, round_: FoiRound, documents: Sequence[Document]
) -> HttpResponse:
    submissions = list(
        round_.submissions.select_related("force", "round")
        .prefetch_related("force__spellings")
        .order_by("force__area", "number")
    )
    if request.method == "POST":
        return _confirm(request, round_, documents, submissions)
    matches = [_match(document, submissions) for document in documents]
    return _show_round(
        request, round_, "returns_match.html", matches=matches, submissions=submissions
    )


def _match(document: Document, submissions: list[FoiSubmission]) -> FileMatch:
    seen = getattr(document, "seen", None)
    read = seen.read if seen else ReadFile(document.title)
    keys = {submission.pk for submission in submissions}
    confirmed = [
        each
        for each in document.readings.select_related("submission__force")
        if each.submission_id in keys
    ]
    guesses = readings.match_submissions(document.title, read, submissions)
    certain = readings.certain_match(guesses)
    return FileMatch(
        document,
        guesses[0] if guesses else None,
        certain.submission if certain else None,
        confirmed,
        sum(len(table.observations) for table in read.tables),
    )


def _confirm(
    request: HttpRequest,
    round_: FoiRound,
    documents: Sequence[Document],
    submissions: Sequence[FoiSubmission],
) -> HttpResponse:
    by_key = {str(submission.pk): submission for submission in submissions}
    done = 0
    for document in documents:
        submission = by_key.get(request.POST.get(f"of-{document.pk}", ""))
        if submission is not None:
            was_checked = submission.checked_at is not None
            readings.assign(document, submission, by=signed_in(request), now=timezone.now())
            _warn_if_unchecked(request, submission, was_checked)
            log_change(request, round_, f"{document.title} is the file of {submission.force}.")
            done += 1
    left = len(documents) - done
    words = f"{done} file{'' if done == 1 else 's'} matched."
    if left:
        words += f" {left} not: choose the force, or leave {'it' if left == 1 else 'them'} for now."
    messages.success(
        request, f"{words} Open each below to see what was read; nothing is stored yet."
    )
    return redirect(_match_address(round_, [document.pk for document in documents]))


def _show_round(
    request: HttpRequest, round_: FoiRound, template: str, **context: Any
) -> HttpResponse:
    title = f"Files of {round_.name}"
    template = f"staff/files/{template}"
    return show_page(request, template, title=title, subject=round_, round=round_, **context)
