"""What can be downloaded: a release whole, and exactly the table that a page shows."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from offences.exports import ReleaseContent, release_csv, release_xlsx, trend_csv
from offences.models import Release
from offences.trends import categories_in, figures_of, released_trends, responses_of, splits_of
from offences.views.moment import page, preview_of, public_state, released
from offences.views.releases import XLSX, gone, public_release
from offences.words.cells import MARKERS
from offences.words.downloads import COLUMNS, RELEASE

CSV = "text/csv; charset=utf-8"
READ_AS_UTF_8 = "\ufeff"
"""The mark at the start of a file by which a spreadsheet knows it."""


def data(request: HttpRequest) -> HttpResponse:
    releases = released(request)
    columns = [(name, COLUMNS[name]) for name in RELEASE]
    return page(
        request, "data.html", releases, releases=releases, columns=columns, markers=MARKERS.items()
    )


def figures(request: HttpRequest, measure: str, number: int, kind: str) -> HttpResponse:
    """Every figure of a release: in one table, or as a workbook with a cover and the answers."""
    release = public_release(request, measure, number)
    if release.withdrawn_at:
        return gone(request, release)
    book = _book(request, release)
    if kind == "xlsx":
        return _file(release_xlsx(book), XLSX, f"{measure}-release-{number}.xlsx")
    return _file(READ_AS_UTF_8 + release_csv(book), CSV, f"{measure}-release-{number}.csv")


def _book(request: HttpRequest, release: Release) -> ReleaseContent:
    preview = preview_of(request)
    address = reverse("release", args=[release.measure.slug, release.number])
    return ReleaseContent(
        release=release,
        figures=figures_of([release]),
        parts=splits_of(release),
        categories=categories_in(release),
        responses=responses_of([release]),
        names={force.slug: force.name for force in public_state(request).forces},
        address=request.build_absolute_uri(address),
        embargo=preview.line if preview else "",
    )


def force_csv(request: HttpRequest, slug: str, measure: str) -> HttpResponse:
    """The table of one force in the newest release."""
    releases = released(request)
    return _table(request, slug, next((r for r in releases if r.measure.slug == measure), None))


def pinned_csv(request: HttpRequest, measure: str, number: int, slug: str) -> HttpResponse:
    """The table as one release had it, for ever."""
    return _table(request, slug, public_state(request).release(measure, number))


def _table(request: HttpRequest, slug: str, release: Release | None) -> HttpResponse:
    force = public_state(request).force(slug)
    if force is None or release is None or release.withdrawn_at:
        raise Http404("There is no such table.")
    (trend,) = released_trends(force, [release])
    if not trend.points:
        raise Http404("There is no figure of this force to download.")
    name = f"{slug}-{release.measure.slug}-release-{release.number}.csv"
    return _file(READ_AS_UTF_8 + trend_csv(trend), CSV, name)


def _file(content: str | bytes, kind: str, name: str) -> HttpResponse:
    named = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=named)
