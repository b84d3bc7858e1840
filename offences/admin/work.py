"""Work that the worker does, as the person who asked for it sees it: how far it is, then its end.

The page lives on the admin page of its subject, which shows the end; until then it is this one.
Without its script it is looked at again by a link.
"""

from django.contrib.admin import ModelAdmin
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.tasks import TaskResult
from django.template.response import TemplateResponse
from django.utils import timezone

from offences import tasks
from offences.admin.looking import signed_in

BROKE_OFF = (
    "This broke off, and nothing of it is stored. Try it again; if it breaks off again, tell "
    "whoever runs this site."
)
PATIENCE = 15  # seconds after which a page asks whether a worker runs at all


def of(request: HttpRequest, number: str) -> TaskResult:
    """The work with this number; 404 for everybody but the person who asked for it."""
    result = tasks.result_of(number, signed_in(request))
    if result is None:
        raise Http404("No such work of yours.")
    return result


def unfinished(
    page: ModelAdmin, request: HttpRequest, result: TaskResult, title: str
) -> HttpResponse | None:
    """How far it is: a page, or what its script asks for; None once the end can be shown."""
    asked = "progress" in request.GET
    if result.is_finished and not asked:
        return None
    progress = tasks.progress_of(result)
    waited = (timezone.now() - result.enqueued_at).total_seconds() if result.enqueued_at else 0
    if progress:
        words = progress.what
    elif result.started_at or waited < PATIENCE:
        words = "Waiting for its turn"
    else:
        words = (
            "Nothing has begun it yet. If nothing happens within a minute, ask whoever runs this "
            "site whether the worker is running."
        )
    if asked:
        told = {"words": words, "finished": result.is_finished}
        told |= {"done": progress.done, "of": progress.of} if progress else {}
        return JsonResponse(told, headers={"Cache-Control": "no-store"})
    context = page.admin_site.each_context(request)
    context |= {"title": title, "opts": page.opts, "words": words, "progress": progress}
    return TemplateResponse(request, "admin/offences/work.html", context)
