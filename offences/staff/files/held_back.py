"""A file that was held back, for whoever is not the data lead; and a return that is to be checked
again because a file came."""

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from offences.models import FoiSubmission, Reading
from offences.rounds.letters import held_back_letter
from offences.staff.grid.views import page_context


def is_closed(request: HttpRequest, reading: Reading) -> bool:
    """Whether nothing of what was read is for this person.

    One column of names was found in it: a label, a problem that quotes a cell or the column beside
    may tell of the same children.
    """
    return (
        reading.document.is_held_back
        and bool(reading.read.personal)
        and not request.user.has_perm("offences.clear_document")
    )


def show_held(page: ModelAdmin, request: HttpRequest, reading: Reading) -> HttpResponse:
    """That it is held back, why, and the letter to the force: nothing else of it."""
    context = {
        "title": f"What was read in {reading.name}",
        "document": reading.document,
        "held_letter": held_back_letter(reading.submission, reading.document),
    }
    return TemplateResponse(
        request,
        "admin/offences/foisubmission/held.html",
        {**page_context(page, request, reading.submission), **context},
    )


def warn_if_unchecked(request: HttpRequest, submission: FoiSubmission, was_checked: bool) -> None:
    """Say that a new file took the *checked* mark away, where it did."""
    if was_checked and submission.checked_at is None:
        messages.warning(
            request,
            f"{submission} is no longer marked as checked: a release tells of its files. A "
            "checker, not you, looks again.",
        )
