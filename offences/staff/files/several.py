"""Several files of a round at once: each is kept, read, and matched to its force, which the officer
confirms. What then becomes of each is on its own page."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from offences import tasks
from offences.intake import returns as readings
from offences.intake.returns import MatchGuess
from offences.models import Document, DocumentKind, FoiRound, FoiSubmission, Reading
from offences.refused import Refused
from offences.returns import ReadFile
from offences.staff import worker
from offences.staff.files.held_back import warn_if_unchecked
from offences.staff.files.links import address_of
from offences.staff.files.return_files import ACCEPTED, LARGE
from offences.staff.grid.views import may_enter
from offences.staff.people import signed_in

MOST = 60  # files at one time


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files."""

    widget = SeveralFiles(attrs={"accept": ACCEPTED, "multiple": True})

    def clean(self, data, initial=None):
        one = super().clean
        files = [one(each, initial) for each in data] if data else [one(data, initial)]
        if len(files) > MOST:
            raise ValidationError(f"These are {len(files)} files; {MOST} is the most at one time.")
        return files


class FilesForm(forms.Form):
    returns = FilesField(
        label="The forces’ files",
        allow_empty_file=True,
        help_text="As they came, several at once: xlsx, xls, ods, csv, pdf or docx, 25 MB at most "
        "each. A file with a password is brought on its force’s own page.",
    )


@dataclass(frozen=True)
class Match:
    """One file, the submission it seems to be of, and its reading once that is confirmed."""

    document: Document
    guess: MatchGuess | None
    chosen: FoiSubmission | None
    readings: list[Reading]
    cells: int

    @property
    def links(self) -> list[tuple[str, str]]:
        return [(str(each.submission.force), address_of(each)) for each in self.readings]


def bring_returns(page: ModelAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """The files come in; then their matches, to be confirmed."""
    round_ = get_object_or_404(FoiRound, pk=object_id)
    if not may_enter(request):
        raise PermissionDenied
    kept = _documents_in(request.GET)
    if kept:
        return _matches(page, request, round_, kept)
    form = FilesForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _kept(request, round_, form.cleaned_data["returns"])
        except Refused as refusal:
            form.add_error("returns", str(refusal))
    return _page(page, request, round_, "bring.html", {"form": form})


def _kept(request: HttpRequest, round_: FoiRound, files: list) -> HttpResponse:
    """Keep every file; read the small ones now, leave many or large ones to the worker."""
    by, now = signed_in(request), timezone.now()
    documents = []
    for file in files:
        try:
            documents.append(readings.store_file(file.read(), file.name, by=by, now=now).pk)
        except Refused as refusal:
            raise Refused(
                f"{file.name}: {refusal} The files before it are kept: bring them all again, or "
                "only those that are missing."
            ) from refusal
    if sum(file.size for file in files) > LARGE or len(files) > 3:
        task = tasks.read_returns.enqueue(by=by.pk, documents=documents)
        return redirect("admin:offences_foiround_work", round_.pk, task.id)
    tasks.read_files(documents)
    return redirect(_address(round_, documents))


def wait_for_returns(
    page: ModelAdmin, request: HttpRequest, object_id: int, number: UUID
) -> HttpResponse:
    """The worker reads the files; in the end their matches."""
    round_ = get_object_or_404(FoiRound, pk=object_id)
    if not may_enter(request):
        raise PermissionDenied
    result = worker.task_of(request, str(number), tasks.read_returns)
    documents = result.kwargs["documents"]
    told = worker.WorkerTask(
        f"Reading {len(documents)} files",
        "The files are kept; those that are not read yet are read when their page is opened.",
        reverse("admin:offences_foiround_returns", args=[round_.pk]),
        "Bring the files again",
    )
    if unfinished := worker.show_unfinished(request, result, told, FoiRound, timezone.now()):
        return unfinished
    return redirect(_address(round_, documents))


def _address(round_: FoiRound, documents: list[int]) -> str:
    address = reverse("admin:offences_foiround_returns", args=[round_.pk])
    return f"{address}?{'&'.join(f'document={pk}' for pk in documents)}"


def _documents_in(asked: QueryDict) -> list[Document]:
    keys = [int(text) for text in asked.getlist("document") if text.isdecimal() and len(text) < 10]
    kinds = [DocumentKind.RETURN, DocumentKind.LETTER]
    return list(
        Document.objects.filter(pk__in=keys[:MOST], kind__in=kinds)
        .select_related("seen")
        .order_by("title")
    )


def _matches(
    page: ModelAdmin, request: HttpRequest, round_: FoiRound, documents: list[Document]
) -> HttpResponse:
    submissions = list(
        round_.submissions.select_related("force", "round")
        .prefetch_related("force__spellings")
        .order_by("force__area", "number")
    )
    if request.method == "POST":
        return _confirm(page, request, round_, documents, submissions)
    context = {
        "matches": [_match(document, submissions) for document in documents],
        "submissions": submissions,
    }
    return _page(page, request, round_, "matches.html", context)


def _match(document: Document, submissions: list[FoiSubmission]) -> Match:
    seen = getattr(document, "seen", None)
    read = seen.read if seen else ReadFile(document.title)
    keys = {submission.pk for submission in submissions}
    there = [
        each
        for each in document.readings.select_related("submission__force")
        if each.submission_id in keys
    ]
    guesses = readings.match_submissions(document.title, read, submissions)
    sure = readings.certain_match(guesses)
    return Match(
        document,
        guesses[0] if guesses else None,
        sure.submission if sure else None,
        there,
        sum(len(table.observations) for table in read.tables),
    )


def _confirm(
    page: ModelAdmin,
    request: HttpRequest,
    round_: FoiRound,
    documents: list[Document],
    submissions: list[FoiSubmission],
) -> HttpResponse:
    by_key = {str(submission.pk): submission for submission in submissions}
    done = 0
    for document in documents:
        submission = by_key.get(request.POST.get(f"of-{document.pk}", ""))
        if submission is not None:
            was_checked = submission.checked_at is not None
            readings.assign(document, submission, by=signed_in(request), now=timezone.now())
            warn_if_unchecked(request, submission, was_checked)
            page.log_change(request, round_, f"{document.title} is the file of {submission.force}.")
            done += 1
    left = len(documents) - done
    told = f"{done} file{'' if done == 1 else 's'} matched."
    if left:
        told += f" {left} not: choose the force, or leave {'it' if left == 1 else 'them'} for now."
    messages.success(
        request, f"{told} Open each below to see what was read; nothing is stored yet."
    )
    return redirect(_address(round_, [document.pk for document in documents]))


def _page(
    page: ModelAdmin, request: HttpRequest, round_: FoiRound, template: str, context: dict
) -> HttpResponse:
    shared = {
        **page.admin_site.each_context(request),
        "opts": page.opts,
        "original": round_,
        "round": round_,
        "title": f"Files of {round_.name}",
    }
    return TemplateResponse(request, f"admin/offences/foiround/{template}", {**shared, **context})
