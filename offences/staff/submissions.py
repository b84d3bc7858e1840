"""What every page of one submission shares: who may open it, the row, the frame."""

from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from offences.models import FoiSubmission
from offences.staff.pages import show_page

VIEW = "offences.view_foisubmission"
ENTER = ("offences.add_annualcount", "offences.change_annualcount")


def may_enter(user: User | AnonymousUser) -> bool:
    return user.has_perms(ENTER)


def get_submission(pk: int) -> FoiSubmission:
    rows = FoiSubmission.objects.select_related(
        "round", "force", "entered_by", "checked_by", "opened_by"
    )
    return get_object_or_404(rows, pk=pk)


def show_submission(
    request: HttpRequest, template: str, submission: FoiSubmission, **context: Any
) -> TemplateResponse:
    """Render a page of a submission, with its own title if the context has none."""
    shared: dict[str, Any] = {"title": str(submission), "submission": submission}
    return show_page(request, template, subject=submission, **(shared | context))
