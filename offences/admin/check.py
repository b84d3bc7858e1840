"""The grid of a return for a second person: what to look at, true noughts, and the mark."""

import datetime as dt

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone

from offences import counts
from offences.admin.cells import Grid
from offences.admin.grid import page_context, submission_for_grid
from offences.admin.looking import name_of, signed_in


def check_grid(page: ModelAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """The grid for a second person: what to look at, which noughts are true, and the mark."""
    submission = submission_for_grid(object_id)
    if not page.has_view_permission(request, submission):
        raise PermissionDenied
    may_check = request.user.has_perm("offences.check_foisubmission")
    refusal = ""
    if request.method == "POST":
        if not may_check:
            raise PermissionDenied
        if "_uncheck" in request.POST:
            counts.uncheck(submission)
            page.log_change(request, submission, "Checked mark taken away.")
            messages.success(request, f"{submission} is no longer marked as checked.")
            return HttpResponseRedirect(request.path)
        try:
            edition = int(request.POST["edition"])
            confirmed = [int(pk) for pk in request.POST.getlist("nought")]
        except (KeyError, ValueError) as broken:
            raise BadRequest("The form came without its edition. Open the page again.") from broken
        try:
            done = counts.mark_checked(
                submission,
                by=signed_in(request),
                now=timezone.now(),
                edition=edition,
                confirm_noughts=confirmed,
                leave_noughts="leave" in request.POST,
            )
        except counts.Refused as refused:
            refusal = str(refused)
        else:
            text = (
                f"Marked as checked; noughts confirmed: {done.confirmed}, left open: {done.left}."
            )
            page.log_change(request, submission, text)
            messages.success(request, f"{submission}: {text}")
            return HttpResponseRedirect(request.path)
    grid = Grid.of(submission)
    return TemplateResponse(
        request,
        "admin/offences/foisubmission/check.html",
        {
            **page_context(page, request, submission),
            "grid": grid,
            "read_only": True,
            "may_check": may_check,
            "reason": counts.why_not_check(submission, grid.standing, signed_in(request)),
            "refusal": refusal,
            "problems": grid.disagreements + grid.jumps + grid.remarks,
            "ticked": set(request.POST.getlist("nought")),
            "people": _people(grid),
        },
    )


def _people(grid: Grid) -> list[tuple[str, int, dt.datetime]]:
    """Who entered how many of the standing counts, and when last."""
    found: dict[str, tuple[int, dt.datetime]] = {}
    for row in grid.standing:
        name = name_of(row.recorded_by)
        number, last = found.get(name, (0, row.recorded_at))
        found[name] = (number + 1, max(last, row.recorded_at))
    return [(name, number, last) for name, (number, last) in found.items()]
