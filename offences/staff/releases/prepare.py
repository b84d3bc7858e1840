"""The page on which a release is prepared."""

from django.contrib import messages
from django.contrib.admin.models import ADDITION
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offences import releases
from offences.models import Measure, Release
from offences.staff.forms import refusals_in
from offences.staff.names import signed_in
from offences.staff.pages import log_change, staff_page
from offences.staff.releases.forms import PrepareForm
from offences.staff.releases.frame import show_release

TITLE = "Prepare a release"


@staff_page("add/", "add", under=Release, permission="offences.add_release")
def prepare(request: HttpRequest) -> HttpResponse:
    """Choose the measure, then say what the release is made of."""
    measures = list(Measure.objects.all())
    wanted = request.GET.get("measure", "")
    measure = next((m for m in measures if str(m.pk) == wanted), None)
    if measure is None and len(measures) == 1:
        measure = measures[0]
    if measure is None:
        return show_release(request, "prepare", None, title=TITLE, measures=measures)
    form = PrepareForm(measure, request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_in(form):
            release = releases.prepare(
                measure, by=signed_in(request), now=timezone.now(), **form.cleaned_data
            )
            log_change(request, release, "Prepared.", ADDITION)
            messages.success(request, f"{release} is prepared. Answer its screening next.")
            return redirect("admin:offences_release_screening", release.pk)
    return show_release(request, "prepare", None, title=TITLE, measure=measure, form=form)
