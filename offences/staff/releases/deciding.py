"""What a large release hides is decided by the worker; the page that asked for it is next."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from offences import tasks
from offences.models import Release
from offences.staff import worker
from offences.staff.names import logged_in
from offences.staff.pages import staff_page
from offences.staff.releases.frame import release_or_404


@staff_page("decide_hidden", Release, "view_release")
def decide_hidden(request: HttpRequest, object_id: int) -> HttpResponse:
    """Show how far the worker is, which is asked first, then the page that waits for it."""
    release, person = release_or_404(object_id), logged_in(request)
    following = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(following, {request.get_host()}):
        following = reverse("admin:offences_release_change", args=[release.pk])
    if "task" not in request.GET:
        task = tasks.unfinished_decision(release.pk, person, timezone.now())
        task = task or tasks.decide_hidden.enqueue(by=person.pk, release=release.pk)
        return redirect(f"{request.path}?{urlencode({'task': task.id, 'next': following})}")
    try:
        number = UUID(request.GET["task"])
    except ValueError as wrong:
        raise Http404("You have no such task.") from wrong
    result = worker.task_of(request, number, tasks.decide_hidden)
    title = f"Deciding what {release} hides"
    work = worker.WorkerTask(title, "Nothing is stored by it.", following, "Open the page again")
    return worker.show_unfinished(request, result, work, Release) or redirect(following)
