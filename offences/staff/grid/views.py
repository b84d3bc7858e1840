"""The entry grid of one return: years across, categories down.

A text is read by `statistics.notation.read_entry` alone: while it is typed (`read_grid` answers the
page's script), and when it is saved. Storing is all or nothing: if one text cannot be read nothing
is stored, and everything typed is still in the form.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone

from offences import counts
from offences.counts import CellKey
from offences.intake.returns import ask_about
from offences.models import Document, FoiSubmission
from offences.models.reading import MISSING_COUNTS
from offences.refused import Refused
from offences.staff.grid import drafts
from offences.staff.grid.conflicts import (
    CellConflict,
    FormBasis,
    apply_choices,
    changed_since,
    colleagues_here,
    drafts_of_colleagues,
    moment_in_words,
    open_conflicts,
    read_basis,
)
from offences.staff.grid.grid import Grid, SourceForm, apply_places, is_place_changed, to_change
from offences.staff.grid.paper_panel import paper_panel
from offences.staff.grid.tables import GridCell, GridProblem
from offences.staff.names import logged_in
from offences.staff.pages import (
    by_and_now,
    get_submission,
    log_change,
    may_enter,
    show_submission,
    staff_page,
)
from offences.staff.send_backs import notes_of
from offences.staff.today.queues import list_of
from offences.statistics.notation import Entry, write_entry
from offences.statistics.sums import Agreement
from offences.words.force_questions import force_question

type Touched = Mapping[CellKey, GridCell]


@dataclass
class GridForm:
    """A grid with what is typed in it, as a page shows it and a save stores it."""

    grid: Grid
    source: SourceForm
    basis: FormBasis
    now: dt.datetime
    draft: drafts.RestoredDraft | None = None
    stamp: str = ""  # of the draft that the form was made from
    conflicts: list[CellConflict] = field(default_factory=list)
    refused: list[GridProblem] = field(default_factory=list)
    presence: str = ""  # who else is at this grid


@staff_page("read", FoiSubmission, "view_foisubmission", route="<int:object_id>/grid/read/")
def read_grid(request: HttpRequest, object_id: int) -> HttpResponse:
    """Answer the page's script while cells are typed: every cell as it would be read."""
    submission = get_submission(object_id)
    if request.method != "POST":
        raise PermissionDenied
    grid = Grid.of(submission)
    for cell in grid.cells.values():
        cell.type(request.POST.get(cell.id, cell.text))  # one that was not sent stays as it is
    edition = read_basis(request.POST, grid).edition
    now = timezone.now()
    # The last person to open the grid is still there while they type.
    _if_last_here(request, submission).update(opened_at=now)
    feet = [foot for table in grid.tables for foot in table.feet]
    return JsonResponse(
        {
            "cells": {c.id: {"mark": c.mark, "echo": c.echo} for c in grid.cells.values()},
            "sums": {foot.key: {"words": foot.words, "without": foot.without} for foot in feet},
            "verdicts": {foot.key: _as_json(foot.verdict) for foot in feet},
            "wholes": {foot.key: _as_json(foot.whole_verdict) for foot in feet},
            "problems": render_to_string("staff/grid/problems.html", {"problems": grid.problems}),
            "notice": changed_since(submission, edition, now)
            or colleagues_here(logged_in(request), submission, now),
        }
    )


def _if_last_here(request: HttpRequest, submission: FoiSubmission) -> QuerySet[FoiSubmission]:
    """The return, if this person was the last to open its grid."""
    return FoiSubmission.objects.filter(pk=submission.pk, opened_by=logged_in(request))


def _as_json(verdict: Agreement) -> dict[str, str]:
    return {"kind": verdict.kind, "words": verdict.words}


@staff_page("grid", FoiSubmission, "view_foisubmission")
def edit_grid(request: HttpRequest, object_id: int) -> HttpResponse:
    """Open the grid; save what was typed in it, save it as a draft, or discard that draft."""
    submission = get_submission(object_id)
    now = timezone.now()
    if request.method != "POST":
        return _open(request, submission, now)
    if "_throw" in request.POST:  # a person's own, whatever that person may do by now
        return _discard_draft(request, submission)
    if not may_enter(request):
        raise PermissionDenied
    grid = Grid.of(submission)
    if "_rest" in request.POST:
        return _ask_for_rest(request, grid)
    if "_question" in request.POST:
        return _note_question(request, grid, "the whole return", request.POST["_question"])
    basis = read_basis(request.POST, grid)
    for key, cell in grid.cells.items():  # one that the form did not send was not touched
        cell.type(request.POST.get(cell.id, basis.text_of(key)))
    apply_places(grid, request.POST)
    unanswered = apply_choices(grid, request.POST)
    stamp = request.POST.get("draft", "")
    form = GridForm(grid, SourceForm(grid, request.POST), basis, now, stamp=stamp)
    is_draft = "_draft" in request.POST
    return _save_draft(request, form) if is_draft else _save(request, form, unanswered)


def _open(request: HttpRequest, submission: FoiSubmission, now: dt.datetime) -> HttpResponse:
    person = logged_in(request)
    grid = Grid.of(submission)
    form = GridForm(grid, SourceForm(grid), FormBasis.current(grid), now)
    draft = drafts.draft_of(submission, person)
    if not may_enter(request):
        form.draft = drafts.as_text(draft, grid) if draft else None
        return _show(request, form)
    form.presence = colleagues_here(person, submission, now)
    FoiSubmission.objects.filter(pk=submission.pk).update(opened_by=person, opened_at=now)
    if draft:
        form.draft = restored = drafts.restore(draft, grid)
        form.basis = restored.basis
        if restored.form:
            form.source, form.stamp = SourceForm(grid, restored.form), restored.stamp
            form.conflicts = open_conflicts(grid, restored.form, now)
    return _show(request, form)


def _ask_for_rest(request: HttpRequest, grid: Grid) -> HttpResponse:
    """Note the question for the missing counts, and open its letter."""
    missing = grid.missing
    of_counts = [document for document, _, _ in grid.sources if document]
    document = next(iter([*of_counts, *grid.documents]), None)
    if not missing:
        messages.error(request, "Nothing is asked: no count is missing.")
        return HttpResponseRedirect(request.get_full_path())
    what = f"{len(missing)} {MISSING_COUNTS}"
    words = force_question("rest", missing=grid.missing_in_words)
    return _note_question(request, grid, what, words, document)


def _note_question(
    request: HttpRequest, grid: Grid, what: str, words: str, document: Document | None = None
) -> HttpResponse:
    """Note a question to the force about a return, and open its letter."""
    submission = grid.submission
    try:
        query = ask_about(submission, document, ("", ""), what, words, **by_and_now(request))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(request.get_full_path())
    log_change(request, submission, f"Noted a question to the force: {what}.")
    wait = "Nobody marks the return as checked until the force’s answer is written down here."
    messages.success(request, f"The letter about {what} is below: send it. {wait}")
    return redirect("admin:offences_foiquery_change", query.pk)


def _discard_draft(request: HttpRequest, submission: FoiSubmission) -> HttpResponse:
    try:
        drafts.discard(submission, logged_in(request), request.POST.get("draft", ""))
    except drafts.DraftConflict as other:
        at = moment_in_words(other.draft.saved_at, timezone.now())
        again = f"You saved this draft again at {at}, in another window."
        messages.warning(request, f"{again} It is still here: look at it, then discard it.")
    else:
        gone = "Your draft is discarded. The grid shows what is stored and nothing else."
        messages.success(request, gone)
    return HttpResponseRedirect(request.get_full_path())


def _save_draft(request: HttpRequest, form: GridForm) -> HttpResponse:
    """Save what is typed, faults and all; no count is stored."""
    grid, now = form.grid, form.now
    try:
        draft = drafts.save_draft(grid, form.basis, request.POST, by=logged_in(request), now=now)
    except drafts.DraftTooLong as too_long:
        form.refused = [GridProblem("stop", "grid-form", "Not saved.", str(too_long))]
        return _show(request, form)
    except drafts.DraftConflict as other:
        why = drafts.describe_conflict(other, grid, now)
        form.refused = [GridProblem("stop", "keep-draft", "Not saved.", why)]
        form.stamp = drafts.stamp_of(other.draft)
        return _show(request, form)
    if draft is None:
        none = "Nothing is typed here that is not stored: there is no draft to save."
        messages.info(request, none)
    else:
        messages.success(request, f"Draft saved at {moment_in_words(draft.saved_at, now)}.")
    return HttpResponseRedirect(request.get_full_path())


def _save(request: HttpRequest, form: GridForm, unanswered: list[GridProblem]) -> HttpResponse:
    grid, person = form.grid, logged_in(request)
    touched = {
        key: cell
        for key, cell in grid.cells.items()
        if not cell.fault and (cell.entry != form.basis.entries.get(key) or is_place_changed(cell))
    }
    form.refused = grid.faults + unanswered + _source_faults(form, touched)
    if form.refused:
        return _show(request, form)
    changes = {key: to_change(cell, form.source.cleaned_data) for key, cell in touched.items()}
    try:
        with transaction.atomic():
            opened: dict[str, Any] = {"edition": form.basis.edition, "seen": form.basis.rows}
            saved = counts.save_cells(grid.submission, changes, by=person, now=form.now, **opened)
            unplaced = drafts.finish(grid, person, form.stamp)
    except counts.Conflict as conflict:
        return _ask(request, form, touched, conflict)
    if unplaced:
        lost = "; ".join(f"{label}: {text}" for label, text in unplaced)
        messages.warning(request, f"Not stored, because this grid has no such cell: {lost}.")
    return _report(request, grid, saved)


def _source_faults(form: GridForm, touched: Touched) -> list[GridProblem]:
    source = form.source
    if not source.is_valid():
        return [
            GridProblem("stop", f"id_{name}", str(source[name].label), " ".join(map(str, errors)))
            for name, errors in source.errors.items()
        ]
    placeless = any(cell.entry and not cell.at for cell in touched.values())
    chosen = source.cleaned_data
    if placeless and not chosen["document"] and not chosen["no_document_why"]:
        which = "Say which document these cells are from, or why they are from none."
        target = "id_document" if form.grid.documents else "id_no_document_why"
        return [GridProblem("stop", target, "Source", which)]
    return []


def _ask(
    request: HttpRequest, form: GridForm, touched: Touched, conflict: counts.Conflict
) -> HttpResponse:
    """Show both values of each cell that two people changed. The rest of the form is as typed."""
    fresh = Grid.of(get_submission(form.grid.submission.pk))
    for key, cell in touched.items():
        if key in fresh.cells:
            fresh.cells[key].type(cell.text)
            fresh.cells[key].at = cell.at
    form.conflicts = [
        CellConflict(fresh.cells[clash.key], clash, moment_in_words(clash.at, form.now))
        for clash in conflict.clashes
        if clash.key in fresh.cells
    ]
    form.grid, form.basis = fresh, FormBasis.current(fresh)
    return _show(request, form)


def _report(request: HttpRequest, grid: Grid, saved: counts.Saved) -> HttpResponse:
    """Say what was stored, and go back to the grid or on to the next return."""
    submission = grid.submission
    _if_last_here(request, submission).update(opened_by=None, opened_at=None)
    kinds = {"new": saved.new, "changed": saved.changed, "cleared": saved.cleared}
    if parts := [f"{len(found)} {what}" for what, found in kinds.items() if found]:
        old_to_new = [_difference(grid, each) for each in (*saved.changed, *saved.cleared)]
        text = f"{submission}: {', '.join(parts)}."
        if old_to_new:
            more = f" and {len(old_to_new) - 3} more" if len(old_to_new) > 3 else ""
            text += f" {'; '.join(old_to_new[:3])}{more}."
        log_change(request, submission, text)
        messages.success(request, f"Saved. {text} A checker, not you, confirms it.")
    else:
        messages.info(request, f"{submission}: nothing changed, nothing was stored.")
    if "_next" not in request.POST:
        return HttpResponseRedirect(request.get_full_path())
    following = next_return(submission)
    if following is None:
        messages.info(request, f"No other return of {submission.round} waits for its counts.")
        return redirect(list_of("foisubmission", round__id__exact=submission.round_id))
    return redirect("admin:offences_foisubmission_grid", following.pk)


def _difference(grid: Grid, each: counts.Difference) -> str:
    label, after = grid.cells[each.key].label, _written(each.after)
    if each.before == each.after:
        return f"{label}: {after} as before, from another place"
    return f"{label}: {_written(each.before)} → {after}"


def _written(entry: Entry | None) -> str:
    return write_entry(entry) if entry else "empty"


def next_return(submission: FoiSubmission) -> FoiSubmission | None:
    """The next return of the round without counts, by its force's name, and round again.

    A force that never answered has no return to enter.
    """
    rows = FoiSubmission.objects.filter(round=submission.round_id, entered_at__isnull=True)
    rows = rows.exclude(pk=submission.pk).exclude(outcome=FoiSubmission.Outcome.NO_RESPONSE)
    waiting: QuerySet[FoiSubmission] = rows.order_by("force__name", "number")
    name, number = submission.force.name, submission.number
    later = Q(force__name__gt=name) | Q(force__name=name, number__gt=number)
    return waiting.filter(later).first() or waiting.first()


def _show(request: HttpRequest, form: GridForm) -> HttpResponse:
    grid, now, draft = form.grid, form.now, form.draft
    submission = grid.submission
    conflicts = form.conflicts
    if form.refused and not conflicts:
        conflicts = open_conflicts(grid, request.POST, now)
    notice = changed_since(submission, form.basis.edition, now) or form.presence
    others = drafts_of_colleagues(logged_in(request), submission, now)
    look_at = grid.warnings if form.refused else grid.problems
    shown: dict[str, Any] = {"grid": grid, "form": form.source, "stamp": form.stamp}
    shown |= {"panel": paper_panel(submission, grid.documents, grid.rows, request.GET)}
    shown |= {"edition": form.basis.edition, "seen": form.basis.rows_as_json(grid)}
    shown |= {"draft": draft, "draft_at": moment_in_words(draft.saved_at, now) if draft else ""}
    shown |= {"refused": bool(form.refused), "problems": form.refused + look_at}
    notes = [note for note in notes_of(submission) if not note.settled]
    shown |= {"notes": notes, "is_sent_back": bool(notes)}
    is_stored = submission.entered_at and not (form.refused or conflicts or draft or notes)
    shown |= {"to_save": not is_stored}  # nothing is typed yet: its step is another return's
    shown |= {"conflicts": conflicts, "notice": "" if conflicts else notice, "others": others}
    return show_submission(request, "grid/grid", submission, may_enter=may_enter(request), **shown)
