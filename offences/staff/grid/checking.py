"""The check of a return by a second person: what needs a look, true zeros, and the mark."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect

from offences import counts
from offences.models import AnnualCount, FoiSubmission, ForceBreak
from offences.staff.forms import Attempt
from offences.staff.grid.grid import Grid
from offences.staff.grid.history import CHECKED, changes_since_check
from offences.staff.grid.paper_panel import paper_panel
from offences.staff.names import name_of, signed_in
from offences.staff.pages import (
    by_and_now,
    get_submission,
    log_change,
    may,
    require,
    show_submission,
    staff_page,
)


@staff_page("check", FoiSubmission, "view_foisubmission")
def check_grid(request: HttpRequest, object_id: int) -> HttpResponse:
    """Show the grid to a checker: what needs a look, which zeros are true, and the mark."""
    submission, attempt = get_submission(object_id), Attempt()
    may_check = may(request.user, "check_foisubmission")
    if request.method == "POST":
        require(request, "check_foisubmission")
        with attempt:
            step = _uncheck if "_uncheck" in request.POST else _check
            return step(request, submission)
    grid, changes = Grid.of(submission), changes_since_check(submission)
    changed = changes.cells if changes else []
    for change in changed:
        if change.key in grid.cells:
            grid.cells[change.key].before = change.before or "empty"
    breaks = ForceBreak.objects.filter(submission=submission).select_related("measure")
    shown: dict[str, Any] = {"grid": grid, "read_only": True, "may_check": may_check}
    shown |= {"panel": paper_panel(submission, grid.documents, request.GET)}
    shown |= {"more": may_check and next_to_check(submission, request) is not None}
    shown |= {"reason": counts.why_not_check(submission, grid.rows, signed_in(request))}
    shown |= {"problems": grid.asked + grid.disagreements + grid.jumps + grid.remarks}
    shown |= {"refusal": attempt.refusal, "people": _people(grid), "breaks": breaks}
    shown |= {"changes": changes, "changed": [(grid.cells.get(c.key), c) for c in changed]}
    return show_submission(request, "grid/check", submission, **shown)


def _uncheck(request: HttpRequest, submission: FoiSubmission) -> HttpResponse:
    counts.uncheck(submission)
    log_change(request, submission, "Checked mark removed.")
    messages.success(request, f"{submission} is no longer marked as checked.")
    return HttpResponseRedirect(request.path)


def _check(request: HttpRequest, submission: FoiSubmission) -> HttpResponse:
    """Mark a return as checked; then the same page or the next return. May be refused."""
    try:
        edition = int(request.POST["edition"])
        confirmed = [int(pk) for pk in request.POST.getlist("zero")]
    except (KeyError, ValueError) as broken:
        raise BadRequest("The form came without its edition. Open the page again.") from broken
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
    waiting = waiting.exclude(Exists(own)).annotate(
        other_round=~Q(round=after.round_id), earlier=Q(force__area__lt=after.force.area)
    )
    return waiting.order_by("other_round", "earlier", "force__area", "number").first()


def _in_words(done: counts.Checked) -> str:
    """What a check did, for the person and for the history of the return."""
    parts = [f"{CHECKED}."]
    if done.confirmed:
        many = f"{done.confirmed} zeros are confirmed."
        parts.append("One zero is confirmed." if done.confirmed == 1 else many)
    if done.left:
        many = f"{done.left} zeros stay open and are not published."
        parts.append("One zero stays open and is not published." if done.left == 1 else many)
    return " ".join(parts)


def _people(grid: Grid) -> list[tuple[str, int, dt.datetime]]:
    """Who entered how many of the stored counts, and when last."""
    found: dict[str, list[dt.datetime]] = {}
    for row in grid.rows:
        found.setdefault(name_of(row.recorded_by), []).append(row.recorded_at)
    return [(name, len(times), max(times)) for name, times in found.items()]
