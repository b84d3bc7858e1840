"""What a large release hides is decided by the worker; the page that asked for it is next."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from offences import tasks
from offences.models import Release
from offences.staff import worker
from offences.staff.names import signed_in
from offences.staff.pages import staff_page
from offences.staff.releases.frame import release_or_404


@staff_page("decide_hidden", Release, "view_release")
def decide_hidden(request: HttpRequest, object_id: int) -> HttpResponse:
    """Ask the worker, unless it is at work on this release already."""
    release, person = release_or_404(object_id), signed_in(request)
    task = tasks.unfinished_decision(release.pk, person, timezone.now())
    task = task or tasks.decide_hidden.enqueue(by=person.pk, release=release.pk)
    address = reverse("admin:offences_release_deciding", args=[release.pk, task.id])
    return redirect(f"{address}?{urlencode({'next': request.GET.get('next', '')})}")


@staff_page("deciding", Release, "view_release", route="<int:object_id>/deciding/<uuid:number>/")
def wait_for_decision(request: HttpRequest, object_id: int, number: UUID) -> HttpResponse:
    """Show how far the worker is, then the page that waits for it."""
    release = release_or_404(object_id)
    result = worker.task_of(request, number, tasks.decide_hidden)
    following = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(following, {request.get_host()}):
        following = reverse("admin:offences_release_change", args=[release.pk])
    work = worker.WorkerTask(
        f"Deciding what {release} hides",
        "Nothing is stored by it.",
        following,
        "Open the page again",
    )
    return worker.show_unfinished(request, result, work, Release) or redirect(following)
