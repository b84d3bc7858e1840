"""The page of a reading: a force's file is shown, questions are answered, counts are stored.

The page shows the sheet coloured by how each cell was read, and beside it the open questions. It is
one form without a script: every answer is saved with the reading, and the page is made afresh.
Nothing becomes a count before the last button, which stores all of it or nothing.
"""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from offences.accounts.second_factor import require_fresh_proof
from offences.intake import returns as readings
from offences.intake.pending import AlreadyStored
from offences.intake.returns import AnswerConflict, ReadingAnswers
from offences.intake.returns.labels import BREAKDOWN_KINDS
from offences.models import AnnualCount, FoiQuery, FoiSubmission, Reading
from offences.refused import Refused
from offences.rounds.letters import held_back_letter
from offences.rounds.merging import query_letter
from offences.staff.files import questions, sheet_picture
from offences.staff.files.answer_form import (
    answers_in,
    as_sent,
    categories_by_breakdown,
    preferred_answers,
    read_basis,
    years_of,
)
from offences.staff.files.answer_words import answer_in_words, shown_conflict
from offences.staff.files.count_files import ALREADY_STORED
from offences.staff.files.reading_page import questions_and_changes, sheet_named, table_shown
from offences.staff.files.sheet_picture import address_of
from offences.staff.names import logged_in, who_and_when
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
from offences.staff.rounds.replies import reply_page

ANSWERED_MEANWHILE = (
    "A colleague answered the same thing while you had this page open. Both answers are below: "
    "choose one. Everything else that you answered is saved."
)
NOT_YET = (
    "Your changes on this page are saved, but no count is stored yet. Below is what would be "
    "stored now: look at it, then store it."
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
            return redirect("admin:offences_foisubmission_upload", submission.pk)
    is_of_people, may_see = _is_of_people(found), may(request.user, "clear_document")
    if is_of_people and may_see:
        require_fresh_proof(request)
    closed = is_of_people and not may_see
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


def _is_of_people(reading: Reading) -> bool:
    """Whether the file is held back and people were found in it: the data lead alone sees it.

    Where a column of names was found, any other cell may identify the same children.
    """
    return reading.document.is_held_back and bool(reading.read.personal)


def _show_page(request: HttpRequest, name: str, found: Reading, **context: Any) -> HttpResponse:
    submission, document = found.submission, found.document
    context |= {"shut_query": document.queries.unanswered().filter(submission=submission).first()}
    context |= {"document": document, "held_letter": held_back_letter(submission, document)}
    title = f"What was read in {found.name}"
    return show_submission(request, f"files/{name}", submission, title=title, **context)


def _show(
    request: HttpRequest, reading: Reading, conflicts: Sequence[AnswerConflict] = ()
) -> HttpResponse:
    plan = readings.plan_of(reading)
    tables, asked = reading.read.tables, request.GET
    number = number_in(asked, "sheet") or sheet_named(reading, asked.get("named", ""))
    row, column = number_in(asked, "row"), number_in(asked, "column")
    picture = sheet_picture.picture_of(plan, number, row, column)
    with_table = {table.sheet for table in tables}
    of_return = FoiQuery.objects.unanswered().filter(submission=reading.submission)
    queries = list(of_return.with_letters().select_related("document"))
    at = asked.get("at", "").replace("+", " ").split()
    sheets = [
        (number, sheet.name, sheet.name in with_table)
        for number, sheet in enumerate(reading.read.sheets, 1)
    ]
    hidden = [name for name in reading.read.hidden if "!" not in name]
    shown: dict[str, Any] = {"reading": reading, "plan": plan, "where": asked.get("where", "")}
    shown |= {"picture": picture, "legend": sheet_picture.legend_of(picture), "at": frozenset(at)}
    shown |= {"withheld": sheet_picture.withheld_signs(plan)}
    shown |= {"sheets": sheets, "hidden": hidden, "kinds": [*BREAKDOWN_KINDS, "other"]}
    shown |= {"tables": [table_shown(plan, number) for number in range(len(tables))]}
    shown |= {"years": years_of(plan), "breakdowns": categories_by_breakdown(plan)}
    shown |= {"nothing": not tables and not plan.rows, "opened": json.dumps(reading.answers)}
    letter = query_letter(reading.submission, queries, timezone.localdate(), logged_in(request))
    shown |= {"queries": queries, "letter": letter}
    shown |= {"to_send": any(each.letter_at is None for each in queries)}
    shown |= {"conflicts": [(shown_conflict(plan, each), as_sent(each)) for each in conflicts]}
    shown |= {"stored": who_and_when(reading.stored_by, reading.stored_at)}
    shown |= {"may_enter": may_enter(request), "may_clear": may(request.user, "clear_document")}
    shown |= questions_and_changes(plan, picture, queries)
    return _show_page(request, "reading", reading, **shown)


# Answers


def _answer(request: HttpRequest, reading: Reading) -> HttpResponse:
    names = [name for name in ("sheet", "row", "column") if name in request.GET]
    here = HttpResponseRedirect(
        address_of(reading, **{name: number_in(request.GET, name) for name in names})
    )
    opened = read_basis(request.POST)
    chosen = [*preferred_answers(request.POST)]
    try:
        answers, refused = answers_in(request.POST, readings.plan_of(reading, answers=opened))
        conflicts = _save(request, reading, answers, opened)
        for path, value in chosen:
            mine = ReadingAnswers.of(reading).with_leaf(path, value)
            conflicts += _save(request, reading, mine, ReadingAnswers.of(reading))
        for each in refused:
            messages.error(request, each)
        if conflicts:
            messages.warning(request, ANSWERED_MEANWHILE)
            return _show(request, reading, conflicts)
        if "_store" in request.POST:
            if refused or answers != opened or chosen:
                messages.warning(request, NOT_YET)
                return here
            return _store(request, reading)
        if about := request.POST.get("_ask"):
            plan = readings.plan_of(reading)
            open_ = [each.key for each in plan.problems if not each.is_answered]
            labels = [e.key for e in plan.questions if request.POST.get(f"ask-{e.key}")]
            _ask(request, reading, {"problems": open_, "labels": labels}.get(about, [about]))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return here


def _save(
    request: HttpRequest, reading: Reading, answers: ReadingAnswers, opened: ReadingAnswers
) -> list[AnswerConflict]:
    """Store what differs from the answers that the form was opened with, and note it."""
    before = ReadingAnswers.of(reading)
    conflicts = readings.save_answers(reading, answers, opened=opened, **by_and_now(request))
    after = ReadingAnswers.of(reading)
    if after.leaves != before.leaves:
        log_change(request, reading.submission, _in_words(reading, before, after))
    return conflicts


def _in_words(reading: Reading, before: ReadingAnswers, after: ReadingAnswers) -> str:
    """The answers in words, for the history of the return."""
    old, new = before.leaves, after.leaves
    plan = readings.plan_of(reading)
    changed = [path for path in dict.fromkeys((*new, *old)) if new.get(path) != old.get(path)]
    said = dict.fromkeys(answer_in_words(plan, path, new.get(path)) for path in changed)
    more = f"; and {len(said) - 12} more" if len(said) > 12 else ""
    return f"Reading of {reading.name}. {'; '.join([*said][:12])}{more}."


def _ask(request: HttpRequest, reading: Reading, problems: Sequence[str]) -> None:
    """Note questions to the force about these problems; one letter asks them all."""
    plan, step = readings.plan_of(reading), by_and_now(request)
    labels = {each.key: (each, place) for each, place in questions.labels_to_name(plan)}
    asked = []
    for key in problems:
        words = request.POST.get(f"ask-{key}", "")
        if key in labels:
            label, place = labels[key]
            what = f"“{questions.written_label(plan, label, place)}”"[:200]
            about = (reading.submission, reading.document, (label.sheet, place), what)
            asked.append(readings.ask_about(*about, words, **step).what)
        else:
            asked.append(readings.ask_force(plan, key, words, **step).what)
        log_change(request, reading.submission, f"Noted a question to the force: {asked[-1]}.")
    what = asked[0] if len(asked) == 1 else f"{len(asked)} questions to the force are noted. Each"
    until = "is to be asked: the letter has not been sent. It is below."
    if readings.plan_of(reading).may_confirm:
        until += " The counts can be stored before it."
    if asked:
        messages.success(request, f"{what} {until}")


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
    messages.success(request, f"Stored. {words} A checker, not you, checks it.")
    _ask_for_day(request, reading.submission)
    _next_reply(request, reading.submission)
    return grid


def _ask_for_day(request: HttpRequest, submission: FoiSubmission) -> None:
    """Ask for the day of an answer that came as a file alone: a release publishes it."""
    submission.refresh_from_db()
    if submission.outcome_on is None:
        page = reverse("admin:offences_foisubmission_change", args=[submission.pk])
        words = (
            "The day on which {} answered is not recorded, so readers would see that it is not "
            'known. <a href="{}#id_outcome_on">Write the date of the outcome</a>'
        )
        messages.warning(request, format_html(words, submission.force.area, page))


def _next_reply(request: HttpRequest, submission: FoiSubmission) -> None:
    """Say which reply waits next, where files came as replies of the round."""
    replies = submission.round.replies
    following = replies.to_file().order_by("added_at", "pk").first()
    if following:
        page, number = reply_page(following), replies.to_file().count()
        words = '<a href="{}">Next reply</a> ({} to file)'
        messages.info(request, format_html(words, page, number))
    elif replies.exists():
        page = reverse("admin:offences_foiround_replies", args=[submission.round_id])
        words = 'No other reply waits. <a href="{}">Replies of this round</a>'
        messages.info(request, format_html(words, page))


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
