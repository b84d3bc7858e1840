"""The check of a return by a second person, and what changed since the last one."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import BadRequest
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.html import format_html_join

from offences import counts
from offences.counts import CellKey
from offences.intake.returns.explanations import left_out_in_words
from offences.models import AnnualCount, FoiSubmission, ForceBreak, Reading, SendBack
from offences.staff.files.sheet_picture import address_of
from offences.staff.forms import Attempt
from offences.staff.grid.grid import Grid
from offences.staff.grid.paper_panel import paper_panel
from offences.staff.grid.tables import key_of
from offences.staff.names import logged_in, name_of, who_and_when
from offences.staff.pages import (
    by_and_now,
    get_submission,
    log_change,
    may,
    require,
    show_submission,
    staff_page,
)
from offences.staff.send_backs import notes_of, send_back_form
from offences.statistics.notation import write_entry
from offences.statistics.years import Year

CHECKED = "Marked as checked"  # as it is in the history of a return


@staff_page("check", FoiSubmission, "view_foisubmission")
def check_grid(request: HttpRequest, object_id: int) -> HttpResponse:
    """Show the grid to a checker: what needs a look, which zeros are true, and the mark."""
    submission, attempt = get_submission(object_id), Attempt()
    grid = Grid.of(submission)
    may_check = may(request.user, "check_foisubmission")
    if request.method == "POST":
        require(request, "check_foisubmission")
        with attempt:
            if "_uncheck" in request.POST:
                return _uncheck(request, submission)
            return _check(request, grid)
    changes = changes_since_check(submission)
    changed = changes.cells if changes else []
    for change in changed:
        if change.key in grid.cells:
            grid.cells[change.key].before = change.before or "empty"
    breaks = ForceBreak.objects.filter(submission=submission).select_related("measure")
    shown: dict[str, Any] = {"grid": grid, "read_only": True, "may_check": may_check}
    shown |= {"panel": paper_panel(submission, grid.documents, grid.rows, request.GET)}
    shown |= {"more": next_to_check(submission, request) if may_check else None}
    shown |= {"reason": counts.why_not_check(submission, grid.rows, logged_in(request))}
    notes = notes_of(submission)
    shown |= {"notes": notes, "is_sent_back": any(not note.settled for note in notes)}
    if may_check and not counts.why_not_send_back(submission, grid.rows, logged_in(request)):
        shown |= {"back": send_back_form(submission.edition)}
    shown |= {"problems": grid.open_queries + grid.jumps + grid.remarks + grid.explanations}
    shown |= {"asked": len(grid.asked_cells), "missing": grid.missing}
    shown |= {"red_lines": _red_lines(request, grid), "left_out": _left_out(submission)}
    shown |= {"ticked": request.POST.getlist("zero"), "leave": "leave" in request.POST}
    shown |= {"refusal": attempt.refusal, "people": _people(grid), "breaks": breaks}
    shown |= {"changes": changes, "changed": [(grid.cells.get(c.key), c) for c in changed]}
    return show_submission(request, "grid/check", submission, **shown)


def _red_lines(request: HttpRequest, grid: Grid) -> list[tuple[counts.RedLine, str, str | None]]:
    """Each red line, the cell of the grid that it is about, and what is typed as its answer."""
    lines = counts.red_lines(grid.submission, grid.rows)
    return [(e, grid.cells[e.cell].id, request.POST.get(f"red-{e.key}")) for e in lines]


def _uncheck(request: HttpRequest, submission: FoiSubmission) -> HttpResponse:
    counts.uncheck(submission)
    log_change(request, submission, "Checked mark removed.")
    messages.success(request, f"{submission} is no longer marked as checked.")
    return HttpResponseRedirect(request.path)


def _check(request: HttpRequest, grid: Grid) -> HttpResponse:
    """Mark a return as checked; then the same page or the next return. May be refused.

    Answers to red lines are stored in any case. They were read of the counts as the form shows
    them: if those change meanwhile, the edition does, and the mark is refused.
    """
    submission = grid.submission
    try:
        edition = int(request.POST["edition"])
        confirmed = [int(pk) for pk in request.POST.getlist("zero")]
    except (KeyError, ValueError) as broken:
        raise BadRequest("The form came without its edition. Open the page again.") from broken
    named = ((name, text) for name, text in request.POST.items() if name.startswith("red-"))
    answers = {name.removeprefix("red-"): str(text) for name, text in named}
    for line, answer in counts.save_check_answers(submission, answers, **by_and_now(request)):
        log_change(request, submission, f"Answered: {line.words} “{answer}”")
    if "_answers" in request.POST:
        return HttpResponseRedirect(request.path)
    done = counts.mark_checked(
        submission,
        **by_and_now(request),
        edition=edition,
        confirm_zeros=confirmed,
        leave_zeros="leave" in request.POST,
    )
    text = _in_words(done)
    log_change(request, submission, text)
    messages.success(request, f"{submission}. {text}")
    following = next_to_check(submission, request) if "_next" in request.POST else None
    if following is None:
        return HttpResponseRedirect(request.path)
    return redirect("admin:offences_foisubmission_check", following.pk)


def next_to_check(after: FoiSubmission, request: HttpRequest) -> FoiSubmission | None:
    """The next return that this person may check, of the same round first, by its force's area."""
    me = request.user.pk
    own = AnnualCount.objects.current().filter(submission=OuterRef("pk"), recorded_by=me)
    waiting = FoiSubmission.objects.to_check().exclude(pk=after.pk).exclude(entered_by=me)
    waiting = waiting.exclude(send_backs__in=SendBack.objects.unsettled())
    waiting = waiting.exclude(Exists(own)).annotate(
        other_round=~Q(round=after.round_id), earlier=Q(force__area__lt=after.force.area)
    )
    return waiting.order_by("other_round", "earlier", "force__area", "number").first()


def _in_words(done: counts.Checked) -> str:
    """The outcome of a check, for the person and for the history of the return."""
    parts = [f"{CHECKED}."]
    if done.confirmed:
        many = f"{done.confirmed} zeros are confirmed."
        parts.append("One zero is confirmed." if done.confirmed == 1 else many)
    if done.left:
        many = f"{done.left} zeros stay open and are not published."
        parts.append("One zero stays open and is not published." if done.left == 1 else many)
    return " ".join(parts)


def _left_out(submission: FoiSubmission) -> list[tuple[str, str]]:
    """The parts of a return's files that an officer left out, with the link to the reading."""
    rows = Reading.objects.filter(submission=submission, stored_at__isnull=False)
    return [(line, address_of(row)) for row in rows for line in left_out_in_words(row)]


def _people(grid: Grid) -> list[tuple[str, int, dt.datetime]]:
    """Who entered how many of the stored counts, and when last."""
    found: dict[str, list[dt.datetime]] = {}
    for row in grid.rows:
        found.setdefault(name_of(row.recorded_by), []).append(row.recorded_at)
    return [(name, len(times), max(times)) for name, times in found.items()]


# History


def _written(row: AnnualCount | None) -> str:
    return write_entry(counts.entry_of(row)) if row else ""


def history_of(count: AnnualCount) -> str:
    """Every count that a cell has had, who entered it and who removed it."""
    of_cell = {"measure": count.measure_id, "year": count.year, "category": count.category_id}
    rows = AnnualCount.objects.filter(submission=count.submission_id, **of_cell)
    rows = rows.select_related("recorded_by", "retired_by").order_by("-pk")
    return format_html_join("", "<p>{}</p>", ((_life(row),) for row in rows))


def _life(row: AnnualCount) -> str:
    words = f"{_written(row)} entered {who_and_when(row.recorded_by, row.recorded_at)}"
    if row.retired_at:
        words += f"; removed {who_and_when(row.retired_by, row.retired_at)}"
    return words


@dataclass(frozen=True)
class CellDifference:
    """One cell that differs from what a checker saw, or from what was first entered."""

    key: CellKey
    label: str
    before: str  # empty if there was none
    after: str  # empty if the count was removed
    who: str


@dataclass(frozen=True)
class ReturnChanges:
    """Everything that changed since the last check, or since the first save."""

    since: str  # “it was last checked by Cy Moss, 20 June 2019, 10:42”
    cells: Sequence[CellDifference]
    checked_before: bool


def changes_since_check(submission: FoiSubmission) -> ReturnChanges | None:
    """Return what changed since the last check; before the first, since the first save.

    None for a return that is marked as checked. A fixed number of queries, whatever changed.
    """
    if submission.checked_at or submission.entered_at is None:
        return None
    counts_of = AnnualCount.objects.filter(submission=submission)
    related = counts_of.select_related("recorded_by", "retired_by", "category")
    rows = list(related.order_by("measure", "category__breakdown", "category", "year", "pk"))
    checks = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(FoiSubmission),
        object_id=str(submission.pk),
        change_message__startswith=CHECKED,
    )
    if last := checks.select_related("user").order_by("-action_time").first():
        since = f"it was last checked {who_and_when(last.user, last.action_time)}"
        return ReturnChanges(since, _differences(rows, last.action_time), True)
    first = min((row.recorded_at for row in rows), default=submission.entered_at)
    # A checker has seen none of it yet, so a count that was added later is as new as the others.
    replaced = [each for each in _differences(rows, first) if each.before]
    return ReturnChanges("the counts were first entered", replaced, False)


def _differences(rows: Iterable[AnnualCount], since: dt.datetime) -> list[CellDifference]:
    """Compare every cell as it was at a moment with what it is now."""
    old: dict[CellKey, AnnualCount] = {}
    now: dict[CellKey, AnnualCount] = {}
    gone: dict[CellKey, AnnualCount] = {}
    for row in rows:
        key = key_of(row)
        if row.recorded_at <= since and (row.retired_at is None or row.retired_at > since):
            old[key] = row
        if row.retired_at is None:
            now[key] = row
        elif row.retired_at > since:
            gone[key] = row
    found = []
    for key in dict.fromkeys((*now, *old)):
        before, after = old.get(key), now.get(key)
        if before is after:
            continue
        last = after or gone[key]
        label = f"{last.category.name}, {Year(last.year)}"
        who = who_and_when(last.retired_by, last.retired_at)
        if after:
            who = who_and_when(last.recorded_by, last.recorded_at)
        found.append(CellDifference(key, label, _written(before), _written(after), who))
    return found
