"""The page of a drafting: its progress, and in the end what came of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.tasks import TaskResultStatus
from django.urls import reverse
from django.utils import timezone

from offences import tasks
from offences.models import CampaignEvent
from offences.staff import worker
from offences.staff.pages import staff_page
from offences.staff.today.queues import list_of

EVENTS = "admin:offences_campaignevent_changelist"


@staff_page(
    "drafting/<uuid:number>/",
    "drafting",
    under=CampaignEvent,
    permission="offences.add_pressrelease",
)
def show_drafting(request: HttpRequest, number: UUID) -> HttpResponse:
    """The drafting's progress; in the end, what came of it and the list of the texts."""
    result = worker.task_of(request, str(number), tasks.draft_events)
    drafting = worker.WorkerTask(
        "Drafting",
        "Each event is drafted as a whole or not at all: the list of texts shows which are.",
        reverse(EVENTS),
        "Choose the events again",
    )
    if page := worker.show_unfinished(request, result, drafting, CampaignEvent, timezone.now()):
        return page
    if result.status is not TaskResultStatus.SUCCESSFUL:
        messages.error(request, drafting.failure)
        return redirect(EVENTS)
    drafted = [answer for answer in result.return_value if "texts" in answer]
    for answer in result.return_value:
        if "refused" in answer:
            messages.error(request, answer["refused"])
        else:
            messages.success(request, _summary(answer))
    if not drafted:
        return redirect(EVENTS)
    return redirect(list_of("pressrelease", event__id__exact=drafted[-1]["event"]))


def _summary(answer: dict[str, Any]) -> str:
    words = f"{answer['name']}: {answer['texts']} texts."
    if number := answer["kept"]:
        words += (
            f" {number} {'was' if number == 1 else 'were'} edited or issued already and left as "
            f"{'it is' if number == 1 else 'they are'}. The edits of one that is not issued can be "
            "discarded on its page."
        )
    return words
