"""What was read in a force's file: looked at, answered, stored.

The page shows the sheet coloured by how each cell was read, and beside it the open questions. It is
one form without a script: every answer is saved with the reading, and the page is made afresh.
Nothing is a count before the last button, which stores all of it or nothing.
"""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from offences.intake import returns as readings
from offences.intake.pending import AlreadyStored
from offences.intake.returns import ReadingAnswers, ReadingPlan
from offences.intake.returns.answers import LabelAnswer
from offences.intake.returns.labels import ROLES
from offences.intake.returns.sorting import AT_ONCE
from offences.models import AnnualCount, FoiQuery, FoiSubmission, Reading, folded_label
from offences.refused import Refused
from offences.rounds.letters import held_back_letter, query_letter
from offences.staff.files import questions, sheet_picture
from offences.staff.files.count_files import ALREADY_STORED
from offences.staff.files.sheet_picture import SheetView, address_of
from offences.staff.names import who_and_when
from offences.staff.pages import (
    by_and_now,
    get_submission,
    log_change,
    may,
    may_enter,
    number_in,
    show_submission,
    staff_page,
)

NOT_YET = (
    "What you changed on this page is saved, and no count is stored yet. Below is what the file "
    "would do now: look at it, then store it."
)


PAGE = "<int:object_id>/reading/<int:reading>/"


@staff_page("reading", FoiSubmission, "view_foisubmission", route=PAGE)
def show_reading(request: HttpRequest, object_id: int, reading: int) -> HttpResponse:
    """Show what was read in one file, what it would do, and what is still to be answered."""
    submission = get_submission(object_id)
    rows = Reading.objects.select_related("document__seen", "stored_by", "read_by")
    found = get_object_or_404(rows, pk=reading, submission=submission)
    found.submission = submission
    if not found.is_read:
        # Its worker was stopped, or it was matched before it was read.
        try:
            readings.read_document(found.document, timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("admin:offences_foisubmission_bring", submission.pk)
    closed = _is_closed(request, found)
    if request.method == "POST":
        if not may_enter(request):
            raise PermissionDenied
        if closed:
            messages.error(request, "The data lead has to look at the file first.")
            return HttpResponseRedirect(address_of(found))
        return _answer(request, found)
    if closed:  # that it is held back, why, and the letter to the force: nothing else of it
        return _show_page(request, "held_back", found)
    return _show(request, found)


def _is_closed(request: HttpRequest, reading: Reading) -> bool:
    """Whether this person may see nothing of what was read.

    A column of names was found in it: a label, a problem that quotes a cell or the next column may
    be about the same children.
    """
    is_personal = reading.document.is_held_back and bool(reading.read.personal)
    return is_personal and not may(request.user, "clear_document")


def _show_page(request: HttpRequest, name: str, found: Reading, **context: Any) -> HttpResponse:
    submission, document = found.submission, found.document
    context |= {"document": document, "held_letter": held_back_letter(submission, document)}
    title = f"What was read in {found.name}"
    return show_submission(request, f"files/{name}", submission, title=title, **context)


def _show(request: HttpRequest, reading: Reading) -> HttpResponse:
    plan = readings.plan_of(reading)
    tables, asked = reading.read.tables, request.GET
    number = number_in(asked, "sheet") or _sheet_named(reading, asked.get("named", ""))
    row, column = number_in(asked, "row"), number_in(asked, "column")
    picture = sheet_picture.picture_of(plan, number, row, column)
    with_table = {table.sheet for table in tables}
    queries = (
        FoiQuery.objects.unanswered()
        .filter(submission=reading.submission, document=reading.document)
        .select_related("submission__force", "submission__round", "document")
    )
    at = asked.get("at", "").replace("+", " ").split()
    sheets = [
        (number, sheet.name, sheet.name in with_table)
        for number, sheet in enumerate(reading.read.sheets, 1)
    ]
    hidden = [name for name in reading.read.hidden if "!" not in name]
    shown: dict[str, Any] = {"reading": reading, "plan": plan}
    shown |= {"picture": picture, "legend": sheet_picture.LEGEND, "at": frozenset(at)}
    shown |= {"sheets": sheets, "hidden": hidden, "kinds": [*ROLES, "other"]}
    shown |= {"tables": [_table(plan, number) for number in range(len(tables))]}
    shown |= {"nothing": not any(table.observations for table in tables)}
    shown |= {"queries": [(query, query_letter(query)) for query in queries]}
    shown |= {"stored": who_and_when(reading.stored_by, reading.stored_at)}
    shown |= {"may_enter": may_enter(request), "may_clear": may(request.user, "clear_document")}
    return _show_page(request, "reading", reading, **shown, **_questions_and_changes(plan, picture))


def _questions_and_changes(plan: ReadingPlan, picture: SheetView | None) -> dict[str, Any]:
    """What the page asks about the reading and would change, each with the link to its cell."""
    alone, changes = questions.group_year_changes(plan)
    places = sheet_picture.places_of_labels(plan)

    def to(sheet: str, cell: str | None) -> str:
        return sheet_picture.link_to(picture, sheet, cell)

    unknown = []
    for each in plan.questions:
        place = places.get((each.sheet, folded_label(each.text)), each.cell)
        unknown.append((each, place, to(each.sheet, place), questions.choices_of(plan, each)))
    parts = [(step, step.figure.parts[0].cell) for step in plan.of("changed")[:60]]
    rows = changes.rows if changes else []
    shown: dict[str, Any] = {"unknown": unknown, "left": questions.ignored_cells(plan)}
    shown |= {"two_ways": any(why.endswith(AT_ONCE) for why in plan.sorted.ignored)}
    shown |= {"alone": [(each, to(each.sheet, each.cell)) for each in alone], "changes": changes}
    shown |= {"change_rows": [(each, own, to(each.sheet, each.cell)) for each, own in rows]}
    shown |= {"named": questions.named_labels(plan), "new": plan.of("new")[:60]}
    shown |= {"changed": [(step, to(step.figure.sheet, cell)) for step, cell in parts]}
    return shown | {"problems": plan.problems, "steps": len(plan.rows)}


def _sheet_named(reading: Reading, name: str) -> int:
    names = [sheet.name for sheet in reading.read.sheets]
    if name in names:
        return names.index(name) + 1
    with_table = {table.sheet for table in reading.read.tables}
    return next((number for number, each in enumerate(names, 1) if each in with_table), 1)


def _table(plan: ReadingPlan, number: int) -> dict[str, Any]:
    """One table, with what may be corrected in it."""
    table, answer = plan.reading.read.tables[number], plan.answers.table(number)
    roles = sorted({role for each in table.observations for role in each.labels if role in ROLES})
    return {
        "number": number,
        "sheet": table.sheet,
        "range": table.range,
        "cells": len(table.observations),
        "on": answer.on,
        "measure": plan.measure_of[number],
        "axes": [(role, answer.roles.get(role, role), role in answer.added) for role in roles],
        "corrected": bool(answer.roles or answer.added),
    }


# Answers


def _answer(request: HttpRequest, reading: Reading) -> HttpResponse:
    names = [name for name in ("sheet", "row", "column") if name in request.GET]
    here = HttpResponseRedirect(
        address_of(reading, **{name: number_in(request.GET, name) for name in names})
    )
    try:
        edition = int(request.POST["edition"])
    except (KeyError, ValueError) as broken:
        raise BadRequest("The form came without its edition. Open the page again.") from broken
    try:
        answers = _answers_in(request.POST, readings.plan_of(reading))
        if answers != ReadingAnswers.of(reading):
            readings.save_answers(reading, answers, edition)
            if "_store" in request.POST:
                messages.warning(request, NOT_YET)
                return here
        if "_store" in request.POST:
            return _store(request, reading)
        if problem := request.POST.get("_ask"):
            plan, question = readings.plan_of(reading), request.POST.get(f"ask-{problem}", "")
            query = readings.ask_force(plan, problem, question, **by_and_now(request))
            log_change(request, reading.submission, f"Asked the force: {query.what}.")
            until = "is queried until the force has answered. The letter is below."
            messages.success(request, f"{query.what} {until}")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return here


def _answers_in(post: QueryDict, plan: ReadingPlan) -> ReadingAnswers:
    """The answers so far, with those of the form."""
    answers = plan.answers
    for question in plan.questions:
        to = post.get(f"word-{question.key}", "")
        if to and to in {key for key, _ in questions.choices_of(plan, question)}:
            remember = f"remember-{question.key}" in post
            answers = answers.with_label(question.key, LabelAnswer(to, remember, question.text))
    for key in post.getlist("forget"):
        answers = answers.without_label(key)
    if "tables" in post:
        answers = _table_answers(post, plan, answers)
    for problem in plan.problems:
        if (said := post.get(f"said-{problem.key}")) is not None:
            answers = answers.with_explanation(problem.key, said)
        if problem.cell and (typed := post.get(f"correct-{problem.key}")) is not None:
            answers = answers.with_correction(f"{problem.sheet}!{problem.cell}", typed)
    for place in post.getlist("unmend"):
        answers = answers.with_correction(place, "")
    return questions.apply_year_answers(answers, plan, post)


def _table_answers(post: QueryDict, plan: ReadingPlan, answers: ReadingAnswers) -> ReadingAnswers:
    measures = {str(measure.pk): measure.pk for measure in plan.measures}
    for number in range(len(plan.reading.read.tables)):
        roles = {
            role: to
            for role in ROLES
            if (to := post.get(f"axis-{number}-{role}", "")) in (*ROLES, "other") and to != role
        }
        chosen = {
            "on": f"on-{number}" in post,
            "measure": measures.get(post.get(f"measure-{number}", "")),
            "roles": roles,
            "added": tuple(role for role in ROLES if f"added-{number}-{role}" in post),
        }
        before = answers.table(number)
        if any(getattr(before, name) != value for name, value in chosen.items()):
            answers = answers.with_table(number, **chosen)
    return answers


def _store(request: HttpRequest, reading: Reading) -> HttpResponse:
    grid = redirect("admin:offences_foisubmission_grid", reading.submission_id)
    try:
        stored = readings.store(reading, request.POST.get("shown", ""), **by_and_now(request))
    except AlreadyStored:
        messages.success(request, ALREADY_STORED)
        return grid
    saved = stored.saved
    for note in stored.practice.notes if stored.practice else ():
        messages.warning(request, note)
    steps = {"new": saved.new, "changed": saved.changed}
    done = ", ".join(f"{len(found)} {what}" for what, found in steps.items() if found)
    words = f"{reading.name}: {done or 'nothing changed'}."
    if done:
        log_change(request, reading.submission, f"Read from a file. {words}")
    messages.success(request, f"Stored. {words} A checker, not you, confirms it.")
    return grid


@staff_page("source", AnnualCount, "view_annualcount")
def show_source(request: HttpRequest, object_id: int) -> HttpResponse:
    """Go from a count to its cell: the reading of its file, or the file beside the grid."""
    count = get_object_or_404(AnnualCount, pk=object_id)
    its = {"submission": count.submission_id, "document": count.document_id}
    reading = Reading.objects.filter(**its).first()
    first = count.cell.partition(" ")[0]
    row, column = sheet_picture.row_and_column(first)
    if reading is not None and reading.read.sheets:
        cell = address_of(reading, named=count.sheet, row=row, column=column, at=count.cell)
        return redirect(f"{cell}#at-{first}")
    grid = reverse("admin:offences_foisubmission_grid", args=[count.submission_id])
    asked = {"paper": count.document_id or "", "named": count.sheet, "row": row, "at": first}
    if count.sheet.startswith("page ") and count.sheet[5:].isdecimal():
        asked |= {"page": count.sheet[5:]}
    return redirect(f"{grid}?{urlencode(asked)}#at-{first}")
