"""What can be downloaded: a release whole, as a plain file or a workbook."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from offences.exports import ReleaseContent, release_csv, release_xlsx
from offences.models import Force, Release
from offences.trends import categories_in, figures_of, responses_of, splits_of
from offences.views.moment import moment, preview_of, released
from offences.views.pages import notice_of
from offences.views.releases import gone, public_release
from offences.words.cells import MARKERS
from offences.words.downloads import COLUMNS, RELEASE

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def data(request: HttpRequest) -> HttpResponse:
    releases = released(request)
    context = {
        "releases": releases,
        "columns": [(name, COLUMNS[name]) for name in RELEASE],
        "markers": MARKERS.items(),
        "demonstration_notice": notice_of(releases),
        "canonical": request.build_absolute_uri(reverse("data")),
    }
    return render(request, "data.html", context)


def figures_csv(request: HttpRequest, measure: str, number: int) -> HttpResponse:
    """Every figure of a release in one table."""
    release = public_release(measure, number, moment(request))
    if release.withdrawn_at:
        return gone(request, release)
    # The mark at the start makes a spreadsheet read the file as UTF-8.
    text = "\ufeff" + release_csv(_book(request, release))
    return _file(text.encode(), "text/csv; charset=utf-8", release, "csv")


def figures_xlsx(request: HttpRequest, measure: str, number: int) -> HttpResponse:
    """The same as a workbook, with a cover, the markers and the answers."""
    release = public_release(measure, number, moment(request))
    if release.withdrawn_at:
        return gone(request, release)
    return _file(release_xlsx(_book(request, release)), XLSX, release, "xlsx")


def _book(request: HttpRequest, release: Release) -> ReleaseContent:
    preview = preview_of(request)
    return ReleaseContent(
        release=release,
        figures=figures_of([release]),
        parts=splits_of(release),
        categories=categories_in(release),
        responses=responses_of([release]),
        names=dict(Force.objects.values_list("slug", "name")),
        address=request.build_absolute_uri(
            reverse("release", args=[release.measure.slug, release.number])
        ),
        embargo=preview.line if preview else "",
    )


def _file(content: bytes, kind: str, release: Release, ending: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    name = f"{release.measure.slug}-release-{release.number}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
