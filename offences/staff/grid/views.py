"""The entry grid of one return: years across, categories down.

A text is read by `statistics.notation.read_entry` alone: while it is typed (`read_grid` answers the
page's script), and when it is saved. Storing is all or nothing: one text that cannot be read keeps
the whole save back, with everything typed still in the form.
"""

import datetime as dt
from collections.abc import Mapping

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from offences import counts
from offences.models import FoiSubmission
from offences.staff.grid import drafts
from offences.staff.grid.conflicts import CellConflict, apply_choices, open_conflicts
from offences.staff.grid.form_basis import FormBasis, read_basis, type_in
from offences.staff.grid.grid import Grid
from offences.staff.grid.paper_panel import paper_panel
from offences.staff.grid.presence import changed_since, moment_in_words, others_drafts, others_here
from offences.staff.grid.sources import SourceForm, apply_places, has_moved, to_change
from offences.staff.grid.tables import GridProblem
from offences.staff.people import signed_in
from offences.statistics.notation import Entry, write_entry


def submission_for_grid(object_id: int) -> FoiSubmission:
    return get_object_or_404(
        FoiSubmission.objects.select_related(
            "round", "force", "entered_by", "checked_by", "opened_by"
        ),
        pk=object_id,
    )


def may_enter(request: HttpRequest) -> bool:
    return request.user.has_perms(["offences.add_annualcount", "offences.change_annualcount"])


def read_grid(page: ModelAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """What the page's script asks while cells are typed: every cell as it would be read."""
    submission = submission_for_grid(object_id)
    if request.method != "POST" or not page.has_view_permission(request, submission):
        raise PermissionDenied
    grid = Grid.of(submission)
    grid.type(request.POST)
    edition = read_basis(request.POST, grid).edition
    now = timezone.now()
    # Whoever came last and still types is here still.
    FoiSubmission.objects.filter(pk=submission.pk, opened_by=signed_in(request)).update(
        opened_at=now
    )
    feet = [foot for table in grid.tables for foot in table.feet]
    return JsonResponse(
        {
            "cells": {c.id: {"mark": c.mark, "echo": c.echo} for c in grid.cells.values()},
            "sums": {foot.key: {"words": foot.words, "without": foot.without} for foot in feet},
            "verdicts": {
                foot.key: {"kind": foot.verdict.kind, "words": foot.verdict.words} for foot in feet
            },
            "wholes": {
                foot.key: {"kind": foot.whole_verdict.kind, "words": foot.whole_verdict.words}
                for foot in feet
            },
            "problems": render_to_string(
                "admin/offences/foisubmission/problems.html", {"problems": grid.problems}
            ),
            "notice": changed_since(submission, edition, now)
            or others_here(signed_in(request), submission, now),
        }
    )


def enter_grid(page: ModelAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """Open the grid; save what was typed in it, keep it as a draft, or throw that draft away."""
    submission = submission_for_grid(object_id)
    if not page.has_view_permission(request, submission):
        raise PermissionDenied
    now = timezone.now()
    if request.method != "POST":
        return _open(page, request, submission, now)
    if "_throw" in request.POST:  # a person's own, whatever that person may do by now
        return _throw_away(request, submission, now)
    if not may_enter(request):
        raise PermissionDenied
    grid = Grid.of(submission)
    opened = read_basis(request.POST, grid)
    type_in(grid, request.POST, opened)
    apply_places(grid, request.POST)
    unanswered = apply_choices(grid, request.POST)
    if "_draft" in request.POST:
        return _keep(page, request, grid, opened, now)
    return _save(page, request, grid, opened, unanswered, now)


def _open(
    page: ModelAdmin, request: HttpRequest, submission: FoiSubmission, now: dt.datetime
) -> HttpResponse:
    person = signed_in(request)
    grid = Grid.of(submission)
    opened, also, draft = FormBasis.now(grid), "", drafts.draft_of(submission, person)
    if not may_enter(request):
        shown = drafts.as_text(draft, grid) if draft else None
        return _show(page, request, grid, SourceForm(grid), opened, draft=shown)
    also = others_here(person, submission, now)
    FoiSubmission.objects.filter(pk=submission.pk).update(opened_by=person, opened_at=now)
    if draft is None:
        return _show(page, request, grid, SourceForm(grid), opened, also=also)
    found = drafts.restore(draft, grid)
    return _show(
        page,
        request,
        grid,
        SourceForm(grid, found.form) if found.form else SourceForm(grid),
        found.opened,
        questions=open_conflicts(grid, found.form, now) if found.form else [],
        also=also,
        draft=found,
    )


def _throw_away(request: HttpRequest, submission: FoiSubmission, now: dt.datetime) -> HttpResponse:
    try:
        drafts.discard(submission, signed_in(request), request.POST.get("draft", ""))
    except drafts.DraftConflict as other:
        at = moment_in_words(other.draft.saved_at, now)
        messages.warning(
            request,
            f"You kept this draft again at {at}, in another window. It is still here: look at it, "
            "then throw it away.",
        )
    else:
        messages.success(
            request, "Your draft is thrown away. The grid shows what is stored and nothing else."
        )
    return HttpResponseRedirect(request.get_full_path())


def _keep(
    page: ModelAdmin, request: HttpRequest, grid: Grid, opened: FormBasis, now: dt.datetime
) -> HttpResponse:
    """What is typed, faults and all, is put by; no count is stored."""
    try:
        draft = drafts.save_draft(grid, opened, request.POST, by=signed_in(request), now=now)
    except drafts.DraftTooLong as too_long:
        stop = GridProblem("stop", "grid-form", "Not kept.", str(too_long))
        return _show(page, request, grid, SourceForm(grid, request.POST), opened, refused=[stop])
    except drafts.DraftConflict as other:
        stop = GridProblem(
            "stop", "keep-draft", "Not kept.", drafts.describe_conflict(other, grid, now)
        )
        return _show(
            page,
            request,
            grid,
            SourceForm(grid, request.POST),
            opened,
            refused=[stop],
            stamp=drafts.stamp_of(other.draft),
        )
    if draft is None:
        messages.info(
            request, "Nothing is typed here that is not stored: there is no draft to keep."
        )
    else:
        messages.success(request, f"Draft kept at {moment_in_words(draft.saved_at, now)}.")
    return HttpResponseRedirect(request.get_full_path())


def _save(page, request, grid: Grid, opened: FormBasis, unanswered, now) -> HttpResponse:
    submission, person = grid.submission, signed_in(request)
    form = SourceForm(grid, request.POST)
    touched = {
        key: cell
        for key, cell in grid.cells.items()
        if not cell.fault and (cell.entry != opened.bases.get(key) or has_moved(cell))
    }
    problems = grid.faults + unanswered + _faults_of_source(grid, form, touched)
    if problems:
        return _show(page, request, grid, form, opened, refused=problems)
    changes = {key: to_change(cell, form.cleaned_data) for key, cell in touched.items()}
    try:
        with transaction.atomic():
            saved = counts.save_cells(
                submission,
                changes,
                by=person,
                now=now,
                edition=opened.edition,
                seen=opened.seen,
            )
            lost = drafts.finish(grid, person, request.POST.get("draft", ""))
    except counts.Conflict as conflict:
        return _ask(page, request, grid, form, touched, conflict, now)
    if lost:
        told = "; ".join(f"{label}: {text}" for label, text in lost)
        messages.warning(request, f"Not stored, since this grid has no such cell: {told}.")
    return _saved(page, request, grid, saved)


def _faults_of_source(grid: Grid, form: SourceForm, touched: Mapping) -> list[GridProblem]:
    if not form.is_valid():
        return [
            GridProblem("stop", f"id_{name}", str(form[name].label), " ".join(map(str, errors)))
            for name, errors in form.errors.items()
        ]
    placeless = any(cell.entry and not cell.at for cell in touched.values())
    if grid.documents and not form.cleaned_data["document"] and placeless:
        said = "Say which document these cells are from."
        return [GridProblem("stop", "id_document", "Source", said)]
    return []


def _ask(page, request, grid, form, touched, conflict, now) -> HttpResponse:
    """Show both values of each cell that two people changed. The rest of the form is as typed."""
    submission = submission_for_grid(grid.submission.pk)
    fresh = Grid.of(submission)
    for key, cell in touched.items():
        if key in fresh.cells:
            fresh.cells[key].type(cell.text)
            fresh.cells[key].at = cell.at
    questions = [
        CellConflict(fresh.cells[clash.key], clash, moment_in_words(clash.at, now))
        for clash in conflict.clashes
        if clash.key in fresh.cells
    ]
    return _show(page, request, fresh, form, FormBasis.now(fresh), questions=questions)


def _saved(page, request, grid: Grid, saved: counts.Saved) -> HttpResponse:
    submission = grid.submission
    FoiSubmission.objects.filter(pk=submission.pk, opened_by=signed_in(request)).update(
        opened_by=None, opened_at=None
    )
    parts = []
    for what, found in (("new", saved.new), ("changed", saved.changed), ("cleared", saved.cleared)):
        if found:
            parts.append(f"{len(found)} {what}")
    if parts:
        old_to_new = [
            f"{grid.cells[d.key].label}: {_said(d.before)} → {_said(d.after)}"
            if d.before != d.after
            else f"{grid.cells[d.key].label}: {_said(d.after)} as before, from another place"
            for d in (*saved.changed, *saved.cleared)
        ]
        text = f"{submission}: {', '.join(parts)}."
        if old_to_new:
            more = f" and {len(old_to_new) - 3} more" if len(old_to_new) > 3 else ""
            text += f" {'; '.join(old_to_new[:3])}{more}."
        page.log_change(request, submission, text)
        messages.success(request, f"Saved. {text} A checker, not you, confirms it.")
    else:
        messages.info(request, f"{submission}: nothing changed, nothing was stored.")
    if "_next" not in request.POST:
        return HttpResponseRedirect(request.get_full_path())
    following = next_return(submission)
    if following is None:
        messages.info(request, f"No other return of {submission.round} waits for its counts.")
        changelist = reverse("admin:offences_foisubmission_changelist")
        return HttpResponseRedirect(f"{changelist}?round__id__exact={submission.round_id}")
    return HttpResponseRedirect(reverse("admin:offences_foisubmission_grid", args=[following.pk]))


def _said(entry: Entry | None) -> str:
    return write_entry(entry) if entry else "empty"


def next_return(submission: FoiSubmission) -> FoiSubmission | None:
    """The next of the round without counts, by the name of its force; after the last, the first.

    Where a force never answered there is no return to enter.
    """
    waiting: QuerySet[FoiSubmission] = (
        FoiSubmission.objects.filter(round=submission.round_id, entered_at__isnull=True)
        .exclude(pk=submission.pk)
        .exclude(outcome=FoiSubmission.Outcome.NO_RESPONSE)
        .order_by("force__name", "number")
    )
    name, number = submission.force.name, submission.number
    later = Q(force__name__gt=name) | Q(force__name=name, number__gt=number)
    return waiting.filter(later).first() or waiting.first()


def page_context(page: ModelAdmin, request: HttpRequest, submission: FoiSubmission) -> dict:
    return {
        **page.admin_site.each_context(request),
        "opts": page.opts,
        "original": submission,
        "submission": submission,
        "title": str(submission),
    }


def _show(
    page: ModelAdmin,
    request: HttpRequest,
    grid: Grid,
    form: SourceForm,
    opened: FormBasis,
    *,
    refused: list[GridProblem] | None = None,
    questions: list[CellConflict] | None = None,
    also: str = "",
    draft: drafts.RestoredDraft | None = None,
    stamp: str = "",
) -> HttpResponse:
    """The page. `stamp` is of the draft that this form was made of, and takes the place of."""
    now, submission = timezone.now(), grid.submission
    if refused and not questions:
        questions = open_conflicts(grid, request.POST, now)
    if not stamp:
        stamp = draft.stamp if draft and draft.form else request.POST.get("draft", "")
    return TemplateResponse(
        request,
        "admin/offences/foisubmission/grid.html",
        {
            **page_context(page, request, submission),
            "grid": grid,
            "form": form,
            "beside": paper_panel(submission, grid.documents, request.GET),
            "edition": opened.edition,
            "seen": opened.seen_in_form(grid),
            "draft": draft,
            "draft_at": moment_in_words(draft.saved_at, now) if draft else "",
            "stamp": stamp,
            "others": others_drafts(signed_in(request), submission, now),
            "may_enter": may_enter(request),
            "refused": bool(refused),
            "problems": (refused or []) + (grid.to_look_at if refused else grid.problems),
            "questions": questions or [],
            "notice": "" if questions else changed_since(submission, opened.edition, now) or also,
            "mine": submission.entered_by_id == request.user.pk,
        },
    )
