"""The entry grid of one return: years across, categories down.

A text is read by `statistics.notation.read_entry` alone: while it is typed (`read_grid` answers the
page's script), and when it is saved. Storing is all or nothing: one text that cannot be read keeps
the whole save back, with everything typed still in the form.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import BadRequest, PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from offences import counts
from offences.admin.cells import Grid, GridCell, Problem, Question
from offences.admin.looking import choose_from, name_of, signed_in
from offences.counts import CellChange, CellKey
from offences.models import (
    AnnualCount,
    Document,
    FoiSubmission,
)
from offences.statistics.notation import Entry, write_entry


class SourceForm(forms.Form):
    """Which paper the cells of one save come from."""

    document = forms.ModelChoiceField(Document.objects.none(), required=False, label="Document")
    sheet = forms.CharField(max_length=100, required=False, label="Sheet or page")

    def __init__(self, grid: Grid, data: QueryDict | None = None) -> None:
        initial = {"document": grid.documents[0].pk} if len(grid.documents) == 1 else {}
        super().__init__(data, initial=initial)
        documents = Document.objects.filter(pk__in=[d.pk for d in grid.documents])
        field = choose_from(self, "document", documents)
        field.empty_label = "choose" if grid.documents else "none is filed yet"


def moment_in_words(at: dt.datetime, now: dt.datetime) -> str:
    """“10:42” today, “3 May 2019 at 10:42” on another day."""
    at, now = timezone.localtime(at), timezone.localtime(now)
    clock = f"{at:%H:%M}"
    return clock if at.date() == now.date() else f"{at.day} {at:%B %Y} at {clock}"


def submission_for_grid(object_id: int) -> FoiSubmission:
    return get_object_or_404(
        FoiSubmission.objects.select_related(
            "round", "force", "entered_by", "checked_by", "opened_by"
        ),
        pk=object_id,
    )


def may_enter(request: HttpRequest) -> bool:
    return request.user.has_perms(["offences.add_annualcount", "offences.change_annualcount"])


NO_FORM_OF_OURS = "The form came without what it was opened with. Open it again."


@dataclass(frozen=True)
class Opened:
    """What a form was opened with: the edition, the rows of its cells, and what they held."""

    edition: int
    seen: dict[CellKey, int]
    bases: dict[CellKey, Entry]


def _opened(post: QueryDict, grid: Grid) -> Opened:
    """The edition and the rows that the form was opened with; refused where no page sent it.

    Rows are retired, never lost: each that a form names is one of its own cell, and a cell that
    two people changed has had one.
    """
    of_id = {cell.id: key for key, cell in grid.cells.items()}
    try:
        edition = int(str(post["edition"]))
        sent = json.loads(str(post["seen"])).items()
        seen = {of_id[name]: pk for name, pk in sent if name in of_id}
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError) as broken:
        raise BadRequest(NO_FORM_OF_OURS) from broken
    if any(type(pk) is not int for pk in seen.values()):
        raise BadRequest(NO_FORM_OF_OURS)
    asked = {of_id[name] for name in post.getlist("asked") if name in of_id}
    ever = _ever(grid) if seen or asked else {}
    if any((key, pk) not in ever for key, pk in seen.items()):
        raise BadRequest(NO_FORM_OF_OURS)
    if asked - {key for key, _ in ever}:
        raise BadRequest(NO_FORM_OF_OURS)
    bases = {key: counts.entry_of(ever[key, pk]) for key, pk in seen.items()}
    return Opened(edition, seen, bases)


def _ever(grid: Grid) -> dict[tuple[CellKey, int], AnnualCount]:
    """Every count that a return has had, standing or taken out, with its cell."""
    return {
        ((row.measure_id, row.year, row.category_id), row.pk): row
        for row in AnnualCount.objects.filter(submission=grid.submission)
    }


def _changed_since(submission: FoiSubmission, edition: int, now: dt.datetime) -> str:
    if submission.edition == edition:
        return ""
    if submission.entered_by is None or submission.entered_at is None:
        return "Every count was taken out of this grid after you opened it."
    return (
        f"{name_of(submission.entered_by)} changed this return at "
        f"{moment_in_words(submission.entered_at, now)}, after you opened it. If you both changed "
        "one cell, you are asked which to keep when you save. Nothing you typed is lost."
    )


PRESENT = dt.timedelta(minutes=15)


def _also_here(request: HttpRequest, submission: FoiSubmission, now: dt.datetime) -> str:
    """Who else was at this grid just now."""
    person, at = submission.opened_by, submission.opened_at
    if person is None or at is None or person.pk == request.user.pk or now - at > PRESENT:
        return ""
    return (
        f"{name_of(person)} had this grid open at {moment_in_words(at, now)} and may be typing "
        "too. If you both change one cell, the second to save is asked which to keep."
    )


def read_grid(page: ModelAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """What the page's script asks while cells are typed: every cell as it would be read."""
    submission = submission_for_grid(object_id)
    if request.method != "POST" or not page.has_view_permission(request, submission):
        raise PermissionDenied
    grid = Grid.of(submission)
    grid.type(request.POST)
    edition = _opened(request.POST, grid).edition
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
                foot.key: {
                    "kind": foot.agreement.kind,
                    "words": foot.sign + foot.agreement.words,
                }
                for foot in feet
            },
            "wholes": {
                foot.key: {"kind": foot.against_whole.kind, "words": foot.whole_in_words}
                for foot in feet
            },
            "problems": render_to_string(
                "admin/offences/foisubmission/problems.html", {"problems": grid.problems}
            ),
            "notice": _changed_since(submission, edition, now)
            or _also_here(request, submission, now),
        }
    )


def enter_grid(page: ModelAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """Open the grid, or save what was typed in it."""
    submission = submission_for_grid(object_id)
    if not page.has_view_permission(request, submission):
        raise PermissionDenied
    grid = Grid.of(submission)
    now = timezone.now()
    if request.method != "POST":
        also = ""
        if may_enter(request):
            also = _also_here(request, submission, now)
            FoiSubmission.objects.filter(pk=submission.pk).update(
                opened_by=signed_in(request), opened_at=now
            )
        return _show(
            page, request, grid, SourceForm(grid), submission.edition, grid.rows_seen, also=also
        )
    if not may_enter(request):
        raise PermissionDenied
    opened = _opened(request.POST, grid)
    edition, seen, bases = opened.edition, opened.seen, opened.bases
    for key, cell in grid.cells.items():  # a cell the form did not send was not touched
        if (text := request.POST.get(cell.id)) is None:
            text = write_entry(bases[key]) if key in bases else ""
        cell.type(text)
    form = SourceForm(grid, request.POST)
    problems = grid.faults + _answer_questions(grid, request.POST)
    touched = {
        key: cell
        for key, cell in grid.cells.items()
        if not cell.fault and cell.entry != bases.get(key)
    }
    if form.is_valid():
        filed = form.cleaned_data["document"]
        if grid.documents and not filed and any(cell.entry for cell in touched.values()):
            problems.append(
                Problem("stop", "id_document", "Source", "Say which document these cells are from.")
            )
    else:
        problems += [
            Problem("stop", f"id_{name}", str(form[name].label), " ".join(map(str, errors)))
            for name, errors in form.errors.items()
        ]
    if problems:
        return _show(page, request, grid, form, edition, seen, refused=problems)
    changes = {key: _change(cell, form.cleaned_data) for key, cell in touched.items()}
    try:
        saved = counts.save_cells(
            submission, changes, by=signed_in(request), now=now, edition=edition, seen=seen
        )
    except counts.Conflict as conflict:
        return _ask(page, request, grid, form, touched, conflict, now)
    return _saved(page, request, grid, saved)


def _change(cell: GridCell, source: Mapping) -> CellChange:
    """What is typed, with its source. A doubt or a note about the cell outlives the number."""
    return CellChange(
        cell.entry,
        document=source["document"],
        sheet=source["sheet"],
        as_written=cell.text.strip()[:100],
        note=cell.row.note if cell.row else "",
        doubt=cell.row.doubt if cell.row else "",
    )


def _answer_questions(grid: Grid, post: QueryDict) -> list[Problem]:
    """After a conflict: put the value that was chosen into each cell that was asked about."""
    problems = []
    by_id = {cell.id: cell for cell in grid.cells.values()}
    for name in post.getlist("asked"):
        cell = by_id.get(name)
        if cell is None:
            continue
        answer = post.get(f"keep-{name}")
        if answer == "theirs":
            cell.type(cell.stored)
        elif answer != "mine":
            problems.append(Problem("stop", f"keep-{name}", cell.label, "Say which value to keep."))
    return problems


def _ask(page, request, grid, form, touched, conflict, now) -> HttpResponse:
    """Show both values of each cell that two people changed. The rest of the form is as typed."""
    submission = submission_for_grid(grid.submission.pk)
    fresh = Grid.of(submission)
    for key, cell in touched.items():
        if key in fresh.cells:
            fresh.cells[key].type(cell.text)
    questions = [
        Question(fresh.cells[clash.key], clash, moment_in_words(clash.at, now))
        for clash in conflict.clashes
        if clash.key in fresh.cells
    ]
    return _show(
        page, request, fresh, form, submission.edition, fresh.rows_seen, questions=questions
    )


def _again(grid: Grid, post: QueryDict, now: dt.datetime) -> list[Question]:
    """The questions of a form that came back refused, with the answers given so far."""
    by_id = {cell.id: cell for cell in grid.cells.values()}
    questions = []
    for name in post.getlist("asked"):
        cell, answer = by_id.get(name), post.get(f"keep-{name}", "")
        if cell is None or answer == "theirs":
            continue  # decided: the other's value is in the cell by now
        measure, year, category = cell.key
        newest = AnnualCount.objects.filter(
            submission=grid.submission, measure=measure, year=year, category=category
        ).latest("pk")
        clash = counts.Clash(
            cell.key,
            cell.entry,
            cell.stored_entry,
            newest.retired_by or newest.recorded_by,
            newest.retired_at or newest.recorded_at,
        )
        questions.append(Question(cell, clash, moment_in_words(clash.at, now), answer))
    return questions


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
        return HttpResponseRedirect(request.path)
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
    edition: int,
    seen: Mapping[CellKey, int],
    *,
    refused: list[Problem] | None = None,
    questions: list[Question] | None = None,
    also: str = "",
) -> HttpResponse:
    now = timezone.now()
    if refused and not questions:
        questions = _again(grid, request.POST, now)
    submission = grid.submission
    return TemplateResponse(
        request,
        "admin/offences/foisubmission/grid.html",
        {
            **page_context(page, request, submission),
            "grid": grid,
            "form": form,
            "edition": edition,
            "seen": json.dumps({grid.cells[key].id: pk for key, pk in seen.items()}),
            "may_enter": may_enter(request),
            "refused": bool(refused),
            "problems": (refused or []) + (grid.to_look_at if refused else grid.problems),
            "questions": questions or [],
            "notice": "" if questions else _changed_since(submission, edition, now) or also,
            "mine": submission.entered_by_id == request.user.pk,
        },
    )
